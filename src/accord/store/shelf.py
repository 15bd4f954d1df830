"""The documents as they are listed, found without looking at their texts."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, select
from sqlalchemy.engine import Connection, Engine

from accord.store import tables
from accord.store.engine import reading
from accord.store.model import Shelved, Skipped, Stored
from accord.store.rows import stored_of
from accord.store.where import Where

__all__ = ["Shelf"]

_LIGHT = [c for c in tables.documents.c if c.name not in ("raw", "text", "blocks", "prints")]
_SOME: BindParameter[Any] = bindparam("some", expanding=True)
_ROWS: Select[Any] = (
    select(*_LIGHT, tables.shelf.c.claims.label("found")).join(tables.shelf).where(tables.documents.c.hash.in_(_SOME))
)
_NAMES = select(tables.names.c.hash, tables.names.c.name).where(tables.names.c.hash.in_(_SOME))
_CALLED = select(tables.names.c.hash).where(tables.names.c.name == bindparam("name")).order_by(tables.names.c.hash)
_HASHES = (
    select(tables.names.c.name, tables.names.c.hash).where(tables.names.c.name.in_(_SOME)).order_by(tables.names.c.hash)
)
_UNREAD = (
    select(tables.skipped.c.doc, tables.skipped.c.reason, tables.skipped.c.mend)
    .outerjoin(tables.names, tables.names.c.name == tables.skipped.c.doc)
    .where(tables.names.c.name.is_(None))
)


class Shelf:
    """The part of a store that lists documents; every method is one short transaction."""

    def __init__(self, engine: Engine, where: Where) -> None:
        self._engine = engine
        self._where = where

    def page(self, wanted: Shelved, after: str, limit: int) -> tuple[list[Stored], str]:
        """So many documents, the latest published first, those of a time by name, and the `after` of the next page (empty
        on the last): the time of the last document, and how many of that time there were."""
        s = tables.shelf.c
        time, _, place = after.rpartition(" ")
        with reading(self._engine, self._where) as connection:
            query = _fitting(connection, select(s.hash, s.published), wanted)
            if wanted.state:
                query = query.where(s.state.concat("") == wanted.state)  # in the order of the list, not to be sorted
            if after:
                query = query.where(s.published <= time).offset(int(place))
            found = connection.execute(query.order_by(s.published.desc(), s.doc).limit(limit + 1)).all()
            listed = _stored(connection, [row.hash for row in found[:limit]])
        more = ""
        if len(found) > limit:
            last = found[limit - 1].published
            same = sum(row.published == last for row in found[:limit]) + (int(place) if after and last == time else 0)
            more = f"{last} {same}"
        return listed, more

    def called(self, name: str) -> list[Stored]:
        """The documents of a name."""
        with reading(self._engine, self._where) as connection:
            return _stored(connection, list(connection.scalars(_CALLED, {"name": name})))

    def count(self, wanted: Shelved) -> dict[str, tuple[int, int]]:
        """How many documents there are in each state, whichever is wanted, and how many claims of them."""
        s = tables.shelf.c
        query = select(s.state, func.count().label("found"), func.sum(s.claims).label("claims")).group_by(s.state)
        with reading(self._engine, self._where) as connection:
            return {
                row.state: (row.found, row.claims) for row in connection.execute(_fitting(connection, query, wanted))
            }

    def publishers(self) -> list[str]:
        """Who published documents, by name."""
        with reading(self._engine, self._where) as connection:
            return _publishers(connection)

    def unread(self) -> list[Skipped]:
        """What could not be read, by name; documents of the same name that could are no part of it."""
        with reading(self._engine, self._where) as connection:
            return sorted(Skipped(*row) for row in connection.execute(_UNREAD))

    def hashes(self, names: Collection[str]) -> dict[str, str]:
        """The hashes of documents by some of their names."""
        with reading(self._engine, self._where) as connection:
            rows = connection.execute(_HASHES, {"some": sorted(set(names))}).all()
            return {row.name: row.hash for row in rows}


def _stored(connection: Connection, hashes: list[str]) -> list[Stored]:
    """Some documents, in their order."""
    if not hashes:
        return []
    rows = {row.hash: row for row in connection.execute(_ROWS, {"some": hashes}).all()}
    names: dict[str, list[str]] = {hash_: [] for hash_ in hashes}
    for hash_, name in connection.execute(_NAMES, {"some": hashes}).all():
        names[hash_].append(name)
    return [stored_of(rows[hash_], names[hash_], rows[hash_].found) for hash_ in hashes]


def _publishers(connection: Connection) -> list[str]:
    s = tables.shelf.c.publisher
    return list(connection.scalars(select(s).where(s != "").distinct().order_by(s)))


def _fitting(connection: Connection, query: Select[Any], wanted: Shelved) -> Select[Any]:
    s = tables.shelf.c
    for word in wanted.words:
        query = query.where(s.words.contains(word, autoescape=True))
    if wanted.publisher:
        query = query.where(s.publisher.in_(p for p in _publishers(connection) if wanted.publisher in p.casefold()))
    if wanted.first:
        query = query.where(s.last >= wanted.first.isoformat(), s.last != "")
    if wanted.last:
        query = query.where(s.first <= wanted.last.isoformat(), s.first != "")
        query = query.where(
            s.published <= f"{wanted.last.year:04}~"
        )  # by it those of later years are passed over at once
    return query
