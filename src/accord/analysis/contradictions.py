"""Where sources differ: values of one thing that cannot both be true, with the quotes and what might explain it.

Two values agree where one is only vaguer than the other: a month and a day in it, "more than 12 million" and 12.2 million,
a rounded number and its finer form. Amounts in two currencies, and figures of two periods or two directions of a flow,
are of different things and never compared. Agreement is classed as in the manydata packages (Hollway and others):
confirmed, majority, unique, missing, conflict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from accord.analysis.archive import NOT_DONE, Archive, period_of
from accord.record import Claim, Field, Record, Role, Told, Type, canonical
from accord.resolve.quantities import COMPANIONS, agree, number, vague
from accord.resolve.steps import EACH
from accord.values import Period

__all__ = ["AGREEMENT", "Agreement", "Camp", "agreements", "contradictions"]

AGREEMENT = ("confirmed", "majority", "unique", "missing", "conflict")
_COMPARED = (Type.PERIOD, Type.NUMBER, Type.CODE)
_SILENT = frozenset({Role.STEP, Role.TOPIC, Role.UNIT, Role.MEASURE, Role.STANCE})
_OPPOSITE = {
    "opened": "closed", "reopened": "closed", "resumed": "suspended", "launched": "suspended", "established": "severed",
    "restored": "severed", "joined": "left",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Camp:
    """Claims that hold one value, or vaguer ones that agree with it; `voices` is the number of independent sources."""

    value: Any
    claims: tuple[Claim, ...]
    voices: int


@dataclass(frozen=True, slots=True, repr=False)
class Agreement(Told):
    """One key of a record (of one step, where dates are compared) with what sources say of it. `explained` are things
    that may lie behind a difference, in words."""

    record: Record
    key: str
    step: str
    grade: str
    camps: tuple[Camp, ...]
    explained: tuple[str, ...] = ()

    @property
    def at_odds(self) -> bool:
        return self.grade in ("majority", "conflict")

    def as_dict(self) -> dict[str, Any]:
        line: dict[str, Any] = {
            "id": self.record.id,
            "kind": self.record.kind,
            "key": self.key,
            "agreement": self.grade,
            "values": [
                {"value": c.value, "voices": c.voices, "claims": [x.id for x in c.claims], "evidence": _quotes(c)}
                for c in self.camps
            ],
        }
        return (
            line
            | ({"step": self.step} if self.step else {})
            | ({"explained": list(self.explained)} if self.explained else {})
        )


def _quotes(camp: Camp) -> list[dict[str, Any]]:
    firsts = [c.evidence[0] for c in camp.claims[:3]]
    return [{"doc": e.doc, "start": e.start, "end": e.end, "quote": e.quote} for e in firsts]


def contradictions(archive: Archive) -> tuple[Agreement, ...]:
    """What sources contradict each other on, the best attested first."""
    found = [a for a in agreements(archive) if a.at_odds]
    return tuple(sorted(found, key=lambda a: (-sum(c.voices for c in a.camps), a.record.id, a.key, a.step)))


def agreements(archive: Archive) -> Iterator[Agreement]:
    """Every compared key of every record, with how far its sources agree."""
    for record in archive.records:
        for field in archive.kinds[record.kind].fields:
            if field.type in _COMPARED and field.name not in COMPANIONS and not field.roles & _SILENT:
                yield from _of_key(record, field, archive)
        yield from _of_standing(record, archive)
        yield from _of_opposites(record, archive)


def _of_key(record: Record, field: Field, archive: Archive) -> Iterator[Agreement]:
    """One key; a date once for each step that has dates."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in record.claims:
        dated = Role.WHEN in field.roles or Role.DUE in field.roles
        if claim.status in NOT_DONE or (dated and claim.status != "reported"):
            continue  # plans change: two days for one plan contradict nothing
        if dated and archive.step(claim) in EACH:
            continue
        step = _standing(claim, archive) if dated else ""
        groups[step].append(claim)
    for step, claims in sorted(groups.items()):
        holding = [c for c in claims if c.values.get(field.name) not in (None, "", [])]
        if not holding:
            continue
        camps = _camps(field, holding, archive)
        missing = len(archive.voices(claims)) - len(archive.voices(holding))
        yield Agreement(record, field.name, step, _grade(camps, missing), camps, _explained(camps, archive))


def _standing(claim: Claim, archive: Archive) -> str:
    """The step of a claim with its status: a day planned and the day it took place do not compete."""
    step = archive.step(claim)
    return step if claim.status == "reported" else f"{claim.status} {step}".strip()


def _grade(camps: Sequence[Camp], missing: int) -> str:
    if len(camps) == 1:
        return "confirmed" if camps[0].voices > 1 else "missing" if missing else "unique"
    first, second = sorted((c.voices for c in camps), reverse=True)[:2]
    return "majority" if first > second else "conflict"


# ---------------------------------------------------------------------- values that cannot both be true


