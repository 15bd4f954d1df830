"""Everything that an analysis asks of a store: the records, the documents they come from, and what a field is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any, Protocol

from accord.errors import ValueFormatError
from accord.kinds import kinds as all_kinds
from accord.kinds.base import Kind
from accord.record import Claim, Field, Record, Role, Values
from accord.values import Period

__all__ = ["DONE", "NOT_DONE", "PLANS", "Archive", "Book", "Paper", "period_of"]

PLANS = frozenset({"planned", "proposed", "postponed", "hypothetical"})
NOT_DONE = frozenset({"cancelled", "denied"})
DONE = frozenset({"reported"})


class _Source(Protocol):
    @property
    def document(self) -> Any: ...
    @property
    def read_at(self) -> str: ...
    @property
    def voice(self) -> str: ...


class Book(Protocol):
    """What is asked of a store."""

    def records(self, *, between: Iterable[str] = ()) -> Sequence[Record]: ...
    def sources(self, hashes: Iterable[str]) -> Sequence[_Source]: ...


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as a source: when it was published (None: undated) and by whom. `voice` is the hash of the document
    that it is one voice with."""

    hash: str
    doc: str
    published: Period | None
    publisher: str
    title: str
    read_at: str
    voice: str


@lru_cache(maxsize=65536)
def period_of(value: object) -> Period | None:
    """The period that a value writes; None for what is none."""
    if value in (None, ""):
        return None
    try:
        return Period.parse(str(value))
    except ValueFormatError:
        return None


def _sure(record: Record, least: float) -> bool:
    return not least or any(c.confidence >= least for c in record.claims)


@dataclass(frozen=True)
class Archive:
    """Records with their sources. Made once for a question; nothing in it changes."""

    records: tuple[Record, ...]
    papers: Mapping[str, Paper]
    kinds: Mapping[str, Kind]

    @classmethod
    def of(
        cls,
        book: Book,
        between: Iterable[str] = (),
        *,
        topic: str = "",
        least: float = 0.0,
        kinds: Mapping[str, Kind] | None = None,
    ) -> Archive:
        """The records that concern all of some states (all records without any), of a topic, sure enough; and the
        documents that they come from. Claims under `least` do not count."""
        known = kinds if kinds is not None else all_kinds()
        found = [r for r in book.records(between=tuple(between)) if _sure(r, least)]
        return cls.holding(book, found, known).only(topic=topic)

    @classmethod
    def holding(cls, book: Book, records: Iterable[Record], kinds: Mapping[str, Kind]) -> Archive:
        """Those of some records that are of known kinds, and the documents that they come from."""
        found = tuple(r for r in records if r.kind in kinds)
        papers = {}
        for source in book.sources({c.document for r in found for c in r.claims}):
            d = source.document
            papers[d.hash] = Paper(d.hash, d.doc, d.published, d.publisher, d.title, source.read_at, source.voice)
        return cls(found, papers, kinds)

    def only(self, *, topic: str = "", least: float = 0.0) -> Archive:
        """The records of a topic, sure enough, with the same papers."""
        if not topic and not least:
            return self
        fit = (r for r in self.records if _sure(r, least) and (not topic or topic in self.topics(r)))
        return replace(self, records=tuple(fit))

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        return {r.id: r for r in self.records}

    # ------------------------------------------------------------------ fields by role

    def fields(self, record: Record | Claim, role: Role) -> tuple[Field, ...]:
        return self.kinds[record.kind].with_role(role)

    def first(self, record: Record | Claim, role: Role) -> Any:
        return self.kinds[record.kind].first(role, record.values)

    def when(self, thing: Record | Claim) -> Period | None:
        """When it happened or was to happen; the period of a figure."""
        return period_of(self.first(thing, Role.WHEN))

    def due(self, thing: Record | Claim) -> Period | None:
        return period_of(self.first(thing, Role.DUE))

    def topics(self, record: Record) -> tuple[str, ...]:
        """The topics of a record and of its claims, the preferred ones first."""
        names = [f.name for f in self.fields(record, Role.TOPIC)]
        found: dict[str, None] = {}
        for values in (record.values, *(c.values for c in record.claims)):
            for name in names:
                value = values.get(name)
                for one in value if isinstance(value, list) else [value] if value else []:
                    found[str(one)] = None
        return tuple(found)

    def title(self, record: Record | Claim) -> str:
        """What it is called: its titles, joined."""
        known = self._titles.get(id(record))
        if known is None:
            known = self._titles[id(record)] = record, title_of(self.kinds[record.kind], record.values)
        return known[1]

    @cached_property
    def _titles(self) -> dict[int, tuple[Record | Claim, str]]:
        """By the place of a record or claim in memory, which is its own as long as it is held here."""
        return {}

    def step(self, claim: Claim) -> str:
        """What a claim says was done with the thing, empty where it says none."""
        return str(self.first(claim, Role.STEP) or "")

    # ------------------------------------------------------------------ sources

    def said(self, claim: Claim) -> Period | None:
        """When a claim was published."""
        paper = self.papers.get(claim.document)
        return paper.published if paper else None

    def first_said(self, record: Record) -> Period | None:
        """The earliest publication among a record's claims."""
        known = [p for c in record.claims if (p := self.said(c)) is not None]
        return min(known, key=lambda p: (p.first, p.last), default=None)

    def voices(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The independent sources of claims."""
        return frozenset(p.voice if (p := self.papers.get(c.document)) else c.document for c in claims)


def title_of(kind: Kind, values: Values) -> str:
    """The titles of values, joined: "Dushanbe, Bishkek" of a link, the name of a body."""
    found = []
    for f in kind.with_role(Role.TITLE):
        value = values.get(f.name)
        found += [str(v) for v in value] if isinstance(value, list) else [str(value)] if value not in (None, "") else []
    return ", ".join(found)
