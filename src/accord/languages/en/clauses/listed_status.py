"""How sure what a list tells is: what stands without a verb under undertakings is to come, and so is what an agenda tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.languages.en.text.leads import foreseen_under, undertaken_under
from accord.languages.en.text.phrases import Line
from accord.languages.views import Clause

__all__ = ["as_led"]

_LED = (
    "sitting",
    "session",
    "sign",
    "open",
    "establish",
    "launch",
    "resume",
    "visit",
    "meet",
    "talk",
    "receive",
    "hold",
)
_ABOUT = ("transport/", "crossing/", "tie/", "project/", "work/")


def as_led(lines: Sequence[Line], clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, those of items that their lead tells to be undertaken or foreseen planned."""
    return [_led(lines[c.sentence], c) for c in clauses]


def _led(line: Line, clause: Clause) -> Clause:
    if not line.over or clause.status != "reported" or not clause.concept.startswith((*_LED, *_ABOUT)):
        return clause
    if not foreseen_under(line) and (undertaken_under(line) is None or _told(line)):
        return clause
    return replace(clause, status="planned", tense="future")


def _told(line: Line) -> bool:
    return any(line.finite(i) for i in range(len(line.tokens)))
