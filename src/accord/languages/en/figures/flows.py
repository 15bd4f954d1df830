"""Who trades with whom: the states of a figure of trade in the order that its measure wants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.words import FLOWS, Page, between_states, pattern
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["Parties", "parties", "told_of"]

_THEM = re.compile(
    r" (?:\w+ )?(?:between|of|among) (?:them|both|(?:the|our) (?:two|pair|countries|neighbours|neighbors|sides|parties|states"
    r"|nations|republics|both)|the duo|(?:the )?two (?:countries|neighbours|sides|states))\b",
    re.IGNORECASE,
)
_MUTUAL = re.compile(
    r"\b(?:bilateral|mutual|two-way|reciprocal|commercial)(?: \w+){0,3} $|^(?:two-way|commercial|mutual)", re.IGNORECASE
)
_THERE = re.compile(r"\b(?:the same market|that (?:country|market)|there|the latter)\b", re.IGNORECASE)
_THEIR = re.compile(
    r"\b(?:their|our|overland|cross-border|border|the two(?: countries| neighbours| states| sides)?['’]s?|both (?:countries|sides|states)['’]) (?:[\w-]+ )?$",
    re.IGNORECASE,
)
_HOST = re.compile(
    r" (?:stock )?in(?:to)? (?:the|that) (?:country|neighbour|republic|kingdom|sultanate|emirates?|island|state)(?:['’]s economy)?\b| in(?:to)? the (?:\w+ )?economy\b| there\b",
    re.IGNORECASE,
)
_SIDES = re.compile(r"\b(?:They|[Tt]he two|[Bb]oth|[Tt]he (?:sides|parties|ministers|presidents|leaders))\b")
_NEIGHBOUR = re.compile(
    r"\b(?:its|the|her|our|that|this) (?:[\w-]+ )?(?:neighbou?r(?:ing (?:country|state|republic|nation|kingdom|island))?|other)\b"
    r"|\b(?:from|to|with) (?:the|that|this) (?:[\w-]+ )?(?:country|republic|kingdom|island|nation)\b",
    re.IGNORECASE,
)
_BUYER = re.compile(r"\b(?:customer|market|buyer|destination|client)s?\b", re.IGNORECASE)
_OF_TWO = re.compile(r"turnover|exchange|two-way|commerce", re.IGNORECASE)
_FAVOUR = re.compile(r"\b(?:in favou?r of|for)(?: the)? $|\bin $", re.IGNORECASE)
_ALL_OVER = re.compile(r"\b(?:Gulf|GCC|EU|CIS|world\w*|global\w*|countries|Asia|Africa|Europe|region)\b")
_BEFORE = re.compile(
    r"\b(?P<part>to|into|for|from|with|of|between|and|in|by|among|over|against)(?: (?:the|neighbou?ring|both))* ?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parties:
    """The states of a figure of trade, in order, and the words that tell them."""

    states: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Party:
    """A state beside a word of trade: `part` is the preposition before it, "own" for "Peru's" and "Peruvian"."""

    mention: Mention
    part: str

    @property
    def state(self) -> str:
        return self.mention.states[0]


def parties(
    measure: str, page: Page, index: int, anchor: Span, bounds: tuple[int, int], sticky: bool
) -> Parties | None:
    """The states of a figure whose measure stands at `anchor`; None where it is no figure between states.

    `sticky` says that the sentences before speak of trade between two states, so that one of them may go unsaid.
    """
    line = page.lines[index]
    here = [m for m in page.here[index] if m.type == "state" and bounds[0] <= m.span.start < bounds[1]]
    found = list(_placed(line, here, anchor))
    groups = [m for m in here if len(m.states) > 1]
    if measure in FLOWS:
        return _flow(measure, page, line, found, groups, anchor, bounds, sticky)
    if measure == "trade-balance":
        return _balance(page, line, found, groups, anchor, sticky)
    if measure == "remittances":
        return _remitted(page, line, found, groups, sticky)
    if measure == "investment":
        there = bool(_HOST.search(line.text, anchor.end, bounds[1]))
        return _investment(page, found, groups, anchor, sticky, there)
    return _turnover(page, index, found, groups, anchor, bounds, sticky)


def _placed(line: Line, here: Sequence[Mention], anchor: Span) -> Iterator[_Party]:
    for mention in here:
        if len(mention.states) != 1:
            continue
        before = _BEFORE.search(line.text, max(line.span.start, mention.span.start - 24), mention.span.start)
        part = before["part"].lower() if before else "own"
        beside = 0 < anchor.start - mention.span.end < 4
        if beside and (mention.form.startswith("demonym") or line.text[mention.span.end] in "'’"):
            part = "own"  # "with Togolese exports at ..."
        yield _Party(mention, part)


def _pick(found: Sequence[_Party], anchor: Span, *parts: str, after: bool | None = None) -> _Party | None:
    """The party nearest to the anchor with one of the given prepositions, behind or before it as asked."""
    fit = [p for p in found if p.part in parts and (after is None or (p.mention.span.start >= anchor.end) == after)]
    return min(
        fit,
        key=lambda p: min(abs(p.mention.span.start - anchor.end), abs(anchor.start - p.mention.span.end)),
        default=None,
    )


def _flow(
    measure: str,
    page: Page,
    line: Line,
    found: list[_Party],
    groups: list[Mention],
    anchor: Span,
    bounds: tuple[int, int],
    sticky: bool,
) -> Parties | None:
    """Exporter and importer for exports, importer and exporter for imports."""
    source, goal = _pick(found, anchor, "from"), _pick(found, anchor, "to", "into")
    nominal = line.text[anchor.end : anchor.end + 4] == " of "
    owner = _pick(found, anchor, "of", after=True) if nominal else None
    if owner is not None and (
        owner.mention.span.start - anchor.end > 12
        or (measure == "imports" and owner.mention.form.startswith("demonym"))
    ):
        owner = None
    given = next((p for p in found if p.part == "own" and 0 < p.mention.span.start - anchor.end < 3), None)
    if measure == "exports" and given is not None and goal is None and not nominal:
        goal, found = given, [p for p in found if p is not given]
    if measure == "imports" and source is None and owner is None:
        source = next((p for p in found if p.part == "of" and 0 < p.mention.span.start - anchor.end < 6), None)
    own = sorted(
        (p for p in found if p.part == "own" and p.mention.span.end <= anchor.start), key=lambda p: p.mention.span.start
    )
    if own and (
        anchor.start - own[-1].mention.span.end > 25 or "," in line.text[own[-1].mention.span.end : anchor.start]
    ):
        bought = _BUYER.search(line.text, own[-1].mention.span.end, anchor.start)
        owner = owner or own[-1 if bought else 0]  # "A remained B's first partner, with exports of ..."
    owner = (
        owner
        or _pick(found, anchor, "own", "by", after=False)
        or _pick(found, anchor, "by", after=True)
        or _pick(found, anchor, "own")
    )
    if owner is None and not groups:
        owner = _pick(found, anchor, "and", "in", after=False) if source is None and goal is None else None
    selling = measure == "exports"
    first, second = (owner or source, goal) if selling else (owner or goal, source)
    if owner is not None and second is None:
        second = goal or source
    if owner is not None and second is None and len({p.state for p in found}) == 2 and owner in own if own else False:
        second = next((p for p in found if owner is not None and p.state != owner.state and p.part != "in"), None)
    if first is not None and second is not None and first.state == second.state:
        first, second = (first, None) if first.part == "own" else (None, second)
    return _filled(page, line, first, second, groups, bounds, sticky, explicit=second is not None)


def _filled(
    page: Page,
    line: Line,
    first: _Party | None,
    second: _Party | None,
    groups: list[Mention],
    bounds: tuple[int, int],
    sticky: bool,
    explicit: bool,
) -> Parties | None:
    """Both parties, one of them taken from "the same market", a group or the sentences before where it goes unsaid."""
    if first and second:
        return Parties((first.state, second.state), (first.mention.span, second.mention.span))
    context = page.context
    if not explicit and pattern("elsewhere").search(line.text, *bounds):
        return None
    known = first or second
    if known is None:
        if sticky and len(context.states) == 2:
            return Parties(context.states, context.state_spans)
        near = len(page.pair) > 1 and not groups and _NEIGHBOUR.search(line.text, *bounds)
        return Parties(page.pair[:2], page.pair_spans[:2]) if near else None
    there = _THERE.search(line.text, *bounds)
    if first and there and len(context.states) == 2 and context.states[1] != first.state:
        return Parties(
            (first.state, context.states[1]), (first.mention.span, Span(*there.span()), *context.state_spans[1:])
        )
    rest, spans = _rest(page, known.state, groups, sticky, explicit or bool(_NEIGHBOUR.search(line.text, *bounds)))
    if not rest:
        return None
    own = (known.mention.span, *spans)
    return Parties((known.state, rest) if first else (rest, known.state), own)


def _rest(
    page: Page, state: str, groups: Sequence[Mention], sticky: bool, explicit: bool
) -> tuple[str, tuple[Span, ...]]:
    """The partner of a state: in a group named beside it, in the sentences before, in the document's pair."""
    for group in groups:
        if state in group.states and len(group.states) == 2:
            return next(s for s in group.states if s != state), group.spans
    context = page.context
    if sticky and state in context.states and len(context.states) == 2:
        return next(s for s in context.states if s != state), context.state_spans
    return page.other(state) if sticky or explicit else ("", ())


