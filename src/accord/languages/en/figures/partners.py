"""Trade told partner by partner: "Turkey was its largest partner with 722 million, followed by Russia with 619 million"."""

from __future__ import annotations

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.flows import Parties, told_of
from accord.languages.en.figures.words import FLOWS, Page, kind_of
from accord.languages.views import Mention

__all__ = ["listed", "with_partner"]

_RANKED = re.compile(
    r"\b(?:followed by|rank(?:s|ed)|(?:larg|bigg)est|main|major|leading|leads?|led|top|partners?|destinations?|markets?|sources?"
    r"|suppliers?|exporters?|importers?|buyers?|investors?|among|respectively|ahead of|especially|notably|strongest)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r",?(?: \w+){0,2} (?:to|from|with|in|for|into) (?:the )?$")
_OWN = re.compile(r"['’]")
_HOST = re.compile(r"\b(?:in)?to (?:the )?$|\bfrom (?:the )?$", re.IGNORECASE)
_LEAD = re.compile(r"\b(?:in|to|into|from|of|for|with)(?: the)? $")
_DEED = re.compile(
    r"imported|importing|bought|buys?|purchase[sd]|exported|exporting|sold|sells?|shipped|supplied|supplies",
    re.IGNORECASE,
)
_MANY = 3  # numbers, each with a state of its own, that need no word of rank


def listed(page: Page, index: int) -> dict[int, Mention]:
    """By where a number stands: the partner that a sentence gives it, the one state named between it and the number
    before; empty where the sentence does not go from partner to partner."""
    line = page.lines[index]
    states = [m for m in page.here[index] if m.type == "state" and len(m.states) == 1]
    numbers = [m for m in line.amounts if m.type == "change" or kind_of(m) in ("money", "percent")]
    if len(states) < 2 or len(numbers) < 2:
        return {}
    found: dict[int, Mention] = {}
    named: Mention | None = None
    end = line.span.start
    for number in numbers:
        between = [s for s in states if end <= s.span.start < number.span.start and not _possessive(page, index, s)]
        if len(between) == 1:
            named = between[0]
        elif between:
            named = None
        if named is not None:
            found[number.span.start] = named
        after = next((s for s in states if s.span.start >= number.span.end), None)
        if after is not None and _BEHIND.fullmatch(line.text, number.span.end, after.span.start):
            return {}  # "722 million to Turkey, 619 million to Russia"
        end = number.span.end
    partners = len({m.states for m in found.values()})
    ranked = _RANKED.search(line.text, line.span.start, line.span.end)
    return found if partners >= (2 if ranked else _MANY) else {}


def _possessive(page: Page, index: int, state: Mention) -> bool:
    """ "Georgia's partners", "German exports"."""
    text, end = page.lines[index].text, state.span.end
    return state.form.startswith("demonym") or _OWN.match(text, end) is not None


def with_partner(
    page: Page, index: int, measure: str, anchor: Span, partners: dict[int, Mention], partner: Mention
) -> Parties | None:
    """The state whose trade is told and a partner of its list, in the order that the measure, told at `anchor`, wants."""
    taken = {m.states[0] for m in partners.values()}
    line = page.lines[index]
    states = [m for m in page.here[index] if m.type == "state" and len(m.states) == 1 and m.states[0] not in taken]
    own = [m for m in states if _possessive(page, index, m) or _LEAD.search(line.text, line.span.start, m.span.start)]
    if own:
        home, spans, at = own[0].states[0], own[0].spans, own[0].span.start
    else:
        home, spans = told_of(page, taken)
        at = line.span.start
    if not home:
        return None
    lead = _HOST.search(line.text, max(line.span.start, at - 12), at) if own else None
    turned = measure in FLOWS and lead is not None and lead[0].strip().startswith("from") == (measure == "imports")
    if measure in FLOWS and partner.span.end <= anchor.start:
        turned = turned or _DEED.fullmatch(line.text, anchor.start, anchor.end) is not None
    pair, where = (home, partner.states[0]), (*spans[:1], partner.span)
    return Parties(pair[::-1], where[::-1]) if turned else Parties(pair, where)
