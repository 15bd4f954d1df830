"""What the readers of rows share: the page that a table stands on, what rows tell, how far it has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from accord.document import Span
from accord.gazetteer import all_states, names
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.grid import Grid, Row
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = [
    "Page",
    "Told",
    "acts",
    "city",
    "direction",
    "first_name",
    "home",
    "lead_mentions",
    "owners",
    "standing",
    "titled",
]


@dataclass(frozen=True, slots=True)
class Page:
    """The document that tables stand in: its sentences, what they name and do, the states it is about, its day."""

    lines: Sequence[Line]
    mentions: Sequence[Mention]
    clauses: Sequence[Clause]
    pair: tuple[str, ...] = ()
    pair_spans: tuple[Span, ...] = ()
    today: Period | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells: `clauses` in the place of those of its sentence that have one of the concepts `instead` or speak of
    mentions of the types `about`."""

    line: int
    clauses: tuple[Clause, ...] = ()
    instead: frozenset[str] = frozenset()
    about: frozenset[str] = field(default=frozenset())


_STANDINGS = (
    ("cancelled", re.compile(r"\b(?:cancel\w*|called off|abandon\w*|scrapped)\b", re.IGNORECASE)),
    ("postponed", re.compile(r"\b(?:postpon\w*|deferred|put off|adjourned|delayed)\b", re.IGNORECASE)),
    (
        "planned",
        re.compile(
            r"\b(?:planned|scheduled|to be|upcoming|expected|forthcoming|awaiting|awaits|pending|t\.?b\.?[cd]\.?|foreseen|to come|tentative)\b",
            re.IGNORECASE,
        ),
    ),
    ("proposed", re.compile(r"\b(?:proposed|requested|suggested)\b", re.IGNORECASE)),
)


def standing(words: str, when: Mention | None, today: Period | None) -> str:
    """How far something has come by the words of its cells: planned, postponed, cancelled; what is dated after the
    document's day is planned."""
    told = next((status for status, pattern in _STANDINGS if pattern.search(words)), "reported")
    late = when is not None and when.period is not None and today is not None and when.period.first > today.last
    return "planned" if told == "reported" and late else told


def acts(
    concept: str,
    row: Row,
    arguments: Iterable[tuple[Mention | None, str]],
    when: Mention | None,
    status: str = "reported",
    trigger: Span | None = None,
) -> Clause:
    """Something that a row tells, as a clause of its whole line."""
    told = tuple(Argument(m, part) for m, part in arguments if m is not None)
    when = when and when.begun()  # done then, and so since
    tense = "future" if status in ("planned", "proposed") else "past"
    return Clause(concept, trigger or row.span, row.span, row.line, told, when, status, tense)


_CODE = re.compile(r"\(([A-Z]{3})\)")


@cache
def _codes() -> frozenset[str]:
    return frozenset(state.alpha3 for state in all_states())


@cache
def _called() -> dict[str, str]:
    """The states by their names."""
    return {surface: code for surface, code, kind in names() if kind in ("name", "official")}


def owners(row: Row, cell: Cell | None) -> tuple[Mention, ...]:
    """The states that a cell names, by name, city, code or holder of office, in its order."""
    if cell is None:
        return ()
    found = [m for m in row.within(cell, "state", "place", "office", "person") if m.states]
    for match in _CODE.finditer(cell.text):
        span = Span(cell.span.start + match.start(1), cell.span.start + match.end(1))
        if match[1] in _codes() and not any(m.span.overlaps(span) for m in found):
            found.append(Mention("state", span, match[1], (match[1],), form="name"))
    if not found and (code := _called().get(cell.text)) is not None:
        found.append(Mention("state", cell.span, code, (code,), form="name"))  # in a name that joins two cells
    return tuple(sorted(found, key=lambda m: m.span.start))


def city(row: Row, cell: Cell | None) -> Mention | None:
    """The place that a cell names, no state; without one that is known, the words of the cell if they are a name."""
    for mention in row.within(cell, "place", "state"):
        if mention.type == "place" or mention.form == "capital":
            name = mention.attributes.get("name", mention.name)
            return mention.but(type="place", attributes={**mention.attributes, "name": name})
    return None


def lead_mentions(grid: Grid, page: Page, *types: str) -> Iterator[Mention]:
    """The mentions of the words over a table, nearest line first."""
    for _, cell in grid.above:
        yield from (m for m in page.mentions if m.type in types and m.span in cell.span)


_TO = re.compile(r"\b(?:to|in|into|hosted by|received by|for)\s+(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|by|of)\s+(?:the\s+)?$", re.IGNORECASE)


def direction(grid: Grid, page: Page, section: str = "") -> tuple[tuple[str, Span] | None, tuple[str, Span] | None]:
    """From where to where the words over a table, or the row over its part, say that people went."""
    found: dict[bool, tuple[str, Span]] = {}
    for _, cell in grid.above:
        for mention in page.mentions:
            if (
                mention.type not in ("state", "office", "place")
                or len(mention.states) != 1
                or mention.span not in cell.span
            ):
                continue
            before = cell.text[: mention.span.start - cell.span.start]
            goes = bool(_TO.search(before)) and mention.form != "demonym"
            if goes or _FROM.search(before) or mention.form == "demonym":
                found.setdefault(goes, (mention.states[0], mention.span))
        if found:
            break
    return found.get(False), found.get(True)


def home(grid: Grid, page: Page, others: Iterable[str]) -> tuple[str, Span] | None:
    """The state whose table it is: the first over the table that its rows do not name, else of those that the page is
    about."""
    named = set(others)
    for mention in lead_mentions(grid, page, "state", "office", "person"):
        for code in mention.states:
            if code not in named:
                return code, mention.span
    return next(((s, p) for s, p in zip(page.pair, page.pair_spans, strict=False) if s not in named), None)


_OVER = 3  # lines over a table that may say what it is a table of


def titled(grid: Grid, title: re.Pattern, *means: str) -> bool:
    """Whether the words over a table say what its things are; and a column of one of these meanings, if any is asked for,
    what became of them."""
    if means and not any(grid.has(m) for m in means):
        return False
    return any(title.search(cell.text) for _, cell in grid.above[:_OVER] if len(cell.text) < _TITLE)


_TITLE = 120  # characters; what is longer speaks of more than a table
_NAMING = ("where", "title", "what")


def first_name(row: Row) -> Cell | None:
    """The cell that names a row's thing where no head says which: the first one that opens with a capital and tells neither
    a state nor a day."""
    for column, cell in row.pairs():
        known = set(column.means) - set(_NAMING) if column.head.text else set()
        if not known and cell.text[:1].isupper() and row.day_of(cell) is None and not row.within(cell, "person"):
            return cell if not any(m.span == cell.span for m in row.within(cell, "state", "organisation")) else None
    return None
