"""The papers that are named of a number of them: "six documents were signed, among them a plan for the port"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["with_parts", "with_told_together"]

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


_BESIDE = re.compile(
    r"[^;:.]{0,70}?,?\s(?:as well as|along with|together with|plus|alongside|and also)\s+(?:(?:an?|the|another)\s+)?(?:[\w–-]+\s+){0,2}$"
)


def with_told_together(line: Line, clause: Clause, papers: Sequence[Mention]) -> Clause:
    """An act on a paper with the others that it is done with: those that share its head ("memoranda on tea, dams and
    roads"), those of its count, and those told behind the verb ("a plan was approved, as well as two contracts")."""
    own = clause.mentions("paper")
    if not own:
        return clause
    lists = {p.attributes["list"] for p in own if p.attributes.get("list")}
    more = [p for p in papers if p.attributes.get("list") in lists]
    more += with_parts(line, own, papers)
    if clause.trigger.start > own[-1].span.end:
        behind = next((p for p in papers if p.span.start >= clause.trigger.end), None)
        if behind is not None and _BESIDE.match(line.text[clause.trigger.end : behind.span.start]):
            more.append(behind)
    known = {p.span for p in own}
    part = next(a.part for a in clause.arguments if a.mention is own[0])
    added = {p.span: Argument(p, part) for p in more if p.span not in known}
    return replace(clause, arguments=(*clause.arguments, *added.values())) if added else clause
