"""Ambassadors who are back: "Peru recalled its ambassador in May; he was back at his desk in June"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["back_at_work"]

_BACK = re.compile(
    r"\bback (?:(?:at|to|in) (?:his|her|their|the|both) (?:desks?|posts?|work|offices?|embass\w+|capitals?)|at work|at post|by (?=\d)|in (?:post|place)\b)",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b(?:ambassadors?|envoys?|heads? of mission)\b", re.IGNORECASE)
_HE = re.compile(r"\b(?:he|she|they|envoys|ambassadors|both)\b", re.IGNORECASE)
_GONE = ("suspended", "downgraded")
_REACH = 2  # sentences from an ambassador's leaving to the return


def back_at_work(
    lines: Sequence[Line], clauses: list[Clause], pair: Sequence[str], spans: Sequence[Span]
) -> list[Clause]:
    """The clauses, with the return of ambassadors that sentences tell of those who left, or of those of the page's states."""
    more: list[Clause] = []
    for index, line in enumerate(lines):
        match = _BACK.search(line.text, line.span.start, line.span.end)
        if match is None or any(c.sentence == index and _acts(c) == "restored" for c in clauses):
            continue
        told = next((c for c in reversed(clauses) if 0 <= index - c.sentence <= _REACH and _acts(c) in _GONE), None)
        when = next((d for d in line.dates if d.period is not None and d.span.end > match.start()), None)
        when = when and when.begun()
        if told is not None and told.sentence == index and _shares(told, when):
            first = next((d for d in line.dates if d.period is not None and d.span.end <= match.start()), None)
            clauses = [replace(c, when=first) if c is told else c for c in clauses]
        who = _HE if told is not None else _WHO
        if (
            not who.search(line.text, line.span.start, line.span.end)
            or when is None
            or (told is None and len(pair) < 2)
        ):
            continue
        span = Span(match.start(), match.end())
        tie = (
            told.mentions("tie")[0]
            if told is not None
            else Mention("tie", span, "ambassador", tuple(pair[:2]), tuple(spans[:2]))
        )
        tie = tie.but(span=span, form="ambassador", attributes={"action": "restored"})
        more.append(Clause("bond", span, line.span, index, (Argument(tie, "object"),), when))
    return [*clauses, *more]


def _acts(clause: Clause) -> str:
    """What a clause tells of an ambassador, "" if it tells of none."""
    tie = next(iter(clause.mentions("tie")), None) if clause.concept == "bond" else None
    return str(tie.attributes.get("action", "")) if tie is not None and tie.form == "ambassador" else ""


def _shares(told: Clause, when: Mention | None) -> bool:
    """Whether a leaving was given the day of the return."""
    return told.when is not None and when is not None and told.when.span == when.span
