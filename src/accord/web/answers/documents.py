"""The documents of the store, what was skipped and why, and the readings that this desk has done."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Query

from accord.desk import DocumentEntry
from accord.errors import UsageError
from accord.store import Shelved, Skipped, Stored
from accord.web.asked import Span
from accord.web.desk import TheDesk
from accord.web.question import Cursor, Limit, Question, Table
from accord.web.readings import Reading

__all__ = ["QUESTIONS", "Underway", "told"]

_STATES = ("read", "kept", "skipped")
_CURSOR = re.compile(r"\d+|\S* \d{1,9}")  # the next of what was skipped, or a time and how many of it there were
_Words = Annotated[str, Query(max_length=200, description="Words of its title, its name or its address.")]
_Publisher = Annotated[str, Query(max_length=200, description="Words of its publisher.")]
_State = Annotated[str, Query(max_length=10, description=f"One of {', '.join(_STATES)}.")]
_Number = Annotated[int, Query(ge=0, le=1_000_000_000, description="Which reading; 0 for the latest.")]


@dataclass(frozen=True, slots=True)
class Row:
    """A document, or what could not be read: why, and what to do. `hash` is empty for what was skipped."""

    hash: str
    doc: str
    names: list[str]
    title: str
    publisher: str
    published: str | None
    language: str
    state: str
    claims: int
    read: str | None
    reason: str
    mend: str


@dataclass(frozen=True, slots=True)
class Documents:
    """What was read, the latest published first, then what was skipped; `states` counts all that fit but for the filter
    on states."""

    asked: dict[str, str]
    states: dict[str, int]
    claims: int
    total: int
    documents: list[Row]
    next: str | None
    publishers: list[str]
    known: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Done:
    """A file that a reading is done with; `outcome` is read, unchanged, kept or skipped."""

    doc: str
    hash: str
    outcome: str
    claims: int
    reason: str
    mend: str


@dataclass(frozen=True, slots=True)
class Underway:
    """A reading: `state` is waiting, reading, together (records are put together), done or failed (`reason`); `rate`
    in documents a second, `seconds` so far, `left` in seconds where it can be told."""

    number: int
    state: str
    over: bool
    total: int
    done: int
    claims: int
    outcomes: dict[str, int]
    seconds: float
    rate: float
    left: float | None
    reason: str
    files: list[Done]


@dataclass(frozen=True, slots=True)
class Progress:
    """One reading, if there is any, and the numbers of all that this desk remembers, the latest first."""

    reading: Underway | None
    numbers: list[int]


def documents(
    desk: TheDesk,
    span: Span,
    q: _Words = "",
    publisher: _Publisher = "",
    state: _State = "",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> Documents:
    """What was read and what was not."""
    if state and state not in _STATES:
        raise UsageError(f"no state of a document is called {state!r}", f"choose from {', '.join(_STATES)}")
    if cursor and not _CURSOR.fullmatch(cursor):
        raise UsageError(f"{cursor!r} is no cursor", "give the `next` of the page before")
    first, last = span.first if span.since else None, span.last if span.until else None
    wanted = Shelved(tuple(q.casefold().split()), publisher.casefold().strip(), state, first, last)
    unread = [DocumentEntry.skipped(s) for s in desk.store.shelf.unread() if _unread(s, wanted)]
    found, publishers = desk.shelved(replace(wanted, state="")), desk.publishers()
    counts = {s: found.get(s, (0, 0))[0] for s in _STATES} | {"skipped": len(unread)}
    some, more, start = list[Stored](), "", int(cursor) if cursor.isdecimal() else 0
    if not cursor.isdecimal() and state != "skipped":
        some, more = desk.store.shelf.page(wanted, cursor, limit)
    left = limit - len(some)
    rest = unread if state in ("", "skipped") else []
    if not more and len(rest) > start + left:
        more = str(start + left)
    return Documents(
        {"q": q, "publisher": publisher, "state": state, "since": span.since, "until": span.until},
        {s: n for s, n in counts.items() if n},
        sum(claims for s, (_, claims) in found.items() if state in ("", s)),
        counts[state] if state else sum(counts.values()),
        [_row(e) for e in (*map(DocumentEntry.of, some), *rest[start : start + left])],
        more or None,
        publishers,
        {"state": list(_STATES)},
    )


def _unread(skipped: Skipped, wanted: Shelved) -> bool:
    """Whether what could not be read is wanted: it has a name alone."""
    named = all(word in skipped.doc.casefold() for word in wanted.words)
    return named and not (wanted.publisher or wanted.first or wanted.last)


def _row(e: DocumentEntry) -> Row:
    return Row(
        e.hash,
        e.document,
        list(e.names),
        e.title,
        e.publisher,
        e.published or None,
        e.language,
        e.state,
        e.claims,
        e.read or None,
        e.reason.removeprefix(f"{e.document} "),
        e.mend,
    )


def reading(desk: TheDesk, number: _Number = 0) -> Progress:
    """How far a reading is, and what became of each file."""
    latest = desk.readings.latest()
    chosen = desk.readings.get(number) if number else next(iter(latest), None)
    return Progress(told(chosen) if chosen else None, [r.number for r in latest])


def told(reading: Reading) -> Underway:
    """A reading as it is now."""
    steps, seconds = list(reading.steps), reading.seconds
    rate = len(steps) / seconds if steps and seconds else 0.0
    left = (reading.total - len(steps)) / rate if rate and reading.state == "reading" else None
    return Underway(
        reading.number,
        reading.state,
        reading.over,
        reading.total,
        len(steps),
        sum(step.claims for step, _ in steps),
        dict(sorted(Counter(step.outcome for step, _ in steps).items())),
        round(seconds, 1),
        round(rate, 2),
        round(left, 1) if left is not None else None,
        reading.reason,
        [
            Done(s.doc, hash_, s.outcome, s.claims, s.reason.removeprefix(f"{s.doc} "), s.mend)
            for s, hash_ in sorted(steps, key=lambda step: step[0].outcome != "skipped")
        ],
    )


def _table(answer: Documents) -> Table:
    header = (
        "document", "title", "publisher", "published", "language", "state", "claims", "read", "reason", "mend", "hash"
    )  # fmt: skip
    return header, [
        (d.doc, d.title, d.publisher, d.published, d.language, d.state, d.claims, d.read, d.reason, d.mend, d.hash)
        for d in answer.documents
    ]


def _files(answer: Progress) -> Table:
    header = ("document", "outcome", "claims", "reason", "mend", "hash")
    files = answer.reading.files if answer.reading else []
    return header, [(f.doc, f.outcome, f.claims, f.reason, f.mend, f.hash) for f in files]


QUESTIONS = (
    Question("/documents", documents, "documents.html", _table),
    Question("/documents/reading", reading, "reading.html", _files),
)
