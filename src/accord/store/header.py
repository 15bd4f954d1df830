"""A look at a file before it is opened as a store, so that a foreign file is named and never touched."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from accord.errors import StoreError, StoreVersion
from accord.store.sqlite import APPLICATION_ID

__all__ = ["check_header"]

_MAGIC = b"SQLite format 3\x00"


def check_header(path: Path) -> None:
    """Raises StoreVersion unless the file is missing, empty, or a database that Accord made."""
    try:
        with path.open("rb") as handle:
            head = handle.read(100)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(
            f"the store {path} cannot be opened: {error.strerror}", "give a file of yours with --store"
        ) from error
    if not head:
        return
    if not head.startswith(_MAGIC):
        raise StoreVersion(f"{path} is no store of Accord", "give another file with --store")
    owner = int.from_bytes(head[68:72], "big")
    logged = head[18] == 2  # with a write-ahead log the newest header may stand in it: migrations look again
    if owner not in (0, APPLICATION_ID) or (not owner and not logged and _tables(path)):
        raise StoreVersion(f"{path} is a database of another program", "give another file with --store")


def _tables(path: Path) -> int:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except sqlite3.Error:
        return 0
