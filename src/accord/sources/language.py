"""Which language a text is in: English by its own small words, else by py3langid over the languages that states publish in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

__all__ = ["LANGUAGES", "SHORTEST", "identify"]

LANGUAGES = (
    "am ar az be bg bn bs cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk km ko ky lo lt lv mk mn ms ne "
    "nl no pl ps pt ro ru si sk sl sq sr sv sw ta tg th tk tr uk ur uz vi zh"
)
SHORTEST = 40
"""Characters; py3langid is often wrong on shorter texts."""
_SAMPLE = 4_000
_ENGLISH = frozenset("the of and to that for with by from were has have been will which this".split())
_SURELY, _FEWEST = 0.1, 20  # share of these among the words of a text in English, 0.2 on average; words it is told by
_NO_LETTERS = re.compile(r"[\d\W_]+")


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([code for code in LANGUAGES.split() if code in set(identifier.labels)])
    return identifier


def identify(text: str) -> str:
    """The ISO 639-1 code of the text's language; "" for texts too short to tell."""
    if len(text) < SHORTEST:
        return ""
    words = _NO_LETTERS.sub(" ", text[:_SAMPLE])  # the figures of a table are of no language
    told = words.lower().split()
    if len(told) >= _FEWEST and sum(map(_ENGLISH.__contains__, told)) >= _SURELY * len(told):
        return "en"
    if sum(char.isalpha() for char in text[:_SAMPLE]) < SHORTEST // 2:
        return ""
    language: str = _identifier().classify(words)[0]
    return language
