"""Violence or a dispute on the ground."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, put_date, states_in
from accord.languages.views import Views
from accord.plover import Act, by_key
from accord.record import Field, Match, Role, Type
from accord.values import Period

FIELDS = (
    Field("states", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.SET, required=True),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    code("type", "clash shooting attack protest dispute airspace detention cyber", Role.TITLE, match=Match.EXACT),
    Field("place", Type.PLACE, frozenset({Role.WHERE}), Match.NAME),
    Field("killed", Type.NUMBER, frozenset({Role.VALUE})),
    Field("injured", Type.NUMBER),
)


_MONTH = len("2021-03")


def find(views: Views) -> Iterator[Draft]:
    """Clashes, attacks, detentions and the like between two states, with the dead and injured that the sentence counts."""
    for clause in views.of("incident", "incident-last"):
        states, spans = states_in(clause.mentions("state"))
        kind = clause.mentions("incident")[0]
        draft = Draft("incident", anchor(views, clause), status=clause.status)
        draft.put("states", list(states[:3]), spans).put("type", kind.form, [clause.trigger])
        put_date(draft, clause.when)
        place = next(iter(clause.mentions("place")), None)
        if place is not None:
            draft.put("place", place.name, [place.span])
        for figure in clause.mentions("figure"):
            if figure.amount is not None:
                draft.put(figure.name, figure.amount.value, [figure.span])
        yield draft


def same(a: Draft, b: Draft) -> bool:
    """One incident of a document: the same states, no other day, and no other count of the dead."""
    violent = {"clash", "shooting", "attack"}
    types = {a.get("type"), b.get("type")}
    alike = len(types) == 1 or types <= violent
    dead = a.get("killed"), b.get("killed")
    return (
        set(a.get("states")) == set(b.get("states"))
        and a.status == b.status
        and alike
        and _one_day(a.get("date"), b.get("date"))
        and (None in (a.get("date"), b.get("date")) or None in dead or dead[0] == dead[1])
    )


def _one_day(left: str | None, right: str | None) -> bool:
    """Whether two dates may be one: one lies within the other, or is not told; a year or a month alone is that of some
    other one."""
    if left is None or right is None or left == right:
        return left == right or len(left or right or "") > _MONTH
    a, b = Period.parse(left), Period.parse(right)
    return a.overlaps(b)


EXAMPLES = (
    Example(
        "Indian and Bangladeshi guards clashed near Agartala on 3 May 2024, and two people were killed.",
        ({"states": ["IND", "BGD"], "date": "2024-05-03", "type": "clash", "killed": 2},),
    ),
    Example("The two teams clashed in the final on 3 May 2024."),
)

act = by_key(
    "type",
    {
        "clash": Act("ASSAULT", context=("military",)),
        "attack": Act("ASSAULT", context=("military",)),
        "shooting": Act("ASSAULT", "firearms", ("military",)),
        "protest": Act("PROTEST", "demo"),
        "dispute": Act("REJECT", "change", ("territory",)),
        "airspace": Act("MOBILIZE", "troops", ("military", "territory")),
        "detention": Act("COERCE", "arrest", ("human_security",)),
        "cyber": Act("COERCE", "cyber", ("cyber",)),
    },
)
KIND = Kind("incident", FIELDS, find, lambda values: "security", same, EXAMPLES, act)
