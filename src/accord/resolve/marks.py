"""What comparing one field of two claims comes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Mark", "Outcome"]


class Outcome(StrEnum):
    AGREE = "agree"
    PARTIAL = "partial"  # one holds the other
    CLASH = "clash"  # one thing, told with values that contradict each other
    DOUBT = "doubt"  # neither
    DIFFER = "differ"  # two things
    MISSING = "missing"  # given in one only
    ABSENT = "absent"  # given in neither
    SKIP = "skip"  # not to be compared: dates of different steps


@dataclass(frozen=True, slots=True)
class Mark:
    """One field's outcome: weight and score 0..1, the reason and the two values that met. `telling`: few others
    would agree on it."""

    key: str
    outcome: Outcome
    weight: float
    score: float
    reason: str
    left: str = ""
    right: str = ""
    telling: bool = False
