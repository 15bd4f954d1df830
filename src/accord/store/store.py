"""The store's class: every method is one short transaction, so that a kill at any moment leaves a sound file."""

from __future__ import annotations

import os
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import PoolProxiedConnection

from accord.document import Document
from accord.errors import NotFound, StoreError
from accord.record import Claim, Record, Values, canonical
from accord.store import circles, fulltext, judgements, keeping, postgresql, queries, queue, sqlite, tables
from accord.store import derived as derived_records
from accord.store.coding import Coding
from accord.store.engine import at_once, held_pulse, reading, translated, writing
from accord.store.header import check_header
from accord.store.judgements import Word
from accord.store.migrations import migrate
from accord.store.model import (
    EVERY,
    READ,
    Batch,
    Forgotten,
    Found,
    Hit,
    Kept,
    Known,
    Listed,
    Named,
    Passage,
    Skipped,
    Source,
    Stored,
    Wanted,
    made_of,
)
from accord.store.ready import Ready
from accord.store.rows import document_of, document_row, shelf_row, stored_of
from accord.store.shelf import Shelf
from accord.store.together import Resolver, Together, placed, stamp_of
from accord.store.upsert import upsert
from accord.store.where import Where, where
from accord.version import __version__

if TYPE_CHECKING:
    from accord.resolve import Judgement

__all__ = ["Resolver", "Store"]

_DOCUMENT = select(tables.documents).where(tables.documents.c.hash == bindparam("hash"))
_NO_RECORD = frozenset({"outcome", "unverified"})  # verdicts that change no record


