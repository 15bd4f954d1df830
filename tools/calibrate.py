#!/usr/bin/env python3
"""Fit the confidence of claims on documents that no rule was written from, and say how well it keeps its word.

    calibrate.py [--check]

A logistic model with an L2 penalty over the features of `accord.confidence`; a claim is right where it agrees with a gold
line. It learns from three sources: the held corpus; the taught one, read with weights (`tools/teach.py`) that were taught from
its other documents alone; and every other document of other news, where all claims are wrong.
Each claim counts alike. All figures are out of fold, documents kept whole, and of the held corpus. The penalty is the one
with the least log loss there. Without --check, src/accord/confidence.json and the table of docs/accuracy.md are written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.model_selection import GroupKFold, cross_val_predict

import corpora
import teach
from accord import evaluate
from accord.document import Document
from accord.exports import claim_lines
from accord.extract import seen
from accord.languages.en.learnt.model import Model, using
from accord.store import THRESHOLD
from marks import fill

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS, PAGE = ROOT / "src" / "accord" / "confidence.json", ROOT / "docs" / "accuracy.md"
PENALTIES = (0.02, 0.05)  # inverse strengths
HELD = next(c for c in corpora.CORPORA if c.name == "held")
FOLDS = 3  # in which the taught corpus is taught and read
LEAST = 3  # claims that a feature must be seen in
BINS = 10

Array = np.ndarray[Any, np.dtype[np.float64]]


class Row(NamedTuple):
    """A claim to learn from; `line` is what is exported of it, where it is of the held corpus."""

    features: dict[str, float]
    right: bool
    doc: str
    line: dict[str, Any] | None = None


def rows() -> Iterator[Row]:
    """All claims to learn from, those of other news last."""
    told, texts = teach.lessons(), list(corpora.texts(corpora.TAUGHT))
    with get_context("fork").Pool() as pool:
        closed = pool.map_async(_closed, range(1))
        taught = pool.map(partial(_fold, told, texts), range(FOLDS), chunksize=1)
        ((held, news),) = closed.get()
    return chain(held, *taught, news)


def _closed(_: int) -> tuple[list[Row], list[Row]]:
    """The claims of the held corpus and of other news, by the weights of the package, which were taught from neither."""
    return list(_of(HELD, corpora.texts(HELD))), list(_of(corpora.NEWS, corpora.texts(corpora.NEWS)[::2]))


def _fold(told: teach.Lesson, texts: Sequence[Document], fold: int) -> list[Row]:
    """The claims of every so many documents, by weights that were taught without them."""
    own = texts[fold::FOLDS]
    without = {t.doc.rsplit("/", 1)[-1] for t in own}
    with using(Model(json.loads(teach.written(teach.model(told, without))))):
        return list(_of(corpora.TAUGHT, own))


def _of(corpus: corpora.Corpus, texts: Sequence[Document]) -> Iterator[Row]:
    found = [pair for document in texts for pair in seen(document)]
    lines = list(claim_lines([claim for claim, _ in found], least=0.0))
    names = {t.doc.rsplit("/", 1)[-1] for t in texts}
    gold = [g for g in evaluate.load(corpus.gold) if g["doc"] in names] if corpus.gold.is_file() else []
    outcome = evaluate.score(gold, lines, folder=names)
    wrong = {(doc, line["id"]) for doc, line in outcome.falses}
    of_id = {line["id"]: line for line in lines}
    for claim, features in found:
        doc = claim.doc.rsplit("/", 1)[-1]
        line = of_id[claim.id] if corpus is HELD else None
        yield Row(features, (doc, claim.id) not in wrong, doc, line)


def model(penalty: float) -> LogisticRegression:
    return LogisticRegression(C=penalty, solver="liblinear", max_iter=1000)


def out_of_fold(x: Any, y: Array, docs: Sequence[str], penalty: float) -> Array:
    folds = GroupKFold(n_splits=5)
    told = cross_val_predict(model(penalty), x, y, groups=docs, cv=folds, method="predict_proba")
    chances: Array = told[:, 1]
    return chances


def calibration_error(chances: Array, y: Array) -> float:
    """Expected calibration error: the mean gap between confidence and share right, over equal bins, by their size
    (Naeini, Cooper and Hauskrecht 2015)."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    gaps = [abs(chances[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in set(bins)]
    return float(sum(gaps))


