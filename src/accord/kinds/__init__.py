"""The kinds of claims: one file each, found by walking this folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from accord.kinds.base import Kind

__all__ = ["kinds"]

_HELPERS = frozenset({"base", "common", "actors", "guessed"})


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds by name, in alphabetical order: every module of this folder that has a KIND."""
    names = sorted(m.name for m in iter_modules(__path__) if m.name not in _HELPERS)
    return MappingProxyType({n: import_module(f"{__name__}.{n}").KIND for n in names})
