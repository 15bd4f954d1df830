"""A table as a grid: which row names the columns, what the cells of each column mean, and what stands above the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell, cells
from accord.languages.en.rows.days import day_first, day_of, time_in
from accord.languages.en.rows.heads import DAYS, meanings, wholly
from accord.languages.en.text.phrases import Line, by_line
from accord.languages.en.values.date_parts import MONTH
from accord.languages.views import Mention

__all__ = ["Column", "Grid", "Row", "above", "grids"]

EMPTY = re.compile(r"[\s\-–—.…*]*|(?:n/?a|none|nil|not applicable)\.?", re.IGNORECASE)  # cells that tell nothing
_NUMBER = re.compile(r"[\d.,+\-−–%()$€£ ]*\d[\d.,+\-−–%()$€£ ]*")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FULL = re.compile(rf"\d(?:st|nd|rd|th)?[ ]{MONTH}|{MONTH}[ ]\d{{1,2}}(?!\d)|\d[./-]\d")  # a day
_ABOVE = 4  # lines before a table that may speak of it
_LONG = 90  # characters; a head is shorter
_MOST = 0.5  # share of a column's cells that must tell a thing for the column to mean it


@dataclass(frozen=True, slots=True)
class Column:
    """`head` are the words over its cells; `means` what they tell, first the head's first word; `named` the state,
    organisation or place that the head names ("Pacific Islands Forum" over years of joining)."""

    place: int
    head: Cell
    means: tuple[str, ...] = ()
    named: Mention | None = None


@dataclass(slots=True)
class Row:
    """A row: `line` is its sentence, `section` the words of the row of one cell over it ("2019", "Visits by ministers")."""

    grid: Grid
    line: int
    span: Span
    cells: list[Cell]
    mentions: list[Mention]
    dates: list[Mention]
    section: str = ""

    def cell(self, *means: str) -> Cell | None:
        """The first cell that tells something under a column of one of these meanings, asked in their order."""
        return next((c for m in means for c in self.all(m)), None)

    def all(self, *means: str) -> list[Cell]:
        """The cells under columns of these meanings that tell something, in the order of the row."""
        return [c for column, c in self.pairs() if any(m in column.means for m in means)]

    def pairs(self) -> Iterator[tuple[Column, Cell]]:
        """The columns with the cells that tell something."""
        for column in self.grid.columns:
            if column.place < len(self.cells) and not EMPTY.fullmatch((c := self.cells[column.place]).text):
                yield column, c

    def within(self, cell: Cell | None, *types: str) -> list[Mention]:
        """The mentions of a cell."""
        return [m for m in self.mentions if cell is not None and m.span in cell.span and (not types or m.type in types)]

    def day(self, *means: str) -> Mention | None:
        """The day told under columns of these meanings; without any, under those of days, "when" first, and then in
        any cell. Of several the most exact: "2016" and "19–21 April"."""
        columns = self.all(*means) if means else [*self.all("when"), *self.all(*DAYS), *(c for _, c in self.pairs())]
        told = [d for c in columns if (d := self.day_of(c)) is not None]
        same = [
            d for d in told if d.period is not None and told[0].period is not None and d.period.within(told[0].period)
        ]
        return min(same, key=lambda d: d.period.length if d.period else timedelta.max) if same else None

    def day_of(self, cell: Cell) -> Mention | None:
        """The day that a cell tells, in the year of its row, section or table where it tells none."""
        near = self._year(cell) or time_in(self.section) or self.grid.year
        told = day_of(cell, self.dates, first=self.grid.day_first, time=self.grid.time, near=near)
        if told is None and self.grid.near:
            told = day_of(cell, self.dates, first=self.grid.day_first, time=self.grid.near)
        return told if told is None else self._with_year(told, cell)

    def _with_year(self, told: Mention, cell: Cell) -> Mention:
        """A day with the words that tell its year too, where they stand in another cell, a row above or over the table."""
        year = f"{told.period.first.year}" if told.period is not None else ""
        if told.antecedents or not year or year[2:] in cell.text:
            return told
        before = [r for r in self.grid.rows if r.line < self.line]
        rows = [self, *reversed([r for r in before if len([c for c in r.cells if c.text]) == 1])]
        near = [*(c for r in rows for c in r.cells), *(c for _, c in self.grid.above)]
        found = next((c.span.start + at for c in near if (at := c.text.find(year)) >= 0), None)
        return told if found is None else told.but(antecedents=(Span(found, found + len(year)),))

    def _year(self, besides: Cell) -> str:
        """The year that another cell of the row is."""
        return next((c.text for _, c in self.pairs() if c is not besides and _YEAR.fullmatch(c.text)), "")


@dataclass(slots=True)
class Grid:
    """A table of things. `head` is the line that names the columns, None where none does; `above` the words of the lines
    over it, nearest first, with where they stand; `time` the only year that the nearest of those to tell one tells,
    perhaps with its month, `year` where they tell it without a day; `day_first` whether days stand before months in its numbers."""

    head: int | None
    columns: list[Column]
    rows: list[Row] = field(default_factory=list)
    above: list[tuple[int, Cell]] = field(default_factory=list)
    day_first: bool | None = None
    time: str = ""
    year: str = ""
    near: str = ""  # the year of the page, for months that no other year is told for

    def has(self, *means: str) -> bool:
        """Whether there is a column of each of these meanings."""
        return all(any(m in c.means for c in self.columns) for m in means)

    @property
    def labelled(self) -> bool:
        """Whether its rows are a label and what it stands for."""
        return self.head is None and len(self.columns) == 2


def grids(lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Grid]:
    """The tables of a document, in its order; none of one row."""
    if not any(line.kind == "row" for line in lines):
        return []
    own = by_line(lines, mentions)
    found, first = [], 0
    while first < len(lines):
        last = first
        while last < len(lines) and lines[last].kind == "row" and (last == first or not _apart(lines, last)):
            last += 1
        if last - first > 1:
            found += [g for g in [_grid(lines, own, first, last)] if g is not None]
        first = max(last, first + 1)
    return found


def _apart(lines: Sequence[Line], index: int) -> bool:
    """Whether words that are no sentence (a caption) stand before a row."""
    return bool(lines[index].text[lines[index - 1].span.end : lines[index].span.start].strip())


def _grid(lines: Sequence[Line], own: Sequence[list[Mention]], first: int, last: int) -> Grid | None:
    title = first
    while first < last - 1 and len(_told(cells(lines[first]))) == 1:
        first += 1  # the table's title
    body = [(i, cells(lines[i])) for i in range(first, last)]
    headed = _names_columns(body, lines, own)
    top = body[0][1] if headed else []
    width = max(len(c) for _, c in body)
    if width < 2:
        return None
    columns = [_column(k, top[k] if k < len(top) else None, own[first]) for k in range(width)]
    grid = Grid(first if headed else None, columns, above=above(lines, title, first))
    grid.day_first = day_first(c.text for _, row in body for c in row)
    grid.time = next((t for _, c in grid.above if (t := time_in(c.text))), "")
    grid.year = next((t for _, c in grid.above if (t := time_in(c.text)) and not _FULL.search(c.text)), "")
    section = ""
    for index, row in body[headed:]:
        if len(_told(row)) == 1 and width > 2 and len(body) > 2:
            section = _told(row)[0].text
        grid.rows.append(Row(grid, index, lines[index].span, row, own[index], lines[index].dates, section))
    grid.columns = [_by_cells(column, grid.rows) for column in columns]
    return grid


def _told(row: Sequence[Cell]) -> list[Cell]:
    return [c for c in row if not EMPTY.fullmatch(c.text)]


def _names_columns(body: Sequence[tuple[int, list[Cell]]], lines: Sequence[Line], own: Sequence[list[Mention]]) -> bool:
    """Whether the first row names the columns: the page says so, or its words are those of heads over rows that hold
    days, numbers and names where it holds none."""
    index, head = body[0]
    told = _told(head)
    if len(body) < 2 or len(told) < 2 or any(len(c.text) > _LONG for c in told):
        return False
    if any(d.period is not None and len(d.period.iso) > len("2020") for d in lines[index].dates):
        return False
    known = sum(bool(meanings(c.text)) for c in told)
    plain = [c for c in told if not _NUMBER.fullmatch(c.text)]
    if len(told) == 2 and head[0].text:
        return all(wholly(c.text) for c in told) or _of_states(body, own)
    bare = not any(_DIGIT.search(c.text) for c in told)
    if (2 * known > len(told) or (bare and 2 * known == len(told))) and len(plain) == len(told):
        return True
    named = sum(any(m.span in c.span for m in own[index]) for c in told)
    if (not head[0].text or known > 0) and known + named >= len(told) - (not known):
        return True
    return _over_figures([row for _, row in body])


def _of_states(body: Sequence[tuple[int, list[Cell]]], own: Sequence[list[Mention]]) -> bool:
    """Whether the first row names a state in each cell and no other row does."""
    states = [{m.span for m in own[index] if m.type == "state"} for index, _ in body]
    return all(c.span in states[0] for c in body[0][1]) and not any(
        c.span in spans for spans, (_, row) in zip(states[1:], body[1:], strict=True) for c in row
    )


def _over_figures(body: Sequence[list[Cell]]) -> bool:
    """Whether the first row, without any figure, stands over a column whose cells, two at least, all hold one."""
    head, *rest = body
    if any(_DIGIT.search(c.text) for c in head):
        return False
    columns = ([row[k] for row in rest if k < len(row)] for k in range(len(head)))
    below = ([c for c in column if not EMPTY.fullmatch(c.text)] for column in columns)
    return any(len(column) > 1 and all(_DIGIT.search(c.text) for c in column) for column in below)


def _column(place: int, cell: Cell | None, mentions: Sequence[Mention]) -> Column:
    if cell is None:
        return Column(place, Cell("", Span(0, 0)))
    named = [m for m in mentions if m.span in cell.span and m.type in ("state", "organisation", "place")]
    return Column(place, cell, meanings(cell.text), named[0] if named else None)


_TELL = (("when", "date"), ("who", "person"), ("title", "paper"), ("with", "state"), ("where", "place"))


def _by_cells(column: Column, rows: Sequence[Row]) -> Column:
    """A column whose head says nothing means what most of its cells name; "From" and "To" over days are a start and an
    end."""
    told = [
        (r, r.cells[column.place])
        for r in rows
        if column.place < len(r.cells) and not EMPTY.fullmatch(r.cells[column.place].text)
    ]
    if "with" in column.means and told and not any(r.within(c, "state", "organisation", "place") for r, c in told):
        return Column(column.place, column.head, ("status",), column.named)  # "State" over what a thing is like
    days = sum(r.day_of(c) is not None and len(c.text) < 40 for r, c in told)
    if told and days > _MOST * len(told) and column.means and not DAYS & set(column.means):
        swap = {"from": "start", "to": "end", "by": "due"}
        return Column(column.place, column.head, tuple(swap.get(m, m) for m in column.means), column.named)
    if column.means or column.named is not None or not told:
        return column
    counts = Counter(m for r, c in told for m in {m.type for m in r.within(c)})
    counts["date"] = days
    means = next((means for means, kind in _TELL if counts[kind] > _MOST * len(told)), "")
    return Column(column.place, column.head, (means,) if means else (), column.named)


def above(lines: Sequence[Line], title: int, first: int) -> list[tuple[int, Cell]]:
    """The words that may speak of a table: its own title rows, a caption, the few lines before it, and the heading and
    headline that it stands under."""
    found: list[tuple[int, Cell]] = []
    for index in range(first - 1, max(-1, title - 1 - _ABOVE), -1):
        gap = Span(lines[index].span.end, lines[index + 1].span.start)
        words = lines[index].text[gap.start : gap.end]
        if words.strip():
            found.append((index + 1, Cell(words.strip(), gap)))
        if lines[index].kind == "row" and index < title:
            break
        found.append((index, _whole(lines[index])))
    nearest = {index for index, _ in found}
    for kind in ("heading", "headline"):
        over = next((i for i in range(title - 1, -1, -1) if lines[i].kind == kind), None)
        if over is not None and over not in nearest:
            found.append((over, _whole(lines[over])))
    return found


def _whole(line: Line) -> Cell:
    return Cell(line.own, line.span)
