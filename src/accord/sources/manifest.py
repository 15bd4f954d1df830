"""A manifest: what is known of the documents that they do not say themselves, one line a document (JSONL or CSV)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from accord.errors import UsageError, ValueFormatError
from accord.values import Period

__all__ = ["Entry", "Manifest"]

_COLUMNS = ("url", "published", "publisher", "title", "language")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a manifest says of one document; "" or None where it does not know."""

    url: str = ""
    published: Period | None = None
    publisher: str = ""
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Entries by the name of the document: its whole path, or its base name."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    @classmethod
    def load(cls, path: str | Path) -> Manifest:
        """Read a .jsonl or .csv file with a column `doc`. Raises UsageError that names the line."""
        path = Path(path)
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            reason = f"the manifest {path} cannot be opened ({error.strerror})"
            raise UsageError(reason, "check its path") from error
        except UnicodeDecodeError as error:
            raise UsageError(f"the manifest {path} is not in UTF-8", "save it as UTF-8") from error
        if path.suffix.lower() not in (".jsonl", ".csv"):
            raise UsageError(f"the manifest {path} is neither .jsonl nor .csv", "save it as one of these")
        lines = _json_lines(text, path) if path.suffix.lower() == ".jsonl" else _csv_lines(text, path)
        entries: dict[str, Entry] = {}
        first: dict[str, int] = {}
        for number, line in lines:
            place = f"{path.name}, line {number}"
            doc = (line.get("doc") or "").strip()
            if not doc:
                raise UsageError(f"{place}: doc is missing", "give the path or the name of the file")
            if doc in entries:
                raise UsageError(f"{place}: {doc} stands already in line {first[doc]}", "keep one of the two lines")
            entries[doc], first[doc] = _entry(line, place), number
        return cls(entries)

    def entry(self, doc: str) -> Entry:
        """What is known of a document; by its whole name first, then by its base name."""
        return self.entries.get(doc) or self.entries.get(doc.rpartition("/")[2]) or Entry()


def _entry(line: Mapping[str, str | None], place: str) -> Entry:
    known = {name: (line.get(name) or "").strip() for name in _COLUMNS}
    stamp = known.pop("published")
    try:
        published = Period.parse(stamp.partition("T")[0]) if stamp else None
    except ValueFormatError as error:
        raise UsageError(f"{place}: published: {error.reason}", error.mend) from error
    return Entry(published=published, **known)


def _json_lines(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, str | None]]]:
    import json

    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{path.name}, line {number}"
        try:
            value = json.loads(line)
        except ValueError as error:
            raise UsageError(
                f"{place}: no JSON ({error})", 'write one object a line, {"doc": "name.txt", ...}'
            ) from error
        if not isinstance(value, dict):
            raise UsageError(f"{place}: no JSON object", 'write {"doc": "name.txt", ...}')
        for name in ("doc", *_COLUMNS):
            if not isinstance(value.get(name), str | None):
                raise UsageError(f"{place}: {name} is no text", "put it in quotation marks, or write null")
        yield number, value


def _csv_lines(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, str | None]]]:
    import csv
    import io

    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        if "doc" not in (reader.fieldnames or ()):
            raise UsageError(
                f"{path.name}, line 1: no column doc", "name the columns in the first line: doc,url,published"
            )
        for line in reader:
            if None in line or None in line.values():
                reason = f"{path.name}, line {reader.line_num}: not as many fields as the first line has"
                raise UsageError(reason, "put fields with commas in quotation marks")
            yield reader.line_num, line
    except csv.Error as error:
        reason = f"{path.name}, line {reader.line_num}: {error}"
        raise UsageError(reason, "close every quotation mark, and double those within a field") from error