def reliability(chances: Array, y: Array) -> str:
    """The curve as a table: claims by confidence, their mean confidence and the share that is right."""
    rows = ["| confidence | claims | mean confidence | share right |", "| --- | ---: | ---: | ---: |"]
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    for b in range(BINS):
        held = bins == b
        if held.any():
            shares = f"{chances[held].mean():.2f} | {y[held].mean():.2f}"
            rows.append(f"| {b / BINS:.1f} to {(b + 1) / BINS:.1f} | {held.sum()} | {shares} |")
    return "\n".join(rows)


def at(threshold: float, chances: Array, y: Array) -> str:
    """What a threshold keeps: the share of kept claims that are right, and of right claims that are kept."""
    kept = chances >= threshold
    return f"{y[kept].mean():.3f} of the {kept.sum()} claims kept are right; {y[kept].sum() / y.sum():.3f} of the right ones are kept"


def thresholds(chances: Array, table: Sequence[Row]) -> str:
    """Precision, recall and F1 on the held corpus where claims under a threshold are held back."""
    gold, docs = evaluate.load(HELD.gold), frozenset(corpora.documents(HELD))
    rows = ["| threshold | precision | recall | F1 |", "| ---: | ---: | ---: | ---: |"]
    for least in (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        kept = [r.line for r, chance in zip(table, chances, strict=True) if r.line and chance >= least]
        f = evaluate.grouped(evaluate.score(gold, kept, folder=docs).tallies)["all"]
        rows.append(f"| {least} | {f['precision']:.3f} | {f['recall']:.3f} | {f['f1']:.3f} |")
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    args = parser.parse_args(arguments)
    table = list(rows())
    vectors = DictVectorizer()
    x = vectors.fit_transform([row.features for row in table])
    y, docs = np.array([row.right for row in table], dtype=float), [row.doc for row in table]
    common = np.asarray((x != 0).sum(axis=0)).ravel() >= LEAST
    x, names = x[:, common], [n for n, c in zip(vectors.feature_names_, common, strict=True) if c]
    held = np.array([row.line is not None for row in table])
    penalty = min(PENALTIES, key=lambda c: log_loss(y[held], out_of_fold(x, y, docs, c)[held]))
    everywhere = out_of_fold(x, y, docs, penalty)
    chances, right = everywhere[held], y[held]
    told = (
        f"{len(right)} claims of {len({d for d, h in zip(docs, held, strict=True) if h})} documents of the held corpus, {right.mean():.3f} of them right; penalty C = {penalty}. "
        f"Expected calibration error {calibration_error(chances, right):.3f}, log loss {log_loss(right, chances):.3f} "
        f"(a constant: {log_loss(right, np.full(len(right), right.mean())):.3f}).\n\n"
        f"At the threshold of {THRESHOLD}, {at(THRESHOLD, chances, right)}.\n\n{reliability(chances, right)}\n\n"
        f"On the held corpus, with what is under a threshold held back:\n\n{thresholds(everywhere, table)}"
    )
    print(told)
    if not args.check:
        whole = model(penalty).fit(x, y)
        weights = {n: round(float(w), 3) for n, w in zip(names, whole.coef_[0], strict=True) if abs(w) >= 0.005}
        weights = {"bias": round(float(whole.intercept_[0]), 3), **dict(sorted(weights.items()))}
        WEIGHTS.write_text(json.dumps({"corpus": HELD.fingerprint()[:16], "weights": weights}, indent=1) + "\n")
        PAGE.write_text(fill(PAGE.read_text(encoding="utf-8"), "confidence", told), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
