#!/usr/bin/env python3
"""How long the desk's pages take over a large store, beside a bare page and a bare question of SQLite.

    pages.py [--records 200000] [--readers 8] [--seconds 10] [--store FILE] [--reading TEXTS]

Records between 500 pairs of states, from very busy to hardly known (Zipf), are written into a store in bulk (a store that
is there already is taken as it is), and what is found in them is counted where it is not yet. Then `accord serve` runs in a process of its
own, and readers in another ask each page for so many seconds, between pairs drawn at random: first each alone, then while
`accord read` reads so many made-up texts about relations between states into the store, a copy of which is kept for it; what
is read is counted meanwhile, as ever. Printed in milliseconds: the median and the 95th percentile of each page, how
many times those of a bare page of the same framework under the same server, what each costs the server's processor, and the
server's peak memory.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from statistics import quantiles
from typing import Any

import archive
from growth import _FORMS, _SUBJECTS, _TOPICS, AS_OF, World, _concerns, _document

from accord.analysis import OUTCOMES
from accord.record import Record
from accord.store import Store

_PAIRS, _BATCH, _PER_DOCUMENT = 500, 20_000, 4
_BOUND_MS, _BOUND_TIMES = 150, 15
_PATIENCE = 20  # seconds that a reader waits for an answer
_ACCORD = "import sys; from accord.cli import main; sys.exit(main())"
_BARE = """
import socket, sys, uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment
app, page = FastAPI(), Environment(autoescape=True).from_string("<h1>{{ name }}</h1><ul>{% for n in some %}<li>{{ n }}</li>{% endfor %}</ul>")
@app.get("/")
def bare(request: Request) -> HTMLResponse:
    return HTMLResponse(page.render(name="Bare", some=range(25)))
taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
taken.bind(("127.0.0.1", 0))
taken.listen()
print(f"http://127.0.0.1:{taken.getsockname()[1]}/", file=sys.stderr, flush=True)
uvicorn.Server(uvicorn.Config(app, http="h11", log_level="warning")).run(sockets=[taken])
"""


# ---------------------------------------------------------------------- the store


def things(count: int, pairs: int) -> Iterator[list[Any]]:
    """Things between so many pairs, each with its tellings."""
    world = World(1, count)
    world.pairs, world.weights = world.pairs[:pairs], world.weights[:pairs]
    return ([(day, told) for day, told in thing[:2]] for thing in islice(world.things(), count))


def fill(path: Path, count: int, pairs: int = _PAIRS) -> None:
    """A store of so many records between so many pairs, each of one claim or two."""
    found, begun = things(count, pairs), time.monotonic()
    with Store.open(path) as store:
        for batch in iter(lambda: list(islice(found, _BATCH)), []):
            papers, claims, records = [], [], []
            for start in range(0, len(batch), _PER_DOCUMENT):
                part = batch[start : start + _PER_DOCUMENT]
                told = [one for thing in part for _, one in thing]
                name = f"{hash((str(told), start)) & 0xFFFFFFFFFFFF:012x}.txt"
                document, made, prints = _document(name, max(day for thing in part for day, _ in thing), told)
                papers.append((document, document.text.encode(), prints))
                claims += made
                left = iter(made)
                for thing in part:
                    own = tuple(islice(left, len(thing)))
                    kind, values, status = thing[0][1]
                    concerns = tuple(_concerns(kind, values))
                    records.append(Record(f"{kind}-{own[0].id[-12:]}", kind, values, status, concerns, own))
            store.load(papers, claims, records)
    print(f"{count:,} records written in {time.monotonic() - begun:.0f} s, {path.stat().st_size >> 20} MB", flush=True)


def count_all(path: Path) -> None:
    """All findings, made as the desk's own process makes them."""
    begun = time.monotonic()
    code = "from accord.web.counting import main; main()"
    env = {**os.environ, "ACCORD_STORE": str(path)}
    subprocess.run([sys.executable, "-c", code, AS_OF.isoformat(), "en"], check=True, env=env)
    print(f"findings of all circles counted in {time.monotonic() - begun:.0f} s", flush=True)


# ---------------------------------------------------------------------- asking


def serving(command: Sequence[str]) -> tuple[subprocess.Popen[str], str, int]:
    """A server that is up, with its host and port."""
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    line = server.stderr.readline()
    found = re.search(r"http://([\d.]+):(\d+)/", line)
    if found is None:
        raise SystemExit(f"the server did not start: {line}")
    threading.Thread(target=server.stderr.read, daemon=True).start()
    return server, found[1], int(found[2])


