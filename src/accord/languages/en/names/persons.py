"""The people of one document: who is who under which name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from accord.document import Span

__all__ = ["RANKS", "People", "Person"]


@dataclass(slots=True)
class Person:
    """A person of the document: the fullest name, the office first told, the state it belongs to."""

    name: str
    office: str = ""
    states: tuple[str, ...] = ()
    spans: list[Span] = field(default_factory=list)
    expert: bool = False
    role: str = ""


class People:
    """The people of one document, found by full name or by any telling part of it."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self.last_office = ""  # told last, of whom "his counterpart" has the same

    def add(self, name: str, span: Span, office: str, states: tuple[str, ...], role: str, expert: bool) -> Person:
        person = self.find(name)
        if person is None:
            person = Person(name)
            self.persons.append(person)
        if len(name) > len(person.name):
            person.name = name
        if office and (not person.office or _vaguer(person.office, office)):
            person.office, person.expert, person.role = office, expert, role
            person.spans.insert(0, span)
        person.states = person.states or states
        person.spans.append(span)
        return person

    def find(self, name: str) -> Person | None:
        """The one person whose name has all the given words, or whose words are all in the given name."""
        words = _words(name)
        found = [p for p in self.persons if _one_name(words, _words(p.name))]
        return found[0] if len(found) == 1 else None

    def holder(self, office: str, states: tuple[str, ...]) -> Person | None:
        found = [
            p for p in self.persons if p.office and _head(p.office) == _head(office) and set(states) & set(p.states)
        ]
        return found[0] if len(found) == 1 else None


RANKS = frozenset(
    "general admiral colonel commander senator ambassador marshal brigadier captain minister president secretary governor mp deputy".split()
)


def _vaguer(known: str, office: str) -> bool:
    """Whether an office says less than another: a rank, or one word of it ("Minister", "Minister of Trade")."""
    words = known.lower().split()
    return len(words) == 1 and words[0] in RANKS and len(office.split()) > 1


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, shortened ones apart ("Ts.Batbold")."""
    return tuple(name.casefold().replace(".", ". ").split())


def _one_name(a: Sequence[str], b: Sequence[str]) -> bool:
    short, long_ = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) == 1:
        return short[0] in (long_[-1], long_[0])
    return short[-1] == long_[-1] and all(w in long_ or any(w[0] == x[0] and "." in w for x in long_) for w in short)


def _head(office: str) -> str:
    folded = (
        office.lower().replace("minister of foreign affairs", "foreign minister").replace("premier", "prime minister")
    )
    return " ".join(w for w in folded.split() if w not in ("first", "of", "the", "for", "cabinet"))
