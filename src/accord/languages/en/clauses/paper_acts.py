"""What is done with the papers of a sentence: which act is done with which paper, when and where. The clauses of the
sentence say how sure each act is; where its paper, day and place stand is read from the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.clauses.last_papers import MERE, TERM_OF, TOWNS, last_acts
from accord.languages.en.clauses.paper_days import day_of, each_on_its_day
from accord.languages.en.clauses.paper_parts import with_parts, with_told_together
from accord.languages.en.clauses.paper_tails import tail_acts
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["ACTS", "paper_acts"]

ACTS = frozenset(
    "sign adopt initial negotiate ratify approve exchange enter-force extend suspend terminate expire".split()
)
_SETTLING = ("reach", "establish", "list")
_LEAVING = ("leave", "cancel")
_INTRANSITIVE = ("enter-force", "expire")
_HELPED = re.compile(r"\b(?:was|were|is|are|been|being|be|get|gets|got)\b[^,;]{0,30}$", re.IGNORECASE)
_LIGHT = re.compile(r"^[\s,(]*(?:(?:which|that|then|first|originally|also|already|previously|jointly|officially|formally|just|only|later|finally|recently|newly|initially|\w+ly)\s+)*$", re.IGNORECASE)  # fmt: skip
_RELATIVE = re.compile(r"^[\s,(]*(?:(?:which|that|whom)\b|(?:the|both|two|its|\w+)\s+(?:\w+\s+){0,4}$)", re.IGNORECASE)
_OWN_OBJECT = re.compile(r"\s+(?:the|an?|its|his|her|their)\s+(?:[\w-]+\s+){0,3}(?:law|bill|decree|act|order|budget)\b")
_ANOTHER = re.compile(r"[\s,]*(?:and|but|while|as|when|after)\b", re.IGNORECASE)  # a clause of its own
_AND = re.compile(
    r"^[\s,)]*(?:,|and|as well as|along with|together with|plus|including|\bor\b|\d+\)|/)*[\s(]*"
    r"(?:(?:and|also|two|three|four|five|six|seven|another|further|a|an|the|their|its|new|joint|[\w–-]+)\s+){0,3}$",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"^(?:\s*\([^)]*\)|\s*(?:(?:for|through|until|covering|of)\s+)?(?:the\s+(?:years?|period)\s+)?\d{4}(?:\s*[-–/]\s*\d{2,4})?(?!\s*\w*(?:signed))|\s+(?:between|with|by)\s+(?:the|their|both|two)\s[^,;:()]{2,70}?(?=,|\s+and\b|\s+as well\b|;))+",
    re.IGNORECASE,
)  # what may stand between the title of one paper of a list and the next one
_NAMING = re.compile(
    r"^[^;.]{0,120}?(?:,|:|\s[–—-]\s|\s)\s*(?:among (?:them|which|these)|including|includes?|namely|such as|notably|as follows|inter alia|comprising|viz\.?|specifically|in particular|they are|these are|of which)\b[\s:,]*"
    r"(?:(?:a|an|the|one|two|three|four|five|six|\d+|new|joint|their|an?other)\s+)*(?:[\w–-]+\s+){0,2}$",
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
_ASIDE = re.compile(
    r"^\s*(?:\([^)]*\))?,\s*(?:\w+\s)?(?:which|whose|whom|covering|signed|concluded|initialled|agreed|negotiated|drafted|reached|inked|first|worth|between|with|providing|allowing|governing)\b"
    r"[^;:]*,\s*(?:(?:has|have|had|was|were|is|are|will|would|been|be|to|also|yet|not|still|finally|then)\s+)*$",
    re.IGNORECASE,
)
_RESTRICTED = re.compile(  # "the memorandum on fish signed with Peru in May 2020 was extended"
    r"^\s+(?:(?:which|that)\s+(?:was|were|had been)\s+)?(?:signed|concluded|initialled|agreed|negotiated|reached)\b[^,;:]{3,70}\s"
    r"(?:(?:has|have|had|was|were|is|are|will|been|be|also|yet|not|still|finally|then|formally)\s+)+$",
    re.IGNORECASE,
)
_LONG_ASIDE = re.compile(
    r"^\s*(?:between|with|of|on|for|concerning|regarding|\()[^;:]{2,140}[,)]\s*(?:(?:and|which|that|as|first|originally)\s+)?$"
)
_SHOULD_BE = re.compile(
    r"\b(?:direct|instruct|ask|request|order|urg|demand|recommend|propos|agre)\w*\s+that\b[^,;]*\bbe\s+$", re.IGNORECASE
)
_BUT_NOT = re.compile(r"\b(?:but|though|and)\s+not\s+(?:yet\s+)?$", re.IGNORECASE)
_TALKED = re.compile(
    r"\b(?:negotiations?|talks|discussions|consultations|work)\s+(?:on|for|over|about|towards?|to conclude)\s+(?:the|a|an|their|its)?\s*(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\s+(?:under|pursuant to|within|in line with|in accordance with|annexed to|attached to|based on|supplementing|amending|implementing)\s+(?:the|a|an|their|its|that|this)\s+(?:\d{4}\s+)?(?:\w+\s+)?"
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none of (?:them|the (?:two|parties|sides))|neither(?: (?:side|party|country|capital|government|state|of (?:them|the two)))?)\s+(?:(?:has|had|have|yet|ever|so far)\s+)*$",
    re.IGNORECASE,
)
_INTO_FORCE = re.compile(r"^[\s,]*(?:back )?into (?:force|effect|operation)\b", re.IGNORECASE)
_DONE_AT = re.compile(r"^[\s,(]*(?:done|made|drawn up|executed)\s+(?:at|in)\b", re.IGNORECASE)
_IN_FORCE = re.compile(
    r"^(?:[^;.:]{0,110}?(?:\b(?:and|but)|,))?[\s,(]*(?:(?:which|that|it)\s+)?(?:(?:has|have|had|is|was|are|were|been|now|also|already)\s+)*(?P<act>in (?:force|effect))\s+"
    r"(?=(?:since|as of|from|as from|effective|\d{4}|on)\b)",
    re.IGNORECASE,
)
_ABEYANCE = re.compile(
    r"^(?:\s+(?:of|from)\s[^,;.]{4,20}?)?\s+(?:in(?:to)? abeyance|on (?:hold|ice))\b", re.IGNORECASE
)  # "put the Treaty of 1960 in abeyance"
_NEGOTIATED = re.compile(
    r"^[^,;.]{0,40}?\b(?:under (?:negotiation|discussion)|being negotiated|in negotiation|on the negotiating table)\b",
    re.IGNORECASE,
)
_WITHDREW = re.compile(r"^\s*(?:\w+ly\s+)?(?:out of|from)\b", re.IGNORECASE)
_OF = re.compile(
    r"^\s*(?:and\s+\w+\s+)?,?\s*(?:(?:in|on|at|by|from|as of)\s+[^,;]{2,40},?\s+)?(?:of|for)\s+(?:(?:the|a|an|this|that|these|its|their|both|several|new|following|two|three|four|five|six|\d+)\s+)*(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_CERTAIN = ("sign", "ratify", "exchange", "enter-force", "initial", "adopt")


def paper_acts(line: Line, index: int, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """The clauses of a sentence with the acts on papers put right: an act without a paper of its own keeps none."""
    papers = _outer(line, [m for m in mentions if m.type == "paper" and not m.attributes.get("within")])
    if not papers:
        return list(clauses)
    found = _sure_acts(line, index, clauses, papers)
    stops = sorted({c.trigger for c in found if not c.nominal})
    found = tail_acts(
        line, index, papers, found, lambda where, c: _since_day(day_of(where, c, stops, papers), c.concept)
    )
    done = [c for c in found if c.concept in ACTS or c.concept in _SETTLING]
    later = last_acts(line, index, papers, done, lambda where, c: day_of(where, c, stops, papers))
    found += [_with_joined(line, c, papers) for c in later]
    told = [with_told_together(line, c, papers) if c.concept in (*ACTS, *_SETTLING) else c for c in found]
    return [one for c in told for one in (each_on_its_day(line, c, papers) if c.concept in ACTS else [c])]


def _with_joined(line: Line, clause: Clause, papers: Sequence[Mention]) -> Clause:
    """An act on one paper with those of the list that it begins: "to finalise a protocol on tea and a treaty on dams"."""
    own = clause.mentions("paper")
    right = [p for p in papers if own and p.span.start >= own[-1].span.end]
    if not right or clause.trigger.start > own[0].span.start:
        return clause
    more = _joined_to(own[-1:], line, clause.trigger, right, line.span.end)[1:]
    return replace(clause, arguments=(*clause.arguments, *(Argument(p, "object") for p in more)))


def _outer(line: Line, papers: Sequence[Mention]) -> list[Mention]:
    """The papers but those that another's title leans on ("the protocol widening the list under the Trade Agreement")."""
    found: list[Mention] = []
    for paper in papers:
        gap = line.text[found[-1].span.end : paper.span.start] if found else ""
        if not (found and paper.span.start > found[-1].span.end and _LEANS.fullmatch(gap)):
            found.append(paper)
    return found


