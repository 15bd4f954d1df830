"""Directions of trade that are told without a number: "imports were flat", "coal shipments fell"."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages.en.figures.anchors import anchors_in, bounds_of, cuts_in, remember_trade, sticky
from accord.languages.en.figures.flows import parties
from accord.languages.en.figures.goods import goods_of
from accord.languages.en.figures.times import is_base, told_dates
from accord.languages.en.figures.words import FLOWS, TRADE, Figure, Page, aimed_at, pattern

__all__ = ["trends"]

_TOLD = TRADE - {"trade-balance"}


def trends(page: Page, index: int) -> Iterator[Figure]:
    """ "Trade between A and B fell in 2024": a direction without a number, for states and a period that are named."""
    line = page.lines[index]
    anchors = [a for a in anchors_in(page, index) if a.measure in _TOLD] if line.dates else []
    if not anchors:
        return
    dates = [d for d in told_dates(line) if not is_base(line, d) and d.attributes.get("part") != "since"]
    if len(dates) != 1 or dates[0].period is None:
        return
    numbers = [m.span for m in line.amounts]
    cuts = cuts_in(line)
    for anchor in anchors:
        start, end = bounds_of(line, anchor.span, cuts)
        told = pattern("trend").match(line.text, anchor.span.end, end)
        if (
            told is None
            or any(start <= n.start < end for n in numbers)
            or aimed_at(line.text, start, Span(*told.span(str(told.lastgroup))), end)
        ):
            continue
        carried = sticky(page, index) or bool(numbers)
        got = parties(anchor.measure, page, index, anchor.span, (start, end), carried)
        if got is None:
            continue
        goods, where = goods_of(line, anchor.span, anchor.span, (start, end)) if anchor.measure in FLOWS else ("", None)
        if not numbers:
            remember_trade(page, index, anchor, got, dates[0])
        figure = Figure(anchor.measure, Span(anchor.span.start, told.end()), trend=str(told.lastgroup), period=dates[0])
        figure.about, figure.about_spans = got.states, got.spans
        figure.goods, figure.goods_spans = goods, (where,) if where else ()
        yield figure
        if not numbers:
            return
