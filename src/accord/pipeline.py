"""The whole house on one page: bytes are found, read, searched for facts, and kept.

    discover   paths -> files, records of archives       accord.sources, accord.batches
    recognise  bytes read before are left alone          accord.store
    read       raw bytes -> document                     accord.sources
    extract    document -> claims                        accord.languages, accord.kinds, accord.extract
    keep       documents and claims of a batch, at once  accord.store
    (later)    claims -> records -> pages                accord.resolve, accord.brief, accord.exports

One process finds and keeps; the reading between may be shared by many (accord.crew), and comes to the same. One bad file
never stops the rest, and a document is told as read only when the store has it for good.
"""

from __future__ import annotations

import gc
import hashlib
import os
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from accord.batches import Lot, lots, opened
from accord.crew import Crew
from accord.document import Document
from accord.errors import SourceError, StoreError
from accord.record import Claim
from accord.sources import Columns, Item, Problem, Raw, found_files
from accord.store import KEPT, READ, Kept, Known, Named, Skipped, Store
from accord.store.where import Where
from accord.values import Period
from accord.version import __version__

__all__ = [
    "Asked",
    "Given",
    "Progress",
    "Reader",
    "Reading",
    "Step",
    "Summary",
    "Tools",
    "hired",
    "house",
    "keep_all",
    "language_name",
    "lost",
    "read",
    "run",
    "single",
]

_IN_TEXT = "text"  # the basis of a date of publication that the document's own words give
_REPORT = "please report it; the other documents are not touched by it"
_SEEN = 500  # documents of which each process remembers the claims, in case their text comes again
_ALONE = 100_000  # bytes of input up to which one process is done before others have started


Given = Mapping[str, Any]
"""What a manifest, an archive or the command line says of one document."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one document: read, unchanged, kept (in a language without a folder), passed over (a record of an
    archive that can hold no claim) or skipped."""

    doc: str
    outcome: str
    reason: str = ""
    mend: str = ""
    claims: int = 0


Progress = Callable[[Step, float], None]
"""Told of each document when all of it is kept, and of the share of the input that was gone through, from 0 to 1."""


@dataclass(slots=True)
class Summary:
    """What became of all documents. Of records of archives, `passed` were passed over, and `before` gone through
    before."""

    read: int = 0
    unchanged: int = 0
    passed: int = 0
    before: int = 0
    kept_not_read: int = 0
    claims: int = 0
    skipped: list[Skipped] = field(default_factory=list)

    def add(self, step: Step) -> None:
        self.claims += step.claims
        if step.outcome == "read":
            self.read += 1
        elif step.outcome == "unchanged":
            self.unchanged += 1
        elif step.outcome == "passed over":
            self.passed += 1
        else:
            self.kept_not_read += step.outcome == "kept"
            self.skipped.append(Skipped(step.doc, step.reason, step.mend))


@dataclass(frozen=True)
class Tools:
    """The rooms of the house that reading goes through; tests put in others.

    given     what the manifest and the command line say of a document
    may_tell  whether a raw text can hold a claim: a quick look, which passes over most of an archive
    read      raw bytes, with what was given of them, to a document; raises SourceError
    extract   a document to its claims; None where its language has no folder
    prints    a document to its paragraph prints, by which near-copies are known
    version   of all this: documents that another version read are read again
    key       what stands for all that `given` may say
    """

    given: Callable[[str], Given]
    may_tell: Callable[[str], bool]
    read: Callable[[Raw, Given], Document]
    extract: Callable[[Document], Sequence[Claim] | None]
    prints: Callable[[Document], Sequence[Any]]
    version: str = ""
    key: str = ""


Reading = tuple[Step, tuple[Kept | Named | Skipped, ...]]
"""What became of a document, and what the store shall keep of it."""


