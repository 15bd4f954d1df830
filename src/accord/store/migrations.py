"""The store's schema and how older stores are brought up to it.

The version is the number of migrations that a store has gone through, and is kept in it. A new one is appended to
MIGRATIONS and never changed afterwards; each runs in the transaction that also writes the new number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection, Engine

from accord.errors import StoreVersion
from accord.record import TOPICS
from accord.store import fulltext, postgresql, queries, sqlite
from accord.store.engine import reading, writing
from accord.store.rows import document_of, shelf_row
from accord.store.tables import (
    METADATA,
    batches,
    circles,
    claim_blocks,
    claim_made,
    claim_states,
    claims,
    codings,
    document_bands,
    document_voices,
    documents,
    doubts,
    findings,
    holdings,
    judgements,
    meta,
    people,
    reached,
    record_claims,
    record_states,
    records,
    shelf,
    sightings,
    spellings,
    stirred,
    told,
    unheard,
)
from accord.store.where import Where
from accord.version import __version__

__all__ = ["MIGRATIONS", "Migration", "migrate"]

Migration = Callable[[Connection], None]


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
    for table in (told, record_states, record_claims, records):
        table.drop(connection, checkfirst=True)
    for table in (records, record_claims, record_states, told):
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
    for table in (circles, findings, doubts):
        table.create(connection, checkfirst=True)
    connection.execute(update(meta).where(meta.c.key == "remembered").values(value=""))


def _seventh(connection: Connection) -> None:
    """What archives were gone through."""
    batches.create(connection, checkfirst=True)


def _eighth(connection: Connection) -> None:
    """Records as lists tell of them, how sure they are and when their documents were read; documents as they are listed."""
    for table in (findings, doubts, circles, shelf):
        table.drop(connection, checkfirst=True)
    _sixth(connection)
    shelf.create(connection)
    light = [c for c in documents.c if c.name not in ("raw", "text", "blocks", "prints")]
    counts, called = queries.claim_counts(connection), queries.names(connection)
    for row in connection.execute(select(*light)).all():
        values = shelf_row(document_of(row, whole=False), row.state, counts.get(row.hash, 0), called[row.hash])
        connection.execute(insert(shelf).values(**values))


def _ninth(connection: Connection) -> None:
    """Indices from which alone it is told what a page shows."""
    for name in ("findings_rank", "findings_word", "findings_circle", "records_read", "shelf_order", "shelf_state"):
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {name}")
    for table in (findings, records, shelf):
        for index in sorted(table.indexes, key=lambda i: str(i.name)):
            index.create(connection, checkfirst=True)


def _tenth(connection: Connection) -> None:
    """Claims found by the codes of the states that they and their records concern."""
    c, k, m, s = claims.c, claim_states, record_claims.c, record_states.c
    own = connection.execute(select(c.number, k.c.state, c["values"]).join(k, k.c.claim == c.number))
    found = [(number, state) for number, state, values in own if f'"{state}"' not in values]
    of_record = select(c.number, s.states).select_from(record_states).join(record_claims, m.record == s.record)
    with_claim = of_record.join(claims, c.id == m.claim).where(~s.states.contains("-"))
    strays = with_claim.outerjoin(k, (k.c.claim == c.number) & (k.c.state == s.states)).where(k.c.claim.is_(None))
    fulltext.concern(connection, found + [(row.number, row.states) for row in connection.execute(strays)])


def _eleventh(connection: Connection) -> None:
    """What waits for a person's word; in a large store it is found when circles are counted again."""
    doubts.create(connection, checkfirst=True)
    connection.execute(update(circles).values(counted=""))


def _twelfth(connection: Connection) -> None:
    """Maps kept with what is drawn and what is not apart; what was kept of them before is found anew."""
    connection.execute(delete(findings).where(findings.c.sort == "map"))
    connection.execute(update(circles).values(counted=""))


def _thirteenth(connection: Connection) -> None:
    """Indices that hold all that is asked of a record, for lists of no pair."""
    for index in sorted(records.indexes, key=lambda i: str(i.name)):
        if index.name in ("records_kind", "records_start"):
            index.drop(connection, checkfirst=True)
            index.create(connection)


def _fourteenth(connection: Connection) -> None:
    """Near-copies found by what their paragraphs share; the next change puts all records together anew."""
    document_voices.drop(connection, checkfirst=True)
    for table in (document_voices, document_bands):
        table.create(connection, checkfirst=True)
    connection.execute(update(meta).where(meta.c.key == "remembered").values(value=""))


def _fifteenth(connection: Connection) -> None:
    """Who is who, found by what claims say of people, and blocks in their order; the next change puts all records together
    anew."""
    claim_blocks.drop(connection, checkfirst=True)
    for table in (claim_blocks, sightings, spellings, people, holdings, stirred, unheard):
        table.create(connection, checkfirst=True)
    connection.execute(update(meta).where(meta.c.key == "remembered").values(value=""))


def _sixteenth(connection: Connection) -> None:
    """Topics as lists, of which a claim may have two; the next question puts all records together anew."""
    values = claims.c["values"]
    for topic in TOPICS:
        one, some = f'"topic": "{topic}"', f'"topic": ["{topic}"]'
        listed = update(claims).where(values.contains(one, autoescape=True))
        connection.execute(listed.values({"values": func.replace(values, one, some)}))
    connection.execute(update(meta).where(meta.c.key.in_(("derived", "remembered"))).values(value=""))


MIGRATIONS: tuple[Migration, ...] = (
    _first,
    _second,
    _third,
    _fourth,
    _fifth,
    _sixth,
    _seventh,
    _eighth,
    _ninth,
    _tenth,
    _eleventh,
    _twelfth,
    _thirteenth,
    _fourteenth,
    _fifteenth,
    _sixteenth,
)


def migrate(engine: Engine, where: Where, migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """Bring a store up to date and return its version. Raises StoreVersion for a newer store or a foreign database."""
    with reading(engine, where) as connection:
        if _version(connection, where, len(migrations)) == len(migrations):
            return len(migrations)
    with writing(engine, where) as connection:  # asked again: another process may have been quicker
        version = _version(connection, where, len(migrations))
        for migration in migrations[version:]:
            migration(connection)
        kind = sqlite if isinstance(where, Path) else postgresql
        kind.keep_version(connection, len(migrations))
    return len(migrations)


def _version(connection: Connection, where: Where, newest: int) -> int:
    version = sqlite.version(connection, where) if isinstance(where, Path) else postgresql.version(connection, where)
    if version > newest:
        raise StoreVersion(
            f"{where} was written by a newer Accord (schema {version}, this one knows {newest})",
            "update Accord, or give another store with --store",
        )
    return version
