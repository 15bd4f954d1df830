"""What a person should look at first: claims and pairs of claims, by how doubtful they are and how much rests on them.

Priority is doubt times importance. Doubt (0 to 1) is that of its sources put together as independent ones: nearness of
the confidence to the threshold (the ratio of their odds), sources that contradict the claim, and of a pair nearness of
its score to the limit. Importance (1 to 6) adds to 1, each up to 1: what follows from a promise, how much hangs on the
record, how recent it is, how active its states are, and whether the claim is withheld now.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log1p

from accord.analysis.archive import Archive
from accord.analysis.commitments import Commitment
from accord.analysis.contradictions import Agreement
from accord.record import Claim, Record
from accord.resolve.compare import Pair
from accord.resolve.judge import Judgement
from accord.resolve.near import nearness
from accord.store import THRESHOLD

__all__ = ["Doubt", "Ground", "doubts"]

_LEAST = 0.05  # doubt from which it is worth a person's time: a confidence of about 0.9 and no contradiction
_AT_ODDS = {"conflict": 0.6, "majority": 0.4}
_WEIGHT = {"broken": 1.0, "contradicted": 1.0, "overdue": 1.0, "partly": 0.75, "unverified": 0.75, "open": 0.5}
_HALF_LIFE = 2 * 365.25  # days in which what happened loses half of its importance
_MANY = 10  # claims and follow-ups from which a record counts as much as it can


@dataclass(frozen=True, slots=True)
class Ground:
    """Why something is in the queue: one of the words threshold, withheld, contradiction, pair, promise, hangs, recent,
    active; with its weight, 0 to 1."""

    word: str
    weight: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """A claim to be judged, or two that may be one thing (`pair`, with their records in the same order)."""

    claims: tuple[Claim, ...]
    records: tuple[Record, ...]
    doubt: float
    importance: float
    grounds: tuple[Ground, ...]
    pair: Pair | None = None

    @property
    def id(self) -> str:
        """The claim's id; of a pair both, with a + between."""
        return "+".join(c.id for c in self.claims)

    @property
    def priority(self) -> float:
        return self.doubt * self.importance

    @property
    def together(self) -> bool:
        """Whether a pair stands in one record now."""
        return self.pair is not None and self.records[0].id == self.records[1].id


class _Weights:
    """What makes the records of an archive important."""

    def __init__(self, archive: Archive, promises: Iterable[Commitment], as_of: date, most: int) -> None:
        self._archive = archive
        self._as_of = as_of
        self._outcomes: dict[str, str] = {}
        self._hanging: Counter[str] = Counter()
        for promise in promises:
            self._outcomes[promise.record.id] = promise.outcome
            self._hanging.update(b.record for b in promise.follow_up)
        self._active = Counter(r.concerns for r in archive.records)
        self._most = max(most, 1, *self._active.values())

    def of(self, record: Record) -> list[Ground]:
        hanging = len(record.claims) - 1 + self._hanging[record.id]
        found = {
            "promise": _WEIGHT.get(self._outcomes.get(record.id, ""), 0.0),
            "hangs": min(1.0, hanging / _MANY),
            "recent": self._recent(record),
            "active": log1p(self._active[record.concerns]) / log1p(self._most),
        }
        return [Ground(word, round(weight, 3)) for word, weight in found.items() if weight]

    def _recent(self, record: Record) -> float:
        when = self._archive.when(record) or self._archive.first_said(record)
        if when is None:
            return 0.0
        age = (self._as_of - when.last).days if when.last < self._as_of else 0
        return float(0.5 ** (age / _HALF_LIFE))


def doubts(
    archive: Archive,
    pairs: Iterable[Pair],
    judgements: Iterable[Judgement],
    odds: Iterable[Agreement],
    promises: Iterable[Commitment],
    as_of: date,
    most: int = 0,
) -> tuple[Doubt, ...]:
    """The queue, the most urgent first. `archive` holds doubtful records too. What people have judged, be it that they
    could not tell, is left out; an outcome is no word on the claim itself. `most`: how many records the most active states
    have, where `archive` is only a part."""
    said = [j for j in judgements if j.verdict != "outcome"]
    judged = {j.claims[0] for j in said if len(j.claims) == 1}
    apart = {tuple(sorted(j.claims)) for j in said if len(j.claims) > 1}
    weights = _Weights(archive, promises, as_of, most)
    told = {r.id: weights.of(r) for r in archive.records}
    against = _against(odds)
    found = [
        doubt
        for record in archive.records
        for claim in record.claims
        if claim.id not in judged and (doubt := _of_claim(record, claim, told[record.id], against))
    ]
    found += _of_pairs(archive, (p for p in pairs if (p.a, p.b) not in apart), told)
    return tuple(sorted(found, key=lambda d: (-d.priority, d.id)))


def _against(odds: Iterable[Agreement]) -> Mapping[str, float]:
    """By claim how strongly others contradict it."""
    found: dict[str, float] = defaultdict(float)
    for agreement in odds:
        for claim in (c for camp in agreement.camps for c in camp.claims):
            found[claim.id] = max(found[claim.id], _AT_ODDS.get(agreement.grade, 0.0))
    return found


def _of_claim(record: Record, claim: Claim, told: Sequence[Ground], against: Mapping[str, float]) -> Doubt | None:
    near, contradicted = _near_threshold(claim.confidence), against.get(claim.id, 0.0)
    doubt = 1 - (1 - near) * (1 - contradicted)
    if doubt < _LEAST:
        return None
    grounds = [Ground("threshold", round(near, 3)), Ground("contradiction", contradicted)]
    grounds += [Ground("withheld", 1.0)] if claim.confidence < THRESHOLD else []
    return _made((claim,), (record,), doubt, [g for g in grounds if g.weight], told)


def _near_threshold(confidence: float) -> float:
    """1 at the threshold, halved with each doubling of the odds away from it."""
    odds = [p / (1 - p) if p < 1 else float("inf") for p in (confidence, THRESHOLD)]
    return min(odds) / max(odds)


def _of_pairs(archive: Archive, pairs: Iterable[Pair], told: Mapping[str, list[Ground]]) -> list[Doubt]:
    """One pair, the nearest, for each two records (or one record that it holds together), among claims that are shown."""
    holder = {c.id: (r, c) for r in archive.records for c in r.claims if c.confidence >= THRESHOLD}
    best: dict[tuple[str, ...], Doubt] = {}
    for pair in pairs:
        if pair.a not in holder or pair.b not in holder:
            continue
        (first, one), (second, two) = holder[pair.a], holder[pair.b]
        joined = any({a, b} == {pair.a, pair.b} for a, b, _, _ in first.reasons)
        if first.id == second.id and not joined:
            continue  # in one record by better reasons than this one
        both = max(told[first.id], told[second.id], key=lambda some: sum(g.weight for g in some))
        near = nearness(pair)
        key = tuple(sorted((first.id, second.id)))
        if near >= _LEAST and (key not in best or near > best[key].doubt):
            best[key] = _made((one, two), (first, second), near, [Ground("pair", round(near, 3))], both, pair)
    return list(best.values())


def _made(
    claims: tuple[Claim, ...],
    records: tuple[Record, ...],
    doubt: float,
    grounds: list[Ground],
    told: Sequence[Ground],
    pair: Pair | None = None,
) -> Doubt:
    extra = sum(g.weight for g in (*told, *grounds) if g.word in ("promise", "hangs", "recent", "active", "withheld"))
    return Doubt(claims, records, round(doubt, 4), round(1 + extra, 4), (*grounds, *told), pair)
