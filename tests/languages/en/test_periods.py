"""When a figure held: dates of its sentence, of the one before, of a title; the likeliest is chosen."""

import pytest
from tests.languages.en.test_flows import told

from accord.languages.en.figures.choice import likeliest, weights

FOUND = [
    (
        "Kenya and Uganda reviewed trade for January-June 2024. Kenya's exports to Uganda came to $300 million.",
        ["exports 300,000,000 USD 2024-01/2024-06 KEN-UGA"],
    ),
    (
        "Peru's exports to Chile reached $90 million in 2024, compared with $80 million in 2023.",
        ["exports 80,000,000 USD 2023 PER-CHL", "exports 90,000,000 USD 2024 PER-CHL"],
    ),
    ("Nepal imports gypsum worth $3 million from Bhutan every year.", ["imports 3,000,000 USD NPL-BTN gypsum"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=lambda x: str(x)[:40])
def test_periods(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_the_likeliest_candidate_is_taken() -> None:
    known = weights("periods")
    best = max(known, key=lambda piece: known[piece])
    assert likeliest([("one", []), ("other", [best])], "periods") == "other"
    assert likeliest([("one", []), ("other", [best])], "periods", first=known[best] + 1) == "one"
