"""Bytes to a Document: the format's reader, then names, date and language settled with where each comes from."""

from __future__ import annotations

from collections.abc import Mapping

from accord.document import Document
from accord.errors import NoText
from accord.sources.clean import assemble, clean
from accord.sources.dates import from_address, from_name
from accord.sources.formats import format_of
from accord.sources.language import identify
from accord.sources.manifest import Entry, Manifest
from accord.sources.parsed import Meta
from accord.sources.raw import Raw
from accord.values import Period

__all__ = ["read"]


def read(raw: Raw, manifest: Manifest | None = None, published: Period | None = None) -> Document:
    """The document in the bytes. `published` is what the user gives for all; the manifest's word on one goes before.

    Raises SourceError.
    """
    import hashlib

    data = raw.bytes()
    format = format_of(raw.doc, data, raw.media_type)
    parsed = format.reader(data, raw.doc, *([raw.charset] if raw.charset else []))
    text, blocks = assemble(parsed.pieces)
    if not any(char.isalnum() for char in text):
        raise NoText(f"{raw.doc} has no text in it", "check that it is the right file; a scan needs OCR first")
    entry = manifest.entry(raw.doc) if manifest else Entry()
    basis: dict[str, str] = {}
    named = {name: _settled(name, entry, parsed.meta, basis) for name in ("title", "url", "publisher")}
    day = _published(raw.doc, entry, published, parsed.meta, named["url"], basis, bool(raw.media_type))
    language = _language(text, entry, parsed.meta, basis)
    return Document(
        hash=hashlib.sha256(data).hexdigest(),
        doc=raw.doc,
        text=text,
        blocks=blocks,
        language=language,
        published=day,
        media_type=format.media_type,
        basis=basis,
        **named,
    )


def _settled(name: str, entry: Entry, meta: Meta, basis: dict[str, str]) -> str:
    """The manifest's word, else the document's."""
    if value := clean(getattr(entry, name)):
        basis[name] = "manifest"
        return value
    if value := clean(getattr(meta, name)):
        basis[name] = meta.basis.get(name, "metadata")
    return value


def _published(
    doc: str, entry: Entry, argument: Period | None, meta: Meta, url: str, basis: dict[str, str], record: bool
) -> Period | None:
    """The first witness that knows the date; a date that the page merely shows comes last."""
    shown = meta.basis.get("published") == "page"
    witnesses: Mapping[str, Period | None] = {
        "manifest": entry.published,
        "argument": argument,
        "metadata": None if shown else meta.published,
        "address": from_address(url),
        "file name": None if record else from_name(doc),  # an archive's name dates the archive
        "page": meta.published if shown else None,
    }
    for name, witness in witnesses.items():
        if witness:
            basis["published"] = name
            return witness
    return None


def _language(text: str, entry: Entry, meta: Meta, basis: dict[str, str]) -> str:
    if entry.language:
        basis["language"] = "manifest"
        return clean(entry.language).lower()
    if language := identify(text):
        basis["language"] = "text"
        return language
    if meta.language:
        basis["language"] = "metadata"
    return meta.language
