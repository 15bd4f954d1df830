"""`re`, with patterns that know which words they need: `from accord.languages import patterns as re`.

Most patterns of a language cannot match in most sentences, because none of their words stands there. Of a pattern
compiled here it is known which pieces of words every match of it holds ("expel" or "envoy", and a digit). It is searched
for only where those stand, and compiled when they first do; where it is also known which words a match begins with, it
is tried at those alone. What it finds is what `re` finds.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from itertools import compress
from operator import add, or_
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
from typing import Any, ClassVar

from ahocorasick_rs import AhoCorasick, MatchKind

from accord.languages.known_needs import known
from accord.languages.needs import EDGE, NUMBER

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
    "likely",
    "match",
    "passing",
    "search",
    "split",
    "sub",
]


class Pattern:
    """A compiled pattern, called like one of `re`; `bare` is that one, which is quicker in a stretch of few words that is searched
    once. Only searching looks at the words first."""

    _OF_BARE: ClassVar = ("findall", "fullmatch", "groupindex", "match", "split", "sub")
    __slots__ = ("bare", "finditer", "flags", "pattern", "search", "wanted", *_OF_BARE)

    bare: re.Pattern[str]
    findall: Callable[..., list[Any]]
    finditer: Callable[..., Iterator[Match[str]]]
    fullmatch: Callable[..., Match[str] | None]
    groupindex: Mapping[str, int]
    match: Callable[..., Match[str] | None]
    search: Callable[..., Match[str] | None]
    split: Callable[..., list[Any]]
    sub: Callable[..., str]

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags
        needs, beginning = known(pattern, flags)
        first = _bit(beginning) if beginning else 0
        self.wanted = wanted = sum(map(_bit, needs)) | first
        if first:
            self.search, self.finditer = _at_words(self, wanted, first)
        else:
            self.search, self.finditer = (
                _where(self, "search", wanted, None),
                _where(self, "finditer", wanted, _NOTHING),
            )

    def __getattr__(self, name: str) -> Any:
        """What is not there before the pattern is compiled."""
        if name != "bare" and name not in self._OF_BARE:
            raise AttributeError(name)
        self.bare = re.compile(self.pattern, self.flags)
        for given in self._OF_BARE:
            setattr(self, given, getattr(self.bare, given))
        return getattr(self, name)


_NOTHING: Iterator[Any] = iter(())


def _where(pattern: Pattern, call: str, wanted: int, nothing: Any) -> Callable[..., Any]:
    """A call of `re`'s pattern, made only where all that is wanted stands in the text; else it gives `nothing`."""
    if not wanted:
        found: Callable[..., Any] = getattr(pattern.bare, call)
        return found

    def guarded(text: str, pos: int = 0, endpos: int = _END) -> Any:
        if (_met_in(text, pos, endpos) if pos or endpos != _END else _of_text[text]) & wanted == wanted:
            return getattr(pattern.bare, call)(text, pos, endpos)
        return nothing

    return guarded


def _at_words(
    pattern: Pattern, wanted: int, first: int
) -> tuple[Callable[..., Match[str] | None], Callable[..., Iterator[Match[str]]]]:
    """`search` and `finditer` that try only the words that may begin a match, and the last where the stretch cuts it."""

    def search(text: str, pos: int = 0, endpos: int = _END) -> Match[str] | None:
        if (_met_in(text, pos, endpos) if pos or endpos != _END else _of_text[text]) & wanted == wanted:
            match = pattern.match
            for start in _starts(text, pos, endpos, first):
                found = match(text, start, endpos)
                if found is not None:
                    return found
        return None

    def finditer(text: str, pos: int = 0, endpos: int = _END) -> Iterator[Match[str]]:
        if (_met_in(text, pos, endpos) if pos or endpos != _END else _of_text[text]) & wanted == wanted:
            return matches(text, pos, endpos)
        return _NOTHING

    def matches(text: str, pos: int, endpos: int) -> Iterator[Match[str]]:
        match = pattern.match
        for start in _starts(text, pos, endpos, first):
            if start >= pos:
                found = match(text, start, endpos)
                if found is not None:
                    yield found
                    pos = found.end()

    return search, finditer


# Each need (a set of pieces, one of which must stand in the text) is one bit; each piece has the bits that it meets.
_bits: dict[frozenset[str], int] = {}
_pieces: dict[str, int] = {}
_machines: list[tuple[list[str], AhoCorasick]] = []  # each finds all of its pieces in a word in one pass
_unsought: list[str] = []  # pieces of patterns that came since


