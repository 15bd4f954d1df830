"""What a clause takes from its surroundings: the date of the visit it happened on, the lead-in of its list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from accord.document import Block, Span
from accord.languages.en.papers import paper_of_item
from accord.languages.en.phrases import Line, heads
from accord.languages.views import Argument, Clause, Mention, Sentence

__all__ = ["dated_by_frame", "items_of_lists", "listed_papers", "located", "of_own_paper", "own_paper", "sessions"]

_ANAPHOR = re.compile(
    r"\b(?:during|following|after|in|of|at|on|upon|as a result of|within|as part of|outcome|result(?:s)? of|after)\s+(?:the|this|his|her|their|its|these)\s+(?:\w+\s+){0,2}(?:visit|trip|talks|meeting|negotiations|summit|session|sidelines|ceremony|event|stay|tour)\b"
    r"|\b[Tt]he (?:visit|trip|talks|meeting|session|summit|ceremony)\b|\b(?:same|that) day\b|\b(?:earlier|later) (?:in the day|today)\b|\bon (?:that|this) occasion\b",
    re.IGNORECASE,
)  # fmt: skip
_SAME_DAY = re.compile(r"\b(?:earlier|later) (?:in the day|today|that day)\b|\bthe same (?:day|morning|evening|afternoon)\b", re.IGNORECASE)
_FRAMING = frozenset({"agree", "visit", "meet", "talk", "hold", "sign", "session", "receive", "attend"})
_FOLLOWING = frozenset({"sign", "adopt", "initial", "exchange", "ratify", "meet", "talk", "establish", "receive", "hold", "reopen", "open", "attend", "session", "visit", "reach"})
_REACH = 8  # sentences a date reaches without being referred to


_FORESEEN = re.compile(r"\b(?:signature|signing|to be signed)\b.{0,30}\b(?:foreseen|expected|planned|due|scheduled|before|by)\b|\bto be signed\b", re.IGNORECASE)


def items_of_lists(lines: Sequence[Line], rows: Sequence[Sentence], blocks: Sequence[Block], clauses: Sequence[Clause], mentions: list[Mention]) -> list[Clause]:
    """Clauses of the items of a list: what the lead-in says is done with each of them. Adds the items' papers to
    `mentions` in place of those found word by word."""
    found: list[Clause] = []
    for index, (line, row) in enumerate(zip(lines, rows, strict=True)):
        block = blocks[row.block]
        if block.lead is None or block.kind != "item":
            continue
        lead_block = block.lead
        while blocks[lead_block].kind == "heading" and blocks[lead_block].lead is not None:
            lead_block = blocks[lead_block].lead  # type: ignore[assignment]
        lead_rows = [i for i, r in enumerate(rows) if r.block == lead_block]
        if not lead_rows:
            continue
        lead = lines[lead_rows[-1]]
        head = next((form for _, _, form in lead.find("papers")), None)
        heading = _heading_act(lines, rows, block)
        acts = [c for c in clauses if c.sentence == lead_rows[-1] and c.concept in ("sign", "adopt", "approve", "initial", "ratify", "exchange")]
        own_head = any(True for _ in line.find("papers"))
        if head is None and not (acts and own_head) or not (acts or own_head):
            continue
        paper = paper_of_item(line, _form_of(line) or head or "")
        if paper is None:
            continue
        for old in [m for m in mentions if m.type == "paper" and m.span in line.span]:
            mentions.remove(old)
        mentions.append(paper)
        for act in acts or [Clause("list", lead.span, lead.span, lead_rows[-1])]:
            shared = tuple(a for a in act.arguments if a.mention.type not in ("paper", "date", "number"))
            foreseen = _FORESEEN.search(line.text, paper.span.end, line.span.end)
            if foreseen:
                when, later = (act.when if act.concept != "list" else None), when
                places = [Argument(m.but(type="place"), "at") for m in mentions if m.type in ("place", "state") and m.attributes.get("name") and m.span.start > foreseen.start() and m.span in line.span][:1]
                found.append(replace(act, concept="sign", trigger=paper.span, scope=line.span, sentence=index, arguments=(Argument(paper, "object"), *shared, *places), when=later, status="planned"))
            if heading is not None:
                act = replace(act, concept=heading[0], status=heading[1], when=act.when if heading[1] == "reported" else None)
            own_dates = [d for d in line.dates if d.period and d.span not in paper.span]
            when = own_dates[0] if own_dates and act.concept != "list" else act.when
            found.append(replace(act, trigger=paper.span, scope=line.span, sentence=index, arguments=(Argument(paper, "object"), *shared), when=when))
    return found


_HEADINGS = (
    (re.compile(r"\binitialled\b", re.IGNORECASE), ("initial", "reported")),
    (re.compile(r"\b(?:deferred|postponed|put off|not signed|pending)\b", re.IGNORECASE), ("sign", "postponed")),
    (re.compile(r"\b(?:ratified)\b", re.IGNORECASE), ("ratify", "reported")),
    (re.compile(r"\b(?:under negotiation|in negotiation)\b", re.IGNORECASE), ("negotiate", "reported")),
)


def _heading_act(lines: Sequence[Line], rows: Sequence[Sentence], block: Block) -> tuple[str, str] | None:
    """What the heading right above a list says is done with its items ("Initialled", "Deferred")."""
    row = next((r for r in rows if r.block == block.lead), None)
    if row is None or lines[row.index].kind != "heading":
        return None
    words = lines[row.index].text[row.span.start : row.span.end]
    return next((act for pattern, act in _HEADINGS if pattern.search(words)), None)


def _form_of(line: Line) -> str:
    return next((form for _, _, form in line.find("papers") if form), "") if heads("papers") else ""


_DONE = re.compile(r"\b(?:done|adopted|signed|concluded)\s+(?:at|in)\s+", re.IGNORECASE)


def _closing(lines: Sequence[Line], mentions: Sequence[Mention]) -> Mention | None:
    """The date of "Done at Kampala on 5 March 2025", the formula that closes a treaty or communiqué."""
    for line in lines:
        match = _DONE.match(line.text, line.span.start, line.span.end)
        if match:
            return next((d for d in line.dates if d.period is not None), None)
    return None


def own_paper(lines: Sequence[Line], blocks: Sequence[Block], rows: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Clause]:
    """The signing of the paper that the document is the text of: its headline names it, "Done at ..." closes it."""
    if not rows or blocks[rows[0].block].kind not in ("headline", "heading"):
        return []
    paper = next((m for m in mentions if m.type == "paper" and m.span in lines[0].span and m.attributes.get("titled")), None)
    for index, line in enumerate(lines):
        match = _DONE.match(line.text, line.span.start, line.span.end)
        when = next((d for d in line.dates if d.period is not None), None)
        if match and match[0].lower().startswith("done") and when is not None and paper is not None and paper.attributes.get("with"):
            places = [m for m in mentions if m.type in ("place", "state") and m.span in line.span and m.span.start < when.span.start and m.attributes.get("name")][:1]
            here = places[0].but(type="place") if places else None
            arguments = (Argument(paper, "object"), *((Argument(here, "at"),) if here else ()))
            return [Clause("sign", line.span, line.span, index, arguments, when)]
    return []


_IN_FORCE = re.compile(r"\bin (?:force|effect) (?:since|as of|from|as from)\b", re.IGNORECASE)
_OF_A_PAPER = ("ratify", "enter-force", "sign", "exchange", "terminate", "extend")


def of_own_paper(lines: Sequence[Line], clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """Clauses that ratify, sign or bring into force without naming a paper, in the text of a treaty: they are about it
    ("[Ratified by Parliament on ...]", "In force since ...")."""
    own = next((m for m in mentions if m.type == "paper"), None)
    if own is None or own.span.start > 40 or not own.attributes.get("with"):
        return list(clauses)
    found = [
        replace(c, arguments=(*c.arguments, Argument(own, "object")), status="reported") if c.concept in _OF_A_PAPER and c.when is not None and not c.nominal and not c.mentions("paper") and c.sentence else c
        for c in clauses
    ]
    for index, line in enumerate(lines):
        match = _IN_FORCE.search(line.text, line.span.start, line.span.end)
        when = next((d for d in line.dates if d.period is not None), None) if match else None
        if match and when is not None and when.period is not None:
            day = when.but(period=when.period if not when.period.open else type(when.period).day(when.period.first) if when.period.iso[:10].count("-") == 2 else when.period)
            found.append(Clause("enter-force", Span(match.start(), match.end()), line.span, index, (Argument(own, "object"),), day))
    return found


_HERE = re.compile(r"\bhere\b", re.IGNORECASE)


def located(lines: Sequence[Line], clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """Clauses told "here", and arrivals nowhere named, given the place of the dateline."""
    if not lines:
        return list(clauses)
    start = lines[0].span.start
    home = next((m for m in mentions if m.type in ("place", "state") and m.attributes.get("name") and m.form in ("capital", "city") and _dates_the_text(lines, m)), None)
    if home is None or home.span.start - start > 400:
        return list(clauses)
    place = home.but(type="place")
    found = []
    for c in clauses:
        line = lines[c.sentence]
        bare = c.concept in ("arrive", "visit", "meet", "talk") and not c.mentions("place", parts=("at", "to")) and not c.mentions("state", parts=("to", "at"))
        here = _HERE.search(line.text, c.scope.start, c.scope.end)
        if bare and (here or c.concept == "visit" and c.nominal or c.concept == "arrive" and not c.mentions("state", parts=("object",))):
            c = replace(c, arguments=(*c.arguments, Argument(place, "at")))
        found.append(c)
    return found


def _dates_the_text(lines: Sequence[Line], place: Mention) -> bool:
    """Whether a place opens a dateline: a date, in the same line, right behind it."""
    for line in lines[:4]:
        if line.span.start == place.span.start:
            return any(0 <= d.span.start - place.span.end <= 4 for d in line.dates)
    return False


def sessions(clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """Sessions without a body in their clause ("the Sixth Session shall be held") given the body named last before."""
    bodies = [m for m in mentions if m.type == "body" and (m.attributes.get("telling") or m.attributes.get("anaphor"))]
    found: list[Clause] = []
    main = next((m for c in clauses if c.concept == "session" for m in c.mentions("body") if not m.attributes.get("plural")), None)
    for clause in clauses:
        if clause.concept == "session" and not clause.mentions("body"):
            body = main or next((b for b in reversed(bodies) if b.span.start <= clause.trigger.start), None)
            if body is not None:
                clause = replace(clause, arguments=(*clause.arguments, Argument(body.but(antecedents=(*body.antecedents, body.span)), "of")))
        found.append(clause)
    return found


def dated_by_frame(lines: Sequence[Line], rows: Sequence[Sentence], blocks: Sequence[Block], clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """Clauses without a date of their own given one: the only date of their sentence, or that of the visit, talks or
    signing told before, where the text refers to it or stands close behind it."""
    found: list[Clause] = []
    frame: Mention | None = None
    frame_at = -99
    day: Mention | None = None
    signed: dict[str, Mention] = {}
    closing = _closing(lines, mentions)
    for clause in sorted(clauses, key=lambda c: (c.sentence, c.trigger.start)):
        line = lines[clause.sentence]
        if clause.when is None:
            titles = [m.span for m in mentions if m.type == "paper" and m.span in line.span]
            asides = {id(c.when) for c in clauses if c.sentence == clause.sentence and c.when is not None and c.status != clause.status and not c.nominal and c.concept not in ("", "plan", "expect", "postpone", "cancel")} | {id(c.when) for c in clauses if c.sentence == clause.sentence and c.passive and c.when is not None and c is not clause and (_other_paper(c, clause) or c.concept != clause.concept and c.mentions("paper") and c.trigger != clause.trigger)}
            own = {d.period.iso: d for d in line.dates if d.period and id(d) not in asides and not line.calls_paper(d, titles) and d.attributes.get("part") not in ("since", "until", "by") and not line.term(d)}
            if len(own) == 1 and clause.concept in _FOLLOWING | {"reopen", "close", "launch", "resume", "inaugurate", "clash", "kill"}:
                clause = replace(clause, when=next(iter(own.values())))
            elif not own and clause.concept == "sign" and (known := next((signed[m.name] for m in clause.mentions("paper") if m.name in signed), None)):
                clause = replace(clause, when=known)
            elif not own and closing is not None and clause.status == "reported" and (clause.concept in ("sign", "adopt", "initial") or clause.concept == "establish" and clause.tense == "present"):
                clause = replace(clause, when=closing.but(attributes={**closing.attributes, "inherited": True}))
            elif not own and day is not None and _SAME_DAY.search(line.text, line.span.start, line.span.end) and clause.concept in _FOLLOWING and clause.status == "reported":
                clause = replace(clause, when=day.but(antecedents=(*day.antecedents, day.span), attributes={**day.attributes, "inherited": True}))
            elif not own and frame is not None and clause.concept in _FOLLOWING and clause.status == "reported" and clause.tense == "past":
                words = line.text[line.span.start : line.span.end]
                near = clause.sentence - frame_at <= _REACH
                if _ANAPHOR.search(words) or near or clause.nominal and clause.concept == "sign":
                    frame_at = clause.sentence
                    clause = replace(clause, when=frame.but(antecedents=(*frame.antecedents, frame.span), attributes={**frame.attributes, "inherited": True}))
        elif clause.concept in _FRAMING and (clause.concept != "receive" or clause.mentions("person", "office", parts=("object",))) and clause.status == "reported" and (not clause.nominal or clause.concept in ("visit", "session") or frame is None) and _fine(clause.when) and clause.when.attributes.get("inherited") is None:
            if clause.when.attributes.get("part") not in ("since", "until", "by", "before", "after"):
                frame, frame_at = clause.when, clause.sentence
                day = frame if frame.period is not None and frame.period.length.days == 0 else day
        elif clause.concept in _FRAMING and clause.status == "reported" and clause.when is frame:
            frame_at = clause.sentence
        if clause.concept == "sign" and clause.when is not None:
            for paper in clause.mentions("paper"):
                signed.setdefault(paper.name, clause.when)
        found.append(clause)
    return found


def _other_paper(aside: Clause, clause: Clause) -> bool:
    """Whether an aside ("..., concluded in 2023") tells of another paper than the clause."""
    theirs, ours = aside.mentions("paper"), clause.mentions("paper")
    return bool(theirs) and not any(p is q for p in theirs for q in ours)


def _fine(when: Mention) -> bool:
    return when.period is not None and when.period.length.days <= 31 and not when.period.open


_DONE_WITH = frozenset("sign adopt initial ratify approve exchange enter-force extend suspend terminate expire negotiate".split())
_LISTING = frozenset({"include", "be", "reach", "establish", "agree", "list"})


def listed_papers(lines: Sequence[Line], rows: Sequence[Sentence], clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """Papers that sentences behind a signing go on to name ("These included agreements on ...", "Another was ..."), as
    clauses of that signing."""
    found: list[Clause] = []
    acts = {c.sentence: c for c in clauses if c.concept == "sign" and c.status == "reported" and c.mentions("paper")}
    busy = {id(m) for c in clauses if c.concept in _DONE_WITH for m in c.mentions("paper")}
    last: Clause | None = None
    since = 99
    for index, line in enumerate(lines):
        since += 1
        if index in acts:
            last, since = acts[index], 0
        if last is None or since > 2 or rows[index].block - rows[last.sentence].block > 2:
            continue
        for paper in mentions:
            if paper.type != "paper" or paper.span not in line.span or id(paper) in busy or paper.definite or not paper.attributes.get("telling"):
                continue
            verbs = [c for c in clauses if c.sentence == index and not c.nominal]
            if not any(c.concept in _LISTING for c in verbs) or any(c.status != "reported" for c in verbs):
                continue
            shared = tuple(a for a in last.arguments if a.mention.type in ("state", "person", "office"))
            found.append(replace(last, trigger=paper.span, scope=line.span, sentence=index, arguments=(Argument(paper, "object"), *shared)))
            since = 0
    return found
