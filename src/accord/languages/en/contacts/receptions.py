"""Receptions on arrival: who is received at an airport is visiting the state of whoever receives him; no meeting yet."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages import patterns as re
from accord.languages.en.contacts.people import behind, subject
from accord.languages.en.contacts.sketch import Sketch, either, words
from accord.languages.en.contacts.standing import date_of, status_of
from accord.languages.en.contacts.trips import Trip

__all__ = ["on_arrival", "receptions"]

_HERE = re.compile(
    r"(?<!\S)(?:airport|airbase|air base|air force base|aerodrome|tarmac|airstrip|(?:upon|on|after|at|in) (?:his |the )?(?:arrival|landing)(?! ceremony)|as he (?:arrived|landed|disembarked|stepped off))(?!\S)"
)
_RECEIVED = re.compile(rf"(?<!\S)(?:{either(words('trips', 'receiving'))}|met|meets|saw|seen|bade|bid|picked up)(?!\S)")
_AIRPORT = re.compile(r"(?<!\S)(?:airport|airbase|tarmac) ")
_OPENING = re.compile(r"^(?:upon|on) (?:his |the )?(?:arrival|landing)(?: (?!,)\S+)* , ")
_PASSIVE = frozenset("was were been being is are be".split())


def on_arrival(sketch: Sketch, verb: int) -> bool:
    """Whether somebody is received on arriving or seen off by what stands at an item."""
    if sketch.has(("off", "farewell"), verb + 1, verb + 9) and sketch.item(verb) in ("saw", "seen", "bade", "bid"):
        return True
    near = sketch.text[sketch.starts[verb] : sketch.starts[min(verb + 30, len(sketch.items) - 1)]]
    told = _OPENING.match(sketch.text) or (sketch.item(verb) != "met" and _AIRPORT.search(sketch.text))
    here = _HERE.search(near) or (told and _HERE.search(sketch.text))
    return sketch.item(verb) in words("trips", "receiving") | {"met", "meets"} and bool(here)


def receptions(sketch: Sketch) -> Iterator[Trip]:
    """The visits that receptions tell of, the host to be had from whoever received."""
    for _, first, end in sketch.find(_RECEIVED):
        if sketch.item(first) not in words("trips", "receiving") | {"met"} or not on_arrival(sketch, first):
            continue
        people = subject(sketch, first)
        passive = sketch.has(_PASSIVE, first - 3, first) or sketch.item(end) == "by"
        others = behind(sketch, end, 24, frozenset(("by",))) if passive else behind(sketch, end, 9)
        guests, hosts = (people, others) if passive else (others, people)
        if len(guests) == 1 and hosts:
            left = max(people) + 1
            status = status_of(sketch, left, first, end, min(len(sketch.items), end + 10))
            when = date_of(sketch, left, first, len(sketch.items), lasting=True)
            yield Trip(guests, -1, first, end, status, when, hosts=sketch.named[hosts[0]], bare=True, coming=True)
