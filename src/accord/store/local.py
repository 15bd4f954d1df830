"""Putting some records together anew: what is remembered of claims between two times, and what a change reaches.

Each function runs in a transaction of the store. What is remembered (`claim_made`, `claim_blocks`, `document_voices`, the
judgements that counted) is of the claims as they were when records were put together last.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.engine import Connection

from accord.record import Claim, Record, canonical
from accord.store import derived, hearing, queries, sighted, tables
from accord.store.upsert import upsert
from accord.store.world import World, alike, claims_of, made_of, numbers, parts, related

if TYPE_CHECKING:
    from accord.kinds.base import Kind
    from accord.resolve import Judgement
    from accord.resolve.census import Census, Turn
    from accord.resolve.facts import Facts, Made
    from accord.resolve.records import Resolved
    from accord.resolve.roster import Row

__all__ = [
    "Change",
    "Memory",
    "Seen",
    "find",
    "forget_all",
    "keep",
    "note_end",
    "note_papers",
    "note_removal",
    "said_text",
    "seen",
]

_MOST = 2000  # new claims, and claims that a removal reaches, up to which it is worth while
_AT_ONCE = 5000  # claims a transaction
_KEPT, _SAID, _PAPERS, _LAST = "remembered", "remembered_said", "remembered_papers", "remembered_last"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was there when a change was looked for: which documents (`note_papers`), and the number of the last claim."""

    papers: str
    last: int


@dataclass(frozen=True)
class Change:
    """What is to be written: records in place of those of `claims`, and what to remember."""

    records: list[Record]
    claims: set[str]
    facts: Mapping[str, Facts | None]
    made: Mapping[str, Made]
    voices: Mapping[str, str]
    turn: Turn
    said: str
    seen: Seen


# ---------------------------------------------------------------------- what is noted as things happen


def note_removal(connection: Connection, hash_: str) -> None:
    """Before a document goes: which claims its own may have been linked with, or stood beside in a record."""
    from accord.resolve.block import BLOCK_LIMIT

    c, b, m = tables.claims.c, tables.claim_blocks, tables.record_claims.c
    own = list(connection.scalars(select(c.id).where(c.hash == hash_)))
    found = set(related(connection, m.claim, m.claim, m.record, tables.record_claims, own))
    crowded = False
    for part in parts(own):
        of_these = select(b.c.number).where(b.c.claim.in_(part))
        counted = select(func.count()).where(b.c.number.in_(of_these)).group_by(b.c.number)
        crowded = crowded or max(connection.scalars(counted), default=0) > BLOCK_LIMIT
        if not crowded:
            found.update(connection.scalars(select(b.c.claim).where(b.c.number.in_(of_these)).distinct()))
    sighted.note_removal(connection, hash_)
    if crowded:  # a window that loses a claim shifts, and nothing tells any more what stood in it
        forget_all(connection)
    for claim in sorted(found - set(own)):
        upsert(connection, tables.reached, {"claim": claim})


def note_papers(connection: Connection) -> None:
    """Documents have come or gone: which of them are one voice may have changed."""
    upsert(connection, tables.meta, {"key": _PAPERS, "value": "at " + queries.meta(connection, "generation")})


def note_end(connection: Connection) -> None:
    """Documents have gone: the numbers after the last claim that is left are given anew."""
    last = queries.size(connection)
    if last < int(queries.meta(connection, _LAST) or 0):
        upsert(connection, tables.meta, {"key": _LAST, "value": str(last)})


def seen(connection: Connection) -> Seen:
    """What is there now."""
    return Seen(queries.meta(connection, _PAPERS), queries.size(connection))


def forget_all(connection: Connection) -> None:
    """From here on nothing is remembered: all records are put together anew."""
    upsert(connection, tables.meta, {"key": _KEPT, "value": ""})


# ---------------------------------------------------------------------- what a change reaches


def find(connection: Connection, now: Sequence[Judgement], version: str) -> Change | None:
    """The records that changes since reach; None where so much has changed that all are better put together anew."""
    from accord.resolve.anew import anew

    if queries.meta(connection, _KEPT) != version:
        return None
    before, after = World(connection, _judgements(queries.meta(connection, _SAID))), World(connection, now)
    after.share(before)
    wrong, differing = _wrong(now), {i for j in _differing(before.said, now) for i in j.claims}
    gone = _remembered(connection, wrong)
    new = _unknown(connection, after.shapes, differing, _MOST + len(wrong) + 1) - wrong
    noted = set(connection.scalars(select(tables.reached.c.claim).limit(_MOST + 1)))
    if max(len(new), len(noted)) > _MOST:
        return None
    told, turn = _tell(connection, after, new, gone)
    changed, at = new | gone | noted | differing | told, seen(connection)
    if at.papers:
        changed |= _hear(connection, after)
    records, claims = anew(changed, before, after, (before.said, now))
    return Change(records, claims, after.over, after.new_made, after.new_voices, turn, said_text(now), at)


