"""Who is who: spellings of people, the offices that claims show them to hold, and when they were last met.

Two names are one person when the surnames are spelled nearly alike and no given name forbids it; a surname alone, or an
office, stands for a person only where the claims leave one candidate at a compatible date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache

from accord.kinds.base import Kind
from accord.record import Claim, Field, Match, Role, Type
from accord.resolve.names import near_keys
from accord.resolve.offices import Office, Title, read_title
from accord.resolve.words import fold, skeleton
from accord.values import Period

__all__ = ["Holding", "People", "Person", "Who", "find_people", "same_person_name"]

OFFICE_FIELDS = ("office", "role")
"""Fields that give the office of the claim's person. (A Role.OFFICE would say so in the kinds themselves.)"""
HOME_FIELDS = ("sending",)
"""Fields that give the state that the claim's person serves."""
_TENURE = timedelta(days=3 * 365)  # how far from its sightings an office is still taken to be the same person's
_ENDINGS = ("zoda", "zade", "ovich", "evich", "ov", "ev", "uli")


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
class Who:
    """One value of a person field made ready: the person's id where the claims show one, else the bare office."""

    text: str
    person: str = ""
    office: Office | None = None
    states: frozenset[str] = frozenset()
    group: bool = False
    held: frozenset[Office] = frozenset()  # the offices that the claims show the person to hold


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
class _Sighting:
    key: str
    text: str
    title: Title
    claim: Claim
    state: str
    offices: list[tuple[Office, str]]
    when: Period | None
    contact: bool


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


@lru_cache(maxsize=65536)
def _tokens(name: str) -> tuple[str, ...]:
    return tuple(
        skeleton(fold(part)) for part in name.replace(".", ". ").replace("-", "").split() if fold(part).strip(".")
    )


def _bare(token: str) -> str:
    for ending in _ENDINGS:
        if token.endswith(ending) and len(token) - len(ending) >= 4:
            return token[: -len(ending)]
    return token


def same_person_name(a: str, b: str) -> bool | None:
    """Whether two names without titles are one person's: yes, no, or None where one is too short to tell."""
    left, right = _tokens(a), _tokens(b)
    if not left or not right:
        return None
    if len(left) == 1 or len(right) == 1:
        short, long_ = (left, right) if len(left) == 1 else (right, left)
        if len(long_) == 1:
            return near_keys(short[0], long_[0])
        return None if near_keys(short[0], long_[-1]) else False
    if sorted(left) == sorted(right):
        return True
    surnames = near_keys(left[-1], right[-1])
    given_a, given_b = left[0].strip("."), right[0].strip(".")
    initial = min(len(given_a), len(given_b)) == 1
    if initial:
        return None if surnames and given_a[0] == given_b[0] else False
    given = near_keys(given_a, given_b)
    return given and (surnames or _bare(left[-1]) == _bare(right[-1]))


def _persons(fields: Iterable[Field]) -> tuple[Field, ...]:
    return tuple(f for f in fields if f.type in (Type.PERSON, Type.PEOPLE))


def _when(kind: Kind, claim: Claim) -> Period | None:
    value = next((claim.values[f.name] for f in kind.fields if Role.WHEN in f.roles and claim.values.get(f.name)), None)
    return Period.parse(str(value)) if value else None


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    return [str(v) for v in value if str(v).strip()] if isinstance(value, (list, tuple)) else []


def _sightings(claims: Iterable[Claim], kinds: Mapping[str, Kind]) -> list[_Sighting]:
    found: list[_Sighting] = []
    for claim in sorted(claims, key=lambda c: c.id):
        kind = kinds.get(claim.kind)
        if kind is None:
            continue
        home = next((str(claim.values[k]) for k in HOME_FIELDS if claim.values.get(k)), "")
        when = _when(kind, claim)
        for f in _persons(kind.fields):
            contact = Role.WHO in f.roles and claim.status == "reported" and when is not None and f.match is not None
            single = f.type is Type.PERSON
            for text in _texts(claim.values.get(f.name)):
                state = home if single else ""
                title = read_title(text, state)
                offices = [(title.office, text)] if title.office else []
                for key in OFFICE_FIELDS if single else ():
                    if said := claim.values.get(key):
                        other = read_title(str(said), state)
                        offices += [(other.office, str(said))] if other.office and not other.name else []
                found.append(_Sighting(f.name, text, title, claim, state, offices, when, contact))
    return found


