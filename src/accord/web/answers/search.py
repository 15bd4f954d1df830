"""Search: records in whose quotes or values words stand, and states by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from accord.gazetteer import display, resolve
from accord.store.wording import CLOSE, OPEN
from accord.web.desk import TheDesk
from accord.web.question import Cursor, Limit, Question, Table, paged
from accord.web.telling import Line

__all__ = ["QUESTIONS"]

_MOST = 500  # passages of which the best are shown
_Words = Annotated[str, Query(max_length=200, description="All of them must stand in a quote or a value.")]


@dataclass(frozen=True, slots=True)
class Hit:
    """A record with a snippet of a quote, cut where the words found begin and end."""

    line: Line
    document: str
    snippet: list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Results:
    """What was found, best first; `states` where the words name one. `more` tells that the words stand in more passages
    than are counted: in `total` of those that were ranked, and the best of these are `hits`."""

    q: str
    states: list[tuple[str, str]]
    total: int
    more: bool
    hits: list[Hit]
    next: str | None


def search(desk: TheDesk, q: _Words = "", cursor: Cursor = "", limit: Limit = 25) -> Results:
    """Records by their words."""
    over = bool(q.strip()) and desk.store.over(q, _MOST)
    end = (int(cursor) if cursor.isdecimal() else 0) + limit
    hits = desk.store.hits(q, limit=min(2 * end, _MOST) if over else _MOST) if q.strip() else []
    some, more = paged(hits, cursor, limit)
    lines = {line.id: line for line in desk.lines([hit.record for hit in some])}
    named = [code] if q.strip() and (code := resolve(q.strip())) else []
    return Results(
        q,
        [(code, display(code)) for code in named],
        _MOST if over else len(hits),
        over,
        [Hit(lines[h.record], p.doc, _cut(p.snippet)) for h, p in zip(some, desk.store.passages(q, some), strict=True)],
        more,
    )


def _cut(snippet: str) -> list[tuple[str, bool]]:
    """The stretches of a snippet, each with whether it is what was looked for."""
    found = []
    for piece in snippet.split(OPEN):
        inside, close, after = piece.partition(CLOSE)
        found += [(inside, bool(close)), (after, False)]
    return [(text, hit) for text, hit in found if text]


def _table(answer: Results) -> Table:
    header = ("id", "kind", "date", "sentence", "document")
    return header, [(h.line.id, h.line.kind, h.line.date, h.line.sentence, h.document) for h in answer.hits]


QUESTIONS = (Question("/search", search, "search.html", _table),)
