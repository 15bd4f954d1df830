#!/usr/bin/env python3
"""Three shuffled readings and one double reading must give the exports of a plain one, byte for byte.

    python benchmarks/order.py [--shuffles 3] [--seed 1]

Each corpus is read file by file into stores of their own. Exits 1 where an export differs.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

import corpora
from accord import pipeline
from accord.exports import claim_lines, document_lines, record_lines, write
from accord.sources import discover
from accord.store import Store


def exports(corpus: corpora.Corpus, dice: random.Random | None, times: int, folder: Path) -> dict[str, str]:
    """The exports of a corpus that was read so many times, each time in another order where there are dice."""
    with Store.open(folder / "order.db") as store:
        for _ in range(times):
            files = list(discover([corpus.documents]))
            if dice:
                dice.shuffle(files)
            summary = pipeline.read(files, store, partial(pipeline.house, corpus.manifest))
            if summary.skipped:
                sys.exit(f"{corpus.name}: skipped {summary.skipped[0]}")
        documents = [(store.document(s.document.hash), s.names, s.state) for s in store.documents()]
        written = {
            "claims": claim_lines(store.claims(least=0.0), least=0.0),
            "records": record_lines(store.records(least=0.0), least=0.0, details=True),
            "documents": document_lines(documents),
        }
        return {name: _text(lines) for name, lines in written.items()}


def _text(lines: Iterable[Mapping[str, Any]]) -> str:
    out = io.StringIO()
    write(lines, out)
    return out.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--shuffles", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    dice, bad = random.Random(args.seed), 0
    for corpus in corpora.CORPORA:
        if not corpus.present:
            print(f"{corpus.name}: not here, passed over")
            continue
        readings = [("plain", None, 1), *[(f"shuffled {n + 1}", dice, 1) for n in range(args.shuffles)]]
        readings.append(("double", dice, 2))
        wanted: dict[str, str] = {}
        for name, shuffled, times in readings:
            with tempfile.TemporaryDirectory(prefix="accord-order-") as folder:
                got = exports(corpus, shuffled, times, Path(folder))
            wanted = wanted or got
            differing = [key for key in wanted if got[key] != wanted[key]]
            bad += bool(differing)
            said = f"differs in {', '.join(differing)}" if differing else "the same bytes"
            print(f"{corpus.name}, {name}: {sum(map(len, got.values())):,} characters exported, {said}", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
