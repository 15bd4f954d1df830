"""Several things promised in one sentence, each with its own words, day, sum and promiser."""

from __future__ import annotations

import pytest

from .reading import check, claims

DAY = "2024-05-04"
FIRST = "Peru and Bolivia held talks in Lima on 3 May 2024. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Peru will keep 140 teachers in Bolivia until 2027 and start a law course in Aymara next February.",
            [{"target": 140, "due": "2027"}, {"what": "start a law course in Aymara", "due": "2025-02"}],
        ),
        (
            "Peru is ready to modernise the airport of Oruro and to supply Bolivia with 20 thousand tonnes of flour.",
            [{"what": "modernise the airport of Oruro"}, {"target": 20000, "unit": "t"}],
        ),
        (
            "The two sides committed to exchanging their old maps by 30 June and to keeping soldiers two kilometres from the river.",
            [{"what": "exchanging their old maps"}, {"what": "keeping soldiers two kilometres from the river"}],
        ),
        (
            "Peru undertakes to fence the lorry parks; the Bolivians will scrap the parking fee.",
            [{"by": ["PER"], "what": "fence the lorry parks"}, {"by": ["BOL"], "what": "scrap the parking fee"}],
        ),
        (
            "Peru will waive the road fee for Bolivian lorries and undertakes to send three veterinarians each year.",
            [{"what": "waive the road fee for Bolivian lorries"}, {"target": 3}],
        ),
        (
            "They agreed that 40 posts would be repaired by 2026 and that the police training which began in 2021 will be "
            "continued to 2027.",
            [{"due": "2026"}, {"what": "continue the police training which began in 2021"}],
        ),
    ],
)
def test_acts_side_by_side(text: str, wanted: list[dict[str, object]]) -> None:
    check(claims(FIRST + text, DAY, "commitment"), wanted)


@pytest.mark.parametrize(
    "text",
    [
        "Peru will build, equip and run the post at Tambo by 2026.",
        "The two sides agreed to supply gas, oil and power lines to the valley by 2026.",
        "The two sides agreed on training and equipping the border guards by 2026.",
    ],
)
def test_one_act_is_one_promise(text: str) -> None:
    assert len(claims(FIRST + text, DAY, "commitment")) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Peru agreed to supply 20 buses by June and 40 lorries by December.",
            [{"what": "supply 20 buses", "due": "2024-06"}, {"what": "supply 40 lorries", "due": "2024-12"}],
        ),
        (
            "Peru will withdraw the crew of one of its boats by 10 June and of the other two by 10 July.",
            [{"due": "2024-06-10"}, {"what": "withdraw the crew of the other two", "due": "2024-07-10"}],
        ),
        (
            "Peru guarantees 100 million dollars for the schools of Bolivia and 40 million for its police.",
            [{"target": 100000000, "unit": "USD"}, {"target": 40000000, "unit": "USD"}],
        ),
    ],
)
def test_one_verb_for_two(text: str, wanted: list[dict[str, object]]) -> None:
    check(claims(FIRST + text, DAY, "commitment"), wanted)


def test_a_range_is_one_sum() -> None:
    found = claims(FIRST + "Peru agreed to lend Bolivia between 20 and 40 million dollars by 2026.", DAY, "commitment")
    assert len(found) == 1
