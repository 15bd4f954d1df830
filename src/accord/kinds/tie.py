"""Standing ties: diplomatic relations, embassies, sister cities, visa and trade regimes."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    code("type", "diplomatic-relations embassy consulate ambassador sister-cities strategic-partnership visa-regime trade-regime", Role.TITLE, match=Match.EXACT, required=True),
    Field("between", Type.ACTORS, frozenset({Role.CONCERNS, Role.WHO}), Match.SET, required=True),
    code("action", "established opened upgraded downgraded suspended restored severed closed", Role.STEP),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    Field("place", Type.PLACE, frozenset({Role.WHERE}), Match.NAME),
)
