"""Values that texts give: dates of reduced precision, amounts, percent changes.

Dates follow ISO 8601 as `gold/SCHEMA.md` uses it: ``2025-03-13``, ``2025-03``, ``2025``, ``2025-Q1``, spans
``2025-03-12/2025-03-13`` and open ones ``../2030``, ``2021/..``.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar, dataclass_transform

from accord.errors import ValueFormatError

__all__ = ["Amount", "Change", "Number", "Period", "fixed", "plain"]

Number = int | float
_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def fixed(*, eq: bool = True, order: bool = False) -> Callable[[type[_Class]], type[_Class]]:
    """A dataclass of what never changes, made by the thousand: types alone forbid it, as a guard takes longer than the making."""
    return dataclass(slots=True, eq=eq, order=order, unsafe_hash=eq)


_POINT = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d\d)(?:-(\d\d))?))?")


@lru_cache(maxsize=4096)
def _days(point: str) -> tuple[date, date]:
    """The first and last day that one point of an ISO date covers."""
    match = _POINT.fullmatch(point)
    if not match:
        raise ValueFormatError(f"{point!r} is no ISO 8601 date", "write 2025, 2025-03, 2025-03-13 or 2025-Q1")
    year = int(match[1])
    try:
        if match[2]:
            first_month, last_month = 3 * int(match[2]) - 2, 3 * int(match[2])
        elif match[3]:
            first_month = last_month = int(match[3])
            if match[4]:
                day = date(year, first_month, int(match[4]))
                return day, day
        else:
            first_month, last_month = 1, 12
        return date(year, first_month, 1), date(year, last_month, calendar.monthrange(year, last_month)[1])
    except ValueError as error:
        raise ValueFormatError(f"{point!r} is no date: {error}", "check the month and the day") from error


@fixed(order=True)
class Period:
    """The days that a date of reduced precision, a quarter or a span covers; open ends are date.min and date.max."""

    first: date
    last: date
    iso: str

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read an ISO 8601 date; `str()` gives it back unchanged. Raises ValueFormatError."""
        left, slash, right = text.strip().partition("/")
        first = date.min if left == ".." else _days(left)[0]
        last = (date.max if right == ".." else _days(right)[1]) if slash else _days(left)[1]
        if first > last or (left, right) == ("..", ".."):
            raise ValueFormatError(f"{text!r} ends before it begins", "put the earlier date first")
        return cls(first, last, text.strip())

    @classmethod
    def day(cls, day: date) -> Period:
        return cls(day, day, day.isoformat())

    @classmethod
    def days(cls, first: date, last: date) -> Period:
        return cls.day(first) if first == last else cls(first, last, f"{first.isoformat()}/{last.isoformat()}")

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        return cls.parse(f"{year:04}-{month:02}")

    @classmethod
    def year(cls, year: int) -> Period:
        return cls.parse(f"{year:04}")

    def until(self) -> Period:
        """Open to the left: by the end of this."""
        return Period(date.min, self.last, f"../{self.iso.rpartition('/')[2]}")

    def since(self) -> Period:
        """Open to the right: from the start of this."""
        return Period(self.first, date.max, f"{self.iso.partition('/')[0]}/..")

    def start(self) -> Period:
        """When it began, of a period open to the right: May of "since May"; else itself."""
        return Period.parse(self.iso.removesuffix("/..")) if self.iso.endswith("/..") else self

    @property
    def open(self) -> bool:
        return self.first == date.min or self.last == date.max

    @property
    def length(self) -> timedelta:
        """How vague it is: zero for a day."""
        return self.last - self.first

    def overlaps(self, other: Period) -> bool:
        """Whether both may speak of one moment: a difference of precision is no contradiction."""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: Period) -> bool:
        return other.first <= self.first and self.last <= other.last

    def __str__(self) -> str:
        return self.iso


def plain(number: float) -> Number:
    """The number as an int where it is whole, rounded to twelve significant digits."""
    rounded = float(f"{number:.12g}")
    return int(rounded) if rounded.is_integer() and abs(rounded) < 1e18 else rounded


@fixed()
class Amount:
    """A quantity in plain units (US dollars, not millions): `comparison` is gt, lt, approx or empty."""

    value: Number
    unit: str = ""
    comparison: str = ""
    low: Number | None = None
    high: Number | None = None


@fixed()
class Change:
    """A change in percent, signed: 4.3 for "up 4.3 per cent"; ninefold is 800."""

    percent: Number
