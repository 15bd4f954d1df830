"""Clean text: NFC, plain spaces, nothing invisible; and blocks with exact offsets into it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accord.document import Block

__all__ = ["Piece", "assemble", "clean", "clean_row"]

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufe0e\ufe0f\ufeff\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e007f]"
)
# Joiners spell words in Arabic and Indic scripts; elsewhere they are invisible marks.
_JOINERS = re.compile("(?<![\u0600-\u0dff\u1000-\u109f])[\u200c\u200d]+")
_SOFT_BREAK = re.compile("\u00ad\\s*\n\\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has its place: `lead` is the index of the introducing piece in the same list."""

    kind: str
    text: str
    lead: int | None = None


def clean(text: str) -> str:
    """One line of plain text: NFC, every run of whitespace one space, invisible characters gone."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _SOFT_BREAK.sub("", text)
    text = _JOINERS.sub("", _INVISIBLE.sub("", text))
    return " ".join(unicodedata.normalize("NFC", text).split())


def clean_row(cells: Iterable[str]) -> str:
    """Clean cells joined by tabs; empty ones keep their place. "" where every cell is empty."""
    row = [clean(cell) for cell in cells]
    return "\t".join(row) if any(row) else ""


def assemble(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text, one line a block, and the blocks; pieces without text are dropped and leads follow.

    Only a row may begin or end with a tab: an empty cell that keeps the columns in place.
    """
    parts: list[str] = []
    placed: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        part = clean_row(piece.text.split("\t")) if piece.kind == "row" else clean(piece.text)
        if part:
            placed[index] = len(parts)
            parts.append(part)
    blocks = []
    start = 0
    for index, place in placed.items():
        end = start + len(parts[place])
        lead = pieces[index].lead
        blocks.append(Block(pieces[index].kind, start, end, None if lead is None else placed.get(lead)))
        start = end + 1
    return "\n".join(parts), tuple(blocks)
