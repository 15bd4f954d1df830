"""The days that cells tell: what a sentence reads as a date, else years, months and seasons that a table leaves bare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from accord.document import Span
from accord.errors import ValueFormatError
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.values.date_parts import MONTH, MONTHS, WEEKDAY
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["day_first", "day_of", "time_in"]

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/-]|\.\d)")
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_BARE = re.compile(
    rf"(?<![\d.,/-])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ ])?(?P<month>{MONTH})(?:[ ,.]+{_YEAR})?(?![\d-])|(?<![\d.,/$€£-]){_YEAR.replace('year', 'alone')}(?![\d.,/%-]\d|\d)"
)
_YEARS = re.compile(r"(?<![\d.,/$€£])(?:19|20)\d\d(?![\d.,/%]\d|\d)")
_MONTHS = re.compile(rf"(?<![A-Za-z]){MONTH}")
_ROMAN = re.compile(r"(?<!\w)(\d{1,2})[ .]{1,2}(XI{0,2}|IX|IV|VI{0,3}|I{1,3})[ .]{1,2}((?:19|20)\d\d)(?!\d)")
_ROMANS = "I II III IV V VI VII VIII IX X XI XII".split()
_ALONE = re.compile(rf"(?:{WEEKDAY}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?)?,?[ ]?(\d{{1,2}})(?:st|nd|rd|th)?")


def day_first(cells: Iterable[str]) -> bool | None:
    """Whether the days of a table stand before the months ("18/10/2016"); None where no cell shows it."""
    found = [m for text in cells for m in _NUMERIC.finditer(text)]
    if any(int(m[1]) > 12 for m in found):
        return not any(int(m[3]) > 12 for m in found) or None
    if any(int(m[3]) > 12 for m in found):
        return False
    return True if any(m[2] == "." for m in found) else None


def time_in(text: str) -> str:
    """The only year that words tell, with the only month if they tell it next to that ("2024-02"); "" where they tell no
    year or several."""
    years = {m[0] for m in _YEARS.finditer(text)}
    months = {_month(m[0]) for m in _MONTHS.finditer(text)}
    if len(years) != 1:
        return ""
    return f"{years.pop()}-{months.pop():02}" if len(months) == 1 else years.pop()


def day_of(
    cell: Cell, dates: Sequence[Mention], *, first: bool | None, time: str = "", near: str = ""
) -> Mention | None:
    """The day that a cell tells: as the sentence's reader has it, by the order of the table's numbers, or by the bare year,
    month or day in it; `time` is the year, perhaps with the month, of what tells none, `near` the one that the row itself or
    those about it tell."""
    time = near or time
    roman = _ROMAN.search(cell.text)
    if roman is not None:
        return _mention(cell, roman, f"{roman[3]}-{_ROMANS.index(roman[2]) + 1:02}-{int(roman[1]):02}")
    own = [d for d in dates if d.span in cell.span]
    told = next((d for d in own if d.period is not None), None)
    if told is not None:
        return _in_year(told, near)
    numeric = _NUMERIC.search(cell.text)
    if numeric is not None and first is not None:
        day, month = (numeric[1], numeric[3]) if first else (numeric[3], numeric[1])
        years = numeric[4] if len(numeric[4]) == 4 else f"{'19' if numeric[4] > '50' else '20'}{numeric[4]}"
        return _mention(cell, numeric, f"{years}-{int(month):02}-{int(day):02}")
    alone = _ALONE.fullmatch(cell.text)
    if alone is not None and len(time) > len("2024"):
        return _mention(cell, alone, f"{time}-{int(alone[1]):02}")
    bare = _BARE.search(cell.text)
    if bare is None:
        return None
    if bare["alone"]:
        return _mention(cell, bare, bare["alone"])
    years = bare["year"] or time[:4]
    if not years:
        return None
    return _mention(
        cell, bare, f"{years}-{_month(bare['month']):02}" + (f"-{int(bare['day']):02}" if bare["day"] else "")
    )


def _in_year(told: Mention, year: str) -> Mention:
    """A day that took its year from elsewhere, in the year that its own row tells."""
    if (
        told.period is None
        or not year
        or not told.attributes.get("context")
        or told.attributes.get("form") == "relative"
    ):
        return told
    iso = re.sub(r"(?:19|20)\d\d(?=-)", year[:4], told.period.iso)
    try:
        return told.but(period=Period.parse(iso))
    except ValueFormatError:
        return told


def _month(word: str) -> int:
    return next(n for n, m in enumerate(MONTHS, 1) if m.lower().startswith(word.lower().rstrip(".")[:3]))


def _mention(cell: Cell, match: re.Match[str], iso: str) -> Mention | None:
    try:
        period = Period.parse(iso)
    except ValueFormatError:
        return None
    span = Span(cell.span.start + match.start(), cell.span.start + match.end())
    return Mention("date", span, period=period, attributes={"part": "", "form": "absolute"})
