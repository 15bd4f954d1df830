"""Voices: a wire story in two papers is one voice.

Documents are compared paragraph by paragraph, since copies share the lead only. A paragraph's print is a MinHash of its
runs of three words (A. Broder, "On the resemblance and containment of documents", 1997); two paragraphs are nearly the
same where a band of their minima is equal, and most minima are. Whether two documents are copies rests on them alone, so that one more is
compared with those that share a band with it. Of all, each is found by the rarest of its paragraphs (prefix filtering,
Bayardo et al. 2007): the work stays near linear.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import eq

import numpy as np
import numpy.typing as npt

from accord.document import Block
from accord.resolve.words import fold

__all__ = ["HASHES", "Text", "paragraph_prints", "voices", "with_more"]

HASHES = 16  # minima kept a paragraph
_BAND = 4  # minima a band: paragraphs alike by 0.9, 0.8, 0.6 and 0.3 meet with a chance of 0.99, 0.88, 0.43 and 0.03
_ALIKE = 9  # equal minima from which two paragraphs that meet are nearly the same (a resemblance of about 0.56)
_RUN = 3  # words a shingle
_SHARE = 0.6  # of the shorter document's words
_ENOUGH_PARAGRAPHS, _ENOUGH_WORDS = 2, 60
_SHORTEST = 6  # words: shorter paragraphs (bylines, "Photo: ...") say nothing of where a text comes from
_PROSE = ("paragraph", "item", "quotation")


def _constants(name: str, count: int) -> npt.NDArray[np.uint64]:
    """Odd constants of 64 bits, the same in every run."""
    digests = (hashlib.blake2b(f"{name} {n}".encode(), digest_size=8).digest() for n in range(count))
    return np.array([int.from_bytes(digest, "big") | 1 for digest in digests], dtype=np.uint64)


_PLACES, _FACTORS, _TERMS = _constants("place", _RUN), _constants("factor", HASHES), _constants("term", HASHES)
_STEP, _ALL_BITS = 0x9E3779B97F4A7C15, (1 << 64) - 1
_MIX, _HALF = np.uint64(0xFF51AFD7ED558CCD), np.uint64(32)


@lru_cache(maxsize=65536)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


def _minima(words: Sequence[str]) -> list[int]:
    """HASHES minima of 32 bits over the runs of words (multiply-shift hashing, Dietzfelbinger et al. 1997)."""
    hashes = np.array(list(map(_hash, words)), dtype=np.uint64)
    size = len(words) - _RUN + 1
    runs = np.zeros(size, dtype=np.uint64)
    for place in range(_RUN):
        runs += hashes[place : place + size] * _PLACES[place]
    runs = (runs ^ (runs >> _HALF)) * _MIX
    minima: list[int] = ((runs[:, None] * _FACTORS + _TERMS) >> _HALF).min(axis=0).tolist()
    return minima


def paragraph_prints(text: str, blocks: Sequence[Block]) -> tuple[int, ...]:
    """The prints of a text's paragraphs, flat: for each its number of words, then HASHES minima of 32 bits."""
    prints: list[int] = []
    for block in blocks:
        if block.kind not in _PROSE:
            continue
        words = re.findall(r"\w+", fold(text[block.start : block.end]))
        if len(words) < _SHORTEST:
            continue
        prints.append(len(words))
        prints += _minima(words)
    return tuple(prints)


Minima = tuple[int, ...]


@dataclass(frozen=True)
class Text:
    """A document's paragraphs: the words of each by its minima."""

    hash: str
    paragraphs: Mapping[Minima, int]

    @classmethod
    def of(cls, hash_: str, prints: Sequence[int]) -> Text:
        """Of the prints of `paragraph_prints`."""
        words: dict[Minima, int] = defaultdict(int)
        for start in range(0, len(prints) - HASHES, HASHES + 1):
            words[tuple(prints[start + 1 : start + 1 + HASHES])] += prints[start]
        return cls(hash_, words)

    @cached_property
    def bands(self) -> Mapping[int, Sequence[Minima]]:
        """Its paragraphs by the numbers (64 bits) of their bands."""
        found: dict[int, list[Minima]] = defaultdict(list)
        for minima in self.paragraphs:
            for band in bands_of(minima):
                found[band].append(minima)
        return found

    @cached_property
    def words(self) -> int:
        return sum(self.paragraphs.values())

    def has(self, minima: Minima) -> bool:
        """Whether nearly the same paragraph stands in it."""
        met = (other for band in bands_of(minima) for other in self.bands.get(band, ()))
        return any(sum(map(eq, minima, other)) >= _ALIKE for other in met)


