"""What readings bring, written inside a transaction that the store has opened."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.engine import Connection

from accord.record import Claim, canonical
from accord.store import derived, fulltext, hearing, local, queries, tables
from accord.store.model import Kept, Named, Skipped
from accord.store.rows import claim_row, document_row, shelf_row, words_of
from accord.store.upsert import upsert

__all__ = ["add_claims", "keep", "name", "remove"]


# Made once: SQLAlchemy looks through each statement that it has not seen.
_DOCUMENT, _SHELF, _CLAIM, _STATE = map(insert, (tables.documents, tables.shelf, tables.claims, tables.claim_states))
_UNHEARD = insert(tables.unheard)
_LAST = select(func.coalesce(func.max(tables.claims.c.number), 0))
_NOT_SKIPPED = delete(tables.skipped).where(tables.skipped.c.doc == bindparam("asked"))


def keep(connection: Connection, things: Iterable[Kept | Named | Skipped], now: str) -> frozenset[str]:
    """Keep documents, further names and what was skipped. The names of documents whose bytes are known by a smaller
    one: these are kept as further names."""
    copies, come, claims = set(), False, list[Claim]()
    for thing in things:
        if isinstance(thing, Kept):
            if _document(connection, thing, now, claims):
                come = True
            else:
                copies.add(thing.document.doc)
        elif isinstance(thing, Named):
            _not_skipped(connection, thing.name)
            name(connection, thing.hash, thing.name)
        else:
            _skipped(connection, thing, now)
    add_claims(connection, claims)
    if come:
        local.note_papers(connection)
    return frozenset(copies)


def _document(connection: Connection, kept: Kept, now: str, claims: list[Claim]) -> bool:
    """A document, in place of what was kept of the same bytes; its claims join those that are yet to be added. Bytes that
    are known by a smaller name keep it, and all that came with it, and this is False: so the order of reading makes no
    difference."""
    document = kept.document
    _not_skipped(connection, document.doc)
    before = queries.known(connection, document.hash)
    if before and before.doc < document.doc:
        name(connection, document.hash, document.doc)
        return False
    first_read = now
    if before:
        first_read = queries.read_at(connection, document.hash)
        add_claims(connection, claims)
        claims.clear()
        remove(connection, document.hash)
    extra = {
        "state": kept.state,
        "note": kept.note,
        "given": canonical(dict(kept.given)),
        "version": kept.version,
        "prints": canonical(list(kept.prints)),
        "read_at": first_read,
    }
    connection.execute(_DOCUMENT, {**document_row(document, kept.raw), **extra})
    connection.execute(_UNHEARD, {"hash": document.hash})
    own = {claim.id: claim for claim in kept.claims}
    connection.execute(_SHELF, shelf_row(document, kept.state, len(own), ()))
    upsert(connection, tables.names, {"hash": document.hash, "name": document.doc})
    for other in sorted((before.names if before else frozenset()) - {document.doc}):
        name(connection, document.hash, other)
    claims += own.values()
    return True


def _skipped(connection: Connection, thing: Skipped, now: str) -> None:
    """Something that could not be read; what is remembered so already is not written again."""
    s = tables.skipped.c
    row = connection.execute(select(s.doc, s.reason, s.mend).where(s.doc == thing.doc)).one_or_none()
    if row is None or Skipped(*row) != thing:
        upsert(connection, tables.skipped, {"doc": thing.doc, "reason": thing.reason, "mend": thing.mend, "at": now})


def _not_skipped(connection: Connection, doc: str) -> None:
    connection.execute(_NOT_SKIPPED, {"asked": doc})


def name(connection: Connection, hash_: str, called: str) -> None:
    """A name of a document."""
    upsert(connection, tables.names, {"hash": hash_, "name": called})
    words, folded = tables.shelf.c.words, called.casefold()
    unknown = update(tables.shelf).where(tables.shelf.c.hash == hash_, ~words.contains(folded, autoescape=True))
    connection.execute(unknown.values(words=words + f" {folded}"))


def remove(connection: Connection, hash_: str) -> int:
    """Delete a document's rows; the number of its claims."""
    numbers = list(connection.scalars(select(tables.claims.c.number).where(tables.claims.c.hash == hash_)))
    if numbers:
        local.note_removal(connection, hash_)
        derived.drop_holders(connection, hash_)
    hearing.note_removal(connection, hash_)
    removals = int(queries.meta(connection, "removals") or 0) + 1
    upsert(connection, tables.meta, {"key": "removals", "value": str(removals)})
    fulltext.remove(connection, numbers)
    local.note_papers(connection)
    connection.execute(delete(tables.documents).where(tables.documents.c.hash == hash_))
    local.note_end(connection)
    return len(numbers)


def add_claims(connection: Connection, claims: Iterable[Claim]) -> None:
    """Claims of documents that are there, with their full text."""
    unique = list({claim.id: claim for claim in claims}.values())
    if not unique:
        return
    first = int(connection.scalar(_LAST) or 0) + 1
    numbered = list(enumerate(unique, first))
    connection.execute(_CLAIM, [{"number": n, **claim_row(claim)} for n, claim in numbered])
    states = [{"claim": n, "state": state} for n, claim in numbered for state in sorted(set(claim.concerns))]
    if states:
        connection.execute(_STATE, states)
    fulltext.add(connection, [(n, *words_of(claim)) for n, claim in numbered])
