"""Which states are told of together: all dyads of the store, by activity."""

from __future__ import annotations

from dataclasses import dataclass

from accord.gazetteer import display
from accord.store import Asked
from accord.web.desk import DYAD, TheDesk
from accord.web.question import Cursor, Limit, Question, Table

__all__ = ["QUESTIONS"]


@dataclass(frozen=True, slots=True)
class Row:
    """A dyad: how many records and facts, the balance (-10 to 10), and the day of the last thing told (ISO 8601)."""

    states: tuple[str, str]
    names: tuple[str, str]
    records: int
    facts: int
    balance: float | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Dyads:
    """Dyads, the most active first, as of a day; `next` is the cursor of the next page."""

    as_of: str
    total: int
    dyads: list[Row]
    next: str | None


def all_dyads(desk: TheDesk, cursor: Cursor = "", limit: Limit = 50) -> Dyads:
    """The pairs of states in the store."""
    found, more = desk.findings(DYAD, Asked("dyad"), cursor, limit)
    rows = [
        Row(
            d.states,
            (display(d.states[0]), display(d.states[1])),
            d.records,
            d.facts,
            d.balance,
            d.last.isoformat() if d.last else None,
        )
        for d in found
    ]
    return Dyads(desk.day.isoformat(), sum(desk.counts(Asked("dyad")).values()), rows, more)


def _table(answer: Dyads) -> Table:
    header = ("first", "second", "records", "facts", "balance", "last")
    return header, [(*d.states, d.records, d.facts, d.balance, d.last) for d in answer.dyads]


QUESTIONS = (Question("/", all_dyads, "home.html", _table, api="/dyads"),)
