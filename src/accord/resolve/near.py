"""Pairs of claims about which putting together was in two minds: their score lies near its limit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from accord.kinds import kinds as all_kinds
from accord.kinds.base import Kind
from accord.record import Claim
from accord.resolve.block import candidate_pairs
from accord.resolve.compare import THRESHOLD, Pair, compare
from accord.resolve.facts import make_facts
from accord.resolve.judge import Judgement, judged_claims, judged_pairs
from accord.resolve.people import find_people

__all__ = ["MARGIN", "near_pairs", "nearness"]

MARGIN = 0.12
"""How far from the limit a score is still near it."""


def nearness(pair: Pair) -> float:
    """1 at the limit, 0 at the margin."""
    return max(0.0, 1 - abs(pair.score - THRESHOLD) / MARGIN)


def near_pairs(
    claims: Iterable[Claim], judgements: Iterable[Judgement] = (), kinds: Mapping[str, Kind] | None = None
) -> tuple[Pair, ...]:
    """Pairs that may be one thing, with a score near the limit; those that a person judged, and claims judged wrong, are
    left out. The nearest first; the same in any order of the claims."""
    said = tuple(judgements)
    known = kinds if kinds is not None else all_kinds()
    kept = judged_claims(claims, said)
    people = find_people(kept, known)
    facts = make_facts(kept, known, people)
    judged = judged_pairs(said)
    pairs = (compare(facts[i], facts[j], people) for i, j in candidate_pairs(facts))
    near = (p for p in pairs if not p.forbidden and nearness(p) > 0)
    open_ = (p for p in near if (p.a, p.b) not in judged.same and (p.a, p.b) not in judged.different)
    return tuple(sorted(open_, key=lambda p: (-nearness(p), p.a, p.b)))
