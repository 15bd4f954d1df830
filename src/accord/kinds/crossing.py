"""Border crossings and what was done with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, near_states, put_start, sure_and_last
from accord.languages.views import Clause, Mention, Views
from accord.plover import Act, by_key
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("name", Type.NAME, frozenset({Role.TITLE, Role.WHERE}), Match.NAME, required=True),
    code("action", "planned opened reopened closed", Role.STEP, required=True),
    Field("states", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.SET),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
)

_ACTIONS = {
    "crossing/open": "opened",
    "crossing/keep": "opened",
    "crossing/reopen": "reopened",
    "crossing/close": "closed",
    "crossing/build": "planned",
    "crossing/plan": "planned",
    "crossing/follow": "planned",
    "crossing/cancel": "planned",
}


def find(views: Views) -> Iterator[Draft]:
    """Crossings that are opened, reopened, closed or planned. That one stands open is no news; that it shall is."""
    clauses = list(sure_and_last(views, "crossing", _ACTIONS))
    closed = {c.name for k in clauses if _shuts(k) for c in k.mentions("crossing")}  # anywhere in the document
    shut: set[tuple[str, int]] = set()  # crossings told as closed so far, with the sentence
    for clause in clauses:
        if clause.concept in ("crossing/keep", "crossing/follow") and clause.status not in ("planned", "proposed"):
            continue
        for crossing in clause.mentions("crossing"):
            draft = Draft("crossing", anchor(views, clause), status=_status(clause))
            action = _action(clause)
            if _shuts(clause):
                shut.add((crossing.name, clause.sentence))
            if clause.concept == "crossing/open" and (
                (crossing.name, clause.sentence) in shut or (action == "planned" and crossing.name in closed)
            ):
                action = "reopened"
            draft.put("name", crossing.name, crossing.spans[:3]).put("action", action)
            yield put_start(_put_states(draft, views, clause, crossing), clause.when)


def _put_states(draft: Draft, views: Views, clause: Clause, crossing: Mention) -> Draft:
    pair = set(views.pair[:2])
    if len(crossing.states) == 2 and (len(pair) < 2 or pair & set(crossing.states)):  # else towns of the same name
        return draft.put("states", list(crossing.states), crossing.spans)
    states, spans = near_states(views, clause)
    if len(states) != 2 and len(views.pair) > 1:
        states, spans = views.pair[:2], views.pair_evidence[:2]
    return draft.put("states", list(states[:2]), spans)


def _status(clause: Clause) -> str:
    if clause.concept == "crossing/cancel":
        return "cancelled"
    return "planned" if clause.concept == "crossing/plan" and clause.status == "reported" else clause.status


def _shuts(clause: Clause) -> bool:
    return clause.concept == "crossing/close" and clause.status == "reported"


def _begins(clause: Clause) -> bool:
    """Whether the clause says from when on ("open at all hours as from DATE")."""
    return clause.when is not None and clause.when.attributes.get("preposition") in ("from", "on", "in")


def _action(clause: Clause) -> str:
    if clause.concept == "crossing/keep" and clause.status == "planned" and _begins(clause):
        return "planned"
    if clause.concept == "crossing/open" and clause.status in ("planned", "proposed"):
        return "planned"
    return _ACTIONS[clause.concept]


def same(a: Draft, b: Draft) -> bool:
    """One crossing and one act; days that differ are two acts."""
    dates = a.get("date"), b.get("date")
    return (
        (a.get("action"), a.status) == (b.get("action"), b.status)
        and (None in dates or dates[0] == dates[1])
        and _of_one(str(a.get("name")), str(b.get("name")))
    )


def _of_one(left: str, right: str) -> bool:
    """Whether two names are one crossing's: the same, or one the half of a double name ("Narva", "Narva–Ivangorod")."""
    if left == right:
        return True
    ends = [set(re.split(r"\s*[-–—/]\s*", name)) for name in (left, right)]
    return ends[0] <= ends[1] or ends[1] <= ends[0]


EXAMPLES = (
    Example(
        "The Suam border post between Kenya and Uganda was reopened on 17 February 2025.",
        ({"name": "Suam", "action": "reopened", "date": "2025-02-17"},),
    ),
    Example("The zebra crossing at the school was closed on 17 February 2025."),
)

act = by_key(
    "action",
    {
        "planned": Act("AGREE", context=("territory",)),
        "opened": Act("COOPERATE", context=("territory",)),
        "reopened": Act("COOPERATE", context=("territory",)),
        "closed": Act("COERCE", "restrict", ("territory",)),
    },
)
KIND = Kind("crossing", FIELDS, find, lambda values: "border", same, EXAMPLES, act)
