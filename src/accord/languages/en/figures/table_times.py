"""When the numbers of a table were so: what a header, a label, a caption and a note tell, put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.times import fiscal_start
from accord.languages.en.values.date_parts import MONTHS, month_number
from accord.languages.en.values.numbers import ONES
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["NOTE", "When", "in_year", "joined", "mention_of", "when_of"]

_MONTH = rf"(?:{'|'.join(MONTHS)}|sept|{'|'.join(m[:3] for m in MONTHS)})"
_NAMED = re.compile(
    rf"(?<![A-Za-z])(?P<m1>{_MONTH})(?![A-Za-z])\.?(?:[ ]?(?P<y1>(?:19|20)\d\d))?"
    rf"(?:[ ]?(?:-|–|—|/|to|through|till|until)[ ]?(?P<m2>{_MONTH})(?![A-Za-z])\.?)?"
    r"(?:[-' /.’]{0,2}(?P<short>\d\d)(?![\d.,%]))?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?<!\w)M?0?(?P<n1>\d{1,2})[-–](?:M?0?)(?P<n2>\d{1,2})(?=[./ ](?:19|20)\d\d)", re.IGNORECASE)
_QUARTER = re.compile(
    r"(?<![A-Za-z])(?:Q(?:uarter)?[ ]?(?P<a>[1-4])|(?P<b>[1-4])[ ]?Q(?![A-Za-z])|(?P<c>first|second|third|fourth|1st|2nd|3rd|4th|IV|I{1,3})[ ]"
    r"(?:quarter|qtr?))",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"(?<![A-Za-z])(?:H(?P<a>[12])(?!\w)|(?P<b>[12])[ ]?H(?![A-Za-z])|(?P<c>first|second|1st|2nd)[ ]half)",
    re.IGNORECASE,
)
_RUN = re.compile(
    rf"(?<![\w-])(?P<count>\d{{1,2}}|{'|'.join(ONES)})[ -]?(?:M(?![A-Za-z])|mo(?:s|nths?)?\b)", re.IGNORECASE
)
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
          "i": 1, "ii": 2, "iii": 3, "iv": 4}  # fmt: skip
_TWO_YEARS = re.compile(r"(?<!\d)(?P<y1>(?:19|20)\d\d)[-–/](?P<y2>(?:19|20)?\d\d)(?!\d)")
_FISCAL = re.compile(
    r"\b(?:FY|fiscal|financial)(?:[ ]year)?[ ]?['’]?(?P<y1>(?:20)?\d\d)(?:[-–/](?P<y2>(?:20)?\d\d))?(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")
_BASE = re.compile(
    r"(?:\bin )?(?:%|\bper ?cent(?:age)?\b|\bchanges?\b|\bcompared\b)[^;)|]{0,30}?\b(?:to|of|over|against|from|with|on)\b[^;)|]*",
    re.IGNORECASE,
)  # what a caption says of its comparisons
NOTE = re.compile(r"[ ]?(?:\((?P<mark>[a-z]|\d|\*+|[†‡§])\)|(?P<star>\*+|[†‡§ᵃᵇᶜ¹²³]+))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """A time as a label tells it: a year, months of a year, both; of a fiscal year, the year in which it begins."""

    year: int | None = None
    months: tuple[int, int] | None = None
    quarter: bool = False
    fiscal: bool = False
    named: bool = False  # a fiscal year called by one number, that of its end
    spans: tuple[Span, ...] = ()

    def period(self, states: tuple[str, ...]) -> Period | None:
        """The days meant, with the fiscal year of the states of the figure."""
        if self.year is None:
            return None
        if self.fiscal:
            start = fiscal_start(states[:1]) or fiscal_start(states)
            if self.named and start is None:
                return Period.year(self.year + 1) if self.months is None else None
            return _fiscal_period(self.year, self.months, start)
        if self.months is None or self.months == (1, 12):
            return Period.year(self.year)
        first, last = self.months
        if self.quarter:
            return Period.parse(f"{self.year}-Q{last // 3}")
        if first == last:
            return Period.month(self.year, first)
        before = self.year - (first > last)
        return Period.parse(f"{before}-{first:02}/{self.year}-{last:02}")


def _fiscal_period(year: int, months: tuple[int, int] | None, start: int | None) -> Period | None:
    if start is None or start == 1:
        return Period.parse(f"{year}/{year + 1}") if months is None else None
    first, count = (months[0], months[1] - months[0] + 1) if months else (1, 12)
    at = start + first - 2
    end = at + count - 1
    return Period.parse(f"{year + at // 12}-{at % 12 + 1:02}/{year + end // 12}-{end % 12 + 1:02}")


def when_of(text: str, offset: int) -> When | None:
    """The time that a header, a label or a caption tells; None where it tells none."""
    text = _BASE.sub(lambda m: " " * len(m[0]), NOTE.sub("", text))
    months, quarter = _months(text)
    year, fiscal = _year(text, months is not None)
    if year is None and months is None:
        return None
    single = _FISCAL.search(text)
    named = fiscal and single is not None and not single["y2"]
    return When(year, months, quarter, fiscal, named, (Span(offset, offset + max(len(text), 1)),))


def _year(text: str, with_months: bool) -> tuple[int | None, bool]:
    if match := _FISCAL.search(text):
        first = int(match["y1"]) % 100 + 2000
        return (first, True) if match["y2"] else (first - 1, True)
    if (match := _TWO_YEARS.search(text)) and int(match["y2"]) % 100 == (int(match["y1"]) + 1) % 100:
        return int(match["y1"]), True
    if years := _YEAR.findall(text):
        return (int(years[0]), False) if with_months or len(set(years)) == 1 else (None, False)
    if not with_months:
        return None, False
    named = _NAMED.search(text)
    if named is not None and named["short"] and int(named["short"]) < 60:
        return 2000 + int(named["short"]), False
    short = re.search(r"(?:[QH][1-4]|[1-4][QH]|\dM)[ '’/-]?(\d\d)(?!\d)", text, re.IGNORECASE)
    return (2000 + int(short[1]), False) if short else (None, False)


def _months(text: str) -> tuple[tuple[int, int] | None, bool]:
    if match := _QUARTER.search(text):
        number = int(match["a"] or match["b"] or _ORDER[match["c"].lower()])
        return (3 * number - 2, 3 * number), True
    if match := _HALF.search(text):
        number = int(match["a"] or match["b"] or _ORDER[match["c"].lower()])
        return (6 * number - 5, 6 * number), False
    for match in _NAMED.finditer(text):
        if match["m1"].lower() == "may" and match["m1"] == "may":
            continue
        first = month_number(match["m1"])
        return (first, month_number(match["m2"]) if match["m2"] else first), False
    if (match := _NUMBERED.search(text)) and 0 < int(match["n1"]) < int(match["n2"]) <= 12:
        return (int(match["n1"]), int(match["n2"])), False
    if match := _RUN.search(text):
        count = ONES.get(match["count"].lower()) or int(match["count"])
        return ((1, count), count == 3) if 1 < count <= 12 else (None, False)
    return None, False


def joined(own: When | None, others: Iterable[When | None], annual: bool = True) -> When | None:
    """What a column or row tells, filled up by a note, a row, a caption: a year with months, months with a year.

    `annual` allows a bare year to take the months of a caption.
    """
    found = own
    for other in others:
        if other is None:
            continue
        if found is None:
            found = other
        elif found.year is None and other.year is not None and found.months is not None:
            found = When(
                other.year, found.months, found.quarter, other.fiscal, other.named, (*found.spans, *other.spans)
            )
        elif found.months is None and other.months is not None and annual and _fits(found, other):
            found = When(
                found.year, other.months, other.quarter, found.fiscal, found.named, (*found.spans, *other.spans)
            )
    return found


def _fits(mine: When, other: When) -> bool:
    """Whether the months of another time are those of a bare year too: it tells no later year."""
    return other.months is not None and (other.year is None or mine.year is None or other.year >= mine.year)


def in_year(when: When | None, today: date | None) -> When | None:
    """Months of no year as those that were over last when the text was written."""
    if when is None or when.year is not None or when.months is None or today is None:
        return when
    over = when.months[1] <= today.month
    return replace(when, year=today.year if over else today.year - 1)


def mention_of(when: When | None, states: tuple[str, ...]) -> Mention | None:
    period = when.period(states) if when is not None else None
    if when is None or period is None:
        return None
    return Mention("date", when.spans[0], period=period, antecedents=when.spans[1:])
