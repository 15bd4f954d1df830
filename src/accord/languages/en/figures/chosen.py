"""The measure of each number of a sentence, chosen among all: what its reader says beside what its words weigh.

A reader that knows a frame ("exports to Peru came to") speaks with more weight than one that takes what is left over; a
number that no reader took becomes a figure where its words speak clearly for a measure, and one whose words speak
clearly against any is left out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from accord.document import Span
from accord.languages.en.figures.anchors import Anchor, remember_trade, sticky
from accord.languages.en.figures.evidence import FLOW, NONE, evidence
from accord.languages.en.figures.flows import Parties, parties
from accord.languages.en.figures.goods import goods_of
from accord.languages.en.figures.last import of_one_state
from accord.languages.en.figures.priced import of_what
from accord.languages.en.figures.ways import flow_of
from accord.languages.en.figures.whose import (
    About,
    about_of,
    about_work,
    held_at,
    pair_of_sentence,
    year_before_it,
)
from accord.languages.en.figures.words import (
    FLOWS,
    Figure,
    Page,
    aimed_at,
    between_states,
    counted,
    kind_of,
    pattern,
    purpose_of,
    with_unit,
)
from accord.languages.en.figures.works import is_distance
from accord.languages.en.text.weights import notion, weighed
from accord.languages.views import Mention

__all__ = ["chosen"]

_SILENT = frozenset({"headline", "heading", "row", "caption", "furniture", "title"})
# What a reader's word adds, of a frame, of a measure named by its own words and of the rest,
# to the log odds of its measure, and the silence of all to those of none; weighed on texts that no
# rule was written from.
_FRAME, _NAMED, _REST, _SILENCE = 6.0, 4.0, 1.0, 0.4
_PRICE = 10_000  # a smaller sum is a price or a fare
_SURE = 0.45  # least probability of a figure that no reader took
_OF_WORKS = frozenset({"line-length", "voltage", "capacity", "generation", "duration"})
_CATCH_ALL = frozenset({"other", "cost"})  # what a reader of the rest says that knows no better
_BY_READERS = frozenset({"killed", "injured"})  # who the victims are is beyond weighing
_PEOPLE = frozenset({"displaced", "population", "visitors"})
_MONEY = frozenset({"trade-turnover", "trade-balance", "investment"})
# The measures that a kind of unit can be of; all others by any.
_FIT = {
    kind: frozenset((NONE, "other", *measures.split()))
    for kind, measures in {
        "money": "flow trade-turnover trade-balance investment cost",
        "kV": "voltage",
        "km": "line-length border-length border-delimited border-disputed",
        "m": "line-length border-length border-delimited border-disputed",
        "area": "border-disputed border-delimited",
        "weight": "flow capacity generation trade-turnover",
        "volume": "flow capacity generation",
        "energy": "flow generation capacity",
        "power": "capacity flow generation",
        "time": "duration",
        "percent": "flow border-delimited trade-turnover trade-balance",
        "people": "population visitors displaced killed injured incidents capacity",
        "none": "agreements visits incidents checkpoints visitors flights population displaced killed injured capacity flow",
    }.items()
}
_MOVED = frozenset({"money", "weight", "volume", "energy", "none"})


def chosen(page: Page, index: int, framed: Sequence[Figure], rest: Sequence[Figure], taken: set[int]) -> list[Figure]:
    """The figures of a sentence: those of the readers, told anew, left out or left as they are, and those that none took."""
    line = page.lines[index]
    found = []
    for known, figures in ((_FRAME, framed), (_REST, rest)):
        for figure in figures:
            named = _NAMED if figure.measure not in _CATCH_ALL else known
            strength = _FRAME if figure.known else max(known, named)
            told = _again(page, index, figure, strength)
            if told is not None:
                found.append(told)
    held = {m.span.start for f in (*framed, *rest) for m in (f.amount, f.change) if m is not None}
    free = [m for m in line.amounts if m.type != "change" and m.span.start not in taken and m.span.start not in held]
    if free and _may_tell(page, index):
        found += [f for m in free if (f := _new(page, index, m)) is not None]
    return [of_what(page, index, figure) for figure in found]


def _may_tell(page: Page, index: int) -> bool:
    """Whether the numbers of a sentence that no reader took may be figures between two states."""
    line = page.lines[index]
    if line.kind in _SILENT or len(page.pair) < 2 or not (between_states(page) or _names_both(page, index)):
        return False
    return not any(counted(key).search(line.text, line.span.start, line.span.end) for key in ("one_state", "home"))


def _names_both(page: Page, index: int) -> bool:
    """Whether a sentence names both states of the document's pair."""
    return set(page.pair[:2]) <= {s for m in page.here[index] if m.type == "state" for s in m.states}


