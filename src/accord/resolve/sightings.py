"""Sightings of people: each text of a claim that names somebody, with the offices and the state that the claim gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accord.errors import ValueFormatError
from accord.kinds.base import Kind
from accord.record import Claim, Field, Match, Role, Type
from accord.resolve.offices import Office, Title, read_title
from accord.values import Period

__all__ = ["HOME_FIELDS", "Sighting", "sightings", "uses_people"]

OFFICE_FIELDS = ("office", "role")
"""Fields that give the office of the claim's person. (A Role.OFFICE would say so in the kinds themselves.)"""
HOME_FIELDS = ("sending",)
"""Fields that give the state that the claim's person serves."""


@dataclass(slots=True)
class Sighting:
    """`offices`: each as read and as written; `state`: the one that the person serves, or empty."""

    key: str
    text: str
    title: Title
    claim: Claim
    state: str
    offices: list[tuple[Office, str]]
    when: Period | None
    asked: Period | None  # the time at which the holder of a bare office is looked for
    contact: bool

    @property
    def named(self) -> bool:
        return bool(self.title.name) and not self.title.group

    @property
    def states(self) -> set[str]:
        """All that the person is named with."""
        return {o.state for o, _ in self.offices if o.state} | ({self.state} if self.state else set())


def _persons(fields: Iterable[Field]) -> tuple[Field, ...]:
    return tuple(f for f in fields if f.type in (Type.PERSON, Type.PEOPLE))


def _when(kind: Kind, claim: Claim) -> Period | None:
    value = next((claim.values[f.name] for f in kind.fields if Role.WHEN in f.roles and claim.values.get(f.name)), None)
    return Period.parse(str(value)) if value else None


def _asked(kind: Kind, claim: Claim) -> Period | None:
    field = next((f for f in kind.fields if Role.WHEN in f.roles or Role.DUE in f.roles), None)
    try:
        return Period.parse(str(claim.values[field.name])) if field and claim.values.get(field.name) else None
    except ValueFormatError:
        return None


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    return [str(v) for v in value if str(v).strip()] if isinstance(value, (list, tuple)) else []


def sightings(claims: Iterable[Claim], kinds: Mapping[str, Kind]) -> list[Sighting]:
    """Those of claims of known kinds, in the order of the claims' ids."""
    found: list[Sighting] = []
    for claim in sorted(claims, key=lambda c: c.id):
        if (kind := kinds.get(claim.kind)) is not None:
            found += _of_claim(claim, kind)
    return found


def _of_claim(claim: Claim, kind: Kind) -> Iterable[Sighting]:
    persons = _persons(kind.fields)
    if not any(claim.values.get(f.name) for f in persons):
        return
    home = next((str(claim.values[k]) for k in HOME_FIELDS if claim.values.get(k)), "")
    when, asked = _when(kind, claim), _asked(kind, claim)
    for f in persons:
        contact = Role.WHO in f.roles and claim.status == "reported" and when is not None and f.match is not None
        single = f.type is Type.PERSON
        for text in _texts(claim.values.get(f.name)):
            state = home if single else ""
            title = read_title(text, state)
            offices = [(title.office, text)] if title.office else []
            for key in OFFICE_FIELDS if single else ():
                if said := claim.values.get(key):
                    other = read_title(str(said), state)
                    offices += [(other.office, str(said))] if other.office and not other.name else []
            yield Sighting(f.name, text, title, claim, state, offices, when, asked, contact)


def uses_people(match: Match | None, type_: Type) -> bool:
    """Whether a field's values are compared as people."""
    return match is Match.PERSON or (match is Match.OVERLAP and type_ is Type.PEOPLE)
