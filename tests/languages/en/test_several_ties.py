"""Ties told together: one act of many states or at many seats, an end with what came of it, the other state's own mission."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.languages.en.reading import check, claims

_DAY = "2024-05-06"
Row = tuple[str, list[Mapping[str, object]]]


def _tie(form: str, between: str, date: str | None, **more: object) -> Mapping[str, object]:
    return {"kind": "tie", "type": form, "between": between.split(), "date": date, **more}


SENDERS: list[Row] = [
    (
        "Togo together with Benin, Ghana and Senegal recalled their ambassadors from Lima on 4 April 2024.",
        [_tie("ambassador", f"{s} PER", "2024-04-04", place="Lima") for s in ("TGO", "BEN", "GHA", "SEN")],
    ),
    (
        "Kenya recalled its ambassadors from Peru, Bolivia and Chile in March 2024.",
        [_tie("ambassador", f"KEN {s}", "2024-03") for s in ("PER", "BOL", "CHL")],
    ),
    (
        "In April 2022 Kenya closed the Peruvian consulates in Mombasa and Kisumu.",
        [_tie("consulate", "KEN PER", "2022-04", place=p) for p in ("Mombasa", "Kisumu")],
    ),
    (
        "Kenya opened a consulate in Lima in 2005 and another in Cusco in 2020.",
        [
            _tie("consulate", "KEN PER", "2005", place="Lima"),
            _tie("consulate", "KEN PER", "2020", place="Cusco"),
        ],
    ),
    (
        "Kenya recalled its ambassador from Peru in March 2024, and Bolivia voiced regret.",
        [_tie("ambassador", "KEN PER", "2024-03")],
    ),
    (
        "Kenya closed its embassy in Lima and the consulate in Cusco in March 2024.",
        [
            _tie("embassy", "KEN PER", "2024-03", place="Lima"),
            _tie("consulate", "KEN PER", "2024-03", place="Cusco"),
        ],
    ),
]

TURNS: list[Row] = [
    (
        "In June 2001 Kenya closed its embassy in Lima for want of money, and it was opened again only in 2008.",
        [
            _tie("embassy", "KEN PER", "2001-06", action="closed"),
            _tie("embassy", "KEN PER", "2008", action="restored"),
        ],
    ),
    (
        "The Kenyan embassy in Lima was reopened in May 2007 after closure in 1993.",
        [
            _tie("embassy", "KEN PER", "2007-05", action="restored"),
            _tie("embassy", "KEN PER", "1993", action="closed"),
        ],
    ),
    (
        "Kenya and Peru are at odds. Diplomatic relations, severed by Peru in February 2019, were restored in August 2022.",
        [
            _tie("diplomatic-relations", "KEN PER", "2019-02", action="severed"),
            _tie("diplomatic-relations", "KEN PER", "2022-08", action="restored"),
        ],
    ),
    (
        "Kenya called its ambassador in Lima home in March 2022; he, or rather his successor, went back to his post in November of that year.",
        [
            _tie("ambassador", "KEN PER", "2022-03", action="suspended"),
            _tie("ambassador", "KEN PER", "2022-11", action="restored"),
        ],
    ),
    (
        "Kenya closed its embassy in Lima in June 2001, and the school beside it was painted in 2008.",
        [_tie("embassy", "KEN PER", "2001-06", action="closed")],
    ),
]

OWN: list[Row] = [
    (
        "Kenya reopened its embassy in Lima on 6 June 2023; the Peruvian one in Nairobi began work that August.",
        [
            _tie("embassy", "KEN PER", "2023-06-06", place="Lima"),
            _tie("embassy", "PER KEN", "2023-08", place="Nairobi"),
        ],
    ),
    (
        "Kenya has had an embassy in Lima since 2014; Peru opened its own, in Nairobi, only in 2021.",
        [
            _tie("embassy", "KEN PER", "2014", place="Lima"),
            _tie("embassy", "PER KEN", "2021", place="Nairobi"),
        ],
    ),
    (
        "Kenya opened its embassy in Lima in 2014, and Bolivia opened a fair in Nairobi in 2021.",
        [_tie("embassy", "KEN PER", "2014", place="Lima")],
    ),
    (
        "Diplomatic relations between Kenya and Peru date from 1972, the embassy in Lima from 1973.",
        [_tie("diplomatic-relations", "KEN PER", "1972"), _tie("embassy", "KEN PER", "1973", place="Lima")],
    ),
    (
        "Kenya and Peru are friends. The two countries established diplomatic relations in 1990 and upgraded them to a strategic partnership in 2021.",
        [
            _tie("diplomatic-relations", "KEN PER", "1990"),
            _tie("strategic-partnership", "KEN PER", "2021", action="upgraded"),
        ],
    ),
    (
        "Nauru switched its recognition from Taipei to Beijing in January 2024.",
        [_tie("diplomatic-relations", "NRU TWN", "2024-01"), _tie("diplomatic-relations", "NRU CHN", "2024-01")],
    ),
]

POSTS: list[Row] = [
    (
        "The President of Ghana on Tuesday accepted the credentials of Juan Rey of Peru, Ana Sol of Chile and Koffi Ade of Togo as ambassadors to Ghana.",
        [_tie("ambassador", f"{s} GHA", "2024-04-30", status="reported") for s in ("PER", "CHL", "TGO")],
    ),
    (
        "The new ambassadors of Peru, Chile and Togo presented their credentials to the President of Ghana on Tuesday.",
        [_tie("ambassador", f"{s} GHA", "2024-04-30") for s in ("PER", "CHL", "TGO")],
    ),
    (
        "The ambassadors of Peru, Chile and Togo handed copies of their credentials to the Foreign Minister of Ghana on Tuesday.",
        [],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [*SENDERS, *TURNS, *OWN, *POSTS],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_several_ties(text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, _DAY, "tie"), wanted)
