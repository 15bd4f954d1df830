"""Incidents in tables: "3 Mar | Orlo | Mortar fire | 4 | 11", under heads that say what happened and count the dead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.doings.harm import harm
from accord.languages.en.figures.table_cells import Cell, number_of
from accord.languages.en.rows.grid import Grid, Row
from accord.languages.en.rows.page import titled
from accord.languages.en.rows.sides import Pair, named_in
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention
from accord.values import Amount

__all__ = ["clash_rows"]

_TYPES = (
    ("cyber", r"cyber\w*|hack\w*|ddos|servers?"),
    ("airspace", r"airspace|overfl\w+|drones?|jets?|aircraft|balloons?|fighters?(?: jets?)? cross\w*|helicopters?|airliner"),
    ("detention", r"detain\w*|detention|arrest\w*|seiz\w+|captur\w+|abduct\w*|kidnap\w*|impound\w*|taken? (?:captive|hostage)|held"),
    ("protest", r"protest\w*|demonstrat\w+|blockade\w*|sit-in|rally|march"),
    ("clash", r"clash\w*|skirmish\w*|exchanges? of fire|firefight\w*|fighting|scuffle\w*|brawl\w*|fist\w*"),
    ("shooting", r"shots?|shoot\w*|gunfire|(?:mortar|artillery|rifle|machine-gun|small-arms) fire|shell\w*|fired|sniper|volley"),
    ("attack", r"attack\w*|raid\w*|ambush\w*|bomb\w*|missiles?|rockets?|assault\w*|stabb\w+|killed|burnt|burned|set fire|mine|looted"),
    ("dispute", r"dispute\w*|stand-?off|row|quarrel|intru\w+|incursion\w*|trespass\w*|encroach\w*|cross\w*|blocked|ramm\w+|water cannon"),
)  # fmt: skip
_TYPE = tuple((form, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)) for form, words in _TYPES)
_PLACE_NOUN = re.compile(r"\s+(?:airspace|area|sector|region|district|village)$", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:incidents?|clashes|violations?|attacks|skirmishes|shootings|ceasefire|border log)\b", re.IGNORECASE
)
_LOSSES = ("dead", "hurt", "losses")
_HARM = {"dead": "killed", "hurt": "injured"}


def clash_rows(grid: Grid, lines: Sequence[Line], pair: Pair) -> Iterator[Clause]:
    """The incidents of a log: a table of what happened, where most rows tell of violence or a dispute."""
    counted = any(grid.has(m) for m in _LOSSES)
    if not (grid.has("incident") or (grid.has("what") and (counted or titled(grid, _TITLE, "when")))):
        return
    for row in grid.rows:
        cell = row.cell("incident", "what")
        form = _form(row, cell)
        if cell is None or not form:
            continue
        states, spans = _sides(row, pair)
        if len(states) < 2:
            continue
        kind = Mention("incident", cell.span, form=form)
        parties = Mention("state", spans[0] if spans else cell.span, states[0], states, spans[1:])
        arguments = [Argument(kind, "object"), Argument(parties, "between")]
        arguments += [Argument(m, "at") for m in _place(row)]
        arguments += [Argument(m, "of") for m in _losses(row, lines[row.line])]
        yield Clause("incident", cell.span, row.span, row.line, tuple(arguments), row.day("when") or row.day())


def _form(row: Row, cell: Cell | None) -> str:
    """The type of an incident, by its words or by a column for it."""
    told = [c.text for c in (*row.all("type"), *([cell] if cell is not None else []), *row.all("where"))]
    return next((form for words in told for form, pattern in _TYPE if pattern.search(words)), "")


def _sides(row: Row, pair: Pair) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The two states of an incident: those that the row names, filled up from the document's."""
    states, spans = named_in(row, [c for _, c in row.pairs()], ("state",))
    if len(states) == 2:
        return states, spans
    if len(states) == 1 and states[0] not in pair.states[:2] and pair.states:
        return (pair.states[0], states[0]), (*pair.spans[:1], *spans)
    return pair.states[:2], pair.spans[:2]


def _place(row: Row) -> Iterator[Mention]:
    cell = row.cell("where", "route")
    if cell is not None:
        name = _PLACE_NOUN.sub("", cell.text)
        span = Span(cell.span.start, cell.span.start + len(name))
        yield Mention("place", span, name, attributes={"name": name})


def _losses(row: Row, line: Line) -> list[Mention]:
    """The dead and hurt that columns count; what the words of the row tell where none does."""
    found = []
    for means, name in _HARM.items():
        cell = row.cell(means)
        told = number_of(cell) if cell is not None else None
        if cell is not None and told is not None and told[0] > 0:
            found.append(Mention("figure", cell.span, name, amount=Amount(told[0], "people")))
    return found if row.grid.has("dead") or row.grid.has("hurt") else list(harm(line))
