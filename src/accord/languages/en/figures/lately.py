"""Months of a year that is told neither beside them nor before: "trade in nine months came to", of the year that runs."""

from __future__ import annotations

from datetime import date

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.words import Page
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.date_parts import COUNT, count
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["with_months_so_far"]

_MONTHS = re.compile(
    rf"\b(?:in|over|during|for) (?P<run>(?:the )?(?:(?P<count>{COUNT})[ -]months?(?: period)?))\b"
    r"(?! (?:of|in|to|from|up|after|since|ago|earlier|later|before|and|or|ended|ending|through|into|that|which|at|each|last|this)\b|['’-])",
    re.IGNORECASE,
)
_TRADED = re.compile(
    r"\b(?:trade|turnover|exchange|exports?|imports?|exported|imported|sales|purchases|shipments?|shipped|deliver(?:y|ies|ed)|supplies"
    r"|supplied|transit|cargo|freight|transported|carried|visitors|tourists|passengers|arrivals|remittances|transfers|investments?|deficit"
    r"|surplus|crossed)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:will|would|shall|should|to be|expected|planned|plans?|must|ready)\b")
_SOON = 4  # months in which those that are over are still told without their year


def with_months_so_far(page: Page) -> None:
    """Put among the dates of a sentence of trade the months that it tells without their year."""
    if page.today is None:
        return
    for line in page.lines:
        if not line.amounts or not _TRADED.search(line.text, line.span.start, line.span.end):
            continue
        for match in _MONTHS.finditer(line.text, line.span.start, line.span.end):
            period = _so_far(count(match["count"]), page.today)
            if period is None or _TO_COME.search(line.text, line.span.start, line.span.end):
                continue
            _put(line, Span(*match.span("run")), period)


def _put(line: Line, span: Span, period: Period) -> None:
    beside = [d for d in line.dates if d.span.overlaps(span)]
    if any(d.period is not None for d in beside):
        return
    told = Mention("date", span, form="absolute", period=period)
    line.dates[:] = sorted([*(d for d in line.dates if d not in beside), told], key=lambda d: d.span)


def _so_far(months: int, today: date) -> Period | None:
    """The first so many months of the year, or of the year before where they are not over; none where that is long ago."""
    if not 2 < months < 12:
        return None
    year = today.year - (today.month <= months)
    if (today.year - year) * 12 + today.month - months > _SOON + (months > 8):
        return None
    return Period.parse(f"{year}-01/{year}-{months:02}")