class Store:
    """A store, opened. Close it, or use it in a `with`. Raises only StoreErrors and NotFound."""

    def __init__(
        self, where: Where, engine: Engine, notice: str = "", resolver: Resolver | None = None, lazy: bool = False
    ) -> None:
        self.where = where
        self.notice = notice  # one line worth telling the user, or nothing
        self._engine = engine
        self._lazy = lazy
        self._watch: PoolProxiedConnection | None = None
        self._watching = Lock()
        self.ready = Ready(engine, where)
        self.coding = Coding(engine, where)
        self.queue = queue.Queue(engine, where)
        self.shelf = Shelf(engine, where)
        self._records = Together(engine, where, resolver)

    @classmethod
    def open(
        cls,
        place: str | Where,
        *,
        create: bool = True,
        wait: float | None = None,
        resolver: Resolver | None = None,
        lazy: bool = False,
    ) -> Self:
        """Open a store in a file, made where there is none unless `create` is false, or in a database of PostgreSQL
        (postgresql://USER@HOST/DATABASE), whose tables are made where it is empty. It waits so many seconds for other
        writers (else ACCORD_WAIT, else 10). One that is `lazy` gives records as they are, and puts them together anew
        only in `refresh`. Raises UsageError for an address that is none."""
        at, notice = where(place), ""
        seconds = float(os.environ.get("ACCORD_WAIT") or 10) if wait is None else wait
        if isinstance(at, Path):
            notice = _file(at, create)
            engine = sqlite.open_engine(at, seconds, bool(notice))
        else:
            engine = postgresql.open_engine(at, seconds)
        try:
            migrate(engine, at)
        except BaseException:
            engine.dispose()
            raise
        return cls(at, engine, notice, resolver, lazy)

    def close(self) -> None:
        """Give the file back."""
        with self._watching:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ------------------------------------------------------------------ reading documents in

    def known(self, hash_: str) -> Known | None:
        """What is remembered of these bytes."""
        with reading(self._engine, self.where) as connection:
            return queries.known(connection, hash_)

    def keep(self, things: Sequence[Kept | Named | Skipped], batch: Batch | None = None) -> frozenset[str]:
        """Keep what a reading brought, all of it or nothing, and remember the batch that it came in. The names of
        documents that turned out to be known by a smaller one."""
        copies: frozenset[str] = frozenset()
        if not things and batch is None:
            return copies
        with writing(self._engine, self.where) as connection:
            copies = keeping.keep(connection, things, _now())
            if any(isinstance(thing, Kept) and thing.document.doc not in copies for thing in things):
                self._changed(connection)
            if batch is not None:
                upsert(connection, tables.batches, {"digest": batch.digest, "archive": batch.archive})
        return copies

    def hashes(self) -> frozenset[str]:
        """Of all documents."""
        with reading(self._engine, self.where) as connection:
            return frozenset(connection.scalars(select(tables.documents.c.hash)))

    def batches(self) -> frozenset[str]:
        """The digests of all batches that were gone through."""
        with reading(self._engine, self.where) as connection:
            return frozenset(connection.scalars(select(tables.batches.c.digest)))

    def forget(self, doc: str) -> Forgotten:
        """Remove a document (by a name of it, or the beginning of its hash) and exactly its claims; nothing of its
        content stays in the file. Raises NotFound."""
        with writing(self._engine, self.where) as connection:
            hash_ = queries.find_document(connection, doc)
            if hash_ is None:
                if connection.execute(delete(tables.skipped).where(tables.skipped.c.doc == doc)).rowcount:
                    return Forgotten(doc, (doc,), 0)
                raise NotFound(f"no document is called {doc!r}", "`accord documents` lists their names")
            known = queries.known(connection, hash_)
            assert known is not None
            count = keeping.remove(connection, hash_)
            connection.execute(delete(tables.skipped).where(tables.skipped.c.doc.in_(known.names)))
            archives = {name.rpartition("#")[0] for name in known.names}  # so that another reading finds it anew
            connection.execute(delete(tables.batches).where(tables.batches.c.archive.in_(archives)))
            fulltext.clean(connection)
            self._changed(connection)
        if isinstance(self.where, Path):
            with translated(self.where):
                sqlite.empty_log(self._engine)
        return Forgotten(known.doc, tuple(sorted(known.names)), count)

    # ------------------------------------------------------------------ asking

    def at_once(self) -> AbstractContextManager[None]:
        """In a `with`: all that is asked sees one state of the store, whatever is written meanwhile; nothing is written."""
        return at_once(self._engine, self.where, self.pulse())

    def documents(self) -> list[Stored]:
        """All documents, in the order of their names."""
        with reading(self._engine, self.where) as connection:
            names, counts = queries.names(connection), queries.claim_counts(connection)
            d = tables.documents
            light = [c for c in d.c if c.name not in ("raw", "text", "blocks", "prints")]
            rows = connection.execute(select(*light).order_by(d.c.doc, d.c.hash))
            return [stored_of(row, names[row.hash], counts.get(row.hash, 0)) for row in rows]

    def sources(self, hashes: Iterable[str]) -> list[Source]:
        """Some documents as sources: when each was read, and the document that it is one voice with."""
        self._fresh()
        with reading(self._engine, self.where) as connection:
            return queries.sources(connection, hashes)

    def document(self, hash_: str) -> Document:
        """One document with its text. Raises NotFound."""
        with reading(self._engine, self.where) as connection:
            row = connection.execute(_DOCUMENT, {"hash": hash_}).one_or_none()
        if row is None:
            raise NotFound(f"no document has the hash {hash_}", "`accord documents` lists them")
        return document_of(row)

    def raw(self, hash_: str) -> bytes:
        """The bytes that a document was read from. Raises NotFound."""
        with reading(self._engine, self.where) as connection:
            row = connection.execute(
                select(tables.documents.c.raw).where(tables.documents.c.hash == hash_)
            ).one_or_none()
        if row is None:
            raise NotFound(f"no document has the hash {hash_}", "`accord documents` lists them")
        return zlib.decompress(row.raw)

    def skipped(self) -> list[Skipped]:
        """What was not read for facts, and why: the unreadable, and what is only kept."""
        with reading(self._engine, self.where) as connection:
            return queries.skipped(connection)

    def prints(self) -> dict[str, list[Any]]:
        """The paragraph prints of all documents by hash."""
        with reading(self._engine, self.where) as connection:
            return queries.prints(connection)

    def claims(
        self, *, kind: str = "", between: Iterable[str] = (), document: str = "", least: float = 0.0
    ) -> list[Claim]:
        """Claims, sorted by document, kind, place in the text and id. `least` is the lowest confidence wanted."""
        with reading(self._engine, self.where) as connection:
            return queries.claims(connection, kind=kind, between=between, document=document, least=least)

    def records(
        self,
        *,
        kind: str = "",
        between: Iterable[str] = (),
        since: date | None = None,
        until: date | None = None,
        topic: str = "",
        least: float = 0.0,
    ) -> list[Record]:
        """Records that concern all of `between` and happened from `since` to `until`; put together anew where claims
        have changed since. With a date asked for, undated ones are left out."""
        self._fresh()
        with reading(self._engine, self.where) as connection:
            found = queries.records(connection, kind=kind, between=between)
        return [record for record in found if queries.wanted(record, since, until, topic, least)]

    def page(self, wanted: Wanted, after: str = "", limit: int = 50) -> tuple[list[str], str]:
        """The ids of so many of the records that are wanted, the newest first and the undated last, and the `after` of
        the next page (empty on the last)."""
        self._fresh()
        with reading(self._engine, self.where) as connection:
            return queries.page(connection, wanted, after, limit)

    def listed(self, wanted: Wanted, after: str = "", limit: int = 50) -> Listed:
        """A page of the records in which words stand, with how many of them there are of each kind, whichever is
        wanted."""
        self._fresh()
        with reading(self._engine, self.where) as connection:
            return queries.listed(connection, wanted, after, limit)

    def some(self, ids: Sequence[str]) -> list[Record]:
        """The records of whole ids, in their order; those that are not there are left out."""
        with reading(self._engine, self.where) as connection:
            return queries.some_records(connection, ids)

    def values(self, ids: Sequence[str]) -> dict[str, Values]:
        """What is believed of the records of some ids, without their claims."""
        with reading(self._engine, self.where) as connection:
            return queries.values(connection, ids)

    def count(self, wanted: Wanted) -> dict[str, int]:
        """How many of the records that are wanted there are of each kind; kinds of which there are none are left out."""
        self._fresh()
        with reading(self._engine, self.where) as connection:
            return queries.count(connection, wanted)

    def search(self, words: str, among: Wanted = EVERY, limit: int = 0) -> list[Found]:
        """Records of those wanted in whose quotes or values all the words stand, best first; all `hits` without a limit."""
        hits = self.hits(words, among)[: limit or None]
        records = self.some([hit.record for hit in hits])
        told = zip(records, self.passages(words, hits), strict=True)
        return [Found(record, passage.snippet, passage.doc, passage.claim) for record, passage in told]

    def hits(self, words: str, among: Wanted = EVERY, limit: int = 1000, most: int = 0) -> list[Hit]:
        """What `search` finds, without the records: of so many claims at most, so many records (0: all of them). In a store
        of over SMALL claims only the 500 kept last of a word are ranked, in another 2,000."""
        self._fresh()
        with reading(self._engine, self.where) as connection:
            return queries.hits(connection, words, among, limit, most)

    def over(self, words: str, most: int) -> bool:
        """Whether the words stand in more than so many claims."""
        with reading(self._engine, self.where) as connection:
            return bool(fulltext.numbers(connection, words, (), 1, most))

    def passages(self, words: str, hits: Sequence[Hit]) -> list[Passage]:
        """The words of hits."""
        with reading(self._engine, self.where) as connection:
            return queries.passages(connection, words, hits)

    def get(self, id_: str) -> tuple[Record, Claim | None]:
        """The record of an id or a unique beginning of one; of a claim's id, the record that holds it, and the claim.
        Raises NotFound."""
        self._fresh()
        with reading(self._engine, self.where) as connection:
            return queries.get(connection, id_)

    def claim(self, id_: str) -> Claim | None:
        """The claim of a whole id, whether or not the records are put together; None where there is none."""
        with reading(self._engine, self.where) as connection:
            return queries.claim(connection, id_)

    # ------------------------------------------------------------------ what people judged

    def judge(self, word: Word) -> bool:
        """Keep a judgement; False where it is kept already."""
        with writing(self._engine, self.where) as connection:
            if new := judgements.add(connection, word):
                self._judged(connection, word)
                queue.answered(connection, word, gone=False)
            return new

    def unjudge(self, id_: str) -> Word:
        """Undo a judgement by its id or a unique beginning of it; what it was. Raises NotFound."""
        with writing(self._engine, self.where) as connection:
            word = judgements.remove(connection, id_)
            self._judged(connection, word)
            queue.answered(connection, word, gone=True)
            return word

    def judgements(self) -> list[Word]:
        """All judgements in the order of their time."""
        with reading(self._engine, self.where) as connection:
            return judgements.all_words(connection)

    def last_word(self, who: str) -> Word | None:
        """The last judgement of somebody."""
        with reading(self._engine, self.where) as connection:
            return judgements.last_of(connection, who)

    def judged(self) -> tuple[list[Judgement], list[Word]]:
        """The judgements on the claims as they are now, and those whose claims are no longer found."""
        with reading(self._engine, self.where) as connection:
            return placed(connection)

    def outcomes(self) -> dict[str, tuple[str, str]]:
        """What people said became of promises: a record's id -> the outcome and the reason."""
        found, _ = self.judged()
        said = {j.claims[0]: j for j in sorted(found, key=lambda j: j.order) if j.verdict == "outcome"}
        if not said:
            return {}
        self._fresh()
        with reading(self._engine, self.where) as connection:
            holders = queries.holding(connection, said)
        told = {}
        for record in holders:
            for claim in record.claims:
                if judgement := said.get(claim.id):
                    reason = ": ".join(
                        p for p in (f"judged by {judgement.author or 'a person'}", judgement.reason) if p
                    )
                    told[record.id] = str(judgement.value), reason
        return told

    def last_brief(self, states: Iterable[str] = (), topic: str = "") -> str:
        """When a brief on these states and this topic was last written from this store (ISO 8601, UTC), a brief on
        anything without either; empty if never."""
        with reading(self._engine, self.where) as connection:
            return queries.meta(connection, _brief_key(states, topic))

    def note_brief(self, states: Iterable[str] = (), topic: str = "") -> None:
        """Remember that a brief on these states and this topic is written now."""
        now = _now()
        with writing(self._engine, self.where) as connection:
            for key in {_brief_key(states, topic), _brief_key((), "")}:
                upsert(connection, tables.meta, {"key": key, "value": now})

    def kept_brief(self, states: Iterable[str], day: date, language: str) -> str:
        """The brief of two states in this order as of a day, as it was kept ready; empty where it was not, or where
        something of theirs has changed since."""
        self._fresh()
        named = list(states)
        with reading(self._engine, self.where) as connection:
            return circles.kept(connection, "-".join(sorted(named)), made_of(day, language), "brief", "-".join(named))

    # ------------------------------------------------------------------ records

    def stamp(self) -> str:
        """What changes whenever claims or judgements do, and again when records are put together from them."""
        with reading(self._engine, self.where) as connection:
            return f"{queries.meta(connection, 'derived')} {stamp_of(connection)}"

    def pulse(self) -> str:
        """Another one whenever anybody has written to the store since it was asked last; it costs next to nothing. Inside
        `at_once` that of its beginning."""
        if held := held_pulse(self._engine):
            return held
        with self._watching, translated(self.where):
            if self._watch is None:
                self._watch = self._engine.raw_connection()  # never writes, so that all writing is by others
            return sqlite.pulse(self._watch) if isinstance(self.where, Path) else postgresql.pulse(self._watch)

    def claims_stamp(self) -> str:
        """What changes whenever claims do, and not with judgements."""
        with reading(self._engine, self.where) as connection:
            return f"{__version__}:{queries.meta(connection, 'claims')}"

    @property
    def stale(self) -> bool:
        """Whether claims have changed since the records were put together."""
        return self._records.stale

    def refresh(self) -> None:
        """Put records together anew where claims or judgements have changed since: those that the changes reach."""
        self._records.refresh()

    def _fresh(self) -> None:
        if not self._lazy:
            self.refresh()

    def rebuild(self) -> int:
        """Put all records together anew; returns how many there are."""
        return self._records.rebuild()

    def load(
        self,
        papers: Iterable[tuple[Document, bytes, Sequence[Any]]],
        claims: Iterable[Claim],
        records: Iterable[Record],
    ) -> None:
        """Fill an empty store with documents (each with its bytes and its paragraph prints), their claims, and the
        records that these were put together to, all of it in one transaction. Nothing is remembered of how: the first
        change puts all together anew."""
        with writing(self._engine, self.where) as connection:
            rest = {"state": READ, "note": "", "given": "{}", "version": __version__, "read_at": _now()}
            every = {claim.id: claim for claim in claims}
            counts = Counter(claim.document for claim in every.values())
            rows, shelved, named = [], [], []
            for document, raw, prints in papers:
                rows.append({**document_row(document, raw), "prints": canonical(list(prints)), **rest})
                shelved.append(shelf_row(document, READ, counts[document.hash], ()))
                named.append({"hash": document.hash, "name": document.doc})
            for table, found in ((tables.documents, rows), (tables.shelf, shelved), (tables.names, named)):
                connection.execute(insert(table), found)
            connection.execute(insert(tables.unheard), [{"hash": row["hash"]} for row in rows])
            keeping.add_claims(connection, every.values())
            self._changed(connection)
            derived_records.write(connection, ([], list(records)))
            upsert(connection, tables.meta, {"key": "derived", "value": stamp_of(connection)})

    def size(self) -> int:
        """About how many claims there are: the number of the last."""
        with reading(self._engine, self.where) as connection:
            return queries.size(connection)

    # ------------------------------------------------------------------ inside transactions

    @staticmethod
    def _changed(connection: Connection, claims: bool = True) -> None:
        """Records are stale from here on; `claims` tells whether they changed, and not only what people say of them."""
        generation = int(queries.meta(connection, "generation") or 0) + 1
        for key in ("generation", "claims") if claims else ("generation",):
            upsert(connection, tables.meta, {"key": key, "value": str(generation)})

    def _judged(self, connection: Connection, word: Word) -> None:
        """A word has come or gone. What became of a promise changes what is found in records, and none of these."""
        fresh = queries.meta(connection, "derived") == stamp_of(connection)
        self._changed(connection, claims=False)
        if fresh and word.verdict in _NO_RECORD:
            upsert(connection, tables.meta, {"key": "derived", "value": stamp_of(connection)})
        derived_records.retold(connection, (anchor.document for anchor in word.anchors))


def _file(path: Path, create: bool) -> str:
    """Whether a store can be opened at a path; a notice where it lies on a network drive. Raises StoreError."""
    if not path.exists() and not create:
        raise StoreError(f"there is no store at {path}", "run `accord read` first, or name one with --store")
    if not path.absolute().parent.is_dir():
        raise StoreError(f"the folder of the store {path} does not exist", "make it, or give another --store")
    check_header(path)
    network = sqlite.network_filesystem(path)
    return network and (
        f"{path} lies on a network drive ({network}): write-ahead logging is unsafe there and is left off; "
        "let one process at a time use this store"
    )


def _brief_key(states: Iterable[str], topic: str) -> str:
    return ":".join(part for part in ("last_brief", ",".join(sorted(states)), topic) if part)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
