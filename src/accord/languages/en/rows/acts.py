"""What the cells of a row say is done with its thing, and when: a word in a cell, or the head over a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.days import time_in
from accord.languages.en.rows.grid import Column, Grid, Row
from accord.languages.en.text.lexicon import table
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["Said", "acts_of", "begun", "dated_ahead", "telling", "told_in"]

_PARTS = re.compile(r"[^;,]+")
_ASIDE = frozenset("operator often cost number notes mode".split())
_SIDES = frozenset("with host sender by".split())  # columns of states, that may be of the state in which a thing is
_PAST = re.compile(r"ed\b")
_LATER = frozenset("due next".split())  # columns whose day is to come, and no day of what was done


@dataclass(frozen=True, slots=True)
class Said:
    """An act: its concept, the words that tell it, its day, and how sure it is."""

    act: str
    span: Span
    status: str = "reported"
    when: Mention | None = None


@cache
def _words(section: str, key: str) -> re.Pattern:
    def one(word: str) -> str:
        return re.escape(word[:-1]) + r"(?![\w])" if word.endswith("=") else re.escape(word)

    words = table("row_acts")[section][key]
    marks = "".join(rf"|{re.escape(w)}" for w in words if not w[0].isalnum())
    return re.compile(
        r"(?:(?<![\w])(?:" + "|".join(one(w) for w in words if w[0].isalnum()) + "))" + marks, re.IGNORECASE
    )


def told_in(kind: str, cell: Cell, acts: Sequence[str] = ()) -> list[Said]:
    """The acts that the words of a cell tell of a thing of a kind, one for each of its parts at most; only those asked for,
    if any are."""
    found: list[Said] = []
    for part in _PARTS.finditer(cell.text):
        words, at = part[0], cell.span.start + part.start()
        if kind in table("row_acts")["still"] and _words("still", kind).search(words):
            continue
        told = next(
            ((act, m) for act in acts or table("row_acts")[kind] if (m := _words(kind, act).search(words))), None
        )
        if told is None or _words("status", "denied").search(words):
            continue
        span = Span(at + len(words) - len(words.lstrip()), at + len(words.rstrip()))
        found.append(Said(told[0], span, _status(words)))
    return found


def _status(words: str) -> str:
    return next(
        (s for s in ("postponed", "proposed", "planned") if _words("status", s).search(words)),
        "reported",
    )


def telling(kind: str, grid: Grid) -> bool:
    """Whether at least half of a table's rows tell an act of a kind."""
    told = sum(any(told_in(kind, c) for _, c in row.pairs()) or _under_acts(kind, row) for row in grid.rows)
    return 2 * told >= max(len(grid.rows), 1)


def _under_acts(kind: str, row: Row) -> bool:
    """Whether a row has a day under a head that tells an act."""
    return any(told_in(kind, column.head) and row.day_of(cell) is not None for column, cell in row.pairs())


def acts_of(kind: str, row: Row, thing: Sequence[Cell], today: Period | None) -> list[Said]:
    """What a row tells of its thing: by the words of its cells, each with the day beside them, by the heads over its days,
    else by its notes. A day that no act has is that of the first."""
    found: list[Said] = []
    headed: list[Said] = []
    free: list[Mention] = []
    for column, cell in row.pairs():
        if any(cell is t for t in thing) or _ASIDE & set(column.means):
            continue
        if _SIDES & set(column.means) and row.within(cell, "state", "office", "person", "organisation"):
            continue
        own = told_in(kind, cell)
        days = _days(row, cell)
        if own:
            found += _dated(own, days or _over(row, column))
        elif days and (over := _headed(kind, column, days[0], today)):
            headed += [replace(over[0], span=cell.span, status="reported", when=days[0])]
        elif not _LATER & set(column.means):
            free += days
    if found:
        free = [*free, *(t.when for t in headed if t.when is not None)]
    found = found or headed
    if not found:
        found = [t for cell in row.all("notes") for t in _dated(told_in(kind, cell), _days(row, cell))]
    if free and (bare := next((n for n, t in enumerate(found) if t.when is None), None)) is not None:
        found[bare] = replace(found[bare], when=free[0])
    return list(_once(dated_ahead(begun(told), today) for told in found))


def _over(row: Row, column: Column) -> list[Mention]:
    """The day that the head of a column tells of its cells ("2021" over "closed")."""
    time = time_in(column.head.text)
    return [Mention("date", column.head.span, period=Period.parse(time), attributes={"part": ""})] if time else []


def begun(told: Said) -> Said:
    """The act on the day since which it is so ("closed since 3 May")."""
    return replace(told, when=told.when and told.when.begun())


def _days(row: Row, cell: Cell) -> list[Mention]:
    """The days that a cell tells."""
    days = [d for d in row.dates if d.span in cell.span and d.period is not None]
    return days or [d for d in [row.day_of(cell)] if d is not None]


def _headed(kind: str, column: Column, day: Mention, today: Period | None) -> list[Said]:
    """The act that a head tells over a day ("Suspended"); a day on which something is due tells of none that is done."""
    told = told_in(kind, column.head)
    if not _LATER & set(column.means):
        return told
    past = today is None or (day.period is not None and day.period.first <= today.last)
    return told if past and _PAST.search(column.head.text) else []


def _dated(told: Sequence[Said], days: Sequence[Mention]) -> list[Said]:
    """Each act with the first day in or behind its words and before the next act's."""
    found = []
    for n, act in enumerate(told):
        until = told[n + 1].span.start if n + 1 < len(told) else max((d.span.end for d in days), default=0)
        since = act.span.start if n else 0
        when = next((d for d in days if d.period is not None and since <= d.span.start < until), None)
        found.append(replace(act, when=when))
    return found


def dated_ahead(told: Said, today: Period | None) -> Said:
    """What is told for a day after the page's own is planned."""
    period = told.when.period if told.when is not None else None
    if told.status != "reported" or today is None or period is None or period.first <= today.last:
        return told
    return replace(told, status="planned")


def _once(told: Iterator[Said]) -> Iterator[Said]:
    seen: set[str] = set()
    for act in told:
        if act.act not in seen:
            seen.add(act.act)
            yield act
