"""Border crossings and what was done with them."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, near_states, put_date
from accord.languages.views import Clause, Views
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("name", Type.NAME, frozenset({Role.TITLE, Role.WHERE}), Match.NAME, required=True),
    code("action", "planned opened reopened closed", Role.STEP, required=True),
    Field("states", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.SET),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
)

_ACTIONS = {"open": "opened", "reopen": "reopened", "close": "closed", "resume": "reopened", "launch": "opened", "inaugurate": "opened", "build": "planned", "suspend": "closed"}


def find(views: Views) -> Iterator[Draft]:
    """Crossings that are opened, reopened or closed."""
    for clause in views.of(*_ACTIONS):
        if clause.concept in ("resume", "launch", "inaugurate", "suspend") and clause.passive is False and not clause.mentions("crossing", parts=("object", "of")):
            continue
        for crossing in clause.mentions("crossing"):
            if crossing.definite:
                continue
            action = _action(clause)
            draft = Draft("crossing", anchor(views, clause), status=clause.status)
            draft.put("name", crossing.name, [crossing.span]).put("action", action)
            states, spans = near_states(views, clause)
            draft.put("states", list(states[:2]), spans)
            yield put_date(draft, clause.when)


def _action(clause: Clause) -> str:
    action = _ACTIONS[clause.concept]
    return "planned" if action in ("opened",) and clause.status in ("planned", "proposed") else action


def same(a: Draft, b: Draft) -> bool:
    """One crossing and one act; days that differ are two acts."""
    dates = a.get("date"), b.get("date")
    return (a.get("name"), a.get("action"), a.status) == (b.get("name"), b.get("action"), b.status) and (None in dates or dates[0] == dates[1])


EXAMPLES = (
    Example("The Suam border post was reopened on 17 February 2025.", ({"name": "Suam", "action": "reopened", "date": "2025-02-17"},)),
    Example("The zebra crossing at the school was closed on 17 February 2025."),
)
KIND = Kind("crossing", FIELDS, find, lambda values: "border", same, EXAMPLES)
