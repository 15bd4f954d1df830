"""Rows of the tables, to documents, claims and records and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

from sqlalchemy import Row

from accord.document import Block, Document, Evidence
from accord.errors import ValueFormatError
from accord.record import Claim, Record, Role, canonical
from accord.store.model import Stored, confidence
from accord.values import Period

__all__ = [
    "circles_of",
    "claim_of",
    "claim_row",
    "document_of",
    "document_row",
    "periods",
    "record_of",
    "record_row",
    "said",
    "shelf_row",
    "start_of",
    "start_of_record",
    "state_rows",
    "stored_of",
    "words_of",
]

_IN_ORDER = json.JSONEncoder(ensure_ascii=False)  # the kind's own order of keys is kept


def document_row(document: Document, raw: bytes) -> dict[str, Any]:
    """The columns that a document itself fills."""
    return {
        "hash": document.hash,
        "doc": document.doc,
        "raw": zlib.compress(raw, 6),
        "text": zlib.compress(document.text.encode(), 6),
        "blocks": canonical([[b.kind, b.start, b.end, b.lead] for b in document.blocks]),
        "language": document.language,
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "published": str(document.published) if document.published else None,
        "media_type": document.media_type,
        "basis": canonical(dict(document.basis)),
        "characters": len(document.text),
    }


def shelf_row(document: Document, state: str, claims: int, names: Iterable[str]) -> dict[str, Any]:
    """The row of a list of documents; the days that the undated have are empty."""
    published = document.published
    words = " ".join((document.title, document.doc, document.url, *names)).casefold()
    return {
        "hash": document.hash,
        "doc": document.doc,
        "published": str(published) if published else "",
        "first": published.first.isoformat() if published else "",
        "last": published.last.isoformat() if published else "",
        "publisher": document.publisher,
        "state": state,
        "claims": claims,
        "words": words,
    }


def document_of(row: Row[Any], whole: bool = True) -> Document:
    """The document of a row; without its text and blocks where they are not asked for."""
    return Document(
        hash=row.hash,
        doc=row.doc,
        text=zlib.decompress(row.text).decode() if whole else "",
        blocks=tuple(Block(*block) for block in json.loads(row.blocks)) if whole else (),
        language=row.language,
        title=row.title,
        url=row.url,
        publisher=row.publisher,
        published=Period.parse(row.published) if row.published else None,
        media_type=row.media_type,
        basis=json.loads(row.basis),
    )


def stored_of(row: Row[Any], names: Iterable[str], claims: int) -> Stored:
    return Stored(
        document_of(row, whole=False), tuple(sorted(names)), row.state, row.note, row.characters, claims, row.read_at
    )


def start_of(claim: Claim) -> int:
    """Where its first quote begins."""
    return min((piece.start for piece in claim.evidence), default=0)


def words_of(claim: Claim) -> tuple[str, str]:
    """A claim's quotes and its values as words, for the full text; whom it concerns is always among them."""
    every = list(dict.fromkeys(piece.quote for piece in claim.evidence))
    quotes = [quote for quote in every if not any(quote in longer and quote != longer for longer in every)]
    values = [claim.kind, *claim.said_by]
    for value in claim.values.values():
        values.extend(str(item) for item in (value if isinstance(value, list) else [value]))
    values.extend(state for state in claim.concerns if state not in values)
    return "\n".join(quotes), "\n".join(values)


def claim_row(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "hash": claim.document,
        "kind": claim.kind,
        "start": start_of(claim),
        "values": _IN_ORDER.encode(dict(claim.values)),
        "status": claim.status,
        "concerns": canonical(list(claim.concerns)),
        "said_by": canonical(list(claim.said_by)),
        "evidence": canonical([[e.start, e.end, e.quote, list(e.keys)] for e in claim.evidence]),
        "basis": canonical(dict(claim.basis)),
        "confidence": claim.confidence,
    }


