"""Standing ties: diplomatic relations, embassies, sister cities, visa and trade regimes."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, near_states, put_date
from accord.languages.views import Clause, Mention, Views
from accord.record import Field, Match, Role, Type

FIELDS = (
    code("type", "diplomatic-relations embassy consulate ambassador sister-cities strategic-partnership visa-regime trade-regime", Role.TITLE, match=Match.EXACT, required=True),
    Field("between", Type.ACTORS, frozenset({Role.CONCERNS, Role.WHO}), Match.SET, required=True),
    code("action", "established opened upgraded downgraded suspended restored severed closed", Role.STEP),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    Field("place", Type.PLACE, frozenset({Role.WHERE}), Match.NAME),
)

_ACTIONS = {
    "establish": "established", "open": "opened", "upgrade": "upgraded", "downgrade": "downgraded", "suspend": "suspended", "restore": "restored", "resume": "restored",
    "sever": "severed", "close": "closed", "recall": "suspended", "expel": "severed", "reopen": "opened", "lift": "upgraded", "appoint": "established", "return": "restored", "maintain": "opened",
}  # fmt: skip
_OPEN = ("embassy", "consulate")


def find(views: Views) -> Iterator[Draft]:
    """Relations, missions, partnerships and regimes, and what was done with them."""
    for clause in views.clauses:
        if clause.concept == "sign":
            yield from _founded(views, clause)
        if clause.concept not in _ACTIONS:
            continue
        for tie in clause.mentions("tie", parts=("object", "subject", "of")):
            if not _fits(clause, tie):
                continue
            yield _draft(views, clause, tie)


def _founded(views: Views, clause: Clause) -> Iterator[Draft]:
    """Ties that a signed paper founds by its title ("agreement to establish sister-city relations between A and B")."""
    for paper in clause.mentions("paper"):
        for tie in views.within(paper.span, "tie"):
            if tie.form == "sister-cities":
                places = [m for m in views.within(paper.span, "place", "state") if m.attributes.get("name")][:2]
                draft = Draft("tie", anchor(views, clause), status=clause.status)
                draft.put("type", tie.form, [tie.span]).put("between", [p.attributes["name"] for p in places], [p.span for p in places])
                yield put_date(draft.put("action", "established"), clause.when)


def _fits(clause: Clause, tie: Mention) -> bool:
    concept = clause.concept
    if tie.form == "ambassador":
        return concept in ("recall", "expel", "restore", "appoint", "return")
    if tie.form in _OPEN:
        return concept in ("open", "reopen", "close", "establish", "suspend", "maintain", "downgrade", "upgrade")
    if concept in ("recall", "expel", "appoint", "maintain"):
        return False
    return not (concept in ("open", "close", "reopen") and tie.form in ("diplomatic-relations", "strategic-partnership"))


def _draft(views: Views, clause: Clause, tie: Mention) -> Draft:
    draft = Draft("tie", anchor(views, clause), status=clause.status)
    states, spans = near_states(views, clause)
    draft.put("type", tie.form, [tie.span]).put("between", list(states[:2]), spans)
    action = _ACTIONS[clause.concept]
    draft.put("action", "opened" if tie.form in _OPEN and action == "established" else action)
    place = next(iter(clause.mentions("place", parts=("at", "to"))), None)
    if place and tie.form in _OPEN:
        draft.put("place", place.attributes.get("name", place.name), [place.span])
    return put_date(draft, clause.when)


def same(a: Draft, b: Draft) -> bool:
    return all(a.get(k) == b.get(k) for k in ("type", "action", "place")) and set(a.get("between")) == set(b.get("between")) and a.status == b.status


EXAMPLES = (
    Example("Kenya and Peru established diplomatic relations on 4 June 1975.", ({"type": "diplomatic-relations", "between": ["KEN", "PER"], "date": "1975-06-04", "action": "established"},)),
    Example("The museum opened opposite the embassy."),
)
KIND = Kind("tie", FIELDS, find, lambda values: "ties", same, EXAMPLES)
