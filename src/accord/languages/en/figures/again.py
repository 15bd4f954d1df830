"""A number that says again what was counted just before: by another source, for another year."""

from __future__ import annotations

from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.whose import held_at
from accord.languages.en.figures.words import Figure, Page, counted, kind_of, pattern
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["again", "keep"]

_COUNTS = frozenset(
    "killed injured displaced population visitors incidents checkpoints other border-length capacity flights".split()
)
_PEOPLE = frozenset({"killed", "injured", "displaced", "population", "visitors"})


def keep(page: Page, index: int, figure: Figure) -> None:
    """Remember a count, for the numbers that go on with it."""
    if figure.measure in _COUNTS and figure.amount is not None:
        page.context.counted, page.context.counted_at = figure, index


def again(page: Page, index: int, mention: Mention) -> Figure | None:
    """ "the army put it at nine", "up from some 8,000 the year before", "last year 450 altogether"."""
    line, span, last = page.lines[index], mention.span, page.context.counted
    if last is None or last.amount is None or last.amount.amount is None or mention.amount is None:
        return None
    apart = index - page.context.counted_at
    if apart > 2 or not _alike(last, mention):
        return None
    before = line.span.start if apart else last.main.end
    if before > span.start:
        return None
    told = counted("again").search(line.text, before, span.start)
    linked = counted("once_more").search(line.text, max(before, span.start - 60), span.start)
    if told is None and (linked is None or apart > 1):
        return None
    if pattern("aim").search(line.text, before, span.start) and not told:
        return None
    period = _year_before(page, index, mention, last)
    period = period or held_at(page, index, mention, linked is not None and _based(linked[0]))
    if told is None and period is None:
        return None
    parallel = linked is not None and linked[0].startswith(";")
    if told is None and not parallel and last.period is not None and period is last.period:
        return None
    unit = "people" if last.measure in _PEOPLE else mention.amount.unit or last.amount.amount.unit
    amount = mention.but(amount=replace(mention.amount, unit=unit), antecedents=(last.amount.span,))
    figure = Figure(last.measure, span, amount=amount, period=period or (last.period if told else None), known=True)
    figure.about, figure.about_spans = last.about, last.about_spans
    figure.goods, figure.goods_spans = last.goods, last.goods_spans
    figure.of, figure.of_spans = last.of, last.of_spans
    return figure


def _year_before(page: Page, index: int, mention: Mention, last: Figure) -> Mention | None:
    """ "Down from 44,950 a year ago", after a figure of April: April of the year before."""
    line, told = page.lines[index], last.period
    words = pattern("year_before").match(line.text, mention.span.end, line.span.end)
    if words is None or told is None or told.period is None or told.period.open:
        return None
    iso = re.sub(r"\b\d{4}\b", lambda year: str(int(year[0]) - 1), told.period.iso)
    return told.but(span=Span(*words.span()), period=Period.parse(iso), antecedents=told.spans)


def _based(words: str) -> bool:
    return words.split()[0].lower().strip(";") in ("from", "against", "compared", "than", "versus", "up", "down")


def _alike(last: Figure, mention: Mention) -> bool:
    """Whether a number may count the same: bare, or with the same noun or unit."""
    assert last.amount is not None and last.amount.amount is not None
    noun = str(mention.attributes.get("noun", "")).lower()
    mine, theirs = kind_of(mention), kind_of(last.amount)
    if mine in ("none", "people"):
        known = str(last.amount.attributes.get("noun", "")).lower()
        return theirs in ("none", "people") and (
            not noun or noun == known or noun.startswith(("other", "all", "dead", "wounded", "injured"))
        )
    return mine == theirs and mine != "money"
