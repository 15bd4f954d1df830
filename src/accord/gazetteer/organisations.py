"""Intergovernmental organisations, forums and courts: abbreviations, names in both spellings, members in time.

Tables (data/): `organisations.csv` (key, name, variants divided by "; ", type, years founded and ended, and the
surfaces that are also common words or other abbreviations) and `members.csv` (key, alpha-3, first and last day of
membership, each at the precision known: 2009, 2020-01-31). Members of the United Nations and
its agencies are not listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from accord.gazetteer._tables import fold, read_csv

__all__ = ["Membership", "Organisation", "members", "names", "organisation", "organisations"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation by its usual abbreviation. `type` is political, security, economic, financial, judicial,
    un-agency or forum; `founded` and `ended` are years; `ambiguous` holds the surfaces that need context."""

    key: str
    name: str
    variants: tuple[str, ...]
    type: str
    founded: int | None
    ended: int | None
    ambiguous: frozenset[str]

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Key, full name and variants, each once."""
        return tuple(dict.fromkeys((self.key, self.name, *self.variants)))


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's time in an organisation; start and end as ISO dates of the precision known, the end inclusive."""

    organisation: str
    alpha3: str
    start: str
    end: str

    def holds(self, on: date) -> bool:
        """Whether the state was a member on that day; a year alone counts whole."""
        text = on.isoformat()
        return text[: len(self.start)] >= self.start and (not self.end or text[: len(self.end)] <= self.end)


@cache
def _table() -> dict[str, Organisation]:
    return {
        key: Organisation(
            key=key,
            name=name,
            variants=tuple(variants.split("; ")) if variants else (),
            type=kind,
            founded=int(founded) if founded else None,
            ended=int(ended) if ended else None,
            ambiguous=frozenset(unsure.split("; ")) if unsure else frozenset(),
        )
        for key, name, variants, kind, founded, ended, unsure in read_csv("organisations.csv")
    }


@cache
def _memberships() -> dict[str, tuple[Membership, ...]]:
    table: dict[str, list[Membership]] = defaultdict(list)
    for row in read_csv("members.csv"):
        table[row[0]].append(Membership(*row))
    return {key: tuple(found) for key, found in table.items()}


@cache
def _index() -> dict[str, str]:
    """Folded surface to key; a key of one organisation is never taken by a variant of another."""
    index: dict[str, str] = {}
    for entry in _table().values():
        index[fold(entry.key)] = entry.key
    for entry in _table().values():
        for surface in entry.surfaces:
            index.setdefault(fold(surface), entry.key)
    return index


def organisations() -> list[Organisation]:
    """All organisations, in the order of their keys."""
    return list(_table().values())


def organisation(key: str) -> Organisation | None:
    """The organisation of that abbreviation, name or variant, in any case; None if there is none."""
    found = _index().get(fold(key))
    return _table()[found] if found else None


def names() -> Iterator[tuple[str, str]]:
    """(surface, key) for matching many patterns in English text; case counts."""
    for entry in _table().values():
        for surface in entry.surfaces:
            yield surface, entry.key


def members(key: str, on: date | None = None) -> list[str]:
    """Members on that day as alpha-3 in order; without a day, those that have not left. Empty where
    none are listed, and after the end of the organisation.

    KeyError for an organisation that is not known.
    """
    entry = organisation(key)
    if entry is None:
        raise KeyError(key)
    if on is not None and entry.ended is not None and on.year > entry.ended:
        return []
    listed = _memberships().get(entry.key, ())
    return sorted({item.alpha3 for item in listed if (item.holds(on) if on else not item.end)})
