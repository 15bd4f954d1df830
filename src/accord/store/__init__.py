"""The store: documents and what they say, kept in one SQLite file; records derived from it."""

from __future__ import annotations

from accord.store.model import KEPT, READ, THRESHOLD, Forgotten, Found, Known, Skipped, Stored, confidence
from accord.store.store import Resolver, Store

__all__ = [
    "KEPT",
    "READ",
    "THRESHOLD",
    "Forgotten",
    "Found",
    "Known",
    "Resolver",
    "Skipped",
    "Store",
    "Stored",
    "confidence",
]
