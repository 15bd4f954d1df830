"""Figures of borders: how long they are, how much of them is delimited, how much disputed."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.times import period_of
from accord.languages.en.figures.words import Figure, Page, kind_of, last_match, pattern
from accord.languages.views import Mention

__all__ = ["border_figures"]

_PART_OF_IT = re.compile(r"[^,;.]{0,16}, (?:[\w-]+ ){0,5}of (?:which|it|this)\b")
_PART = re.compile(r"(?: ?km| kilomet(?:re|er)s)? (?:out )?of (?:the |a total of |some |about |its |their )?\d")
_TOLD_ANEW = re.compile(r"[^,;.]{0,12},? or (?:about |some |nearly |almost |roughly |over )?")


def border_figures(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """Kilometres and shares of the border between two states."""
    line = page.lines[index]
    text, start, end = line.text, line.span.start, line.span.end
    numbers = [
        m for m in line.amounts if m.type == "amount" and kind_of(m) in ("km", "percent") and m.span.start not in taken
    ]
    if not numbers:
        return
    words = pattern("border").search(text, start, end)
    words = words or _of_border(page, index) or pattern("they_share").search(text, start, end)
    words = words or _separating(page, index) or _parted(page, index)
    if not words and not (page.context.count == "border" and index - page.context.at <= 2):
        return
    about, spans = _neighbours(page, index)
    if len(about) < 2:
        return
    for n, mention in enumerate(numbers):
        anew = len(numbers) > n + 1 and _TOLD_ANEW.fullmatch(text, mention.span.end, numbers[n + 1].span.start)
        later = (m for m in numbers[n + 1 + bool(anew) :] if not _modifies(text, m.span, kind_of(m)))
        stop = next((m.span.start for m in later if not _whole(text, mention.span.end, m.span)), end)
        before = numbers[n - 1].span.end if n else start
        measure, where = _border_measure(text, mention, before, stop, kind_of(mention))
        fence = pattern("barrier").search(text, before, mention.span.start) if kind_of(mention) == "km" else None
        if fence is not None:
            taken.add(mention.span.start)
            what = Span(*fence.span("what"))
            yield Figure("line-length", what, amount=mention, about=(fence["what"],), about_spans=(what,))
        elif measure:
            taken.add(mention.span.start)
            page.context.count, page.context.at = "border", index
            period = (
                period_of(line, mention.span, (start, end), [m.span for m in line.amounts])
                if measure != "border-length"
                else None
            )
            yield Figure(measure, where, amount=mention, about=about, about_spans=spans, period=period)


def _separating(page: Page, index: int) -> re.Match[str] | None:
    """ "The Danube separates Romania and Bulgaria over some 470 kilometres"."""
    line = page.lines[index]
    length = next((m for m in line.amounts if kind_of(m) == "km"), None)
    if length is None:
        return None
    return pattern("bordering").search(line.text, line.span.start, length.span.start) or pattern("of_line").search(
        line.text, length.span.start, line.span.end
    )


def _parted(page: Page, index: int) -> re.Match[str] | None:
    """ "Delimitation so far: 314 of 480 km", "Of the 535 km that divide the two, 86 percent carries markers"."""
    line = page.lines[index]
    lengths = [m for m in line.amounts if kind_of(m) == "km"]
    if not any(_whole(line.text, line.span.start, m.span) for m in lengths):
        return None
    return pattern("delimiting").search(line.text, line.span.start, line.span.end)


def _of_border(page: Page, index: int) -> re.Match[str] | None:
    """ "A stretch of 43 km remains undemarcated", where the sentence before is about the border."""
    line = page.lines[index]
    word = pattern("disputed").search(line.text, line.span.start, line.span.end)
    if word is None or not index:
        return None
    before = page.lines[index - 1]
    return word if pattern("border").search(before.text, before.span.start, before.span.end) else None


def _border_measure(text: str, mention: Mention, before: int, stop: int, kind: str) -> tuple[str, Span]:
    """Which figure of a border a number is, by the words up to the next number, then by those before it."""
    span = mention.span
    if _modifies(text, span, kind) or (kind == "km" and _whole(text, before, span)):
        return "border-length", span
    if kind == "km":
        if told := pattern("runs_for").search(text, max(before, span.start - 90), span.start):
            return "border-length", Span(*told.span())
        told = pattern("bordering").search(text, before, span.start) or pattern("they_share").match(
            text, span.start, stop
        )
        if told is not None:
            return "border-length", Span(*told.span())
    if kind == "km" and _PART_OF_IT.match(text, span.end, stop):
        return "border-length", span
    inside = text.rfind("(", before, span.start) > text.rfind(")", before, span.start)
    closing = text.find(")", span.end, stop) if inside else -1
    stop = closing if closing >= 0 else stop  # what is told after a parenthesis is not told of the figures in it
    disputed, delimited = (
        pattern("disputed").search(text, span.end, stop),
        pattern("delimited").search(text, span.end, stop),
    )
    if disputed and (not delimited or disputed.start() <= delimited.start()):
        return "border-disputed", Span(*disputed.span())
    if delimited:
        return "border-delimited", Span(*delimited.span())
    earlier = pattern("delimited").search(text, max(before, span.start - 60), span.start)
    part = _PART.match(text, span.end) is not None and pattern("delimiting").search(text, before, span.start)
    if part:
        return "border-delimited", Span(*part.span())
    if (late := pattern("disputed").search(text, max(before, span.start - 60), span.start)) is not None:
        return "border-disputed", Span(*late.span())
    if earlier:
        return "border-delimited", Span(*earlier.span())
    if kind == "percent" or pattern("moving").search(text[max(0, span.start - 40) : span.start]):
        return "", span
    after = pattern("border").search(text, span.end, min(stop, span.end + 48))
    if (
        after
        and not re.match(
            r"[^.;,]*\b(?:from|to|away|side|inside|off|near|along|wide|deep)\b", text[span.end : after.start()]
        )
        and not re.match(r" (?:stretch|section|part|sector|segment)", text[span.end : span.end + 10])
    ):
        return "border-length", Span(*after.span())
    last = last_match(pattern("border"), text, max(before, span.start - 90), span.start)
    if last and re.search(r"\b(?:fence|wall|road|zone|covers?|stretch|section)\b|;", text[last.end() : span.start]):
        return "", span
    if (
        last
        and not pattern("away").match(text[span.end : span.end + 40])
        and not re.search(r"\b(?:from|near|to|along) the \w* ?$", text[max(0, last.start() - 16) : last.start()])
    ):
        return "border-length", Span(*last.span())
    return "", span


def _whole(text: str, before: int, span: Span) -> bool:
    """ "166 km of 488 km", "of the 1,200 km, 900 km have been marked"."""
    lead = text[max(0, span.start - 40) : span.start]
    part = re.search(
        r"(?:kilomet(?:re|er)s|km|per ?cent|%|\d) (?:out )?of (?:the |a |its |their |some |total (?:of )?)*$", lead
    )
    return part is not None or bool(
        re.search(r"\b(?:Of|Out of|[Hh]ow (?:many|much) of) (?:the |its |their |a total of )?$", lead)
    )


def _modifies(text: str, span: Span, kind: str) -> bool:
    """ "The 933-kilometre common boundary"."""
    return (
        kind == "km"
        and bool(
            re.match(
                r"\)?[ -](?:long )?(?:[\w-]+ ){0,3}(?:border|boundary|frontier|line of (?:control|contact|actual control))\b",
                text[span.end : span.end + 50],
            )
        )
        and not re.match(r" (?:of|from|along|near|to|have|has)\b", text[span.end : span.end + 6])
    )


def _neighbours(page: Page, index: int) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The two states of a border: those of the sentence or the two before it, else the document's pair."""
    states: dict[str, Span] = {}
    for at in range(index, max(-1, index - 3), -1):
        for mention in page.here[at]:
            if mention.type == "state":
                for i, state in enumerate(mention.states):
                    span = (
                        mention.antecedents[min(i, len(mention.antecedents) - 1)]
                        if mention.antecedents and len(mention.states) > 1
                        else mention.span
                    )
                    states.setdefault(state, span)
        if len(states) == 2:
            return tuple(states), tuple(states.values())
        if len(states) > 2:
            break
    return page.pair[:2], page.pair_spans[:2]
