"""Days told by their distance from another: "a day after", "two weeks after", "ten days earlier", "the night before"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.values.numbers import parse_number
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["told_from"]

_AFTER = re.compile(
    r"\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?P<unit>day|week|month)s?\s+after\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?P<unit>day|week|month)s?\s+(?:earlier|before)\b(?!\s+(?:the|a|his|its)\b)|the\s+(?P<eve>night|day|evening)\s+before\b)",
    re.IGNORECASE,
)
_FAR = 130  # characters between "after" and what came before
_STOP = re.compile(r"[;:—–]|\bwhile\b")


def told_from(text: str, sentence: Span, at: int, dates: Sequence[Mention], last: Mention | None) -> Mention | None:
    """The date of what is told at an offset of a sentence by its distance from a day told before; none where no such day
    is told."""
    for match in _AFTER.finditer(text, sentence.start, at):
        if at - match.end() > _FAR or _STOP.search(text, match.end(), at):
            continue
        if any(d.period and match.end() <= d.span.start < sentence.end for d in dates):
            return None
        base = next((d for d in reversed(dates) if d.span.end <= match.start() and _a_day(d)), None)
        return _shifted(match, base) if base is not None else None
    earlier = _EARLIER.search(text, sentence.start, sentence.end)
    if earlier is not None and last is not None and not dates:
        return _shifted(earlier, last)
    return None


def _a_day(mention: Mention) -> bool:
    return mention.period is not None and not mention.period.open and not mention.period.length.days


def _shifted(match: re.Match[str], told: Mention) -> Mention | None:
    base = told.period
    if base is None or base.open or base.length.days:
        return None
    eve = match.groupdict().get("eve")
    words = (match["count"] or "one").lower()
    count = 1 if words in ("a", "an") else parse_number(words)
    if count is None:
        return None
    unit = "day" if eve else match["unit"].lower()
    if unit == "month":
        months = base.first.year * 12 + base.first.month - 1 - int(count)
        period = Period.month(months // 12, months % 12 + 1)
    else:
        day = base.first - timedelta(days=int(count) * (7 if unit == "week" else 1))
        exact = (unit == "day" and count < 10) or (unit == "week" and count == 1)
        period = Period.day(day) if exact else Period.month(day.year, day.month)
    return Mention("date", Span(*match.span()), period=period, antecedents=told.spans)
