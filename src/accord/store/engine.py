"""Transactions on a store, wherever it is: in a file (`sqlite`) or on a server (`postgresql`)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError

from accord.errors import StoreError
from accord.store import postgresql, sqlite
from accord.store.where import Where

__all__ = ["reading", "translated", "writing"]


@contextmanager
def reading(engine: Engine, where: Where) -> Iterator[Connection]:
    """A transaction that sees one state of the store from beginning to end."""
    with translated(where), engine.begin() as connection:
        yield connection


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
