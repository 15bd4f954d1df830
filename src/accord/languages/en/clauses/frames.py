"""What a clause takes from its surroundings: the paper that a treaty's text is, the place of the dateline, the body
whose session it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.document import Block, Span
from accord.languages import patterns as re
from accord.languages.en.datelines import dateline
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention, Sentence

__all__ = ["located", "of_own_paper", "own_paper", "sessions"]

_DONE = re.compile(r"\bdone\s+(?:at|in)\s+", re.IGNORECASE)


def own_paper(
    lines: Sequence[Line], blocks: Sequence[Block], rows: Sequence[Sentence], mentions: Sequence[Mention]
) -> list[Clause]:
    """The signing of the paper that the document is the text of: its headline names it, "Done at ..." closes it."""
    paper = next((m for m in mentions if m.type == "paper" and m.attributes.get("own")), None)
    if paper is None and (not rows or blocks[rows[0].block].kind not in ("headline", "heading")):
        return []
    paper = paper or next(
        (m for m in mentions if m.type == "paper" and m.span in lines[0].span and m.attributes.get("titled")), None
    )
    for index, line in enumerate(lines):
        match = _DONE.match(line.text, line.span.start, line.span.end)
        when = next((d for d in line.dates if d.period is not None), None)
        if match and when is not None and paper is not None and paper.attributes.get("with"):
            places = [
                m
                for m in mentions
                if m.type in ("place", "state")
                and m.span in line.span
                and m.span.start < when.span.start
                and m.attributes.get("name")
            ][:1]
            here = places[0].but(type="place") if places else None
            arguments = (Argument(paper, "object"), *((Argument(here, "at"),) if here else ()))
            return [Clause("sign", line.span, line.span, index, arguments, when)]
    return []


_IN_FORCE = re.compile(r"\bin (?:force|effect) (?:since|as of|from|as from)\b", re.IGNORECASE)
_OF_A_PAPER = ("ratify", "enter-force", "sign", "exchange", "terminate", "extend")


def of_own_paper(lines: Sequence[Line], clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """Clauses that ratify, sign or bring into force without naming a paper, in the text of a treaty: they are about it
    ("[Ratified by Parliament on ...]", "In force since ...")."""
    text = next((m for m in mentions if m.type == "paper" and m.attributes.get("own")), None)
    own = text or next((m for m in mentions if m.type == "paper"), None)
    if own is None or (own.span.start > 40 and text is None) or not own.attributes.get("with"):
        return list(clauses)
    others = {i for i, line in enumerate(lines) for m in mentions if m.type == "paper" and m is not own and m.span in line.span and not m.attributes.get("anaphor")}  # fmt: skip
    found = [
        replace(c, arguments=(*c.arguments, Argument(own, "object")), status="reported")
        if c.concept in _OF_A_PAPER
        and c.when is not None
        and not c.nominal
        and not c.mentions("paper")
        and not (c.concept == "sign" and c.tense == "present")
        and c.sentence
        and c.sentence not in others
        else c
        for c in clauses
    ]
    for index, line in enumerate(lines):
        if index in others:
            continue
        found += _headed(line, index, own, found)
        match = _IN_FORCE.search(line.text, line.span.start, line.span.end)
        behind = (d for d in line.dates if match and d.period is not None and d.span.end > match.end())
        when = next(behind, None)
        if any(c.concept == "enter-force" and c.sentence == index and c.mentions("paper") for c in found):
            continue
        if match and when is not None and when.period is not None:
            day = when.but(
                period=when.period
                if not when.period.open
                else type(when.period).day(when.period.first)
                if when.period.iso[:10].count("-") == 2
                else when.period
            )
            found.append(
                Clause(
                    "enter-force", Span(match.start(), match.end()), line.span, index, (Argument(own, "object"),), day
                )
            )
    if any(
        c.concept == "enter-force" and c.status == "reported" and c.when and own in c.mentions("paper") for c in found
    ):
        found = [c for c in found if not (c.concept == "enter-force" and c.status == "planned" and c.when is None)]
    return found


_HEADED = tuple(
    (concept, re.compile(rf"\W*(?:date of (?:the )?|dates? )?(?:{words})\b[^:\d]{{0,40}}[:\s]", re.IGNORECASE))
    for concept, words in (
        ("enter-force", r"entry into force|entered into force|in force"),
        ("sign", r"signed|signature|signing|done|concluded|adoption"),
        ("ratify", r"ratifi(?:ed|cation)"),
        ("approve", r"approv(?:ed|al)"),
        ("terminate", r"terminat(?:ed|ion)"),
    )
)


def _headed(line: Line, index: int, own: Mention, clauses: Sequence[Clause]) -> list[Clause]:
    """What a line of a treaty's head says was done with it ("Entry into force: 1 March 2021")."""
    days = [d for d in line.dates if d.period is not None and d.period.length.days <= 31]
    if not days or line.span.end - line.span.start > 140:
        return []
    for concept, pattern in _HEADED:
        match = pattern.match(line.text, line.span.start, line.span.end)
        if match is None or not 0 <= days[0].span.start - match.start() < 70:
            continue
        if any(c.concept == concept and c.sentence == index and c.mentions("paper") for c in clauses):
            return []
        places = [
            Argument(m.but(type="place"), "at")
            for m in line.at
            if m is not None and m.type in ("place", "state") and concept == "sign" and m.attributes.get("name")
        ]
        trigger = Span(match.start(), match.end())
        return [Clause(concept, trigger, line.span, index, (Argument(own, "object"), *places[:1]), days[0])]
    return []


