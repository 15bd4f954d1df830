"""Tables of members: states by organisations, with how and since when they belong."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.gazetteer import organisation
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.grid import Column, Grid, Row
from accord.languages.en.rows.page import Page, Told, acts, home, lead_mentions, owners, standing
from accord.languages.views import Clause, Mention

__all__ = ["clubs"]

_CONCEPTS = frozenset(
    "membership/join membership/leave membership/apply membership/observe member observer candidate".split()
)
_HOW = (
    (re.compile(r"\b(?:not|never|none|no|nor|ineligible)\b", re.IGNORECASE), ""),
    (
        re.compile(
            r"\b(?:left|leaves|withdr[ae]w\w*|quit|former(?: member)?|expelled|expulsion|until|exit(?:ed)?)\b",
            re.IGNORECASE,
        ),
        "membership/leave",
    ),
    (re.compile(r"\b(?:applied|application|applicant|applying|bid)\b", re.IGNORECASE), "membership/apply"),
    (re.compile(r"\bcandidate\b", re.IGNORECASE), "candidate"),
    (re.compile(r"\b(?:observer|associate|dialogue partner|guest)\b", re.IGNORECASE), "observer"),
    (
        re.compile(
            r"\b(?:joined|joins|acceded|accedes|accession|admitted|admission|back|re-?joined|entered|entry)\b",
            re.IGNORECASE,
        ),
        "membership/join",
    ),
    (re.compile(r"\b(?:member|founder|founding|full|yes)\b|^[x✓✔●•+]$", re.IGNORECASE), "member"),
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MEMBER = re.compile(r"\b(?:members?|membership|join|joined|since|accession|in|standing|status)\b", re.IGNORECASE)
_MEMBERS = re.compile(r"\bmember(?:s|ship| states| countries)?\b", re.IGNORECASE)
_DAYS = frozenset(("joined", "left", "since", "ratified", "when"))
_SHORT = re.compile(r"\(([A-Z]{3,8})\)")
_BOTH = re.compile(r"(?:both|all|each)\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;/]")


def clubs(grid: Grid, page: Page) -> Iterator[Told]:
    """Who belongs to which organisation: a state a row and an organisation a column, the other way about, or one of them
    told over the table."""
    if grid.labelled and not _steps(grid, page):
        for row in grid.rows:
            yield from _labelled(row, page)
        return
    clubs_over = _of_columns(grid, "organisation")
    if clubs_over and _first(grid, "state"):
        for row in grid.rows:
            of = owners(row, row.cells[0])
            if of:
                yield _told(row, [(of[0], club, column) for column, club in clubs_over])
    elif not clubs_over and grid.has("organisation") and _first(grid, "state"):
        for row in grid.rows:
            yield from _move(row)
    elif _steps(grid, page):
        yield from _of_steps(grid, page)
    elif _first(grid, "organisation"):
        yield from _by_club(grid, page)
    elif (days := [c for c in grid.columns if _DAYS & set(c.means)]) and _first(grid, "state"):
        members = any(_MEMBERS.search(c.text) for _, c in grid.above) or grid.has("joined")
        club = next(lead_mentions(grid, page, "organisation"), None) if members else None
        joined = [c for c in days if {"joined", "left"} & set(c.means)] or days[:1]
        for row in grid.rows if club is not None else ():
            of = owners(row, row.cells[0])
            if of:
                yield _told(row, [(of[0], club, column) for column in joined])


def _move(row: Row) -> Iterator[Told]:
    """A state, an organisation, what became of the one in the other, and when: "Orlo | AU | withdrawal | 3 May 2021"."""
    of, cell = owners(row, row.cells[0]), row.cell("organisation")
    club = next(iter(_named(row, cell)), None) if cell is not None else None
    if not of or club is None:
        return
    for column, told in row.pairs():
        if told is not cell and column.place and (found := list(_standings(row, told, column))) and _how(told.text):
            yield _told(row, [(of[0], club, column)], found[0][1] or row.day())
            return


def _how(words: str) -> bool:
    return any(concept and pattern.search(words) for pattern, concept in _HOW)


_STEP = re.compile(
    r"\b(?:applica\w+|applied|observer|candidate|accession|acceded|admi(?:tted|ssion)|(?:full )?member(?:ship)?)\b",
    re.IGNORECASE,
)
_FEWEST = 2  # steps of an accession


def _steps(grid: Grid, page: Page) -> bool:
    """Whether rows tell the steps of a state's way into the organisation that the words over them name."""
    steps = [
        r for r in grid.rows if _STEP.search(r.cells[0].text) and not _named(r, r.cells[0]) and r.day() is not None
    ]
    return len(steps) >= _FEWEST and next(lead_mentions(grid, page, "organisation"), None) is not None


