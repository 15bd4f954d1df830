#!/usr/bin/env python3
"""Measure identity on pairs judged by hand:  pairs.py [CORPUS ...] [--wrong] [--write]

A line of tests/corpora/pairs/CORPUS.jsonl holds two ends, whether they are one thing (or one person, where `who` gives a
name of each end), and why. An end is a gold line: its document, kind and `line_id`; `about` is for readers alone.
Measured twice: on the gold lines themselves, which is identity alone, and on what Accord reads, where pairs with an end
that was not found are left out and counted. `--wrong` lists the wrong ones; `--write` writes the table of
docs/accuracy.md anew.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import corpora
from accord import evaluate, pipeline
from accord.document import Document, Evidence
from accord.evaluate.score import assigned
from accord.exports import claim_lines
from accord.kinds import kinds
from accord.record import Claim, Role, canonical
from accord.resolve import find_people, resolve
from accord.resolve.people import People
from accord.values import Period
from marks import fill

__all__ = ["VIEWS", "Tally", "Wrong", "line_id", "measure", "present"]

FOLDER = corpora.ROOT / "tests" / "corpora" / "pairs"
PAGE = corpora.ROOT / "docs" / "accuracy.md"
VIEWS = ("gold", "read")
_NOT_SAID = ("quote", "optional")
_STATE = re.compile(r"[A-Z]{3}")
Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A pair on which identity and the judge differ; `found`: what identity says."""

    pair: Line
    found: str


@dataclass(slots=True)
class Tally:
    """Pairs that are one and were put together, that were kept apart, that are two and were put together; how many are
    two and stayed so, and how many had an end that was not found."""

    together: int = 0
    missed: int = 0
    false: int = 0
    apart: int = 0
    unread: int = 0

    @property
    def precision(self) -> float:
        return self.together / (self.together + self.false) if self.together + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.together / (self.together + self.missed) if self.together + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, pair: Line, one: bool) -> bool:
        """Count a pair; whether it is right."""
        if pair["verdict"] == "same":
            self.together, self.missed = self.together + one, self.missed + (not one)
            return one
        self.false, self.apart = self.false + one, self.apart + (not one)
        return not one


def present() -> list[corpora.Corpus]:
    """The corpora that have pairs and are here."""
    return [c for c in corpora.CORPORA if c.present and (FOLDER / f"{c.name}.jsonl").is_file()]


def line_id(line: Line) -> str:
    """What an end is anchored to: the first twelve hex digits of a hash of all that a gold line says."""
    said = {key: value for key, value in line.items() if key not in _NOT_SAID}
    return hashlib.sha256(canonical(said).encode()).hexdigest()[:12]


def measure(corpus: corpora.Corpus, view: str) -> tuple[Tally, list[Wrong]]:
    """The tally of a corpus on its gold lines ("gold") or on what is read of it ("read"), and the wrong pairs. Raises
    ValueError for a pair whose end is no gold line."""
    texts = {d.doc.rsplit("/", 1)[-1]: d for d in corpora.texts(corpus)}
    gold = {line_id(line): line for line in evaluate.load(corpus.gold)}
    claims, ends = _told(gold, texts) if view == "gold" else _read(corpus, gold, texts)
    record = {c.id: r.id for r in resolve(claims, {}) for c in r.claims}
    people, by_id = find_people(claims, kinds()), {c.id: c for c in claims}
    tally, wrong = Tally(), list[Wrong]()
    for pair in evaluate.load(FOLDER / f"{corpus.name}.jsonl"):
        for side in (pair["left"], pair["right"]):
            if side["line"] not in gold:
                raise ValueError(f"{corpus.name}: no gold line {side['line']} ({side['doc']}: {side['about']})")
        left, right = (by_id.get(ends.get(side["line"], "")) for side in (pair["left"], pair["right"]))
        if left is None or right is None:
            tally.unread += 1
            continue
        one = _one_person(people, pair, left, right) if "who" in pair["left"] else record[left.id] == record[right.id]
        if not tally.add(pair, one):
            wrong.append(Wrong(pair, "same" if one else "different"))
    return tally, wrong


def _one_person(people: People, pair: Line, left: Claim, right: Claim) -> bool:
    ends = []
    for side, claim in ((pair["left"], left), (pair["right"], right)):
        when = kinds()[claim.kind].first(Role.WHEN, claim.values)
        ends.append(people.who(side["who"], claim.document, Period.parse(str(when)) if when else None))
    return people.same(*ends)[0] is True


