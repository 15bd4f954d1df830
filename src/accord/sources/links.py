"""Lines of a page that only lead elsewhere: menus, lists of other reports, "more on this"."""

from __future__ import annotations

from dataclasses import replace

from accord.sources.clean import Piece

__all__ = ["LEADING", "only_links", "without_links"]

LEADING = frozenset(["item", "paragraph", "heading"])
"""Kinds of pieces that may be mostly links."""
_SHARE = 0.8


def only_links(linked: int, letters: int) -> bool:
    """Whether a line is mostly links, by its characters within links and in all."""
    return linked > _SHARE * max(1, letters)


def without_links(pieces: list[Piece], dense: set[int]) -> list[Piece]:
    """The pieces, with those that only lead elsewhere as furniture.

    `dense` are the places of those that are mostly links. Furniture are paragraphs and headings among them, and what of
    them comes before the first or after the last prose, unless a line that ends with ":" introduces it.
    """
    prose = [index for index, piece in enumerate(pieces) if index not in dense and _is_prose(piece)]
    if not prose:
        return pieces
    marked = {index for index in dense if pieces[index].kind in ("paragraph", "heading")}
    marked |= {index for index in dense if index < prose[0]}
    marked |= _closing(pieces, range(prose[-1] + 1, len(pieces)), dense)
    marked -= _introduced(pieces, dense)
    return [
        replace(piece, kind="furniture", lead=None) if index in marked else piece for index, piece in enumerate(pieces)
    ]


def _introduced(pieces: list[Piece], dense: set[int]) -> set[int]:
    """Lines that end with ":" and the lists after them, subheadings of lists of links included."""
    found: set[int] = set()
    opened = mixed = False
    for index, piece in enumerate(pieces):
        if piece.text.rstrip().endswith(":"):
            opened, mixed = True, False
        elif piece.kind == "item":
            mixed = mixed or index not in dense
        elif piece.kind == "heading":
            opened = opened and not mixed
        else:
            opened = opened and index in dense
        if opened:
            found.add(index)
    return found


def _is_prose(piece: Piece) -> bool:
    text = piece.text.rstrip()
    return piece.kind == "row" or (
        piece.kind in ("paragraph", "quotation", "item")
        and len(text) > 80
        and (len(text) > 160 or text[-1] in '.:;!?"”)')
    )


def _closing(pieces: list[Piece], tail: range, dense: set[int]) -> set[int]:
    """What of the tail is furniture: sections (from a heading on) of links, or of a heading alone."""
    marked: set[int] = set()
    section: list[int] = []
    for index in (*tail, len(pieces)):
        if index == len(pieces) or pieces[index].kind == "heading":
            content = [place for place in section if pieces[place].kind in ("item", "paragraph")]
            if sum(place in dense for place in content) * 2 >= len(content):
                marked |= {place for place in section if pieces[place].kind in ("item", "paragraph", "heading")}
            section = []
        section.append(index)
    return marked
