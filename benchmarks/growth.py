#!/usr/bin/env python3
"""How the cost of putting claims together and asking of them grows with their number.

    growth.py [--sizes 1000 10000 100000] [--rounds 3] [--profile STEP]

Claims of all sorts of things are generated, no text is read and nothing kept in a store: pairs of states from very busy to hardly
known (Zipf), things told 1 to 12 times with varied spelling, precision and figures, ten years, people in offices, some
documents near-copies of others. Each size and round runs in a process of its own. Printed: seconds of processor time of each step (medians),
what each tenfold costs, and the peak memory of the process. Exits 1 where a tenfold of the whole costs over fourteenfold.
"""

from __future__ import annotations

import argparse
import cProfile
import hashlib
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate, combinations, pairwise
from typing import Any

from accord.analysis import Archive, Paper, changes, contradictions, course, dyads, ledger, timeline
from accord.document import Block, Document, Evidence
from accord.gazetteer import all_states
from accord.kinds import kinds
from accord.record import Claim, Role, claim_id
from accord.resolve import paragraph_prints, resolve, voices
from accord.values import Period

BOUND = 14.0  # times, for each tenfold of claims
AS_OF = date(2026, 6, 30)
_FIRST, _DAYS = date(2016, 1, 1), 3650
_PAIRS = 3000  # pairs of states that anything is told of
_PER_DOCUMENT = 4  # claims
_COPIES = 0.1  # share of documents that near-copies are made of
_PARTS = "ba be bi bo da de do ga go ka ke ki ko la le li lo ma me mi mo na ne no ra re ri ro sa se so ta te ti to va ve".split()
_SUBJECTS = (
    "Fisheries", "Seed Certification", "Road Transit", "Extradition", "Customs Data", "Veterinary Control", "Air Services",
    "Water Metering", "Student Exchange", "Tourism Promotion", "Double Taxation", "Forest Fires", "Railway Tariffs",
    "Mining Safety", "Consular Assistance", "Grain Storage", "Postal Services", "Nuclear Safety",
)  # fmt: skip
_FORMS = ("Agreement", "Protocol", "Convention", "Memorandum")
_TOPICS = ("border", "trade", "energy", "water", "transport", "security", "education", "health", "general")
_SPELLINGS = (("ka", "qa"), ("ki", "qi"), ("se", "ze"), ("va", "wa"), ("to", "tho"))
_OFFICES = ("Foreign Minister", "President", "Prime Minister", "Minister of Energy", "Deputy Foreign Minister")

Told = tuple[str, dict[str, Any], str]  # kind, values, status