def _of_steps(grid: Grid, page: Page) -> Iterator[Told]:
    club = next(lead_mentions(grid, page, "organisation"), None)
    title = next((c for _, c in grid.above if club is not None and club.span in c.span), None)
    beside = (m for m in page.mentions if title is not None and m.type == "state" and m.span in title.span)
    named = next((m for m in beside if len(m.states) == 1), None)
    whose = (named.states[0], named.span) if named is not None else home(grid, page, ())
    for row in grid.rows if club is not None and whose is not None else ():
        step, when = _STEP.search(row.cells[0].text), row.day()
        concept = next((c for pattern, c in _HOW if pattern.search(row.cells[0].text)), "") if step else ""
        if concept and when is not None and whose is not None:
            state = Mention("state", whose[1], whose[0], whose[:1], form="name")
            status = standing(" ".join(c.text for c in row.cells), when, page.today)
            concept = "membership/join" if concept == "member" else concept
            clause = acts(concept, row, [(state, "subject"), (club, "object")], when, status)
            yield Told(row.line, (clause,), _CONCEPTS)


def _labelled(row: Row, page: Page) -> Iterator[Told]:
    """A label that names an organisation or tells of membership, for the state that the page is about: "WTO | member since
    1995", "Member of | APEC, OECD"."""
    label, value = row.cells[0], row.cells[1]
    own = owners(row, label)
    whose = (own[0].states[0], own[0].span) if own else home(row.grid, page, ())
    if whose is None:
        return
    if not own and (both := _both(row, page)):
        yield from both
        return
    state = Mention("state", whose[1], whose[0], whose[:1], form="name")
    named, listed = _named(row, label), row.within(value, "organisation")
    if len(named) == 1 and _MEMBERS.search(f"{label.text} {value.text}"):
        column = row.grid.columns[1]
        if any(True for _ in _standings(row, value, column)):
            yield _told(row, [(state, named[0], column)])
    elif listed and _MEMBERS.search(label.text):
        clauses = [acts("member", row, [(state, "subject"), (m, "object")], None, trigger=m.span) for m in listed]
        yield Told(row.line, tuple(clauses), _CONCEPTS)


def _both(row: Row, page: Page) -> list[Told]:
    """The two states of the page as members of a label's organisation: "Nile Union | both, since 1969"."""
    label, value = row.cells[0], row.cells[1]
    club = next(iter(_named(row, label)), None)
    if club is None or not _BOTH.match(value.text) or len(page.pair) < 2:
        return []
    pairs = zip(page.pair[:2], page.pair_spans[:2], strict=False)
    states = [Mention("state", at, code, (code,), form="name") for code, at in pairs]
    when = row.day_of(value)
    clauses = [acts("member", row, [(s, "subject"), (club, "object")], when, trigger=label.span) for s in states]
    return [Told(row.line, tuple(clauses), _CONCEPTS)]


