"""Bare verbs share the auxiliary of the verb before them; days of saying, and days counted from, are none of the act."""

from __future__ import annotations

import pytest

from .reading import claims

DAY = "2024-05-07"
REST = " The two sides also spoke of the weather."

PLANNED = [
    "Kenya and Uganda will meet and sign an agreement on fisheries.",
    "The foreign ministers of Kenya and Uganda are to hold talks and sign an agreement on fisheries.",
    "The ministers of Kenya and Uganda are expected to review ties and then sign an agreement on fisheries.",
    "Kenya will hold talks with Uganda, open a consulate and sign an agreement on fisheries.",
]


@pytest.mark.parametrize("text", PLANNED)
def test_what_is_joined_to_a_plan_is_planned(text: str) -> None:
    assert [(c["status"], c.get("date")) for c in claims(text + REST, DAY, "agreement")] == [("planned", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda met on Monday and signed an agreement on fisheries.",
        "Kenya wants to expand trade and transport links; on Monday it signed an agreement on fisheries with Uganda.",
        "Kenya, which will host the games, and Uganda signed an agreement on fisheries on Monday.",
    ],
)
def test_what_is_done_is_not(text: str) -> None:
    assert [(c["status"], c.get("date")) for c in claims(text + REST, DAY, "agreement")] == [("reported", "2024-05-06")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's trade minister told reporters on Tuesday that an agreement on fisheries with Uganda had been signed.",
        '"We have signed an agreement on fisheries with Uganda," the Kenyan minister said on Tuesday.',
        "The ministers met two weeks after Kenya and Uganda signed an agreement on fisheries.",
    ],
)
def test_days_that_are_none_of_the_act(text: str) -> None:
    assert [c.get("date") for c in claims(text + REST, DAY, "agreement")] == [None]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Kenya and Uganda signed an agreement on fisheries last year.", "2023"),
        ("A week after Kenya and Uganda signed an agreement on fisheries on 2 April, the fleet sailed.", "2024-04-02"),
        ("The trade minister said that Kenya and Uganda signed an agreement on fisheries on Monday.", "2024-05-06"),
    ],
)
def test_days_of_the_act(text: str, date: str) -> None:
    assert [c.get("date") for c in claims(text + REST, DAY, "agreement")] == [date]


def test_the_day_behind_the_gathering_on_whose_sidelines_they_met() -> None:
    text = (
        "Kenyan Foreign Minister Musa Mudavi and his Ugandan counterpart Odo Kello last met on the sidelines of the "
        "United Nations General Assembly session in New York in September 2023."
    )
    assert [c.get("date") for c in claims(text + REST, DAY, "meeting")] == ["2023-09"]


def test_an_invitation_that_is_accepted_is_a_visit_to_come() -> None:
    text = (
        "Kenyan Foreign Minister Musa Mudavi met his Ugandan counterpart Odo Kello in Kampala on Monday. "
        "Mudavi invited his counterpart to visit Nairobi, and Kello accepted the invitation."
    )
    found = [c for c in claims(text, DAY, "visit") if c["host"] == "KEN"]
    assert [(c["status"], c["visitor"], c.get("date")) for c in found] == [("planned", "Odo Kello", None)]
