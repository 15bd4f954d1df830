"""Sums granted, lent, released or spent on what is no named work: "a grant of 4 million euros for mine clearance"."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.times import told_dates
from accord.languages.en.figures.words import Figure, Page, aimed_at, kind_of, last_match, pattern
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["grants"]

_REACH = 70  # characters between a sum and the word that says what it is
_YEARS = re.compile(r"\d{4}(?:/\d{4})?")


def grants(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """The sums of a sentence that are given for a purpose, or between the two states."""
    line = page.lines[index]
    for mention in line.amounts:
        if mention.span.start in taken or mention.type == "change" or kind_of(mention) != "money":
            continue
        words = _given(line, mention)
        if words is None or len(page.pair) < 2:
            continue
        purpose = _purpose(line, mention)
        states, spans = _states(page, index)
        if purpose is None and not states:
            continue
        if purpose is None and not any(m.type in ("state", "organisation", "group") for m in page.here[index]):
            continue
        taken.add(mention.span.start)
        name = (line.text[purpose.start : purpose.end],) if purpose else ()
        figure = Figure("cost", words, amount=mention, about=(*name, *states))
        figure.about_spans = (*([purpose] if purpose else []), *spans)
        figure.period = _held(line, mention)
        yield figure


def _held(line: Line, mention: Mention) -> Mention | None:
    """Since when, or in which year, a sum was given: "since 1971 ... 7 billion, including 219 million last year"."""
    dates = [d for d in told_dates(line) if d.period is not None]
    others = [m.span for m in line.amounts if m is not mention and m.type != "change"]
    since = [d for d in dates if d.attributes.get("part") == "since"]
    if len(since) == 1 and not any(since[0].span.end <= o.start < mention.span.start for o in others):
        return since[0] if not any(mention.span.end <= o.start < since[0].span.start for o in others) else None
    close = [d for d in dates if pattern("date_link").fullmatch(line.text, mention.span.end, d.span.start)]
    years = close or [d for d in dates if d.period is not None and _YEARS.fullmatch(d.period.iso)]
    return years[0] if len(years) == 1 else None


def _given(line: Line, mention: Mention) -> Span | None:
    """The words that make a sum one given or spent; none for what is asked, planned, fined or only possible."""
    text, start, end = line.text, line.span.start, line.span.end
    lead = max(start, mention.span.start - _REACH)
    if aimed_at(text, lead, mention.span, end) or pattern("offered").search(text, start, mention.span.start):
        return None
    if pattern("not_given").search(text, lead, min(end, mention.span.end + 30)):
        return None
    found = last_match(pattern("given"), text, lead, mention.span.start)
    found = found or pattern("given_after").match(text, mention.span.end, end)
    return Span(*found.span()) if found else None


def _purpose(line: Line, mention: Mention) -> Span | None:
    """What a sum is for, as a short noun phrase."""
    end = min(line.span.end, mention.span.end + 160)
    told = pattern("purpose").match(line.text, mention.span.end, end)
    if told is None:
        return None
    words = told["purpose"].rstrip()
    date = next(
        (d for d in line.dates if told.start("purpose") <= d.span.start < told.start("purpose") + len(words)), None
    )
    if date is not None:
        words = line.text[told.start("purpose") : date.span.start].rstrip(" (,")
        words = re.sub(r" (?:in|by|until|from|for|during|before|on)(?: the)?$", "", words)
    first = told.start("purpose")
    return Span(first, first + len(words)) if len(words.split()) > 0 and len(words) > 3 else None


def _states(page: Page, index: int) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The states of the pair that a sentence names, else both."""
    named = {m.states[0]: m.span for m in page.here[index] if m.type == "state" and len(m.states) == 1 and m.states[0]}
    if any(s not in page.pair[:2] for s in named):
        named = {s: span for s, span in named.items() if s in page.pair[:2]}
        return tuple(named), tuple(named.values())
    return page.pair[:2], page.pair_spans[:2]
