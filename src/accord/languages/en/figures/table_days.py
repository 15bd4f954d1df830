"""The days and times that the lines over a table tell of its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.figures.table_sorts import wording
from accord.languages.en.figures.times import is_base, told_dates
from accord.languages.en.figures.words import Page
from accord.languages.en.text.issued import tells_issue
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["ABOVE", "day_over", "told_over"]

_YEAR = re.compile(r"\b(?:the|last|whole) year (?:in|by|of|at)\b", re.IGNORECASE)
_LATE = 11  # the month from which on a year is told as over
ABOVE = 5  # sentences over a table in which its time and its state may be told
_DAY = 4  # days of what is told as one


def day_over(page: Page, above: Sequence[tuple[int, Cell]], top: int) -> Mention | None:
    """The one day that the lines over a table tell of what happened; else the one of a sentence right over it."""
    near = range(top - 1, max(-1, top - ABOVE), -1)
    for places in ([i for i, _ in above], *([i] for i in near)):
        lines = [page.lines[i] for i in places]
        lines = [line for line in lines if not tells_issue(line.own)]
        days = [d for line in lines for d in told_dates(line) if d.period and d.period.length.days <= _DAY]
        if days and len({d.period for d in days}) == 1:
            return days[0]
    return None


def told_over(page: Page, above: Sequence[tuple[int, Cell]], top: int) -> Mention | None:
    """The date that the caption, a heading or a sentence right over a table tells of its numbers; no day of issue."""
    near = [*(i for i, _ in above), *range(top - 1, max(-1, top - ABOVE), -1)]
    for index in dict.fromkeys(near):
        line = page.lines[index]
        words = line.own
        if line.kind == "row" or tells_issue(words):
            continue
        dates = [d for d in told_dates(line) if not is_base(line, d) and d.period is not None]
        for found in dates:
            assert found.period is not None
            lead = line.text[max(line.span.start, found.span.start - 24) : found.span.start]
            if found.period.length.days > _DAY or wording("as_of").search(lead):
                return found
    return _whole_year(page, above)


def _whole_year(page: Page, above: Sequence[tuple[int, Cell]]) -> Mention | None:
    """The year that a caption calls the year: the last one that was over, or nearly, when the text was written."""
    day = page.today or _stamped(page, above)
    told = next(((i, m) for i, c in above if (m := _YEAR.search(c.text)) is not None), None)
    if day is None or told is None:
        return None
    cell = next(c for i, c in above if i == told[0])
    span = Span(cell.span.start + told[1].start(), cell.span.start + told[1].end())
    return Mention("date", span, period=Period.year(day.year - (day.month < _LATE)))


def _stamped(page: Page, above: Sequence[tuple[int, Cell]]) -> date | None:
    """The day that a line over a table is."""
    lines = [page.lines[i] for i, _ in above]
    days = [d.period.first for line in lines for d in line.dates if d.period and d.period.length.days <= 1]
    return days[0] if days else None
