"""Bytes to documents: find what there is (`discover`), read each (`read`), with what a `Manifest` adds."""

from __future__ import annotations

from accord.sources.discover import discover, document_name, expand, pasted
from accord.sources.manifest import Entry, Manifest
from accord.sources.raw import Given, Problem, Raw
from accord.sources.reading import read

__all__ = [
    "Entry",
    "Given",
    "Manifest",
    "Problem",
    "Raw",
    "discover",
    "document_name",
    "expand",
    "pasted",
    "read",
]
