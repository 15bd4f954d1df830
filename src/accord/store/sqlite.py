"""A store in a file: how SQLite opens it, network drives, the version of its schema, and what its errors mean to a user."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from accord.errors import StoreError, StoreFull, StoreLocked, StoreVersion

__all__ = [
    "APPLICATION_ID",
    "NETWORK_FILESYSTEMS",
    "empty_log",
    "keep_version",
    "network_filesystem",
    "open_engine",
    "pulse",
    "translate",
    "version",
]

APPLICATION_ID = 0x41434344  # "ACCD", in the file's header

_NETWORK = (
    "9p afs afpfs beegfs ceph cifs coda davfs fuse.cephfs fuse.davfs fuse.gcsfuse fuse.glusterfs fuse.rclone "
    "fuse.s3fs fuse.sshfs glusterfs gpfs lustre ncpfs nfs nfs4 smb2 smb3 smbfs"
)
NETWORK_FILESYSTEMS = frozenset(_NETWORK.split())


def network_filesystem(path: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """The kind of network drive that a path lies on, or nothing; the longest mount point that holds it decides."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    place, best, kind = path.absolute().resolve(), -1, ""
    for line in lines:
        fields = line.split()
        if len(fields) < 3:
            continue
        point = Path(fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        if place.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return kind if kind in NETWORK_FILESYSTEMS else ""


def open_engine(path: Path, wait: float, network: bool) -> Engine:
    """An engine on a store's file. Writers wait `wait` seconds for each other; WAL, but not on a network drive."""
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": wait})
    journal = "DELETE" if network else "WAL"

    @event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # transactions are begun below, in words
        for pragma in (
            f"busy_timeout = {int(wait * 1000)}",
            f"journal_mode = {journal}",
            "foreign_keys = ON",
            "synchronous = " + ("FULL" if network else "NORMAL"),
            "secure_delete = ON",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        write = connection.get_execution_options().get("write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def version(connection: Connection, path: Path) -> int:
    """The number of migrations that a file has gone through. Raises StoreVersion for a file of another program."""
    owner = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    tables = int(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one())
    if tables and owner != APPLICATION_ID:
        raise StoreVersion(f"{path} is a database of another program", "give another file with --store")
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def keep_version(connection: Connection, number: int) -> None:
    """Write down that a file has gone through so many migrations."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def empty_log(engine: Engine) -> None:
    """Bring the log into the file, and empty it."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    finally:
        raw.close()


def pulse(watch: PoolProxiedConnection) -> str:
    """What another connection's writing changes."""
    (number,) = watch.cursor().execute("PRAGMA data_version").fetchone()
    return str(number)


def translate(error: Any, path: Path) -> StoreError:
    """An error of SQLite in a user's words."""
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreLocked(
            f"the store {path} is locked: another process is writing to it", "wait until it is done, then try again"
        )
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return StoreFull(
            f"the store {path} cannot be written: {error}",
            "free some space on its disk, or give another place with --store; what was read before is kept",
        )
    if code == sqlite3.SQLITE_NOTADB:
        return StoreVersion(f"{path} is no store of Accord", "give another file with --store")
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return StoreError(f"the store {path} cannot be opened: {error}", "check that its folder exists and is yours")
    if code == sqlite3.SQLITE_CORRUPT:
        return StoreError(f"the store {path} is damaged: {error}", "read the documents again into a new store")
    return StoreError(f"the store {path} failed: {error}", "please report this with the command that you ran")
