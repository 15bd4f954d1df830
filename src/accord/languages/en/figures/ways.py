"""Which way goods go that a sentence tells of in words of its own: exports or imports, and between whom."""

from __future__ import annotations

import re

from accord.document import Span
from accord.languages.en.figures.anchors import sticky
from accord.languages.en.figures.flows import Parties, parties
from accord.languages.en.figures.words import FLOWS, Page
from accord.languages.en.text.weights import notion
from accord.languages.views import Mention

__all__ = ["flow_of"]

_LEAD = re.compile(r"\b(?P<way>to|into|for|from|out of|in|at)(?: the| our| its| neighbou?ring)* ?$", re.IGNORECASE)
_GOAL, _SOURCE = frozenset({"to", "into", "for"}), frozenset({"from", "out of"})
_BACK = re.compile(
    r"\b(?:opposite|other|reverse|return) (?:direction|way)|\bin return\b|\bthe other way\b", re.IGNORECASE
)

Flow = tuple[str, Span, Parties]


def flow_of(page: Page, index: int, mention: Mention) -> Flow | None:
    """The measure of a flow, the words that tell it, and its states in order; none where its way is not told.

    The nearest word of selling or buying tells it, else where the goods go to or come from, else that they go the other
    way than those told before.
    """
    line = page.lines[index]
    bounds = (line.span.start, line.span.end)
    context = page.context
    back = _BACK.search(line.text, *bounds)
    if back is not None and context.measure in FLOWS and len(context.states) == 2:
        other = "imports" if context.measure == "exports" else "exports"
        return other, Span(*back.span()), Parties(context.states, (Span(*back.span()), *context.state_spans))
    words = _nearest(page, index, mention)
    if words is not None:
        measure = "exports" if notion(line.text[words.start : words.end].lower()) == "sell" else "imports"
        got = parties(measure, page, index, words, bounds, sticky(page, index))
        if got is not None:
            return measure, words, got
    return _by_place(page, index)


def _nearest(page: Page, index: int, mention: Mention) -> Span | None:
    """The word of selling or buying nearest to a number."""
    line = page.lines[index]
    told = [Span(t.start, t.end) for t in line.tokens if notion(t.low) in ("sell", "buy")]
    return min(told, key=lambda s: max(s.start - mention.span.end, mention.span.start - s.end), default=None)


def _by_place(page: Page, index: int) -> Flow | None:
    """ "Went to China", "came in from Armenia", "found buyers in Croatia"."""
    line = page.lines[index]
    states = [m for m in page.here[index] if m.type == "state" and len(m.states) == 1]
    led = []
    for state in states:
        lead = _LEAD.search(line.text, max(line.span.start, state.span.start - 24), state.span.start)
        led.append((lead["way"].lower() if lead else "", state))
    goal = next((s for way, s in led if way in _GOAL), None)
    source = next((s for way, s in led if way in _SOURCE), None)
    if goal is None and source is None:
        goal = next((s for way, s in led if way in ("in", "at")), None)
    owner = source if goal is not None else None
    owner = owner or next((s for way, s in led if not way and s is not goal and s is not source), None)
    measure, partner = ("exports", goal) if goal is not None else ("imports", source)
    if partner is None:
        return None
    first, span = (owner.states[0], owner.span) if owner is not None else _rest(page, partner.states[0])
    if not first or first == partner.states[0]:
        return None
    return measure, partner.span, Parties((first, partner.states[0]), (span, partner.span))


def _rest(page: Page, state: str) -> tuple[str, Span]:
    """The other state of the trade told before, or of the document's pair."""
    context = page.context
    if state in context.states and len(context.states) == 2:
        return next(s for s in context.states if s != state), context.state_spans[0]
    other, spans = page.other(state)
    return other, spans[0] if spans else Span(0, 0)
