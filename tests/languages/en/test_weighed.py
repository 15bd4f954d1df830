"""Figures whose words no frame knows, and numbers that are none: the measure is weighed."""

import pytest
from tests.languages.en.test_flows import told

from accord.languages.en.figures.evidence import NONE
from accord.languages.en.text.weights import notion, weighed, weighing, weights_of

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


def test_what_evidence_adds_up_to_is_a_probability() -> None:
    table = {"bias": {"planned": 0.0, "reported": 1.0}, "will": {"planned": 2.0, "reported": -1.0}}
    with weighing({"works_status": table}):
        assert weighed({}, "works_status") == pytest.approx({"planned": 0.269, "reported": 0.731}, abs=0.001)
        assert weighed({"will": 0.5, "unheard of": 1.0}, "works_status")["planned"] == pytest.approx(0.622, abs=0.001)


def test_other_weights_hold_only_for_a_while() -> None:
    own = weights_of("works_status")
    with weighing({"works_status": {"bias": {"reported": 0.0}}}):
        assert weights_of("works_status") is not own
        assert weights_of("works_action") is not own
    assert weights_of("works_status") is own
