#!/usr/bin/env python3
"""How far two annotators agree on the twenty documents of tests/corpora/twice, each scored against the other.

The second annotator saw the texts and the schema, nothing else. A line that both find is agreed on where its deciding
keys agree, as for a claim of Accord's; optional lines cost neither anything.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

import corpora
from accord import evaluate
from accord.evaluate import Figures
from marks import fill

SECOND = corpora.ROOT / "tests" / "corpora" / "twice" / "gold.jsonl"
PAGE = corpora.ROOT / "docs" / "accuracy.md"


def sides() -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """The first and the second annotator's lines of the documents that both annotated."""
    second = evaluate.load(SECOND)
    docs = {line["doc"] for line in second}
    first = [line for corpus in corpora.CORPORA if corpus.present for line in evaluate.load(corpus.gold)]
    return [line for line in first if line["doc"] in docs], second


def compared(gold: Iterable[dict[str, object]], other: Iterable[dict[str, object]], by: str = "") -> dict[str, Figures]:
    required = [line for line in other if not line.get("optional")]
    return evaluate.grouped(evaluate.score(list(gold), required).tallies, by)


def table(first: list[dict[str, object]], second: list[dict[str, object]]) -> str:
    """By kind: lines of each, and F1 with either as gold."""
    there, back = compared(first, second, "kind"), compared(second, first, "kind")
    rows = [
        "| kind | first | second | F1, first as gold | F1, second as gold | keys that agree |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name in there:
        a, b = there[name], back[name]
        slots = "—" if a["slots"] is None else f"{a['slots']:.2f}"
        rows.append(f"| {name} | {a['gold']} | {b['gold']} | {a['f1']:.2f} | {b['f1']:.2f} | {slots} |")
    return "\n".join(rows)


def main() -> None:
    text = table(*sides())
    print(text)
    if "--check" not in sys.argv:
        PAGE.write_text(fill(PAGE.read_text(encoding="utf-8"), "agreement", text), encoding="utf-8")


if __name__ == "__main__":
    main()
