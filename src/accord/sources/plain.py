"""Plain text: paragraphs by blank lines or line ends, hard-wrapped lines joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accord.errors import OversizedSource
from accord.sources.aligned import tables
from accord.sources.charset import decode
from accord.sources.clean import Piece
from accord.sources.limits import TEXT_LINES
from accord.sources.lines import paragraphs
from accord.sources.outline import outline
from accord.sources.parsed import Meta, Parsed
from accord.sources.tables import Row
from accord.sources.tables import rows as rows_of

__all__ = ["bounded", "pieces_of", "read"]

_LEADERS = re.compile(r"(?<=[\w)])(?:[ ]*\.{5,}|[ ]+\.{4}|[ ]*(?:[ ]\.){2,}\.*)[ ]+(?=\S)")
"""The dots that lead the eye from a label to what is told of it."""
_DOTS = ("....", " . .")
"""One of which all of these hold."""
_COLUMNS = re.compile(r"[ ]+\.{2,}[ ]+")
_VALUE = re.compile(r"[-–—]|n/?a|\S{0,4}\d\S*(?:[ ]\S{1,8}){0,2}", re.IGNORECASE)
"""What may stand in a column that dots lead to."""
_MARK = "\ue000"
"""Stands for a row while the lines around it are put together."""


def read(data: bytes, doc: str, declared: str = "") -> Parsed:
    """A .txt file; `declared` is the charset that its archive names."""
    pieces = pieces_of(bounded(decode(data, doc, declared), doc))
    title = next((piece.text for piece in pieces if piece.kind == "headline"), "")
    return Parsed(pieces, Meta(title=title, basis={"title": "text"} if title else {}))


def bounded(text: str, doc: str) -> str:
    """The text itself. Raises OversizedSource where it has more lines than the limit."""
    if text.count("\n") + text.count("\r") > TEXT_LINES:
        raise OversizedSource(f"{doc} has more lines than the limit of {TEXT_LINES}", "split it")
    return text


def pieces_of(text: str, *, headline: bool = True) -> list[Piece]:
    """The pieces of plain text, however its lines end; what stands in columns is rows."""
    if any(dots in text for dots in _DOTS) and _LEADERS.search(text):
        text = "\n".join(_unled(line) for line in text.splitlines())
    raw = text.splitlines()
    found = tables(raw)
    lines = [line.strip() for line in text.expandtabs(4).splitlines()] if not found else _marked(raw, found)
    pieces = outline(paragraphs(lines), headline=headline)
    for index, piece in enumerate(pieces):
        if piece.text[:1] != _MARK:
            continue
        table = next((rows for start, _, rows in found if piece.text == f"{_MARK}{start}"), [])
        lead = index - 1 if index and pieces[index - 1].kind != "row" else None
        pieces[index : index + len(table)] = rows_of([row for _, row in table], index, lead)
    return pieces


def _unled(line: str) -> str:
    """A line with dots from its label to its value as one of its own with a colon; to several values, as one in columns."""
    label, *values = _COLUMNS.split(line.strip())
    if len(values) > 1 and all(_VALUE.fullmatch(value) for value in values):
        return "\t".join((label, *values))
    told = _LEADERS.sub(": ", line, count=1)
    return f"\n{told}\n" if told != line else line


def _marked(raw: Sequence[str], found: Sequence[tuple[int, int, list[tuple[int, Row]]]]) -> list[str]:
    """The lines with a mark of its own for each row, gaps around it."""
    lines: list[str] = []
    at = 0
    for start, end, rows in found:
        lines += [line.expandtabs(4).strip() for line in raw[at:start]]
        for place in range(len(rows)):
            lines += ["", f"{_MARK}{start}" + (f".{place}" if place else "")]
        lines.append("")
        at = end
    return [*lines, *(line.expandtabs(4).strip() for line in raw[at:])]
