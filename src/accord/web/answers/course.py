"""How relations went: the balance of cooperation and conflict by month or year, and the facts behind each bar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Query
from pydantic import TypeAdapter

from accord.analysis import Fact, Span
from accord.analysis import course as course_of
from accord.store import Asked, Wanted
from accord.values import Period
from accord.web.asked import Between, Topic, both_names
from accord.web.desk import ALL, ServedDesk, TheDesk
from accord.web.question import Question, Table
from accord.web.telling import Line

__all__ = ["BARS", "QUESTIONS", "bars"]

_Time = Annotated[
    str, Query(pattern=r"^(\d{4}(-\d\d)?)?$", description="A month (2025-03) or year whose facts to show.")
]


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or a year: the mean PLOVER score of its facts (-10 to 10), its interval, the sums above and below 0."""

    time: str
    balance: float
    low: float | None
    high: float | None
    cooperation: float
    conflict: float
    facts: int
    sources: int


BARS: TypeAdapter[list[Bar]] = TypeAdapter(list[Bar])


@dataclass(frozen=True, slots=True)
class Scored:
    """A fact behind a bar: its record, PLOVER type and mode, and score."""

    line: Line
    plover: str
    quad: str
    score: float


@dataclass(frozen=True, slots=True)
class Course:
    """The course of a dyad's relations; `facts` are those of the time asked for."""

    as_of: str
    states: list[str]
    names: list[str]
    asked: dict[str, str]
    bars: list[Bar]
    facts: list[Scored]
    known: dict[str, list[str]]


def course(
    desk: TheDesk,
    states: Between,
    by: Literal["month", "year"] = "month",
    topic: Topic = "",
    time: _Time = "",
) -> Course:
    """How relations of two states went."""
    by = by if not time else "year" if len(time) == 4 else "month"
    bars, _ = desk.findings(BARS, Asked("course", "-".join(states), f"{by} {topic}"), "", 1)
    return Course(
        desk.day.isoformat(),
        list(states),
        both_names(states),
        {"by": by, "topic": topic, "time": time},
        bars[0] if bars else [],
        [_scored(desk, f, states) for f in _behind(desk, states, by, topic, time)],
        {"topic": desk.topics, "by": ["month", "year"]},
    )


def _behind(desk: ServedDesk, states: tuple[str, str], by: str, topic: str, time: str) -> Sequence[Fact]:
    """The facts of a month or a year, in the order of time."""
    if not time:
        return ()
    when = Period.parse(time)
    ids, _ = desk.store.page(Wanted(between=states, since=when.first, until=when.last), limit=ALL)
    spans = course_of(desk.some(ids), desk.day, by=by, topic=topic)
    return next((s.facts for s in spans if s.label == time), ())


def bars(spans: Iterable[Span]) -> list[Bar]:
    """A course as it is drawn."""
    return [_bar(s) for s in spans]


def _bar(s: Span) -> Bar:
    return Bar(s.label, s.balance, s.low, s.high, s.cooperation, s.conflict, len(s.facts), s.sources)


def _scored(desk: ServedDesk, f: Fact, states: tuple[str, ...]) -> Scored:
    plover = "/".join(p for p in (f.event.type, f.event.mode) if p)
    return Scored(desk.line(f.record, states), plover, str(f.event.quad), f.event.score)


def _table(answer: Course) -> Table:
    if answer.asked["time"]:
        return ("id", "date", "sentence", "plover", "quad", "score"), [
            (f.line.id, f.line.date, f.line.sentence, f.plover, f.quad, f.score) for f in answer.facts
        ]
    header = ("time", "balance", "low", "high", "cooperation", "conflict", "facts", "sources")
    return header, [
        (b.time, b.balance, b.low, b.high, b.cooperation, b.conflict, b.facts, b.sources) for b in answer.bars
    ]


QUESTIONS = (Question("/dyads/{first}/{second}/course", course, "course.html", _table),)
