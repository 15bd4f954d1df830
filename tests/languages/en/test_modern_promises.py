"""Promises as communiqués of today tell them: vague ones that name their field, help offered, lists without a colon; and
formulas that promise nothing."""

from __future__ import annotations

import pytest
from tests.languages.en.reading import check, claims, document

from accord.extract import extract

LEAD = "The presidents of Kenya and Ghana met.\n"
BOTH = ["KEN", "GHA"]
FOUND = [  # sentence, by, what
    ("They agreed to further deepen bilateral cooperation in energy, trade and tourism.", BOTH, "deepen bilateral cooperation in energy, trade and tourism"),
    ("They have committed to improve financial cooperation.", BOTH, "improve financial cooperation"),
    ("In addition, they also pledged to enhance agricultural cooperation.", BOTH, "enhance agricultural cooperation"),
    ("Kenya will continue to support Ghana in training its police.", ["KEN"], "continue to support Ghana in training its police"),
    ("A commitment was made by both parties to enhance cooperation in aviation.", BOTH, "enhance cooperation in aviation"),
    ("A pledge was made by the two governments to build a bridge.", BOTH, "build a bridge"),
    ("Kenya pledged to address Ghana's concerns about fish exports.", ["KEN"], "address Ghana's concerns about fish exports"),
    ("They agreed to not impose tariffs on fish.", BOTH, "not impose tariffs on fish"),
    ("Kenya on Thursday offered technical assistance to Ghana in transit trade.", ["KEN"], "technical assistance to Ghana in transit trade"),
]  # fmt: skip
NONE = [
    "They agreed to strengthen bilateral relations.",
    "They agreed to deepen economic cooperation.",
    "They reaffirmed their commitment to strengthening ties and calling the border treaty historic.",
    "The drill began with the aim to strengthen cooperation among the navies.",
    "They have also engaged in joint efforts to address smuggling.",
    "The Kenyan president will address the parliament of Ghana on Friday.",
    "They agreed to introduce them next year.",
    "Kenya offered assistance.",
]


@pytest.mark.parametrize(("text", "by", "what"), FOUND)
def test_promises_are_found(text: str, by: list[str], what: str) -> None:
    check(claims(LEAD + text, "2024-05-10", "commitment"), [{"by": by, "what": what}])


@pytest.mark.parametrize("text", NONE)
def test_formulas_and_other_deeds_promise_nothing(text: str) -> None:
    assert claims(LEAD + text, "2024-05-10", "commitment") == []


def test_a_lead_in_without_a_colon_leads_in_the_items_behind_it() -> None:
    text = "The presidents of Kenya and Ghana agreed to\n- Jointly develop the Kumasi road;\n- Establish a joint commission on fish."
    found = claims(text, "2024-05-10", "commitment")
    check(
        found,
        [{"by": BOTH, "what": "develop the Kumasi road"}, {"by": BOTH, "what": "Establish a joint commission on fish"}],
    )
    plain = "The presidents of Kenya and Ghana agreed to\nThe road was long."
    assert claims(plain, "2024-05-10", "commitment") == []


def test_two_states_that_promise_make_a_report_one_on_relations(learnt: None) -> None:
    """What binds two states is an act of states also where they are named elsewhere in the report."""
    bound = extract(
        document("Otieno of Kenya saw Mensah of Ghana.\nBoth governments agreed to meet every year.", "2024-05-10")
    )
    assert max(c.confidence for c in bound if c.kind == "commitment") > 0.3
