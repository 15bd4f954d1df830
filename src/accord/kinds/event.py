"""What else states do together or to each other."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("name", Type.NAME, frozenset({Role.TITLE}), Match.NAME, required=True),
    Field("states", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.OVERLAP, required=True),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    Field("place", Type.PLACE, frozenset({Role.WHERE})),
    code("type", "celebration summit forum exhibition exercise tournament aid ceremony consultation sanction expulsion vote"),
)
