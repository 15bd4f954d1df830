"""The documents as they are listed, found without looking at their texts."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.engine import Connection, Engine

from accord.store import tables
from accord.store.engine import reading
from accord.store.model import Shelved, Skipped, Stored
from accord.store.rows import stored_of
from accord.store.where import Where

__all__ = ["Shelf"]

_LIGHT = [c for c in tables.documents.c if c.name not in ("raw", "text", "blocks", "prints")]


class Shelf:
    """The part of a store that lists documents; every method is one short transaction."""

    def __init__(self, engine: Engine, where: Where) -> None:
        self._engine = engine
        self._where = where

    def page(self, wanted: Shelved, offset: int, limit: int) -> list[Stored]:
        """So many documents, the latest published first, those of a time by name."""
        s = tables.shelf.c
        with reading(self._engine, self._where) as connection:
            query = _fitting(connection, select(s.hash), wanted)
            if wanted.state:
                query = query.where(s.state == wanted.state)
            ordered = query.order_by(s.published.desc(), s.doc).offset(offset).limit(limit)
            return _stored(connection, list(connection.scalars(ordered)))

    def called(self, name: str) -> list[Stored]:
        """The documents of a name."""
        with reading(self._engine, self._where) as connection:
            n = tables.names.c
            return _stored(connection, list(connection.scalars(select(n.hash).where(n.name == name).order_by(n.hash))))

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
        s, n = tables.skipped.c, tables.names
        query = select(s.doc, s.reason, s.mend).outerjoin(n, n.c.name == s.doc).where(n.c.name.is_(None))
        with reading(self._engine, self._where) as connection:
            return sorted(Skipped(*row) for row in connection.execute(query))

    def hashes(self, names: Collection[str]) -> dict[str, str]:
        """The hashes of documents by some of their names."""
        n = tables.names.c
        with reading(self._engine, self._where) as connection:
            rows = connection.execute(select(n.name, n.hash).where(n.name.in_(sorted(set(names)))).order_by(n.hash))
            return {row.name: row.hash for row in rows}


def _stored(connection: Connection, hashes: list[str]) -> list[Stored]:
    """Some documents, in their order."""
    d, n = tables.documents.c, tables.names.c
    light: Select[Any] = select(*_LIGHT, tables.shelf.c.claims.label("found")).join(tables.shelf)
    rows = {row.hash: row for row in connection.execute(light.where(d.hash.in_(hashes)))}
    names: dict[str, list[str]] = {hash_: [] for hash_ in hashes}
    for row in connection.execute(select(n.hash, n.name).where(n.hash.in_(hashes))):
        names[row.hash].append(row.name)
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
    return query
