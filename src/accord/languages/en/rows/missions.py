"""Tables of ties: embassies opened and shut, relations and visa rules by partner."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.contacts.listed_towns import TWINS, deeds_with_towns, home_town, twinned
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.grid import Column, Grid, Row
from accord.languages.en.rows.heads import DAYS
from accord.languages.en.rows.page import Page, Told, acts, city, home, owners, standing
from accord.languages.views import Mention

__all__ = ["missions"]

_FORMS = (
    ("ambassador", re.compile(r"\b(?:ambassadors?|envoys?|heads? of mission)\b", re.IGNORECASE)),
    ("consulate", re.compile(r"\bconsul(?:ates?|ates?[- ]generals?|ar (?:office|agency))\b", re.IGNORECASE)),
    ("embassy", re.compile(r"\b(?:embass(?:y|ies)|high commissions?|chancer(?:y|ies)|missions?)\b", re.IGNORECASE)),
    ("diplomatic-relations", re.compile(r"\b(?:diplomatic )?relations\b", re.IGNORECASE)),
    ("visa-regime", re.compile(r"\bvisas?\b", re.IGNORECASE)),
    ("sister-cities", TWINS),
    ("strategic-partnership", re.compile(r"\bstrategic partner(?:ship)?s?\b", re.IGNORECASE)),
    ("trade-regime", re.compile(r"\b(?:free[- ]trade (?:regime|area)|most[- ]favou?red[- ]nation)\b", re.IGNORECASE)),
)
_SHORT = 30  # characters; little more than a day
_LABEL = 50  # characters; a label is shorter
_HEADED = ("diplomatic-relations", "embassy", "consulate", "strategic-partnership", "visa-regime")
_DEEDS = (
    ("closed", re.compile(r"\b(?:clos\w+|shut\w*)\b", re.IGNORECASE)),
    ("restored", re.compile(r"\b(?:restor\w+|resum\w+|re-?establish\w+|re-?open\w+|reinstat\w+)\b", re.IGNORECASE)),
    ("severed", re.compile(r"\b(?:severed|broken|cut|broke off)\b", re.IGNORECASE)),
    ("downgraded", re.compile(r"\b(?:downgrad\w+|reduced|lowered)\b", re.IGNORECASE)),
    ("upgraded", re.compile(r"\b(?:upgrad\w+|raised|elevated)\b", re.IGNORECASE)),
    ("suspended", re.compile(r"\b(?:suspen\w+|withdrawn|ended|lapsed|revoked|abolished|terminated)\b", re.IGNORECASE)),
    ("opened", re.compile(r"\b(?:opened|opening|opens|to open|inaugurat\w+|new)\b", re.IGNORECASE)),
    ("established", re.compile(r"\b(?:establish\w+|introduced|agreed|granted|added)\b", re.IGNORECASE)),
)
_FREE = re.compile(r"\bvisa[- ]free\b|\bno visas?\b|\bwithout (?:a )?visas?\b", re.IGNORECASE)
_LIFTED = re.compile(r"\b(?:abolished|waived|lifted|exempt\w*)\b", re.IGNORECASE)  # of the duty, not of the regime
_BEGUN = ("since", "when", "in-force", "start", "signed", "opened")
_ENDED = ("closed",)


def missions(grid: Grid, page: Page) -> Iterator[Told]:
    """Ties that rows tell: by their own words, by the head of a column of days, or by the words over the table."""
    over = next((f for _, cell in grid.above if (f := _form(cell.text))), "")
    columns = _days(grid, over) if _partners(grid) else []
    for row in grid.rows:
        if len([c for c in row.cells if c.text]) < 2:
            continue
        own = next(((c, form) for k, c in row.pairs() if k.place and (form := _form(c.text))), None)
        deed = next((d for k, c in row.pairs() if k.place and (d := _deed(c.text))), "")
        if grid.labelled:
            yield from _labelled(row, page)
        elif own is not None and not _rule(own[1]) and (done := _done(row, own[0])):
            for what, when in done.items():
                yield from _tie(row, page, own[1], what, when, own[0])
        elif over == "sister-cities":
            yield from _partner_towns(row, page) or _towns(row)
        elif over == "ambassador" and grid.has("start"):
            yield from _posted(row, page)
        elif columns:
            for column, form in columns:
                yield from _under_head(row, page, column, form, deed if _rule(form) else "")
        elif over == "visa-regime" and _partners(grid) and _of_rules(grid) and (deed or _awaits(row)):
            yield from _tie(row, page, over, deed or _first_deed(over), row.day(*_BEGUN, *_ENDED), None)


def _done(row: Row, own: Cell) -> dict[str, Mention | None]:
    """What was done with the mission that a row names, with the day of each: by the words of its cells and the columns of
    days."""
    found: dict[str, Mention | None] = {}
    for column, cell in row.pairs():
        deed = _deed(cell.text) if column.place else ""
        deed = deed or next((m for m in ("opened", "closed") if m in column.means), "")
        when = row.day_of(cell)
        if deed and (when is not None or cell is own or deed != "opened"):
            found[deed] = when or found.get(deed)
    free = row.day("when", "since", "start") if len(found) == 1 else None
    return {deed: when or free for deed, when in found.items()}


def _days(grid: Grid, over: str) -> list[tuple[Column, str]]:
    """The columns of days under heads that name a tie, or under words on one, with its form."""
    found = []
    for column in grid.columns[1:]:
        form = _form(column.head.text)
        if form not in _HEADED and over in _HEADED and {*_BEGUN, *_ENDED} & set(column.means):
            form = over if over != "visa-regime" or _of_rules(grid) else ""
        told = [(r, c) for r in grid.rows for k, c in r.pairs() if k.place == column.place]
        days = sum(r.day_of(c) is not None for r, c in told)
        if form in _HEADED and 2 * days > len(told) and not _counts(column.head.text):
            found.append((column, form))
    return found


def _rule(form: str) -> bool:
    return form in ("visa-regime", "trade-regime")


def _partner_towns(row: Row, page: Page) -> list[Told]:
    """The partner of the town that the words over a table name: its name beside its state, and what the other cells tell."""
    cells = [c for k, c in row.pairs() if row.day_of(c) is None]
    states = owners(row, cells[1]) if len(cells) > 1 else ()
    over = [page.lines[n] for n, _ in reversed(row.grid.above)]
    home = home_town(over, page.mentions) if len(states) == 1 and not _within(row, cells[0]) else None
    if home is None or home.name in cells[0].text or not cells[0].text[:1].isupper():
        return []
    town = Mention("place", cells[0].span, cells[0].text, states[0].states, attributes={"name": cells[0].text})
    rest = Span(cells[1].span.end, row.cells[-1].span.end)
    days = [d for _, c in row.pairs() if c.span in rest and (d := row.day_of(_before_aside(c))) is not None]
    text = page.lines[row.line].text
    clauses = []
    for deed in deeds_with_towns(text, rest, sorted([*days, *row.dates], key=lambda d: d.span.start)):
        tie = twinned(home, town, deed.action)
        clauses.append(acts("bond", row, [(tie, "object")], deed.when, deed.status))
    return [Told(row.line, tuple(clauses), frozenset(("bond",)), frozenset(("tie",)))]


def _before_aside(cell: Cell) -> Cell:
    """A cell without what stands in brackets behind its words."""
    words = cell.text.partition("(")[0].rstrip()
    return Cell(words, Span(cell.span.start, cell.span.start + len(words))) if words else cell


def _within(row: Row, cell: Cell) -> bool:
    """Whether a cell names a state and no town."""
    return any(m.span == cell.span and m.form in ("name", "official") for m in row.within(cell, "state"))


def _towns(row: Row) -> Iterator[Told]:
    """Twin towns: the first two cells that name places, or are names under states."""
    cells = [c for k, c in row.pairs() if not DAYS & set(k.means) and row.day_of(c) is None][:2]
    places = [m for c in cells if (m := city(row, c)) is not None]
    names = [str(m.attributes["name"]) for m in places] if len(places) == 2 else [c.text for c in cells]
    if len(names) < 2 or not all(n[:1].isupper() and len(n) < _LABEL for n in names):
        return
    states = tuple(dict.fromkeys(s for k in row.grid.columns if k.named is not None for s in k.named.states))
    attributes = {"action": "established", "places": tuple(names)}
    tie = Mention(
        "tie",
        row.span,
        "sister-cities",
        states,
        tuple(c.span for c in cells),
        form="sister-cities",
        attributes=attributes,
    )
    yield Told(row.line, (acts("bond", row, [(tie, "object")], row.day()),), frozenset(("bond",)), frozenset(("tie",)))


def _posted(row: Row, page: Page) -> Iterator[Told]:
    """An ambassador by the day on which the post was taken up."""
    when = row.day("start")
    if when is not None:
        yield from _tie(row, page, "ambassador", "established", when, None, row.cell("start"))


def _labelled(row: Row, page: Page) -> Iterator[Told]:
    """A label that names a mission, and when it was opened: "Embassy in Lima | opened 1990"."""
    label, told = row.cells[0], row.cells[1]
    form, when = _form(label.text), row.day_of(told)
    deed = _deed(told.text) or _deed(label.text) or (_first_deed(form) if len(told.text) < _SHORT else "")
    ours = form in ("embassy", "consulate", "diplomatic-relations") and len(label.text) < _LABEL
    if ours and deed and when is not None:
        yield from _tie(row, page, form, deed, when, None, told)


def _awaits(row: Row) -> bool:
    return standing(" ".join(c.text for c in row.cells[1:]), None, None) == "planned"


def _under_head(row: Row, page: Page, column: Column, form: str, deed: str) -> Iterator[Told]:
    """A tie of the row's partner that a column of days tells: "Diplomatic relations | 4 May 1992"."""
    cell = next((c for k, c in row.pairs() if k.place == column.place), None)
    when = row.day_of(cell) if cell is not None else None
    if cell is None or when is None:
        return
    told = _deed(cell.text) or deed or ("closed" if "closed" in column.means else _first_deed(form))
    yield from _tie(row, page, form, told, when, None, cell)


