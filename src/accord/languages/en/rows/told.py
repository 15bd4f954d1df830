"""What tables of things tell, in the place of what their rows tell when they are read as sentences."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from accord.document import Span
from accord.languages.en.learnt.guesses import ALL
from accord.languages.en.rows.clubs import clubs
from accord.languages.en.rows.grid import Grid, grids
from accord.languages.en.rows.missions import missions
from accord.languages.en.rows.page import Page, Told
from accord.languages.en.rows.papers import papers
from accord.languages.en.rows.sessions import sessions
from accord.languages.en.rows.things import things
from accord.languages.en.rows.travels import travels
from accord.languages.en.text.phrases import Line
from accord.languages.views import Clause, Mention
from accord.values import Period

__all__ = ["READERS", "in_cells", "with_rows"]

READERS: tuple[Callable[[Grid, Page], Iterator[Told]], ...] = (clubs, missions, papers, sessions, travels)
_NAMES = frozenset(("crossing", "project", "event", "transport", "body"))
_DONE = frozenset("when signed ratified in-force deposited opened".split())
_LONG = 1000  # days; a calendar looks less far ahead
_FIGURES = ("figure", "last-figure")


def in_cells(text: str, lines: Sequence[Line], mentions: list[Mention]) -> list[Mention]:
    """The mentions, names that run over the edge of a cell cut there."""
    if not any(line.kind == "row" for line in lines):
        return mentions
    return [_cut(m, text.find("\t", m.span.start, m.span.end)) if m.type in _NAMES else m for m in mentions]


def _cut(mention: Mention, edge: int) -> Mention:
    if edge < 0:
        return mention
    span = Span(mention.span.start, edge)
    return mention.but(span=span, name=mention.name.partition("\t")[0].strip()) if edge > span.start else mention


def with_rows(
    lines: Sequence[Line],
    mentions: list[Mention],
    clauses: list[Clause],
    pair: tuple[str, ...],
    pair_spans: tuple[Span, ...],
    today: Period | None,
) -> tuple[list[Mention], list[Clause], Mapping[int, Collection[str]], frozenset[int]]:
    """The mentions and clauses of a document with those of its tables: what a row tells as a row of its grid takes the
    place of what its sentence tells of the same. What lines tell no more by themselves comes third (those of heads nothing,
    rows of things no figures), the lines of the rows that are told fourth."""
    tables = grids(lines, mentions)
    if not tables:
        return mentions, clauses, {}, frozenset()
    told = [
        t
        for grid in tables
        for reader in READERS
        for t in reader(grid, Page(lines, mentions, clauses, pair, pair_spans, _day(grid, today)))
    ]
    page = Page(lines, mentions, clauses, pair, pair_spans, today)
    of_things = [t for grid in tables for t in things(grid, page)]
    told += of_things
    heads = frozenset(grid.head for grid in tables if grid.head is not None and grid.rows)
    kept = [
        c for c in clauses if (c.sentence not in heads or c.concept in _FIGURES) and not any(_same(c, t) for t in told)
    ]
    gone = {(t.line, kind) for t in told for kind in t.about}
    spans = [(lines[line].span, kind) for line, kind in sorted(gone)]
    left = [m for m in mentions if not any(m.type == kind and m.span in span for span, kind in spans)]
    silent = {t.line: ("indicator",) for t in of_things} | dict.fromkeys(heads, ALL)
    rows = frozenset(t.line for t in told if t.clauses)
    return left, [*kept, *(c for t in told for c in t.clauses)], silent, rows


def _day(grid: Grid, today: Period | None) -> Period | None:
    """The day of the document, unless what rows tell as done comes years after it: then it is another one's, that of a paper
    perhaps."""
    if today is None:
        return None
    cells = [(r, c) for r in grid.rows for k, c in r.pairs() if _DONE & set(k.means)]
    days = [d.period for r, c in cells if (d := r.day_of(c)) is not None and d.period is not None]
    return None if any((day.first - today.last).days > _LONG for day in days) else today


def _same(clause: Clause, told: Told) -> bool:
    """Whether a clause of a sentence is what the row tells otherwise; a figure is, where the row tells figures."""
    if clause.sentence != told.line:
        return False
    if clause.concept in _FIGURES:
        return clause.concept in told.instead and any(c.concept in _FIGURES for c in told.clauses)
    return clause.concept in told.instead or any(a.mention.type in told.about for a in clause.arguments)
