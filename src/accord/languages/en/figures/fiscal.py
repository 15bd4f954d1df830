"""Fiscal years told beside the calendar: "in the last fiscal", "FY25", "the first quarter of the current financial year".

Which months they have depends on the state; where a sentence and its text leave that open, nothing is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.datelines import letterhead, place_of_writing
from accord.languages.en.figures.times import fiscal_start
from accord.languages.en.figures.words import Page
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import ONES
from accord.languages.en.values.units import state_of_currency
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["with_fiscal_years"]

_HINT = re.compile(r"fiscal|financial year|\bFY|(?<!\d)20\d\d[-/–]\d\d(?!\d)", re.IGNORECASE)
_NUMBER = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_PART = (
    r"(?:(?:the )?(?P<part>first|second|third|fourth|last|opening) (?:(?P<unit>quarter|half)"
    rf"|(?P<count>{'|'.join(ONES)}|\d\d?) months?) (?:of|in) (?:the |its |this |that |their )?)?"
)
_RELATIVE = re.compile(
    rf"{_PART}(?:the )?(?P<which>last|previous|past|preceding|current|this|present|ongoing|running|outgoing"
    r"|just[- ](?:concluded|ended)|(?<=of )(?:the |its )?(?=fiscal|financial year)) ?(?:fiscal(?: year)?|financial year)\b"
    r"(?! (?:19|20)?\d\d)(?! (?:polic|deficit|support|incentive|measure|space|regime|discipline))|"
    rf"{_PART.replace('?P<part>', '?P<part2>').replace('?P<unit>', '?P<unit2>').replace('?P<count>', '?P<count2>')}"
    r"(?:fiscal(?: year)?|financial year)(?=,? (?:which|that) (?:began|started|begins|starts)\b)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"{_PART}(?:FY ?|(?:fiscal|financial)(?: year)? )['’]?(?P<y1>20\d\d|\d\d)(?:[-–/](?P<y2>20\d\d|\d\d))?(?![\w/])"
    rf"|{_PART.replace('?P<part>', '?P<part2>').replace('?P<unit>', '?P<unit2>').replace('?P<count>', '?P<count2>')}"
    r"(?<![\w/-])(?P<y3>20\d\d)[-–/](?P<y4>20\d\d|\d\d)(?![\w/-])",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:['’]s?)? (?:[A-Z][\w-]+ |and |of ){0,4}(?:Ministry|Bank|Bureau|Statistics|Board|Customs|Department|Authority|Agency)\b"
)
_BY_START = frozenset({"JPN", "SGP"})  # who call a fiscal year by the year in which it begins
_LUNAR = 57  # years that the calendar of Nepal is ahead


def with_fiscal_years(page: Page) -> None:
    """Put the fiscal years that the lines tell among their dates."""
    for index, line in enumerate(page.lines):
        if not _HINT.search(line.text, line.span.start, line.span.end):
            continue
        states = _states(page, index, line)
        start = fiscal_start(states)
        found = _explained(line)
        if start is not None and not found:
            found = [*_named(line, start, states), *_relative(line, start, page.today)]
        if found:
            kept = [d for d in line.dates if not any(d.span.overlaps(f.span) for f in found)]
            line.dates[:] = sorted([*kept, *found], key=lambda d: d.span)


def _states(page: Page, index: int, line: Line) -> tuple[str, ...]:
    """Whose fiscal year a sentence means: the state whose money it tells, else those it names, else the pair's."""
    known = {*page.pair, *([page.context.home[0]] if page.context.home else [])}
    paid = {state_of_currency(m.amount.unit) for m in line.amounts if m.amount is not None and len(m.amount.unit) == 3}
    named = [s for m in page.here[index] if m.type == "state" for s in m.states]
    home = page.context.home[:1] if page.context.home else ()
    report = place_of_writing(page.lines) or letterhead(page.lines)
    written = report.states if report is not None else ()
    counts, own = _source(page, index, line), _owners(page, index, line)
    for group in (sorted(paid & known), home, counts, own, written, named, page.pair[:2], named[:1]):
        if fiscal_start(tuple(group)) is not None:
            return tuple(group)
    return ()


def _source(page: Page, index: int, line: Line) -> tuple[str, ...]:
    """ "According to India's Commerce Ministry": the state whose office counts."""
    for state in page.here[index]:
        if state.type == "state" and _OFFICE.match(line.text, state.span.end, line.span.end):
            return state.states
    return ()


def _owners(page: Page, index: int, line: Line) -> tuple[str, ...]:
    """Whose exports, imports or trade a sentence tells: "Kenya's", "Indian"."""
    states = [m for m in page.here[index] if m.type == "state" and len(m.states) == 1]
    return tuple(m.states[0] for m in states if m.form.startswith("demonym") or line.text[m.span.end] in "'’")


def _months(match: re.Match[str], start: int, year: int) -> Period:
    """The months of a fiscal year that begins in `year`, or of the part of it that is told."""
    told = match.groupdict()
    part, unit = told.get("part") or told.get("part2"), told.get("unit") or told.get("unit2")
    count = told.get("count") or told.get("count2")
    first, length = 0, 12
    if part and unit:
        length = 3 if unit.lower() == "quarter" else 6
        number = min(_NUMBER[part.lower()], 12 // length)
        first = (number - 1) * length
    elif part and count:
        length = ONES.get(count.lower()) or int(count)
        first = 12 - length if part.lower() == "last" else 0
    begin = start - 1 + first
    end = begin + length - 1
    return Period.parse(f"{year + begin // 12}-{begin % 12 + 1:02}/{year + end // 12}-{end % 12 + 1:02}")


def _explained(line: Line) -> list[Mention]:
    """ "The first quarter of the current fiscal year (July-September)": the months in brackets."""
    found = []
    for match in _RELATIVE.finditer(line.text, line.span.start, line.span.end):
        told = next((d for d in line.dates if line.text[match.end() : d.span.start] == " (" and d.period), None)
        if told is not None:
            found.append(told.but(span=Span(match.start(), told.span.end), form="absolute"))
    return found


def _named(line: Line, start: int, states: Sequence[str]) -> list[Mention]:
    found = []
    for match in _NAMED.finditer(line.text, line.span.start, line.span.end):
        first = match["y1"] or match["y3"]
        second = match["y2"] or match["y4"]
        year = int(first) % 100 + 2000
        if second and int(second) % 100 != (year + 1) % 100:
            continue
        if second and "NPL" in states and year > 2060:
            year -= _LUNAR
        elif not second and not _BY_START & set(states):
            year -= 1
        if match["y3"] and len(match["y4"]) == 4 and not re.search(r"fiscal|financial", line.own):
            continue  # "2021/2022" alone may be any two years
        found.append(_date(match, _months(match, start, year)))
    return found


def _relative(line: Line, start: int, today: date | None) -> list[Mention]:
    if today is None:
        return []
    current = today.year - (today.month < start)
    found = []
    for match in _RELATIVE.finditer(line.text, line.span.start, line.span.end):
        which = (match["which"] or "").strip().lower()
        back = which in ("last", "previous", "past", "preceding", "outgoing") or which.startswith("just")
        found.append(_date(match, _months(match, start, current - back)))
    return found


def _date(match: re.Match[str], period: Period) -> Mention:
    return Mention("date", Span(*match.span()), form="absolute", period=period, attributes={"fiscal": True})
