"""A comparator for each Match: what two claims' values of one field come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from accord.record import Field, Match, Role, Type
from accord.resolve.dates import dates, periods
from accord.resolve.facts import Facts
from accord.resolve.marks import Mark, Outcome
from accord.resolve.names import PARTLY, SAME, Comparison, same_name, same_place, same_text
from accord.resolve.quantities import agree, number
from accord.resolve.who import Who, same
from accord.resolve.words import fold

__all__ = ["key_marks"]

_SAME_TEXT, _OTHER_TEXT = 0.6, 0.35  # free words: from here the same, up to here others
_OTHER_NAME = 0.5
_FLOWS = frozenset({"exports", "imports", "trade-balance"})  # measures whose states stand in order


def _mark(f: Field, outcome: Outcome, weight: float, found: Comparison) -> Mark:
    return Mark(f.name, outcome, weight, found.score, found.reason, found.left, found.right, found.telling)


def _exact(f: Field, a: Facts, b: Facts) -> Mark:
    left, right = a.text(f), b.text(f)
    title = f.required and Role.TITLE in f.roles
    weight = 2.0 if title else 1.0
    if fold(left) == fold(right):
        return Mark(f.name, Outcome.AGREE, weight, 1.0, "equal", left, right, title)
    if not f.required and f.type is Type.CODE and _same_days(a, b):
        return Mark(f.name, Outcome.DOUBT, weight, 0.3, "called differently", left, right)
    return Mark(f.name, Outcome.DIFFER, weight, 0.0, "different", left, right)


def _alike(a: str, b: str) -> bool:
    return fold(a) == fold(b) or (len(a) > 3 and len(b) > 3 and same_name(a, b).score >= SAME)


def _matched(left: Sequence[str], right: Sequence[str]) -> int:
    return sum(any(_alike(x, y) for y in right) for x in left)


def _set(f: Field, a: Facts, b: Facts) -> Mark:
    left, right = sorted(a.list(f)), sorted(b.list(f))
    hits, back = _matched(left, right), _matched(right, left)
    ends = (", ".join(left), ", ".join(right))
    if hits == len(left) and back == len(right):
        return Mark(f.name, Outcome.AGREE, 0.7, 1.0, "the same ones", *ends)
    if (hits == len(left) or back == len(right)) and a.shape.named and min(len(left), len(right)) > 1:
        return Mark(f.name, Outcome.PARTIAL, 0.7, 0.7, "some of the same", *ends)
    return Mark(f.name, Outcome.DIFFER, 0.7, 0.0, "others", *ends)


def _ordered(f: Field, a: Facts, b: Facts) -> Mark:
    left, right = a.list(f), b.list(f)
    if a.get(a.shape.measure) not in _FLOWS:
        left, right = sorted(left), sorted(right)
    ends = (", ".join(left), ", ".join(right))
    if len(left) == len(right) and all(_alike(x, y) for x, y in zip(left, right, strict=True)):
        return Mark(f.name, Outcome.AGREE, 1.5, 1.0, "the same ones", *ends, telling=True)
    return Mark(f.name, Outcome.DIFFER, 1.5, 0.0, "others, or in another order", *ends)


def _other_company(one: Sequence[Who], two: Sequence[Who]) -> bool:
    """Whether each is a pair of people, and one of them met somebody else."""
    if len(one) != 2 or len(two) != 2:
        return False
    for x in one:
        for y in two:
            (rest_x,), (rest_y,) = (w for w in one if w is not x), (w for w in two if w is not y)
            named = rest_x.person and rest_y.person
            if named and same(x, y)[0] is True and same(rest_x, rest_y)[0] is False:
                return True
    return False


def _people(f: Field, a: Facts, b: Facts) -> Mark:
    weight = 3.0 if f.match is Match.PERSON else 2.0
    if _other_company(a.people[f.name], b.people[f.name]):
        return Mark(f.name, Outcome.DIFFER, weight, 0.0, "the same person with somebody else", a.text(f), b.text(f))
    best: tuple[int, str, str, str] = (-1, "different people", a.text(f), b.text(f))
    for x in a.people[f.name]:
        for y in b.people[f.name]:
            verdict, reason = same(x, y)
            best = max(
                best, ({True: 1, None: 0, False: -1}[verdict], reason, x.text, y.text), key=lambda found: found[0]
            )
    rank, reason, left, right = best
    if rank == 1:
        return Mark(f.name, Outcome.AGREE, weight, 1.0, reason, left, right, True)
    if rank == 0:
        return Mark(f.name, Outcome.MISSING, weight, 0.5, reason, left, right)
    return Mark(f.name, Outcome.DIFFER, weight, 0.0, reason, left, right)


def _overlap(f: Field, a: Facts, b: Facts) -> Mark:
    if f.type is Type.PEOPLE:
        return _people(f, a, b)
    left, right = a.list(f), b.list(f)
    outcome = Outcome.AGREE if _matched(left, right) else Outcome.DIFFER
    share = _matched(left, right) / max(len(left), len(right), 1)
    return Mark(
        f.name,
        outcome,
        0.7,
        0.5 + 0.5 * share,
        "in common" if share else "none in common",
        ", ".join(left),
        ", ".join(right),
    )


def _names(f: Field, a: Facts, b: Facts) -> Mark:
    left, right = a.text(f), b.text(f)
    title = Role.TITLE in f.roles
    weight = 4.0 if title else 1.0
    if f.type is Type.TEXT:
        found = same_text(left, right)
        same, other = _SAME_TEXT, _OTHER_TEXT
        found = replace(found, score=min(1.0, found.score + 0.2)) if found.score >= same else found
    else:
        found = same_place(left, right) if Role.WHERE in f.roles else same_name(left, right)
        same, other = SAME, _OTHER_NAME
    if found.partial and found.score >= PARTLY:
        return _mark(f, Outcome.PARTIAL, weight, found)
    if found.score >= same:
        return _mark(f, Outcome.AGREE, weight, replace(found, telling=found.telling and (title or found.score >= SAME)))
    if not title and Role.WHERE in f.roles:
        return _mark(f, Outcome.DOUBT if _same_days(a, b) else Outcome.DIFFER, weight, found)
    return _mark(f, Outcome.DOUBT if found.score >= other else Outcome.DIFFER, weight, found)


def _same_days(a: Facts, b: Facts) -> bool:
    """Whether both are dated to three days or better, and to the same ones."""
    if a.when is None or b.when is None or not a.when.overlaps(b.when):
        return False
    return not (a.when.open or b.when.open) and max(a.when.length, b.when.length) <= timedelta(days=3)


def _numbers(f: Field, a: Facts, b: Facts) -> Mark:
    left, right = number(a.get(f)), number(b.get(f))
    ends = (a.text(f), b.text(f))
    if left is None or right is None:
        return Mark(f.name, Outcome.MISSING, 2.0, 0.5, "no number", *ends)
    counted = Role.VALUE in f.roles
    units = {fold(str(u)) for u in (a.get(a.shape.unit), b.get(b.shape.unit)) if u}
    if counted and len(units) > 1:
        return Mark(f.name, Outcome.DIFFER, 2.0, 0.0, "in different units", *ends)
    if left == right or (counted and agree(left, a.values, right, b.values)):
        return Mark(f.name, Outcome.AGREE, 2.0, 1.0, "the same number", *ends, telling=True)
    if counted and a.when and b.when and a.when.overlaps(b.when) and a.step == b.step:
        bulk = not any(t.name in one.lists for one in (a, b) for t in a.shape.titles)
        return Mark(f.name, Outcome.CLASH, 2.0, 0.5, "numbers that contradict each other", *ends, telling=bulk)
    return Mark(f.name, Outcome.DIFFER, 2.0, 0.0, "different numbers", *ends)


def _dates(f: Field, a: Facts, b: Facts) -> Mark:
    return dates(f, a, b)


def _periods(f: Field, a: Facts, b: Facts) -> Mark:
    return periods(f, a, b)


_COMPARATORS: dict[Match, Callable[[Field, Facts, Facts], Mark]] = {
    Match.EXACT: _exact,
    Match.SET: _set,
    Match.ORDERED: _ordered,
    Match.OVERLAP: _overlap,
    Match.NAME: _names,
    Match.PERSON: _people,
    Match.DATE: _dates,
    Match.PERIOD: _periods,
    Match.NUMBER: _numbers,
}


def _ends(a: Facts, b: Facts) -> list[Mark]:
    """The two ends of a link, in either order: the better of the two readings."""
    first, second = a.shape.ends[:2]
    readings: list[list[Mark]] = []
    for turn in ((first, second), (second, first)):
        marks = []
        for mine, theirs in zip((first, second), turn, strict=True):
            left, right = a.text(mine), b.text(theirs)
            found = same_place(left, right)
            same = found.score >= SAME and not found.partial
            marks.append(_mark(mine, Outcome.AGREE if same else Outcome.DIFFER, 2.0, replace(found, telling=True)))
        readings.append(marks)
    return max(readings, key=lambda marks: sum(m.score for m in marks))


def _final(f: Field, a: Facts) -> bool:
    """Whether a difference in this field settles it: all but titles that other fields may outweigh (`_rescue`)."""
    if f.match is not Match.NAME or Role.TITLE not in f.roles:
        return True
    return not (a.shape.forms or a.shape.figured)


def _idle_unit(f: Field, lacking: Facts, given: Facts) -> bool:
    """Whether a unit is missing because there is no number for it ("up 4.3 per cent"), or one that goes without saying."""
    if f is not lacking.shape.unit or lacking.shape.value is None:
        return False
    return lacking.shape.value.name not in lacking.lists or given.text(f) == "people"


def key_marks(a: Facts, b: Facts) -> tuple[list[Mark], bool]:
    """The marks of the identity fields, up to the first difference that settles it; and whether one did."""
    shape = a.shape
    marks = _ends(a, b) if shape.ends else []
    if any(m.outcome is Outcome.DIFFER for m in marks):
        return marks, True
    for f in shape.order:
        if f in shape.ends or f.match is None:
            continue
        in_a, in_b = f.name in a.lists, f.name in b.lists
        if (in_a and in_b) or f.match in (Match.DATE, Match.PERIOD):
            marks.append(_COMPARATORS[f.match](f, a, b))
        elif (in_a or in_b) and not _idle_unit(f, *((a, b) if in_b else (b, a))):
            marks.append(Mark(f.name, Outcome.MISSING, 0.0, 0.5, "given in one only", a.text(f), b.text(f)))
        if marks and marks[-1].outcome is Outcome.DIFFER and _final(f, a):
            return marks, True
    return marks, False
