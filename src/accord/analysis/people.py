"""People and their offices over time: who is seen in an office, from when to when, and who held it on a day.

An office is seen on the day of what its holder did, else on the day of the publication that calls them by it; plans and
what is undated count for the publication alone. Nothing is known of the time between two sightings but that they are
there: `Answer.words` says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from accord.analysis.archive import Archive
from accord.document import Evidence
from accord.record import Claim, Told
from accord.resolve.offices import Office, read_title
from accord.resolve.people import Holding, People, find_people
from accord.resolve.words import fold
from accord.values import Period

__all__ = [
    "STANDINGS",
    "Answer",
    "Sighting",
    "Tenure",
    "Term",
    "answers",
    "in_office",
    "span_of",
    "standings",
    "tenures",
]

STANDINGS = ("seen", "between", "before", "after", "undated")
_PAST = frozenset({"former", "ex", "late", "onetime", "retired"})  # an office that is held no more
_RANKS = frozenset({"deputy", "vice", "first", "assist"})  # stems of words that make it another office


class Term(Protocol):
    """What `in_office` and `standings` ask of a tenure."""

    @property
    def person(self) -> str: ...
    @property
    def key(self) -> Office: ...
    @property
    def state(self) -> str: ...
    @property
    def first(self) -> Period | None: ...
    @property
    def last(self) -> Period | None: ...
    @property
    def seen(self) -> str: ...
    @property
    def dates(self) -> Sequence[Period]: ...


_T = TypeVar("_T", bound=Term)


def span_of(first: Period | None, last: Period | None) -> str:
    """From when to when, in words of ISO dates; empty where it is not known."""
    if first is None or last is None:
        return ""
    return str(first) if first == last else f"{first} to {last}"


@dataclass(frozen=True, slots=True, repr=False)
class Sighting(Told):
    """A claim that shows somebody in an office. `period`: when, None where neither the claim nor its publication is
    dated; `published`: that it is the publication's day. `quote`: the words that name them."""

    claim: Claim
    period: Period | None
    published: bool
    quote: Evidence

    def as_dict(self) -> dict[str, Any]:
        line = {"doc": self.claim.doc, "claim": self.claim.id, "quote": self.quote.quote, "start": self.quote.start}
        return line | ({"date": str(self.period), "published": self.published} if self.period else {})


@dataclass(frozen=True, slots=True, repr=False)
class Tenure(Told):
    """A person in an office of a state (empty where no claim tells it), as claims show them. `first` and `last` are the
    first and last sightings, each as precise as its source, None where no sighting is dated."""

    person: str
    spellings: tuple[str, ...]
    office: str
    key: Office
    state: str
    first: Period | None
    last: Period | None
    sightings: tuple[Sighting, ...]
    voices: int
    last_contact: str

    @property
    def seen(self) -> str:
        """From when to when, in words of ISO dates; empty where it is not known."""
        return span_of(self.first, self.last)

    @property
    def dates(self) -> tuple[Period, ...]:
        """Of the sightings that are dated."""
        return tuple(s.period for s in self.sightings if s.period)

    def as_dict(self) -> dict[str, Any]:
        line = {
            "name": self.person,
            "office": self.office,
            "state": self.state,
            "first": str(self.first or ""),
            "last": str(self.last or ""),
            "spellings": [s for s in self.spellings if s != self.person],
            "sources": self.voices,
            "last_contact": self.last_contact,
            "sightings": [s.as_dict() for s in self.sightings],
        }
        return {key: value for key, value in line.items() if value not in ("", [])}


@dataclass(frozen=True, slots=True, repr=False)
class Answer(Told):
    """A tenure and what it says of a day: seen in office then, between two sightings, only before, only after, undated."""

    tenure: Tenure
    standing: str
    words: str

    def as_dict(self) -> dict[str, Any]:
        return self.tenure.as_dict() | {"standing": self.standing, "answer": self.words}


def tenures(archive: Archive) -> tuple[Tenure, ...]:
    """Everybody whom claims of any kind name in a public role, once for each office (an empty one where no claim gives
    any), by state, office, first sighting and name. Namesakes who serve different states are different people; spellings
    of one name are together."""
    claims = [claim for record in archive.records for claim in record.claims]
    people = find_people(claims, archive.kinds)
    held = [h for h in people.holdings() if not _PAST & set(fold(h.label).replace("-", " ").split())]
    groups: dict[tuple[str, str, str], list[Holding]] = defaultdict(list)
    states: dict[tuple[str, str], set[str]] = defaultdict(set)
    for h in held:
        for key in {h.office.key, ""}:
            states[h.person, key] |= {h.office.state} - {""}
    for h in held:
        groups[h.person, h.office.key, h.office.state or _only(states[h.person, h.office.key])].append(h)
    spelled: dict[tuple[str, str], set[str]] = defaultdict(set)
    contacts: dict[tuple[str, str], list[Period]] = defaultdict(list)
    for (person, _, state), some in groups.items():
        spelled[person, state] |= {h.name for h in some}
        contacts[person, state] += [h.when for h in some if h.contact and h.when]
    found = []
    for (person, key, state), some in groups.items():
        if not key and any(other[0] == person and other[1] and state in ("", other[2]) for other in groups):
            continue
        contact = max(contacts[person, state], key=lambda p: (p.last, p.iso), default=None)
        names = tuple(sorted(spelled[person, state]))
        found.append(_tenure(people, names, Office(key, state), some, str(contact or ""), archive))
    return tuple(sorted(found, key=lambda t: (t.state, t.key.key, t.seen, t.person)))


