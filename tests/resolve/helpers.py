"""Claims made by hand, from the fields that the kinds declare."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from accord.document import Evidence
from accord.kinds.base import Kind
from accord.record import Claim, Record, Role, claim_id
from accord.resolve import resolve

_NAMES = """
    agreement assessment body commitment crossing event incident indicator meeting membership project tie
    transport visit
"""
NAMES = _NAMES.split()


@cache
def kinds() -> dict[str, Kind]:
    """The fourteen kinds with their fields alone: identity needs nothing else of them."""

    def bare(name: str) -> Kind:
        fields = import_module(f"accord.kinds.{name}").FIELDS
        return Kind(name, fields, lambda views: iter(()), lambda values: "", lambda values, status: None)

    return {name: bare(name) for name in NAMES}


def claim(kind: str, doc: str = "a", status: str = "reported", at: int = 0, **values: Any) -> Claim:
    """A claim of a document, `at` a place in its text; `from_` stands for `from`."""
    values = {key.rstrip("_"): value for key, value in values.items()}
    states: set[str] = set()
    for f in kinds()[kind].with_role(Role.CONCERNS):
        said = values.get(f.name) or []
        states |= {s for s in (said if isinstance(said, list) else [said]) if len(s) == 3 and s.isupper()}
    evidence = (Evidence(doc, at, at + 1, "x", tuple(values)),)
    return Claim(
        claim_id(doc, kind, values, at, at + 1), doc, doc, kind, values, evidence, status, tuple(sorted(states))
    )


def records(*claims: Claim, **options: Any) -> tuple[Record, ...]:
    return resolve(claims, options.pop("voices", {}), kinds=kinds(), **options)


def sizes(*claims: Claim) -> list[int]:
    """How many claims each record has, largest first."""
    return sorted((len(r.claims) for r in records(*claims)), reverse=True)
