"""Why not? What became of some words, a name, a document or a record: shown, withheld, doubtful, skipped, never read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from accord.desk.why import BECAME, at_once
from accord.store import SMALL
from accord.web.asked import States, both_names
from accord.web.desk import TheDesk
from accord.web.question import Cursor, Limit, Question, Table, paged

__all__ = ["QUESTIONS"]

_Words = Annotated[str, Query(max_length=200, description="Words, a name, a document's name or a record's id.")]


@dataclass(frozen=True, slots=True)
class Became:
    """What became of the words in one place. `record` and `document` (a hash) are empty where there is none to open."""

    became: str
    reason: str
    what: str
    record: str
    doc: str
    document: str


@dataclass(frozen=True, slots=True)
class Why:
    """The answers, records first. There is always one, but where `quick`: in a large store only the records that have the
    words best are answered of, and neither texts without a claim nor names that are spelled otherwise are looked for."""

    q: str
    states: list[str]
    names: list[str]
    sorts: dict[str, int]
    total: int
    answers: list[Became]
    quick: bool
    next: str | None


def why(desk: TheDesk, states: States, q: _Words = "", cursor: Cursor = "", limit: Limit = 50) -> Why:
    """Why something is not in a brief or a list, or where it is."""
    quick = desk.store.size() > SMALL
    asked = q.strip() and (at_once(desk.store, q, states, desk.day) if quick else desk.asked.why(q, between=states))
    found = asked or ()
    some, more = paged(found, cursor, limit)
    hashes = desk.store.shelf.hashes([a.document for a in some])
    counts = Counter(a.became for a in found)
    return Why(
        q,
        list(states),
        both_names(states),
        {sort: counts[sort] for sort in BECAME if counts[sort]},
        len(found),
        [
            Became(a.became, a.reason.removeprefix(f"{a.id}: "), a.what, a.id, a.document, hashes.get(a.document, ""))
            for a in some
        ],
        quick,
        more,
    )


def _table(answer: Why) -> Table:
    header = ("became", "reason", "what", "record", "document")
    return header, [(a.became, a.reason, a.what, a.record, a.doc) for a in answer.answers]


QUESTIONS = (Question("/why", why, "why.html", _table),)
