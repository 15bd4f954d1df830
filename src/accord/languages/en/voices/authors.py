"""The author's own voice: who signs a comment, and where the author judges."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accord.document import Span
from accord.languages.en.names.speaker_names import names
from accord.languages.en.text.phrases import Line
from accord.languages.en.voices.pieces import Said
from accord.languages.en.voices.stance import sign
from accord.languages.en.voices.subjects import tokens_of
from accord.languages.views import Mention

__all__ = ["author_of", "own_view"]

_KIND = re.compile(
    r"\b(?:opinion|comment|commentary|commentaries|op-ed|column|viewpoint|perspectives?|guest essay|editorial|first person|letter)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:views?|opinions?)\b[^.]{0,40}\b(?:are|is)\b[^.]{0,30}\b(?:own|author|writer|alone)|(?:^|\n)\W*The (?:author|writer|columnist) (?:is|was)\b",
    re.IGNORECASE,
)
_NAME = r"(?:[^\W\d_a-z][\w'’.-]+|al-\w+|al|bin|ibn|de|da|del|van|von|el|der|du)"
_BYLINE = re.compile(
    rf"^\W*(?:By|BY|Author|Written by|Commentary by|Opinion by|Column by)\b:?\s+"
    rf"(?:(?:Dr|Prof|Mr|Mrs|Ms|H\.E|Amb|Ambassador|Professor)\.?\s+)*({_NAME}(?:\s{_NAME}){{1,5}})(?=$|\s*[,|—–(-]|\s+and\s)([^\n]*)$"
)
_ROLE = re.compile(r"(?:^|\n)\W*(?:The (?:author|writer|columnist)|He|She) (?:is|was) (?:an? |the )?([^.]{4,90})\.")
_FIRST = re.compile(
    r"\b(?:I|i) (?:(?:do|am|have|would|still|also|n[o']t)\s)*(?:not )?(?:think|believe|fear|doubt|suspect|am|find|hold|consider|sure|convinced|agree|accept)\b"
    r"|\b(?:as|so) far as I (?:can (?:tell|see|judge)|know)\b|\bto my mind\b|\bI(?:'d|’d| would) (?:argue|say|add)\b|\bit seems to me\b"
    r"|\b[Mm]y (?:own )?(?:view|opinion|guess|fear|verdict|answer|judge?ment|conclusion)\b|\b[Ii]n my (?:view|opinion)\b"
)
_TOP = 8  # lines in which a comment says that it is one, and who signs it
_HEAD, _TAIL = 1500, 700  # characters in which that is looked for


def author_of(lines: Sequence[Line]) -> Mention | None:
    """Who signs a comment; nobody where the document is none, or unsigned. Bylines may stand outside the sentences."""
    if not lines:
        return None
    text = lines[0].text
    head, tail = text[:_HEAD], text[-_TAIL:]
    rows = list(re.finditer(r"[^\n]+", head))[:_TOP]
    marked = any(_KIND.search(m[0]) and len(m[0].split()) <= 10 for m in rows)
    if not marked and not _CLOSING.search(tail):
        return None
    role = _ROLE.search(tail)
    for row in rows:
        match = _BYLINE.match(row[0])
        if match is not None:
            start, end = row.start() + match.start(1), row.start() + match.end(1)
            beside = match[2].strip(" ,—–|-") if match[2] and len(match[2].split()) <= 12 else ""
            return _author(text, start, end, role[1] if role else beside)
    for line in lines[:_TOP]:
        found = [(f, e) for f, e in names(line) if f == 0 and e == len(line.tokens) and 2 <= e <= 5]
        if found and not any(line.covered(k, "place", "state", "organisation") for k in range(len(line.tokens))):
            return _author(text, line.span.start, line.span.end, role[1] if role else "")
    return None


def _author(text: str, start: int, end: int, role: str) -> Mention:
    return Mention("person", Span(start, end), " ".join(text[start:end].split()), attributes={"role": role})


def own_view(lines: Sequence[Line], told: Sequence[Said], author: Mention) -> Said | None:
    """Where the author judges first in so many words, else the sentence of the author's own that judges most."""
    others = {n for piece in told if piece.speaker is not None for n, _ in piece.parts}
    best: tuple[int, int] | None = None
    for index, line in enumerate(lines):
        if index in others or line.kind in ("heading", "headline") or not line.tokens:
            continue
        if _FIRST.search(_text(line)):
            return _piece(line, index, author, "first")
        lows = line.lows(*tokens_of(line, line.span.start, line.span.end))
        signs = sum(abs(sign(lows, k, "judge")) for k in range(len(lows)))
        if signs and (best is None or signs > best[0]):
            best = signs, index
    return _piece(lines[best[1]], best[1], author) if best is not None else None


def _piece(line: Line, index: int, author: Mention, word: str = "") -> Said:
    span = Span(line.span.start, line.span.end)
    return Said(author, "own", index, span, span, word)


def _text(line: Line) -> str:
    return line.text[line.span.start : line.span.end]
