"""What two coders say, each for themselves, and what is being coded: no record is touched by it."""

from __future__ import annotations

from sqlalchemy.engine import Engine

from accord.store import judgements, queries, tables
from accord.store.engine import reading, writing
from accord.store.judgements import Word
from accord.store.upsert import upsert
from accord.store.where import Where

__all__ = ["Coding"]


class Coding:
    """The part of a store that is the coders'; every method is one short transaction."""

    def __init__(self, engine: Engine, where: Where) -> None:
        self._engine = engine
        self._where = where

    def add(self, word: Word) -> bool:
        """Keep what a coder says; False where it is kept already."""
        with writing(self._engine, self._where) as connection:
            return judgements.add(connection, word, tables.codings)

    def remove(self, id_: str) -> Word:
        """Take a coding back by its id. Raises NotFound."""
        with writing(self._engine, self._where) as connection:
            return judgements.remove(connection, id_, tables.codings)

    def all(self) -> list[Word]:
        """What coders said, in the order of time."""
        with reading(self._engine, self._where) as connection:
            return judgements.all_words(connection, tables.codings)

    def study(self) -> str:
        """What is being coded, as it was kept; empty if nothing is."""
        with reading(self._engine, self._where) as connection:
            return queries.meta(connection, "study")

    def keep_study(self, text: str) -> None:
        """Remember what is being coded."""
        with writing(self._engine, self._where) as connection:
            upsert(connection, tables.meta, {"key": "study", "value": text})
