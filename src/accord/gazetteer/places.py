"""Cities of at least 15,000 people and all capitals, with coordinates.

`data/cities.tsv` is written by tools/build_gazetteer.py from GeoNames (CC BY 4.0, see NOTICE), capitals first, then by
population. Its column `common` says that the surface is also something else: `word` (an English word), `person` (a
given name or surname) or `state` (a state or its government). Surfaces flagged by hand are in `data/common.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from accord.gazetteer._tables import DATA, fold, fold_lines, read_table

__all__ = ["BIG_CITY", "Place", "common", "names", "place", "places_named"]

BIG_CITY: Final = 1_000_000
"""People from which a city is meant even though its name is also a word or a person's name. Chosen, not tuned."""


class Place(NamedTuple):
    """A city: English name, other spellings, state (alpha-3), position in degrees, people, whether it is a capital.

    `common` is why the name is unsafe without context (word, person, state), or empty.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    capital: bool
    common: str
    spellings: tuple[str, ...] = ()


class _Row(NamedTuple):
    """A row of cities.tsv as it stands, in the order of its columns."""

    name: str
    ascii: str
    alternates: str
    alpha3: str
    population: str
    latitude: str
    longitude: str
    capital: str
    common: str

    def surfaces(self) -> list[str]:
        """Name, the same without marks, other spellings."""
        found = [self.name, self.ascii] if self.ascii else [self.name]
        return found + self.alternates.split(";") if self.alternates else found


@cache
def _lines() -> list[str]:
    """The lines of cities.tsv: capitals first, then the others, each by falling population."""
    return (DATA / "cities.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]


def _row(line: str) -> _Row:
    return _Row(*line.split("\t"))


@cache
def _index() -> tuple[dict[str, int], dict[str, list[int]]]:
    """Folded surface to its first line, and to the further lines where there are any.

    All surfaces are folded as one text: five times as fast as one by one.
    """
    surfaces: list[str] = []
    owners: list[int] = []
    for number, line in enumerate(_lines()):
        name, plain, alternates, _ = line.split("\t", 3)
        found = [name, plain, *alternates.split(";")] if alternates else [name, plain]
        surfaces += found
        owners += [number] * len(found)
    first: dict[str, int] = {}
    more: dict[str, list[int]] = {}
    for surface, number in zip(fold_lines("\n".join(surfaces)), owners, strict=True):
        known = first.setdefault(surface, number)
        if known != number and surface:
            more.setdefault(surface, []).append(number)
    first.pop("", None)
    return first, more


def _found(name: str) -> list[_Row]:
    """Rows with that surface: capitals, then main names and very big cities, then the rest, by population."""
    first, more = _index()
    key = fold(name)
    if key not in first:
        return []
    numbers = sorted({first[key], *more.get(key, ())})
    rows = [_row(_lines()[number]) for number in numbers]
    rows.sort(key=lambda row: (not row.capital, int(row.population) < BIG_CITY and key != fold(row.name)))
    return rows


@cache
def _flags() -> dict[str, str]:
    return {surface: reason for surface, reason in read_table("common.tsv")}  # noqa: C416


@cache
def _folded_flags() -> dict[str, str]:
    return {fold(surface): reason for surface, reason in _flags().items()}


def _place(row: _Row) -> Place:
    return Place(
        name=row.name,
        country=row.alpha3,
        latitude=float(row.latitude),
        longitude=float(row.longitude),
        population=int(row.population),
        capital=bool(row.capital),
        common=row.common,
        spellings=tuple(row.surfaces()[1:]),
    )


def common(surface: str) -> str:
    """Why a surface is unsafe as the name of a city (word, person, state), or an empty string."""
    flag = _folded_flags().get(fold(surface))
    return flag or next((row.common for row in _found(surface) if row.name == surface), "")


def places_named(name: str, country: str | None = None) -> list[Place]:
    """All cities of that name or spelling, the capital and the most populous first; `country` is an alpha-3."""
    return [_place(row) for row in _found(name) if country in (None, row.alpha3)]


def place(name: str, country: str | None = None) -> Place | None:
    """The city most likely meant: the capital, else the most populous. None where there is none.

    Without `country`, a name that is also a word or a person's gives None unless it is a capital's or a big city's.
    """
    found = places_named(name, country)
    if not found:
        return None
    best = found[0]
    if country is None and common(name) in ("word", "person") and not best.capital and best.population < BIG_CITY:
        return None
    return best


def names(min_population: int = 0, *, unsafe: bool = False) -> Iterator[tuple[str, Place]]:
    """(surface, place) for matching many patterns in English text, each surface once with the place most likely meant.

    Capitals come whatever their size. Surfaces that are also words, persons or states are left out unless `unsafe`;
    with its marks ("Colón") such a name is a place's.
    """
    seen: set[str] = set()
    flags = _flags()
    for line in _lines():
        row = _row(line)
        if not row.capital and int(row.population) < min_population:
            break
        entry: Place | None = None
        for surface in row.surfaces():
            flagged = surface in flags or (surface == row.name and row.common and surface.isascii())
            if surface in seen or (flagged and not unsafe):
                continue
            seen.add(surface)
            entry = entry or _place(row)
            yield surface, entry
