"""A state belongs to an organisation, joins or leaves it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, put_date
from accord.languages.views import Mention, Views
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("state", Type.STATE, frozenset({Role.CONCERNS, Role.WHO}), Match.EXACT, required=True),
    Field("organisation", Type.ORGANISATION, frozenset({Role.TITLE}), Match.EXACT, required=True),
    code("action", "member joined left applied observer candidate", Role.STEP),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
)

_ACTIONS = {
    "membership/join": "joined",
    "membership/leave": "left",
    "membership/apply": "applied",
    "membership/observe": "observer",
    "member": "member",
    "observer": "observer",
    "candidate": "candidate",
}
_BRACKETED = re.compile(r"\s*\(([A-Z]{3,8})\)")
_SHORT = re.compile(r"[A-Z]{3,8}")
_STANDING = frozenset({"member", "observer", "candidate"})


def find(views: Views) -> Iterator[Draft]:
    """States that belong to an organisation, join or leave it."""
    for clause in views.of(*_ACTIONS):
        parts = ("subject", "of", "object", "between", "by") if clause.concept in _STANDING else ("subject", "of", "by")
        for organisation in clause.mentions("organisation", parts=("object",)):
            for mention in clause.mentions("state", parts=parts):
                if organisation.span.overlaps(mention.span):
                    continue
                for state in mention.states:
                    draft = Draft("membership", anchor(views, clause), status=clause.status)
                    draft.put("state", state, mention.spans).put(
                        "organisation", _abbreviation(views, organisation), organisation.spans
                    ).put("action", _ACTIONS[clause.concept])
                    yield put_date(draft, clause.when)


def _abbreviation(views: Views, organisation: Mention) -> str:
    """The abbreviation that the text itself gives ("the West African Economic and Monetary Union (WAEMU)")."""
    own = views.text(organisation.span)
    behind = _BRACKETED.match(views.document.text, organisation.span.end)
    if behind is not None:
        return behind[1]
    return own if _SHORT.fullmatch(own) else organisation.name


def same(a: Draft, b: Draft) -> bool:
    """One act of one state in one organisation."""
    return (a.get("state"), a.get("organisation"), a.get("action"), a.status) == (
        b.get("state"),
        b.get("organisation"),
        b.get("action"),
        b.status,
    )


EXAMPLES = (
    Example(
        "Kenya and Uganda are members of the East African Community.",
        ({"state": "KEN", "organisation": "EAC"}, {"state": "UGA", "organisation": "EAC"}),
    ),
    Example("Kenya praised the East African Community."),
)
KIND = Kind("membership", FIELDS, find, lambda values: "organisations", same, EXAMPLES)
