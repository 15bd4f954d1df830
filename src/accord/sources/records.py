"""Archives of records (JSONL, CSV, Parquet, WARC, feeds), read from the front: a record at a time, never the whole.

A record is called by its archive and its place there: `x.jsonl#LINE`, `x.csv#ROW`, `x.parquet#ROW` (the first row is 1),
`x.warc.gz#ID`, `feed.xml#NUMBER`. A broken one is a Problem by that name, and the next is read; where an archive breaks
off, the Problem has the archive's name and says after what.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from accord.errors import DamagedSource, OversizedSource, SourceError
from accord.sources.columns import Columns
from accord.sources.feeds import entries
from accord.sources.inflate import FAULTS, broken_off, inflated
from accord.sources.limits import RECORD_LIMIT
from accord.sources.raw import Problem, Raw, Record
from accord.sources.warc import pages

__all__ = ["Item", "archived", "records", "settled"]

Item = Raw | Problem | Record
"""A document, a record of an archive, or what can be neither."""

_ARCHIVE = re.compile(r"\.(?:(jsonl|ndjson|csv|tsv|warc|xml|rss|atom)(?:\.gz|\.zst)?|(parquet))$", re.IGNORECASE)
_LONGEST = RECORD_LIMIT + 1


def archived(doc: str) -> str:
    """What sort of archive a name tells of (jsonl, csv, parquet, warc, xml ...); "" for none."""
    match = _ARCHIVE.search(doc)
    return (match[1] or match[2]).lower() if match else ""


def settled(items: Iterable[Item]) -> Iterator[Raw | Problem]:
    """What there is to read, the records of archives among it made documents."""
    for item in items:
        if not isinstance(item, Record):
            yield item
            continue
        try:
            raw = item.raw()
        except SourceError as error:
            yield Problem(item.doc, error)
        else:
            yield from () if raw is None else (raw,)


def records(raw: Raw, columns: Columns) -> Iterator[Problem | Record]:
    """The records of an archive in their order."""
    sort = archived(raw.doc)
    try:
        with raw.stream() as packed:
            if sort == "parquet":
                from accord.sources.parquet import rows

                yield from rows(raw.doc, packed, columns)
            elif sort == "warc":
                yield from pages(raw.doc, packed)
            elif sort in ("xml", "rss", "atom"):
                yield from entries(raw.doc, inflated(raw.doc, packed))
            else:
                read = _lines if sort in ("jsonl", "ndjson") else _rows
                yield from read(raw.doc, inflated(raw.doc, packed), columns)
    except SourceError as error:
        yield Problem(raw.doc, error)


def _lines(doc: str, stream: BinaryIO, columns: Columns) -> Iterator[Problem | Record]:
    """A document a line of JSON."""
    number, checked = 0, False
    try:
        while line := stream.readline(_LONGEST):
            number += 1
            name = f"{doc}#{number}"
            if len(line) == _LONGEST and not line.endswith(b"\n"):
                while line and not line.endswith(b"\n"):
                    line = stream.readline(_LONGEST)
                reason = f"{name} is longer than the limit of {RECORD_LIMIT / 1e6:.0f} MB"
                yield Problem(name, OversizedSource(reason, "split it, or leave it out"))
                continue
            line = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
            if not line:
                continue
            if not checked:
                checked = _checked(doc, line, columns)
            yield Record(name, doc, line, columns)
    except FAULTS as error:
        yield Problem(doc, broken_off(doc, f"line {number}", error))


def _checked(doc: str, line: bytes, columns: Columns) -> bool:
    """Whether a line could be held against the columns wanted. Raises DamagedSource where it has none for the text."""
    try:
        first = json.loads(line)
    except (ValueError, RecursionError):
        return False
    if isinstance(first, dict):
        columns.check(doc, first)
    return isinstance(first, dict)


def _rows(doc: str, stream: BinaryIO, columns: Columns) -> Iterator[Problem | Record]:
    """A document a row of CSV; the first row names the columns."""
    csv.field_size_limit(RECORD_LIMIT)
    number = 0
    try:
        header = stream.readline(_LONGEST).removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
        delimiter = max(",;\t|", key=header.count)
        names = next(csv.reader([header], delimiter=delimiter), [])
        columns.check(doc, names)
        wanted = [(names.index(name), name) for name in columns.names(names)]
        reader = csv.reader(_text(stream), delimiter=delimiter)
        while True:
            number += 1
            name = f"{doc}#{number}"
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Problem(name, DamagedSource(f"{name} is no row of CSV ({error})", "close every quotation mark"))
                continue
            if not row:
                number -= 1
            elif len(row) != len(names):
                reason = f"{name} has {len(row)} fields where the first row has {len(names)}"
                yield Problem(name, DamagedSource(reason, "put fields with commas in quotation marks"))
            else:
                yield _row(name, doc, {column: row[at] for at, column in wanted}, columns)
    except FAULTS as error:
        yield Problem(doc, broken_off(doc, f"row {number - 1}", error))


def _text(stream: BinaryIO) -> Iterator[str]:
    while line := stream.readline(_LONGEST):
        yield line.decode("utf-8", "surrogateescape")


def _row(name: str, doc: str, row: dict[str, str], columns: Columns) -> Problem | Record:
    try:
        return Record(name, doc, json.dumps(row, ensure_ascii=False).encode(), columns)
    except UnicodeEncodeError:
        return Problem(name, DamagedSource(f"{name} is not in UTF-8", "save the table as UTF-8"))
