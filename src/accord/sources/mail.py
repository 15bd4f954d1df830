"""EML: the plain body of a mail, else its HTML; the subject is the title, the Date field the date."""

from __future__ import annotations

import email
import email.errors
import email.header
import email.message
import email.utils
import re
from collections.abc import Iterator

from accord.errors import DamagedSource, NoText
from accord.sources import html
from accord.sources.charset import decode
from accord.sources.clean import Piece, clean
from accord.sources.parsed import Meta, Parsed
from accord.sources.plain import bounded, pieces_of
from accord.values import Period

__all__ = ["attachments", "read"]

Message = email.message.Message

_SIGNATURE = re.compile(r"^--[ \t]?$", re.MULTILINE)
_QUOTED = re.compile(r"^(?:>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_ENOUGH = 80


def read(data: bytes, doc: str) -> Parsed:
    """A mail without its attachments."""
    message = _parsed(data, doc)
    title, published = _header(message, "Subject"), _date(message)
    basis = ({"title": "metadata"} if title else {}) | ({"published": "metadata"} if published else {})
    return Parsed(_body(message, doc), Meta(title=title, published=published, basis=basis))


def attachments(data: bytes, doc: str) -> list[tuple[str, bytes]]:
    """Names and bytes of what is attached. Raises DamagedSource."""
    found: list[tuple[str, bytes]] = []
    for part in _parts(_parsed(data, doc)):
        name = clean(_decoded(_filename(part))).replace("/", "_")
        if part.get_content_type() == "message/rfc822":
            if part.is_multipart() and isinstance(inner := part.get_payload(0), Message):
                found.append((name or "message.eml", inner.as_bytes()))
        elif name:
            found.append((name, _bytes(part)))
    return found


def _parsed(data: bytes, doc: str) -> Message:
    try:
        return email.message_from_bytes(data)
    except (RecursionError, ValueError, LookupError) as error:
        raise DamagedSource(f"{doc} is no readable mail ({error})", "save the message again as EML") from error


def _parts(message: Message) -> Iterator[Message]:
    """The leaves of a mail in order; a mail within it counts as one."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        held = part.get_payload() if part.get_content_maintype() == "multipart" and part.is_multipart() else None
        if isinstance(held, list):
            waiting += [inner for inner in reversed(held) if isinstance(inner, Message)]
        else:
            yield part


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _filename(part: Message) -> str:
    """The name of an attachment; "" for parts without one, or with one that cannot be read."""
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError):
        return ""


def _charset(part: Message) -> str:
    try:
        return part.get_content_charset() or ""
    except (ValueError, LookupError):
        return ""


def _body(message: Message, doc: str) -> list[Piece]:
    own = [part for part in _parts(message) if not _filename(part)]
    plain = [part for part in own if part.get_content_type() == "text/plain" and _bytes(part).strip()]
    pages = [part for part in own if part.get_content_type() == "text/html" and _bytes(part).strip()]
    if plain and (not pages or sum(len(_bytes(part)) for part in plain) >= _ENOUGH):
        text = "\n\n".join(decode(_bytes(part), doc, _charset(part)) for part in plain)
        return _plain_pieces(bounded(text, doc))
    if pages:
        return html.read(_bytes(pages[0]), doc, _charset(pages[0])).pieces
    raise NoText(f"{doc} is a mail without text", "read its attachments, or save the message again")


def _plain_pieces(text: str) -> list[Piece]:
    """The pieces of a plain body: cited lines are quotations, the signature is furniture."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    signature = _SIGNATURE.search(text)
    body = text[: signature.start()] if signature else text
    pieces: list[Piece] = []
    place = 0
    for cited in _QUOTED.finditer(body):
        _extend(pieces, pieces_of(body[place : cited.start()], headline=not place))
        inner = re.sub(r"^>[> ]*", "", cited[0], flags=re.MULTILINE)
        _extend(pieces, [Piece("quotation", piece.text) for piece in pieces_of(inner, headline=False)])
        place = cited.end()
    _extend(pieces, pieces_of(body[place:], headline=not place))
    if signature:
        after = pieces_of(text[signature.end() :], headline=False)
        _extend(pieces, [Piece("furniture", piece.text) for piece in after])
    return pieces


def _extend(pieces: list[Piece], more: list[Piece]) -> None:
    """Append pieces whose leads count from their own beginning."""
    offset = len(pieces)
    pieces += [Piece(piece.kind, piece.text, None if piece.lead is None else piece.lead + offset) for piece in more]


def _decoded(value: str) -> str:
    """A header field with its encoded words read; as it stands where they are broken."""
    try:
        return str(email.header.make_header(email.header.decode_header(value)))
    except (LookupError, ValueError, email.errors.HeaderParseError):
        return value


def _header(message: Message, name: str) -> str:
    return clean(_decoded(str(message.get(name) or "")))


def _date(message: Message) -> Period | None:
    """The day of the Date field, in the sender's time zone."""
    parsed = email.utils.parsedate_tz(str(message.get("Date") or ""))
    try:
        return Period.parse(f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}") if parsed and parsed[0] >= 1970 else None
    except ValueError:
        return None
