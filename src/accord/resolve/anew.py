"""Some records anew: those that a change can reach, and no others; the same as if all were put together.

What decides a record is local but for three things: who is who, which documents are one voice (both are given), and the
windows of large blocks. Claims link only within a block, and clusters of claims that no chain of links joins never meet;
so it is enough to follow the links from what changed, before the change and after it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Protocol

from accord.record import Claim, Record
from accord.resolve.block import BLOCK_LIMIT, WINDOW, block_keys, hopeless, in_order
from accord.resolve.compare import Grade, Pair, compare
from accord.resolve.facts import Facts, Made
from accord.resolve.judge import Judgement, Pairs, judged_pairs
from accord.resolve.records import collapse, grouped, make_record
from accord.resolve.words import numbered

__all__ = ["Place", "World", "alike", "anew", "keys_of"]

_MORE = 10  # claims looked at beyond a window, in case some of them are twins

Place = tuple[str, str, str]
"""Where a claim stands in a block, as `in_order` has it."""
_Paired = dict[tuple[str, str], tuple[Facts, Facts]]


def alike(facts: Facts) -> int:
    """The number that claims with the very same values share."""
    return numbered("=" + facts.signature())


def keys_of(facts: Facts) -> set[int]:
    """Numbers (64 bits) of the blocks that a claim stands in."""
    return {numbered(key) for key in block_keys(facts)}


class World(Protocol):
    """All claims that count, found by id and by number."""

    def facts(self, ids: Iterable[str]) -> Mapping[str, Facts]:
        """Those that there are, made ready; without what they rest on."""
        ...

    def claims(self, ids: Iterable[str]) -> Mapping[str, Claim]:
        """The claims themselves."""
        ...

    def holders(self, numbers: Iterable[int]) -> Collection[str]:
        """The ids of the claims with a number of `keys_of` or `alike` that is among these."""
        ...

    def crowd(self, number: int, most: int) -> tuple[int, int]:
        """How many claims a block has, and how many of different values; of each so many and one at most."""
        ...

    def next(self, number: int, place: Place, back: bool, least: int) -> tuple[list[Place], bool]:
        """So many claims of a block that stand next to a place, or a few less or more; and whether these are the last."""
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
        self._large: dict[int, bool] = {}
        self._around: dict[tuple[int, str], tuple[list[Facts], list[Facts]]] = {}

    def first(self, one: str) -> Facts | None:
        """A claim, or the one that stands for it and its twins; None where there is none."""
        self._meet([one])
        return self._firsts.get(one)

    def _meet(self, ids: Iterable[str]) -> None:
        """Know some claims, with all their twins."""
        some = self._world.facts(i for i in ids if i not in self._firsts)
        if alone := some.keys() & self._touched:
            self._know(alone)
        if rest := some.keys() - self._firsts.keys():
            self._know({*rest, *self._world.holders({alike(some[i]) for i in rest})})

    def _know(self, ids: Iterable[str]) -> None:
        """Collapse claims with their twins; all twins of each must be among them."""
        some = self._world.facts(i for i in ids if i not in self._firsts)
        copies = [replace(f, members=[i], starts=dict(f.starts)) for i, f in sorted(some.items())]
        firsts, twins = collapse(copies, self._touched)
        self.twins |= twins
        for first in firsts:
            self._firsts |= dict.fromkeys(first.members, first)

    def large(self, key: int) -> bool:
        """Whether a block is gone through with a window, twins counting as one."""
        if key not in self._large:
            claims, different = self._world.crowd(key, BLOCK_LIMIT)
            sure = claims <= BLOCK_LIMIT or different > BLOCK_LIMIT
            self._large[key] = different > BLOCK_LIMIT if sure else len(self.block(key)) > BLOCK_LIMIT
        return self._large[key]

    def block(self, key: int) -> list[Facts]:
        """The claims of a block, twins as one."""
        if key not in self._blocks:
            ids = self._world.holders([key])
            self._know(ids)
            found = {f.id: f for i in ids if (f := self._firsts.get(i))}
            self._blocks[key] = [found[i] for i in sorted(found)]
        return self._blocks[key]

    def around(self, key: int, one: Facts) -> tuple[list[Facts], list[Facts]]:
        """The claims of a large block within the window before and after one (or where it would stand), the nearest
        first."""
        if (key, one.id) not in self._around:
            found: dict[bool, list[Facts]] = {True: [], False: []}
            places = dict.fromkeys(found, in_order(one))
            while places:
                some = {b: self._world.next(key, at, b, WINDOW - len(found[b]) + _MORE) for b, at in places.items()}
                self._meet(id_ for side, _ in some.values() for *_, id_ in side)
                for back, (side, done) in some.items():
                    ids = [id_ for *_, id_ in side if id_ != one.id]
                    found[back] += [f for i in ids if (f := self._firsts.get(i)) and f.id == i]
                    places[back] = side[-1] if side else places[back]
                    if done or len(found[back]) >= WINDOW:
                        del places[back]
            self._around[key, one.id] = found[True][:WINDOW], found[False][:WINDOW]
        return self._around[key, one.id]

    def mates(self, one: Facts) -> dict[str, Facts]:
        """All that it is compared with."""
        found: dict[str, Facts] = {}
        for key in sorted(keys_of(one)):
            some = chain(*self.around(key, one)) if self.large(key) else self.block(key)
            found |= {f.id: f for f in some if f.id != one.id and not hopeless(one, f)}
        return found

    def links(self, one: Facts, other: Facts) -> bool:
        """Whether what two candidates say links them."""
        ids = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if ids not in self.pairs:
            self.pairs[ids] = compare(one, other)
        return self.pairs[ids].grade is not Grade.NONE

    def linked(self, one: Facts) -> list[Facts]:
        """All that it is linked with, by what they say or by a person's word."""
        found = [other for other in self.mates(one).values() if self.links(one, other)]
        said = {i for pair in self.judged.same if one.id in pair for i in pair} - {one.id}
        return found + [f for i in sorted(said) if (f := self.first(i))]

    def paired(self, key: int) -> _Paired:
        """All pairs of a block that are compared."""
        line = sorted(self.block(key), key=in_order)
        reach = WINDOW if self.large(key) else len(line)
        return {(a.id, b.id): (a, b) for i, a in enumerate(line) for b in line[i + 1 : i + 1 + reach]}

    def windows(self, key: int, one: Facts) -> _Paired:
        """The pairs of a large block within its window that one stands in, or would stand between."""
        before, behind = self.around(key, one)
        ahead = before[::-1]
        own = self._firsts.get(one.id)
        line = [*ahead, *([own] if own and own.id == one.id else []), *behind]
        across = range(max(len(ahead) - WINDOW, 0), len(line) - len(behind))
        pairs = ((line[i], b) for i in across for b in line[max(i + 1, len(ahead)) : i + 1 + WINDOW])
        return {(a.id, b.id): (a, b) for a, b in pairs}


