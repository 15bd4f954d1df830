"""Joint commissions, councils and committees, and their sessions."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("name", Type.NAME, frozenset({Role.TITLE}), Match.NAME, required=True),
    Field("parties", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.SET),
    code("action", "established session-held session-planned dissolved mentioned", Role.STEP, required=True),
    Field("ordinal", Type.NUMBER, frozenset(), Match.NUMBER),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    Field("place", Type.PLACE, frozenset({Role.WHERE})),
    Field("chairs", Type.PEOPLE),
)
