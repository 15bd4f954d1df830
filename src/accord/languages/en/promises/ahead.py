"""Due dates that are counted or bounded: "in three years", "within six months", "before November"."""

from __future__ import annotations

from datetime import timedelta

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.date_parts import COUNT, count
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["before_month", "behind", "counted", "counted_from"]

_COUNTED = re.compile(
    rf"\b(?:in|within|inside|over)(?: (?:the next|the coming|about|some|at most|no more than))? "
    rf"(?P<count>{COUNT}) (?P<unit>day|week|month|year)s?\b(?! (?:ago|earlier|of|old|later|before|after|since)\b)",
    re.I,
)
_REACH = 60  # letters between a promise and the date that stands behind its words
_PARTS = frozenset(("by", "until", "before", "from"))
_MODAL = frozenset(("will", "would", "shall", "should", "must", "are", "is", "be"))


def counted_from(day: Period, number: int, unit: str) -> Period:
    """The day, month or year that lies so many units behind a day: "within two weeks", "in three years"."""
    if unit.startswith("year"):
        return Period.year(day.last.year + number)
    if unit.startswith("month"):
        months = day.last.month - 1 + number
        return Period.month(day.last.year + months // 12, months % 12 + 1)
    return Period.day(day.last + timedelta(days=number * (7 if unit.startswith("week") else 1)))


def counted(line: Line, begin: int, end: int, since: tuple[Period, tuple[Span, ...]] | None) -> Mention | None:
    """The date that a promise counts from the day of writing: "bring trade to $5 billion in five years"."""
    match = _COUNTED.search(line.text, begin, min(end, line.span.end)) if since is not None else None
    if match is None or since is None:
        return None
    period = counted_from(since[0], count(match["count"]), match["unit"].lower())
    attributes = {"part": "by", "form": "duration"}
    return Mention("date", Span(match.start(), match.end()), antecedents=since[1], period=period, attributes=attributes)


def before_month(due: Mention) -> Mention:
    """What is due before a month is due by the end of the one before: "before November" is "../2025-10"."""
    told = due.period
    if due.attributes.get("preposition") != "before" or due.attributes.get("part") != "before" or told is None:
        return due
    if len(told.iso) != len("2025-11") or not told.iso.replace("-", "").isdigit():
        return due
    day = told.first - timedelta(days=1)
    return due.but(period=Period.parse(f"../{day.year:04}-{day.month:02}"))


def behind(line: Line, last: int) -> Mention | None:
    """The date that stands behind the words of a promise and is no other deed's: "open posts, A and B, by 1 May", "a joint
    inquiry, the findings of which are to be ready by 15 November"."""
    if not 0 < last < len(line.tokens):
        return None
    end = line.tokens[last - 1].end
    for date in sorted(line.dates, key=lambda d: d.span.start):
        if not end <= date.span.start <= end + _REACH or date.period is None:
            continue
        k = next(n for n, t in enumerate(line.tokens) if t.end > date.span.start)
        between = " ".join(line.lows(last, k)).replace(" to be ", " be ").split()
        if str(date.attributes.get("part")) not in _PARTS or {"and", "but", ";", ":", "to", "."} & set(between):
            return None
        if any(line.finite(n) and not _MODAL & set(line.lows(n - 1, n + 1)) for n in range(last, k)):
            return None
        return date
    return None
