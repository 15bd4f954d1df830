"""The whole house on one page: bytes are found, read, searched for facts, and kept, one document at a time.

    discover   paths -> raw files                  accord.sources
    recognise  bytes read before are left alone    accord.store
    read       raw file -> document                accord.sources
    extract    document -> claims                  accord.languages, accord.kinds, accord.extract
    keep       document and claims, at once        accord.store
    (later)    claims -> records -> pages          accord.resolve, accord.brief, accord.exports

One bad file never stops the rest, and a document is told as read only when the store has it for good.
"""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from accord.document import Document
from accord.errors import SourceError, StoreError
from accord.record import Claim
from accord.sources import Problem, Raw, discover
from accord.store import KEPT, READ, Known, Skipped, Store
from accord.values import Period
from accord.version import __version__

__all__ = ["Given", "Progress", "Step", "Summary", "Tools", "house", "language_name", "read", "run"]

_IN_TEXT = "text"  # the basis of a date of publication that the document's own words give
_REPORT = "please report it; the other documents are not touched by it"


Given = Mapping[str, Any]
"""What a manifest or the command line says of one document."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one file: read, unchanged, kept (in a language without a folder) or skipped."""

    doc: str
    outcome: str
    reason: str = ""
    mend: str = ""
    claims: int = 0


Progress = Callable[[Step, int], None]
"""Told of each file when all of it is kept, and of how many there are."""


@dataclass(slots=True)
class Summary:
    """What became of all files."""

    read: int = 0
    unchanged: int = 0
    kept_not_read: int = 0
    claims: int = 0
    skipped: list[Skipped] = field(default_factory=list)

    def add(self, step: Step) -> None:
        self.claims += step.claims
        if step.outcome == "read":
            self.read += 1
        elif step.outcome == "unchanged":
            self.unchanged += 1
        else:
            self.kept_not_read += step.outcome == "kept"
            self.skipped.append(Skipped(step.doc, step.reason, step.mend))


@dataclass(frozen=True)
class Tools:
    """The rooms of the house that reading goes through; tests put in others.

    given     what the manifest and the command line say of a document
    read      raw bytes, with what was given of them, to a document; raises SourceError
    extract   a document to its claims; None where its language has no folder
    prints    a document to its paragraph prints, by which near-copies are known
    version   of all this: documents that another version read are read again
    """

    given: Callable[[str], Given]
    read: Callable[[Raw, Given], Document]
    extract: Callable[[Document], Sequence[Claim] | None]
    prints: Callable[[Document], Sequence[Any]]
    version: str = ""


