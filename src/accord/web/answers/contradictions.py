"""Where sources contradict each other: the values side by side, each with its quotes, and what might explain them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from accord.analysis import Agreement
from accord.document import Evidence
from accord.record import Claim
from accord.store import Asked
from accord.web.asked import Between, Topic, both_names
from accord.web.desk import ServedDesk, TheDesk
from accord.web.question import Cursor, Limit, Question, Table
from accord.web.quotes import Quote, quoted
from accord.web.telling import Line
from accord.web.values import label, shown

__all__ = ["DIFFERENCE", "QUESTIONS", "Difference", "difference"]

_QUOTES = 3  # shown for each value


@dataclass(frozen=True, slots=True)
class Side:
    """A value, its independent sources, and quotes that give it."""

    value: str
    sources: int
    claims: list[str]
    quotes: list[Quote]


@dataclass(frozen=True, slots=True)
class Difference:
    """A key on which sources differ; `grade` is majority or conflict; `step` which act of the record it is of."""

    line: Line
    key: str
    label: str
    step: str
    grade: str
    sides: list[Side]
    explained: list[str]


@dataclass(frozen=True, slots=True)
class Differences:
    """All contradictions, the best attested first."""

    as_of: str
    states: list[str]
    names: list[str]
    asked: dict[str, str]
    total: int
    differences: list[Difference]
    next: str | None
    known: dict[str, list[str]]


DIFFERENCE: TypeAdapter[Difference] = TypeAdapter(Difference)


def all_contradictions(desk: TheDesk, topic: Topic = "", cursor: Cursor = "", limit: Limit = 10) -> Differences:
    """Where sources differ, on any states."""
    return _answer(desk, (), topic, cursor, limit)


def dyad_contradictions(
    desk: TheDesk, states: Between, topic: Topic = "", cursor: Cursor = "", limit: Limit = 10
) -> Differences:
    """Where sources differ on two states."""
    return _answer(desk, states, topic, cursor, limit)


def _answer(desk: ServedDesk, states: Sequence[str], topic: str, cursor: str, limit: int) -> Differences:
    asked = Asked("contradiction", "-".join(states), topic=topic)
    some, more = desk.findings(DIFFERENCE, asked, cursor, limit)
    return Differences(
        desk.day.isoformat(),
        list(states),
        both_names(states),
        {"topic": topic},
        sum(desk.counts(asked).values()),
        some,
        more,
        {"topic": desk.topics},
    )


def difference(desk: ServedDesk, a: Agreement, states: Sequence[str]) -> Difference:
    """A contradiction in words, with its quotes."""
    kind = a.record.kind
    sides = [
        Side(
            shown(kind, a.key, camp.value),
            camp.voices,
            [c.id for c in camp.claims],
            [quoted(_telling(c, a.key), desk.store.document(c.document)) for c in camp.claims[:_QUOTES]],
        )
        for camp in a.camps
    ]
    return Difference(desk.line(a.record, states), a.key, label(kind, a.key), a.step, a.grade, sides, list(a.explained))


def _telling(claim: Claim, key: str) -> Evidence:
    """The quote that gives the value of a key; the claim's first where none says so."""
    return next((e for e in claim.evidence if key in e.keys), claim.evidence[0])


def _table(answer: Differences) -> Table:
    header = ("id", "kind", "key", "step", "grade", "value", "sources", "quote", "document", "explained")
    rows = [
        (d.line.id, d.line.kind, d.key, d.step, d.grade, s.value, s.sources, q.quote, q.doc, "; ".join(d.explained))
        for d in answer.differences
        for s in d.sides
        for q in s.quotes[:1]
    ]
    return header, rows


QUESTIONS = (
    Question("/contradictions", all_contradictions, "contradictions.html", _table),
    Question("/dyads/{first}/{second}/contradictions", dyad_contradictions, "contradictions.html", _table),
)
