"""What `accord eval --misses` shows beside a miss and a false claim."""

from __future__ import annotations

import pytest

from accord.document import Block, Document
from accord.evaluate import Page, nearest

TEXT = "Chile and Peru signed a pact in Arica on 3 May 2024. Trade reached $900 million. It rained in Lima."
PAGE = Page(Document("0" * 64, "a.txt", TEXT, (Block("paragraph", 0, len(TEXT)),), "en"))


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ({"quote": "trade reached $900m"}, "Trade reached"),
        ({"place": "Arica", "date": "2024-05-03"}, "Chile and Peru"),
        ({"evidence": [{"start": 81, "end": 85}]}, "It rained"),
        ({"evidence": [{"start": 20, "end": 60}]}, "Chile and Peru"),
        ({"quote": "zebra"}, ""),
        ({}, ""),
    ],
)
def test_the_sentence_of_a_line(line: dict[str, object], begins: str) -> None:
    found = PAGE.sentence({"doc": "a.txt", "kind": "agreement", **line})
    assert found.startswith(begins)
    assert bool(found) == bool(begins)


def test_what_came_near_and_where_it_differs() -> None:
    miss = {"doc": "x/a.txt", "kind": "visit", "visitor": "Ana Ruiz", "host": "PER", "date": "2024-05"}
    claims = [
        {"doc": "a.txt", "kind": "visit", "visitor": "Ana Ruiz", "host": "CHL", "date": "2024-06"},
        {"doc": "a.txt", "kind": "visit", "visitor": "Juan Soto", "host": "BOL"},
        {"doc": "b.txt", "kind": "visit", "visitor": "Ana Ruiz", "host": "PER", "date": "2024-05"},
    ]
    near = nearest(miss, claims)
    assert near is not None
    assert near[0] is claims[0]
    assert near[1] == {"host": ("PER", "CHL"), "date": ("2024-05", "2024-06")}


def test_nothing_near() -> None:
    assert (
        nearest({"doc": "a.txt", "kind": "visit", "host": "PER"}, [{"doc": "a.txt", "kind": "visit", "host": "CHL"}])
        is None
    )
