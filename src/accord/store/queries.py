"""What is asked of the tables, inside a transaction that the store has opened."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.engine import Connection

from accord.errors import NotFound
from accord.record import Claim, Record, Role
from accord.store import fulltext, tables
from accord.store.model import KEPT, SMALL, THRESHOLD, Hit, Known, Listed, Passage, Skipped, Source, Wanted, confidence
from accord.store.rows import claim_of, document_of, periods, record_of, said

_RANKED = 2000, 500  # claims of a word, kept last, of which the best are looked for: in a small store, and in others
_LOOKED_AT = SMALL, 300  # claims of a word, kept last, whose records a list shows
_SOME = 500  # values in one question

_Place = tuple[str, str, str]
"""The first day of a record, its kind and its id."""

__all__ = [
    "CLAIM",
    "claim",
    "claim_counts",
    "claims",
    "claims_of_papers",
    "count",
    "find_document",
    "get",
    "hits",
    "holding",
    "known",
    "listed",
    "meta",
    "names",
    "page",
    "page_query",
    "passages",
    "prints",
    "read_at",
    "records",
    "size",
    "skipped",
    "some_records",
    "sources",
    "wanted",
]

CLAIM = select(tables.claims, tables.documents.c.doc).join(tables.documents)
"""Rows of `claim_of`."""


def meta(connection: Connection, key: str) -> str:
    return connection.scalar(select(tables.meta.c.value).where(tables.meta.c.key == key)) or ""


def known(connection: Connection, hash_: str) -> Known | None:
    d = tables.documents.c
    row = connection.execute(
        select(d.hash, d.doc, d.state, d.note, d.given, d.version).where(d.hash == hash_)
    ).one_or_none()
    if row is None:
        return None
    found = connection.scalars(select(tables.names.c.name).where(tables.names.c.hash == hash_))
    return Known(row.hash, row.doc, frozenset(found), row.state, row.note, json.loads(row.given), row.version)


def read_at(connection: Connection, hash_: str) -> str:
    d = tables.documents.c
    return connection.scalar(select(d.read_at).where(d.hash == hash_)) or ""


def names(connection: Connection) -> dict[str, list[str]]:
    """All names of each document by its hash."""
    found: dict[str, list[str]] = defaultdict(list)
    for hash_, name in connection.execute(select(tables.names.c.hash, tables.names.c.name)):
        found[hash_].append(name)
    return found


def claim_counts(connection: Connection) -> dict[str, int]:
    rows = connection.execute(select(tables.claims.c.hash, func.count().label("claims")).group_by(tables.claims.c.hash))
    return {row.hash: row.claims for row in rows}


def skipped(connection: Connection) -> list[Skipped]:
    """The unreadable, and what is kept without being read for facts; by name."""
    d, s = tables.documents.c, tables.skipped.c
    shelved = select(tables.shelf.c.hash).where(tables.shelf.c.state == KEPT)
    kept = connection.execute(select(d.doc, d.note).where(d.hash.in_(shelved)))
    unread = connection.execute(select(s.doc, s.reason, s.mend))
    return sorted([*(Skipped(*row) for row in kept), *(Skipped(*row) for row in unread)])


def prints(connection: Connection) -> dict[str, list[Any]]:
    rows = connection.execute(select(tables.documents.c.hash, tables.documents.c.prints))
    return {hash_: json.loads(found) for hash_, found in sorted(map(tuple, rows))}


def sources(connection: Connection, hashes: Iterable[str]) -> list[Source]:
    d, v = tables.documents, tables.document_voices.c
    light: list[Any] = [c for c in d.c if c.name not in ("raw", "text", "blocks", "prints")]
    query: Select[Any] = select(*light, v.voice).outerjoin(tables.document_voices)
    wanted, found = sorted(hashes), list[Source]()
    for start in range(0, len(wanted), 500):
        for row in connection.execute(query.where(d.c.hash.in_(wanted[start : start + 500]))):
            found.append(Source(document_of(row, whole=False), row.read_at, row.voice or row.hash))
    return found


def find_document(connection: Connection, name: str) -> str | None:
    """The hash of the document of a name, or of a unique beginning of its hash. Raises NotFound where several fit."""
    n, d = tables.names.c, tables.documents.c
    found = sorted(set(connection.scalars(select(n.hash).where(n.name == name))))
    if not found and len(name) >= 6 and all(c in "0123456789abcdef" for c in name):
        found = sorted(connection.scalars(select(d.hash).where(d.hash.startswith(name, autoescape=True))))
    if len(found) > 1:
        raise NotFound(
            f"{len(found)} documents are called {name!r}",
            "name one by its hash: " + ", ".join(hash_[:12] for hash_ in found),
        )
    return found[0] if found else None


def claims(
    connection: Connection, *, kind: str = "", between: Iterable[str] = (), document: str = "", least: float = 0.0
) -> list[Claim]:
    c = tables.claims.c
    query = CLAIM
    if kind:
        query = query.where(c.kind == kind)
    if document:
        query = query.where(c.hash == document)
    if least:
        query = query.where(c.confidence >= least)
    for state in sorted(set(between)):
        s = tables.claim_states.c
        query = query.where(c.number.in_(select(s.claim).where(s.state == state)))
    rows = connection.execute(query.order_by(tables.documents.c.doc, c.kind, c.start, c.id))
    return [claim_of(row) for row in rows]


def claims_of_papers(connection: Connection, hashes: Iterable[str]) -> list[Claim]:
    """The claims of some documents."""
    wanted, found = sorted(hashes), list[Claim]()
    for start in range(0, len(wanted), 500):
        rows = connection.execute(CLAIM.where(tables.claims.c.hash.in_(wanted[start : start + 500])))
        found += [claim_of(row) for row in rows]
    return found


def claim(connection: Connection, id_: str) -> Claim | None:
    row = connection.execute(CLAIM.where(tables.claims.c.id == id_)).one_or_none()
    return claim_of(row) if row else None


def records(connection: Connection, *, kind: str = "", between: Iterable[str] = ()) -> list[Record]:
    return _load(connection, _places(Wanted(kind, tuple(between)))[0])


def holding(connection: Connection, claims: Iterable[str]) -> list[Record]:
    """The records that hold some claims."""
    m, wanted, found = tables.record_claims.c, sorted(claims), dict[str, Record]()
    for start in range(0, len(wanted), 500):
        holders = select(m.record).where(m.claim.in_(wanted[start : start + 500]))
        found |= {record.id: record for record in _load(connection, holders)}
    return list(found.values())


def size(connection: Connection) -> int:
    """About how many claims there are: the number of the last."""
    return int(connection.scalar(select(func.max(tables.claims.c.number))) or 0)


def listed(connection: Connection, wanted: Wanted, after: str, limit: int) -> Listed:
    """See `Store.listed`."""
    every = replace(wanted, kind="")
    if not wanted.words.strip():
        return Listed(*page(connection, wanted, after, limit), count(connection, every))
    found, more = _with_words(connection, every)
    counts = dict(sorted(Counter(kind for _, kind, _ in found).items()))
    some = found if not wanted.kind else [place for place in found if place[1] == wanted.kind]
    return Listed(*_cut(some, after, limit), counts, more)


def count(connection: Connection, wanted: Wanted) -> dict[str, int]:
    """How many records of each kind there are; none is loaded."""
    if wanted.words.strip():
        return dict(sorted(Counter(kind for _, kind, _ in _with_words(connection, wanted)[0]).items()))
    ids, place = _places(wanted)
    kind = place.c.kind
    rows = connection.execute(ids.with_only_columns(kind, func.count().label("records")).group_by(kind).order_by(kind))
    return {row.kind: row.records for row in rows}


def page(connection: Connection, wanted: Wanted, after: str, limit: int) -> tuple[list[str], str]:
    """See `Store.page`."""
    if wanted.words.strip():
        return _cut(_with_words(connection, wanted)[0], after, limit)
    query = page_query(wanted, after, limit + 1)
    return _cut([(str(row.start), "", str(row[0])) for row in connection.execute(query)], "", limit)


def _cut(found: Iterable[_Place], after: str, limit: int) -> tuple[list[str], str]:
    """The ids of a page, the newest first, and the `after` of the next one."""
    day, _, last = after.partition(" ")
    some = sorted((p for p in found if not after or (p[0], p[2]) < (day, last)), key=_newest, reverse=True)
    end = some[limit - 1] if len(some) > limit else None
    return [id_ for *_, id_ in some[:limit]], f"{end[0]} {end[2]}" if end else ""


def _newest(place: _Place) -> tuple[str, str]:
    return place[0], place[2]


def some_records(connection: Connection, ids: Sequence[str]) -> list[Record]:
    """The records of some ids that are there, in their order."""
    r, found = tables.records.c.id, dict[str, Record]()
    for start in range(0, len(ids), 500):
        found |= {x.id: x for x in _load(connection, select(r).where(r.in_(ids[start : start + 500])))}
    return [found[id_] for id_ in ids if id_ in found]


def page_query(wanted: Wanted, after: str, limit: int) -> Select[tuple[str, str]]:
    """The ids and first days of a page's records, the newest first, the undated last; `after` is "day id"."""
    ids, place = _places(wanted)
    id_, start = ids.selected_columns[0], place.c.start
    query = ids.add_columns(start.label("start"))
    if after:
        day, _, last = after.partition(" ")
        query = query.where(tuple_(start, id_) < (day, last))
    return query.order_by(start.desc(), id_.desc()).limit(limit)


