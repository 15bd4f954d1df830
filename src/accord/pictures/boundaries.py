"""Outlines of states and the lines between them, from Natural Earth 4.1 (1:50m), and which lines are disputed.

`data/boundaries.json` is a topology: an area is rings of arcs, and an arc that two areas share is the line between
them; tools/build_boundaries.py writes it. `data/disputed.tsv` lists the lines that are disputed, whole or within a box
(west, south, east, north in degrees), each with what the dispute rests on: general knowledge, compiled for Accord. To be
listed, or not, says nothing on whose anything is. Areas that others than their holder claim carry codes in small letters.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import cos
from pathlib import Path
from typing import Any

import numpy as np

from accord.pictures.projection import EARTH_RADIUS, Points, unit

__all__ = ["NOTICE", "Line", "Rings", "areas", "lines", "main_parts", "neutral"]

NOTICE = (
    "Boundaries: Natural Earth 4.1 (1:50m), adapted; disputed ones dashed. No opinion on the status of any territory."
)
_DATA = Path(__file__).parent / "data"
_CHAIN, _FAR = 500.0, 1000.0  # km to the next part of a state; to a part that is large
_LARGE = 0.1  # of the largest part's area

Rings = tuple[Points, ...]
"""A polygon: the outer ring and its holes, in degrees, closed."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a boundary between two areas (codes, sorted); `what` is the dispute it stands in, empty where none."""

    between: tuple[str, str]
    points: Points
    what: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Dispute:
    box: tuple[float, ...]
    what: str
    source: str

    def holds(self, points: Points) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Which points lie in it."""
        if not self.box:
            return np.ones(len(points), dtype=np.bool_)
        west, south, east, north = self.box
        lon, lat = points[:, 0], points[:, 1]
        inside: np.ndarray[Any, np.dtype[np.bool_]] = (west <= lon) & (lon <= east) & (south <= lat) & (lat <= north)
        return inside


@cache
def _world() -> dict[str, Any]:
    world: dict[str, Any] = json.loads((_DATA / "boundaries.json").read_text(encoding="utf-8"))
    return world


@cache
def _arcs() -> tuple[Points, ...]:
    world = _world()
    scale, start = np.array(world["scale"]), np.array(world["translate"])
    return tuple(np.round(np.cumsum(arc, axis=0) * scale + start, 3) for arc in world["arcs"])


@lru_cache(maxsize=8)
def _thinned(apart: float) -> tuple[Points, ...]:
    """The arcs without points nearer than so many degrees to the last one kept; their ends stay, so lines still meet."""
    if not apart:
        return _arcs()
    found = []
    for arc in _arcs():
        shrink = np.cos(np.radians(arc[0, 1]))  # a degree of longitude, in degrees of latitude
        kept, (x, y) = [0], arc[0].tolist()
        for number, (u, v) in enumerate(arc.tolist()):
            if (u - x) ** 2 * shrink**2 + (v - y) ** 2 >= apart**2:
                kept.append(number)
                x, y = u, v
        last = len(arc) - 1
        found.append(arc[[*(k for k in kept if k != last), last]])
    return tuple(found)


def _ring(indices: list[int], arcs: Sequence[Points]) -> Points:
    pieces = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
    return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])


@lru_cache(maxsize=8)
def areas(apart: float = 0.0) -> dict[str, tuple[Rings, ...]]:
    """Code to polygons, with points at least so many degrees apart; polygons smaller than that are left out."""
    arcs = _thinned(apart)
    found: dict[str, tuple[Rings, ...]] = {}
    for code, polygons in _world()["areas"].items():
        drawn = [[ring for r in polygon if len(ring := _ring(r, arcs)) > 3] for polygon in polygons]
        found[code] = tuple(tuple(rings) for rings in drawn if rings)
    return found


def neutral(code: str) -> bool:
    """Whether an area is drawn as no state's own: disputed as a whole."""
    return code.islower() or code == "ESH"


@cache
def _disputes() -> dict[tuple[str, str], list[_Dispute]]:
    found: dict[tuple[str, str], list[_Dispute]] = defaultdict(list)
    with (_DATA / "disputed.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            box = tuple(float(row[side]) for side in ("west", "south", "east", "north") if row[side])
            first, second = sorted((row["first"], row["second"]))
            found[first, second].append(_Dispute(box, row["what"], row["source"]))
    return dict(found)


@lru_cache(maxsize=8)
def lines(apart: float = 0.0) -> tuple[Line, ...]:
    """All lines between two areas, those of which a part is disputed cut there; thinned as `areas` are."""
    holders: dict[int, list[str]] = defaultdict(list)
    for code, polygons in _world()["areas"].items():
        for index in (i for polygon in polygons for ring in polygon for i in ring):
            holders[index if index >= 0 else ~index].append(code)
    found: list[Line] = []
    for index, codes in sorted(holders.items()):
        first, *more = sorted(set(codes))
        if more:
            found += _cut((first, more[0]), _thinned(apart)[index])
    return tuple(found)


def _cut(between: tuple[str, str], points: Points) -> list[Line]:
    disputes = _disputes().get(between, [])
    legs = np.full(len(points) - 1, -1)
    for number, dispute in enumerate(disputes):
        inside = dispute.holds(points)
        legs[inside[:-1] & inside[1:]] = number
    turns = [0, *(np.flatnonzero(legs[1:] != legs[:-1]) + 1), len(legs)]
    held = [disputes[legs[a]] if legs[a] >= 0 else None for a in turns[:-1]]
    return [
        Line(between, points[a : b + 1], d.what if d else "", d.source if d else "")
        for (a, b), d in zip(pairwise(turns), held, strict=True)
    ]


@cache
def main_parts(code: str) -> tuple[Rings, ...]:
    """The polygons of a state without what lies far away: the largest, then whatever is within 500 km of those taken,
    or within 1000 km and large. France is without Guiana, the United States with Alaska. Empty where it has no outline."""
    parts = sorted(areas().get(code, ()), key=lambda rings: -_size(rings[0]))
    if not parts:
        return ()
    sizes = [_size(rings[0]) for rings in parts]
    vectors = [unit(rings[0][:: max(1, len(rings[0]) // 200)]) for rings in parts]
    taken, left = [0], list(range(1, len(parts)))
    while left:
        known = np.concatenate([vectors[i] for i in taken])
        new = [i for i in left if _reached(vectors[i], known, sizes[i] >= _LARGE * sizes[0])]
        if not new:
            break
        taken += new
        left = [i for i in left if i not in new]
    return tuple(parts[i] for i in sorted(taken))


def _reached(vectors: Points, known: Points, large: bool) -> bool:
    return float((vectors @ known.T).max()) >= cos((_FAR if large else _CHAIN) / EARTH_RADIUS)


def _size(ring: Points) -> float:
    """The area of a ring in square radians, by the formula of Chamberlain and Duquette (2007)."""
    lon, lat = np.radians(ring[:, 0]), np.radians(ring[:, 1])
    turn = (np.diff(lon) + np.pi) % (2 * np.pi) - np.pi
    return abs(float((turn * (2 + np.sin(lat[:-1]) + np.sin(lat[1:]))).sum() / 2))
