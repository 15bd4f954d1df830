#!/usr/bin/env python3
"""Weigh what speaks for the measure of a figure:  weigh.py

A multinomial logistic regression with an L2 penalty over the evidence that `accord.languages.en.figures.evidence` sees at
each number of the open corpora, of tests/corpora/wordings and, by machine alone, of tests/corpora/held and taught. A number's measure is that of the gold line with its value, nearest to the line's quote.
Weights under a floor are left out; src/accord/languages/en/data/weights.json is written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from unittest.mock import patch

import corpora
import wordings
from accord.document import Document
from accord.languages import view
from accord.languages.en import view as english
from accord.languages.en.figures.evidence import FLOW, NONE, evidence
from accord.languages.en.figures.figures import page_of
from accord.languages.en.figures.words import FLOWS, Page
from accord.languages.en.learnt.model import NOTHING, using
from accord.languages.views import Clause, Mention
from corpora import Gold
from logistic import Case, Fit, fitted

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "src" / "accord" / "languages" / "en" / "data" / "weights.json"
STRENGTH = 0.15  # inverse of the penalty
LEAST = 4  # texts that a piece of evidence must be seen in
FLOOR = 0.08  # log odds that are not worth keeping
OPTIONAL = 0.5  # what an optional line counts
PARTS = 8  # in which documents are read


def numbers(document: Document, gold: Sequence[Gold]) -> Iterator[Case]:
    """The numbers of a document outside tables, each with the measure that gold gives it."""
    gold = [line for line in gold if line["kind"] == "indicator"]
    pages: list[Page] = []

    def seen(*given: Any) -> list[Clause]:
        pages.append(page_of(*given))
        return []

    with patch.object(english, "figures", seen):
        view(document)
    for page in pages:
        told = _told(document.text, page, gold)
        for index, line in enumerate(page.lines):
            for mention in line.amounts:
                if line.kind == "row" or mention.type == "change":
                    continue
                of = told.get(mention.span.start)
                measure = str(of["measure"]) if of else NONE
                counts = OPTIONAL if of and of.get("optional") else 1.0
                yield Case(document.doc, evidence(page, index, mention), FLOW if measure in FLOWS else measure, counts)


def _told(text: str, page: Page, gold: Sequence[Gold]) -> dict[int, Gold]:
    """By where a number stands: the gold line with its value, the nearest number to the quote for each line."""
    found: dict[int, Gold] = {}
    mentions = [m for line in page.lines for m in line.amounts if m.type != "change"]
    for of in gold:
        fit = [m for m in mentions if _valued(m, of)]
        at = text.find(of["quote"]) if of.get("quote") else -1
        if fit:
            found.setdefault(min(fit, key=lambda m: _apart(m, at, len(of.get("quote", "")))).span.start, of)
    return found


def _valued(mention: Mention, of: Gold) -> bool:
    """Whether a number may be that of a gold line."""
    value, change = of.get("value"), of.get("change")
    if mention.amount is None:
        return value is None and mention.change is not None and float(mention.change.percent) == change
    if value is not None:
        return abs(float(mention.amount.value) - value) <= 0.005 * abs(value)
    return change is not None and mention.amount.unit == "percent" and float(mention.amount.value) == abs(change)


def _apart(mention: Mention, at: int, length: int) -> int:
    """How many characters a number stands from a quote."""
    start = mention.span.start
    return 0 if at < 0 or at <= start < at + length else min(abs(start - at), abs(start - at - length))


def learnt() -> list[Case]:
    """All numbers to learn from, read by several processes."""
    with get_context("fork").Pool() as pool:
        wordings_too = pool.map_async(_worded, range(1))
        of_documents = pool.map(_part, range(PARTS), chunksize=1)
        return [case for part in (*of_documents, *wordings_too.get()) for case in part]


def _part(part: int) -> list[Case]:
    """The numbers of every so many documents, as the rules alone see them."""
    named = [c for c in corpora.CORPORA if c.name in ("samples", "open", "held")]
    with using(NOTHING):
        return [
            case
            for corpus in (*named, corpora.NEWS, corpora.TAUGHT)
            for document, gold in islice(corpora.with_gold(corpus), part, None, PARTS)
            for case in numbers(document, gold)
        ]


def _worded(_: int) -> list[Case]:
    found: list[Case] = []
    with using(NOTHING):
        for path in sorted((ROOT / "tests" / "corpora" / "wordings").glob("*.jsonl")):
            if '"indicator"' not in path.read_text(encoding="utf-8"):
                continue
            for name, case in wordings.cases(path):
                found += numbers(wordings.document(name, case), case["gold"])
    return found


def fit(cases: Sequence[Case]) -> Fit:
    """The weights that follow."""
    return fitted(cases, strength=STRENGTH, least=LEAST, floor=FLOOR)


def main() -> int:
    table = learnt()
    weights = fit(table)
    lines = [f"  {json.dumps(piece)}: {json.dumps(of, sort_keys=True)}" for piece, of in sorted(weights.items())]
    WEIGHTS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(table)} numbers of {len({row.doc for row in table})} texts; {len(weights)} pieces of evidence")
    return 0


if __name__ == "__main__":
    sys.exit(main())