def _by_club(grid: Grid, page: Page) -> Iterator[Told]:
    """An organisation a row: columns of states, or one of standing or of days, for the state that the table is about."""
    of = [(c, c.named) for c in _of_columns_of_states(grid)]
    told = next((c for c in grid.columns if c.place and "status" in c.means), None)
    told = told or next((c for c in grid.columns if {"since", "joined", "what"} & set(c.means)), None)
    for row in grid.rows:
        club = next(iter(_named(row, row.cells[0])), None)
        if club is None:
            continue
        if len(of) > 1:
            yield _told(row, [(state, club, column) for column, state in of])
        elif told is not None:
            state = of[0][1] if of else None
            if state is None and (whose := home(grid, page, ())) is not None:
                state = Mention("state", whose[1], whose[0], whose[:1], form="name")
            yield _told(row, [(state, club, told)], row.day("since", "joined"))


def _of_columns_of_states(grid: Grid) -> list[Column]:
    return [c for c in grid.columns[1:] if c.named is not None and c.named.type == "state"]


def _of_columns(grid: Grid, kind: str) -> list[tuple[Column, Mention]]:
    """The columns whose heads name organisations and little else; beside some that are known, those with a bracketed
    abbreviation too."""
    found = []
    for column in grid.columns:
        named = column.named
        if named is not None and named.type == kind and _is_head(column, named):
            found.append((column, named))
        elif (
            column.place
            and kind == "organisation"
            and (known := organisation(column.head.text.strip(" *†"))) is not None
        ):
            found.append((column, Mention("organisation", column.head.span, known.key, form="name")))
        elif column.place and found and (short := _SHORT.search(column.head.text)):
            span = Span(column.head.span.start + short.start(1), column.head.span.start + short.end(1))
            found.append((column, Mention("organisation", span, short[1], form="name")))
    return found


def _is_head(column: Column, named: Mention) -> bool:
    """Whether a head is an organisation's name or says who is its member: "CSTO", "In CEFTA since"."""
    rest = len(column.head.text) - (named.span.end - named.span.start)
    return rest < 4 or (_MEMBER.search(column.head.text) is not None and len(column.head.text.split()) < 6)


def _first(grid: Grid, kind: str) -> bool:
    """Whether most rows begin with a mention of a type."""
    find = owners if kind == "state" else _named
    named = sum(bool(find(row, row.cells[0])) for row in grid.rows)
    return 2 * named > len(grid.rows) > 0


def _named(row: Row, cell: Cell) -> list[Mention]:
    """The organisations that a cell names, by their letters too."""
    found = row.within(cell, "organisation")
    known = organisation(cell.text.strip(" *†")) if not found and cell.text else None
    return [Mention("organisation", cell.span, known.key, form="name")] if known is not None else found


def _told(row: Row, cells: list[tuple[Mention | None, Mention | None, Column]], since: Mention | None = None) -> Told:
    clauses: list[Clause] = []
    for state, club, column in cells:
        cell = next((c for k, c in row.pairs() if k.place == column.place), None)
        if cell is not None and state is not None and club is not None:
            for concept, when, span in _standings(row, cell, column):
                clauses.append(acts(concept, row, [(state, "subject"), (club, "object")], when or since, trigger=span))
    return Told(row.line, tuple(clauses), _CONCEPTS)


def _standings(row: Row, cell: Cell, column: Column) -> Iterator[tuple[str, Mention | None, Span]]:
    """What a cell says of a membership: "joined 2016", "withdrew 2022, back 2023", "member", a bare year."""
    at = 0
    for part in _PARTS.split(cell.text):
        lead = len(part) - len(part.lstrip())
        words = part.strip()
        start = cell.span.start + at + lead
        own = Cell(words, Span(start, start + max(len(words), 1)))
        at += len(part) + 1
        concept = next((c for pattern, c in _HOW if pattern.search(words)), None)
        when = row.day_of(own) if _YEAR.search(words) else None
        if concept is None and when is not None and len(words) < 20:
            concept = "membership/leave" if "left" in column.means else "membership/join"
        if concept:
            yield ("membership/join" if concept == "member" and when is not None else concept), when, own.span
