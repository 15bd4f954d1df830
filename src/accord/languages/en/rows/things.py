"""Tables of things (links, crossings, works, tasks, incidents, measures): what their rows tell takes the place of what the
readers of sentences made of the same rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages.en.rows.clashes import clash_rows
from accord.languages.en.rows.grid import Grid, grids
from accord.languages.en.rows.happenings import happening_rows
from accord.languages.en.rows.posts import post_rows
from accord.languages.en.rows.routes import route_rows
from accord.languages.en.rows.sides import Pair
from accord.languages.en.rows.tasks import task_rows, work_tasks
from accord.languages.en.rows.turned import upright
from accord.languages.en.rows.works import work_rows
from accord.languages.en.text.phrases import Line
from accord.languages.views import Clause, Mention
from accord.values import Period

__all__ = ["with_things"]


def with_things(
    lines: Sequence[Line],
    mentions: Sequence[Mention],
    clauses: Sequence[Clause],
    pair: tuple[str, ...],
    pair_spans: tuple[Span, ...],
    today: Period | None,
) -> list[Clause]:
    """The clauses with those of tables of things in the place of what sentences told of the same rows."""
    both = Pair(pair, pair_spans)
    found: list[Clause] = []
    for grid in grids(lines, mentions):
        if not grid.time and today is not None:
            grid.time = f"{today.first.year}"
        found += _told(grid, lines, both, today)
    if not found:
        return list(clauses)
    told = {(c.sentence, _family(c)) for c in found}
    rows = {c.sentence for c in found}
    kept = (c for c in clauses if (c.sentence, _family(c)) not in told and not _loose(c, rows))
    return [*kept, *found]


def _told(grid: Grid, lines: Sequence[Line], pair: Pair, today: Period | None) -> Iterator[Clause]:
    """What the rows of a table tell, by what it is a table of."""
    yield from route_rows(grid, lines, today)
    yield from post_rows(grid, pair, today)
    yield from work_rows(upright(grid), lines, pair, today)
    yield from work_tasks(grid, lines, pair, today)
    yield from task_rows(grid, lines, pair, today)
    yield from clash_rows(grid, lines, pair)
    yield from happening_rows(grid, lines, pair, today)


def _family(clause: Clause) -> str:
    """What a clause is of: a link, a crossing, a work, an incident, a deed."""
    return clause.concept.partition("/")[0].removesuffix("-last").removesuffix("-doubted")


def _loose(clause: Clause, rows: set[int]) -> bool:
    """Whether a clause is a figure read from a row of things, whose numbers are what their columns say."""
    return clause.sentence in rows and clause.concept in ("figure", "last-figure")
