"""Compressed files read from the front: gzip and Zstandard, known by their first bytes, never inflated without bound."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, cast

import zstandard

from accord.errors import DamagedSource, OversizedSource
from accord.sources.limits import RATIO, RATIO_FREE

__all__ = ["FAULTS", "broken_off", "inflated"]

FAULTS = (EOFError, OSError, zlib.error, zstandard.ZstdError)
"""What reading a damaged or cut stream raises."""
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_BUFFER = 1 << 18
_LITTLE = 1 << 11  # bytes; the most that they can inflate to is held


class _Bounded(io.RawIOBase):
    """An inflated stream that ends in OversizedSource where it grows beyond RATIO times what it was made of."""

    def __init__(self, doc: str, packed: BinaryIO, parts: Iterator[bytes]) -> None:
        self._doc, self._packed, self._parts, self._left, self._size = doc, packed, parts, b"", 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        part = self._left or next(self._parts, b"")
        part, self._left = part[: len(buffer)], part[len(buffer) :]
        buffer[: len(part)] = part
        self._size += len(part)
        if self._size > RATIO_FREE and self._size > RATIO * max(1, self._packed.tell()):
            reason = f"{self._doc} inflates more than {RATIO} times"
            raise OversizedSource(reason, "this looks like a decompression bomb: leave it out, or unpack it yourself")
        return len(part)


def inflated(doc: str, packed: BinaryIO) -> BinaryIO:
    """What a stream holds, inflated where it is gzip or Zstandard. Reading it raises FAULTS and OversizedSource."""
    start = packed.read(4)
    packed.seek(0)
    if start[:2] == _GZIP:
        parts = iter(partial(gzip.GzipFile(fileobj=packed).read1, _BUFFER), b"")
    elif start == _ZSTD:
        parts = _frames(packed)
    else:
        return packed
    return cast(BinaryIO, io.BufferedReader(_Bounded(doc, packed, parts), _BUFFER))


def _frames(packed: BinaryIO) -> Iterator[bytes]:
    """Zstandard, frame after frame. Raises EOFError where the last is cut, which the library's own reader passes over."""
    frame = None
    while packed_part := packed.read(_LITTLE):
        while packed_part:
            frame = frame or zstandard.ZstdDecompressor().decompressobj()
            if part := frame.decompress(packed_part):
                yield part
            packed_part = b""
            if frame.eof:
                packed_part, frame = frame.unused_data, None
    if frame is not None:
        raise EOFError("its last frame is not whole")


def broken_off(doc: str, after: str, error: Exception) -> DamagedSource:
    """The error for an archive of which the rest cannot be read."""
    reason = f"{doc} breaks off after {after} ({str(error) or type(error).__name__})"
    return DamagedSource(reason, "get the file again; what stands before is read")
