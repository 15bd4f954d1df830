"""Sessions told beside another: what a body did besides ("set up in 2004 and last convened in 2021"), and where and when it
sat again ("met in Lima in 2019, in Oruro in 2021 and in Puno in 2023")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.clauses.sittings import Found, sitting_clause
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["more_sittings", "of_each_body"]

_BESIDE = re.compile(
    r"(?:,? (?:and|but)|[;,])\s+(?:it\s+|which\s+|that\s+)?(?:(?P<when>last|first|next)\s+)?(?:(?:has|had|have|since|only|also|then|already)\s+)*"
    r"(?P<verb>(?:met|convened|sat|reconvened|gathered|assembled|came together|was (?:last |first )?convened)\b"
    r"|(?:will|shall|is to|is due to|is set to|is expected to|was to|was due to)\s+(?:next |then |again )?(?:meet|convene|sit|reconvene|gather|assemble|come together|be convened)\b"
    r"|held (?:its|their|a|the)(?: [\w-]+){0,3}? (?:session|meeting|sitting|round)\b)"
)
_SUBJECT = re.compile(r"(?:^|[.;:,—–]|\bthat)\s*(?:The|the|A|a|An|an|Their|their|This|Its|its)?\s*$")
_OTHER = re.compile(r"\b(?:who|whose|while|whereas|because|where)\b|[:\"“]")
_PAIR = re.compile(
    r",?\s*(?:and\s+)?(?:then\s+|again\s+|once more\s+)?in\s+(?:the\s+)?(?P<place>[A-Z][^,;()\d]{1,40}?)\s*,?\s*(?:in|on|of|\()?\s*"
)


def more_sittings(line: Line, index: int, mentions: Sequence[Mention], clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, with the sessions that their bodies held or are to hold besides, and the places and days behind theirs."""
    found = [*clauses, *_besides(line, index, mentions, clauses)]
    return [one for clause in found for one in (clause, *_again(line, clause, mentions))]


def _besides(line: Line, index: int, mentions: Sequence[Mention], clauses: Sequence[Clause]) -> Iterator[Clause]:
    """What the body that is the subject of a sentence did besides what is told of it first."""
    bodies = [m for m in mentions if m.type == "body" and m.ordinal is None and not m.attributes.get("plural")]
    body = next((b for b in bodies if _SUBJECT.search(line.text[line.span.start : b.span.start])), None)
    if body is None or not (body.attributes.get("telling") or body.attributes.get("anaphor")):
        return
    taken = [c.trigger for c in clauses if c.concept == "sitting"]
    at = [m.span("verb") for m in _BESIDE.finditer(line.text, body.span.end, line.span.end)]
    for n, (start, end) in enumerate(at):
        if any(Span(start, end).overlaps(Span(t.start, t.end + 12)) for t in taken):
            continue
        if _OTHER.search(line.text, body.span.end, start) or any(b.span.start < start for b in bodies if b is not body):
            return
        stop = at[n + 1][0] if n + 1 < len(at) else line.span.end
        clause = sitting_clause(line, index, Found(Span(start, end), body, None, ""), Span(start, stop), mentions)
        if clause is not None and clause.when is not None:
            yield clause


def _again(line: Line, clause: Clause, mentions: Sequence[Mention]) -> Iterator[Clause]:
    """The same body's sessions at the places and on the days that stand in a row behind its first."""
    place = next(iter(clause.mentions("place")), None)
    if clause.concept != "sitting" or clause.status != "reported" or clause.when is None or place is None:
        return
    last = max(clause.when.span.end, place.span.end)
    for date in sorted((d for d in line.dates if d.period and d.span.start > last), key=lambda d: d.span.start):
        pair = _PAIR.fullmatch(line.text, last, date.span.start)
        where = next(
            (m for m in mentions if pair and m.type in ("place", "state") and m.span.start == pair.start("place")), None
        )
        if where is None:
            return
        others = tuple(a for a in clause.arguments if a.mention is not place and a.mention.type != "ordinal")
        at = Argument(where.but(type="place"), "at")
        yield replace(clause, arguments=(*others, at), when=date, trigger=Span(where.span.start, date.span.end))
        last = date.span.end


_JOINED = re.compile(r"\s*(?:,|,? and|,? as well as)\s+(?:a|an|the|their|its)\s+(?:new\s+)?")
_PARTS = ("object", "of")
_TOLD = ("sitting", "establish", "dissolve")


def of_each_body(text: str, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """The clauses, and those of the bodies that "and" joins to theirs: "set up a committee on trade and a council on water"."""
    bodies = [m for m in mentions if m.type == "body" and m.ordinal is None and m.attributes.get("telling")]
    own = {(c.concept, b.span) for c in clauses if c.concept in _TOLD for b in c.mentions("body", parts=_PARTS)}
    found: list[Clause] = []
    for clause in clauses:
        found.append(clause)
        told = [b for b in clause.mentions("body", parts=_PARTS) if b in bodies] if clause.concept in _TOLD else []
        if not told or clause.mentions("ordinal"):
            continue
        for other in bodies:
            first, last = sorted((told[0].span, other.span), key=lambda s: s.start)
            if (clause.concept, other.span) not in own and _JOINED.fullmatch(text, first.end, last.start):
                own.add((clause.concept, other.span))
                arguments = tuple(Argument(other, a.part) if a.mention is told[0] else a for a in clause.arguments)
                found.append(replace(clause, arguments=arguments))
    return found
