"""Circles of states, and what was found in the records of each: kept ready, since finding it takes long.

A circle's mark goes up whenever a record of it comes, goes or changes. Findings are kept with the mark that they were made
at, so that what is older than its records is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Select, String, bindparam, cast, delete, func, insert, select, update
from sqlalchemy.engine import Connection

from accord.store import tables
from accord.store.model import WHOLE, Asked, Circle, Finding
from accord.store.upsert import insert_into

__all__ = ["count", "due", "empty", "holding", "keep", "kept", "mark", "page", "touch"]

_SOME = 500  # values in one question
_MARK = select(tables.circles.c.mark).where(tables.circles.c.states == bindparam("states"))


def holding(connection: Connection, records: Sequence[str]) -> Counter[str]:
    """The circles of some records, and how many of these concern each."""
    s, found = tables.record_states.c, Counter[str]()
    counted = select(s.states, func.count().label("records")).where(s.states.contains("-")).group_by(s.states)
    for start in range(0, len(records), _SOME):
        for row in connection.execute(counted.where(s.record.in_(records[start : start + _SOME]))):
            found[row.states] += row.records
    return found


def touch(connection: Connection, circles: Mapping[str, int], more: int = 0) -> None:
    """Records of these circles have come, gone or changed: so many more there are of each, and so many more of all."""
    if not circles:
        return
    c = tables.circles.c
    mark = connection.scalar(select(func.coalesce(func.max(c.mark), 0))) or 0
    every = [*sorted(circles.items()), (WHOLE, more)]
    rows = [
        {"states": states, "records": records, "mark": place, "counted": ""}
        for place, (states, records) in enumerate(every, mark + 1)
    ]
    row = insert_into(connection, tables.circles)
    changed = {"records": c.records + row.excluded.records, "mark": row.excluded.mark}
    connection.execute(row.on_conflict_do_update(index_elements=["states"], set_=changed), rows)
    names = [states for states, _ in every]
    for start in range(0, len(names), _SOME):
        some = c.states.in_(names[start : start + _SOME])
        connection.execute(delete(tables.circles).where(some, c.records <= 0))


def empty(connection: Connection, circles: Collection[str]) -> None:
    """Nothing is found in these circles any more, nor in all of them."""
    for states in [*circles, WHOLE] if circles else ():
        connection.execute(delete(tables.findings).where(tables.findings.c.states == states))


def mark(connection: Connection, states: str) -> int:
    """The mark of a circle; 0 where no record concerns it."""
    return connection.scalar(_MARK, {"states": states}) or 0


def kept(connection: Connection, states: str, made_of: str, sort: str, rank: str) -> str:
    """The body of one finding of a circle; empty where there is none that is of its records as they are."""
    c, f = tables.circles.c, tables.findings.c
    query = select(f.body).join(tables.circles, c.states == f.states).where(f.states == states, f.sort == sort)
    return connection.scalar(query.where(f.rank == rank, c.counted == cast(c.mark, String) + f" {made_of}")) or ""


def due(connection: Connection, made_of: str) -> list[Circle]:
    """The circles whose findings are older than their records, or made of something else; the smallest first."""
    c = tables.circles.c
    query = select(c.states, c.records, c.mark).where(c.counted != cast(c.mark, String) + f" {made_of}")
    rows = connection.execute(query.order_by(c.records, c.states == WHOLE, c.states))
    return [Circle(*row) for row in rows]


def keep(connection: Connection, circle: Circle, made_of: str, found: Iterable[Finding]) -> None:
    """Keep what was found in a circle as it was at its mark, in place of what was."""
    c = tables.circles.c
    if not connection.scalar(select(c.records).where(c.states == circle.states)):
        return
    connection.execute(delete(tables.findings).where(tables.findings.c.states == circle.states))
    rows = [
        {
            "states": circle.states,
            "sort": f.sort,
            "rank": f.rank,
            "own": f.own,
            "word": f.word,
            "topics": f"|{'|'.join(f.topics)}|" if f.topics else "",
            "day": f.day,
            "last": f.last or f.day,
            "body": f.body,
        }
        for f in found
    ]
    if rows:
        connection.execute(insert(tables.findings), rows)
    counted = f"{circle.mark} {made_of}"
    connection.execute(update(tables.circles).where(c.states == circle.states).values(counted=counted))


def page(connection: Connection, asked: Asked, after: str, limit: int) -> tuple[list[str], str]:
    """The bodies of some findings in their order, and the `after` of the next page (empty on the last)."""
    given = _given(asked) | ({"after": after} if after else {})
    rows = connection.execute(_page(frozenset(given), asked.backwards), {**given, "limit": limit + 1}).all()
    return [row.body for row in rows[:limit]], rows[limit - 1].rank if len(rows) > limit else ""


def count(connection: Connection, asked: Asked) -> dict[str, int]:
    """How many there are of each word."""
    given = _given(asked)
    return {row.word: row.found for row in connection.execute(_count(frozenset(given)), given)}


def _given(asked: Asked) -> dict[str, str]:
    """What is asked for, by parameter."""
    topic = f"|{asked.topic}|" if asked.topic else ""
    every = {"sort": asked.sort, "states": asked.states, "word": asked.word, "topic": topic}
    return {k: v for k, v in {**every, "since": asked.since, "until": asked.until}.items() if v}


@cache
def _page(given: frozenset[str], backwards: bool) -> Select[tuple[str, str]]:
    """The statement of a page for which these parameters are given."""
    f = tables.findings.c
    query = _asked(select(f.body, f.rank), given)
    if "after" in given:
        query = query.where(f.rank < bindparam("after") if backwards else f.rank > bindparam("after"))
    return query.order_by(f.rank.desc() if backwards else f.rank).limit(bindparam("limit"))


@cache
def _count(given: frozenset[str]) -> Select[tuple[str, int]]:
    word = tables.findings.c.word
    return _asked(select(word, func.count().label("found")), given).group_by(word)


def _asked(query: Select[Any], given: Collection[str]) -> Select[Any]:
    f = tables.findings.c
    wanted: dict[str, Any] = {name: bindparam(name) for name in given}
    query = query.where(
        f.sort == wanted["sort"], f.states == wanted["states"] if "states" in given else f.own.is_(True)
    )
    if "word" in given:
        query = query.where(f.word == wanted["word"])
    if "topic" in given:
        query = query.where(f.topics.contains(wanted["topic"]))
    if "since" in given:
        query = query.where(f.last >= wanted["since"])
    return query.where(f.day <= wanted["until"], f.day != "") if "until" in given else query
