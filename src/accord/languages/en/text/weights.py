"""What pieces of evidence weigh: tables of log odds fitted by `tools/weigh.py`, and the probabilities that follow."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from accord.languages.en.text.lexicon import table

__all__ = ["Features", "Weights", "chances", "notion", "notion_at", "weighed", "weights_of"]

Features = Mapping[str, float]
Weights = Mapping[str, Mapping[str, float]]


@cache
def _words(section: str) -> tuple[dict[str, str], dict[str, str]]:
    """Whole words and beginnings of words ("export*") with their notions; two words stand with a space."""
    whole: dict[str, str] = {}
    begun: dict[str, str] = {}
    for name, words in table("evidence")[section].items():
        for word in words.split():
            target = begun if word.endswith("*") else whole
            target.setdefault(word.rstrip("*").replace("_", " "), name)
    return whole, begun


@cache
def notion(word: str, section: str = "notions") -> str:
    """The notion that a word (in lower case) stands for in a section of data/evidence.toml; empty for a word that tells
    nothing."""
    whole, _ = _words(section)
    return whole[word] if word in whole else _begun(word, section)


@cache
def _begun(word: str, section: str) -> str:
    begun = _words(section)[1]
    return next((begun[word[:end]] for end in range(len(word), 2, -1) if word[:end] in begun), "")


@cache
def _leading(section: str) -> frozenset[str]:
    """The first words of what stands for a notion in two."""
    return frozenset(word.split()[0] for words in _words(section) for word in words if " " in word)


def notion_at(word: str, following: str, section: str = "notions") -> str:
    """The notion that a word stands for with the one behind it, else alone."""
    two = notion(f"{word} {following}", section) if word in _leading(section) else _begun(word, section)
    return two or notion(word, section)


@cache
def weights_of(name: str) -> Weights:
    """Of each piece of evidence, the outcomes that it speaks for or against, in log odds."""
    data = files("accord.languages.en").joinpath("data").joinpath(f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = json.loads(data)
    return found


def weighed(found: Features, name: str) -> dict[str, float]:
    """The probability of each outcome by its evidence, with the weights of data/NAME.json."""
    return chances(found, weights_of(name))


def chances(found: Features, weights: Weights) -> dict[str, float]:
    """The probability of each outcome by its evidence: the softmax of the log odds that weights add up to."""
    totals = dict(weights["bias"])
    for piece, strength in found.items():
        for outcome, weight in weights.get(piece, {}).items():
            totals[outcome] += weight * strength
    top = max(totals.values())
    odds = {outcome: math.exp(total - top) for outcome, total in totals.items()}
    whole = sum(odds.values())
    return {outcome: odd / whole for outcome, odd in odds.items()}
