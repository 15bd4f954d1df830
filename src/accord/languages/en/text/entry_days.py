"""The dates that entries of chronologies open with, in the forms of such pages ("2019, March", "Thu Apr 4", "19.03.24",
"22-23" under a month), and the days that they stand for among the entries about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.values.date_parts import MONTH, YEAR_DIGITS, day_number, month_number, span_of
from accord.values import Period

__all__ = ["Told", "days_of", "month_over", "told_at"]

_D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_J = r"\s?(?:[-–/&]|and|to)\s?"
_W = r"(?:(?:Mon|Tues?|Wed|Wednes|Thu(?:rs?)?|Fri|Sat|Satur|Sun)(?:day)?[.,]{0,2} )?"
_Y = rf"(?P<y>{YEAR_DIGITS})(?!\d)"
_M1, _M2 = rf"(?P<m1>{MONTH})", rf"(?P<m2>{MONTH})"
_D1, _D2 = rf"(?P<d1>{_D})(?!\d)", rf"(?P<d2>{_D})(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_W}{_D1} {_M1}(?:,? {_Y})?",
        rf"{_W}{_D1}\.?{_J}{_D2}\.? {_M1}(?:,? {_Y})?",
        rf"{_W}{_D1} {_M1}{_J}{_D2} {_M2}(?:,? {_Y})?",
        rf"{_W}{_M1} {_D1}(?:{_J}{_D2})?(?:,? {_Y})?",
        rf"{_W}{_M1} {_D1}{_J}{_M2} {_D2}(?:,? {_Y})?",
        rf"{_M1}(?:{_J}{_M2})?(?:,? {_Y})?",
        r"(?P<y>(?:19|20)\d\d) (?P<n1>0\d|1[0-2]) (?P<d1>[0-2]\d|3[01])(?:[–-](?P<d2>[0-2]\d|3[01]))?(?!\d)",
        rf"{_M1} \(the {_D1}\)",
        rf"{_M1}\. {_D1}\.?(?:{_J}{_D2}\.?)?(?=:)",
        rf"{_Y}(?:, ?| \(?){_M1}(?: {_D1}(?:{_J}{_D2})?)?\)?",
        rf"{_Y}(?:, ?| \(?){_D1}(?:{_J}{_D2})? {_M1}\)?",
        rf"{_Y},? {_M1} {_D1}{_J}{_M2} {_D2}",
        rf"{_Y}(?:(?P<i>[-./])(?P<n1>0\d|1[0-2])(?:(?P=i)(?P<d1>[0-2]\d|3[01]))?)?(?!\d)",
        r"(?P<a>\d{1,2})(?P<s>[./-])(?P<b>\d{1,2})(?P=s)(?P<c>(?:19|20)?\d\d)(?!\d)",
        rf"{_D1}\.?(?:{_J}{_D2})?",
    )
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a date tells of itself: its year, its first and last month and day as far as they are told (0: not)."""

    start: int
    end: int
    year: int
    months: tuple[int, int]
    days: tuple[int, int]

    def period(self) -> Period | None:
        """The days that it stands for, once its year is known."""
        if not self.year:
            return None
        if not self.months[0]:
            return Period.year(self.year)
        crosses = self.months[1] < self.months[0]
        first, last = zip(self.months, self.days, strict=True)
        return span_of(self.year - crosses, first, self.year, last)


def told_at(text: str, start: int, end: int) -> Told | None:
    """The longest date that stands at an offset; a number of a day alone counts as one too."""
    forms = re.likely(_FORMS, text, start, end)
    found = [told for form in forms if (match := form.match(text, start, end)) and (told := _told(match)) is not None]
    return max(found, key=lambda told: told.end, default=None)


def _told(match: re.Match[str]) -> Told | None:
    group = {k: v for k, v in match.groupdict().items() if v}
    if "a" in group:
        day, month, year = int(group["a"]), int(group["b"]), int(group["c"])
        if month > 12 >= day:
            day, month = month, day
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        return Told(match.start(), match.end(), year, (month, month), (day, day)) if month <= 12 and day <= 31 else None
    first = month_number(group["m1"]) if "m1" in group else int(group.get("n1", 0))
    last = month_number(group["m2"]) if "m2" in group else first
    day = day_number(group["d1"]) if "d1" in group else 0
    until = day_number(group["d2"]) if "d2" in group else day
    if first == last and until < day:
        return None
    return Told(match.start(), match.end(), int(group.get("y", 0)), (first, last), (day, until))


_AHEAD = timedelta(days=150)  # to which a page may tell what is to come
_MONTH_YEAR = re.compile(rf"(?<![\w-]){_M1},? {_Y}")
_YEAR = re.compile(rf"(?<![\w./–-]){_Y}(?![\w/–-])")


def month_over(text: str, head: Span) -> tuple[int, int] | None:
    """The month and year that a heading tells, if it tells one ("The region in August 2024")."""
    found = {(month_number(m["m1"]), int(m["y"])) for m in _MONTH_YEAR.finditer(text, head.start, head.end)}
    return next(iter(found)) if len(found) == 1 else None


def days_of(text: str, heads: Iterable[Span], dates: Mapping[int, Span], written: Period | None) -> dict[int, Period]:
    """The days of the entries' dates by their offsets: a year or month that one leaves out is that of the entry before it,
    later by a year where the months begin anew, or what the page's head tells, or the year in which it was written."""
    told = [t for span in sorted({*dates.values()}) if (t := told_at(text, span.start, span.end))]
    years = [t.year for t in told if t.year]
    step = -1 if len(years) > 1 and years[0] > years[-1] else 1
    head = list(heads)
    month, year = next((over for h in head if (over := month_over(text, h))), (0, 0))
    named = {int(m["y"]) for h in head for m in _YEAR.finditer(text, h.start, h.end)}
    year = year or (next(iter(named)) if len(named) == 1 else 0)
    if year or written is None or years:
        return _in_turn(told, year, month, step)
    found = _in_turn(told, written.last.year, 0, step)
    late = found and max(p.first for p in found.values()) - written.last > _AHEAD
    return _in_turn(told, written.last.year - 1, 0, step) if late else found


def _in_turn(told: Iterable[Told], year: int, month: int, step: int) -> dict[int, Period]:
    found: dict[int, Period] = {}
    for date in told:
        own = date if date.months[0] or not date.days[0] else replace(date, months=(month, month))
        if not own.year and year and own.months[0]:
            anew = month and (own.months[0] - month) * step < 0
            own = replace(own, year=year + step * bool(anew))
        year, month = own.year or year, own.months[1] or (0 if own.year else month)
        period = own.period()
        if period is not None:
            found[date.start] = period
    return found
