"""Whom a value of a person field names, by what claims show: spellings put together, and who held an office when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from accord.resolve.offices import Office, read_title
from accord.resolve.spellings import same_person_name
from accord.resolve.words import fold
from accord.values import Period

__all__ = ["TENURE", "Register", "Shown", "Span", "Who", "same", "span_of"]

TENURE = timedelta(days=3 * 365)
"""How far from its sightings an office is still taken to be the same person's."""

Span = tuple[date, date] | None
"""The first and the last day on which a person is seen in an office; None where no date is given."""


@dataclass(frozen=True, slots=True)
class Who:
    """One value of a person field made ready: the person's id where the claims show one, else the bare office."""

    text: str
    person: str = ""
    office: Office | None = None
    states: frozenset[str] = frozenset()
    group: bool = False
    held: frozenset[Office] = frozenset()  # the offices that the claims show the person to hold


@dataclass(frozen=True, slots=True)
class Shown:
    """What all claims together show of a person: the states that they are named with, and their offices."""

    states: frozenset[str] = frozenset()
    held: frozenset[Office] = frozenset()


def span_of(periods: Iterable[Period | None]) -> Span:
    """The days that dated sightings cover."""
    dated = [p for p in periods if p is not None]
    return (min(p.first for p in dated), max(p.last for p in dated)) if dated else None


def _compatible(span: Span, when: Period | None) -> bool:
    """Whether the office may be that person's at a date: near their dated sightings, or none of them is dated."""
    if when is None or span is None:
        return True
    first, last = span
    return (first - when.last) <= TENURE and (when.first - last) <= TENURE


def _covers(span: Span, when: Period) -> bool:
    return span is not None and span[0] <= when.last and when.first <= span[1]


def same(a: Who, b: Who) -> tuple[bool | None, str]:
    """Whether two values name one person: yes, no, or None where the claims do not tell; and why."""
    if a.group or b.group:
        return None, "several people, none of them named"
    if a.person and a.person == b.person:
        return True, "the same person" if a.text == b.text else "spellings or offices of one person"
    if a.person and b.person:
        verdict = same_person_name(a.person, b.person)
        return (verdict, "people's names that may be one") if verdict is not False else (False, "different people")
    if not a.person and not b.person:
        if a.office and b.office and (a.office == b.office or (fold(a.text) == fold(b.text))):
            return True, "the same office"
        both = a.office and b.office and a.office.state and b.office.state
        return (False, "offices of different states") if both and a.states.isdisjoint(b.states) else (None, "offices")
    named, office = (a, b.office) if a.person else (b, a.office)
    if office and office.state and named.states and office.state not in named.states:
        return False, "an office of another state"
    if office and office.unique and any(held.unique and held.state == office.state for held in named.held):
        return (None if office in named.held else False), "an office that the person is not seen to hold then"
    return None, "an office whose holder is not known"


@dataclass
class Register:
    """What is known of people, as far as it is asked.

    `named`: (document, name) -> person · `shown`: by person · `holders`: office -> its people and when they were seen in it ·
    `here`: (document, office) -> those whom the document says to hold it.
    """

    named: Mapping[tuple[str, str], str] = field(default_factory=dict)
    shown: Mapping[str, Shown] = field(default_factory=dict)
    holders: Mapping[Office, Mapping[str, Span]] = field(default_factory=dict)
    here: Mapping[tuple[str, Office], Set[str]] = field(default_factory=dict)
    same = staticmethod(same)

    def who(self, text: str, document: str, when: Period | None = None, state: str = "") -> Who:
        """Whom a value of a person field names; `state` is the one that the person serves, if the claim says it."""
        title = read_title(text, state)
        if title.group:
            return Who(text, group=True)
        if title.name:
            states = {title.office.state} if title.office and title.office.state else {state} - {""}
            person = self.named.get((document, title.name)) or self.elsewhere(title.name, document, states)
            person = person or title.name
            shown = self.shown.get(person)
            if shown is None:
                return Who(text, person, title.office, frozenset(states))
            return Who(text, person, title.office, shown.states, held=shown.held)
        if title.office is None:
            return Who(text, group=True)
        person = self._holder(title.office, when, document)
        of = title.office.state
        return Who(text, person, title.office, frozenset({of} if of else ()))

    def elsewhere(self, name: str, document: str, states: Set[str]) -> str:
        """The person of a name that the document's claims do not give; empty where it is not known."""
        return ""

    def _holder(self, office: Office, when: Period | None, document: str) -> str:
        """Who held an office then, where the claims leave one candidate; else an empty string."""
        here = self.here.get((document, office), frozenset())
        holders = self.holders.get(office, {})
        fitting = {p for p, span in holders.items() if _compatible(span, when)}
        if len(here) == 1 and here & fitting:
            return next(iter(here))
        if when is None or not office.unique:
            return ""
        covering = {p for p in fitting if _covers(holders[p], when)}
        chosen = fitting if len(fitting) == 1 else covering
        return next(iter(chosen)) if len(chosen) == 1 else ""