def _places(wanted: Wanted, by_record: bool = False) -> tuple[Select[tuple[str]], Any]:
    """The ids of the records that are wanted, whatever their words, and the table that they are found in: by an index
    that begins with the states and the kind and goes on with their first day; where records are named, by these."""
    states = sorted(set(wanted.between))
    first, more = "-".join(states[:2]), states[2:]
    if states == [""]:
        first = "-"  # the records that concern no state
    table = tables.record_states if first else tables.records
    id_ = table.c.record if first else table.c.id
    query = select(id_)
    if first:
        query = query.where((table.c.states.concat("") if by_record else table.c.states) == first)
    if wanted.kind:
        query = query.where(table.c.kind == wanted.kind)
    for state in more:
        other = tables.record_states.alias()
        query = query.where(select(other.c.record).where(other.c.record == id_, other.c.states == state).exists())
    r = tables.records.c
    if wanted.undated:
        query = query.where(table.c.start == "")
    if fits := list(_fits(wanted)):
        query = query.join(tables.records, r.id == id_).where(*fits) if first else query.where(*fits)
    return query, table


def _fits(wanted: Wanted) -> Iterator[Any]:
    """What the record itself must be."""
    r = tables.records.c
    if wanted.status:
        yield r.status == wanted.status
    if wanted.topic:
        yield r.topics.contains(f"|{wanted.topic}|")
    if wanted.since or wanted.until:
        yield r.latest != ""
    if wanted.since:
        yield r.latest >= wanted.since.isoformat()
    if wanted.until:
        yield r.earliest <= wanted.until.isoformat()
    if wanted.undated:
        yield r.latest == ""
    if wanted.sure is not None:
        yield r.confidence >= THRESHOLD if wanted.sure else r.confidence < THRESHOLD


