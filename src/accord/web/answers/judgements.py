"""All judgements: who said what, when and why, and which of them can no longer be placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from accord.errors import UsageError
from accord.resolve.judge import VERDICTS
from accord.web.access import Reader
from accord.web.answers.record import Said, said
from accord.web.desk import TheDesk
from accord.web.question import Cursor, Limit, Question, Table, paged

__all__ = ["QUESTIONS"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement, with the hash of the document that it is about and its claim, None where that is no longer found."""

    said: Said
    document: str
    claim: str | None


@dataclass(frozen=True, slots=True)
class Judgements:
    """The latest first; `lost` counts those whose claims are no longer found."""

    asked: dict[str, str]
    known: dict[str, list[str]]
    total: int
    lost: int
    judgements: list[Judged]
    next: str | None


def judgements(
    desk: TheDesk,
    person: Reader,
    who: Annotated[str, Query(max_length=200, description="Only what this person said.")] = "",
    verdict: Annotated[str, Query(max_length=20, description=f"One of {', '.join(VERDICTS)}.")] = "",
    lost: Annotated[bool, Query(description="Only those whose claims are no longer found.")] = False,
    cursor: Cursor = "",
    limit: Limit = 50,
) -> Judgements:
    """What people said of claims and pairs."""
    if verdict and verdict not in VERDICTS:
        raise UsageError(f"no verdict is called {verdict!r}", f"choose from {', '.join(VERDICTS)}")
    every = desk.store.judgements()
    found, gone = desk.store.judged()
    lost_ids = {w.id for w in gone}
    placed = [w.id for w in every if w.id not in lost_ids]
    claims = {id_: j.claims[0] for id_, j in zip(placed, found, strict=False)}
    wanted = [w for w in reversed(gone if lost else every) if who in ("", w.who) and verdict in ("", w.verdict)]
    some, more = paged(wanted, cursor, limit)
    return Judgements(
        {"who": who, "verdict": verdict, "lost": "true" if lost else ""},
        {"who": sorted({w.who for w in every}), "verdict": list(VERDICTS)},
        len(wanted),
        len(gone),
        [Judged(said(w, person), w.anchors[0].document, claims.get(w.id)) for w in some],
        more,
    )


def _table(answer: Judgements) -> Table:
    header = ("id", "when", "who", "verdict", "kind", "key", "old", "new", "reason", "source", "quote", "placed")
    rows = [
        (s.id, s.when, s.who, s.verdict, s.kind, s.key, s.old, s.new, s.reason, s.source, s.quote, j.claim is not None)
        for j in answer.judgements
        for s in (j.said,)
    ]
    return header, rows


QUESTIONS = (Question("/judgements", judgements, "judgements.html", _table),)
