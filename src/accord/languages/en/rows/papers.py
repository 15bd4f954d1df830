"""Tables of papers: a row a paper with its days and what became of it, or a row a state that signed and ratified one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.grid import Column, Grid, Row
from accord.languages.en.rows.page import Page, Told, acts, city, home, lead_mentions, owners, standing
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.topics import topics_of
from accord.languages.views import Clause, Mention

__all__ = ["papers"]

_CONCEPTS = frozenset(
    "sign adopt initial negotiate ratify approve exchange enter-force extend suspend terminate expire".split()
)
_COLUMNS = {"signed": "sign", "ratified": "ratify", "in-force": "enter-force"}
_DONE = (
    ("terminate", r"terminat\w+|notice of termination|denounced|abrogated|annulled|repealed"),
    ("suspend", r"suspended"),
    ("expire", r"expired|lapsed"),
    ("extend", r"prolonged|extended|renewed"),
    ("negotiate", r"under negotiation|drafts? exchanged|negotiat\w+|being drafted|in drafting|draft(?:ed)?"),
    ("initial", r"initiall?ed"),
    ("enter-force", r"(?:entered |entry )?in(?:to)? force|effective|took effect|applied since"),
    ("ratify", r"ratif\w+|parliament"),
    ("approve", r"approved"),
    ("sign", r"signed|signature|concluded"),
)
_PARTS = [(concept, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for concept, words in _DONE]
_NOT = re.compile(r"\b(?:not|never|no|yet to|refuse[sd]?|awaiting|awaits|pending|needs|before)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:to|until|till)\b\s*(?=\S*\d)", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:\(|: | – | — | - ).*")
_ENUMERATED = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+")
_WORDS = re.compile(r"[^\W\d_]+")
_LEAST = 0.5
_LABEL = 80  # characters; a label is shorter
_PARTED = re.compile(r";|,(?= [a-z])")
_BRIEF = 8  # characters; a title is longer


@dataclass(frozen=True, slots=True)
class _Act:
    """What was done with a paper, when, where the words stand that say so, and how far it has come."""

    concept: str
    when: Mention | None
    span: Span
    status: str = "reported"
    until: Mention | None = None


def papers(grid: Grid, page: Page) -> Iterator[Told]:
    """What rows tell of papers."""
    listed = _titles(grid) if not grid.labelled else None
    if grid.labelled:
        for row in grid.rows:
            yield from _labelled(row, page)
    elif listed is not None:
        for row in grid.rows:
            yield from _listed(row, page, listed)
    elif any(grid.has(m) for m in _COLUMNS) and _of_states(grid):
        yield from _by_state(grid, page)
    elif (named := _over(grid, page)) is not None and named[2] and grid.has("with") and _dated(grid):
        for row in grid.rows:
            yield from _with_partner(row, page, *named[:2])
    else:
        yield from _turned(grid, page)


def _titles(grid: Grid) -> Column | None:
    """The column that names papers; under "agreement" or "act" they may be called by their subjects alone."""
    for column in sorted(grid.columns, key=lambda c: "title" not in c.means):
        told = [c for row in grid.rows for k, c in row.pairs() if k.place == column.place]
        named = column.named is None and sum(bool(_form(c.text)) for c in told) > _LEAST * len(grid.rows)
        headed = "title" in column.means and (
            _form(column.head.text) != "" or "act" in column.head.text.lower().split()
        )
        if headed and grid.head is not None and _dated(grid) and not named:
            return column if sum(len(c.text) > _BRIEF for c in told) > _LEAST * len(grid.rows) else None
        if named and ("title" in column.means or (column.means in ((), ("what",)) and _dated(grid))):
            return column
    return None


def _dated(grid: Grid) -> bool:
    return any(grid.has(m) for m in (*_COLUMNS, "when", "status", "what"))


def _of_states(grid: Grid) -> bool:
    named = sum(any(True for _ in row.within(row.cells[0], "state")) for row in grid.rows)
    return 2 * named > len(grid.rows) > 0


def _form(words: str) -> str:
    """The form of the paper that words name, "agreement" for those that have none of their own; "" where they name none."""
    known = table("things")["papers"]
    return next((known[w] or "agreement" for w in map(str.lower, _WORDS.findall(words)) if w in known), "")


def _paper(words: str, span: Span, states: Sequence[tuple[str, Span]], form: str = "") -> Mention:
    title = _ENUMERATED.sub("", words)
    return Mention(
        "paper",
        span,
        title,
        tuple(s for s, _ in states),
        tuple(p for _, p in states),
        form=_form(title) or form,
        topics=topics_of([w.lower() for w in _WORDS.findall(title)]),
        attributes={"titled": True, "telling": True, "listed": True, "head": ""},
    )


def _listed(row: Row, page: Page, column: Column) -> Iterator[Told]:
    """A row that names a paper."""
    title = next((c for k, c in row.pairs() if k.place == column.place), None)
    if title is None or not (_form(title.text) or _form(column.head.text) or "title" in column.means):
        return
    paper = _paper(title.text, title.span, _sides(row, page, title), _form(column.head.text))
    done = [*_by_columns(row, page), *_by_words(row, page)]
    if not done and (lead := _by_lead(row, page)) is not None:
        done = [lead]
    if not done or len(paper.states) < 2:
        return
    place = city(row, row.cell("signed-at", "where"))
    clauses = [_clause(act, row, paper, place) for act in done]
    yield Told(row.line, tuple(clauses), _CONCEPTS, frozenset(("paper",)))


def _labelled(row: Row, page: Page) -> Iterator[Told]:
    """A label that names a paper, and what became of it: "Joint Declaration | initialled in May 2021"."""
    label = row.cells[0]
    if not _form(label.text) or len(label.text) > _LABEL or not _titled(label.text):
        return
    done = [a for cell in row.cells[1:] for a in _in_words(row, page, cell) if a.when is not None]
    sides = _sides(row, page, label)
    if done and len(sides) > 1:
        paper = _paper(label.text, label.span, sides)
        yield Told(row.line, tuple(_clause(a, row, paper, None) for a in done), _CONCEPTS, frozenset(("paper",)))


def _titled(words: str) -> bool:
    """Whether words name one paper by more than its form."""
    return len(_WORDS.findall(words)) > 1 and not re.search(
        r"\b(?:number|signed|agreements|treaties|latest|last)\b", words.lower()
    )


def _clause(act: _Act, row: Row, paper: Mention, place: Mention | None) -> Clause:
    when = act.when
    if act.concept == "extend" and when is not None:
        when = when.but(attributes={**when.attributes, "part": "on"})
    place = place if act.concept in ("sign", "initial") else None
    arguments = [(paper, "object"), (place, "at"), (act.until, "until")]
    return acts(act.concept, row, arguments, when, act.status, act.span)


def _sides(row: Row, page: Page, title: Cell) -> list[tuple[str, Span]]:
    """The states between which a paper of a row is: of its partner's column, its title, the heads of columns for each side;
    filled up by the one whose table it is."""
    found: dict[str, Span] = {}
    for cell in (row.cell("with", "host", "sender"), title):
        for mention in owners(row, cell):
            if cell is not title or mention.form not in ("capital",):
                for code in mention.states:
                    found.setdefault(code, mention.span)
    if len(found) < 2:
        sides = [c.named for c in row.grid.columns if c.named is not None and c.named.type == "state"]
        for mention in sides if len(sides) == 2 else ():
            found.setdefault(mention.states[0], mention.span)
    while len(found) < 2 and (more := home(row.grid, page, found)) is not None:
        found[more[0]] = more[1]
    return list(found.items())


def _by_columns(row: Row, page: Page) -> Iterator[_Act]:
    """What the columns of days tell: signed, ratified, in force."""
    for column, cell in row.pairs():
        concept = next((_COLUMNS[m] for m in column.means if m in _COLUMNS), "")
        when = row.day_of(cell) if concept else None
        if when is not None:
            concept = "initial" if concept == "sign" and "initial" in column.head.text.lower() else concept
            yield _Act(concept, when, cell.span, standing(cell.text, when, page.today))
    if not row.grid.has("signed") and row.grid.has("when") and not row.cell("what", "status"):
        told = row.cell("when")
        if told is not None and (when := row.day_of(told)) is not None and not list(_by_words(row, page)):
            yield _Act("sign", when, told.span, standing(told.text, when, page.today))


def _by_words(row: Row, page: Page) -> Iterator[_Act]:
    """What the words under "status" and "change" tell: "in force since 2019; extended to 2030"."""
    for cell in (*row.all("status"), *row.all("what"), *row.all("notes")):
        if not _form(cell.text):
            yield from _in_words(row, page, cell)


def _in_words(row: Row, page: Page, cell: Cell) -> Iterator[_Act]:
    """What the parts of a cell tell."""
    at = cell.span.start
    for part in _PARTED.split(cell.text):
        start, at = at, at + len(part) + 1
        if part.strip():
            own = Cell(part, Span(start, start + len(part)))
            concept = next((c for c, pattern in _PARTS if pattern.search(part)), "")
            if not concept or _NOT.search(part):
                continue
            until = None
            if concept == "extend" and (limit := _UNTIL.search(part)) is not None:
                behind = Cell(part[limit.end() :], Span(start + limit.end(), start + len(part)))
                first = re.match(r"(?:19|20)\d\d\b", behind.text)
                until = row.day_of(Cell(first[0], Span(behind.span.start, behind.span.start + 4)) if first else behind)
            when = row.day_of(own)
            if until is not None and when is not None and when.span.overlaps(until.span):
                others = (d for d in row.dates if d.span in own.span and d.period is not None)
                when = next((d for d in others if not d.span.overlaps(until.span)), None)
            if when is None and not row.grid.has("signed") and concept != "extend":
                when = row.day("when")
            yield _Act(concept, when, own.span, standing(part, when, page.today), until)


def _by_lead(row: Row, page: Page) -> _Act | None:
    """What the words over a table say was done with all its papers: "the following were signed:"."""
    for index, cell in row.grid.above:
        for clause in page.clauses:
            if clause.sentence == index and clause.concept in _CONCEPTS and clause.trigger in cell.span:
                return _Act(clause.concept, clause.when, clause.trigger, clause.status)
    return None


def _by_state(grid: Grid, page: Page) -> Iterator[Told]:
    """A state a row, its days of signing and ratifying under the heads of columns: of the paper named over the table, or, where
    that speaks of several, each with the state whose table it is."""
    named = _over(grid, page)
    if named is None:
        return
    title, span, several = named
    days = {
        (row.line, act.concept): (row, act)
        for row in grid.rows
        for act in _by_columns(row, page)
        if owners(row, row.cells[0])
    }
    shared = () if several else _shared(list(days.values()))
    for row in grid.rows:
        of = [m for m in owners(row, row.cells[0]) if m.type == "state"]
        sides = [(of[0].states[0], of[0].span)] if of else []
        if several and sides and (whose := home(grid, page, (sides[0][0],))) is not None:
            sides.append(whose)
        done = [a for r, a in days.values() if r is row and a.concept not in shared]
        clauses = [_clause(a, row, _paper(title, span, sides), None) for a in done] if sides else []
        yield Told(row.line, tuple(clauses), _CONCEPTS, frozenset(("paper",)))
    for concept in shared:
        all_of = [(r, a) for r, a in days.values() if a.concept == concept]
        sides = [(m.states[0], m.span) for r, _ in all_of for m in owners(r, r.cells[0])[:1]]
        yield Told(all_of[0][0].line, (_clause(all_of[0][1], all_of[0][0], _paper(title, span, sides), None),))


def _with_partner(row: Row, page: Page, title: str, span: Span) -> Iterator[Told]:
    """A row that tells how far a paper has come with its partner, of those that the words over the table speak of."""
    of = [m for m in owners(row, row.cell("with")) if m.type == "state"]
    whose = home(row.grid, page, of[0].states) if of else None
    done = [*_by_columns(row, page), *_by_words(row, page)]
    if whose is None or not done:
        return
    paper = _paper(title, span, [(of[0].states[0], of[0].span), whose])
    yield Told(row.line, tuple(_clause(a, row, paper, None) for a in done), _CONCEPTS, frozenset(("paper",)))


def _shared(done: Sequence[tuple[Row, _Act]]) -> tuple[str, ...]:
    """What all did on one day, and so together: a convention enters into force."""
    days = [a.when.period for _, a in done if a.concept == "enter-force" and a.when is not None]
    return ("enter-force",) if len(days) > 1 and len(set(days)) == 1 else ()


def _over(grid: Grid, page: Page) -> tuple[str, Span, bool] | None:
    """The title of the paper that stands over a table, its words, and whether it is several."""
    found = []
    for _, cell in grid.above:
        title = _ENDS.sub("", cell.text) if len(cell.text) < 200 else ""
        words = _WORDS.findall(title)
        if len(words) > 2 and _form(title) and any(w[0].isupper() for w in words[1:]):
            heads = {w.lower() for w in words} & table("things")["papers"].keys()
            several = any(w.endswith(("ies", "nts", "ols", "mous", "ons", "nda")) for w in heads) and not (
                heads & {"convention", "agreement", "treaty", "protocol"}
            )
            found.append((title, Span(cell.span.start, cell.span.start + len(title)), several))
    mentions = [m for m in lead_mentions(grid, page, "paper") if len(m.name.split()) > 2 and not m.definite]
    best = [(m.name, m.span, bool(m.attributes.get("plural"))) for m in mentions] + found
    return best[0] if best else None


def _turned(grid: Grid, page: Page) -> Iterator[Told]:
    """A state a column and a row for signing, for ratifying, for taking effect."""
    sides = [c for c in grid.columns[1:] if c.named is not None and c.named.type == "state"]
    named = _over(grid, page) if len(sides) > 1 else None
    if named is None:
        return
    title, span, _ = named
    for row in grid.rows:
        concept = next((c for c, pattern in _PARTS if pattern.search(row.cells[0].text)), "")
        if not concept or len(row.cells[0].text.split()) > 6:
            continue
        cells = [(c, k.named) for k, c in row.pairs() if k in sides and k.named is not None]
        days = [(c, m, d) for c, m in cells if (d := row.day_of(c)) is not None]
        one = len({d.period for _, _, d in days}) == 1 and concept == "enter-force"
        groups = [days] if one and days else [[d] for d in days]
        clauses = []
        for group in groups:
            paper = _paper(title, span, [(m.states[0], m.span) for _, m, _ in group])
            act = _Act(concept, group[0][2], group[0][0].span, standing(group[0][0].text, group[0][2], page.today))
            clauses.append(_clause(act, row, paper, None))
        if clauses:
            yield Told(row.line, tuple(clauses), _CONCEPTS, frozenset(("paper",)))
