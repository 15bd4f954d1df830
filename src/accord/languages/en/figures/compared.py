"""Sums of one sentence beside each other: what one is compared with, moved from, or another partner's."""

from __future__ import annotations

from collections.abc import Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.anchors import bounds_of
from accord.languages.en.figures.times import is_base, told_dates
from accord.languages.en.figures.words import Figure, Page, aimed_at, pattern
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["FROM", "WHOLE_YEAR", "compared", "moved", "party_between", "share_date", "told_year"]

FROM = re.compile(
    r"\b(?:rose|risen|rising|grew|grown|increased|climbed|jumped|went up|fell|fallen|falling|declined|decreased|dropped|narrowed"
    r"|widened|shrank|shrunk|slipped|swelled|up|down) from (?:the |an? |about |some )?$"
)
WHOLE_YEAR = re.compile(r"\b(?:the )?(?:full|whole|entire|current) year\b", re.IGNORECASE)
_TURN = re.compile(
    r"(?:,|;)? (?:and|but|while|versus|against)? ?(?:that |those |the (?:figure|one) )?(?P<part>with|to|from) (?:the )?$"
)
_TURNED = re.compile(
    r",? (?:(?:to|at|for|by|was|were|came|amounted|stood|worth|reached|totall?ed|accounted|it|hit) ){0,3}$"
)
_BEHIND = re.compile(r"[^.;]{0,60}?[,(–—-]+ ?[^,;.]{0,30}")


def compared(line: Line, found: Sequence[Figure], change: Mention, measure: str) -> Figure | None:
    """ "587 million, against 511 million a year earlier, a rise of 15%": the figure that the one before compares."""
    fresh = [f for f in found if f.measure == measure and f.amount is not None]
    if len(fresh) < 2 or fresh[-1].main.end > change.span.start:
        return None
    main, base = fresh[-2:]
    between = line.text[base.main.end : change.span.start]
    told = line.text[max(line.span.start, base.main.start - 40) : base.main.start]
    if main.change is not None or not pattern("based").search(told) or not _BEHIND.fullmatch(between):
        return None
    return main if not re.search(r"\b(?:while|whereas|but)\b", between) else None


def moved(line: Line, before: Figure, after: Figure) -> bool:
    """Date the first sum of "narrowed from 238 billion to 230 billion": the months of the second, a year before."""
    told = after.period.period if after.period is not None else None
    between = line.text[before.main.end : after.main.start]
    if told is None or told.open or after.period is None or before.measure != after.measure or between != " to ":
        return False
    if told.length.days > 366 or any(before.main.end < d.span.start for d in told_dates(line)):
        return False
    iso = re.sub(r"\b\d{4}\b", lambda y: str(int(y[0]) - 1), told.iso)
    before.period = after.period.but(period=Period.parse(iso), antecedents=after.period.spans)
    before.about, before.about_spans = after.about, after.about_spans
    return True


def party_between(page: Page, index: int, numbers: Sequence[Span], mention: Mention) -> Mention | None:
    """ "With Peru to 360 million and with Chile to 149 million": the party named between two sums, for the second."""
    text = page.lines[index].text
    start = max((s.end for s in numbers if s.end <= mention.span.start), default=mention.span.start)
    for state in page.here[index]:
        if state.type == "state" and len(state.states) == 1 and start <= state.span.start < mention.span.start:
            lead = _TURN.search(text, start, state.span.start)
            if lead is not None and _TURNED.fullmatch(text, state.span.end, mention.span.start):
                return state
    return None


def told_year(line: Line, date: Mention | None, told: Mention | None) -> Mention | None:
    """ "At the end of the year" in an account of 2024 is that of 2024."""
    if (
        date is None
        or told is None
        or told.period is None
        or not date.attributes.get("vague")
        or date.attributes.get("form") != "relative"
    ):
        return date
    if not line.text[date.span.start : date.span.end].lower().endswith("the year"):
        return date
    return date.but(period=Period.year(told.period.first.year), antecedents=told.spans)


def share_date(line: Line, found: Sequence[Figure]) -> None:
    """Give the figures without a period the one date of their sentence, where there is just one."""
    dates = [d for d in told_dates(line) if not is_base(line, d) and d.attributes.get("part") != "since"]
    dates = [d for d in dates if line.text[d.span.end : d.span.end + 2] != ": "]
    dates = [d for d in dates if not any(_own_date(line, f, d) for f in found)]
    if len(dates) == 1 and not aimed_at(line.text, line.span.start, dates[0].span, line.span.end):
        for figure in found:
            start, end = bounds_of(line, figure.main)
            if start <= dates[0].span.start < end:
                figure.period = figure.period or dates[0]


def _own_date(line: Line, figure: Figure, date: Mention) -> bool:
    """Whether a date is that of a figure which others are only compared with ("402, from 318 in 2023")."""
    start = max(line.span.start, figure.main.start - 40)
    return figure.period is date and bool(pattern("based").search(line.text, start, figure.main.start))
