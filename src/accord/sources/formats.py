"""The formats and their readers: chosen by suffix, held against what the bytes themselves say."""

from __future__ import annotations

import importlib
import io
import re
from dataclasses import dataclass
from typing import cast

from accord.errors import DamagedSource, EmptySource, OversizedSource, SourceError, UnsupportedFormat
from accord.sources.limits import FILE_LIMIT, HTML_LIMIT, MAIL_LIMIT, TEXT_LIMIT
from accord.sources.parsed import Reader

__all__ = ["FORMATS", "ZIP", "Format", "format_of", "readable", "sniff", "suffix_of"]

ZIP = "application/zip"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read; `limit` is the largest file in bytes, `module` in this package has its reader."""

    media_type: str
    name: str
    suffixes: tuple[str, ...]
    limit: int
    module: str

    @property
    def reader(self) -> Reader:
        """The function that reads it, imported when first needed."""
        return cast(Reader, importlib.import_module(f"accord.sources.{self.module}").read)


FORMATS = (
    Format("text/plain", "plain text", (".txt", ".text"), TEXT_LIMIT, "plain"),
    Format("text/markdown", "Markdown", (".md", ".markdown"), TEXT_LIMIT, "markdown"),
    Format("text/html", "HTML", (".html", ".htm", ".xhtml", ".shtml"), HTML_LIMIT, "html"),
    Format("application/pdf", "PDF", (".pdf",), FILE_LIMIT, "pdf"),
    Format(_DOCX, "DOCX", (".docx",), FILE_LIMIT, "docx"),
    Format("message/rfc822", "EML", (".eml",), MAIL_LIMIT, "mail"),
)
_BY_SUFFIX = {suffix: format for format in FORMATS for suffix in format.suffixes}
_BY_TYPE = {format.media_type: format for format in FORMATS}
_TEXTUAL = ("text/plain", "text/markdown", "text/html", "message/rfc822")

_OFFICE = "save it as DOCX or PDF"
_SHEET = "copy its table into a DOCX or HTML file"
_IMAGE = "run text recognition (OCR) and save the result as PDF or text"
_ARCHIVE = "unpack it, or pack it as ZIP"
_MENDS = (
    ({".doc", ".rtf", ".odt", ".pages", ".wps", ".docm", ".dot", ".dotx"}, _OFFICE),
    ({".ppt", ".pptx", ".odp", ".key", ".epub", ".djvu", ".xps"}, "save it as PDF"),
    ({".msg", ".mbox", ".pst"}, "save the message as EML"),
    ({".xls", ".xlsx", ".ods"}, _SHEET),
    ({".json"}, "save it as JSONL, one object a line"),
    ({".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".svg"}, _IMAGE),
    ({".rar", ".7z", ".gz", ".tar", ".tgz", ".bz2", ".xz"}, _ARCHIVE),
    ({".mht", ".mhtml", ".webarchive"}, "save the page as HTML"),
)
_UNKNOWN = "save it as text, HTML, PDF or DOCX"
_MAGIC = (
    (b"%PDF-", "application/pdf", "a PDF", ""),
    (b"PK\x03\x04", ZIP, "a ZIP archive", ""),
    (b"PK\x05\x06", ZIP, "an empty ZIP archive", ""),
    (b"\xd0\xcf\x11\xe0", "", "an old Office document or Outlook message", _OFFICE),
    (b"{\\rtf", "", "an RTF document", _OFFICE),
    (b"\x89PNG", "", "an image", _IMAGE),
    (b"\xff\xd8\xff", "", "an image", _IMAGE),
    (b"GIF8", "", "an image", _IMAGE),
    (b"II*\0", "", "an image", _IMAGE),
    (b"MM\0*", "", "an image", _IMAGE),
    (b"Rar!", "", "an archive", _ARCHIVE),
    (b"7z\xbc\xaf", "", "an archive", _ARCHIVE),
    (b"\x1f\x8b", "", "an archive", _ARCHIVE),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
_MAIL = re.compile(rb"(?:[A-Za-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_MAIL_FIELD = re.compile(rb"^(?:From|Received|Return-Path|MIME-Version|Message-ID):", re.IGNORECASE | re.MULTILINE)
_MAIL_DATE = re.compile(rb"^(?:Date|Subject):", re.IGNORECASE | re.MULTILINE)
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}$|\.7z$")


def suffix_of(doc: str) -> str:
    """The lower-case suffix of a name, with its dot; "" for none ("note No. 5" has none)."""
    match = _SUFFIX.search(doc.rpartition("/")[2])
    return match[0].lower() if match else ""


def readable(doc: str) -> bool:
    """Whether a reader or the ZIP opener takes files of this name."""
    return suffix_of(doc) in _BY_SUFFIX or suffix_of(doc) == ".zip"


def sniff(data: bytes) -> str:
    """The media type that the bytes themselves show; "" where they show none (as plain text does)."""
    for magic, media_type, _, _ in _MAGIC:
        if data.startswith(magic):
            if media_type == ZIP and _is_docx(data):
                return _DOCX
            return media_type or "application/octet-stream"
    start = data.removeprefix(b"\xef\xbb\xbf")[:4096]
    if b"\0" in start[:200]:
        start = start.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _HTML.match(start):
        return "text/html"
    head = _MAIL.match(start.replace(b"\r\n", b"\n"))
    if head and _MAIL_FIELD.search(head[0]) and _MAIL_DATE.search(head[0]):
        return "message/rfc822"
    return ""


def _is_docx(data: bytes) -> bool:
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def format_of(doc: str, data: bytes, declared: str = "") -> Format:
    """The format to read the bytes in: what their archive declares, else what name and content say. Raises
    EmptySource, OversizedSource, UnsupportedFormat or DamagedSource."""
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise EmptySource(f"{doc} is empty", "get the file again, or leave it out")
    suffix, sniffed = suffix_of(doc), sniff(data)
    named = _BY_SUFFIX.get(suffix)
    found = _BY_TYPE.get(sniffed)
    chosen = _BY_TYPE[declared] if declared else _settled(doc, suffix, named, found, sniffed, data)
    if len(data) > chosen.limit:
        reason = f"{doc} has {len(data) / 1e6:.0f} MB, above the limit of {chosen.limit / 1e6:.0f} MB for {chosen.name}"
        raise OversizedSource(reason, "split it, or keep only the part that matters")
    return chosen


def _settled(doc: str, suffix: str, named: Format | None, found: Format | None, sniffed: str, data: bytes) -> Format:
    if named is None and (suffix or sniffed):
        if found and (not suffix or found.media_type == "text/html"):
            return found
        raise _unsupported(doc, suffix, data)
    if named is None:
        return _BY_TYPE["text/plain"]
    if found is named or (not sniffed and named.media_type in _TEXTUAL):
        return named
    if found and found.media_type == "text/html" and named.media_type in ("text/plain", "message/rfc822"):
        return found
    if found and found.media_type in _TEXTUAL and named.media_type in _TEXTUAL:
        return named
    raise _mismatch(doc, named, found, data)


def _described(data: bytes) -> tuple[str, str]:
    """What the bytes are, in words, and the mend where they need one."""
    return next(((words, mend) for magic, _, words, mend in _MAGIC if data.startswith(magic)), ("", ""))


def _mismatch(doc: str, named: Format, found: Format | None, data: bytes) -> SourceError:
    words, mend = _described(data)
    if found:
        words, mend = f"{found.name}", f"give it the suffix {found.suffixes[0]}"
    if words:
        reason = f"{doc} is named as {named.name} but holds {words}"
        return DamagedSource(reason, mend or f"get the file again, or save it as {named.name}")
    return DamagedSource(f"{doc} is named as {named.name} but does not begin as one", "get the file again")


def _unsupported(doc: str, suffix: str, data: bytes) -> SourceError:
    mend = next((mend for suffixes, mend in _MENDS if suffix in suffixes), "")
    words, magic_mend = _described(data)
    if suffix:
        return UnsupportedFormat(f"{doc} is of a format without a reader ({suffix})", mend or magic_mend or _UNKNOWN)
    return UnsupportedFormat(f"{doc} is {words or 'of an unknown format'}, which has no reader", magic_mend or _UNKNOWN)