def _sure_acts(line: Line, index: int, clauses: Sequence[Clause], papers: Sequence[Mention]) -> list[Clause]:
    """The acts that the clauses of the sentence tell."""
    clauses = [replace(c, status="denied") if _of_none(line, c) or _by_nobody(line, c) else c for c in clauses]
    acts = [c for c in clauses if c.concept in ACTS or c.concept in _LEAVING]
    told = _told_behind(line, index, papers, clauses)
    if not acts:
        return [*clauses, *told]
    stops = sorted({c.trigger for c in clauses if not c.nominal})
    found: list[Clause] = []
    before: list[Mention] = []
    seen: set[tuple[Span, str]] = set()
    for clause in clauses:
        key = (clause.trigger, clause.concept)
        if clause.concept in _LEAVING:
            clause = _withdrawal(line, clause, papers)
        elif (
            clause.concept == "reach"
            and clause.mentions("paper")
            and all(_none(line, p) for p in clause.mentions("paper"))
        ):
            clause = replace(clause, status="denied")
        elif clause.concept in ACTS and key not in seen:
            own = with_parts(line, _papers_of(line, clause, papers, stops, before), papers)
            clause = _settled(line, clause, own, stops, papers)
            before = own or before
        seen.add(key)
        if clause.concept == "terminate" and any(
            c.nominal and c.concept in ACTS and c.trigger in clause.scope for c in acts
        ):
            continue  # what was called off is the signing, not the paper
        if clause.concept in ACTS and clause.nominal and clause.concept not in _CERTAIN and clause.when is None:
            continue
        found.append(clause)
    return [*found, *told]


