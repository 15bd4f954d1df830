"""The learnt weights: hundredths of log odds, whole numbers, so that sums are the same everywhere. Fitted by `tools/teach.py`."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

__all__ = ["NOTHING", "Choice", "Key", "Model", "model", "read", "shipped", "using"]


@dataclass(frozen=True, slots=True)
class Key:
    """What speaks for a candidate's filling a key; `sort` says what its candidates are, `usual` that the key is hardly ever
    empty."""

    sort: str
    usual: bool
    bias: int
    marks: Mapping[str, int]

    def chance(self, marks: Iterable[str]) -> float:
        of = self.marks
        return _chance(self.bias + sum([of[mark] for mark in marks if mark in of]))


class Choice:
    """What speaks for each word of a vocabulary: a row of weights for each mark, a column for each word."""

    def __init__(self, bias: Mapping[str, int], marks: Mapping[str, Mapping[str, int]]) -> None:
        self._codes = sorted(bias)
        self._bias = np.array([bias[code] for code in self._codes], dtype=np.int64)
        self._rows = {mark: n for n, mark in enumerate(marks)}
        columns = {code: n for n, code in enumerate(self._codes)}
        self._weights = np.zeros((len(marks), len(columns)), dtype=np.int16)
        for row, weights in zip(self._weights, marks.values(), strict=True):
            for code, weight in weights.items():
                row[columns[code]] = weight

    def best(self, marks: Iterable[str]) -> str:
        """The word with most on its side; of equals the first by name."""
        of = [self._rows[mark] for mark in marks if mark in self._rows]
        sums = self._bias + self._weights[of].sum(axis=0, dtype=np.int64)
        return self._codes[int(sums.argmax())]


class Model:
    """All weights: of kinds in a sentence, of candidates for keys, of words for codes."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        kinds = told["kinds"]
        self.names: tuple[str, ...] = tuple(kinds["names"])
        self._bias = np.array(kinds["bias"], dtype=np.int64)
        self._rows = {mark: n for n, mark in enumerate(kinds["marks"])}
        self._weights = np.array(list(kinds["marks"].values()), dtype=np.int16).reshape(
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
            kind: {name: Choice(code["bias"], code["marks"]) for name, code in codes.items()}
            for kind, codes in told["codes"].items()
        }

    def chances(self, marks: Iterable[str]) -> dict[str, float]:
        """How likely a sentence with these marks tells of each kind."""
        rows = self._rows
        of = [rows[mark] for mark in marks if mark in rows]
        sums = self._bias + self._weights[of].sum(axis=0, dtype=np.int64)
        return {name: _chance(int(total)) for name, total in zip(self.names, sums, strict=True)}


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
