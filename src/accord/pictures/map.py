"""A map of two states and what lies around them: crossings, projects and places that the record tells of.

Only places whose coordinates are known are drawn; the rest stand in the table. Boundaries follow Natural Earth, those in
dispute are dashed, a notice says so, and they can be left out: then all land is one colour.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np

from accord import gazetteer
from accord.analysis.archive import Archive
from accord.gazetteer import Place
from accord.pictures.boundaries import NOTICE, Line, lines, main_parts, neutral
from accord.pictures.labels import Label, Labels, around, width_of
from accord.pictures.outlines import FINE, Outline, in_frame, outlines
from accord.pictures.picture import LIGHT, Picture, Table, Theme, specification
from accord.pictures.projection import Projection, fit
from accord.pictures.sites import EVENT, Site, sites

__all__ = ["MapNumbers", "map_numbers", "map_picture"]

_WIDTH, _HEIGHTS = 720, (360, 640)  # pixels
_MARGIN = 0.09  # of the frame, on each side of the two states
_SMALL = 14.0  # pixels across, under which a state gets a ring
_OWN, _NOTE, _OTHER = 14.0, 10.5, 10.0  # sizes of the names of the two states, of places, of other states
_SHAPES = ("diamond", "square", "triangle-up", "cross", "triangle-down")
_NO_PLACE, _OUTSIDE = "no known place", "outside the map"
HEADER = ("what", "sort", "place", "state", "latitude", "longitude", "records", "shown", "ids")


@dataclass(frozen=True, slots=True)
class MapNumbers:
    """A map in words and numbers, without its outlines; `disputes` is what a map with boundaries says of them."""

    title: str
    description: str
    disputes: str
    table: Table


@dataclass(frozen=True, slots=True)
class _Frame:
    projection: Projection
    width: int
    height: int

    def holds(self, x: float, y: float) -> bool:
        return 0 <= x <= self.width and 0 <= y <= self.height


def map_picture(archive: Archive, states: tuple[str, str], *, theme: Theme = LIGHT, boundaries: bool = True) -> Picture:
    """The map of two states (alpha-3) with the records of an archive that concern both."""
    found, frame, marks = _drawn(archive, states)
    shapes = list(outlines(frame.projection, frame.width, frame.height))
    names, notes = _labels(shapes, marks, states, frame)
    seen = _seen(frame, lines(frame.projection.degrees(FINE))) if boundaries else []
    layers = [
        _water(theme),
        *_land(shapes, states, theme, boundaries),
        *_lines(seen, theme),
        *_rings(shapes, states, theme),
        *_marks(marks, theme),
        *_words(notes, theme.ink, theme, "normal"),
        *_words([n for n in names if n.size < _OWN], theme.soft, theme, "normal"),
        *_words([n for n in names if n.size == _OWN], theme.ink, theme, "bold"),
    ]
    title = {"text": NOTICE if boundaries else "Land: Natural Earth 4.1 (1:50m); boundaries are left out."}
    drawn = specification(
        theme, frame.width, frame.height, layers,
        projection=frame.projection.vega(frame.width, frame.height),
        title=title | {"orient": "bottom", "anchor": "start", "offset": 8},
        resolve={"scale": {"color": "independent", "size": "independent"}},
    )  # fmt: skip
    told = _numbers(states, found, frame, marks)
    description = told.description + told.disputes if boundaries else told.description
    return Picture(told.title, description, drawn, told.table)


def map_numbers(archive: Archive, states: tuple[str, str]) -> MapNumbers:
    """Such a map in words and numbers."""
    return _numbers(states, *_drawn(archive, states))


def _drawn(archive: Archive, states: tuple[str, str]) -> tuple[tuple[Site, ...], _Frame, list[_Mark]]:
    """The things of the record, the frame that they are drawn in, and the marks in it."""
    found = sites(archive, states)
    spots = {(s.place.longitude, s.place.latitude) for s in found if s.place and s.place.country in states}
    frame = _frame(states, tuple(sorted(spots)))
    return found, frame, [mark for site in found if (mark := _mark(site, frame))]


def _numbers(states: Sequence[str], found: Sequence[Site], frame: _Frame, marks: Sequence[_Mark]) -> MapNumbers:
    first, second = map(gazetteer.display, states)
    title = f"Map of {first} and {second}: crossings, projects and places of the record"
    table = Table(HEADER, tuple(_row(site, frame) for site in found))
    return MapNumbers(title, _description(states, found, marks), _disputes(states, frame), table)


@lru_cache(maxsize=64)
def _frame(states: tuple[str, str], spots: Sequence[tuple[float, float]]) -> _Frame:
    """What both states, their capitals and their places (degrees) fit in."""
    points = [ring for state in states for rings in main_parts(state) for ring in rings[:1]]
    capitals = [p for s in states if (name := gazetteer.capital(s)) and (p := gazetteer.place(name, s))]
    every = [*((p.longitude, p.latitude) for p in capitals), *spots]
    projection, height = fit(np.concatenate([*points, np.array(every).reshape(-1, 2)]), _WIDTH, _HEIGHTS, _MARGIN)
    return _Frame(projection, _WIDTH, height)


def _seen(frame: _Frame, every: Sequence[Line]) -> list[Line]:
    """The lines that can be seen."""
    return [line for line in every if in_frame(line.points, frame.projection, frame.width, frame.height)]


# ------------------------------------------------------------------ the record


@dataclass(frozen=True, slots=True)
class _Mark:
    site: Site
    place: Place
    x: float
    y: float


def _spot(place: Place, frame: _Frame) -> tuple[float, float]:
    ((x, y),) = frame.projection(np.array([[place.longitude, place.latitude]])).tolist()
    return x, y


def _mark(site: Site, frame: _Frame) -> _Mark | None:
    if site.place is None:
        return None
    x, y = _spot(site.place, frame)
    return _Mark(site, site.place, round(x, 2), round(y, 2)) if frame.holds(x, y) else None


def _row(site: Site, frame: _Frame) -> tuple[str | float | int | None, ...]:
    ids = " ".join(r.id for r in site.records)
    if (place := site.place) is None:
        return site.name, site.sort, None, None, None, None, len(site.records), _NO_PLACE, ids
    shown = "yes" if frame.holds(*_spot(place, frame)) else _OUTSIDE
    at = place.name, place.country, place.latitude, place.longitude
    return site.name, site.sort, *at, len(site.records), shown, ids


def _description(pair: Sequence[str], found: Sequence[Site], marks: Sequence[_Mark]) -> str:
    first, second = map(gazetteer.display, pair)
    without = sum(site.place is None for site in found)
    places = sorted({m.place.name for m in marks})
    text = f"{first} and {second} with their surroundings; {len(marks)} marks at {len(places)} places"
    text += f": {', '.join(places)}." if places else "."
    if without:
        text += f" {without} named in the record have no known place and are not drawn."
    return text


def _disputes(pair: Sequence[str], frame: _Frame) -> str:
    """What is said of the boundaries of the two that are disputed and can be seen; empty where none is."""
    own = [line for line in lines() if line.what and set(pair) & {*line.between}]
    found = sorted({f"{line.what} ({line.source})" for line in _seen(frame, own)})
    return f" Disputed boundaries of the two, dashed: {'; '.join(found)}." if found else ""


# ------------------------------------------------------------------ words


def _labels(
    shapes: Sequence[Outline], marks: Sequence[_Mark], states: Sequence[str], frame: _Frame
) -> tuple[list[Label], list[Label]]:
    """Names of states, and of places: places first, those told most of before others; then the two states; then others,
    their neighbours before those farther away."""
    room = Labels(frame.width, frame.height)
    told: dict[tuple[str, float, float], int] = defaultdict(int)
    for mark in marks:
        room.block(mark.x, mark.y, 5)
        told[mark.place.name, mark.x, mark.y] += len(mark.site.records)
    places = sorted(told, key=lambda k: (-told[k], k))
    notes = [room.put(name, _NOTE, around(x, y, name, _NOTE, 8)) for name, x, y in places]
    by_code = {shape.code: shape for shape in shapes}
    names = [_name(room, by_code[s]) for s in states if s in by_code]
    if not frame.projection.whole:
        near = {code for line in lines() if set(states) & {*line.between} for code in line.between}
        others = (s for s in shapes if s.code not in states and not s.code.islower())
        for shape in sorted(others, key=lambda s: (s.code not in near, -s.room)):
            text = gazetteer.display(shape.code)
            depth = 4.0 if shape.code in near else max(_OTHER, 0.3 * width_of(text, _OTHER))
            names.append(room.put(text, _OTHER, shape.spots_within(depth)))
    return [n for n in names if n], [n for n in notes if n]


def _name(room: Labels, shape: Outline) -> Label | None:
    """One of the two states: within it, else beside it."""
    text = gazetteer.display(shape.code)
    beside = chain.from_iterable(around(*shape.middle, text, _OWN, away) for away in (12, 26, 40))
    return room.put(text, _OWN, beside if shape.across < 2 * _SMALL else chain(shape.spots, beside))


def _words(labels: Sequence[Label], colour: str, theme: Theme, weight: str) -> Iterator[dict[str, Any]]:
    """Texts on a faint halo of the land's colour."""
    by_size: dict[float, list[Label]] = defaultdict(list)
    for label in labels:
        by_size[label.size].append(label)
    for size, some in sorted(by_size.items()):
        rows = [{"text": n.text, "x": n.x, "y": n.y} for n in some]
        encoding = {
            "x": {"field": "x", "type": "quantitative", "scale": None, "axis": None},
            "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
            "text": {"field": "text"},
        }
        base = {"type": "text", "fontSize": size, "fontWeight": weight, "baseline": "middle"}
        halo = {"stroke": theme.land, "strokeWidth": 3, "strokeOpacity": 0.8, "strokeJoin": "round"}
        yield {"data": {"values": rows}, "mark": base | {"color": theme.land} | halo, "encoding": encoding}
        yield {"data": {"values": rows}, "mark": base | {"color": colour}, "encoding": encoding}


