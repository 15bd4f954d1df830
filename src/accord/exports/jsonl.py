"""JSON lines: claims and records in the form of SCHEMA.md, and clean texts with their metadata.

The same documents give the same lines, byte for byte, in any order of reading: nothing here knows a clock.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from accord.document import Document
from accord.exports.whole import whole
from accord.record import Claim, Record, Values
from accord.store.model import THRESHOLD, confidence

__all__ = ["THRESHOLD", "check", "claim_lines", "document_lines", "own_states", "record_lines", "write"]


def own_states(kind: str, values: Values) -> tuple[str, ...]:
    """The states that a thing's own keys name."""
    from accord.extract import own_states as named
    from accord.kinds import kinds

    return named(kinds()[kind], values)


def _plover(kind: str, values: Values, status: str) -> dict[str, Any]:
    """The event as PLOVER codes it, under its key; nothing for what is no event."""
    from accord.kinds import kinds

    event = kinds()[kind].plover(values, status)
    return {"plover": event.as_json()} if event else {}


def claim_lines(claims: Iterable[Claim], *, least: float = THRESHOLD) -> Iterator[dict[str, Any]]:
    """One line per document and thing, sorted by document, kind, place in the text and id; those less sure than
    `least` are left out."""
    ordered = sorted(claims, key=lambda c: (c.doc, c.kind, min((e.start for e in c.evidence), default=0), c.id))
    for claim in ordered:
        if claim.confidence >= least:
            line = claim.as_json(own_states(claim.kind, claim.values))
            yield line | _plover(claim.kind, claim.values, claim.status)


def record_lines(
    records: Iterable[Record], *, least: float = THRESHOLD, details: bool = False
) -> Iterator[dict[str, Any]]:
    """One line per record, with the keys of SCHEMA.md; each piece of evidence names its document and its claim.
    `details` adds sources, claims, steps, differing values, and why the claims are one."""
    for record in sorted(records, key=lambda r: (r.kind, r.id)):
        if confidence(record) >= least:
            yield _record(record, details)


def _record(record: Record, details: bool) -> dict[str, Any]:
    line: dict[str, Any] = {"kind": record.kind, "id": record.id, **record.values}
    if record.status != "reported":
        line["status"] = record.status
    if set(record.concerns) - set(own_states(record.kind, record.values)):
        line["concerns"] = list(record.concerns)
    said = {claim.said_by for claim in record.claims}
    if len(said) == 1 and (by := said.pop()):
        line["said_by"] = list(by) if len(by) > 1 else by[0]
    line["evidence"] = [
        {"doc": e.doc, "start": e.start, "end": e.end, "quote": e.quote, "for": list(e.keys), "claim": claim.id}
        for claim in record.claims
        for e in claim.evidence
    ]
    basis: dict[str, Any] = {}
    for claim in record.claims:
        for key, why in claim.basis.items():
            basis.setdefault(key, why)
    if basis:
        line["basis"] = basis
    line["confidence"] = round(confidence(record), 3)
    line |= _plover(record.kind, record.values, record.status)
    if details:
        line |= {
            "claims": [claim.id for claim in record.claims],
            "sources": sorted({claim.doc for claim in record.claims}),
            "voices": record.voices,
            "steps": [{"step": step, "claims": list(ids)} for step, ids in record.steps],
            "other": {
                key: [{"value": value, "claims": list(ids)} for value, ids in found]
                for key, found in sorted(record.other.items())
            },
            "reasons": [list(reason) for reason in record.reasons],
        }
    return line


def document_lines(documents: Iterable[tuple[Document, Sequence[str], str]]) -> Iterator[dict[str, Any]]:
    """Clean texts with what is known of them: each document with its names and its state (read or kept)."""
    for document, names, state in sorted(documents, key=lambda item: (item[0].doc, item[0].hash)):
        line: dict[str, Any] = {"doc": document.doc, "hash": document.hash, "names": sorted(names), "state": state}
        for key in ("language", "title", "url", "publisher", "media_type"):
            if value := getattr(document, key):
                line[key] = value
        if document.published:
            line["published"] = str(document.published)
        if document.basis:
            line["basis"] = dict(sorted(document.basis.items()))
        line["blocks"] = [[b.kind, b.start, b.end, b.lead] for b in document.blocks]
        line["text"] = document.text
        yield line


def check(lines: Iterable[Mapping[str, Any]], texts: Mapping[str, str] | None = None) -> Iterator[str]:
    """Faults of exported claims: a value that neither a quote (`for`) nor a `basis` carries; with the texts by
    document, a quote that does not stand there."""
    own = {"doc", "kind", "id", "status", "said_by", "evidence", "basis", "confidence", "plover"}
    for line in lines:
        carried = {key for piece in line["evidence"] for key in piece["for"]} | set(line.get("basis", ()))
        yield from (f"{line['id']}: nothing carries {key}" for key in line if key not in own and key not in carried)
        for piece in line["evidence"] if texts is not None else ():
            if texts is not None and texts[piece["doc"]][piece["start"] : piece["end"]] != piece["quote"]:
                yield f"{line['id']}: {piece['quote']!r} is not at {piece['start']} of {piece['doc']}"


def write(lines: Iterable[Mapping[str, Any]], output: Path | TextIO) -> int:
    """Write lines to a file (whole or not at all) or a stream; returns how many."""
    if not isinstance(output, Path):
        return _write(lines, output)
    if output.exists() and not output.is_file():  # a pipe or a device has nothing to lose
        with output.open("w", encoding="utf-8", newline="\n") as handle:
            return _write(lines, handle)
    with whole(output) as part, part.open("w", encoding="utf-8", newline="\n") as handle:
        return _write(lines, handle)


def _write(lines: Iterable[Mapping[str, Any]], handle: TextIO) -> int:
    count = 0
    for line in lines:
        handle.write(json.dumps(line, ensure_ascii=False) + "\n")
        count += 1
    return count
