#!/usr/bin/env python3
"""Hold precision and F1 on each corpus to their floors:  gate.py [--set] [--lower] [--margin 0.01] [--by kind]

Fails where a figure is under its floor of tools/floors.toml, and where a corpus is not the one that its floor was set
on. Corpora that are not here (../shared) are passed over. `--set` writes floors a little under the present figures; it
takes `--lower` to lower one.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import corpora
from accord import evaluate

FLOORS = Path(__file__).with_name("floors.toml")
FIGURES = ("precision", "f1")
MARGIN = 0.01
MOST_FALSE = 0.1  # claims a document of other news

Floors = dict[str, dict[str, Any]]
HEADER = """\
# The least that each corpus must score (all kinds together), and the corpus that this was measured on.
# Written by `make gate ARGS=--set`; lowering a floor takes `--set --lower`.
"""


def measured(corpus: corpora.Corpus) -> dict[str, Any]:
    """The figures of a corpus that floors are about, with its fingerprint and all figures by kind."""
    by_kind = corpora.score(corpus, "kind")
    wanted = [name for name, f in by_kind.items() if name != "all" and f["gold"]]
    return {
        "fingerprint": corpus.fingerprint(),
        "precision": by_kind["all"]["precision"],
        "f1": by_kind["all"]["f1"],
        "kinds": sum(by_kind[name]["found"] > 0 for name in wanted),
        "by_kind": by_kind,
    }


def faults(name: str, figures: Mapping[str, Any], floors: Mapping[str, Any] | None) -> list[str]:
    """Why a corpus does not pass."""
    if floors is None:
        return [f"{name}: no floor is set; set one with --set"]
    if figures["fingerprint"] != floors["fingerprint"]:
        return [f"{name}: documents or gold are not those that the floors were set on; look at the change, then --set"]
    return [
        f"{name}: {key} {figures[key]:g} is under its floor {floors[key]:g}"
        for key in (*FIGURES, "kinds")
        if figures[key] < floors[key]
    ]


def raised(figures: Mapping[str, Any], floors: Mapping[str, Any] | None, margin: float, lower: bool) -> dict[str, Any]:
    """New floors. Raises ValueError where one would be lower and `lower` is false."""
    new = {"fingerprint": figures["fingerprint"], "kinds": figures["kinds"]}
    new |= {key: round(max(0.0, figures[key] - margin), 3) for key in FIGURES}
    for key in (*FIGURES, "kinds"):
        before = (floors or {}).get(key, 0)
        if new[key] < before and not lower:
            if figures[key] < before:
                raise ValueError(f"{key} would go from {before:g} to {new[key]:g}; that takes --lower")
            new[key] = before  # within the margin: the floor stays
    return new


def load(path: Path = FLOORS) -> Floors:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def dump(floors: Floors) -> str:
    """Floors as TOML."""
    tables = []
    for name, table in floors.items():
        keys = ("f1", "precision", "kinds")
        lines = [f"{key} = {table[key]}" for key in keys] + [f'fingerprint = "{table["fingerprint"]}"']
        tables.append(f"[{name}]\n" + "\n".join(lines) + "\n")
    return HEADER + "\n" + "\n".join(tables)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--set", action="store_true", help="write floors a little under the present figures")
    parser.add_argument("--lower", action="store_true", help="with --set: floors may go down")
    parser.add_argument("--margin", type=float, default=MARGIN, help="how far under the present figures (0.01)")
    parser.add_argument("--by", choices=("kind",), help="print the figures by kind")
    args = parser.parse_args(arguments)
    if args.lower and not args.set:
        parser.error("--lower goes with --set")
    floors, found = load(), list[str]()
    for corpus in corpora.CORPORA:
        if not corpus.present:
            print(f"{corpus.name}: not here, passed over")
            continue
        figures = measured(corpus)
        if args.set:
            try:
                floors[corpus.name] = raised(figures, floors.get(corpus.name), args.margin, args.lower)
            except ValueError as error:
                found.append(f"{corpus.name}: {error}")
        _tell(corpus.name, figures, floors.get(corpus.name), args.by)
        found += [] if args.set else faults(corpus.name, figures, floors.get(corpus.name))
    if corpora.NEWS.documents.is_dir():
        found += _news()
    for fault in found:
        print(fault, file=sys.stderr)
    if args.set and not found:
        FLOORS.write_text(dump(floors), encoding="utf-8")
    return 1 if found else 0


def _news() -> list[str]:
    """The fault of other news, where too many claims are made of it."""
    share = len(corpora.claims(corpora.NEWS)) / len(corpora.documents(corpora.NEWS))
    print(f"news: {share:.3f} false claims a document (at most {MOST_FALSE})", flush=True)
    return [f"news: {share:.3f} false claims a document"] if share > MOST_FALSE else []


def _tell(name: str, figures: Mapping[str, Any], floors: Mapping[str, Any] | None, by: str | None) -> None:
    least = floors or {}
    parts = [f"{key} {figures[key]:.3f} (floor {least.get(key, 0):.3f})" for key in FIGURES]
    print(f"{name}: {', '.join(parts)}, kinds found {figures['kinds']} (floor {least.get('kinds', 0)})", flush=True)
    if by:
        print(evaluate.table(figures["by_kind"]), flush=True)


if __name__ == "__main__":
    sys.exit(main())
