#!/usr/bin/env python3
"""What Accord misses and falsely claims on a corpus, each with its sentence:  errors.py CORPUS [--kind K,L] [--doc WORD]

Of the corpora that no rule may be written from, only the figures are printed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import corpora
from accord import evaluate


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("corpus", choices=[c.name for c in (*corpora.CORPORA, corpora.NEWS)])
    parser.add_argument("--kind", default="", help="these kinds only, with commas between")
    parser.add_argument("--doc", default="", help="documents with this in their name only")
    args = parser.parse_args(arguments)
    corpus = next(c for c in (*corpora.CORPORA, corpora.NEWS) if c.name == args.corpus)
    kinds = set(args.kind.split(",")) if args.kind else None
    texts = [t for t in corpora.texts(corpus) if args.doc in t.doc]
    names = {t.doc.rsplit("/", 1)[-1]: t for t in texts}
    lines = evaluate.load(corpus.gold) if corpus.gold.is_file() else []
    gold = [line for line in lines if line["doc"] in names]
    got = corpora.claims_of(corpus, texts)
    if kinds:
        gold, got = ([line for line in lines if line["kind"] in kinds] for lines in (gold, got))
    outcome = evaluate.score(gold, got, folder=frozenset(names))
    if not corpus.closed:
        pages = {name: evaluate.Page(text) for name, text in names.items()}
        for line in evaluate.errors(outcome, pages):
            print(line)
    print(evaluate.table(evaluate.grouped(outcome.tallies, "kind")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
