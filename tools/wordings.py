#!/usr/bin/env python3
"""How many short texts, each a wording of its own, are read rightly:  wordings.py [--misses] [--kind K,L] FILE...

A file is JSONL, a text a line: {"text": "Three sentences or fewer.", "published": "2025-06-03", "gold": [{"kind": ...}, ...]};
`published` may be left out, gold lines are those of the schema without `doc`, and an empty gold says that nothing is claimed.
A text is read rightly when all its gold lines are found and nothing else is claimed of it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from accord import evaluate, pipeline
from accord.document import Document
from accord.exports import claim_lines
from accord.sources import Raw

_Case = Mapping[str, Any]


def cases(path: Path) -> Iterator[tuple[str, _Case]]:
    """The texts of a file, each under a name of its own."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            yield f"{path.stem}-{number}.txt", json.loads(line)


def document(name: str, case: _Case) -> Document:
    """A text as a document of its own."""
    tools, data = pipeline.house(published=case.get("published", "")), case["text"].encode()
    return tools.read(Raw(name, lambda: data, len(data)), tools.given(name))


def read(name: str, case: _Case) -> tuple[Document, list[dict[str, Any]]]:
    """A text as a document of its own, and the lines that are exported of it."""
    text = document(name, case)
    claims = pipeline.house(published=case.get("published", "")).extract(text) or ()
    return text, [json.loads(json.dumps(line)) for line in claim_lines(claims)]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true", help="each miss and each false claim with its text")
    parser.add_argument("--kind", default="", help="score these kinds only, with commas between")
    args = parser.parse_args(arguments)
    kinds = set(args.kind.split(",")) - {""}
    gold, got, pages = list[dict[str, Any]](), list[dict[str, Any]](), dict[str, evaluate.Page]()
    for path in args.files:
        for name, case in cases(path):
            text, claims = read(name, case)
            pages[name] = evaluate.Page(text)
            gold += [{"doc": name, **line} for line in case["gold"]]
            got += claims
    if kinds:
        gold, got = ([line for line in lines if line["kind"] in kinds] for lines in (gold, got))
    outcome = evaluate.score(gold, got, folder=frozenset(pages))
    if args.misses:
        for line in evaluate.errors(outcome, pages):
            print(line)
    wrong = {line["doc"] for line in outcome.misses} | {doc for doc, _ in outcome.falses}
    print(evaluate.table(evaluate.grouped(outcome.tallies, "kind")))
    print(f"{len(pages) - len(wrong)} of {len(pages)} texts read rightly")
    return 0


if __name__ == "__main__":
    sys.exit(main())
