#!/usr/bin/env python3
"""Measure every corpus and write the tables of docs/quality.md anew; the words around them are written by hand."""

from __future__ import annotations

from pathlib import Path

import corpora
from marks import fill

from accord.evaluate import Figures

PAGE = Path(__file__).resolve().parents[1] / "docs" / "quality.md"
_HEAD = (
    "| kind | gold | found | false | precision | recall | F1 | keys that agree |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def table(figures: dict[str, Figures], fingerprint: str) -> str:
    """One corpus by kind, with the fingerprint of what was measured."""
    rows = "\n".join(_row(name, each) for name, each in figures.items())
    return f"Documents and gold: SHA-256 `{fingerprint[:16]}`.\n\n{_HEAD}\n{rows}"


def _row(name: str, f: Figures) -> str:
    slots = "—" if f["slots"] is None else f"{f['slots']:.2f}"
    counts = f"{f['gold']} | {f['found']} | {f['false']}"
    shares = " | ".join(_share(f, key) for key in ("precision", "recall", "f1"))
    return f"| {name} | {counts} | {shares} | {slots} |"


def _share(f: Figures, key: str) -> str:
    if not f["gold"] and not f["false"]:
        return "—"
    return {"precision": f"{f['precision']:.2f}", "recall": f"{f['recall']:.2f}", "f1": f"{f['f1']:.2f}"}[key]


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    for corpus in corpora.CORPORA:
        if corpus.present:
            page = fill(page, corpus.name, table(corpora.score(corpus, "kind"), corpus.fingerprint()))
        else:
            print(f"{corpus.name}: not here, its table stays as it is")
    PAGE.write_text(page, encoding="utf-8")
