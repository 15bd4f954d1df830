"""Which documents are one voice, as documents come and go: each is compared with those that share a band with it.

Each function runs in a transaction of the store. Documents that have not been heard yet stand in `unheard`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select
from sqlalchemy.engine import Connection

from accord.store import queries, tables
from accord.store.upsert import insert_into

if TYPE_CHECKING:
    from accord.resolve.voices import Text

__all__ = ["forget_all", "heard", "keep", "note_removal", "voices_of"]

_SOME = 500  # values in one question


def _parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    some = list(values)
    for start in range(0, len(some), _SOME):
        yield some[start : start + _SOME]


def voices_of(connection: Connection, hashes: Iterable[str]) -> dict[str, str]:
    """The voice of each of some documents that have been heard."""
    v, found = tables.document_voices.c, dict[str, str]()
    for part in _parts(hashes):
        found |= {row.hash: row.voice for row in connection.execute(select(v.hash, v.voice).where(v.hash.in_(part)))}
    return found


def heard(connection: Connection) -> dict[str, str]:
    """The voices of the documents that have not been heard yet, and of those that become one voice with others."""
    from accord.resolve.voices import with_more

    v, b = tables.document_voices.c, tables.document_bands.c
    new = _texts(connection, connection.scalars(select(tables.unheard.c.hash)))
    met = set[str]()
    for part in _parts({band for text in new for band in text.bands}):
        met.update(connection.scalars(select(b.hash).where(b.band.in_(part)).distinct()))
    before = voices_of(connection, sorted(met))
    found = with_more(new, _texts(connection, before), before)
    told = {text.hash: found[text.hash] for text in new}
    for part in _parts(sorted({old for old in before.values() if found[old] != old})):
        told |= {r.hash: found[r.voice] for r in connection.execute(select(v.hash, v.voice).where(v.voice.in_(part)))}
    return told


def _texts(connection: Connection, hashes: Iterable[str]) -> list[Text]:
    from accord.resolve.voices import Text

    return [Text.of(hash_, prints) for hash_, prints in sorted(queries.prints(connection, hashes).items())]


def keep(connection: Connection, voices: Mapping[str, str]) -> None:
    """Remember the voices of some documents, and how these are found."""
    if not voices:
        return
    row = insert_into(connection, tables.document_voices)
    replaced = row.on_conflict_do_update(index_elements=["hash"], set_={"voice": row.excluded.voice})
    connection.execute(replaced, [{"hash": hash_, "voice": voice} for hash_, voice in voices.items()])
    for part in _parts(voices):
        connection.execute(delete(tables.unheard).where(tables.unheard.c.hash.in_(part)))
    bands = [{"band": band, "hash": text.hash} for text in _texts(connection, voices) for band in sorted(text.bands)]
    if bands:
        connection.execute(insert_into(connection, tables.document_bands).on_conflict_do_nothing(), bands)


def note_removal(connection: Connection, hash_: str) -> None:
    """Before a document goes: it is found no more, and those that are one voice with it are to be heard again."""
    v, b = tables.document_voices.c, tables.document_bands.c
    for voice in voices_of(connection, [hash_]).values():
        mates = [{"hash": mate} for mate in connection.scalars(select(v.hash).where(v.voice == voice))]
        connection.execute(insert_into(connection, tables.unheard).on_conflict_do_nothing(), mates)
        connection.execute(delete(tables.document_voices).where(v.voice == voice))
    for text in _texts(connection, [hash_]):
        for part in _parts(text.bands):
            connection.execute(delete(tables.document_bands).where(b.hash == hash_, b.band.in_(part)))


def forget_all(connection: Connection) -> None:
    """No document is found any more, until its voice is kept again."""
    connection.execute(delete(tables.document_bands))
