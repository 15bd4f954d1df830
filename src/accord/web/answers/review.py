"""The review desk: what waits for a person's word, the most urgent first, beside the text that it was taken from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Annotated

from fastapi import Query

from accord.analysis import Doubt
from accord.desk.coding import study_of, units
from accord.errors import UsageError
from accord.kinds import kinds
from accord.record import Role
from accord.web.access import Person, Reader
from accord.web.answers.record import Said, said
from accord.web.asked import Topic, dyad_of
from accord.web.candidates import Side, alone, side
from accord.web.desk import ServedDesk, TheDesk
from accord.web.question import Cursor, Limit, Question, Table, paged
from accord.web.telling import Line

__all__ = ["QUESTIONS", "Candidate", "candidate"]

_Dyad = Annotated[str, Query(max_length=160, description="Two states with a - between: KEN-UGA.")]
_Kind = Annotated[str, Query(max_length=40, description="One of the fourteen kinds.")]
_What = Annotated[str, Query(pattern="^(claims|pairs|)$", description="claims, pairs, or both without it.")]
_At = Annotated[str, Query(max_length=200, description="The one to show; the first without it.")]


@dataclass(frozen=True, slots=True)
class Reasoned:
    """Why it is here, in one of the words of accord.analysis.Ground, and how much that weighs (0 to 1)."""

    word: str
    weight: float


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
    """What waits, by priority. `place` counts from 1; `before` and `after` are the neighbours of the candidate; `last`
    is the reader's own last judgement, which can be undone."""

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
    every = _open(desk)
    found = [d for d in every if _fits(d, states, kind, topic, what)]
    place = next((n for n, d in enumerate(found) if d.id == at), 0)
    some, more = paged(found, cursor, limit)
    return Queue(
        desk.day.isoformat(),
        {"dyad": "-".join(states), "kind": kind, "topic": topic, "what": what},
        {"dyad": _dyads(every), "kind": sorted({d.claims[0].kind for d in every}), "topic": desk.topics},
        len(found),
        place + 1 if found else 0,
        found[place - 1].id if place else None,
        found[place + 1].id if place + 1 < len(found) else None,
        candidate(desk, found[place]) if found else None,
        _last(desk, person),
        [
            Waiting(d.id, d.pair is not None, alone(desk, d.claims[0]), round(d.priority, 2), d.grounds[0].word)
            for d in some
        ],
        more,
    )


def _open(desk: ServedDesk) -> list[Doubt]:
    """The queue without what two coders are at: they are not to see each other's work."""
    study = study_of(desk.store)
    coded = {u.claim.id for u in units(desk.store, study) if not u.done(study.coders)} if study else set()
    return [d for d in desk.doubts() if coded.isdisjoint(c.id for c in d.claims)]


def _fits(doubt: Doubt, states: Sequence[str], kind: str, topic: str, what: str) -> bool:
    first = doubt.records[0]
    return (
        (not states or any(set(states) <= set(r.concerns) for r in doubt.records))
        and (not kind or first.kind == kind)
        and (not topic or topic in _topics(doubt))
        and (not what or (what == "pairs") == (doubt.pair is not None))
    )


def _topics(doubt: Doubt) -> set[str]:
    found = {c.values.get(f.name) for c in doubt.claims for f in kinds()[c.kind].with_role(Role.TOPIC)}
    return {str(topic) for topic in found if topic}


def _dyads(found: Sequence[Doubt]) -> list[str]:
    """Pairs of states with something to judge, those with most of it first."""
    counts = Counter("-".join(two) for d in found for two in combinations(sorted(d.records[0].concerns), 2))
    return [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def candidate(desk: ServedDesk, doubt: Doubt) -> Candidate:
    """A doubt with the texts that it is about."""
    return Candidate(
        doubt.id,
        round(doubt.priority, 2),
        round(doubt.doubt, 2),
        round(doubt.importance, 2),
        [Reasoned(g.word, g.weight) for g in doubt.grounds],
        [side(desk, claim) for claim in doubt.claims],
        doubt.pair.score if doubt.pair else None,
        doubt.pair.words if doubt.pair else "",
        doubt.together,
    )


def _last(desk: ServedDesk, person: Person) -> Said | None:
    own = [word for word in desk.store.judgements() if word.who == person.name]
    return said(own[-1], person) if own else None


def _table(answer: Queue) -> Table:
    header = ("id", "kind", "sentence", "priority", "reason")
    return header, [(w.id, w.line.kind, w.line.sentence, w.priority, w.word) for w in answer.waiting]


QUESTIONS = (Question("/review", review, "review.html", _table),)
