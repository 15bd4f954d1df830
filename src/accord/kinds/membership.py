"""A state belongs to an organisation, joins or leaves it."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, near_states, put_date
from accord.languages.views import Clause, Views
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("state", Type.STATE, frozenset({Role.CONCERNS, Role.WHO}), Match.EXACT, required=True),
    Field("organisation", Type.ORGANISATION, frozenset({Role.TITLE}), Match.EXACT, required=True),
    code("action", "member joined left applied observer candidate", Role.STEP),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
)

_ACTIONS = {"join": "joined", "leave": "left", "apply": "applied", "belong": "member", "accession": "joined", "member": "member", "observer": "observer", "candidate": "candidate"}


def find(views: Views) -> Iterator[Draft]:
    """States that belong to an organisation, join or leave it."""
    for clause in views.of(*_ACTIONS):
        organisations = clause.mentions("organisation")
        if not organisations:
            continue
        states = [m for m in clause.mentions("state", parts=("subject", "of", "object", "between", "") if clause.concept in ("member", "belong") else ("subject", "of"))]
        for organisation in organisations:
            for mention in states:
                for state in mention.states:
                    draft = Draft("membership", anchor(views, clause), status=clause.status)
                    draft.put("state", state, mention.spans).put("organisation", organisation.name, [organisation.span]).put("action", _ACTIONS[clause.concept])
                    yield put_date(draft, clause.when if clause.concept in ("join", "leave", "apply", "accession") else None)


def same(a: Draft, b: Draft) -> bool:
    return (a.get("state"), a.get("organisation"), a.get("action"), a.status) == (b.get("state"), b.get("organisation"), b.get("action"), b.status)


def _unused(views: Views, clause: Clause) -> tuple[str, ...]:
    return near_states(views, clause)[0]


EXAMPLES = (
    Example("Kenya and Uganda are members of the East African Community.", ({"state": "KEN", "organisation": "EAC"}, {"state": "UGA", "organisation": "EAC"})),
    Example("Kenya praised the East African Community."),
)
KIND = Kind("membership", FIELDS, find, lambda values: "organisations", same, EXAMPLES)
