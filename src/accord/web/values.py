"""Values of the record in words, by the types of their fields."""

from __future__ import annotations

from typing import Any

from accord.kinds import kinds
from accord.record import Type
from accord.web.telling import words

__all__ = ["label", "shown"]


def label(kind: str, key: str, language: str = "en") -> str:
    """What a key is called."""
    catalogue = words(language).catalogue
    found = catalogue.get(f"interface.key.{key}") or catalogue.get(f"key.{key}")
    return str(found) if found else key.replace("_", " ")


def shown(kind: str, key: str, value: Any, language: str = "en") -> str:
    """A value as people write it: states by name, dates in words, numbers with their separators."""
    if value is None:
        return ""
    said = words(language)
    known = kinds().get(kind)
    field = next((f for f in known.fields if f.name == key), None) if known else None
    type_ = field.type if field else Type.TEXT
    if isinstance(value, list):
        return ", ".join(shown(kind, key, one, language) for one in value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return said.number(value)
    if type_ is Type.PERIOD:
        return said.date(str(value))
    if type_ in (Type.STATE, Type.STATES, Type.ACTORS):
        return said.state(str(value), article=False)
    if type_ in (Type.CODE, Type.CODES):
        return said.catalogue.word(kind, key, str(value))
    return str(value)
