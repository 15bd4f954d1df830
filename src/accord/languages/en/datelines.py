"""Whose house heads a page, and which city and day a report is dated from."""

from __future__ import annotations

from collections.abc import Sequence

from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["dateline", "day_of_writing", "letterhead", "over_years", "place_of_writing"]

_TOP = 6  # lines in which they stand
_HEADING = 80  # characters of a line that only names a house of state
_FACT = re.compile(r"[A-Z][\w -]{2,30}(?::| [–—-]) .*\b[a-z]{3,}")  # "Relations: established 9 May 1992"
_MONTH = 31  # days of a date that tells a day or a month
_MANY_YEARS = 4
_FEW = 2  # days that are no slip
_LONG = 365  # days after which what is told as done was not yet so
_NEAR = 40  # characters between a dateline's place and its day
_HOUSES = re.compile(
    r"\W*(?:office of the )?(?:presidency|ministry|government|embassy|cabinet|chancellery|parliament|national assembly|senate|prime minister's office)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\b(?!by\b|from\b|and\b)[a-z]{2,}\b")
_DATELINE = re.compile(r"\.?[ ]?(?:\([\w .&-]{2,30}\)[ ]?)?(?:--|[-–—:])[ ]")  # "LIMA (Wire) -"
_INTO = re.compile(r"\b(?:in|to|visit(?:s|ed|ing)?)(?: the)? $")
_ASIDE = re.compile(r"\b(?:sidelines?|margins)\b")


def letterhead(lines: Sequence[Line]) -> Mention | None:
    """The state whose presidency, ministry or embassy heads the page."""
    for line in lines[:_TOP]:
        if line.span.end - line.span.start < _HEADING and _HOUSES.match(line.text, line.span.start, line.span.end):
            first = next((m for m in line.at if m is not None and m.type == "state"), None)
            if first is not None and len(first.states) == 1 and not line.text.endswith(".", 0, line.span.end):
                return first
    return None


def dateline(lines: Sequence[Line]) -> Mention | None:
    """The capital or city that a report is dated from."""
    return _headed(lines)[1]


def place_of_writing(lines: Sequence[Line]) -> Mention | None:
    """The capital or city that a report is dated from, where that is at home."""
    line, place = _headed(lines)
    return None if line is None or place is None or _from_abroad(line, place) else place


def day_of_writing(lines: Sequence[Line]) -> Period | None:
    """The day that opens the text ("SKOPJE, 3 May 2025 (Wire) -"); a chronology has none."""
    for line in lines[:_TOP] if not any(line.entry for line in lines) else ():
        day = next((d for d in line.dates if d.period is not None), None)
        if day is not None and day.period is not None and day.span.start - line.span.start < _NEAR:
            if _FACT.match(line.text, line.span.start, day.span.start):
                continue
            exact = not day.period.length.days and not day.attributes.get("context")
            return day.period if exact and not _outlived(day.period, lines) else None
    return None


def _outlived(day: Period, lines: Sequence[Line]) -> bool:
    """Whether a page tells of several days that come long after one of its own."""
    days = (d.period for line in lines for d in line.dates if d.period is not None and not d.period.open)
    return len({p.first for p in days if p.length.days <= _MONTH and (p.first - day.last).days > _LONG}) >= _FEW


def over_years(lines: Sequence[Line]) -> bool:
    """Whether a page tells of days in many years, as those do that gather facts rather than tell news."""
    days = (d.period for line in lines for d in line.dates if d.period is not None and not d.period.open)
    return len({p.first.year for p in days if p.length.days <= _MONTH}) >= _MANY_YEARS


def _headed(lines: Sequence[Line]) -> tuple[Line, Mention] | tuple[None, None]:
    for line in lines[:_TOP]:
        first = next((m for m in line.at if m is not None and m.type in ("state", "place")), None)
        if line.kind == "item" or first is None or len(first.states) != 1 or first.form not in ("capital", "city"):
            continue
        if _WORDS.search(line.text, line.span.start, first.span.start):
            continue
        begins = first.span.start - line.span.start
        if begins < 3 and _DATELINE.match(line.text, first.span.end):
            return line, first
        day = next((d for d in line.dates if d.period is not None and d.span.start - first.span.end < _NEAR), None)
        if day is not None and begins < _NEAR:
            return line, first
    return None, None


def _from_abroad(line: Line, place: Mention) -> bool:
    """Whether a report says in which country its dateline lies, as those at home do not ("JAKARTA - ... in Indonesia"),
    or tells what was done aside of a gathering there."""
    named = (m for m in line.at if m is not None and m.type == "state" and m.states == place.states)
    told = any(
        m.form in ("name", "official") and _INTO.search(line.text, line.span.start, m.span.start) is not None
        for m in named
    )
    if told:
        return True
    other = any(m is not None and m.form in ("capital", "city") and m.states != place.states for m in line.at)
    return not other and _ASIDE.search(line.text, line.span.start, line.span.end) is not None
