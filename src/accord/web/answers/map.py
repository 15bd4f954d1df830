"""Where things are: the map of two states, and what of their record has no known place."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter

from accord.pictures import map_numbers
from accord.pictures.boundaries import NOTICE
from accord.store import Asked
from accord.web.answers.pictures import Boundaries
from accord.web.asked import Between, Topic, both_names
from accord.web.desk import ServedDesk, TheDesk
from accord.web.drawings import Drawn, numbers
from accord.web.question import Question, Table

__all__ = ["MAP", "QUESTIONS", "drawn_map"]

MAP: TypeAdapter[Drawn] = TypeAdapter(Drawn)


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
    kept = Asked("map", "-".join(states), boundaries)
    found = [] if topic else desk.findings(MAP, kept, "", 1)[0]
    shown = found[0] if found else drawn_map(desk, states, topic, boundaries)
    rows = [dict(zip(shown.header, row, strict=True)) for row in shown.rows]
    return DyadMap(
        desk.day.isoformat(),
        list(states),
        both_names(states),
        {"topic": topic, "boundaries": boundaries},
        NOTICE if boundaries == "1" else "",
        shown,
        [
            Unplaced(str(r["what"]), str(r["sort"]), str(r["shown"]), str(r["ids"]).split())
            for r in rows
            if r["shown"] != "yes"
        ],
        {"topic": desk.topics},
    )


def drawn_map(desk: ServedDesk, states: tuple[str, str], topic: str, boundaries: str) -> Drawn:
    """A map in words and numbers, from the records."""
    return numbers(*map_numbers(desk.archive(states, topic), states, boundaries=boundaries == "1"))


def _table(answer: DyadMap) -> Table:
    return answer.drawn.header, answer.drawn.rows


QUESTIONS = (Question("/dyads/{first}/{second}/map", dyad_map, "map.html", _table),)
