"""Plain text: paragraphs by blank lines or line ends, hard-wrapped lines joined again."""

from __future__ import annotations

from accord.errors import OversizedSource
from accord.sources.charset import decode
from accord.sources.clean import Piece
from accord.sources.limits import TEXT_LINES
from accord.sources.lines import paragraphs
from accord.sources.outline import outline
from accord.sources.parsed import Meta, Parsed

__all__ = ["bounded", "pieces_of", "read"]


def read(data: bytes, doc: str) -> Parsed:
    """A .txt file."""
    pieces = pieces_of(bounded(decode(data, doc), doc))
    title = next((piece.text for piece in pieces if piece.kind == "headline"), "")
    return Parsed(pieces, Meta(title=title, basis={"title": "text"} if title else {}))


def bounded(text: str, doc: str) -> str:
    """The text itself. Raises OversizedSource where it has more lines than the limit."""
    if text.count("\n") + text.count("\r") > TEXT_LINES:
        raise OversizedSource(f"{doc} has more lines than the limit of {TEXT_LINES}", "split it")
    return text


def pieces_of(text: str, *, headline: bool = True) -> list[Piece]:
    """The pieces of plain text, however its lines end."""
    return outline(paragraphs([line.strip() for line in text.expandtabs(4).splitlines()]), headline=headline)
