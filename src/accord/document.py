"""A document as kept: clean text with its blocks, and where its metadata came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from accord.values import Period, fixed

__all__ = ["QUOTE_LIMIT", "Block", "Document", "Evidence", "Span"]

QUOTE_LIMIT = 400


@fixed(order=True)
class Span:
    """Half-open character offsets into a document's clean text."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page: a headline, heading, paragraph, item, row, quotation, caption or furniture. `lead` is the
    index of the block that introduces a list item (its lead-in) or names the columns of a row (the header row); a row's
    cells are separated by tabs in the text."""

    kind: str
    start: int
    end: int
    lead: int | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """Clean text and what is known of it. `hash` is the SHA-256 of the raw bytes (hex); `basis` says for each piece
    of metadata where it comes from (manifest, metadata, file name); `published` is None where nothing gives it."""

    hash: str
    doc: str
    text: str
    blocks: tuple[Block, ...]
    language: str = ""
    title: str = ""
    url: str = ""
    publisher: str = ""
    published: Period | None = None
    media_type: str = "text/plain"
    basis: Mapping[str, str] = field(default_factory=dict)

    def evidence(self, span: Span, keys: tuple[str, ...] = ()) -> Evidence:
        """The words at a span, as evidence for the given keys; ValueError where the span is not in the text."""
        if not 0 <= span.start < span.end <= len(self.text):
            raise ValueError(f"{self.doc}: {span} is not in a text of {len(self.text)} characters")
        end = min(span.end, span.start + QUOTE_LIMIT)
        return Evidence(self.doc, span.start, end, self.text[span.start : end], keys)


@fixed(order=True)
class Evidence:
    """A quote: `document.text[start:end] == quote` always holds. `keys` are the claim's keys that rest on it."""

    doc: str
    start: int
    end: int
    quote: str
    keys: tuple[str, ...] = ()
