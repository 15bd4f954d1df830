"""The pieces that English dates are made of, and how they are put together to a Period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from accord.errors import ValueFormatError
from accord.languages import patterns as re
from accord.languages.en.values.numbers import ONES, TENS, listed
from accord.values import Period, fixed

__all__ = [
    "COUNT",
    "DAY",
    "DAYS_AND_MONTHS",
    "MONTH",
    "MONTHS",
    "WEEKDAY",
    "WEEKDAYS",
    "YEAR",
    "YEAR_DIGITS",
    "YEAR_OF",
    "Partial",
    "Reading",
    "Relative",
    "count",
    "day_number",
    "month_number",
    "span_of",
    "weekday_number",
    "year_of",
]  # fmt: skip

MONTHS = listed("January February March April May June July August September October November December")
WEEKDAYS = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
DAYS_AND_MONTHS = frozenset(map(str.lower, (*WEEKDAYS, *MONTHS)))
MONTH = (
    "(?:" + "|".join([*MONTHS, *map(str.upper, MONTHS)]) + "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    "|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)"
    r"(?:\.|(?![A-Za-z])))(?![A-Za-z])"
)
WEEKDAY = "(?:" + "|".join(WEEKDAYS) + r"|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?(?=,[ ]))(?![A-Za-z])"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)?(?!\w)"
YEAR_DIGITS = r"(?:1[5-9]\d\d|20\d\d|21\d\d)"
YEAR = YEAR_DIGITS + r"(?!\w)"
COUNT = "(?:\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty)"
# The year of a date, if told: a number, or a year known from the day of writing.
YEAR_OF = (
    rf"(?:,?[ ](?:of[ ]|in[ ])?(?P<year>{YEAR})"
    r"|,?[ ](?:of[ ]|in[ ])?(?P<which>this|last|next|the[ ]current|the[ ]past|the[ ]coming)[ ]year\b)"
)
_COUNTS = {"a": 1, "an": 1} | ONES | TENS
_YEARS = {"this": 0, "the current": 0, "last": -1, "the past": -1, "next": 1, "the coming": 1}

Point = tuple[int, int]  # month and day; a day of 0 stands for the whole month


@fixed()
class Partial:
    """A date without its year: from one month and day to another. `year` is a shift from the year of writing."""

    first: Point
    last: Point
    year: int | None = None
    quarter: bool = False

    def period(self, year: int) -> Period | None:
        """The period in a year; a span over New Year begins in it."""
        if self.quarter:
            return Period.parse(f"{year:04}-Q{self.last[0] // 3}") if 0 < year < 10000 else None
        return span_of(year, self.first, year + (self.last[0] < self.first[0]), self.last)


@fixed()
class Relative:
    """So many units from a date: the reference (the day of writing), or an `earlier` date of the text.

    `unit` is day, week, month, quarter, year, or period (the anchor's own months in another year);
    `weekday` counts from Monday as 0; of `day-of-month` it is the day's number. `weekdays` run so many days on from it.
    """

    unit: str
    shift: int = 0
    earlier: bool = False
    weekday: int | None = None


@fixed()
class Reading:
    """A date as read, before it is resolved: exactly one of period, partial and relative tells when, or none."""

    start: int
    end: int
    form: str
    period: Period | None = None
    partial: Partial | None = None
    relative: Relative | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)


def month_number(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month.lower().startswith(name.lower()[:3]))


def day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def weekday_number(name: str) -> int:
    return next(i for i, day in enumerate(WEEKDAYS) if day.startswith(name[:3].capitalize()))


def count(word: str) -> int:
    """The value of a COUNT."""
    return int(word) if word.isdigit() else _COUNTS[word.lower()]


def year_of(match: re.Match[str]) -> tuple[int | None, int | None]:
    """The year told by YEAR_OF: in numbers, or as a shift from the year of writing."""
    groups = match.groupdict()
    year, which = groups.get("year"), groups.get("which")
    return (int(year) if year else None), (_YEARS[which.lower()] if which else None)


def _point(year: int, point: Point) -> str:
    return f"{year:04}-{point[0]:02}" + (f"-{point[1]:02}" if point[1] else "")


def span_of(year: int, first: Point, last_year: int, last: Point) -> Period | None:
    """The period from one month or day to another; None for a date that is not in the calendar."""
    left, right = _point(year, first), _point(last_year, last)
    try:
        return Period.parse(left if left == right else f"{left}/{right}")
    except ValueFormatError:
        return None
