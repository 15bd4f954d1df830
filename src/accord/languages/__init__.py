"""Languages: one folder each, found by its code; each gives the four views of a document."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from accord.document import Document
from accord.errors import AccordError
from accord.languages.views import Views
from accord.values import Period

__all__ = ["NoLanguage", "available", "grounder", "may_tell", "view", "written"]


class NoLanguage(AccordError):
    """A document in a language without a folder."""


@cache
def available() -> tuple[str, ...]:
    """The codes of the languages that documents can be read in, sorted."""
    return tuple(sorted(m.name for m in iter_modules(__path__) if m.ispkg))


@cache
def _viewer(code: str) -> Callable[[Document], Views]:
    viewer: Callable[[Document], Views] = import_module(f"{__name__}.{code}.view").view
    return viewer


def grounder(code: str) -> Callable[..., bool]:
    """A language's own check that quotes yield a value: `grounds(type, value, quotes, reference)`."""
    grounds: Callable[..., bool] = import_module(f"{__name__}.{code}.grounding").grounds
    return grounds


def written(document: Document) -> Period | None:
    """The day of writing that a document's own text gives; None without one, or without a folder for its language."""
    if document.language not in available():
        return None
    told: Period | None = import_module(f"{__name__}.{document.language}.written").written(document)
    return told


def may_tell(text: str) -> bool:
    """Whether a raw text, in whatever language, can hold a claim in one that is read: a quick look for words that
    documents of relations between states have, at no cost of claims (docs/archives.md)."""
    return any(_scanner(code)(text) for code in available())


@cache
def _scanner(code: str) -> Callable[[str], bool]:
    scanner: Callable[[str], bool] = import_module(f"{__name__}.{code}.scan").may_tell
    return scanner


def view(document: Document) -> Views:
    """The four views of a document. Raises NoLanguage where its language has no folder."""
    if document.language not in available():
        raise NoLanguage(
            f"{document.doc}: no rules for the language {document.language or 'unknown'!r}",
            f"Accord reads {', '.join(available())}",
        )
    return _viewer(document.language)(document)
