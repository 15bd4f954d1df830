"""Numbers in words and digits, ordinals and Roman numerals, with near misses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.languages.en.values.numbers import NUMBER, ordinal, parse_number, roman

NUMBERS = [
    ("fourteen", 14),
    ("Fourteen", 14),
    ("twenty-three", 23),
    ("ninety nine", 99),
    ("two hundred and six", 206),
    ("a hundred", 100),
    ("a dozen", 12),
    ("two dozen", 24),
    ("half a dozen", 6),
    ("1,250", 1250),
    ("1,250,000.5", 1250000.5),
    ("1,23,45,678", 12345678),
    ("12.2", 12.2),
    ("3 500", 3500),
    ("1\u00a0200\u00a0000", 1200000),
    ("1.250.000", 1250000),
    ("2,5 million", 2500000),
    ("half a million", 500000),
    ("one and a half million", 1500000),
    ("two and a half", 2.5),
    ("1.2 million", 1200000),
    ("500mn", 500000000),
    ("500-million", 500000000),
    ("350 mln", 350000000),
    ("4.5bn", 4500000000),
    ("1,118 million", 1118000000),
    ("12 crore", 120000000),
    ("3 lakh", 300000),
    ("1.5 lakh crore", 1500000000000),
    ("two thousand", 2000),
    ("two million three hundred thousand", 2300000),
    ("seven hundred fifty million", 750000000),
    ("four thousand and forty", 4040),
    ("zero", 0),
]
NO_NUMBERS = [
    "",
    "a",
    "and",
    "hundred",
    "tens of",
    "dozens",
    "hundreds",
    "two,",
    "2,5",
    "12 apples",
    "seventeenth",
    "17th",
    "XVII",
    "five six",
    "ten twenty",
    "twenty ten",
    "half",
    "million",
    "$12",
    "1/3",
]
ORDINALS = [
    ("17th", 17),
    ("1st", 1),
    ("22nd", 22),
    ("3RD", 3),
    ("first", 1),
    ("Seventeenth", 17),
    ("twentieth", 20),
    ("twenty-first", 21),
    ("twenty first", 21),
    ("ninety-ninth", 99),
    ("hundredth", 100),
    ("seventeen", None),
    ("17", None),
    ("XVII", None),
    ("twenty-twelfth", None),
    ("second-hand", None),
    ("", None),
]
ROMANS = [("XVII", 17), ("IV", 4), ("IX", 9), ("XL", 40), ("XCIX", 99), ("CCC", 300), ("I", 1)]
NO_ROMANS = ["", "xvii", "IIII", "VX", "IC", "A", "17", "MIX"]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number(text: str, value: float) -> None:
    assert parse_number(text) == value
    assert re.fullmatch(NUMBER, text, re.I), "NUMBER finds in running text what parse_number reads"


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


def test_decimal_comma_is_for_the_caller_to_allow() -> None:
    assert parse_number("2,5", decimal_comma=True) == 2.5
    assert parse_number("2,500", decimal_comma=True) == 2500


def test_whole_numbers_are_ints() -> None:
    assert isinstance(parse_number("1.2 million"), int)
    assert isinstance(parse_number("12.2"), float)


@pytest.mark.parametrize(("text", "value"), ORDINALS)
def test_ordinal(text: str, value: int | None) -> None:
    assert ordinal(text) == value


@pytest.mark.parametrize(("text", "value"), ROMANS)
def test_roman(text: str, value: int) -> None:
    assert roman(text) == value


@pytest.mark.parametrize("text", NO_ROMANS)
def test_no_roman(text: str) -> None:
    assert roman(text) is None


@given(st.text(max_size=40))
def test_any_text_is_survived(text: str) -> None:
    parse_number(text), ordinal(text), roman(text)


@given(st.integers(0, 10**12))
def test_grouped_digits_are_read_back(number: int) -> None:
    assert parse_number(f"{number:,}") == number
    assert parse_number(str(number)) == number