def _told_behind(line: Line, index: int, papers: Sequence[Mention], clauses: Sequence[Clause]) -> list[Clause]:
    """Acts told behind a paper without a verb of their own: "done at Lima on ...", "in force since ...", "put the accord
    into effect", "under negotiation"."""
    found: list[Clause] = []
    stops = sorted({c.trigger for c in clauses if not c.nominal})
    for paper in papers:
        behind = line.text[paper.span.end : line.span.end]
        for pattern, concept in (
            (_DONE_AT, "sign"),
            (_IN_FORCE, "enter-force"),
            (_INTO_FORCE, "enter-force"),
            (_NEGOTIATED, "negotiate"),
            (_ABEYANCE, "suspend"),
        ):
            match = pattern.match(behind)
            if match is None:
                continue
            act = match.start("act") if "act" in pattern.groupindex else match.start()
            trigger = Span(paper.span.end + act, paper.span.end + match.end())
            clause = Clause(concept, trigger, Span(paper.span.start, trigger.end), index, passive=True)
            places = [m.but(type="place") for m in line.at if m is not None and concept == "sign" and m.type in ("place", "state") and 0 <= m.span.start - trigger.end < 12]  # fmt: skip
            found.append(
                replace(
                    clause,
                    arguments=(Argument(paper, "object"), *(Argument(p, "at") for p in places[:1])),
                    when=_since_day(day_of(line, clause, [s for s in stops if s.start > trigger.end], papers), concept),
                )
            )
    return found


def _since_day(day: Mention | None, concept: str) -> Mention | None:
    """The day that "in force since" gives: the first of the open period."""
    return day.begun() if day is not None and concept == "enter-force" else day


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
            if helped
            and (_starts(line, lead) or (right and right[0].attributes.get("rest")) or _follow(line, at, right))
            else []
        )
    if left and _LIGHT.match(line.text[left[-1].span.end : at.start]):
        return left[-1:]
    if before and _joined(lead) and not right:
        return [] if _OWN_OBJECT.match(line.text, at.end) else list(before)
    if left and since <= left[-1].span.end and _LONG_ASIDE.match(line.text[left[-1].span.end : at.start]):
        return left[-1:]
    own = _objects(line, at, right, until)
    if own or not left:
        return own
    gap = line.text[left[-1].span.end : at.start]
    relative = _RELATIVE.match(gap) and not _ANOTHER.match(gap)
    return left[-1:] if relative and len(gap) < 60 and ";" not in gap else []


_FOLLOW = re.compile(r"[^;.,:]{0,50}:\s*(?:\(?\w{1,3}\)\s*)?(?:(?:an?|the)\s+)?(?:[\w-]+\s+){0,2}$")


