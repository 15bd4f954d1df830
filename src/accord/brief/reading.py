"""What a brief reads of a store: all records of its states; where there are very many, those that it may show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from accord.analysis.archive import Archive, period_of
from accord.kinds.base import Kind
from accord.record import Role
from accord.store.model import Wanted

if TYPE_CHECKING:
    from accord.brief.build import Options
    from accord.brief.model import Book

__all__ = ["MOST", "Reading", "circles", "read"]

MOST = 1000  # records, which take a brief some two seconds
_PAIR = 2
_TO_COME = 4  # one part in so many of what is read of a kind is planned for a later day
_ALL = 2**62


@dataclass(frozen=True, slots=True)
class Reading:
    """The records that were read, and how many there are."""

    archive: Archive
    there: int

    @property
    def whole(self) -> bool:
        return len(self.archive.records) >= self.there


def circles(states: Sequence[str]) -> list[tuple[str, ...]]:
    """Whom the records of a brief concern: its states; each two of three or more; of none, anybody."""
    return [tuple(states)] if len(states) <= _PAIR else list(combinations(states, _PAIR))


def read(book: Book, states: Sequence[str], options: Options, kinds: Mapping[str, Kind]) -> Reading:
    """All records of some states; of over MOST so many at most of the topic and time asked for: of each kind the newest up
    to the day of the brief and what is planned next, and of what is due the soonest."""
    between = circles(states)
    counts = [sum(book.count(Wanted(between=some)).values()) for some in between]
    if sum(counts) <= MOST:
        found = {r.id: r for some in between for r in book.records(between=some)}
        records = sorted(found.values(), key=lambda r: (r.kind, r.id))
        return Reading(Archive.holding(book, records, kinds), len(records))
    ids = dict.fromkeys(_chosen(book, [Wanted(between=some, topic=options.topic) for some in between], options, kinds))
    archive = Archive.holding(book, sorted(book.some(list(ids)), key=lambda r: (r.kind, r.id)), kinds)
    return Reading(archive, max(sum(counts), len(archive.records)))


def _chosen(book: Book, asked: Sequence[Wanted], options: Options, kinds: Mapping[str, Kind]) -> Iterator[str]:
    """The ids of what is read, each kind of each circle up to the same number."""
    cells = [(replace(one, kind=k), n) for one in asked for k, n in sorted(book.count(one).items()) if k in kinds]
    most = _share([n for _, n in cells])
    for wanted, _ in cells:
        if kinds[wanted.kind].with_role(Role.DUE):
            yield from _due(book, wanted, options, kinds[wanted.kind])[:most]
        else:
            yield from _dated(book, wanted, options, most)


def _share(counts: Sequence[int]) -> int:
    """The largest number of which no more than MOST are read if of each are read so many at most; one at least."""
    left, share = MOST, 0
    for place, count in enumerate(sorted(counts)):
        share = max(left // (len(counts) - place), 1)
        if count > share:
            break
        left -= count
    return share


def _dated(book: Book, wanted: Wanted, options: Options, most: int) -> list[str]:
    """The newest up to the day of the brief, and what is planned next."""
    today, last = options.as_of, options.until or date.max
    coming = list[str]()
    if last > today:
        first = max(options.since or today, today) + timedelta(days=1)
        planned = replace(wanted, since=first, until=options.until, status="planned")
        coming = list(book.page(planned, limit=_ALL)[0])[-(most // _TO_COME or 1) :]
    past = replace(wanted, since=options.since, until=min(today, last))
    return [*book.page(past, limit=most - len(coming))[0], *coming] if most > len(coming) else coming


def _due(book: Book, wanted: Wanted, options: Options, kind: Kind) -> list[str]:
    """What is due, soonest first; then what was, the latest first; then what has no date."""
    first, last, today = options.since or date.min, options.until or date.max, options.as_of

    def order(found: tuple[str, Mapping[str, object]]) -> tuple[int, int, str]:
        due = period_of(kind.first(Role.DUE, found[1]))
        if due is None:
            return 2, 0, found[0]
        away = due.last.toordinal() - today.toordinal()
        return (0, away, found[0]) if away >= 0 else (1, -away, found[0])

    def inside(values: Mapping[str, object]) -> bool:
        due = period_of(kind.first(Role.DUE, values))
        return due is not None and due.first <= last and first <= due.last

    said = book.values(book.page(wanted, limit=_ALL)[0]).items()
    timed = options.since is not None or options.until is not None
    return [id_ for id_, _ in sorted((one for one in said if not timed or inside(one[1])), key=order)]
