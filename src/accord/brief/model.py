"""The brief as data: what every format shows, and nothing about how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol

from accord.analysis.archive import Book as Asked
from accord.document import Document
from accord.pictures import Picture
from accord.record import Record, Values
from accord.store.model import Wanted

__all__ = [
    "Annex",
    "Book",
    "Brief",
    "Chart",
    "Disagreement",
    "Footnote",
    "LeftOut",
    "Line",
    "Part",
    "Row",
    "Section",
    "Source",
    "Statement",
    "clean",
    "plain_text",
]

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


class SkippedLike(Protocol):
    """Something that was not read, why, and the mend."""

    @property
    def doc(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def mend(self) -> str: ...


class Book(Asked, Protocol):
    """What the brief asks of a store, beyond what every analysis asks."""

    def document(self, hash_: str) -> Document: ...
    def skipped(self) -> Sequence[SkippedLike]: ...
    def outcomes(self) -> Mapping[str, tuple[str, str]]: ...
    def last_brief(self, states: Iterable[str] = (), topic: str = "") -> str: ...
    def note_brief(self, states: Iterable[str] = (), topic: str = "") -> None: ...
    def kept_brief(self, states: Iterable[str], day: date, language: str) -> str: ...
    def count(self, wanted: Wanted) -> Mapping[str, int]: ...
    def page(self, wanted: Wanted, after: str = "", limit: int = 50) -> tuple[Sequence[str], str]: ...
    def some(self, ids: Sequence[str]) -> Sequence[Record]: ...
    def values(self, ids: Sequence[str]) -> Mapping[str, Values]: ...


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a statement. `key` is the value that it shows, empty for the catalogue's words; `mark` is set where
    no words carry the value: it was inferred or reckoned."""

    text: str
    key: str = ""
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """A quote with a sentence on either side, which bring the space between them and the quote. `url` leads to the
    passage by a text fragment; empty without an address that can be linked. `date` is the publication's as people
    write it, or the catalogue's word for undated."""

    number: int
    quote: str
    before: str
    after: str
    document: str  # the document's hash
    doc: str
    url: str
    publisher: str
    title: str
    date: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of the brief with the records it came from and its footnotes. `notes` say where marked values come
    from; `voices` is the number of independent sources."""

    parts: tuple[Part, ...]
    records: tuple[str, ...]
    footnotes: tuple[int, ...]
    notes: tuple[str, ...] = ()
    status: str = "reported"
    voices: int = 1

    @property
    def text(self) -> str:
        return "".join(p.text + ("†" if p.mark else "") for p in self.parts)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of "at a glance": a label and its statements."""

    label: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table beneath a chart: the time's words, the value's words, its footnotes."""

    label: str
    shown: str
    footnotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture and the same figures as a table; `value` heads its second column."""

    title: str
    alt: str
    value: str
    rows: tuple[Row, ...]
    picture: Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its statements, the newest first; `more` says how many are left in the record and how to see
    them, or that there is nothing."""

    key: str
    title: str
    statements: tuple[Statement, ...] = ()
    chart: Chart | None = None
    more: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two or more values of one thing that cannot both hold, each a statement with its own footnotes, and what may
    lie behind it."""

    title: str
    values: tuple[Statement, ...]
    explained: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was left out and why: lines of text by group."""

    withheld: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A cited document. `copies` names the near-copies that count as one voice with it."""

    title: str
    publisher: str
    date: str
    address: str
    link: str
    doc: str
    footnotes: tuple[int, ...]
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """A document in full; a segment's number is that of the footnote whose passage it is, or 0."""

    title: str
    doc: str
    segments: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that a brief shows, in its order. `words` are the interface words that the formats need."""

    title: str
    states: tuple[str, ...]
    as_of: date
    printed: str
    scope: str
    period: str
    marking: str
    language: str
    glance: tuple[Line, ...]
    sections: tuple[Section, ...]
    disagreements: tuple[Disagreement, ...]
    left_out: LeftOut
    footnotes: tuple[Footnote, ...]
    sources: tuple[Source, ...]
    annexes: tuple[Annex, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    def statements(self) -> list[Statement]:
        """All statements, in the order of the page."""
        found = [s for line in self.glance for s in line.statements]
        found += [s for section in self.sections for s in section.statements]
        return found + [s for d in self.disagreements for s in d.values]

    def note(self, number: int) -> Footnote:
        return self.footnotes[number - 1]

    def but(self, **changes: Any) -> Brief:
        return replace(self, **changes)


def clean(text: str) -> str:
    """Text that every format can hold: no control characters, none that turn the direction of writing, no lone
    surrogates."""
    return _CONTROL.sub("", text)


def plain_text(text: str) -> str:
    """Text on one line."""
    return " ".join(clean(text).split())
