"""Whether two claims of one kind are of one thing: a comparator for each Match, put together into a score with reasons.

Weights and thresholds were set on the pairs in tests/resolve and on gold/seeds.jsonl.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum

from accord.record import Match, Role, Type
from accord.resolve.comparators import key_marks
from accord.resolve.dates import SURE, days_apart
from accord.resolve.facts import Facts
from accord.resolve.marks import Mark, Outcome
from accord.resolve.names import SAME, contains, place_named, same_name
from accord.resolve.quantities import agree, number
from accord.resolve.words import fold

__all__ = ["THRESHOLD", "Grade", "Pair", "compare"]

THRESHOLD = 0.7
_UNDATED_BAND = 0.25  # two undated figures further apart than this share are not taken for one
_APART = 300  # characters between two titles in one text from which the second may name the first again
_EQUAL_NAMES = 0.9
_SIBLING_DAYS = 3


class Grade(StrEnum):
    FULL = "full"  # everything that both could say agrees
    PARTIAL = "partial"  # one says less: holds only while no other candidate competes
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Pair:
    """The verdict on two claims. `forbidden`: they must never stand in one record."""

    a: str
    b: str
    score: float
    grade: Grade
    forbidden: bool
    marks: tuple[Mark, ...] = field(default=(), compare=False)

    @property
    def words(self) -> str:
        """The reasons in one line: key, why, and the two values that met."""
        said = [m for m in self.marks if m.outcome not in (Outcome.ABSENT, Outcome.SKIP)]
        return "; ".join(
            f"{m.key}: {m.reason} ({m.left} | {m.right})" if m.left or m.right else f"{m.key}: {m.reason}" for m in said
        )


def _loose_marks(a: Facts, b: Facts) -> list[Mark]:
    """Fields that are no part of identity but speak for or against it a little: form, topic, place, term."""
    marks = []
    topic = (a.shape.topic,) if a.shape.topic and a.shape.topic.match is None else ()
    for f in (*a.shape.forms, *topic):
        left, right = a.text(f), b.text(f)
        if left and right:
            same = not set(a.list(f)).isdisjoint(b.list(f))
            reason = "equal" if left == right else "in common" if same else "different"
            outcome = Outcome.AGREE if same else Outcome.DOUBT
            marks.append(Mark(f.name, outcome, 0.5, float(same), reason, left, right))
    for f in a.shape.places:
        left, right = a.text(f), b.text(f)
        if left and right:
            found = same_name(left, right)
            same = found.score >= SAME or fold(left) in fold(right) or fold(right) in fold(left)
            marks.append(
                Mark(f.name, Outcome.AGREE if same else Outcome.DOUBT, 0.5, float(same), found.reason, left, right)
            )
    for f in a.shape.spans:
        one, two = a.periods.get(f.name), b.periods.get(f.name)
        if one and two and not one.overlaps(two):
            marks.append(Mark(f.name, Outcome.DIFFER, 1.0, 0.0, "other years", str(one), str(two)))
    return marks


def _named_again(a: Facts, b: Facts) -> bool:
    """Whether a text may call one paper by two titles: far apart and no other paper between. In a list of papers two
    titles are near each other or have others between them."""
    if a.when is None or b.when is None or not a.when.overlaps(b.when):
        return False
    places = [(a.starts[d], b.starts[d]) for d in a.starts.keys() & b.starts.keys()]
    return all(abs(x - y) >= _APART and abs(rank_x - rank_y) == 1 for (x, rank_x), (y, rank_y) in places)


def _named_by_place(a: Facts, b: Facts, marks: list[Mark], loose: list[Mark]) -> str:
    """Why a paper known by the place of its signing (the Rivertown memorandum) is taken for one with a title: signed
    there, of one form, in one year or on one day. Empty if it is not."""
    forms = [m for m in loose if any(m.key == f.name for f in a.shape.forms)]
    dates = [m for m in marks if a.shape.when and m.key == a.shape.when.name]
    agreed = [m.outcome is Outcome.AGREE for m in (*forms, *dates)]
    if a.shares_document(b) or not forms or not dates or not all(agreed) or a.plan != b.plan:
        return ""
    for named, placed in ((a, b), (b, a)):
        about = place_named(named.text(f) for f in a.shape.titles if f.match is Match.NAME)
        if about and any(about <= place_named([placed.text(f)]) for f in a.shape.places):
            return "named by the place where the other was signed, of the same form and date"
    return ""


def _sibling(a: Facts, b: Facts, marks: list[Mark], loose: list[Mark]) -> str:
    """Why two papers with different titles are taken for one: form, subject and days agree. Empty if they are not."""
    forms = [m for m in loose if any(m.key == f.name for f in a.shape.forms)]
    if not forms or any(m.outcome is not Outcome.AGREE for m in forms) or a.when is None or b.when is None:
        return ""
    if a.when.open or b.when.open or max(a.when.length, b.when.length) > timedelta(days=7):
        return ""
    if days_apart(a.when, b.when) > _SIBLING_DAYS or (a.step and b.step and a.step != b.step) or a.plan != b.plan:
        return ""
    titles = [m for m in marks if any(m.key == f.name for f in a.shape.titles if f.match is Match.NAME)]
    if (
        not titles
        or not titles[0].left
        or not titles[0].right
        or "number" in titles[0].reason
        or "forms" in titles[0].reason
    ):
        return ""
    topic = a.shape.topic
    if topic is None or not set(a.list(topic)) & set(b.list(topic)) - {"general"}:
        return ""
    if not contains(titles[0].left, titles[0].right):
        return ""
    if a.shares_document(b):
        return "two titles far apart in one text, of the same form, subject and days" if _named_again(a, b) else ""
    return "titles of the same form, subject and days"


def _same_aim(a: Facts, b: Facts, marks: list[Mark]) -> bool:
    """Whether promises in other words aim at the same figure: number, unit, and measure or topic."""
    figures = [m for m in marks if a.shape.value and m.key == a.shape.value.name]
    if not figures or figures[0].outcome is not Outcome.AGREE:
        return False
    told = [(set(a.list(f)), set(b.list(f))) for f in (a.shape.measure, a.shape.topic) if f]
    subjects = [bool(x & y) for x, y in told if x and y]
    return bool(subjects) and all(subjects)


def _rescue(a: Facts, b: Facts, marks: list[Mark], loose: list[Mark]) -> tuple[list[Mark], bool]:
    """Marks with a differing title put right where form and days, or the figure aimed at, show the thing to be one."""
    named = {f.name: f for f in a.shape.titles if f.match is Match.NAME}
    rescued = []
    sibling = False
    for m in marks:
        if m.key in named and m.outcome in (Outcome.DIFFER, Outcome.DOUBT, Outcome.PARTIAL):
            if named[m.key].type is Type.TEXT and _same_aim(a, b, marks):
                m = replace(m, outcome=Outcome.AGREE, score=0.8, telling=True, reason="the same figure aimed at")
            elif named[m.key].type is Type.NAME and (
                reason := _sibling(a, b, marks, loose) or _named_by_place(a, b, marks, loose)
            ):
                m = replace(m, outcome=Outcome.PARTIAL, score=0.75, telling=True, reason=reason)
                sibling = True
        rescued.append(m)
    return rescued, sibling


def _exclusive(a: Facts, b: Facts) -> bool:
    """Whether each is known by what the other lacks: a bulk of fourteen papers and one of them by its title."""
    by = [
        f
        for f in a.shape.keys
        if f.match in (Match.NUMBER, Match.NAME) and f not in a.shape.ends and f.type is not Type.PLACE
    ]
    by = [f for f in by if Role.TITLE in f.roles or Role.VALUE in f.roles]
    only_a = any(a.get(f) is not None and b.get(f) is None for f in by)
    only_b = any(b.get(f) is not None and a.get(f) is None for f in by)
    shared = any(a.get(f) is not None and b.get(f) is not None for f in by)
    return only_a and only_b and not shared


def _figure(a: Facts, b: Facts, marks: list[Mark]) -> Mark | None:
    """For figures: what stands in the way of taking two for one key where a part of the key is not given."""
    value = a.shape.value
    period = next(m for m in marks if any(f.name == m.key and f.match is Match.PERIOD for f in a.shape.keys))
    gaps = [m for m in marks if m.outcome is Outcome.MISSING]
    if not gaps and period.outcome is not Outcome.ABSENT:
        return None
    left, right = number(a.get(value)), number(b.get(value))
    name = value.name if value else "value"
    if left is None or right is None:
        if a.shares_document(b) and not gaps:
            return None
        return Mark(name, Outcome.DIFFER, 1.0, 0.0, "a part of the key is not given, nor a value to compare")
    ends = (str(left), str(right))
    if agree(left, a.values, right, b.values):
        return Mark(name, Outcome.AGREE, 1.0, 1.0, "the same value", *ends)
    near = abs(left - right) <= _UNDATED_BAND * max(abs(left), abs(right))
    if near and not gaps and not a.shares_document(b):
        return Mark(name, Outcome.CLASH, 1.0, 0.5, "values near each other, both undated", *ends)
    return Mark(name, Outcome.DIFFER, 1.0, 0.0, "other values, and a part of the key is not given", *ends)


def _checked(a: Facts, b: Facts, marks: list[Mark]) -> list[Mark]:
    """Clashing dates hold only between equal names; a promise or hypothesis says less than a report."""
    titles = {f.name for f in a.shape.titles}
    agreed = [m.score for m in marks if m.key in titles and m.outcome is Outcome.AGREE and m.telling]
    named = 1.0 if a.shape.ends else max(agreed, default=0.0)
    out = []
    for m in marks:
        clash = m.outcome is Outcome.CLASH and a.shape.when is not None and m.key == a.shape.when.name
        if clash and named < (SAME if m.score >= SURE else _EQUAL_NAMES):
            m = replace(m, outcome=Outcome.DIFFER, score=0.0, reason="dates that do not meet, names that are not equal")
        out.append(m)
    parts = [m for m in marks if m.outcome is Outcome.PARTIAL and m.reason == "some of the same"]
    if parts and not any(m.key in titles and m.outcome is Outcome.AGREE and m.score >= 0.8 for m in marks):
        out = [replace(m, outcome=Outcome.DIFFER, score=0.0) if m in parts else m for m in out]
    return out


def _told_again(a: Facts, b: Facts, marks: list[Mark]) -> bool:
    """Whether one text tells of one thing at two steps, once without a date: the same whole name, and nothing else that
    only one of them gives."""
    titles = {f.name for f in a.shape.titles if f.match is Match.NAME}
    when = a.shape.when.name if a.shape.when else ""
    if a.shape.step is None or a.occurrence or (a.step, a.claim.status) == (b.step, b.claim.status):
        return False
    return any(m.key in titles and m.outcome is Outcome.AGREE and m.score == 1.0 and m.telling for m in marks) and all(
        m.key == when for m in marks if m.outcome in (Outcome.MISSING, Outcome.PARTIAL)
    )


def _grade(a: Facts, b: Facts, marks: list[Mark], loose: list[Mark], sibling: bool) -> Grade:
    required = {f.name for f in a.shape.keys if f.required}
    if any(m.outcome is Outcome.DOUBT and m.key in {f.name for f in a.shape.titles} and m.weight > 1 for m in marks):
        return Grade.NONE
    missing = [m for m in marks if m.outcome is Outcome.MISSING]
    when = a.shape.when.name if a.shape.when else ""
    dated = any(m.key == when and m.outcome is Outcome.AGREE and m.telling for m in marks)
    telling = any(m.telling for m in marks if m.key != when)
    if not telling and not (dated and not a.shape.named):
        return Grade.NONE
    partial = missing or any(m.outcome is Outcome.PARTIAL for m in marks)
    undated = (
        any(m.key == when and m.outcome in (Outcome.MISSING, Outcome.ABSENT) for m in marks) and not a.shape.by_period
    )
    fixed = (
        a.shape.named
        or a.shape.step
        or not a.shape.when
        or any(f.required and f.match is Match.EXACT for f in a.shape.titles)
    )
    if undated and not fixed:  # people meet and travel often: the same ones without dates need the same place too
        if not any(
            m.outcome is Outcome.AGREE for m in loose if any(m.key == f.name for f in (*a.shape.places, *a.shape.forms))
        ):
            return Grade.NONE
        partial = True
    if any(m.key in required and m.outcome is Outcome.MISSING for m in marks) and not dated:
        return Grade.NONE
    if partial and "hypothetical" in (a.claim.status, b.claim.status):
        return Grade.NONE
    if partial and a.shares_document(b) and not sibling and not _told_again(a, b, marks):
        return Grade.NONE
    return Grade.PARTIAL if partial else Grade.FULL


def _apart_in_one_text(a: Facts, b: Facts, marks: list[Mark], loose: list[Mark]) -> bool:
    """Whether one text tells two nameless things of one kind apart: other places, or no date to hold them together."""
    if not a.shares_document(b) or a.shape.named or a.shape.step or a.shape.by_period or not a.shape.when:
        return False
    places = {f.name for f in a.shape.places}
    elsewhere = any(m.key in places and m.outcome is Outcome.DOUBT for m in loose)
    return elsewhere or not any(m.key == a.shape.when.name and m.outcome is Outcome.AGREE for m in marks)


def compare(a: Facts, b: Facts) -> Pair:
    """The verdict on two claims of one kind; the same whichever comes first."""
    if b.id < a.id:
        a, b = b, a
    marks, settled = key_marks(a, b)
    if settled or (a.states and b.states and a.states.isdisjoint(b.states)) or _exclusive(a, b):
        return Pair(a.id, b.id, 0.0, Grade.NONE, True, tuple(marks))
    loose = _loose_marks(a, b)
    marks, sibling = _rescue(a, b, marks, loose)
    marks = _checked(a, b, marks)
    if a.shape.by_period and (figure := _figure(a, b, marks)):
        marks.append(figure)
    forbidden = any(m.outcome is Outcome.DIFFER for m in (*marks, *loose))
    forbidden = forbidden or _apart_in_one_text(a, b, marks, loose)
    counted = [
        m for m in (*marks, *loose) if m.outcome in (Outcome.AGREE, Outcome.PARTIAL, Outcome.DOUBT, Outcome.CLASH)
    ]
    weight = sum(m.weight for m in counted)
    score = sum(m.weight * m.score for m in counted) / weight if weight else 0.0
    score *= 0.98 ** sum(m.outcome is Outcome.MISSING for m in marks)
    grade = Grade.NONE if forbidden or score < THRESHOLD else _grade(a, b, marks, loose, sibling)
    return Pair(a.id, b.id, 0.0 if forbidden else round(score, 4), grade, forbidden, tuple(marks + loose))
