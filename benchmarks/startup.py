#!/usr/bin/env python3
"""`accord --help` beside `python -c pass`: medians of alternating starts, and their ratio.

    python benchmarks/startup.py [--rounds 20]

Exits 1 where the ratio is over its bound.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

RATIO = 15.0


def seconds(command: list[str]) -> float:
    """How long a command takes, from start to end."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


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
    return int(help_ / nothing > RATIO)


if __name__ == "__main__":
    sys.exit(main())