def _with_words(connection: Connection, wanted: Wanted) -> tuple[list[_Place], bool]:
    """The places of the records in a claim of which all the words stand, and whether more claims have the words than
    were looked at."""
    most = _LOOKED_AT[size(connection) > SMALL]
    states = [state for state in wanted.between if state]
    numbers = fulltext.numbers(connection, wanted.words, states, most + 1)
    holders = sorted(set(_holders(connection, numbers[:most]).values()))
    return _places_of(connection, holders, wanted), len(numbers) > most


def _places_of(connection: Connection, records: Sequence[str], wanted: Wanted) -> list[_Place]:
    """Those of some records that are wanted, whatever their words."""
    ids, place = _places(wanted, by_record=True)
    id_, found = ids.selected_columns[0], list[_Place]()
    query = ids.with_only_columns(place.c.start, place.c.kind, id_)
    for start in range(0, len(records), _SOME):
        rows = connection.execute(query.where(id_.in_(records[start : start + _SOME])))
        found += [(str(row[0]), str(row[1]), str(row[2])) for row in rows]
    return found


def _holders(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The records of some claims, by their numbers."""
    c, m, found = tables.claims.c, tables.record_claims.c, dict[int, str]()
    query = select(c.number, m.record).join(tables.record_claims, m.claim == c.id)
    for start in range(0, len(numbers), _SOME):
        found |= {
            r.number: r.record for r in connection.execute(query.where(c.number.in_(numbers[start : start + _SOME])))
        }
    return found


def _load(connection: Connection, ids: Select[tuple[str]]) -> list[Record]:
    """Records with their claims, in their order."""
    r, m = tables.records.c, tables.record_claims.c
    members: dict[str, list[str]] = defaultdict(list)
    for record, claim in connection.execute(
        select(m.record, m.claim).where(m.record.in_(ids)).order_by(m.record, m.place)
    ):
        members[record].append(claim)
    wanted_claims = select(m.claim).where(m.record.in_(ids))
    by_id = {row.id: claim_of(row) for row in connection.execute(CLAIM.where(tables.claims.c.id.in_(wanted_claims)))}
    rows = connection.execute(select(tables.records).where(r.id.in_(ids)).order_by(r.kind, r.id))
    return [record_of(row, members[row.id], by_id) for row in rows]


def wanted(record: Record, since: date | None, until: date | None, topic: str, least: float) -> bool:
    """Whether a record is about a topic, sure enough, and happened from `since` to `until`."""
    if least and confidence(record) < least:
        return False
    if topic and topic not in said(record, Role.TOPIC):
        return False
    if since is None and until is None:
        return True
    first, last = since or date.min, until or date.max
    return any(period.first <= last and first <= period.last for period in periods(record))


def hits(connection: Connection, words: str, among: Wanted, limit: int) -> list[Hit]:
    """See `Store.hits`."""
    states = sorted(set(among.between))
    found = fulltext.search(connection, words, states, limit, _RANKED[size(connection) > SMALL])
    holder = _holders(connection, found)
    if among != Wanted():
        rows = _places_of(connection, sorted(set(holder.values())), among)
        own = {id_ for *_, id_ in rows}
        holder = {number: record for number, record in holder.items() if record in own}
    first: dict[str, int] = {}
    for number in found:
        if number in holder:
            first.setdefault(holder[number], number)
    return [Hit(record, number) for record, number in first.items()]


def passages(connection: Connection, words: str, hits: Sequence[Hit]) -> list[Passage]:
    """The words of hits, in their order."""
    c, d = tables.claims.c, tables.documents.c
    query = select(c.number, c.id, d.doc).join(tables.documents, d.hash == c.hash)
    found: dict[int, Passage] = {}
    for start in range(0, len(hits), 500):
        part = [hit.claim for hit in hits[start : start + 500]]
        snippets = fulltext.snippets(connection, words, part)
        for row in connection.execute(query.where(c.number.in_(part))):
            found[row.number] = Passage(row.id, row.doc, snippets[row.number])
    return [found[hit.claim] for hit in hits]


def get(connection: Connection, id_: str) -> tuple[Record, Claim | None]:
    """See `Store.get`."""
    r, m, c = tables.records.c, tables.record_claims.c, tables.claims.c
    if whole := _load(connection, select(r.id).where(r.id == id_)):
        return whole[0], None
    in_records = _beginning(connection, select(r.id), r.id, id_)
    in_claims = _beginning(connection, select(c.id), c.id, id_)
    found = [id_] if id_ in (*in_records, *in_claims) else sorted(in_records or in_claims)
    if not found:
        raise NotFound(f"nothing has the id {id_!r}", "`accord list` and `accord search` show ids")
    if len(found) > 1:
        more = f" and {len(found) - 5} more" if len(found) > 5 else ""
        raise NotFound(f"{id_!r} begins {len(found)} ids: {', '.join(found[:5])}{more}", "give more of it")
    if found[0] in in_records:
        return _load(connection, select(r.id).where(r.id == found[0]))[0], None
    holders = _load(connection, select(m.record).where(m.claim == found[0]))
    if not holders:
        raise NotFound(f"the claim {found[0]} is in no record", "read the documents again")
    return holders[0], next(claim for claim in holders[0].claims if claim.id == found[0])


def _beginning(connection: Connection, query: Select[tuple[str]], column: Any, id_: str) -> Sequence[str]:
    """The ids with a beginning: a stretch of their index, for LIKE would go through them all."""
    return list(connection.scalars(query.where(column >= id_, column < f"{id_}\U0010ffff").limit(50)))
