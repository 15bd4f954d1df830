"""Between which states an incident was."""

from __future__ import annotations

from collections.abc import Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["ACROSS", "of_pair", "parties"]

ACROSS = re.compile(
    r"\b(?:borders?|frontiers?|cross-border|territor(?:y|ial)|waters|crossing|checkpoint|shoal|demarcat\w+|boundary|"
    r"other side|opposite bank|airspace|embassy|consulate)\b",
    re.IGNORECASE,
)


def parties(
    here: Sequence[Mention],
    pair: tuple[str, ...],
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The states that a sentence about an incident names."""
    found: dict[str, list[Span]] = {}
    for mention in here:
        if mention.type in ("state", "person", "office", "place", "group"):
            for state in mention.states:
                found.setdefault(state, []).extend(mention.spans)
    named = [m for m in here if m.type in ("state", "person", "office", "group") for _ in m.states]
    own = [s for s in found if any(s in m.states for m in named)]
    if len(own) >= 2:
        if len(own) > 3:
            own = list(pair[:2]) if set(pair[:2]) <= set(own) else own[:2]
        return tuple(own[:3]), tuple(dict.fromkeys(s for o in own[:3] for s in found[o]))[:4]
    return tuple(own), tuple(span for state in own for span in found[state])


def of_pair(
    line: Line,
    own: tuple[str, ...],
    spans: tuple[Span, ...],
    pair: tuple[str, ...],
    pair_spans: tuple[Span, ...],
    told: bool,
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The states of a sentence that names one or none of them: the document's pair, where it speaks of a border or has
    told of an incident between the two."""
    if len(pair) < 2 or (own and own[0] not in pair[:2]) or not (told or ACROSS.search(line.text)):
        return own, spans
    return pair[:2], tuple(dict.fromkeys([*spans, *pair_spans[:2]]))
