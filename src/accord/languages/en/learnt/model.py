"""The learnt weights: hundredths of log odds, whole numbers, so that sums are the same everywhere. Fitted by `tools/teach.py`."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat
from typing import Any

import numpy as np

__all__ = ["CODED", "NOTHING", "SORTS", "Choices", "Key", "Model", "model", "read", "shipped", "using"]

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
    """What speaks for each word of vocabularies that the same marks tell: a row of weights for each mark, a column for each word."""

    def __init__(self, codes: Mapping[str, Mapping[str, Any]]) -> None:
        words = [(name, word) for name in codes for word in sorted(codes[name]["bias"])]
        column = {word: n for n, word in enumerate(words)}
        self._bias = np.array([codes[name]["bias"][word] for name, word in words], dtype=np.int64)
        self._rows = {
            mark: n for n, mark in enumerate(dict.fromkeys(m for code in codes.values() for m in code["marks"]))
        }
        self._weights = np.zeros((len(self._rows), len(words)), dtype=np.int32)
        for name, code in codes.items():
            for mark, weights in code["marks"].items():
                for word, weight in weights.items():
                    self._weights[self._rows[mark], column[name, word]] = weight
        self._of = {name: [(n, w) for n, (of, w) in enumerate(words) if of == name] for name in codes}

    def best(self, marks: Iterable[str]) -> dict[str, str]:
        """Of each vocabulary the word with most on its side; of equals the first by name."""
        of = [self._rows[mark] for mark in marks if mark in self._rows]
        sums = (self._bias + _sums(self._weights, of)).tolist()
        return {name: min(words, key=lambda at: (-sums[at[0]], at[1]))[1] for name, words in self._of.items()}


class Model:
    """All weights: of kinds in a sentence, of candidates for keys, of words for codes."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        kinds = told["kinds"]
        self.names: tuple[str, ...] = tuple(kinds["names"])
        self._bias = np.array(kinds["bias"], dtype=np.int64)
        self._rows = {mark: n for n, mark in enumerate(kinds["marks"])}
        self._weights = np.array(list(kinds["marks"].values()), dtype=np.int32).reshape(
            len(self._rows), len(self.names)
        )
        self.keys = {
            kind: {
                name: [Key(key["sort"], key["usual"], key["bias"], key["marks"]) for key in ways]
                for name, ways in keys.items()
            }
            for kind, keys in told["keys"].items()
        }
        self.codes = {
            kind: {sort: Choices(of) for sort in (*SORTS.values(), CODED) if (of := _of_sort(codes, sort))}
            for kind, codes in told["codes"].items()
        }

    def chances(self, marks: Iterable[str]) -> dict[str, float]:
        """How likely a sentence with these marks tells of each kind."""
        rows = self._rows
        of = [rows[mark] for mark in marks if mark in rows]
        sums = self._bias + _sums(self._weights, of)
        return {name: _chance(int(total)) for name, total in zip(self.names, sums, strict=True)}


def _of_sort(codes: Mapping[str, Any], sort: str) -> dict[str, Any]:
    return {name: code for name, code in codes.items() if SORTS.get(name, CODED) == sort}


def _sums(weights: np.ndarray[Any, np.dtype[np.int32]], rows: Sequence[int]) -> np.ndarray[Any, np.dtype[np.int32]]:
    """The sum of some rows, column by column; zeros of none."""
    total: np.ndarray[Any, np.dtype[np.int32]] = np.add.reduce(
        weights.take(np.array(rows, dtype=np.intp), axis=0), axis=0, dtype=np.int32
    )
    return total


def _chance(hundredths: int) -> float:
    return 1 / (1 + math.exp(-max(-2000, min(2000, hundredths)) / 100))


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
