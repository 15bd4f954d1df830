"""The last reader of a sentence's figures: amounts with a unit that no other reader took, told by what stands beside them.

It needs no frame: in a text on two states most sums, weights, lengths, powers and shares are figures between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.whose import About, about_of, held_at, pair_of_sentence, thing_of
from accord.languages.en.figures.words import Figure, Page, aimed_at, between_states, counted, kind_of, pattern
from accord.languages.en.figures.works import is_distance, meant_work
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["last_figures", "of_one_state"]

_SILENT = frozenset({"headline", "heading", "row", "caption", "furniture", "title"})
_MOVABLE = frozenset({"weight", "volume", "energy", "power"})
_OWN = re.compile(r"(?:['’]s?)? (?:\w+ ){0,2}(?:exports|imports)")
_NEAR = 3  # sentences over which one state's trade with all the world is told
_SUM = 100_000  # a smaller one is a price, a fare or a fine
_GOODS = re.compile(
    r"(?: of)? (?P<goods>(?!of\b|to\b|from\b|in\b|on\b|and\b|or\b|a\b|an\b|the\b|per\b|each\b|every\b|worth\b|each\b|were\b"
    r"|was\b|by\b|last\b|this\b|went\b|into\b|for\b|at\b|over\b|through\b|over\b|more\b|less\b|it\b)[a-z][\w-]*"
    r"(?: (?!to\b|from\b|in\b|on\b|and\b|or\b|a\b|an\b|the\b|per\b|were\b|was\b|by\b|last\b|this\b|went\b|into\b|for\b|at\b"
    r"|through\b|over\b|via\b|left\b|that\b|which\b|with\b|has\b|had\b|have\b|is\b|are\b|each\b)[a-z][\w-]*){0,2})"
)


def last_figures(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """The figures that stand beside nothing that another reader knows."""
    line = page.lines[index]
    if line.kind in _SILENT or len(page.pair) < 2 or all(m.span.start in taken for m in line.amounts):
        return
    if not between_states(page):
        return
    if any(counted(key).search(line.text, line.span.start, line.span.end) for key in ("one_state", "home")):
        return
    last: Figure | None = None
    for mention in line.amounts:
        if mention.span.start in taken:
            continue
        if mention.type == "change":
            if last is not None and last.change is None and 0 < mention.span.start - last.main.end < 40:
                taken.add(mention.span.start)
                last.change = mention
            continue
        figure = _figure(page, index, mention)
        if figure is None:
            continue
        taken.add(mention.span.start)
        last = figure
        yield figure


def _figure(page: Page, index: int, mention: Mention) -> Figure | None:
    line, span, kind = page.lines[index], mention.span, kind_of(mention)
    text, start, end = line.text, line.span.start, line.span.end
    begin = max(start, span.start - 70)
    if mention.amount is None or kind in ("none", "people", "time", "other"):
        return None
    if aimed_at(text, begin, span, end) or counted("infinitive").search(text, begin, span.start):
        return None
    if counted("unsure").search(text, start, span.start) or pattern("raised_to").search(text, start, span.start):
        return None
    if pattern("not_a_figure").search(text, *_near(line, span)):
        return None
    if kind in _MOVABLE:
        return _moved(page, index, mention)
    if kind in ("km", "m"):
        return _length(page, index, mention, kind)
    if kind == "money":
        return _traded(page, index, mention)
    return _share(page, index, mention) if kind == "percent" else None


def _near(line: Line, span: Span) -> tuple[int, int]:
    return max(line.span.start, span.start - 50), min(line.span.end, span.end + 40)


def _moved(page: Page, index: int, mention: Mention) -> Figure | None:
    """What was sold, bought, carried or can be carried: the measure is told by the nearest such word."""
    line, kind = page.lines[index], kind_of(mention)
    measure = _way(line, mention.span, kind)
    if not measure:
        measure = "capacity" if kind == "power" else "other"
    about = _states(page, index) if measure in ("exports", "imports") else about_of(page, index, mention)
    if not about[0]:
        return None
    figure = _made(measure, mention, about, _when(page, index, mention) if measure != "capacity" else None)
    goods = _GOODS.match(line.text, mention.span.end, line.span.end)
    if goods is not None:
        figure.goods, figure.goods_spans = goods["goods"], (Span(*goods.span("goods")),)
    return figure


def _when(page: Page, index: int, mention: Mention) -> Mention | None:
    """When a figure held: a date of its sentence, else that of the figures of trade just before, else the title's."""
    found, context = held_at(page, index, mention), page.context
    line = page.lines[index]
    if found is not None or pattern("yearly").search(
        line.text, mention.span.end, min(line.span.end, mention.span.end + 50)
    ):
        return found
    if pattern("standing").search(line.text, line.span.start, line.span.end):
        return None
    near = index - context.at <= 2 or context.block == page.blocks[index]
    return (context.period if near else None) or context.main


