#!/usr/bin/env python3
"""What the commands cost over a store of a million claims, and what one more document costs in smaller and larger ones.

    million.py [--claims 1000000] [--store FILE] [--rounds 5] [--ready] [--grow 10000 100000 1000000]

Records between 3,000 pairs of states, from very busy to hardly known (Zipf), are written into a store in bulk, as
`pages.py` does (a store that is there already is taken as it is). Then `accord brief`, `list` and `search` run as a user
runs them, each in a process of its own, beside a full scan of the same table by bare SQLite. Seconds are of the processor,
medians of the rounds; the start of a command is what it takes over a store of four records, and is stated apart. With
`--ready` the briefs of the busiest pairs are kept ready first, as the desk keeps them. Fails over 3 s for a brief, and over
0.5 s for a list or a search, the start apart.

With `--grow`, stores of so many claims are put together (in the folder `--store`, else one that is removed), and documents
are read into each, one after the other: what the reading costs, and putting the records together, beyond what the same takes
in a store of four records.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median

from growth import AS_OF
from pages import _ACCORD, fill

from accord.analysis import Archive, ledger
from accord.brief import kept
from accord.gazetteer import display
from accord.kinds import kinds
from accord.resolve import find_people, voices
from accord.resolve.facts import Shape, make_facts
from accord.resolve.made import make_made
from accord.resolve.records import Resolved
from accord.store import THRESHOLD, Circle, Store, made_of
from accord.store.engine import reading, writing
from accord.store.local import Memory, said_text, seen
from accord.version import __version__

_PAIRS, _PER_RECORD = 3000, 1.64  # claims
_BRIEF, _PAGE = 3.0, 0.5  # seconds
_WORDS = ("railway", "meeting", "agreement fisheries", '"seed certification" vienna')
_SMALL = 4  # records
_TEXT = """{a} and {b} signed an agreement on {what} in {city} on {day} March 2026. The Foreign Minister of {a}, Ruto Bemali{n},
visited {b} on {day} March 2026. {a} and {b} also agreed to open a consulate in {city} by the end of 2027.
"""

_ADD = """
import sys, time
from pathlib import Path
from accord.pipeline import run
from accord.store import Store
with Store.open(Path(sys.argv[1])) as store:
    begun = time.process_time()
    run([Path(sys.argv[2])], store)
    read = time.process_time()
    store.refresh()
    print(read - begun, time.process_time() - read)
"""

Scan = Callable[[], object]


def spent(command: Sequence[str]) -> float:
    """Seconds of the processor that a command takes."""
    child = subprocess.Popen(
        [sys.executable, "-c", _ACCORD, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert child.stderr is not None
    said = child.stderr.read().decode()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"accord {' '.join(command)} failed: {said}")
    return used.ru_utime + used.ru_stime


def scanned(line: sqlite3.Connection, table: str, column: str, words: Sequence[str]) -> Scan:
    """A full scan of a table for words in a column."""
    where = " AND ".join(f"{column} LIKE ?" for _ in words)
    return line.execute(f"SELECT count(*) FROM {table} WHERE {where}", [f"%{word}%" for word in words]).fetchone


def timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


# ---------------------------------------------------------------------- what is asked


def pairs(path: Path) -> list[tuple[str, list[str], int]]:
    """A pair of states of which as much is told as of the median, a busy one (of the busiest twentieth), and the busiest,
    each with the number of its records."""
    with sqlite3.connect(path) as line:
        sql = (
            "SELECT states, records FROM circles WHERE states NOT LIKE '-%' AND states <> '*' ORDER BY records, states"
        )
        rows = line.execute(sql).fetchall()
    chosen = {"median": rows[len(rows) // 2], "busy": rows[-1 - len(rows) // 20], "busiest": rows[-1]}
    return [(name, states.split("-"), records) for name, (states, records) in chosen.items()]


def questions(path: Path) -> Iterator[tuple[str, list[str], float, tuple[str, str, list[str]]]]:
    """What is asked: its name, the command, its bound, and the table, column and words of the scan beside it."""
    found = pairs(path)
    for name, states, records in found:
        yield f"brief, {name} ({records:,} records)", ["brief", *states], _BRIEF, ("records", "body", states)
    for name, states, _ in found:
        yield f"list, {name}", ["list", "meetings", "--between", *states], _PAGE, ("records", "body", states)
    busiest = found[-1][1]
    for name, more in {
        "list, all": [],
        "list, since": ["--since", "2024"],
        "list, until": ["--until", "2018"],
        "list, topic": ["--topic", "trade"],
        "list, busiest, since and topic": ["--between", *busiest, "--since", "2024", "--topic", "trade"],
        "list, doubtful": ["--doubtful"],
    }.items():
        yield name, ["list", "meetings", *more], _PAGE, ("records", "body", ["trade"])
    for words in _WORDS:
        bare = words.replace('"', "").split()
        yield f"search, {words}", ["search", *words.split()], _PAGE, ("claims", "evidence", bare)
    yield "search, busiest", ["search", "railway", "--between", *busiest], _PAGE, ("claims", "evidence", ["railway"])


def ready(path: Path) -> None:
    """Keep the briefs of the pairs that are asked for, as the desk's own process keeps them."""
    with Store.open(path, create=False) as store:
        due = {circle.states: circle for circle in store.ready.due(made_of(AS_OF, "en"))}
        for name, states, records in pairs(path):
            circle: Circle | None = due.get("-".join(sorted(states)))
            if circle is None:
                continue
            begun = time.process_time()
            whole = Archive.of(store, circle.between)
            lines = ledger(whole.only(least=THRESHOLD), AS_OF, store.outcomes())
            found = list(kept.ahead(store, whole, lines, (states[0], states[1]), AS_OF, "en"))
            if found:
                store.ready.keep(circle, made_of(AS_OF, "en"), found)
                print(f"the {name} pair's two briefs ({records:,} records) made in {time.process_time() - begun:.0f} s")


