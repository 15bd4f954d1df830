"""Clusters of claims from judged and compared pairs: best first, never against a cannot-link, in any order the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from accord.resolve.judge import Judgement, Pairs

__all__ = ["Link", "clusters"]


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that may be one, by their ids; `partial` where that holds only while nothing else competes."""

    a: str
    b: str
    score: float
    words: str
    partial: bool = False

    @property
    def order(self) -> tuple[float, str, str]:
        return -self.score, self.a, self.b


class _Clusters:
    """Disjoint sets that know what must stay apart."""

    def __init__(self, ids: Iterable[str], forbidden: Callable[[str, str], bool], judged: Pairs) -> None:
        self.members: dict[str, list[str]] = {i: [i] for i in sorted(ids)}
        self._leader = {i: i for i in self.members}
        self._forbidden = forbidden
        self._judged = judged
        self._apart: dict[str, set[str]] = defaultdict(set)
        for a, b in judged.different:
            if a in self._leader and b in self._leader:
                self._apart[a].add(b)
                self._apart[b].add(a)
        self._sworn: dict[str, str] = {}
        self._conflicts: dict[tuple[str, str], bool] = {}
        self.used: list[Link] = []

    def top(self, one: str) -> str:
        while self._leader[one] != one:
            self._leader[one] = self._leader[self._leader[one]]
            one = self._leader[one]
        return one

    def judged_apart(self, a: str, b: str) -> bool:
        return any(
            y in self._apart[x]
            for x in self.members[self.top(a)]
            if x in self._apart
            for y in self.members[self.top(b)]
        )

    def _pair(self, x: str, y: str) -> bool:
        pair = (x, y) if x < y else (y, x)
        if pair in self._judged.same:
            return False
        known = self._conflicts.get(pair)
        if known is None:
            known = self._conflicts[pair] = self._forbidden(*pair)
        return known

    def conflict(self, a: str, b: str) -> bool:
        """Whether any member of the one may not stand with any of the other. Those that a person called the same
        count as one: what agrees with one of them may join."""
        if self.judged_apart(a, b):
            return True
        ours, theirs = self._units(a), self._units(b)
        return any(all(self._pair(x, y) for x in one for y in two) for one in ours for two in theirs)

    def _units(self, a: str) -> list[list[str]]:
        members = self.members[self.top(a)]
        if self._sworn.keys().isdisjoint(members):
            return [[one] for one in members]
        units: dict[str, list[str]] = defaultdict(list)
        for one in members:
            units[self._sworn.get(one, one)].append(one)
        return list(units.values())

    def swear(self) -> None:
        """From here on the clusters made so far, by people, are one each."""
        self._sworn = {one: top for top, members in self.members.items() if len(members) > 1 for one in members}

    def join(self, link: Link) -> None:
        first, second = sorted((self.top(link.a), self.top(link.b)))
        self._leader[second] = first
        self.members[first] += self.members.pop(second)
        self.used.append(link)


def _judged(found: _Clusters, same: Mapping[tuple[str, str], Judgement]) -> None:
    for (a, b), judgement in same.items():
        if a in found._leader and b in found._leader and found.top(a) != found.top(b) and not found.judged_apart(a, b):
            said = f"judged the same by {judgement.author or 'a person'}"
            found.join(Link(a, b, 1.0, f"{said}: {judgement.reason}" if judgement.reason else said))


def _certain(found: _Clusters, links: Iterable[Link]) -> None:
    for link in sorted(links, key=lambda one: one.order):
        if found.top(link.a) != found.top(link.b) and not found.conflict(link.a, link.b):
            found.join(link)


def _doubtful(found: _Clusters, links: Sequence[Link]) -> None:
    """Join what says less to what says more, unless it would fit two clusters that may not be one."""
    best: dict[tuple[str, str], Link] = {}
    neighbours: dict[str, set[str]] = defaultdict(set)
    for link in sorted(links, key=lambda one: one.order):
        a, b = sorted((found.top(link.a), found.top(link.b)))
        if a != b:
            best.setdefault((a, b), link)
            neighbours[a].add(b)
            neighbours[b].add(a)
    torn = set()
    for one, others in neighbours.items():
        some = sorted(others)
        if any(found.conflict(x, y) for i, x in enumerate(some) for y in some[i + 1 :]):
            torn.add(one)
    _certain(found, (link for pair, link in best.items() if torn.isdisjoint(pair)))


def clusters(
    ids: Iterable[str], links: Iterable[Link], forbidden: Callable[[str, str], bool], judged: Pairs
) -> list[tuple[tuple[str, ...], tuple[Link, ...]]]:
    """Groups of ids with the links that made them, sorted. `forbidden` tells of two ids whether they may never be
    one; a person's "same" overrides it for that pair, a person's "different" always holds."""
    found = _Clusters(ids, forbidden, judged)
    _judged(found, judged.same)
    found.swear()
    every = sorted(links, key=lambda one: one.order)
    _certain(found, (link for link in every if not link.partial))
    _doubtful(found, [link for link in every if link.partial])
    used: dict[str, list[Link]] = defaultdict(list)
    for link in found.used:
        used[found.top(link.a)].append(link)
    return sorted((tuple(sorted(members)), tuple(used[top])) for top, members in found.members.items())
