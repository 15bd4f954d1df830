"""Talks between holders of public office, in person, by telephone or by video."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code, topic_field
from accord.kinds.common import anchor, put_date, states_in
from accord.languages.views import Views
from accord.plover import Act
from accord.record import Field, Match, Role, Type, Values
from accord.values import Period

FIELDS = (
    Field("states", Type.STATES, frozenset({Role.CONCERNS}), Match.SET, required=True),
    Field("participants", Type.PEOPLE, frozenset({Role.WHO}), Match.OVERLAP),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    Field("place", Type.PLACE, frozenset({Role.WHERE})),
    code("mode", "in-person phone video"),
    topic_field(),
)


def find(views: Views) -> Iterator[Draft]:
    """People of two states who meet, confer or telephone."""
    for clause in views.of("talks", "talks-last"):
        people = clause.mentions("person", "office", "state", parts=("subject",))
        states, spans = states_in(people)
        names: dict[str, None] = {}
        for person in (p for p in people if p.form != "teller"):
            names.update(
                dict.fromkeys(person.attributes.get("members") or (person.name or person.attributes["words"],))
            )
        draft = Draft("meeting", anchor(views, clause), status=clause.status)
        draft.put("states", list(states), spans).put("participants", list(names), spans)
        put_date(draft, clause.when)
        for place in clause.mentions("place", "state", parts=("at",)):
            draft.put("place", place.attributes.get("name", place.name), place.spans)
        for manner in clause.mentions("manner"):
            draft.put("mode", manner.form, [manner.span])
        subjects = clause.mentions("subject")
        yield draft.put("topic", list(subjects[0].topics) if subjects else ["general"])


def same(a: Draft, b: Draft) -> bool:
    """One meeting of a document: the same people, or those of the smaller party, in one way and on compatible days."""
    dates = a.get("date"), b.get("date")
    people = set(a.get("participants") or ()), set(b.get("participants") or ())
    return (
        a.status == b.status
        and a.get("mode") == b.get("mode")
        and len(people[0] & people[1]) >= min(2, *map(len, people))
        and set(a.get("states")) == set(b.get("states"))
        and (None in dates or Period.parse(dates[0]).overlaps(Period.parse(dates[1])))
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
