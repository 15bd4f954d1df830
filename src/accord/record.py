"""Claims (what one document says), records (what is believed), and the roles of their fields.

Later stages read a field's role, never a kind's name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from accord.document import Document, Evidence

__all__ = [
    "STATUSES",
    "TOPICS",
    "Claim",
    "Field",
    "Match",
    "Record",
    "Role",
    "Told",
    "Type",
    "Values",
    "canonical",
    "claim_id",
]

Values = Mapping[str, Any]
STATUSES = ("reported", "planned", "proposed", "postponed", "cancelled", "denied", "hypothetical")
TOPICS = (
    "border", "security", "trade", "energy", "water", "transport", "agriculture", "industry", "culture", "education",
    "health", "environment", "migration", "finance", "tourism", "digital", "institutions", "general",
)  # fmt: skip


class Type(StrEnum):
    """How a field's value is written, and so which parser grounds it."""

    STATE = "state"  # ISO 3166-1 alpha-3
    STATES = "states"  # a list of them
    ORGANISATION = "organisation"
    PERSON = "person"  # a person's fullest name, or the office where no name is given
    PEOPLE = "people"
    PLACE = "place"
    NAME = "name"  # a proper name of a paper, body, crossing, project, event
    TEXT = "text"  # a few words
    CODE = "code"  # a word of a vocabulary
    CODES = "codes"  # a list of them, the first the likeliest
    NUMBER = "number"
    PERIOD = "period"
    UNIT = "unit"
    ACTORS = "actors"  # states by code, or names of projects, people, bodies


class Role(StrEnum):
    """What a field is for, to the stages after extraction."""

    CONCERNS = "concerns"  # the dyads that the claim belongs to
    WHO = "who"
    WHERE = "where"
    WHEN = "when"  # its day on the timeline
    DUE = "due"
    TITLE = "title"  # what it is called
    MEASURE = "measure"
    VALUE = "value"
    UNIT = "unit"
    PERIOD = "period"
    STEP = "step"  # what was done with it: planned and held, closed and reopened
    TOPIC = "topic"
    STANCE = "stance"
    CHANGE = "change"  # by how much a figure changed, per cent
    BASE = "base"  # where a promise starts from


class Match(StrEnum):
    """How two values of an identity field are compared across documents (SCHEMA.md, Identity)."""

    EXACT = "exact"
    SET = "set"  # same members, any order
    ORDERED = "ordered"  # same members in order where the measure is a flow, else as a set
    OVERLAP = "overlap"  # at least one member in common
    NAME = "name"  # spelled nearly so
    PERSON = "person"
    DATE = "date"  # compatible at their precision
    PERIOD = "period"  # the same period
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a kind. `match` is set for identity fields; `words` is the vocabulary of a code."""

    name: str
    type: Type
    roles: frozenset[Role] = frozenset()
    match: Match | None = None
    words: tuple[str, ...] = ()
    required: bool = False


# Made once, not for each value.
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces: the one spelling that hashes and exports use."""
    return _CANONICAL.encode(value)


def claim_id(document_hash: str, kind: str, values: Values, start: int, end: int) -> str:
    """Content alone decides: the same in every store. Twelve hex digits after the kind's name."""
    digest = hashlib.sha256(canonical([document_hash, kind, dict(values), start, end]).encode()).hexdigest()
    return f"{kind}-{digest[:12]}"


def _words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in value)


class Told:
    """An answer that is written as one line: `as_dict` has the keys of `--format jsonl`, the repr its short values."""

    __slots__ = ()

    def as_dict(self) -> dict[str, Any]:
        raise NotImplementedError

    def __repr__(self) -> str:
        line = {k: "; ".join(v) if v and _words(v) else v for k, v in self.as_dict().items()}
        short = [(k, v) for k, v in line.items() if isinstance(v, (str, int, float)) and v != ""]
        told = (f"{k}={v[:59] + '…' if isinstance(v, str) and len(v) > 60 else v!r}" for k, v in short)
        return f"{type(self).__name__}({', '.join(told)})"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document says of one thing. `values` holds the kind's keys only; `basis` says where values that no
    words carry come from; `concerns` are all states it is about (sorted codes)."""

    id: str
    document: str  # the document's hash
    doc: str  # the document's path
    kind: str
    values: Values
    evidence: tuple[Evidence, ...]
    status: str = "reported"
    concerns: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    basis: Values = field(default_factory=dict)
    confidence: float = 1.0

    def of(self, document: Document) -> Claim:
        """The same claim of a document with the same text."""
        if document.hash == self.document and document.doc == self.doc:
            return self
        first = self.evidence[0]
        return replace(
            self,
            id=claim_id(document.hash, self.kind, self.values, first.start, first.end),
            document=document.hash,
            doc=document.doc,
            evidence=tuple(replace(piece, doc=document.doc) for piece in self.evidence),
        )

    def as_json(self, own_states: Iterable[str] = ()) -> dict[str, Any]:
        """The line that `accord export --claims` writes; `concerns` only where the own keys do not say it."""
        line: dict[str, Any] = {"doc": self.doc, "kind": self.kind, "id": self.id, **self.values}
        if self.status != "reported":
            line["status"] = self.status
        if set(self.concerns) - set(own_states):
            line["concerns"] = list(self.concerns)
        if self.said_by:
            line["said_by"] = list(self.said_by) if len(self.said_by) > 1 else self.said_by[0]
        line["evidence"] = [
            {"doc": e.doc, "start": e.start, "end": e.end, "quote": e.quote, "for": list(e.keys)} for e in self.evidence
        ]
        if self.basis:
            line["basis"] = dict(self.basis)
        line["confidence"] = round(self.confidence, 3)
        return line


@dataclass(frozen=True, slots=True)
class Record:
    """What is believed of one thing: claims put together. `values` are the preferred ones, `other` the differing
    ones per key with their claim ids, `steps` the actions with the claim ids that report each, `reasons` why the
    claims are one (pairs of claim ids with score and words), `voices` the number of independent sources."""

    id: str
    kind: str
    values: Values
    status: str
    concerns: tuple[str, ...]
    claims: tuple[Claim, ...]
    other: Mapping[str, tuple[tuple[Any, tuple[str, ...]], ...]] = field(default_factory=dict)
    steps: tuple[tuple[str, tuple[str, ...]], ...] = ()
    reasons: tuple[tuple[str, str, float, str], ...] = ()
    voices: int = 1

    @property
    def judged(self) -> dict[str, str]:
        """The keys whose value a person gave, with who and why: "judged by ana: read aloud in the session"."""
        said = (words.partition(" ") for first, second, _, words in self.reasons if first == second)
        return {key: why for key, _, why in said}


Section = Callable[[Values], str]
