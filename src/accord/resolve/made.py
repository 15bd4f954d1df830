"""What other claims show of a claim: who its people are, and its place among the claims of its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from accord.record import Claim, Type
from accord.resolve.facts import Made, Shape, periods_of, text_list
from accord.resolve.offices import Office
from accord.resolve.sightings import HOME_FIELDS, uses_people
from accord.resolve.who import Register, Who

__all__ = ["made_from", "make_made", "make_one", "names_people", "places", "written"]

_PEOPLE = (Type.PERSON, Type.PEOPLE)


def make_made(claims: Iterable[Claim], shapes: Mapping[str, Shape], people: Register) -> dict[str, Made]:
    """What all claims together show of each of known kinds."""
    known = [c for c in claims if c.kind in shapes]
    where = places(known, shapes)
    return {c.id: make_one(c, shapes[c.kind], people, where[c.id]) for c in known}


def make_one(claim: Claim, shape: Shape, people: Register, place: tuple[int, int]) -> Made:
    """What everybody who is named, and its place, show of a claim."""
    fields = [f for f in shape.keys if uses_people(f.match, f.type)]
    if not names_people(claim, shape):
        return Made({f.name: () for f in fields}, {}, place)
    when = periods_of(claim, shape).get(shape.when.name) if shape.when else None
    home = next((str(claim.values[k]) for k in HOME_FIELDS if claim.values.get(k)), "")
    who = {
        f.name: tuple(
            people.who(text, claim.document, when, home if f.type is Type.PERSON else "")
            for text in text_list(claim.values.get(f.name))
        )
        for f in fields
    }
    texts = {text for f in shape.fields if f.type in _PEOPLE for text in text_list(claim.values.get(f.name))}
    return Made(who, {text: people.who(text, claim.document).person or text for text in sorted(texts)}, place)


def names_people(claim: Claim, shape: Shape) -> bool:
    """Whether it says anything of people: only such claims tell who is who, and only they are told."""
    return any(text_list(claim.values.get(f.name)) for f in shape.fields if f.type in _PEOPLE)


def places(claims: Iterable[Claim], shapes: Mapping[str, Shape]) -> dict[str, tuple[int, int]]:
    """For each claim where in its text it stands, and how many of its kind stand before it."""
    texts: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for claim in claims:
        texts.setdefault((claim.document, claim.kind), []).append((_start(claim, shapes[claim.kind]), claim.id))
    return {i: (start, rank) for some in texts.values() for rank, (start, i) in enumerate(sorted(some))}


def _start(claim: Claim, shape: Shape) -> int:
    titles = {f.name for f in shape.titles}
    named = [e.start for e in claim.evidence if titles & set(e.keys)]
    return min(named or [e.start for e in claim.evidence], default=0)


# ---------------------------------------------------------------------- as lists, to be kept


def written(made: Made) -> list[Any]:
    """As lists and texts that JSON can hold."""
    who = {
        key: [
            [w.text, w.person, _office(w.office), sorted(w.states), w.group, [_office(o) for o in sorted(w.held)]]
            for w in some
        ]
        for key, some in made.who.items()
    }
    return [who, dict(made.persons), list(made.place)]


def made_from(said: list[Any]) -> Made:
    """What `written` wrote."""
    who, persons, (start, rank) = said
    read = {
        key: tuple(
            Who(
                text,
                person,
                Office(*office) if office else None,
                frozenset(states),
                group,
                frozenset(Office(*o) for o in held),
            )
            for text, person, office, states, group, held in some
        )
        for key, some in who.items()
    }
    return Made(read, persons, (start, rank))


def _office(office: Office | None) -> list[str] | None:
    return [office.key, office.state] if office else None
