"""Somebody in office travels to another state."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, put_date
from accord.languages.views import Views
from accord.plover import Act
from accord.record import Field, Match, Role, Type, Values

FIELDS = (
    Field("visitor", Type.PERSON, frozenset({Role.WHO, Role.TITLE}), Match.PERSON, required=True),
    Field("host", Type.STATE, frozenset({Role.CONCERNS}), Match.EXACT, required=True),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    Field("sending", Type.STATE, frozenset({Role.CONCERNS}), Match.EXACT),
    code("type", "state official working"),
    Field("office", Type.TEXT),
    Field("place", Type.PLACE, frozenset({Role.WHERE})),
)


def find(views: Views) -> Iterator[Draft]:
    """Clauses that tell of somebody's going to another state."""
    for clause in views.of("trip", "trip-last"):
        visitor = next(iter(clause.mentions("person", "office", parts=("subject",))), None)
        host = next(iter(clause.mentions("state", "place", parts=("to",))), None)
        if visitor is None or host is None:
            continue
        draft = Draft("visit", anchor(views, clause), status=clause.status)
        draft.put("visitor", visitor.name, visitor.spans).put("host", host.states[0], host.spans)
        draft.put("sending", "".join(visitor.states[:1]), visitor.spans).put("office", visitor.office, visitor.spans)
        put_date(draft, clause.when)
        for manner in clause.mentions("manner"):
            draft.put("type", manner.form, [manner.span])
        for place in clause.mentions("state", "place", parts=("at",)):
            draft.put("place", place.attributes.get("name", place.name), place.spans)
        yield draft


def same(a: Draft, b: Draft) -> bool:
    """One visit of a document: the same person to the same state at compatible days."""
    dates = a.get("date"), b.get("date")
    return (a.status, a.get("visitor"), a.get("host")) == (b.status, b.get("visitor"), b.get("host")) and (
        None in dates or dates[0][:7] == dates[1][:7]
    )


EXAMPLES = (
    Example(
        "Lao Prime Minister Bounmy Keosavath paid an official visit to Vietnam on 3-4 June 2024.",
        (
            {
                "visitor": "Bounmy Keosavath",
                "host": "VNM",
                "sending": "LAO",
                "date": "2024-06-03/2024-06-04",
                "type": "official",
            },
        ),
    ),
    Example("Lao Prime Minister Bounmy Keosavath visited a school in Vientiane."),
)


def act(values: Values) -> Act:
    return Act("CONSULT", "visit", refused="meet")


KIND = Kind("visit", FIELDS, find, lambda values: "contacts", same, EXAMPLES, act)