def _best(page: Page, index: int, mention: Mention, told: str, strength: float) -> tuple[str, float]:
    """The likeliest measure of a number for which a reader says `told`, and its probability."""
    mine, fit = FLOW if told in FLOWS else told, _FIT.get(kind_of(mention))
    odds = {
        m: p
        for m, p in weighed(evidence(page, index, mention), "weights").items()
        if fit is None or m in fit or m == mine
    }
    weighted = {m: p * (math.exp(strength) if m == mine else 1.0) for m, p in odds.items()}
    whole, best = sum(weighted.values()), max(weighted, key=lambda m: weighted[m])
    return best, weighted[best] / whole


def _again(page: Page, index: int, figure: Figure, strength: float) -> Figure | None:
    """A reader's figure under the measure that is likeliest; none where it is none."""
    told = FLOW if figure.measure in FLOWS else figure.measure
    if figure.amount is None or figure.status != "reported" or figure.measure in _BY_READERS:
        return figure
    best, _ = _best(page, index, figure.amount, figure.measure, strength)
    if best == told or best in _BY_READERS:
        return figure
    if best == NONE:
        return None if figure.measure in _CATCH_ALL and strength < _FRAME else figure
    fresh = _made(page, index, figure.amount, best)
    if fresh is None:
        return figure
    fresh.change, fresh.period = figure.change, figure.period or fresh.period
    return fresh


def _new(page: Page, index: int, mention: Mention) -> Figure | None:
    """A number that no reader took, where its words speak clearly for a measure and it is neither aimed at nor denied."""
    line, span = page.lines[index], mention.span
    text, start, end = line.text, line.span.start, line.span.end
    near = max(start, span.start - 70), min(end, span.end + 40)
    assert mention.amount is not None
    if (kind_of(mention) == "money" and mention.amount.value < _PRICE) or aimed_at(text, near[0], span, end):
        return None
    if is_distance(line, span):
        return None
    if pattern("based").search(text, near[0], span.start) or _with_all(page, index, span):
        return None
    if counted("unsure").search(text, start, span.start) or pattern("not_a_figure").search(text, *near):
        return None
    best, chance = _best(page, index, mention, NONE, _SILENCE)
    if best == NONE or best in _BY_READERS or chance < _SURE:
        return None
    return _made(page, index, mention, best)


def _with_all(page: Page, index: int, span: Span) -> bool:
    """Whether the words of trade before a number are of trade with all the world ("total exports")."""
    line = page.lines[index]
    told = [t for t in line.tokens if t.end <= span.start and notion(t.low) in ("sell", "buy", "trade")]
    return any(pattern("worldwide").search(line.text, max(line.span.start, t.start - 24), t.start) for t in told)


def _made(page: Page, index: int, mention: Mention, measure: str) -> Figure | None:
    """A figure of a measure: whom it is about, when it held, which goods."""
    mention = _in_money(page, index, mention) if measure in (*_MONEY, FLOW, "cost") else mention
    kind = kind_of(mention)
    if measure == FLOW:
        return _flow(page, index, mention) if kind in _MOVED else None
    if measure in _MONEY or measure == "cost":
        if kind != "money":
            return None
        return _traded(page, index, mention, measure) if measure in _MONEY else _cost(page, index, mention)
    about = _about(page, index, mention, measure)
    if not about[0]:
        return None
    if measure in _PEOPLE and mention.amount is not None:
        mention = mention.but(
            amount=type(mention.amount)(
                mention.amount.value, "people", mention.amount.comparison, mention.amount.low, mention.amount.high
            )
        )
    figure = Figure(measure, mention.span, amount=mention, last=True)
    figure.about, figure.about_spans = about
    figure.period = None if measure in _OF_WORKS or measure == "checkpoints" else held_at(page, index, mention)
    noun = str(mention.attributes.get("noun", ""))
    at = page.lines[index].text.find(noun, mention.span.end, mention.span.end + 60) if noun else -1
    if measure == "other" and at >= 0:
        figure.goods, figure.goods_spans = noun, (Span(at, at + len(noun)),)
    return figure


