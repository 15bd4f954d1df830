"""Dates in numbers: "2025-03-13", "13.03.2025", and their spans."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.values.date_parts import Reading, span_of

__all__ = ["NUMERIC", "NUMERIC_SPAN", "numeric", "numeric_span"]

NUMERIC = re.compile(
    r"(?<![\w./-])(?:(?P<y>\d{4})(?P<iso>[-./])(?P<m>\d\d?)(?P=iso)(?P<d>\d\d?)(?:T\d\d[\d:.+Z-]*)?|"
    r"(?P<a>\d{1,2})(?P<sep>[-./]|\.[ ])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{4}))(?![\w/-]|\.\d)"
)
NUMERIC_SPAN = re.compile(  # "2021-04-11/13", "11-13/4/2021", "28.9.-2.10.2021"
    r"(?<![\w./-])(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?:/|[ ]?–[ ]?|[ ]-[ ])(?:(?P=y)-)?(?:(?P<n>\d\d)-)?(?P<e>\d\d)"
    r"|(?P<a>\d{1,2})(?:(?P<sep>[./])(?P<b>\d{1,2})?\.?)?[ ]?[-–][ ]?(?P<f>\d{1,2})(?P<to>[./])(?P<g>\d{1,2})(?P=to)(?P<c>(?:19|20)\d\d))(?![\w/-]|\.\d)"
)

_STROKES = re.compile(r"(?<![\w./-])(\d{1,2})/(\d{1,2})/\d{4}(?![\w/-])")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)}),? $", re.IGNORECASE)


def numeric(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    """Read "2025-03-13", "13.03.2025"; 03/04/2025 is ambiguous and has no period, unless its weekday or another date of the
    text tells which number is the day."""
    if match["y"]:
        day, month, year = int(match["d"]), int(match["m"]), int(match["y"])
    else:
        day, month, year = int(match["a"]), int(match["b"]), int(match["c"])
        day_first: bool | None = True
        if not match["sep"].startswith(".") and day <= 12 and month <= 12 and day != month:
            day_first = _day_first(text, match, (day, month, year))
        if day_first is None:
            return Reading(match.start(), match.end(), "absolute", attributes={"year": year, "ambiguous": True})
        if month > 12 or not day_first:
            day, month = month, day
    if not 1400 < year < 2200 or not 0 < month < 13 or not day:
        return None
    period = span_of(year, (month, day), year, (month, day))
    return None if period is None else Reading(match.start(), match.end(), "absolute", period)


def _day_first(text: str, match: re.Match[str], numbers: tuple[int, int, int]) -> bool | None:
    """Whether the first number of a date is the day, by the weekday beside it or the order of the text's other dates."""
    named = _WEEKDAY.search(text, max(0, match.start() - 14), match.start())
    if named is not None:
        first, second, year = numbers
        told = _WEEKDAYS.index(named[1].lower())
        fits = [day for day in ((year, second, first), (year, first, second)) if date(*day).weekday() == told]
        return fits[0] == (year, second, first) if len(fits) == 1 else None
    return _order(text)


@lru_cache(maxsize=64)
def _order(text: str) -> bool | None:
    """Whether dates with strokes in a text begin with the day; None where none tells, or they do not agree."""
    orders = {int(m[1]) > 12 for m in _STROKES.finditer(text) if (int(m[1]) > 12) != (int(m[2]) > 12)}
    return orders.pop() if len(orders) == 1 else None


def numeric_span(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    """Read "2021-04-11/13", "11-13/4/2021" and "28/9-2/10/2021"."""
    if match["y"]:
        year = int(match["y"])
        first = int(match["m"]), int(match["d"])
        last = int(match["n"] or match["m"]), int(match["e"])
    else:
        year = int(match["c"])
        last = int(match["g"]), int(match["f"])
        first = int(match["b"] or match["g"]), int(match["a"])
    if not 0 < last[0] < 13 or not 0 < first[0] < 13 or (match["y"] and last <= first):
        return None
    period = span_of(year - (first > last), first, year, last)
    return None if period is None else Reading(match.start(), match.end(), "absolute", period)
