"""Seas, straits, rivers, valleys, disputed areas and regions that touch more than one state or stand in disputes.

`data/regions.csv`: name, other names divided by ";", kind, alpha-3 codes of the states it touches or that dispute it.
To be listed says nothing on whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from accord.gazetteer._tables import fold, read_csv, read_table

__all__ = ["Region", "names", "provinces", "region", "regions"]


@dataclass(frozen=True, slots=True)
class Region:
    """A geographical name and the states it touches (alpha-3, sorted). `kind`: sea, strait, river, valley, lake,
    mountains, region, disputed, line, corridor, water works, and a few rarer ones."""

    name: str
    variants: tuple[str, ...]
    kind: str
    states: tuple[str, ...]


@cache
def _table() -> dict[str, Region]:
    return {
        name: Region(name, tuple(others.split(";")) if others else (), kind, tuple(touched.split()))
        for name, others, kind, touched in read_csv("regions.csv")
    }


@cache
def _index() -> dict[str, Region]:
    return {fold(surface): entry for entry in _table().values() for surface in (*entry.variants, entry.name)}


def regions() -> list[Region]:
    """All regions, in the order of their names."""
    return list(_table().values())


def region(name: str) -> Region | None:
    """The region of that name or variant, in any case; None if there is none."""
    return _index().get(fold(name))


def provinces() -> Iterator[tuple[str, str]]:
    """(name, alpha-3 of its state) of provinces, regions, districts and the like, as far as one state has the name.

    `data/provinces.tsv` is written by tools/build_provinces.py from the Unicode CLDR (see NOTICE).
    """
    return ((name, state) for name, state in read_table("provinces.tsv"))


def names() -> Iterator[tuple[str, Region]]:
    """(surface, region) for matching many patterns in English text; case counts."""
    for entry in _table().values():
        yield entry.name, entry
        for surface in entry.variants:
            yield surface, entry
