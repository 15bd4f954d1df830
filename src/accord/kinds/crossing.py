"""Border crossings and what was done with them."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("name", Type.NAME, frozenset({Role.TITLE, Role.WHERE}), Match.NAME, required=True),
    code("action", "planned opened reopened closed", Role.STEP, required=True),
    Field("states", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.SET),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
)
