"""Krippendorff's alpha against the examples that are published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.evaluate import alpha

# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): the worked examples A, B and C
BINARY = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
NOMINAL = ("a a b b d c c c e d d a", "b a b b b c c c e d d d")
MISSING = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
# K. Krippendorff, Content Analysis (1980): three coders, most values missing
THREE = (
    ". . . . . 3 4 1 2 1 1 3 3 . 3",
    "1 . 2 1 3 3 4 3 . . . . . . .",
    ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
)


def units(coders: tuple[str, ...]) -> list[list[str | None]]:
    rows = [[None if v == "." else v for v in row.split()] for row in coders]
    return [list(unit) for unit in zip(*rows, strict=True)]


@pytest.mark.parametrize(
    ("coders", "value", "counted", "values"),
    [(BINARY, 0.095, 10, 20), (NOMINAL, 0.692, 12, 24), (MISSING, 0.743, 11, 40), (THREE, 0.691, 12, 26)],
    ids=["2011 A", "2011 B", "2011 C", "1980"],
)
def test_the_published_values_come_out(coders: tuple[str, ...], value: float, counted: int, values: int) -> None:
    found = alpha(units(coders))
    assert found.value == pytest.approx(value, abs=0.0005)
    assert (found.units, found.values) == (counted, values)


def test_where_nothing_can_be_told_there_is_no_figure() -> None:
    assert alpha([]).value is None
    assert alpha([["right"], ["wrong", None]]).value is None
    assert alpha([["right", "right"], ["right", "right"]]).value is None


CODED = st.lists(st.lists(st.sampled_from(["right", "wrong", "value", None]), min_size=2, max_size=4), max_size=20)


@given(CODED)
def test_neither_the_order_of_units_nor_of_coders_matters(coded: list[list[str | None]]) -> None:
    before, after = alpha(coded), alpha([unit[::-1] for unit in reversed(coded)])
    assert after.units == before.units
    assert after.value == pytest.approx(before.value) if before.value is not None else after.value is None


@given(CODED)
def test_full_agreement_is_one_or_cannot_be_told(coded: list[list[str | None]]) -> None:
    assert alpha([[unit[0], unit[0]] for unit in coded]).value in (None, 1.0)
