"""A store of a team: how PostgreSQL is reached, the version of its schema, and what its errors mean to a user.

Writers wait for each other at one advisory lock, so that, as in a file, one writes at a time and none can be told that
its transaction must be tried again.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from accord.errors import StoreError, StoreFull, StoreLocked, StoreVersion, UsageError

__all__ = ["keep_version", "open_engine", "pulse", "translate", "version"]

_LOCK = 0x41434344  # "ACCD"
_LOCKED = ("55P03", "40001", "40P01")  # lock not available, serialization failure, deadlock
_FULL = ("53100", "53200")  # disk full, out of memory


def open_engine(url: URL, wait: float) -> Engine:
    """An engine on a database. Writers wait `wait` seconds for each other. Raises UsageError without its driver."""
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"), isolation_level="REPEATABLE READ", pool_pre_ping=True
        )
    except ModuleNotFoundError as error:
        raise UsageError(
            "the driver for PostgreSQL is not installed",
            "pip install 'accord[postgresql]', or give a file with --store",
        ) from error

    @event.listens_for(engine, "connect")
    def connected(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute(f"SET lock_timeout = {max(1, int(wait * 1000))}")
        cursor.close()
        connection.commit()

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        if connection.get_execution_options().get("write"):
            # A writer must see what the one before kept, so it may not look at the store as it was before it waited.
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")

    return engine


def version(connection: Connection, url: URL) -> int:
    """The number of migrations that the schema has gone through. Raises StoreVersion where it holds other tables."""
    if connection.scalar(text("SELECT to_regclass('accord_version')")) is not None:
        return int(connection.scalar(text("SELECT number FROM accord_version")) or 0)
    tables = connection.scalar(text("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"))
    if tables:
        raise StoreVersion(f"{url} is a database of another program", "give an empty one, or a schema of its own")
    return 0


def keep_version(connection: Connection, number: int) -> None:
    """Write down that the schema has gone through so many migrations."""
    connection.execute(text("CREATE TABLE IF NOT EXISTS accord_version (number integer NOT NULL)"))
    connection.execute(text("DELETE FROM accord_version"))
    connection.execute(text("INSERT INTO accord_version VALUES (:number)"), {"number": number})


def pulse(watch: PoolProxiedConnection) -> str:
    """What another connection's writing changes: the transactions that are over, of all databases of the server."""
    cursor = watch.cursor()
    cursor.execute("SELECT pg_current_snapshot()::text")
    seen = cursor.fetchone()
    cursor.close()
    watch.rollback()
    return str(seen)


def translate(error: Any, url: URL) -> StoreError:
    """An error of PostgreSQL in a user's words."""
    code, said = getattr(error, "sqlstate", None) or "", str(error).strip().splitlines()
    what = said[0] if said else type(error).__name__
    if code in _LOCKED:
        return StoreLocked(
            f"the store {url} is locked: another process is writing to it", "wait until it is done, then try again"
        )
    if code in _FULL:
        return StoreFull(
            f"the store {url} cannot be written: {what}", "free some space on its server; what was read before is kept"
        )
    if not code or code[:2] in ("08", "28", "3D", "57"):
        return StoreError(f"the store {url} cannot be reached: {what}", "check that its server runs and lets you in")
    if code == "42501":
        return StoreError(f"the store {url} may not be changed: {what}", "ask its owner for the right to write")
    return StoreError(f"the store {url} failed: {what}", "please report this with the command that you ran")
