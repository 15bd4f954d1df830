"""Visits told by who is a guest: "visiting A", "the guest, A,", "A thanked his host", a list of who was where and when."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages import patterns as re
from accord.languages.en.contacts.people import subject
from accord.languages.en.contacts.sketch import Sketch
from accord.languages.en.contacts.standing import date_of, status_of
from accord.languages.en.contacts.trips import Trip

__all__ = ["guests"]

_VISITING = re.compile(
    r"(?:(?<!\S)(?!(?:to|is|are|was|were|been|be|of|by|for|after|before|while|when|also|and|currently|now|start|started|,) )\S+ |^)visiting (?P<who>A\d+) "
)
_GUEST = re.compile(
    r"(?<!\S)(?:the|his|a) (?:\w+ )?(?:(?P<of>S\d+) )?(?:guest|visitor) (?:of honou?r )?(?:, |was |is )(?P<who>A\d+) "
)
_APPOSED = re.compile(r"(?<!\S)(?P<who>A\d+) , (?:the|his) (?:S\d+ )?(?:guest|visitor)(?= [,.])")
_HOST = re.compile(
    r"(?<!\S)(?:thank|thanks|thanked|thanking|with|told|assured|invited|inviting) his (?:(?P<of>S\d+) )?hosts?(?= (?:(?:,|\.|and|for|that|to)(?!\S)|(?P<host>A\d+))| $)"
)
_LISTED = re.compile(
    r"(?:^|[;:—–] |- |\. )(?:D\d+ (?:[-–—:,] )?)?(?P<who>A\d+) (?:, A\d+ , |, )?(?:in|to) (?P<to>S\d+)(?: (?:,|and) S\d+)* (?:[,(] )?(?:(?:in )?D\d+ )?(?:\) )?(?=[;.] |$)"
)


def guests(sketch: Sketch) -> Iterator[Trip]:
    """The visits of those who are told as guests, or in a list as being somewhere on a day."""
    for pattern in (_VISITING, _GUEST, _APPOSED):
        for match, _, end in sketch.find(pattern):
            who = sketch.at(match.start("who"))
            of = sketch.at(match.start("of")) if match.groupdict().get("of") else -1
            yield _there(sketch, [who], who, end, of)
    for match, first, end in sketch.find(_HOST):
        people = subject(sketch, first)
        if len(people) == 1:
            trip = _there(sketch, people, first, end)
            told = next((sketch.at(match.start(g)) for g in ("of", "host") if match[g]), -1)
            trip.hosts = sketch.named[told] if told >= 0 else None
            yield trip
    for match, first, end in sketch.find(_LISTED):
        who, host = sketch.at(match.start("who")), sketch.at(match.start("to"))
        when = date_of(sketch, first, host, end, lasting=True)
        if when is not None:
            yield Trip([who], host, first, end, "reported", when)


def _there(sketch: Sketch, people: list[int], first: int, end: int, of: int = -1) -> Trip:
    """The visit of a guest, who may be told with his state: its host is whoever acts beside him, or to be had from elsewhere."""
    status = status_of(sketch, max(0, first - 2), first, end, min(len(sketch.items), end + 4))
    status = "planned" if status == "planned" else "reported"
    when = date_of(sketch, 0, first, len(sketch.items), lasting=True)
    beside = (sketch.named[k] for k in subject(sketch, first) if k not in people)
    hosts = next((m for m in beside if m is not None and m.states), None)
    return Trip(people, -1, first, end, status, when, hosts=hosts, bare=True, coming=True, like=of)