def _follow(line: Line, at: Span, right: Sequence[Mention]) -> bool:
    """ "The following were concluded: (i) a Visa Waiver Agreement; ..."."""
    return bool(right) and _FOLLOW.match(line.text[at.end : right[0].span.start]) is not None


def _starts(line: Line, lead: str) -> bool:
    """ "Also signed were ...", "There were also signed ..."."""
    return len(lead.split()) <= 4 and line.span.start == line.span.start


def _joined(lead: str) -> bool:
    return bool(re.search(r"(?:\b(?:and|but|or|then)\b|,)[^,;]{0,40}$", lead)) and len(lead) < 120


def _subjects(line: Line, at: Span, left: Sequence[Mention], since: int) -> list[Mention]:
    """The papers that stand as the subject of a verb behind them."""
    own = [p for p in left if p.span.start >= since]
    if not own and left:
        for paper in (left[-1], left[0]):
            gap = line.text[paper.span.end : at.start]
            if re.match(r"[\s,]*(?:which|that)\b", gap) or _ASIDE.match(gap) or _RESTRICTED.match(gap):
                return [paper]
        return []
    free = [p for p in own if not _UNDER.search(line.text[max(since, p.span.start - 60) : p.span.start])]
    if not free:
        return []
    gap = line.text[free[-1].span.end : at.start]
    if re.match(r"[\s,(]*(?:which|that)\b", gap):
        return free[-1:]
    chosen = free[:1]
    for paper in free[1:]:
        between = _TERMS.sub("", _undated(line, chosen[-1], paper))
        if _LINK.search(between) and _AND.match(between):
            chosen.append(paper)
    return chosen


def _objects(line: Line, at: Span, right: Sequence[Mention], until: int) -> list[Mention]:
    """The papers that stand as the objects of a verb before them: the first one and those joined to it."""
    return _joined_to([], line, at, right, until)


def _joined_to(chosen: list[Mention], line: Line, at: Span, right: Sequence[Mention], until: int) -> list[Mention]:
    """The papers chosen and those of the list that they begin."""
    for paper in right:
        if not chosen:
            gap = line.text[at.end : paper.span.start]
            if paper.span.start > until or ";" in gap:
                break
            if _UNDER.search(gap) and not _IDIOM.search(gap) and paper.attributes.get("rest") is None:
                continue
            if _INSIDE.search(gap) and not _IDIOM.search(gap) and paper.attributes.get("rest") is None:
                continue
            chosen.append(paper)
            continue
        between = _undated(line, chosen[-1], paper)
        between = _TERMS.sub("", between) or between
        joined = bool(_LINK.search(between) and _AND.match(between))
        joined = joined or (
            bool(chosen[-1].attributes.get("plural"))
            and (
                _NAMING.match(between) is not None
                or (bool(paper.attributes.get("one")) and not {";", "."} & set(between))
            )
        )
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


def _undated(line: Line, before: Mention, behind: Mention) -> str:
    """What stands between two papers, without the day of the first one: "a pact on tea in May and a treaty on dams"."""
    day = next((d for d in line.dates if before.span.end <= d.span.start and d.span.end <= behind.span.start), None)
    lead = line.text[before.span.end : day.span.start] if day is not None else ""
    if day is None or not _DAY_LEAD.fullmatch(lead):
        return line.text[before.span.end : behind.span.start]
    return line.text[day.span.end : behind.span.start]


_DAY_LEAD = re.compile(r"\s*,?\s*(?:\w+ly\s+)?(?:(?:in|on|for|until|of|from|to|by)\s+)?(?:the\s+)?")


def _of_noun(line: Line, at: Span, left: Sequence[Mention], right: Sequence[Mention], until: int) -> list[Mention]:
    if right and _OF.match(line.text[at.end : right[0].span.start]):
        return _joined_to([right[0]], line, at, right[1:], line.span.end)
    return []