def measure(path: Path, small: Path, rounds: int) -> bool:
    """Print the table; whether every bound is kept."""
    print("| question | start | beyond it | full scan | times the scan |\n| --- | ---: | ---: | ---: | ---: |")
    good = True
    with sqlite3.connect(path) as line:
        for name, command, bound, (table, column, words) in questions(path):
            day = ["--as-of", AS_OF.isoformat()] if command[0] == "brief" else []
            start = median(spent([*command, *day, "--store", str(small)]) for _ in range(rounds))
            whole = median(spent([*command, *day, "--store", str(path)]) for _ in range(rounds))
            scan = median(timed(lambda: scanned(line, table, column, words)()) for _ in range(rounds))  # noqa: B023
            own, over = max(0.0, whole - start), ""
            if own > bound:
                good, over = False, f" (over {bound})"
            print(f"| {name} | {start:.2f} s | {own:.2f} s{over} | {scan:.2f} s | {own / scan:.2f} |", flush=True)
    return good


# ---------------------------------------------------------------------- one more document


def grow(folder: Path, sizes: Sequence[int], small: Path, rounds: int) -> None:
    """Print what a document costs in stores of some sizes: each round reads one into every store, so that what else goes on
    on the machine is shared by all."""
    paths = {size: folder / f"grow-{size}.db" if size else small for size in (0, *sizes)}
    for size, path in paths.items():
        if not path.exists():
            fill(path, round(size / _PER_RECORD), _PAIRS)
        with closing(sqlite3.connect(path)) as line:
            known = line.execute("SELECT count(*) FROM document_voices").fetchone()[0]
        if not known:
            remember(path)
    states = {size: pairs(path)[0][1] for size, path in paths.items()}
    taken: dict[int, list[tuple[float, float]]] = {size: [] for size in paths}
    for n in range(rounds):
        for size, path in paths.items():
            taken[size].append(_one_more(path, folder, states[size], n))
    start = [median(t[part] for t in taken[0]) for part in (0, 1)]
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; start: {start[0]:.2f} s, {start[1]:.3f} s")
    print("| claims | reading, beyond the start | putting together, beyond the start |\n| ---: | ---: | ---: |")
    for size in sizes:
        own = [median(t[part] for t in taken[size]) - start[part] for part in (0, 1)]
        print(f"| {size:,} | {own[0]:.2f} s | {own[1]:.3f} s |", flush=True)


def remember(path: Path) -> None:
    """Write down what is remembered of all claims once records are put together; the records stay as they were filled in."""
    shapes, begun = {name: Shape(kind) for name, kind in kinds().items()}, time.process_time()
    with Store.open(path) as store:
        claims, heard = store.claims(), voices(store.prints())
        people = find_people(claims, kinds())
        made = make_made(claims, shapes, people)
        found = Resolved((), tuple(make_facts(claims, shapes, made)), made, people)
        with reading(store._engine, path) as connection:
            at = seen(connection)
        for step in Memory(found, heard, said_text([]), at, __version__).steps():
            with writing(store._engine, path) as connection:
                step(connection)
    print(f"{len(claims):,} claims remembered in {time.process_time() - begun:.0f} s of the processor", flush=True)


def _one_more(path: Path, folder: Path, states: Sequence[str], number: int) -> tuple[float, float]:
    """Seconds of reading a document, and of putting its records together, in a process of its own."""
    first, second = (display(state) for state in states)
    subject = ("fisheries", "postal services", "grain storage", "forest fires", "mining safety")[number % 5]
    text = _TEXT.format(a=first, b=second, what=subject, city="Vienna", day=number % 28 + 1, n=_letters(time.time_ns()))
    document = folder / f"{path.stem}-{time.time_ns()}.txt"
    document.write_text(text)
    said = subprocess.run([sys.executable, "-c", _ADD, str(path), str(document)], check=True, capture_output=True)
    read, together = map(float, said.stdout.split())
    return read, together


def _letters(number: int) -> str:
    """An ending that no name has had yet."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number)[-12:])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--store", type=Path, default=None, help="kept; a store that is there is taken as it is")
    parser.add_argument("--ready", action="store_true", help="keep the briefs of busy pairs ready first")
    parser.add_argument("--grow", type=int, nargs="*", default=None, metavar="CLAIMS", help="measure reading instead")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        small = folder / "small.db"
        fill(small, _SMALL, 1)
        if args.grow is not None:
            grow(args.store or folder, args.grow, small, args.rounds)
            return 0
        path = args.store or folder / "million.db"
        if not path.exists():
            fill(path, round(args.claims / _PER_RECORD), _PAIRS)
        if args.ready:
            ready(path)
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
        return 0 if measure(path, small, args.rounds) else 1


if __name__ == "__main__":
    sys.exit(main())
