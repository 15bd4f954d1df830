"""What the visits and meetings of a document say together: their days, the visits that meetings imply, headlines told again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.gazetteer import organisation
from accord.languages import patterns as re
from accord.languages.en.contacts.scene import Scene
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["settled"]


def settled(lines: Sequence[Line], found: list[Clause], scene: Scene) -> list[Clause]:
    """The visits and meetings with what they take from each other."""
    found = _once(lines, _during(lines, _dated(lines, found)))
    aside = {n for n, line in enumerate(lines) if _ASIDE.search(line.text, line.span.start, line.span.end)}
    return [*found, *_derived([c for c in found if c.concept == "trip" or c.sentence not in aside], scene)]


_VISIT = re.compile(
    r"\b(?:during|in the course of|as part of|in the framework of|within) (?:the|his|her|this|that) (?:\w+ ){0,2}(?:visit|stay|trip)\b",
    re.IGNORECASE,
)


def _during(lines: Sequence[Line], found: list[Clause]) -> list[Clause]:
    """Meetings told without a day given the days of the visit that they are told with."""
    dated: list[Clause] = []
    trips = [c for c in found if c.concept == "trip" and c.when is not None and c.status in ("reported", "planned")]
    for clause in found:
        if clause.concept.startswith("talks") and clause.when is None:
            line = lines[clause.sentence]
            reach = 3 if _VISIT.search(line.text, line.span.start, line.span.end) else 0
            people = {m.name for m in clause.mentions("person", "office", parts=("subject",))}
            own = (t for t in trips if 0 <= clause.sentence - t.sentence <= reach and t.status == clause.status)
            trip = next((t for t in own if t.arguments[0].mention.name in people), None)
            if trip is not None and set(trip.arguments[1].mention.states) <= _states(clause):
                clause = replace(clause, when=trip.when)
        dated.append(clause)
    return dated


_TITLES = ("headline", "heading")


def _once(lines: Sequence[Line], found: list[Clause]) -> list[Clause]:
    """Without the meetings of a headline that the text tells again, with its day or with names."""
    kept: list[Clause] = []
    for k, clause in enumerate(found):
        if clause.concept.startswith("talks") and clause.when is None and lines[clause.sentence].kind in _TITLES:
            later = (c for c in found[k + 1 :] if c.concept.startswith("talks") and c.sentence - clause.sentence < 9)
            if any(_states(c) == _states(clause) and lines[c.sentence].kind not in _TITLES for c in later):
                continue
        kept.append(clause)
    return kept


def _states(clause: Clause) -> set[str]:
    return {s for m in clause.mentions("person", "office", "state", parts=("subject",)) for s in m.states}


_ASIDE = re.compile(r"\b(?:sidelines|margins|fringes?)\b")
_AT_HOME = re.compile(  # the journey of a president is told as such
    r"president|\b(?:ambassador|charg|envoy|consul|commissioner|representative|delegation|team|expert|commander|side\b|mayor|governor)"
)


def _derived(found: list[Clause], scene: Scene) -> Iterator[Clause]:
    """Visits that meetings imply: somebody of one state met somebody of another in a town of the other, or was received by
    somebody at home."""
    going = {_who_where(c) for c in found if c.concept == "trip"}
    hosts = {(c.arguments[0].mention.states[:1], c.arguments[1].mention.states) for c in found if c.concept == "trip"}
    for clause in [c for c in found if c.concept == "talks" and c.status == "reported"]:
        if any(m.form != "in-person" for m in clause.mentions("manner")):
            continue
        place = _ground(clause, scene)
        if place is None or len(place.states) != 1:
            continue
        people = clause.mentions("person", parts=("subject",))
        away = [m for m in people if len(m.states) == 1 and m.states != place.states]
        there = any(m.states == place.states for m in clause.mentions("person", "office", parts=("subject",)))
        if len(away) != 1 or not there or not away[0].office or _AT_HOME.search(away[0].office.lower()):
            continue
        if (away[0].name, place.states) in going or (away[0].states[:1], place.states) in hosts:
            continue
        going.add((away[0].name, place.states))
        visitor = away[0] if organisation(away[0].states[0]) is None else away[0].but(states=())
        arguments = [Argument(visitor, "subject"), Argument(place, "to")]
        if place.form in ("capital", "city", "town"):
            arguments.append(Argument(place, "at"))
        yield replace(clause, concept="trip-last", arguments=tuple(arguments))


def _ground(clause: Clause, scene: Scene) -> Mention | None:
    """Where a meeting was: the town told, or the home of whoever received the other."""
    place = next(iter(clause.mentions("place", "state", parts=("at",))), None)
    if place is not None and place.states:
        return place
    host = next(iter(clause.mentions("person", "office", parts=("by",))), None)
    if host is None or len(host.states) != 1:
        return None
    if scene.home is not None and scene.home.states == host.states:
        return scene.home
    return Mention("state", host.span, host.states[0], host.states, host.antecedents, form="name")


def _who_where(clause: Clause) -> tuple[str, tuple[str, ...]]:
    visitor, host = clause.arguments[0].mention, clause.arguments[1].mention
    return visitor.name, host.states


_IN_OFFICE = re.compile(r"\b(?:assum\w+|tak\w+|took|inaugurated|elected|appointed|sworn)\b[^,;.]{0,30}$")


def _dated(lines: Sequence[Line], found: list[Clause]) -> list[Clause]:
    """Visits told without their days given the one date of their sentence, or the day of a meeting with the visitor."""
    dated = []
    for clause in found:
        if clause.concept == "trip" and clause.when is None and clause.status == "reported":
            line = lines[clause.sentence]
            own = [d for d in line.dates if d.period is not None and not d.period.open]
            own = [d for d in own if not _IN_OFFICE.search(line.text, line.span.start, d.span.start)]
            visitor = clause.arguments[0].mention.name
            met = [
                c.when
                for c in found
                if c.concept == "talks"
                and c.status == "reported"
                and c.when is not None
                and any(m.name == visitor for m in c.mentions("person", "office"))
                and clause.arguments[1].mention.states[0]
                in {s for m in c.mentions("person", "office") for s in m.states}
            ]
            theirs = {id(c.when) for c in found if c.concept == "trip" and c.sentence == clause.sentence}
            one = len(own) == 1 and own[0].period and own[0].period.length.days < 32 and id(own[0]) not in theirs
            when = own[0] if one else next(iter(met), None)
            clause = replace(clause, when=when)
        dated.append(clause)
    return dated
