"""Tables of ties: embassies opened and shut, relations and visa rules by partner."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.grid import Column, Grid, Row
from accord.languages.en.rows.page import Page, Told, acts, city, home, owners, standing
from accord.languages.views import Mention

__all__ = ["missions"]

_FORMS = (
    ("consulate", re.compile(r"\bconsul(?:ates?|ates?[- ]generals?|ar (?:office|agency))\b", re.IGNORECASE)),
    ("embassy", re.compile(r"\b(?:embass(?:y|ies)|high commissions?|chancer(?:y|ies)|missions?)\b", re.IGNORECASE)),
    ("diplomatic-relations", re.compile(r"\b(?:diplomatic )?relations\b", re.IGNORECASE)),
    ("visa-regime", re.compile(r"\bvisas?\b", re.IGNORECASE)),
    ("sister-cities", re.compile(r"\b(?:sister|twin(?:ned)?) (?:cit|town)(?:y|ies|s)?\b", re.IGNORECASE)),
    ("strategic-partnership", re.compile(r"\bstrategic partner(?:ship)?s?\b", re.IGNORECASE)),
    ("trade-regime", re.compile(r"\b(?:free[- ]trade (?:regime|area)|most[- ]favou?red[- ]nation)\b", re.IGNORECASE)),
)
_LABEL = 50  # characters; a label is shorter
_HEADED = ("diplomatic-relations", "embassy", "consulate", "strategic-partnership", "visa-regime")
_DEEDS = (
    ("closed", re.compile(r"\b(?:clos\w+|shut\w*)\b", re.IGNORECASE)),
    ("restored", re.compile(r"\b(?:restor\w+|resum\w+|re-?establish\w+|re-?open\w+|reinstat\w+)\b", re.IGNORECASE)),
    ("severed", re.compile(r"\b(?:severed|broken|cut|broke off)\b", re.IGNORECASE)),
    ("downgraded", re.compile(r"\b(?:downgrad\w+|reduced|lowered)\b", re.IGNORECASE)),
    ("upgraded", re.compile(r"\b(?:upgrad\w+|raised|elevated)\b", re.IGNORECASE)),
    ("suspended", re.compile(r"\b(?:suspen\w+|withdrawn|ended|lapsed|revoked|abolished|terminated)\b", re.IGNORECASE)),
    ("opened", re.compile(r"\b(?:open\w*|inaugurat\w+|new)\b", re.IGNORECASE)),
    ("established", re.compile(r"\b(?:establish\w+|introduced|agreed|granted|added)\b", re.IGNORECASE)),
)
_LIFTED = re.compile(r"\b(?:abolished|waived|lifted|exempt\w*)\b", re.IGNORECASE)  # of the duty, not of the regime
_BEGUN = ("since", "when", "in-force", "start", "signed", "opened")
_ENDED = ("closed",)


def missions(grid: Grid, page: Page) -> Iterator[Told]:
    """Ties that rows tell: by their own words, by the head of a column of days, or by the words over the table."""
    headed = [
        (c, form) for c in grid.columns[1:] if (form := _form(c.head.text)) in _HEADED and not _counts(c.head.text)
    ]
    over = next((f for _, cell in grid.above if (f := _form(cell.text))), "")
    for row in grid.rows:
        if row.line == grid.head or len([c for c in row.cells if c.text]) < 2:
            continue
        own = next(((c, form) for k, c in row.pairs() if k.place and (form := _form(c.text))), None)
        if own is not None and (deed := _deed(own[0].text)):
            yield from _tie(row, page, own[1], deed, row.day(), own[0])
        elif headed and _partners(grid):
            for column, form in headed:
                yield from _under_head(row, page, column, form)
        elif grid.labelled:
            yield from _labelled(row, page)
        elif over and not headed and _partners(grid) and _of_rules(grid, over):
            told = next((d for k, c in row.pairs() if k.place and (d := _deed(c.text))), "")
            when = row.day(*_BEGUN, *_ENDED)
            if told or when is not None or _awaits(row):
                yield from _tie(row, page, over, told or _first_deed(over), when, None)


def _labelled(row: Row, page: Page) -> Iterator[Told]:
    """A label that names a mission, and when it was opened: "Embassy in Lima | opened 1990"."""
    label, told = row.cells[0], row.cells[1]
    form, deed = _form(label.text), _deed(told.text)
    if form in ("embassy", "consulate", "diplomatic-relations") and len(label.text) < _LABEL and deed:
        when = row.day_of(told)
        if when is not None:
            yield from _tie(row, page, form, deed, when, None, told)


def _awaits(row: Row) -> bool:
    return standing(" ".join(c.text for c in row.cells[1:]), None, None) == "planned"


def _under_head(row: Row, page: Page, column: Column, form: str) -> Iterator[Told]:
    """A tie of the row's partner that a column of days tells: "Diplomatic relations | 4 May 1992"."""
    cell = next((c for k, c in row.pairs() if k.place == column.place), None)
    when = row.day_of(cell) if cell is not None else None
    if cell is None or when is None:
        return
    told = _deed(cell.text) or ("closed" if "closed" in column.means else _first_deed(form))
    yield from _tie(row, page, form, told, when, None, cell)