# ------------------------------------------------------------------ layers


def _water(theme: Theme) -> dict[str, Any]:
    return {"data": {"sphere": True}, "mark": {"type": "geoshape", "fill": theme.water, "stroke": None}}


def _land(shapes: Sequence[Outline], states: Sequence[str], theme: Theme, boundaries: bool) -> Iterator[dict[str, Any]]:
    """Areas by colour: others, what is disputed as a whole, the two states."""
    colours = [theme.land, theme.disputed, theme.first, theme.second]

    def colour(code: str) -> str:
        if not boundaries:
            return theme.land
        return colours[2 + states.index(code)] if code in states else colours[neutral(code)]

    for fill in dict.fromkeys(colours):
        some = [s.feature for s in shapes if colour(s.code) == fill]
        if some:
            mark = {"type": "geoshape", "fill": fill, "stroke": fill, "strokeWidth": 0.4}
            yield {"data": {"values": some}, "mark": mark}


def _lines(seen: Sequence[Line], theme: Theme) -> Iterator[dict[str, Any]]:
    for dashed in (False, True):
        some = [line for line in seen if bool(line.what or any(map(neutral, line.between))) == dashed]
        if some:
            lines_ = [np.round(line.points, 3).tolist() for line in some]
            shape = {
                "type": "Feature",
                "properties": {},
                "geometry": {"type": "MultiLineString", "coordinates": lines_},
            }
            mark = {"type": "geoshape", "filled": False, "stroke": theme.line, "strokeWidth": 1.3 if dashed else 0.8}
            dash = {"strokeDash": [4, 3]} if dashed else {}
            yield {"data": {"values": [shape]}, "mark": mark | dash}


