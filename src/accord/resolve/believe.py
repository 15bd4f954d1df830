"""What is believed of a record: one value for each key, and the others that differ by more than precision.

Most voices, then the most precise, then the commonest spelling, then the smallest text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from accord.errors import ValueFormatError
from accord.record import Claim, Field, Role, Type, canonical
from accord.resolve.facts import Shape, blank, text_list
from accord.resolve.names import SAME, Name, same_name
from accord.resolve.quantities import COMPANIONS, agree, number, precision
from accord.resolve.words import fold
from accord.values import Period

__all__ = ["Named", "Other", "believe"]

Other = dict[str, tuple[tuple[Any, tuple[str, ...]], ...]]
Named = Callable[[Claim, str], str]
"""A claim and a text of it that names somebody, to the person."""


class _Held:
    """A value of one key and the claims that hold it."""

    def __init__(self, f: Field, claims: list[Claim], voices: Mapping[str, str], named: Named) -> None:
        self.field = f
        self.claims = claims
        self.value = claims[0].values[f.name]
        self.text = canonical(self.value)
        self.voices = {voices.get(c.document, c.document) for c in claims}
        self.period = _period(self.value) if f.type is Type.PERIOD else None
        self.people = [named(claims[0], text) for text in text_list(self.value)] if _people(f) else []

    def same(self, other: _Held) -> bool:
        """Whether the two differ in precision or spelling at most."""
        if self.text == other.text:
            return True
        if self.period and other.period:
            return self.period.overlaps(other.period)
        a, b = number(self.value), number(other.value)
        if a is not None and b is not None:
            return any(agree(a, c.values, b, d.values) for c in self.claims for d in other.claims)
        if isinstance(self.value, list) or isinstance(other.value, list):
            left, right = (
                (self.people, other.people) if _people(self.field) else (text_list(self.value), text_list(other.value))
            )
            one, two = {fold(x) for x in left}, {fold(x) for x in right}
            return one <= two or two <= one
        if _people(self.field):
            return self.people == other.people
        if self.field.type in (Type.NAME, Type.TEXT, Type.PLACE, Type.ORGANISATION):
            return same_name(str(self.value), str(other.value)).score >= SAME
        return fold(str(self.value)) == fold(str(other.value))

    @property
    def exact(self) -> tuple[float, ...]:
        """Smaller is more precise."""
        if self.period:
            return (float(self.period.length.days),)
        value = number(self.value)
        if value is not None:
            return min(tuple(-float(x) for x in precision(value, c.values)) for c in self.claims)
        if isinstance(self.value, list):
            return (-float(len(self.value)),)
        return (-float(len(str(self.value).split())),) if _people(self.field) else (0.0,)


def _people(f: Field) -> bool:
    return f.type in (Type.PERSON, Type.PEOPLE)


def _period(value: object) -> Period | None:
    try:
        return Period.parse(str(value))
    except ValueFormatError:
        return None


def _held(f: Field, claims: Sequence[Claim], voices: Mapping[str, str], named: Named) -> list[_Held]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if not blank(value := claim.values.get(f.name)):
            text = canonical(sorted(value) if isinstance(value, list) and f.match not in (None, "ordered") else value)
            groups.setdefault(text, []).append(claim)
    return [_Held(f, some, voices, named) for _, some in sorted(groups.items())]


def _best(held: list[_Held]) -> _Held:
    spellings = Counter({h.text: len(h.claims) for h in held})
    support = {h.text: len(set().union(*(o.voices for o in held if h.same(o)))) for h in held}
    shortest = {h.text: len(Name.of(str(h.value)).words) if h.field.type is Type.NAME else 0 for h in held}
    return min(held, key=lambda h: (-support[h.text], h.exact, -spellings[h.text], shortest[h.text], h.text))


def _of_the_act(f: Field) -> bool:
    """Whether it is where something was done; where the thing itself lies identifies it."""
    return Role.WHERE in f.roles and f.match is None


def _keeps_spellings(f: Field) -> bool:
    """Names and titles: every spelling is kept beside the preferred one, differing or not."""
    return f.type in (Type.NAME, Type.PERSON, Type.ORGANISATION) or Role.TITLE in f.roles


def _others(f: Field, best: _Held, held: list[_Held]) -> tuple[tuple[Any, tuple[str, ...]], ...]:
    """The differing values with their claims. Numbers in other steps or units never come here: see `believe`."""
    rest = [h for h in held if h is not best and (_keeps_spellings(f) or not best.same(h))]
    return tuple(
        (h.value, tuple(sorted(c.id for c in h.claims))) for h in sorted(rest, key=lambda h: (-len(h.voices), h.text))
    )


def believe(
    claims: Sequence[Claim], shape: Shape, step: str, status: str, voices: Mapping[str, str], named: Named
) -> tuple[dict[str, Any], Other]:
    """Values and others of one record. `step` is the one that stands: the date and the place of an act believed are
    its own, and only those of one step are held against each other. Values come from the claims of the leading status where those give them."""
    values: dict[str, Any] = {}
    other: Other = {}
    leading = [c for c in claims if c.status == status]
    action = step.rpartition(" ")[2]
    here = [
        c for c in leading if shape.step is None or not action or c.values.get(shape.step.name) == action
    ] or leading
    for f in shape.fields:
        if f.name in COMPANIONS:
            continue
        pool = here if f in (shape.when, shape.step) or _of_the_act(f) else leading
        held = _held(f, pool, voices, named) or (
            _held(f, claims, voices, named) if pool is not here or not shape.step else []
        )
        if not held:
            continue
        best = _best(held)
        values[f.name] = best.value
        if f is not shape.step and (rest := _others(f, best, held)):
            other[f.name] = rest
        if f is shape.value:
            source = min(best.claims, key=lambda c: (canonical({k: c.values.get(k) for k in COMPANIONS}), c.id))
            values.update({k: source.values[k] for k in COMPANIONS if not blank(source.values.get(k))})
    return values, other
