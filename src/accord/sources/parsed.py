"""What a reader makes of the bytes, before names, dates and language are settled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from accord.sources.clean import Piece
from accord.values import Period

__all__ = ["Meta", "Parsed", "Reader"]


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says of itself; "" or None where it says nothing. `basis` names where each comes from."""

    title: str = ""
    url: str = ""
    publisher: str = ""
    language: str = ""
    published: Period | None = None
    basis: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The pieces of the page in reading order, with the document's own metadata."""

    pieces: list[Piece]
    meta: Meta = field(default_factory=Meta)


Reader = Callable[..., Parsed]
"""Takes the bytes, the document's name (for messages), and the charset where its archive declares one; raises
SourceError."""
