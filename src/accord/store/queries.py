"""What is asked of the tables, inside a transaction that the store has opened."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Select, bindparam, func, select, tuple_
from sqlalchemy.engine import Connection

from accord.errors import NotFound
from accord.record import Claim, Record, Role, Values
from accord.store import fulltext, tables
from accord.store.model import (
    EVERY,
    KEPT,
    SMALL,
    THRESHOLD,
    Hit,
    Known,
    Listed,
    Passage,
    Skipped,
    Source,
    Wanted,
    confidence,
)
from accord.store.rows import claim_of, document_of, periods, record_of, said

_RANKED = 2000, 500  # claims of a word, kept last, of which the best are looked for: in a small store, and in others
_LOOKED_AT = SMALL, 300  # claims of a word, kept last, whose records a list shows
_SOME = 500  # values in one question

_T = TypeVar("_T")
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
    "values",
    "wanted",
]

CLAIM = select(tables.claims, tables.documents.c.doc).join(tables.documents)
"""Rows of `claim_of`."""

# Statements that every page asks are made once: to make one takes as long as its answer.
_SOME_OF: BindParameter[Any] = bindparam("some", expanding=True)
_SIZE = select(func.max(tables.claims.c.number))
_CLAIMS = CLAIM.where(tables.claims.c.id.in_(_SOME_OF))
_RECORDS = select(tables.records).where(tables.records.c.id.in_(_SOME_OF))
_MEMBERS = (
    select(tables.record_claims.c.record, tables.record_claims.c.claim)
    .where(tables.record_claims.c.record.in_(_SOME_OF))
    .order_by(tables.record_claims.c.record, tables.record_claims.c.place)
)
_HOLDERS = (
    select(tables.claims.c.number, tables.record_claims.c.record)
    .join(tables.record_claims, tables.record_claims.c.claim == tables.claims.c.id)
    .where(tables.claims.c.number.in_(_SOME_OF))
)
_PLACES = (
    select(tables.claims.c.number, tables.claims.c.id, tables.documents.c.doc)
    .join(tables.documents)
    .where(tables.claims.c.number.in_(_SOME_OF))
)


_META = select(tables.meta.c.value).where(tables.meta.c.key == bindparam("asked"))


def meta(connection: Connection, key: str) -> str:
    return connection.scalar(_META, {"asked": key}) or ""


_D = tables.documents.c
_KNOWN = select(_D.hash, _D.doc, _D.state, _D.note, _D.given, _D.version).where(_D.hash == bindparam("asked"))


def known(connection: Connection, hash_: str) -> Known | None:
    row = connection.execute(_KNOWN, {"asked": hash_}).one_or_none()
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


def prints(connection: Connection, hashes: Iterable[str] | None = None) -> dict[str, list[Any]]:
    """Of some documents, by default of all."""
    d = tables.documents.c
    query = select(d.hash, d.prints)
    parts = [query] if hashes is None else [query.where(d.hash.in_(some)) for some in _parts(list(hashes))]
    rows = (row for part in parts for row in connection.execute(part))
    return {hash_: json.loads(found) for hash_, found in sorted(map(tuple, rows))}


def sources(connection: Connection, hashes: Iterable[str]) -> list[Source]:
    d, v = tables.documents, tables.document_voices.c
    light: list[Any] = [c for c in d.c if c.name not in ("raw", "text", "blocks", "prints")]
    query: Select[Any] = select(*light, v.voice).outerjoin(tables.document_voices)
    found = list[Source]()
    for some in _parts(sorted(hashes)):
        for row in connection.execute(query.where(d.c.hash.in_(some))):
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
    found = list[Claim]()
    for some in _parts(sorted(hashes)):
        found += [claim_of(row) for row in connection.execute(CLAIM.where(tables.claims.c.hash.in_(some)))]
    return found


def claim(connection: Connection, id_: str) -> Claim | None:
    row = connection.execute(_CLAIMS, {"some": [id_]}).one_or_none()
    return claim_of(row) if row else None


def records(connection: Connection, *, kind: str = "", between: Iterable[str] = ()) -> list[Record]:
    ids, place = _places(Wanted(kind, tuple(between)))
    query = ids.order_by(place.c.kind, ids.selected_columns[0])
    return some_records(connection, list(connection.scalars(query)))


def holding(connection: Connection, claims: Iterable[str]) -> list[Record]:
    """The records that hold some claims."""
    m, found = tables.record_claims.c, dict[str, None]()
    for some in _parts(sorted(claims)):
        found |= dict.fromkeys(connection.scalars(select(m.record).where(m.claim.in_(some)).order_by(m.record)))
    return some_records(connection, list(found))


def size(connection: Connection) -> int:
    """About how many claims there are: the number of the last."""
    return int(connection.scalar(_SIZE) or 0)


def listed(connection: Connection, wanted: Wanted, after: str, limit: int) -> Listed:
    """See `Store.listed`."""
    found, more = _with_words(connection, replace(wanted, kind=""))
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
    """The records of some ids that are there, in their order, with their claims in theirs."""
    found = dict[str, Record]()
    for some in _parts(ids):
        members: dict[str, list[str]] = defaultdict(list)
        for record, claim in connection.execute(_MEMBERS, {"some": some}).all():
            members[record].append(claim)
        claims = dict[str, Claim]()
        for part in _parts([id_ for own in members.values() for id_ in own]):
            claims |= {row.id: claim_of(row) for row in connection.execute(_CLAIMS, {"some": part}).all()}
        for row in connection.execute(_RECORDS, {"some": some}).all():
            found[row.id] = record_of(row, members[row.id], claims)
    return [found[id_] for id_ in ids if id_ in found]


def values(connection: Connection, ids: Sequence[str]) -> dict[str, Values]:
    """What is believed of the records of some ids."""
    r = tables.records.c
    query = select(r.id, r.body).where(r.id.in_(_SOME_OF))
    rows = (row for some in _parts(ids) for row in connection.execute(query, {"some": some}))
    return {row.id: json.loads(row.body)["values"] for row in rows}


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
    for some in _parts(records):
        rows = connection.execute(query.where(id_.in_(some)))
        found += [(str(row[0]), str(row[1]), str(row[2])) for row in rows]
    return found


def _holders(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The records of some claims, by their numbers."""
    found = dict[int, str]()
    for some in _parts(numbers):
        found |= {row.number: row.record for row in connection.execute(_HOLDERS, {"some": some}).all()}
    return found


