"""English words and the concepts they stand for, read from the tables in `data/`."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["Form", "acts", "inflect", "table", "verbs"]

_VOWELS = "aeiou"


@cache
def table(name: str) -> dict[str, Any]:
    """A data table of this language, by file name without its ending."""
    return tomllib.loads(
        files("accord.languages.en").joinpath("data").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    )


@dataclass(frozen=True, slots=True)
class Form:
    """What a word form may be: the verb's lemma, its concepts, and its forms (base, s, past, pp, ing)."""

    lemma: str
    concepts: tuple[str, ...]
    forms: frozenset[str]


def inflect(lemma: str) -> dict[str, set[str]]:
    """The forms of a verb: word -> {base, s, past, pp, ing}. Irregular verbs stand in irregular.toml."""
    forms: dict[str, set[str]] = defaultdict(set)
    stem, _, tail = (
        lemma.partition("-")
        if lemma.split("-")[-1] in ("up", "off", "out", "over", "down", "back", "fire")
        else (lemma, "", "")
    )
    irregular = table("irregular").get(stem)
    spelled: list[tuple[str, str]] = [(stem, "base")]
    if irregular:
        spelled += zip(irregular.split(), ("past", "pp", "s", "ing"), strict=True)
    else:
        spelled += _regular(stem)
    if stem.endswith(("l", "p")) and stem in ("travel", "cancel", "initial", "model", "signal"):
        spelled += [(stem + "ed", "past"), (stem + "ed", "pp"), (stem + "ing", "ing")]
    for word, form in spelled:
        forms[f"{word} {tail}" if tail else word].add(form)
    return forms


def _regular(stem: str) -> list[tuple[str, str]]:
    if stem.endswith("e"):
        past, ing = stem + "d", (stem[:-1] if not stem.endswith(("ee", "oe", "ye")) else stem) + "ing"
    elif stem.endswith("y") and stem[-2] not in _VOWELS:
        past, ing = stem[:-1] + "ied", stem + "ing"
    elif (
        len(stem) < 5
        and stem[-1] not in _VOWELS + "wxy"
        and stem[-2] in _VOWELS
        and (stem[-3:-2] not in tuple(_VOWELS) or stem.startswith("qu"))
    ):
        past, ing = stem + stem[-1] + "ed", stem + stem[-1] + "ing"
    else:
        past, ing = stem + "ed", stem + "ing"
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        third = stem[:-1] + "ies"
    else:
        third = stem + ("es" if stem.endswith(("s", "x", "ch", "sh", "o")) else "s")
    return [(past, "past"), (past, "pp"), (third, "s"), (ing, "ing")]


@cache
def verbs() -> dict[str, Form]:
    """Every known verb form; phrasal verbs as "set up"."""
    concepts: dict[str, list[str]] = defaultdict(list)
    for concept, lemmas in table("verbs")["concepts"].items():
        for lemma in lemmas.split():
            concepts[lemma].append(concept)
    for lemma in table("irregular"):
        concepts.setdefault(lemma, [])
    for lemma in table("generic")["verbs"].split():
        concepts.setdefault(lemma, [])
    found: dict[str, Form] = {}
    for lemma, given in concepts.items():
        for word, forms in inflect(lemma).items():
            known = found.get(word)
            if known:
                found[word] = Form(
                    known.lemma, tuple(dict.fromkeys(known.concepts + tuple(given))), known.forms | forms
                )
            else:
                found[word] = Form(lemma, tuple(given), frozenset(forms))
    return found


@cache
def acts() -> dict[str, str]:
    """Nouns that name an act, and its concept."""
    return {
        noun.replace("-", " "): concept for concept, nouns in table("nouns")["acts"].items() for noun in nouns.split()
    }
