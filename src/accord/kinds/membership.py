"""A state belongs to an organisation, joins or leaves it."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("state", Type.STATE, frozenset({Role.CONCERNS, Role.WHO}), Match.EXACT, required=True),
    Field("organisation", Type.ORGANISATION, frozenset({Role.TITLE}), Match.EXACT, required=True),
    code("action", "member joined left applied observer candidate", Role.STEP),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
)
