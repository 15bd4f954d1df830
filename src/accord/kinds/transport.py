"""Links between places: flights, trains, buses, ferries."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    code("mode", "air road rail bus sea", match=Match.EXACT, required=True),
    Field("from", Type.PLACE, frozenset({Role.WHERE, Role.TITLE}), Match.NAME, required=True),
    Field("to", Type.PLACE, frozenset({Role.WHERE, Role.TITLE}), Match.NAME, required=True),
    code("action", "suspended resumed launched planned proposed", Role.STEP, required=True),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
)