def _told(gold: Mapping[str, Line], texts: Mapping[str, Document]) -> tuple[list[Claim], dict[str, str]]:
    """The gold lines as claims, each under its own anchor."""
    claims = [_claim(anchor, line, texts[line["doc"]].text) for anchor, line in gold.items()]
    return claims, {anchor: claim.id for anchor, claim in zip(gold, claims, strict=True)}


def _claim(anchor: str, line: Line, text: str) -> Claim:
    kind, doc = kinds()[line["kind"]], line["doc"]
    values = {f.name: line[f.name] for f in kind.fields if line.get(f.name) is not None}
    values |= {f.name: values[f.name][0] for f in kind.with_role(Role.TOPIC) if isinstance(values.get(f.name), list)}
    concerns = set(line.get("concerns", ()))
    for f in kind.with_role(Role.CONCERNS):
        said = values.get(f.name, ())
        concerns |= {s for s in ([said] if isinstance(said, str) else said) if _STATE.fullmatch(s)}
    start, end = _place(line["quote"], text)
    evidence = (Evidence(doc, start, end, text[start:end], tuple(values)),)
    status = line.get("status", "reported")
    return Claim(f"{kind.name}-{anchor}", doc, doc, kind.name, values, evidence, status, tuple(sorted(concerns)))


def _place(quote: str, text: str) -> tuple[int, int]:
    """Where a gold line's quote stands, whatever the spaces and line breaks; the start of the text where its reviewer
    wrote it out in another order."""
    found = re.search(r"\s*".join(map(re.escape, re.findall(r"\w+|[^\w\s]", quote))), text)
    return found.span() if found else (0, 0)


def _read(
    corpus: corpora.Corpus, gold: Mapping[str, Line], texts: Mapping[str, Document]
) -> tuple[list[Claim], dict[str, str]]:
    """What Accord claims of the corpus, and which claim stands for a gold line."""
    tools = pipeline.house(corpus.manifest)
    claims = [claim for document in texts.values() for claim in tools.extract(document) or ()]
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for anchor, line in gold.items():
        groups[line["doc"], line["kind"]].append(anchor)
    lines: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for said in claim_lines(claims):
        lines[said["doc"].rsplit("/", 1)[-1], said["kind"]].append(said)
    ends: dict[str, str] = {}
    for key, anchors in groups.items():
        taken = assigned(key[1], [gold[a] for a in anchors], lines[key])
        ends |= {anchors[i]: lines[key][best]["id"] for i, best in taken.items()}
    return claims, ends


def table(tallies: Mapping[tuple[str, str], Tally]) -> str:
    """The figures as a table of Markdown, a line for each corpus and view."""
    names = {"gold": "on the gold lines", "read": "as read"}
    rows = [
        f"| {corpus}, {names[view]} | {t.together + t.missed} | {t.apart + t.false} | {t.unread} | {t.missed} | {t.false} | "
        f"{t.precision:.3f} | {t.recall:.3f} | {t.f1:.3f} |"
        for (corpus, view), t in tallies.items()
    ]
    head = "| corpus | one | two | not found | kept apart | put together | precision | recall | F1 |"
    return "\n".join([head, "| --- " + "| ---: " * 8 + "|", *rows])


def told(wrong: Wrong) -> Iterator[str]:
    """A wrong pair on three lines."""
    pair = wrong.pair
    yield f"{pair['verdict']}, found {wrong.found}: {pair['why']}"
    for side in (pair["left"], pair["right"]):
        who = f" [{side['who']}]" if "who" in side else ""
        yield f"    {side['doc']}: {side['kind']} {side['about']}{who}"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="*", help="by name; all that are here without one")
    parser.add_argument("--wrong", action="store_true", help="list the pairs that are wrong")
    parser.add_argument("--write", action="store_true", help="write the table of docs/accuracy.md")
    given = parser.parse_args(arguments)
    tallies = dict[tuple[str, str], Tally]()
    for corpus in (c for c in present() if not given.corpus or c.name in given.corpus):
        for view in VIEWS:
            tallies[corpus.name, view], wrong = measure(corpus, view)
            for one in wrong if given.wrong else ():
                print(f"{corpus.name}, {view}:", *told(one), sep="\n", end="\n\n")
    print(table(tallies))
    if given.write:
        PAGE.write_text(fill(PAGE.read_text(encoding="utf-8"), "pairs", table(tallies)), encoding="utf-8")


if __name__ == "__main__":
    main()
