"""Claims against gold lines: what was found, missed and false, and how many of the keys agree.

A gold line is found when a claim of its kind and document agrees on the kind's deciding keys. A claim that agrees with
no gold line is false; so is a second claim for the same line, and any claim in a document of the folder that has no
gold. Optional gold lines cost nothing when missed and nothing when found. Slot accuracy is the share of the keys of the
found lines that agree; a date, number or ordinal that gold does not have counts against it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TypedDict

from accord.errors import UsageError
from accord.evaluate.agree import Line
from accord.evaluate.same import SAME, same, slot_agrees

__all__ = ["Figures", "Outcome", "Tally", "assigned", "grouped", "load", "score", "table"]

_STATED = ("date", "period", "due", "ordinal", "target", "value", "change", "count")  # only where the text gives them
_NOT_SLOTS = ("doc", "kind", "optional", "quote", "status", "date_from", "undated")


class Figures(TypedDict):
    """What is printed of a group of lines; shares are rounded to three digits."""

    gold: int
    found: int
    false: int
    precision: float
    recall: float
    f1: float
    slots: float | None


@dataclass(slots=True)
class Tally:
    """Counts of a group of lines."""

    found: int = 0
    gold: int = 0
    false: int = 0
    slots: int = 0
    slots_ok: int = 0

    def add(self, other: Tally) -> None:
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    def figures(self) -> Figures:
        recall = self.found / self.gold if self.gold else 1.0
        precision = self.found / (self.found + self.false) if self.found + self.false else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {
            "gold": self.gold,
            "found": self.found,
            "false": self.false,
            "precision": round(precision, 3),
            "recall": round(recall, 3),
            "f1": round(f1, 3),
            "slots": round(self.slots_ok / self.slots, 3) if self.slots else None,
        }


@dataclass(slots=True)
class Outcome:
    """The tallies by document and kind, the gold lines missed, and the false claims with their documents."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=dict)
    misses: list[Line] = field(default_factory=list)
    falses: list[tuple[str, Line]] = field(default_factory=list)


def load(path: Path) -> list[Line]:
    """The lines of a JSONL file. Raises UsageError for what is none."""
    try:
        with path.open(encoding="utf-8") as handle:
            return [json.loads(line) for line in handle if line.strip()]
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}", "give a JSONL file") from error
    except ValueError as error:
        raise UsageError(f"{path} is no JSONL: {error}", "give a file with one JSON object a line") from error


def score(
    gold: Sequence[Line],
    export: Iterable[Line],
    docs: AbstractSet[str] | None = None,
    folder: AbstractSet[str] = frozenset(),
) -> Outcome:
    """Compare an export with gold; only the documents of `docs` where given; all of `folder` are held to be judged."""
    outcome = Outcome()
    by_doc: dict[str, list[Line]] = defaultdict(list)
    for line in export:
        for doc in _documents(line):
            by_doc[doc].append(line)
    judged = {g["doc"] for g in gold} | folder
    for doc in sorted(judged if docs is None else judged & docs):
        for kind in SAME:
            lines = [g for g in gold if g["doc"] == doc and g["kind"] == kind]
            claims = [line for line in by_doc[doc] if line["kind"] == kind]
            outcome.tallies[doc, kind] = _compare(outcome, doc, kind, lines, claims)
    return outcome


def assigned(kind: str, gold: Sequence[Line], claims: Sequence[Line]) -> dict[int, int]:
    """Position of a gold line -> position of the claim that stands for it (one document, one kind): each takes the one
    that agrees on most of its keys, the required lines first."""
    taken = dict[int, int]()
    for place in sorted(range(len(gold)), key=lambda i: bool(gold[i].get("optional"))):
        used = set(taken.values())
        agreeing = {
            i: _agreeing(gold[place], claim)
            for i, claim in enumerate(claims)
            if i not in used and same(kind, gold[place], claim)
        }
        if agreeing:
            taken[place] = max(agreeing, key=agreeing.__getitem__)
    return taken


def _slots(line: Line) -> Line:
    return {key: value for key, value in line.items() if key not in _NOT_SLOTS}


def _agreeing(line: Line, claim: Line) -> int:
    """How many of a gold line's keys agree with a claim."""
    return sum(slot_agrees(key, value, claim.get(key)) for key, value in _slots(line).items())


def _compare(outcome: Outcome, doc: str, kind: str, lines: list[Line], claims: list[Line]) -> Tally:
    """One kind in one document."""
    tally, taken = Tally(), assigned(kind, lines, claims)
    for place, line in enumerate(lines):
        if line.get("optional"):
            continue
        tally.gold += 1
        if place not in taken:
            outcome.misses.append(line)
            continue
        claim = claims[taken[place]]
        tally.found += 1
        tally.slots += len(_slots(line)) + sum(key in claim and key not in line for key in _STATED)
        tally.slots_ok += _agreeing(line, claim)
    used = set(taken.values())
    for i, claim in enumerate(claims):
        if i not in used:
            tally.false += 1
            outcome.falses.append((doc, claim))
    return tally


def grouped(tallies: Mapping[tuple[str, str], Tally], by: str = "") -> dict[str, Figures]:
    """Figures by kind or by doc, where asked for, and of all at the end."""
    groups: dict[str, Tally] = defaultdict(Tally)
    for (doc, kind), tally in tallies.items():
        for name in ["all", *([kind if by == "kind" else doc] if by else [])]:
            groups[name].add(tally)
    return {name: groups[name].figures() for name in sorted(groups, key=lambda n: (n == "all", n))}


def table(figures: Mapping[str, Figures]) -> str:
    """Figures as aligned lines."""
    lines = [f"{'':28}{'gold':>6}{'found':>7}{'false':>7}{'prec':>7}{'recall':>8}{'F1':>7}{'slots':>7}"]
    for name, f in figures.items():
        slots = "-" if f["slots"] is None else f"{f['slots']:.2f}"
        counts = f"{f['gold']:6}{f['found']:7}{f['false']:7}"
        lines.append(f"{name:28}{counts}{f['precision']:7.2f}{f['recall']:8.2f}{f['f1']:7.2f}{slots:>7}")
    return "\n".join(lines)


def _documents(line: Line) -> set[str]:
    """The base names of the documents that a line speaks of."""
    docs = {piece["doc"] for piece in line.get("evidence", []) if piece.get("doc")}
    return {doc.rsplit("/", 1)[-1] for doc in docs | ({line["doc"]} if line.get("doc") else set())}
