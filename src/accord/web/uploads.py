"""What people drop on the desk: files of a form, to what `pipeline.read` takes. Nothing is written to any folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from fastapi import UploadFile

from accord.errors import OversizedSource
from accord.sources import Given, Problem, Raw, document_name, expand, pasted, settled
from accord.sources.formats import suffix_of
from accord.web.refusal import Refusal

__all__ = ["DOCUMENTS", "FILE", "FILES", "INFLATED", "uploaded"]

FILES = 200
"""Files of one form."""
FILE = 50_000_000
"""Bytes of one file."""
INFLATED = 500_000_000
"""Bytes that one archive may inflate to."""
DOCUMENTS = 2_000
"""Documents of one form, archives opened."""

_NAME = 200  # characters of a name
_MEND = "read it with `accord read` on the machine of the desk"


def uploaded(files: Sequence[UploadFile], text: str = "", name: str = "") -> list[Raw | Problem]:
    """The documents in what was dropped or pasted (by a name, if it has one), archives opened; what is too large or a
    trick is a Problem. The bytes are held, so that they can be read when the form is gone. Raises Refusal where nothing
    or too much is given."""
    dropped = [file for file in files if file.filename]
    if len(dropped) > FILES:
        raise Refusal(413, f"{len(dropped)} files at once, above the limit of {FILES}", "drop fewer, or a ZIP of them")
    entries = list(_held(dropped))
    if text.strip():
        entries.append(_named(pasted(text.encode("utf-8", "replace")), name))
    if not entries:
        raise Refusal(422, "no file was given and no text", "drop a file, or paste a text")
    found = list(islice(settled(expand(entries, INFLATED)), DOCUMENTS + 1))
    if len(found) > DOCUMENTS:
        raise Refusal(413, f"more than {DOCUMENTS} documents at once", f"drop fewer, or {_MEND}")
    return found


def _held(files: Sequence[UploadFile]) -> Iterator[Raw | Problem]:
    seen: dict[str, int] = {}
    for file in files:
        name = _plain(file.filename or "")
        seen[name] = seen.get(name, 0) + 1
        doc = name if seen[name] == 1 else _numbered(name, seen[name])
        data = file.file.read(FILE + 1)
        if len(data) > FILE:
            yield Problem(doc, OversizedSource(f"{doc} has more than {FILE / 1e6:.0f} MB", _MEND))
        else:
            yield Raw(doc, Given(data), len(data))


def _named(raw: Raw, name: str) -> Raw:
    """A pasted text by the name that it was given; its suffix stays, for it says how to read it."""
    return replace(raw, doc=_plain(name).removesuffix(suffix_of(raw.doc)) + suffix_of(raw.doc)) if name.strip() else raw


def _plain(filename: str) -> str:
    """The last part of a name, as a document is called."""
    last = filename.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return document_name(last)[-_NAME:].lstrip(".") or "unnamed"


def _numbered(name: str, number: int) -> str:
    """A second file of a name; the suffix stays, for it says how to read it."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem} ({number}).{suffix}" if dot else f"{name} ({number})"
