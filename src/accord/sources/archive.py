"""ZIP archives: limits held against the central directory first, and again while members are inflated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

from accord.errors import DamagedSource, OversizedSource
from accord.sources.limits import ARCHIVE_ENTRIES, ARCHIVE_LIMIT, FILE_LIMIT, RATIO, RATIO_FREE
from accord.sources.raw import FileBytes, Raw

if TYPE_CHECKING:
    import zipfile

__all__ = ["Archive", "Member"]

_CHUNK = 1 << 20


def _faults() -> tuple[type[Exception], ...]:
    """What unpacking raises on bad archives."""
    import zipfile
    import zlib

    return zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError


class Archive:
    """An opened archive; another process opens it again after pickling."""

    def __init__(self, raw: Raw, limit: int = ARCHIVE_LIMIT) -> None:
        """`limit` is the most bytes that all members together may inflate to. Raises SourceError when first used."""
        self.doc = raw.doc
        self.raw = raw
        self.limit = limit
        self._zip: zipfile.ZipFile | None = None

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_zip": None}

    def _opened(self) -> zipfile.ZipFile:
        if self._zip is None:
            import zipfile

            held = self.raw.opener
            try:
                opened = zipfile.ZipFile(held.path if isinstance(held, FileBytes) else self.raw.stream())
            except _faults() as error:
                reason = f"{self.doc} is no whole ZIP archive ({error})"
                raise DamagedSource(reason, "get the file again, or pack it again") from error
            self._check(opened)
            self._zip = opened
        return self._zip

    def _check(self, opened: zipfile.ZipFile) -> None:
        entries = opened.infolist()
        total = sum(entry.file_size for entry in entries)
        if len(entries) > ARCHIVE_ENTRIES:
            reason = f"{self.doc} has {len(entries)} entries, above the limit of {ARCHIVE_ENTRIES}"
            raise OversizedSource(reason, "leave out what makes it large, or split it")
        if total > self.limit:
            reason = f"{self.doc} would inflate to {total / 1e6:.0f} MB, above the limit of {self.limit / 1e6:.0f} MB"
            raise OversizedSource(reason, "leave out what makes it large, or split it")

    def members(self) -> list[zipfile.ZipInfo]:
        """The files in it, in the order of their names; the last one of a name counts, as it does when unpacking."""
        entries = {entry.filename: entry for entry in self._opened().infolist() if not entry.is_dir()}
        return [entries[name] for name in sorted(entries)]

    def names(self) -> frozenset[str]:
        return frozenset(entry.filename for entry in self.members())

    def size(self) -> int:
        """What all members inflate to, in bytes, by the directory."""
        return sum(entry.file_size for entry in self._opened().infolist())

    def read(self, name: str, doc: str = "") -> bytes:
        """The bytes of a member. Raises OversizedSource or DamagedSource."""
        doc = doc or f"{self.doc}!/{name}"
        entry = self._entry(name, doc)
        if entry.file_size > FILE_LIMIT:
            reason = (
                f"{doc} would inflate to {entry.file_size / 1e6:.0f} MB, above the limit of {FILE_LIMIT / 1e6:.0f} MB"
            )
            raise OversizedSource(reason, "split it, or leave it out")
        try:
            with self._opened().open(entry) as stream:
                parts = []
                left = entry.file_size + 1
                while left > 0 and (part := stream.read(min(_CHUNK, left))):
                    parts.append(part)
                    left -= len(part)
        except _faults() as error:
            raise DamagedSource(f"{doc} cannot be unpacked ({error})", "get the archive again") from error
        if left <= 0:
            raise OversizedSource(f"{doc} inflates beyond the size its archive gives", "do not trust this archive")
        return b"".join(parts)

    def stream(self, name: str, doc: str) -> BinaryIO:
        """A member, to be read from the front. Raises OversizedSource or DamagedSource."""
        entry = self._entry(name, doc)
        try:
            return cast(BinaryIO, self._opened().open(entry))
        except _faults() as error:
            raise DamagedSource(f"{doc} cannot be unpacked ({error})", "get the archive again") from error

    def _entry(self, name: str, doc: str) -> zipfile.ZipInfo:
        entry = self._opened().getinfo(name)
        if entry.flag_bits & 1:
            raise DamagedSource(f"{doc} is encrypted", "unpack it with its password and give the file itself")
        if entry.file_size > RATIO_FREE and entry.file_size > RATIO * max(1, entry.compress_size):
            times = entry.file_size // max(1, entry.compress_size)
            reason = f"{doc} would inflate {times} times, above the limit of {RATIO}"
            raise OversizedSource(reason, "this looks like a decompression bomb: leave it out, or unpack it yourself")
        return entry


@dataclass(frozen=True, slots=True)
class Member:
    """Gives the bytes of one member when called."""

    archive: Archive
    name: str
    doc: str

    def __call__(self) -> bytes:
        return self.archive.read(self.name, self.doc)

    def stream(self) -> BinaryIO:
        return self.archive.stream(self.name, self.doc)
