"""Full text over the quotes and values of claims, as the database of a connection has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy.engine import Connection

from accord.store import fulltext_postgresql, fulltext_sqlite

__all__ = ["add", "clean", "concern", "create", "numbers", "remove", "search", "snippets"]


class _FullText(Protocol):
    def create(self, connection: Connection) -> None: ...
    def add(self, connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None: ...
    def remove(self, connection: Connection, numbers: Iterable[int]) -> None: ...
    def clean(self, connection: Connection) -> None: ...
    def concern(self, connection: Connection, rows: Sequence[tuple[int, str]]) -> None: ...
    def search(
        self, connection: Connection, words: str, states: Sequence[str], limit: int, ranked: int
    ) -> list[int]: ...
    def snippets(self, connection: Connection, words: str, numbers: Iterable[int]) -> dict[int, str]: ...
    def numbers(
        self, connection: Connection, words: str, states: Sequence[str], most: int, without: int
    ) -> list[int]: ...


def _of(connection: Connection) -> _FullText:
    return fulltext_postgresql if connection.dialect.name == "postgresql" else fulltext_sqlite


def create(connection: Connection) -> None:
    """What it is kept in; words are folded by case, accents and English endings."""
    _of(connection).create(connection)


def add(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    """Rows of claim number, quotes, values."""
    if rows:
        _of(connection).add(connection, rows)


def remove(connection: Connection, numbers: Iterable[int]) -> None:
    """Take claims out of it."""
    if gone := list(numbers):
        _of(connection).remove(connection, gone)


def clean(connection: Connection) -> None:
    """Leave nothing in it of what was removed."""
    _of(connection).clean(connection)


def concern(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Rows of claim number and a state: the record of the claim concerns it, though the claim does not. So each claim is
    found by the states of its record; once found, it stays so."""
    if rows:
        _of(connection).concern(connection, rows)


def search(connection: Connection, words: str, states: Sequence[str], limit: int, ranked: int) -> list[int]:
    """Claim numbers, best first; all words must stand in the claim, "quoted ones" side by side, and the codes of the
    states. Of those in very many claims only so many, kept last, are ranked."""
    return _of(connection).search(connection, words, states, limit, ranked)


def snippets(connection: Connection, words: str, numbers: Iterable[int]) -> dict[int, str]:
    """The quote of each of some claims in which the words stand, cut around them."""
    return _of(connection).snippets(connection, words, numbers)


def numbers(connection: Connection, words: str, states: Sequence[str], most: int, without: int = 0) -> list[int]:
    """The numbers of the claims in which all the words and the codes of the states stand: so many at most, those kept
    last, without so many of these."""
    return _of(connection).numbers(connection, words, states, most, without)
