"""Tables of things: links, crossings, works, tasks, incidents, exercises and sanctions, each row by what its table is of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from accord.languages.en.rows.clashes import clash_rows
from accord.languages.en.rows.grid import Grid
from accord.languages.en.rows.happenings import happening_rows
from accord.languages.en.rows.page import Page, Told
from accord.languages.en.rows.posts import post_rows
from accord.languages.en.rows.routes import route_rows
from accord.languages.en.rows.sides import Pair
from accord.languages.en.rows.tasks import task_rows, work_tasks
from accord.languages.en.rows.turned import upright
from accord.languages.en.rows.works import work_rows
from accord.languages.views import Clause

__all__ = ["things"]

_NO_TASK = ("deed", "incident")
_LAST = ("last", "doubted")  # readers of sentences that tell of the same things


def things(grid: Grid, page: Page) -> Iterator[Told]:
    """What the rows of a table of things tell; their numbers are no figures but what their columns say."""
    if not grid.time and page.today is not None:
        grid.near = f"{page.today.first.year}"
    lines: dict[int, list[Clause]] = {}
    for clause in _clauses(grid, page):
        lines.setdefault(clause.sentence, []).append(clause)
    for clause in task_rows(grid, page.lines, Pair(page.pair, page.pair_spans), page.today):
        if not any(c.concept in _NO_TASK or c.concept.startswith("transport/") for c in lines.get(clause.sentence, ())):
            lines.setdefault(clause.sentence, []).append(clause)
    yield from _instead(lines, page, ("figure",))


def _instead(lines: Mapping[int, list[Clause]], page: Page, also: Collection[str] = ()) -> Iterator[Told]:
    """What lines tell, in the place of what their sentences tell of the same."""
    concepts = frozenset(c.concept for c in page.clauses)
    for line, found in lines.items():
        families = {_family(c.concept) for c in found}.union(also)
        yield Told(line, tuple(found), frozenset(c for c in concepts if _family(c) in families))


def _clauses(grid: Grid, page: Page) -> Iterator[Clause]:
    pair, today = Pair(page.pair, page.pair_spans), page.today
    yield from route_rows(grid, page)
    yield from post_rows(grid, pair, today)
    yield from work_rows(upright(grid), page.lines, pair, today)
    yield from work_tasks(grid, page.lines, pair, today)
    yield from clash_rows(grid, page.lines, pair)
    yield from happening_rows(grid, page)


def _family(concept: str) -> str:
    """What a clause is of: a link, a crossing, a work, an incident, a deed, a figure."""
    first = concept.partition("/")[0]
    return next((part for part in first.split("-") if part not in _LAST), first)
