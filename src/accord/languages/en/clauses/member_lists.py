"""Members of an organisation told in a row behind it: "the Union, whose members are A, B and C", "X groups A and B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["member_lists"]

_OPENS = re.compile(
    r"(?:['’]s)?(?:\s*\([^()]{2,30}\)|,\s*[A-Z]{3,8})?(?:,?\s+(?:which|that|a (?:[\w-]+ ){1,5}that))?,?\s*"
    r"(?:(?:whose|its|the|current|full|present|\w+)\s+){0,4}?"
    r"(?P<told>(?:member(?:s| states| countries)?|participants) ?(?:are|being|include|comprise|:|[–—-])|(?:\w+ ){0,3}?members?,? (?:among (?:them|which|whom)|including|namely|such as)"
    r"|groups?(?: together)?|brings together|unites?|embraces|comprises?|consists of|is (?:made up|composed) of|counts|numbers|takes in|encompasses|made up of|consisting of|comprising|composed of|among (?:them|whose members(?: are)?)|made of)\s*(?:now |today |currently |also |both )?(?:the )?$",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:members?|member states|participants) of (?:the |an? )?(?:\w+ ){0,2}$", re.IGNORECASE)
_AMONG = re.compile(
    r"(?:\s*\([^()]{2,30}\)|,\s*[A-Z]{3,8}\b)?,?\s+(?:among (?:them|which)|including|such as|namely|like|are|include)\s+(?:now |today |also |currently )?(?:the |both )?$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s*(?:,|and|, and|,? as well as|,? (?:along|together) with|&)\s*(?:the\s+)?")
_OF_WHICH = re.compile(r"(?:\s*\([^()]{2,30}\))?,?\s+(?:of|to) which (?:the |both )?$")
_BELONG = re.compile(
    r"\s*(?:(?:are|have been)(?: (?:also|both|all|the|other|only|now|founding|full|fellow|a)){0,4} (?:members?|part)|belong)\b"
)
_MAKE_UP = re.compile(
    r",?\s+(?:(?:together|jointly|also|now|who|which)\s+){0,2}(?:make up|form|constitute|compose)\s+(?:the\s+)?"
)
_NO = re.compile(r"\b(?:not|no longer|never|former(?:ly)?|once|until)\b", re.IGNORECASE)
_FAR = 90  # characters from an organisation to the first of its members


def member_lists(line: Line, index: int, mentions: Sequence[Mention]) -> Iterator[Clause]:
    """Clauses of the concept "member" for the states that a sentence lists as those of an organisation."""
    states = [m for m in mentions if m.type == "state" and len(m.states) == 1 and m.form in ("name", "official")]
    for organisation in (m for m in mentions if m.type == "organisation"):
        last = next((s for s in reversed(states) if s.span.end <= organisation.span.start), None)
        if last is not None and _MAKE_UP.fullmatch(line.text[last.span.end : organisation.span.start]):
            row = _row_before(line, states, last)
            at = Span(last.span.end, organisation.span.start)
            if len(row) > 1:
                arguments = (*(Argument(s, "subject") for s in row), Argument(organisation, "object"))
                yield Clause("member", at, line.span, index, arguments, tense="present")
        first = next((s for s in states if s.span.start >= organisation.span.end), None)
        if first is None or first.span.start - organisation.span.end > _FAR:
            continue
        gap = line.text[organisation.span.end : first.span.start]
        before = line.text[max(line.span.start, organisation.span.start - 60) : organisation.span.start]
        told = _OPENS.match(gap) or (_OF.search(before) and _AMONG.match(gap))
        which = _OF_WHICH.match(gap) is not None
        if not (told or which) or _NO.search(gap):
            continue
        row = _row(line, states, first)
        if len(row) < 2 or (which and not _BELONG.match(line.text, row[-1].span.end)):
            continue
        at = Span(organisation.span.end, first.span.start)
        arguments = (*(Argument(s, "subject") for s in row), Argument(organisation, "object"))
        yield Clause("member", at, line.span, index, arguments, tense="present")


def _row(line: Line, states: Sequence[Mention], first: Mention) -> list[Mention]:
    found = [first]
    for state in states:
        if state.span.start >= found[-1].span.end and _NEXT.fullmatch(line.text[found[-1].span.end : state.span.start]):
            found.append(state)
    return found


def _row_before(line: Line, states: Sequence[Mention], last: Mention) -> list[Mention]:
    found = [last]
    for state in [s for s in states if s.span.end <= last.span.start][::-1]:
        if not _NEXT.fullmatch(line.text[state.span.end : found[0].span.start]):
            break
        found.insert(0, state)
    return found
