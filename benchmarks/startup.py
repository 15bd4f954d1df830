#!/usr/bin/env python3
"""`accord --help` beside `python -c pass`: medians of alternating starts, and their ratio. And what a first reading takes.

    python benchmarks/startup.py [--rounds 20]

A first reading is `accord read` of one short text into a new store, in seconds of the processor: the start of every
process that reads. Exits 1 where the ratio is over its bound.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RATIO = 15.0
TEXT = """Ministers meet

14 March 2025. The foreign ministers of Kazakhstan and Uzbekistan met in Tashkent and signed an agreement on trade.
"""


def seconds(command: list[str]) -> float:
    """How long a command takes, from start to end."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def first_reading(script: Path) -> float:
    """Seconds of the processor that reading one text into a new store takes, from start to end."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "a.txt"
        text.write_text(TEXT, encoding="utf-8")
        began = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds([str(script), "read", str(text), "--store", str(Path(folder) / "a.db")])
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--rounds", type=int, default=20)
    args = parser.parse_args()
    script = Path(sys.executable).with_name("accord")
    commands = [[str(script), "--help"], [sys.executable, "-c", "pass"]]
    for command in commands:
        seconds(command)  # once to fill the disk's cache
    pairs = [[seconds(command) for command in commands] for _ in range(args.rounds)]
    help_, nothing = (statistics.median(pair[i] for pair in pairs) for i in (0, 1))
    print(
        f"accord --help {help_ * 1000:.0f} ms, python -c pass {nothing * 1000:.0f} ms (medians of {args.rounds}), "
        f"ratio {help_ / nothing:.1f} (at most {RATIO:g})"
    )
    reading = statistics.median(first_reading(script) for _ in range(max(1, args.rounds // 4)))
    print(f"the first reading of a process takes {reading:.2f} s of the processor")
    return int(help_ / nothing > RATIO)


if __name__ == "__main__":
    sys.exit(main())
