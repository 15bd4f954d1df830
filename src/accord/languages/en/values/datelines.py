"""The head of a report, "DUSHANBE, March 4 (Agency) —": where its day stands, and in which year."""

from __future__ import annotations

from functools import lru_cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.values.absolute_dates import absolute
from accord.languages.en.values.date_parts import DAY, MONTH, WEEKDAY, YEAR, Reading, weekday_number
from accord.values import Period

__all__ = ["day_of_head", "told_year"]

_NAME = r"[A-ZÀ-Ý][\w'’.-]*(?:[ ](?:[A-ZÀ-Ý][\w'’.-]*|de|la|el|of|al|do|da|es|in)){0,4}"
_NO_NAME = (  # what stands before a day and is no place: a preposition, the label of a fact ("Signed: 3 May 2019")
    r"(?!(?:On|In|By|At|Since|From|Until|After|Before|The|As|Signed|Signature|Ratified|Adopted|Concluded|Initialled|Opened|Established|Founded"
    r"|Joined|Inaugurated|Closed|Completed|Begun|Started|Expired|Approved|Effective|Relations|Accession|Independence|Recognition|Entry|Visits?)\b)"
)
_PLACES = rf"{_NAME}(?:[ ]?[/&][ ]?{_NAME})*(?:[ ]?\[{_NAME}\])?(?:,[ ]{_NAME}){{0,2}}"
_DAY = (
    rf"(?:{MONTH}[ ]{DAY}(?:[,/]?[ ]?{YEAR})?|{DAY}(?:[ ]of)?[ ]{MONTH}(?:,?[ ]{YEAR})?|{DAY}-{MONTH}-{YEAR}|\d{{1,2}}\.[ ]?\d{{1,2}}\.[ ]?\d{{4}}"
    r"|\d{4}-\d\d-\d\d)"
)
_HINT = re.compile(rf"\b(?:{MONTH}|\d{{1,2}}\.[ ]?\d|\d{{4}}-\d\d-)")  # what every day has
_CLOSED = r"(?=\)[ ]|\]?[ ]?(?:[-–—:/.|(\[]|$|\n)|\][ ]|,[ ]?(?:[A-Z/(\[–—-]|$|\n)|(?<=[ ,]\d{4})[ ][A-Z])"
_HEAD = re.compile(
    rf"\s*[\[(]?{_NO_NAME}(?:{_PLACES}\)?(?:,|:|[ ]?[-–—]|[ ]\([^)\n]{{1,30}}\),?|(?<=[).]))|[A-Z]{{3,}}(?:[ -][A-Z]{{3,}}){{0,2}})[ ]"
    rf"(?:{WEEKDAY},?[ ])?(?P<date>{_DAY}){_CLOSED}"
)
_IN_BRACKETS = re.compile(rf"\s*{_NO_NAME}{_PLACES},?[ ]\((?:{WEEKDAY},?[ ])?(?P<date>{_DAY})\)(?=[ ]?[-–—:.|]|$|\n)")
_DAY_FIRST = re.compile(rf"\s*(?:{WEEKDAY},?[ ])?(?P<date>{_DAY}),?[ ]{_PLACES}(?:[ ]\([^)\n]{{1,30}}\))?[ ]?[-–—:]")
_MONTH_TOLD = " {0.first:%b} {0.first.year}"
_ANY_YEAR = re.compile(r"(?<![\w.,/])(20\d\d)(?![\w,]\d|\w)")
_PAST_YEAR = re.compile(
    r"(?<![\w.,/])(?<!\d[–-])(?<!\bby )(?<!\buntil )(?<!\bto )(?<!\bfor )(?<!\bend of )(20\d\d)(?![\w,]\d|\w)"
)
_WITH_WEEKDAY = re.compile(
    rf"(?:\b(?:on|this|late|early)|[,–—-]|\b(?!next\b|last\b|since\b|until\b|every\b|each\b|by\b|of\b|from\b)[a-z]+)[ ](?P<day>{WEEKDAY})\b"
)
_LENGTH = 140  # characters


@lru_cache(maxsize=256)
def day_of_head(text: str, sentence: Span) -> tuple[Span, Reading] | None:
    """Where the day of a head stands at the start of a sentence, and how it reads. Many readers ask for it."""
    end = min(sentence.end, sentence.start + _LENGTH)
    if not _HINT.search(text, sentence.start, end):
        return None
    found = (pattern.match(text, sentence.start, end) for pattern in (_HEAD, _IN_BRACKETS, _DAY_FIRST))
    match = next((m for m in found if m is not None), None)
    if match is None:
        return None
    span = Span(match.start("date"), match.end("date"))
    readings = list(absolute(text, span))
    return (span, max(readings, key=lambda r: r.end - r.start)) if readings else None


def told_year(text: str, line: Span) -> Period | None:
    """The day of a dateline without a year: in the year told elsewhere with its month, or in the year, about the last that
    the text speaks of as past, in which it is the weekday that the sentence has beside it, or the day behind that."""
    readings = [r for r in absolute(text, line) if r.partial is not None]
    partial = readings[0].partial if readings else None
    weekday = _WITH_WEEKDAY.search(text, line.start, line.end)
    if partial is None or not partial.first[1]:
        return None
    told = {int(y) for y in _ANY_YEAR.findall(text)}
    days = [p for y in sorted({y + more for y in told for more in (-1, 0, 1)}) if (p := partial.period(y)) is not None]
    same_month = [p for p in days if _MONTH_TOLD.format(p) in text]
    if len(same_month) == 1:
        return same_month[0]
    past = [int(y) for y in _PAST_YEAR.findall(text)]
    if weekday is None or not past:
        return None
    number, last = weekday_number(weekday["day"]), max(past)
    for back, years in ((0, (0, 1, -1, -2)), (1, (0, 1))):
        near = (partial.period(last + more) for more in years if last + more + 1 >= min(past))
        found = next((d for d in near if d is not None and (d.first.weekday() - back) % 7 == number), None)
        if found is not None:
            return found
    return None
