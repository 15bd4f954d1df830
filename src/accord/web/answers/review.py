"""The review desk: what waits for a person's word, the most urgent first, beside the text that it was taken from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from accord.errors import UsageError
from accord.kinds import kinds
from accord.store import Open
from accord.web.access import Reader
from accord.web.answers.record import Said, said
from accord.web.asked import Topic, dyad_of
from accord.web.candidates import Side, side
from accord.web.desk import ServedDesk, TheDesk
from accord.web.question import Cursor, Limit, Question, Table
from accord.web.telling import Line
from accord.web.waiting import WAITS, Reasoned, Waits, bring

__all__ = ["QUESTIONS", "Candidate"]

_DYADS = 50  # pairs of states that can be chosen from
_CURSOR = re.compile(r"\d{3}\.\d{8} \S+")

_Dyad = Annotated[str, Query(max_length=160, description="Two states with a - between: KEN-UGA.")]
_Kind = Annotated[str, Query(max_length=40, description="One of the fourteen kinds.")]
_What = Annotated[str, Query(pattern="^(claims|pairs|)$", description="claims, pairs, or both without it.")]
_At = Annotated[str, Query(max_length=200, description="The one to show; the first without it.")]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is to be judged: a claim (one side) or a pair (two), with how urgent it is. `score` and `why` are those of
    the comparison of a pair; `together` says whether it stands in one record now."""

    id: str
    priority: float
    doubt: float
    importance: float
    reasons: list[Reasoned]
    sides: list[Side]
    score: float | None
    why: str
    together: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line of the queue."""

    id: str
    pair: bool
    line: Line
    priority: float
    word: str


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits, by priority; `total` and `place` (from 1; 0 of none) go up to 10,000; `before` and `after` are the
    neighbours of the candidate; `last` is the reader's own last judgement, which can be undone."""

    as_of: str
    asked: dict[str, str]
    known: dict[str, list[str]]
    total: int
    place: int
    before: str | None
    after: str | None
    candidate: Candidate | None
    last: Said | None
    waiting: list[Waiting]
    next: str | None


def review(
    desk: TheDesk,
    person: Reader,
    dyad: _Dyad = "",
    kind: _Kind = "",
    topic: Topic = "",
    what: _What = "",
    at: _At = "",
    cursor: Cursor = "",
    limit: Limit = 20,
) -> Queue:
    """Claims and pairs that a person should look at, and the first of them (or the one asked for) with its text."""
    if kind and kind not in kinds():
        raise UsageError(f"no kind is called {kind!r}", f"choose from {', '.join(sorted(kinds()))}")
    states = dyad_of(dyad)
    if cursor and not _CURSOR.fullmatch(cursor):
        raise UsageError(f"{cursor!r} is no cursor", "give the `next` of the page before")
    bring(desk)
    pulse = desk.store.pulse()
    pairs = what == "pairs" if what else None
    asked = Open("-".join(states), kind, topic, pairs, desk.coded(pulse))
    found = desk.store.queue.open(asked, at, cursor, limit)
    dyads, known = desk.waiting_known(pulse)
    shown, before, after = (WAITS.validate_json(x) if x else None for x in (found.shown, found.before, found.next))
    return Queue(
        desk.day.isoformat(),
        {"dyad": asked.states, "kind": kind, "topic": topic, "what": what},
        {"dyad": dyads[:_DYADS], "kind": known, "topic": desk.topics},
        desk.waiting_counted(pulse, asked),
        found.place,
        before.id if before else None,
        after.id if after else None,
        _candidate(desk, shown) if shown else None,
        said(last, person) if (last := desk.store.last_word(person.name)) else None,
        [
            Waiting(w.id, len(w.claims) > 1, w.line, round(w.priority, 2), w.reasons[0].word)
            for w in map(WAITS.validate_json, found.some)
        ],
        found.after or None,
    )


def _candidate(desk: ServedDesk, waits: Waits) -> Candidate:
    """What waits, with the texts that it is about."""
    return Candidate(
        waits.id,
        round(waits.priority, 2),
        round(waits.doubt, 2),
        round(waits.importance, 2),
        waits.reasons,
        [side(desk, claim) for id_ in waits.claims if (claim := desk.store.claim(id_))],
        waits.score,
        waits.why,
        waits.together,
    )


def _table(answer: Queue) -> Table:
    header = ("id", "kind", "sentence", "priority", "reason")
    return header, [(w.id, w.line.kind, w.line.sentence, w.priority, w.word) for w in answer.waiting]


QUESTIONS = (Question("/review", review, "review.html", _table),)
