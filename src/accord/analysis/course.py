"""The course of relations: the balance of cooperation and conflict of a dyad, by month, year and topic.

Every record that is an event counts once, however often it is told: its PLOVER score (-10 to 10) is its weight. The
balance of a time is the mean of the scores of its facts. Its interval comes from resampling the independent sources
(percentile bootstrap, Efron 1979), 2.5 to 97.5 per cent, with draws that are the same in every run. docs/course.md tells
the method and what it cannot say.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from statistics import fmean
from typing import Any

import numpy as np

from accord.analysis.archive import Archive
from accord.plover import Event
from accord.record import Record, Told
from accord.values import Period

__all__ = ["Dyad", "Fact", "Span", "course", "dyad", "dyads", "facts", "spans"]

_DRAWS = 500
_SEED = 2024
_AT_ONCE = 100_000  # voices drawn
_EXACT = 6  # decimals of a sum of scores, which have one


@dataclass(frozen=True, slots=True, repr=False)
class Fact(Told):
    """A record as an event at a time. `voices` are its independent sources."""

    record: Record
    event: Event
    period: Period
    topics: tuple[str, ...]
    voices: frozenset[str]
    what: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {
            "date": str(self.period),
            "score": self.event.score,
            "plover": "/".join(p for p in (self.event.type, self.event.mode) if p),
            "kind": self.record.kind,
            "what": self.what,
            "sources": len(self.voices),
            "id": self.record.id,
        }


@dataclass(frozen=True, slots=True, repr=False)
class Span(Told):
    """A month, or a year, and its facts. `balance` is their mean score; `low` and `high` its interval, None where one
    source alone speaks; `cooperation` and `conflict` are the sums of scores above and below 0."""

    label: str
    facts: tuple[Fact, ...]
    balance: float
    low: float | None
    high: float | None
    cooperation: float
    conflict: float
    sources: int

    def as_dict(self) -> dict[str, Any]:
        line: dict[str, Any] = {
            "time": self.label,
            "balance": self.balance,
            "low": self.low,
            "high": self.high,
            "cooperation": self.cooperation,
            "conflict": self.conflict,
            "facts": len(self.facts),
            "sources": self.sources,
            "records": [f.record.id for f in self.facts],
        }
        return {k: v for k, v in line.items() if v is not None}


@dataclass(frozen=True, slots=True, repr=False)
class Dyad(Told):
    """A pair of states: how many facts, the balance of all of them, and the last day that anything is told of;
    `contacts` are the facts that were meetings, visits and talks (PLOVER's CONSULT)."""

    states: tuple[str, str]
    facts: int
    balance: float | None
    last: date | None
    records: int
    contacts: int = 0

    def as_dict(self) -> dict[str, Any]:
        line = {
            "states": list(self.states),
            "records": self.records,
            "contacts": self.contacts,
            "facts": self.facts,
            "balance": self.balance,
            "last": self.last.isoformat() if self.last else None,
        }
        return {k: v for k, v in line.items() if v is not None}


def facts(archive: Archive, as_of: date, topic: str = "") -> Iterator[Fact]:
    """The events that happened by a day, each once. What is only planned or proposed counts as the word that it is:
    PLOVER codes it so."""
    for record in archive.records:
        event = archive.kinds[record.kind].plover(record.values, record.status)
        period = archive.when(record)
        if event is None or period is None or period.open or (record.status == "reported" and period.first > as_of):
            continue
        topics = archive.topics(record)
        if not topic or topic in topics:
            yield Fact(record, event, period, topics, archive.voices(record.claims), archive.title(record))


def course(archive: Archive, as_of: date, *, by: str = "month", topic: str = "") -> tuple[Span, ...]:
    """The balance by month or year, in the order of time. A fact that is known to the year alone is in no month."""
    return spans(facts(archive, as_of, topic), by)


def spans(found: Iterable[Fact], by: str) -> tuple[Span, ...]:
    """The balance of facts: see `course`."""
    groups: dict[str, list[Fact]] = defaultdict(list)
    for fact in found:
        if label := _label(fact.period, by):
            groups[label].append(fact)
    return tuple(_span(label, groups[label]) for label in sorted(groups))


def _label(period: Period, by: str) -> str:
    first, last = period.first, period.last
    if first.year != last.year:
        return ""
    if by == "year":
        return f"{first.year:04}"
    return f"{first.year:04}-{first.month:02}" if first.month == last.month else ""


def _span(label: str, found: Sequence[Fact]) -> Span:
    ordered = tuple(sorted(found, key=lambda f: (f.period.first, f.record.id)))
    scores = [f.event.score for f in ordered]
    low, high = _interval(ordered, label)
    return Span(
        label,
        ordered,
        round(fmean(scores), 2),
        low,
        high,
        round(sum(s for s in scores if s > 0), 2),
        round(sum(s for s in scores if s < 0), 2),
        len(frozenset().union(*(f.voices for f in ordered))),
    )


def _interval(found: Sequence[Fact], label: str) -> tuple[float | None, float | None]:
    """The interval of the mean score, the sources drawn anew with replacement; None where fewer than two speak."""
    by_voice: dict[str, list[float]] = defaultdict(list)
    for fact in found:
        by_voice[min(fact.voices)].append(fact.event.score)
    voices = sorted(by_voice)
    if len(voices) < 2:
        return None, None
    sums, counts = np.array([sum(by_voice[v]) for v in voices]), np.array([len(by_voice[v]) for v in voices])
    draws = ((sums[some].sum(axis=1).round(_EXACT), counts[some].sum(axis=1)) for some in _drawn(len(voices), label))
    means = np.sort(np.concatenate([whole / number for whole, number in draws]))
    return round(float(means[int(0.025 * _DRAWS)]), 2), round(float(means[int(0.975 * _DRAWS)]), 2)


def _drawn(count: int, label: str) -> Iterator[Any]:
    """The draws, as places of voices: those of `random.Random.choices`, some rows at a time."""
    _, (*keys, at), _ = random.Random(f"{_SEED} {label}").getstate()
    dice = np.random.RandomState()
    dice.set_state(("MT19937", np.array(keys, dtype=np.uint32), at, 0, 0.0))
    rows = max(1, _AT_ONCE // count)
    for start in range(0, _DRAWS, rows):
        drawn = dice.random_sample((min(rows, _DRAWS - start), count))
        yield (drawn * count).astype(np.int64)


def dyads(archive: Archive, as_of: date) -> tuple[Dyad, ...]:
    """All pairs of states that records are about, the most active first."""
    held: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in archive.records:
        for pair in combinations(sorted(record.concerns), 2):
            held[pair].append(record)
    scored: dict[str, Fact] = {f.record.id: f for f in facts(archive, as_of)}
    found = [
        dyad(pair, some, [scored[r.id] for r in some if r.id in scored], archive, as_of) for pair, some in held.items()
    ]
    return tuple(sorted(found, key=lambda d: (-d.facts, -d.records, d.states)))


def dyad(pair: tuple[str, str], records: Sequence[Record], own: Sequence[Fact], archive: Archive, as_of: date) -> Dyad:
    """A pair of states with the records that are about it, and the facts that these are."""
    days = [p.last for r in records if r.status == "reported" and (p := archive.when(r)) and p.last <= as_of]
    balance = round(fmean(f.event.score for f in own), 2) if own else None
    contacts = sum(f.event.type == "CONSULT" for f in own)
    return Dyad(pair, len(own), balance, max(days, default=None), len(records), contacts)
