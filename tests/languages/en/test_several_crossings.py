"""Crossings told together: rows of names, a verb or a day shared or left out, and both posts of two sentences."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.languages.en.reading import check, claims

_DAY = "2024-05-06"
Row = tuple[str, list[Mapping[str, object]]]


def _crossing(name: str, action: str, date: str | None) -> Mapping[str, object]:
    return {"kind": "crossing", "name": name, "action": action, "date": date}


CASES: list[Row] = [
    (
        "Kenya and Uganda quarrel over their border. Lwakhala, Šumo and Tindira have been closed since 12 October 2023.",
        [_crossing(n, "closed", "2023-10-12") for n in ("Lwakhala", "Šumo", "Tindira")],
    ),
    (
        "Kenya and Uganda quarrel over their border. Lwakhala and Tindira played a friendly match on 12 October 2023.",
        [],
    ),
    (
        "Kenya and Uganda share a border. The airports of Lwakhala and Tindira have been closed since 12 October 2023.",
        [],
    ),
    (
        "The Lwakhala border post between Kenya and Uganda was closed on 9 May 2021, and Tindira on 10 February 2023.",
        [_crossing("Lwakhala", "closed", "2021-05-09"), _crossing("Tindira", "closed", "2023-02-10")],
    ),
    (
        "The Lwakhala border post between Kenya and Uganda was closed on 9 May 2021, and in Tindira a market was held on 10 February 2023.",
        [_crossing("Lwakhala", "closed", "2021-05-09")],
    ),
    (
        "Kenya closed the Lwakhala and Tindira border posts with Uganda on 29 October 2023; Tindira was reopened on 20 November.",
        [
            _crossing("Lwakhala", "closed", "2023-10-29"),
            _crossing("Tindira", "closed", "2023-10-29"),
            _crossing("Tindira", "reopened", "2023-11-20"),
        ],
    ),
    (
        "The Lwakhala crossing was reopened by Kenya in May 2023. The Tindira crossing, too, was reopened to Uganda. Both posts had been closed in June 2022.",
        [
            _crossing("Lwakhala", "reopened", "2023-05"),
            {"kind": "crossing", "name": "Tindira", "action": "reopened"},
            _crossing("Lwakhala", "closed", "2022-06"),
            _crossing("Tindira", "closed", "2022-06"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_several_crossings(text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, _DAY, "crossing"), wanted)
