"""Days of incidents: "overnight", "in the night from Thursday to Friday", "on 2 May, when"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Clause, Mention
from accord.values import Period

__all__ = ["both_days", "last_night", "right_before"]

_OVERNIGHT = re.compile(r"\b(?:overnight|during the night|in the night)\b", re.IGNORECASE)
_NIGHT = re.compile(r"\bnight (?:from|between|of) (?:the )?$")


def both_days(line: Line, day: Mention) -> Mention:
    """Both days of a night "from Thursday to Friday"."""
    for a in line.dates:
        b = next((d for d in line.dates if 0 < d.span.start - a.span.end <= 6), None)
        if b is None or day not in (a, b) or a.period is None or b.period is None or a.period.length.days:
            continue
        if _NIGHT.search(line.text[line.span.start : a.span.start]) and a.period.first < b.period.last:
            return a.but(period=Period.days(a.period.first, b.period.last), antecedents=(b.span,))
    return day


def last_night(line: Line, clause: Clause, today: Period) -> Clause:
    """The clause with its date where it tells of "overnight": from the day before publication to that day."""
    match = _OVERNIGHT.search(line.text, line.span.start, line.span.end)
    if match is None or today.first != today.last:
        return clause
    eve = today.first - timedelta(days=1)
    period = Period.days(eve, today.first)
    return replace(clause, when=Mention("date", Span(*match.span()), period=period))


def right_before(line: Line, at: int) -> Mention | None:
    """The date that a "when" at `at` follows ("the events of 2 May, when soldiers detained ...")."""
    return next((d for d in reversed(line.dates) if d.period and not d.period.open and 0 <= at - d.span.end <= 3), None)
