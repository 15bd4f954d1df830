"""People and their offices over time, and who held an office on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Query
from pydantic import TypeAdapter

from accord.analysis.people import Sighting, Tenure, in_office, span_of, standings
from accord.gazetteer import display
from accord.resolve.offices import Office
from accord.store import WHOLE, Asked
from accord.values import Period
from accord.web.asked import Between, OneState, both_names
from accord.web.desk import ALL, ServedDesk, TheDesk
from accord.web.question import Cursor, Limit, Question, Table, paged
from accord.web.telling import words

__all__ = ["HELD", "QUESTIONS", "kept"]

_SHOWN = 4  # sightings of a tenure
_Name = Annotated[str, Query(max_length=100, description="Words of a name, in any of its spellings.")]
_Office = Annotated[str, Query(max_length=100, description="An office in words: foreign minister.")]
_On = Annotated[str, Query(max_length=10, description="Who held it on a day, in a month or a year.")]


@dataclass(frozen=True, slots=True)
class Seen:
    """Words that show somebody in an office; `published`: that the date is the publication's."""

    date: str | None
    published: bool
    claim: str
    quote: str
    document: str
    doc: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office. `first` and `last` are sightings, not terms; `standing` and `answer` speak of the day that
    was asked for; `seen` are the first and the last sightings, `sightings` counts all."""

    name: str
    spellings: list[str]
    office: str
    state: str
    state_name: str
    first: str | None
    last: str | None
    told: str
    sources: int
    last_contact: str | None
    standing: str
    answer: str
    sightings: int
    seen: list[Seen]


@dataclass(frozen=True, slots=True)
class People:
    """Holders of offices by state and office; with a day, those that it is known of first."""

    states: list[str]
    names: list[str]
    asked: dict[str, str]
    total: int
    people: list[Holder]
    next: str | None
    known: dict[str, list[str]]


def all_people(
    desk: TheDesk,
    state: OneState = "",
    name: _Name = "",
    office: _Office = "",
    on: _On = "",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> People:
    """Who is seen in which office."""
    return _answer(desk, (), (state, name, office, on), cursor, limit)


def dyad_people(
    desk: TheDesk,
    states: Between,
    state: OneState = "",
    name: _Name = "",
    office: _Office = "",
    on: _On = "",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> People:
    """Who is seen in which office in what is told of two states."""
    return _answer(desk, states, (state, name, office, on), cursor, limit)


@dataclass(frozen=True, slots=True)
class Kept:
    """A holder as it is kept ready, with the key of the office and the dates of all sightings (ISO 8601)."""

    holder: Holder
    office: str
    dates: list[str]


HELD: TypeAdapter[Kept] = TypeAdapter(Kept)


@dataclass(frozen=True, slots=True)
class _Held:
    """A tenure that can be asked of a day."""

    holder: Holder
    person: str
    key: Office
    state: str
    first: Period | None
    last: Period | None
    dates: tuple[Period, ...]

    @property
    def seen(self) -> str:
        return span_of(self.first, self.last)


def _held(kept: Kept) -> _Held:
    h = kept.holder
    first, last = (Period.parse(day) if day else None for day in (h.first, h.last))
    dates = tuple(Period.parse(day) for day in kept.dates)
    return _Held(h, h.name, Office(kept.office, h.state), h.state, first, last, dates)


def _answer(
    desk: ServedDesk, states: Sequence[str], asked: tuple[str, str, str, str], cursor: str, limit: int
) -> People:
    state, name, office, on = asked
    found = Asked("tenure", "-".join(states) or WHOLE, state)
    counts = desk.counts(replace(found, word=""))
    if name.strip() or office.strip() or on:
        lines = _spoken(desk, found, name, office, on)
        some, more = paged(lines, cursor, limit)
        total = len(lines)
    else:
        kept, more = desk.findings(HELD, found, cursor, limit)
        some = [k.holder for k in kept]
        total = counts.get(state, 0) if state else sum(counts.values())
    return People(
        list(states),
        both_names(states),
        {"state": state, "name": name, "office": office, "on": on},
        total,
        some,
        more,
        {"state": sorted((s for s in counts if s), key=display)},
    )


def _spoken(desk: ServedDesk, asked: Asked, name: str, office: str, on: str) -> list[Holder]:
    """Holders of an office, by a name, with what is known of a day."""
    held = [_held(kept) for kept in desk.findings(HELD, asked, "", ALL)[0]]
    held = list(in_office(held, office)) if office.strip() else held
    if on:
        told = standings(held, Period.parse(on))
        lines = [replace(t.holder, standing=standing, answer=words) for t, standing, words in told]
    else:
        lines = [t.holder for t in held]
    wanted = name.casefold().split()
    return [h for h in lines if all(any(w in s.casefold() for s in (h.name, *h.spellings)) for w in wanted)]


def kept(desk: ServedDesk, t: Tenure) -> Kept:
    """A tenure as it is kept ready."""
    return Kept(_holder(desk, t), t.key.key, [str(period) for period in t.dates])


def _holder(desk: ServedDesk, t: Tenure) -> Holder:
    said = words(desk.settings.language)
    ends = [str(p) for p in (t.first, t.last) if p]
    shown = t.sightings if len(t.sightings) <= _SHOWN else (*t.sightings[: _SHOWN // 2], *t.sightings[-_SHOWN // 2 :])
    return Holder(
        t.person,
        [s for s in t.spellings if s != t.person],
        t.office,
        t.state,
        display(t.state) if t.state else "",
        str(t.first) if t.first else None,
        str(t.last) if t.last else None,
        " – ".join(dict.fromkeys(said.date(end, "plain") for end in ends)),
        t.voices,
        t.last_contact or None,
        "",
        "",
        len(t.sightings),
        [_seen(s) for s in shown],
    )


def _seen(s: Sighting) -> Seen:
    date = str(s.period) if s.period else None
    return Seen(date, s.published, s.claim.id, s.quote.quote, s.claim.document, s.claim.doc, s.quote.start, s.quote.end)


def _table(answer: People) -> Table:
    header = (
        "name", "office", "state", "first", "last", "spellings", "sources", "last_contact", "standing", "answer"
    )  # fmt: skip
    return header, [
        (p.name, p.office, p.state, p.first, p.last, p.spellings, p.sources, p.last_contact, p.standing, p.answer)
        for p in answer.people
    ]


QUESTIONS = (
    Question("/people", all_people, "people.html", _table),
    Question("/dyads/{first}/{second}/people", dyad_people, "people.html", _table),
)