def _reached(changed: Iterable[str], before: _View, after: _View) -> set[str]:
    """The changed claims, those that they were linked with, and those that large blocks no longer pair, or pair now, with
    others that they are linked with."""
    found = set(changed)
    told = [(view, f) for view in (before, after) for i in sorted(found) if (f := view.first(i))]
    twins = {i for _, first in told for i in first.members}
    for view, first in told:
        found.update(first.members)
        if view is before:
            found.update(i for f in view.linked(first) for i in f.members)
    moved = {f.id: f for view in (before, after) for i in sorted(twins) if (f := view.first(i))}
    turned = set[int]()
    for first in moved.values():
        for key in sorted(keys_of(first) - turned):
            one, two = before.large(key), after.large(key)
            if one and two:
                found.update(_moved(before, before.windows(key, first), after, after.windows(key, first)))
            elif one or two:
                found.update(_moved(before, before.paired(key), after, after.paired(key)))
                turned.add(key)
    return found


def _moved(before: _View, old: _Paired, after: _View, new: _Paired) -> set[str]:
    """The claims that are linked, and no longer paired, or paired now, and were not."""
    parted = ((before, old[ids]) for ids in old.keys() - new.keys())
    met = ((after, new[ids]) for ids in new.keys() - old.keys())
    pairs = [(a, b) for view, (a, b) in (*parted, *met) if not hopeless(a, b) and view.links(a, b)]
    return {f.id for pair in pairs for f in pair}


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
    claims, made = after.claims(by_id), after.made(by_id)
    voices = after.voices({f.claim.document for f in by_id.values()})
    groups = grouped(sorted(firsts.values(), key=lambda f: f.id), new.twins, pairs, new.judged)
    records = [
        make_record([claims[i] for i in ids], links, by_id[ids[0]].shape, voices, made, judged[1])
        for ids, links in groups
    ]
    return records, seen
