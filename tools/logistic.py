"""A multinomial logistic regression with an L2 penalty over pieces of evidence, as tables of log odds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

__all__ = ["Case", "Fit", "fitted"]

Fit = dict[str, dict[str, float]]


class Case(NamedTuple):
    """What to learn from: the text it stands in, its evidence with strengths, its outcome, what it counts."""

    doc: str
    evidence: Mapping[str, float]
    outcome: str
    weight: float


def fitted(cases: Iterable[Case], *, strength: float, least: int, floor: float) -> Fit:
    """Of each piece of evidence the weight of each outcome, and under "bias" that of each outcome alone.

    `strength` is the inverse of the penalty, `least` the texts that a piece must be seen in, `floor` the log odds that
    are not worth keeping. Outcomes of one text alone are left out.
    """
    table, seen, told = list(cases), defaultdict(set), defaultdict(set)
    for case in table:
        told[case.outcome].add(case.doc)
        for piece in case.evidence:
            seen[piece].add(case.doc)
    table = [case for case in table if len(told[case.outcome]) > 1]
    vectors = DictVectorizer()
    x = vectors.fit_transform([{p: v for p, v in c.evidence.items() if len(seen[p]) >= least} for c in table])
    model = LogisticRegression(C=strength, max_iter=5000)
    model.fit(x, [case.outcome for case in table], sample_weight=np.array([case.weight for case in table]))
    outcomes = list(model.classes_)
    found = {"bias": {m: round(float(b), 2) for m, b in zip(outcomes, model.intercept_, strict=True)}}
    for j, piece in enumerate(vectors.get_feature_names_out()):
        kept = {m: round(float(w), 2) for m, w in zip(outcomes, model.coef_[:, j], strict=True) if abs(w) >= floor}
        if kept:
            found[str(piece)] = kept
    return found
