"""Voices: a wire story in two papers is one voice.

Documents are compared paragraph by paragraph, since copies share the lead only. A paragraph's print is a MinHash of its
runs of three words (A. Broder, "On the resemblance and containment of documents", 1997). Prints are found by banding,
and documents by the rarest of their paragraphs (prefix filtering, Bayardo et al. 2007): the work stays near linear.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from accord.document import Block
from accord.resolve.words import fold

__all__ = ["HASHES", "paragraph_prints", "voices"]

HASHES = 16  # minima kept a paragraph
_BAND = 2  # minima a band: paragraphs alike by 0.6 meet with a chance of 0.97
_ALIKE = 9  # equal minima from which two paragraphs are nearly the same (a resemblance of about 0.56)
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
_MIX, _HALF = np.uint64(0xFF51AFD7ED558CCD), np.uint64(32)


@lru_cache(maxsize=65536)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


def _minima(words: Sequence[str]) -> list[int]:
    """HASHES minima of 32 bits over the runs of words (multiply-shift hashing, Dietzfelbinger et al. 1997)."""
    hashes = np.array([_hash(word) for word in words], dtype=np.uint64)
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


def _paragraphs(prints: Sequence[int]) -> list[tuple[int, tuple[int, ...]]]:
    step = HASHES + 1
    return [(prints[i], tuple(prints[i + 1 : i + step])) for i in range(0, len(prints) - HASHES, step)]


class _Classes:
    """Numbers for paragraphs, the same for nearly equal ones. Feed sorted minima for a result free of order."""

    def __init__(self) -> None:
        self._members: list[tuple[int, ...]] = []
        self._bands: dict[tuple[int, ...], list[int]] = defaultdict(list)

    def number(self, minima: tuple[int, ...]) -> int:
        bands = [(i, *minima[i : i + _BAND]) for i in range(0, HASHES, _BAND)]
        best, score = -1, _ALIKE - 1
        for candidate in sorted({c for band in bands for c in self._bands[band][:8]}):
            equal = sum(a == b for a, b in zip(minima, self._members[candidate], strict=True))
            if equal > score:
                best, score = candidate, equal
        if best >= 0:
            return best
        self._members.append(minima)
        for band in bands:
            self._bands[band].append(len(self._members) - 1)
        return len(self._members) - 1


def _contents(prints: Mapping[str, Sequence[int]]) -> dict[str, dict[int, int]]:
    """Each document's paragraph classes with their words."""
    split = {document: _paragraphs(prints[document]) for document in sorted(prints)}
    classes = _Classes()
    numbers = {minima: classes.number(minima) for minima in sorted({m for some in split.values() for _, m in some})}
    contents: dict[str, dict[int, int]] = {}
    for document, paragraphs in split.items():
        words: dict[int, int] = defaultdict(int)
        for count, minima in paragraphs:
            words[numbers[minima]] += count
        contents[document] = dict(words)
    return contents


def _copies(short: Mapping[int, int], long_: Mapping[int, int]) -> bool:
    """Whether most of the shorter stands in the longer: 60 % of its words, in two paragraphs or 60 words."""
    common = short.keys() & long_.keys()
    words = sum(short[c] for c in common)
    return words >= _SHARE * sum(short.values()) and (len(common) >= _ENOUGH_PARAGRAPHS or words >= _ENOUGH_WORDS)


def voices(prints: Mapping[str, Sequence[int]]) -> dict[str, str]:
    """Document hash -> the smallest hash among the documents that are one voice with it. `prints` by document hash."""
    contents = _contents(prints)
    leader = {document: document for document in contents}

    def top(document: str) -> str:
        while leader[document] != document:
            leader[document] = leader[leader[document]]
            document = leader[document]
        return document

    def join(a: str, b: str) -> None:
        first, second = sorted((top(a), top(b)))
        leader[second] = first

    alike: dict[frozenset[int], str] = {}  # documents of the very same paragraphs need no second look
    where: dict[int, list[str]] = defaultdict(list)
    for document, words in contents.items():
        twin = alike.setdefault(frozenset(words), document)
        if twin != document and _copies(words, contents[twin]):
            join(document, twin)
        elif twin == document:
            for number in words:
                where[number].append(document)
    for document in alike.values():
        words = contents[document]
        total, seen, probed = sum(words.values()), 0, set[str]()
        for number in sorted(words, key=lambda n: (len(where[n]), n)):
            if seen > (1 - _SHARE) * total:
                break
            seen += words[number]
            probed.update(where[number])
        for other in sorted(probed - {document}):
            short, long_ = sorted((words, contents[other]), key=lambda w: sum(w.values()))
            if top(document) != top(other) and _copies(short, long_):
                join(document, other)
    return {document: top(document) for document in contents}
