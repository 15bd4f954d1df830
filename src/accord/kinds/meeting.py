"""Talks between holders of public office, in person, by telephone or by video."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("states", Type.STATES, frozenset({Role.CONCERNS}), Match.SET, required=True),
    Field("participants", Type.PEOPLE, frozenset({Role.WHO}), Match.OVERLAP),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    Field("place", Type.PLACE, frozenset({Role.WHERE})),
    code("mode", "in-person phone video"),
    topic_field(),
)
