"""The ways to say what is done with a thing, read from `data/doings.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from accord.languages.en.text.lexicon import inflect, table

__all__ = ["Way", "lemmas", "ways", "word_set"]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a concept: its words, and the forms that the first is (base, s, past, pp, ing) in a verb."""

    kind: str
    concept: str
    sort: str  # verb, noun, state
    words: tuple[str, ...]
    forms: frozenset[str]


def _listed(text: str) -> list[str]:
    return [entry.strip() for entry in text.split(",") if entry.strip()]


def _tokens(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.replace("-", " - ").split())


@cache
def ways() -> dict[str, tuple[Way, ...]]:
    """All ways by their first word, the longest first."""
    found: dict[str, list[Way]] = {}
    for kind, concepts in table("doings").items():
        if kind in ("status", "heads"):
            continue
        for concept, sorts in concepts.items():
            for sort, entries in sorts.items():
                for way in (w for entry in _listed(entries) for w in _ways(kind, concept, sort[:-1], entry)):
                    found.setdefault(way.words[0], []).append(way)
    return {word: tuple(sorted(options, key=lambda w: -len(w.words))) for word, options in found.items()}


def _ways(kind: str, concept: str, sort: str, entry: str) -> list[Way]:
    if sort != "verb":
        return [Way(kind, concept, sort, _tokens(entry), frozenset())]
    first, *rest = entry.split()
    return [
        Way(kind, concept, sort, (*_tokens(word), *rest), frozenset(forms)) for word, forms in inflect(first).items()
    ]


@cache
def lemmas() -> dict[str, tuple[str, frozenset[str]]]:
    """Every form of a verb that tells how sure something is: its words with spaces -> (status, forms)."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for status in ("planned", "proposed", "hypothetical", "denied", "cancelled", "postponed"):
        for entry in _listed(table("doings")["status"][status]):
            first, *rest = entry.split()
            for word, forms in inflect(first).items():
                found[" ".join((word, *rest))] = (status, frozenset(forms))
    return found


@cache
def word_set(key: str) -> frozenset[str]:
    """A list of words of the table's [status]."""
    text = table("doings")["status"][key]
    return frozenset(_listed(text) if "," in text else text.split())