def _only(states: set[str]) -> str:
    """The state that a person's other claims leave for one that does not tell it."""
    return next(iter(states)) if len(states) == 1 else ""


def _tenure(
    people: People, names: tuple[str, ...], office: Office, some: Sequence[Holding], contact: str, archive: Archive
) -> Tenure:
    sightings = {h.claim.id: _sighting(h, archive) for h in some}
    ordered = sorted(sightings.values(), key=lambda s: (s.period is None, str(s.period), s.claim.doc, s.claim.id))
    dated = [s.period for s in ordered if s.period]
    first = min(dated, key=lambda p: (p.first, p.iso), default=None)
    last = max(dated, key=lambda p: (p.last, p.iso), default=None)
    label = min((h.label for h in some), key=lambda text: (len(text), text))
    person = people.fullest(some[0].person)
    voices = len(archive.voices(s.claim for s in ordered))
    return Tenure(person, names, label, office, office.state, first, last, tuple(ordered), voices, contact)


def _sighting(holding: Holding, archive: Archive) -> Sighting:
    claim = holding.claim
    own = holding.when if claim.status == "reported" and holding.when and not holding.when.open else None
    period = own or archive.said(claim)
    return Sighting(claim, period, own is None and period is not None, _quote(holding))


def _quote(holding: Holding) -> Evidence:
    """The words that name the person, with the office where any do; else those that the name rests on."""
    surname = fold(holding.name.split()[-1])

    def order(piece: Evidence) -> tuple[bool, bool, bool, int]:
        text = fold(piece.quote)
        return fold(holding.label) not in text, surname not in text, holding.key not in piece.keys, piece.start

    return min(holding.claim.evidence, key=order)


def in_office(found: Iterable[_T], words: str) -> tuple[_T, ...]:
    """The tenures of an office asked for in words: "foreign minister" is the Minister of Foreign Affairs too, and no
    deputy."""
    wanted = read_title(words).office
    asked = set(wanted.key.split()) if wanted else set()
    state = wanted.state if wanted else ""
    return tuple(
        t
        for t in found
        if asked
        and asked <= set(t.key.key.split())
        and asked & _RANKS == set(t.key.key.split()) & _RANKS
        and (not state or t.state == state)
    )


def answers(found: Sequence[Tenure], on: Period) -> tuple[Answer, ...]:
    """What tenures say of a day, a month or a year: see `standings`."""
    return tuple(Answer(*spoken) for spoken in standings(found, on))


def standings(found: Sequence[_T], on: Period) -> list[tuple[_T, str, str]]:
    """Tenures with their standing on a day and what they say of it. Of an office that somebody is seen in then, or before
    and after, only these; else whoever was seen in it at another time, since nobody is known for that one."""
    by_office: dict[Office, list[_T]] = defaultdict(list)
    for tenure in (t for t in found if t.key.key):
        by_office[tenure.key].append(tenure)
    kept: list[tuple[_T, str, str]] = []
    for some in by_office.values():
        told = [(t, *_answer(t, on, [other for other in some if other is not t])) for t in some]
        kept += [one for one in told if one[1] in ("seen", "between")] or told
    return sorted(kept, key=lambda a: (STANDINGS.index(a[1]), a[0].state, a[0].key.key, a[0].person))


def _answer(tenure: Term, on: Period, others: Sequence[Term]) -> tuple[str, str]:
    dated = tenure.dates
    if not dated:
        return "undated", "seen in office, but no source dates it"
    if then := [p for p in dated if p.overlaps(on)]:
        all_in_all = "" if tenure.first == tenure.last else f" (from {tenure.seen} in all)"
        return "seen", f"seen in office {min(then, key=lambda p: (p.length, p.first))}{all_in_all}"
    before = max((p for p in dated if p.last < on.first), key=lambda p: p.last, default=None)
    after = min((p for p in dated if p.first > on.last), key=lambda p: p.first, default=None)
    if before and after:
        words = f"seen in office from {tenure.seen}; not seen in {on} itself, but before ({before}) and after ({after})"
        between = sorted({t.person for t in others if tenure.key.unique and _within(t, before, after)})
        return "between", words + (f"; {', '.join(between)} in between" if between else "")
    if before:
        return "before", f"last seen in office {before}; nothing is known of {on}"
    return "after", f"first seen in office {after}; nothing is known of {on}"


def _within(tenure: Term, before: Period, after: Period) -> bool:
    return any(before.last < p.first and p.last < after.first for p in tenure.dates)
