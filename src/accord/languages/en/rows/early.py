"""The days of a table's cells, given to its rows before they are read: those that tell none to a sentence's reader, and
those that took the year of other lines than the table's own."""

from __future__ import annotations

from collections.abc import Sequence

from accord.languages.en.rows.grid import grids
from accord.languages.en.rows.heads import DAYS
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["days_of_cells"]


def days_of_cells(lines: Sequence[Line], mentions: list[Mention]) -> list[Mention]:
    """The mentions with the days that the cells of tables tell under heads of days; the lines get them too."""
    gone: set[int] = set()
    found: list[Mention] = []
    for grid in grids(lines, mentions):
        for row in grid.rows:
            line = lines[row.line]
            for column, cell in row.pairs():
                day = row.day_of(cell) if DAYS & set(column.means) else None
                beside = [d for d in line.dates if day is not None and d.span.overlaps(day.span)]
                if day is None or any(d is day or (d.period == day.period) for d in beside):
                    continue
                gone |= {id(d) for d in beside}
                line.dates = sorted([*(d for d in line.dates if d not in beside), day], key=lambda d: d.span.start)
                line.at = [
                    day if t.start < day.span.end and day.span.start < t.end else m
                    for t, m in zip(line.tokens, line.at, strict=True)
                ]
                found.append(day)
    if not found:
        return mentions
    return sorted(
        [*(m for m in mentions if id(m) not in gone), *found], key=lambda m: (m.span.start, -m.span.end, m.type)
    )
