"""Claims made ready for comparison: identity values read once, by the roles and matches of their kind's fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from accord.errors import ValueFormatError
from accord.kinds.base import Kind
from accord.record import Claim, Field, Match, Role, Type, canonical
from accord.resolve.who import Who
from accord.values import Period

__all__ = ["Facts", "Made", "Shape", "blank", "facts_of", "make_facts", "periods_of", "text_list"]

_PLANS = re.compile(r"(?:.*-)?(?:planned|proposed)")
PLANNED = ("planned", "proposed", "postponed")


def blank(value: object) -> bool:
    return value is None or value == "" or value == [] or value == ()


def text_list(value: object) -> list[str]:
    """The members of a value as texts: a lone one is a list of one."""
    if blank(value):
        return []
    return [str(v) for v in value] if isinstance(value, (list, tuple)) else [str(value)]


_COSTS: Mapping[Match | None, int] = {Match.NUMBER: 1, Match.SET: 2, Match.OVERLAP: 3, Match.PERSON: 3, Match.NAME: 4}
"""In which order fields are compared: what is cheap and telling first."""


def _hyphened(words: Sequence[str]) -> frozenset[str]:
    """Steps that share their first word with another one: session-held, session-planned; not in-force."""
    heads = [w.rpartition("-")[0] for w in words]
    return frozenset(w for w, head in zip(words, heads, strict=True) if head and heads.count(head) > 1)


class Shape:
    """What the fields of a kind are for, to identity. Nothing here knows a kind's name."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind.name
        self.fields = kind.fields
        self.keys = tuple(f for f in kind.fields if f.match is not None)
        self.step = next((f for f in kind.fields if Role.STEP in f.roles), None)
        self.when = next((f for f in kind.fields if Role.WHEN in f.roles or Role.DUE in f.roles), None)
        self.titles = tuple(f for f in self.keys if Role.TITLE in f.roles)
        self.named = any(f.match is Match.NAME for f in self.titles)
        self.value = next((f for f in kind.fields if Role.VALUE in f.roles), None)
        self.unit = next((f for f in kind.fields if Role.UNIT in f.roles), None)
        self.topic = next((f for f in kind.fields if Role.TOPIC in f.roles), None)
        self.measure = next((f for f in kind.fields if Role.MEASURE in f.roles), None)
        ends = [f for f in self.keys if f.match is Match.NAME and {Role.WHERE, Role.TITLE} <= f.roles]
        self.ends = tuple(ends) if len(ends) > 1 else ()
        loose = [f for f in kind.fields if f.match is None and f is not self.step]
        self.forms = tuple(f for f in loose if f.type is Type.CODE and not f.roles)
        self.places = tuple(f for f in loose if Role.WHERE in f.roles)
        self.occurring = _hyphened(self.step.words if self.step else ())
        self.order = tuple(sorted(self.keys, key=lambda f: (_COSTS.get(f.match, 0), kind.fields.index(f))))
        self.figured = any(f.match is Match.NUMBER and Role.VALUE in f.roles for f in self.keys)
        self.spans = tuple(f for f in loose if f.type is Type.PERIOD)

    @cached_property
    def by_period(self) -> bool:
        """Whether it is a figure: known by its period, its values compared and not kept apart."""
        return any(f.match is Match.PERIOD for f in self.keys)


@dataclass(frozen=True, slots=True)
class Made:
    """What other claims show of one: whom its fields of people name, which person each text of them is, and its place:
    where in its text its title (else its first quote) stands, with its rank there among the claims of its kind."""

    who: Mapping[str, tuple[Who, ...]]
    persons: Mapping[str, str]
    place: tuple[int, int]


@dataclass(slots=True)
class Facts:
    """One claim, or several with the very same values, made ready. `starts` gives for each document where in its
    text the claim's title (else its first quote) stands, and its rank there among the claims of its kind."""

    claim: Claim
    shape: Shape
    step: str
    plan: bool
    when: Period | None
    periods: Mapping[str, Period]
    people: Mapping[str, tuple[Who, ...]]
    states: frozenset[str]
    starts: dict[str, tuple[int, int]]
    members: list[str]
    occurrence: str  # "session" of session-held: the step of something that happens again and again
    lists: Mapping[str, list[str]]  # each value as texts
    texts: Mapping[str, str]

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def values(self) -> Mapping[str, Any]:
        return self.claim.values

    def get(self, f: Field | None) -> Any:
        """A field's value, None where it is not given."""
        return self.claim.values[f.name] if f and f.name in self.lists else None

    def text(self, f: Field) -> str:
        return self.texts.get(f.name, "")

    def list(self, f: Field) -> Sequence[str]:
        return self.lists.get(f.name, ())

    @property
    def precise(self) -> bool:
        """Dated to a month or better."""
        return self.when is not None and not self.when.open and self.when.length <= timedelta(days=31)

    def shares_document(self, other: Facts) -> bool:
        return not self.starts.keys().isdisjoint(other.starts)

    def signature(self) -> str:
        """Equal for claims whose values, status and people are the same."""
        people = {key: [w.person or w.text for w in some] for key, some in self.people.items()}
        return canonical(
            [self.claim.kind, dict(self.claim.values), self.claim.status, list(self.claim.concerns), people]
        )


def periods_of(claim: Claim, shape: Shape) -> dict[str, Period]:
    """Its values that are dates, by key."""
    found: dict[str, Period] = {}
    for f in shape.fields:
        if f.type is Type.PERIOD and not blank(value := claim.values.get(f.name)):
            try:
                found[f.name] = Period.parse(str(value))
            except ValueFormatError:
                continue  # a value that is no date cannot be compared; the claim keeps it as said
    return found


def make_facts(claims: Iterable[Claim], shapes: Mapping[str, Shape], made: Mapping[str, Made]) -> list[Facts]:
    """Claims of known kinds made ready, in the order of their ids."""
    ordered = sorted(claims, key=lambda c: c.id)
    return [facts_of(c, shapes[c.kind], made[c.id]) for c in ordered if c.kind in shapes]


def facts_of(claim: Claim, shape: Shape, made: Made) -> Facts:
    """One claim made ready, with what other claims show of it."""
    periods = periods_of(claim, shape)
    when = periods.get(shape.when.name) if shape.when else None
    step = str(claim.values.get(shape.step.name) or "") if shape.step else ""
    plan = claim.status in PLANNED or bool(_PLANS.fullmatch(step))
    starts = {claim.document: made.place}
    occurrence = step.rpartition("-")[0] if step in shape.occurring else ""
    lists = {f.name: some for f in shape.fields if (some := text_list(claim.values.get(f.name)))}
    texts = {name: ", ".join(some) for name, some in lists.items()}
    states = frozenset(claim.concerns)
    return Facts(
        claim, shape, step, plan, when, periods, made.who, states, starts, [claim.id], occurrence, lists, texts
    )
