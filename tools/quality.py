#!/usr/bin/env python3
"""Measure every corpus and write the tables of docs/accuracy.md anew; the words around them are written by hand."""

from __future__ import annotations

import sys
from pathlib import Path

import corpora
from accord.evaluate import Figures
from marks import fill

ROOT = Path(__file__).resolve().parents[1]
PAGE, README = ROOT / "docs" / "accuracy.md", ROOT / "README.md"
_ABOUT = {
    "samples": "samples, made up, looked at while the rules were written",
    "open": "open, made up, looked at",
    "locked": "locked, made up, never read for a rule",
    "sealed": "sealed, made up after real pages, never read for a rule",
    "seeds": "seeds, five real pages, looked at",
}
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


def summary(figures: dict[str, Figures]) -> str:
    """All corpora, a line each."""
    rows = [
        f"| {_ABOUT[name]} | {f['gold']} | {_share(f, 'precision')} | {_share(f, 'recall')} | {_share(f, 'f1')} |"
        for name, f in figures.items()
    ]
    head = ["| corpus | gold lines | precision | recall | F1 |", "| --- | ---: | ---: | ---: | ---: |"]
    return "\n".join(head + rows)


def main() -> None:
    page, overall = PAGE.read_text(encoding="utf-8"), dict[str, Figures]()
    for corpus in (c for c in corpora.CORPORA if c.name in _ABOUT):
        if not corpus.present:
            sys.exit(f"{corpus.name}: not here; nothing is written")
        figures = corpora.score(corpus, "kind")
        overall[corpus.name] = figures["all"]
        page = fill(page, corpus.name, table(figures, corpus.fingerprint()))
    PAGE.write_text(page, encoding="utf-8")
    README.write_text(fill(README.read_text(encoding="utf-8"), "accuracy", summary(overall)), encoding="utf-8")


if __name__ == "__main__":
    main()
