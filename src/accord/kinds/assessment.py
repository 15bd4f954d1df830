"""A judgement put in somebody's mouth."""

from __future__ import annotations

from accord.kinds.base import MEASURES, TOPICS, code, topic_field
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("speaker", Type.PERSON, frozenset({Role.WHO, Role.TITLE}), Match.PERSON, required=True),
    Field("role", Type.TEXT),
    code("topic", " ".join(TOPICS), Role.TOPIC, match=Match.EXACT, required=True),
    code("stance", "positive negative mixed neutral", Role.STANCE),
)
