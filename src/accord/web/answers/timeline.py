"""What happened between two states, was planned, lapsed or was called off, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Query
from pydantic import TypeAdapter

from accord.analysis.timeline import STANDINGS, Moment
from accord.errors import UsageError
from accord.store import Asked
from accord.web.asked import Between, Span, Topic, both_names
from accord.web.desk import ServedDesk, TheDesk
from accord.web.question import Cursor, Limit, Question, Table
from accord.web.telling import words

__all__ = ["MOMENT", "QUESTIONS", "Standing", "entry", "moments"]

Standing = Annotated[str, Query(max_length=20, description=f"One of {', '.join(STANDINGS)}.")]


@dataclass(frozen=True, slots=True)
class Entry:
    """A step of a record at its time (`date` is ISO 8601, as precise as its sources are)."""

    date: str
    told: str
    record: str
    kind: str
    what: str
    step: str
    standing: str
    sources: int


MOMENT: TypeAdapter[Entry] = TypeAdapter(Entry)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments of a dyad, the latest first."""

    as_of: str
    states: list[str]
    names: list[str]
    asked: dict[str, str]
    total: int
    moments: list[Entry]
    next: str | None
    known: dict[str, list[str]]


def timeline(
    desk: TheDesk,
    states: Between,
    span: Span,
    topic: Topic = "",
    standing: Standing = "",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> Timeline:
    """The timeline of two states."""
    _check(standing)
    first, last = span.first.isoformat() if span.since else "", span.last.isoformat() if span.until else ""
    asked = Asked("moment", "-".join(states), standing, topic, first, last, backwards=True)
    some, more = desk.findings(MOMENT, asked, cursor, limit)
    return Timeline(
        desk.day.isoformat(),
        list(states),
        both_names(states),
        {"topic": topic, "standing": standing, "since": span.since, "until": span.until},
        sum(desk.counts(asked).values()),
        some,
        more,
        {"topic": desk.topics, "standing": list(STANDINGS)},
    )


def _check(standing: str) -> None:
    if standing and standing not in STANDINGS:
        raise UsageError(f"no standing is called {standing!r}", f"choose from {', '.join(STANDINGS)}")


def moments(
    desk: ServedDesk, states: tuple[str, str], topic: str, standing: str, first: date, last: date
) -> list[Moment]:
    """The moments of a topic and a standing (empty: all) that may lie between two days. Raises UsageError."""
    _check(standing)
    return [
        m
        for m in desk.timeline(states, topic)
        if (not standing or m.standing == standing) and first <= m.period.last and m.period.first <= last
    ]


def entry(desk: ServedDesk, m: Moment) -> Entry:
    """A moment in words."""
    said = words(desk.settings.language)
    title = m.title or desk.line(m.record).sentence
    return Entry(
        str(m.period), said.date(str(m.period)), m.record.id, m.record.kind, title, m.step, m.standing, m.voices
    )


def _table(answer: Timeline) -> Table:
    header = ("date", "standing", "kind", "what", "step", "sources", "id")
    return header, [(m.date, m.standing, m.kind, m.what, m.step, m.sources, m.record) for m in answer.moments]


QUESTIONS = (Question("/dyads/{first}/{second}/timeline", timeline, "timeline.html", _table),)
