"""WARC, by fastwarc: the pages of a crawl that a server gave (status 200), as HTML or plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from accord.errors import DamagedSource, OversizedSource, SourceError
from accord.sources.limits import RECORD_LIMIT
from accord.sources.raw import Given, Problem, Raw, Record

__all__ = ["pages"]

_TYPES = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}
_STARTS = (b"\x1f\x8b\x08", b"WARC/1.")  # of a record, packed or plain
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class _Page:
    """What the record says of a page."""

    url: str
    media_type: str
    charset: str

    def __call__(self, doc: str, data: bytes) -> Raw | None:
        given = {"url": self.url} if self.url else {}
        return Raw(doc, Given(data), len(data), self.media_type, self.charset, given) if data.strip() else None


def pages(doc: str, stream: BinaryIO) -> Iterator[Problem | Record]:
    """The pages of a WARC file. Where a record is broken, reading goes on at the next that is sound."""
    at, last, number, broken = 0, 0, 0, ""
    while True:
        stream.seek(at)
        found = False
        try:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.any_type, auto_decode="all"):
                if broken:
                    yield _gap(doc, broken, record.stream_pos)
                number, found, broken, last = number + 1, True, "", record.stream_pos
                if (item := _item(doc, record, number)) is not None:
                    yield item
        except OSError as error:
            broken = broken or f"{last if found else at} ({error})"
            at = _next_start(stream, (last if found else at) + 1)
            if at < 0:
                yield _gap(doc, broken, -1)
                return
            continue
        if broken:
            yield _gap(doc, broken, -1)
        return


def _gap(doc: str, where: str, until: int) -> Problem:
    rest = f"what stands before byte {until} is left out" if until >= 0 else "nothing after it can be read"
    return Problem(doc, DamagedSource(f"{doc} is broken from byte {where}: {rest}", "get the file again"))


def _next_start(stream: BinaryIO, at: int) -> int:
    """Where the next record may begin; -1 where none does."""
    stream.seek(at)
    kept = b""
    while block := stream.read(_BLOCK):
        data = kept + block
        found = [place for start in _STARTS if (place := data.find(start)) >= 0]
        if found:
            return at + min(found)
        kept = data[-8:]
        at += len(data) - len(kept)
    return -1


def _item(doc: str, record: WarcRecord, number: int) -> Problem | Record | None:
    """A record as a page; None for what is none."""
    http = record.http_headers
    if record.record_type != WarcRecordType.response or http is None or http.status_code != 200:
        return None
    media_type = _TYPES.get((record.http_content_type or "").lower(), "")
    if not media_type:
        return None
    name = f"{doc}#{(record.record_id or '').removeprefix('<urn:uuid:').strip('<>') or number}"
    try:
        length, data = record.content_length, record.reader.read(RECORD_LIMIT + 1)
        if len(data) > RECORD_LIMIT:
            reason = f"{name} is larger than the limit of {RECORD_LIMIT / 1e6:.0f} MB"
            raise OversizedSource(reason, "leave it out, or save the page alone")
        packed = any(key.lower() in ("content-encoding", "transfer-encoding") for key, _ in http)
        if not packed and len(data) < length:
            raise DamagedSource(f"{name} breaks off after {len(data)} of {length} bytes", "get the file again")
    except SourceError as error:
        return Problem(name, error)
    except OSError as error:
        return Problem(name, DamagedSource(f"{name} cannot be unpacked ({error})", "get the file again"))
    return Record(
        name, doc, data, _Page(record.headers.get("WARC-Target-URI") or "", media_type, record.http_charset or "")
    )
