"""Tables of things: which row names the columns, what their cells mean, the days that they tell."""

from __future__ import annotations

import pytest
from tests.languages.en.reading import document

from accord.languages.en.rows.grid import Grid, grids
from accord.languages.en.rows.heads import meanings
from accord.languages.en.text.phrases import Line
from accord.languages.en.text.tokens import tokenize
from accord.languages.en.view import view


def _grids(text: str) -> list[Grid]:
    """The grids of a text, read with the mentions that its view has."""
    seen = view(document(text))
    dates = [m for m in seen.mentions if m.type == "date"]
    lines = [
        Line(
            text,
            tokenize(text, s.span.start, s.span.end),
            [],
            s.span,
            seen.blocks[s.block].kind,
            [d for d in dates if d.span in s.span],
        )
        for s in seen.sentences
    ]
    return grids(lines, seen.mentions)


@pytest.mark.parametrize(
    ("head", "means"),
    [
        ("Date and place", ("when", "where")),
        ("Entry into force", ("in-force",)),
        ("Ratification / accession", ("ratified",)),
        ("STARTS / STATUS", ("start", "status")),
        ("Place of signature", ("signed-at",)),
        ("Great Harbour Line of the North Coast", ()),
    ],
)
def test_heads(head: str, means: tuple[str, ...]) -> None:
    assert meanings(head) == means


def test_columns_and_rows() -> None:
    (grid,) = _grids("Envoys of 2019\nWhen\tWho\tWhere\n4 May\tPremier Ada Moss\tLima\n\tPremier Ben Roe\tQuito\n")
    assert grid.head == 1
    assert [c.means for c in grid.columns] == [("when",), ("who",), ("where",)]
    first = grid.rows[0]
    assert first.cell("who").text == "Premier Ada Moss"
    assert first.day().period.iso == "2019-05-04"
    assert grid.rows[1].day() is None


def test_labels_are_no_head() -> None:
    (grid,) = _grids("Facts\nEmbassy in Lima\topened 1990\nAmbassador\tAda Moss, credentials May 2020\n")
    assert grid.labelled
    assert grid.rows[1].day().period.iso == "2020-05"


def test_order_of_numbers() -> None:
    (grid,) = _grids("Country\tSigned\tRatified\nPeru\t03/04/2016\t18/10/2017\nChile\t05/04/2016\t-\n")
    assert [r.day("signed").period.iso for r in grid.rows] == ["2016-04-03", "2016-04-05"]
    assert grid.rows[1].cell("ratified") is None
    (grid,) = _grids("Country\tSigned\tRatified\nPeru\t03/04/2016\t05/06/2017\nChile\t05/04/2016\t-\n")
    assert all(r.day("signed") is None for r in grid.rows)


def test_roman_months() -> None:
    (grid,) = _grids("Title\tSigned\nTreaty on rivers\t5 III 1996\nTreaty on birds\t21 XII 2018\n")
    assert [r.day("signed").period.iso for r in grid.rows] == ["1996-03-05", "2018-12-21"]


def test_a_row_alone_is_no_table() -> None:
    assert _grids("Date: 4 May 2019\nWho\tWhere\n") == []
