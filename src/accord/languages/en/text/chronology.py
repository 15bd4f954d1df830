"""Chronologies: blocks that open with the date of what they tell ("May 2019 – ...", "1984: ..."), or that stand under a
date alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from accord.document import Block, Span
from accord.languages import patterns as re
from accord.languages.en.text.entry_days import Told, days_of, month_over, told_at
from accord.values import Period

__all__ = ["entries", "entry_days"]

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
_ASIDE = r"(?: \((?:expected|planned|due|scheduled|tbc|same day|tomorrow|today|yesterday)\))?"
_CLOSES = rf"{_ASIDE}(?:\s*[–—|:]\s*|\s+-{{1,2}}\s+)(?=[\w\"“'‘])"
_OPENS = re.compile(
    rf"[\W_]{{0,3}}(?P<date>{_FULL}|{_DAY} {_MONTH}|{_MONTH} {_DAY}){_CLOSES}",
    re.IGNORECASE,
)
_STOPPED = re.compile(rf"[\W_]{{0,3}}(?P<date>{_FULL})\.\s+(?=[A-Z])", re.IGNORECASE)
_ALONE = re.compile(rf"[\W_]*(?P<date>{_FULL})[\W_]*", re.IGNORECASE)
_PARTED = re.compile(
    rf"{_CLOSES}|:?\.\s+(?=[\w\"“'‘])|,\s+(?=[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?: \([^()]{{3,20}}\))?\s*(?::|[–—]|-\s)\s)"
)
_NEXT = re.compile(r"\s+(?=[\w\"“'‘])")
_NEXT_NAME = re.compile(r"[.:]?\s+(?=[A-Z][^\W\d]+)")
_NUMBER = re.compile(
    r"[\W_]{0,3}(?=\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
_CLOSED = ("furniture", "caption", "row")
_ENDS = ("headline", "heading")
_FEWEST = 2  # entries of a chronology
_MANY = 3  # of those whose dates tell less, or that nothing parts from what they tell
_REST = 2  # blocks that go on with an entry
_HEADS = 3  # blocks at the top of a page that may tell its year or month


def entries(text: str, blocks: Sequence[Block]) -> Mapping[int, Span]:
    """The words of the date that each entry of a chronology is told under, by the number of its block; a date that opens
    the block itself lies within it."""
    found = {**_opened(text, blocks), **_under(text, blocks)}
    return dict(sorted(found.items()))


def entry_days(
    text: str, blocks: Sequence[Block], found: Mapping[int, Span], written: Period | None
) -> Mapping[int, Period]:
    """The days that the dates of the entries stand for, by where their words begin."""
    return days_of(text, [b.span for b in blocks[:_HEADS] if b.kind in _ENDS], found, written) if found else {}


def _opened(text: str, blocks: Sequence[Block]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    loose: dict[int, Told] = {}
    for number, block in enumerate(blocks):
        if block.kind in (*_CLOSED, "headline"):
            continue
        match = _OPENS.match(text, block.start, block.end) or _STOPPED.match(text, block.start, block.end)
        mark = _NUMBER.match(text, block.start, block.end)
        told = told_at(text, mark.end(), block.end) if mark is not None else None
        if match is not None and (told is None or told.end <= match.end("date")):
            found[number] = Span(match.start("date"), match.end("date"))
        elif told is not None and _full(told) and _PARTED.match(text, told.end, block.end):
            found[number] = Span(told.start, told.end)
        elif told is not None and told.end < block.end:
            loose[number] = told
    found |= {n: Span(t.start, t.end) for n, t in _loose(text, blocks, loose, found).items()}
    return _with_rest(blocks, found) if len(found) >= _FEWEST else {}


def _with_rest(blocks: Sequence[Block], found: Mapping[int, Span]) -> dict[int, Span]:
    """The entries with the blocks that go on with one of them, before the next begins."""
    whole = dict(found)
    for first, last in pairwise(sorted(found)):
        between = range(first + 1, last)
        if len(between) <= _REST and all(blocks[n].kind in ("paragraph", "item", "quotation") for n in between):
            whole |= dict.fromkeys(between, found[first])
    return whole


def _full(told: Told) -> bool:
    """Whether a date tells its year, or its month and day."""
    return bool(told.year or (told.months[0] and told.days[0]))


def _loose(text: str, blocks: Sequence[Block], dates: Mapping[int, Told], found: Mapping[int, Span]) -> dict[int, Told]:
    """Dates that a whole run of blocks opens with, though each for itself tells little: behind which the text goes on ("Thu
    Apr 4 A asks B"), of months alone, and of days alone under a month and year ("22 Port Vila. A and B talk")."""
    ends = {n: blocks[n].end for n in dates}
    running = {n: t for n, t in dates.items() if _full(t) and t.months[0] and _NEXT.match(text, t.end, ends[n])}
    months = {n: t for n, t in dates.items() if not _full(t) and t.months[0] and _PARTED.match(text, t.end, ends[n])}
    days = {n: t for n, t in dates.items() if not t.year and not t.months[0] and _NEXT_NAME.match(text, t.end, ends[n])}
    kept: dict[int, Told] = running if len(running) + len(found) >= _MANY and len(running) > 1 else {}
    if len(months) >= _MANY and _in_order([t.months[0] for t in months.values()]):
        kept = kept | months
    numbers = [t.days[0] for t in days.values()]
    heads = (b.span for n, b in enumerate(blocks) if b.kind in _ENDS and n < min(days, default=0))
    counted = numbers == list(range(1, len(numbers) + 1))  # a list with numbers
    if len(days) >= _MANY and not counted and _in_order(numbers) and any(month_over(text, h) for h in heads):
        kept = kept | days
    return kept


def _in_order(numbers: Sequence[int]) -> bool:
    """Whether numbers only rise, or only fall."""
    pairs = list(pairwise(numbers))
    return all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs)


def _under(text: str, blocks: Sequence[Block]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    date: Span | None = None
    listed = False
    for number, block in enumerate(blocks):
        if block.kind in _CLOSED:
            continue
        alone = _alone(text, block)
        if alone is not None:
            date, listed = alone, block.kind == "item"
        elif block.kind in _ENDS or (listed and block.kind != "item"):
            date = None  # a date that is an item ends with its list
        elif date is not None:
            found[number] = date
    return found if len(set(found.values())) >= _FEWEST else {}


def _alone(text: str, block: Block) -> Span | None:
    """The date that is all that a block tells."""
    match = _ALONE.fullmatch(text, block.start, block.end)
    if match is not None:
        return Span(match.start("date"), match.end("date"))
    mark = _NUMBER.match(text, block.start, block.end) if block.end - block.start < 40 else None
    told = told_at(text, mark.end(), block.end) if mark is not None else None
    whole = told is not None and _full(told) and not text[told.end : block.end].strip(" \t:.–—-*_|")
    return Span(told.start, told.end) if told is not None and whole else None
