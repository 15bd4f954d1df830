"""The store's schema and how older stores are brought up to it.

The version is SQLite's `user_version`: the number of migrations that a store has gone through. A new one is appended to
MIGRATIONS and never changed afterwards; each runs in the transaction that also writes the new number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import Connection, Engine

from accord.errors import StoreVersion
from accord.store import fulltext_sqlite as fulltext
from accord.store.engine import reading, writing
from accord.store.rows import document_of, shelf_row
from accord.store.tables import (
    METADATA,
    circles,
    claim_blocks,
    claim_made,
    claims,
    codings,
    document_voices,
    documents,
    findings,
    judgements,
    meta,
    names,
    reached,
    record_claims,
    record_states,
    records,
    shelf,
    told,
)
from accord.version import __version__

__all__ = ["APPLICATION_ID", "MIGRATIONS", "Migration", "migrate"]

Migration = Callable[[Connection], None]
APPLICATION_ID = 0x41434344  # "ACCD", in the file's header
_NAMES = select(names.c.hash, func.group_concat(names.c.name, " ").label("names")).group_by(names.c.hash)
_CLAIMS = select(claims.c.hash, func.count().label("claims")).group_by(claims.c.hash)


def _first(connection: Connection) -> None:
    """All tables of Accord 0.1."""
    METADATA.create_all(connection)
    fulltext.create(connection)
    connection.execute(
        insert(meta),
        [
            {"key": "created_by", "value": __version__},
            {"key": "generation", "value": "0"},
            {"key": "derived", "value": ""},
        ],
    )


def _second(connection: Connection) -> None:
    """Judgements anchored to quotes; nothing was kept in their first table."""
    judgements.drop(connection, checkfirst=True)
    judgements.create(connection)


def _third(connection: Connection) -> None:
    """Records found by state, kind and day. They are derived: the next question puts them together."""
    for table in (record_states, record_claims, records):
        table.drop(connection, checkfirst=True)
    for table in (records, record_claims, record_states):
        table.create(connection)
    connection.execute(update(meta).where(meta.c.key == "derived").values(value=""))


def _fourth(connection: Connection) -> None:
    """What coders say, apart from the judgements."""
    codings.create(connection, checkfirst=True)


def _fifth(connection: Connection) -> None:
    """What putting some records together anew needs to know; the next question fills it."""
    for table in (claim_made, claim_blocks, document_voices, reached):
        table.create(connection, checkfirst=True)
    connection.execute(update(meta).where(meta.c.key == "derived").values(value=""))


def _sixth(connection: Connection) -> None:
    """Records found by pair, status, topic and time, and what was found in them. They are derived, and nothing is
    remembered of them."""
    _third(connection)
    for table in (circles, findings):
        table.create(connection, checkfirst=True)
    connection.execute(update(meta).where(meta.c.key == "remembered").values(value=""))


def _seventh(connection: Connection) -> None:
    """Records as lists tell of them, and how sure they are and when their documents were read; documents as they are
    listed."""
    findings.drop(connection, checkfirst=True)
    circles.drop(connection, checkfirst=True)
    for table in (told, shelf):
        table.drop(connection, checkfirst=True)
    _sixth(connection)
    for table in (told, shelf):
        table.create(connection)
    light = [c for c in documents.c if c.name not in ("raw", "text", "blocks", "prints")]
    counts = {row.hash: row.claims for row in connection.execute(_CLAIMS)}
    called = {row.hash: row.names for row in connection.execute(_NAMES)}
    for row in list(connection.execute(select(*light))):
        values = shelf_row(document_of(row, whole=False), row.state, counts.get(row.hash, 0))
        more = called.get(row.hash, "").casefold()
        connection.execute(insert(shelf).values(**values | {"words": f"{values['words']} {more}"}))


MIGRATIONS: tuple[Migration, ...] = (_first, _second, _third, _fourth, _fifth, _sixth, _seventh)


def migrate(engine: Engine, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """Bring a store up to date and return its version. Raises StoreVersion for a newer store or a foreign file."""
    with reading(engine, path) as connection:
        if _version(connection, path, len(migrations)) == len(migrations):
            return len(migrations)
    with writing(engine, path) as connection:  # asked again: another process may have been quicker
        version = _version(connection, path, len(migrations))
        for migration in migrations[version:]:
            migration(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {len(migrations)}")
    return len(migrations)


def _version(connection: Connection, path: Path, newest: int) -> int:
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    owner = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    tables = int(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one())
    if tables and owner != APPLICATION_ID:
        raise StoreVersion(f"{path} is a database of another program", "give another file with --store")
    if version > newest:
        raise StoreVersion(
            f"{path} was written by a newer Accord (schema {version}, this one knows {newest})",
            "update Accord, or give another file with --store",
        )
    return version
