"""One document: its clean text with every claim's words marked, the claims beside it, and the original."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Literal

from fastapi import Path, Query

from accord.document import Document
from accord.record import Claim
from accord.store import THRESHOLD
from accord.web.desk import ServedDesk, TheDesk
from accord.web.originals import PDF, SHOWN, pages_of
from accord.web.question import Question
from accord.web.values import label, shown

__all__ = ["QUESTIONS", "Part", "parts"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; `claims` are those whose quotes cover it, `here` is "passage" in the first
    quote that was asked for, "support" in its others (what a date or a name was taken from)."""

    text: str
    claims: list[str]
    here: str


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the page: headline, heading, paragraph, item, row, quotation, caption, furniture."""

    kind: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Found:
    """A claim in the text: its first quote's place, what it says, and whether it is sure enough to be shown."""

    id: str
    kind: str
    start: int
    end: int
    values: dict[str, str]
    status: str
    said_by: list[str]
    confidence: float
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with its claims in the order of the text; `here` is the passage asked for. `original`, where it is to
    stand beside the text, is shown as a frame, as pictures of so many `pages`, or is a file to be saved."""

    hash: str
    doc: str
    title: str
    publisher: str
    published: str | None
    dated_by: str
    url: str
    language: str
    media_type: str
    parts: list[Part]
    claims: list[Found]
    here: str | None
    names: list[str]
    original: str
    pages: int


def document(
    desk: TheDesk,
    hash: Annotated[str, Path(max_length=64, pattern="^[0-9a-f]+$")],
    claim: Annotated[str, Query(max_length=64, description="Mark this claim's words.")] = "",
    start: Annotated[int, Query(ge=0, description="Mark from this character.")] = 0,
    end: Annotated[int, Query(ge=0, description="To this one.")] = 0,
    beside: Annotated[Literal["claims", "original"], Query(description="What stands beside the text.")] = "claims",
) -> Opened:
    """A document by its hash."""
    found = desk.store.document(hash)
    claims = sorted(desk.store.claims(document=hash), key=lambda c: (c.evidence[0].start, c.evidence[0].end, c.id))
    asked = next((c for c in claims if c.id == claim), None)
    spans = [(e.start, e.end) for e in asked.evidence] if asked else [(start, end)] if start < end else []
    original, pages = _original(desk, found) if beside == "original" else ("", 0)
    known = desk.store.known(hash)
    names = sorted(known.names - {known.doc}) if known else []
    return Opened(
        found.hash,
        found.doc,
        found.title,
        found.publisher,
        str(found.published) if found.published else None,
        found.basis.get("published", ""),
        found.url,
        found.language,
        found.media_type,
        list(parts(found, claims, spans)),
        [_found(c) for c in claims],
        asked.id if asked else None,
        names,
        original,
        pages,
    )


def _original(desk: ServedDesk, found: Document) -> tuple[str, int]:
    """How the original is shown, and its pages where it has any."""
    if found.media_type in SHOWN:
        return "frame", 0
    if found.media_type != PDF:
        return "file", 0
    return "pages", pages_of(desk.store.raw(found.hash), found.doc)


def _found(claim: Claim) -> Found:
    first = claim.evidence[0]
    values = {label(claim.kind, k): shown(claim.kind, k, v) for k, v in claim.values.items()}
    doubtful = claim.confidence < THRESHOLD
    return Found(
        claim.id,
        claim.kind,
        first.start,
        first.end,
        values,
        claim.status,
        list(claim.said_by),
        round(claim.confidence, 2),
        doubtful,
    )


def parts(found: Document, claims: Sequence[Claim], spans: Sequence[tuple[int, int]]) -> Iterator[Part]:
    """The blocks of a text, each cut where a quote begins or ends."""
    covers = [(e.start, e.end, c.id) for c in claims for e in c.evidence]
    cuts = sorted(
        {0, len(found.text), *(p for s, e, _ in covers for p in (s, e)), *(p for span in spans for p in span)}
    )
    asked = [("support" if n else "passage", span) for n, span in enumerate(spans)]
    for block in found.blocks:
        inner = cuts[bisect_right(cuts, block.start) : bisect_right(cuts, block.end - 1)]
        edges = [block.start, *inner, block.end]
        pieces = [
            Piece(
                found.text[a:b],
                sorted({id_ for s, e, id_ in covers if s <= a and b <= e}),
                next((name for name, (s, e) in asked if s <= a and b <= e), ""),
            )
            for a, b in pairwise(edges)
            if a < b
        ]
        yield Part(block.kind, pieces)


QUESTIONS = (Question("/documents/{hash}", document, "document.html"),)
