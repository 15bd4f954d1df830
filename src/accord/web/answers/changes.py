"""What readings since a day added to the record, confirmed, changed, or put in doubt."""

from __future__ import annotations

import re
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
_FEW = 2000  # records that are sooner sorted than looked for among all
_CURSOR = re.compile(r"\d+|\S+ \S+")  # the next of those there before, or the kind and the id of the last added
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
    if cursor and not _CURSOR.fullmatch(cursor):
        raise UsageError(f"{cursor!r} is no cursor", "give the `next` of the page before")
    told = moment(desk.store, (), "", since) or (desk.day - _WEEK).isoformat()
    others, added = desk.changes(told), desk.added(told)
    counts = Counter(c.sort for c in others) + Counter({"added": added})
    new, more = list[str](), ""
    if added and sort in ("", "added") and not cursor.isdecimal():
        new, more = desk.store.ready.added_page(told, cursor, limit, added <= _FEW)
    left, start = limit - len(new), int(cursor) if cursor.isdecimal() else 0
    rest = [c for c in others if sort in ("", c.sort)]
    if not more and len(rest) > start + left:
        more = str(start + left)
    return Changes(
        told,
        {"since": since, "sort": sort},
        {s: counts[s] for s in SORTS if counts[s]},
        counts[sort] if sort else counts.total(),
        [*_added(desk, new), *_entries(desk, rest[start : start + left])],
        more or None,
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
