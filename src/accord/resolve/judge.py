"""Judgements: a person's word on a pair of claims or on one claim. Data: leaving one out undoes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from accord.record import Claim

__all__ = ["VERDICTS", "Judgement", "Pairs", "judged_claims", "judged_pairs", "judged_values"]

VERDICTS = ("same", "different", "right", "wrong", "value", "outcome", "unverified")


@dataclass(frozen=True, slots=True)
class Judgement:
    """`claims`: two ids for same and different, one for the others: right, wrong, value (of `key`, in that claim's
    record), outcome (of the promise that it is), unverified (somebody tried and could not tell; it changes nothing).
    `time` is ISO 8601; the later of two that disagree holds."""

    verdict: str
    claims: tuple[str, ...]
    author: str = ""
    time: str = ""
    reason: str = ""
    key: str = ""
    value: Any = None

    def __post_init__(self) -> None:
        wanted = 2 if self.verdict in ("same", "different") else 1
        if self.verdict not in VERDICTS or len(self.claims) != wanted:
            raise ValueError(f"a judgement is one of {', '.join(VERDICTS)}, on two claims or on one: {self}")

    @property
    def order(self) -> tuple[str, str, str, str]:
        return self.time, self.author, self.verdict, repr(self.value)


@dataclass(frozen=True, slots=True)
class Pairs:
    """What people said of pairs: ids in order -> the judgement, the latest first."""

    same: dict[tuple[str, str], Judgement]
    different: dict[tuple[str, str], Judgement]


def judged_pairs(judgements: Iterable[Judgement]) -> Pairs:
    """The pairs judged same and different; the latest word on a pair holds."""
    latest: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: j.order):
        if judgement.verdict in ("same", "different") and judgement.claims[0] != judgement.claims[1]:
            first, second = sorted(judgement.claims)
            latest[first, second] = judgement
    by_time = sorted(latest.items(), key=lambda item: (item[1].order, item[0]), reverse=True)
    return Pairs(
        {pair: j for pair, j in by_time if j.verdict == "same"},
        {pair: j for pair, j in by_time if j.verdict == "different"},
    )


def judged_claims(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> list[Claim]:
    """The claims without those judged wrong, those judged right at full confidence; sorted, each once."""
    words = {
        j.claims[0]: j.verdict for j in sorted(judgements, key=lambda j: j.order) if j.verdict in ("right", "wrong")
    }
    kept = {c.id: c for c in claims if words.get(c.id) != "wrong"}
    return [replace(c, confidence=1.0) if words.get(i) == "right" else c for i, c in sorted(kept.items())]


def judged_values(claims: Sequence[Claim], judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The judged value of each key of a record with these claims; the latest word holds."""
    ids = {c.id for c in claims}
    chosen = [j for j in judgements if j.verdict == "value" and j.claims[0] in ids]
    return {j.key: j for j in sorted(chosen, key=lambda j: j.order)}
