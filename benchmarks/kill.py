#!/usr/bin/env python3
"""Kill readings at random moments and see that nothing is lost.

    python benchmarks/kill.py [--runs 30] [--seed 1] [--jobs 2] PATHS...

Each run reads the documents into a new store, and is ended by SIGKILL at a random moment, up to three times over; with
more processes than one, it may also be one of these that is killed, and then the reading must come to its end. After
each kill the store must be sound and hold every document that was told as read; in the end it must export the same as
a store that nothing disturbed. Exits 1 where it does not.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ACCORD = [sys.executable, "-c", "import sys; from accord.cli import main; sys.exit(main())"]
EXPORTS = (["--claims", "--all"], ["--documents"], ["--all", "--details"])
KILLS = 3


def accord(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end; 1 (something was skipped) is no failure here."""
    done = subprocess.run([*ACCORD, *arguments], capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"accord {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr.decode()}")
    return done


def exports(store: Path) -> list[bytes]:
    return [accord("export", "-", *options, "--store", str(store)).stdout for options in EXPORTS]


def children(process: int) -> list[int]:
    """The processes that one has started, by their numbers."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return [int(number) for number in found.stdout.split()]


def killed(store: Path, paths: list[str], after: int, delay: float, worker: bool) -> tuple[set[str], bool]:
    """Start a reading, and kill it, or a process of its crew, so many seconds after so many documents were told as read:
    their names, and whether it was still running."""
    command = [*ACCORD, "read", "--verbose", "--store", str(store), *paths]
    with tempfile.NamedTemporaryFile() as output:
        told = Path(output.name)
        with subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and told.read_bytes().count(b"\n") < after:
                time.sleep(0.002)
            try:
                process.wait(delay)
            except subprocess.TimeoutExpired:
                crew = children(process.pid) if worker else []
                os.kill(crew[-1] if crew else process.pid, signal.SIGKILL)
        lines = [line.split("\t") for line in told.read_text(encoding="utf-8").split("\n")[:-1]]
    names = {line[1] for line in lines if len(line) == 2 and line[0] in ("read", "unchanged", "kept")}
    if worker and process.returncode not in (0, 1, -signal.SIGKILL):
        sys.exit(f"the reading ended with {process.returncode} when a process of its crew was killed")
    return names, process.returncode == -signal.SIGKILL or worker


def moment(dice: random.Random, length: float, count: int) -> tuple[int, float]:
    """When to kill: any time, start-up included, or in the midst of the documents."""
    if dice.random() < 0.25:
        return 0, dice.uniform(0.0, length)
    return dice.randrange(count), dice.uniform(0.0, 2 * length / count)


def faults(store: Path, told: set[str]) -> list[str]:
    """What is wrong with a store after a kill."""
    if not store.exists():
        return [f"{doc} was told as read, and there is no store" for doc in sorted(told)]
    with closing(sqlite3.connect(store)) as connection:
        check = connection.execute("PRAGMA integrity_check").fetchone()[0]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        try:
            names = {name for (name,) in connection.execute("SELECT name FROM names")}
        except sqlite3.OperationalError:  # killed before the tables were made
            names = set()
    found = [] if check == "ok" else [f"integrity: {check}"]
    found += [f"a row without its owner: {row}" for row in broken]
    return found + [f"{doc} was told as read and is lost" for doc in sorted(told - names)]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("paths", nargs="+", metavar="PATHS")
    args = parser.parse_args()
    paths = [*args.paths, "--jobs", str(args.jobs)]
    dice, bad, kills, told_in_all = random.Random(args.seed), 0, 0, 0
    with tempfile.TemporaryDirectory(prefix="accord-kill-") as folder:
        whole = Path(folder) / "undisturbed.db"
        began = time.monotonic()
        first = accord("read", "--store", str(whole), *args.paths)
        length = time.monotonic() - began
        wanted = exports(whole)
        count = len(wanted[1].splitlines())
        claims = len(wanted[0].splitlines())
        print(f"undisturbed: {length:.1f} s, {count} documents, {claims} claims", flush=True)
        if first.returncode:
            print(first.stderr.decode(), file=sys.stderr, flush=True)
        for run in range(1, args.runs + 1):
            store, told = Path(folder) / f"{run}.db", set[str]()
            found: list[str] = []
            for _ in range(dice.randint(1, KILLS)):
                worker = args.jobs > 1 and dice.random() < 0.5
                more, hit = killed(store, paths, *moment(dice, length, count), worker)
                told |= more
                kills += hit
                found += faults(store, told)
            accord("read", "--store", str(store), *paths)
            pairs = zip(EXPORTS, exports(store), wanted, strict=True)
            found += [f"export {' '.join(options)} differs" for options, mine, theirs in pairs if mine != theirs]
            told_in_all += len(told)
            bad += bool(found)
            print(f"run {run}: {len(told)} told before the end; {'; '.join(found) or 'sound'}", flush=True)
    told_line = f"{told_in_all} documents told as read before a kill"
    print(f"{args.runs} runs, {kills} kills, {told_line}, {bad} runs with faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
