"""Chronologies: blocks that open with the date of what they tell ("May 2019 – ...", "1984: ..."), or that stand under a
date alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accord.document import Block, Span
from accord.languages import patterns as re

__all__ = ["entries"]

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?"
_PART = r"(?:(?:early|mid|late|spring|summer|autumn|winter|end of|beginning of)[ -])?"
_FULL = (
    rf"(?:{_DAY} {_MONTH},? (?:19|20)\d\d|{_MONTH} {_DAY},? (?:19|20)\d\d|{_PART}(?:{_MONTH}(?:\s?[-–]\s?{_MONTH})?,? )?(?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d(?:-\d\d)?|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)"
)
_OPENS = re.compile(
    rf"[\W_]{{0,3}}(?P<date>{_FULL}|{_DAY} {_MONTH}|{_MONTH} {_DAY})(?:\s*[–—|:]\s*|\s+-{{1,2}}\s+)(?=[\w\"“'‘])",
    re.IGNORECASE,
)
_STOPPED = re.compile(rf"[\W_]{{0,3}}(?P<date>{_FULL})\.\s+(?=[A-Z])", re.IGNORECASE)
_ALONE = re.compile(rf"[\W_]*(?P<date>{_FULL})[\W_]*", re.IGNORECASE)
_CLOSED = ("furniture", "caption", "row")
_ENDS = ("headline", "heading")
_FEWEST = 2  # entries of a chronology


def entries(text: str, blocks: Sequence[Block]) -> Mapping[int, Span]:
    """The words of the date that each entry of a chronology is told under, by the number of its block; a date that opens
    the block itself lies within it."""
    found = {**_opened(text, blocks), **_under(text, blocks)}
    return dict(sorted(found.items()))


def _opened(text: str, blocks: Sequence[Block]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for number, block in enumerate(blocks):
        if block.kind in (*_CLOSED, "headline"):
            continue
        match = _OPENS.match(text, block.start, block.end) or _STOPPED.match(text, block.start, block.end)
        if match is not None:
            found[number] = Span(match.start("date"), match.end("date"))
    return found if len(found) >= _FEWEST else {}


def _under(text: str, blocks: Sequence[Block]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    date: Span | None = None
    for number, block in enumerate(blocks):
        if block.kind in _CLOSED:
            continue
        match = _ALONE.fullmatch(text, block.start, block.end)
        if match is not None:
            date = Span(match.start("date"), match.end("date"))
        elif block.kind in _ENDS:
            date = None
        elif date is not None:
            found[number] = date
    return found if len(set(found.values())) >= _FEWEST else {}