def _camps(field: Field, claims: Sequence[Claim], archive: Archive) -> tuple[Camp, ...]:
    """The claims by what they hold, the most precise first; one that is vaguer joins the first that it agrees with."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (_vagueness(field, c), canonical(c.values[field.name]), c.id)):
        home = next((g for g in groups if _same(field, g[0], claim, archive)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    camps = [Camp(g[0].values[field.name], tuple(g), len(archive.voices(g))) for g in groups]
    return tuple(sorted(camps, key=lambda c: (-c.voices, canonical(c.value))))


def _vagueness(field: Field, claim: Claim) -> tuple[float, float]:
    """Larger is vaguer: the days of a period; a word of comparison, then fewer digits."""
    value = claim.values[field.name]
    if field.type is Type.PERIOD:
        period = period_of(value)
        return (float(period.length.days) if period else 0.0, 0.0)
    plain = number(value)
    if plain is None:
        return 1.0, 0.0
    return float(vague(claim.values)), -float(len(f"{abs(plain):.12g}".replace(".", "").strip("0")))


def _same(field: Field, a: Claim, b: Claim, archive: Archive) -> bool:
    """Whether two claims may both be right about a key."""
    one, two = a.values[field.name], b.values[field.name]
    if one == two:
        return True
    if field.type is Type.PERIOD:
        return _meet(period_of(one), period_of(two))
    if field.type is Type.CODE:
        return False
    if Role.VALUE in field.roles and archive.first(a, Role.UNIT) != archive.first(b, Role.UNIT):
        return True  # two units are never compared
    return _within(one, a, two, b)


def _meet(a: Period | None, b: Period | None) -> bool:
    return a is None or b is None or a.overlaps(b)


def _within(one: Any, a: Claim, two: Any, b: Claim) -> bool:
    left, right = _bounds(one), _bounds(two)
    if left is None or right is None:
        return True
    if isinstance(one, list) or isinstance(two, list):
        return left[0] <= right[1] and right[0] <= left[1]
    return agree(left[0], a.values, right[0], b.values)


def _bounds(value: Any) -> tuple[float, float] | None:
    ends = [n for v in (value if isinstance(value, list) else [value]) if (n := number(v)) is not None]
    return (min(ends), max(ends)) if ends else None


# ---------------------------------------------------------------------- done against not done, open against closed


def _of_standing(record: Record, archive: Archive) -> Iterator[Agreement]:
    """What one source says happened and another that it did not. A denial of something else than the deed reported, and
    what was called off before it took place after all, are none."""
    done = [c for c in record.claims if c.status == "reported"]
    undone = [c for c in record.claims if c.status == "denied"]
    steps = {archive.step(c) for c in undone}
    done = [c for c in done if not steps or archive.step(c) in steps]
    if not done or not undone:
        return
    if archive.voices(done) <= archive.voices(undone) and len(archive.voices(undone)) == 1:
        return  # one source that tells both: it reports a denial, and says so
    camps = tuple(
        Camp(status, tuple(some), len(archive.voices(some)))
        for status, some in (("reported", done), ("denied", undone))
    )
    yield Agreement(record, "status", "", _grade(camps, 0), camps, _explained(camps, archive))


def _of_opposites(record: Record, archive: Archive) -> Iterator[Agreement]:
    """Open and closed on one day, by different sources."""
    days: dict[Period, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in record.claims:
        when = archive.when(claim)
        if claim.status == "reported" and when is not None and when.first == when.last:
            days[when][archive.step(claim)].append(claim)
    for day, steps in sorted(days.items()):
        for step, opposite in _OPPOSITE.items():
            one, two = steps.get(step, []), steps.get(opposite, [])
            if one and two and not archive.voices(one) & archive.voices(two):
                camps = (
                    Camp(step, tuple(one), len(archive.voices(one))),
                    Camp(opposite, tuple(two), len(archive.voices(two))),
                )
                yield Agreement(record, "step", str(day), _grade(camps, 0), camps, _explained(camps, archive))


# ---------------------------------------------------------------------- what might explain it


def _explained(camps: Sequence[Camp], archive: Archive) -> tuple[str, ...]:
    """What may lie behind a difference, none of it proof."""
    if len(camps) < 2:
        return ()
    a, b = camps[0], camps[1]
    found = []
    if _speakers(a) and _speakers(b) and _speakers(a).isdisjoint(_speakers(b)):
        found.append(f"each side has its own figure: {_listed(_speakers(a))}, {_listed(_speakers(b))}")
    days = [[p.first for c in camp.claims if (p := archive.said(c))] for camp in (a, b)]
    if days[0] and days[1] and (max(days[0]) < min(days[1]) or max(days[1]) < min(days[0])):
        late, early = (a, b) if max(days[1]) < min(days[0]) else (b, a)
        if _publishers(late, archive) & _publishers(early, archive):
            found.append(f"a later word of the same publisher: {late.value}")
        else:
            found.append(f"told later, perhaps revised: {late.value}")
    if {vague(c.values) for c in a.claims} != {vague(c.values) for c in b.claims}:
        found.append("one of them is only a bound or an estimate")
    if any(c.basis for camp in (a, b) for c in camp.claims):
        found.append("one of them rests on a date that was inferred")
    return tuple(found)


def _speakers(camp: Camp) -> frozenset[str]:
    return frozenset(name for c in camp.claims for name in c.said_by)


def _publishers(camp: Camp, archive: Archive) -> frozenset[str]:
    return frozenset(p.publisher for c in camp.claims if (p := archive.papers.get(c.document)) and p.publisher)


def _listed(names: frozenset[str]) -> str:
    return " and ".join(sorted(names)[:2])
