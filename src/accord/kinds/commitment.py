"""Something that states or people said they would do, with its target and due date."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("by", Type.ACTORS, frozenset({Role.CONCERNS, Role.WHO}), Match.OVERLAP, required=True),
    Field("what", Type.TEXT, frozenset({Role.TITLE}), Match.NAME, required=True),
    Field("target", Type.NUMBER, frozenset({Role.VALUE}), Match.NUMBER),
    Field("unit", Type.UNIT, frozenset({Role.UNIT})),
    Field("due", Type.PERIOD, frozenset({Role.DUE}), Match.DATE),
    topic_field(),
    code("measure", MEASURES, Role.MEASURE),
    Field("base", Type.TEXT),
    Field("every", Type.TEXT),
)
