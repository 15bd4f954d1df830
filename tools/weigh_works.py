#!/usr/bin/env python3
"""Weigh what speaks for what a document tells of a work of infrastructure:  weigh_works.py

A multinomial logistic regression with an L2 penalty over the evidence that `accord.languages.en.doings.works_evidence` sees
wherever a work stands in the open corpora and in tests/corpora/wordings. A sentence's outcome is that of the gold line of the
work that quotes it; gold without a quote goes to the sentence that the last fit finds likeliest. Weights under a floor are left
out; data/works_action.json and data/works_status.json are written.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import corpora
import wordings
from accord.document import Document
from accord.evaluate.agree import alike
from accord.languages import view
from accord.languages.en import view as english
from accord.languages.en.doings.works_evidence import NONE, Work, outcomes, with_action, work_evidence
from accord.languages.en.doings.works_told import gathered
from accord.languages.views import Clause
from corpora import Gold
from logistic import Case, Fit, fitted

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "accord" / "languages" / "en" / "data"
STRENGTH = 0.3  # inverse of the penalty
LEAST = 3  # texts that a piece of evidence must be seen in
FLOOR = 0.05  # log odds that are not worth keeping
OPTIONAL, WORDING = 0.7, 2.0  # what an optional line, and a text that no rule was written from, counts
UNSEEN = "works-5"  # texts that are not learnt from: what is found in them tells how well the weights carry over
ROUNDS = 3  # of putting gold without a quote to its likeliest sentence


@dataclass
class Row:
    """A work in a sentence: its evidence, the outcome that gold gives it, what it counts."""

    doc: str
    evidence: dict[str, float]
    outcome: str = NONE
    weight: float = 1.0


@dataclass
class Told:
    """A work of a document: its rows, with where they stand, and its gold lines."""

    work: Work
    rows: list[Row]
    spans: list[tuple[int, int]]
    gold: list[Gold]
    text: str


def outcome_of(line: Gold) -> str:
    """The action and status that a gold line stands for; what is `planned` is to come."""
    action, status = str(line["action"]), str(line.get("status", "reported"))
    return f"{action}/{'planned' if action == 'planned' and status == 'reported' else status}"


def works_of(document: Document, gold: Sequence[Gold], weight: float) -> Iterator[Told]:
    """The works that a document names."""
    caught: list[Any] = []

    def seen(*given: Any) -> list[Clause]:
        caught.append(given)
        return []

    with patch.object(english, "works_told", seen):
        view(document)
    for lines, here, clauses, today in caught:
        for work in gathered(lines, here, clauses):
            mine = [g for g in gold if g["kind"] == "project" and any(alike(g["name"], n) for n in work.names)]
            rows = [Row(document.doc, work_evidence(lines, here, work, s, today), NONE, weight) for s in work.seen]
            spans = [(lines[s.index].span.start, lines[s.index].span.end) for s in work.seen]
            yield Told(work, rows, spans, mine, document.text)


def learnt() -> Iterator[Told]:
    """All works to learn from."""
    for corpus in [c for c in corpora.CORPORA if not c.closed and c.present and c.name != "seeds"] + [corpora.NEWS]:
        for document, gold in corpora.with_gold(corpus):
            yield from works_of(document, gold, 1.0)
    for path in sorted((ROOT / "tests" / "corpora" / "wordings").glob("*.jsonl")):
        for name, case in wordings.cases(path):
            if path.stem.startswith("works") and path.stem != UNSEEN:
                document, _ = wordings.read(name, case)
                yield from works_of(document, case["gold"], WORDING)


def rows_of(told: Sequence[Told], chances: Any = None) -> list[Row]:
    """Each sentence of each work with its outcome; `chances` gives those of evidence as fitted so far."""
    table: list[Row] = []
    for one in told:
        labels: dict[int, list[tuple[str, float]]] = defaultdict(list)
        for line in one.gold:
            at = _quoted(one, line)
            if at is None:
                at = _likeliest(one, outcome_of(line), chances) if chances is not None else 0
            labels[at].append((outcome_of(line), OPTIONAL if line.get("optional") else 1.0))
        for k, row in enumerate(one.rows):
            options = labels.get(k) or [(NONE, 1.0)]
            table += [Row(row.doc, row.evidence, o, row.weight * w / len(options)) for o, w in options]
    return table


def _quoted(one: Told, line: Gold) -> int | None:
    start = one.text.find(line["quote"]) if line.get("quote") else -1
    if start < 0:
        return None
    end = start + len(line["quote"])
    return next((k for k, (a, b) in enumerate(one.spans) if a < end and start < b), None)


def _likeliest(one: Told, outcome: str, chances: Any) -> int:
    return max(range(len(one.rows)), key=lambda k: chances(one.rows[k].evidence).get(outcome, 0.0))


def weighed(table: Sequence[Row], strength: float = STRENGTH) -> dict[str, Fit]:
    """The weights of each piece of evidence for each action, and, with the action as one more piece, for each status."""
    actions, statuses = list[Case](), list[Case]()
    for row in table:
        action, _, status = row.outcome.partition("/")
        actions.append(Case(row.doc, row.evidence, action, row.weight))
        if row.outcome != NONE:
            statuses.append(Case(row.doc, with_action(row.evidence, action), status, row.weight))
    return {
        "action": fitted(actions, strength=strength, least=LEAST, floor=FLOOR),
        "status": fitted(statuses, strength=strength, least=LEAST, floor=FLOOR),
    }


def chances_by(weights: Mapping[str, Fit]) -> Any:
    """What the weights make of evidence: the probability of each outcome."""
    return lambda evidence: outcomes(evidence, weights["action"], weights["status"])


def fit(told: Sequence[Told], strength: float = STRENGTH) -> dict[str, Fit]:
    """The weights, fitted again as gold without a quote finds its sentence."""
    weights = weighed(rows_of(told), strength)
    for _ in range(ROUNDS - 1):
        weights = weighed(rows_of(told, chances_by(weights)), strength)
    return weights


def main() -> int:
    told = list(learnt())
    weights = fit(told)
    for about, pieces in weights.items():
        lines = [f"  {json.dumps(piece)}: {json.dumps(of, sort_keys=True)}" for piece, of in sorted(pieces.items())]
        (DATA / f"works_{about}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(told)} works of {len({r.doc for t in told for r in t.rows})} texts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
