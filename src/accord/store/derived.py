"""Records in the tables: only what differs is written, in short transactions, each of which leaves every claim in one
record at most; so that others read, and one judges, while a large store is put together anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from accord.record import Record
from accord.store import circles, fulltext, queue, tables
from accord.store.rows import circles_of, record_row, state_rows

__all__ = ["Batch", "batches", "differing", "drop_holders", "retold", "write"]

_SIZE = 1000  # records a transaction

Batch = tuple[list[str], list[Record]]
"""The ids of records to remove, and the records to write in their place."""


def differing(
    connection: Connection, found: Iterable[Record], claims: Collection[str] | None = None
) -> Iterator[Batch]:
    """What is to be done for the tables to hold just these records, in place of those of some claims (else of all); in
    batches."""
    r, m = tables.records.c, tables.record_claims.c
    query = select(r.id, r.body)
    before: dict[str, str] = {}
    if claims is None:
        before = {row.id: row.body for row in connection.execute(query)}
    else:
        wanted = sorted(claims)
        for start in range(0, len(wanted), 500):
            holders = select(m.record).where(m.claim.in_(wanted[start : start + 500]))
            before |= {row.id: row.body for row in connection.execute(query.where(r.id.in_(holders)))}
    new: dict[str, Record] = {}
    for record in found:
        if before.pop(record.id, None) != record_row(record)["body"]:
            new[record.id] = record
    held: dict[str, list[str]] = {id_: [] for id_ in before}
    gone = list(held)
    for start in range(0, len(gone), 500):
        members = select(m.record, m.claim).where(m.record.in_(gone[start : start + 500]))
        for id_, claim in connection.execute(members):
            held[id_].append(claim)
    return batches(held, list(new.values()), _SIZE)


def batches(old: Mapping[str, Sequence[str]], new: Sequence[Record], size: int) -> Iterator[Batch]:
    """Old records (id -> claims) and those that come in their place, together where they share claims."""
    leader: dict[str, str] = {}  # a claim -> another of its group

    def top(claim: str) -> str:
        while leader.setdefault(claim, claim) != claim:
            leader[claim] = leader[leader[claim]]
            claim = leader[claim]
        return claim

    for claims in (*old.values(), *([c.id for c in r.claims] for r in new)):
        for claim in claims[1:]:
            leader[top(claim)] = top(claims[0])
    groups: dict[str, Batch] = defaultdict(lambda: ([], []))
    for id_, claims in old.items():
        groups[top(claims[0]) if claims else id_][0].append(id_)
    for record in new:
        groups[top(record.claims[0].id)][1].append(record)
    removed: list[str] = []
    written: list[Record] = []
    for gone, come in groups.values():
        removed += gone
        written += come
        if len(removed) + len(written) >= size:
            yield removed, written
            removed, written = [], []
    if removed or written:
        yield removed, written


def write(connection: Connection, batch: Batch) -> None:
    """Carry out one batch."""
    removed, written = batch
    r = tables.records.c
    ids = [*removed, *(record.id for record in written)]
    more = Counter(circle for record in written for circle in circles_of(record))
    more.subtract(circles.holding(connection, ids))
    gone = 0
    for start in range(0, len(ids), 500):
        gone += connection.execute(delete(tables.records).where(r.id.in_(ids[start : start + 500]))).rowcount
    if written:
        _add(connection, written)
    circles.touch(connection, more, len(written) - gone)


def _add(connection: Connection, written: Sequence[Record]) -> None:
    read = _read(connection, {claim.document for record in written for claim in record.claims})
    rows = []
    for record in written:
        times = [read[claim.document] for claim in record.claims]
        rows.append(record_row(record) | {"first_read": min(times), "last_read": max(times)})
    connection.execute(insert(tables.records), rows)
    members = [
        {"record": record.id, "place": place, "claim": claim.id}
        for record in written
        for place, claim in enumerate(record.claims)
    ]
    connection.execute(insert(tables.record_claims), members)
    connection.execute(insert(tables.record_states), [row for record in written for row in state_rows(record)])
    _concern(connection, written)


def _concern(connection: Connection, written: Sequence[Record]) -> None:
    """Let claims be found by the states of their records that they do not concern themselves."""
    more = {c.id: sorted({*r.concerns} - {*c.concerns}) for r in written for c in r.claims if r.concerns != c.concerns}
    numbers, c = dict[str, int](), tables.claims.c
    for start in range(0, len(more), 500):
        some = select(c.id, c.number).where(c.id.in_(sorted(more)[start : start + 500]))
        numbers |= {row.id: row.number for row in connection.execute(some)}
    fulltext.concern(connection, [(numbers[id_], state) for id_, states in sorted(more.items()) for state in states])


def _read(connection: Connection, hashes: Iterable[str]) -> dict[str, str]:
    """When documents were read."""
    d, wanted, found = tables.documents.c, sorted(hashes), dict[str, str]()
    for start in range(0, len(wanted), 500):
        rows = connection.execute(select(d.hash, d.read_at).where(d.hash.in_(wanted[start : start + 500])))
        found |= {row.hash: row.read_at for row in rows}
    return found


def drop_holders(connection: Connection, hash_: str) -> None:
    """Delete the records that hold a claim of a document; what stays has all its claims. Nothing that was found in
    their circles stays either: the document's words may stand in it."""
    holders = _holders(connection, hash_)
    touched = circles.holding(connection, holders)
    for start in range(0, len(holders), 500):
        connection.execute(delete(tables.records).where(tables.records.c.id.in_(holders[start : start + 500])))
    circles.empty(connection, touched)
    queue.forget(connection, touched)
    circles.touch(connection, {circle: -count for circle, count in touched.items()}, -len(holders))


def retold(connection: Connection, hashes: Iterable[str]) -> None:
    """Somebody said something of a claim of some documents, or they are one voice with others: what is found in the
    circles of their records may change."""
    holders = [id_ for hash_ in sorted(set(hashes)) for id_ in _holders(connection, hash_)]
    circles.touch(connection, dict.fromkeys(circles.holding(connection, holders), 0))


def _holders(connection: Connection, hash_: str) -> list[str]:
    """The records that hold a claim of a document."""
    m, c = tables.record_claims.c, tables.claims.c
    query = select(m.record).join(tables.claims, c.id == m.claim).where(c.hash == hash_).distinct()
    return list(connection.scalars(query))
