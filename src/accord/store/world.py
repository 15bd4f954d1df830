"""The claims that are remembered, as `accord.resolve.anew` asks for them: by id, by block and by place in a block."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, bindparam, func, select, tuple_
from sqlalchemy.engine import Connection

from accord.record import Claim
from accord.store import hearing, queries, tables
from accord.store.rows import claim_of

if TYPE_CHECKING:
    from accord.resolve import Judgement
    from accord.resolve.anew import Place
    from accord.resolve.facts import Facts, Made

__all__ = ["World", "alike", "claims_of", "made_of", "numbers", "parts", "related"]

_SOME = 500  # values in one question
_B, _C, _M = tables.claim_blocks.c, tables.claims.c, tables.claim_made.c
_LIGHT = (
    select(_C.id, _C.hash, _C.kind, _C["values"], _C.status, _C.concerns, _M.made)
    .join(tables.claim_made, _M.claim == _C.id)
    .where(_C.id.in_(bindparam("some", expanding=True)))
)
_AT = "title", "day", "claim"
_PLACE = tuple_(_B.title, _B.day, _B.claim)
_HOLDERS = select(_B.number, _B.claim).where(_B.number.in_(bindparam("some", expanding=True)))
_OF_BLOCK = _B.number == bindparam("number"), _B.claim.not_in(bindparam("over", expanding=True))
_VALUES = select(_B.alike).where(*_OF_BLOCK).distinct()
_CLAIMS, _DIFFERENT = (
    select(func.count()).select_from(query.limit(bindparam("most")).subquery())
    for query in (select(_B.claim).where(*_OF_BLOCK), _VALUES)
)
_IN_BLOCK = select(_B.title, _B.day, _B.claim).where(_B.number == bindparam("number"))
_PLACES = {
    False: _IN_BLOCK.where(tuple_(*map(bindparam, _AT)) < _PLACE).order_by(_B.title, _B.day, _B.claim),
    True: _IN_BLOCK.where(tuple_(*map(bindparam, _AT)) > _PLACE).order_by(
        _B.title.desc(), _B.day.desc(), _B.claim.desc()
    ),
}
_PLACES = {back: query.limit(bindparam("most")) for back, query in _PLACES.items()}
"""The claims of a block after a place, and before it, the nearest first."""


def parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    some = list(values)
    for start in range(0, len(some), _SOME):
        yield some[start : start + _SOME]


class World:
    """The claims that are remembered, with some told of otherwise; None where they no longer count."""

    def __init__(self, connection: Connection, said: Sequence[Judgement]) -> None:
        from accord.kinds import kinds
        from accord.resolve.facts import Shape

        self.kinds = kinds()
        self.shapes = {name: Shape(kind) for name, kind in self.kinds.items()}
        self.said = said
        self.over: dict[str, Facts | None] = {}
        self.new_made: dict[str, Made] = {}
        self.new_voices: dict[str, str] = {}
        self._by_number: dict[int, set[str]] = defaultdict(set)
        self._connection = connection
        self._known: dict[str, Facts] = {}
        self._made: dict[str, Made] = {}
        self._held: dict[int, list[str]] = {}
        self._next: dict[tuple[int, Place, bool, int], Sequence[Any]] = {}

    def share(self, other: World) -> None:
        """What is read of the tables is the same in both, and claims that nobody told otherwise of are."""
        self._held, self._next = other._held, other._next
        if self.said == other.said:
            self._known, self._made = other._known, other._made

    def tell(self, facts: Mapping[str, Facts | None], made: Mapping[str, Made]) -> None:
        """From here on these claims are as said."""
        self.over |= facts
        self.new_made |= made
        for id_, one in facts.items():
            for number in numbers(one) if one else ():
                self._by_number[number].add(id_)

    def facts(self, ids: Iterable[str]) -> dict[str, Facts]:
        wanted = set(ids)
        for part in parts(sorted(wanted - self._known.keys() - self.over.keys())):
            self._load(part)
        told = {i: self.over[i] if i in self.over else self._known.get(i) for i in wanted}
        return {i: one for i, one in told.items() if one}

    def _load(self, ids: Sequence[str]) -> None:
        """Claims with what is made of them; not what they rest on, which nothing is compared by."""
        from accord.resolve.facts import facts_of
        from accord.resolve.judge import judged_claims
        from accord.resolve.made import made_from

        rows, found = self._connection.execute(_LIGHT, {"some": ids}).all(), list[Claim]()
        for row in rows:
            self._made[row.id] = made_from(json.loads(row.made))
            concerns = tuple(json.loads(row.concerns))
            found.append(Claim(row.id, row.hash, "", row.kind, json.loads(row.values), (), row.status, concerns))
        for claim in judged_claims(found, self.said):
            self._known[claim.id] = facts_of(claim, self.shapes[claim.kind], self._made[claim.id])

    def claims(self, ids: Iterable[str]) -> dict[str, Claim]:
        from accord.resolve.judge import judged_claims

        wanted = set(ids)
        told = [f.claim for i in wanted & self.over.keys() if (f := self.over[i])]
        stored = claims_of(self._connection, wanted - self.over.keys())
        return {c.id: c for c in (*told, *judged_claims(stored, self.said))}

    def holders(self, numbers: Iterable[int]) -> set[str]:
        wanted, found = sorted(numbers), set[str]()
        for part in parts(number for number in wanted if number not in self._held):
            self._held |= {number: [] for number in part}
            for row in self._connection.execute(_HOLDERS, {"some": part}):
                self._held[row.number].append(row.claim)
        found.update(*(self._held[number] for number in wanted))
        return (found - self.over.keys()).union(*(self._by_number.get(number, ()) for number in wanted))

    def crowd(self, number: int, most: int) -> tuple[int, int]:
        asked, told = {"number": number, "most": most + 1, "over": sorted(self.over)}, self._told(number)
        claims = self._counted(_CLAIMS, asked) + len(told)
        if claims <= most:
            return claims, claims
        different = self._counted(_DIFFERENT, asked)
        if different <= most and told:
            values = self._connection.scalars(_VALUES, {"number": number, "over": asked["over"]})
            different = len({*values, *map(alike, told)})
        return min(claims, most + 1), min(different, most + 1)

    def _counted(self, query: Any, asked: Mapping[str, Any]) -> int:
        return self._connection.scalar(query, asked) or 0

    def _told(self, number: int) -> list[Facts]:
        return [f for i in self._by_number.get(number, ()) if (f := self.over[i])]

    def next(self, number: int, place: Place, back: bool, least: int) -> tuple[list[Place], bool]:
        from accord.resolve.block import in_order

        told = [p for p in map(in_order, self._told(number)) if (p < place if back else p > place)]
        found: list[Place] = []
        done = False
        while not (found or done):
            rows = self._read(number, place, back, least)
            done = len(rows) < least
            found = [tuple(row) for row in rows if row.claim not in self.over]
            place = tuple(rows[-1]) if rows else place
        found += [p for p in told if done or (p >= place if back else p <= place)]
        return sorted(found, reverse=back), done

    def _read(self, number: int, place: Place, back: bool, most: int) -> Sequence[Any]:
        """Claims as they are kept, next to a place of a block."""
        asked = number, place, back, most
        if asked not in self._next:
            values = {"number": number, "most": most, **dict(zip(_AT, place, strict=True))}
            self._next[asked] = self._connection.execute(_PLACES[back], values).all()
        return self._next[asked]

    def made(self, ids: Iterable[str]) -> dict[str, Made]:
        return {i: self.new_made.get(i) or self._made[i] for i in self.facts(ids)}

    def voices(self, documents: Iterable[str]) -> dict[str, str]:
        return hearing.voices_of(self._connection, documents) | self.new_voices

    def together(self, ids: Iterable[str]) -> set[str]:
        m = tables.record_claims.c
        return set(related(self._connection, m.claim, m.claim, m.record, tables.record_claims, ids))


def alike(facts: Facts) -> int:
    from accord.resolve.anew import alike

    return alike(facts)


def numbers(facts: Facts) -> set[int]:
    from accord.resolve.anew import keys_of

    return keys_of(facts) | {alike(facts)}


def claims_of(connection: Connection, ids: Iterable[str]) -> list[Claim]:
    """The claims of some ids."""
    found = []
    for part in parts(sorted(ids)):
        found += [claim_of(row) for row in connection.execute(queries.CLAIM.where(tables.claims.c.id.in_(part)))]
    return found


def made_of(connection: Connection, ids: Iterable[str]) -> dict[str, Made]:
    """What others showed of claims when records were put together last."""
    from accord.resolve.made import made_from

    m = tables.claim_made.c
    rows = (r for part in parts(ids) for r in connection.execute(select(m.claim, m.made).where(m.claim.in_(part))))
    return {row.claim: made_from(json.loads(row.made)) for row in rows}


def related(
    connection: Connection, wanted: Any, known: Any, by: Any, table: Table, values: Iterable[Any]
) -> Iterator[Any]:
    """The values of a column in the rows of a table that share `by` with rows of some values."""
    other = table.alias()
    for part in parts(sorted(values)):
        shared = select(other.c[by.key]).where(other.c[known.key].in_(part))
        yield from connection.scalars(select(wanted).where(by.in_(shared)).distinct())
