"""Records from claims: the whole of identity in one call."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from accord.kinds import kinds as all_kinds
from accord.kinds.base import Kind
from accord.record import Claim, Record, canonical
from accord.resolve.believe import believe
from accord.resolve.block import candidate_pairs
from accord.resolve.cluster import Link, clusters
from accord.resolve.compare import Grade, Pair, compare
from accord.resolve.facts import Facts, Made, Shape, make_facts
from accord.resolve.judge import Judgement, Pairs, judged_claims, judged_pairs, judged_values
from accord.resolve.made import make_made
from accord.resolve.people import People, find_people
from accord.resolve.steps import STANDING, steps_of

__all__ = ["Group", "Resolved", "collapse", "grouped", "make_record", "record_id", "resolve", "resolve_all"]

Group = tuple[tuple[str, ...], tuple[Link, ...]]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Records, sorted by kind and id, with the claims that they are made of as they were made ready for it, and who is
    who."""

    records: tuple[Record, ...]
    facts: tuple[Facts, ...]
    made: Mapping[str, Made]
    people: People


def record_id(kind: str, claims: Iterable[str]) -> str:
    """The same in every store with the same claims: the kind, and a hash of all the claims' ids."""
    return f"{kind}-{hashlib.sha256(canonical(sorted(claims)).encode()).hexdigest()[:12]}"


def collapse(facts: Sequence[Facts], touched: Set[str]) -> tuple[list[Facts], dict[str, list[Facts]]]:
    """Claims with the very same values as one, under the smallest id; those that a person judged stay themselves."""
    groups: dict[str, list[Facts]] = defaultdict(list)
    for one in facts:
        groups[one.id if one.id in touched else one.signature()].append(one)
    firsts: list[Facts] = []
    twins: dict[str, list[Facts]] = {}
    for group in groups.values():
        first, *rest = group
        if rest and compare(first, rest[0]).grade is Grade.NONE:
            firsts += group  # nothing telling in them: equal words need not be the same thing
            continue
        for one in rest:
            first.members.append(one.id)
            for document, start in one.starts.items():
                first.starts[document] = min(start, first.starts.get(document, start))
        firsts.append(first)
        twins[first.id] = rest
    return sorted(firsts, key=lambda f: f.id), twins


def _groups(facts: list[Facts], judged: Pairs) -> list[Group]:
    """Groups of claim ids that are one thing, with the links that made them."""
    touched = {i for pair in (*judged.same, *judged.different) for i in pair}
    firsts, twins = collapse(facts, touched)
    pairs = (compare(firsts[i], firsts[j]) for i, j in candidate_pairs(firsts))
    return grouped(firsts, twins, pairs, judged)


def grouped(
    firsts: Sequence[Facts], twins: Mapping[str, Sequence[Facts]], pairs: Iterable[Pair], judged: Pairs
) -> list[Group]:
    """Compared pairs of claims, with their twins, put into groups."""
    by_id = {f.id: f for f in firsts}
    compared: dict[tuple[str, str], bool] = {}
    links: list[Link] = []
    for pair in pairs:
        compared[pair.a, pair.b] = pair.forbidden
        if pair.grade is not Grade.NONE:
            links.append(Link(pair.a, pair.b, pair.score, pair.words, pair.grade is Grade.PARTIAL))

    def forbidden(a: str, b: str) -> bool:
        known = compared.get((a, b))
        if known is None:
            one, two = by_id[a], by_id[b]
            known = one.claim.kind != two.claim.kind or compare(one, two).forbidden
        return known

    found = []
    for members, used in clusters(by_id, links, forbidden, judged):
        ids = [i for first in members for i in by_id[first].members]
        same = [Link(first, twin.id, 1.0, "the same values") for first in members for twin in twins.get(first, ())]
        found.append((tuple(sorted(ids)), (*used, *same)))
    return found


def _status(claims: Sequence[Claim]) -> str:
    return min((c.status for c in claims), key=STANDING.index)


def make_record(
    claims: Sequence[Claim],
    links: Iterable[Link],
    shape: Shape,
    voices: Mapping[str, str],
    made: Mapping[str, Made],
    judgements: Sequence[Judgement],
) -> Record:
    """The record of claims that are one thing."""
    status = _status(claims)
    steps, step = steps_of(claims, shape)
    values, other = believe(claims, shape, step, status, voices, lambda c, text: made[c.id].persons[text])
    statuses = sorted({c.status for c in claims} - {status}, key=STANDING.index)
    if statuses:
        other["status"] = tuple((s, tuple(sorted(c.id for c in claims if c.status == s))) for s in statuses)
    reasons = [(min(k.a, k.b), max(k.a, k.b), k.score, k.words) for k in links]
    for key, judgement in judged_values(claims, judgements).items():
        if key in values and values[key] != judgement.value:
            holders = tuple(sorted(c.id for c in claims if c.values.get(key) == values[key]))
            kept = tuple(entry for entry in other.get(key, ()) if entry[0] != judgement.value)
            other[key] = ((values[key], holders), *kept)
        values[key] = judgement.value
        claim = judgement.claims[0]
        reasons.append(
            (claim, claim, 1.0, f"{key} judged by {judgement.author or 'a person'}: {judgement.reason}".rstrip(": "))
        )
    return Record(
        id=record_id(claims[0].kind, (c.id for c in claims)),
        kind=claims[0].kind,
        values=values,
        status=status,
        concerns=tuple(sorted({state for c in claims for state in c.concerns})),
        claims=tuple(claims),
        other=dict(sorted(other.items())),
        steps=steps,
        reasons=tuple(sorted((a, b, score, words) for a, b, score, words in reasons)),
        voices=len({voices.get(c.document, c.document) for c in claims}),
    )


def resolve(
    claims: Iterable[Claim],
    voices: Mapping[str, str],
    judgements: Iterable[Judgement] = (),
    kinds: Mapping[str, Kind] | None = None,
) -> tuple[Record, ...]:
    """Claims put together into records, sorted by kind and id; the same in any order of the claims.

    `voices`: document hash -> voice (a document not in it is a voice of its own). `kinds` are all kinds by default;
    claims of a kind that is not among them are left out.
    """
    return resolve_all(claims, voices, judgements, kinds).records


def resolve_all(
    claims: Iterable[Claim],
    voices: Mapping[str, str],
    judgements: Iterable[Judgement] = (),
    kinds: Mapping[str, Kind] | None = None,
) -> Resolved:
    """As `resolve`, with what is needed to put some of the claims together anew later."""
    said = tuple(judgements)
    known = kinds if kinds is not None else all_kinds()
    kept = judged_claims(claims, said)
    shapes = {name: Shape(kind) for name, kind in known.items()}
    people = find_people(kept, known)
    made = make_made(kept, shapes, people)
    facts = make_facts(kept, shapes, made)
    by_id = {f.id: f for f in facts}
    records = [
        make_record([by_id[i].claim for i in ids], links, by_id[ids[0]].shape, voices, made, said)
        for ids, links in _groups(facts, judged_pairs(said))
    ]
    return Resolved(tuple(sorted(records, key=lambda r: (r.kind, r.id))), tuple(facts), made, people)
