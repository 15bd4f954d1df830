"""What is remembered of people between two times: sightings as rows, and what all of them show of each person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from accord.resolve.offices import Office
from accord.resolve.sightings import Sighting
from accord.resolve.spellings import is_full, tokens
from accord.resolve.who import Shown, Span
from accord.resolve.words import numbered
from accord.values import Period

__all__ = ["Before", "Row", "Total", "rows_of", "totals_of"]


@dataclass(frozen=True, slots=True)
class Row:
    """One office (or none) of one sighting: the `place`th of its claim. `name` is empty where an office alone is named,
    `person` the number of the person's name (0 for nobody), `span` the time."""

    claim: str
    place: int
    part: int
    document: str
    name: str
    office: Office | None
    state: str
    span: Span
    person: int = 0

    @property
    def text(self) -> tuple[str, int]:
        """The text that it is of."""
        return self.claim, self.place

    def of(self, person: int) -> Row:
        """The same, of a person."""
        return self if person == self.person else replace(self, person=person)


def _span(period: Period | None) -> Span:
    return (period.first, period.last) if period else None


def rows_of(seen: Iterable[Sighting], persons: Iterable[str] = ()) -> list[Row]:
    """The rows of sightings, with the persons that they are of where these are given."""
    found: list[Row] = []
    counts: dict[str, int] = defaultdict(int)
    known = iter(persons)
    for s in seen:
        person = next(known, "")
        claim, place = s.claim, counts[s.claim.id]
        counts[claim.id] += 1
        if s.named and tokens(s.title.name):
            said = [(office, office.state) for office, _ in s.offices]
            parts: list[tuple[Office | None, str]] = [*dict.fromkeys(said)]
            if s.state or not parts:
                parts.append((None, s.state))
            row = Row(claim.id, place, 0, claim.document, s.title.name, None, "", _span(s.when))
            number = numbered(person) if person else 0
            found += [replace(row, part=i, office=o, state=state, person=number) for i, (o, state) in enumerate(parts)]
        elif s.title.office and not s.title.group and not s.title.name:
            office = s.title.office
            found.append(Row(claim.id, place, 0, claim.document, "", office, office.state, _span(s.asked)))
    return found


@dataclass
class Total:
    """What all claims together show of a person."""

    home: set[str] = field(default_factory=set)  # the states that full names of theirs are said with
    states: set[str] = field(default_factory=set)
    held: dict[Office, Span] = field(default_factory=dict)

    def copy(self) -> Total:
        return Total(set(self.home), set(self.states), dict(self.held))

    def add(self, name: str, office: Office | None, state: str, span: Span) -> None:
        if state:
            self.states.add(state)
            if is_full(name):
                self.home.add(state)
        if office is not None:
            self.held[office] = _joined(self.held[office], span) if office in self.held else span

    @property
    def shown(self) -> Shown:
        return Shown(frozenset(self.states), frozenset(self.held))


def _joined(one: Span, two: Span) -> Span:
    if one is None or two is None:
        return one or two
    return min(one[0], two[0]), max(one[1], two[1])


def totals_of(rows: Iterable[Row]) -> dict[int, Total]:
    """What rows show of each person."""
    found: dict[int, Total] = defaultdict(Total)
    for row in rows:
        if row.person:
            found[row.person].add(row.name, row.office, row.state, row.span)
    return found


class Before(Protocol):
    """What was remembered of people; no row of a claim that is gone is given."""

    def names(self, names: Iterable[str]) -> Mapping[str, int]:
        """Those of some full names that there are, with their persons."""
        ...

    def beginning(self, with_: Iterable[str]) -> Mapping[str, int]:
        """The full names whose first or last word begins so."""
        ...

    def ending(self, with_: Iterable[str]) -> Mapping[str, int]:
        """The full names whose last word begins so."""
        ...

    def surnames(self, with_: Iterable[str]) -> AbstractSet[str]:
        """The surnames alone that begin so."""
        ...

    def alone(self, persons: Iterable[int]) -> Mapping[str, int]:
        """The surnames alone that stand for nobody in particular, of some numbers."""
        ...

    def of_people(self, persons: Iterable[int]) -> Mapping[str, int]:
        """The full names of some persons."""
        ...

    def totals(self, persons: Iterable[int]) -> Mapping[int, Total]:
        """What was shown of some persons."""
        ...

    def holders(self, offices: Iterable[Office]) -> Mapping[Office, Mapping[int, Span]]:
        """All persons that were shown to hold some offices."""
        ...

    def still(self, names: Iterable[str]) -> AbstractSet[str]:
        """Those of some names that claims still give."""
        ...

    def counted(self, persons: Iterable[int], without: AbstractSet[str]) -> Iterable[Row]:
        """All rows of some persons, but those of some claims: those that differ in time alone as one."""
        ...

    def rows_of_names(self, names: Iterable[str]) -> Sequence[Row]: ...
    def rows_of_claims(self, claims: Iterable[str]) -> Sequence[Row]: ...
    def rows_of_papers(self, documents: Iterable[str]) -> Sequence[Row]: ...

    def beside(self, persons: Iterable[int]) -> AbstractSet[str]:
        """The claims whose texts name some persons, or are written as texts of their documents that do."""
        ...

    def bare(self, office: Office, first: tuple[date, date], last: tuple[date, date]) -> AbstractSet[str]:
        """The claims that name an office alone, at a time whose first and last day lie within these."""
        ...