def _settled(
    line: Line, clause: Clause, own: Sequence[Mention], stops: Sequence[Span], papers: Sequence[Mention]
) -> Clause:
    """The clause with these papers as its objects, and the day and place told beside it."""
    others = tuple(a for a in clause.arguments if a.mention.type != "paper")
    if not own:
        return replace(clause, arguments=others)
    if clause.concept in ("sign", "adopt", "extend", "suspend", "terminate") and _TALKED.search(
        line.text[max(line.span.start, own[0].span.start - 60) : own[0].span.start]
    ):
        if clause.status != "reported" or clause.concept in ("suspend", "terminate"):
            return replace(clause, arguments=others)
        clause = replace(clause, concept="negotiate")
    if clause.status == "denied" and _BUT_NOT.search(
        line.text[max(line.span.start, clause.trigger.start - 16) : clause.trigger.start]
    ):
        return replace(clause, arguments=others)
    if clause.concept == "sign" and TOWNS.search(
        line.text, max(line.span.start, clause.trigger.start - 70), clause.trigger.start
    ):
        return replace(clause, arguments=others)
    if clause.concept == "sign" and TERM_OF.match(line.text, clause.trigger.end):
        return replace(clause, arguments=others)
    clause = _by_parliament(line, clause)
    lead = line.text[max(line.span.start, clause.trigger.start - 24) : clause.trigger.start]
    if clause.nominal and clause.concept == "enter-force" and _FOR_THE.search(lead):
        return replace(clause, arguments=others)
    when = day_of(line, clause, stops, papers)
    if clause.concept == "suspend" and _CEASED.match(line.text, clause.trigger.start):
        clause = replace(clause, concept="terminate")
    if (
        when is None
        and MERE.search(lead)
        and (clause.concept in ("suspend", "terminate") or (clause.nominal and clause.concept == "enter-force"))
    ):
        return replace(clause, arguments=others)
    if clause.passive and _SHOULD_BE.search(
        line.text[max(line.span.start, clause.trigger.start - 80) : clause.trigger.start]
    ):
        clause = replace(clause, status="planned")
    if (
        clause.nominal
        and clause.status in ("reported", "denied")
        and _NOT_HELD.search(line.text, clause.trigger.end, line.span.end)
    ):
        clause, when = replace(clause, status="postponed"), None
    if clause.status == "reported" and not clause.nominal and all(_none(line, p) for p in own):
        clause = replace(clause, status="denied")
    limit = when is not None and when.attributes.get("part") in ("by", "before", "after")
    if when is not None and limit and clause.status == "reported" and clause.concept != "extend":
        when = None
    return replace(clause, arguments=(*others, *(Argument(p, "object") for p in own)), when=when)


_NOT_HELD = re.compile(
    r"\b(?:did not (?:take place|happen|materiali[sz]e|go ahead|come about)|has not (?:yet )?(?:taken place|happened)|failed to (?:take place|materiali[sz]e)|was not held|fell through)\b"
)
_CEASED = re.compile(r"ceas\w+\s+to\s+(?:have|be|apply|produce)\b", re.IGNORECASE)
_FOR_THE = re.compile(
    r"\b(?:for|before|until|pending|towards?|to|necessary|required)\s+(?:the\s+|its\s+)?$", re.IGNORECASE
)
_CLEARED = re.compile(
    r"\b(?:approv|authori[sz]|green-?li|clear|endors|back|sanction|permitt)\w*\s+(?:the\s+|its\s+)?$", re.IGNORECASE
)
_PARLIAMENT = re.compile(
    r"\b(?:parliament|assembly|senate|cabinet|government|council of (?:state|ministers)|congress|lawmakers|mps|deputies|duma|house|bill|majlis|knesset|sejm|bundestag)\b",
    re.IGNORECASE,
)


def _by_parliament(line: Line, clause: Clause) -> Clause:
    """What a cabinet or parliament endorses, or the signing that it clears, is approved."""
    before = line.text[max(line.span.start, clause.trigger.start - 60) : clause.trigger.start]
    if clause.nominal and clause.concept == "sign" and _CLEARED.search(before):
        return replace(clause, concept="approve")
    endorsed = line.text[clause.trigger.start : clause.trigger.end].lower().startswith(("endors", "adopt"))
    by_house = endorsed and clause.concept == "adopt" and not clause.passive and _PARLIAMENT.search(before)
    return replace(clause, concept="approve") if by_house else clause


def _of_none(line: Line, clause: Clause) -> bool:
    """ "No agreement was reached"."""
    papers = clause.mentions("paper") if clause.concept == "reach" else []
    return bool(papers) and all(_none(line, p) for p in papers)


def _by_nobody(line: Line, clause: Clause) -> bool:
    """ "Nobody has signed it"."""
    before = line.text[max(line.span.start, clause.trigger.start - 60) : clause.trigger.start]
    return clause.concept in ACTS and _NOBODY.search(before) is not None


def _none(line: Line, paper: Mention) -> bool:
    """ "No treaty has been concluded"."""
    return bool(
        re.search(r"\b[Nn](?:o|either)\s+$", line.text[max(line.span.start, paper.span.start - 10) : paper.span.start])
    )
