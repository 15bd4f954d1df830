"""The page as English shows it: lines of page furniture, captions, a lead told twice."""

from __future__ import annotations

import re
from functools import cache

from accord.document import Block, Document, Span
from accord.languages.en.text.lexicon import table
from accord.languages.en.values.dates import dates
from accord.values import Period

__all__ = ["issued", "read_blocks"]


@cache
def _lines() -> re.Pattern[str]:
    return re.compile(r"^\W*(?:" + "|".join(table("furniture")["lines"]) + ")", re.IGNORECASE)


@cache
def _closers() -> re.Pattern[str]:
    return re.compile(r"^\W*(?:" + "|".join(table("furniture")["closers"]) + r")", re.IGNORECASE)


_CREDIT = re.compile(
    r"\b(?:photo|image|picture)(?: credit| by| courtesy)?\s*:|\(photo\b|\bphoto credit\b", re.IGNORECASE
)
_MADE_UP = re.compile(r"\bmade-up (?:example|document|text)\b", re.IGNORECASE)
_LONG_LINE = 220  # characters; page furniture is short


def read_blocks(document: Document) -> tuple[Block, ...]:
    """The document's blocks with furniture marked: nothing in those is a claim."""
    text, found, seen = document.text, [], set()
    closed = False
    for number, block in enumerate(document.blocks):
        words = text[block.start : block.end].strip()
        kind = block.kind
        folded = " ".join(words.lower().split())
        if kind in ("furniture", "caption"):
            pass
        elif (_MADE_UP.search(words) and len(words) < 2 * _LONG_LINE) or (
            len(words) < _LONG_LINE and (_lines().match(words) or _CREDIT.search(words))
        ):
            kind = "furniture"
            closed = closed or (bool(_closers().match(words)) and number > len(document.blocks) // 2)
        elif closed or (folded in seen and len(folded) > 20):
            kind = "furniture"
        seen.add(folded)
        found.append(block if kind == block.kind else Block(kind, block.start, block.end, block.lead))
    return tuple(found)


_HEADER_LINES = 5
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_FULL_DATE = re.compile(r"\b(?:19|20)\d\d\b")


def issued(document: Document, blocks: tuple[Block, ...]) -> tuple[Period, Span] | None:
    """The day, with its words, that a line under the title gives the text ("Policy brief · 12 September 2025"): one full date in a short
    line. A line that opens with a weekday is a page header, which may show the day of printing or crawling."""
    for block in [b for b in blocks if b.kind not in ("furniture", "caption", "item", "row")][:_HEADER_LINES]:
        words = document.text[block.start : block.end]
        if (
            len(words) > 90
            or block.kind == "headline"
            or _WEEKDAY.match(words)
            or not _FULL_DATE.search(words)
            or words.rstrip().endswith(".")
        ):
            continue
        found = [
            (d.period, d.span)
            for d in dates(document.text, [Span(block.start, block.end)], None)
            if d.period is not None
        ]
        if len(found) == 1 and found[0][0].length.days == 0:
            return found[0]
    return None
