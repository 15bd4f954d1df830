"""Somebody in office travels to another state."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, put_date
from accord.languages.views import Clause, Mention, Views
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

_GOING = ("visit", "arrive")
_HOSTING = ("receive",)


def find(views: Views) -> Iterator[Draft]:
    """Verbs and nouns of going ("visited", "his working visit to") and of receiving a guest."""
    for clause in views.of(*_GOING, *_HOSTING, "be", "offer", "expect"):
        visitor = _visitor(clause)
        if (
            visitor is None
            or not visitor.states
            or (
                clause.concept == "be"
                and (
                    (clause.when is None and clause.status == "reported")
                    or not clause.mentions("place", parts=("at",))
                    or (visitor.type == "office" and not visitor.states)
                )
            )
        ):
            continue
        if clause.concept in _HOSTING and clause.passive:
            continue
        if clause.concept == "expect" and not clause.mentions("place", parts=("at",)):
            continue
        if clause.concept == "offer" and not clause.mentions("place", "state", parts=("to",)):
            continue
        host = _host(views, clause, visitor)
        if host is None:
            continue
        state, spans, place = host
        status = (
            {"offer": "proposed", "expect": "planned"}.get(clause.concept, clause.status)
            if clause.status == "reported"
            else clause.status
        )
        draft = Draft("visit", anchor(views, clause), status=status)
        draft.put("visitor", visitor.name, visitor.spans).put("host", state, spans)
        draft.put("sending", visitor.states[0], visitor.spans).put("office", visitor.office, visitor.spans)
        put_date(draft, clause.when if clause.concept != "receive" else None)
        draft.put("type", *_type(views, clause))
        if place:
            draft.put("place", place.attributes.get("name", place.name), [place.span])
        yield draft


def _visitor(clause: Clause) -> Mention | None:
    if clause.concept == "offer":
        return next((m for m in clause.mentions("person", "office", parts=("object",)) if m.states), None)
    if clause.concept in _HOSTING:
        guests = clause.mentions("person", "office", parts=("object",))
        hosts = clause.mentions("person", "office", "state", parts=("subject",))
        guest = next((g for g in guests if g.form != "expert"), None)
        return guest if guest and hosts and set(guest.states) != set(hosts[0].states) else None
    parts = ("subject", "of", "by") if clause.nominal else ("subject",)
    people = [m for m in clause.mentions("person", "office", parts=parts) if m.form != "expert" and m.states]
    return people[0] if people else None


def _host(views: Views, clause: Clause, visitor: Mention) -> tuple[str, tuple[Span, ...], Mention | None] | None:
    """The state gone to and, where it is told, the city."""
    if clause.concept in _HOSTING:
        host = next(
            (
                m
                for m in clause.mentions("person", "office", "state", parts=("subject",))
                if m.states and m.states[0] != visitor.states[0]
            ),
            None,
        )
        return (host.states[0], host.spans, None) if host else None
    parts = ("to", "at", "object") if not (clause.concept == "visit" and not clause.nominal) else ("object", "to", "at")
    places = clause.mentions("place", parts=parts)
    states = [m for m in clause.mentions("state", parts=parts) if not m.form.startswith("demonym")]
    for mention in [*states, *places]:
        if len(mention.states) == 1 and mention.states[0] != visitor.states[0]:
            place = next((p for p in places if p.states == mention.states), None)
            return mention.states[0], mention.spans, place or (mention if mention.form == "capital" else None)
    return None


def _type(views: Views, clause: Clause) -> tuple[str, tuple[Span, ...]]:
    """State, official or working, where the clause says so."""
    told = next((m for m in views.within(clause.scope, "manner") if m.form in ("state", "official", "working")), None)
    return (told.form, (told.span,)) if told is not None else ("", ())


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
