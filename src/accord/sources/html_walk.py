"""A page's main part to pieces: every paragraph, list item and table row of it, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from accord.sources.clean import Piece, clean
from accord.sources.html_main import Main
from accord.sources.html_tree import BLOCKS, Element, attribute, inner_text, shown, walk
from accord.sources.lines import broken
from accord.sources.links import LEADING, only_links, without_links
from accord.sources.outline import introducing, is_heading
from accord.sources.tables import Row, rows

__all__ = ["pieces_of_main"]

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "legend", "summary"])
_KINDS = {
    "li": "item",
    "dt": "heading",
    "dd": "item",
    "blockquote": "quotation",
    "figcaption": "caption",
    "caption": "caption",
} | dict.fromkeys(_HEADINGS, "heading")
_LAYOUT = frozenset(["table", "h1", "h2", "h3", "h4", "blockquote", "article", "section", "form"])
_SPAN_LIMIT = 60
_COLUMNS = 500
_CELL = 1500
"""Characters; a table with a longer cell is the layout of a page."""
_TERM = 60
"""Characters of a term that labels its definition."""


@dataclass(slots=True)
class _Page:
    """The walk's state: the pieces so far, the text of the block being read, and the blocks that are open."""

    headline: Element | None
    furniture: frozenset[Element]
    pieces: list[Piece] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    lists: list[int | None] = field(default_factory=list)
    linked: int = 0
    link_characters: int = 0
    strong: int = 0
    strong_characters: int = 0
    dense: set[int] = field(default_factory=set)
    defined: list[int] = field(default_factory=list)  # where the lists of definitions that are open began

    def kind(self) -> str:
        return self.kinds[-1] if self.kinds else "paragraph"

    def add(self, text: str, element: Element) -> None:
        text = shown(text, element)
        self.parts.append(text)
        self.link_characters += len(text.strip()) if self.linked else 0
        self.strong_characters += len(text.strip()) if self.strong else 0

    def flush(self) -> None:
        """End the block: its lines (at breaks) become pieces of the kind that is open."""
        text, kind = "".join(self.parts), self.kind()
        letters = len("".join(text.split()))
        dense = only_links(self.link_characters, letters)
        bold = self.strong_characters >= 0.9 * len(clean(text)) > 0
        self.parts.clear()
        self.link_characters = self.strong_characters = 0
        for line in broken(text):
            self._place(line, kind, bold, dense)

    def _place(self, line: str, kind: str, bold: bool, dense: bool) -> None:
        if kind == "paragraph" and bold and is_heading(line):
            kind = "heading"
        if kind == "item" and self.pieces and self.lists:
            self.pieces.append(Piece(kind, line, self.lists[-1]))
        else:
            self.pieces.append(Piece(kind, line))
        if dense and kind in LEADING:
            self.dense.add(len(self.pieces) - 1)


def pieces_of_main(main: Main, headline: Element | None) -> list[Piece]:
    """The pieces of a page's main part. `headline` is its h1, placed first where it stands outside."""
    node, page = main.node, _Page(headline, main.furniture)
    if headline is not None and node not in headline.iterancestors():
        page.pieces.append(Piece("headline", inner_text(headline)))
    table: Element | None = None
    for event, element in walk(node):
        if table is None and event == "start" and element.tag == "table" and _is_data(element):
            page.flush()
            _table(page, element)
            table = element
        if table is None:
            _step(page, event, element, node)
        elif element is table and event == "end":
            table = None
            _tail(page, element, node)
    page.flush()
    return without_links(page.pieces, page.dense)


def _step(page: _Page, event: str, element: Element, node: Element) -> None:
    tag = element.tag
    if event == "skip":
        _tail(page, element, node)
    elif event == "start":
        _enter(page, element, tag)
        if element.text:
            page.add(element.text, element)
    else:
        _leave(page, element, tag)
        _tail(page, element, node)


def _tail(page: _Page, element: Element, node: Element) -> None:
    if element is not node and element.tail:
        page.add(element.tail, element.getparent())