def asked(host: str, port: int, paths: Sequence[str], readers: int, seconds: float) -> tuple[list[float], set[str]]:
    """Milliseconds of each answer to readers that ask one path after the other, all at the same time; and the paths that
    were not answered: with an error, or not within `_PATIENCE`, after which their reader asks no more."""
    taken: list[float] = []
    failed: set[str] = set()
    until = time.monotonic() + seconds

    def read(seed: int) -> None:
        dice, line = random.Random(seed), http.client.HTTPConnection(host, port, timeout=_PATIENCE)
        while time.monotonic() < until:
            path, begun = dice.choice(paths), time.perf_counter()
            try:
                line.request("GET", path, headers={"Host": f"{host}:{port}"})
                answer = line.getresponse()
                answer.read()
            except TimeoutError:
                failed.add(path)
                taken.append(_PATIENCE * 1000)
                return
            if answer.status != 200:
                failed.add(f"{path} ({answer.status})")
            taken.append((time.perf_counter() - begun) * 1000)

    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken, failed


def pages(path: Path) -> dict[str, list[str]]:
    """The addresses of each sort of page: of many circles, records, documents, words and filters."""
    dice = random.Random(2)
    with sqlite3.connect(path) as line:
        own = "SELECT states FROM circles WHERE states NOT LIKE '-%' AND states <> '*' ORDER BY states"
        pairs = [row[0] for row in line.execute(own)]
        (top,) = line.execute("SELECT max(rowid) FROM records").fetchone()
        times = [row[0] for row in line.execute("SELECT DISTINCT published FROM shelf ORDER BY published")]
        some = [dice.randrange(1, top + 1) for _ in range(500)]
        records = [row[0] for n in some for row in line.execute("SELECT id FROM records WHERE rowid = ?", (n,))]
        papers = [row[0] for n in some for row in line.execute("SELECT hash FROM claims WHERE number = ?", (n,))]
        (busiest,) = line.execute(f"{own.replace('ORDER BY states', '')} ORDER BY records DESC LIMIT 1").fetchone()
    dyads = ["/dyads/" + pair.replace("-", "/") for pair in pairs]
    words = sorted({word.lower() for subject in _SUBJECTS for word in subject.split()} | {f.lower() for f in _FORMS})
    states = sorted({state for pair in pairs for state in pair.split("-")})
    outcomes = [f"outcome={o}&topic={t}" for o in OUTCOMES for t in ("", *_TOPICS)]
    days = [f"since={year}-{month:02}-01" for year in range(2016, 2027) for month in range(1, 13)]
    by_dyad = {
        name: [f"{d}{rest}" for d in dyads]
        for name, rest in (
            ("dyad", ""), ("dyad, filtered", "?status=planned&since=2018"), ("dyad, words", "?q=railway"),
            ("dyad, timeline", "/timeline"), ("dyad, course", "/course"), ("dyad, commitments", "/commitments"),
            ("dyad, contradictions", "/contradictions"), ("dyad, people", "/people"), ("dyad, map", "/map"),
            ("dyad, brief", "/brief"),
        )
    }  # fmt: skip
    return {
        "home": ["/"],
        **by_dyad,
        "the busiest dyad": [
            f"/dyads/{busiest.replace('-', '/')}{rest}" for rest in ("", "/timeline", "/course", "/people")
        ],
        "record": [f"/records/{id_}" for id_ in records],
        "document": [f"/documents/{hash_}" for hash_ in papers],
        "commitments": [f"/commitments?{asked}" for asked in outcomes],
        "contradictions": [f"/contradictions?topic={topic}" for topic in ("", *_TOPICS)],
        "people": ["/people", *(f"/people?state={state}" for state in states)],
        "documents": [f"/documents?cursor={dice.choice(times)}+0" for _ in range(200)]
        + [f"/documents?since={year}" for year in range(2016, 2027)],
        "changes": [f"/changes?{day}" for day in days],
        "search": [f"/search?q={one}" for one in words],
        "network": ["/network", *(f"/network?topic={topic}" for topic in _TOPICS)],
        "brief": ["/brief", *(f"/brief?topic={topic}" for topic in _TOPICS)],
        "judgements": ["/judgements"],
        "two coders": ["/review/two", "/review/agreement"],
        "why": [f"/why?q={one}" for one in words],
        "review": ["/review"],
    }


def question(path: Path, seconds: float) -> list[float]:
    """Milliseconds of a bare question: a page of a pair's records from the index."""
    taken, until = [], time.monotonic() + seconds
    with sqlite3.connect(path) as line:
        pairs = [row[0] for row in line.execute("SELECT states FROM circles WHERE states <> '*'")]
        dice = random.Random(3)
        while time.monotonic() < until:
            begun = time.perf_counter()
            sql = "SELECT record FROM record_states WHERE states = ? ORDER BY start DESC, record DESC LIMIT 25"
            line.execute(sql, (dice.choice(pairs),)).fetchall()
            taken.append((time.perf_counter() - begun) * 1000)
    return taken


