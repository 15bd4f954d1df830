"""What readings since a moment added to the record, confirmed, changed or put in doubt. The clock is that of learning: when
a document was read, not when it was published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from accord.analysis.archive import Archive
from accord.analysis.contradictions import agreements
from accord.record import Claim, Record, Told
from accord.resolve import resolve

__all__ = ["ADDED", "SORTS", "Change", "changes"]

SORTS = ("added", "changed", "in-doubt", "confirmed")
ADDED = "not in the record before"
"""The reason of what is added."""


@dataclass(frozen=True, slots=True, repr=False)
class Change(Told):
    """What became of one record. `values`: for each key that changed, what was believed before and what is now;
    `documents`: where the new word stands."""

    record: Record
    sort: str
    values: Mapping[str, tuple[Any, Any]]
    documents: tuple[str, ...]
    reason: str
    what: str = ""

    def as_dict(self) -> dict[str, Any]:
        line: dict[str, Any] = {
            "id": self.record.id,
            "kind": self.record.kind,
            "what": self.what,
            "sort": self.sort,
            "reason": self.reason,
            "changed": {k: list(v) for k, v in self.values.items()},
            "documents": list(self.documents),
        }
        return {k: v for k, v in line.items() if v not in ({}, [], "")}


def changes(archive: Archive, since: str) -> tuple[Change, ...]:
    """The changes by documents first read after a moment (ISO 8601; a day counts from its end), the weightiest first."""
    moment = since if len(since) > 10 else f"{since}T23:59:59"
    doubted: dict[str, set[str]] = defaultdict(set)
    for agreement in agreements(archive):
        if agreement.at_odds:
            doubted[agreement.record.id].add(agreement.key)
    heard = {h: p.voice for h, p in archive.papers.items()}
    found = [
        replace(c, what=archive.title(r))
        for r in archive.records
        if (c := _change(r, archive, moment, doubted, heard)) is not None
    ]
    return tuple(sorted(found, key=lambda c: (SORTS.index(c.sort), c.record.kind, c.record.id)))


def _new(claim: Claim, archive: Archive, moment: str) -> bool:
    paper = archive.papers.get(claim.document)
    return paper is not None and paper.read_at[:19] > moment[:19]


def _change(
    record: Record, archive: Archive, moment: str, doubted: Mapping[str, set[str]], heard: Mapping[str, str]
) -> Change | None:
    new = [c for c in record.claims if _new(c, archive, moment)]
    if not new:
        return None
    documents = tuple(sorted({c.doc for c in new}))
    old = [c for c in record.claims if c not in new]
    if not old:
        return Change(record, "added", {}, documents, ADDED)
    before = _believed(old, archive, heard)
    values = {
        key: (before.values.get(key), value) for key, value in record.values.items() if before.values.get(key) != value
    }
    if before.status != record.status:
        values = {"status": (before.status, record.status), **values}
    odds = sorted(key for key in doubted.get(record.id, ()) if _new_odds(key, before))
    if odds:
        return Change(record, "in-doubt", values, documents, f"a new source differs on {', '.join(odds)}")
    if values:
        return Change(record, "changed", values, documents, f"now known: {', '.join(values)}")
    more = archive.voices(record.claims) - archive.voices(old)
    if more:
        return Change(record, "confirmed", {}, documents, "told by another source")
    return None


def _believed(old: list[Claim], archive: Archive, heard: Mapping[str, str]) -> Record:
    """The record that the old claims made: the largest, where they were several."""
    records = resolve(old, heard, kinds=archive.kinds)
    return max(records, key=lambda r: (len(r.claims), r.id))


def _new_odds(key: str, before: Record) -> bool:
    return key not in before.other
