"""A quick look at a raw text in English: whether it can hold a claim. One pass for many words, states among them.

Two states, or organisations, must be named, and words of their relations: the more a word is at home there, the more it
counts; one state is enough where there are many such words. Words and weights were chosen on the samples and the open corpus, so that no document of theirs, and no beginning
of one that holds a claim, is passed over.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, MatchKind

from accord.gazetteer import all_organisations, forms

__all__ = ["may_tell"]

_ENOUGH = {2: 4, 1: 7}
"""The weight of words from which a text is read, by how many states it names: two or more, or one. Tuned with them."""
_SHORT = 3  # letters up to which a state's name in capitals is most often something else


@cache
def _patterns() -> tuple[AhoCorasick, list[tuple[str, int]]]:
    """What is looked for, and of each pattern its name and weight; states weigh nothing."""
    known: dict[str, tuple[str, int]] = {}
    for form in forms():
        known.setdefault(form.surface, (form.alpha3, 0))
        if len(form.surface) > _SHORT:
            known.setdefault(form.surface.upper(), (form.alpha3, 0))
    for organisation in all_organisations():
        for surface in organisation.surfaces:
            known.setdefault(surface, (organisation.key, 0))
    data = tomllib.loads((files("accord.languages.en") / "data" / "scan.toml").read_text(encoding="utf-8"))
    for weight, words in data["words"].items():
        for word in words.split():
            for surface in (word, word.capitalize(), word.upper()):
                known.setdefault(surface.replace("-", " "), (word, int(weight)))
    return AhoCorasick(list(known), matchkind=MatchKind.LeftmostLongest), list(known.values())


def may_tell(text: str) -> bool:
    """Whether states and words of their relations stand in a text, or in a page with its markup."""
    machine, known = _patterns()
    states: set[str] = set()
    words: set[str] = set()
    weight, size = 0, len(text)
    for number, start, end in machine.find_matches_as_indexes(text):
        if start and text[start - 1].isalnum():
            continue
        name, counts = known[number]
        if counts:
            if name not in words:
                words.add(name)
                weight += counts
        elif end == size or not text[end].isalnum():
            states.add(name)
        else:
            continue
        if states and weight >= _ENOUGH[min(2, len(states))]:
            return True
    return False
