"""Dates of two claims: compatible, near enough to contradict each other, or of two things (SCHEMA.md, Identity)."""

from __future__ import annotations

from datetime import timedelta
from math import exp

from accord.record import Field, Match, Role
from accord.resolve.facts import Facts
from accord.resolve.marks import Mark, Outcome
from accord.resolve.steps import BEGINNINGS, EACH, ENDS
from accord.values import Period

__all__ = ["NEAR_DAYS", "SURE", "dates", "days_apart", "never_meet", "periods"]

NEAR_DAYS = 45  # equal names with dates this near are one thing told differently
_NEAR_PERSON = 7  # a person may travel to the same place again within a month
_DELAY = 92  # days by which what was planned may come later and still be it
_PUT_OFF = 1100  # days by which what happens once may be planned anew, or one party ratifies after another
_UNKNOWN_STEP = 400  # days between a paper's date and another, unnamed step with it
_SAME_DAYS = timedelta(days=3)  # periods of a figure this short are one where they meet
SURE = 0.7  # score of clashing dates that names spelled alike are enough to hold together; below, equal names
_DAY = timedelta(days=1)


def days_apart(a: Period, b: Period) -> int:
    """Days between two periods; 0 where they overlap."""
    if a.overlaps(b):
        return 0
    first, second = (a, b) if a.last < b.first else (b, a)
    return (second.first - first.last) // _DAY


def _near_limit(a: Facts) -> int:
    """Within how many days different dates are a contradiction and not two things."""
    if any(f.match is Match.NAME or (f.match is Match.EXACT and f.required) for f in a.shape.titles):
        return NEAR_DAYS
    return _NEAR_PERSON if a.shape.titles and a.shape.titles[0].match is Match.PERSON else 0


def _apart(f: Field, a: Facts, b: Facts, one: Period, two: Period) -> Mark:
    gap = days_apart(one, two)
    ends = (str(one), str(two))
    if a.step == b.step and a.step in EACH and gap <= _PUT_OFF:
        return Mark(f.name, Outcome.SKIP, 0.0, 0.5, "done by each party on its own day", *ends)
    if a.plan and b.plan and a.shape.step and not a.occurrence and "postponed" in (a.claim.status, b.claim.status):
        return Mark(f.name, Outcome.CLASH, 1.5, SURE, "planned for one date, put off to another", *ends)
    if a.plan != b.plan:
        plan, deed = (one, two) if a.plan else (two, one)
        if gap <= (_DELAY if plan.last < deed.first else NEAR_DAYS) and not a.shares_document(b):
            return Mark(f.name, Outcome.CLASH, 1.5, SURE, "planned for one date, held on another", *ends)
        return Mark(f.name, Outcome.DIFFER, 1.5, 0.0, "planned and held at other times", *ends)
    if a.plan and b.plan and a.shape.step and not a.occurrence and gap <= _PUT_OFF and not a.shares_document(b):
        return Mark(f.name, Outcome.CLASH, 1.5, SURE, "planned for one date, then for another", *ends)
    if gap <= _near_limit(a) and not a.shares_document(b):
        score = SURE if gap <= _NEAR_PERSON else 0.6
        return Mark(f.name, Outcome.CLASH, 1.5, score, "near dates that contradict each other", *ends)
    if a.step != b.step and gap <= _UNKNOWN_STEP:  # one of the steps is not given
        return Mark(f.name, Outcome.MISSING, 1.5, 0.5, "dates of steps of which one is not told", *ends)
    return Mark(f.name, Outcome.DIFFER, 1.5, 0.0, "dates that do not meet", *ends)


def never_meet(a: Facts, b: Facts) -> bool:
    """Whether the dates of two claims of one kind alone keep them apart."""
    one, two, f = a.when, b.when, a.shape.when
    if one is None or two is None or f is None or f.match is None:
        return False
    if f.match is Match.PERIOD:
        return (one.first, one.last) != (two.first, two.last) and periods(f, a, b).outcome is Outcome.DIFFER
    return not one.overlaps(two) and dates(f, a, b).outcome is Outcome.DIFFER


def dates(f: Field, a: Facts, b: Facts) -> Mark:
    """Compare the dates of two claims. Dates of different steps (signed, ratified; closed, reopened) do not compete,
    unless both are steps of something that recurs (a session planned, a session held)."""
    one, two = a.periods.get(f.name), b.periods.get(f.name)
    ends = (str(one or ""), str(two or ""))
    if Role.WHEN in f.roles and a.shape.step is not None:
        if a.occurrence != b.occurrence and a.step and b.step:
            return Mark(f.name, Outcome.DIFFER, 1.0, 0.0, "an occurrence and the thing itself", a.step, b.step)
        if a.step and b.step and a.step != b.step and not a.occurrence:
            if one is None or two is None:
                return Mark(f.name, Outcome.SKIP, 0.0, 0.5, "dates of different steps", *ends)
            if _begun_anew(a, b, one, two):
                return Mark(f.name, Outcome.DIFFER, 1.0, 0.0, "ended long before the other began", *ends)
            years = days_apart(one, two) / 365
            return Mark(f.name, Outcome.AGREE, 0.3, exp(-years), "dates of different steps", *ends)
    if one is None or two is None:
        both = one is None and two is None
        reason = "undated" if both else "dated in one only"
        return Mark(f.name, Outcome.ABSENT if both else Outcome.MISSING, 0.0, 0.5, reason, *ends)
    if not one.overlaps(two):
        return _apart(f, a, b, one, two)
    precise = a.precise and b.precise
    score = 1.0 if precise else 0.85
    return Mark(f.name, Outcome.AGREE, 1.5, score, "dates that meet", *ends, telling=precise)


def _begun_anew(a: Facts, b: Facts, one: Period, two: Period) -> bool:
    """Whether one began only long after the other had ended: a ferry withdrawn in 2019, a ferry launched in 2025."""
    for begun, began, ended, end in ((a, one, b, two), (b, two, a, one)):
        if begun.step in BEGINNINGS and ended.step in ENDS and end.last < began.first:
            return days_apart(one, two) > _UNKNOWN_STEP
    return False


def periods(f: Field, a: Facts, b: Facts) -> Mark:
    """Figures are of one key only if they are of the very same period: 2024 is not the first quarter of 2024. Periods of
    a few days, told of one event, need only meet."""
    one, two = a.periods.get(f.name), b.periods.get(f.name)
    ends = (str(one or ""), str(two or ""))
    if one is None or two is None:
        both = one is None and two is None
        return Mark(
            f.name,
            Outcome.ABSENT if both else Outcome.MISSING,
            0.0,
            0.5,
            "no period in one" if not both else "no period",
            *ends,
        )
    if (one.first, one.last) == (two.first, two.last):
        return Mark(f.name, Outcome.AGREE, 2.0, 1.0, "the same period", *ends)
    if one.overlaps(two) and not (one.open or two.open) and max(one.length, two.length) <= _SAME_DAYS:
        return Mark(f.name, Outcome.AGREE, 2.0, 0.85, "days that meet", *ends)
    return Mark(f.name, Outcome.DIFFER, 2.0, 0.0, "other periods", *ends)
