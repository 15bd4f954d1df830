"""Tables of sessions: those of a joint body by number, day and place."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.grid import Column, Grid, Row
from accord.languages.en.rows.page import Page, Told, acts, city, lead_mentions, standing
from accord.languages.en.values.numbers import SMALL_ORDINALS
from accord.languages.views import Mention

__all__ = ["sessions"]

_NUMBER = re.compile(
    rf"(?<!\w)(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)?\.?|(?P<roman>[IVXL]+)|(?P<word>{'|'.join(SMALL_ORDINALS)}))(?![\w/]|[ ]times\b)",
    re.IGNORECASE,
)
_SESSION = re.compile(r"\b(?:sessions?|sittings?|met|meets|meetings?|rounds?|held)\b", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:next|planned|due|scheduled)\b", re.IGNORECASE)
_FOUNDED = re.compile(r"\b(?:founded|established|created|set up)\b", re.IGNORECASE)
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50}


def sessions(grid: Grid, page: Page) -> Iterator[Told]:
    """The sessions of a body: rows of numbers with days under words that name it, or a body a row with its last and next
    session."""
    if grid.labelled:
        for row in grid.rows:
            yield from _labelled(row, page)
        return
    by_body = next((c for c in grid.columns if "body" in c.means or "title" in c.means), None)
    if by_body is not None and (grid.has("last") or grid.has("next")):
        for row in grid.rows:
            yield from _last_and_next(row, page, by_body)
        return
    if by_body is not None and "body" in by_body.means and (grid.has("when") or grid.has("session")):
        for row in grid.rows:
            yield from _of_row(row, page, by_body)
        return
    numbered = next((c for c in grid.columns if "session" in c.means), None)
    numbered = numbered or next((c for c in grid.columns if "number" in c.means and grid.has("where")), None)
    if numbered is None or not (grid.has("when") or grid.has("where")):
        return
    body = next(lead_mentions(grid, page, "body"), None)
    for row in grid.rows:
        cell = next((c for k, c in row.pairs() if k.place == numbered.place), None)
        own = next(iter(row.within(cell, "body")), None) or body
        ordinal = _ordinal(cell)
        if cell is not None and own is not None and (ordinal is not None or row.within(cell, "body")):
            yield _sitting(row, page, own, ordinal, row.day("when"), row.cell("where", "host"), cell)


def _labelled(row: Row, page: Page) -> Iterator[Told]:
    """A label that names a body or its next session, and what became of it: "Joint Commission | founded 1990; 5th session,
    Lima, May 2023"."""
    label, value = row.cells[0], row.cells[1]
    own = next(iter(row.within(label, "body")), None)
    body = own or (next(lead_mentions(row.grid, page, "body"), None) if _SESSION.search(label.text) else None)
    at, made = value.span.start, []
    for part in value.text.split(";") if body is not None else ():
        start, at = at, at + len(part) + 1
        cell = Cell(part, Span(start, start + max(len(part), 1)))
        when = row.day_of(cell)
        words = f"{label.text} {part}"
        if when is None or body is None:
            continue
        if _FOUNDED.search(part):
            made.append(acts("establish", row, [(body.but(ordinal=None), "object")], when, trigger=cell.span))
            continue
        if not (_SESSION.search(words) or _ordinal(cell, when)):
            continue
        status = "planned" if _NEXT.search(words) else standing(part, when, page.today)
        arguments = [(body.but(ordinal=None), "object"), (_ordinal(cell, when), "of"), (city(row, cell), "at")]
        made.append(acts("sitting", row, arguments, when, status, cell.span))
    if made:
        yield Told(row.line, tuple(made), frozenset(("sitting",)), frozenset(("body", "event")))


def _of_row(row: Row, page: Page, by_body: Column) -> Iterator[Told]:
    """A row that names a body, with the number, the day and the place of a session, perhaps in one cell."""
    named = next((c for k, c in row.pairs() if k.place == by_body.place), None)
    body = next(iter(row.within(named, "body")), None)
    when = row.day("when", "session")
    if named is None or body is None or when is None:
        return
    apart = row.cell("session", "number")
    told = next((m for m in row.within(named, "ordinal")), None) or _ordinal(apart, when)
    yield _sitting(row, page, body, told, when, row.cell("where", "host"), named)


def _last_and_next(row: Row, page: Page, by_body: Column) -> Iterator[Told]:
    named = next((c for k, c in row.pairs() if k.place == by_body.place), None)
    body = next(iter(row.within(named, "body")), None)
    alone = row.grid.has("with") and row.cell("with") is None  # of one state
    founded = row.day("opened") if body is not None and not alone else None
    if body is not None and founded is not None:
        yield Told(row.line, (acts("establish", row, [(body.but(ordinal=None), "object")], founded),))
    for means in ("last", "next") if body is not None else ():
        cell = row.cell(means)
        if cell is not None and body is not None and (when := row.day_of(cell)) is not None:
            yield _sitting(
                row, page, body, _ordinal(cell, when), when, cell, cell, "planned" if means == "next" else ""
            )


def _sitting(
    row: Row,
    page: Page,
    body: Mention,
    ordinal: Mention | None,
    when: Mention | None,
    where: Cell | None,
    told: Cell,
    status: str = "",
) -> Told:
    chairs = [(m, "by") for m in row.within(row.cell("chairs", "who"), "person")]
    words = told.text if status or told is where else " ".join(c.text for c in row.cells)
    status = status or standing(words, when, page.today)
    body = body.but(ordinal=None)
    arguments = [(body, "object"), (ordinal, "of"), (city(row, where), "at"), *chairs]
    return Told(
        row.line,
        (acts("sitting", row, arguments, when, status, told.span),),
        frozenset(("sitting",)),
        frozenset(("body", "event")),
    )


def _ordinal(cell: Cell | None, besides: Mention | None = None) -> Mention | None:
    """The number of a session that a cell tells, outside its day."""
    if cell is None:
        return None
    for match in _NUMBER.finditer(cell.text):
        span = Span(cell.span.start + match.start(), cell.span.start + match.end())
        if besides is not None and span.overlaps(besides.span):
            continue
        if match["roman"] and not match["roman"].isupper():
            continue
        value = int(match["digits"]) if match["digits"] else _roman(match["roman"]) if match["roman"] else 0
        value = value or SMALL_ORDINALS.get((match["word"] or "").lower(), 0)
        if value:
            return Mention("ordinal", span, ordinal=value)
    return None


def _roman(word: str) -> int:
    values = [_ROMANS[c] for c in word]
    return sum(-v if any(v < w for w in values[i + 1 :]) else v for i, v in enumerate(values))
