"""What the rows of a table share, what a column's head says of its numbers, a row in the reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from accord.document import Span
from accord.languages.en.figures.table_cells import Cell, Scale
from accord.languages.en.figures.table_heads import Topic
from accord.languages.en.figures.table_times import When
from accord.languages.en.figures.words import Figure
from accord.languages.views import Mention

__all__ = ["Column", "Frame", "Row"]


@dataclass(frozen=True, slots=True)
class Column:
    """What the head of a column says of its numbers."""

    head: Cell
    topic: Topic | None
    when: When | None
    scale: Scale | None
    partner: Mention | None
    kind: str  # "change", "index", "share", "percent"; "" for values


@dataclass(slots=True)
class Frame:
    """What a table's rows share, and what the rows above leave to those below."""

    top: int
    columns: list[Column]
    scale: Scale | None
    topic: Topic | None
    times: list[When | None]
    notes: str
    annual: bool
    home: tuple[str, tuple[Span, ...]]
    parent: Topic | None = None
    unit: Scale | None = None  # of the parent's row
    listing: bool = False  # the rows below "of which" are its parts
    section: Topic | None = None
    partner: Mention | None = None  # whose rows follow


@dataclass(slots=True)
class Row:
    """A row in the reading: its label understood."""

    index: int
    label: Cell
    topic: Topic | None
    when: When | None
    scale: Scale | None
    partner: Mention | None
    goods: Cell | None
    made: list[Figure] = field(default_factory=list)
    changed: int = 0  # how many of them stand before the last change
