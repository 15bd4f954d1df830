"""Accord: an evidence-backed record of relations between states.

    with accord.open("accord.db") as desk:
        desk.commitments(between=("Peru", "Bolivia"))

docs/python.md shows all that a desk answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from accord.version import __version__

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from accord.desk import Desk

__all__ = ["__version__", "open"]


def open(path: str | Path = "accord.db", *, as_of: str | date = "", create: bool = False) -> Desk:
    """The desk over a store, as of a day (today without one); made where there is none if `create` is true. Raises
    StoreError."""
    from accord.desk import Desk

    return Desk.open(path, as_of=as_of, create=create)
