"""Lists of states: who joins or leaves an organisation together."""

from __future__ import annotations

from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["joining", "last_row", "together"]


_LINKED = re.compile(
    r"\s*(?:,|and|, and|&|,? (?:as well as|along with|together with|alongside|like))\s+(?:the\s+)?", re.IGNORECASE
)
_THEY = re.compile(r"\b(?:they|both|all three|all four|their)\b", re.IGNORECASE)


def last_row(line: Line, states: list[Mention]) -> list[Mention]:
    """Those of the last list ("A belongs to X, and B, C and D joined Y": B, C and D)."""
    for k in range(len(states) - 1, 0, -1):
        if not _LINKED.fullmatch(line.text[states[k - 1].span.end : states[k].span.start]):
            return states[k:]
    return states


def joining(line: Line, before: list[Mention], own: list[Mention], at: int) -> list[Mention]:
    """Of the states before a verb at `at` those that do it: the last row of its clause with those told beside ("A, along with
    B,"), the row that "they" stands for, or the last alone, unless an aside ends with it."""
    row = last_row(line, before)
    if own:
        return row if any(m in row for m in own) else last_row(line, own)
    if before and _THEY.search(line.text, before[-1].span.end, at):
        return row
    return before[-1:] if before and not line.text[before[-1].span.end : at].startswith(",") else []


_TOGETHER = re.compile(r"\b(?:together with|along with|alongside|as well as|followed by)\s+(?:the\s+)?$")


def together(line: Line, end: int, states: list[Mention]) -> list[Mention]:
    """Those told to do it too: "together with A and B"."""
    found: list[Mention] = []
    for mention in (m for m in states if m.span.start >= end):
        gap = line.text[(found[-1].span.end if found else end) : mention.span.start]
        if (found and gap.strip() in (",", "and", ", and")) or (not found and _TOGETHER.search(gap)):
            found.append(mention)
    return found
