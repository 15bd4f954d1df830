"""The documents of the store, what was skipped and why, and the readings that this desk has done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Query

from accord.desk import DocumentEntry
from accord.errors import UsageError
from accord.values import Period
from accord.web.asked import Span
from accord.web.desk import TheDesk
from accord.web.question import Cursor, Limit, Question, Table, paged
from accord.web.readings import Reading

__all__ = ["QUESTIONS", "Underway", "told"]

_STATES = ("read", "kept", "skipped")
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
    every = desk.documents()
    words, by = q.casefold().split(), publisher.casefold().strip()
    found = [e for e in every if _fits(e, words, by) and _within(e, span.first, span.last)]
    counts = Counter(e.state for e in found)
    found = [e for e in found if not state or e.state == state]
    some, more = paged(found, cursor, limit)
    return Documents(
        {"q": q, "publisher": publisher, "state": state, "since": span.since, "until": span.until},
        {s: counts[s] for s in _STATES if counts[s]},
        sum(e.claims for e in found),
        len(found),
        [_row(e) for e in some],
        more,
        sorted({e.publisher for e in every if e.publisher}),
        {"state": list(_STATES)},
    )


def _fits(e: DocumentEntry, words: list[str], publisher: str) -> bool:
    text = " ".join((e.title, e.document, e.url, *e.names)).casefold()
    return publisher in e.publisher.casefold() and all(w in text for w in words)


def _within(e: DocumentEntry, first: date, last: date) -> bool:
    """Whether it was published in a time; the undated only where none is asked for."""
    if (first, last) == (date.min, date.max):
        return True
    period = Period.parse(e.published) if e.published else None
    return period is not None and first <= period.last and period.first <= last


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