class World:
    """Things between states, one after the other, each told several times."""

    def __init__(self, seed: int, claims: int) -> None:
        self.dice = random.Random(seed)
        self.capitals = {s.alpha3: s.capital for s in all_states("state")}
        states = sorted(self.capitals)
        pairs = list(combinations(states, 2))
        self.dice.shuffle(pairs)
        self.pairs = pairs[:_PAIRS]
        self.weights = [1 / (place + 1) for place in range(_PAIRS)]
        count = 3 + int(claims**0.5 / 30)  # people a state: more are named where more is told
        self.people = {s: [self._person() for _ in range(count)] for s in states}
        self.makers = (
            (self.agreement, 18), (self.visit, 14), (self.meeting, 18), (self.session, 6), (self.figure, 12),
            (self.promise, 10), (self.crossing, 8), (self.incident, 5), (self.project, 4), (self.event, 5),
            (self.transport, 3),
        )  # fmt: skip

    def word(self, parts: int = 3) -> str:
        return "".join(self.dice.choices(_PARTS, k=parts)).capitalize()

    def _person(self) -> str:
        return f"{self.word(2)} {self.word(4)}"

    def spelled(self, name: str) -> str:
        old, new = self.dice.choice(_SPELLINGS)
        return name.replace(old, new) if self.dice.random() < 0.3 else name

    def when(self, day: date) -> str:
        return day.isoformat() if self.dice.random() < 0.8 else day.isoformat()[:7]

    def things(self) -> Iterator[list[tuple[date, Told]]]:
        """The tellings of one thing after the other, each with the day on which it is told."""
        makers, odds = zip(*self.makers, strict=True)
        up_to = list(accumulate(self.weights))
        while True:
            pair = self.dice.choices(self.pairs, cum_weights=up_to)[0]
            day = _FIRST + timedelta(days=self.dice.randrange(_DAYS))
            make = self.dice.choices(makers, odds)[0](pair, day)
            times = min(12, 1 + int(self.dice.expovariate(0.45)))
            yield [(day + timedelta(days=1 + int(self.dice.expovariate(0.02))), make()) for _ in range(times)]

    # ------------------------------------------------------------------ things: each a way to tell it

    def agreement(self, pair: tuple[str, str], day: date) -> Callable[[], Told]:
        form, subject, topic = (self.dice.choice(x) for x in (_FORMS, _SUBJECTS, _TOPICS))
        title = f"{form} on {subject} in {self.word()}" if self.dice.random() < 0.5 else f"{form} on {subject}"
        said = {"parties": list(pair), "form": form.lower(), "action": "signed", "topic": topic}
        said = said if said["form"] != "convention" else {**said, "form": "treaty"}
        return lambda: ("agreement", {"title": self.spelled(title), **said, "date": self.when(day)}, "reported")

    def visit(self, pair: tuple[str, str], day: date) -> Callable[[], Told]:
        at = self.dice.randrange(len(self.people[pair[0]]))
        name, office = self.people[pair[0]][at], _OFFICES[at % len(_OFFICES)]

        def tell() -> Told:
            values = {"visitor": self.spelled(name), "host": pair[1], "date": self.when(day), "sending": pair[0]}
            return "visit", {**values, "office": office}, "reported"

        return tell

    def meeting(self, pair: tuple[str, str], day: date) -> Callable[[], Told]:
        names = [self.dice.choice(self.people[state]) for state in pair]
        place, topic = self.word(), self.dice.choice(_TOPICS)

        def tell() -> Told:
            who = [self.spelled(n) for n in names if self.dice.random() < 0.8]
            values = {"states": list(pair), "participants": who, "date": self.when(day), "place": place}
            return "meeting", {k: v for k, v in values.items() if v} | {"topic": topic}, "reported"

        return tell

    def session(self, pair: tuple[str, str], day: date) -> Callable[[], Told]:
        name, ordinal = f"Joint {self.dice.choice(_SUBJECTS)} Commission", self.dice.randrange(1, 40)

        def tell() -> Told:
            planned = self.dice.random() < 0.3
            action = "session-planned" if planned else "session-held"
            values = {"name": name, "parties": list(pair), "action": action, "ordinal": ordinal}
            return "body", {**values, "date": self.when(day)}, "planned" if planned else "reported"

        return tell

    def figure(self, pair: tuple[str, str], day: date) -> Callable[[], Told]:
        measure = self.dice.choice(("trade-turnover", "exports", "imports", "investment"))
        goods = self.word() if self.dice.random() < 0.6 else ""
        exact = round(self.dice.uniform(10, 900), 1) * 1e6

        def tell() -> Told:
            value = exact * (1.5 if self.dice.random() < 0.05 else 1)
            values = {"measure": measure, "value": value, "period": str(day.year), "unit": "USD", "about": list(pair)}
            return "indicator", values | ({"goods": goods} if goods else {}), "reported"

        return tell

    def promise(self, pair: tuple[str, str], day: date) -> Callable[[], Told]:
        due = (day + timedelta(days=self.dice.randrange(90, 900))).isoformat()[:7]
        deed = self.dice.choice(("open a consulate in", "resume flights to", "build a bridge near", "supply grain to"))
        said = {"by": list(pair), "what": f"{deed} {self.word()}", "due": due, "topic": self.dice.choice(_TOPICS)}
        if self.dice.random() < 0.3:
            aim = {"target": self.dice.randrange(2, 90) * 1e7, "unit": "USD", "measure": "trade-turnover"}
            said |= {"what": "raise trade turnover", "topic": "trade", **aim}
        return lambda: ("commitment", dict(said), "reported")

    def transport(self, pair: tuple[str, str], day: date) -> Callable[[], Told]:
        said = {
            "mode": self.dice.choice(("air", "rail", "bus")),
            "from": self.capitals[pair[0]],
            "to": self.capitals[pair[1]],
        }

        def tell() -> Told:
            planned = self.dice.random() < 0.4
            values = said | {"action": "planned" if planned else "launched", "date": self.when(day)}
            return "transport", values, "planned" if planned else "reported"

        return tell

    def crossing(self, pair: tuple[str, str], day: date) -> Callable[[], Told]:
        name = self.word()

        def tell() -> Told:
            late = self.dice.random() < 0.4
            when = self.when(day + timedelta(days=200 * late))
            action = "reopened" if late else "closed"
            return (
                "crossing",
                {"name": self.spelled(name), "action": action, "states": list(pair), "date": when},
                "reported",
            )

        return tell

    def incident(self, pair: tuple[str, str], day: date) -> Callable[[], Told]:
        sort, place = self.dice.choice(("clash", "shooting", "attack", "protest")), self.word()

        def tell() -> Told:
            values = {"states": list(pair), "date": self.when(day), "type": sort, "place": self.spelled(place)}
            return "incident", values, "denied" if self.dice.random() < 0.05 else "reported"

        return tell

    def project(self, pair: tuple[str, str], day: date) -> Callable[[], Told]:
        name = f"{self.word()}-{self.word()} {self.dice.choice(('road', 'railway', 'pipeline', 'bridge'))}"
        said = {"states": list(pair), "action": "construction", "date": day.isoformat()[:7]}
        return lambda: ("project", {"name": self.spelled(name), **said}, "reported")

    def event(self, pair: tuple[str, str], day: date) -> Callable[[], Told]:
        said = {"name": f"Festival of {self.word()}", "states": list(pair)}
        return lambda: ("event", {**said, "date": self.when(day)}, "reported")


