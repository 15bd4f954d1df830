"""What is done with the papers of a sentence: which act is done with which paper, when and where. The clauses of the
sentence say how sure each act is; where its paper, day and place stand is read from the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["ACTS", "paper_acts"]

ACTS = frozenset(
    "sign adopt initial negotiate ratify approve exchange enter-force extend suspend terminate expire".split()
)
_LEAVING = ("leave", "cancel")
_INTRANSITIVE = ("enter-force", "expire")
_HELPED = re.compile(r"\b(?:was|were|is|are|been|being|be|get|gets|got)\b[^,;]{0,30}$", re.IGNORECASE)
_LIGHT = re.compile(r"^[\s,(]*(?:(?:which|that|then|first|originally|also|already|previously|jointly|officially|formally|just|only|later|finally|recently|newly|initially|\w+ly)\s+)*$", re.IGNORECASE)  # fmt: skip
_RELATIVE = re.compile(r"^[\s,(]*(?:(?:which|that|whom)\b|(?:the|both|two|its|\w+)\s+(?:\w+\s+){0,4}$)", re.IGNORECASE)
_AND = re.compile(
    r"^[\s,)]*(?:,|and|as well as|along with|together with|plus|including|\bor\b|\d+\)|/)*[\s(]*"
    r"(?:(?:and|also|two|three|four|five|six|seven|another|further|a|an|the|their|its|new|joint|\w+)\s+){0,3}$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r",|\band\b|\bas well as\b|\balong with\b|\btogether with\b|\bplus\b|\bincluding\b|/|\bor\b", re.IGNORECASE
)
_UNDER = re.compile(
    r"\b(?:under|after|since|following|pursuant to|in line with|in accordance with|according to|within|in view of|against|despite|"
    r"as part of|in (?:the )?framework of|on the basis of|based on|within the framework of|during|before|implementing|amending|replacing|"
    r"supplementing|extending|implement|amend|replace|update|updating|by|in|from|as)\s+(?:the|a|an|this|that|its|their|his|both)?\s*(?:\w+\s+)?$",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\b(?:under|following|after|of|to|within|against)\s+(?:the|a|an|this|its|their)?\s*(?:\w+\s+)?$")
_IDIOM = re.compile(
    r"\b(?:names?|signatures?|pens?|instruments?|signing|number|set|series|package|total|couple|raft)\b", re.IGNORECASE
)
_WITHDREW = re.compile(r"^\s*(?:\w+ly\s+)?(?:out of|from)\b", re.IGNORECASE)
_OF = re.compile(
    r"^\s*(?:and\s+\w+\s+)?(?:of|for)\s+(?:(?:the|a|an|this|that|these|its|their|both|several|new|following|two|three|four|five|six|\d+)\s+)*(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(r"^(?:'s|’s|s'|\s)?\s*(?:\w+\s)?$")
_CERTAIN = ("sign", "ratify", "exchange", "enter-force", "initial", "adopt")


def paper_acts(line: Line, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """The clauses of a sentence with the acts on papers put right: an act without a paper of its own keeps none."""
    papers = [m for m in mentions if m.type == "paper"]
    acts = [c for c in clauses if c.concept in ACTS or c.concept in _LEAVING]
    if not papers or not acts:
        return list(clauses)
    stops = sorted({c.trigger for c in clauses if not c.nominal})
    found: list[Clause] = []
    before: list[Mention] = []
    seen: set[tuple[Span, str]] = set()
    for clause in clauses:
        key = (clause.trigger, clause.concept)
        if clause.concept in _LEAVING:
            clause = _withdrawal(line, clause, papers)
        elif clause.concept in ACTS and key not in seen:
            own = _papers_of(line, clause, papers, stops, before)
            clause = _settled(line, clause, own, stops, papers)
            before = own or before
        seen.add(key)
        if clause.concept in ACTS and clause.nominal and clause.concept not in _CERTAIN and clause.when is None:
            continue
        found.append(clause)
    return found


def _withdrawal(line: Line, clause: Clause, papers: Sequence[Mention]) -> Clause:
    """ "Withdrew from the protocol", "pulled out of the accord": a paper is ended by one side."""
    paper = next((p for p in papers if p.span.start >= clause.trigger.end), None)
    if paper is None or paper.attributes.get("weak"):
        return clause
    gap = line.text[clause.trigger.end : paper.span.start]
    if clause.concept == "leave" and (not _WITHDREW.match(gap) or len(gap) > 40):
        return clause
    if len(gap) > 24 or clause.nominal:
        return clause
    others = tuple(a for a in clause.arguments if a.mention.type != "paper")
    return replace(clause, concept="terminate", arguments=(*others, Argument(paper, "object")))


def _papers_of(
    line: Line, clause: Clause, papers: Sequence[Mention], stops: Sequence[Span], before: Sequence[Mention]
) -> list[Mention]:
    at = clause.trigger
    left = [p for p in papers if p.span.end <= at.start]
    right = [p for p in papers if p.span.start >= at.end]
    since = max((s.end for s in stops if s.end <= at.start), default=line.span.start)
    until = min((s.start for s in stops if s.start >= at.end), default=line.span.end)
    if clause.nominal:
        return _of_noun(line, at, left, right, until)
    lead = line.text[max(since, line.span.start) : at.start]
    helped = bool(_HELPED.search(lead)) and (clause.passive or not right)
    if helped or clause.concept in _INTRANSITIVE:
        return _subjects(line, at, left, since) or (
            list(before)
            if before and _joined(lead)
            else _objects(line, at, right, until)
            if helped and (_starts(line, lead) or (right and right[0].attributes.get("rest")))
            else []
        )
    if left and _LIGHT.match(line.text[left[-1].span.end : at.start]):
        return left[-1:]
    if before and _joined(lead) and not right:
        return list(before)
    own = _objects(line, at, right, until)
    if own or not left:
        return own
    gap = line.text[left[-1].span.end : at.start]
    return left[-1:] if _RELATIVE.match(gap) and len(gap) < 60 and ";" not in gap else []


def _starts(line: Line, lead: str) -> bool:
    """ "Also signed were ...", "There were also signed ..."."""
    return len(lead.split()) <= 4 and line.span.start == line.span.start


def _joined(lead: str) -> bool:
    return bool(re.search(r"(?:\b(?:and|but|or|then)\b|,)[^,;]{0,40}$", lead)) and len(lead) < 120


def _subjects(line: Line, at: Span, left: Sequence[Mention], since: int) -> list[Mention]:
    """The papers that stand as the subject of a verb behind them."""
    own = [p for p in left if p.span.start >= since]
    if not own and left:
        gap = line.text[left[-1].span.end : at.start]
        return list(left[-1:]) if re.match(r"[\s,]*(?:which|that)\b", gap) else []
    free = [p for p in own if not _UNDER.search(line.text[max(since, p.span.start - 60) : p.span.start])]
    if not free:
        return []
    gap = line.text[free[-1].span.end : at.start]
    if re.match(r"[\s,(]*(?:which|that)\b", gap):
        return free[-1:]
    chosen = free[:1]
    for paper in free[1:]:
        between = line.text[chosen[-1].span.end : paper.span.start]
        if _LINK.search(between) and _AND.match(between):
            chosen.append(paper)
    return chosen


def _objects(line: Line, at: Span, right: Sequence[Mention], until: int) -> list[Mention]:
    """The papers that stand as the objects of a verb before them: the first one and those joined to it."""
    chosen: list[Mention] = []
    for paper in right:
        if not chosen:
            gap = line.text[at.end : paper.span.start]
            if paper.span.start > until or ";" in gap:
                break
            if _UNDER.search(gap) and not _IDIOM.search(gap):
                continue
            if _INSIDE.search(gap) and not _IDIOM.search(gap):
                continue
            chosen.append(paper)
            continue
        between = line.text[chosen[-1].span.end : paper.span.start]
        joined = _LINK.search(between) and _AND.match(between)
        joined = joined or (paper.attributes.get("rest") is not None and paper.attributes.get("rest") == chosen[0].attributes.get("rest"))  # fmt: skip
        if (
            not joined
            and paper.attributes.get("rest") is None
            and not (re.match(r"\s*(?::|,|;)", between) and paper.span.start < until and len(between) < 30)
        ):
            break
        if paper.span.start > until:
            break
        chosen.append(paper)
    return chosen


def _of_noun(line: Line, at: Span, left: Sequence[Mention], right: Sequence[Mention], until: int) -> list[Mention]:
    if right and _OF.match(line.text[at.end : right[0].span.start]):
        return (
            [right[0], *_objects(line, right[0].span, right[1:], until)]
            if len(right) > 1 and _AND.match(line.text[right[0].span.end : right[1].span.start])
            else right[:1]
        )
    if left and _NAMED_FIRST.match(line.text[left[-1].span.end : at.start]):
        return list(left[-1:])
    return []


def _settled(
    line: Line, clause: Clause, own: Sequence[Mention], stops: Sequence[Span], papers: Sequence[Mention]
) -> Clause:
    """The clause with these papers as its objects, and the day and place told beside it."""
    others = tuple(a for a in clause.arguments if a.mention.type != "paper")
    if not own:
        return replace(clause, arguments=others)
    when = _day(line, clause, stops, papers)
    if clause.status == "reported" and not clause.nominal and all(_none(line, p) for p in own):
        clause = replace(clause, status="denied")
    limit = when is not None and when.attributes.get("part") in ("by", "before", "after")
    if when is not None and limit and clause.status == "reported" and clause.concept != "extend":
        when = None
    return replace(clause, arguments=(*others, *(Argument(p, "object") for p in own)), when=when)


def _none(line: Line, paper: Mention) -> bool:
    """ "No treaty has been concluded"."""
    return bool(
        re.search(r"\b[Nn](?:o|either)\s+$", line.text[max(line.span.start, paper.span.start - 10) : paper.span.start])
    )


def _day(line: Line, clause: Clause, stops: Sequence[Span], papers: Sequence[Mention]) -> Mention | None:
    """The day told behind the act before the next verb, else the one told before it behind the last verb."""
    titles = [p.span for p in papers]
    days = [
        d
        for d in line.dates
        if d.period and not line.calls_paper(d, titles) and not line.term(d) and not _names(line, d, papers)
    ]
    at = clause.trigger
    until = min((s.start for s in stops if s.start >= at.end), default=line.span.end)
    semicolon = line.text.find(";", at.end, until)
    until = semicolon if semicolon >= 0 else until
    behind = [d for d in days if at.end <= d.span.start < until]
    if behind:
        return behind[0]
    earlier = [s.end for s in stops if s.end <= at.start]
    ahead = [d for d in days if d.span.end <= at.start and (not earlier or d.span.start >= earlier[-1])]
    if ahead and not (
        earlier
        and re.search(r"\b(?:and|but)\b", line.text[ahead[-1].span.end : at.start])
        and not _fronted(line, ahead[-1])
    ):
        return ahead[-1]
    fronted = [d for d in days if _fronted(line, d) and d.span.end <= at.start]
    if fronted and not re.search(r"\b(?:which|that|;)\b", line.text[fronted[0].span.end : at.start]):
        return fronted[0]
    return None


def _fronted(line: Line, day: Mention) -> bool:
    """Whether a date opens its sentence ("On 5 March, ...")."""
    return day.span.start - line.span.start < 14


def _names(line: Line, day: Mention, papers: Sequence[Mention]) -> bool:
    """Whether a year stands before a paper as part of its name ("the 1998 agreement")."""
    return any(0 <= p.span.start - day.span.end <= 1 for p in papers) and (
        day.period is None or day.period.length.days > 27 or line.text[day.span.start].isdigit()
    )