def said_text(said: Sequence[Judgement]) -> str:
    return canonical([list(astuple(j)) for j in said])


def _judgements(text: str) -> list[Judgement]:
    from accord.resolve import Judgement

    return [Judgement(verdict, tuple(claims), *rest) for verdict, claims, *rest in json.loads(text or "[]")]


def _differing(one: Sequence[Judgement], two: Sequence[Judgement]) -> list[Judgement]:
    left, right = ({said_text([j]): j for j in some} for some in (one, two))
    return [(left | right)[text] for text in left.keys() ^ right.keys()]


def _wrong(said: Sequence[Judgement]) -> set[str]:
    """The claims that people judged wrong: they count for nothing."""
    last = {j.claims[0]: j.verdict for j in sorted(said, key=lambda j: j.order) if j.verdict in ("right", "wrong")}
    return {i for i, verdict in last.items() if verdict == "wrong"}


def _unknown(connection: Connection, kinds: Collection[str], others: Iterable[str], most: int) -> set[str]:
    """Claims of which nothing is remembered: they are new, or were judged wrong (among `others`)."""
    c, m = tables.claims.c, tables.claim_made.c
    query = select(c.id).outerjoin(tables.claim_made, m.claim == c.id).where(m.claim.is_(None), c.kind.in_(kinds))
    last = int(queries.meta(connection, _LAST) or 0)
    found = set(connection.scalars(query.where(c.number > last).limit(most)))
    return found.union(*(connection.scalars(query.where(c.id.in_(part))) for part in parts(sorted(others))))


def _remembered(connection: Connection, ids: Iterable[str]) -> set[str]:
    m = tables.claim_made.c.claim
    return {i for part in parts(sorted(ids)) for i in connection.scalars(select(m).where(m.in_(part)))}


def _tell(connection: Connection, after: World, new: set[str], gone: set[str]) -> tuple[set[str], Turn]:
    """Tell the world of claims that came or went, and of those of which others now show something else: the claims of
    their documents, whose ranks shift, and those of whose people something else is known."""
    from accord.resolve.census import Turn
    from accord.resolve.facts import facts_of
    from accord.resolve.judge import judged_claims
    from accord.resolve.made import make_one, places
    from accord.resolve.who import Register

    stored = claims_of(connection, new | gone)
    papers = {claim.document for claim in stored}
    beside = claims_of(connection, _of_papers(connection, papers))
    whole = {c.id: c for c in judged_claims(beside, after.said) if c.kind in after.shapes}
    census = _census(connection, [c for c in stored if c.id in new], gone, papers, after.kinds)
    others = _others(connection, census) - whole.keys() if census else set[str]()
    claims = [*whole.values(), *judged_claims(claims_of(connection, others), after.said)]
    where = places(whole.values(), after.shapes)
    people = census.register({c.document for c in claims}) if census else Register()
    before = made_of(connection, (c.id for c in claims))
    made: dict[str, Made] = {}
    told: dict[str, Facts | None] = dict.fromkeys(gone)
    for claim in claims:
        known, place, shape = before.get(claim.id), where.get(claim.id), after.shapes[claim.kind]
        if census or known is None:
            one = make_one(claim, shape, people, place or before[claim.id].place)
        else:
            one = replace(known, place=place or known.place)
        if one != known:
            made[claim.id], told[claim.id] = one, facts_of(claim, shape, one)
    after.tell(told, made)
    return set(made), census.turn(gone) if census else Turn()


def _census(
    connection: Connection, new: Sequence[Claim], gone: set[str], papers: set[str], kinds: Mapping[str, Kind]
) -> Census | None:
    """Who is who now; None where nobody is named in what came and went."""
    from accord.resolve.census import Census
    from accord.resolve.roster import rows_of
    from accord.resolve.sightings import sightings

    come, lost = rows_of(sightings(new, kinds)), sighted.Sighted(connection, frozenset()).rows_of_claims(gone)
    stirred = sighted.stirred(connection)
    if not (come or lost or stirred):
        return None
    return Census(sighted.Sighted(connection, gone), come, lost, stirred, papers)


def _others(connection: Connection, census: Census) -> set[str]:
    """The claims that may say something else of people now."""
    m, found = tables.claim_made.c, census.claims()
    for part in parts(sorted(_of_papers(connection, census.documents()))):
        found.update(connection.scalars(select(m.claim).where(m.people, m.claim.in_(part))))
    return found