def run(
    paths: Sequence[str | Path],
    store: Store,
    *,
    manifest: Path | None = None,
    published: str = "",
    stdin: bytes | None = None,
    again: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Read files, folders, archives and pasted text into a store. Raises UsageError and StoreError."""
    tools = house(manifest, published)
    return read(list(discover(paths, stdin)), store, tools, again=again, progress=progress)


def read(
    files: Sequence[Raw | Problem],
    store: Store,
    tools: Tools,
    *,
    again: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Read what was found into a store; `again` reads even what is unchanged. What is read when an error of the store
    ends it is kept."""
    summary = Summary()
    with _rarely_swept():
        for file in files:
            step = _step(file, store, tools, again)
            summary.add(step)
            if progress:
                progress(step, len(files))
    return summary


@contextmanager
def _rarely_swept() -> Iterator[None]:
    """Python's sweeps for cycles, which reading hardly makes, a hundred times rarer: each goes through all tables."""
    before = gc.get_threshold()
    gc.set_threshold(70_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _step(file: Raw | Problem, store: Store, tools: Tools, again: bool) -> Step:
    """One file, from its bytes to the store."""
    if isinstance(file, Problem):
        return _skip(store, file.doc, file.error.reason, file.error.mend)
    try:
        data = file.bytes()
        known, given = store.known(hashlib.sha256(data).hexdigest()), dict(tools.given(file.doc))
        if known and not given and known.doc == file.doc:
            given = dict(known.given)  # what was given once stays, until something else is
        if known and (done := _recognise(file.doc, known, given, store, tools, again)):
            return done
        return _keep(tools.read(replace(file, opener=lambda: data), given), data, given, store, tools)
    except SourceError as error:
        return _skip(store, file.doc, error.reason, error.mend)
    except StoreError:
        raise
    except Exception as error:  # a fault in a reader or a rule must not stop the other documents
        if os.environ.get("ACCORD_DEBUG"):
            raise
        return _skip(store, file.doc, f"Accord failed on it: {type(error).__name__}: {error}", _REPORT)


def _recognise(doc: str, known: Known, given: Given, store: Store, tools: Tools, again: bool) -> Step | None:
    """What to tell of bytes that are known; None where they must be read again: under a smaller name, which decides
    what is said of them, with other words of the manifest, or by another version of Accord."""
    if doc < known.doc:
        return None
    if doc not in known.names:
        store.add_name(known.hash, doc)
    if known.version != tools.version or again:
        return None if doc == known.doc else _extract_again(known, store, tools)
    if doc == known.doc and given != known.given:
        return None
    return Step(doc, "kept", known.note) if known.state == KEPT else Step(doc, "unchanged")


def _extract_again(known: Known, store: Store, tools: Tools) -> Step:
    """Facts anew from a text that is in the store, met again under a second name."""
    return _keep(store.document(known.hash), store.raw(known.hash), known.given, store, tools)


def _keep(document: Document, raw: bytes, given: Given, store: Store, tools: Tools) -> Step:
    """Find the claims of a document and keep both in one transaction."""
    document = _undated(document)
    claims = tools.extract(document)
    note = f"kept, not read for facts: {language_name(document.language)}" if claims is None else ""
    store.add_document(
        _dated(document),
        raw,
        claims or (),
        state=READ if claims is not None else KEPT,
        note=note,
        given=given,
        version=tools.version,
        prints=tools.prints(document),
    )
    if claims is None:
        return Step(document.doc, "kept", note)
    return Step(document.doc, "read", claims=len(claims))


def _dated(document: Document) -> Document:
    """A document that nothing around it dates, with the day that its own text gives."""
    from accord import languages

    if document.published is not None or (day := languages.written(document)) is None:
        return document
    return replace(document, published=day, basis={**document.basis, "published": _IN_TEXT})


def _undated(document: Document) -> Document:
    """A document as it was before `_dated`: its claims find that day in the text themselves, with its words."""
    if document.basis.get("published") != _IN_TEXT:
        return document
    return replace(document, published=None, basis={k: v for k, v in document.basis.items() if k != "published"})


def _skip(store: Store, doc: str, reason: str, mend: str) -> Step:
    store.skip(doc, reason, mend)
    return Step(doc, "skipped", reason, mend)


def language_name(code: str) -> str:
    """A language's English name: Russian for ru."""
    from babel import Locale

    return Locale("en").languages.get(code, code) if code else "language unknown"


def house(manifest: Path | None = None, published: str = "") -> Tools:
    """Accord's own rooms, with a manifest and a date for all documents that it does not date."""
    from accord import extract, languages, sources
    from accord.resolve.voices import paragraph_prints

    listed = sources.Manifest.load(manifest) if manifest else sources.Manifest()
    argument = str(Period.parse(published)) if published else ""

    def given(doc: str) -> Given:
        entry = listed.entry(doc)
        said = {f.name: str(value) for f in fields(entry) if (value := getattr(entry, f.name))}
        return said | ({"argument": argument} if argument else {})

    def read_document(raw: Raw, said: Given) -> Document:
        known = dict(said)
        day, stamp = known.pop("argument", ""), known.pop("published", "")
        entry = sources.Entry(published=Period.parse(stamp) if stamp else None, **known)
        return sources.read(raw, sources.Manifest({raw.doc: entry}), Period.parse(day) if day else None)

    def claims(document: Document) -> Sequence[Claim] | None:
        try:
            return extract.extract(document)
        except languages.NoLanguage:
            return None

    version = f"{__version__}.{getattr(extract, 'VERSION', 0)}:{','.join(sorted(languages.available()))}"
    return Tools(given, read_document, claims, lambda d: paragraph_prints(d.text, d.blocks), version)
