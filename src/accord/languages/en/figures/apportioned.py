"""Sums told in a row that go with other words told in a row: "exports and imports stood at 9.4 and 8.1 billion,
respectively", "in 2022 and 2023 ... 2.1 and 2.4 billion, respectively"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.anchors import Anchor, anchors_in
from accord.languages.en.figures.times import is_base, told_dates
from accord.languages.en.figures.words import TRADE, Figure, Page, last_match
from accord.languages.views import Mention

__all__ = ["apportion"]

_RESPECTIVELY = re.compile(r"\b(?:respectively|correspondingly)\b", re.IGNORECASE)
_LINK = re.compile(r"(?:,| ?/|,? and|,? &)(?: (?:to|at|by|of|with|about|some|nearly|over|more than))* ?")
_TAIL = re.compile(r"(?: (?:year[- ]on[- ]year|each))?(?:,? (?:in|during|over|for|as of|by|at) [^;.$€£]{3,60})?[,(]? ?")
_BESIDE = re.compile(r"(?:,|,? and|,? &| to and)(?: (?:the|its|their|to|from|with|in|of|total|for))* ")
_BOTH = re.compile(r"\b(?P<one>exports?|imports?) and (?:its |their |the )?(?P<two>exports?|imports?)\b", re.IGNORECASE)
_NEAR = 200  # characters between the rows


def apportion(page: Page, index: int, figures: Sequence[Figure]) -> None:
    """Give each figure of a row its own measure, partner or period, where a row of as many stands before it."""
    line = page.lines[index]
    for word in _RESPECTIVELY.finditer(line.text, line.span.start, line.span.end):
        row = _row(page, index, figures, word.start(), word.end())
        if len(row) < 2:
            continue
        start, end = max(line.span.start, row[0].main.start - _NEAR), row[0].main.start
        _by_measure(page, index, row, start, end)
        if not _by_partner(page, index, row, start, end):
            _by_date(page, index, row, start, end)


def _row(page: Page, index: int, figures: Sequence[Figure], end: int, after: int) -> list[Figure]:
    """The figures that stand in a row right before the word, or right behind it."""
    text = page.lines[index].text
    told = sorted((f for f in figures if f.amount or f.change), key=lambda f: f.main)
    behind = [f for f in told if f.main.start >= after]
    if behind and behind[0].main.start - after < 4:
        row, told = [behind[0]], behind[1:]
        while told and _LINK.fullmatch(text, row[-1].main.end, told[0].main.start):
            row.append(told.pop(0))
        return row
    told = [f for f in told if f.main.end <= end]
    row = []
    while told and (_LINK if row else _TAIL).fullmatch(text, told[-1].main.end, row[0].main.start if row else end):
        row.insert(0, told.pop())
    return row


def _by_measure(page: Page, index: int, row: Sequence[Figure], start: int, end: int) -> None:
    """ "Its exports to and imports from Peru": measures told in a row, in the order of the sums."""
    text = page.lines[index].text
    anchors = [a for a in anchors_in(page, index) if a.measure in TRADE and start <= a.span.start < end]
    if (both := last_match(_BOTH, text, start, end)) is not None:
        anchors = [Anchor(both[g].lower().rstrip("s") + "s", Span(*both.span(g))) for g in ("one", "two")]
    anchors = anchors[-len(row) :]
    if len({a.measure for a in anchors}) < len(row) or "," in text[anchors[-1].span.end : end].rstrip(" ,"):
        return
    if not all(" and" in text[a.span.end : b.span.start] for a, b in itertools.pairwise(anchors)):
        return
    for figure, anchor in zip(row, anchors, strict=True):
        figure.measure, figure.words = anchor.measure, anchor.span


def _by_partner(page: Page, index: int, row: Sequence[Figure], start: int, end: int) -> bool:
    """ "To Peru and Chile": partners told in a row, besides the state whose trade it is."""
    states = [m for m in page.here[index] if m.type == "state" and len(m.states) == 1 and start <= m.span.start < end]
    states = states[-len(row) :]
    if len(states) < len(row) or len({s.states for s in states}) < len(row):
        return False
    text = page.lines[index].text
    if not all(_BESIDE.fullmatch(text, a.span.end, b.span.start) for a, b in itertools.pairwise(states)):
        return False
    if text[: states[0].span.start].endswith(("between ", "both ")):
        return False
    named = {s.states[0] for s in states}
    own = next((a for f in row for a in f.about if a not in named), "") or page.other(states[0].states[0])[0]
    if not own or own in named:
        return False
    for figure, state in zip(row, states, strict=True):
        first = figure.about[:1] == (own,) or own not in figure.about
        figure.about = (own, state.states[0]) if first else (state.states[0], own)
        figure.about_spans = (*figure.about_spans, state.span)
    return True


def _by_date(page: Page, index: int, row: Sequence[Figure], start: int, end: int) -> None:
    """ "In 2022 and 2023", or the dates of two sums told before: as many as there are sums."""
    line = page.lines[index]
    stop = max(end, row[-1].main.end)
    whole = Span(line.span.start, line.span.end)
    dates = [d for d in told_dates(line) if d.span in whole and d.period is not None]
    fresh: list[Mention] = [d for d in dates if start <= d.span.start < end and d.period is not None]
    behind = [d for d in dates if d.span.start >= stop and not is_base(line, d)]
    for told in (behind, fresh):
        if len(told) == len(row) and len({d.period.iso for d in told if d.period}) == len(row):
            for figure, date in zip(row, told, strict=True):
                figure.period = date
            return
