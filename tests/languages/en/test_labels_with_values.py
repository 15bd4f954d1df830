"""Lines that are a label with its value, and figures by their years under what they are of; near misses."""

from __future__ import annotations

import pytest
from tests.languages.en.test_figures import told

from accord.document import Block, Document
from accord.extract import extract
from accord.values import Period

TEXTS = [
    ("Common border: 101 km, fully demarcated", ["border-length 101 km PER-BOL"]),
    ("Frontier: 1,047 km\nPosts: 8, two of them at night", ["border-length 1047 km PER-BOL", "checkpoints 8 PER-BOL"]),
    ("Peruvians in Bolivia: 213,069 (2023 census)", ["population 213,069 people 2023 PER-BOL"]),
    ("Bolivians to Peru: 41,200 in 2024", ["visitors 41,200 people 2024 BOL-PER"]),
    ("Trade 2022: EUR 3.15 bn", ["trade-turnover 3,150,000,000 EUR 2022 PER-BOL"]),
    ("Peruvian sales to Bolivia, March: 31 million dollars", ["exports 31,000,000 USD 2025-03 PER-BOL"]),
    (
        "Trade turnover, USD mln\n2021 – 503.7; 2022 – 714.2",
        ["trade-turnover 503,700,000 USD 2021 PER-BOL", "trade-turnover 714,200,000 USD 2022 PER-BOL"],
    ),
    (
        "Goods that Peru sold to Bolivia, US$:\nJuly 11.2 million\nAugust 9.8 million",
        ["exports 11,200,000 USD 2025-07 PER-BOL", "exports 9,800,000 USD 2025-08 PER-BOL"],
    ),
    (
        "Ferry passengers to Bolivia: 2022 1.9m | 2023 3.8m",
        ["visitors 1,900,000 people 2022 BOL-PER", "visitors 3,800,000 people 2023 BOL-PER"],
    ),
    ("Price of the Ilave pipeline: $4.6bn", ["cost 4,600,000,000 USD Ilave pipeline-PER-BOL"]),
    ("Tourists from Bolivia (2023)\n97,400, up 22%", ["visitors 97,400 people 2023 BOL-PER"]),
    ("Presidents of the commission\n2021 – Ramos; 2022 – Quispe", []),  # years of people
    ("The chairs met on 3 May 2021: 14 speakers rose", []),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_labels_with_values(text: str, expected: list[str]) -> None:
    assert told(f"Peru and Bolivia\n{text}") == expected


def test_a_heading_of_two_states_is_that_of_its_section() -> None:
    text = "Digest of Chile and Peru\nBolivia / Paraguay\nExchanges came to 3.1 billion dollars in 2024."
    blocks, at = [], 0
    for kind, line in zip(("headline", "heading", "paragraph"), text.split("\n"), strict=True):
        blocks.append(Block(kind, at, at + len(line)))
        at += len(line) + 1
    document = Document("h", "d.txt", text, tuple(blocks), "en", published=Period.parse("2025-09-20"))
    assert [c.values["about"] for c in extract(document) if c.kind == "indicator"] == [["BOL", "PRY"]]
