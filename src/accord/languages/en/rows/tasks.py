"""Tasks in tables: "Open the post | Peru | 2026", under heads that say action and deadline; works and links among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.acts import acts_of
from accord.languages.en.rows.grid import Column, Grid, Row
from accord.languages.en.rows.sides import Pair, sides_of
from accord.languages.en.rows.works import name_of
from accord.languages.en.text.phrases import Line
from accord.languages.en.text.topics import topics_of
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["task_rows", "work_tasks"]

_TASK = re.compile(
    r"\b(?:actions?|tasks?|decisions?|decided|commitments?|measures?|steps?|undertakings?|pledges?|deliverables?|obligations?"
    r"|activit(?:y|ies)|points?|items?|promises?|agreed|what is to be done|to be done|to do|work plan)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:undertakings?|commitments?|decisions?|action plan|work plan|plan of action|next steps|to be done|tasks|pledges|points? for action|action points|agreed (?:points|actions|steps)"
    r"|(?:governments?|parties|sides|countries|they|ministers) (?:will|shall|agreed to|undertook to|decided to))\b",
    re.IGNORECASE,
)
_PROMISED = re.compile(
    r"\b(?:promis\w+|undert\w+|pledge\w*|commit(?:ted|ments?|s)|will do|shall do|agreed to do|has to do|have to do)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:fix(?:es)?|recommend\w*|propos\w+|asks?|demands?|wishes|wish list|suggest\w*|should|ideas?)\b", re.IGNORECASE
)
_NEAR = 2  # lines over a table that may say that its rows are promises
_BY = ("by", "who", "sender", "with")
_LED = re.compile(r"[\s,(]*(?:\b(?:by|in|on|from|until|no later than|before|end of|the))*\s*$", re.IGNORECASE)
_DONE = re.compile(r"\b(?:taken|imposed|decided|ordered|done|carried out) by\b|\blifted\b", re.IGNORECASE)
_MARK = re.compile(r"[xX×✓✔•●■√]|yes", re.IGNORECASE)
_NOBODY = re.compile(r"no(?:ne|body|t)?\b", re.IGNORECASE)
_ONLY = re.compile(r"\(([^()]*) only\)")
_PAID = re.compile(r"\b(?:paid|built|financed|funded|done|carried out) by\b", re.IGNORECASE)
_UNDER_WAY = frozenset("planned construction agreed announced proposed".split())
_FEWEST = 2  # words of a task


def task_rows(grid: Grid, lines: Sequence[Line], pair: Pair, today: Period | None) -> Iterator[Clause]:
    """The promises of a table of tasks, each with whom it binds and when it is due, and the works told there as to come."""
    column = _column(grid)
    if column is None:
        yield from _of_sides(grid, lines)
        return
    asked = _ASKED.search(" ".join((column.head.text, *(c.text for _, c in grid.above[:1]))))
    for row in grid.rows:
        cell = row.cells[column.place] if column.place < len(row.cells) else None
        if cell is None or len(cell.text.split()) < _FEWEST:
            continue
        limited = grid.has("due") or grid.has("end")
        due = row.day("due", "end") or (row.day("when") if not limited else None)
        if not limited and (due is not None or not grid.has("by")) and not _ahead(due, today):
            continue
        inner = next((d for d in row.dates if d.span in cell.span and d.period is not None), None)
        what = _ONLY.sub("", cell.text) if due is not None or inner is None else _without(cell, inner)
        due = due or inner
        yield from _works(row, cell, due, today)
        if not any(m.form and not m.definite for m in row.within(cell, "transport")):
            by = row.all(*_BY)
            if any(_NOBODY.match(c.text) for c in by):
                continue
            only = _ONLY.search(cell.text)
            own = _own(row, [_part(cell, only)]) if only is not None else None
            states, spans = own or _own(row, by) or _marked(row) or sides_of(row, by, pair)
            if states:
                told = _promise(row, lines, cell, states, spans, due, what=what)
                yield replace(told, status="proposed") if asked else told


def _of_sides(grid: Grid, lines: Sequence[Line]) -> Iterator[Clause]:
    """The promises of a table whose columns are those of the sides ("What each promised: Peru | Chile")."""
    sides = [c for c in grid.columns if c.named is not None and c.named.type == "state" and c.named.states]
    if len(sides) < 2 or not any(_PROMISED.search(c.text) for _, c in grid.above[:_NEAR]):
        return
    for row in grid.rows:
        for column, cell in row.pairs():
            if (
                column in sides
                and column.named is not None
                and not row.within(cell, "office", "person")
                and len(cell.text.split()) > _FEWEST
            ):
                due = next((d for d in row.dates if d.span in cell.span and d.period is not None), None)
                what = cell.text if due is None else _without(cell, due)
                yield _promise(row, lines, cell, column.named.states, column.named.spans, due, what)


def _column(grid: Grid) -> Column | None:
    """The column that tells what is to be done, by its head or by what stands over the table."""
    if grid.has("incident") or grid.has("project") or not any(grid.has(m) for m in ("due", "end", "by", "when")):
        return None
    if not grid.has("due") and not grid.has("end") and any(_DONE.search(c.head.text) for c in grid.columns):
        return None
    ahead = any(_AHEAD.search(c.text) for _, c in grid.above[:_NEAR])
    bound = grid.has("due") and (grid.has("by") or grid.has("who"))
    for column in grid.columns:
        told = ahead or _TASK.search(column.head.text)
        if ("what" in column.means and told) or (not column.means and (told or bound) and _phrases(grid, column)):
            return column
    return None


def _phrases(grid: Grid, column: Column) -> bool:
    """Whether most cells of a column are of several words."""
    told = [row.cells[column.place].text for row in grid.rows if column.place < len(row.cells)]
    return 2 * sum(len(words.split()) > _FEWEST for words in told) > len(told)


def _without(cell: Cell, date: Mention) -> str:
    """The words of a cell without the day at their end ("relocate two villages by 2025")."""
    words = cell.text[: date.span.start - cell.span.start]
    return _LED.sub("", words) if date.span.end >= cell.span.end - 1 else cell.text


def work_tasks(grid: Grid, lines: Sequence[Line], pair: Pair, today: Period | None) -> Iterator[Clause]:
    """What the works of a table bind to: that each is built by those who are told to, until it is due."""
    if not grid.has("project", "due"):
        return
    for row in grid.rows:
        cell, due = row.cell("project"), row.day("due")
        if cell is None or due is None or not _ahead(due, today):
            continue
        if any(told.act not in _UNDER_WAY for told in acts_of("project", row, [cell], today)):
            continue
        payers = [c for column, c in row.pairs() if "by" in column.means]
        states, spans = _own(row, payers) or sides_of(row, payers or row.all("with"), pair)
        if states and cell.span in lines[row.line].span:
            yield _promise(row, lines, cell, states, spans, due, f"build {name_of(cell)}", aim=False)


def _ahead(due: Mention | None, today: Period | None) -> bool:
    """Whether a day is none of the past."""
    return due is not None and due.period is not None and (today is None or due.period.last >= today.first)


def _own(row: Row, cells: Sequence[Cell]) -> tuple[tuple[str, ...], tuple[Span, ...]] | None:
    """The states that cells name, where they name any."""
    told = [m for c in cells for m in row.within(c, "state", "office", "person") if m.states]
    states = tuple(dict.fromkeys(s for m in told for s in m.states))
    return (states, tuple(m.span for m in told)) if states else None


def _marked(row: Row) -> tuple[tuple[str, ...], tuple[Span, ...]] | None:
    """The states over the columns in which a row has a mark."""
    told = [c.named for c, cell in row.pairs() if c.named is not None and _MARK.fullmatch(cell.text)]
    states = tuple(dict.fromkeys(s for m in told for s in m.states))
    return (states, tuple(m.span for m in told)) if states else None


def _part(cell: Cell, match: re.Match[str]) -> Cell:
    return Cell(match[1], Span(cell.span.start + match.start(1), cell.span.start + match.end(1)))


def _promise(
    row: Row,
    lines: Sequence[Line],
    cell: Cell,
    states: tuple[str, ...],
    spans: tuple[Span, ...],
    due: Mention | None,
    what: str,
    aim: bool = True,
) -> Clause:
    line = lines[row.line]
    words = [t.low for t in line.tokens if cell.span.start <= t.start < cell.span.end]
    rest = [t.low for t in line.tokens if t.low not in words]
    amount = next((m for m in line.amounts if aim and m.span in cell.span and m.amount is not None), None)
    promise = Mention(
        "promise",
        cell.span,
        " ".join(what.split()),
        states,
        spans,
        amount=amount.amount if amount is not None else None,
        topics=topics_of(words) or topics_of(rest),
        attributes={
            "what_spans": (cell.span,),
            "spans": (amount.span,) if amount is not None else (),
            "measure": "trade-turnover" if amount is not None and "trade" in words and "target" in words else "",
        },
    )
    return Clause("commit", cell.span, row.span, row.line, (Argument(promise, "object"),), due, tense="future")


def _works(row: Row, cell: Cell, due: Mention | None, today: Period | None) -> Iterator[Clause]:
    """The works and links that a task names, as planned for its day."""
    for link in row.within(cell, "transport"):
        if _ahead(due, today) and link.form and not link.definite:
            yield Clause("transport/plan", link.span, row.span, row.line, (Argument(link, "object"),), due, "planned")
    for work in row.within(cell, "project"):
        if _ahead(due, today) and not work.definite:
            yield Clause("work/planned", work.span, row.span, row.line, (Argument(work, "object"),), due, "planned")
