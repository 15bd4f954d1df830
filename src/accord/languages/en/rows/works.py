"""Works in tables: "Orlo dam | Peru | hydropower | 120 | under construction | 2027", with what they cost, carry and measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.figures import as_mention
from accord.languages.en.figures.table_cells import Cell, number_of, scale_of
from accord.languages.en.figures.words import Figure
from accord.languages.en.rows.acts import Said, acts_of, telling, told_in
from accord.languages.en.rows.grid import Grid, Row
from accord.languages.en.rows.page import first_name, titled
from accord.languages.en.rows.sides import Pair, sides_of
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention
from accord.values import Amount, Period, plain

__all__ = ["form_of", "name_of", "work_rows"]

_FORMS = (
    ("bridge", r"bridge|viaduct"),
    ("railway", r"rail\w*|tramway|metro"),
    ("hydropower", r"hydro\w*|dam|HPP|barrage"),
    (
        "power-line",
        r"\d+ ?kV|power line|transmission|interconnect\w*|electricity (?:link|line)|grid|wind line|power cable",
    ),
    ("pipeline", r"pipe\w*|(?:gas|oil) (?:link|line|connection)"),
    ("airport", r"airport|runway|aerodrome"),
    ("port", r"port|berth|quay|harbou?r|jetty|pier"),
    ("power-plant", r"solar|wind|power (?:plant|station)|thermal|nuclear|photovoltaic"),
    ("road", r"road|highway|motorway|expressway|bypass|tunnel"),
)
_FORM = tuple((form, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)) for form, words in _FORMS)
_MEASURES = {"km": "line-length", "kV": "voltage", "MW": "capacity", "m3": "capacity"}
_CUT = re.compile(r"\s*(?:\(|,\s|;|\s[–—]\s).*$")
_DONE = frozenset(("completed", "inaugurated"))
_TITLE = re.compile(
    r"\b(?:projects?|infrastructure|works|(?:power|energy|gas|electricity|grid|rail|road|cross-border) (?:links?|lines?|connections?)|interconnect\w+"
    r"|bridges|dams|pipelines?|railways?|roads|corridors?)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"(?:total|all|others?|sum)\b", re.IGNORECASE)
_HEADING = 60  # characters of a heading that tells the type of all works under it
_SHORTEST = 4  # characters of a name


def work_rows(grid: Grid, lines: Sequence[Line], pair: Pair, today: Period | None) -> Iterator[Clause]:
    """What the rows of a table of works tell of each of them, and its figures."""
    of_works = not grid.has("project") and _of_works(grid)
    if not grid.has("project") and not of_works:
        return
    common = _of_all(grid, lines)
    for row in grid.rows:
        cell = row.cell("project") or (first_name(row) if of_works else None)
        if cell is not None and of_works and told_in("project", cell):
            continue
        if cell is None or len(name_of(cell)) < _SHORTEST or _OTHERS.match(cell.text) or number_of(cell) is not None:
            continue
        work = _work(row, cell, pair)
        told = acts_of("project", row, [cell], today) or ([common] if common is not None else [])
        for act in told:
            index, line = _at(lines, act.span, row)
            yield _clause(act, work, index if act is not common else row.line, line.span, row, cell)
        if told:
            yield from _figures(grid, row, cell, work, lines)


def _of_works(grid: Grid) -> bool:
    """Whether a table without a head for works is one of works: by what stands over it, or by what most of its rows name;
    what they tell is done with works."""
    if grid.has("route") or grid.has("crossing") or not telling("project", grid):
        return False
    named = [cell for row in grid.rows if (cell := first_name(row)) is not None]
    return titled(grid, _TITLE) or 2 * sum(bool(form_of(c.text)) for c in named) > len(grid.rows)


def name_of(cell: Cell) -> str:
    """The name of a work in its cell, without what tells more of it."""
    return _CUT.sub("", cell.text).strip()


def form_of(words: str) -> str:
    """The type of work that words tell; "" where none does."""
    return next((form for form, pattern in _FORM if pattern.search(words)), "")


def _at(lines: Sequence[Line], span: Span, row: Row) -> tuple[int, Line]:
    """The sentence that words stand in: the row's own, or another where the table is turned."""
    if span in lines[row.line].span:
        return row.line, lines[row.line]
    index = next((i for i, line in enumerate(lines) if span in line.span), row.line)
    return index, lines[index]


