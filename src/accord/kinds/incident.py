"""Violence or a dispute on the ground."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("states", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.SET, required=True),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    code("type", "clash shooting attack protest dispute airspace detention cyber", Role.TITLE, match=Match.EXACT),
    Field("place", Type.PLACE, frozenset({Role.WHERE}), Match.NAME),
    Field("killed", Type.NUMBER, frozenset({Role.VALUE})),
    Field("injured", Type.NUMBER),
)
