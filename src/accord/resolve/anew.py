"""Some records anew: those that a change can reach, and no others; the same as if all were put together.

What decides a record is local but for three things: who is who, which documents are one voice (both are given), and the
windows of large blocks. Claims link only within a block, and clusters of claims that no chain of links joins never meet;
so it is enough to follow the links from what changed, before the change and after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from accord.record import Record
from accord.resolve.block import BLOCK_LIMIT, WINDOW, block_keys, hopeless, in_order
from accord.resolve.compare import Grade, Pair, compare
from accord.resolve.facts import Facts, Made
from accord.resolve.judge import Judgement, Pairs, judged_pairs
from accord.resolve.records import collapse, grouped, make_record
from accord.resolve.words import numbered

__all__ = ["World", "alike", "anew", "keys_of"]


def alike(facts: Facts) -> int:
    """The number that claims with the very same values share."""
    return numbered("=" + facts.signature())


def keys_of(facts: Facts) -> set[int]:
    """Numbers (64 bits) of the blocks that a claim stands in."""
    return {numbered(key) for key in block_keys(facts)}


class World(Protocol):
    """All claims that count, found by id and by number."""

    def facts(self, ids: Iterable[str]) -> Mapping[str, Facts]:
        """Those that there are, made ready."""
        ...

    def holders(self, number: int) -> Sequence[str]:
        """The ids of the claims with a number of `keys_of` or `alike`."""
        ...

    def made(self, ids: Iterable[str]) -> Mapping[str, Made]:
        """What other claims show of each."""
        ...

    def voices(self, documents: Iterable[str]) -> Mapping[str, str]:
        """The voice of each document."""
        ...

    def together(self, ids: Iterable[str]) -> Iterable[str]:
        """The claims that stand in one record with any of some, as records are kept."""
        ...


class _View:
    """A world with what people judged of it: twins as one, candidates and links of each."""

    def __init__(self, world: World, judged: Pairs) -> None:
        self.judged = judged
        self.twins: dict[str, list[Facts]] = {}
        self.pairs: dict[tuple[str, str], Pair] = {}
        self._world = world
        self._touched = {i for pair in (*judged.same, *judged.different) for i in pair}
        self._firsts: dict[str, Facts] = {}
        self._blocks: dict[int, list[Facts]] = {}

    def first(self, one: str) -> Facts | None:
        """A claim, or the one that stands for it and its twins; None where there is none."""
        if one not in self._firsts:
            own = self._world.facts([one]).get(one)
            if own is None:
                return None
            self._know([one] if one in self._touched else {one, *self._world.holders(alike(own))})
        return self._firsts[one]

    def _know(self, ids: Iterable[str]) -> None:
        """Collapse claims with their twins; all twins of each must be among them."""
        some = self._world.facts(i for i in ids if i not in self._firsts)
        copies = [replace(f, members=[i], starts=dict(f.starts)) for i, f in sorted(some.items())]
        firsts, twins = collapse(copies, self._touched)
        self.twins |= twins
        for first in firsts:
            self._firsts |= dict.fromkeys(first.members, first)

    def block(self, key: int) -> list[Facts]:
        """The claims of a block, twins as one; a large one in the order of its window."""
        if key not in self._blocks:
            ids = self._world.holders(key)
            self._know(ids)
            found = {f.id: f for i in ids if (f := self._firsts.get(i))}
            order = in_order if len(found) > BLOCK_LIMIT else lambda f: f.id
            self._blocks[key] = sorted(found.values(), key=order)
        return self._blocks[key]

    def mates(self, one: Facts) -> dict[str, Facts]:
        """All that it is compared with."""
        found: dict[str, Facts] = {}
        for key in keys_of(one):
            block = self.block(key)
            if len(block) > BLOCK_LIMIT:
                at = next(place for place, f in enumerate(block) if f.id == one.id)
                block = block[max(at - WINDOW, 0) : at + WINDOW + 1]
            found |= {f.id: f for f in block if f.id != one.id and not hopeless(one, f)}
        return found

    def linked(self, one: Facts) -> list[Facts]:
        """All that it is linked with, by what they say or by a person's word."""
        found = []
        for other in self.mates(one).values():
            ids = (one.id, other.id) if one.id < other.id else (other.id, one.id)
            if ids not in self.pairs:
                self.pairs[ids] = compare(one, other)
            if self.pairs[ids].grade is not Grade.NONE:
                found.append(other)
        said = {i for pair in self.judged.same if one.id in pair for i in pair} - {one.id}
        return found + [f for i in sorted(said) if (f := self.first(i))]

    def windows(self, key: int) -> set[tuple[str, str]]:
        """The pairs of a large block that stand within its window; none of a small one."""
        block = self.block(key)
        if len(block) <= BLOCK_LIMIT:
            return set()
        return {(a.id, b.id) for i, a in enumerate(block) for b in block[i + 1 : i + 1 + WINDOW]}


def _reached(changed: Iterable[str], before: _View, after: _View) -> set[str]:
    """The changed claims, those that they were linked with, and those that large blocks now pair otherwise."""
    found = set(changed)
    for view in (before, after):
        for first in [f for i in sorted(changed) if (f := view.first(i))]:
            found.update(first.members)
            if view is before:
                found.update(i for f in view.linked(first) for i in f.members)
            for key in keys_of(first):
                if max(len(before.block(key)), len(after.block(key))) > BLOCK_LIMIT:
                    found.update(_moved(key, before, after))
    return found


def _moved(key: int, before: _View, after: _View) -> set[str]:
    """Claims of a block that are compared with others than before."""
    if min(len(before.block(key)), len(after.block(key))) <= BLOCK_LIMIT:
        return {f.id for view in (before, after) for f in view.block(key)}
    return {i for pair in before.windows(key) ^ after.windows(key) for i in pair}


def anew(
    changed: Iterable[str],
    before: World,
    after: World,
    judged: tuple[Sequence[Judgement], Sequence[Judgement]],
) -> tuple[list[Record], set[str]]:
    """The records that come of changed claims (added, removed, judged, or told of otherwise by others), and all claims
    that were looked at: their former records are gone.

    `judged`: what people said before and after.
    """
    old, new = _View(before, judged_pairs(judged[0])), _View(after, judged_pairs(judged[1]))
    waiting = _reached(changed, old, new)
    seen: set[str] = set()
    firsts: dict[str, Facts] = {}
    while waiting:
        waiting |= set(after.together(waiting))
        seen |= waiting
        found = {f.id: f for i in sorted(waiting) if (f := new.first(i))}
        firsts |= found
        reached = {i for f in found.values() for g in (f, *new.linked(f)) for i in g.members}
        waiting = reached - seen
    by_id = {f.id: f for f in after.facts(i for f in firsts.values() for i in f.members).values()}
    pairs = (pair for ids, pair in new.pairs.items() if firsts.keys() >= set(ids))
    made, voices = after.made(by_id), after.voices({f.claim.document for f in by_id.values()})
    groups = grouped(sorted(firsts.values(), key=lambda f: f.id), new.twins, pairs, new.judged)
    records = [
        make_record([by_id[i].claim for i in ids], links, by_id[ids[0]].shape, voices, made, judged[1])
        for ids, links in groups
    ]
    return records, seen
