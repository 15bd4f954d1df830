#!/usr/bin/env python3
"""An archive of which 1 % is about relations between states, against spaCy's small pipeline over the same text.

    python benchmarks/archive.py [--documents 2000] [--rounds 5] [--jobs 2] [--memory 20000 200000]

The archive is made up: pages of the corpus of other news and of the samples, names, numbers and sentences shuffled by a seed, so that no
text comes twice. Each round runs, in processes of their own and one after the other: Accord over the gzipped JSONL into a new
store, spaCy over a sample of the same texts, and what any reader must do at least (inflating and reading the lines;
telling the language as well). Told are seconds of the processor a thousand documents (medians), their ratios, and what
more processes give in seconds of the clock; --memory compares the peak memory of two sizes. Exits 1 over a bound.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

RATIO, GROWTH, TWICE = 60.0, 1.2, 1.7
RELEVANT = 0.01
SAMPLE = 100  # documents of other news, and one that is relevant, that spaCy is timed on
_ONES = ("accord", "spacy", "lines", "language")


def made(documents: int, seed: int) -> Iterator[dict[str, str]]:
    """The records of an archive."""
    import corpora

    dice = random.Random(seed)
    news = [document.text for document in corpora.texts(corpora.NEWS)]
    samples = [document.text for document in corpora.texts(corpora.CORPORA[0])]
    every = round(1 / RELEVANT)
    for number in range(documents):
        relevant = number % every == every // 2
        text = _varied(dice.choice(samples if relevant else news), dice, number)
        yield {"url": f"https://news.example/{number}", "published": f"2025-{1 + number % 12:02d}-14", "text": text}


def _varied(text: str, dice: random.Random, number: int) -> str:
    """A text with other figures, its lines but the first in another order, and a line of its own."""
    first, *rest = text.split("\n")
    dice.shuffle(rest)
    figures = re.sub(r"\b\d{2,3}\b", lambda m: str(int(m[0]) + dice.randrange(9)), "\n".join([first, *rest]))
    return f"{figures}\nArticle {number}, desk {dice.randrange(10**6)}."


def write(path: Path, documents: int, seed: int) -> None:
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=6) as out:
        for record in made(documents, seed):
            out.write(json.dumps(record) + "\n")


def accord(path: Path, jobs: int) -> int:
    from accord import pipeline
    from accord.store import Store

    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "a.db") as store:
        summary = pipeline.run([path], store, jobs=jobs)
        assert not summary.skipped, summary.skipped[0]
        return summary.read + summary.passed


def spacy(path: Path) -> int:
    from speed import load

    nlp = load()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for _, line in zip(range(SAMPLE), lines, strict=False)]
    _begin()
    return sum(1 for _ in nlp.pipe(texts))


def lines(path: Path) -> int:
    from accord.sources.inflate import inflated

    with path.open("rb") as packed:
        return sum(len(json.loads(line)) > 0 for line in inflated(path.name, packed))


def language(path: Path) -> int:
    from accord.sources.language import identify

    identify("A text that is long enough for the model to be loaded before the clock is started.")
    _begin()
    with gzip.open(path, "rt", encoding="utf-8") as found:
        return sum(identify(json.loads(line)["text"]) != "" for line in found)


_began = [0.0, 0.0]


def _used() -> float:
    """Seconds of the processor of this process and of those that it waited for."""
    return sum(
        u.ru_utime + u.ru_stime for u in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def _begin() -> None:
    _began[:] = [_used(), time.perf_counter()]


def one(what: str, path: Path, jobs: int) -> None:
    """What a round's process prints: seconds of the processor and of the clock, documents, MB."""
    if what == "accord":  # start-up apart, as of the others
        with tempfile.TemporaryDirectory() as folder:
            warm = Path(folder) / "warm.jsonl.gz"
            write(warm, 100, 0)
            accord(warm, 1)
    _begin()
    does: dict[str, Callable[[], int]] = {
        "accord": lambda: accord(path, jobs),
        "spacy": lambda: spacy(path),
        "lines": lambda: lines(path),
        "language": lambda: language(path),
    }
    count = does[what]()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([_used() - _began[0], time.perf_counter() - _began[1], count, peak]))


def measured(what: str, path: Path, jobs: int = 1) -> list[float]:
    command = [sys.executable, __file__, "--one", what, str(path), "--jobs", str(jobs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{what} ended with {done.returncode}:\n{done.stderr}")
    found: list[float] = json.loads(done.stdout.splitlines()[-1])
    return found


def speed(path: Path, rounds: int, jobs: int) -> bool:
    """Print what each costs; whether a bound is missed."""
    found = [{what: measured(what, path) for what in _ONES} for _ in range(rounds)]
    costs = {what: statistics.median(1000 * r[what][0] / r[what][2] for r in found) for what in _ONES}
    for what in _ONES:
        print(f"{what}: {costs[what]:.2f} s of the processor a thousand documents", flush=True)
    ratio = statistics.median(r["spacy"][0] / r["spacy"][2] / (r["accord"][0] / r["accord"][2]) for r in found)
    print(f"accord is {ratio:.1f} times as quick as spaCy (at least {RATIO:.0f}); the limits are "
          f"{costs['spacy'] / costs['language']:.0f} times (language) and {costs['spacy'] / costs['lines']:.0f} (lines)")  # fmt: skip
    pairs = [(measured("accord", path, 1), measured("accord", path, jobs)) for _ in range(rounds)] if jobs > 1 else []
    if pairs:
        gain = statistics.median(alone[1] / shared[1] for alone, shared in pairs)
        print(f"{jobs} processes give {gain:.2f} times one, by the clock (at least {TWICE} for two)")
    return ratio < RATIO or bool(pairs and gain < TWICE)


def memory(folder: Path, sizes: list[int]) -> bool:
    """Print the peak memory of reading archives of some sizes; whether it grows."""
    peaks = []
    for size in sizes:
        write(folder / f"{size}.jsonl.gz", size, size)
        peaks.append(measured("accord", folder / f"{size}.jsonl.gz")[3])
        print(f"{size:,} documents: peak {peaks[-1]:.0f} MB", flush=True)
    print(f"{peaks[-1] / peaks[0]:.2f} times (at most {GROWTH})")
    return peaks[-1] > GROWTH * peaks[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--memory", type=int, nargs=2, metavar="DOCUMENTS", help="compare the memory of two sizes instead"
    )
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        one(args.one[0], Path(args.one[1]), args.jobs)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        if args.memory:
            return int(memory(Path(folder), args.memory))
        path = Path(folder) / "archive.jsonl.gz"
        write(path, args.documents, args.seed)
        return int(speed(path, args.rounds, args.jobs))


if __name__ == "__main__":
    sys.exit(main())
