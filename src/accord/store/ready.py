"""What is kept ready of the records, so that pages need not go through these: what was found in circles of states, when
the documents of each were read, and each as lists tell of it. Whoever finds and tells says what it was made of, and makes
it anew where that has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, func, insert, select, tuple_
from sqlalchemy.engine import Engine

from accord.store import circles, tables
from accord.store.engine import reading, writing
from accord.store.model import THRESHOLD, WHOLE, Asked, Circle, Finding
from accord.store.where import Where

__all__ = ["Ready"]

_SOME = 500  # values in one question
_RECORDS: BindParameter[Any] = bindparam("records", expanding=True)
_DOCUMENTS = (
    select(tables.record_claims.c.record, tables.documents.c.doc)
    .join(tables.claims, tables.claims.c.id == tables.record_claims.c.claim)
    .join(tables.documents, tables.documents.c.hash == tables.claims.c.hash)
    .where(tables.record_claims.c.record.in_(_RECORDS))
    .order_by(tables.documents.c.doc)
    .distinct()
)
_TOLD = (
    select(tables.told.c.record, tables.told.c.body)
    .where(tables.told.c.record.in_(_RECORDS))
    .where(tables.told.c.states.in_(bindparam("states", expanding=True)))
    .where(tables.told.c.made_of.in_(bindparam("made_of", expanding=True)))
    .order_by(tables.told.c.states)
)


class Ready:
    """The part of a store that is kept ready; every method is one short transaction."""

    def __init__(self, engine: Engine, where: Where) -> None:
        self._engine = engine
        self._where = where

    def due(self, made_of: str) -> list[Circle]:
        """The circles whose findings are older than their records, or made of something else than `made_of`; the
        smallest first."""
        with reading(self._engine, self._where) as connection:
            return circles.due(connection, made_of)

    def mark(self, states: str) -> int:
        """The mark of a circle; 0 where no record concerns it."""
        with reading(self._engine, self._where) as connection:
            return circles.mark(connection, states)

    def busiest(self) -> int:
        """How many records the circle with most of them has."""
        c = tables.circles.c
        with reading(self._engine, self._where) as connection:
            return connection.scalar(select(func.max(c.records)).where(c.states != WHOLE)) or 0

    def keep(self, circle: Circle, made_of: str, found: Sequence[Finding]) -> None:
        """Keep what was found in a circle as it was when `due` gave it, in place of what was."""
        with writing(self._engine, self._where) as connection:
            circles.keep(connection, circle, made_of, found)

    def page(self, asked: Asked, after: str = "", limit: int = 50) -> tuple[list[str], str]:
        """The bodies of so many findings in their order, and the `after` of the next page (empty on the last)."""
        with reading(self._engine, self._where) as connection:
            return circles.page(connection, asked, after, limit)

    def count(self, asked: Asked) -> dict[str, int]:
        """How many of the findings that are asked for there are of each word."""
        with reading(self._engine, self._where) as connection:
            return circles.count(connection, asked)

    # ------------------------------------------------------------------ what was read when

    def added(self, since: str) -> int:
        """How many records, sure enough to be shown, rest on documents alone that were read after a moment (ISO 8601),
        the first of them on its day."""
        r = tables.records.c
        those = (r.first_read > _end(since), r.first_read < _end(since[:10]), r.confidence >= THRESHOLD)
        with reading(self._engine, self._where) as connection:
            return connection.scalar(select(func.count()).where(*those)) or 0

    def added_by_day(self) -> dict[str, int]:
        """How many records, sure enough to be shown, there are by the day on which the first of their documents was read."""
        r = tables.records.c
        day = func.substr(r.first_read, 1, 10).label("day")
        query = select(day, func.count().label("found")).where(r.confidence >= THRESHOLD).group_by(day).order_by(day)
        with reading(self._engine, self._where) as connection:
            return {row.day: row.found for row in connection.execute(query)}

    def added_page(self, since: str, after: str, limit: int, few: bool) -> tuple[list[str], str]:
        """The ids of so many of those added since a moment (a day counts from its end), by kind and id, and the `after` of
        the next page (empty on the last). `few` says how to look: for these alone, else in the order of all."""
        r = tables.records.c
        kind, id_, read = (
            (r.kind.concat(""), r.id.concat(""), r.first_read) if few else (r.kind, r.id, r.first_read.concat(""))
        )
        query = select(r.kind, r.id).where(read > _end(since), r.confidence >= THRESHOLD)
        if after:
            query = query.where(tuple_(kind, id_) > tuple(after.split(" ", 1)))
        with reading(self._engine, self._where) as connection:
            rows = connection.execute(query.order_by(kind, id_).limit(limit + 1)).all()
        return [row.id for row in rows[:limit]], " ".join(rows[limit - 1]) if len(rows) > limit else ""

    def names(self, records: Collection[str]) -> dict[str, list[str]]:
        """The names of the documents that each of some records rests on."""
        found: dict[str, list[str]] = {}
        with reading(self._engine, self._where) as connection:
            for some in _parts(records):
                for record, doc in connection.execute(_DOCUMENTS, {"records": some}).all():
                    found.setdefault(record, []).append(doc)
        return found

    def retold(self, since: str) -> list[str]:
        """Records that rest on documents read before a moment, and on others that were read after it."""
        r = tables.records.c
        query = select(r.id).where(r.last_read > r.first_read, r.confidence >= THRESHOLD)
        with reading(self._engine, self._where) as connection:
            return sorted(connection.scalars(query.where(r.last_read > _end(since), r.first_read <= _end(since))))

    # ------------------------------------------------------------------ records as lists tell of them

    def told(self, records: Collection[str], states: str, made_of: Collection[str]) -> dict[str, str]:
        """Records by id, as told among those of a circle (empty: among all), where they are told at all."""
        given = {"states": sorted({"", states}), "made_of": sorted(made_of)}
        with reading(self._engine, self._where) as connection:
            return {
                id_: body
                for some in _parts(records)
                for id_, body in connection.execute(_TOLD, {**given, "records": some}).all()
            }

    def untold(self, states: str, made_of: Collection[str]) -> list[str]:
        """The records of a circle that are not told."""
        s, t = tables.record_states.c, tables.told.c
        told = select(t.record).where(t.record == s.record, t.states == "", t.made_of.in_(made_of)).exists()
        with reading(self._engine, self._where) as connection:
            return list(connection.scalars(select(s.record).where(s.states == states, ~told)))

    def tell(self, circle: Circle, made_of: Mapping[str, str], lines: Mapping[str, Mapping[str, str]]) -> bool:
        """Keep some records of a circle as told, by id and by circle (empty: among all); `made_of` says of each what it
        was made of. False, with nothing kept, where records of the circle have changed since `due` gave it."""
        rows = [
            {"record": id_, "states": states, "made_of": made_of[id_], "body": body}
            for id_, told in lines.items()
            for states, body in told.items()
        ]
        with writing(self._engine, self._where) as connection:
            if circles.mark(connection, circle.states) != circle.mark:
                return False
            connection.execute(delete(tables.told).where(tables.told.c.record.in_(lines)))
            connection.execute(insert(tables.told), rows)
        return True


def _end(since: str) -> str:
    """The last second of a day; a moment as it is, to the second, as `read_at` is written."""
    return since[:19] + "~" if len(since) > 10 else f"{since}T23:59:59~"


def _parts(values: Iterable[str]) -> Iterator[list[str]]:
    some = sorted(values)
    for start in range(0, len(some), _SOME):
        yield some[start : start + _SOME]
