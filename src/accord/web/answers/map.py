"""Where things are: the map of two states, and what of their record has no known place."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from pydantic import TypeAdapter

from accord.analysis import Archive
from accord.errors import UsageError
from accord.pictures import map_numbers
from accord.pictures.boundaries import NOTICE
from accord.store import Asked
from accord.store.rows import start_of_record
from accord.web.answers.pictures import Boundaries
from accord.web.asked import Between, Topic, both_names
from accord.web.desk import ServedDesk, TheDesk
from accord.web.drawings import Drawn
from accord.web.question import Cursor, Limit, Question, Table

__all__ = ["CHARTED", "MAPS", "QUESTIONS", "UNPLACED", "UNPLACED_THINGS", "charted", "place_of"]

MAPS, UNPLACED_THINGS = "map", "unplaced"
"""The sorts of what is kept of a map, before a space and a topic where it is of one."""
_ROWS = 100  # of what is drawn that its page lists
_RECORDS = 12  # of a thing that are listed


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something that is not drawn, why, how many records tell of it, and the latest of them."""

    what: str
    sort: str
    why: str
    told: int
    records: list[str]


@dataclass(frozen=True, slots=True)
class Charted:
    """A map as it is kept ready: what it says where boundaries are drawn and where they are not, how many things are
    drawn, those told of most as rows, and how many are not drawn."""

    title: str
    with_boundaries: str
    without: str
    header: list[str]
    rows: list[list[Any]]
    drawn: int
    unplaced: int


@dataclass(frozen=True, slots=True)
class DyadMap:
    """The map of a dyad in words and numbers: of the things `on_map` its rows are the hundred told of most; of those that
    are not drawn (`total`) a page, those told of most first. Of each thing the latest records are given."""

    as_of: str
    states: list[str]
    names: list[str]
    asked: dict[str, str]
    notice: str
    drawn: Drawn
    on_map: int
    unplaced: list[Unplaced]
    total: int
    next: str | None
    known: dict[str, list[str]]


CHARTED: TypeAdapter[Charted] = TypeAdapter(Charted)
UNPLACED: TypeAdapter[Unplaced] = TypeAdapter(Unplaced)


def dyad_map(
    desk: TheDesk,
    states: Between,
    topic: Topic = "",
    boundaries: Boundaries = "1",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> DyadMap:
    """Where crossings, projects and places of two states are."""
    shown, unplaced, more = _found(desk, states, topic, cursor, limit)
    described = shown.with_boundaries if boundaries == "1" else shown.without
    return DyadMap(
        desk.day.isoformat(),
        list(states),
        both_names(states),
        {"topic": topic, "boundaries": boundaries},
        NOTICE if boundaries == "1" else "",
        Drawn(shown.title, described, shown.header, shown.rows),
        shown.drawn,
        unplaced,
        shown.unplaced,
        more,
        {"topic": desk.topics},
    )


def _found(
    desk: ServedDesk, states: tuple[str, str], topic: str, cursor: str, limit: int
) -> tuple[Charted, list[Unplaced], str | None]:
    """What is kept of a map; found in the records where nothing is."""
    pair = "-".join(states)
    if kept := desk.findings(CHARTED, Asked(f"{MAPS} {topic}".strip(), pair), "", 1)[0]:
        things = Asked(f"{UNPLACED_THINGS} {topic}".strip(), pair)
        return kept[0], *desk.findings(UNPLACED, things, cursor, limit)
    if cursor and not cursor.isdecimal():
        raise UsageError(f"{cursor!r} is no cursor", "give the `next` of the page before")
    shown, every = charted(desk.archive(states, topic), states)
    first = int(cursor or -1) + 1
    some = every[first : first + limit]
    return shown, some, place_of(first + limit - 1) if first + limit < len(every) else None


def place_of(number: int) -> str:
    """The rank of a thing by its place in the list, and so the cursor of what comes after it."""
    return f"{number:06}"


def charted(archive: Archive, states: tuple[str, str]) -> tuple[Charted, list[Unplaced]]:
    """The map of two states with the records of an archive, and all that is not on it."""
    numbers = map_numbers(archive, states)
    header = list(numbers.table.header)
    rows: list[dict[str, Any]] = sorted(numbers.table.records(), key=itemgetter("records"), reverse=True)
    drawn = [row for row in rows if row["shown"] == "yes"]
    some = [list((row | {"ids": " ".join(_latest(row["ids"], archive))}).values()) for row in drawn[:_ROWS]]
    unplaced = [
        Unplaced(row["what"], row["sort"], row["shown"], row["records"], _latest(row["ids"], archive))
        for row in rows
        if row["shown"] != "yes"
    ]
    described = numbers.description
    shown = Charted(numbers.title, described + numbers.disputes, described, header, some, len(drawn), len(unplaced))
    return shown, unplaced


def _latest(ids: str, archive: Archive) -> list[str]:
    """The latest of some records."""
    every = ids.split()
    if len(every) <= _RECORDS:
        return every
    return sorted(every, key=lambda id_: (start_of_record(archive.by_id[id_]), id_), reverse=True)[:_RECORDS]


def _table(answer: DyadMap) -> Table:
    header = ("what", "sort", "shown", "records", "ids")
    return header, [(u.what, u.sort, u.why, u.told, " ".join(u.records)) for u in answer.unplaced]


QUESTIONS = (Question("/dyads/{first}/{second}/map", dyad_map, "map.html", _table),)
