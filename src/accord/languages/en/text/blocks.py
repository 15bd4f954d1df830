"""The page as English shows it: lines of page furniture, captions, a lead told twice."""

from __future__ import annotations

from functools import cache

from accord.document import Block, Document
from accord.languages import patterns as re
from accord.languages.en.text.lexicon import table

__all__ = ["LONG_LINE", "read_blocks"]


@cache
def _lines() -> re.Pattern:
    told = table("furniture")
    return re.compile(r"^\W*(?:" + "|".join((*told["lines"], *told["closers"])) + ")", re.IGNORECASE)


@cache
def _closers() -> re.Pattern:
    return re.compile(r"^\W*(?:" + "|".join(table("furniture")["closers"]) + r")[\W\d]*$", re.IGNORECASE)


_CREDIT = re.compile(
    r"\b(?:photo|image|picture)(?: credit| by| courtesy)?\s*:|\(photo\b|\bphoto credit\b", re.IGNORECASE
)
_MADE_UP = re.compile(r"\bmade-up (?:example|document|text)\b", re.IGNORECASE)
_MENU = 3  # lines
_ITEM = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?")
LONG_LINE = 220  # characters; page furniture is short


def read_blocks(document: Document) -> tuple[Block, ...]:
    """The document's blocks with furniture marked: nothing in those is a claim."""
    text, found, seen = document.text, [], set()
    closed, menu = False, _menu(document)
    for number, block in enumerate(document.blocks):
        words = text[block.start : block.end].strip()
        kind = block.kind
        folded = " ".join(words.lower().split())
        if kind in ("furniture", "caption"):
            pass
        elif number < menu:
            kind = "furniture"
        elif (len(words) < 2 * LONG_LINE and _MADE_UP.search(text, block.start, block.end)) or (
            len(words) < LONG_LINE and (_lines().match(words) or _CREDIT.search(text, block.start, block.end))
        ):
            kind = "furniture"
            closed = closed or (bool(_closers().match(words)) and number > len(document.blocks) // 2)
        elif closed or (folded in seen and len(folded) > 20):
            kind = "furniture"
        seen.add(folded)
        found.append(block if kind == block.kind else Block(kind, block.start, block.end, block.lead))
    return tuple(found)


def _menu(document: Document) -> int:
    """How many lines above the headline are the menu of a page that was copied as text: words alone, three lines or more."""
    above = next((n for n, block in enumerate(document.blocks) if block.kind == "headline"), 0)
    lines = (document.text[block.start : block.end] for block in document.blocks[:above])
    return above if above >= _MENU and all(_ITEM.fullmatch(line) for line in lines) else 0