def _balance(
    page: Page, line: Line, found: list[_Party], groups: list[Mention], anchor: Span, sticky: bool
) -> Parties | None:
    favoured = next(
        (
            p
            for p in found
            if _FAVOUR.search(line.text, max(line.span.start, p.mention.span.start - 24), p.mention.span.start)
            and p.mention.span.start >= anchor.end
        ),
        None,
    )
    owner = favoured or _pick(found, anchor, "own", after=False) or _pick(found, anchor, "own", "of", "for")
    other = next((p for p in found if p.part in ("with", "over", "against", "to", "from") and p is not owner), None)
    if owner and other and owner.state != other.state:
        return Parties((owner.state, other.state), (owner.mention.span, other.mention.span))
    known = owner or other
    if known is None:
        if groups and len(groups[0].states) == 2:
            return Parties(groups[0].states, groups[0].spans)
        return (
            Parties(page.context.states, page.context.state_spans) if sticky and len(page.context.states) == 2 else None
        )
    neighbour = bool(_NEIGHBOUR.search(line.text, anchor.end, line.span.end))
    rest, spans = _rest(page, known.state, groups, sticky, other is not None or neighbour)
    if not rest:
        return None
    return Parties((known.state, rest) if owner else (rest, known.state), (known.mention.span, *spans))


