"""Tables as rows of cells, whatever the format: which row names the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from accord.sources.clean import Piece, clean_row

__all__ = ["Row", "rows"]

_NUMERIC = re.compile(
    r"[\s$€£¥()+\-−–—±~<>]*\d[\d\s.,'’:/\-–]*\s*(?:[%)]|\([^\W\d]+\))*\s*|[-–—.…\s]*|n/?a", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?(?:\s*\(\w+\))?")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row; `header` where the markup says that it names the columns."""

    cells: tuple[str, ...]
    header: bool = False


def rows(table: Sequence[Row], offset: int, lead: int | None = None) -> list[Piece]:
    """Pieces for the rows that are not empty; `offset` is the index that the first will have.

    Rows lead to the header row above them; without one, to `lead`, the piece before the table.
    """
    kept = [row for row in table if clean_row(row.cells)]
    if kept and not any(row.header for row in kept) and _names_columns(kept):
        kept[0] = Row(kept[0].cells, True)
    pieces: list[Piece] = []
    header: int | None = None
    for row in kept:
        full = sum(1 for cell in row.cells if cell.strip()) > 1
        if row.header and full:
            header = offset + len(pieces)
        pieces.append(Piece("row", clean_row(row.cells), None if row.header else lead if header is None else header))
    return pieces


def _names_columns(table: Sequence[Row]) -> bool:
    """Whether an unmarked first row names the columns: words or years over figures."""
    first, rest = table[0].cells[1:], table[1:]
    if not rest or not any(cell.strip() for cell in first):
        return False
    named = all(_YEAR.fullmatch(cell.strip()) or not _NUMERIC.fullmatch(cell) for cell in first if cell.strip())
    below = [cell for row in rest for cell in row.cells[1:] if cell.strip()]
    figures = sum(bool(_NUMERIC.fullmatch(cell)) and not _YEAR.fullmatch(cell.strip()) for cell in below)
    return named and figures * 2 >= len(below) > 0