# ---------------------------------------------------------------------- documents


def documents(claims: int, seed: int = 1) -> Iterator[tuple[Document, list[Claim], Sequence[int]]]:
    """So many claims in documents of a few each, with their paragraph prints."""
    world = World(seed, claims)
    told: list[tuple[date, tuple[str, str], Told]] = []
    for thing in world.things():
        told += [(day, tuple(_concerns(*one[:2]))[:2], one) for day, one in thing]  # type: ignore[misc]
        if len(told) >= claims:
            break
    told = sorted(told[:claims], key=lambda t: (t[1], t[0]))
    for start in range(0, len(told), _PER_DOCUMENT):
        part = told[start : start + _PER_DOCUMENT]
        yield _document(f"{start // _PER_DOCUMENT:06}.txt", max(d for d, _, _ in part), [t for _, _, t in part])
        if world.dice.random() < _COPIES / 2:
            yield _document(
                f"{start // _PER_DOCUMENT:06}-copy.txt", max(d for d, _, _ in part), [t for _, _, t in part]
            )


def _concerns(kind: str, values: dict[str, Any]) -> list[str]:
    said = [values.get(f.name) for f in kinds()[kind].with_role(Role.CONCERNS)]
    return sorted({s for one in said if one for s in (one if isinstance(one, list) else [one])})


