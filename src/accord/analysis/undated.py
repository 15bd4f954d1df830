"""When an undated document must have been written: after the last thing that it calls past, before the first that it
calls to come. The interval orders documents; it never gives a claim its date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from accord.analysis.archive import DONE, PLANS, Archive
from accord.record import Claim, Role, Told
from accord.values import Period

__all__ = ["Written", "written"]


@dataclass(frozen=True, slots=True, repr=False)
class Written(Told):
    """The interval in which a document was written; None where nothing bounds it. `reasons` name the claims that do."""

    document: str
    doc: str
    after: date | None
    before: date | None
    reasons: tuple[str, ...]
    known: bool = False  # it carries its own date

    def as_dict(self) -> dict[str, Any]:
        line = {
            "doc": self.doc,
            "after": self.after.isoformat() if self.after else None,
            "before": self.before.isoformat() if self.before else None,
            "reasons": list(self.reasons),
        }
        return {k: v for k, v in line.items() if v is not None}


def written(archive: Archive) -> Mapping[str, Written]:
    """The interval of every document, by its hash: its own date where it has one, else what its claims allow. No
    document was written after it was read."""
    said: dict[str, list[Claim]] = defaultdict(list)
    for record in archive.records:
        for claim in record.claims:
            said[claim.document].append(claim)
    found = {}
    for hash_, paper in archive.papers.items():
        if paper.published is not None:
            found[hash_] = Written(
                hash_, paper.doc, paper.published.first, paper.published.last, ("its own date",), True
            )
        else:
            read = date.fromisoformat(paper.read_at[:10]) if paper.read_at else None
            found[hash_] = _bounded(hash_, paper.doc, said.get(hash_, []), archive, read)
    return found


def _bounded(hash_: str, doc: str, claims: list[Claim], archive: Archive, read: date | None) -> Written:
    past = [(p.first, c, p) for c in claims if c.status in DONE and (p := _day(c, archive)) is not None]
    come = [
        (p.last, c, p)
        for c in claims
        if c.status in PLANS and c.status != "postponed" and (p := _day(c, archive) or archive.due(c)) is not None
    ]
    after = max(past, key=lambda x: (x[0], x[1].id), default=None)
    come = [x for x in come if after is None or x[0] >= after[0]]  # a plan that the same text tells as past is none
    before = min(come, key=lambda x: (x[0], x[1].id), default=None)
    reasons = []
    if after:
        reasons.append(f"it tells of {after[2]} as past ({after[1].id})")
    if before:
        reasons.append(f"it tells of {before[2]} as to come ({before[1].id})")
    if read and (before is None or read < before[0]):
        reasons.append(f"it was read on {read}")
    latest = min((d for d in (before[0] if before else None, read) if d is not None), default=None)
    return Written(hash_, doc, after[0] if after else None, latest, tuple(reasons))


def _day(claim: Claim, archive: Archive) -> Period | None:
    """The date of a claim that is its own and no open end: one that was inferred from elsewhere bounds nothing."""
    if archive.fields(claim, Role.STANCE):
        return None
    period = archive.when(claim)
    keys = [f.name for f in archive.fields(claim, Role.WHEN)]
    return period if period is not None and not period.open and not any(k in claim.basis for k in keys) else None
