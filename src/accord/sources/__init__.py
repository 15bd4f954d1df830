"""Bytes to documents: find what there is (`discover`), read each (`read`), with what a `Manifest` adds."""

from __future__ import annotations

from accord.sources.discover import discover
from accord.sources.manifest import Entry, Manifest
from accord.sources.raw import Problem, Raw
from accord.sources.reading import read

__all__ = ["Entry", "Manifest", "Problem", "Raw", "discover", "read"]
