"""What pages show of the records of two states, found in these alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accord.analysis import Commitment, dyads
from accord.brief.targets import aimed_at
from accord.store import Circle, Finding
from accord.store.rows import circles_of
from accord.web.answers.commitments import PROMISE, TARGET, promise
from accord.web.answers.contradictions import DIFFERENCE, difference
from accord.web.answers.pictures import target_of
from accord.web.desk import DYAD, ServedDesk
from accord.web.drawings import drawn, plain_look
from accord.web.glance import GLANCE, glance

__all__ = ["find"]

_ONE = "1"  # the rank of what there is one of
_MOST = 10**9  # more than there ever are of anything: what is more goes before what is less


def find(desk: ServedDesk, circle: Circle) -> Iterator[Finding]:
    """All that is shown of a circle without looking at its records again."""
    found = desk.archive(circle.between)
    for line in desk.ledger(circle.between):
        yield _promise(desk, line, circle)
    for odds in desk.contradictions(circle.between):
        rank = f"{_MOST - sum(c.voices for c in odds.camps):010} {odds.record.id} {odds.key} {odds.step}"
        own, topics = circles_of(odds.record)[0] == circle.states, found.topics(odds.record)
        body = DIFFERENCE.dump_json(difference(desk, odds, circle.between)).decode()
        yield Finding("contradiction", rank, body, own, odds.grade, topics)
    if "" in circle.between:
        return
    for dyad in dyads(found, desk.day):
        if dyad.states == circle.between:
            rank = f"{_MOST - dyad.facts:010} {_MOST - dyad.records:010} {circle.states}"
            yield Finding("dyad", rank, DYAD.dump_json(dyad).decode())
    yield Finding("glance", _ONE, GLANCE.dump_json(glance(desk, circle.between)).decode())
    if aim := aimed_at(desk.ledger(circle.between)):
        states = (circle.between[0], circle.between[1])
        picture = drawn(desk.drawings.picture(target_of(desk, states, plain_look)))
        yield Finding("target", _ONE, TARGET.dump_json(picture).decode(), topics=found.topics(aim.record))
    desk.clear()


def _promise(desk: ServedDesk, line: Commitment, circle: Circle) -> Finding:
    last, given = (p or date.max for p in (line.due and line.due.last, line.given and line.given.first))
    body = PROMISE.dump_json(promise(desk, line, circle.between)).decode()
    own, topics = circles_of(line.record)[0] == circle.states, desk.archive(circle.between).topics(line.record)
    day = last.isoformat() if line.due else ""
    return Finding("commitment", f"{last} {given} {line.record.id}", body, own, line.outcome, topics, day)
