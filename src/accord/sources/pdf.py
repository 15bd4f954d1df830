"""PDF: lines with their place and type size, put together to paragraphs; page numbers and running heads dropped."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from accord.errors import DamagedSource, NoText, OversizedSource, SourceError
from accord.sources.clean import Piece, clean
from accord.sources.limits import PDF_PAGES
from accord.sources.lines import BULLET, ENUMERATOR, join
from accord.sources.outline import outline, refine
from accord.sources.parsed import Meta, Parsed
from accord.sources.tables import Row, rows

__all__ = ["LOCK", "read"]

LOCK = threading.Lock()
"""PDFium works for one caller at a time in a process."""

_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:page|p\.|стр\.?|seite|página|sayfa)\s*)?\d{1,4}(?:\s*(?:/|of|из|de)\s*\d{1,4})?[-–—|\s]*",
    re.IGNORECASE,
)
_JUNK_TITLE = re.compile(r"microsoft word|untitled|.*\.(?:docx?|rtf|pdf|indd|qxd|tmp)$|\W*$", re.IGNORECASE)
_HYPHENS = "-\u00ad\u0002\ufffe"
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_MARGIN = 0.12
_TAIL = 65_536
_CELL_GAP = 0.9
"""In type sizes: wider gaps within a line part the cells of a table, where a neighbouring line has as many."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; places in points from the left and the top of the page, `cells` where wide gaps part it."""

    text: str
    page: int
    left: float
    right: float
    top: float
    size: float
    bold: bool
    edge: bool
    cells: tuple[str, ...] = ()


def read(data: bytes, doc: str) -> Parsed:
    """A .pdf file. Raises DamagedSource, OversizedSource or NoText."""
    if b"%%EOF" not in data[-_TAIL:]:
        raise DamagedSource(f"{doc} breaks off before the end of the PDF", "get the file again")
    with LOCK:
        lines, title = _lines(data, doc)
    letters = sum(char.isalnum() for line in lines for char in line.text)
    unreadable = sum(len(_UNREADABLE.findall(line.text)) for line in lines)
    if letters < 10 or unreadable > 0.3 * (letters + unreadable):
        raise NoText(f"{doc} has no readable text: it is a scan, or its fonts hide the letters", "run OCR on it first")
    pieces = _pieces(_without_margins(lines))
    headline = next((clean(piece.text) for piece in pieces if piece.kind == "headline"), "")
    if headline:
        return Parsed(pieces, Meta(title=headline, basis={"title": "text"}))
    title = "" if _JUNK_TITLE.match(title) else title
    return Parsed(pieces, Meta(title=title, basis={"title": "metadata"} if title else {}))


def _lines(data: bytes, doc: str) -> tuple[list[Line], str]:
    """All lines in the order of the page, and the title in the file's properties."""
    import pypdfium2  # type: ignore[import-untyped]

    try:
        with pypdfium2.PdfDocument(data) as pdf:
            if len(pdf) > PDF_PAGES:
                raise OversizedSource(f"{doc} has {len(pdf)} pages, above the limit of {PDF_PAGES}", "split it")
            lines: list[Line] = []
            for number, page in enumerate(pdf):
                lines += _page_lines(page, number)
                page.close()
            return _tabular(lines), clean(pdf.get_metadata_value("Title"))
    except pypdfium2.PdfiumError as error:
        raise _fault(doc, error) from error


def _fault(doc: str, error: Exception) -> SourceError:
    if "password" in str(error).lower() or "security" in str(error).lower():
        return DamagedSource(f"{doc} is encrypted", "remove the password and save it again")
    return DamagedSource(f"{doc} is no whole PDF ({error})", "get the file again")


def _page_lines(page: Any, number: int) -> list[Line]:
    text_page = page.get_textpage()
    height = page.get_height()
    try:
        text = text_page.get_text_range()
        found = []
        for match in re.finditer(r"[^\r\n\ufffe\x02]+[\ufffe\x02]?", text):
            line = _line(text_page, match[0], match.start(), number, height)
            if line:
                found.append(line)
        return found
    finally:
        text_page.close()


