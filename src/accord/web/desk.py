"""What every page works with: the store, the day, its records in pages, and the analyses of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from typing import Annotated, Protocol, TypeVar

from anyio import CapacityLimiter
from fastapi import Depends, Request
from pydantic import TypeAdapter
from starlette.concurrency import run_in_threadpool

from accord.analysis import (
    Agreement,
    Archive,
    Change,
    Commitment,
    Dyad,
    Fact,
    Moment,
    Span,
    changes,
    contradictions,
    facts,
    ledger,
    spans,
    timeline,
)
from accord.brief.build import Options
from accord.brief.command import compose
from accord.desk import Desk
from accord.desk.coding import study_of, units
from accord.errors import UsageError
from accord.record import STATUSES, TOPICS, Record
from accord.resolve.compare import Pair
from accord.resolve.judge import Judgement
from accord.resolve.near import near_pairs
from accord.store import THRESHOLD, WHOLE, Asked, Circle, Doubtful, Finding, Listed, Shelved, Store, Wanted
from accord.store.rows import circles_of
from accord.values import Period
from accord.version import __version__
from accord.web.counting import Counting
from accord.web.drawings import Drawings
from accord.web.readings import Readings
from accord.web.settings import Settings
from accord.web.telling import LINE, Line, line, made_of

__all__ = ["ALL", "DYAD", "Page", "ServedDesk", "TheDesk"]

_ARCHIVES = 2  # pairs of states whose records are held ready
_CURSOR = re.compile(r"(\d{4}-\d\d-\d\d)? \S+")  # of a page of records: the day and the id of the last
ALL = 10**9
"""More than there ever are of anything."""
_AT_ONCE = 500  # records that are kept as told in one transaction
DYAD: TypeAdapter[Dyad] = TypeAdapter(Dyad)
_MAKERS = 2  # pages that are made at the same time: more threads would only wait for each other
_T = TypeVar("_T")
_BRIEFS = 8  # briefs that are held ready
_COUNTS = 2000  # of findings that are held ready


_Find = Callable[["ServedDesk", Circle], Iterable[Finding]]
_FindWaiting = Callable[["ServedDesk", Circle], Iterable[Doubtful]]


class _Filters(Protocol):
    kind: str
    status: str
    topic: str
    since: str
    until: str
    q: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the records that were asked for, as a list shows them: `total` of them there are, of `kinds` with the filter
    on kinds left out; `more` tells that their words stand in more claims than were looked at, those kept last; `next` is
    where the next page begins, None at the end."""

    lines: list[Line]
    total: int
    kinds: dict[str, int]
    more: bool
    next: str | None


class _Book:
    """Some records as a book of which an archive is made."""

    def __init__(self, store: Store, found: Sequence[Record]) -> None:
        self._found = found
        self.sources = store.sources

    def records(self, *, between: Iterable[str] = ()) -> list[Record]:
        return [record for record in self._found if set(between) <= set(record.concerns)]


