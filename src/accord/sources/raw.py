"""An input that has been found but not read yet, and one that cannot be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from accord.errors import DamagedSource, OversizedSource, SourceError
from accord.sources.limits import FILE_LIMIT

__all__ = ["FileBytes", "Given", "Problem", "Raw"]


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes by name: `doc` is how the document will be called, `size` in bytes, `opener` gives them when called."""

    doc: str
    opener: Callable[[], bytes]
    size: int

    def bytes(self) -> bytes:
        """The raw bytes. Raises SourceError."""
        return self.opener()


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that cannot be read, with the reason and the mend."""

    doc: str
    error: SourceError


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


def unreadable(doc: str, error: OSError) -> DamagedSource:
    """The error for a file that the system does not give."""
    return DamagedSource(
        f"{doc} cannot be opened ({error.strerror or error})", "check that it is there and may be read"
    )


def content_name(data: bytes, suffix: str) -> str:
    """A name for bytes that came without one, from their SHA-256."""
    import hashlib

    return f"pasted-{hashlib.sha256(data).hexdigest()[:8]}{suffix}"
