"""`re`, with patterns that know which words they need: `from accord.languages import patterns as re`.

Most patterns of a language cannot match in most sentences, because none of their words stands there. A pattern compiled
here reads from itself which pieces of words every match of it holds ("expel" or "envoy", and a digit) and searches only
where those stand. What it finds is what `re` finds.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    Match,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any

from accord.languages.needs import EDGE, NUMBER, needs

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "VERBOSE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "passing",
    "search",
    "split",
    "sub",
]


class Pattern:
    """A compiled pattern, called like one of `re`; `bare` is that one. Only searching looks at the words first."""

    __slots__ = (
        "bare",
        "findall",
        "finditer",
        "flags",
        "fullmatch",
        "groupindex",
        "match",
        "pattern",
        "search",
        "split",
        "sub",
    )

    def __init__(self, bare: re.Pattern[str]) -> None:
        self.bare = bare
        self.pattern, self.flags, self.groupindex = bare.pattern, bare.flags, bare.groupindex
        self.match, self.fullmatch, self.split = bare.match, bare.fullmatch, bare.split
        wanted = _wanted(bare)
        self.search: Callable[..., Match[str] | None] = _where(bare.search, wanted, _none)
        self.finditer: Callable[..., Iterator[Match[str]]] = _where(bare.finditer, wanted, _empty)
        self.findall: Callable[..., list[Any]] = _where(bare.findall, wanted, list)
        self.sub = bare.sub


def _none() -> None:
    return None


def _empty() -> Iterator[Match[str]]:
    return iter(())


def _where(call: Callable[..., Any], wanted: int, nothing: Callable[[], Any]) -> Callable[..., Any]:
    """The call, made only where all that is wanted stands in the text."""
    if not wanted:
        return call

    def guarded(text: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return call(text, pos, endpos) if _standing(text, pos, endpos) & wanted == wanted else nothing()

    return guarded


# Each need (a set of pieces, one of which must stand in the text) is one bit; each piece has the bits that it meets,
# each beginning of one none.
_bits: dict[frozenset[str], int] = {}
_pieces: dict[str, int] = {}


def _wanted(bare: re.Pattern[str]) -> int:
    """The bits of all that a pattern needs."""
    wanted = 0
    for need in needs(bare):
        if need not in _bits:
            _bits[need] = 1 << len(_bits)
            for piece in need:
                for end in range(1, len(piece)):
                    _pieces.setdefault(piece[:end], 0)
                _pieces[piece] = _pieces.get(piece, 0) | _bits[need]
            _met.cache_clear()
            _standing.cache_clear()
        wanted |= _bits[need]
    return wanted


_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_SAME = str.maketrans("ıſ", "is", "\u0307")  # letters that `re` takes for others where it ignores case


@lru_cache(maxsize=4096)
def _standing(text: str, pos: int, endpos: int) -> int:
    """The bits that the words of a stretch of text meet."""
    met = 0
    for word in _WORD.findall(text, pos, endpos):
        met |= _met(word)
    return met


@lru_cache(maxsize=65536)
def _met(word: str) -> int:
    """The bits that a word meets, by any piece of it."""
    low = EDGE + word.lower().translate(_SAME) + EDGE
    met = _pieces.get(NUMBER, 0) if _DIGIT.search(word) else 0
    for first in range(len(low)):
        for end in range(first + 1, len(low) + 1):
            bits = _pieces.get(low[first:end])
            if bits is None:
                break
            met |= bits
    return met


def compile(pattern: str, flags: int = 0) -> Pattern:
    """A pattern that is kept. One of a document's own words is made by `passing`."""
    return Pattern(re.compile(pattern, flags))


passing = re.compile
I = IGNORECASE  # noqa: E741 - its name in `re`
