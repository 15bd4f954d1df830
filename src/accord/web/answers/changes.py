"""What readings since a day added to the record, confirmed, changed, or put in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any

from fastapi import Query

from accord.analysis.changes import ADDED, SORTS, Change
from accord.brief.command import moment
from accord.errors import UsageError
from accord.web.desk import ServedDesk, TheDesk
from accord.web.question import Cursor, Limit, Question, Table
from accord.web.telling import Line
from accord.web.values import label, shown

__all__ = ["QUESTIONS"]

_WEEK = timedelta(days=7)
_Since = Annotated[str, Query(max_length=20, description="A day (2025-06-30) or last-brief; a week ago without one.")]
_Sort = Annotated[str, Query(max_length=20, description=f"One of {', '.join(SORTS)}.")]


@dataclass(frozen=True, slots=True)
class Altered:
    """A key whose value changed, before and after, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that a reading changed, and the documents that did."""

    line: Line
    sort: str
    reason: str
    values: list[Altered]
    documents: list[str]


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes since a moment, those in doubt after those new and changed; `sorts` counts all."""

    since: str
    asked: dict[str, str]
    sorts: dict[str, int]
    total: int
    changes: list[Entry]
    next: str | None
    known: dict[str, list[str]]


def changes(desk: TheDesk, since: _Since = "", sort: _Sort = "", cursor: Cursor = "", limit: Limit = 25) -> Changes:
    """What is new in the record."""
    if sort and sort not in SORTS:
        raise UsageError(f"no sort of change is called {sort!r}", f"choose from {', '.join(SORTS)}")
    told = moment(desk.store, (), "", since) or (desk.day - _WEEK).isoformat()
    if cursor and not cursor.isdecimal():
        raise UsageError(f"{cursor!r} is no cursor", "give the `next` of the page before")
    start, others = int(cursor or 0), desk.changes(told)
    counts = Counter(c.sort for c in others) + Counter({"added": desk.store.ready.added(told)})
    added = counts["added"] if sort in ("", "added") else 0
    new = desk.store.ready.added_page(told, start, limit) if start < added else []
    rest = [c for c in others if sort in ("", c.sort)][max(0, start - added) : max(0, start + limit - added)]
    total = counts[sort] if sort else counts.total()
    return Changes(
        told,
        {"since": since, "sort": sort},
        {s: counts[s] for s in SORTS if counts[s]},
        total,
        [*_added(desk, new), *_entries(desk, rest)],
        str(start + limit) if total > start + limit else None,
        {"sort": list(SORTS)},
    )


def _added(desk: ServedDesk, ids: Sequence[str]) -> list[Entry]:
    """Records that were not there before, with their documents."""
    names = desk.store.ready.names(ids)
    return [Entry(line, "added", ADDED, [], names[line.id]) for line in desk.lines(ids)]


def _entries(desk: ServedDesk, found: Sequence[Change]) -> list[Entry]:
    lines = {line.id: line for line in desk.lines([c.record.id for c in found])}
    return [_entry(lines[c.record.id], c) for c in found if c.record.id in lines]


def _entry(line: Line, c: Change) -> Entry:
    kind = c.record.kind

    def told(key: str, value: Any) -> str:
        return shown(kind, key, value) if value is not None else "–"

    values = [Altered(label(kind, k), told(k, old), told(k, new)) for k, (old, new) in c.values.items()]
    return Entry(line, c.sort, c.reason, values, list(c.documents))


def _table(answer: Changes) -> Table:
    header = ("sort", "kind", "sentence", "reason", "documents", "id")
    return header, [(c.sort, c.line.kind, c.line.sentence, c.reason, c.documents, c.line.id) for c in answer.changes]


QUESTIONS = (Question("/changes", changes, "changes.html", _table),)
