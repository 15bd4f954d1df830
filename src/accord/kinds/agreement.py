"""Treaties, memoranda, programmes and other papers between states, and what was done with them."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("title", Type.NAME, frozenset({Role.TITLE}), Match.NAME),
    Field("count", Type.NUMBER, frozenset({Role.VALUE}), Match.NUMBER),
    Field("parties", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.SET, required=True),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    code("form", "treaty agreement memorandum protocol programme plan declaration statement contract"),
    code("action", "negotiated initialled signed approved ratified exchanged in-force extended suspended expired terminated", Role.STEP),
    Field("place", Type.PLACE, frozenset({Role.WHERE})),
    topic_field(),
    Field("expires", Type.PERIOD),
    Field("term", Type.PERIOD),
)
