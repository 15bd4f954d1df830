"""Dates of publication that stand in machine-readable places: attributes, addresses, file names. Never in prose."""

from __future__ import annotations

import re
from datetime import date

from accord.errors import ValueFormatError
from accord.values import Period

__all__ = ["from_address", "from_field", "from_name", "from_stamp"]

_STAMP = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T\s]\s*\d\d?[:.]?\d\d.*|Z)?\s*")
_MONTH = re.compile(r"\d{4}(?:-(?:\d\d|Q[1-4]))?")
_MONTHS = ("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDED = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[a-z]{3,9})\.?|(?P<first>[a-z]{3,9})\.? (?P<second>\d{1,2})(?:st|nd|rd|th)?),? "
    r"(?P<year>(?:19|20)\d\d)(?:[ ,T]+(?:at )?\d{1,2}[:.]\d\d.*)?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?:[ ,T]+(?:at )?\d{1,2}[:.]\d\d.*)?")
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/\-_.]|$)")
_COMPACT = re.compile(r"/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/\-_.]|$)")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")


def _day(year: str, month: str, day: str) -> Period | None:
    try:
        return Period.day(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def from_stamp(stamp: str) -> Period | None:
    """The day of an ISO date or time as written, in its own time zone; a month, quarter or year as it is."""
    stamp = stamp.strip()
    match = _STAMP.fullmatch(stamp)
    if match:
        found = _day(match[1], match[2], match[3])
    elif _MONTH.fullmatch(stamp):
        try:
            found = Period.parse(stamp)
        except ValueFormatError:
            return None
    else:
        return None
    return found if found and found.first.year >= 1900 else None


def from_field(value: str) -> Period | None:
    """The day that a field of metadata gives: a stamp, a day with an English month ("2 December 2022, 6:52 pm") or in numbers
    ("02.12.2022"; 02/12/2022 may be either day)."""
    if numbers := _NUMBERS.fullmatch(value.strip()):
        return _in_numbers(int(numbers[1]), int(numbers[3]), numbers[4], dotted=numbers[2] == ".")
    match = _WORDED.fullmatch(value.strip())
    if match is None:
        return from_stamp(value)
    month = (match["month"] or match["first"])[:3].lower()
    return _day(match["year"], str(_MONTHS.index(month)), match["day"] or match["second"]) if month in _MONTHS else None


def _in_numbers(first: int, second: int, year: str, *, dotted: bool) -> Period | None:
    """The day of two numbers and a year: the first of them where points part them, or where the other can be none."""
    if dotted or first > 12 or first == second:
        return _day(year, str(second), str(first))
    return _day(year, str(first), str(second)) if second > 12 else None


def from_address(url: str) -> Period | None:
    """The one full date in the path of an address (/2025/03/14/, /2025-03-14-, /20250314/)."""
    path = "/" + url.partition("://")[2].partition("?")[0].partition("#")[0].partition("/")[2]
    found = {_day(*match) for match in (*_IN_PATH.findall(path), *_COMPACT.findall(path))} - {None}
    return found.pop() if len(found) == 1 else None


def from_name(doc: str) -> Period | None:
    """The one full date at the start or the end of a file's name, its suffix aside (2025-03-14-border.txt)."""
    stem = doc.rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    found = set()
    for match in _IN_NAME.finditer(stem):
        if match.start() == 0 or match.end() == len(stem):
            found.add(_day(match[1], match[3], match[4]))
    found -= {None}
    return found.pop() if len(found) == 1 else None