def _first_deed(form: str) -> str:
    return "opened" if form in ("embassy", "consulate") else "established"


def _of_rules(grid: Grid) -> bool:
    """Whether a table under words on visas tells which rule holds with the partner of each row."""
    return grid.has("regime") or any(grid.has(m) for m in _BEGUN)


def _partners(grid: Grid) -> bool:
    """Whether most rows name a state first."""
    named = sum(bool(owners(row, row.cell("sender", "with") or row.cells[0])) for row in grid.rows)
    return 2 * named > len(grid.rows)


def _form(words: str) -> str:
    return next((form for form, pattern in _FORMS if pattern.search(words)), "")


def _counts(words: str) -> bool:
    return re.search(r"\b(?:number|count|total|no\. of)\b", words, re.IGNORECASE) is not None


def _deed(words: str) -> str:
    if _FREE.search(words) or (_LIFTED.search(words) and re.search(r"\bvisas?\b", words, re.IGNORECASE)):
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
    while 0 < len(ends) + (form == "ambassador") < 3 and len(ends) < 2 and (whose := home(row.grid, page, ends)):
        ends[whose[0]] = whose[1]
    if len(ends) != 2:
        return
    place = (city(row, there) or city(row, told) or city(row, under)) if form in ("embassy", "consulate") else None
    status = standing(" ".join(c.text for c in row.cells[1:]) if under is None else under.text, when, page.today)
    words = told or under
    span = words.span if words is not None else row.span
    tie = Mention("tie", span, form, tuple(ends), tuple(ends.values()), form=form, attributes={"action": deed})
    clause = acts("bond", row, [(tie, "object"), (place, "at")], when, status, span)
    yield Told(row.line, (clause,), frozenset(("bond",)), frozenset(("tie",)))
