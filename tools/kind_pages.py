#!/usr/bin/env python3
"""Write the keys and examples of every kind into its page in docs/kinds; the words around them are written by hand.

A page has `<!-- keys -->` and `<!-- examples -->`, each closed by `<!-- end -->`; what stands between is replaced.
"""

from __future__ import annotations

import json
from pathlib import Path

from accord.kinds import kinds
from accord.kinds.base import Example, Kind
from accord.record import Field, Type
from marks import fill

PAGES = Path(__file__).resolve().parents[1] / "docs" / "kinds"
_TYPES = {
    Type.STATE: "state (ISO 3166-1 alpha-3)",
    Type.STATES: "states (ISO 3166-1 alpha-3)",
    Type.PERSON: "person, or the office where no name is given",
    Type.PERIOD: "date or span, at the precision of the text",
    Type.UNIT: "unit (SI, ISO 4217)",
    Type.TEXT: "a few words",
    Type.ACTORS: "states, or names",
}


def keys(kind: Kind) -> str:
    """The table of a kind's keys."""
    rows = ["| key | what it holds | role | identity |", "| --- | --- | --- | --- |"]
    return "\n".join(rows + [_row(field) for field in kind.fields])


def _row(field: Field) -> str:
    what = ", ".join(f"`{word}`" for word in field.words) or _TYPES.get(field.type, str(field.type))
    what = f"one or two of {what}" if field.type is Type.CODES else what
    roles = ", ".join(sorted(role.value for role in field.roles)) or "—"
    return f"| `{field.name}`{' (always)' if field.required else ''} | {what} | {roles} | {field.match or '—'} |"


def examples(kind: Kind) -> str:
    """The worked examples, near misses last."""
    ordered = sorted(kind.examples, key=lambda example: not example.finds)
    return "\n".join(_example(example) for example in ordered)


def _example(example: Example) -> str:
    text = example.text.replace("\n", " ")
    if not example.finds:
        return f"- “{text}” gives none."
    found = "; ".join(f"`{json.dumps(dict(values), ensure_ascii=False)}`" for values in example.finds)
    return f"- “{text}” gives {found}"


def filled(page: str, kind: Kind) -> str:
    """A page with its tables as the code has them."""
    return fill(fill(page, "keys", keys(kind)), "examples", examples(kind))


if __name__ == "__main__":
    for kind in kinds().values():
        path = PAGES / f"{kind.name}.md"
        path.write_text(filled(path.read_text(encoding="utf-8"), kind), encoding="utf-8")
