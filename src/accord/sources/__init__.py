"""Bytes to documents: find what there is (`discover`), read each (`read`), with what a `Manifest` adds."""

from __future__ import annotations

from accord.sources.columns import Columns
from accord.sources.discover import discover, document_name, expand, found_files, pasted
from accord.sources.manifest import Entry, Manifest
from accord.sources.raw import Given, Problem, Raw, Record
from accord.sources.reading import read
from accord.sources.records import Item, settled

__all__ = [
    "Columns",
    "Entry",
    "Given",
    "Item",
    "Manifest",
    "Problem",
    "Raw",
    "Record",
    "discover",
    "document_name",
    "expand",
    "found_files",
    "pasted",
    "read",
    "settled",
]
