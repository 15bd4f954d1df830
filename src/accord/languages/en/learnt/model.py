"""The learnt weights: hundredths of log odds, whole numbers, so that sums are the same everywhere. Fitted by `tools/teach.py`."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice, repeat
from typing import Any

import numpy as np

__all__ = ["CODED", "NOTHING", "SORTS", "Choices", "Key", "Model", "Numbers", "model", "read", "shipped", "using"]

Numbers = np.ndarray[Any, np.dtype[np.intp]]

SORTS, CODED = {"topic": "topical", "measure": "counted"}, "coded"  # the marks that tell a code


@dataclass(frozen=True, slots=True)
class Key:
    """What speaks for a candidate's filling a key; `sort` says what its candidates are, `usual` that the key is hardly ever
    empty."""

    sort: str
    usual: bool
    bias: int
    marks: Mapping[str, int]

    def chance(self, marks: Iterable[str]) -> float:
        return _chance(self.bias + sum(map(self.marks.get, marks, repeat(0))))


class Choices:
    """What speaks for each word of vocabularies that the same marks tell: a row of weights for each mark, the first for those
    that say nothing, a column for each word."""

    def __init__(self, codes: Mapping[str, Mapping[str, Any]], numbers: Mapping[str, int]) -> None:
        self.names = frozenset(codes)
        words = [(name, word) for name in codes for word in sorted(codes[name]["bias"])]
        column = {word: n for n, word in enumerate(words)}
        marks = dict.fromkeys(m for code in codes.values() for m in code["marks"])
        row = {mark: n for n, mark in enumerate(marks, 1)}
        self._bias = np.array([codes[name]["bias"][word] for name, word in words], dtype=np.int64)
        self._row = np.zeros(len(numbers), dtype=np.intp)
        self._row[[numbers[mark] for mark in row]] = list(row.values())
        self._weights = np.zeros((1 + len(row), len(words)), dtype=np.int32)
        for name, code in codes.items():
            for mark, weights in code["marks"].items():
                for word, weight in weights.items():
                    self._weights[row[mark], column[name, word]] = weight
        self._words = {name: [word for of, word in words if of == name] for name in codes}

    def best(self, marks: Numbers) -> dict[str, str]:
        """Of each vocabulary the word with most on its side; of equals the first by name."""
        rows = self._row.take(marks)
        sums = iter((self._bias + _sums(self._weights, rows[rows > 0])).tolist())
        own = {name: list(islice(sums, len(words))) for name, words in self._words.items()}
        return {name: self._words[name][of.index(max(of))] for name, of in own.items()}


class Model:
    """All weights: of kinds in a sentence, of candidates for keys, of words for codes."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        kinds, codes = told["kinds"], told["codes"]
        marks = dict.fromkeys((*kinds["marks"], *(m for of in codes.values() for c in of.values() for m in c["marks"])))
        self._numbers = {mark: n for n, mark in enumerate(marks)}
        self.names: tuple[str, ...] = tuple(kinds["names"])
        self._bias = np.array(kinds["bias"], dtype=np.int64)
        self._weights = np.zeros((len(marks), len(self.names)), dtype=np.int32)
        if kinds["marks"]:
            self._weights[: len(kinds["marks"])] = list(kinds["marks"].values())
        self.keys = {
            kind: {
                name: [Key(key["sort"], key["usual"], key["bias"], key["marks"]) for key in ways]
                for name, ways in keys.items()
            }
            for kind, keys in told["keys"].items()
        }
        self.codes = {
            kind: {
                sort: Choices(of, self._numbers)
                for sort in (*SORTS.values(), CODED)
                if (of := {name: code for name, code in own.items() if SORTS.get(name, CODED) == sort})
            }
            for kind, own in codes.items()
        }

    def numbers(self, marks: Collection[str]) -> Numbers:
        """Those marks of a sentence that weights are known of, by their numbers."""
        found = map(self._numbers.get, marks)
        return np.array([number for number in found if number is not None], dtype=np.intp)

    def chances(self, marks: Numbers) -> dict[str, float]:
        """How likely a sentence with these marks tells of each kind."""
        sums = self._bias + _sums(self._weights, marks)
        return dict(zip(self.names, map(_chance, sums.tolist()), strict=True))


def _sums(weights: np.ndarray[Any, np.dtype[np.int32]], rows: Numbers) -> np.ndarray[Any, np.dtype[np.int32]]:
    """The sum of some rows, column by column; zeros of none."""
    total: np.ndarray[Any, np.dtype[np.int32]] = np.add.reduce(weights.take(rows, axis=0), axis=0, dtype=np.int32)
    return total


_FARTHEST = 2000  # hundredths of log odds, from which a chance grows no more
_CHANCES = tuple(1 / (1 + math.exp(-hundredths / 100)) for hundredths in range(-_FARTHEST, _FARTHEST + 1))


def _chance(hundredths: int) -> float:
    if -_FARTHEST <= hundredths <= _FARTHEST:
        return _CHANCES[_FARTHEST + hundredths]
    return _CHANCES[-1 if hundredths > 0 else 0]


@cache
def shipped() -> Model:
    """The weights of the package."""
    data = files("accord.languages.en").joinpath("data").joinpath("learnt.json").read_text(encoding="utf-8")
    return read(data)


def read(text: str) -> Model:
    """A model from JSON."""
    return Model(json.loads(text))


NOTHING = Model({"kinds": {"names": [], "bias": [], "marks": {}}, "keys": {}, "codes": {}})  # the rules by themselves

_USED: list[Model] = []


def model() -> Model:
    """The model in use."""
    return _USED[-1] if _USED else shipped()


@contextmanager
def using(other: Model) -> Iterator[None]:
    """Another model for a while: what is measured on a document must not have been taught from it."""
    _USED.append(other)
    try:
        yield
    finally:
        _USED.pop()
