"""What is known while the visits and meetings of a document are read, and what is to come from its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.contacts.people import People
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["Scene", "ahead", "coming"]


@dataclass(slots=True)
class Scene:
    """What is known while reading: the document's states and home, the visitor told last, the two who met last."""

    people: People
    pair: tuple[str, ...]
    pair_spans: tuple[Span, ...]
    published: Period | None
    home: Mention | None = None
    visitor: Mention | None = None
    visited: str = ""
    day: tuple[int, Mention] | None = None  # the sentence and the day of the visit or meeting told last
    acted: dict[tuple[str, str, frozenset[str]], tuple[int, Mention]] = field(default_factory=dict)
    # ^ the sentence and the day of the acts on ties told last, by the tie, the act and the states
    talks: str = ""  # the talks whose rounds are told
    recent: list[tuple[int, Mention]] = field(default_factory=list)
    leaders: dict[str, Mention] = field(default_factory=dict)  # of delegations, by state
    speaker: Mention | None = None  # of a record: who "I" is
    monarch: Mention | None = None  # told last: who "His Majesty" is
    talked: tuple[Mention, ...] = ()  # who met in the meeting told last
    towns: list[Mention] = field(default_factory=list)  # told so far


_PRESENT = frozenset(
    "leaves flies travels arrives heads departs visits goes meets hosts receives welcomes confers huddles gathers holds begins starts sits convenes pays undertakes makes kicks embarks opens "
    "confer huddle gather convene".split()
)


def ahead(when: Mention | None, told: Sequence[str], status: str, scene: Scene) -> Mention | None:
    """A month or weekday of what is to come, taken as the next one; `told` are the words with its verb."""
    day, period = scene.published, when.period if when else None
    if when and period and day and when.attributes.get("part") == "since" and period.first > day.last:
        week = timedelta(days=7)
        return when.but(period=Period.days(period.first - week, period.last - week)) if not period.open else when
    if (
        when is None
        or period is None
        or day is None
        or period.open
        or not when.attributes.get("context")
        or period.last >= day.first
    ):
        return when
    if when.attributes.get("nth") and status == "planned":
        month = day.first.replace(day=1) + timedelta(days=32 if day.first.day > period.first.day else 0)
        return when.but(period=Period.parse(f"{month:%Y-%m}-{period.first.day:02}"))
    if when.attributes.get("form") == "relative" and period.length.days == 0 and (day.first - period.first).days < 7:
        week = timedelta(days=7)
        if status == "planned" or (status == "reported" and not _PRESENT.isdisjoint(told)):
            return when.but(period=Period.days(period.first + week, period.last + week))
    if (
        when.attributes.get("form") == "partial"
        and status in ("planned", "proposed")
        and (day.first - period.last).days < 366
    ):
        later = re.sub(r"\b(\d{4})\b(?=-|$|/)", lambda m: f"{int(m[1]) + 1:04}", period.iso)
        return when.but(period=Period.parse(later))
    return when


_OVER = 45  # days after which a plan's date lies behind what is told


def coming(status: str, when: Mention | None, scene: Scene) -> str:
    """What is dated after the document's day is to come, however it is told, and what is dated well before it is over."""
    day, period = scene.published, when.period if when else None
    over = day is not None and period is not None and not period.open and (day.first - period.last).days > _OVER
    if status == "planned" and over and when is not None and when.attributes.get("form") == "absolute":
        return "reported"
    if status != "reported" or when is None or when.period is None or scene.published is None:
        return status
    return "planned" if when.period.first > scene.published.last else status
