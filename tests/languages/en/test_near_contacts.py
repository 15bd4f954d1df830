"""Whose visit, which day of a tie and who joins, where another person, day or state stands near by."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .reading import check, claims

DAY = "2024-05-16"
ROWS: list[tuple[str, str, str, list[Mapping[str, object]]]] = [
    (
        "visit",
        DAY,
        "Tonga's Foreign Minister Sione Vake and Indian Finance Minister Lakshmi Rao signed a memorandum in Nuku'alofa. The Indian minister arrived on May 14 on a visit of five days.",
        [{"visitor": "Lakshmi Rao", "host": "TON"}],
    ),
    (
        "visit",
        DAY,
        "A Saudi delegation visited Sanaa from April 9 to 13, 2023.",
        [{"visitor": "Delegation of Saudi Arabia", "host": "YEM", "date": "2023-04-09/2023-04-13"}],
    ),
    ("visit", DAY, "The Finnish delegation visited a school in Oslo on Monday.", []),
    (
        "visit",
        "2024-07-19",
        "Portuguese prime minister Duarte Neves announced the news on Friday at the close of a two-day official visit to Cabo Verde.",
        [{"host": "CPV", "date": "2024-07-18/2024-07-19"}],
    ),
    (
        "visit",
        "2024-05-15",
        "President Josphat Koech of Kenya on Wednesday held talks with the President of Finland, Heikki Rauta, who is in the country on a three-day state visit that began on Monday.",
        [{"visitor": "Heikki Rauta", "date": "2024-05-13/2024-05-15"}],
    ),
    (
        "tie",
        DAY,
        "In February Tunis named a new consul-general to Benghazi, and in April it reopened its embassy in Tripoli, shut since June 2015.",
        [
            {"type": "embassy", "action": "restored", "date": "2024-04"},
            {"type": "embassy", "action": "closed", "date": "2015-06"},
        ],
    ),
    (
        "tie",
        DAY,
        "Jamaica's High Commission in Abuja, closed in 1983 for lack of funds and reopened in 2006, has had no head for a year.",
        [{"action": "closed", "date": "1983"}, {"action": "restored", "date": "2006"}],
    ),
    (
        "tie",
        DAY,
        "Jamaica's High Commission in Abuja, closed in 1983 for lack of funds, was missed in 2006.",
        [{"action": "closed", "date": "1983"}],
    ),
    (
        "tie",
        "2023-07-06",
        "The embassy of Oman will be opened in Bishkek in May.",
        [{"action": "opened", "date": "2024-05", "status": "planned"}],
    ),
    (
        "membership",
        DAY,
        "Niger, along with Mali and Burkina Faso, quit ECOWAS on 29 January.",
        [{"state": s, "organisation": "ECOWAS", "action": "left"} for s in ("NER", "MLI", "BFA")],
    ),
    (
        "membership",
        DAY,
        "On 28 January, Niger, Mali and Burkina Faso announced that they were leaving ECOWAS.",
        [{"state": s, "action": "left"} for s in ("NER", "MLI", "BFA")],
    ),
    (
        "membership",
        DAY,
        "Sierra Leone and Liberia, along with Guinea, make up the Mano River Union.",
        [{"state": s, "action": "member"} for s in ("SLE", "LBR", "GIN")],
    ),
    (
        "membership",
        DAY,
        "Greece and Turkey agreed. Trade between the two NATO members rose.",
        [{"state": s, "organisation": "NATO", "action": "member"} for s in ("GRC", "TUR")],
    ),
    ("membership", DAY, "Sierra Leone and Liberia, along with Guinea, praised the Mano River Union.", []),
]


@pytest.mark.parametrize(("kind", "day", "text", "wanted"), ROWS)
def test_the_right_one_is_taken(kind: str, day: str, text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, day, kind), wanted)