def claim_of(row: Row[Any]) -> Claim:
    """The claim of a row of claims joined with its document's `doc`."""
    doc: str = row.doc
    return Claim(
        id=row.id,
        document=row.hash,
        doc=doc,
        kind=row.kind,
        values=json.loads(row.values),
        evidence=tuple(
            Evidence(doc, start, end, quote, tuple(keys)) for start, end, quote, keys in json.loads(row.evidence)
        ),
        status=row.status,
        concerns=tuple(json.loads(row.concerns)),
        said_by=tuple(json.loads(row.said_by)),
        basis=json.loads(row.basis),
        confidence=row.confidence,
    )


def said(record: Record, role: Role) -> list[Any]:
    """All values of a role in a record and its claims, the preferred ones first."""
    from accord.kinds import kinds

    kind = kinds().get(record.kind)
    if kind is None:
        return []
    fields = [f.name for f in kind.with_role(role)]
    found: list[Any] = []
    for values in (record.values, *(claim.values for claim in record.claims)):
        for name in fields:
            value = values.get(name)
            found.extend(value if isinstance(value, list) else [] if value is None else [value])
    return found


def periods(record: Record) -> Iterator[Period]:
    """When it happened: every date that the record or a claim of it gives."""
    for value in said(record, Role.WHEN):
        try:
            yield Period.parse(str(value))
        except ValueFormatError:
            continue


def start_of_record(record: Record) -> str:
    """The first day of its preferred date, ISO; empty where it has none."""
    from accord.kinds import kinds

    kind = kinds().get(record.kind)
    value = kind.first(Role.WHEN, record.values) if kind else None
    try:
        return Period.parse(str(value)).first.isoformat() if value else ""
    except ValueFormatError:
        return ""


def circles_of(record: Record) -> list[str]:
    """The pairs of states that it concerns; one state stands alone (-KEN), and so does none (-)."""
    states = sorted(set(record.concerns))
    return ["-".join(pair) for pair in combinations([""] * (2 - len(states)) + states, 2)]


def state_rows(record: Record) -> list[dict[str, Any]]:
    """A row for each state and each circle that a record concerns."""
    start = start_of_record(record)
    places = [*sorted(set(record.concerns)), *circles_of(record)]
    return [{"record": record.id, "states": place, "kind": record.kind, "start": start} for place in places]


def record_row(record: Record) -> dict[str, Any]:
    body = {
        "values": dict(record.values),
        "status": record.status,
        "concerns": list(record.concerns),
        "other": {key: [[value, list(ids)] for value, ids in found] for key, found in record.other.items()},
        "steps": [[step, list(ids)] for step, ids in record.steps],
        "reasons": [list(reason) for reason in record.reasons],
        "voices": record.voices,
    }
    if sure := [claim.id for claim in record.claims if claim.confidence == 1.0]:
        body["sure"] = sure  # a person said so
    when, topics = list(periods(record)), sorted({str(topic) for topic in said(record, Role.TOPIC)})
    return {
        "id": record.id,
        "kind": record.kind,
        "start": start_of_record(record),
        "status": record.status,
        "topics": f"|{'|'.join(topics)}|" if topics else "",
        "earliest": min((p.first.isoformat() for p in when), default=""),
        "latest": max((p.last.isoformat() for p in when), default=""),
        "confidence": confidence(record),
        "body": _IN_ORDER.encode(body),
    }


def record_of(row: Row[Any], ids: Iterable[str], claims: Mapping[str, Claim]) -> Record:
    body = json.loads(row.body)
    members = [claims[id_] for id_ in ids]
    sure = frozenset(body.get("sure", ()))
    return Record(
        id=row.id,
        kind=row.kind,
        values=body["values"],
        status=body["status"],
        concerns=tuple(body["concerns"]),
        claims=tuple(replace(c, confidence=1.0) if c.id in sure else c for c in members),
        other={key: tuple((value, tuple(by)) for value, by in found) for key, found in body["other"].items()},
        steps=tuple((step, tuple(by)) for step, by in body["steps"]),
        reasons=tuple((a, b, score, why) for a, b, score, why in body["reasons"]),
        voices=body["voices"],
    )
