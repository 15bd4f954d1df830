"""A claim as it is shown to whoever judges it: what it says, value by value, beside its document with the words marked."""

from __future__ import annotations

from dataclasses import dataclass

from accord.analysis import OUTCOMES
from accord.kinds import kinds
from accord.record import Claim, Field, Record, Role, Type
from accord.web.answers.document import Part, parts
from accord.web.desk import ServedDesk
from accord.web.telling import Line
from accord.web.values import label, shown

__all__ = ["Entry", "Side", "alone", "entries", "outcomes", "side"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a claim: what it is called, its value in words, and the value as it is typed to correct it (`raw`,
    empty where none is given; lists with commas). `form` is date, number, words (one of `choices`), list or text."""

    key: str
    label: str
    told: str
    raw: str
    form: str
    choices: list[str]


@dataclass(frozen=True, slots=True)
class Side:
    """A claim, as a line of its own, and its whole document with the claim's words marked."""

    id: str
    kind: str
    line: Line
    document: str
    doc: str
    title: str
    publisher: str
    published: str | None
    language: str
    status: str
    said_by: list[str]
    confidence: float
    quote: str
    entries: list[Entry]
    outcomes: list[str]
    parts: list[Part]


def alone(desk: ServedDesk, claim: Claim) -> Line:
    """A claim as a list shows it, whatever else its record says."""
    return desk.line(Record(claim.id, claim.kind, claim.values, claim.status, claim.concerns, (claim,)))


def side(desk: ServedDesk, claim: Claim) -> Side:
    """A claim with its text."""
    document = desk.store.document(claim.document)
    spans = [(e.start, e.end) for e in claim.evidence]
    return Side(
        claim.id,
        claim.kind,
        alone(desk, claim),
        document.hash,
        document.doc,
        document.title,
        document.publisher,
        str(document.published) if document.published else None,
        document.language,
        claim.status,
        list(claim.said_by),
        round(claim.confidence, 2),
        claim.evidence[0].quote,
        entries(claim),
        outcomes(claim),
        list(parts(document, [claim], spans)),
    )


def entries(claim: Claim) -> list[Entry]:
    """The keys of a claim in the order of its kind: first those that it gives."""
    fields = kinds()[claim.kind].fields
    given = [f for f in fields if f.name in claim.values]
    return [_entry(claim, f) for f in [*given, *(f for f in fields if f.name not in claim.values)]]


def outcomes(claim: Claim) -> list[str]:
    """The outcomes that can be said of a claim: of what can fall due all, of anything else none."""
    return list(OUTCOMES) if kinds()[claim.kind].with_role(Role.DUE) else []


def _entry(claim: Claim, field: Field) -> Entry:
    value = claim.values.get(field.name)
    raw = ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return Entry(
        field.name,
        label(claim.kind, field.name),
        shown(claim.kind, field.name, value),
        raw,
        _form(field),
        list(field.words),
    )


def _form(field: Field) -> str:
    if field.type in (Type.STATES, Type.ACTORS, Type.PEOPLE, Type.CODES):
        return "list"
    return {Type.PERIOD: "date", Type.NUMBER: "number", Type.CODE: "words"}.get(field.type, "text")
