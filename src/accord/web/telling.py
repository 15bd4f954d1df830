"""Records in the words of the brief: the line that a list shows, and what a line is made of."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from pydantic import TypeAdapter

from accord.brief.footnotes import Footnotes
from accord.brief.sentences import TO_COME, Writer
from accord.brief.words import Words
from accord.document import Document
from accord.errors import NotFound
from accord.gazetteer import display
from accord.kinds import kinds
from accord.languages.catalogue import load
from accord.record import Record, Role
from accord.store import THRESHOLD, confidence
from accord.version import __version__

__all__ = ["LINE", "Line", "line", "made_of", "sentence", "words"]


@dataclass(frozen=True, slots=True)
class Line:
    """A record in a list. `date` is ISO 8601 at the precision known, `told` the same in words; `sources` are
    independent ones; `doubtful` says that its confidence is under the threshold."""

    id: str
    kind: str
    sentence: str
    status: str
    date: str | None
    told: str
    topic: str | None
    concerns: list[str]
    sources: int
    claims: int
    confidence: float
    doubtful: bool
    differs: bool


LINE: TypeAdapter[Line] = TypeAdapter(Line)


def made_of(status: str, day: date, language: str) -> str:
    """What changes whenever the line of a record of a status may: what was to come may have lapsed by another day."""
    return f"{__version__} {language}" + (f" {day}" if status in TO_COME else "")


@lru_cache(maxsize=8)
def words(language: str) -> Words:
    """The words for values in a language."""
    return Words(load(language), display)


def _no_document(hash_: str) -> Document:
    raise NotFound(f"the document {hash_} is not asked for here")


def sentence(record: Record, as_of: date, states: Sequence[str] = (), language: str = "en") -> str:
    """The brief's sentence for a record, not checked against its quotes; its kind and id where no pattern fits."""
    said = words(language)
    notes, shown = Footnotes(_no_document, said, {}), tuple(states)
    writer = Writer(said, notes, lambda *_: True, lambda kind: kinds()[kind].by_name, shown, as_of, lambda _: None)
    pieces = writer.sentence(writer.frame(record))
    return "".join(p.text for p in pieces).strip() if pieces else f"{record.kind} {record.id}"


def line(record: Record, as_of: date, states: Sequence[str] = (), language: str = "en") -> Line:
    """A record as a list shows it. Those told last are kept ready, by all that a line shows of a record."""
    shown = (record.status, repr(record.values), record.concerns, record.voices, bool(record.other), confidence(record))
    return _line(_Known(record, (record.id, *shown, len(record.claims))), as_of, tuple(states), language)


@dataclass(frozen=True, slots=True)
class _Known:
    """A record, the same as another where their keys are."""

    record: Record = field(compare=False)
    key: tuple[Hashable, ...]


@lru_cache(maxsize=20_000)
def _line(known: _Known, as_of: date, states: tuple[str, ...], language: str) -> Line:
    record = known.record
    kind = kinds()[record.kind]
    when = kind.first(Role.WHEN, record.values) or kind.first(Role.PERIOD, record.values)
    topic = kind.first(Role.TOPIC, record.values)
    sure = confidence(record)
    return Line(
        record.id,
        record.kind,
        sentence(record, as_of, states, language),
        record.status,
        str(when) if when else None,
        words(language).date(str(when)) if when else "",
        topic if isinstance(topic, str) else next(iter(topic or ()), None),
        list(record.concerns),
        record.voices,
        len(record.claims),
        round(sure, 2),
        sure < THRESHOLD,
        bool(record.other),
    )
