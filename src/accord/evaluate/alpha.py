"""Krippendorff's alpha for nominal data: how far coders agree beyond what chance would give.

Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections B and C; A. F. Hayes and
K. Krippendorff, Answering the Call for a Standard Reliability Measure for Coding Data (2007), why alpha and no other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Alpha", "alpha"]


@dataclass(frozen=True, slots=True)
class Alpha:
    """`value`: 1 is perfect agreement, 0 what chance gives, below 0 worse; None where nothing can be told: no unit was
    coded twice, or all values are one and the same. `units` and `values` count what could be paired."""

    value: float | None
    units: int
    values: int


def alpha(units: Iterable[Sequence[Hashable | None]]) -> Alpha:
    """Of each unit the values that its coders gave, None for one that is missing; a unit with less than two values
    counts for nothing. alpha = 1 - (n - 1) * sum(o_ck) / sum(n_c * n_k) over c != k, with the coincidences o_ck."""
    paired = [given for unit in units if len(given := [v for v in unit if v is not None]) > 1]
    totals = Counter(value for given in paired for value in given)
    n = sum(totals.values())
    expected = n * n - sum(count * count for count in totals.values())
    if not expected:
        return Alpha(None, len(paired), n)
    observed = sum(_disagreement(given) for given in paired)
    return Alpha(1 - (n - 1) * observed / expected, len(paired), n)


def _disagreement(given: Sequence[Hashable]) -> float:
    """The coincidences of unlike values in one unit: its unlike ordered pairs, each worth 1 / (m - 1)."""
    m = len(given)
    return (m * m - sum(count * count for count in Counter(given).values())) / (m - 1)
