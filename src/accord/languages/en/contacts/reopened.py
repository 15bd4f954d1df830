"""Ties that were broken off and taken up again in one sentence: each act keeps its own day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from accord.languages import patterns as re
from accord.languages.en.contacts.sketch import Sketch
from accord.values import Period

if TYPE_CHECKING:
    from accord.languages.en.contacts.ties import Bond

__all__ = ["days_of_breaks", "taken_up"]

_BROKEN = "closed|shut|shuttered|suspended|cut|severed|broken|broke|withdrawn|withdrew|frozen|evacuated|abandoned|vacated|recalled|interrupted|halted"
_BREAK = re.compile(
    rf"(?<!\S), (?:(?:which|that) )?(?:(?!D\d|;|,|and)\S+ ){{0,4}}?(?:{_BROKEN}) (?:(?!D\d|;|,)\S+ ){{0,5}}?(?P<day>D\d+) "
)
_UNTIL = r"(?:remained|stayed|was kept|has been|was|kept) (?:shut|closed|suspended)"
_RESUMED = r"(?:which )?(?:(?:was|were|has|had|been|only|then|later|finally) ){0,3}(?:reopened|re-opened|resumed|restored|(?:working|open|operating|operational|active|functioning) again)"
_STILL = re.compile(_UNTIL)
_AGAIN = re.compile(
    rf"(?<!\S)(?:, after which (?:it|his|they)|,|and) (?P<act>{_RESUMED}|{_UNTIL}) (?:(?!;|,|D\d)\S+ ){{0,4}}?(?P<day>D\d+) "
)


def days_of_breaks(sketch: Sketch, action: str, end: int) -> list[int]:
    """The days of an aside on how a tie ended, which are not those of its being taken up ("reopened its embassy, shut
    since 2015")."""
    if action not in ("opened", "restored", "established"):
        return []
    return [at for match, first, _ in sketch.find(_BREAK) if (at := sketch.at(match.start("day"))) and first >= end - 1]


def taken_up(sketch: Sketch, bonds: Sequence[Bond]) -> Iterator[Bond]:
    """What is told behind an end in one breath: "the embassy, closed in 1983 and reopened in 2006"."""
    ends = [b for b in bonds if b.action in ("closed", "suspended") and b.form in ("embassy", "consulate")]
    if not ends or any(b.action in ("opened", "restored") for b in bonds):
        return
    for match, _, end in sketch.find(_AGAIN):
        act, day = sketch.at(match.start("act")), sketch.named[sketch.at(match.start("day"))]
        if act <= ends[0].first - 2 or day is None or day.period is None:
            continue
        if _STILL.fullmatch(match["act"]) and day.attributes.get("part") != "until":
            continue
        if day.period.open:
            day = day.but(period=Period.parse(day.period.iso.strip("./")))
        yield replace(ends[0], action="restored", first=act, end=end, status="reported", when=day)
        return
