"""What is found, in batches: each is read by one process and kept in one transaction.

Files go a few at a time. Records of an archive go by some dozens, always cut at the same places, under a digest of all
that decides what is read from them: a batch that was gone through before is known by it, and is not read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from accord.errors import SourceError
from accord.sources import Columns, Item, Problem, Raw, Record, expand
from accord.sources.archive import Member
from accord.sources.raw import FileBytes, Given
from accord.sources.records import archived
from accord.store import Batch

__all__ = ["Lot", "lots", "opened"]

_FILES, _RECORDS = 8, 64
_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Lot:
    """Documents to be read together. `batch` is what the store remembers of records; `share` tells how much of the
    input has been found with them, from 0 to 1; `count` is how many they are."""

    items: tuple[Item, ...]
    batch: Batch | None = None
    share: float = 0.0
    count: int = 0


class _Watched:
    """Opens a file, and tells how far it has been read."""

    def __init__(self, opener: FileBytes) -> None:
        self._opener = opener
        self._stream: BinaryIO | None = None

    def __call__(self) -> bytes:
        return self._opener()

    def stream(self) -> BinaryIO:
        self._stream = self._opener.stream()
        return self._stream

    def at(self) -> int:
        return 0 if self._stream is None or self._stream.closed else self._stream.tell()


def lots(found: Iterable[tuple[Item, float]], key: str) -> Iterator[Lot]:
    """What was found (each with the share of the input gone through with it) in lots; `key` stands for all outside a
    record that decides what is read from it."""
    held: list[Item] = []
    size, share = 0, 0.0
    for item, at in found:
        if held and (_archive(item) != _archive(held[0]) or size >= _BYTES or len(held) >= _most(held[0])):
            yield _lot(held, key, share)
            held, size = [], 0
        held.append(item)
        size, share = size + (len(item.data) if isinstance(item, Record) else getattr(item, "size", 0)), at
    if held:
        yield _lot(held, key, 1.0)


def opened(entries: Sequence[Raw | Problem], columns: Columns) -> Iterator[tuple[Item, float]]:
    """Files, with what is in the archives among them."""
    total = sum(entry.size for entry in entries if isinstance(entry, Raw)) or 1
    before = 0
    for entry in entries:
        watched = None
        if isinstance(entry, Raw) and isinstance(entry.opener, FileBytes) and archived(entry.doc):
            watched = _Watched(entry.opener)
            entry = replace(entry, opener=watched)
        for item in expand([entry], columns=columns):
            yield _held(item), min(1.0, (before + (watched.at() if watched else 0)) / total)
        before += entry.size if isinstance(entry, Raw) else 0


def _held(item: Item) -> Item:
    """What lies in a ZIP is read where the ZIP is open."""
    if not (isinstance(item, Raw) and isinstance(item.opener, Member)):
        return item
    try:
        return replace(item, opener=Given(item.bytes()))
    except SourceError as error:
        return Problem(item.doc, error)


def _archive(item: Item) -> str:
    """The archive that something is a record of; "" for a file."""
    if isinstance(item, Problem):
        name = item.doc if archived(item.doc) else item.doc.rpartition("#")[0]
        return name if archived(name) else ""
    return item.archive if isinstance(item, Record) else ""


def _most(item: Item) -> int:
    return _RECORDS if _archive(item) else _FILES


def _lot(items: Sequence[Item], key: str, share: float) -> Lot:
    archive = _archive(items[0])
    if not archive:
        return Lot(tuple(items), None, share, len(items))
    digest = hashlib.sha256(key.encode())
    for item in items:
        data, how = (item.data, repr(item.make)) if isinstance(item, Record) else (b"", str(getattr(item, "error", "")))
        digest.update(f"\0{item.doc}\0{how}\0{len(data)}\0".encode("utf-8", "replace") + data)
    return Lot(tuple(items), Batch(digest.hexdigest(), archive), share, len(items))