class People:
    """Everybody that a set of claims names in a public role. Made by `find_people`."""

    def __init__(self, sightings: list[_Sighting]) -> None:
        self._found: dict[str, _Found] = {}
        self._named: dict[tuple[str, str], str] = {}  # (document or "", name) -> person
        self._holders: dict[Office, dict[str, list[Period | None]]] = defaultdict(dict)
        self._here: dict[tuple[str, Office], set[str]] = defaultdict(set)
        self._seen: list[Holding] = []
        names = self._names = self._group(sightings)
        for sighting in sightings:
            if sighting.title.name and not sighting.title.group:
                self._note(sighting, names)
        for person, found in self._found.items():
            for office, periods in found.held.items():
                self._holders[office][person] = periods

    def _group(self, sightings: list[_Sighting]) -> dict[str, str]:
        """Every full name -> its person's id (the fullest spelling); short names are left to `_short`."""
        full = sorted({s.title.name for s in sightings if len(_tokens(s.title.name)) > 1})
        blocks: dict[str, list[str]] = defaultdict(list)
        for name in full:
            for token in {t[:3] for t in (_tokens(name)[0], _tokens(name)[-1])}:
                blocks[token].append(name)
        leader = {name: name for name in full}

        def top(name: str) -> str:
            while leader[name] != name:
                name = leader[name]
            return name

        for block in blocks.values():
            for i, a in enumerate(block):
                for b in block[i + 1 :]:
                    if top(a) != top(b) and same_person_name(a, b):
                        first, second = sorted((top(a), top(b)), key=lambda n: (-len(_tokens(n)), -len(n), n))
                        leader[second] = first
        self._surnames: dict[str, set[str]] = defaultdict(set)
        for name in full:
            self._surnames[_tokens(name)[-1][:3]].add(top(name))
        self._home: dict[str, set[str]] = defaultdict(set)
        self._local: dict[str, set[str]] = defaultdict(set)
        for s in sightings:
            if s.title.name in leader:
                states = {o.state for o, _ in s.offices if o.state} | ({s.state} if s.state else set())
                self._home[top(s.title.name)] |= states
                self._local[s.claim.document].add(top(s.title.name))
        return {name: top(name) for name in full}

    def _short(self, name: str, document: str, states: set[str]) -> str:
        """The one person whom a surname or an initial with surname stands for, else the name itself."""
        tokens = _tokens(name)
        if not tokens:
            return ""
        fits = {p for p in self._surnames.get(tokens[-1][:3], ()) if same_person_name(name, p) is not False}
        fits = {p for p in fits if not states or not self._home[p] or states & self._home[p]}
        here = fits & self._local[document]
        chosen = here if here else fits
        return next(iter(chosen)) if len(chosen) == 1 else " ".join(tokens)

    def _note(self, sighting: _Sighting, names: Mapping[str, str]) -> None:
        name, claim = sighting.title.name, sighting.claim
        states = {o.state for o, _ in sighting.offices if o.state} | ({sighting.state} if sighting.state else set())
        person = names.get(name) or self._short(name, claim.document, states)
        if not person:
            return
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

    def _holder(self, office: Office, when: Period | None, document: str) -> str:
        """Who held an office then, where the claims leave one candidate; else an empty string."""
        here = self._here.get((document, office), set())
        holders = self._holders.get(office, {})
        fitting = {p for p, periods in holders.items() if _compatible(periods, when)}
        if len(here) == 1 and here & fitting:
            return next(iter(here))
        if when is None or not office.unique:
            return ""
        covering = {p for p in fitting if _covers(holders[p], when)}
        chosen = fitting if len(fitting) == 1 else covering
        return next(iter(chosen)) if len(chosen) == 1 else ""

    def who(self, text: str, document: str, when: Period | None = None, state: str = "") -> Who:
        """Whom a value of a person field names; `state` is the one that the person serves, if the claim says it."""
        title = read_title(text, state)
        if title.group:
            return Who(text, group=True)
        if title.name:
            states = {title.office.state} if title.office and title.office.state else {state} - {""}
            person = self._named.get((document, title.name)) or self._names.get(title.name)
            person = person or self._short(title.name, document, states) or title.name
            found = self._found.get(person)
            if found is None:
                return Who(text, person, title.office, frozenset(states))
            return Who(text, person, title.office, frozenset(found.states), held=frozenset(found.held))
        if title.office is None:
            return Who(text, group=True)
        person = self._holder(title.office, when, document)
        of = title.office.state
        return Who(text, person, title.office, frozenset({of} if of else ()))

    @staticmethod
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
            return (
                (False, "offices of different states") if both and a.states.isdisjoint(b.states) else (None, "offices")
            )
        named, office = (a, b.office) if a.person else (b, a.office)
        if office and office.state and named.states and office.state not in named.states:
            return False, "an office of another state"
        if office and office.unique and any(held.unique and held.state == office.state for held in named.held):
            return (None if office in named.held else False), "an office that the person is not seen to hold then"
        return None, "an office whose holder is not known"

    def fullest(self, person: str) -> str:
        """The fullest and then commonest spelling of a person's name."""
        names = self._found[person].names if person in self._found else {person: 1}
        return min(names, key=lambda n: (-len(_tokens(n)), -names[n], n))

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


def _compatible(periods: list[Period | None], when: Period | None) -> bool:
    """Whether the office may be that person's at a date: near their dated sightings, or none of them is dated."""
    dated = [p for p in periods if p is not None]
    if when is None or not dated:
        return True
    first, last = min(p.first for p in dated), max(p.last for p in dated)
    return (first - when.last) <= _TENURE and (when.first - last) <= _TENURE


def _covers(periods: list[Period | None], when: Period) -> bool:
    dated = [p for p in periods if p is not None]
    return bool(dated) and min(p.first for p in dated) <= when.last and when.first <= max(p.last for p in dated)


def find_people(claims: Iterable[Claim], kinds: Mapping[str, Kind]) -> People:
    """The person index of a set of claims; the same in any order of the claims."""
    return People(_sightings(claims, kinds))


def uses_people(match: Match | None, type_: Type) -> bool:
    """Whether a field's values are compared as people."""
    return match is Match.PERSON or (match is Match.OVERLAP and type_ is Type.PEOPLE)
