"""Infrastructure: lines, plants, roads, railways, pipelines, bridges, ports."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("name", Type.NAME, frozenset({Role.TITLE}), Match.NAME, required=True),
    code("action", "mentioned announced planned agreed construction inaugurated completed visited suspended cancelled", Role.STEP, required=True),
    code("type", "power-line power-plant hydropower road railway pipeline bridge port airport"),
    Field("states", Type.STATES, frozenset({Role.CONCERNS, Role.WHO})),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
)
