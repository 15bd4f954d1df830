"""Runs of months that end with one that is named, and fiscal years: "the nine months to September", "the year ended
March 2025", "FY2023/24", "the 2024/25 season"."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.values.date_parts import (
    COUNT,
    DAY,
    MONTH,
    YEAR_DIGITS,
    YEAR_OF,
    Partial,
    Reading,
    count,
    month_number,
    span_of,
    year_of,
)
from accord.values import Period

__all__ = ["runs"]

_HINT = re.compile(r"months?|year|quarter|half|FY|fiscal|season", re.IGNORECASE)
_ENDED = (
    r"(?:[ ]period)?,?[ ](?:to|through|till|until|up[ ]to|end(?:ed|ing)(?:[ ](?:in|on))?)"
    r"(?:[ ](?:the[ ])?end(?:[ ]of|[ ]-)?|[ ]end)?[ -](?:of[ ])?"
)
_RUN = re.compile(
    rf"\b(?:the[ ])?(?:(?:first|last|past|latest)[ ])?(?:(?P<months>{COUNT}|1[0-2])[- ]months?(?:['’])?"
    r"|(?P<whole>(?:full[ ]|financial[ ]|fiscal[ ]|calendar[ ]|marketing[ ]|statistical[ ])?year)"
    r"|(?P<quarter>quarter)|(?P<half>half[- ]year|half))"
    rf"{_ENDED}(?:{DAY}[ ])?(?P<month>{MONTH})(?:[ ]{DAY}(?![ ]?\d))?{YEAR_OF}?"
)
_OF_THE_YEAR = re.compile(
    rf"\b(?:the[ ])?(?:first[ ])?(?P<months>{COUNT})[ -]months?[ ](?:of|in)[ ]the[ ](?:current[ ])?(?:calendar[ ])?year\b"
    r"(?![ ]\d)"
)
_FIRST_HALF = re.compile(
    r"\b(?:in|for|during|over|throughout)[ ](?P<run>the[ ](?P<which>first|second)[ ]half)"
    r"(?=[.,;:)]|[ ](?:and|from|against|compared|versus|on|was|were|alone|while|but|as)\b|$)"
)
_FISCAL = re.compile(
    r"(?<![\w/-])(?:the[ ])?(?P<kind>FY[ ]?|(?:fiscal|financial|budget|accounting)(?:[ ]years?)?[ ])['’]?"
    rf"(?P<y1>{YEAR_DIGITS}|\d\d)(?:[-–/](?P<y2>\d{{4}}|\d\d))?(?![\w/-])"
)
_FISCAL_AFTER = re.compile(
    rf"(?<![\w/-])(?:the[ ])?(?P<y1>{YEAR_DIGITS})[-–/](?P<y2>\d{{4}}|\d\d)[ ](?:fiscal|financial)[ ]year\b"
)


def runs(text: str, span: Span) -> Iterator[Reading]:
    """The readings of one sentence; they may overlap with others."""
    if not _HINT.search(text, span.start, span.end):
        return
    for match in _RUN.finditer(text, span.start, span.end):
        if (run := _run(match)) is not None:
            yield run
    for match in _OF_THE_YEAR.finditer(text, span.start, span.end):
        if 1 < count(match["months"]) < 12:
            yield Reading(match.start(), match.end(), "partial", partial=Partial((1, 0), (count(match["months"]), 0)))
    for match in _FIRST_HALF.finditer(text, span.start, span.end):
        partial = Partial((1, 0), (6, 0)) if match["which"] == "first" else Partial((7, 0), (12, 0))
        yield Reading(match.start("run"), match.end("run"), "partial", partial=partial)
    for pattern in (_FISCAL, _FISCAL_AFTER):
        for match in pattern.finditer(text, span.start, span.end):
            if (fiscal := _fiscal(match)) is not None:
                yield fiscal


def _run(match: re.Match[str]) -> Reading | None:
    """So many months up to and with the one that is named."""
    length = 12 if match["whole"] else 3 if match["quarter"] else 6 if match["half"] else count(match["months"])
    if not 1 < length <= 12:
        return None
    last = month_number(match["month"])
    first = (last - length) % 12 + 1
    year, shift = year_of(match)
    crosses = first > last
    if year is None:
        partial = Partial((first, 0), (last, 0), (shift - crosses) if shift is not None else None)
        return Reading(match.start(), match.end(), "partial", partial=partial)
    period = span_of(year - crosses, (first, 0), year, (last, 0))
    return None if period is None else Reading(match.start(), match.end(), "absolute", period)


def _fiscal(match: re.Match[str]) -> Reading | None:
    """A fiscal year; which months it has, its state tells (figures.times)."""
    first = int(match["y1"]) if len(match["y1"]) == 4 else 2000 + int(match["y1"])
    attributes = {"fiscal": True}
    if not match["y2"]:
        return Reading(match.start(), match.end(), "absolute", Period.year(first), attributes=attributes)
    last = int(match["y2"]) if len(match["y2"]) == 4 else first // 100 * 100 + int(match["y2"])
    if last != first + 1:
        return None
    return Reading(match.start(), match.end(), "absolute", Period.parse(f"{first}/{last}"), attributes=attributes)
