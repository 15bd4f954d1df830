"""A choice among candidates by learnt weights: each has its evidence, the likeliest is taken.

`tools/weigh_choices.py` fits the weights (conditional logistic regression: the probabilities of the candidates of one
figure add up to one) and keeps them in `data/NAME.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TypeVar

__all__ = ["Evidence", "likeliest", "weights"]

Evidence = set[str]
_T = TypeVar("_T")


@cache
def weights(name: str) -> Mapping[str, float]:
    """What each piece of evidence of a choice weighs, in log odds."""
    data = files("accord.languages.en").joinpath("data").joinpath(f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, float] = json.loads(data)
    return found


def likeliest(found: Sequence[tuple[_T, Iterable[str]]], name: str, first: float = 0.0) -> _T:
    """The candidate with the highest log odds; `first` is added to those of the first one."""
    known = weights(name)
    odds = [sum(known.get(piece, 0.0) for piece in evidence) for _, evidence in found]
    odds[0] += first
    return found[max(range(len(found)), key=odds.__getitem__)][0]
