"""Records kept up to date: all of them put together anew, or those that changes reach, and written in short
transactions, so that others read and judge meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import Connection, Engine

from accord.errors import StoreError
from accord.record import Claim, Record
from accord.store import derived as derived_records
from accord.store import judgements, local, queries, tables
from accord.store.engine import reading, writing
from accord.store.judgements import Word
from accord.store.upsert import upsert
from accord.store.where import Where
from accord.version import __version__

if TYPE_CHECKING:
    from accord.resolve import Judgement

__all__ = ["Resolver", "Together", "placed", "stamp_of"]

Resolver = Callable[[Sequence[Claim], Mapping[str, Sequence[Any]], Sequence["Judgement"]], Iterable[Record]]
"""Claims, each document's paragraph prints and what people judged, to records."""

Step = Callable[[Connection], None]

_TRIES = 5  # to put records together while other processes keep reading


def placed(connection: Connection) -> tuple[list[Judgement], list[Word]]:
    """The judgements on the claims as they are now, and those whose claims are no longer found."""
    words = judgements.all_words(connection)
    papers = {anchor.document for word in words for anchor in word.anchors}
    return judgements.placed(words, queries.claims_of_papers(connection, papers))


def stamp_of(connection: Connection) -> str:
    """What changes whenever claims or judgements do."""
    return f"{__version__}:{queries.meta(connection, 'generation')}"


class Together:
    """The records of a store. A resolver given in place of Accord's own puts all together each time."""

    def __init__(self, engine: Engine, where: Where, resolver: Resolver | None) -> None:
        self._engine = engine
        self._where = where
        self._resolver = resolver

    @property
    def stale(self) -> bool:
        """Whether claims have changed since the records were put together."""
        with reading(self._engine, self._where) as connection:
            return queries.meta(connection, "derived") != stamp_of(connection)

    def refresh(self) -> None:
        """Put records together anew where claims or judgements have changed since: those that the changes reach."""
        if self.stale and not (self._resolver is None and self._refresh_some()):
            self.rebuild()

    def rebuild(self) -> int:
        """Put all records together anew; returns how many there are."""
        count = None
        for _ in range(_TRIES):
            with reading(self._engine, self._where) as connection:
                stamp, removals = stamp_of(connection), queries.meta(connection, "removals")
                claims, prints = queries.claims(connection), queries.prints(connection)
                said = judgements.placed(judgements.all_words(connection), claims)[0]
                seen = local.seen(connection)
            found, memory = self._put_together(claims, prints, said, seen)
            with reading(self._engine, self._where) as connection:
                todo = derived_records.differing(connection, found)
            written = (partial(derived_records.write, batch=batch) for batch in todo)
            if self._carry_out([*written, *memory], stamp, removals):
                count = len(found)
                if not self.stale:
                    break  # else another process has read something meanwhile
        if count is None:
            raise StoreError(f"{self._where} keeps changing", "try again when the other readings are done")
        return count

    def _put_together(
        self, claims: Sequence[Claim], prints: Mapping[str, Sequence[Any]], said: Sequence[Judgement], seen: local.Seen
    ) -> tuple[Sequence[Record], Iterable[Step]]:
        """All records, and the steps in which it is remembered what they were made of."""
        if self._resolver is not None:
            return list(self._resolver(claims, prints, said)), ()
        from accord.resolve.records import resolve_all
        from accord.resolve.voices import voices

        heard = voices(prints)
        found = resolve_all(claims, heard, said)
        memory = local.Memory(found, heard, local.said_text(said), seen, __version__)
        return found.records, memory.steps()

    def _refresh_some(self) -> bool:
        """Bring the records that changes reach up to date; False where all are better put together anew."""
        done = False
        for _ in range(_TRIES):
            with reading(self._engine, self._where) as connection:
                stamp, removals = stamp_of(connection), queries.meta(connection, "removals")
                said = placed(connection)[0]
                if (change := local.find(connection, said, __version__)) is None:
                    return False
                todo = list(derived_records.differing(connection, change.records, change.claims))
            written = (partial(derived_records.write, batch=batch) for batch in todo)
            done = self._carry_out([*written, partial(local.keep, change=change)], stamp, removals)
            if done and not self.stale:
                break
        return done

    def _carry_out(self, steps: Iterable[Step], stamp: str, removals: str) -> bool:
        """Do what brings the tables up to a stamp, in short transactions; False where claims that it was found from are
        gone, or another process has put records together meanwhile."""
        with reading(self._engine, self._where) as connection:
            derived = queries.meta(connection, "derived")
        done = partial(upsert, table=tables.meta, row={"key": "derived", "value": stamp})
        every: list[Step] = [*steps, done]
        for step in every:
            with writing(self._engine, self._where) as connection:
                if (queries.meta(connection, "removals"), queries.meta(connection, "derived")) != (removals, derived):
                    return False
                step(connection)
        return True
