"""The steps of a record: what was done with the thing, in the order in which it happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from accord.record import Claim
from accord.resolve.facts import Shape
from accord.values import Period

__all__ = ["BEGINNINGS", "EACH", "ENDS", "STANDING", "Steps", "steps_of"]

STANDING = ("reported", "cancelled", "postponed", "planned", "denied", "proposed", "hypothetical")
"""Whose word decides a record's status: what is reported beats what was planned."""
EACH = frozenset({"ratified", "approved"})
"""Steps that each party takes on a day of its own."""
BEGINNINGS = frozenset({"launched", "established"})
ENDS = frozenset({"suspended", "dissolved", "closed", "severed", "terminated", "expired"})
"""A thing that began long after another had ended is not that other one."""
_BARE = frozenset({"", "mentioned", "visited"})  # say nothing of where the thing stands
_AFTER = {
    "reopened": ("closed",), "resumed": ("suspended",), "restored": ("severed", "downgraded", "suspended"),
    "launched": ("planned", "proposed"), "opened": ("planned",),
}  # fmt: skip
_BEFORE = frozenset({"planned", "proposed", "announced", "session-planned", "negotiated"})

Steps = tuple[tuple[str, tuple[str, ...]], ...]


def _name(claim: Claim, shape: Shape) -> str:
    """The step of a claim: its action, with the status before it where it is not done; else the status alone."""
    action = str(claim.values.get(shape.step.name) or "") if shape.step else ""
    if claim.status == "reported":
        return action or ("reported" if shape.step is None else "")
    if not action or claim.status in action:
        return action or claim.status
    return f"{claim.status} {action}"


def _dated(claims: Sequence[Claim], shape: Shape) -> Period | None:
    """The most precise date of a step's claims, the earlier of equals."""
    periods = [
        Period.parse(str(c.values[shape.when.name])) for c in claims if shape.when and c.values.get(shape.when.name)
    ]
    return min(periods, key=lambda p: (p.length, p.first, p.iso)) if periods else None


def _rank(name: str, shape: Shape) -> tuple[int, int, str]:
    """Plans first, then the vocabulary's own order; "closed" stands before "reopened"."""
    action = name.rpartition(" ")[2]
    words = list(shape.step.words) if shape.step else []
    plan = action in _BEFORE or " " in name or action in STANDING[1:]
    place = words.index(action) if action in words else len(words)
    followers = [words.index(w) for w, earlier in _AFTER.items() if action in earlier and w in words]
    return (0 if action in _BARE else 1 if plan else 2), 2 * min([place, *followers]) - bool(followers), name


def steps_of(claims: Sequence[Claim], shape: Shape) -> tuple[Steps, str]:
    """The steps with their claim ids, in order, and the one that stands: the latest reported one that tells something.

    Dated steps stand in the order of their dates; undated ones keep the place that their meaning gives them.
    """
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if name := _name(claim, shape):
            groups[name].append(claim)
    if shape.step is None and len(groups) == 1 and "reported" in groups:
        return (), "reported"
    when = {name: _dated(some, shape) for name, some in groups.items()}
    order = sorted(groups, key=lambda name: _rank(name, shape))
    slots = [i for i, name in enumerate(order) if when[name]]
    by_date = sorted((order[i] for i in slots), key=lambda n: ((p.first if (p := when[n]) else None), _rank(n, shape)))
    for slot, name in zip(slots, by_date, strict=True):
        order[slot] = name
    steps = tuple((name, tuple(sorted(c.id for c in groups[name]))) for name in order)
    leading = min(STANDING.index(c.status) for c in claims)
    standing = [n for n in order if any(c.status == STANDING[leading] for c in groups[n])] or order
    telling = [n for n in standing if n not in _BARE] or standing
    dated = [n for n in telling if when[n]]
    return steps, (dated or telling or [""])[-1]