def _work(row: Row, cell: Cell, pair: Pair) -> Mention:
    name = name_of(cell)
    span = Span(cell.span.start, cell.span.start + len(name))
    states, spans = sides_of(row, row.all("with", "host", "where"), pair)
    heads = [c.head.text for c, own in row.pairs() if own is cell]
    told = [*(c.text for c in row.all("type")), name, cell.text, *heads, " ".join(c.text for _, c in row.pairs())]
    told += [c.text for _, c in row.grid.above[:1] if len(c.text) < _HEADING]
    form = next((form for words in told if (form := form_of(words))), "")
    return Mention("project", span, name, states, spans, form=form, attributes={"row": True})


def _clause(told: Said, work: Mention, index: int, scope: Span, row: Row, cell: Cell) -> Clause:
    act, status, when = told.act, told.status, told.when
    if act == "proposed":
        act, status = "planned", "proposed"
    elif act == "planned" or (act == "construction" and status == "planned"):
        act, status = "planned", "planned" if status == "reported" else status
    if act in _DONE and when is None and (due := row.day("due")) is not None:
        when = due
    trigger = told.span if told.span in scope else work.span
    return Clause(f"work/{act}", trigger, scope, index, (Argument(work, "object"),), when, status)


def _of_all(grid: Grid, lines: Sequence[Line]) -> Said | None:
    """What the words over a table say of all its works ("Works agreed by the commission, 3 May")."""
    for index, cell in [*grid.above, (0, Cell(lines[0].own, lines[0].span))]:
        told = told_in("project", cell, ("agreed", "announced", "proposed", "completed"))
        if told:
            when = next((d for d in lines[index].dates if d.period is not None and d.period.length.days < 4), None)
            return Said(told[0].act, told[0].span, "reported", when)
    return None


# ------------------------------------------------------------------ figures
def _figures(grid: Grid, row: Row, cell: Cell, work: Mention, lines: Sequence[Line]) -> Iterator[Clause]:
    """What a work costs by the head of a column, and the lengths, voltages and capacities that its cells tell."""
    measured: list[Figure] = []
    for column, own in row.pairs():
        if "cost" in column.means and (told := number_of(own)) is not None and not told[1]:
            scale = scale_of(column.head.text, column.head.span.start)
            if scale is not None and scale.money:
                amount = Amount(plain(round(told[0] * scale.factor, 6)), scale.symbol)
                measured.append(_figure("cost", Mention("amount", own.span, amount=amount), column.head.span, work))
        elif own is cell or "what" not in column.means:
            measured += _told_amounts(own, lines, row, work)
    for figure in measured:
        mention = as_mention(figure)
        index, line = _at(lines, mention.span, row)
        yield Clause("figure", mention.span, line.span, index, (Argument(mention, "object"),))


def _told_amounts(cell: Cell, lines: Sequence[Line], row: Row, work: Mention) -> Iterator[Figure]:
    _, line = _at(lines, cell.span, row)
    for told in line.amounts:
        if told.span in cell.span and told.amount is not None and told.amount.unit in _MEASURES:
            yield _figure(_MEASURES[told.amount.unit], told, told.span, work)
        elif told.span in cell.span and told.amount is not None and _money(told.amount.unit):
            yield _figure("cost", told, told.span, work)


def _money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _figure(measure: str, amount: Mention, words: Span, work: Mention) -> Figure:
    return Figure(measure, words, amount=amount, about=(work.name,), about_spans=(work.span,))
