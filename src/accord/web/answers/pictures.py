"""The pictures of the desk: of two states the timeline, the course, the map, a figure aimed at; of all, network and matrix."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import Query

from accord.brief import targets
from accord.errors import NotFound
from accord.kinds import kinds
from accord.pictures import (
    Picture,
    Weight,
    course_picture,
    map_picture,
    matrix_picture,
    network_picture,
    timeline_picture,
)
from accord.web.answers.timeline import Standing, moments
from accord.web.asked import Between, Span, Topic
from accord.web.desk import ServedDesk, TheDesk
from accord.web.drawings import Look, Sketch
from accord.web.imprint import Drawing
from accord.web.telling import words

__all__ = ["DRAWINGS", "PAIRS", "Boundaries", "By", "map_of", "target_of"]

PAIRS = 40
"""Of the network."""
Boundaries = Annotated[Literal["0", "1"], Query(description="1: with boundaries, disputed ones dashed; 0: without.")]
By = Annotated[Weight, Query(description="What makes lines wide: all facts, or meetings, visits and talks.")]

States = tuple[str, str]


def timeline(states: Between, span: Span, look: Look, topic: Topic = "", standing: Standing = "") -> Sketch:
    """What happened, was planned, lapsed or was called off."""
    return Sketch(_timeline, (states, topic, standing, span.first, span.last), look)


def _timeline(
    desk: ServedDesk, look: Look, states: States, topic: str, standing: str, first: date, last: date
) -> Picture:
    found = moments(desk, states, topic, standing, first, last)
    return timeline_picture(found, states, today=desk.day, theme=look.colours, width=look.width)


def course(states: Between, look: Look, by: Literal["month", "year"] = "month", topic: Topic = "") -> Sketch:
    """The balance of cooperation and conflict by month or year."""
    return Sketch(_course, (states, by, topic), look)


def _course(desk: ServedDesk, look: Look, states: States, by: str, topic: str) -> Picture:
    return course_picture(desk.course(states, by, topic), states, theme=look.colours, width=look.width)


def map_of(states: Between, look: Look, topic: Topic = "", boundaries: Boundaries = "1") -> Sketch:
    """Two states with the crossings, projects and places of their record."""
    return Sketch(_map, (states, topic, boundaries == "1"), look)


def _map(desk: ServedDesk, look: Look, states: States, topic: str, boundaries: bool) -> Picture:
    return map_picture(desk.archive(states, topic), states, theme=look.colours, boundaries=boundaries)


def target_of(desk: TheDesk, states: Between, look: Look, topic: Topic = "") -> Sketch:
    """The figure that two states aim at, with its series. Raises NotFound where no promise of a figure has one."""
    if targets.aimed_at(desk.ledger(states, topic)) is None:
        raise NotFound("no promise of a figure has a series here", "see the commitments of the two states")
    return Sketch(_target, (states, topic), look)


def _target(desk: ServedDesk, look: Look, states: States, topic: str) -> Picture:
    line = targets.aimed_at(desk.ledger(states, topic))
    assert line is not None
    said = words(desk.settings.language)
    return targets.drawn(said, kinds()[line.record.kind].fields, line, theme=look.colours, width=look.width)


def network_of(look: Look, by: By = "facts", topic: Topic = "") -> Sketch:
    """Who meets whom: the most active pairs of states."""
    return Sketch(_network, (by, topic), look)


def _network(desk: ServedDesk, look: Look, by: Weight, topic: str) -> Picture:
    return network_picture(desk.dyads(topic), by=by, top=PAIRS, theme=look.colours)


def matrix_of(look: Look, topic: Topic = "") -> Sketch:
    """All pairs of the busiest states at once."""
    return Sketch(_matrix, (topic,), look)


def _matrix(desk: ServedDesk, look: Look, topic: str) -> Picture:
    return matrix_picture(desk.dyads(topic), theme=look.colours)


DRAWINGS = (
    Drawing("/dyads/{first}/{second}/timeline", timeline),
    Drawing("/dyads/{first}/{second}/course", course),
    Drawing("/dyads/{first}/{second}/map", map_of),
    Drawing("/dyads/{first}/{second}/target", target_of),
    Drawing("/network", network_of),
    Drawing("/matrix", matrix_of),
)
