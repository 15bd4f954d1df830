"""One dyad: what the record holds of two states, filtered and page by page."""

from __future__ import annotations

from dataclasses import dataclass

from accord.gazetteer import display
from accord.kinds import kinds
from accord.record import STATUSES, TOPICS
from accord.web.asked import Between, Filters
from accord.web.desk import TheDesk
from accord.web.glance import Glance, kept_glance
from accord.web.question import Cursor, Limit, Question, Table
from accord.web.telling import Line

__all__ = ["QUESTIONS"]


@dataclass(frozen=True, slots=True)
class Dyad:
    """Records of a dyad, the latest first; `kinds` counts all that fit the filters but that on kinds; `more` tells that
    words stand in more passages than were looked at, those read last; `next` is the cursor of the next page. `known` are
    the words that the filters take; `glance` is None until it has been counted."""

    states: tuple[str, str]
    names: tuple[str, str]
    as_of: str
    asked: dict[str, str]
    kinds: dict[str, int]
    total: int
    more: bool
    records: list[Line]
    next: str | None
    known: dict[str, list[str]]
    glance: Glance | None


def dyad(desk: TheDesk, states: Between, asked: Filters, cursor: Cursor = "", limit: Limit = 25) -> Dyad:
    """What the record holds of two states."""
    page = desk.records(states, asked, cursor, limit)
    return Dyad(
        states,
        (display(states[0]), display(states[1])),
        desk.day.isoformat(),
        asked.model_dump(),
        page.kinds,
        page.total,
        page.more,
        page.lines,
        page.next,
        {"kind": sorted(kinds()), "status": list(STATUSES), "topic": list(TOPICS)},
        kept_glance(desk, states),
    )


def _table(answer: Dyad) -> Table:
    header = ("id", "kind", "date", "status", "topic", "sentence", "sources", "confidence")
    return header, [
        (r.id, r.kind, r.date, r.status, r.topic, r.sentence, r.sources, r.confidence) for r in answer.records
    ]


QUESTIONS = (Question("/dyads/{first}/{second}", dyad, "dyad.html", _table),)