class ServedDesk:
    """A desk as it is served, with its answers held ready; one for an application. Answers take it as `desk: TheDesk`."""

    def __init__(self, settings: Settings, find: _Find, ahead: _Find, waiting: _FindWaiting) -> None:
        self.settings = settings
        self.store = Store.open(settings.store, lazy=True)
        self.counting = Counting(self.store, partial(find, self), partial(ahead, self), partial(waiting, self))
        self._whole = lru_cache(maxsize=_ARCHIVES)(self._read)
        self._archive = lru_cache(maxsize=_ARCHIVES)(self._find_sure)
        self._ledger = lru_cache(maxsize=_ARCHIVES)(self._judge_promises)
        self._odds = lru_cache(maxsize=_ARCHIVES)(self._find_odds)
        self._moments = lru_cache(maxsize=_ARCHIVES)(self._find_moments)
        self._facts = lru_cache(maxsize=_ARCHIVES)(self._find_facts)
        self._spans = lru_cache(maxsize=_ARCHIVES)(self._find_spans)
        self._news = lru_cache(maxsize=_ARCHIVES)(self._find_news)
        self._added = lru_cache(maxsize=1)(lambda _mark: self.store.ready.added_by_day())
        self._counts = lru_cache(maxsize=_COUNTS)(lambda _pulse, asked: self.store.ready.count(asked))
        self._kinds = lru_cache(maxsize=_COUNTS)(lambda _pulse, wanted: self.store.count(wanted))
        self._shelved = lru_cache(maxsize=_COUNTS)(lambda _pulse, wanted: self.store.shelf.count(wanted))
        self._publishers = lru_cache(maxsize=1)(lambda _pulse: self.store.shelf.publishers())
        self._dyads = lru_cache(maxsize=len(TOPICS) + 1)(self._find_dyads)
        self._judged = lru_cache(maxsize=1)(self._find_judged)
        self.near = lru_cache(maxsize=1)(self._find_near)  # by the stamp of the claims
        self.waiting_known = lru_cache(maxsize=1)(self._find_known)  # by the store's pulse
        self.waiting_counted = lru_cache(maxsize=_COUNTS)(lambda _pulse, asked: self.store.queue.count(asked))
        self.coded = lru_cache(maxsize=1)(self._find_coded)  # by the store's pulse
        self._briefs = lru_cache(maxsize=_BRIEFS)(self._compose)
        self.readings = Readings(settings.store)
        self.topics = list(TOPICS)
        self.drawings = Drawings(self)
        self.makers = CapacityLimiter(_MAKERS)

    @property
    def day(self) -> date:
        """The day that the pages speak of."""
        return self.settings.as_of or date.today()

    @property
    def asked(self) -> Desk:
        """The same store and day, as the commands ask them."""
        return Desk(self.store, self.day)

    async def bring(self) -> None:
        """Bring what pages show up to date, or begin to."""
        asked = self.day, self.settings.language
        if not self.counting.settled(*asked):
            await run_in_threadpool(self.counting.bring, *asked)

    def _stamp(self, states: Sequence[str]) -> str:
        """What changes whenever what is told of some states does."""
        if len(states) == 2:
            return f"{__version__}:{self.store.ready.mark('-'.join(sorted(states)))}"
        return self.store.stamp()

    def archive(self, states: Sequence[str] = (), topic: str = "") -> Archive:
        """The records of some states, sure enough to be shown, as the store is now."""
        return self._archive(self._stamp(states), tuple(sorted(states)), topic)

    def _find_sure(self, stamp: str, states: tuple[str, ...], topic: str) -> Archive:
        return self._whole(stamp, states).only(topic=topic, least=THRESHOLD)

    def whole(self, states: Sequence[str]) -> Archive:
        """The records of some states, the doubtful ones too."""
        return self._whole(self._stamp(states), tuple(sorted(states)))

    def _read(self, _stamp: str, states: tuple[str, ...]) -> Archive:
        return Archive.of(self.store, states)

    def some(self, ids: Sequence[str]) -> Archive:
        """The records of some ids, sure enough to be shown."""
        return Archive.of(_Book(self.store, self.store.some(ids)), least=THRESHOLD)

    def of_kinds(self, kinds: Iterable[str]) -> Archive:
        """The records of some kinds, sure enough to be shown."""
        found = [record for kind in kinds for record in self.store.records(kind=kind)]
        return Archive.of(_Book(self.store, found), least=THRESHOLD)

    def ledger(self, states: Sequence[str] = (), topic: str = "") -> tuple[Commitment, ...]:
        """What was promised, with what became of it."""
        return self._ledger(self._stamp(states), tuple(sorted(states)), topic, self.day)

    def _judge_promises(self, _stamp: str, states: tuple[str, ...], topic: str, day: date) -> tuple[Commitment, ...]:
        return ledger(self.archive(states, topic), day, self.store.outcomes(), self.settings.language)

    def contradictions(self, states: Sequence[str] = (), topic: str = "") -> tuple[Agreement, ...]:
        """Where sources contradict each other."""
        return self._odds(self._stamp(states), tuple(sorted(states)), topic)

    def _find_odds(self, _stamp: str, states: tuple[str, ...], topic: str) -> tuple[Agreement, ...]:
        return contradictions(self.archive(states, topic))

    def timeline(self, states: Sequence[str], topic: str = "") -> tuple[Moment, ...]:
        """What happened, was planned or lapsed, in the order of time."""
        return self._moments(self._stamp(states), tuple(sorted(states)), topic, self.day)

    def _find_moments(self, _stamp: str, states: tuple[str, ...], topic: str, day: date) -> tuple[Moment, ...]:
        return timeline(self.archive(states, topic), day)

    def course(self, states: Sequence[str], by: str, topic: str = "") -> tuple[Span, ...]:
        """The balance of relations by month or year."""
        return self._spans(self._stamp(states), tuple(sorted(states)), by, topic, self.day)

    def _find_spans(self, _stamp: str, states: tuple[str, ...], by: str, topic: str, _day: date) -> tuple[Span, ...]:
        return spans(self.facts(states, topic), by)

    def facts(self, states: Sequence[str], topic: str = "") -> list[Fact]:
        """The events between states."""
        found = self._facts(self._stamp(states), tuple(sorted(states)), self.day)
        return [fact for fact in found if not topic or topic in fact.topics]

    def _find_facts(self, _stamp: str, states: tuple[str, ...], day: date) -> tuple[Fact, ...]:
        return tuple(facts(self.archive(states), day))

    def dyads(self, topic: str = "") -> tuple[Dyad, ...]:
        """All pairs of states, the most active first."""
        return self._dyads(self.store.pulse(), topic)

    def _find_dyads(self, _pulse: str, topic: str) -> tuple[Dyad, ...]:
        return tuple(self.findings(DYAD, Asked(f"dyad {topic}".strip()), "", ALL)[0])

    def findings(self, shape: TypeAdapter[_T], asked: Asked, cursor: str, limit: int) -> tuple[list[_T], str | None]:
        """A page of what was found, and the cursor of the next one."""
        bodies, more = self.store.ready.page(asked, cursor, limit)
        return [shape.validate_json(body) for body in bodies], more or None

    def counts(self, asked: Asked) -> Mapping[str, int]:
        """How many findings there are of each word."""
        return self._counts(self.store.pulse(), asked)

    def shelved(self, wanted: Shelved) -> Mapping[str, tuple[int, int]]:
        """How many documents there are in each state, and how many claims of them."""
        return self._shelved(self.store.pulse(), wanted)

    def publishers(self) -> list[str]:
        """Who published documents, by name."""
        return self._publishers(self.store.pulse())

    def changes(self, since: str) -> tuple[Change, ...]:
        """What readings since a moment changed in records that were there before."""
        return self._news(self.store.stamp(), since)

    def _find_news(self, _stamp: str, since: str) -> tuple[Change, ...]:
        return changes(self.some(self.store.ready.retold(since)), since)

    def added(self, since: str) -> int:
        """How many records readings since a moment brought."""
        days = self._added(self.store.ready.mark(WHOLE))
        return self.store.ready.added(since) + sum(found for day, found in days.items() if day > since[:10])

    def judged(self) -> tuple[Judgement, ...]:
        """What people said of the claims as they are now."""
        return self._judged(self.store.stamp())

    def _find_judged(self, _stamp: str) -> tuple[Judgement, ...]:
        return tuple(self.store.judged()[0])

    def _find_near(self, _stamp: str) -> tuple[Pair, ...]:
        return near_pairs(self.store.claims())

    def _find_known(self, _pulse: str) -> tuple[list[str], list[str]]:
        return self.store.queue.known()

    def _find_coded(self, _pulse: str) -> tuple[str, ...]:
        study = study_of(self.store)
        return tuple(u.claim.id for u in units(self.store, study) if not u.done(study.coders)) if study else ()

    def records(self, states: Sequence[str], asked: _Filters, cursor: str = "", limit: int = 25) -> Page:
        """The records of some states that fit the filters, the latest first, the undated last."""
        if cursor and not _CURSOR.fullmatch(cursor):
            raise UsageError(f"{cursor!r} is no cursor", "give the `next` of the page before")
        since = Period.parse(asked.since).first if asked.since else None
        until = Period.parse(asked.until).last if asked.until else None
        wanted = Wanted(asked.kind, tuple(states), asked.status, asked.topic, since, until, asked.q)
        if asked.q.strip():
            found = self.store.listed(wanted, cursor, limit)
        else:
            kinds = self._kinds(self.store.pulse(), replace(wanted, kind=""))
            found = Listed(*self.store.page(wanted, cursor, limit), kinds)
        total = found.kinds.get(asked.kind, 0) if asked.kind else sum(found.kinds.values())
        return Page(self.lines(found.ids, states), total, found.kinds, found.more, found.after or None)

    def brief(self, states: Sequence[str], options: Options, suffix: str) -> bytes:
        """A brief in the format of a suffix. Raises UsageError."""
        return self._briefs(self._stamp(states), tuple(states), options, suffix)

    def _compose(self, _stamp: str, states: tuple[str, ...], options: Options, suffix: str) -> bytes:
        return compose(self.store, states, options, suffix)[1]

    def line(self, record: Record, states: Sequence[str] = ()) -> Line:
        """A record as a list shows it."""
        return line(record, self.day, states, self.settings.language)

    def lines(self, ids: Sequence[str], states: Sequence[str] = ()) -> list[Line]:
        """Records as a list shows them, by their ids: as they were told last, and anew where they have changed since."""
        told = self.store.ready.told(ids, "-".join(sorted(states)), _made_of(self.day, self.settings.language))
        left = [id_ for id_ in ids if id_ not in told]
        new = {r.id: self.line(r, states) for r in self.store.some(left)} if left else {}
        return [LINE.validate_json(told[id_]) if id_ in told else new[id_] for id_ in ids if id_ in told or id_ in new]

    def tell(self, circle: Circle) -> None:
        """Keep the records of a circle as lists tell of them, those that are not kept yet."""
        language = self.settings.language
        ids = self.store.ready.untold(circle.states, _made_of(self.day, language))
        found = self.whole(circle.between).by_id if ids else {}
        untold = [found[id_] for id_ in ids if id_ in found]
        for start in range(0, len(untold), _AT_ONCE):
            some = untold[start : start + _AT_ONCE]
            made = {r.id: made_of(r.status, self.day, language) for r in some}
            if not self.store.ready.tell(circle, made, {r.id: self._told(r) for r in some}):
                return

    def _told(self, record: Record) -> dict[str, str]:
        """A record as lists tell of it, in JSON: among all, and among those of each of its circles that tells it otherwise."""
        plain = LINE.dump_json(self.line(record)).decode()
        own = {c: LINE.dump_json(self.line(record, c.split("-"))).decode() for c in circles_of(record)}
        return {"": plain} | {states: body for states, body in own.items() if body != plain}

    def close(self) -> None:
        self.counting.close()
        self.readings.close()
        self.drawings.close()
        self.store.close()


@lru_cache(maxsize=2)
def _made_of(day: date, language: str) -> frozenset[str]:
    """All that a line may be made of."""
    return frozenset(made_of(status, day, language) for status in STATUSES)


async def _desk(request: Request) -> ServedDesk:
    desk: ServedDesk = request.app.state.desk
    await desk.bring()
    return desk


TheDesk = Annotated[ServedDesk, Depends(_desk)]
