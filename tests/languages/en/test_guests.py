"""Visits told by who is a guest or has a host; near misses give none."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from accord.kinds.visit import KIND

from .reading import check, drafts

_LEAD = "LIMA, 3 May 2024 - Peru and Chile agree. "
_SOTO = {"visitor": "Juan Soto", "sending": "CHL", "host": "PER"}
Row = tuple[str, list[Mapping[str, object]]]

ROWS: list[Row] = [
    (
        "Peruvian Foreign Minister Luis Quispe met visiting Chilean Foreign Minister Juan Soto on Thursday.",
        [{**_SOTO, "date": "2024-05-02"}],
    ),
    ("Visiting Chilean Foreign Minister Juan Soto told reporters so on Thursday.", [{**_SOTO, "date": "2024-05-02"}]),
    ("Peruvian President Ana Mamani was visiting Foreign Minister Luis Quispe on Thursday.", []),
    ("The guest, Chilean Foreign Minister Juan Soto, praised the port on Thursday.", [_SOTO]),
    ("The guest, a singer, praised Chilean Foreign Minister Juan Soto on Thursday.", []),
    (
        "Chilean Foreign Minister Juan Soto thanked his host, Peruvian Foreign Minister Luis Quispe, on Thursday.",
        [_SOTO],
    ),
    ("Chilean Foreign Minister Juan Soto thanked the host of the morning programme on Thursday.", []),
    (
        "Contacts: Foreign Minister Juan Soto of Chile in Lima, 14 June 2023; President Ana Mamani of Peru in Santiago, May 2021.",
        [
            {**_SOTO, "date": "2023-06-14"},
            {"visitor": "Ana Mamani", "host": "CHL", "date": "2021-05"},
        ],
    ),
    ("Contacts: Foreign Minister Juan Soto of Chile in Santiago, 14 June 2023.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_guests(text: str, wanted: list[Mapping[str, object]]) -> None:
    found = drafts(KIND, _LEAD + text, "2024-05-03")
    check([{k: d.get(k) for k in ("visitor", "sending", "host", "date")} for d in found], wanted)
