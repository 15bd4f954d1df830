"""Whether what a statement shows follows from its quotes. What does not is withheld, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from accord.document import Evidence
from accord.record import Claim, Type, canonical
from accord.values import Period

__all__ = ["Checked", "Failure", "Grounder", "Shown", "check", "pure", "quotes_of", "remembering"]


class Grounder(Protocol):
    """Whether quotes yield a value; a language's `grounding.grounds`."""

    def __call__(self, kind: Type, value: Any, quotes: Sequence[str], reference: Period | None = None) -> bool: ...


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that a sentence shows, and the claims that it comes from."""

    key: str
    value: Any
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A value that its quotes do not yield; `quotes` is empty where it has none at all."""

    key: str
    value: Any
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A value that holds: the evidence it rests on, or the basis where no words carry it."""

    key: str
    evidence: tuple[tuple[Claim, Evidence], ...] = ()
    basis: str = ""
    shown: Shown | None = field(default=None, compare=False)


def quotes_of(claim: Claim, key: str) -> tuple[Evidence, ...]:
    """The evidence that a key of a claim rests on: what is kept for it, or for the claim as a whole."""
    own = tuple(e for e in claim.evidence if key in e.keys) or tuple(e for e in claim.evidence if not e.keys)
    return tuple(sorted(own, key=lambda e: (e.doc, e.start, e.end)))


def _holders(shown: Shown) -> tuple[Claim, ...]:
    """The claims that say just this value; all where it was put together from several."""
    if len(shown.claims) == 1:
        return shown.claims
    wanted = canonical(shown.value)
    same = tuple(c for c in shown.claims if canonical(_said(c, shown.key)) == wanted)
    return same or shown.claims


def _said(claim: Claim, key: str) -> Any:
    return list(claim.said_by) if key == "said_by" else claim.values.get(key)


def check(shown: Shown, kind: Type, grounder: Grounder, published: Callable[[str], Period | None]) -> Checked | Failure:
    """Check one value against its quotes; `published` gives a document's date by its hash."""
    holders = _holders(shown)
    supporting: list[tuple[Claim, Evidence]] = []
    seen: list[str] = []
    for claim in holders:
        evidence = quotes_of(claim, shown.key) or (claim.evidence if shown.key == "said_by" else ())
        quotes = [e.quote for e in evidence]
        seen += quotes
        if quotes and grounder(kind, shown.value, quotes, published(claim.document)):
            supporting += [(claim, e) for e in evidence]
    if not supporting and len(holders) > 1 and seen and grounder(kind, shown.value, seen, None):
        supporting = [(c, e) for c in holders for e in quotes_of(c, shown.key)]
    basis = next((str(c.basis[shown.key]) for c in holders if shown.key in c.basis), "")
    if supporting:
        return Checked(shown.key, tuple(supporting), shown=shown)
    if basis:
        return Checked(shown.key, basis=basis, shown=shown)
    if kind in (Type.CODE, Type.CODES, Type.UNIT):
        return Checked(shown.key, shown=shown)
    return Failure(shown.key, shown.value, tuple(dict.fromkeys(seen)))


def remembering(grounder: Grounder) -> Grounder:
    """The same grounder, which finds the answer to each question once."""
    known: dict[tuple[object, ...], bool] = {}

    def grounds(kind: Type, value: Any, quotes: Sequence[str], reference: Period | None = None) -> bool:
        asked = kind, repr(value), tuple(quotes), reference
        if asked not in known:
            known[asked] = grounder(kind, value, quotes, reference)
        return known[asked]

    return grounds


def pure(text: str) -> bool:
    """Whether a pattern's own words are free of figures: those may come from values only."""
    return not any(c.isdigit() for c in text)
