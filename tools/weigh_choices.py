#!/usr/bin/env python3
"""Weigh what speaks for the period of a figure:  weigh_choices.py [--folds N]

A conditional logistic regression with an L2 penalty: of the candidates that `accord.languages.en.figures.periods` sees for
a number, those that gold's period accepts shall be likelier than the others together. Learnt from the numbers of gold's
figures in the open corpora, in tests/corpora/wordings and, by machine alone, in tests/corpora/held, whose numbers count
twice; a number's line is found as `weigh.py` finds it. src/accord/languages/en/data/periods.json is written; with --folds
nothing is, and what is right on held documents that were left out is told instead, beside the readers alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import corpora
import weigh
import wordings
from accord import evaluate
from accord.document import Document
from accord.evaluate.same import same_date
from accord.languages import view
from accord.languages.en import view as english
from accord.languages.en.figures import figures as reading
from accord.languages.en.figures.periods import NO_DATE, candidates
from accord.languages.en.figures.words import Figure, Page
from accord.languages.views import Clause, Mention

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "accord" / "languages" / "en" / "data"
PENALTY = 2.0
LEAST = 3  # texts that a piece of evidence must be seen in
FLOOR = 0.03  # log odds that are not worth keeping
OPTIONAL, HELD = 0.5, 2.0  # what an optional line, and one of a text that no rule was written from, counts

Gold = Mapping[str, Any]


class Choice(NamedTuple):
    """A choice to learn from: the evidence of each candidate, whether gold accepts it, what it counts; whether the
    readers of figures were right, where they took the number."""

    doc: str
    held: bool
    evidence: list[list[str]]
    right: list[bool]
    weight: float
    dated: bool
    readers: bool | None


def told_of(document: Document) -> Iterator[tuple[Page, list[tuple[int, Figure]]]]:
    """A document as the readers of figures see it, with their figures before any choice."""
    found = []

    def seen(*given: Any) -> list[Clause]:
        page = reading.page_of(*given)
        found.append((page, reading.read(page)))
        return []

    with patch.object(english, "figures", seen):
        view(document)
    yield from found


def choices(document: Document, gold: Sequence[Gold], weight: float, held: bool) -> Iterator[Choice]:
    """The numbers of gold's figures outside tables, in the order of the text."""
    for page, told in told_of(document):
        by_place = {m.span.start: f for _, f in told if (m := f.amount or f.change) is not None}
        for index, mention, line in _numbers(document.text, page, gold):
            figure, period = by_place.get(mention.span.start), line.get("period")
            found = candidates(page, index, mention, line["measure"], figure)
            right = [_accepts(period, date) for date, _ in found]
            yield Choice(
                document.doc,
                held,
                [sorted(evidence) for _, evidence in found],
                right,
                weight * (OPTIONAL if line.get("optional") else 1.0),
                bool(period),
                _accepts(period, figure.period) if figure is not None else None,
            )


def _accepts(period: str | None, date: Mention | None) -> bool:
    if not period or date is None or date.period is None:
        return not period and date is None
    return same_date(period, date.period.iso)


def _numbers(text: str, page: Page, gold: Sequence[Gold]) -> list[tuple[int, Mention, Gold]]:
    """Gold's figures with the numbers outside tables that tell them."""
    numbers = [(i, m) for i, line in enumerate(page.lines) if line.kind != "row" for m in line.amounts]
    found: dict[int, tuple[int, Mention, Gold]] = {}
    for line in gold:
        fit = [(i, m) for i, m in numbers if weigh.valued(m, line)]
        at, length = text.find(line.get("quote") or "\0"), len(line.get("quote", ""))
        if fit:
            index, mention = min(fit, key=lambda n: weigh.apart(n[1], at, length))
            found.setdefault(mention.span.start, (index, mention, line))
    return [found[start] for start in sorted(found)]


