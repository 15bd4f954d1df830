"""What tables of things tell, in the place of what their rows tell when they are read as sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from accord.document import Span
from accord.languages.en.rows.clubs import clubs
from accord.languages.en.rows.grid import Grid, grids
from accord.languages.en.rows.missions import missions
from accord.languages.en.rows.page import Page, Told
from accord.languages.en.rows.papers import papers
from accord.languages.en.rows.sessions import sessions
from accord.languages.en.rows.travels import travels
from accord.languages.en.text.phrases import Line
from accord.languages.views import Clause, Mention
from accord.values import Period

__all__ = ["READERS", "with_rows"]

READERS: tuple[Callable[[Grid, Page], Iterator[Told]], ...] = (clubs, missions, papers, sessions, travels)
_DONE = frozenset("when signed ratified in-force deposited opened".split())
_LONG = 1000  # days; a calendar looks less far ahead
_FIGURES = ("figure", "last-figure")


def with_rows(
    lines: Sequence[Line],
    mentions: list[Mention],
    clauses: list[Clause],
    pair: tuple[str, ...],
    pair_spans: tuple[Span, ...],
    today: Period | None,
) -> tuple[list[Mention], list[Clause], frozenset[int], frozenset[int]]:
    """The mentions and clauses of a document with those of its tables: what a row tells as a row of its grid takes the
    place of what its sentence tells of the same. The lines of heads, which tell nothing, come third, those of the rows that
    are told fourth."""
    tables = grids(lines, mentions)
    if not tables:
        return mentions, clauses, frozenset(), frozenset()
    told = [
        t
        for grid in tables
        for reader in READERS
        for t in reader(grid, Page(lines, mentions, clauses, pair, pair_spans, _day(grid, today)))
    ]
    heads = frozenset(grid.head for grid in tables if grid.head is not None)
    kept = [
        c for c in clauses if (c.sentence not in heads or c.concept in _FIGURES) and not any(_same(c, t) for t in told)
    ]
    gone = {(t.line, kind) for t in told for kind in t.about}
    spans = [(lines[line].span, kind) for line, kind in sorted(gone)]
    left = [m for m in mentions if not any(m.type == kind and m.span in span for span, kind in spans)]
    return left, [*kept, *(c for t in told for c in t.clauses)], heads, frozenset(t.line for t in told if t.clauses)


def _day(grid: Grid, today: Period | None) -> Period | None:
    """The day of the document, unless what rows tell as done comes years after it: then it is another one's, that of a paper
    perhaps."""
    if today is None:
        return None
    cells = [(r, c) for r in grid.rows for k, c in r.pairs() if _DONE & set(k.means)]
    days = [d.period for r, c in cells if (d := r.day_of(c)) is not None and d.period is not None]
    return None if any((day.first - today.last).days > _LONG for day in days) else today


def _same(clause: Clause, told: Told) -> bool:
    """Whether a clause of a sentence is what the row tells otherwise."""
    if clause.sentence != told.line or clause.concept in _FIGURES:
        return False
    return clause.concept in told.instead or any(a.mention.type in told.about for a in clause.arguments)
