"""Ties that were broken off and taken up again in one sentence: each act keeps its own day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from accord.languages import patterns as re
from accord.languages.en.contacts.sketch import Sketch
from accord.values import Period

if TYPE_CHECKING:
    from accord.languages.en.contacts.ties import Bond

__all__ = ["days_of_turns", "taken_up"]

_ENDED = r"closed|shut|shuttered|suspended|cut|severed|broken|broke|withdrawn|withdrew|frozen|evacuated|abandoned|vacated|recalled|interrupted|halted|terminated"
_WORKING = r"opened|open|working|operating|operational|active|functioning|in operation|at work"
_RESUMED = rf"(?:reopened|re-opened|reopen|re-open|resumed?|restored?|re-established|reestablished|reinstated|revived|returned|return|(?:went|gone|came|come|go) back|(?:{_WORKING}) (?:(?:his|doors|to|the|public) ){{0,3}}?again)"
_TOLD = r"(?:(?:it|they|he|she|his|which|that|was|were|had|has|have|been|only|then|later|finally|also|both|the|two|successor|or|rather|is|are|to|will|would|be|due|may|could|after|years?|again|at|last|in|on|D\d+|,) ){0,9}?"
_BREAKS = (
    re.compile(
        rf"(?<!\S), (?:(?:which|that) )?(?:(?!D\d|;|,|and)\S+ ){{0,4}}?(?P<act>{_ENDED}) (?:(?!D\d|;|,)\S+ ){{0,5}}?(?P<day>D\d+) "
    ),
    re.compile(
        r"(?<!\S)(?:after|following) (?:(?:his|the|a|being|having|been|temporary) ){0,3}(?P<act>closure|closing|closed|shut|suspension|suspended|severance|break|withdrawal|interruption) (?:in|on|of|since|from) (?P<day>D\d+) "
    ),
    re.compile(
        rf"(?<!\S)(?:,|;|and|but) (?:and |but )?(?:(?:it|they|which|was|were|had|has|been|then|later|again|finally|only) ){{1,5}}(?P<act>{_ENDED}) (?:(?!;|,|D\d)\S+ ){{0,4}}?(?P<day>D\d+) "
    ),
)
_UNTIL = r"(?:remained|stayed|was kept|has been|was|kept) (?:shut|closed|suspended)"
_STILL = re.compile(_UNTIL)
_TURNS = (
    re.compile(
        rf"(?<!\S)(?:, after which|,|;|and|but|until|before being) (?:and |but )?(?P<told>{_TOLD})(?P<act>{_RESUMED}) (?:(?!;|,|D\d)\S+ ){{0,5}}?(?P<day>D\d+) "
    ),
    re.compile(
        rf"(?<!\S)(?:, after which (?:it|his|they)|,|and) (?P<act>{_UNTIL}) (?:(?!;|,|D\d)\S+ ){{0,4}}?(?P<day>D\d+) "
    ),
    re.compile(rf"(?<!\S)(?:{_ENDED}) (?:(?!;|,)\S+ ){{0,6}}?(?P<act>until) (?P<day>D\d+) "),
)
_ENDS, _BEGINS = ("closed", "suspended", "severed"), ("opened", "restored", "established")
_FORMS = ("embassy", "consulate", "ambassador", "diplomatic-relations", "visa-regime")


@dataclass(frozen=True, slots=True)
class _Turn:
    """A second act on a tie: whether it ends it, the items of its words and of its day, and how sure it is."""

    ends: bool
    first: int
    act: int
    end: int
    day: int
    suspends: bool
    status: str


def days_of_turns(sketch: Sketch, action: str, end: int) -> list[int]:
    """The days of a tie's other acts in a sentence, which are not those of this one ("reopened its embassy, shut since
    2015", "closed in May and opened again in June")."""
    ends = action in _ENDS
    if not ends and action not in _BEGINS:
        return []
    return [turn.day for turn in _turns(sketch) if turn.ends is not ends and turn.act >= end - 1]


def taken_up(sketch: Sketch, bonds: Sequence[Bond]) -> Iterator[Bond]:
    """What is told of a tie behind its end or its beginning in one breath: "the embassy, closed in 1983 and reopened in
    2006"."""
    for turn in _turns(sketch):
        told = [b for b in bonds if b.form in _FORMS and b.action in (_BEGINS if turn.ends else _ENDS)]
        told = [b for b in told if b.first - 2 < turn.act and b.status not in ("denied", "hypothetical")]
        day = sketch.named[turn.day]
        if not told or day is None or day.period is None or any(b.first <= turn.act < b.end for b in bonds):
            continue
        tie = told[-1]
        if any(b.form == tie.form and b.action in (_ENDS if turn.ends else _BEGINS) for b in bonds):
            continue
        if day.period.open:
            day = day.but(period=Period.parse(day.period.iso.strip("./")))
        action = _end(tie, turn) if turn.ends else "restored"
        yield replace(tie, action=action, first=turn.act, end=turn.end, status=turn.status, when=day)


def _end(tie: Bond, turn: _Turn) -> str:
    """How a tie of this form is said to end."""
    if tie.form == "diplomatic-relations":
        return "suspended" if turn.suspends else "severed"
    return "suspended" if turn.suspends or tie.form in ("ambassador", "visa-regime") else "closed"


def _turns(sketch: Sketch) -> list[_Turn]:
    return _turns_in(sketch) if sketch.has(_HINTS, 0, len(sketch.items)) else []


_HINTS = frozenset(",;") | frozenset("and but until after following before".split())


def _turns_in(sketch: Sketch) -> list[_Turn]:
    found: list[_Turn] = []
    for ends, patterns in ((True, _BREAKS), (False, _TURNS)):
        for pattern in patterns:
            for match, first, end in sketch.find(pattern):
                act, day = sketch.at(match.start("act")), sketch.at(match.start("day"))
                mention = sketch.named[day]
                until = _STILL.fullmatch(match["act"]) is not None
                if mention is None or (until and mention.attributes.get("part") != "until"):
                    continue
                if any(t.day == day for t in found):
                    continue
                found.append(_Turn(ends, first, act, end, day, match["act"].startswith("suspen"), _status(match)))
    return found


def _status(match: re.Match[str]) -> str:
    words = (match.groupdict().get("told") or "").split()
    if {"may", "could"} & set(words):
        return "proposed"
    return "planned" if {"will", "would", "due"} & set(words) or "to" in words[-2:] else "reported"
