"""Somebody in office travels to another state."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("visitor", Type.PERSON, frozenset({Role.WHO, Role.TITLE}), Match.PERSON, required=True),
    Field("host", Type.STATE, frozenset({Role.CONCERNS}), Match.EXACT, required=True),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    Field("sending", Type.STATE, frozenset({Role.CONCERNS}), Match.EXACT),
    code("type", "state official working"),
    Field("office", Type.TEXT),
    Field("place", Type.PLACE, frozenset({Role.WHERE})),
)