def run(
    paths: Sequence[str | Path],
    store: Store,
    *,
    manifest: Path | None = None,
    published: str = "",
    columns: Columns | None = None,
    stdin: bytes | None = None,
    again: bool = False,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Summary:
    """Read files, folders, archives and pasted text into a store, in as many processes as `jobs` where it is worth
    while. Raises UsageError and StoreError."""
    make, files = partial(house, manifest, published), found_files(paths, stdin)
    if sum(file.size for file in files if isinstance(file, Raw)) <= _ALONE:
        jobs = 1
    return _read(opened(files, columns or Columns()), store, make, again, jobs, progress)


def read(
    files: Sequence[Item],
    store: Store,
    make: Callable[[], Tools],
    *,
    again: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Read what was found into a store; `again` reads even what is unchanged. What is read when Ctrl-C or an error of
    the store ends it is kept."""
    found = ((file, number / len(files)) for number, file in enumerate(files, start=1))
    return _read(found, store, make, again, 1, progress)


def _read(
    found: Iterable[tuple[Item, float]],
    store: Store,
    make: Callable[[], Tools],
    again: bool,
    jobs: int,
    progress: Progress | None,
) -> Summary:
    """Each process makes its own tools."""
    tools, summary = make(), Summary()
    new = _new(lots(found, f"{tools.version}\0{tools.key}"), store, summary, again)
    if store.notice:
        jobs = 1  # on a network drive one process at a time may open the store
    return keep_all(_shared(new, store, tools, make, again, jobs), store, summary, progress)


@contextmanager
def _rarely_swept() -> Iterator[None]:
    """Python's sweeps for cycles, of which reading makes few, a hundred times rarer: each goes through all tables."""
    before = gc.get_threshold()
    gc.set_threshold(70_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@_rarely_swept()
def keep_all(
    done: Iterable[tuple[Lot, list[Reading]]], store: Store, summary: Summary, progress: Progress | None
) -> Summary:
    """Keep what was read, a lot at a time, and tell of it."""
    for lot, readings in done:
        copies = store.keep([thing for _, things in readings for thing in things], lot.batch)
        for step, _ in readings:
            step = Step(step.doc, "unchanged") if step.doc in copies else step
            summary.add(step)
            if progress:
                progress(step, lot.share)
    return summary


def _new(found: Iterable[Lot], store: Store, summary: Summary, again: bool) -> Iterator[Lot]:
    """The lots that were not gone through before; the others are counted."""
    before: frozenset[str] | None = frozenset() if again else None
    for lot in found:
        if lot.batch is not None and before is None:
            before = store.batches()  # of all archives: asked for only where there is one
        if lot.batch is not None and before and lot.batch.digest in before:
            summary.before += len(lot.items)
        else:
            yield lot


def _shared(
    found: Iterable[Lot], store: Store, tools: Tools, make: Callable[[], Tools], again: bool, jobs: int
) -> Iterator[tuple[Lot, list[Reading]]]:
    """Each lot with what was read in it, in their order."""
    if jobs <= 1:
        reader = Reader(store, tools, again)
        yield from ((lot, reader(lot)) for lot in found)
    else:
        crew = Crew(jobs, partial(hired, store.where, make, again), single, lost)
        yield from crew.shared(found)


def hired(where: Where, make: Callable[[], Tools], again: bool) -> Reader:
    """A reader in a process of its own; it writes nothing."""
    return Reader(Store.open(where, create=False), make(), again)


def single(lot: Lot) -> list[Lot]:
    return [replace(lot, items=(item,)) for item in lot.items]


def lost(lot: Lot) -> list[Reading]:
    doc = lot.items[0].doc
    return [_skip(doc, "the process that read it was ended, twice", "see that there is memory enough, or leave it out")]


class Asked(Protocol):
    """What a reader asks of the store."""

    def known(self, hash_: str) -> Known | None: ...
    def document(self, hash_: str) -> Document: ...
    def raw(self, hash_: str) -> bytes: ...


class Reader:
    """Reads documents: from their bytes to what the store shall keep. The store is only asked."""

    def __init__(self, store: Asked, tools: Tools, again: bool) -> None:
        self._store, self._tools, self._again = store, tools, again
        self._seen: OrderedDict[bytes, Sequence[Claim] | None] = OrderedDict()

    def __call__(self, lot: Lot) -> list[Reading]:
        """What became of each document of a lot."""
        with _rarely_swept():
            return [self._one(item) for item in lot.items]

    def _one(self, item: Item) -> Reading:
        try:
            if isinstance(item, Problem):
                raise item.error
            if isinstance(item, Raw):
                return self._document(item)
            raw = item.raw()
            if raw is None or not self._tools.may_tell(raw.bytes().decode("utf-8", "replace")):
                return Step(item.doc, "passed over"), ()
            return self._document(raw)
        except SourceError as error:
            return _skip(item.doc, error.reason, error.mend)
        except StoreError:
            raise
        except Exception as error:  # a fault in a reader or a rule must not stop the other documents
            if os.environ.get("ACCORD_DEBUG"):
                raise
            return _skip(item.doc, f"Accord failed on it: {type(error).__name__}: {error}", _REPORT)

    def _document(self, raw: Raw) -> Reading:
        data = raw.bytes()
        known, given = self._store.known(hashlib.sha256(data).hexdigest()), {**raw.given, **self._tools.given(raw.doc)}
        if known and not given and known.doc == raw.doc:
            given = dict(known.given)  # what was given once stays, until something else is
        if known and (done := self._recognised(raw.doc, known, given)):
            return done
        return self._found(self._tools.read(replace(raw, opener=lambda: data), given), data, given)

    def _recognised(self, doc: str, known: Known, given: Given) -> Reading | None:
        """What to tell of bytes that are known; None where they must be read again: under a smaller name, which decides
        what is said of them, with other words of the manifest, or by another version of Accord."""
        if doc < known.doc:
            return None
        named = () if doc in known.names else (Named(known.hash, doc),)
        if known.version != self._tools.version or self._again:
            if doc == known.doc:
                return None
            text, data = self._store.document(known.hash), self._store.raw(known.hash)
            step, things = self._found(text, data, known.given)  # facts anew, met again under a second name
            return step, (*named, *things)
        if doc == known.doc and given != known.given:
            return None
        return Step(doc, "kept", known.note) if known.state == KEPT else Step(doc, "unchanged"), named

    def _found(self, document: Document, raw: bytes, given: Given) -> Reading:
        """A document with its claims."""
        document, tools = _undated(document), self._tools
        claims = self._claims(document)
        state, note = READ, ""
        if claims is None:
            state, note = KEPT, f"kept, not read for facts: {language_name(document.language)}"
        prints = tools.prints(document)
        kept = Kept(_dated(document), raw, claims or (), state, note, given, tools.version, prints)
        return Step(document.doc, state, note, claims=len(kept.claims)), (kept,)

    def _claims(self, document: Document) -> Sequence[Claim] | None:
        """The claims of a document. One whose text, publisher and day are those of another (a page fetched twice, the
        same words in another page) is searched once: what holds of the one, holds of the other by its own name."""
        said = (document.text, document.blocks, document.language, document.publisher, document.published)
        key = hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).digest()
        if key not in self._seen:
            self._seen[key] = self._tools.extract(document)
            if len(self._seen) > _SEEN:
                self._seen.popitem(last=False)
        claims = self._seen[key]
        return None if claims is None else [claim.of(document) for claim in claims]


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


def _skip(doc: str, reason: str, mend: str) -> Reading:
    return Step(doc, "skipped", reason, mend), (Skipped(doc, reason, mend),)


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
    key = hashlib.sha256(manifest.read_bytes() if manifest else b"").hexdigest() + argument

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
    return Tools(
        given, languages.may_tell, read_document, claims, lambda d: paragraph_prints(d.text, d.blocks), version, key
    )
