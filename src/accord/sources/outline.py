"""What the paragraphs of a page without markup are: headline, headings, items with their lead-in, captions, quotations.

Works on form alone (length, final stops, bullets, capitals), so that it serves every language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from accord.sources.clean import Piece
from accord.sources.lines import BULLET, ENUMERATOR

__all__ = ["CAPTION", "introducing", "is_heading", "outline", "refine"]

CAPTION = re.compile(
    r"(?:(?:file )?(?:photo|image|picture|фото|foto)(?:graph)?s?\s*(?:credit|courtesy|source|by)?\s*[:©]"
    r"|.{0,150}\b(?:photo|image|picture) (?:credit|courtesy|source)s?\s*:"
    r"|.{3,150}\bphoto:)",
    re.IGNORECASE,
)
_STOPS = tuple(".!;:,…”»\"')")
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_BYLINE = re.compile(r"by [A-Z\s]|.*[|·]", re.IGNORECASE)
_OPENING, _CLOSING = '"“«„', '"”»“'
_CAPTION_LIMIT = 250
_HEADING_LIMIT = 100
_HEADLINE_LIMIT = 250
_PROSE = 120
_SENTENCE = 60
_TOP = 6
_ITEM_LIMIT = 300
_QUOTE_PARAGRAPHS = 6
_FAR = 60
"""Pieces between a list and what introduces it."""


def outline(paragraphs: Sequence[str], *, headline: bool = True) -> list[Piece]:
    """Pieces for the paragraphs ("" is a gap); with `headline`, a title line at the top is told apart."""
    lines, title = _with_headline(paragraphs) if headline else ([line for line in paragraphs if line], None)
    pieces = []
    for index, line in enumerate(lines):
        pieces.append(Piece("headline" if index == title else _kind(lines, index, title), line))
    return refine(pieces)


def refine(pieces: Sequence[Piece]) -> list[Piece]:
    """Captions, bulleted and enumerated items with their lead-in, and quotations among plain paragraphs."""
    refined = [_single(piece) for piece in pieces]
    _enumerations(refined)
    _run_ons(refined)
    _quotations(refined)
    _leads(refined)
    return [replace(piece, text=_bare(piece.text)) if piece.kind == "item" else piece for piece in refined]


def is_heading(line: str) -> bool:
    """Whether a line by itself may be a heading: short, without a final stop, no date, no byline."""
    if len(line) > _HEADING_LIMIT or line.endswith(_STOPS) or not any(map(str.isalpha, line)):
        return False
    if BULLET.match(line) or CAPTION.match(line) or _DATED.search(line) or _BYLINE.match(line):
        return False
    if not line.endswith("?") and "," in line.partition(": ")[2]:
        return False
    first = next(char for char in line if char.isalpha())
    return not first.islower() and len(line.split()) <= 14


def _kind(lines: Sequence[str], index: int, title: int | None) -> str:
    line = lines[index]
    if (title is not None and index < title) or not is_heading(line):
        return "paragraph"
    following = list(takewhile(lambda other: is_heading(other), lines[index + 1 : index + 3]))
    after = lines[index + 1 + len(following) : index + 2 + len(following)]
    return "heading" if after and _is_prose(after[0], line) else "paragraph"


def _is_prose(line: str, heading: str) -> bool:
    return not CAPTION.match(line) and (len(line) >= _PROSE or (len(line) > len(heading) and line[-1:] in '.:"”'))


def _with_headline(paragraphs: Sequence[str]) -> tuple[list[str], int | None]:
    """The lines without gaps, and which of them is the headline, its wrapped lines joined; None where none is."""
    start = next((index for index, line in enumerate(paragraphs) if line), 0)
    top = list(paragraphs[start:])
    lines = _joined_title(top)
    candidates = []
    for index, line in enumerate(lines[:_TOP]):
        if (len(line) >= _SENTENCE and line[-1:] in '.!?"”') or len(line) > _HEADLINE_LIMIT:
            break
        if _titular(line):
            candidates.append(index)
    prose = any(len(line) >= _PROSE for line in lines[(candidates or [0])[-1] + 1 :])
    if not candidates or not prose:
        return lines, None
    leading = next((n for n in candidates if lines[n].count(" ") > 1), candidates[0])  # "Home", "News" are a menu
    if not lines[leading].isupper() or len(lines[leading]) >= 60:
        return lines, leading
    shout = len(lines[leading])
    fuller = (index for index in candidates[1:] if not lines[index].isupper() or len(lines[index]) > shout)
    return lines, next(fuller, leading)


def _titular(line: str) -> bool:
    """Whether a line may be a headline: no final stop, no caption, dateline, byline or letterhead signs."""
    if (
        len(line) > _HEADLINE_LIMIT
        or line.endswith((".", ";", ":", ",", '."', ".”"))
        or CAPTION.match(line)
        or _BYLINE.match(line)
    ):
        return False
    if BULLET.match(line) or line.startswith(("(", "[")) or not any(map(str.isalpha, line)):
        return False
    return not (_DATED.search(line) and len(line.split()) <= 6)


def _joined_title(lines: Sequence[str]) -> list[str]:
    """The lines without gaps; a first line that lower-case lines continue (AGREEMENT / between ...) takes them in."""
    title = lines[0] if lines else ""
    taken = 1
    for line in lines[1:4]:
        if not line or not line[0].islower() or title[-1:] in ".;:" or len(title) + len(line) > _HEADLINE_LIMIT:
            break
        title, taken = f"{title} {line}", taken + 1
    return [line for line in (title, *lines[taken:]) if line]


def _single(piece: Piece) -> Piece:
    if piece.kind not in ("paragraph", "heading"):
        return piece
    if CAPTION.match(piece.text) and len(piece.text) <= _CAPTION_LIMIT:
        return replace(piece, kind="caption")
    return replace(piece, kind="item") if piece.kind == "paragraph" and BULLET.match(piece.text) else piece


def _bare(text: str) -> str:
    """An item without its bullet or enumerator."""
    mark = BULLET.match(text) or ENUMERATOR.match(text)
    return text[mark.end() :] if mark else text


def _enumerations(pieces: list[Piece]) -> None:
    """Runs of short enumerated paragraphs ("1. ...", "(a) ...") are items; long numbered ones stay paragraphs."""
    index = 0
    while index < len(pieces):
        run = index
        while (
            run < len(pieces)
            and pieces[run].kind in ("paragraph", "heading")
            and ENUMERATOR.match(pieces[run].text)
            and _digits(pieces[run].text) == _digits(pieces[index].text)
        ):
            run += 1
            if pieces[run - 1].text.endswith(":"):  # a list of its own begins behind it
                break
        introduced = index > 0 and pieces[index - 1].text.endswith(":")
        short = all(len(piece.text) <= _ITEM_LIMIT for piece in pieces[index:run])
        if run - index >= (1 if introduced else 2) and short:
            pieces[index:run] = [replace(piece, kind="item") for piece in pieces[index:run]]
        index = max(run, index + 1)


def _digits(text: str) -> bool:
    """Whether an enumerator counts in digits, not in letters or Roman numerals."""
    return text.lstrip("(")[:1].isdigit()


def _run_ons(pieces: list[Piece]) -> None:
    """After a line that ends with ":", lines that end with ";" or "," are items, and so is the one that closes them."""
    opened = False
    for index, piece in enumerate(pieces):
        if piece.kind not in ("paragraph", "heading") or len(piece.text) > 2 * _ITEM_LIMIT:
            opened = False
            continue
        before = pieces[index - 1] if index else Piece("paragraph", "")
        listed = piece.text.endswith((";", ",", "; and", "; or", ", and"))
        if listed and (before.text.endswith(":") or opened):
            pieces[index], opened = replace(piece, kind="item"), True
        elif opened:
            pieces[index], opened = replace(piece, kind="item"), False


def _quotations(pieces: list[Piece]) -> None:
    """Paragraphs that are wholly within quotation marks; one opened may be closed some paragraphs later."""
    index = 0
    while index < len(pieces):
        taken = _quoted(pieces, index)
        lead = index - 1 if taken and index and pieces[index - 1].text.endswith(":") else None
        for place in range(index, index + taken):
            pieces[place] = replace(pieces[place], kind="quotation", lead=lead)
        index += max(1, taken)


def _quoted(pieces: Sequence[Piece], index: int) -> int:
    """How many paragraphs the quotation that begins here takes; 0 where none does."""
    opening = pieces[index].text[:1]
    if pieces[index].kind != "paragraph" or opening not in _OPENING or not opening:
        return 0
    for taken, piece in enumerate(pieces[index : index + _QUOTE_PARAGRAPHS], start=1):
        if piece.kind != "paragraph" or (taken > 1 and opening == '"' and piece.text[:1] != '"'):
            return 0
        inner = piece.text[1:] if taken == 1 or piece.text[:1] == opening else piece.text
        if any(mark in inner for mark in _CLOSING):
            closed = inner.rstrip(".,")[-1:] in _CLOSING and not re.search('["”»]', inner.rstrip(".,")[:-1])
            return taken if closed else 0
    return 0


def _leads(pieces: list[Piece]) -> None:
    """Give items the heading or paragraph that introduces them, and a heading that divides a list its lead-in.

    "The following were signed:", "Between ministries", items: the items lead to the heading, the heading to the
    lead-in, so that what stands under "Deferred" is not taken as signed.
    """
    for index, piece in enumerate(pieces):
        if piece.kind == "item" and piece.lead is None:
            before = pieces[index - 1] if index else piece
            follows = before.kind == "item" and not before.text.endswith(":")
            pieces[index] = replace(piece, lead=before.lead if follows and index else introducing(pieces, index))
    for index, piece in enumerate(pieces[1:], start=1):
        before = pieces[index - 1]
        listing = any(later.lead == index for later in pieces[index + 1 : index + 3])
        if piece.kind == "heading" and piece.lead is None and listing:
            if before.kind == "paragraph" and before.text.endswith(":"):
                pieces[index] = replace(piece, lead=index - 1)
            elif before.kind == "item" and before.lead is not None:
                above = pieces[before.lead]
                pieces[index] = replace(piece, lead=above.lead if above.kind == "heading" else before.lead)


def introducing(pieces: Sequence[Piece], index: int) -> int | None:
    """What stands before the list: a paragraph, a heading, or an item that ends with ":"."""
    for place in range(index - 1, max(-1, index - _FAR), -1):
        piece = pieces[place]
        if piece.kind in ("paragraph", "heading") or (piece.kind == "item" and piece.text.endswith(":")):
            return place
        if piece.kind == "item" and piece.lead is not None:
            return piece.lead
        if piece.kind not in ("item", "caption"):
            return None
    return None
