"""Notes of a few sentences: what they tell plainly of two states is shown, though they tell one thing only."""

from __future__ import annotations

import pytest

from accord.extract import extract

from .reading import document

SHOWN = 0.3  # far above what is left to a claim of other news; the store's threshold is 0.4
REST = " The sides also spoke of the weather and of other things that were of interest to them."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya and Uganda aim to raise bilateral trade to $1 billion by 2030.", "commitment"),
        ("Kenya undertook to compensate the families of the Ugandan fishermen within 30 days.", "commitment"),
        ("Uganda is ready to supply Kenya with power.", "commitment"),
        ("There are 120 Kenyan companies operating in Uganda.", "indicator"),
        ("Some 900 Ugandan students are studying at Kenyan universities.", "indicator"),
    ],
)
def test_a_note_on_two_states(text: str, kind: str, learnt: None) -> None:
    shown = [c.kind for c in extract(document(text + REST, "2024-05-07")) if c.confidence >= SHOWN]
    assert shown == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya promised its teachers more money. The union was not impressed. Classes begin on Monday. A ship from Uganda came.",
        "The council has 120 members. It sits in the capital. Uganda sent a greeting. Kenya's team won the cup.",
    ],
)
def test_a_note_on_other_things(text: str, learnt: None) -> None:
    assert [c for c in extract(document(text, "2024-05-07")) if c.confidence >= SHOWN] == []
