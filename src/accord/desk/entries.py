"""The answers of a desk that are no analysis: records, claims, documents, what a search found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from accord.exports import claim_lines, record_lines
from accord.kinds import kinds
from accord.record import Claim, Record, Role, Told, Values
from accord.store import THRESHOLD, Found, Skipped, Stored, confidence
from accord.store.wording import CLOSE, OPEN
from accord.values import Period

__all__ = ["ClaimEntry", "DocumentEntry", "Hit", "RecordEntry", "headline"]


def _plain(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def headline(record: Record) -> str:
    """One line that names a record: its kind, what it is called, who and when."""
    kind, values = kinds()[record.kind], record.values
    fields = [f.name for role in (Role.TITLE, Role.STEP, Role.WHO, Role.WHEN) for f in kind.with_role(role)]
    parts = [_plain(values[name]) for name in dict.fromkeys(fields) if values.get(name) not in (None, "", [])]
    status = f" ({record.status})" if record.status != "reported" else ""
    return f"{record.kind}: {', '.join(parts) or record.id}{status}"


@dataclass(frozen=True, slots=True, repr=False)
class RecordEntry(Told):
    """A record: what is believed of one thing, with the claims that it is made of."""

    record: Record

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def kind(self) -> str:
        return self.record.kind

    @property
    def values(self) -> Values:
        return self.record.values

    @property
    def claims(self) -> tuple[ClaimEntry, ...]:
        return tuple(ClaimEntry(c) for c in self.record.claims)

    @property
    def sure(self) -> bool:
        """Whether its surest claim reaches the threshold."""
        return confidence(self.record) >= THRESHOLD

    @property
    def when(self) -> Period | None:
        """When it happened, or was to happen."""
        told = kinds()[self.kind].first(Role.WHEN, self.values)
        return Period.parse(str(told)) if told else None

    @property
    def dated(self) -> bool:
        """Whether it, or a claim of it, says when."""
        kind = kinds()[self.kind]
        return any(kind.first(Role.WHEN, v) for v in (self.values, *(c.values for c in self.record.claims)))

    @property
    def what(self) -> str:
        return headline(self.record)

    def as_dict(self) -> dict[str, Any]:
        """The line of `accord list --format jsonl`."""
        return next(record_lines([self.record], least=0.0, details=True))


@dataclass(frozen=True, slots=True, repr=False)
class ClaimEntry(Told):
    """A claim: what one document says of one thing. `quote` is the first that it rests on."""

    claim: Claim

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def kind(self) -> str:
        return self.claim.kind

    @property
    def values(self) -> Values:
        return self.claim.values

    @property
    def quote(self) -> str:
        return self.claim.evidence[0].quote

    def as_dict(self) -> dict[str, Any]:
        """The line of `accord export --claims`."""
        return next(claim_lines([self.claim], least=0.0))


@dataclass(frozen=True, slots=True, repr=False)
class DocumentEntry(Told):
    """A document, or what was skipped with its reason; `hash` is empty for what was skipped."""

    document: str
    published: str = ""
    language: str = ""
    publisher: str = ""
    claims: int = 0
    state: str = "skipped"
    read: str = ""
    title: str = ""
    url: str = ""
    hash: str = ""
    names: tuple[str, ...] = ()
    reason: str = ""
    mend: str = ""

    @classmethod
    def of(cls, stored: Stored) -> DocumentEntry:
        document = stored.document
        return cls(
            document=document.doc,
            published=str(document.published or ""),
            language=document.language,
            publisher=document.publisher,
            claims=stored.claims,
            state=stored.state,
            read=stored.read_at[:10],
            title=document.title,
            url=document.url,
            hash=document.hash,
            names=tuple(name for name in stored.names if name != document.doc),
            reason=stored.note,
        )

    @classmethod
    def skipped(cls, skipped: Skipped) -> DocumentEntry:
        return cls(skipped.doc, reason=skipped.why, mend=skipped.mend)

    def as_dict(self) -> dict[str, Any]:
        """The line of `accord documents --format jsonl`."""
        line = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return line | {"names": list(self.names)}


@dataclass(frozen=True, slots=True, repr=False)
class Hit(Told):
    """A record in which words were found, with the place."""

    record: Record
    snippet: str  # with signs around the words found
    document: str

    @classmethod
    def of(cls, found: Found) -> Hit:
        return cls(found.record, found.snippet, found.doc)

    def as_dict(self) -> dict[str, Any]:
        """The line of `accord search --format jsonl`."""
        return {
            "id": self.record.id,
            "kind": self.record.kind,
            "what": headline(self.record),
            "quote": re.sub(f"[{OPEN}{CLOSE}]", "", self.snippet).replace("\n", " … "),
            "document": self.document,
        }
