"""From degrees to pixels: the projection that shows two states and what lies around them best.

States that are near each other: Lambert's azimuthal equal-area projection centred between them (Snyder 1987, Map
Projections: A Working Manual, p. 182). States far apart: the Equal Earth projection (Savric, Patterson and Jenny 2018)
turned to their middle meridian. Both are drawn by d3-geo in Vega with the same numbers; both know no edge at 180 degrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, asin, atan2, cos, degrees, floor, log2, radians, sin
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["EARTH_RADIUS", "Points", "Projection", "fit", "unit"]

Points = npt.NDArray[np.float64]
"""Rows of two numbers: longitude and latitude in degrees, or x and y in pixels."""

EARTH_RADIUS = 6371.0  # km
_NEAR = 65.0  # degrees from the middle to the farthest point, up to which the azimuthal projection is good
_LEAST = 60.0  # km from the middle to the edge at least, so that a city state has surroundings
_EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)


@dataclass(frozen=True, slots=True)
class Projection:
    """`name` is Vega's; the point (longitude, latitude) in degrees lies at the pixel `middle`; `scale` is pixels for
    a radian at the centre."""

    name: str
    longitude: float
    latitude: float
    scale: float
    middle: tuple[float, float]

    @property
    def whole(self) -> bool:
        """Whether it shows the whole Earth."""
        return self.name == "equalEarth"

    def __call__(self, points: Points) -> Points:
        """Pixels of degrees."""
        plane = _equal_earth(points, self) if self.whole else _azimuthal(points, self)
        return plane * (self.scale, -self.scale) + self.middle

    def degrees(self, pixels: float) -> float:
        """Degrees that so many pixels at the centre are, down to a power of two, so that scales share one thinning."""
        return float(2.0 ** floor(log2(degrees(pixels / self.scale))))

    def nearest(self, points: Points) -> float:
        """Degrees from the centre to the nearest of some points."""
        centre = unit(np.array([[self.longitude, self.latitude]]))[0]
        return degrees(acos(max(-1.0, min(1.0, float((unit(points) @ centre).max())))))

    def vega(self, width: int, height: int) -> dict[str, Any]:
        """The same as Vega-Lite has it, cut to a frame in pixels."""
        latitude = 0.0 if self.whole else self.latitude
        return {
            "type": self.name,
            "rotate": [round(-self.longitude, 4), round(-latitude, 4), 0],
            "scale": round(self.scale, 3),
            "translate": [round(self.middle[0], 2), round(self.middle[1], 2)],
            "clipExtent": [[0, 0], [width, height]],
            "precision": 0.3,
        }


def unit(points: Points) -> Points:
    """Degrees to unit vectors from the middle of the Earth."""
    lon, lat = np.radians(points[:, 0]), np.radians(points[:, 1])
    return np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))


def _azimuthal(points: Points, to: Projection) -> Points:
    lon, lat = np.radians(points[:, 0] - to.longitude), np.radians(points[:, 1])
    middle = radians(to.latitude)
    cosine = sin(middle) * np.sin(lat) + cos(middle) * np.cos(lat) * np.cos(lon)
    k = np.sqrt(2 / np.maximum(1 + cosine, 1e-9))
    x = k * np.cos(lat) * np.sin(lon)
    y = k * (cos(middle) * np.sin(lat) - sin(middle) * np.cos(lat) * np.cos(lon))
    return np.column_stack((x, y))


def _equal_earth(points: Points, to: Projection) -> Points:
    a, b, c, d = _EQUAL_EARTH
    root = np.sqrt(3)
    lon = np.radians((points[:, 0] - to.longitude + 180) % 360 - 180)
    t = np.arcsin(root / 2 * np.sin(np.radians(points[:, 1])))
    t2, t6 = t**2, t**6
    x = 2 * root * lon * np.cos(t) / (3 * (9 * d * t6 * t2 + 7 * c * t6 + 3 * b * t2 + a))
    return np.column_stack((x, t * (a + b * t2 + t6 * (c + d * t2))))


def fit(points: Points, width: int, heights: tuple[int, int], margin: float) -> tuple[Projection, int]:
    """The projection that shows all points in a frame of a width, with a margin (a share of each side), and the height
    of that frame, between two bounds; in pixels."""
    lon, lat = _centre(points)
    farthest = degrees(acos(max(-1.0, min(1.0, float((unit(points) @ unit(np.array([[lon, lat]]))[0]).min())))))
    name = "azimuthalEqualArea" if farthest <= _NEAR else "equalEarth"
    plane = Projection(name, lon, lat if name == "azimuthalEqualArea" else 0.0, 1.0, (0.0, 0.0))
    flat = plane(points)
    low, high = flat.min(axis=0), flat.max(axis=0)
    least = 2 * _LEAST / EARTH_RADIUS
    across, down = (max(float(size), least) for size in high - low)
    room = 1 - 2 * margin
    height = round(min(max(width * down / across, heights[0]), heights[1]))
    scale = min(width * room / across, height * room / down)
    x, y = (low + high) / 2 * scale
    return Projection(
        name, plane.longitude, plane.latitude, scale, (width / 2 - float(x), height / 2 - float(y))
    ), height


def _centre(points: Points) -> tuple[float, float]:
    """The middle of the smallest ball around the points, nearly (Badoiu and Clarkson 2003), as degrees."""
    vectors = unit(points)
    ball = vectors.mean(axis=0)
    for step in range(2, 400):
        ball = ball + (vectors[np.argmax(((vectors - ball) ** 2).sum(axis=1))] - ball) / step
    x, y, z = ball / max(float(np.linalg.norm(ball)), 1e-9)
    return round(degrees(atan2(y, x)), 4), round(degrees(asin(max(-1.0, min(1.0, float(z))))), 4)
