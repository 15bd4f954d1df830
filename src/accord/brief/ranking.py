"""Which records come first: by when, and by how much they weigh. Reads roles, never a kind's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from accord.brief.slots import moment
from accord.record import Field, Record, Role, Type, canonical
from accord.values import Period

__all__ = ["MENTION", "confidence", "day", "importance", "newest_first", "select", "uncovered", "when"]

MENTION = "mentioned"
_RECENT_DAYS = 730
Fields = Mapping[str, Field]


def confidence(record: Record) -> float:
    """That of its surest claim."""
    return max((claim.confidence for claim in record.claims), default=0.0)


def when(record: Record, fields: Fields, *roles: Role) -> Period | None:
    """The record's date by the first of the roles that has one (by default: when it happened, or its period)."""
    for role in roles or (Role.WHEN, Role.PERIOD, Role.DUE):
        for name, item in fields.items():
            found = moment(record.values.get(name)) if role in item.roles else None
            if found is not None:
                return found
    return None


def day(period: Period | None) -> int:
    """A date for sorting: its last day, the closed end of an open one, 0 for none."""
    if period is None:
        return 0
    if period.last != date.max:
        return period.last.toordinal()
    return period.first.toordinal()


def importance(record: Record, fields: Fields, as_of: date) -> float:
    """How much a record weighs: its sources, its place in the vocabulary of its form, whether dated, recent, done."""
    found = when(record, fields)
    score = min(record.voices, 4) * 0.75
    score += 1.0 if found else 0.0
    score += 1.0 if found and abs(as_of.toordinal() - day(found)) < _RECENT_DAYS else 0.0
    score += 1.0 if record.status == "reported" else 0.0
    titled = any(Role.TITLE in f.roles and record.values.get(n) for n, f in fields.items())
    score += 0.0 if titled else 2.0  # a bulk: "fourteen agreements"
    step = next((record.values.get(n) for n, f in fields.items() if Role.STEP in f.roles), None)
    score -= 3.0 if step == MENTION else 0.0
    for name, item in fields.items():
        if item.type is Type.CODE and item.words and not item.roles and record.values.get(name) in item.words:
            score += 2.5 / (1 + item.words.index(record.values[name]))
    return score


def newest_first(records: Sequence[Record], fields_of: Mapping[str, Fields], as_of: date) -> list[Record]:
    """By date, the newest first and the undated last; on one day by weight."""
    return sorted(
        records,
        key=lambda r: (-day(when(r, fields_of[r.kind])), -importance(r, fields_of[r.kind], as_of), r.id),
    )


def uncovered(records: Sequence[Record]) -> list[Record]:
    """Without the records of which another one of their kind and status says all that they do, and more."""
    said = {r.id: {(r.kind, r.status, k, canonical(v)) for k, v in r.values.items()} for r in records}
    alike: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for record in records:
        for one in (*said[record.id], (record.kind, record.status)):
            alike[one].append(record)

    def covered(record: Record) -> bool:
        own = said[record.id]
        fewest = min((alike[one] for one in (*own, (record.kind, record.status))), key=len)
        return any(o.id != record.id and own < said[o.id] for o in fewest)

    return [record for record in records if not covered(record)]


def select(records: Sequence[Record], fields_of: Mapping[str, Fields], as_of: date, most: int) -> list[Record]:
    """The weightiest, in the order of newest first."""
    heavy = sorted(
        records, key=lambda r: (-importance(r, fields_of[r.kind], as_of), -day(when(r, fields_of[r.kind])), r.id)
    )
    return newest_first(heavy[:most], fields_of, as_of)