def learnt() -> Iterator[Choice]:
    """All choices to learn from."""
    for corpus in corpora.CORPORA:
        if corpus.name in ("samples", "open", "held"):
            gold = defaultdict(list)
            for line in evaluate.load(corpus.gold):
                if line["kind"] == "indicator":
                    gold[line["doc"]].append(line)
            for document in corpora.texts(corpus):
                lines = gold[document.doc.rsplit("/", 1)[-1]]
                yield from choices(document, lines, HELD if corpus.closed else 1.0, corpus.closed)
    for path in sorted((ROOT / "tests" / "corpora" / "wordings").glob("*.jsonl")):
        for name, case in wordings.cases(path):
            lines = [g for g in case["gold"] if g["kind"] == "indicator"]
            if lines:
                yield from choices(wordings.document(name, case), lines, 1.0, False)


def fitted(table: Sequence[Choice]) -> dict[str, float]:
    """The weight of each piece of evidence."""
    docs = defaultdict(set)
    for choice in table:
        for piece in {p for evidence in choice.evidence for p in evidence}:
            docs[piece].add(choice.doc)
    names = sorted(piece for piece, seen in docs.items() if len(seen) >= LEAST)
    number = {piece: i for i, piece in enumerate(names)}
    rows, columns, of, right = list[int](), list[int](), list[int](), list[bool]()
    usable = [choice for choice in table if any(choice.right)]
    for i, choice in enumerate(usable):
        for evidence, ok in zip(choice.evidence, choice.right, strict=True):
            known = [number[p] for p in evidence if p in number]
            rows += [len(of)] * len(known)
            columns += known
            of.append(i)
            right.append(ok)
    x = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(of), len(names)))
    weight = np.array([choice.weight for choice in usable])
    best = _descended(x, np.array(of), np.array(right, dtype=float), weight)
    return {piece: round(float(w), 2) for piece, w in zip(names, best, strict=True) if abs(w) >= FLOOR}


def _descended(x: csr_matrix, of: Any, right: Any, weight: Any) -> Any:
    """The weights with the least loss: minus the log of the share of the right candidates, and the penalty."""
    starts = np.r_[0, np.flatnonzero(np.diff(of)) + 1]

    def loss(theta: Any) -> tuple[float, Any]:
        total = x @ theta
        odds = np.exp(total - np.maximum.reduceat(total, starts)[of])
        whole, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        slope = x.T @ (weight[of] * odds * (1 / whole[of] - right / good[of])) + PENALTY * theta
        return float(weight @ np.log(whole / good)) + PENALTY / 2 * float(theta @ theta), slope

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def folded(table: Sequence[Choice], folds: int) -> Iterator[tuple[set[str], dict[str, float]]]:
    """The held documents of each fold, with the weights that were learnt from all others."""
    docs = sorted({choice.doc for choice in table if choice.held})
    for k in range(folds):
        left_out = set(docs[k::folds])
        yield left_out, fitted([choice for choice in table if choice.doc not in left_out])


def right_of(table: Iterable[Choice], weights: Mapping[str, float], none: float) -> Counter[str]:
    """How many choices are right, with a date and without, and how many those of the readers."""
    counts = Counter[str]()
    for choice in table:
        odds = [sum(weights.get(p, 0.0) for p in evidence) for evidence in choice.evidence]
        odds[0] += none
        kind = "dated" if choice.dated else "undated"
        taken = "taken by readers" if choice.readers is not None else "not taken"
        counts[f"{kind}, {taken}"] += 1
        counts[f"{kind}, {taken}: right"] += choice.right[max(range(len(odds)), key=odds.__getitem__)]
        counts[f"{kind}, {taken}: readers right"] += bool(choice.readers)
    return counts


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--folds", type=int, default=0, help="cross-validate on this many parts of the held corpus")
    args = parser.parse_args(arguments)
    table = list(learnt())
    if args.folds:
        counts = Counter[str]()
        for left_out, weights in folded(table, args.folds):
            counts += right_of((c for c in table if c.doc in left_out), weights, NO_DATE)
        print("\n".join(f"{name:40}{counts[name]:6}" for name in sorted(counts)))
        return 0
    weights = fitted(table)
    (DATA / "periods.json").write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(table)} figures of {len({c.doc for c in table})} texts; {len(weights)} pieces of evidence")
    return 0


if __name__ == "__main__":
    sys.exit(main())
