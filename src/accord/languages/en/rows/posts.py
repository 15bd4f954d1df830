"""Border crossings in tables: "La Fronda | closed | 3 May 2021", under a head that says post or crossing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.acts import Said, acts_of, telling
from accord.languages.en.rows.grid import Grid, Row
from accord.languages.en.rows.page import first_name, titled
from accord.languages.en.rows.sides import Pair, named_in, sides_of
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["post_rows"]

_ASIDE = re.compile(r"\s*\([^()]*\)")
_NOUN = re.compile(r"\s+(?:border )?(?:crossing|checkpoint|post|gate|border)s?(?: point)?$", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-ÞŁŠŽČĐİ’'‘a][^\d;:]{1,60}")
_TITLE = re.compile(
    r"\b(?:crossings?|border (?:posts?|points?|gates?)|checkpoints?|posts?|gates?|passes|pasos)\b", re.IGNORECASE
)
_AND = re.compile(r"\s*[,;&]\s*|\s+and\s+")
_OTHERS = re.compile(r"(?:total|all|others?|the rest|both)\b", re.IGNORECASE)


def post_rows(grid: Grid, pair: Pair, today: Period | None) -> Iterator[Clause]:
    """What the rows of a table of border crossings tell of each of them; that one stands open is no news."""
    of_posts = not grid.has("crossing") and titled(grid, _TITLE) and telling("crossing", grid)
    for row in grid.rows:
        cell = row.cell("crossing") or _named(row) or (first_name(row) if of_posts else None)
        names = _names(cell) if cell is not None else []
        if cell is None or not names:
            continue
        told = acts_of("crossing", row, [cell], today)
        open_ = any(t.act == "open" and t.when is not None for t in told)
        for act in told:
            if (act.act == "open" and act.when is None) or (open_ and act.act == "close" and act.when is None):
                continue
            concept = "reopen" if act.act == "open" and any(_before(t, act) for t in told) else act.act
            status = "planned" if concept == "plan" and act.status == "reported" else act.status
            posts = (Argument(_post(row, cell, name, pair), "object") for name in names)
            yield Clause(f"crossing/{concept}", act.span, row.span, row.line, tuple(posts), act.when, status)


def _names(cell: Cell) -> list[str]:
    """The crossings that a cell names, without what is told of them in brackets."""
    parts = (part.strip() for part in _AND.split(_ASIDE.sub("", cell.text)))
    names = [_NOUN.sub("", part) or part for part in parts]
    return names if all(_NAME.fullmatch(n) and not _OTHERS.match(n) for n in names) else []


def _before(shut: Said, opened: Said) -> bool:
    """Whether a crossing was shut before it is told to be open."""
    days = [t.when.period for t in (shut, opened) if t.when is not None and t.when.period is not None]
    return shut.act == "close" and (len(days) < 2 or days[0].first <= days[1].first)


def _named(row: Row) -> Cell | None:
    """The cell of a log that opens with the name of a crossing."""
    if not row.grid.has("when") or not row.grid.has("what"):
        return None
    starts = {m.span.start for m in row.mentions if m.type == "crossing"}
    return next((c for c in row.all("where") if c.span.start in starts), None)


def _post(row: Row, cell: Cell, name: str, pair: Pair) -> Mention:
    at = cell.text.find(name)
    span = Span(cell.span.start + at, cell.span.start + at + len(name)) if at >= 0 else cell.span
    known = next((m for m in row.within(cell, "crossing") if m.name in name or name in m.name), None)
    others = [c for c in row.all("with", "where", "host") if c is not cell]
    others = others if named_in(row, others)[0] or not named_in(row, [cell], ("state",))[0] else [cell]
    states, spans = sides_of(row, others, pair)
    if known is not None and len(known.states) == 2 and not named_in(row, others)[0]:
        states, spans = known.states, known.antecedents
    found = Mention("crossing", span, name, states, spans)
    return replace(known, span=span, name=name, states=states) if known is not None else found
