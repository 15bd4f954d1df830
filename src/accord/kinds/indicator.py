"""Figures: trade, borders, casualties, lengths, capacities."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    code("measure", MEASURES, Role.MEASURE, Role.TITLE, match=Match.EXACT, required=True),
    Field("value", Type.NUMBER, frozenset({Role.VALUE})),
    Field("change", Type.NUMBER),
    Field("period", Type.PERIOD, frozenset({Role.PERIOD, Role.WHEN}), Match.PERIOD),
    Field("unit", Type.UNIT, frozenset({Role.UNIT}), Match.EXACT),
    Field("about", Type.ACTORS, frozenset({Role.CONCERNS}), Match.ORDERED),
    code("comparison", "gt lt approx"),
    Field("low", Type.NUMBER),
    Field("high", Type.NUMBER),
    Field("goods", Type.TEXT, frozenset(), Match.NAME),
    code("trend", "up down flat"),
    Field("of", Type.TEXT, frozenset(), Match.NAME),
)
