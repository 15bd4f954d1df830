"""Figures without a measure of their own ("other"): tonnages moved, traffic, losses, troops of an exercise; and the
capital of a fund."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accord.document import Span
from accord.languages.en.figures.times import period_of
from accord.languages.en.figures.whose import gates_in
from accord.languages.en.figures.words import Figure, Page, aimed_at, kind_of, last_match, pattern
from accord.languages.en.figures.works import meant_work, works_named
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["traffic_figures"]

_MOVED = frozenset({"weight", "volume", "energy"})
_VEHICLES = frozenset({"containers", "teu", "wagons", "trucks", "lorries", "vehicles", "cars"})
_MANY = 1000  # vehicles below this are those of one day or one queue
_About = tuple[tuple[str, ...], tuple[Span, ...]]


def traffic_figures(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """What was moved over a route or between the two states, who took part, what a fund holds."""
    line = page.lines[index]
    last: Figure | None = None
    for mention in line.amounts:
        if mention.span.start in taken:
            continue
        figure = _moved(page, index, mention, last) or _troops(page, index, mention)
        figure = figure or _capital(page, index, mention)
        if figure is None:
            continue
        taken.add(mention.span.start)
        if figure.amount is None and last is not None and last.change is None and last.amount is not None:
            last.change = figure.change
            continue
        if last is not None and last.amount is None and _to_sum(line, last, mention):
            last.amount, last.measure = mention, last.measure if last.measure == "visitors" else figure.measure
            last.goods, last.goods_spans = last.goods or figure.goods, last.goods_spans or figure.goods_spans
            continue
        last = figure
        yield figure


def _to_sum(line: Line, last: Figure, mention: Mention) -> bool:
    """ "Grew by 22% in January-October and amounted to 1.9 million tonnes": the change and the sum are one figure."""
    return pattern("to_sum").fullmatch(line.text, last.main.end, mention.span.start) is not None


def _moved(page: Page, index: int, mention: Mention, last: Figure | None) -> Figure | None:
    """ "5.1 million tonnes of cargo moved on the canal in 2024, up from 4.6 million in 2023", "freight rose by 3%"."""
    line, text = page.lines[index], page.lines[index].text
    start, end = line.span.start, line.span.end
    near = text[max(start, mention.span.start - 60) : mention.span.start]
    if aimed_at(text, max(start, mention.span.start - 60), mention.span, end):
        return None
    numbers = [m.span for m in line.amounts if m is not mention]
    if mention.type == "change":
        words = last_match(pattern("freight"), text, start, mention.span.start)
        joined = last is not None and mention.span.start - last.main.end < 80
        if not joined and (words is None or not pattern("moves").fullmatch(text, words.end(), mention.span.start)):
            return None
        about, spans = _of_route(page, index, mention)
        told = Span(*words.span()) if words else mention.span
        period = period_of(line, mention.span, (start, end), numbers)
        goods = (words[0].lower(), (told,)) if words else ("", ())
        figure = _made(told, about, spans, period, goods, change=mention)
        if figure is not None and words is not None and pattern("travellers").search(words[0]):
            figure.measure, figure.goods, figure.goods_spans = "visitors", "", ()
        return figure
    based = bool(pattern("based").search(near))
    if last is not None and last.amount is not None and based and mention.type == "number":
        period = period_of(line, mention.span, (start, end), numbers, True)
        if period is None or mention.amount is None or last.amount.amount is None or mention.attributes.get("noun"):
            return None
        amount = mention.but(
            amount=replace(mention.amount, unit=last.amount.amount.unit), antecedents=(last.amount.span,)
        )
        return _made(last.words, last.about, last.about_spans, period, (last.goods, last.goods_spans), amount)
    if not _movable(mention) or pattern("capacity").search(near):
        return None
    words = pattern("freight").search(text, mention.span.end, min(end, mention.span.end + 60))
    words = last_match(pattern("moved_on"), text, start, mention.span.start) or words
    words = words or pattern("moved_on").search(text, mention.span.end, min(end, mention.span.end + 60))
    if words is None:
        return None
    about, spans = _of_route(page, index, mention)
    period = period_of(line, mention.span, (start, end), numbers, based)
    if period is None and (based or kind_of(mention) not in _MOVED):
        return None
    return _made(Span(*words.span()), about, spans, period, _goods(line, mention), mention)


def _movable(mention: Mention) -> bool:
    if mention.amount is None:
        return False
    many = mention.amount.value >= _MANY and str(mention.attributes.get("noun", "")).lower() in _VEHICLES
    return kind_of(mention) in _MOVED or many


def _made(
    words: Span,
    about: tuple[str, ...],
    spans: tuple[Span, ...],
    period: Mention | None,
    goods: tuple[str, tuple[Span, ...]],
    amount: Mention | None = None,
    change: Mention | None = None,
) -> Figure | None:
    if not about:
        return None
    figure = Figure("other", words, amount=amount, change=change, about=about, about_spans=spans, period=period)
    figure.goods, figure.goods_spans = goods
    return figure


def _goods(line: Line, mention: Mention) -> tuple[str, tuple[Span, ...]]:
    """What was moved: "tonnes of cargo", else the noun that was counted."""
    told = pattern("of_goods").match(line.text, mention.span.end, line.span.end)
    if told is not None:
        return told["goods"], (Span(*told.span("goods")),)
    noun = str(mention.attributes.get("noun", "")).lower()
    return (noun, (mention.span,)) if noun in _VEHICLES else ("", ())


def _of_route(page: Page, index: int, mention: Mention) -> _About:
    """The route that something moved over: one named in the sentence or meant by "the line", else the two states."""
    named = [*works_named(page, index), *gates_in(page, index)]
    before = [t for t in named if t.span.end <= mention.span.start]
    after = [t for t in named if 0 <= t.span.start - mention.span.end < 60]
    thing = max(before, key=lambda t: t.span.end) if before else after[0] if after else meant_work(page, index)
    states, spans = _pair(page, index)
    if thing is not None:
        return (thing.name, *states), (*thing.spans, *spans)
    return states, spans


def _pair(page: Page, index: int) -> _About:
    """The document's two states, unless the sentence names others only or one of them alone."""
    states = {s for m in page.here[index] if m.type == "state" for s in m.states}
    if len(page.pair) < 2 or states - set(page.pair[:2]) or len(states) == 1:
        return (), ()
    return page.pair[:2], page.pair_spans[:2]


