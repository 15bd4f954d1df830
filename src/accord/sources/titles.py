"""The headline of a page whose markup marks none, by the title that the page gives itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from accord.sources.clean import Piece

__all__ = ["entitled"]

_TOP = 8
"""Pieces in which a headline may stand."""
_FEW = 4
"""Words that a title has at least; shorter ones name a site or a section."""
_SAME, _SHARED = 0.8, 0.3
"""Shares of a title's words that a piece must repeat to be the headline, and that the text must hold for it to be one."""
_PROSE = 120
"""Characters of a piece that is no title."""
_LETTERS = 4
"""Of words that tell what a text is about."""


def entitled(pieces: Sequence[Piece], title: str) -> list[Piece]:
    """The pieces with a headline where none is marked: the line at the top that repeats the page's title, else the title
    itself, where the text speaks of the same. One that names the site alone is left out."""
    words = _words(title)
    if len(words) < _FEW or any(piece.kind == "headline" for piece in pieces):
        return list(pieces)
    for index, piece in enumerate(pieces[:_TOP]):
        said = _words(piece.text)
        if piece.kind in ("paragraph", "heading") and _share(words, said) >= _SAME <= _share(said, words):
            return [*pieces[:index], replace(piece, kind="headline"), *pieces[index + 1 :]]
    if any(piece.kind == "heading" and len(_words(piece.text)) >= _FEW for piece in _above_prose(pieces)):
        return list(pieces)
    text = [word for piece in pieces[: 2 * _TOP] if piece.kind != "furniture" for word in _words(piece.text)]
    if _share([word for word in words if len(word) >= _LETTERS], text) < _SHARED:
        return list(pieces)
    behind = (replace(piece, lead=None if piece.lead is None else piece.lead + 1) for piece in pieces)
    return [Piece("headline", title), *behind]


def _above_prose(pieces: Sequence[Piece]) -> list[Piece]:
    return list(takewhile(lambda piece: len(piece.text) < _PROSE, pieces[:_TOP]))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _share(words: Sequence[str], among: Sequence[str]) -> float:
    """How many of some words are among others, as a share; 0 of none."""
    known = set(among)
    return sum(word in known for word in words) / len(words) if words else 0.0