def _parts(values: Sequence[_T], size: int = _SOME) -> Iterator[Sequence[_T]]:
    """So many at a time, by default as many as go into one question."""
    return (values[start : start + size] for start in range(0, len(values), size))


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


def hits(connection: Connection, words: str, among: Wanted, limit: int, most: int) -> list[Hit]:
    """See `Store.hits`."""
    states = sorted(set(among.between))
    found = fulltext.search(connection, words, states, limit, _RANKED[size(connection) > SMALL])
    first: dict[str, int] = {}
    for some in _parts(found, min(2 * most, _SOME) or _SOME):
        holder = _holders(connection, some)
        own = {id_ for *_, id_ in _places_of(connection, sorted(set(holder.values())), among)} if among != EVERY else ()
        for number in some:
            if number in holder and (among == EVERY or holder[number] in own):
                first.setdefault(holder[number], number)
        if most and len(first) >= most:
            break
    return [Hit(record, number) for record, number in first.items()][: most or None]


def passages(connection: Connection, words: str, hits: Sequence[Hit]) -> list[Passage]:
    """The words of hits, in their order."""
    found: dict[int, Passage] = {}
    for part in _parts([hit.claim for hit in hits]):
        snippets = fulltext.snippets(connection, words, part)
        for number, id_, doc in connection.execute(_PLACES, {"some": part}).all():
            found[number] = Passage(id_, doc, snippets[number])
    return [found[hit.claim] for hit in hits]


def get(connection: Connection, id_: str) -> tuple[Record, Claim | None]:
    """See `Store.get`."""
    r, m, c = tables.records.c, tables.record_claims.c, tables.claims.c
    if whole := some_records(connection, [id_]):
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
        return some_records(connection, found)[0], None
    holders = some_records(connection, list(connection.scalars(select(m.record).where(m.claim == found[0]))))
    if not holders:
        raise NotFound(f"the claim {found[0]} is in no record", "read the documents again")
    return holders[0], next(claim for claim in holders[0].claims if claim.id == found[0])


def _beginning(connection: Connection, query: Select[tuple[str]], column: Any, id_: str) -> Sequence[str]:
    """The ids with a beginning: a stretch of their index, for LIKE would go through them all."""
    return list(connection.scalars(query.where(column >= id_, column < f"{id_}\U0010ffff").limit(50)))
