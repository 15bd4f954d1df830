"""The words that name a measure of trade, and what a text keeps of them from sentence to sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.flows import Parties, parties
from accord.languages.en.figures.times import is_base, told_dates
from accord.languages.en.figures.words import FLOWS, TRADE, Anchor, Page, pattern, trade_words
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = [
    "Anchor",
    "anchors_in",
    "bounds_of",
    "cuts_in",
    "foreign_trade",
    "parts_in",
    "remember_topic",
    "remember_trade",
    "sticky",
]

_CUT = re.compile(r";|\b(?:while|whereas)\b|\bbut (?=[A-Z])")
_RELEASE = re.compile(
    r"\b(?:trade|exports?|imports?|statistics|bulletin|release|figures|customs|turnover|merchandise)\b", re.IGNORECASE
)
_YEAR = 366  # days
_WITH_IT = re.compile(
    r"(?: turnover| volume| value)? (?:with|between|to|from) (?:its|the|that|this|our|both) (?:[\w-]+ )?"
    r"(?:neighbou?r\w*|country|countries|nations?|republic|kingdom|island|states?|sides|partner)\b"
)
_NAMES = frozenset({"paper", "body", "organisation", "office", "event", "person", "project"})
_NAMED = frozenset({"person", "organisation", "office", "body", "project", "paper", "crossing"})
_NEAR = 3  # sentences that a topic of trade is carried on


@cache
def _anchor_patterns() -> tuple[re.Pattern, re.Pattern, re.Pattern]:
    """The words that name measures: all, those that begin with a word of their own, and the rest."""
    whole, own = (
        "|".join(rf"\b(?P<{name.replace('-', '_')}>{words})(?!\w)" for name, words in trade_words(led).items())
        for led in (True, False)
    )
    rest = rf"\b(?:{'|'.join(table('measures')['led'].values())})(?!\w)"
    return re.compile(whole, re.IGNORECASE), re.compile(own, re.IGNORECASE), re.compile(rest, re.IGNORECASE)


def anchors_in(page: Page, index: int) -> Sequence[Anchor]:
    """The words of a sentence that name measures, in their order."""
    if index not in page.anchors:
        page.anchors[index] = _anchors(page, index)
    return page.anchors[index]


def _anchors(page: Page, index: int) -> list[Anchor]:
    line = page.lines[index]
    start, end = line.span.start, line.span.end
    whole, own, rest = _anchor_patterns()
    told = list((whole if rest.search(line.text, start, end) else own).finditer(line.text, start, end))
    names = [m.span for m in page.here[index] if m.type in _NAMES] if told else []
    found: list[Anchor] = []
    for match in told:
        span, measure = Span(*match.span()), str(match.lastgroup).replace("_", "-")
        if measure != "other" and any(span.overlaps(n) for n in names):
            continue
        if (
            measure in TRADE
            and measure != "remittances"
            and pattern("worldwide").search(line.text, max(start, span.start - 24), span.start)
            and not _partnered(page, index, span)
        ):
            measure = "other"
        if measure == "trade-turnover" and pattern("of_firm").search(
            line.text, max(start, span.start - 60), span.start
        ):
            measure = "other"
        if (
            measure == "trade-turnover"
            and found
            and found[-1].measure == "trade-balance"
            and pattern("balance_in").fullmatch(line.text, found[-1].span.end, span.start)
        ):
            continue  # "the deficit in trade with Peru" is one measure
        found.append(Anchor(measure, span))
    return found


@cache
def _part_pattern() -> re.Pattern:
    return re.compile(
        r"(?:^|[;,:] |\b(?:and|but|while|whereas|with) )(?:(?:and|but|while|whereas|with|the|those of|that of|sales of|also|followed by|led by|then) )*"
        r"(?P<goods>(?:(?!(?:followed|led|then|by|of|to|from|in|into|with|for|at|on|an?|as|its|their|his|this|that|which|made|up|sold"
        r"|bought|exported|imported|shipped|were|was|are|is|has|had|said|more|less|all|most|no|not|per)\b)"
        rf"[A-Za-z’'-]+ (?:and )?){{0,3}}?(?:{pattern('goods').pattern}))(?: alone| in particular)?"
        rf"(?=,? (?:{pattern('sold_at').pattern})\b|: [\d$€£A-Z]| [\d$€£]| \([\d$€£A-Z])",
        re.IGNORECASE,
    )


def parts_in(page: Page, index: int, anchors: Sequence[Anchor], carried: bool) -> list[Anchor]:
    """The goods that go on a flow told before: "Exports to Peru rose 5%; wheat fell 12% to 40 million dollars"."""
    line = page.lines[index]
    flows = [a for a in anchors if a.measure in FLOWS]
    context = page.context
    found = []
    for match in _part_pattern().finditer(line.own):
        span = Span(line.span.start + match.start("goods"), line.span.start + match.end("goods"))
        before = [a for a in flows if a.span.end <= span.start]
        told = before[-1:] or ([] if context.measure in FLOWS and carried else flows[:1])
        measure = told[0].measure if told else context.measure
        if measure not in FLOWS or any(a.span.overlaps(span) for a in anchors):
            continue
        if before and line.text[before[-1].span.end : span.start].strip() in ("of", "of the", ","):
            continue
        if any(m.span.overlaps(span) and m.type in _NAMED for m in page.here[index]):
            continue
        found.append(Anchor(measure, span, True))
    return found


def part_of(line: Line, anchors: Sequence[Anchor], anchor: Anchor) -> tuple[str, Span | None] | None:
    """The goods that an anchor is, or that its clause has for subject ("cement was the leading export at ...")."""
    part = anchor if anchor.goods else None
    for other in anchors:
        if other.goods and other.span.end <= anchor.span.start and part is None:
            between = line.text[other.span.end : anchor.span.start]
            part = other if re.fullmatch(r" (?:was|were|remained|is) [^,;:]{0,60}", between) else None
    if part is None:
        return None
    words = line.text[part.span.start : part.span.end]
    return words if words[1:2].isupper() else words[0].lower() + words[1:], part.span


def _partnered(page: Page, index: int, span: Span) -> bool:
    """ "Total trade with Peru", "with its neighbour": a partner right behind makes it no state's whole trade."""
    text = page.lines[index].text
    return _WITH_IT.match(text, span.end) is not None or any(
        m.type == "state"
        and 0 < m.span.start - span.end < 30
        and re.search(r"\b(?:with|between|to|from) (?:the )?$", text[span.end : m.span.start])
        for m in page.here[index]
    )


