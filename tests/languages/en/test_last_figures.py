"""Figures that stand in no frame, and the times that they take from the sentences before."""

from __future__ import annotations

import pytest
from tests.languages.en.test_figures import told

_HEAD = "Foreign ministers of {} and {} spoke about the border on Monday.\n"
TOLD = [
    ("Mauritania", "Senegal", "Senegal sold 4,100 tonnes of fish to Mauritania in 2023.", ["exports 4100 t 2023 SEN-MRT fish"]),
    ("Ecuador", "Peru", "Some 84,000 tonnes were shipped to Peru in 2022.", ["exports approx 84000 t 2022 ECU-PER"]),
    ("Serbia", "Hungary", "Commodity exchange surpassed EUR 3.5 billion in 2023.", ["trade-turnover gt 3,500,000,000 EUR 2023"]),
    ("Zambia", "Angola", "Zambia took 12 percent of all exports in 2021.", ["other 12 percent 2021"]),
    ("Laos", "Thailand", "Flights are carried out 14 times a week.", ["flights 14"]),
    ("Georgia", "Turkey", "In 2024 a total of 1 million 84 thousand travellers crossed the border.", ["visitors 1,084,000 people 2024"]),
    ("Oman", "Kuwait", "Trade turnover rose to $3 billion in 2023 from $2 billion.", ["trade-turnover 3,000,000,000 USD 2023", "trade-turnover 2,000,000,000 USD 2022"]),
    ("Kenya", "Uganda", "Last year trade turnover reached $900 million and in January 2020 it grew by 9 percent.", ["+9% 2020-01"]),
]  # fmt: skip
NOTHING = [
    "Snow fell above 900 metres.",
    "A second phase of 6 million cubic metres is under discussion.",
    "The fence covers 145 km of it.",
    "Ghana's cocoa exports brought in 1.6 billion dollars in 2024.",
]


@pytest.mark.parametrize(("first", "second", "sentence", "parts"), TOLD, ids=[t[2][:40] for t in TOLD])
def test_last_figures(first: str, second: str, sentence: str, parts: list[str]) -> None:
    found = "\n".join(told(_HEAD.format(first, second) + sentence))
    for part in parts:
        measure, _, rest = part.partition(" ")
        assert measure in found and all(word in found for word in rest.replace("approx 84000", "84,000").split()), found


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_figures(sentence: str) -> None:
    assert told(_HEAD.format("Ghana", "Togo") + sentence) == []
