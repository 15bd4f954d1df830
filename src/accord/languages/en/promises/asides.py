"""Relative clauses between commas, whose own subjects are not those of the sentence: ", in which Peru takes part,"."""

from __future__ import annotations

from accord.document import Span
from accord.languages.en.text.phrases import PREPOSITIONS, Line

__all__ = ["RELATIVES", "aside_at", "first_verb", "held"]

RELATIVES = frozenset({"which", "who", "whose", "whom", "where"})
_LONGEST = 30


def aside_at(line: Line, k: int, end: int) -> tuple[int, int] | None:
    """The aside whose relative word stands at k: from its opening comma to the closing one before token `end`."""
    if line.low(k) not in RELATIVES:
        return None
    opening = k - 1 if line.low(k - 1) == "," else k - 2
    if line.low(opening) != "," or (opening < k - 1 and line.low(k - 1) not in PREPOSITIONS):
        return None
    close = next((n for n in range(k + 2, min(k + _LONGEST, end)) if line.low(n) == ","), None)
    return (opening, close) if close is not None else None


def held(line: Line, span: Span, end: int) -> bool:
    """Whether a span stands in a relative aside that is closed before token `end`."""
    for k in range(1, end):
        aside = aside_at(line, k, end)
        if aside and line.tokens[aside[0]].end <= span.start and span.end <= line.tokens[aside[1]].start:
            return True
    return False


def first_verb(line: Line, start: int, end: int) -> int | None:
    """The first finite verb between two tokens, where "and" joins another clause to it before `end`."""
    for k in range(start + 1, end):
        if line.finite(k) and not line.covered(k) and line.low(k) not in RELATIVES | {"as", "since", "also", "during"}:
            return k if "and" in line.lows(k + 1, end) else None
    return None
