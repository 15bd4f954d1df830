"""Where things are: the map of two states, and what of their record has no known place."""

from __future__ import annotations

from dataclasses import dataclass

from accord.pictures.boundaries import NOTICE
from accord.web.answers.pictures import Boundaries, map_of
from accord.web.asked import Between, Topic, both_names
from accord.web.desk import TheDesk
from accord.web.drawings import Drawn, drawn, plain_look
from accord.web.question import Question, Table

__all__ = ["QUESTIONS"]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something that is not drawn, why, and the records that tell of it."""

    what: str
    sort: str
    why: str
    records: list[str]


@dataclass(frozen=True, slots=True)
class DyadMap:
    """The map of a dyad in words and numbers; `unplaced` are those of its rows that are not drawn."""

    as_of: str
    states: list[str]
    names: list[str]
    asked: dict[str, str]
    notice: str
    drawn: Drawn
    unplaced: list[Unplaced]
    known: dict[str, list[str]]


def dyad_map(desk: TheDesk, states: Between, topic: Topic = "", boundaries: Boundaries = "1") -> DyadMap:
    """Where crossings, projects and places of two states are."""
    picture = desk.drawings.picture(map_of(states, plain_look, topic, boundaries))
    rows = picture.table.records()
    return DyadMap(
        desk.day.isoformat(),
        list(states),
        both_names(states),
        {"topic": topic, "boundaries": boundaries},
        NOTICE if boundaries == "1" else "",
        drawn(picture),
        [
            Unplaced(str(r["what"]), str(r["sort"]), str(r["shown"]), str(r["ids"]).split())
            for r in rows
            if r["shown"] != "yes"
        ],
        {"topic": desk.topics},
    )


def _table(answer: DyadMap) -> Table:
    return answer.drawn.header, answer.drawn.rows


QUESTIONS = (Question("/dyads/{first}/{second}/map", dyad_map, "map.html", _table),)