def _remitted(page: Page, line: Line, found: list[_Party], groups: list[Mention], sticky: bool) -> Parties | None:
    """Whose workers send money home, and from where: the two states named; else the one, with the other of the text."""
    states = {p.state: p.mention.span for p in found}
    if len(states) == 2:
        return Parties(tuple(states), tuple(states.values()))
    if groups and not states:
        return Parties(groups[0].states[:2], groups[0].spans)
    if not states and sticky and not _ALL_OVER.search(line.text, line.span.start, line.span.end):
        return Parties(page.context.states, page.context.state_spans)
    if len(states) != 1:
        return None
    state, span = next(iter(states.items()))
    rest, spans = _rest(page, state, groups, sticky, explicit=True)
    rest, spans = (rest, spans) if rest else told_of(page, {state})
    return Parties((state, rest), (span, *spans[:1])) if rest else None


def told_of(page: Page, taken: Set[str]) -> tuple[str, tuple[Span, ...]]:
    """The state that the text names most often, those taken left out."""
    states = [m for here in page.here for m in here if m.type == "state" and len(m.states) == 1]
    counts = Counter(m.states[0] for m in states if m.states[0] not in taken)
    if not counts:
        return "", ()
    home = max(counts, key=lambda s: counts[s])
    return home, next(m.spans for m in states if m.states[0] == home)


