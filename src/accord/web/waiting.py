"""What waits for a person's word, found and kept in its order: in a small store among all records, when it is asked for;
in a large one circle by circle, with what else is found there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter

from accord.analysis import Archive, Doubt, doubts
from accord.kinds import kinds
from accord.record import Role
from accord.resolve.near import near_pairs
from accord.store import SMALL, WHOLE, Circle, Doubtful
from accord.store.rows import circles_of, start_of_record
from accord.version import __version__
from accord.web.candidates import alone
from accord.web.desk import ServedDesk
from accord.web.telling import Line

__all__ = ["WAITS", "Reasoned", "Waits", "bring", "find_waiting"]

_COMPARED = 2000  # records of a circle, the latest, whose claims are compared again


@dataclass(frozen=True, slots=True)
class Reasoned:
    """Why it is here, in one of the words of accord.analysis.Ground, and how much that weighs (0 to 1)."""

    word: str
    weight: float


@dataclass(frozen=True, slots=True)
class Waits:
    """A claim, or a pair of claims, that somebody should look at: see `accord.analysis.Doubt`. `line` is of the first;
    `score` and `why` are of the comparison of a pair."""

    claims: list[str]
    line: Line
    doubt: float
    importance: float
    reasons: list[Reasoned]
    score: float | None
    why: str
    together: bool

    @property
    def id(self) -> str:
        return "+".join(self.claims)

    @property
    def priority(self) -> float:
        return self.doubt * self.importance


WAITS: TypeAdapter[Waits] = TypeAdapter(Waits)


def bring(desk: ServedDesk) -> None:
    """Bring what waits up to date in a small store."""
    if desk.store.size() > SMALL:
        return
    made_of = f"{desk.store.ready.mark(WHOLE)} {__version__} {desk.day} {desk.settings.language}"
    if desk.store.queue.made_of() != made_of:
        archive, judged = Archive.of(desk.store), desk.judged()
        near = desk.near(desk.store.claims_stamp())
        found = doubts(archive, near, judged, desk.contradictions(), desk.ledger(), desk.day)
        desk.store.queue.keep(WHOLE, [_doubtful(desk, d, _circles(d)) for d in found], made_of)


def _circles(doubt: Doubt) -> list[str]:
    """The circles of any record that it is about, those of the first before others."""
    return list(dict.fromkeys(circle for record in doubt.records for circle in circles_of(record)))


def find_waiting(desk: ServedDesk, circle: Circle) -> Iterator[Doubtful]:
    """What waits in the records of a circle alone."""
    archive = desk.whole(circle.between)
    latest = sorted(archive.records, key=start_of_record)[-_COMPARED:]
    near = near_pairs(claim for record in latest for claim in record.claims)
    odds, promises = desk.contradictions(circle.between), desk.ledger(circle.between)
    for found in doubts(archive, near, desk.judged(), odds, promises, desk.day, desk.store.ready.busiest()):
        shared = set.intersection(*(set(circles_of(record)) for record in found.records))
        yield _doubtful(desk, found, [circle.states], min(shared))


def _doubtful(desk: ServedDesk, doubt: Doubt, circles: Iterable[str], own: str = "") -> Doubtful:
    waits = Waits(
        [claim.id for claim in doubt.claims],
        alone(desk, doubt.claims[0]),
        doubt.doubt,
        doubt.importance,
        [Reasoned(g.word, g.weight) for g in doubt.grounds],
        doubt.pair.score if doubt.pair else None,
        doubt.pair.words if doubt.pair else "",
        doubt.together,
    )
    first, second = (*waits.claims, "")[:2]
    some = tuple(circles)
    kind, body = doubt.claims[0].kind, WAITS.dump_json(waits).decode()
    return Doubtful(first, second, doubt.priority, some, own or some[0], kind, _topics(doubt), body)


def _topics(doubt: Doubt) -> tuple[str, ...]:
    fields = ((c, f) for c in doubt.claims for f in kinds()[c.kind].with_role(Role.TOPIC))
    return tuple(sorted({topic for c, f in fields for topic in c.values.get(f.name, ())}))
