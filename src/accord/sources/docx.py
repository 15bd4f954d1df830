"""DOCX: paragraphs, lists, tables, text boxes and notes, read from the XML itself, insertions kept, deletions not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from accord.errors import DamagedSource
from accord.sources.archive import Archive
from accord.sources.clean import Piece, clean
from accord.sources.limits import DOCX_LIMIT
from accord.sources.lines import broken
from accord.sources.outline import is_heading, refine
from accord.sources.parsed import Meta, Parsed
from accord.sources.raw import Given, Raw
from accord.sources.tables import Row, rows

__all__ = ["read"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_DROPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}instrText", _FALLBACK})
_ITEM_LIMIT = 300
_CELL_LIMIT = 1500
_JUNK_TITLE = re.compile(r"microsoft word|document\d*$|untitled|презентация|.*\.(?:docx?|rtf|pdf)$", re.IGNORECASE)

Element = Any


def read(data: bytes, doc: str) -> Parsed:
    """A .docx file."""
    archive = Archive(Raw(doc, Given(data), len(data)), DOCX_LIMIT)
    names = archive.names()
    styles = _styles(_part(archive, "word/styles.xml", doc)) if "word/styles.xml" in names else {}
    reader = _Reader(styles)
    body = _part(archive, "word/document.xml", doc).find(f"{_W}body")
    if body is not None:
        reader.container(body)
    for note in ("footnote", "endnote"):
        if f"word/{note}s.xml" in names:
            for element in _part(archive, f"word/{note}s.xml", doc).iter(f"{_W}{note}"):
                if element.get(f"{_W}type") in (None, "normal"):
                    reader.container(element)
    pieces = refine(_with_headline(reader.pieces))
    title, basis = next((clean(piece.text) for piece in pieces if piece.kind == "headline"), ""), "text"
    if not title and "docProps/core.xml" in names:
        found = _part(archive, "docProps/core.xml", doc).findtext(_TITLE) or ""
        title, basis = ("" if _JUNK_TITLE.match(found.strip()) else clean(found)), "metadata"
    return Parsed(pieces, Meta(title=title, basis={"title": basis} if title else {}))


def _part(archive: Archive, name: str, doc: str) -> Element:
    """The root of one XML part."""
    import lxml.etree  # type: ignore[import-untyped]

    data = archive.read(name, doc).replace(_STRICT[1:-1].encode(), _W[1:-1].encode())
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return lxml.etree.fromstring(data, parser)
    except lxml.etree.XMLSyntaxError as error:
        raise DamagedSource(f"{doc} is damaged ({name}: {error})", "open and save it again as DOCX") from error


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    listed: bool
    level: int | None


def _styles(root: Element) -> dict[str, _Style]:
    """Paragraph styles by id, what they are based on taken in."""
    elements = {style.get(f"{_W}styleId") or "": style for style in root.iter(f"{_W}style")}
    return {key: _style(key, elements) for key in elements}


def _style(key: str, elements: dict[str, Element]) -> _Style:
    name, listed, level = "", False, None
    seen: set[str] = set()
    while key in elements and key not in seen:
        seen.add(key)
        style = elements[key]
        own = _value(style, "name").lower()
        name = name or own
        if name not in _KINDS and (own in _KINDS or own.startswith(("heading ", "list "))):
            name = own
        listed = listed or style.find(f"{_W}pPr/{_W}numPr") is not None
        outline = _value(style, "pPr/outlineLvl")
        level = int(outline) if level is None and outline.isdecimal() else level
        key = _value(style, "basedOn")
    return _Style(name, listed, level)


def _value(element: Element, path: str) -> str:
    found = element.find("/".join(f"{_W}{step}" for step in path.split("/")))
    return str(found.get(f"{_W}val") or "") if found is not None else ""


_KINDS = {
    "title": "headline",
    "subtitle": "heading",
    "quote": "quotation",
    "intense quote": "quotation",
    "caption": "caption",
}


class _Reader:
    """Gathers the pieces of a part in reading order."""

    def __init__(self, styles: dict[str, _Style]) -> None:
        self.styles = styles
        self.pieces: list[Piece] = []

    def container(self, element: Element) -> None:
        """Everything in a body, note, cell or text box."""
        waiting = list(reversed(element))
        while waiting:
            child = waiting.pop()
            if child.tag == f"{_W}p":
                self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                self._table(child)
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"):
                waiting += reversed(child)

    def _paragraph(self, element: Element) -> None:
        text = _text(element)
        kind = self._kind(element, clean(text))
        self.pieces += [Piece(kind, line) for line in broken(text)]
        for box in element.iter(f"{_W}txbxContent"):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                self.container(box)

    def _kind(self, element: Element, text: str) -> str:
        style = self.styles.get(_value(element, "pPr/pStyle"), _Style("", False, None))
        if style.name in _KINDS:
            return _KINDS[style.name]
        if style.name.startswith("heading") or (style.level is not None and style.level < 9):
            return "heading"
        number = element.find(f"{_W}pPr/{_W}numPr")
        listed = style.listed or style.name.startswith("list bullet") or style.name.startswith("list number")
        if number is not None:
            listed = _value(number, "numId") != "0"
        if listed and len(text) <= _ITEM_LIMIT:
            return "item"
        return "heading" if _bold(element) and is_heading(text) else "paragraph"

    def _table(self, element: Element) -> None:
        own = [row for row in element.iter(f"{_W}tr") if next(row.iterancestors(f"{_W}tbl")) is element]
        cells = [[cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row] for row in own]
        widest = max((len(row) for row in cells), default=0)
        longest = max((len(_cell(cell)) for row in cells for cell in row), default=0)
        if widest < 2 or longest > _CELL_LIMIT:
            for cell in (cell for row in cells for cell in row):
                self.container(cell)
            return
        self.pieces += rows(list(_rows(own, cells)), len(self.pieces))


def _rows(own: list[Element], cells: list[list[Element]]) -> Iterator[Row]:
    """The rows of a table, merged cells repeated in every row and column that they span."""
    above: list[str] = []
    for element, row in zip(own, cells, strict=True):
        texts: list[str] = []
        for cell in row:
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            continued = merge is not None and merge.get(f"{_W}val") in (None, "continue")
            text = above[len(texts)] if continued and len(texts) < len(above) else _cell(cell)
            span = _value(cell, "tcPr/gridSpan")
            wide = min(int(span), 60) if span.isdecimal() and len(row) > 1 else 1
            texts += [text] * max(1, wide)
        above = texts
        yield Row(tuple(texts), element.find(f"{_W}trPr/{_W}tblHeader") is not None)


def _cell(cell: Element) -> str:
    return clean(" ".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p")))


def _text(paragraph: Element) -> str:
    """The text of a paragraph as it stands after all changes are accepted; a break is a line end."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in _DROPPED:
            continue
        if element.tag == f"{_W}t":
            parts.append((element.text or "").replace("\n", " "))
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n" if element.get(f"{_W}type") in (None, "textWrapping") else " ")
        elif element.tag in (f"{_W}tab", f"{_W}ptab"):
            parts.append(" ")
        elif element.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        else:
            waiting += reversed(element)
    return "".join(parts)


def _bold(paragraph: Element) -> bool:
    """Whether every run with text is bold."""
    runs = [run for run in paragraph.iter(f"{_W}r") if any((text.text or "").strip() for text in run.iter(f"{_W}t"))]
    marks = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(marks) and all(mark is not None and mark.get(f"{_W}val") not in ("0", "false") for mark in marks)


def _with_headline(pieces: list[Piece]) -> list[Piece]:
    """A first heading among the first pieces is the headline where no title is styled as one."""
    if any(piece.kind == "headline" for piece in pieces):
        first = next(index for index, piece in enumerate(pieces) if piece.kind == "headline")
        return [
            replace(piece, kind="heading") if piece.kind == "headline" and index != first else piece
            for index, piece in enumerate(pieces)
        ]
    index = next((index for index, piece in enumerate(pieces[:3]) if piece.kind == "heading"), None)
    if index is not None:
        return [*pieces[:index], replace(pieces[index], kind="headline"), *pieces[index + 1 :]]
    return pieces
