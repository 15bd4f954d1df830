"""A text of a test as a document, and what is found in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from accord.document import Block, Document
from accord.extract import _together, extract
from accord.kinds.base import Draft, Kind
from accord.languages.en.view import view
from accord.values import Period

__all__ = ["check", "claims", "document", "drafts", "show"]


def document(text: str, published: str = "") -> Document:
    """A document with a block a line: a row where the line has tabs, an item behind a dash, else a paragraph."""
    blocks, at = [], 0
    for line in text.split("\n"):
        kind = "row" if "\t" in line else "item" if line.startswith("- ") else "paragraph"
        blocks.append(Block(kind, at, at + len(line)))
        at += len(line) + 1
    day = Period.parse(published) if published else None
    return Document("0" * 64, "d.txt", text, tuple(blocks), "en", published=day)


def claims(text: str, published: str, *kinds: str) -> list[dict[str, Any]]:
    """The values of the claims of these kinds, with kind and status."""
    told = extract(document(text, published))
    return [{"kind": c.kind, "status": c.status, **c.values} for c in told if c.kind in kinds]


def drafts(kind: Kind, text: str, published: str) -> list[Draft]:
    """What a kind finds, before it is judged."""
    return _together(kind, list(kind.find(view(document(text, published)))))


def show(draft: Draft) -> dict[str, Any]:
    """The values of a draft with its status; of its topics the first."""
    found = {k: v.value for k, v in draft.values.items()}
    return {**found, "status": draft.status} | ({"topic": found["topic"][0]} if "topic" in found else {})


def check(found: Sequence[Mapping[str, object]], wanted: Sequence[Mapping[str, object]]) -> None:
    """Assert that there are as many claims as wanted, and for each wanted one that has all its values."""
    assert len(found) == len(wanted), found
    assert all(any(all(_same(line.get(k), v) for k, v in w.items()) for line in found) for w in wanted), found


def _same(got: object, wanted: object) -> bool:
    """Lists agree in any order; a word is the first of several topics."""
    if isinstance(got, list) and isinstance(wanted, str):
        return got[0] == wanted
    if isinstance(got, list) and isinstance(wanted, list):
        return sorted(map(str, got)) == sorted(map(str, wanted))
    return got == wanted
