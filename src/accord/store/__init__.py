"""The store: documents and what they say, kept in one SQLite file; records derived from it."""

from __future__ import annotations

from accord.store.judgements import Anchor, Word, anchor, word_of_json
from accord.store.model import (
    KEPT,
    READ,
    SMALL,
    THRESHOLD,
    WHOLE,
    Asked,
    Batch,
    Circle,
    Finding,
    Forgotten,
    Found,
    Kept,
    Known,
    Listed,
    Named,
    Shelved,
    Skipped,
    Stored,
    Wanted,
    confidence,
)
from accord.store.store import Resolver, Store

__all__ = [
    "KEPT",
    "READ",
    "SMALL",
    "THRESHOLD",
    "WHOLE",
    "Anchor",
    "Asked",
    "Batch",
    "Circle",
    "Finding",
    "Forgotten",
    "Found",
    "Kept",
    "Known",
    "Listed",
    "Named",
    "Resolver",
    "Shelved",
    "Skipped",
    "Store",
    "Stored",
    "Wanted",
    "Word",
    "anchor",
    "confidence",
    "word_of_json",
]
