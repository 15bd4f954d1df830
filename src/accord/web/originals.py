"""Originals as they were read, so that a browser can show them beside the text and can do nothing with them.

A page is shown in a sandbox without scripts and without anything from elsewhere; a PDF as pictures of its pages; what a
browser cannot show safely is only to be saved.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import FastAPI, Path, Query
from fastapi.responses import Response

from accord.document import Document
from accord.errors import DamagedSource, NotFound
from accord.sources.charset import decode
from accord.sources.html_tree import decoded
from accord.sources.pdf import LOCK
from accord.web.access import Reader
from accord.web.desk import TheDesk

__all__ = ["PDF", "SHOWN", "add_originals", "pages_of"]

PDF, _HTML = "application/pdf", "text/html"
_AS_TEXT = frozenset({"text/plain", "text/markdown", "message/rfc822"})
SHOWN = _AS_TEXT | {_HTML}
"""Media types that are shown in a frame."""

_LONGER = 1600  # pixels of a page's longer side
_HEADERS = {
    "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "frame-ancestors 'self'; form-action 'none'; base-uri 'none'",
    "x-frame-options": "SAMEORIGIN",
}
_Hash = Annotated[str, Path(max_length=64, pattern="^[0-9a-f]{64}$")]
_Save = Annotated[bool, Query(description="To be saved in place of shown.")]


def add_originals(app: FastAPI) -> None:
    """Give the desk the originals of its documents."""
    files = {"tags": ["documents"], "response_class": Response}
    app.get("/documents/{hash}/original", include_in_schema=False)(original)
    app.get("/api/documents/{hash}/original", **files)(original)  # type: ignore[arg-type]
    app.get("/documents/{hash}/pages/{number}.png", include_in_schema=False)(picture)
    app.get("/api/documents/{hash}/pages/{number}.png", **files)(picture)  # type: ignore[arg-type]


def original(desk: TheDesk, _person: Reader, hash: _Hash, save: _Save = False) -> Response:
    """The bytes that a document was read from; pages and texts are shown in a sandbox, all else is to be saved."""
    document, raw = desk.store.document(hash), desk.store.raw(hash)
    if save or document.media_type not in SHOWN:
        return Response(raw, media_type="application/octet-stream", headers=_HEADERS | _saved(document))
    shown, text = ("text/plain", decode) if document.media_type != _HTML else (_HTML, decoded)
    return Response(text(raw, document.doc).encode(), headers=_HEADERS | {"content-type": f"{shown}; charset=utf-8"})


def _saved(document: Document) -> dict[str, str]:
    """A name that no system takes for a path or a command."""
    name = re.split(r"[/\\!]", document.doc)[-1].lstrip(".") or document.hash[:12]
    plain = re.sub(r"[^A-Za-z0-9._ -]", "_", name)
    return {"content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"}


def picture(desk: TheDesk, _person: Reader, hash: _Hash, number: Annotated[int, Path(ge=1, le=10_000)]) -> Response:
    """A page of a PDF as a picture. Raises NotFound."""
    document = desk.store.document(hash)
    if document.media_type != PDF:
        raise NotFound(f"{document.doc} has no pages", "only a PDF has")
    return Response(_drawn(desk.store.raw(hash), document.doc, number), media_type="image/png")


def pages_of(data: bytes, doc: str) -> int:
    """How many pages a PDF has."""
    with LOCK, _opened(data, doc) as pdf:
        return len(pdf)


def _opened(data: bytes, doc: str) -> Any:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DamagedSource(f"{doc} cannot be opened ({error})", "read the text that was made of it") from error


def _drawn(data: bytes, doc: str, number: int) -> bytes:
    with LOCK, _opened(data, doc) as pdf:
        if number > len(pdf):
            raise NotFound(f"{doc} has no page {number}", f"it has {len(pdf)}")
        page = pdf[number - 1]
        bitmap = page.render(scale=_LONGER / max(1.0, *page.get_size()), rev_byteorder=True)
        pixels = bitmap.to_numpy()[:, :, :3].copy()
    return _png(pixels.tobytes(), pixels.shape[1], pixels.shape[0])


def _png(rgb: bytes, width: int, height: int) -> bytes:
    """A PNG of 8-bit RGB pixels, row by row (ISO/IEC 15948)."""
    stride = 3 * width
    rows = b"".join(b"\0" + rgb[y * stride : (y + 1) * stride] for y in range(height))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b"")