def _enter(page: _Page, element: Element, tag: str) -> None:
    if tag in BLOCKS:
        page.flush()
        page.kinds.append(_kind(page, element, tag))
        if tag in ("ul", "ol", "dl"):
            page.lists.append(introducing(page.pieces, len(page.pieces)))
        if tag == "dl":
            page.defined.append(len(page.pieces))
    elif tag == "br":
        page.parts.append("\n")
    page.linked += tag == "a"
    page.strong += tag in ("b", "strong")


def _leave(page: _Page, element: Element, tag: str) -> None:
    if tag in BLOCKS:
        page.flush()
        page.kinds.pop()
        if tag in ("ul", "ol", "dl"):
            page.lists.pop()
        if tag == "dl":
            _labelled(page, page.defined.pop())
    page.linked -= tag == "a"
    page.strong -= tag in ("b", "strong")


def _labelled(page: _Page, start: int) -> None:
    """Make one item of each term and its only definition: "Capital: Lima"."""
    pieces, place = page.pieces, start
    while place + 1 < len(pieces):
        term, told = pieces[place], pieces[place + 1]
        single = place + 2 == len(pieces) or pieces[place + 2].kind != "item"
        short = len(term.text) <= _TERM and term.text[-1:] not in ".:!?"
        if term.kind == "heading" and told.kind == "item" and single and short:
            pieces[place : place + 2] = [replace(told, text=f"{term.text}: {told.text}")]
            page.dense = {index - (index > place) for index in page.dense}
        place += 1


def _kind(page: _Page, element: Element, tag: str) -> str:
    """The kind that a block gives to what is in it: its own, else that of the block around it."""
    if element is page.headline:
        return "headline"
    if page.kind() == "furniture" or (page.kinds and element in page.furniture):
        return "furniture"
    return _KINDS.get(tag) or page.kind()


def _is_data(table: Element) -> bool:
    """Whether a table holds data, rather than the layout of the page."""
    if any(element.tag in _LAYOUT for element in table.iterdescendants()):
        return False
    wide = [row for row in table.iter("tr") if len([cell for cell in row if cell.tag in ("td", "th")]) > 1]
    longest = max((len(inner_text(cell, _CELL)) for row in wide for cell in row), default=0)
    return (len(wide) >= 2 and longest < _CELL) or (bool(wide) and longest < 300)


def _table(page: _Page, table: Element) -> None:
    for caption in table.iter("caption"):
        page.pieces.append(Piece("caption", inner_text(caption)))
    kind = page.kind()
    lead = introducing(page.pieces, len(page.pieces))
    found = rows(_cells(table), len(page.pieces), lead)
    page.pieces += [replace(piece, kind="furniture") for piece in found] if kind == "furniture" else found


def _cells(table: Element) -> list[Row]:
    """The rows of a table, cells that span rows or columns repeated in each."""
    found: list[Row] = []
    carried: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        own = [cell for cell in row if cell.tag in ("td", "th")]
        for cell in own:
            _carry(cells, carried)
            text = inner_text(cell)
            wide = 1 if len(own) == 1 else _span(cell, "colspan")
            tall = _span(cell, "rowspan")
            for _ in range(min(wide, _COLUMNS - len(cells))):
                if tall > 1:
                    carried[len(cells)] = (tall - 1, text)
                cells.append(text)
        _carry(cells, carried)
        marked = bool(own) and all(cell.tag == "th" for cell in own)
        found.append(Row(tuple(cells), marked or row.getparent().tag == "thead"))
    return found


def _carry(cells: list[str], carried: dict[int, tuple[int, str]]) -> None:
    while len(cells) in carried:
        left, text = carried.pop(len(cells))
        if left > 1:
            carried[len(cells)] = (left - 1, text)
        cells.append(text)


def _span(cell: Element, name: str) -> int:
    value = attribute(cell, name)
    return min(max(1, int(value)), _SPAN_LIMIT) if value.isdecimal() and len(value) < 6 else 1
