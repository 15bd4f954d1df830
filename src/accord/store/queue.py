"""What waits for a person's word, kept ready in its order: made of all records together, or of the circles of a large
store one by one. What is judged is closed at once, and gone when it is made anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Select, delete, func, insert, or_, select, update
from sqlalchemy.engine import Connection, Engine

from accord.store import queries, tables
from accord.store.engine import translated, writing
from accord.store.judgements import Word, all_words, placed
from accord.store.model import WHOLE, Doubtful, Open, Waiting
from accord.store.upsert import upsert
from accord.store.where import Where

__all__ = ["Queue", "answered", "forget"]

_COUNTED = 10_000
"""Of what waits, how many are counted."""
_KEY = "queued"
_AT_ONCE = 1000  # rows in one statement


class Queue:
    """The part of a store that waits for people; every method is one short transaction."""

    def __init__(self, engine: Engine, where: Where) -> None:
        self._engine = engine
        self._where = where

    @contextmanager
    def _now(self) -> Iterator[Connection]:
        """A reading of its own, for what waits may be made while a page is answered in one transaction."""
        with translated(self._where), self._engine.begin() as connection:
            yield connection

    def made_of(self) -> str:
        """What was said of what all records together were made of; empty where they were not."""
        with self._now() as connection:
            return queries.meta(connection, _KEY)

    def keep(self, part: str, found: Iterable[Doubtful], made_of: str = "") -> None:
        """Keep what was found in a circle, or in the WHOLE of all in place of every circle's; closed stays what was
        closed meanwhile."""
        d = tables.doubts.c
        with writing(self._engine, self._where) as connection:
            if not connection.scalar(select(tables.circles.c.records).where(tables.circles.c.states == part)):
                return
            own = () if part == WHOLE else (d.part.in_((part, WHOLE)),)
            shut = connection.execute(select(d.first, d.second).where(d.open.is_(False), *own))
            closed = {(row.first, row.second) for row in shut}
            connection.execute(delete(tables.doubts).where(*own))
            rows = [row for each in found for row in _rows(part, each, (each.first, each.second) not in closed)]
            for start in range(0, len(rows), _AT_ONCE):
                connection.execute(insert(tables.doubts), rows[start : start + _AT_ONCE])
            upsert(connection, tables.meta, {"key": _KEY, "value": made_of})

    def part(self) -> None:
        """What was found in all records together is to be found circle by circle: nothing of any circle is counted."""
        with writing(self._engine, self._where) as connection:
            connection.execute(update(tables.circles).values(counted=""))
            upsert(connection, tables.meta, {"key": _KEY, "value": ""})

    def open(self, asked: Open, at: str = "", after: str = "", limit: int = 20) -> Waiting:
        """What waits from `after` on, with one of it and its neighbours: that of the id `at`, else the first."""
        with self._now() as connection:
            return _waiting(connection, asked, at, after, limit)

    def count(self, asked: Open) -> int:
        """How many wait, up to 10,000."""
        with self._now() as connection:
            return _count(connection, _fitting(select(tables.doubts.c.rank), asked))

    def known(self) -> tuple[list[str], list[str]]:
        """The pairs of states of what waits, those with most of it first, and its kinds."""
        d, n = tables.doubts.c, func.count().label("n")
        with self._now() as connection:
            pairs = select(d.states, n).where(d.open, ~d.states.startswith("-")).group_by(d.states)
            states = connection.scalars(pairs.order_by(n.desc(), d.states))
            return list(states), sorted(connection.scalars(select(d.kind).where(d.own, d.open).distinct()))


def _rows(part: str, found: Doubtful, open_: bool) -> list[dict[str, Any]]:
    rank = f"{99 - found.priority:012.8f} {found.id}"
    row = {"part": part, "rank": rank, "first": found.first, "second": found.second, "open": open_}
    row |= {"kind": found.kind, "topics": f"|{'|'.join(found.topics)}|", "body": found.body}
    return [row | {"states": states, "own": states == found.own} for states in found.circles]


def _waiting(connection: Connection, asked: Open, at: str, after: str, limit: int) -> Waiting:
    d = tables.doubts.c
    some = _fitting(select(d.rank, d.body), asked)
    ahead = some.order_by(d.rank)
    rows = connection.execute(ahead.where(d.rank > after).limit(limit + 1)).all()
    first = rows[:2] if not after else connection.execute(ahead.limit(2)).all()
    shown, before, place = next(iter(first), None), None, len(first[:1])
    if at:
        one, _, other = at.partition("+")
        asked_for = connection.execute(some.where(d.first == one, d.second == other)).first()
        if asked_for and shown and asked_for.rank != shown.rank:
            shown, earlier = asked_for, some.where(d.rank < asked_for.rank)
            before = connection.execute(earlier.order_by(d.rank.desc()).limit(1)).first()
            place += _count(connection, earlier)
            first = [shown, *connection.execute(ahead.where(d.rank > shown.rank).limit(1))]
    return Waiting(
        place,
        shown.body if shown else None,
        before.body if before else None,
        first[1].body if len(first) > 1 else None,
        [row.body for row in rows[:limit]],
        rows[limit - 1].rank if len(rows) > limit else "",
    )


def _count(connection: Connection, some: Select[Any]) -> int:
    few = some.with_only_columns(tables.doubts.c.rank).limit(_COUNTED).subquery()
    return connection.scalar(select(func.count()).select_from(few)) or 0


def _fitting(query: Select[Any], asked: Open) -> Select[Any]:
    d = tables.doubts.c
    query = query.where(d.states == asked.states if asked.states else d.own, d.open)
    if asked.kind:
        query = query.where(d.kind == asked.kind)
    if asked.topic:
        query = query.where(d.topics.contains(f"|{asked.topic}|"))
    if asked.pairs is not None:
        query = query.where(d.second != "" if asked.pairs else d.second == "")
    if asked.without:
        query = query.where(d.first.not_in(asked.without), d.second.not_in(asked.without))
    return query


def answered(connection: Connection, word: Word, gone: bool) -> None:
    """Close what a word was said of; where the word is gone and no other was said of it, open it again."""
    papers = {anchor.document for anchor in word.anchors}
    claims = queries.claims_of_papers(connection, papers)
    if word.verdict == "outcome" or not (found := placed([word], claims)[0]):
        return
    about = _about(found[0].claims)
    if gone:
        others = [
            w for w in all_words(connection) if w.verdict != "outcome" and {a.document for a in w.anchors} & papers
        ]
        if about in {_about(j.claims) for j in placed(others, claims)[0]}:
            return
    d = tables.doubts.c
    connection.execute(update(tables.doubts).where(d.first == about[0], d.second == about[1]).values(open=gone))


def _about(claims: Sequence[str]) -> tuple[str, str]:
    first, *rest = sorted(claims)
    return first, rest[0] if rest else ""


def forget(connection: Connection, circles: Collection[str]) -> None:
    """Nothing of some circles waits any more, until it is made anew."""
    d = tables.doubts.c
    connection.execute(delete(tables.doubts).where(or_(d.part.in_(circles), d.part == WHOLE)))
    connection.execute(delete(tables.meta).where(tables.meta.c.key == _KEY))
