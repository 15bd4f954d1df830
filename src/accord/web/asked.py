"""What an address may ask: two states, filters, a day. The same in every page and its API. What is quickly checked is
`async`, so that no thread has to be waited for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Path, Query
from pydantic import BaseModel, Field

from accord.desk.words import state_code, topic_of
from accord.errors import NotFound, UsageError
from accord.gazetteer import display
from accord.kinds import kinds
from accord.record import STATUSES, TOPICS
from accord.values import Period

__all__ = ["Between", "Filters", "OneState", "Span", "States", "Topic", "both_names", "dyad_of"]

_Word = Annotated[str, Field(max_length=40)]
_State = Annotated[str, Path(max_length=80, description="A state by ISO 3166-1 alpha-3 code or name.")]


class _Asked(BaseModel):
    """Filters as they stand in the address; empty is all."""

    kind: _Word = Field("", description="One of the fourteen kinds.")
    status: _Word = Field("", description="How sure it is told: reported, planned, denied and so on.")
    topic: _Word = Field("", description="One of the topics.")
    since: _Word = Field("", description="Happened on or after: 2025, 2025-03, 2025-03-13.")
    until: _Word = Field("", description="Happened on or before.")
    q: str = Field("", max_length=200, description="Words that stand in its quotes or values.")

    @property
    def any(self) -> bool:
        return any(self.model_dump().values())


async def _filters(asked: Annotated[_Asked, Query()]) -> _Asked:
    """Checked, so that a wrong word is named with those that are right. Raises UsageError and ValueFormatError."""
    for name, value, known in (
        ("kind", asked.kind, sorted(kinds())),
        ("status", asked.status, STATUSES),
    ):
        if value and value not in known:
            raise UsageError(f"no {name} is called {value!r}", f"choose from {', '.join(known)}")
    topic_of(asked.topic)
    for value in (asked.since, asked.until):
        if value:
            Period.parse(value)
    return asked


def _state(name: str) -> str:
    """The code of a state that an address names; one that is not there is a page that is not there."""
    try:
        return state_code(name)
    except UsageError as error:
        raise NotFound(error.reason, error.mend) from error


def _two(first: str, second: str) -> tuple[str, str]:
    """The codes of two different states, sorted. Raises NotFound and UsageError."""
    one, other = sorted((_state(first), _state(second)))
    if one == other:
        raise UsageError(f"{first!r} and {second!r} are one state", "give two different ones")
    return one, other


async def _between(first: _State, second: _State) -> tuple[str, str]:
    return _two(first, second)


def dyad_of(text: str) -> tuple[str, ...]:
    """The codes of KEN-UGA (or Kenya-Uganda), sorted; none of nothing. Raises NotFound and UsageError."""
    if not text:
        return ()
    first, dash, second = text.partition("-")
    if not dash:
        raise UsageError(f"{text!r} is no pair of states", "write KEN-UGA")
    return _two(first, second)


async def _one(
    state: Annotated[str, Query(max_length=80, description="A state by code or name; empty is all.")] = "",
) -> str:
    return _state(state) if state.strip() else ""


async def _states(
    states: Annotated[
        list[str] | None, Query(max_length=12, description="States by code or name; given again for each.")
    ] = None,
) -> tuple[str, ...]:
    """The codes of different states, in the order of their codes. Raises NotFound and UsageError."""
    named = [name[:80] for name in states or () if name.strip()]
    codes = sorted(_state(name) for name in named)
    if len(set(codes)) < len(codes):
        raise UsageError("a state is named twice", "give different ones")
    return tuple(codes)


async def _topic(topic: Annotated[str, Query(max_length=40, description=f"One of {', '.join(TOPICS)}.")] = "") -> str:
    return topic_of(topic)


@dataclass(frozen=True, slots=True)
class _Span:
    """The days from `since` to `until`; a year or a month counts whole."""

    since: str
    until: str
    first: date
    last: date


async def _span(
    since: Annotated[str, Query(max_length=10, description="From: 2024, 2024-06 or a day.")] = "",
    until: Annotated[str, Query(max_length=10, description="To.")] = "",
) -> _Span:
    first = Period.parse(since).first if since else date.min
    return _Span(since, until, first, Period.parse(until).last if until else date.max)


def both_names(states: Iterable[str]) -> list[str]:
    """States by name."""
    return [display(code) for code in states]


Filters = Annotated[_Asked, Depends(_filters)]
Between = Annotated[tuple[str, str], Depends(_between)]
OneState = Annotated[str, Depends(_one)]
States = Annotated[tuple[str, ...], Depends(_states)]
Span = Annotated[_Span, Depends(_span)]
Topic = Annotated[str, Depends(_topic)]
