"""The day of an act on a paper: the one told behind it before the next verb, or before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["day_of", "each_on_its_day", "finer", "names_paper", "of_relative"]


def day_of(line: Line, clause: Clause, stops: Sequence[Span], papers: Sequence[Mention]) -> Mention | None:
    """The day told behind the act before the next verb, else the one told before it behind the last verb."""
    titles = [p.span for p in papers]
    days = [
        d
        for d in line.dates
        if d.period and not line.calls_paper(d, titles) and not line.term(d) and not _names(line, d, papers)
        and not names_paper(d)
    ]  # fmt: skip
    if (when := _since_when(line, clause, days)) is not None:
        return when
    if clause.concept in _AT_ONCE:
        days = [d for d in days if d.attributes.get("part") not in ("until", "to", "through")]
    at = clause.trigger
    told = [d for d in days if not d.attributes.get("dateline")]
    days = told if told or clause.status != "reported" else days
    until = min((s.start for s in stops if s.start >= at.end), default=line.span.end)
    semicolon = line.text.find(";", at.end, until)
    until = semicolon if semicolon >= 0 else until
    said = _SAID.search(line.text, at.end, line.span.end) is not None
    behind = finer(
        [
            d
            for d in days
            if at.end <= d.span.start < until
            and not _SAID.search(line.text, at.end, d.span.start)
            and not of_relative(line, at.end, d)
        ]
    )
    if clause.concept == "extend":  # the day that it runs to is none of the act, where another is told
        others = [
            d
            for d in days
            if d.attributes.get("part") not in ("to", "until")
            and not re.search(r"\bto\s+$", line.text[line.span.start : d.span.start])
        ]
        behind = [d for d in behind if d in others] or ([] if others else behind)
        days = others or days
    ahead = [d for d in days if d.span.end <= at.start and not any(s.end <= at.start for s in stops)]
    if clause.concept in _AT_ONCE and behind and ahead and _long(behind[0]) and not _long(ahead[-1]):
        return ahead[-1]  # "on Monday they signed a contract for deliveries in 2030"
    if behind:
        return behind[0]
    if clause.status == "planned" and not said and (occasion := _AT_WHICH.search(line.text, at.end, line.span.end)):
        foreseen = [d for d in days if d.span.start > occasion.end()]
        if foreseen and not re.search(
            r"[;]|\b(?:since|until|after|before)\b", line.text[occasion.end() : foreseen[0].span.start]
        ):
            return foreseen[0]
    if ahead:
        return ahead[-1]
    fronted = [d for d in days if _fronted(line, d) and d.span.end <= at.start]
    if fronted and not re.search(r"\b(?:which|that|;)\b", line.text[fronted[0].span.end : at.start]):
        return fronted[0]
    return None


def names_paper(day: Mention) -> bool:
    """Whether a time belongs to the name of what is told of: "the season of 2025", "dated 3 May"."""
    word = day.attributes.get("preposition")
    return word == "dated" or (word == "of" and _long(day))


def of_relative(line: Line, start: int, day: Mention) -> bool:
    """Whether a day stands in a relative clause opened behind a place: "signed a pact, which replaces that of 1990"."""
    return _RELATIVE.bare.search(line.text, start, max(start, day.span.start)) is not None


def finer(days: list[Mention]) -> list[Mention]:
    """Days without those within which the next one lies: "this month, on the 15th", "in 1962, on 1 August"."""
    wide = {id(a) for a, b in pairwise(days) if a.period and b.period and a.period != b.period and b.period.within(a.period) and b.span.start - a.span.end < 6}  # fmt: skip
    return [d for d in days if id(d) not in wide]


def _since_when(line: Line, clause: Clause, days: Sequence[Mention]) -> Mention | None:
    """The time that is said to be that of an act: "the fifth call since 2022, when they signed a pact"."""
    before = [d for d in days if d.span.end <= clause.trigger.start and d.period is not None]
    if not before or not _WHEN.match(line.text, before[-1].span.end, clause.trigger.start):
        return None
    return before[-1].begun()


_RELATIVE = re.compile(r",\s(?:which|where|who|whose|whom|when)\b[^,]*$")
_WHEN = re.compile(r",?\swhen\b[^;:()]{0,120}$")
_AT_ONCE = ("sign", "adopt", "initial", "ratify", "approve", "exchange")  # acts that do not last until a day
_SAID = re.compile(r",[^,;]*\b(?:said|says|told|announced|reported|according)\b")
_AT_WHICH = re.compile(r"\s(?:when|as|once|during|at|on)\s")


def each_on_its_day(line: Line, clause: Clause, papers: Sequence[Mention]) -> list[Clause]:
    """An act that is told of several papers with a day each: "signed a pact on tea in 2019 and one on visas in 2021", "a
    treaty was signed in May and a protocol in June"."""
    own = clause.mentions("paper")
    if not own or clause.when is None or clause.nominal:
        return [clause]
    found: list[Clause] = []
    for paper in papers:
        day = _right_behind(line, paper)
        if (
            day is None
            or day is clause.when
            or (_long(day) and not _long(clause.when))
            or paper.span.start < clause.when.span.end
        ):
            continue
        joined = any(p.span == paper.span for p in own)
        if not joined and (paper.span.start < clause.trigger.end or not _gap(line, clause, paper, day)):
            continue
        rest = tuple(a for a in clause.arguments if a.mention.type not in ("paper", "date", "place"))
        found.append(replace(clause, arguments=(*rest, Argument(paper, "object")), when=day))
    apart = {c.mentions("paper")[0].span for c in found}
    kept = tuple(a for a in clause.arguments if a.mention.type != "paper" or a.mention.span not in apart)
    return [replace(clause, arguments=kept), *found] if found else [clause]


def _right_behind(line: Line, paper: Mention) -> Mention | None:
    """The day that stands right behind a paper's title."""
    behind = (d for d in line.dates if d.period and not line.term(d) and 0 <= d.span.start - paper.span.end < 8)
    return next((d for d in behind if _IN.fullmatch(line.text[paper.span.end : d.span.start])), None)


def _gap(line: Line, clause: Clause, paper: Mention, day: Mention) -> bool:
    """Whether the verb of an act is left out between a paper and its day."""
    between = line.text[clause.when.span.end if clause.when else clause.trigger.end : paper.span.start]
    return _JOINS.fullmatch(between) is not None and _ENDS.match(line.text, day.span.end, line.span.end) is not None


_IN = re.compile(r",?\s+(?:(?:in|on)\s+)?")
_JOINS = re.compile(r",?\s+(?:and\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,2}")
_ENDS = re.compile(r"\s*(?:[.,;)]|and\b|$)")


def _long(day: Mention) -> bool:
    return day.period is not None and day.period.length.days >= 300


def _fronted(line: Line, day: Mention) -> bool:
    """Whether a date opens its sentence ("On 5 March, ...")."""
    return day.span.start - line.span.start < 14


def _names(line: Line, day: Mention, papers: Sequence[Mention]) -> bool:
    """Whether a year stands before a paper as part of its name ("the 1998 agreement")."""
    return any(0 <= p.span.start - day.span.end <= 1 for p in papers) and (
        day.period is None or day.period.length.days > 27 or line.text[day.span.start].isdigit()
    )
