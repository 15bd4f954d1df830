"""Lists of things as tables of two columns: "Orlo post: closed since 3 May", "Lima – Quito — resumed in June"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.grid import Column, Grid, Row, above
from accord.languages.en.text.phrases import Line, by_line
from accord.languages.views import Mention

__all__ = ["lists"]

_LABELLED = re.compile(
    r"(?:[-–—•*·▪]\s+|\(?\w{1,2}[.)]\s+)?(?P<label>[^\W\d_][^:;.!?\t\n]{1,58}?)(?::\s+|\s+[—–]\s+)(?P<told>\S.{2,200})$"
)
_PAIR = re.compile(r"[^\W\d_]+ [–—-] [A-ZÀ-ÞŁŠŽČĐİ][^\W\d_]+")
_FEWEST = 2  # lines of a list


def lists(lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Grid]:
    """The lists of a document whose lines are a name and what is told of it; none of one line."""
    runs = [run for run in _runs(lines) if len(run) >= _FEWEST]
    if not runs:
        return []
    own = by_line(lines, mentions)
    return [_grid(lines, own, run) for run in runs]


def _runs(lines: Sequence[Line]) -> Iterator[list[tuple[int, list[Cell]]]]:
    run: list[tuple[int, list[Cell]]] = []
    for index, line in enumerate(lines):
        cells = _cells(line) if line.kind in ("item", "paragraph") else []
        if cells:
            run.append((index, cells))
        elif run:
            yield run
            run = []
    yield run


def _cells(line: Line) -> list[Cell]:
    """The name that opens a line and what it tells of it; a link's dash belongs to its name ("Lima – Quito: ...")."""
    words = line.text[line.span.start : line.span.end]
    match = _LABELLED.match(words)
    if match is None:
        return []
    parts = [(match["label"], match.start("label")), (match["told"], match.start("told"))]
    if (pair := _PAIR.match(words, match.start("label"))) is not None and pair.end() > match.start("told"):
        rest = _AFTER.match(words, pair.end())
        if rest is None:
            return []
        parts = [(rest["name"], 0), (rest["told"], rest.start("told"))]
        parts[0] = (words[match.start("label") : pair.end()] + rest["name"], match.start("label"))
    return [
        Cell(text.strip(), Span(line.span.start + at, line.span.start + at + len(text.strip()))) for text, at in parts
    ]


_AFTER = re.compile(r"(?P<name>[^:;.!?]{0,30}?)(?::\s+|\s+[—–]\s+)(?P<told>\S.{2,200})$")


def _grid(lines: Sequence[Line], own: Sequence[list[Mention]], run: Sequence[tuple[int, list[Cell]]]) -> Grid:
    first = run[0][0]
    empty = Cell("", Span(lines[first].span.start, lines[first].span.start))
    grid = Grid(None, [Column(0, empty), Column(1, empty)], above=above(lines, first, first))
    for index, cells in run:
        grid.rows.append(Row(grid, index, lines[index].span, cells, own[index], lines[index].dates))
    return grid