def _line(text_page: Any, text: str, start: int, page: int, height: float) -> Line | None:
    """The line of the page's text that begins at a character."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    inked = [index for index, char in enumerate(text) if not char.isspace() and char not in _HYPHENS[1:]]
    if not inked:
        return None
    first, last = start + inked[0], start + inked[-1]
    left, _, _, top = text_page.get_charbox(first, loose=True)
    right = text_page.get_charbox(last, loose=True)[2]
    size = float(pdfium.FPDFText_GetFontSize(text_page, first)) or 1.0
    box_height = top - text_page.get_charbox(first, loose=True)[1]
    size = box_height if box_height > 0 and not 0.5 < size / box_height < 2 else size
    bold = all(pdfium.FPDFText_GetFontWeight(text_page, index) >= 600 for index in (first, last))
    edge = not _MARGIN * height < top < (1 - _MARGIN) * height
    cells = _cells(text_page, text, start, size)
    return Line(" ".join(text.split()), page, left, right, height - top, max(1.0, round(size, 1)), bold, edge, cells)


def _cells(text_page: Any, text: str, start: int, size: float) -> tuple[str, ...]:
    """The parts of a line between wide gaps; () where there are none."""
    parts: list[str] = []
    begin = 0
    for space in re.finditer(r"(?<=\S)\s+(?=\S)", text):
        before = text_page.get_charbox(start + space.start() - 1, loose=True)[2]
        after = text_page.get_charbox(start + space.end(), loose=True)[0]
        if after - before > _CELL_GAP * size:
            parts.append(text[begin : space.start()])
            begin = space.end()
    return (*parts, text[begin:].strip()) if parts else ()


def _tabular(lines: Sequence[Line]) -> list[Line]:
    """The lines, those taken as parted only that have a neighbour with as many cells: the rest is loosely set prose."""
    found = []
    for index, line in enumerate(lines):
        beside = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
        alone = not any(len(other.cells) == len(line.cells) and other.page == line.page for other in beside)
        found.append(replace(line, cells=()) if line.cells and alone else line)
    return found


def _without_margins(lines: Sequence[Line]) -> list[Line]:
    """The lines without page numbers, and without those that recur at the same height of other pages."""
    pages = len({line.page for line in lines})
    margins = [line for line in lines if line.edge]
    recurring = Counter(place for place in {(_pattern(line), line.page) for line in margins})
    counts = Counter(pattern for pattern, _ in recurring)
    often = {pattern for pattern, count in counts.items() if count >= 2 and count >= 0.4 * pages}
    return [
        line for line in lines if not line.edge or not (_pattern(line) in often or _PAGE_NUMBER.fullmatch(line.text))
    ]


def _pattern(line: Line) -> tuple[str, int]:
    """A line's text with figures alike, and its height in steps of six points."""
    return re.sub(r"\d+", "#", line.text), round(line.top / 6)


def _pieces(lines: Sequence[Line]) -> list[Piece]:
    body = Counter[float]()
    for line in lines:
        body[line.size] += len(line.text)
    usual = body.most_common(1)[0][0] if body else 0.0
    known = frozenset(re.findall(r"\w+(?:-\w+)*", " ".join(line.text for line in lines).lower()))
    pieces: list[Piece] = []
    sizes: list[float] = []
    for group in _groups(lines):
        if len(group) > 1 and all(line.cells for line in group):
            found = rows([Row(line.cells) for line in group], len(pieces))
        else:
            text = join([line.text for line in group], known)
            found = [Piece(_kind(group, text, usual), text)]
        pieces += found
        sizes += [group[0].size] * len(found)
    return refine(_with_headline(pieces, sizes))


def _kind(group: Sequence[Line], text: str, usual: float) -> str:
    """A heading stands in larger or bold type, in few lines without a final stop."""
    large, bold = group[0].size > 1.06 * usual, all(line.bold for line in group)
    short = len(text) <= 250 and len(group) <= 4 and text[-1] not in ".;,:"
    return "heading" if short and (large or bold) and any(char.isalpha() for char in text) else "paragraph"


def _with_headline(pieces: list[Piece], sizes: Sequence[float]) -> list[Piece]:
    """The largest heading at the top is the headline; without any, the form of the lines tells."""
    top = [index for index, piece in enumerate(pieces[:6]) if piece.kind == "heading"]
    if top:
        index = max(top, key=lambda place: (sizes[place], -place))
        return [*pieces[:index], replace(pieces[index], kind="headline"), *pieces[index + 1 :]]
    if any(piece.kind != "paragraph" for piece in pieces):
        return pieces
    return outline([piece.text for piece in pieces])


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that belong together: the lines of a paragraph, or the rows of a table."""
    leading = _leading(lines)
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        if groups and _belongs(groups[-1], line, lines, index, leading):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance from line to line, in type sizes."""
    steps = [
        (two.top - one.top) / one.size
        for one, two in pairwise(lines)
        if one.page == two.page and one.size == two.size and 0.8 < (two.top - one.top) / one.size < 3
    ]
    return sorted(steps)[len(steps) // 2] if steps else 1.3


def _belongs(group: Sequence[Line], line: Line, lines: Sequence[Line], index: int, leading: float) -> bool:
    last = group[-1]
    if line.cells or last.cells:
        near = last.page == line.page and line.top - last.top < 3 * leading * line.size
        return bool(line.cells and last.cells) and near and len(group[0].cells) == len(line.cells)
    if abs(line.size - last.size) > 0.6:
        return False
    if last.text[-1] in _HYPHENS and line.text[0].islower():
        return True
    if BULLET.match(line.text) or (ENUMERATOR.match(line.text) and last.text[-1] in ".;:,"):
        return False
    if line.page != last.page or line.top < last.top - line.size:
        return last.text[-1] not in '.!?:;"”' and not line.text[0].isupper()
    if line.top - last.top > 1.25 * leading * line.size or (last.bold and not line.bold and len(last.text) < 80):
        return False
    if last.text[-1] in '.!?:;"”' and line.left > last.left + 0.8 * line.size and not BULLET.match(group[0].text):
        return False
    return _full(last, line, lines[max(0, index - 12) : index + 12])


def _full(last: Line, line: Line, around: Sequence[Line]) -> bool:
    """Whether the next line's first word had no room on the last, or the sentence plainly runs on."""
    rights = [other.right for other in around if other.page == last.page and other.left < last.right]
    margin = max(rights, default=last.right)
    word = line.text.split(" ", 1)[0]
    needed = (line.right - line.left) * (len(word) + 1) / max(1, len(line.text))
    if last.right + needed > margin - 0.5 * line.size:
        return True
    return last.text[-1] not in '.!?:;"”' and not line.text[0].isupper() and last.right > 0.6 * margin