def _investment(
    page: Page, found: list[_Party], groups: list[Mention], anchor: Span, sticky: bool, there: bool
) -> Parties | None:
    """Who invests and where."""
    owner = (
        _pick(found, anchor, "own", after=False)
        or _pick(found, anchor, "from", "by", "of")
        or _pick(found, anchor, "own", after=True)
    )
    host = _pick(found, anchor, "in", "into", "to", after=True)
    if owner and host and owner.state != host.state:
        return Parties((owner.state, host.state), (owner.mention.span, host.mention.span))
    if groups and not owner and not host:
        return Parties(groups[0].states[:2], groups[0].spans)
    if owner and not host and (sticky or groups or there):
        rest, spans = _rest(page, owner.state, groups, sticky, there)
        return Parties((owner.state, rest), (owner.mention.span, *spans)) if rest else None
    return None


def _turnover(
    page: Page,
    index: int,
    found: list[_Party],
    groups: list[Mention],
    anchor: Span,
    bounds: tuple[int, int],
    sticky: bool,
) -> Parties | None:
    """The states whose trade it is, in the order of the text."""
    line = page.lines[index]
    states = {p.state: p.mention.span for p in sorted(found, key=lambda p: p.mention.span.start)}
    if len(states) == 2 and (own := _own_partner(page, found, anchor)) is not None:
        return own
    if len(states) == 2:
        return Parties(tuple(states), tuple(states.values()))
    if len(states) > 2:
        near = sorted(
            found, key=lambda p: min(abs(p.mention.span.start - anchor.end), abs(anchor.start - p.mention.span.end))
        )
        chosen = {p.state: p.mention.span for p in near}
        some = sorted(list(chosen.items())[:2], key=lambda item: item[1])
        return Parties(tuple(s for s, _ in some), tuple(span for _, span in some))
    if groups and not (len(states) == 1 and next(iter(states)) not in groups[0].states):
        return Parties(groups[0].states[:2] if len(groups[0].states) == 2 else groups[0].states, groups[0].spans)
    if pattern("elsewhere").search(line.text, *bounds):
        return None
    context = page.context
    theirs = set(states) <= set(page.pair[:2]) and (
        _THEIR.search(line.text, max(bounds[0], anchor.start - 40), anchor.start)
        or _SIDES.search(line.text, bounds[0], anchor.start)
        or _MUTUAL.search(line.text[max(bounds[0], anchor.start - 40) : anchor.start])
        or _MUTUAL.match(line.text[anchor.start : anchor.end])
        or any(m.type == "crossing" and bounds[0] <= m.span.start < bounds[1] for m in page.here[index])
    )
    if ((them := _THEM.match(line.text, anchor.end)) or theirs) and len(page.pair) > 1:
        return Parties(page.pair[:2], (*page.pair_spans[:2], *((Span(*them.span()),) if them else ())))
    if len(states) == 1:
        state, span = next(iter(states.items()))
        explicit = any(p.part == "with" for p in found) or bool(_NEIGHBOUR.search(line.text, *bounds))
        rest, spans = _rest(page, state, groups, sticky, explicit)
        owned = [p for p in found if p.part == "own" and p.mention.span.end <= anchor.start]
        if not rest or (owned and not explicit and not sticky):
            return None
        return Parties((state, rest), (span, *spans))
    if sticky and len(context.states) == 2:
        return Parties(context.states, context.state_spans)
    told = not states and not groups and _OF_TWO.search(line.text[anchor.start : anchor.end])
    if told and len(page.pair) == 2 and between_states(page):
        return Parties(page.pair[:2], page.pair_spans[:2])
    return None


def _own_partner(page: Page, found: Sequence[_Party], anchor: Span) -> Parties | None:
    """ "Turnover with Peru came to 360 million and with Chile to 149 million": each with the state whose trade is told."""
    if any(p.part != "with" for p in found):
        return None
    named = {p.state for p in found}
    home = page.context.home or next(
        ((s, (span,)) for s, span in zip(page.pair, page.pair_spans, strict=False) if s not in named), None
    )
    first = min(found, key=lambda p: p.mention.span.start)
    if home is None or home[0] in named or first.mention.span.start < anchor.end:
        return None
    return Parties((home[0], first.state), (*home[1], first.mention.span))


# ------------------------------------------------------------------ goods
