"""Transactions on a store, wherever it is: in a file (`sqlite`) or on a server (`postgresql`)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError

from accord.errors import StoreError
from accord.store import postgresql, sqlite
from accord.store.where import Where

__all__ = ["at_once", "held_pulse", "reading", "translated", "writing"]


_HELD: ContextVar[tuple[Connection, str] | None] = ContextVar("held", default=None)


@contextmanager
def reading(engine: Engine, where: Where) -> Iterator[Connection]:
    """A transaction that sees one state of the store from beginning to end; inside `at_once` that one."""
    if held := _held(engine):
        with translated(where):
            yield held[0]
    else:
        with translated(where), engine.begin() as connection:
            yield connection


@contextmanager
def at_once(engine: Engine, where: Where, pulse: str) -> Iterator[None]:
    """All readings of this thread in one transaction: none of them sees what is written meanwhile. `pulse` was the store's
    before, so that nothing it tells apart is older than it."""
    with translated(where), engine.begin() as connection:
        token = _HELD.set((connection, pulse))
        try:
            yield
        finally:
            _HELD.reset(token)


def held_pulse(engine: Engine) -> str:
    """The pulse that `at_once` began with; empty outside."""
    held = _held(engine)
    return held[1] if held else ""


def _held(engine: Engine) -> tuple[Connection, str] | None:
    held = _HELD.get()
    return held if held and held[0].engine is engine else None


@contextmanager
def writing(engine: Engine, where: Where) -> Iterator[Connection]:
    """A transaction that writes: all of it is kept, or nothing. There is one at a time."""
    with translated(where), engine.connect().execution_options(write=True) as connection, connection.begin():
        yield connection


@contextmanager
def translated(where: Where) -> Iterator[None]:
    """Errors of the database in a user's words."""
    try:
        yield
    except DBAPIError as error:
        raise _translate(error.orig or error, where) from error
    except sqlite3.Error as error:
        raise _translate(error, where) from error


def _translate(error: BaseException, where: Where) -> StoreError:
    return sqlite.translate(error, where) if isinstance(where, Path) else postgresql.translate(error, where)
