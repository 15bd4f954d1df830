"""Numbers that lean on the one before them: "of which 281 lie in Togo", "1,344 km (835 miles)"."""

from __future__ import annotations

import re
from dataclasses import replace

from accord.languages.en.figures.words import kind_of
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["with_shared_units"]

_SIZES = frozenset({"km", "m", "power", "weight", "volume", "area", "energy"})
_OLD = frozenset({"mi", "nmi", "ft", "yd", "acre", "lb", "bbl", "gal"})
_CONVERTED = re.compile(
    r" ?\((?:or |about |some |nearly |around |roughly |approximately |equal to )*|, or (?:about |some )?"
)
_OF_WHICH = re.compile(r"\b(?:of which|of these|of that)(?:,| some| about| around| nearly| only| just)* $")
_LIES = re.compile(
    r" (?:lie|lies|lay|are|is|run|runs|was|were|will|belong|belongs|fall|falls|remain|remains|have|has|in|on|of)\b"
)


def with_shared_units(line: Line) -> list[Mention]:
    """The amounts of a sentence: those told in a second unit left out, the parts of one given its unit."""
    found: list[Mention] = []
    for mention in line.amounts:
        last = next((m for m in reversed(found) if m.type == "amount"), None)
        if last is None or last.amount is None or mention.amount is None or kind_of(last) not in _SIZES:
            found.append(mention)
            continue
        if kind_of(mention) == kind_of(last) and mention.amount.unit != last.amount.unit:
            if _CONVERTED.fullmatch(line.text, last.span.end, mention.span.start):
                if last.amount.unit in _OLD and mention.amount.unit not in _OLD:
                    found[-1] = mention
                continue
        elif _part(line, mention, last):
            unit = replace(mention.amount, unit=last.amount.unit)
            mention = mention.but(type="amount", amount=unit, antecedents=(last.span,))
        found.append(mention)
    return found


def _part(line: Line, mention: Mention, whole: Mention) -> bool:
    """Whether a bare number is a part of the amount before it."""
    assert mention.amount is not None and whole.amount is not None
    if kind_of(mention) != "none" or mention.attributes.get("noun") or mention.amount.value >= whole.amount.value:
        return False
    lead = line.text[whole.span.end : mention.span.start][-24:]
    return bool(_OF_WHICH.search(lead) and _LIES.match(line.text, mention.span.end, line.span.end))
