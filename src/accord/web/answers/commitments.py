"""What was promised, when it is due, and what became of it; as a list and as a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated

from fastapi import Query
from pydantic import TypeAdapter

from accord.analysis import OUTCOMES, Commitment
from accord.errors import UsageError
from accord.store import Asked
from accord.web.asked import Between, Topic, both_names
from accord.web.desk import ALL, ServedDesk, TheDesk
from accord.web.drawings import Drawn
from accord.web.question import Cursor, Limit, Question, Table
from accord.web.telling import Line, words

__all__ = ["PROMISE", "QUESTIONS", "TARGET", "Outcome", "Promise", "Within", "chosen", "promise"]

_WORDS = 12  # on a promise that are shown
Outcome = Annotated[str, Query(max_length=20, description=f"One of {', '.join(OUTCOMES)}.")]
Within = Annotated[int, Query(ge=0, le=36500, description="Due within so many days; 0 for any time.")]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A record that bears on a promise, what it says of it, and why the two belong together."""

    record: str
    says: str
    reason: str
    when: str | None


@dataclass(frozen=True, slots=True)
class Promise:
    """A line of the ledger. Growth is a share a year (0.86 = 86 %); `share` that of the target reached; `bearing` counts the
    words on it, of which `follow_up` gives the last."""

    line: Line
    by: list[str]
    what: str
    target: str
    due: str | None
    due_told: str
    given: str | None
    outcome: str
    reason: str
    pam: int | None
    g20: int | None
    judged: bool
    share: float | None
    required_growth: float | None
    observed_growth: float | None
    sources: list[str]
    bearing: int
    follow_up: list[FollowUp]


@dataclass(frozen=True, slots=True)
class Promises:
    """The ledger as of a day, the soonest due first; `target` is the figure that two states aim at; `outcomes` counts all,
    whichever outcome is asked for."""

    as_of: str
    states: list[str]
    names: list[str]
    asked: dict[str, str]
    outcomes: dict[str, int]
    total: int
    promises: list[Promise]
    target: Drawn | None
    next: str | None
    known: dict[str, list[str]]


PROMISE: TypeAdapter[Promise] = TypeAdapter(Promise)
TARGET: TypeAdapter[Drawn] = TypeAdapter(Drawn)


def all_commitments(
    desk: TheDesk,
    topic: Topic = "",
    outcome: Outcome = "",
    within: Within = 0,
    cursor: Cursor = "",
    limit: Limit = 25,
) -> Promises:
    """The promises and plans of all states."""
    return _answer(desk, (), topic, outcome, within, cursor, limit)


def dyad_commitments(
    desk: TheDesk,
    states: Between,
    topic: Topic = "",
    outcome: Outcome = "",
    within: Within = 0,
    cursor: Cursor = "",
    limit: Limit = 25,
) -> Promises:
    """The promises and plans between two states."""
    return _answer(desk, states, topic, outcome, within, cursor, limit)


def _answer(
    desk: ServedDesk, states: tuple[str, ...], topic: str, outcome: str, within: int, cursor: str, limit: int
) -> Promises:
    asked = _asked(desk, states, topic, outcome, within)
    counts = desk.counts(replace(asked, word=""))
    some, more = desk.findings(PROMISE, asked, cursor, limit)
    return Promises(
        desk.day.isoformat(),
        list(states),
        both_names(states),
        {"topic": topic, "outcome": outcome, "within": str(within or "")},
        {o: counts[o] for o in OUTCOMES if o in counts},
        counts.get(outcome, 0) if outcome else sum(counts.values()),
        some,
        _target(desk, states, topic),
        more,
        {"outcome": list(OUTCOMES), "topic": desk.topics},
    )


def _asked(desk: ServedDesk, states: tuple[str, ...], topic: str, outcome: str, within: int) -> Asked:
    if outcome and outcome not in OUTCOMES:
        raise UsageError(f"no outcome is called {outcome!r}", f"choose from {', '.join(OUTCOMES)}")
    return Asked("commitment", "-".join(states), outcome, topic, *_days(desk, within))


def _days(desk: ServedDesk, within: int) -> tuple[str, str]:
    """The first and the last day on which something is due within so many; empty for any time."""
    return (desk.day.isoformat(), (desk.day + timedelta(days=within)).isoformat()) if within else ("", "")


def chosen(desk: ServedDesk, states: tuple[str, ...], topic: str, outcome: str, within: int) -> list[Promise]:
    """All lines of the ledger that fit. Raises UsageError."""
    return desk.findings(PROMISE, _asked(desk, states, topic, outcome, within), "", ALL)[0]


def _target(desk: ServedDesk, states: tuple[str, ...], topic: str) -> Drawn | None:
    """The figure that two states aim at, with its series; None where there is none."""
    found = desk.findings(TARGET, Asked("target", "-".join(states), topic=topic), "", 1)[0] if states else []
    return found[0] if found else None


def promise(desk: ServedDesk, c: Commitment, states: Sequence[str]) -> Promise:
    """A line of the ledger in words."""
    said, p = words(desk.settings.language), c.progress
    target = c.record.values.get("target")
    return Promise(
        desk.line(c.record, states),
        [said.actors([who]) for who in c.by],
        c.what,
        said.amount(c.record.values, "target") if target is not None else "",
        str(c.due) if c.due else None,
        said.date(str(c.due)) if c.due else "",
        str(c.given) if c.given else None,
        c.outcome,
        c.reason,
        c.pam,
        c.g20,
        c.judged,
        p.share if p else None,
        p.required_growth if p else None,
        p.observed_growth if p else None,
        sorted({*p.required_from, *p.observed_from}) if p else [],
        len(c.follow_up),
        [FollowUp(b.record, b.verdict, b.reason, str(b.when) if b.when else None) for b in c.follow_up[-_WORDS:]],
    )


def _table(answer: Promises) -> Table:
    header = (
        "id",
        "due",
        "outcome",
        "by",
        "what",
        "target",
        "topic",
        "reason",
        "share",
        "required_growth",
        "observed_growth",
    )
    rows = [
        (p.line.id, p.due, p.outcome, p.by, p.what, p.target, p.line.topic, p.reason, p.share, p.required_growth,
         p.observed_growth)
        for p in answer.promises
    ]  # fmt: skip
    return header, rows


QUESTIONS = (
    Question("/commitments", all_commitments, "commitments.html", _table),
    Question("/dyads/{first}/{second}/commitments", dyad_commitments, "commitments.html", _table),
)
