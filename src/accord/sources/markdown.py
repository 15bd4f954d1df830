"""Markdown: headings, lists, tables and quotations by their marks; front matter gives metadata."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accord.sources.charset import decode
from accord.sources.clean import Piece, clean
from accord.sources.columns import FIELDS
from accord.sources.dates import from_field
from accord.sources.lines import apart, join
from accord.sources.links import LEADING, only_links, without_links
from accord.sources.outline import refine
from accord.sources.parsed import Meta, Parsed
from accord.sources.plain import bounded
from accord.sources.tables import Row, rows
from accord.sources.titles import entitled

__all__ = ["read"]

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_]+)\s*:\s*(.+)")
_QUOTED = re.compile(r"""^(["'])(.*)\1$""")
_ATX = re.compile(r"(#{1,6})(?:\s+(.*?))?(?:\s+#+)?$")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(.*)")
_DEFINITION = re.compile(r":\s+(\S.*)")
_TERM = 60
"""Characters of a term that labels its definition."""
_RULE = re.compile(r"(?:[-*_]\s*){3,}$")
_SETEXT = re.compile(r"(?:=+|-+)$")
_DELIMITER = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$")
_REFERENCE = re.compile(r"\[[^\]]+\]:\s*\S+")
_LINKS = (
    (re.compile(r"!\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)"), ""),
    (re.compile(r"\[([^\[\]]{1,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{1,500})\]\[[^\[\]]{0,100}\]"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>"), r"\1"),
)
_MARK = re.compile(r"\\[!-/:-@\[-`{-~]|\*{1,3}|_{1,3}|~~|`{1,3}")
_BOLD = re.compile(r"(\*\*|__)(?![*_\s])[^*_]{1,100}(?<![.!?;,\s])\1:?")  # a line alone
_FIELDS = {
    "title": "title",
    "publisher": "publisher",
    "source": "publisher",
    "site": "publisher",
    "url": "url",
    "link": "url",
    "lang": "language",
    "language": "language",
}
_DATES = (*FIELDS["date"], "posted", "posted_on", "publishdate", "released", "issued", "day")


def read(data: bytes, doc: str) -> Parsed:
    """A .md file."""
    text = bounded(decode(data, doc), doc).replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    body = _without_comments(text[front.end() :] if front else text)
    pieces = refine(_Reader().read(body.split("\n")))
    meta = _meta(front[1] if front else "", pieces)
    return Parsed(entitled(pieces, meta.title), meta)


def _meta(front: str, pieces: Sequence[Piece]) -> Meta:
    """The metadata of the front matter; the title may be the first heading."""
    found: dict[str, str] = {}
    published = None
    for line in front.split("\n"):
        match = _FIELD.fullmatch(line.strip())
        if not match:
            continue
        value = _QUOTED.sub(r"\2", match[2].strip())
        if match[1].lower().replace("-", "_") in _DATES:
            published = published or from_field(value)
        elif match[1].lower() in _FIELDS:
            found.setdefault(_FIELDS[match[1].lower()], clean(value))
    basis = dict.fromkeys(found, "metadata") | ({"published": "metadata"} if published else {})
    headline = next((clean(piece.text) for piece in pieces if piece.kind == "headline"), "")
    if headline and "title" not in found:
        found["title"], basis["title"] = headline, "text"
    return Meta(published=published, basis=basis, **found)


def _without_comments(text: str) -> str:
    """The text without <!-- comments -->; one that is never closed is text."""
    kept: list[str] = []
    place = 0
    while (opened := text.find("<!--", place)) >= 0 and (closed := text.find("-->", opened)) >= 0:
        kept.append(text[place:opened])
        place = closed + 3
    return "".join((*kept, text[place:]))


def _plain(text: str) -> str:
    """Inline marks taken off; raw HTML stays text."""
    for pattern, replacement in _LINKS:
        text = pattern.sub(replacement, text)
    marks = list(_MARK.finditer(text))
    opened: dict[str, int] = {}
    dropped: set[int] = set()
    for index, mark in enumerate(marks):
        sign, before, after = mark[0], text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        inner = sign[0] == "_"
        if sign[0] == "\\":
            continue
        if sign in opened and before.strip() and not (inner and after.isalnum()):
            dropped |= {opened.pop(sign), index}
        elif after.strip() and not (inner and before.isalnum()):
            opened[sign] = index
    parts: list[str] = []
    place = 0
    for index, mark in enumerate(marks):
        escaped = mark[0][0] == "\\"
        if escaped or index in dropped:
            parts.append(text[place : mark.start()])
            place = mark.start() + 1 if escaped else mark.end()
    return "".join((*parts, text[place:]))


def _leads_on(text: str) -> bool:
    """Whether a line is mostly links, each shown by its words."""
    linked = "".join(match[1] for link, _ in _LINKS[1:3] for match in link.finditer(text))
    return only_links(len("".join(linked.split())), len("".join(_plain(text).split())))


class _Reader:
    """Reads line by line; a block's lines gather until something ends it."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.kind = "paragraph"
        self.text: list[str] = []
        self.table: list[str] = []

    def read(self, lines: Sequence[str]) -> list[Piece]:
        """The pieces of the whole text."""
        fenced = ""
        for line in lines:
            stripped = line.strip()
            mark = re.match(r"`{3,}|~{3,}", stripped)
            if mark and (not fenced or stripped.startswith(fenced)):
                self._end()
                fenced = "" if fenced else mark[0]
            elif fenced:
                self.pieces.append(Piece("paragraph", stripped))
            else:
                self._line(stripped, indented=line[:1] in " \t")
        self._end()
        dense = {at for at, piece in enumerate(self.pieces) if piece.kind in LEADING and _leads_on(piece.text)}
        plain = [
            Piece(piece.kind, piece.text if piece.kind == "row" else _plain(piece.text), piece.lead)
            for piece in self.pieces
        ]
        return without_links(plain, dense)

    def _line(self, line: str, *, indented: bool) -> None:
        heading = _ATX.fullmatch(line)
        if not line or _REFERENCE.fullmatch(line):
            self._end()
        elif heading:
            self._end()
            self._heading(heading[2] or "", len(heading[1]))
        elif self.text and self.kind == "paragraph" and not self.table and _SETEXT.fullmatch(line):
            title, self.text = join(self.text), []
            self._heading(title, 1 if line[0] == "=" else 2)
        elif self._under_head(line):
            head = self.text.pop()
            self._end()
            self.table = [head, line]
        elif _RULE.fullmatch(line):
            self._end()
        elif self._is_row(line):
            if not self.table:
                self._end()
            self.table.append(line)
        elif line.startswith(">"):
            self._gather("quotation", line.lstrip("> "))
        elif told := _DEFINITION.fullmatch(line):
            self._define(told[1])
        elif item := _ITEM.match(line):
            self._end()
            self._gather("item", item[1])
        else:
            self._gather(self.kind if self.text else "paragraph", line)

    def _define(self, told: str) -> None:
        """A definition, with the term before it as its label."""
        term = self.text[0] if len(self.text) == 1 and self.kind == "paragraph" else ""
        labels = bool(term) and len(term) <= _TERM and term[-1] not in ".:!?"
        self.text = [] if labels else self.text
        self._end()
        self._gather("item", f"{term}: {told}" if labels else told)

    def _under_head(self, line: str) -> bool:
        """Whether a line of dashes and bars stands under the head of a table that no bar opens."""
        barred = "|" in line and bool(self.text) and "|" in self.text[-1] and not self.table
        return barred and _DELIMITER.fullmatch(line) is not None

    def _is_row(self, line: str) -> bool:
        return line.startswith("|") or (bool(self.table) and "|" in line)

    def _gather(self, kind: str, line: str) -> None:
        if self.table or (self.text and kind != self.kind) or not line:
            self._end()
        self.kind = kind
        self.text.append(line)

    def _heading(self, title: str, level: int) -> None:
        first = level == 1 and not any(piece.kind in ("headline", "heading") for piece in self.pieces)
        self.pieces.append(Piece("headline" if first else "heading", title))

    def _end(self) -> None:
        """End the block or table being read."""
        for lines in apart(self.text):
            bold = self.kind == "paragraph" and _BOLD.fullmatch(lines[0])
            self.pieces.append(Piece("heading" if bold and len(lines) == 1 else self.kind, join(lines)))
        self.text = []
        self.kind = "paragraph"
        if self.table:
            marked = len(self.table) > 1 and bool(_DELIMITER.fullmatch(self.table[1]))
            kept = [line for line in self.table if not _DELIMITER.fullmatch(line)]
            found = [Row(_cells(line), marked and not index) for index, line in enumerate(kept)]
            self.pieces += rows(found, len(self.pieces))
            self.table = []


def _cells(line: str) -> tuple[str, ...]:
    inner = line.removeprefix("|").removesuffix("|")
    return tuple(_plain(cell.strip()).replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner))
