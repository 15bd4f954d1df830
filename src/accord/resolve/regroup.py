"""Full names put together anew where some come or go: only the groups that these touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from accord.resolve.roster import Before
from accord.resolve.spellings import Joined, beginnings, ending, fullest_first, same_person_name
from accord.resolve.words import numbered

__all__ = ["Names"]


class Names:
    """Full names put together anew where some come, or go: the groups that these touch."""

    def __init__(
        self, before: Before, come: AbstractSet[str], lost: AbstractSet[str], parted: AbstractSet[int]
    ) -> None:
        """`come`, `lost`: names of claims that come, and of those that are gone. `parted`: persons of whom a name is not
        remembered any more."""
        self._before = before
        self._called: dict[int, str] = {}
        known = before.names(come | lost)
        self.appeared = come - known.keys()
        doubtful = known.keys() - come
        self.vanished = doubtful - before.still(doubtful) if doubtful else set[str]()
        links = self._links()
        self.loose = parted | {known[name] for name in self.vanished}
        self.former = dict(before.of_people(self.loose | {p for _, p in links.values()} if links else self.loose))
        self.tops = self._joined(links)
        self.altered = self._altered()

    def _links(self) -> dict[tuple[str, str], tuple[str, int]]:
        """Those that come -> those that were there, where they are one person's."""
        if not self.appeared:
            return {}
        near = self._before.beginning({b for name in self.appeared for b in beginnings(name)})
        found = {}
        for name in sorted(self.appeared):
            own = set(beginnings(name))
            for other, person in near.items():
                if other not in self.vanished and own & set(beginnings(other)) and same_person_name(name, other):
                    found[name, other] = (other, person)
        return found

    def _joined(self, links: Iterable[tuple[str, str]]) -> dict[str, str]:
        groups: dict[int, list[str]] = defaultdict(list)
        for name, person in self.former.items():
            if name not in self.vanished:
                groups[person].append(name)
        joined = Joined([*(n for some in groups.values() for n in some), *self.appeared])
        for person, names in groups.items():
            if person in self.loose:
                joined.compare_all(names)
            else:
                for name in names[1:]:
                    joined.join(names[0], name)
        for name, other in links:
            joined.join(name, other)
        joined.compare_all(self.appeared)
        return joined.tops()

    def _altered(self) -> set[int]:
        """The persons of whom other names are put together than before."""
        old, new = defaultdict[int, set[str]](set), defaultdict[int, set[str]](set)
        for name, person in self.former.items():
            old[person].add(name)
        for name, top in self.tops.items():
            new[numbered(top)].add(name)
            self._called[numbered(top)] = top
        return {p for p in old.keys() | new.keys() if p in self.loose or old.get(p) != new.get(p)}

    @property
    def changed(self) -> dict[str, int]:
        """Names of another person than before, with this one; those that come are among them."""
        found = {name: numbered(top) for name, top in self.tops.items()}
        return {name: person for name, person in found.items() if self.former.get(name) != person}

    def now(self, names: Mapping[str, int]) -> dict[str, int]:
        """Names with the persons that they were of, as they are now; without those that are there no more."""
        found = {n: p for n, p in names.items() if n not in self.vanished}
        return found | {n: numbered(self.tops[n]) for n in found if n in self.tops}

    def members(self, persons: Iterable[int]) -> dict[int, set[str]]:
        """The names of some persons, as they are put together now."""
        wanted, found = set(persons), defaultdict[int, set[str]](set)
        for name, person in self.now(self._before.of_people(wanted)).items():
            found[person].add(name)
        for name, top in self.tops.items():
            found[numbered(top)].add(name)
        return {p: found[p] for p in wanted if p in found}

    def call(self, persons: Iterable[int]) -> dict[int, str]:
        """The names that some persons are known by now; none for surnames alone."""
        asked = set(persons)
        for person, names in self.members(asked - self._called.keys()).items():
            self._called[person] = min(names, key=fullest_first)
        return {p: self._called[p] for p in asked if p in self._called}

    def called(self, person: int) -> str:
        return self.call([person]).get(person, "")

    def endings(self, persons: AbstractSet[int]) -> set[str]:
        """How the last words of all names of some persons begin, before and now."""
        names = {n for n, p in self.former.items() if p in persons}
        names |= {n for some in self.members(persons).values() for n in some}
        return {ending(name) for name in names}

    def former_tops(self, persons: AbstractSet[int]) -> set[str]:
        """The names that some persons were known by, as far as they are remembered."""
        groups: dict[int, list[str]] = defaultdict(list)
        for name, person in self._before.of_people(persons).items():
            groups[person].append(name)
        return {min(names, key=fullest_first) for names in groups.values()}
