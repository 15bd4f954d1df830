"""One record: every value with the claims behind it, the claims with their quotes, why they are one, what people said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Path

from accord.document import Document
from accord.kinds import kinds
from accord.record import Claim, Record
from accord.store import Word
from accord.web.access import Person, Reader
from accord.web.candidates import Entry, entries, outcomes
from accord.web.desk import ServedDesk, TheDesk
from accord.web.question import Question, Table
from accord.web.quotes import Quote, quoted
from accord.web.telling import Line
from accord.web.values import label, shown

__all__ = ["QUESTIONS", "Said", "ShownClaim", "said", "shown_claim", "words_on"]


@dataclass(frozen=True, slots=True)
class Told:
    """A value in words with the numbers of the claims that give it."""

    value: Any
    told: str
    claims: list[int]


@dataclass(frozen=True, slots=True)
class Row:
    """A key of the record: what is believed, and what other claims say."""

    key: str
    label: str
    believed: Told
    others: list[Told]


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim with its quotes; `inferred` says of values that no words carry where they come from; `number` is its
    place in the record. `entries` are its keys as they can be corrected, `outcomes` what can be said of a promise."""

    number: int
    id: str
    kind: str
    document: str
    doc: str
    title: str
    publisher: str
    published: str | None
    status: str
    said_by: list[str]
    confidence: float
    values: dict[str, str]
    quotes: list[Quote]
    inferred: dict[str, str]
    entries: list[Entry]
    outcomes: list[str]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two claims are one: their numbers, the score (0 to 1), the reason in words."""

    claims: list[int]
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Said:
    """A judgement: who said what of which claim (its quote), when and why; `undoable` by
    whoever asks: it is their own, or they are an admin."""

    id: str
    verdict: str
    kind: str
    quote: str
    key: str
    old: str
    new: str
    reason: str
    source: str
    who: str
    when: str
    undoable: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A record down to the words it rests on; `asked` is the claim whose id was in the address, if it was one's."""

    line: Line
    asked: str | None
    rows: list[Row]
    steps: list[Told]
    claims: list[ShownClaim]
    reasons: list[Reason]
    judgements: list[Said]


def record(desk: TheDesk, person: Reader, id: Annotated[str, Path(max_length=64)]) -> Shown:
    """A record by its id, a unique beginning of it, or the id of a claim in it."""
    found, claim = desk.store.get(id)
    documents = {hash_: desk.store.document(hash_) for hash_ in {c.document for c in found.claims}}
    numbers = {c.id: n for n, c in enumerate(found.claims, 1)}
    return Shown(
        desk.line(found),
        claim.id if claim else None,
        _rows(found, numbers),
        [Told(step, step, _numbers(numbers, ids)) for step, ids in found.steps],
        [shown_claim(c, numbers[c.id], documents) for c in found.claims],
        [Reason(_numbers(numbers, (a, b)), score, why) for a, b, score, why in found.reasons],
        words_on(desk, found, person),
    )


def _numbers(numbers: Mapping[str, int], ids: Any) -> list[int]:
    return [numbers[i] for i in ids if i in numbers]


def _rows(found: Record, numbers: Mapping[str, int]) -> list[Row]:
    names = [f.name for f in kinds()[found.kind].fields if f.name in found.values]
    rows = []
    for key in [*names, *(k for k in found.values if k not in names)]:
        value = found.values[key]
        holders = [numbers[c.id] for c in found.claims if c.values.get(key) == value]
        others = [Told(v, shown(found.kind, key, v), _numbers(numbers, ids)) for v, ids in found.other.get(key, ())]
        rows.append(Row(key, label(found.kind, key), Told(value, shown(found.kind, key, value), holders), others))
    return rows


def shown_claim(claim: Claim, number: int, documents: Mapping[str, Document]) -> ShownClaim:
    """A claim for a page; `documents` by hash hold its own."""
    document = documents[claim.document]
    return ShownClaim(
        number,
        claim.id,
        claim.kind,
        document.hash,
        document.doc,
        document.title,
        document.publisher,
        str(document.published) if document.published else None,
        claim.status,
        list(claim.said_by),
        round(claim.confidence, 2),
        {label(claim.kind, k): shown(claim.kind, k, v) for k, v in claim.values.items()},
        [quoted(e, document) for e in claim.evidence],
        {label(claim.kind, k): str(v) for k, v in sorted(claim.basis.items())},
        entries(claim),
        outcomes(claim),
    )


def words_on(desk: ServedDesk, found: Record, person: Person) -> list[Said]:
    """What people said of the claims of a record, in the order of time."""
    documents = {c.document for c in found.claims}
    quotes = {(c.document, e.quote) for c in found.claims for e in c.evidence}
    words = [w for w in desk.store.judgements() if any(a.document in documents for a in w.anchors)]
    return [said(w, person) for w in words if any((a.document, a.quote) in quotes for a in w.anchors)]


def said(word: Word, person: Person) -> Said:
    """A judgement for a page that somebody asks for."""
    kind, quote = word.anchors[0].kind, " | ".join(a.quote for a in word.anchors)
    old, new = (shown(kind, word.field, value) for value in (word.old, word.new))
    own = person.name == word.who or person.role == "admin"
    return Said(
        word.id, word.verdict, kind, quote, word.field, old, new, word.reason, word.source, word.who, word.when, own
    )


def _table(answer: Shown) -> Table:
    header = ("claim", "document", "status", "key", "value")
    return header, [(c.id, c.doc, c.status, key, value) for c in answer.claims for key, value in c.values.items()]


QUESTIONS = (Question("/records/{id}", record, "record.html", _table),)
