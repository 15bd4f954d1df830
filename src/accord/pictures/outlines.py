"""Areas as a map's frame shows them: what can be seen of each, as GeoJSON, and where its name may stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from accord.pictures.boundaries import Rings, areas
from accord.pictures.projection import Points, Projection

__all__ = ["FINE", "Outline", "in_frame", "outlines"]

FINE = 0.6  # pixels between two points of a line at least
_HALF = 100.0  # degrees from the centre to what may be seen

_STEP = 9  # pixels between the spots that are tried for a name


@dataclass(frozen=True, slots=True)
class Outline:
    """What can be seen of an area. `spots` are pixels within it, the one farthest from any edge first, and `depths` how
    far that is; `middle` and `across` are of its box, in pixels; `room` is the greatest depth."""

    code: str
    feature: dict[str, Any]
    middle: tuple[float, float]
    across: float
    spots: tuple[tuple[float, float], ...]
    depths: tuple[float, ...]

    @property
    def room(self) -> float:
        return self.depths[0] if self.depths else 0.0

    def spots_within(self, depth: float) -> Iterator[tuple[float, float]]:
        """Spots at least so far from an edge."""
        return (spot for spot, d in zip(self.spots, self.depths, strict=True) if d >= depth)


def outlines(projection: Projection, width: int, height: int) -> Iterator[Outline]:
    """The areas that can be seen in a frame of pixels, by code."""
    apart = projection.degrees(FINE)
    for code, polygons in areas(apart).items():
        seen = [(rings, projection(rings[0])) for rings in polygons if in_frame(rings[0], projection, width, height)]
        if seen:
            yield _outline(code, seen, width, height)


def in_frame(points: Points, projection: Projection, width: int, height: int) -> bool:
    """Whether a line of points in degrees may be seen in a frame; what lies on the other side of the Earth is not."""
    flat = projection(points)
    (left, top), (right, bottom) = flat.min(axis=0), flat.max(axis=0)
    here = bool(right >= 0 and bottom >= 0 and left <= width and top <= height)
    return here and (projection.whole or projection.nearest(points) < _HALF)


def _outline(code: str, seen: list[tuple[Rings, Points]], width: int, height: int) -> Outline:
    coordinates = [[np.round(ring, 3).tolist() for ring in rings] for rings, _ in seen]
    feature = {
        "type": "Feature",
        "properties": {"area": code},
        "geometry": {"type": "MultiPolygon", "coordinates": coordinates},
    }
    main = max((flat for _, flat in seen), key=lambda flat: float(np.prod(np.ptp(flat, axis=0))))
    low, high = np.maximum(main.min(axis=0), 0), np.minimum(main.max(axis=0), (width, height))
    x, y = ((low + high) / 2).tolist()
    spots, depths = _spots(main, width, height)
    return Outline(code, feature, (round(x, 1), round(y, 1)), float((high - low).max()), spots, depths)


def _spots(ring: Points, width: int, height: int) -> tuple[tuple[tuple[float, float], ...], tuple[float, ...]]:
    """Points of a grid inside a ring and the frame, with how far each is from the nearest edge, the farthest first."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    if (high - low).min() < _STEP:
        return (), ()
    grid = np.stack(np.meshgrid(np.arange(_STEP, width, _STEP), np.arange(_STEP, height, _STEP)), axis=-1).reshape(
        -1, 2
    )
    grid = grid[((grid >= low) & (grid <= high)).all(axis=1)]
    inside = grid[_inside(grid, ring)]
    if not len(inside):
        return (), ()
    near = np.array([_to_edge(spot, ring) for spot in inside])
    frame = np.minimum(inside, np.array([width, height]) - inside).min(axis=1)
    depth = np.minimum(near, frame * 1.5)
    order = np.lexsort((inside[:, 1], inside[:, 0], -np.round(depth, 3)))
    return tuple((float(x), float(y)) for x, y in inside[order]), tuple(np.round(depth[order], 2).tolist())


def _to_edge(spot: Points, ring: Points) -> float:
    """Pixels from a spot to the nearest edge of a ring."""
    start, leg = ring[:-1], np.diff(ring, axis=0)
    along = ((spot - start) * leg).sum(axis=1) / np.maximum((leg**2).sum(axis=1), 1e-9)
    gap = start + leg * np.clip(along, 0, 1)[:, None] - spot
    return float(np.sqrt((gap**2).sum(axis=1).min()))


def _inside(points: Points, ring: Points) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which points lie in a ring: a ray to the right crosses it an odd number of times."""
    found = np.zeros(len(points), dtype=np.bool_)
    x, y = points[:, 0], points[:, 1]
    for (ax, ay), (bx, by) in zip(ring[:-1].tolist(), ring[1:].tolist(), strict=True):
        if ay != by:
            crossed = (ay > y) != (by > y)
            found ^= crossed & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
    return found
