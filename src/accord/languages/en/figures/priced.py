"""What a sum or a size is of, where its reader told two states alone or words that name nothing."""

from __future__ import annotations

from collections.abc import Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.whose import main_gate, of_work, told_last
from accord.languages.en.figures.words import Figure, Page
from accord.languages.views import Mention

__all__ = ["of_what", "priced"]

_SIZES = frozenset({"line-length", "voltage", "capacity", "generation", "cost"})
_BACK = 6  # sentences in which the work named last is still the one spoken of
_LEAD = 140  # characters before a sum in which what it buys is named
_STATE = re.compile(r"[A-Z]{3}")
_EMPTY = re.compile(
    r"(?:(?:the|an?|no|total|overall|its|this|that|first|second|third|next|last|new|same|initial|whole|of) )*"
    r"(?:works?|costs?|sums?|repairs?|stages?|phases?|tranches?|amounts?|constructions?|buildings?|first|second|third"
    r"|estimates?|loans?|grants?|credits?|packages?"
    r"|terms?(?: of [\w-]+ \w+)?|[kMG]?W(?: \w+)?|[kMG]VA?(?: \w+)?)|(?:According to|As|Under) .*|(?:Mr|Mrs|Ms|Dr)\b.*"
    r"|(?:re)?(?:building|construction|repair) of (?:the )?(?:first|second|third|works?|line|section)",
    re.IGNORECASE,
)  # words that say nothing of what a figure is of
_WORD = (
    r"(?!(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|which|that|who|he|she|it|they|we|said|says|also|not"
    r"|worth|signed|agreed|announced|totall?ing|cost|costs|costing|gave|gives|sent|met|bought|sold|got|made|if|when|while|as|by"
    r"|million|billion|bn|mln|trade|turnover|exports?|imports?|goods|investments?)\b)[^\W_][\w’'–-]*"
)
_SOME = r"(?:(?:about|around|some|nearly|almost|over|approximately|roughly|up to|an estimated|more than|at least|close to) )?"
_PRICE = (
    r"(?:(?:is|was|are|were|will be|would be) )?(?:(?:also|together|jointly) )?(?:worth|valued at|priced at|estimated at|put at"
    r"|estimated to cost|costing|costs?|(?:will|would|is to|are to) cost|with a (?:total )?(?:budget|cost|price|value|price tag) of"
    r"|at a (?:total )?(?:cost|price) of|an? (?:grant|loan|deal|contract|project|gift) (?:worth|of))"
)
_BEFORE = re.compile(
    rf"(?:^|[\s(])(?:[Aa]n?|[Tt]he|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Aa]nother|[Ii]ts|[Tt]heir)\s(?P<what>{_WORD}(?: {_WORD}){{0,9}}?)"
    rf"(?:,| \()? ?{_PRICE} {_SOME}$"
)
_DEAL = (
    r"(?:contract|deal|loan|grant|programme|program|project|package|agreement|credit line|line of credit|order|plant)"
)
_AFTER = re.compile(
    rf"(?:-dollar|-euro)?[ -](?P<what>(?:{_WORD} ){{0,3}}?{_DEAL}(?: (?:with|for|on|to) (?:the |an? )?{_WORD}(?: {_WORD}){{0,4}})?)"
)
_ARTICLE = re.compile(rf"\b(?:an?|the|its|their|this|that) {_SOME}$", re.IGNORECASE)
_OPENED = re.compile(r"(?:Estimated at|Costing|Valued at|Worth|Priced at|At a cost of) (?:\w+ )?$")
_WHICH = re.compile(
    rf"(?:^|[\s(])(?:(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir) )(?P<what>{_WORD}(?: {_WORD}){{0,9}}?),? for which [^,;.]{{3,70}} {_SOME}$"
)
_ANEW = re.compile(r"\b(?!(?:of|for|on|to|in|at|with|from|between|and|under|over)\b)[\w’'-]+ (?:the|an?|its|their) ")


def of_what(page: Page, index: int, figure: Figure) -> Figure:
    """A size or a cost with what it is of: the thing that is priced, else the work that the sentences before speak of."""
    if figure.measure not in _SIZES or figure.status != "reported":
        return figure
    states = [n for n, a in enumerate(figure.about) if _STATE.fullmatch(a)]
    named = [a for n, a in enumerate(figure.about) if n not in states]
    junk = bool(named) and all(_EMPTY.fullmatch(a) for a in named)
    if named and not junk:
        return figure
    line = page.lines[index]
    opened = figure.amount is not None and _OPENED.fullmatch(line.text[line.span.start : figure.amount.span.start])
    what = None
    if figure.measure == "cost" and figure.amount is not None and not opened:
        what = priced(line.text, line.span, figure.amount.span, page.here[index])
    if what is not None:
        return _with(figure, (line.text[what.start : what.end],), (what,))
    if not named and not opened:
        return of_work(page, index, figure)
    work = _spoken_of(page, index)
    if work is not None:
        return _with(figure, (work.name,), work.spans)
    return _with(figure, (), ()) if states else figure


def _with(figure: Figure, names: tuple[str, ...], spans: tuple[Span, ...]) -> Figure:
    """The figure about these names and its states, no longer about other names."""
    states = tuple(a for a in figure.about if _STATE.fullmatch(a))
    rest = figure.about_spans[-len(states) :] if states else ()
    figure.about, figure.about_spans = (*names, *states), (*spans, *rest)
    return figure


def _spoken_of(page: Page, index: int) -> Mention | None:
    """The work or crossing that "the works" or "the first stage" of a sentence are of."""
    context = page.context
    recent = context.project if index - context.project_at <= _BACK else None
    return told_last(page, index) or recent or main_gate(page)


def priced(text: str, within: Span, amount: Span, here: Sequence[Mention]) -> Span | None:
    """The thing that is bought, built or signed for a sum: "a contract for fish worth 3 million", "a $3 million fish deal"."""
    start = max(within.start, amount.start - _LEAD)
    lead = text[start : amount.start]
    found = _BEFORE.search(lead) or _WHICH.search(lead)
    if found is not None:
        first = max((m.end() for m in _ANEW.finditer(lead, *found.span("what"))), default=found.start("what"))
        span = Span(start + first, start + found.end("what"))
    else:
        after = _AFTER.match(text, amount.end, within.end)
        if after is None or not _ARTICLE.search(text[within.start : amount.start]):
            return None
        span = Span(*after.span("what"))
    if _EMPTY.fullmatch(text[span.start : span.end]):
        return None
    return None if any(m.span.overlaps(span) for m in here if m.type == "person") else span
