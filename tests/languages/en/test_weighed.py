"""Figures whose words no frame knows, and numbers that are none: the measure is weighed."""

import pytest
from tests.languages.en.test_flows import told

from accord.languages.en.figures.evidence import NONE
from accord.languages.en.text.weights import notion, weighed

FOUND = [
    (
        "Iceland ran a shortfall of 90 million dollars with Norway in 2023.",
        ["trade-balance 90,000,000 USD 2023 ISL-NOR"],
    ),
    ("Chilean goods worth $63m found buyers in Bolivia in 2024.", ["exports 63,000,000 USD 2024 CHL-BOL"]),
    (
        "Fiji's trade with Tonga closed 2024 at $31 million, having stood at $28 million a year before.",
        ["trade-turnover 28,000,000 USD 2023 FJI-TON", "trade-turnover 31,000,000 USD 2024 FJI-TON"],
    ),
    ("2018 – Trade between Kenya and Uganda falls to $417 million.", ["trade-turnover 417,000,000 USD 2018 KEN-UGA"]),
    ("Peru's deficit with Chile retreated 3.5 percent in 2024.", ["trade-balance -3.5% 2024 PER-CHL"]),
]
NONE_OF_THEM = [
    "Iceland's total exports reached $6 billion in 2024, and Norway's its own record.",
    "The camp lies 12 kilometres from the border between Thailand and Cambodia.",
    "Peru denied that Chile had paid 90 million dollars.",
    "Kenya and Uganda want to lift their trade to 2 billion dollars.",
]


@pytest.mark.parametrize(("sentence", "expected"), FOUND, ids=lambda x: str(x)[:40])
def test_weighed(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize("sentence", NONE_OF_THEM)
def test_numbers_that_are_no_figures(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [("exported", "sell"), ("exporters", "sell"), ("bought", "buy"), ("deficits", "balance"), ("sell", "sell"),
     ("set aside", "give"), ("violet", ""), ("fellow", "")],
)  # fmt: skip
def test_notions(word: str, expected: str) -> None:
    assert notion(word) == expected


def test_probabilities_add_up_and_evidence_moves_them() -> None:
    plain = weighed({"kind=money": 1.0}, "weights")
    sold = weighed({"kind=money": 1.0, "sell near before": 1.0, "sell by money": 1.0}, "weights")
    assert abs(sum(plain.values()) - 1) < 1e-9
    assert sold["flow"] > plain["flow"] > 0
    assert plain[NONE] > sold[NONE]