def _in_money(page: Page, index: int, mention: Mention) -> Mention:
    """ "Imports: 19.2 million" in a text that has told a currency just before."""
    context = page.context
    if mention.type == "number" and not mention.attributes.get("noun") and index - context.money_at <= 2:
        return with_unit(mention, context.money)
    return mention


def _about(page: Page, index: int, mention: Mention, measure: str) -> About:
    if measure in _OF_WORKS:
        about = about_work(page, index, mention)
        return about if about[0] != page.pair[:2] else ((), ())
    return pair_of_sentence(page, index) if measure != "other" else about_of(page, index, mention)


def _flow(page: Page, index: int, mention: Mention) -> Figure | None:
    told = None if of_one_state(page, index) else flow_of(page, index, mention)
    if told is None:
        return None
    measure, words, got = told
    line = page.lines[index]
    if kind_of(mention) != "money" and pattern("relief").search(line.text, line.span.start, line.span.end):
        measure = "other"  # what is given is not sold
    figure = Figure(measure, words, amount=mention, about=got.states, about_spans=got.spans, last=True)
    goods, span = goods_of(line, words, mention.span, (line.span.start, line.span.end))
    figure.goods, figure.goods_spans = goods, (span,) if span else ()
    figure.period = _when(page, index, mention)
    remember_trade(page, index, Anchor(measure, words), got, figure.period)
    return figure


def _traded(page: Page, index: int, mention: Mention, measure: str) -> Figure | None:
    line = page.lines[index]
    if of_one_state(page, index):
        return None
    wanted = {"trade-turnover": ("trade",), "trade-balance": ("balance",), "investment": ("invest",)}[measure]
    words = next((Span(t.start, t.end) for t in line.tokens if notion(t.low) in wanted), mention.span)
    got = parties(measure, page, index, words, (line.span.start, line.span.end), sticky(page, index))
    if got is None:
        states, spans = pair_of_sentence(page, index)
        got = Parties(states, spans) if len(states) == 2 else None
    if got is None:
        return None
    figure = Figure(measure, words, amount=mention, about=got.states, about_spans=got.spans, last=True)
    figure.period = _when(page, index, mention)
    remember_trade(page, index, Anchor(measure, words), got, figure.period)
    return figure


def _cost(page: Page, index: int, mention: Mention) -> Figure | None:
    """A sum with what it is for, else the work that the sentence names or means, and the two states."""
    states, spans = pair_of_sentence(page, index)
    what, where = purpose_of(page.lines[index], mention)
    if not what and states:
        what, where = about_work(page, index, mention)
    if not (what or states):
        return None
    figure = Figure("cost", mention.span, amount=mention, last=True)
    figure.about = tuple(dict.fromkeys((*what, *states)))
    figure.about_spans = (*where, *spans)
    return figure


def _when(page: Page, index: int, mention: Mention) -> Mention | None:
    """When a figure of trade held: a date of its sentence, else that of the trade told just before, else the title's."""
    found, context, line = held_at(page, index, mention), page.context, page.lines[index]
    end = min(line.span.end, mention.span.end + 50)
    if found is not None or pattern("yearly").search(line.text, mention.span.end, end):
        return found
    if pattern("standing").search(line.text, line.span.start, line.span.end):
        return None
    near = index - context.at <= 2 or context.block == page.blocks[index]
    return (context.period if near else None) or context.main or year_before_it(page, index)
