"""Who is who: spellings of people, the offices that claims show them to hold, and when they were last met.

A surname alone, or an office, stands for a person only where the claims leave one candidate at a compatible date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from accord.kinds.base import Kind
from accord.record import Claim
from accord.resolve.offices import Office
from accord.resolve.sightings import Sighting, sightings
from accord.resolve.spellings import ending, grouped_names, is_full, meant, tokens
from accord.resolve.who import Register, Shown, Span, span_of
from accord.values import Period

__all__ = ["Holding", "People", "Person", "find_people"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a public role. `offices`: (office as written, state or "", first and last date seen as ISO or "").
    `last_contact`: the last dated visit or meeting that claims report of them, ISO or ""."""

    name: str
    spellings: tuple[str, ...]
    offices: tuple[tuple[str, str, str, str], ...]
    last_contact: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """A claim that names a person: the person's id, the name and the office as written (an empty one where the claim gives
    none), whether the claim is a dated contact, and the field that names the person."""

    person: str
    name: str
    office: Office
    label: str
    claim: Claim
    when: Period | None
    contact: bool
    key: str


@dataclass(slots=True)
class _Found:
    """A person in the making."""

    names: dict[str, int] = field(default_factory=dict)
    states: set[str] = field(default_factory=set)
    held: dict[Office, list[Period | None]] = field(default_factory=lambda: defaultdict(list))
    labels: dict[Office, set[str]] = field(default_factory=lambda: defaultdict(set))
    contacts: list[Period] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)


class People(Register):
    """Everybody that a set of claims names in a public role. Made by `find_people`."""

    def __init__(self, seen: Iterable[Sighting]) -> None:
        self.sightings = list(seen)
        self._found: dict[str, _Found] = {}
        self._named: dict[tuple[str, str], str] = {}  # (document, name) -> person
        self._here: dict[tuple[str, Office], set[str]] = defaultdict(set)
        self._seen: list[Holding] = []
        self.persons: list[str] = []  # of each sighting, empty where it names nobody
        self._group()
        for sighting in self.sightings:
            self.persons.append(self._note(sighting) if sighting.named else "")
        super().__init__(self._named, self._shown(), self._holders(), self._here)

    def _group(self) -> None:
        """Every full name -> its person's id (the fullest spelling); short names are left to `_short`."""
        self.names = grouped_names({s.title.name for s in self.sightings if is_full(s.title.name)})
        self._surnames: dict[str, set[str]] = defaultdict(set)
        for name, top in self.names.items():
            self._surnames[ending(name)].add(top)
        self.homes: dict[str, set[str]] = defaultdict(set)
        self._local: dict[str, set[str]] = defaultdict(set)
        for s in self.sightings:
            if person := self.names.get(s.title.name):
                self.homes[person] |= s.states
                self._local[s.claim.document].add(person)

    def _short(self, name: str, document: str, states: Set[str]) -> str:
        """The one person whom a surname stands for, else the name itself."""
        near = self._surnames.get(ending(name), ())
        return meant(name, states, near, lambda p: self.homes[p], self._local[document])

    def elsewhere(self, name: str, document: str, states: Set[str]) -> str:
        return self.names.get(name) or self._short(name, document, states)

    def _note(self, sighting: Sighting) -> str:
        name, claim, states = sighting.title.name, sighting.claim, sighting.states
        person = self.names.get(name) or self._short(name, claim.document, states)
        if not person:
            return ""
        found = self._found.setdefault(person, _Found())
        found.names[name] = found.names.get(name, 0) + 1
        found.states |= states
        found.documents.add(claim.document)
        found.claims.add(claim.id)
        self._named[(claim.document, name)] = person
        for office, label in sighting.offices or [(Office("", sighting.state), "")]:
            said = Holding(person, name, office, label, claim, sighting.when, sighting.contact, sighting.key)
            self._seen.append(said)
        for office, label in sighting.offices:
            found.held[office].append(sighting.when)
            found.labels[office].add(label)
            self._here[(claim.document, office)].add(person)
        if sighting.contact and sighting.when is not None:
            found.contacts.append(sighting.when)
        return person

    def _shown(self) -> dict[str, Shown]:
        return {p: Shown(frozenset(found.states), frozenset(found.held)) for p, found in self._found.items()}

    def _holders(self) -> dict[Office, dict[str, Span]]:
        holders: dict[Office, dict[str, Span]] = defaultdict(dict)
        for person, found in self._found.items():
            for office, periods in found.held.items():
                holders[office][person] = span_of(periods)
        return holders

    def fullest(self, person: str) -> str:
        """The fullest and then commonest spelling of a person's name."""
        names = self._found[person].names if person in self._found else {person: 1}
        return min(names, key=lambda n: (-len(tokens(n)), -names[n], n))

    def holdings(self) -> tuple[Holding, ...]:
        """Every claim that names a person, once for each office that it gives, in the order of the claims' ids."""
        return tuple(self._seen)

    def listed(self) -> tuple[Person, ...]:
        """Everybody, by name."""
        return tuple(sorted((self._person(p, f) for p, f in self._found.items()), key=lambda p: (p.name, p.claims)))

    def _person(self, person: str, found: _Found) -> Person:
        offices = []
        for office, periods in found.held.items():
            dated = [p for p in periods if p is not None]
            first = min(dated, key=lambda p: (p.first, p.iso)).iso if dated else ""
            last = max(dated, key=lambda p: (p.last, p.iso)).iso if dated else ""
            label = min(found.labels[office], key=lambda text: (len(text), text))
            offices.append((label, office.state, first, last))
        contact = max(found.contacts, key=lambda p: (p.last, p.iso)).iso if found.contacts else ""
        spellings = tuple(sorted(found.names))
        return Person(self.fullest(person), spellings, tuple(sorted(offices)), contact, tuple(sorted(found.claims)))


def find_people(claims: Iterable[Claim], kinds: Mapping[str, Kind]) -> People:
    """The person index of a set of claims; the same in any order of the claims."""
    return People(sightings(claims, kinds))
