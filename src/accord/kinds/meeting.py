"""Talks between holders of public office, in person, by telephone or by video."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.kinds.base import Draft, Example, Kind, code, topic_field
from accord.kinds.common import anchor, place_of, put_date, topic_of
from accord.languages.views import Clause, Mention, Views
from accord.plover import Act
from accord.record import Field, Match, Role, Type, Values

FIELDS = (
    Field("states", Type.STATES, frozenset({Role.CONCERNS}), Match.SET, required=True),
    Field("participants", Type.PEOPLE, frozenset({Role.WHO}), Match.OVERLAP),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    Field("place", Type.PLACE, frozenset({Role.WHERE})),
    code("mode", "in-person phone video"),
    topic_field(),
)

_MEETING = ("meet", "talk", "phone", "receive", "discuss")


def find(views: Views) -> Iterator[Draft]:
    """People of two states who meet, confer or telephone."""
    for clause in views.of(*_MEETING):
        people = _people(clause)
        groups = [m for m in clause.mentions("state", "office") if m.attributes.get("people")]
        states = tuple(dict.fromkeys(s for m in people + groups for s in m.states))
        if not (len({m.name for m in people}) >= 2 or groups) or len(states) < 2 or len(states) > 5:
            continue
        if clause.concept == "discuss" and not (people and len({m.name for m in people}) >= 2):
            continue
        if clause.concept == "talk" and clause.status != "reported" and _met(views, clause):
            continue
        if clause.concept == "receive" and not (
            clause.mentions("person", "office", parts=("object",))
            and clause.mentions("person", "office", parts=("subject",))
        ):
            continue
        if clause.concept == "discuss" and clause.status != "reported":
            continue
        draft = Draft("meeting", anchor(views, clause), status=clause.status)
        spans = [s for m in people + groups for s in m.spans]
        draft.put("states", list(states), spans)
        draft.put(
            "participants", _named(people, groups) or [groups[0].attributes.get("words") or groups[0].name], spans
        )
        put_date(draft, clause.when)
        place = place_of(clause)
        if place:
            draft.put("place", place[0], place[1])
        mode, words = _mode(views, clause)
        draft.put("mode", "phone" if clause.concept == "phone" else mode, words)
        yield draft.put("topic", topic_of(_topics(views, clause)))


def _met(views: Views, clause: Clause) -> bool:
    """Whether the sentence reports the meeting that the talking was for ("met to speak of ...")."""
    return any(c.sentence == clause.sentence and c.status == "reported" for c in views.of("meet"))


def _people(clause: Clause) -> list[Mention]:
    parts = ("subject", "object", "with", "between", "of", "by", "to")
    found = [
        m
        for m in clause.mentions("person", "office", parts=parts)
        if m.form != "expert" and m.states and m.attributes.get("pronoun") != "his"
    ]
    return list({m.name: m for m in found}.values())


def _named(people: list[Mention], groups: list[Mention]) -> list[str]:
    named = [m.name for m in people if m not in groups]
    return list(dict.fromkeys(named + [name for g in groups for name in g.attributes.get("members", ())]))


def _mode(views: Views, clause: Clause) -> tuple[str, tuple[Span, ...]]:
    """How they met: as the sentence says, else in person."""
    told = next(
        (m for m in views.within(views.sentences[clause.sentence].span, "manner") if m.form in ("phone", "video")), None
    )
    return (told.form, (told.span,)) if told is not None else ("in-person", (clause.scope,))


def _topics(views: Views, clause: Clause) -> tuple[str, ...]:
    return tuple(
        t for m in views.within(views.sentences[clause.sentence].span, "paper", "body", "project") for t in m.topics
    )


def same(a: Draft, b: Draft) -> bool:
    """One meeting of a document: somebody in common and compatible days."""
    dates = a.get("date"), b.get("date")
    return (
        a.status == b.status
        and bool(set(a.get("participants")) & set(b.get("participants")))
        and set(a.get("states")) == set(b.get("states"))
        and (None in dates or dates[0] == dates[1])
    )


EXAMPLES = (
    Example(
        "Peruvian Foreign Minister Ana Quispe met Bolivian Foreign Minister Luis Mamani in La Paz on 2 May 2024.",
        (
            {
                "states": ["BOL", "PER"],
                "participants": ["Ana Quispe", "Luis Mamani"],
                "date": "2024-05-02",
                "place": "La Paz",
            },
        ),
    ),
    Example("Peruvian Foreign Minister Ana Quispe met journalists in Lima."),
)


def act(values: Values) -> Act:
    if values.get("mode") in ("phone", "video"):
        return Act("CONSULT", "phone", refused="meet")
    return Act("CONSULT", "multilateral" if len(values["states"]) > 2 else "", refused="meet")


KIND = Kind("meeting", FIELDS, find, lambda values: "contacts", same, EXAMPLES, act)
