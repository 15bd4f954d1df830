#!/usr/bin/env python3
"""An archive of which 1 % is about relations between states, against spaCy's small pipeline over the same text.

    python benchmarks/archive.py [--documents 10000] [--rounds 5]
    python benchmarks/archive.py --processes 100000 [--jobs 2] [--rounds 5]
    python benchmarks/archive.py --memory 20000 200000 [--jobs 1]

The archive is made up: pages of the corpus of other news and of the samples, names, numbers and sentences shuffled by a seed, so that no
text comes twice. Each round runs, in processes of their own and one after the other: Accord over the gzipped JSONL into a new
store, spaCy over a sample of the same texts, and what any reader must do at least (inflating and reading the lines;
telling the language as well). Start-up is apart: Accord first reads the worked examples and an eighth of the open corpus,
which is not in the archive. Told are seconds of the processor a thousand documents (medians, one thread each), and their ratios.
--processes compares one process with more by the clock, which takes a machine with nothing else to do, and counts the start
of each; --memory compares the peak memory of two sizes. Exits 1 over a bound.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
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

from speed import ONE_THREAD

RATIO, GROWTH, TWICE = 60.0, 1.2, 1.7
RELEVANT = 0.01
SAMPLE = 100  # documents of other news, and one that is relevant, that spaCy is timed on
_ONES = ("accord", "spacy", "lines", "language")


def made(documents: int, seed: int, share: float = RELEVANT) -> Iterator[dict[str, str]]:
    """The records of an archive, of which a share is about relations between states."""
    import corpora

    dice = random.Random(seed)
    news = [document.text for document in corpora.texts(corpora.NEWS)]
    samples = [document.text for document in corpora.texts(corpora.CORPORA[0])]
    every = round(1 / share)
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


def write(path: Path, documents: int, seed: int, share: float = RELEVANT) -> None:
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=6) as out:
        for record in made(documents, seed, share):
            out.write(json.dumps(record) + "\n")


def others() -> list[str]:
    """Texts that are not in the archive, and ask for what is loaded or compiled once."""
    from speed import warm_up

    import corpora

    return [*warm_up(), *(document.text for document in corpora.texts(corpora.CORPORA[1])[::8])]


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
    """What a round's process prints: seconds of the processor and of the clock, documents, MB of all processes."""
    if what == "accord":  # start-up apart, as of the others
        with tempfile.TemporaryDirectory() as folder:
            warm = Path(folder) / "warm.jsonl"
            warm.write_text("".join(json.dumps({"text": text}) + "\n" for text in others()), encoding="utf-8")
            accord(warm, 1)
    _begin()
    does: dict[str, Callable[[], int]] = {
        "accord": lambda: accord(path, jobs),
        "spacy": lambda: spacy(path),
        "lines": lambda: lines(path),
        "language": lambda: language(path),
    }
    count = does[what]()
    own, largest = (resource.getrusage(of).ru_maxrss / 1024 for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    peak = own + (jobs * largest if jobs > 1 else 0)
    print(json.dumps([_used() - _began[0], time.perf_counter() - _began[1], count, peak]))


def measured(what: str, path: Path, jobs: int = 1) -> list[float]:
    command = [sys.executable, __file__, "--one", what, str(path), "--jobs", str(jobs)]
    environment = {**os.environ, **ONE_THREAD}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        sys.exit(f"{what} ended with {done.returncode}:\n{done.stderr}")
    found: list[float] = json.loads(done.stdout.splitlines()[-1])
    return found


def speed(path: Path, rounds: int) -> bool:
    """Print what each costs; whether a bound is missed."""
    found = [{what: measured(what, path) for what in _ONES} for _ in range(rounds)]
    costs = {what: statistics.median(1000 * r[what][0] / r[what][2] for r in found) for what in _ONES}
    for what in _ONES:
        print(f"{what}: {costs[what]:.2f} s of the processor a thousand documents", flush=True)
    ratio = statistics.median(r["spacy"][0] / r["spacy"][2] / (r["accord"][0] / r["accord"][2]) for r in found)
    print(f"accord is {ratio:.1f} times as quick as spaCy (at least {RATIO:.0f}); the limits are "
          f"{costs['spacy'] / costs['language']:.0f} times (language) and {costs['spacy'] / costs['lines']:.0f} (lines)")  # fmt: skip
    return ratio < RATIO


def processes(path: Path, rounds: int, jobs: int) -> bool:
    """Print what more processes give; whether that is too little."""
    gains = []
    for _ in range(rounds):
        clocks = []
        for count in (1, jobs):
            used, clock, documents, _ = measured("accord", path, count)
            clocks.append(clock)
            print(
                f"{documents:,.0f} documents, {count} reading: {clock:.1f} s, {used:.1f} s of the processor", flush=True
            )
        gains.append(clocks[0] / clocks[1])
    gain = statistics.median(gains)
    print(f"{jobs} processes give {gain:.2f} times one, by the clock (at least {TWICE} for two)")
    return gain < TWICE


def memory(folder: Path, sizes: list[int], jobs: int) -> bool:
    """Print the peak memory of reading archives of some sizes, that of all processes added up; whether it grows."""
    peaks = []
    for size in sizes:
        write(folder / f"{size}.jsonl.gz", size, size)
        used, clock, count, peak = measured("accord", folder / f"{size}.jsonl.gz", jobs)
        peaks.append(peak)
        print(f"{count:,.0f} documents: peak {peak:.0f} MB; {used:.0f} s of the processor, {clock:.0f} s", flush=True)
    print(f"{peaks[-1] / peaks[0]:.2f} times (at most {GROWTH})")
    return peaks[-1] > GROWTH * peaks[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--documents", type=int, default=10000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, help="2, or 1 for the memory")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--memory", type=int, nargs=2, metavar="DOCUMENTS", help="compare the memory of two sizes instead"
    )
    parser.add_argument("--processes", type=int, metavar="DOCUMENTS", help="compare one process with more instead")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        one(args.one[0], Path(args.one[1]), args.jobs or 1)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        if args.memory:
            return int(memory(Path(folder), args.memory, args.jobs or 1))
        path = Path(folder) / "archive.jsonl.gz"
        write(path, args.processes or args.documents, args.seed)
        if args.processes:
            return int(processes(path, args.rounds, args.jobs or 2))
        return int(speed(path, args.rounds))


if __name__ == "__main__":
    sys.exit(main())
