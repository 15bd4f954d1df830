"""Sizes told twice, in two units ("1,344 km (835 miles)"), and parts told with their whole ("389 of 651 kilometres")."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from accord.languages import patterns as re
from accord.languages.en.figures.words import kind_of
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["with_shared_units"]

_SIZES = frozenset({"km", "m", "power", "weight", "volume", "area", "energy"})
_OLD = frozenset({"mi", "nmi", "ft", "yd", "acre", "lb", "bbl", "gal"})
_CONVERTED = re.compile(
    r" ?\((?:or |about |some |nearly |around |roughly |approximately |equal to )*|, or (?:about |some )?"
)
_MONEY = re.compile(
    r" ?\((?:or |about |some |around |roughly |approximately |equal to |nearly |almost |over |more than |=|≈|~| )*"
)
_PART = re.compile(r" (?:out )?of (?:the |its |their |our |some |all |a total of |the total )*")


def _parts(line: Line) -> list[Mention]:
    """The amounts of a sentence, where a bare number before "of N kilometres" or "of the N posts" counts the same."""
    found = list(line.amounts)
    for n, (part, whole) in enumerate(pairwise(found)):
        joined = _PART.fullmatch(line.text, part.span.end, whole.span.start)
        if joined is None or part.amount is None or whole.amount is None or part.attributes.get("noun"):
            continue
        if part.type == "number" and not part.amount.unit and part.amount.value < whole.amount.value:
            amount = replace(part.amount, unit=whole.amount.unit)
            noun = {"noun": whole.attributes["noun"]} if whole.attributes.get("noun") else {}
            found[n] = part.but(
                type=whole.type, amount=amount, antecedents=(whole.span,), attributes={**part.attributes, **noun}
            )
    return found


def with_shared_units(line: Line) -> list[Mention]:
    """The amounts of a sentence: those told in a second unit left out, the parts of one given its unit."""
    found: list[Mention] = []
    for mention in _parts(line):
        last = next((m for m in reversed(found) if m.type == "amount"), None)
        if last is None or last.amount is None or mention.amount is None:
            found.append(mention)
            continue
        if kind_of(last) not in _SIZES:
            found += [] if _exchanged(line, last, mention) else [mention]
            continue
        same = kind_of(mention) == kind_of(last) and mention.amount.unit != last.amount.unit
        if not (same and _CONVERTED.fullmatch(line.text, last.span.end, mention.span.start)):
            found.append(mention)
        elif last.amount.unit in _OLD and mention.amount.unit not in _OLD:
            found[-1] = mention
    return found


def _exchanged(line: Line, last: Mention, mention: Mention) -> bool:
    """Whether a sum in brackets is the one before it in another currency ("3.2 billion dollars (2.8 billion euros)")."""
    if kind_of(last) != "money" or kind_of(mention) != "money" or last.amount is None or mention.amount is None:
        return False
    other = mention.amount.unit and last.amount.unit and mention.amount.unit != last.amount.unit
    end = mention.span.end
    return bool(
        other and line.text[end : end + 1] == ")" and _MONEY.fullmatch(line.text, last.span.end, mention.span.start)
    )