def _of_papers(connection: Connection, hashes: Iterable[str]) -> set[str]:
    c = tables.claims.c
    return {i for part in parts(sorted(hashes)) for i in connection.scalars(select(c.id).where(c.hash.in_(part)))}


def _hear(connection: Connection, after: World) -> set[str]:
    """Tell the world which documents are one voice now; the claims of those that are heard otherwise."""
    after.new_voices = hearing.heard(connection)
    return _of_papers(connection, after.new_voices)


# ---------------------------------------------------------------------- what is remembered


def keep(connection: Connection, change: Change) -> None:
    """Remember what a change made of claims, after its records are written."""
    gone = [i for i, one in change.facts.items() if one is None]
    for part in parts(change.facts):
        connection.execute(delete(tables.claim_blocks).where(tables.claim_blocks.c.claim.in_(part)))
    for part in parts(gone):
        connection.execute(delete(tables.claim_made).where(tables.claim_made.c.claim.in_(part)))
    for id_, one in change.facts.items():
        if one:
            upsert(connection, tables.claim_made, _made_row(one, change.made[id_]))
            connection.execute(insert(tables.claim_blocks), _block_rows(one))
    derived.retold(connection, change.voices)  # a source may be named as a copy that was none
    hearing.keep(connection, change.voices)
    sighted.keep(connection, change.turn)
    _settle(connection, change.said, change.seen)


def _made_row(facts: Facts, made: Made) -> dict[str, Any]:
    from accord.resolve.made import written

    return {"claim": facts.id, "people": bool(made.persons), "made": canonical(written(made))}


def _block_rows(facts: Facts) -> list[dict[str, Any]]:
    from accord.resolve.block import in_order

    title, day, claim = in_order(facts)
    row = {"title": title, "day": day, "claim": claim, "alike": alike(facts)}
    return [{"number": number, **row} for number in sorted(numbers(facts))]


def _settle(connection: Connection, said: str, at: Seen) -> None:
    """What was noted is done, but for documents that came meanwhile."""
    meta = tables.meta.c
    upsert(connection, tables.meta, {"key": _SAID, "value": said})
    upsert(connection, tables.meta, {"key": _LAST, "value": str(at.last)})
    connection.execute(delete(tables.meta).where(meta.key == _PAPERS, meta.value == at.papers))
    connection.execute(delete(tables.reached))


@dataclass(frozen=True)
class Memory:
    """All that is to be remembered once all records are put together."""

    resolved: Resolved
    voices: Mapping[str, str]
    said: str
    seen: Seen
    version: str

    def steps(self) -> Iterator[Callable[[Connection], None]]:
        """One transaction each; before the first nothing may be remembered, after the last all is."""
        yield _empty
        from accord.resolve.roster import rows_of, totals_of
        from accord.resolve.words import numbered

        people = self.resolved.people
        rows: dict[str, list[Row]] = {}
        for row in rows_of(people.sightings, people.persons):
            rows.setdefault(row.claim, []).append(row)
        facts = sorted(self.resolved.facts, key=lambda f: f.id)
        for start in range(0, len(facts), _AT_ONCE):
            some = facts[start : start + _AT_ONCE]
            yield partial(self._some, some, [row for f in some for row in rows.get(f.id, ())])
        alone = {r.name for some in rows.values() for r in some if r.name} - people.names.keys()
        yield partial(sighted.spell, names={n: numbered(top) for n, top in people.names.items()}, surnames=alone)
        yield partial(sighted.add_totals, totals=totals_of(row for some in rows.values() for row in some))
        hashes = sorted(self.voices)
        for start in range(0, len(hashes), _AT_ONCE):
            yield partial(self._heard, {hash_: self.voices[hash_] for hash_ in hashes[start : start + _AT_ONCE]})
        yield self._rest

    def _some(self, facts: Sequence[Facts], rows: Sequence[Row], connection: Connection) -> None:
        connection.execute(insert(tables.claim_made), [_made_row(f, self.resolved.made[f.id]) for f in facts])
        connection.execute(insert(tables.claim_blocks), [row for f in facts for row in _block_rows(f)])
        sighted.add_rows(connection, rows)

    @staticmethod
    def _heard(voices: Mapping[str, str], connection: Connection) -> None:
        before = hearing.voices_of(connection, voices)
        derived.retold(connection, [hash_ for hash_, voice in before.items() if voices[hash_] != voice])
        hearing.keep(connection, voices)

    def _rest(self, connection: Connection) -> None:
        _settle(connection, self.said, self.seen)
        upsert(connection, tables.meta, {"key": _KEPT, "value": self.version})


def _empty(connection: Connection) -> None:
    forget_all(connection)
    hearing.forget_all(connection)
    sighted.forget_all(connection)
    for table in (tables.claim_made, tables.claim_blocks):
        connection.execute(delete(table))