def _document(doc: str, day: date, told: list[Told]) -> tuple[Document, list[Claim], Sequence[int]]:
    text, spans = f"{doc} {day}\n", []
    for kind, values, _ in told:
        line = f"{kind}: " + "; ".join(f"{k} {v}" for k, v in values.items()) + "."
        spans.append((len(text), len(text) + len(line)))
        text += line + "\n"
    hash_ = hashlib.sha256(text.encode()).hexdigest()
    blocks = tuple(Block("paragraph", a, b) for a, b in spans)
    paper = f"{int(hash_[:2], 16) % 40} Times"
    document = Document(hash_, doc, text, blocks, "en", doc, "", paper, Period.parse(day.isoformat()), "text/plain")
    found = [
        Claim(claim_id(hash_, kind, values, a, b), hash_, doc, kind, values, (Evidence(doc, a, b, text[a:b], tuple(values)),),
              status, tuple(_concerns(kind, values)))
        for (kind, values, status), (a, b) in zip(told, spans, strict=True)
    ]  # fmt: skip
    return document, found, paragraph_prints(text, blocks)


# ---------------------------------------------------------------------- the steps


def measured(claims: int, profiled: str = "") -> dict[str, float]:
    """Seconds of each step, how many records there are, and the process's peak memory in MB."""
    documents_, said, prints = [], [], {}
    for document, found, own in documents(claims):
        documents_.append(document)
        said += found
        prints[document.hash] = own
    done: dict[str, Any] = {}

    def archive() -> None:
        papers = {
            d.hash: Paper(d.hash, d.doc, d.published, d.publisher, d.title, f"{d.published}T12", done["voices"][d.hash])
            for d in documents_
        }
        done["archive"] = Archive(done["records"], papers, kinds())

    steps: dict[str, Callable[[], Any]] = {
        "voices": lambda: done.update(voices=voices(prints)),
        "resolve": lambda: done.update(records=resolve(said, done["voices"])),
        "archive": archive,
        "ledger": lambda: ledger(done["archive"], AS_OF),
        "contradictions": lambda: contradictions(done["archive"]),
        "timeline": lambda: timeline(done["archive"], AS_OF),
        "course": lambda: course(done["archive"], AS_OF),
        "dyads": lambda: dyads(done["archive"], AS_OF),
        "changes": lambda: changes(done["archive"], "2020-12-31"),
    }
    seconds = {name: _timed(step, name == profiled) for name, step in steps.items()}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    whole = {**seconds, "all": sum(seconds.values())}
    return {"claims": len(said), "records": len(done["records"]), **whole, "peak": peak}


def _timed(step: Callable[[], Any], profiled: bool) -> float:
    profiler = cProfile.Profile()
    began = time.process_time()
    if profiled:
        profiler.runcall(step)
    else:
        step()
    seconds = time.process_time() - began
    if profiled:
        profiler.print_stats("tottime")
    return seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", default="", metavar="STEP")
    parser.add_argument("--one", type=int, default=0, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measured(args.one, args.profile)))
        return 0
    table = {size: _median([_run(size) for _ in range(args.rounds)]) for size in args.sizes}
    return _told(table)


def _run(size: int) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, "--one", str(size)], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _median(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {key: statistics.median(r[key] for r in rounds) for key in rounds[0]}


def _told(table: dict[int, dict[str, float]]) -> int:
    """Print the table; 1 where the whole grows too fast."""
    sizes = sorted(table)
    print("| step | " + " | ".join(f"{s:,} claims" for s in sizes) + " | each tenfold |")
    print("| --- |" + " ---: |" * (len(sizes) + 1))
    worst = 0.0
    for step in [k for k in table[sizes[0]] if k not in ("claims", "records", "peak")]:
        row = [table[s][step] for s in sizes]
        ratios = [b / a for a, b in pairwise(row)]
        worst = max([worst, *ratios]) if step == "all" else worst
        print(f"| {step} | " + " | ".join(f"{x:.2f} s" for x in row) + f" | {', '.join(f'{r:.1f}' for r in ratios)} |")
    for key, unit in (("records", ""), ("peak", " MB")):
        print(f"| {key} | " + " | ".join(f"{table[s][key]:,.0f}{unit}" for s in sizes) + " | |")
    return int(worst > BOUND)


if __name__ == "__main__":
    sys.exit(main())