def foreign_trade(page: Page, index: int) -> bool:
    """ "Its foreign trade turnover": whether a sentence tells one state's trade with all others."""
    line = page.lines[index]
    told = pattern("foreign_trade").finditer(line.text, line.span.start, line.span.end)
    return any(not _partnered(page, index, Span(*m.span())) for m in told)


def cuts_in(line: Line) -> list[tuple[int, int]]:
    """Where a sentence is parted: by semicolons and "while"."""
    return [match.span() for match in _CUT.finditer(line.text, line.span.start, line.span.end)]


def bounds_of(line: Line, span: Span, cuts: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The part of the sentence around a span, between its cuts."""
    start, end = line.span.start, line.span.end
    for cut, behind in cuts:
        if behind <= span.start:
            start = behind
        elif cut >= span.end:
            return start, cut
    return start, end


def sticky(page: Page, index: int) -> bool:
    """Whether the sentences just before speak of trade between states."""
    context = page.context
    return (
        bool(context.states)
        and (context.block == page.blocks[index] or index - context.at <= 2)
        and index - context.at <= _NEAR
    )


def remember_topic(page: Page, index: int) -> None:
    """Keep what a sentence without figures says of trade ("Trade with Malta has never been as high")."""
    found = [a for a in anchors_in(page, index) if a.measure in TRADE]
    line = page.lines[index]
    if not found:
        _titled(page, index)
        return
    anchor = found[0]
    if pattern("aim").search(line.text, line.span.start, line.span.end):
        return  # "Aims at 16 billion in 2030" dates no figure
    if line.kind in ("headline", "heading") or index < _NEAR:
        months = [d for d in line.dates if d.period is not None and 26 < d.period.length.days < _YEAR]
        if len(months) == 1 and line.text[line.span.end - 1] not in ".!?":
            page.context.main = months[0]
    got = parties(anchor.measure, page, index, anchor.span, (line.span.start, line.span.end), False)
    if got is not None:
        dates = [d for d in told_dates(line) if not is_base(line, d)]
        spans = [d for d in dates if d.period is not None and 26 < d.period.length.days <= _YEAR]
        remember_trade(page, index, anchor, got, spans[0] if len(spans) == len(dates) == 1 else None)


def _titled(page: Page, index: int) -> None:
    """ "Partner brief: Peru, January-June 2023": the months that a title sets over all figures of a report."""
    line = page.lines[index]
    if line.kind not in ("headline", "heading") or page.context.main is not None:
        return
    dates = [d for d in line.dates if d.period is not None and 26 < d.period.length.days < _YEAR]
    words = line.own
    statistics = any(d.period.length.days > 80 for d in dates if d.period) or _RELEASE.search(words)
    if len(dates) == 1 and statistics and "absolute" in (dates[0].attributes.get("form"), dates[0].form):
        page.context.main = dates[0]


def _year_back(period: Mention | None, told: Mention | None) -> bool:
    """Whether a period is that of the year before the one told last, which it is only compared with."""
    mine, last = period.period if period is not None else None, told.period if told is not None else None
    if mine is None or last is None or mine.open or last.open or abs((mine.length - last.length).days) > 3:
        return False
    return mine.first.year == last.first.year - 1 and mine.first.month == last.first.month


def remember_trade(page: Page, index: int, anchor: Anchor, got: Parties, period: Mention | None) -> None:
    context = page.context
    same = context.block == page.blocks[index]
    context.block, context.at, context.measure, context.words = page.blocks[index], index, anchor.measure, anchor.span
    context.states, context.state_spans = got.states, got.spans
    if not _year_back(period, context.period):
        context.period = period or (context.period if same else None)
    if period is None or period.period is None or period.period.length.days >= _YEAR:
        return
    last = context.main.period if context.main is not None else None
    if last is None or (context.main_at == index and last.last < period.period.last):
        context.main, context.main_at = period, index
