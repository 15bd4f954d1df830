"""What pages show of the records of two states, found in these alone; and of all records, what no two states have for
themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from accord.analysis import Archive, Commitment, Moment, dyad
from accord.analysis.people import tenures
from accord.brief.kept import ahead as kept_ahead
from accord.brief.targets import aimed_at
from accord.kinds import kinds
from accord.record import TOPICS, Record, Type
from accord.store import WHOLE, Circle, Finding
from accord.store.rows import circles_of
from accord.web.answers.commitments import PROMISE, TARGET, promise
from accord.web.answers.contradictions import DIFFERENCE, difference
from accord.web.answers.course import BARS, bars
from accord.web.answers.map import CHARTED, MAPS, UNPLACED, UNPLACED_THINGS, charted, place_of
from accord.web.answers.people import HELD, kept
from accord.web.answers.pictures import target_of
from accord.web.answers.timeline import MOMENT, entry
from accord.web.desk import ALL, DYAD, ServedDesk
from accord.web.drawings import drawn, plain_look
from accord.web.glance import GLANCE, glance
from accord.web.settings import Settings
from accord.web.waiting import find_waiting

__all__ = ["find", "find_ahead", "served"]

_ONE = "1"  # the rank of what there is one of
_NAMING = [kind.name for kind in kinds().values() if any(f.type in (Type.PERSON, Type.PEOPLE) for f in kind.fields)]


def served(settings: Settings) -> ServedDesk:
    """A desk that finds what its pages show."""
    return ServedDesk(settings, find, find_ahead, find_waiting)


def find(desk: ServedDesk, circle: Circle) -> Iterator[Finding]:
    """All that is shown of a circle without looking at its records again."""
    if circle.states == WHOLE:
        yield from _people(desk, desk.of_kinds(_NAMING))
        return
    found = desk.archive(circle.between)
    for line in desk.ledger(circle.between):
        yield _promise(desk, line, circle, found.topics(line.record))
    for odds in desk.contradictions(circle.between):
        rank = f"{ALL - sum(c.voices for c in odds.camps):010} {odds.record.id} {odds.key} {odds.step}"
        own, topics = circles_of(odds.record)[0] == circle.states, found.topics(odds.record)
        body = DIFFERENCE.dump_json(difference(desk, odds, circle.between)).decode()
        yield Finding("contradiction", rank, body, own, odds.grade, topics)
    if "" not in circle.between:
        yield from _between(desk, (circle.between[0], circle.between[1]), found)


def find_ahead(desk: ServedDesk, circle: Circle) -> Iterator[Finding]:
    """What is found where there is time to; and the records are told. In a small store pages do so when they are asked."""
    desk.tell(circle)
    if circle.states == WHOLE or "" in circle.between:
        return
    states = circle.between[0], circle.between[1]
    for topic, some in _by_topic(desk.archive(states)).items():
        yield from _map(states, topic, some)
    lines = desk.ledger(states)
    yield from kept_ahead(desk.store, desk.whole(states), lines, states, desk.day, desk.settings.language)


def _between(desk: ServedDesk, states: tuple[str, str], found: Archive) -> Iterator[Finding]:
    """What is shown of two states alone."""
    for topic, some in _by_topic(found).items():
        if some.records:
            yield from _activity(desk, states, topic, some)
    yield Finding("glance", _ONE, GLANCE.dump_json(glance(desk, states)).decode())
    for moment in desk.timeline(states):
        yield _moment(desk, moment, found.topics(moment.record))
    yield from _people(desk, found)
    if aim := aimed_at(desk.ledger(states)):
        sketch = target_of(desk, states, plain_look)
        body = TARGET.dump_json(drawn(sketch.draw(desk, sketch.look, *sketch.given))).decode()
        yield Finding("target", _ONE, body, topics=found.topics(aim.record))


def _by_topic(found: Archive) -> dict[str, Archive]:
    """The records of two states by topic; all of them under none."""
    topics: dict[str, list[Record]] = {topic: [] for topic in TOPICS}
    for record in found.records:
        for topic in found.topics(record):
            topics[topic].append(record)
    return {"": found} | {topic: replace(found, records=tuple(some)) for topic, some in topics.items()}


def _activity(desk: ServedDesk, states: tuple[str, str], topic: str, some: Archive) -> Iterator[Finding]:
    """How much is told of two states on a topic, and how relations went."""
    active = dyad(states, some.records, desk.facts(states, topic), some, desk.day)
    rank = f"{ALL - active.facts:010} {ALL - active.records:010} {'-'.join(states)}"
    yield Finding(f"dyad {topic}".strip(), rank, DYAD.dump_json(active).decode())
    for by in ("month", "year"):
        body = BARS.dump_json(bars(desk.course(states, by, topic))).decode()
        yield Finding("course", f"{by} {topic}", body, word=f"{by} {topic}")


def _map(states: tuple[str, str], topic: str, some: Archive) -> Iterator[Finding]:
    """Where things of two states are, and what has no known place."""
    shown, unplaced = charted(some, states)
    yield Finding(f"{MAPS} {topic}".strip(), _ONE, CHARTED.dump_json(shown).decode())
    for number, thing in enumerate(unplaced):
        yield Finding(f"{UNPLACED_THINGS} {topic}".strip(), place_of(number), UNPLACED.dump_json(thing).decode())


def _promise(desk: ServedDesk, line: Commitment, circle: Circle, topics: tuple[str, ...]) -> Finding:
    last, given = (p or date.max for p in (line.due and line.due.last, line.given and line.given.first))
    body = PROMISE.dump_json(promise(desk, line, circle.between)).decode()
    own = circles_of(line.record)[0] == circle.states
    day = last.isoformat() if line.due else ""
    return Finding("commitment", f"{last} {given} {line.record.id}", body, own, line.outcome, topics, day)


def _moment(desk: ServedDesk, m: Moment, topics: tuple[str, ...]) -> Finding:
    first, last = m.period.first.isoformat(), m.period.last.isoformat()
    rank = f"{first} {last} {m.record.id} {m.step} {m.standing}"
    return Finding("moment", rank, MOMENT.dump_json(entry(desk, m)).decode(), True, m.standing, topics, first, last)


def _people(desk: ServedDesk, found: Archive) -> Iterator[Finding]:
    """Who is seen in which office; those of whom less is told come last."""
    for place, tenure in enumerate(tenures(found)):
        rank = f"{not tenure.state:d}{not tenure.key.key:d} {place:08}"
        yield Finding("tenure", rank, HELD.dump_json(kept(desk, tenure)).decode(), word=tenure.state)
