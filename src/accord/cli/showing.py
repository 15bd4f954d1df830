"""`accord show`: one record, down to the words that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from accord.brief.passages import around
from accord.cli.opening import opened
from accord.cli.options import Format
from accord.cli.tables import cell, cut, harmless, print_rows
from accord.desk import headline
from accord.desk.words import plural
from accord.document import Document
from accord.exports import record_lines
from accord.kinds import kinds
from accord.record import Claim, Record
from accord.store import confidence
from accord.store.where import Where

__all__ = ["show"]

_KEYED = re.compile(r"; (?=[a-z_]+: )")  # between the reasons of two keys


def show(where: Where, id_: str, passages: bool, form: Format) -> int:
    """Print a record, or the record that a claim is in; each quote in its passage where that is asked for."""
    with opened(where, records=True) as store:
        record, claim = store.get(id_)
        documents = {c.document: store.document(c.document) for c in record.claims}
    if form is not Format.table:
        rows = list(record_lines([record], least=0.0, details=True))
        print_rows(rows, list(rows[0]), form, "")
        return 0
    for line in _page(record, claim, documents, passages):
        print(line)
    return 0


def _page(record: Record, asked: Claim | None, documents: Mapping[str, Document], passages: bool) -> Iterator[str]:
    sources = len({claim.document for claim in record.claims})
    yield harmless(headline(record))
    counts = f"{plural(sources, 'source')}, {plural(record.voices, 'voice')}"
    yield f"{record.id}   confidence {confidence(record):.2f}, {counts}"
    if asked:
        yield f"(the record of the claim {asked.id})"
    yield ""
    yield from _values(record)
    if record.steps:
        yield ""
        yield "What was done with it:"
        for step, ids in record.steps:
            yield f"  {step}   [{', '.join(_numbers(record, ids))}]"
    yield ""
    yield f"What it rests on ({plural(len(record.claims), 'claim')}):"
    for number, claim in enumerate(record.claims, 1):
        yield from _claim(number, claim, documents[claim.document], passages)
    yield ""
    yield "Why these claims are one:" if record.reasons else "Nothing was put together: there is one claim."
    yield from _reasons(record)


def _reasons(record: Record) -> Iterator[str]:
    """For each claim the one that it was put together with, on the way to the first; score, and each key with why it
    agrees and the two values that met. Values that people judged stand at the end."""
    reached = [record.claims[0].id]
    left = [reason for reason in record.reasons if reason[0] != reason[1]]
    for known in reached:
        for reason in [r for r in left if known in r[:2]]:
            left.remove(reason)
            reached.append(reason[1] if reason[0] == known else reason[0])
            yield from _reason(record, reached[-1], known, reason)
    for reason in (r for r in record.reasons if r[0] == r[1]):
        yield from _reason(record, reason[0], "", reason)


def _reason(record: Record, claim: str, known: str, reason: tuple[str, str, float, str]) -> Iterator[str]:
    one, *other = _numbers(record, [claim, known] if known else [claim])
    yield f"  [{one}]{f' with [{other[0]}]' if other else ''}, score {reason[2]:.2f}"
    for part in _KEYED.split(reason[3]):
        yield f"      {cut(harmless(part), 200)}"


def _values(record: Record) -> Iterator[str]:
    """Each value with the claims that give it; the values that differ under it."""
    names = [f.name for f in kinds()[record.kind].fields if f.name in record.values]
    names += [name for name in record.values if name not in names]
    rows: list[tuple[str, str, str]] = []
    for name in names:
        value = record.values[name]
        ids = [claim.id for claim in record.claims if claim.values.get(name) == value]
        rows.append((name, cell(value), ", ".join(_numbers(record, ids))))
        for other, by in record.other.get(name, ()):
            rows.append(("", f"but also: {cell(other)}", ", ".join(_numbers(record, by))))
    if record.status != "reported":
        rows.append(("status", record.status, ""))
    rows.append(("concerns", ", ".join(record.concerns), ""))
    widths = [max(len(row[i]) for row in rows) for i in (0, 1)]
    for name, text, numbers in rows:
        mark = f"[{numbers}]" if numbers else ""
        yield f"  {name.ljust(widths[0])}  {text.ljust(min(widths[1], 60))}  {mark}".rstrip()


def _numbers(record: Record, ids: Any) -> list[str]:
    places = {claim.id: str(number) for number, claim in enumerate(record.claims, 1)}
    return [places.get(id_, id_) for id_ in ids]


def _claim(number: int, claim: Claim, document: Document, passages: bool) -> Iterator[str]:
    said = f", said by {'; '.join(claim.said_by)}" if claim.said_by else ""
    status = f", {claim.status}" if claim.status != "reported" else ""
    name = f" ({cut(harmless(document.title))})" if document.title else ""
    yield f"  [{number}] {harmless(claim.doc)}{name}"
    yield f"      {claim.id}, confidence {claim.confidence:.2f}{status}{said}"
    for piece in claim.evidence:
        keys = f"   for {', '.join(piece.keys)}" if piece.keys else ""
        before, after = around(document, piece.start, piece.end) if passages else ("", "")
        words = harmless(f"{before}“{piece.quote}”{after}")
        yield f"      {words}  ({piece.start}-{piece.end}){keys}"
    for key, why in sorted(claim.basis.items()):
        yield f"      {key}: from {cell(why)}"
