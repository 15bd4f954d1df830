"""Pairs of claims about which putting together was in two minds: their score lies near its limit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from accord.kinds import kinds as all_kinds
from accord.kinds.base import Kind
from accord.record import Claim
from accord.resolve.block import candidate_pairs
from accord.resolve.compare import THRESHOLD, Pair, compare
from accord.resolve.facts import Shape, make_facts
from accord.resolve.made import make_made
from accord.resolve.people import find_people

__all__ = ["MARGIN", "near_pairs", "nearness"]

MARGIN = 0.12
"""How far from the limit a score is still near it."""


def nearness(pair: Pair) -> float:
    """1 at the limit, 0 at the margin."""
    return max(0.0, 1 - abs(pair.score - THRESHOLD) / MARGIN)


def near_pairs(claims: Iterable[Claim], kinds: Mapping[str, Kind] | None = None) -> tuple[Pair, ...]:
    """Pairs that may be one thing, with a score near the limit, the nearest first; the same in any order of the claims.
    What people judged is not asked."""
    known = kinds if kinds is not None else all_kinds()
    every = sorted(claims, key=lambda c: c.id)
    people = find_people(every, known)
    shapes = {name: Shape(kind) for name, kind in known.items()}
    facts = make_facts(every, shapes, make_made(every, shapes, people))
    pairs = (compare(facts[i], facts[j]) for i, j in candidate_pairs(facts))
    return tuple(sorted((p for p in pairs if not p.forbidden and nearness(p) > 0), key=_nearest))


def _nearest(pair: Pair) -> tuple[float, str, str]:
    return -nearness(pair), pair.a, pair.b
