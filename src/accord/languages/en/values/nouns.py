"""The noun that a number counts: "fourteen additional bilateral agreements" counts agreements."""

from __future__ import annotations

from accord.languages import patterns as re
from accord.languages.en.values.numbers import listed

__all__ = ["counted_noun"]

_REACH = 5
_WORD = re.compile(r"[ \u00a0-]([A-Za-zÀ-ž]+(?:-[a-zß-ž]+)*)(['’]s?)?")
_DEMONYMS = re.compile(r"[A-Z][a-z]+ and [A-Z][a-z]+ [a-z]")  # "140 Croatian and Slovene fishermen"
_STOP = frozenset(
    listed(
        """of in on at to for with by from and or but that which who whom whose when where while as than then is are was
        were be been has have had will would can could may might must shall should do does did not also the a an this
        these those its their his her our it they he she we i you about after before since until during between among
        across along over under into onto through against per percent if so because there here respectively each later
        ago earlier including said told signed took came went yes no remains makes lies stands goes comes gives takes needs
        exceeds equals sits runs starts ends means seems looks becomes keeps leaves says puts brings belongs applies
        follows counts covers awaits refers concerns depends amounts"""
    )
)
_IRREGULAR = frozenset(
    listed("people men women children personnel staff aircraft police troops cattle sheep media memoranda criteria")
)
_AFTER_HYPHEN = frozenset(listed("strong odd fold plus star long wide high old way sided pronged on to and"))
_MODIFIERS = frozenset(listed("police sports customs arms goods sales news"))
_NO_PLURAL = frozenset(
    listed(
        "various famous religious serious previous precious dangerous indigenous business less cross press gas bus "
        "plus process access status campus basis"
    )
)


def counted_noun(text: str, position: int, end: int, single: bool = False) -> tuple[str, int]:
    """The head of the noun phrase after a number that ends at `position`, lower-cased, and where it ends.

    Skips up to four modifiers. For the number one, and after a hyphen ("a 12-point plan"), it is a singular.
    """
    words: list[tuple[str, int]] = []
    while len(words) < _REACH and (match := _WORD.match(text, position, end)):
        word, position, before = match[1], match.end(), position
        if word == "and" and words and _DEMONYMS.match(text, before - len(words[-1][0])):
            continue
        if word.lower() in _STOP:
            break
        if match[0][0] == "-":
            if words:
                break
            return ("" if word.lower() in _AFTER_HYPHEN else word.lower()), position
        words.append(("" if match[2] else word, position))
        if match[2]:
            continue
    if single:
        return _last(words)
    for index, (word, place) in enumerate(words):
        if _plural(word):
            following = words[index + 1 : index + 2]
            if following and _plural(following[0][0]) and word.lower() in _MODIFIERS:
                continue
            return word.lower(), place
    return "", position


def _last(words: list[tuple[str, int]]) -> tuple[str, int]:
    for word, place in reversed(words):
        if word and not word.endswith(("ly", "ed")):
            return word.lower(), place
    return "", 0


def _plural(word: str) -> bool:
    lower = word.lower()
    if lower in _IRREGULAR or lower.endswith("men"):
        return True
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and lower not in _NO_PLURAL
