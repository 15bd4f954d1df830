"""What is kept ready of the records, so that pages need not go through these: what was found in circles of states, when
the documents of each were read, and each as lists tell of it. Whoever finds and tells says what it was made of, and makes
it anew where that has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import delete, func, insert, select
from sqlalchemy.engine import Engine

from accord.store import circles, tables
from accord.store.engine import reading, writing
from accord.store.model import THRESHOLD, WHOLE, Asked, Circle, Finding
from accord.store.where import Where

__all__ = ["Ready"]

_SOME = 500  # values in one question


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
        """How many records, sure enough to be shown, rest on documents alone that were read after a moment (ISO 8601; a
        day counts from its end)."""
        with reading(self._engine, self._where) as connection:
            r = tables.records.c
            return (
                connection.scalar(select(func.count()).where(r.first_read > _end(since), r.confidence >= THRESHOLD))
                or 0
            )

    def added_page(self, since: str, offset: int, limit: int) -> list[str]:
        """The ids of some of them, by kind and id."""
        r = tables.records.c
        query = select(r.id).where(r.first_read > _end(since), r.confidence >= THRESHOLD)
        with reading(self._engine, self._where) as connection:
            return list(connection.scalars(query.order_by(r.kind, r.id).offset(offset).limit(limit)))

    def names(self, records: Collection[str]) -> dict[str, list[str]]:
        """The names of the documents that each of some records rests on."""
        m, c, d = tables.record_claims.c, tables.claims, tables.documents
        query = select(m.record, d.c.doc).join(c, c.c.id == m.claim).join(d, d.c.hash == c.c.hash).distinct()
        found: dict[str, list[str]] = {}
        with reading(self._engine, self._where) as connection:
            for some in _parts(records):
                for row in connection.execute(query.where(m.record.in_(some)).order_by(d.c.doc)):
                    found.setdefault(row.record, []).append(row.doc)
        return found

    def retold(self, since: str) -> list[str]:
        """Records that rest on documents read before a moment, and on others that were read after it."""
        r = tables.records.c
        query = select(r.id).where(r.last_read > _end(since), r.first_read <= _end(since), r.confidence >= THRESHOLD)
        with reading(self._engine, self._where) as connection:
            return list(connection.scalars(query.order_by(r.id)))

    # ------------------------------------------------------------------ records as lists tell of them

    def told(self, records: Collection[str], states: str, made_of: Collection[str]) -> dict[str, str]:
        """Records by id, as told among those of a circle (empty: among all), where they are told at all."""
        t = tables.told.c
        query = select(t.record, t.body).where(t.states.in_({"", states}), t.made_of.in_(made_of))
        with reading(self._engine, self._where) as connection:
            return {
                row.record: row.body
                for some in _parts(records)
                for row in connection.execute(query.where(t.record.in_(some)).order_by(t.states))
            }

    def untold(self, states: str, made_of: Collection[str], limit: int) -> list[str]:
        """So many records of a circle that are not told."""
        s, t = tables.record_states.c, tables.told.c
        told = select(t.record).where(t.record == s.record, t.states == "", t.made_of.in_(made_of)).exists()
        with reading(self._engine, self._where) as connection:
            return list(connection.scalars(select(s.record).where(s.states == states, ~told).limit(limit)))

    def tell(self, made_of: Mapping[str, str], lines: Mapping[str, Mapping[str, str]]) -> None:
        """Keep records as told, by id and by circle (empty: among all); `made_of` says of each what it was made of. What
        another process has removed meanwhile is left out."""
        t, r = tables.told.c, tables.records.c.id
        for some in _parts(lines):
            with writing(self._engine, self._where) as connection:
                connection.execute(delete(tables.told).where(t.record.in_(some)))
                rows = [
                    {"record": id_, "states": states, "made_of": made_of[id_], "body": body}
                    for id_ in connection.scalars(select(r).where(r.in_(some)))
                    for states, body in lines[id_].items()
                ]
                if rows:
                    connection.execute(insert(tables.told), rows)


def _end(since: str) -> str:
    """The last second of a day; a moment as it is, to the second, as `read_at` is written."""
    return since[:19] + "~" if len(since) > 10 else f"{since}T23:59:59~"


def _parts(values: Iterable[str]) -> Iterator[list[str]]:
    some = sorted(values)
    for start in range(0, len(some), _SOME):
        yield some[start : start + _SOME]
