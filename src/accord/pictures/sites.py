"""Where the things of a record lie: only places whose coordinates the gazetteer knows, and only by their names.

What stands at a place by its own name (a crossing, a railway between two towns) is told from what merely took place there
by the roles of the fields: a name that is a title and says where, or the title of a kind that has no other place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.analysis.archive import Archive
from accord.gazetteer import Place, common_surface, display, places_named
from accord.record import Record, Role, Type

__all__ = ["EVENT", "Site", "sites"]

EVENT = "place"  # the sort of a site where things took place; other sorts are kinds
_WORD = re.compile(r"[^\W\d_][\w'’ʼ.]*")
_JOINED = re.compile(r"[ -]")
_LONGEST = 4  # words of a place's name


@dataclass(frozen=True, slots=True)
class Site:
    """Something at a place, with the records that tell of it. `place` is None where no known place is named."""

    name: str
    sort: str
    place: Place | None
    records: tuple[Record, ...]


def sites(archive: Archive, states: Sequence[str]) -> tuple[Site, ...]:
    """The places of all records, sorted by name; a thing named after two places is at both."""
    found: dict[tuple[str, str, Place | None], dict[str, Record]] = defaultdict(dict)
    for record in archive.records:
        for name, sort, places in _named(record, archive, states):
            for place in places or (None,):
                found[name, sort, place][record.id] = record
    made = (Site(name, sort, place, tuple(rs.values())) for (name, sort, place), rs in found.items())
    return tuple(sorted(made, key=lambda s: (s.sort, s.name, s.place or ())))


def _named(record: Record, archive: Archive, states: Sequence[str]) -> Iterator[tuple[str, str, list[Place]]]:
    """Name, sort and known places of what a record says where."""
    where = archive.fields(record, Role.WHERE)
    own = [f for f in archive.fields(record, Role.TITLE) if f.type is Type.NAME and (f in where or not where)]
    for field in own:
        if value := record.values.get(field.name):
            yield str(value), record.kind, _within(str(value), states)
    for field in where:
        if field not in own and (value := record.values.get(field.name)):
            place = _whole(str(value), states)
            yield (place.name if place else display(str(value))), EVENT, [place] if place else []


def _whole(name: str, states: Sequence[str]) -> Place | None:
    """The one place of that name in the states; a capital elsewhere; None where there is none, or more than one."""
    here = [p for state in states for p in places_named(name, state)]
    if not here:
        return next((p for p in places_named(name) if p.capital), None)
    capitals = [p for p in here if p.capital]
    return (capitals or here)[0] if capitals or len(here) == 1 else None


def _within(name: str, states: Sequence[str]) -> list[Place]:
    """The places of the states that a name is made of, in its order: both towns of "Naivasha–Malaba railway"."""
    words = list(_WORD.finditer(name))
    found: list[Place] = []
    at = 0
    while at < len(words):
        for end in range(min(at + _LONGEST, len(words)), at, -1):
            gaps = (name[a.end() : b.start()] for a, b in zip(words[at:end], words[at + 1 : end], strict=False))
            surface = name[words[at].start() : words[end - 1].end()]
            place = _town(surface, states) if all(map(_JOINED.fullmatch, gaps)) else None
            if place:
                found += [place] if place not in found else []
                at = end - 1
                break
        at += 1
    return found


def _town(surface: str, states: Sequence[str]) -> Place | None:
    """The one town of that name in the states; None for a small letter, a common word, or a name of several."""
    if not surface[:1].isupper() or common_surface(surface):
        return None
    here = [p for state in states for p in places_named(surface, state)]
    return here[0] if len(here) == 1 else None
