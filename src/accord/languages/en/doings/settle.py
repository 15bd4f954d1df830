"""What an act is by what is told around it."""

from __future__ import annotations

from dataclasses import replace

from accord.languages import patterns as re
from accord.languages.en.doings.act import Act
from accord.languages.en.text.phrases import Line

__all__ = ["BEGINNINGS", "settle"]

BEGINNINGS = ("begin", "began", "begun", "start", "resum", "launc", "comme")
_WILL = re.compile(r"\b(?:will|shall|would)\b|\bwo$")
_TO_SHARE = re.compile(r"\s+(?:to|by|at)\s+(?:about |some |around |over |nearly )?\d[\d.,]*\s?(?:%|per ?cent)")
_BY_SHARE = re.compile(r"\b(?!100\b)\d[\d.,]*\s?(?:%|per ?cent)\s+$")  # "60 % finished"
_NONE = re.compile(r"\b(?:no|not|neither|never|hardly any)\b|n['’]t\b", re.IGNORECASE)
_TO_START = re.compile(
    r"\b(?:will|shall|would|should|to|due|set)\s+(?:be\s+|now\s+|only\s+)?(?:begin|begun|start|started|commence|commenced|"
    r"launch|launched|kick off|get under ?way)\b"
)


def settle(line: Line, act: Act, status: str) -> str:
    """Name an act by what is told around it: works that are to begin, trains that no longer
    run; its status, which for these is that of the stop."""
    start = line.tokens[act.left].start
    if act.way.kind == "project" and act.way.concept in ("construct", "plan", "complete", "propose"):
        if (
            act.way.concept == "complete"
            and status == "reported"
            and (
                _TO_SHARE.match(line.text, line.tokens[act.end - 1].end)
                or _BY_SHARE.search(line.text, line.span.start, line.tokens[act.at].start)
            )
        ):
            act.way = replace(act.way, concept="construct")
        elif act.way.concept in ("construct", "plan") and _starts(line, act):
            act.way = replace(act.way, concept="begin")
    elif act.concept == "crossing/open" and act.way.sort == "state" and status == "denied":
        act.way = replace(act.way, concept="close")  # "no longer in operation"
        return "reported"
    elif act.concept == "transport/run" and _NONE.search(line.text, start, line.tokens[act.at].start):
        act.way = replace(act.way, concept="suspend")
        if status == "denied":
            return "planned" if _WILL.search(line.text, start, line.tokens[act.at].start) else "reported"
    return status


def _starts(line: Line, act: Act) -> bool:
    """Whether works are told to begin on a day to come ("construction is to start in May")."""
    if act.way.sort == "noun":
        behind = line.text[line.tokens[act.end - 1].end : line.tokens[act.right - 1].end]
        return _TO_START.search(behind) is not None
    return act.way.words[0].startswith(BEGINNINGS)
