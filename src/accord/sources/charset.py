"""Bytes to text: byte order marks, UTF-16 by its shape, UTF-8, what is declared, else the likeliest code page."""

from __future__ import annotations

import codecs
import re
import unicodedata

from accord.errors import DamagedSource

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ["cp1251", "koi8_r", "cp1252"]
# Web pages that declare these mean the Windows code page that contains them.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 65_536
_BINARY_SHARE = 0.01
_DAMAGE_SHARE = 0.01


def decode(data: bytes, doc: str, declared: str = "") -> str:
    """The text in the bytes; `declared` is the charset that a page or mail names. Raises DamagedSource."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], codec, doc)
    if b"\0" in data[:_SAMPLE]:
        return _wide(data, doc)
    if len(_CONTROL.findall(data[:_SAMPLE])) > _BINARY_SHARE * min(len(data), _SAMPLE):
        raise _binary(doc)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _declared(data, declared) or _likeliest(data, doc)


def _binary(doc: str) -> DamagedSource:
    return DamagedSource(f"{doc} holds binary data, not text", "check the file, or give it the suffix of its format")


def _strict(data: bytes, codec: str, doc: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        reason = f"{doc} begins as {codec.upper()} but breaks off that encoding at byte {error.start}"
        raise DamagedSource(reason, "get the file again, or save it as UTF-8") from error


def _wide(data: bytes, doc: str) -> str:
    """UTF-16 without a mark, told from binary data by what it decodes to."""
    sample = data[: min(len(data), _SAMPLE) // 2 * 2]
    scores = {codec: _plausible(sample, codec) for codec in ("utf-16-le", "utf-16-be")}
    codec = max(scores, key=lambda name: scores[name])
    if len(data) % 2 or scores[codec] < 0.5:
        raise _binary(doc)
    return _strict(data, codec, doc)


def _plausible(sample: bytes, codec: str) -> float:
    """How much a decoded sample looks like writing, up to 1: letters and spaces of one script, no stray signs."""
    text = sample.decode(codec, "replace")
    categories = [unicodedata.category(char) for char in text[:4000]]
    if not text or sum(text.count(char) for char in " \n\t") * 40 < len(text):
        return 0.0
    odd = sum(
        name in ("Cn", "Co", "Cs") or (name == "Cc" and char not in "\t\n\r")
        for name, char in zip(categories, text, strict=False)
    )
    pages = {ord(char) >> 8 for char in text[:4000] if char.isalpha()}
    return (1 - 10 * odd / len(categories)) / max(1, len(pages) / 8)


def _damaged_utf8(data: bytes) -> str:
    """UTF-8 with a few broken bytes, those shown as U+FFFD; "" where it is another encoding."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for char in text if char > "\x7f") - broken
    return text if sound >= 20 and broken <= max(1, _DAMAGE_SHARE * sound) else ""


def _declared(data: bytes, declared: str) -> str:
    try:
        codec = codecs.lookup(declared.strip()).name
        text = data.decode(_MEANT.get(codec, codec)) if declared else ""
    except (LookupError, UnicodeDecodeError, ValueError):
        return ""
    return text


def _likeliest(data: bytes, doc: str) -> str:
    from charset_normalizer import from_bytes

    sample = bytes(byte for byte in data[: 4 * _SAMPLE] if byte > 0x7F or byte in b" \n") or data[:_SAMPLE]
    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best() or (
        from_bytes(sample, cp_isolation=_CANDIDATES).best()
    )
    if best is None:
        reason = f"{doc} is in an encoding that is none of UTF-8, UTF-16, windows-1251, windows-1252 and KOI8-R"
        raise DamagedSource(reason, "save it as UTF-8")
    return data.decode(best.encoding, "replace")
