#!/usr/bin/env python3
"""Weigh what speaks for the measure of a figure:  weigh.py [FOLDER...]

A multinomial logistic regression with an L2 penalty over the evidence that `accord.languages.en.figures.evidence` sees at
each number of the open corpora, of tests/corpora/wordings and, by machine alone, of tests/corpora/held (and of other folders
with documents/, gold.jsonl and, where they need one, manifest.jsonl). A number's measure is that of the gold line with its value, nearest to the line's quote.
Weights under a floor are left out; src/accord/languages/en/data/weights.json is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
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
from accord.languages.views import Clause, Mention
from corpora import Gold
from logistic import Case, fitted

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "src" / "accord" / "languages" / "en" / "data" / "weights.json"
STRENGTH = 0.5  # inverse of the penalty
LEAST = 4  # texts that a piece of evidence must be seen in
FLOOR = 0.08  # log odds that are not worth keeping
OPTIONAL = 0.5  # what an optional line counts


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


def learnt(folders: Iterable[Path]) -> Iterator[Case]:
    """All numbers to learn from."""
    named = [c for c in corpora.CORPORA if c.name in ("samples", "open", "held")]
    for corpus in (*named, corpora.NEWS, *(_at(folder) for folder in folders)):
        for document, gold in corpora.with_gold(corpus):
            yield from numbers(document, gold)
    for path in sorted((ROOT / "tests" / "corpora" / "wordings").glob("*.jsonl")):
        if '"indicator"' not in path.read_text(encoding="utf-8"):
            continue
        for name, case in wordings.cases(path):
            yield from numbers(wordings.document(name, case), case["gold"])


def _at(folder: Path) -> corpora.Corpus:
    manifest = folder / "manifest.jsonl"
    return corpora.Corpus(
        folder.name, folder / "documents", folder / "gold.jsonl", manifest if manifest.is_file() else None
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, help="other folders to learn from")
    args = parser.parse_args(arguments)
    table = list(learnt(args.folders))
    weights = fitted(table, strength=STRENGTH, least=LEAST, floor=FLOOR)
    lines = [f"  {json.dumps(piece)}: {json.dumps(of, sort_keys=True)}" for piece, of in sorted(weights.items())]
    WEIGHTS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(table)} numbers of {len({row.doc for row in table})} texts; {len(weights)} pieces of evidence")
    return 0


if __name__ == "__main__":
    sys.exit(main())
