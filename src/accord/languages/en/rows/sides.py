"""The states of a row: those that its cells name, and the one whose table it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.document import Span
from accord.gazetteer import state as known_state
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.grid import Row
from accord.languages.views import Mention

__all__ = ["Pair", "named_in", "sides_of"]

_BOTH = re.compile(r"\b(?:both|joint(?:ly)?|two sides|the parties|all|each|together)\b", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{3}")
_ALL_CODES = re.compile(r"[A-Z]{3}(?:[ ,;/&–-]+(?:and )?[A-Z]{3})*")
_WHO = ("state", "office", "person", "organisation", "place")


@dataclass(frozen=True, slots=True)
class Pair:
    """The states that the document is about, and the words that say so."""

    states: tuple[str, ...]
    spans: tuple[Span, ...]


def named_in(row: Row, cells: Sequence[Cell], types: Sequence[str] = _WHO) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The states and organisations that cells name, in their order, with the words."""
    states: dict[str, None] = {}
    spans: dict[Span, None] = {}
    for mention in (m for cell in cells for m in (*row.within(cell, *types), *_coded(cell))):
        for state in _codes(mention):
            states.setdefault(state)
            spans.setdefault(mention.span)
    return tuple(states), tuple(spans)


def _coded(cell: Cell) -> Iterator[Mention]:
    """The states that a cell names by their codes of three letters and nothing else."""
    if _ALL_CODES.fullmatch(cell.text):
        for match in _CODE.finditer(cell.text):
            if known_state(match[0]) is not None:
                span = Span(cell.span.start + match.start(), cell.span.start + match.end())
                yield Mention("state", span, match[0], (match[0],))


def _codes(mention: Mention) -> tuple[str, ...]:
    return (mention.name,) if mention.type == "organisation" else mention.states


def sides_of(row: Row, cells: Sequence[Cell], pair: Pair) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The two states of a row: those that cells name with the one whose table it is; the document's two where they name
    none or both."""
    states, spans = named_in(row, cells, ("state", "office", "person", "place"))
    if len(states) > 1 and not any(_BOTH.search(c.text) for c in cells):
        return states, spans
    home = [(s, w) for s, w in zip(pair.states, pair.spans, strict=False) if s not in states]
    if len(states) == 1 and home:
        return (home[0][0], states[0]), (home[0][1], *spans)
    return pair.states[:2], pair.spans[:2]
