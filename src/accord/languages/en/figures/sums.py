"""Sums of money outside trade: what is granted, lent or spent on something, what is owed, lost or charged."""

from __future__ import annotations

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.times import told_dates
from accord.languages.en.figures.whose import About, about_of, about_work, held_at, pair_of_sentence, thing_of
from accord.languages.en.figures.words import Figure, Page, aimed_at, counted, last_match, purpose_of
from accord.languages.en.figures.works import meant_work
from accord.languages.views import Mention

__all__ = ["sum_figure"]

_PRICE = 10_000  # a smaller sum is a price or a fare
_ACTORS = frozenset({"state", "organisation", "person", "office", "body"})


def sum_figure(page: Page, index: int, mention: Mention) -> Figure | None:
    """A sum as a cost where it is given or spent, else as a figure without a measure of its own."""
    line, span = page.lines[index], mention.span
    text, start, end = line.text, line.span.start, line.span.end
    states, spans = pair_of_sentence(page, index)
    built = counted("costing").search(text, start, span.start)
    if not states or (built is None and aimed_at(text, max(start, span.start - 70), span, end)):
        return None
    if counted("unsure").search(text, start, span.start):
        return None
    near = max(start, span.start - 80), min(end, span.end + 60)
    owed = last_match(counted("owed"), text, near[0], span.start) or counted("owed").search(text, span.end, near[1])
    spent = last_match(counted("spent"), text, near[0], span.start) or counted("spent").search(text, span.end, near[1])
    if counted("goods").search(text, start, span.start) and counted("trade").search(text, *near):
        return None
    if counted("rate").match(text, span.end, end) or (
        owed is not None and _nearer(owed.span(), spent and spent.span(), span)
    ):
        if owed is None and spent is None:
            return None
        figure = Figure("other", span, amount=mention, known=True)
        figure.about, figure.about_spans = about_of(page, index, mention)
        figure.period = held_at(page, index, mention)
        return figure
    if counted("trade").search(text, *near) or counted("taken_over").search(text, span.end, end):
        return None
    what = _what(page, index, mention)
    if spent is None and not what[0]:
        return None
    if mention.amount is None or mention.amount.value < _PRICE:
        return None
    figure = Figure("cost", Span(*spent.span()) if spent else span, amount=mention)
    figure.about, figure.about_spans = (*what[0], *states), (*what[1], *spans)
    figure.period = _budgeted(page, index)
    if not what[0]:
        figure.about, figure.about_spans = about_work(page, index, mention)
    return figure


def _what(page: Page, index: int, mention: Mention) -> About:
    """What a sum is for, with the work that "the new bridge" means; else the work or programme named with it."""
    line = page.lines[index]
    what, spans = purpose_of(line, mention)
    if what:
        meant = meant_work(page, index) if len(what[0].split()) < 4 and what[0].islower() else None
        return ((meant.name, *what), (*meant.spans, *spans)) if meant is not None else (what, spans)
    thing = thing_of(page, index, mention)
    if thing is not None:
        return (thing.name,), thing.spans
    named = counted("programme").match(line.text, line.span.start, mention.span.start)
    if named is None or any(m.span.overlaps(Span(*named.span("what"))) for m in page.here[index] if m.type in _ACTORS):
        return (), ()
    return (named["what"],), (Span(*named.span("what")),)


def _budgeted(page: Page, index: int) -> Mention | None:
    """The year or years that a sum is for: "in its budget for 2025", "in 2021-2027"."""
    line = page.lines[index]
    for when in told_dates(line):
        lead = line.text[max(line.span.start, when.span.start - 50) : when.span.end]
        lead = lead[: len(lead) - (when.span.end - when.span.start)]
        whole = when.attributes.get("preposition") in ("in", "for", "during") or counted("in_year").search(lead)
        years = when.period is not None and re.fullmatch(r"\d{4}(?:/\d{4})?", when.period.iso)
        if years and whole and not counted("begins").search(lead):
            return when
    return None


def _nearer(mine: tuple[int, int], theirs: tuple[int, int] | None, span: Span) -> bool:
    """Whether one word stands nearer to a sum than another."""

    def apart(where: tuple[int, int]) -> int:
        return span.start - where[1] if where[1] <= span.start else where[0] - span.end + 10

    return theirs is None or apart(mine) <= apart(theirs)
