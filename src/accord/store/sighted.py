"""People as they are remembered: the sightings of all claims, by claim, document, name, person and office, and what all of
them show of each person.

Each function runs in a transaction of the store; `Sighted` is what `accord.resolve.census` asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, or_, select, text, update
from sqlalchemy.engine import Connection

from accord.store import tables
from accord.store.upsert import insert_into

if TYPE_CHECKING:
    from accord.resolve.census import Turn
    from accord.resolve.offices import Office
    from accord.resolve.roster import Row, Total
    from accord.resolve.who import Span

__all__ = ["Sighted", "add_rows", "add_totals", "forget_all", "keep", "note_removal", "spell", "stirred"]

_SOME = 500  # values in one question
_S, _N, _P, _H = tables.sightings.c, tables.spellings.c, tables.people.c, tables.holdings.c
_ROWS = select(tables.sightings)
_NOBODY = text("person = 0")  # in these words, so that the index of bare offices is found


def _parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    some = sorted(values)
    for start in range(0, len(some), _SOME):
        yield some[start : start + _SOME]


def _span(first: str | None, last: str | None) -> Span:
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def _days(span: Span) -> dict[str, str | None]:
    first, last = span or (None, None)
    return {"first": first.isoformat() if first else None, "last": last.isoformat() if last else None}


def _office(key: str | None, state: str) -> Office | None:
    from accord.resolve.offices import Office

    return None if key is None else Office(key, state)


class Sighted:
    """What is remembered of people, without the sightings of claims that are gone."""

    def __init__(self, connection: Connection, gone: AbstractSet[str]) -> None:
        self._connection = connection
        self._gone = gone

    # ------------------------------------------------------------------ names

    def names(self, names: Iterable[str]) -> dict[str, int]:
        return self._spelled(names, _N.name.in_)

    def beginning(self, with_: Iterable[str]) -> dict[str, int]:
        return self._spelled(with_, lambda some: or_(_N.first.in_(some), _N.last.in_(some)))

    def ending(self, with_: Iterable[str]) -> dict[str, int]:
        return self._spelled(with_, _N.last.in_)

    def of_people(self, persons: Iterable[int]) -> dict[str, int]:
        return self._spelled(persons, _N.person.in_)

    def alone(self, persons: Iterable[int]) -> dict[str, int]:
        return self._spelled(persons, _N.person.in_, full=False)

    def surnames(self, with_: Iterable[str]) -> AbstractSet[str]:
        return self._spelled(with_, _N.last.in_, full=False).keys()

    def _spelled(self, values: Iterable[Any], where: Any, full: bool = True) -> dict[str, int]:
        query = select(_N.name, _N.person).where(_N.first != "" if full else _N.first == "")
        rows = (row for some in _parts(set(values)) for row in self._connection.execute(query.where(where(some))))
        return {row.name: row.person for row in rows}

    def still(self, names: Iterable[str]) -> AbstractSet[str]:
        """Those of some names that claims still give."""
        found = set[str]()
        for name in names:
            claims = select(_S.claim).where(_S.name == name).distinct().limit(len(self._gone) + 1)
            if any(claim not in self._gone for claim in self._connection.scalars(claims)):
                found.add(name)
        return found

    # ------------------------------------------------------------------ sightings

    def rows_of_names(self, names: Iterable[str]) -> list[Row]:
        return self._rows(names, _S.name)

    def rows_of_claims(self, claims: Iterable[str]) -> list[Row]:
        return self._rows(claims, _S.claim)

    def rows_of_papers(self, documents: Iterable[str]) -> list[Row]:
        return self._rows(documents, _S.hash)

    def _rows(self, values: Iterable[Any], column: Any) -> list[Row]:
        found = (row_of(r) for some in _parts(values) for r in self._connection.execute(_ROWS.where(column.in_(some))))
        return [row for row in found if row.claim not in self._gone]

    def counted(self, persons: Iterable[int], without: AbstractSet[str]) -> list[Row]:
        from accord.resolve.roster import Row

        columns = (_S.name, _S.person, _S.office, _S.state)
        query = select(*columns, func.min(_S.first).label("first"), func.max(_S.last).label("last")).group_by(*columns)
        if left_out := sorted(self._gone | without):
            query = query.where(_S.claim.not_in(left_out))
        rows = (r for some in _parts(persons) for r in self._connection.execute(query.where(_S.person.in_(some))))
        return [
            Row("", 0, 0, "", r.name, _office(r.office, r.state), r.state, _span(r.first, r.last), r.person)
            for r in rows
        ]

    def beside(self, persons: Iterable[int]) -> set[str]:
        """The claims whose texts name some persons, or are written as texts of their documents that do."""
        other, found = tables.sightings.alias(), set[str]()
        same = (_S.hash == other.c.hash) & (_S.name == other.c.name)
        query = select(_S.claim).join(other, same).distinct()
        for some in _parts(persons):
            found.update(self._connection.scalars(query.where(other.c.person.in_(some))))
        return found - self._gone

    def bare(self, office: Office, first: tuple[date, date], last: tuple[date, date]) -> set[str]:
        """The claims that name an office alone, at a time whose first and last day lie within these."""
        query = select(_S.claim).where(_NOBODY, _S.office == office.key, _S.state == office.state)
        for column, (low, high) in ((_S.first, first), (_S.last, last)):
            query = query.where(column >= low.isoformat(), column <= high.isoformat())
        return set(self._connection.scalars(query)) - self._gone

    # ------------------------------------------------------------------ what is shown

    def totals(self, persons: Iterable[int]) -> dict[int, Total]:
        from accord.resolve.roster import Total

        wanted, found = set(persons), dict[int, Total]()
        for some in _parts(wanted):
            for r in self._connection.execute(select(tables.people).where(_P.person.in_(some))):
                found[r.person] = Total(set(r.home.splitlines()), set(r.states.splitlines()))
            for r in self._connection.execute(select(tables.holdings).where(_H.person.in_(some))):
                if office := _office(r.office, r.state):
                    found[r.person].held[office] = _span(r.first, r.last)
        return found

    def holders(self, offices: Iterable[Office]) -> dict[Office, dict[int, Span]]:
        """All persons that were shown to hold some offices."""
        found: dict[Office, dict[int, Span]] = {}
        for office in offices:
            query = select(tables.holdings).where(_H.office == office.key, _H.state == office.state)
            found[office] = {r.person: _span(r.first, r.last) for r in self._connection.execute(query)}
        return found


def row_of(row: Any) -> Row:
    from accord.resolve.roster import Row

    office, span = _office(row.office, row.state), _span(row.first, row.last)
    return Row(row.claim, row.place, row.part, row.hash, row.name, office, row.state, span, row.person)


# ---------------------------------------------------------------------- what is noted as documents go


def note_removal(connection: Connection, hash_: str) -> None:
    """Before a document goes: whom it names. A name that it alone gives is not remembered any more."""
    from accord.resolve.spellings import ending

    rows = connection.execute(select(_S.name, _S.person).where(_S.hash == hash_, _S.person != 0).distinct()).all()
    if not rows:
        return
    left = {row.name: "" for row in rows}
    for name in left:
        if connection.scalar(select(_S.claim).where(_S.name == name, _S.hash != hash_).limit(1)) is None:
            connection.execute(delete(tables.spellings).where(_N.name == name))
            left[name] = ending(name)
    noted = {(row.person, said) for row in rows for said in ("", left[row.name])}
    some = [{"person": person, "ending": said} for person, said in sorted(noted)]
    connection.execute(insert_into(connection, tables.stirred).on_conflict_do_nothing(), some)


def stirred(connection: Connection) -> dict[int, set[str]]:
    """The people whom documents named that are gone, with how the names end that nothing else gives."""
    found: dict[int, set[str]] = defaultdict(set)
    for row in connection.execute(select(tables.stirred)):
        found[row.person] |= {row.ending} - {""}
    return found


# ---------------------------------------------------------------------- what is remembered


def keep(connection: Connection, turn: Turn) -> None:
    """Remember what became of people; what another process has remembered of the same change meanwhile is written again."""
    for some in _parts({*turn.gone, *(row.claim for row in turn.come)}):
        connection.execute(delete(tables.sightings).where(_S.claim.in_(some)))
    if turn.moved:
        query = update(tables.sightings).where(_S.claim == bindparam("c"), _S.place == bindparam("p"))
        rows = [{"c": claim, "p": place, "person": person} for (claim, place), person in turn.moved.items()]
        connection.execute(query, rows)
    if turn.names:
        query = update(tables.sightings).where(_S.name == bindparam("n"))
        connection.execute(query, [{"n": name, "person": person} for name, person in turn.names.items()])
    add_rows(connection, turn.come)
    for some in _parts(turn.vanished):
        connection.execute(delete(tables.spellings).where(_N.name.in_(some)))
    spell(connection, turn.names, turn.surnames)
    for some in _parts(turn.totals):
        connection.execute(delete(tables.people).where(_P.person.in_(some)))
        connection.execute(delete(tables.holdings).where(_H.person.in_(some)))
    add_totals(connection, {person: one for person, one in turn.totals.items() if one})
    connection.execute(delete(tables.stirred))


def add_rows(connection: Connection, rows: Sequence[Row]) -> None:
    """Remember sightings."""
    values = [
        {"claim": r.claim, "place": r.place, "part": r.part, "hash": r.document, "name": r.name, "person": r.person,
         "office": r.office.key if r.office else None, "state": r.state, **_days(r.span)}
        for r in rows
    ]  # fmt: skip
    if values:
        connection.execute(insert(tables.sightings), values)


def spell(connection: Connection, names: Mapping[str, int], surnames: Iterable[str]) -> None:
    """Remember names, those in full with their persons."""
    from accord.resolve.spellings import beginnings, ending, short_form
    from accord.resolve.words import numbered

    values = []
    for name, person in names.items():
        first, last = beginnings(name)
        values.append({"name": name, "person": person, "first": first, "last": last})
    for name in sorted(surnames):
        values.append({"name": name, "person": numbered(short_form(name)), "first": "", "last": ending(name)})
    if values:
        row = insert_into(connection, tables.spellings)
        replaced = row.on_conflict_do_update(index_elements=["name"], set_={"person": row.excluded.person})
        connection.execute(replaced, values)


def add_totals(connection: Connection, totals: Mapping[int, Total]) -> None:
    """Remember what is shown of people of whom nothing is remembered."""
    held = [
        {"office": office.key, "state": office.state, "person": person, **_days(span)}
        for person, one in totals.items()
        for office, span in one.held.items()
    ]
    some = [
        {"person": person, "home": "\n".join(sorted(one.home)), "states": "\n".join(sorted(one.states))}
        for person, one in totals.items()
    ]
    if some:
        connection.execute(insert(tables.people), some)
    if held:
        connection.execute(insert(tables.holdings), held)


def forget_all(connection: Connection) -> None:
    """Nothing of anybody is remembered any more."""
    for table in (tables.sightings, tables.spellings, tables.people, tables.holdings, tables.stirred):
        connection.execute(delete(table))
