"""The desk: a store and a day, and all that can be asked of them. The commands and `accord.open` both ask it."""

from __future__ import annotations

from accord.desk.desk import Desk
from accord.desk.entries import ClaimEntry, DocumentEntry, Hit, RecordEntry, headline
from accord.desk.why import Answer

__all__ = ["Answer", "ClaimEntry", "Desk", "DocumentEntry", "Hit", "RecordEntry", "headline"]