@lru_cache(maxsize=65536)
def bands_of(minima: Minima) -> tuple[int, ...]:
    """Numbers of a print's bands (64 bits, signed), each told apart from the others by its place."""
    found = []
    for start in range(0, HASHES, _BAND):
        number = start
        for one in minima[start : start + _BAND]:
            number = (number * _STEP + one + 1) & _ALL_BITS
        found.append(number - (number >> 63 << 64))
    return tuple(found)


def _copies(one: Text, two: Text) -> bool:
    """Whether most of the shorter stands in the longer: 60 % of its words, in two paragraphs or 60 words."""
    short, long_ = sorted((one, two), key=lambda t: (t.words, t.hash))
    common = [words for minima, words in short.paragraphs.items() if long_.has(minima)]
    words = sum(common)
    return words >= _SHARE * short.words and (len(common) >= _ENOUGH_PARAGRAPHS or words >= _ENOUGH_WORDS)


class _Voices:
    """Groups of documents, each known by the smallest of their hashes."""

    def __init__(self) -> None:
        self._leader: dict[str, str] = {}

    def of(self, hash_: str) -> str:
        leader = self._leader
        while leader.setdefault(hash_, hash_) != hash_:
            leader[hash_] = leader[leader[hash_]]
            hash_ = leader[hash_]
        return hash_

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.of(a), self.of(b)))
        self._leader[second] = first


def voices(prints: Mapping[str, Sequence[int]]) -> dict[str, str]:
    """Document hash -> the smallest hash among the documents that are one voice with it. `prints` by document hash."""
    texts = {hash_: Text.of(hash_, prints[hash_]) for hash_ in sorted(prints)}
    heard = _Voices()
    alike: dict[frozenset[tuple[Minima, int]], Text] = {}  # the very same paragraphs need no second look
    where: dict[int, list[Text]] = defaultdict(list)
    for text in texts.values():
        twin = alike.setdefault(frozenset(text.paragraphs.items()), text)
        if twin is not text and _copies(text, twin):
            heard.join(text.hash, twin.hash)
        elif twin is text:
            for band in text.bands:
                where[band].append(text)
    for text in alike.values():
        for other in _probed(text, where):
            if heard.of(text.hash) != heard.of(other.hash) and _copies(text, other):
                heard.join(text.hash, other.hash)
    return {hash_: heard.of(hash_) for hash_ in texts}


def with_more(new: Sequence[Text], known: Sequence[Text], before: Mapping[str, str]) -> dict[str, str]:
    """The voices of documents that come, and of the voices before (`before`: a known document -> its voice) that become
    one with others. `known` are all that share a band with a new one."""
    heard, where = _Voices(), defaultdict[int, list[Text]](list)
    for text in (*new, *known):
        for band in text.bands:
            where[band].append(text)
    for text in new:
        for other in sorted({o.hash: o for band in text.bands for o in where[band]}.values(), key=lambda o: o.hash):
            voice = before.get(other.hash, other.hash)
            if heard.of(text.hash) != heard.of(voice) and _copies(text, other):
                heard.join(text.hash, voice)
    return {hash_: heard.of(hash_) for hash_ in (*(t.hash for t in new), *before.values())}


def _probed(text: Text, where: Mapping[int, Sequence[Text]]) -> list[Text]:
    """The documents that share one of the rarest paragraphs of a text, among them all that it is the shorter copy of."""
    found, seen = dict[str, Text](), 0
    for minima in sorted(text.paragraphs, key=lambda m: (sum(len(where[b]) for b in bands_of(m)), m)):
        if seen > (1 - _SHARE) * text.words:
            break
        seen += text.paragraphs[minima]
        found |= {other.hash: other for band in bands_of(minima) for other in where[band]}
    return [other for hash_, other in sorted(found.items()) if hash_ != text.hash]
