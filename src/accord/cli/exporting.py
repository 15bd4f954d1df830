"""`accord export` and `accord eval`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from accord import evaluate as judge
from accord.cli.opening import opened
from accord.desk import Desk
from accord.errors import UsageError
from accord.exports import THRESHOLD, claim_lines, document_lines, record_lines, write, write_parquet
from accord.pipeline import house
from accord.sources import Problem, discover, settled
from accord.store import READ
from accord.store.where import Where

__all__ = ["evaluate", "export"]


def export(where: Where, file: str, topic: str, *, claims: bool, documents: bool, all_: bool, details: bool) -> int:
    """Write lines to a file or to standard output."""
    if claims and documents:
        raise UsageError("--claims and --documents are two exports", "give one of them, then run the other")
    if documents and topic:
        raise UsageError("a document has no topic", "leave --topic out, or export claims")
    least = 0.0 if all_ else THRESHOLD
    with opened(where, records=not (claims or documents)) as store:
        desk = Desk(store, date.today())
        lines: Iterator[Mapping[str, Any]]
        if claims:
            found = [entry.claim for entry in desk.claims(topic=topic, sure=not all_)]
            lines, what = claim_lines(found, least=least), "claims"
        elif documents:
            stored = store.documents()
            lines = document_lines((store.document(s.document.hash), s.names, s.state) for s in stored)
            what = "documents"
        else:
            records = [entry.record for entry in desk.records(topic=topic, sure=None if all_ else True)]
            lines, what = (
                record_lines(records, least=least, details=details or Path(file).suffix == ".parquet"),
                "records",
            )
        if Path(file).suffix == ".parquet":
            count = write_parquet(lines, what, Path(file))
        else:
            count = write(lines, sys.stdout if file == "-" else Path(file))
    if file != "-":
        print(f"{count} {what} in {file}", file=sys.stderr)
    return 0


def evaluate(
    where: Where,
    gold: Path,
    exported: Path | None,
    by: str,
    misses: bool,
    docs: str,
    folder: Path | None,
    as_json: bool,
) -> int:
    """Print the figures that score.py prints; the faults of form of both files go to stderr."""
    lines = judge.load(gold)
    if exported:
        claims = judge.load(exported)
    else:
        with opened(where) as store:
            claims = list(claim_lines(store.claims()))
    found = [*_faults(gold.name, lines), *_faults(exported.name if exported else str(where), claims)]
    for fault in found:
        print(fault, file=sys.stderr)
    names = {p.name for p in folder.rglob("*") if p.is_file()} if folder else set()
    outcome = judge.score(lines, claims, set(docs.split(",")) if docs else None, names)
    if misses:
        for line in judge.errors(outcome, _pages(where, folder)):
            print(line)
    figures = judge.grouped(outcome.tallies, by)
    if as_json:
        print(json.dumps(figures, indent=1))
    else:
        print(judge.table(figures))
    return 0


def _faults(name: str, lines: list[dict[str, Any]]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        yield from (f"{name}: {number}: {fault}" for fault in judge.faults(line))


def _pages(where: Where, folder: Path | None) -> dict[str, judge.Page]:
    """The texts at hand, by base name: those of the folder, else those of the store where there is one."""
    if folder is not None:
        tools = house()
        files = [file for file in settled(discover([folder])) if not isinstance(file, Problem)]
        return {file.doc.rsplit("/", 1)[-1]: judge.Page(tools.read(file, tools.given(file.doc))) for file in files}
    if isinstance(where, Path) and not where.is_file():
        return {}
    with opened(where) as store:
        stored = [store.document(s.document.hash) for s in store.documents() if s.state == READ]
    return {document.doc.rsplit("/", 1)[-1]: judge.Page(document) for document in stored}
