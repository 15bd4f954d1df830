"""An input that has been found but not read yet, and one that cannot be."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from accord.errors import DamagedSource, OversizedSource, SourceError
from accord.sources.limits import FILE_LIMIT

__all__ = ["FileBytes", "Given", "Problem", "Raw", "Record"]


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes by name: `doc` is how the document will be called, `size` in bytes, `opener` gives them when called.

    A record of an archive has no name of its own that tells what it is: its archive says its `media_type` and
    `charset`, and what a manifest would say of it (`given`).
    """

    doc: str
    opener: Callable[[], bytes]
    size: int
    media_type: str = ""
    charset: str = ""
    given: Mapping[str, str] = field(default_factory=dict)

    def bytes(self) -> bytes:
        """The raw bytes. Raises SourceError."""
        return self.opener()

    def stream(self) -> BinaryIO:
        """The raw bytes, to be read from the front: a file or a member of a ZIP is not held. Raises SourceError."""
        open_ = getattr(self.opener, "stream", None)
        return open_() if open_ else io.BytesIO(self.opener())


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that cannot be read, with the reason and the mend."""

    doc: str
    error: SourceError


@dataclass(frozen=True, slots=True)
class Record:
    """A record of an archive as it stands there: `data` are its bytes, `make` knows how such are read. Nothing is made
    of it before it is asked for, so that this may be done elsewhere."""

    doc: str
    archive: str
    data: bytes
    make: Callable[[str, bytes], Raw | None]

    def raw(self) -> Raw | None:
        """What there is to read; None where there is no text in it. Raises SourceError."""
        return self.make(self.doc, self.data)


@dataclass(frozen=True, slots=True)
class Given:
    """Gives bytes that are held already."""

    data: bytes

    def __call__(self) -> bytes:
        return self.data


@dataclass(frozen=True, slots=True)
class FileBytes:
    """Gives the bytes of a file on disk; `limit` is the largest in bytes."""

    path: Path
    doc: str
    limit: int = FILE_LIMIT

    def __call__(self) -> bytes:
        try:
            size = self.path.stat().st_size
            if size > self.limit:
                reason = f"{self.doc} has {size / 1e6:.0f} MB, above the limit of {self.limit / 1e6:.0f} MB"
                raise OversizedSource(reason, "split it, or keep only the part that matters")
            return self.path.read_bytes()
        except OSError as error:
            raise unreadable(self.doc, error) from error

    def stream(self) -> BinaryIO:
        """The file itself, of any size."""
        try:
            return self.path.open("rb")
        except OSError as error:
            raise unreadable(self.doc, error) from error


def unreadable(doc: str, error: OSError) -> DamagedSource:
    """The error for a file that the system does not give."""
    return DamagedSource(
        f"{doc} cannot be opened ({error.strerror or error})", "check that it is there and may be read"
    )


def content_name(data: bytes, suffix: str) -> str:
    """A name for bytes that came without one, from their SHA-256."""
    import hashlib

    return f"pasted-{hashlib.sha256(data).hexdigest()[:8]}{suffix}"
