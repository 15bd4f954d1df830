"""What is so rather than done: membership of organisations, first runs of a link, ordinals of sessions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages.en.numbers import ordinal
from accord.languages.en.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["first_runs", "memberships", "ordinals"]

_MEMBER = re.compile(r"\b(?:members?|member states?|member countries|membership|belongs?|belonging|signator(?:y|ies)|part)\b", re.IGNORECASE)
_OBSERVER = re.compile(r"\bobserver(?:s| status| state)?\b", re.IGNORECASE)
_CANDIDATE = re.compile(r"\bcandidate(?: country| status| state)?s?\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th))(?=\s+(?:\w+[\s-]+){0,4}?(?:session|meeting|sitting|round|summit|plenary|consultations)\b)", re.IGNORECASE)
_FIRST = re.compile(r"\bfirst\b.{0,60}\b(?:in|for|after)\b.{0,25}\b(?:years?|months?|decades?|break|suspension)\b", re.IGNORECASE)
_INAUGURAL = re.compile(r"\b(?:first|inaugural|maiden)\b", re.IGNORECASE)
_RAN = re.compile(r"\b(?:arrived|landed|departed|took off|left|set off|touched down|flew|ran|made|reached|carried|rolled)\b", re.IGNORECASE)


def memberships(line: Line, index: int, mentions: Sequence[Mention]) -> Iterator[Clause]:
    """ "A and B are members of X", "X, to which both belong", "X member A": clauses of the concept "member"."""
    organisations = [m for m in mentions if m.type == "organisation"]
    if not organisations:
        return
    words = line.text[line.span.start : line.span.end]
    for concept, pattern in (("member", _MEMBER), ("observer", _OBSERVER), ("candidate", _CANDIDATE)):
        match = pattern.search(words)
        if match is None:
            continue
        at = line.span.start + match.start()
        states = _states(line, mentions, at)
        members = [o for o in organisations if _joined(line, match[0].lower(), at, o)]
        if states and members:
            arguments = (*(Argument(s, "subject") for s in states), *(Argument(o, "object") for o in members))
            yield Clause(concept, Span(at, at + len(match[0])), line.span, index, arguments, tense="present", status=_status(words))
            return


def _status(words: str) -> str:
    return "denied" if re.search(r"\b(?:not|no longer|neither|nor)\b[^.]{0,20}\bmembers?\b", words) else "reported"


def _states(line: Line, mentions: Sequence[Mention], at: int) -> list[Mention]:
    """The states said to belong: those told before, else those right behind ("to which both countries belong", "EU member Lithuania")."""
    named = [m for m in mentions if m.type == "state" and not m.form.startswith("demonym") or m.type == "state" and m.form == "pair"]
    near = [m for m in named if 0 <= m.span.start - at < 24 and not re.search(r"\bof\b", line.text[at : m.span.start])]
    before = [m for m in named if m.span.end <= at]
    pairs = [m for m in before if m.form == "pair" and len(m.states) > 1]
    return near or pairs[-1:] or before[-2:]


def _joined(line: Line, word: str, at: int, organisation: Mention) -> bool:
    gap = line.text[at : organisation.span.start] if organisation.span.start > at else line.text[organisation.span.end : at]
    if organisation.span.start > at:
        return word not in ("part",) and not re.search(r"[;:]|\b(?:while|but|with|president|said|by)\b", gap) and bool(re.search(r"\b(?:of|in|to|such as|including|,|and)\s", gap))
    return len(gap) < 30 and ("which" in gap or gap.strip() in ("", "-", "'s") or "’s" in gap)


def ordinals(line: Line) -> Iterator[Mention]:
    """ "17th session", "the third round of consultations"."""
    for match in _ORDINAL.finditer(line.text, line.span.start, line.span.end):
        value = ordinal(match[1])
        if value:
            yield Mention("ordinal", Span(match.start(1), match.end(1)), match[1], ordinal=value)


def first_runs(line: Line, index: int, mentions: Sequence[Mention], when: Mention | None) -> Iterator[Clause]:
    """ "The first flight from A to B in four years landed": a link resumed; "the inaugural flight": one launched."""
    words = line.text[line.span.start : line.span.end]
    links = [m for m in mentions if m.type == "transport" and not m.definite]
    if links and _INAUGURAL.search(words) and _RAN.search(words):
        concept = "resume" if _FIRST.search(words) else "launch"
        yield Clause(concept, links[0].span, line.span, index, tuple(Argument(m, "object") for m in links), when)