def _first_deed(form: str) -> str:
    return "opened" if form in ("embassy", "consulate") else "established"


def _of_rules(grid: Grid, form: str) -> bool:
    """Whether a table under words on a tie tells since when it holds with the partner of each row."""
    if form == "visa-regime":
        return grid.has("regime") or any(grid.has(m) for m in _BEGUN)
    return form in ("diplomatic-relations", "strategic-partnership") and any(
        grid.has(m) for m in ("when", "since", "opened")
    )


def _partners(grid: Grid) -> bool:
    """Whether most rows name a state first."""
    named = sum(any(True for _ in owners(row, row.cells[0])) for row in grid.rows)
    return 2 * named > len(grid.rows)


def _form(words: str) -> str:
    return next((form for form, pattern in _FORMS if pattern.search(words)), "")


def _counts(words: str) -> bool:
    return re.search(r"\b(?:number|count|total|no\. of)\b", words, re.IGNORECASE) is not None


def _deed(words: str) -> str:
    if _LIFTED.search(words) and re.search(r"\bvisas?\b", words, re.IGNORECASE):
        return "established"
    return next((deed for deed, pattern in _DEEDS if pattern.search(words)), "") or (
        "opened" if standing(words, None, None) == "planned" and _form(words) in ("embassy", "consulate") else ""
    )


def _tie(
    row: Row, page: Page, form: str, deed: str, when: Mention | None, told: Cell | None, under: Cell | None = None
) -> Iterator[Told]:
    """A tie between the states of a row, the one that a mission is of first; one alone has it with the state whose table
    it is."""
    here = row.cell("sender", "with") or row.cells[0]
    there = row.cell("host", "where") or (here if row.grid.labelled else None)
    ends: dict[str, Span] = {}
    for mention in (*owners(row, here), *owners(row, there), *owners(row, told)):
        for code in mention.states:
            ends.setdefault(code, mention.span)
    if len(ends) == 1 and (whose := home(row.grid, page, ends)) is not None:
        ends[whose[0]] = whose[1]
    if len(ends) != 2:
        return
    place = (city(row, there) or city(row, under)) if form in ("embassy", "consulate") else None
    status = standing(" ".join(c.text for c in row.cells[1:]) if under is None else under.text, when, page.today)
    words = told or under
    span = words.span if words is not None else row.span
    tie = Mention("tie", span, form, tuple(ends), tuple(ends.values()), form=form, attributes={"action": deed})
    clause = acts("bond", row, [(tie, "object"), (place, "at")], when, status, span)
    yield Told(row.line, (clause,), frozenset(("bond",)), frozenset(("tie",)))
