"""Tables that stand on their side: the things over the columns, what is told of them before the rows."""

from __future__ import annotations

from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.grid import Column, Grid, Row
from accord.languages.en.rows.heads import meanings
from accord.languages.en.rows.works import form_of

__all__ = ["upright"]

_LEAST = 0.5  # share of the labels that must be words of heads


def upright(grid: Grid) -> Grid:
    """A table of works with its things in its rows; one that stands on its side is turned."""
    names, body = _names(grid)
    labels = [row.cells[0] for row in body if row.cells]
    known = sum(bool(meanings(c.text)) for c in labels)
    if len(names) < 2 or len(labels) < 2 or known < _LEAST * len(labels) or not any(form_of(c.text) for c in names):
        return grid
    empty = Cell("", names[0].span)
    columns = [Column(0, empty, ("project",))]
    columns += [Column(n, label, meanings(label.text)) for n, label in enumerate(labels, 1)]
    turned = Grid(grid.head, columns, above=grid.above, day_first=grid.day_first, time=grid.time)
    mentions = [m for row in body for m in row.mentions]
    dates = [d for row in body for d in row.dates]
    for k, name in enumerate(names, 1):
        own = [row.cells[k] if k < len(row.cells) else Cell("", row.cells[0].span) for row in body]
        turned.rows.append(Row(turned, body[0].line, body[0].span, [name, *own], mentions, dates))
    return turned


def _names(grid: Grid) -> tuple[list[Cell], list[Row]]:
    """The things over the columns, the first of which stands over labels, and the rows under them."""
    if grid.head is not None:
        heads = [column.head for column in grid.columns]
        return (heads[1:], grid.rows) if _over(heads) else ([], [])
    first = grid.rows[0] if grid.rows else None
    if first is None or not _over(first.cells):
        return [], []
    return first.cells[1:], grid.rows[1:]


def _over(cells: list[Cell]) -> bool:
    """Whether the first cell of a row stands over labels: it is empty, or what the others are ("Project")."""
    return not cells[0].text or ("project" in meanings(cells[0].text) and not any(meanings(c.text) for c in cells[1:]))
