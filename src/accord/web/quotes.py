"""Quotes as pages show them: the words, the words around them, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from accord.brief.passages import around
from accord.document import Document, Evidence

__all__ = ["Quote", "quoted"]


@dataclass(frozen=True, slots=True)
class Quote:
    """`document.text[start:end] == quote`; `before` and `after` are the sentences on either side, `keys` the values
    that rest on it, `document` the hash."""

    before: str
    quote: str
    after: str
    document: str
    doc: str
    title: str
    publisher: str
    published: str | None
    start: int
    end: int
    keys: list[str]


def quoted(evidence: Evidence, document: Document) -> Quote:
    """A piece of evidence with its surroundings."""
    before, after = around(document, evidence.start, evidence.end)
    return Quote(
        before,
        evidence.quote,
        after,
        document.hash,
        document.doc,
        document.title,
        document.publisher,
        str(document.published) if document.published else None,
        evidence.start,
        evidence.end,
        list(evidence.keys),
    )
