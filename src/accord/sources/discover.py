"""What there is to read: files, folders, archives and mails with attachments, in a stable order, one at a time.

A document is called by its path relative to what was given; inside a ZIP or mail, "archive.zip!/name", and a record of an
archive "archive.jsonl#12".
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from accord.errors import OversizedSource, SourceError, UnsupportedFormat, UsageError
from accord.sources.archive import Archive, Member
from accord.sources.columns import Columns
from accord.sources.formats import FORMATS, ZIP, readable, sniff, suffix_of
from accord.sources.limits import ARCHIVE_DEPTH, ARCHIVE_LIMIT, ATTACHMENTS, MAIL_LIMIT, RATIO
from accord.sources.raw import FileBytes, Given, Problem, Raw, content_name, unreadable
from accord.sources.records import Item, archived, records

if TYPE_CHECKING:
    from zipfile import ZipInfo

__all__ = ["discover", "document_name", "expand", "found_files", "pasted"]

_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "ehthumbs.db", "icon\r"})
_ZIPS = (".zip", ".wacz")

Found = dict[Path, str]
"""Files by path, with the name each will have."""


def discover(paths: Iterable[str | Path], stdin: bytes | None = None, columns: Columns | None = None) -> Iterator[Item]:
    """Every document in the paths, in the order of the names of their files, whatever the order of the paths."""
    for entry in found_files(paths, stdin):
        yield from expand([entry], columns=columns)


def found_files(paths: Iterable[str | Path], stdin: bytes | None = None) -> list[Raw | Problem]:
    """The files in the paths, archives not opened, in the order of their names.

    "-" stands for `stdin`. Hidden files and the litter of file systems are passed over; what cannot be opened is
    given as a Problem. Raises UsageError where "-" is given and nothing was piped in.
    """
    given = [Path(path) for path in paths]
    if Path("-") in given and stdin is None:
        raise UsageError("- was given but nothing was piped in", "pipe a text in, or name a file or folder")
    found, problems = _found([path for path in given if path != Path("-")])
    entries: list[Raw | Problem] = [*problems, *(_file(path, doc) for path, doc in found.items())]
    if stdin is not None:
        entries.append(pasted(stdin))
    return sorted(entries, key=_order)


def _order(entry: Raw | Problem) -> tuple[str, str]:
    return entry.doc, str(getattr(entry, "error", ""))


def expand(entries: Iterable[Raw | Problem], budget: int = 0, columns: Columns | None = None) -> Iterator[Item]:
    """Documents in the order of the names of their files, archives and mails among them opened; `budget` is how many
    bytes each ZIP may inflate to, else what its own size allows."""
    for entry in sorted(entries, key=_order):
        if isinstance(entry, Raw):
            most = budget or max(ARCHIVE_LIMIT, RATIO * entry.size)
            yield from _expanded(entry, ARCHIVE_DEPTH, most, columns or Columns())
        else:
            yield entry


def pasted(data: bytes) -> Raw:
    """Bytes that came without a name; the suffix of the one they get follows what they are."""
    media_type = sniff(data)
    suffix = next((format.suffixes[0] for format in FORMATS if format.media_type == media_type), ".txt")
    return Raw(content_name(data, ".zip" if media_type == ZIP else suffix), Given(data), len(data))


def _found(paths: list[Path]) -> tuple[Found, list[Problem]]:
    """All files under the paths with their names, told apart by the folders above them where names are equal."""
    named: dict[Path, tuple[Path, str]] = {}
    problems: list[Problem] = []
    for path in sorted(set(paths)):
        for place, doc in _walk(path, problems):
            real = _real(place)
            if real not in named or (doc.count("/"), doc) < (named[real][1].count("/"), named[real][1]):
                named[real] = (place, doc)
    counts = Counter(doc for _, doc in named.values())
    found: Found = {}
    for real, (place, doc) in named.items():
        found[place] = doc if counts[doc] == 1 else _longer(real, doc, [r for r, (_, d) in named.items() if d == doc])
    return found, problems


def _real(path: Path) -> Path:
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError):
        return path.absolute()


def _longer(path: Path, doc: str, rivals: list[Path]) -> str:
    """A name with as many folders before it as tell the files of one name apart."""
    parts = path.parts
    for length in range(doc.count("/") + 2, len(parts) + 1):
        if len({rival.parts[-length:] for rival in rivals}) == len(rivals):
            return document_name("/".join(parts[-length:]).lstrip("/"))
    return document_name(path.as_posix())


def document_name(path: str) -> str:
    """A path as a document's name: valid Unicode in NFC, no control characters."""
    text = unicodedata.normalize("NFC", os.fsencode(path).decode("utf-8", "replace"))
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _litter(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _LITTER


def _walk(path: Path, problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    """The files under a path with their names; the path itself where it is one."""
    try:
        if not stat.S_ISDIR(path.stat().st_mode):
            yield path, document_name(path.name)
            return
        root = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        problems.append(Problem(document_name(str(path)), _unopened(document_name(str(path)), error)))
        return
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            doc = document_name(folder.relative_to(path).as_posix())
            problems.append(Problem(doc, unreadable(doc, error)))
            continue
        for entry in entries:
            if _litter(entry.name):
                continue
            place = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                waiting.append(place)
            elif entry.is_symlink() and place.is_dir():
                problems += _linked(place, root, document_name(place.relative_to(path).as_posix()))
            else:
                yield place, document_name(place.relative_to(path).as_posix())


def _linked(place: Path, root: Path, doc: str) -> list[Problem]:
    """A link to a folder is not followed: within the root it is read anyway, and one outside is named."""
    if _real(place).is_relative_to(root):
        return []
    reason = f"{doc} is a link to a folder outside the one given"
    return [Problem(doc, UnsupportedFormat(reason, "give that folder itself"))]


def _unopened(doc: str, error: OSError | RuntimeError) -> SourceError:
    return unreadable(doc, error if isinstance(error, OSError) else OSError(str(error)))


def _file(path: Path, doc: str) -> Raw | Problem:
    try:
        status = path.stat()
    except (OSError, RuntimeError) as error:
        return Problem(doc, _unopened(doc, error))
    if not stat.S_ISREG(status.st_mode):
        return Problem(doc, UnsupportedFormat(f"{doc} is no regular file", "copy its content to a file, or pipe it in"))
    return Raw(doc, FileBytes(path, doc), status.st_size)


def _expanded(raw: Raw, depth: int, budget: int, columns: Columns) -> Iterator[Item]:
    """The document itself, or what is in it where it is an archive; a mail is followed by its attachments."""
    suffix = suffix_of(raw.doc)
    if archived(raw.doc):
        yield from records(raw, columns)
    elif suffix in _ZIPS:
        try:
            if not depth:
                reason = f"{raw.doc} lies deeper than {ARCHIVE_DEPTH} archives in one another"
                raise OversizedSource(reason, "unpack the outer ones")
            yield from _members(raw, depth, budget, columns)
        except SourceError as error:
            yield Problem(raw.doc, error)
    else:
        yield raw
        if suffix == ".eml":
            yield from _attachments(raw, depth, budget, columns)


def _members(raw: Raw, depth: int, budget: int, columns: Columns) -> Iterator[Item]:
    archive = Archive(raw, budget)
    left = budget - archive.size()
    seen: Counter[str] = Counter()
    for entry in archive.members():
        name = entry.filename.replace("\\", "/")
        if any(_litter(part) and part not in (".", "..") for part in PurePosixPath(name).parts):
            continue
        doc = f"{raw.doc}!/{document_name(name)}"
        if suffix_of(raw.doc) == ".wacz" and archived(doc) != "warc":
            continue  # its indices and lists of pages
        seen[doc] += 1
        doc = doc if seen[doc] == 1 else f"{doc}#{seen[doc]}"
        if trick := _trick(entry, name):
            yield Problem(doc, UnsupportedFormat(f"{doc} {trick}", "do not trust this archive, or pack it again"))
            continue
        member = Raw(doc, Member(archive, entry.filename, doc), entry.file_size)
        yield from _expanded(member, depth - 1, left, columns)


def _trick(entry: ZipInfo, name: str) -> str:
    """What is wrong with a member that would land outside the folder it is unpacked to; nothing is unpacked here."""
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "is a link, not a file"
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/"):
        return "has a name that leads out of its archive"
    return ""


def _attachments(raw: Raw, depth: int, budget: int, columns: Columns) -> Iterator[Item]:
    """Readable attachments; the mail itself is yielded, and its faults found, elsewhere."""
    if not depth or raw.size > MAIL_LIMIT:
        return
    from accord.sources import mail

    try:
        attached = mail.attachments(raw.bytes(), raw.doc)[:ATTACHMENTS]
    except SourceError:
        return
    seen: Counter[str] = Counter()
    for name, data in attached:
        if not readable(name) or _litter(name):
            continue
        doc = f"{raw.doc}!/{document_name(name)}"
        seen[doc] += 1
        doc = doc if seen[doc] == 1 else f"{doc}#{seen[doc]}"
        yield from _expanded(Raw(doc, Given(data), len(data)), depth - 1, budget, columns)