def _rings(shapes: Sequence[Outline], states: Sequence[str], theme: Theme) -> Iterator[dict[str, Any]]:
    """A ring around a state too small to be seen."""
    rows = [{"x": s.middle[0], "y": s.middle[1]} for s in shapes if s.code in states and s.across < _SMALL]
    if rows:
        axes = {a: {"field": a, "type": "quantitative", "scale": None, "axis": None} for a in ("x", "y")}
        mark = {"type": "point", "filled": False, "size": 320, "color": theme.ink, "strokeWidth": 1}
        yield {"data": {"values": rows}, "mark": mark, "encoding": axes}


def _marks(marks: Sequence[_Mark], theme: Theme) -> Iterator[dict[str, Any]]:
    """A mark for each thing at a place: shape by sort, size by the number of records."""
    if not marks:
        return
    sorts = sorted({m.site.sort for m in marks}, key=lambda s: (s == EVENT, s))
    own = iter(_SHAPES)
    shapes = ["circle" if sort == EVENT else next(own, _SHAPES[-1]) for sort in sorts]
    rows = [
        {
            "longitude": m.place.longitude,
            "latitude": m.place.latitude,
            "place": m.place.name,
            "what": m.site.name,
            "sort": m.site.sort,
            "records": len(m.site.records),
        }
        for m in sorted(marks, key=lambda m: -len(m.site.records))
    ]
    yield {
        "data": {"values": rows},
        "mark": {"type": "point", "filled": True, "stroke": theme.ground, "strokeWidth": 0.8, "opacity": 0.95},
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "shape": {
                "field": "sort", "type": "nominal", "title": None, "scale": {"domain": sorts, "range": shapes},
                "legend": {"orient": "top", "symbolFillColor": theme.mark, "symbolStrokeColor": theme.mark},
            },
            "size": {
                "field": "records", "type": "quantitative", "legend": None,
                "scale": {"type": "sqrt", "domain": [1, 20], "range": [55, 190], "clamp": True},
            },
            "color": {"value": theme.mark},
            "tooltip": [{"field": f} for f in ("what", "place", "sort", "records")],
        },
    }  # fmt: skip
