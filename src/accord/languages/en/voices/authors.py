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
    r"\b(?:views?|opinions?)\b[^.]{0,40}\b(?:are|is)\b[^.]{0,30}\b(?:own|author|writer|alone)|^\W*The (?:author|writer|columnist)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^\W*(?:By|BY|Author|Written by|Commentary by|Opinion by|Column by)\b[:\s]\s*")
_ROLE = re.compile(r"^\W*(?:The (?:author|writer|columnist)|He|She) (?:is|was) (?:an? |the )?([^.]{4,90})\.")
_FIRST = re.compile(
    r"\b(?:I|i) (?:(?:do|am|have|would|still|also|n[o']t)\s)*(?:not )?(?:think|believe|fear|doubt|suspect|am|find|hold|consider|sure|convinced|agree|accept)\b"
    r"|\b[Mm]y (?:own )?(?:view|opinion|guess|fear|verdict|answer|judge?ment|conclusion)\b|\b[Ii]n my (?:view|opinion)\b"
)
_TOP = 8  # lines in which a comment says that it is one, and who signs it


def author_of(lines: Sequence[Line]) -> Mention | None:
    """Who signs a comment; nobody where the document is none, or unsigned."""
    top = [line for line in lines[:_TOP] if len(line.tokens) <= 16]
    marked = any(_KIND.search(_text(line)) and len(line.tokens) <= 12 for line in top)
    marked = marked or any(_CLOSING.search(_text(line)) for line in lines[-6:])
    if not marked:
        return None
    role = next((m[1] for line in lines[-6:] if (m := _ROLE.match(_text(line)))), "")
    for line in top:
        match = _BYLINE.match(_text(line))
        start = line.span.start + match.end() if match else line.span.start
        found = [(f, e) for f, e in names(line) if 2 <= e - f <= 7 and line.tokens[f].start >= start]
        if not found:
            continue
        first, last = found[0]
        titles = all(not t.word or t.capital for t in line.tokens[:first] if t.start >= start)
        alone = first == 0 and last == len(line.tokens)
        if (match and titles) or (alone and not any(line.covered(k) for k in range(first, last))):
            beside = line.words(last + 1, len(line.tokens)) if line.low(last) in (",", "—") else ""
            return Mention(
                "person", line.slice(first, last), line.words(first, last), attributes={"role": role or beside}
            )
    return None


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