def _bit(need: frozenset[str]) -> int:
    if need not in _bits:
        _bits[need] = 1 << len(_bits)
        _unsought.extend(piece for piece in need if piece not in _pieces)
        for piece in need:
            _pieces[piece] = _pieces.get(piece, 0) | _bits[need]
        for told in (_of_word, _of_piece, _of_text):
            told.clear()
        for stretches in (_met_in, _words):
            stretches.cache_clear()
    return _bits[need]


_END = sys.maxsize
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_SAME = str.maketrans("ıſ", "is", "\u0307")  # letters that `re` takes for others where it ignores case


class _Told(dict[str, int]):
    """The bits that strings meet, told once each; all are forgotten when there are too many."""

    def __init__(self, tell: Callable[[str], int], most: int) -> None:
        self.tell, self.most = tell, most

    def __missing__(self, text: str) -> int:
        if len(self) >= self.most:
            self.clear()
        met = self[text] = self.tell(text)
        return met


def _any(strings: list[str], told: _Told) -> int:
    return reduce(or_, map(told.__getitem__, strings), 0)


@lru_cache(maxsize=4096)
def _met_in(text: str, pos: int, endpos: int) -> int:
    """The bits that the words of a stretch of text meet."""
    starts, ends, mets = _words(text)
    first, end = bisect_left(starts, pos), bisect_left(starts, endpos)
    met = mets[first - 1] if first and ends[first - 1] > pos else 0
    if end and ends[end - 1] > endpos:
        met |= _of_word[text[max(starts[end - 1], pos) : endpos]]
    return reduce(or_, mets[first:end], met)


def _starts(text: str, pos: int, endpos: int, first: int) -> Iterable[int]:
    """Where the words begin in a stretch of text that meet what is first, or are cut by its end."""
    starts, ends, mets = _words(text)
    begin, end = bisect_left(starts, pos), bisect_left(starts, endpos)
    cut = end > begin and ends[end - 1] > endpos
    end -= cut
    found = compress(starts[begin:end], map(first.__and__, mets[begin:end]))
    return [*found, starts[end]] if cut else found


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[list[int], list[int], list[int]]:
    """Where the words of a text begin and end, and the bits that each meets."""
    words, starts = _WORD.findall(text), [m.start() for m in _WORD.finditer(text)]
    return starts, list(map(add, starts, map(len, words))), list(map(_of_word.__getitem__, words))


def _seek() -> None:
    """Have the new pieces found too, by a machine of their own with those of smaller ones: so there are few."""
    pieces = _unsought.copy()
    while _machines and len(_machines[-1][0]) < 2 * len(pieces):
        pieces += _machines.pop()[0]
    _machines.append((pieces, AhoCorasick(pieces, matchkind=MatchKind.Standard)))
    _unsought.clear()


def _met(word: str) -> int:
    """The bits that a word meets, by any piece of it."""
    low = EDGE + (word.lower() if word.isascii() else word.lower().translate(_SAME)) + EDGE
    met = _pieces.get(NUMBER, 0) if _DIGIT.search(word) else 0
    met |= _pieces.get(EDGE + NUMBER, 0) if _DIGIT.match(word) else 0
    if _unsought:
        _seek()
    for pieces, machine in _machines:
        for number, _, _ in machine.find_matches_as_indexes(low, overlapping=True):
            met |= _pieces[pieces[number]]
    return met


_of_word = _Told(_met, 65536)
_of_piece = _Told(
    lambda piece: _any(_WORD.findall(piece), _of_word), 16384
)  # between spaces: quicker told apart than words
_of_text = _Told(lambda text: _any(text.split(), _of_piece), 4096)


def likely(patterns: Iterable[Pattern], text: str, pos: int = 0, endpos: int = _END) -> list[Pattern]:
    """Those of some patterns that a stretch of text has the words of; the others are nowhere in it."""
    met = _met_in(text, pos, endpos) if pos or endpos != _END else _of_text[text]
    return [pattern for pattern in patterns if met & pattern.wanted == pattern.wanted]


def compile(pattern: str, flags: int = 0) -> Pattern:
    """A pattern that is kept. One of a document's own words is made by `passing`."""
    return Pattern(pattern, int(flags))


passing = re.compile
I = IGNORECASE  # noqa: E741 - its name in `re`
