"""What happened between states, was planned, lapsed or was called off, each with the precision that is known."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from accord.analysis.archive import Archive
from accord.record import Claim, Record, Role, Told
from accord.values import Period

__all__ = ["STANDINGS", "Moment", "timeline"]

STANDINGS = ("happened", "planned", "lapsed", "called-off", "denied")


@dataclass(frozen=True, slots=True, repr=False)
class Moment(Told):
    """Something at a time: a step of a record. `period` is as precise as its sources are: a month is no day."""

    period: Period
    record: Record
    step: str
    standing: str
    claims: tuple[Claim, ...]
    voices: int
    title: str

    def as_dict(self) -> dict[str, Any]:
        line = {
            "date": str(self.period),
            "kind": self.record.kind,
            "what": self.title,
            "step": self.step,
            "standing": self.standing,
            "concerns": list(self.record.concerns),
            "sources": self.voices,
            "id": self.record.id,
        }
        return {k: v for k, v in line.items() if v not in ("", [])}


def timeline(archive: Archive, as_of: date) -> tuple[Moment, ...]:
    """The moments of all records that have a day, figures and promises aside, in the order of time.

    A plan whose day has passed without a word that it took place has lapsed; one that took place is told once.
    """
    found: list[Moment] = []
    for record in archive.records:
        if archive.fields(record, Role.MEASURE) or archive.fields(record, Role.DUE):
            continue
        found += _of_record(record, archive, as_of)
    return tuple(sorted(found, key=lambda m: (m.period.first, m.period.last, m.record.id, m.step)))


def _of_record(record: Record, archive: Archive, as_of: date) -> list[Moment]:
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in record.claims:
        period = archive.when(claim)
        if period is not None:
            groups[_standing(claim, period, as_of), archive.step(claim)].append(claim)
    happened = any(standing == "happened" for standing, _ in groups)
    moments = []
    for (standing, step), claims in sorted(groups.items()):
        if happened and standing in ("planned", "lapsed"):
            continue  # it came about, on that day or another
        period = min((p for c in claims if (p := archive.when(c))), key=lambda p: (p.open, p.length, p.first, p.iso))
        voices = len(archive.voices(claims))
        moments.append(Moment(period, record, step, standing, tuple(claims), voices, archive.title(record)))
    return moments


def _standing(claim: Claim, period: Period, as_of: date) -> str:
    if claim.status == "denied":
        return "denied"
    if claim.status == "cancelled":
        return "called-off"
    if claim.status == "reported" and period.first <= as_of:
        return "happened"
    return "lapsed" if period.last < as_of else "planned"