_HERE = re.compile(r"\bhere\b", re.IGNORECASE)


def located(lines: Sequence[Line], clauses: Sequence[Clause]) -> list[Clause]:
    """Clauses told "here", and arrivals nowhere named, given the place of the dateline."""
    if not lines:
        return list(clauses)
    home = dateline(lines)
    if home is None:
        return list(clauses)
    place = home.but(type="place")
    found = []
    for c in clauses:
        line = lines[c.sentence]
        bare = (
            c.concept in ("arrive", "visit", "meet", "talk")
            and not c.mentions("place", parts=("at", "to"))
            and not c.mentions("state", parts=("to", "at"))
        )
        here = _HERE.search(line.text, c.scope.start, c.scope.end)
        if bare and (
            here
            or (c.concept == "visit" and c.nominal)
            or (c.concept == "arrive" and not c.mentions("state", parts=("object",)))
        ):
            c = replace(c, arguments=(*c.arguments, Argument(place, "at")))
        found.append(c)
    return found


def sessions(clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """Sessions without a body in their clause ("the Sixth Session shall be held") given the body named last before."""
    bodies = [m for m in mentions if m.type == "body" and (m.attributes.get("telling") or m.attributes.get("anaphor"))]
    found: list[Clause] = []
    main = next(
        (m for c in clauses if c.concept == "session" for m in c.mentions("body") if not m.attributes.get("plural")),
        None,
    )
    sat: dict[int, Mention] = {}
    for clause in sorted(clauses, key=lambda c: (c.sentence, c.trigger.start)):
        if clause.concept == "sitting":
            for body, number in ((b, n.ordinal) for b in clause.mentions("body") for n in clause.mentions("ordinal")):
                sat.setdefault(number or 0, body)
    for clause in clauses:
        if clause.concept == "session" and not clause.mentions("body"):
            last = next((b for b in reversed(bodies) if b.span.start <= clause.trigger.start), None)
            clause = _of_body(clause, main or last)
        elif clause.concept == "sitting" and not clause.mentions("body"):
            given = _sitting_body(clause, clauses, bodies, sat)
            if given is None:
                continue
            clause = _of_body(clause, given)
        found.append(clause)
    return found


def _of_body(clause: Clause, body: Mention | None) -> Clause:
    if body is None:
        return clause
    return replace(
        clause,
        arguments=(
            *clause.arguments,
            Argument(body.but(antecedents=(*body.antecedents, body.span), ordinal=None), "of"),
        ),
    )


_NEAR = 4  # sentences in which an unnumbered sitting finds its body


def _sitting_body(
    clause: Clause, clauses: Sequence[Clause], bodies: Sequence[Mention], sat: dict[int, Mention]
) -> Mention | None:
    """The body of a sitting that names none: the one whose sitting has the number next to its own, else the one that sat
    last before, else the one named last before."""
    number = next((m.ordinal for m in clause.mentions("ordinal")), None)
    if number is not None:
        beside = sat.get(number - 1) or sat.get(number + 1)
        if beside is not None:
            return beside
    earlier = [
        c for c in clauses if c.concept == "sitting" and c.trigger.start < clause.trigger.start and c.mentions("body")
    ]
    if earlier and (number is not None or clause.sentence - earlier[-1].sentence <= _NEAR):
        return earlier[-1].mentions("body")[0]
    before = [b for b in bodies if b.span.end <= clause.trigger.start and not b.attributes.get("plural")]
    if not before or (number is None and clause.trigger.start - before[-1].span.end > 400):
        return None
    return before[-1]