def _troops(page: Page, index: int, mention: Mention) -> Figure | None:
    """ "The exercise will be held with 2,300 soldiers"."""
    line = page.lines[index]
    noun = str(mention.attributes.get("noun", "")).lower()
    if noun not in ("soldiers", "troops", "servicemen", "personnel") or len(page.pair) < 2:
        return None
    drill = last_match(pattern("exercise"), line.text, line.span.start, mention.span.start)
    if drill is None or not pattern("taking_part").search(line.text, drill.end(), mention.span.start):
        return None
    figure = _made(mention.span, page.pair[:2], page.pair_spans[:2], None, ("", ()), mention)
    event = next((m for m in page.here[index] if m.type == "event" and m.span.start <= mention.span.start), None)
    if figure is not None:
        figure.of, figure.of_spans = (event.name, event.spans) if event else (drill[0], (Span(*drill.span()),))
    return figure


def _capital(page: Page, index: int, mention: Mention) -> Figure | None:
    """ "The Chilean-Peruvian Fund, whose capital is $300 million"."""
    line = page.lines[index]
    if kind_of(mention) != "money":
        return None
    start = max(line.span.start, mention.span.start - 110)
    told = last_match(pattern("fund_capital"), line.text, start, mention.span.start)
    if told is None or told.end() != mention.span.start:
        return None
    figure = Figure("investment", Span(*told.span("words")), amount=mention, about=(told["fund"],))
    figure.about_spans = (Span(*told.span("fund")),)
    return figure
