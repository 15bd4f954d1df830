"""Who gives a promise whose state nobody tells, and what "it" stands for in one; what the reader doubts."""

from __future__ import annotations

import pytest
from tests.languages.en import reading
from tests.languages.en.reading import check, claims

from accord.kinds.commitment import KIND

DAY = "2025-03-13"

GIVERS = [  # text, the giver's name, a word of what
    ("Peru and Chile held talks in Arica.\nThe mayors are Quiroz and Tapia. Yesterday Tapia promised to pave the lane.", "Tapia", "lane"),
    ("Chad and Niger met.\nThe Lake Bank, which lends to both, agreed to finance 40 wells.", "Lake Bank", "wells"),
    ("Chad and Niger met.\nSahel Rural Corporation will bear the cost of the wells.", "Sahel Rural Corporation", "wells"),
    ("Chad and Niger met.\nMr Okoro spoke of floods, and undertook to send 20 pumps to Niger.", "Okoro", "pumps"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "giver", "word"), GIVERS)
def test_a_giver_is_told_by_his_name(text: str, giver: str, word: str) -> None:
    found = [d for d in reading.drafts(KIND, text, DAY) if word in str(d.get("what"))]
    assert any(giver in d.get("by") for d in found), found


NO_GIVERS = [
    "Chad and Niger met.\nThe sides agreed to dig 40 wells by 2027.",
    "Chad and Niger met.\nThe envoy and his counterpart from Zinder agreed to dig 40 wells by 2027.",
    "Chad and Niger met.\nResidents agreed to dig 40 wells by 2027.",
]


@pytest.mark.parametrize("text", NO_GIVERS)
def test_what_is_no_name_is_told_as_none(text: str) -> None:
    found = [d for d in reading.drafts(KIND, text, DAY) if "wells" in str(d.get("what"))]
    assert all(name in ("TCD", "NER") for d in found for name in d.get("by")), found


def test_a_thing_told_before_is_what_it_stands_for() -> None:
    text = "Togo and Benin met.\nThe bridge over the Mono, 300 metres long, is half built. It shall be delivered in March 2026."
    found = [c for c in claims(text, DAY, "commitment") if c.get("due") == "2026-03"]
    check(found, [{"what": "deliver the bridge over the Mono"}])


@pytest.mark.parametrize(
    "text",
    [
        "Togo and Benin met.\nIt rained all week. It shall be delivered in March 2026.",
        "Togo and Benin met.\nThe minister spoke. It shall be delivered in March 2026.",
    ],
)
def test_nothing_told_before_is_taken_up(text: str) -> None:
    assert not [d for d in reading.drafts(KIND, text, DAY) if d.get("due") == "2026-03"]


TERMS = [
    ("Peru and Chile met.\nTrade was one billion dollars. They intend to bring it to 3 billion by 2030.", {"target": 3000000000, "due": "2030"}),
    ("Peru and Chile met.\nThey agreed to let at least 150 lorries pass each day.", {"target": 150}),
    ("Peru and Chile met.\nPeru agreed to send a delegation of 80 to Arica.", {"target": 80}),
    ("Peru and Chile met.\nPeru guarantees $40 million in aid over five years.", {"target": 40000000, "due": "2030"}),
    ("Peru and Chile met.\nThe accord with Peru will abolish the duty on figs from 2027.", {"due": "2027"}),
    ("Peru and Chile met.\nA repair of the road was promised for 2026.", {"due": "2026"}),
    ("Peru and Chile met.\nThe two neighbours had been aiming at five billion dollars of trade by 2028.", {"target": 5000000000}),
    ("Peru and Chile met.\nIt was agreed during a call between the ministers that a study be launched by May.", {"due": "2025-05"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TERMS)
def test_terms_of_a_promise(text: str, wanted: dict[str, object]) -> None:
    found = reading.drafts(KIND, text, DAY)
    assert any(all(d.get(k) == v for k, v in wanted.items()) for d in found), found


def test_a_term_is_counted_from_the_day_just_told() -> None:
    text = "Peru and Chile met.\nMinister Rosas of Peru spoke in Arica on 8 October 2025. Peru is to submit a plan within four months."
    assert any(d.get("due") == "2026-02" for d in reading.drafts(KIND, text, "")), reading.drafts(KIND, text, "")


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile met.\nThe accord with Peru will strengthen ties.",
        "Peru and Chile met.\nWe were promised a road by 2021.",
        "Peru and Chile met.\nThe carrier Andes Wings plans to start Arica–Tacna on 12 April.",
    ],
)
def test_what_promises_nothing(text: str) -> None:
    assert not reading.drafts(KIND, text, DAY)