def ends(taken: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    parts = quantiles(taken, n=20, method="inclusive") if len(taken) > 1 else [taken[0]] * 19
    return parts[9], parts[18]


def peak(pid: int) -> int:
    """The peak memory of a process in MB."""
    line = next(x for x in Path(f"/proc/{pid}/status").read_text().splitlines() if x.startswith("VmHWM"))
    return int(line.split()[1]) >> 10


def processor(pid: int) -> float:
    """Milliseconds of the processor that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


# ---------------------------------------------------------------------- the table


def measure(path: Path, args: argparse.Namespace) -> bool:
    """Print the tables; whether all pages keep the bounds."""
    bare, host, port = serving([sys.executable, "-c", _BARE])
    before = processor(bare.pid)
    taken, _ = asked(host, port, ["/"], args.readers, args.seconds)
    spent, plain = (processor(bare.pid) - before) / len(taken), ends(taken)
    bare.terminate()
    small = ends(question(path, min(args.seconds, 3)))
    print(f"bare page: {plain[0]:.1f} ms, 95 %: {plain[1]:.1f} ms, {spent:.2f} ms of the processor")
    print(f"bare question: {small[0]:.2f} ms, 95 %: {small[1]:.2f} ms")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before the first page", flush=True)
    with desk_of(path) as (pid, host, port):
        kept = table(pid, host, port, path, args, plain[1], 1)
    if args.reading:
        print(f"while {args.reading:,} texts are read:", flush=True)
        kept = measure_reading(path, args, plain[1]) and kept
    return kept


@contextmanager
def desk_of(path: Path) -> Iterator[tuple[int, str, int]]:
    """A desk that serves a store: its process, host and port."""
    given = ("serve", "--store", str(path), "--port", "0", "--as-of", AS_OF.isoformat())
    desk, host, port = serving([sys.executable, "-c", _ACCORD, *given])
    try:
        yield desk.pid, host, port
        print(f"peak memory of the server: {peak(desk.pid)} MB; load {os.getloadavg()[0]:.1f}", flush=True)
    finally:
        desk.terminate()
        desk.wait()


def measure_reading(path: Path, args: argparse.Namespace, plain: float) -> bool:
    """The table while texts are read into a copy of the store: the same store can be measured again."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        copy, texts = Path(folder) / "pages.db", Path(folder) / "news.jsonl.gz"
        with closing(sqlite3.connect(path)) as line, closing(sqlite3.connect(copy)) as other:
            line.backup(other)
        archive.write(texts, args.reading, 1, share=1.0)
        with desk_of(copy) as (pid, host, port):
            command = [sys.executable, "-c", _ACCORD, "read", str(texts), "--store", str(copy)]
            reading = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                kept = table(pid, host, port, copy, args, plain, 2)
                print(f"the reading {'was over before' if reading.poll() is not None else 'went on to the end'}")
            finally:
                reading.terminate()
                reading.wait()
    return kept


def table(pid: int, host: str, port: int, path: Path, args: argparse.Namespace, plain: float, times: int) -> bool:
    """Ask each page in turn; whether all keep so many times the bounds."""
    print("| page | median ms | 95 % ms | times a bare page | processor ms | answers |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    kept = True
    for name, paths in pages(path).items():
        if args.only and name not in args.only:
            continue
        asked(host, port, paths, 1, 0.5)  # not counted: templates are made ready, and the file's pages come into memory
        before = processor(pid)
        taken, failed = asked(host, port, paths, args.readers, args.seconds)
        spent, (median, high) = (processor(pid) - before) / len(taken), ends(taken)
        good = not failed and high <= times * _BOUND_MS and high <= times * _BOUND_TIMES * plain
        kept = kept and good
        over = "" if good else " (over)"
        print(
            f"| {name} | {median:.1f} | {high:.1f}{over} | {high / plain:.1f} | {spent:.1f} | {len(taken)} |",
            flush=True,
        )
        for path_ in sorted(failed)[:3]:
            print(f"not answered: {path_}", flush=True)
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, default=200_000)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--store", type=Path, default=None, help="kept; a store that is there is taken as it is")
    parser.add_argument("--reading", type=int, default=0, metavar="TEXTS", help="read meanwhile, in a second round")
    parser.add_argument("--only", nargs="*", default=[], metavar="PAGE")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.store or Path(folder) / "pages.db"
        if not path.exists():
            fill(path, args.records)
        count_all(path)
        return 0 if measure(path, args) else 1


if __name__ == "__main__":
    sys.exit(main())
