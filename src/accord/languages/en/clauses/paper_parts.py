"""The papers that are named of a number of them: "six documents were signed, among them a plan for the port"."""

from __future__ import annotations

from collections.abc import Sequence

from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["with_parts"]

_NAMED = r"among (?:them|which|these)|among others|including|namely|notably|such as|in particular|comprising"
_OPENS = re.compile(
    rf"[^;]{{0,140}}?[\s,:–—(]+(?:{_NAMED})\b|[^;:]{{0,90}}?(?::|\s[–—])(?=\s+(?:an?|the|one|two|[A-Z])\b)"
)
_ITEM = re.compile(
    rf"(?:,|:|\band|\bas well as|\balong with|\bplus|\b(?:{_NAMED}))\s+(?:(?:an?|the|one|two|three|another|their|are|were)\s+)*(?:[\w–'’-]+\s+){{0,3}}$",
    re.IGNORECASE,
)
_AMONG = re.compile(r",?\s+(?:being\s+)?among (?:them|these)\b")
_FAR = 160  # characters from one paper of a list to the next


def with_parts(line: Line, own: list[Mention], papers: Sequence[Mention]) -> list[Mention]:
    """A count of papers with those that are told of it one by one."""
    whole = next((p for p in own if p.attributes.get("plural") and p.count), None)
    if whole is None:
        return own
    parts = [p for p in papers if p.attributes.get("one") or _AMONG.match(line.text, p.span.end)]
    parts += _named(line, whole, papers)
    known = {id(p) for p in own}
    return [*own, *(p for p in papers if id(p) not in known and any(p is q for q in parts))]


def _named(line: Line, whole: Mention, papers: Sequence[Mention]) -> list[Mention]:
    """The papers of a list that "among them" opens behind a count."""
    opened = _OPENS.match(line.text, whole.span.end, line.span.end)
    if opened is None:
        return []
    found: list[Mention] = []
    at = opened.end()
    for paper in (p for p in papers if p.span.start >= opened.end()):
        if ";" in line.text[at : paper.span.start] or paper.span.start - at > _FAR:
            break
        lead = line.text[opened.start() : paper.span.start]
        if _ITEM.search(lead) and not paper.definite:
            found.append(paper)
            at = paper.span.end
    return found