def _way(line: Line, span: Span, kind: str) -> str:
    """ "exports" or "imports" by the nearest word of selling or buying; "other" by one of carrying."""
    if (sent := pattern("sent_to").match(line.text, span.end, line.span.end)) is not None:
        return "exports" if sent["to"] else "imports"
    best, found = 1 << 20, ""
    for key, measure in (
        ("carrying", "other"),
        ("selling", "exports"),
        ("buying", "imports"),
        ("turnover", "trade-turnover"),
        ("investing", "investment"),
    ):
        for match in pattern(key).finditer(line.text, line.span.start, line.span.end):
            if line.text[match.start()].isupper() and match.start() > line.span.start:
                continue  # in a name
            apart = span.start - match.end() if match.end() <= span.start else match.start() - span.end + 8
            if apart < best:
                best, found = apart, measure
    return found if best < (60 if kind == "money" else 120) else ""


def _states(page: Page, index: int) -> About:
    """The two states of a flow: the two that the sentence names, else the document's own."""
    named = {m.states[0]: m.span for m in page.here[index] if m.type == "state" and len(m.states) == 1}
    if len(named) == 2 and set(named) & set(page.pair[:2]):
        return tuple(named), tuple(named.values())
    return pair_of_sentence(page, index)


def _length(page: Page, index: int, mention: Mention, kind: str) -> Figure | None:
    """A length of the work that the sentence names or the text is about, of the border, or a distance."""
    line, span = page.lines[index], mention.span
    if re.match(r"-?\s?[A-Z]", line.text[span.end : span.end + 2]):
        return None  # "the 14-Mile Area"
    distant = is_distance(line, span) or re.match(
        r" on (?:each|either|both) sides?\b", line.text[span.end : span.end + 20]
    )
    moving = pattern("moving").search(line.text[max(line.span.start, span.start - 40) : span.start])
    thing = None if distant or moving else thing_of(page, index, mention) or meant_work(page, index)
    if thing is None and not (distant or moving) and pattern("stretch").search(line.text, *_near(line, span)):
        thing = page.context.project
    if thing is not None and thing.type in ("crossing", "gate"):
        thing = None
    if thing is not None and pattern("linear").search(line.text, *_near(line, span)):
        return _made("line-length", mention, ((thing.name,), thing.spans))
    about = pair_of_sentence(page, index)
    if kind == "m" or not about[0] or distant or moving:
        return None
    border = pattern("border").search(line.text, *_near(line, span)) and not pattern("fence").search(
        line.text, line.span.start, line.span.end
    )
    return _made("border-length", mention, about) if border else None


def _traded(page: Page, index: int, mention: Mention) -> Figure | None:
    """A sum of trade whose words the reader of trade does not know."""
    line, amount = page.lines[index], mention.amount
    assert amount is not None
    if amount.value < _SUM or not (amount.unit or "currency" in mention.attributes):
        return None
    measure = _way(line, mention.span, "money")
    near = any(m.type == "state" for m in page.here[index]) or index - page.context.at <= 2
    if measure in ("", "other") or not near or counted("owed").search(line.text, *_near(line, mention.span)):
        return None
    if of_one_state(page, index):
        return None
    about = _states(page, index)
    return _made(measure, mention, about, _when(page, index, mention)) if about[0] else None


def of_one_state(page: Page, index: int) -> bool:
    """ "Ghana's cocoa exports": one state's with all the world, as the sentence or those just before it tell."""
    states = [m for m in page.here[index] if m.type == "state"]
    if index - page.context.whole_at < _NEAR and len({m.states for m in states}) < 2:
        return True
    rest = page.lines[index].text[states[0].span.end : page.lines[index].span.end] if states else ""
    return len(states) == 1 and _OWN.match(rest) is not None


def _share(page: Page, index: int, mention: Mention) -> Figure | None:
    """ "Took 33.1 per cent of all exports": a share without a measure of its own."""
    line, span = page.lines[index], mention.span
    told = counted("share_of").match(line.text, span.end, line.span.end)
    if told is None and not pattern("levied").match(line.text, span.end, line.span.end):
        return None
    about = _states(page, index)
    if not about[0]:
        return None
    dealt = pattern("of_trade").search(line.text, line.span.start, line.span.end)
    figure = _made("other", mention, about, _when(page, index, mention) if dealt else held_at(page, index, mention))
    if told is not None:
        figure.goods, figure.goods_spans = told["what"], (Span(*told.span("what")),)
    return figure


def _made(measure: str, mention: Mention, about: About, period: Mention | None = None) -> Figure:
    figure = Figure(measure, mention.span, amount=mention, period=period, last=True)
    figure.about, figure.about_spans = about
    return figure
