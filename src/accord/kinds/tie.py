"""Standing ties: diplomatic relations, embassies, sister cities, visa and trade regimes."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, near_states, put_date
from accord.languages.views import Clause, Mention, Views
from accord.plover import Act
from accord.record import Field, Match, Role, Type, Values
from accord.values import Period

FIELDS = (
    code(
        "type",
        "diplomatic-relations embassy consulate ambassador sister-cities strategic-partnership visa-regime "
        "trade-regime",
        Role.TITLE,
        match=Match.EXACT,
        required=True,
    ),
    Field("between", Type.ACTORS, frozenset({Role.CONCERNS, Role.WHO}), Match.SET, required=True),
    code("action", "established opened upgraded downgraded suspended restored severed closed", Role.STEP),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    Field("place", Type.PLACE, frozenset({Role.WHERE}), Match.NAME),
)

_ACTIONS = {
    "tie/establish": "established",
    "tie/open": "opened",
    "tie/upgrade": "upgraded",
    "tie/downgrade": "downgraded",
    "tie/suspend": "suspended",
    "tie/restore": "restored",
    "tie/sever": "severed",
    "tie/close": "closed",
    "tie/keep": "",
    "tie/propose": "",
    "tie/plan": "",
}
_MISSIONS = ("embassy", "consulate")
_SISTERS = "sister-cities"
_FITTING = {  # the acts that a type of tie admits
    "ambassador": frozenset({"establish", "suspend", "restore", "sever"}),
    "embassy": frozenset(
        {"open", "establish", "close", "keep", "upgrade", "downgrade", "suspend", "restore", "propose", "plan"}
    ),
    "consulate": frozenset(
        {"open", "establish", "close", "keep", "upgrade", "downgrade", "suspend", "restore", "propose", "plan"}
    ),
    "diplomatic-relations": frozenset({"establish", "suspend", "restore", "sever", "upgrade", "downgrade", "keep"}),
    "strategic-partnership": frozenset({"establish", "upgrade", "downgrade", "suspend", "sever", "propose", "plan"}),
    "sister-cities": frozenset({"establish", "suspend", "sever", "keep", "propose", "plan"}),
    "visa-regime": frozenset({"establish", "upgrade", "downgrade", "suspend", "restore", "propose", "plan"}),
    "trade-regime": frozenset({"establish", "upgrade", "downgrade", "suspend", "restore", "propose", "plan"}),
}


def find(views: Views) -> Iterator[Draft]:
    """Relations, missions, partnerships and regimes, and what was done with them."""
    for clause in views.clauses:
        if clause.concept == "bond":
            yield _bond(views, clause)
        if clause.concept in _ACTIONS:
            yield from (
                d
                for t in clause.mentions("tie")
                if t.form == "trade-regime"
                and _fits(clause, t)
                and len((d := _draft(views, clause, t)).get("between") or ()) == 2
            )


def _bond(views: Views, clause: Clause) -> Draft:
    tie = clause.mentions("tie")[0]
    draft = Draft("tie", anchor(views, clause), status=clause.status)
    draft.put("type", tie.form, [tie.span]).put(
        "between", list(tie.attributes.get("places") or tie.states), tie.antecedents
    )
    draft.put("action", tie.attributes["action"], [tie.span])
    for place in clause.mentions("place", "state", parts=("at",)):
        draft.put("place", place.attributes.get("name", place.name), place.spans)
    return put_date(draft, clause.when)


def _fits(clause: Clause, tie: Mention) -> bool:
    concept = clause.concept.partition("/")[2]
    if concept not in _FITTING[tie.form] or (tie.form == _SISTERS and not tie.attributes.get("places")):
        return False
    if tie.attributes.get("bare") and concept not in ("sever", "downgrade", "suspend"):
        return False
    return tie.form not in ("diplomatic-relations", _SISTERS) or concept != "keep" or clause.when is not None


def _draft(views: Views, clause: Clause, tie: Mention) -> Draft:
    concept = clause.concept.partition("/")[2]
    status = (
        {"propose": "proposed", "plan": "planned"}.get(concept, clause.status)
        if clause.status == "reported"
        else clause.status
    )
    draft = Draft("tie", anchor(views, clause), status=status)
    place = next(
        (m for m in clause.mentions("place", parts=("at", "to", "from")) if tie.form in (*_MISSIONS, "ambassador")),
        tie.attributes.get("seat"),
    )
    between, spans = _between(views, clause, tie, place)
    draft.put("type", tie.form, [tie.span]).put("between", between[:2], spans).put("action", _action(concept, tie))
    if place is not None:
        draft.put("place", place.attributes.get("name", place.name), [place.span])
    return put_date(draft, clause.when)


def _action(concept: str, tie: Mention) -> str:
    action = _ACTIONS[f"tie/{concept}"]
    if tie.form == "visa-regime" and action == "established":
        return "upgraded" if tie.attributes.get("free") else "downgraded"
    if tie.form in _MISSIONS and (action == "established" or concept in ("propose", "plan")):
        return "opened"
    if concept in ("propose", "plan") or (concept == "keep" and tie.form in ("diplomatic-relations", _SISTERS)):
        return "established"
    return action


def _between(views: Views, clause: Clause, tie: Mention, place: Mention | None) -> tuple[list[str], tuple[Span, ...]]:
    """The two states (the two places of sister cities): of the clause, the tie, its place, then those nearby."""
    if tie.form == _SISTERS:
        return list(tie.attributes["places"]), tie.spans
    found: dict[str, Span] = {}
    for mention in (*clause.mentions("state"), tie, *([place] if place is not None else [])):
        for state in mention.states:
            found.setdefault(state, mention.span)
    if len(found) == 2 or (len(found) > 2 and not clause.mentions("state", parts=("between",))):
        return list(found), tuple(found.values())
    states, spans = near_states(views, clause)
    together = list(dict.fromkeys([*found, *states]))
    return together, tuple(dict.fromkeys([*found.values(), *spans]))


def same(a: Draft, b: Draft) -> bool:
    """One act on one tie, at compatible places and days."""
    places = {d.get("place") for d in (a, b)} - {None}
    days = [Period.parse(d.get("date")) for d in (a, b) if d.get("date")]
    return (
        all(a.get(k) == b.get(k) for k in ("type", "action"))
        and len(places) < 2
        and set(a.get("between")) == set(b.get("between"))
        and a.status == b.status
        and (len(days) < 2 or days[0].overlaps(days[1]))
    )


EXAMPLES = (
    Example(
        "Kenya and Peru established diplomatic relations on 4 June 1975.",
        ({"type": "diplomatic-relations", "between": ["KEN", "PER"], "date": "1975-06-04", "action": "established"},),
    ),
    Example("The museum opened opposite the embassy."),
)

_CONTEXTS = {"visa-regime": ("migration",), "trade-regime": ("economic",)}


def act(values: Values) -> Act | None:
    action = values.get("action")
    context = _CONTEXTS.get(values["type"], ("diplomatic",))
    if action in ("established", "opened", "upgraded", "restored"):
        return Act("SUPPORT", context=context)
    if action == "downgraded" and values["type"] in _CONTEXTS:
        return Act("COERCE", "restrict", context)
    if action in ("downgraded", "suspended", "severed", "closed"):
        return Act("SANCTION", "discontinue" if values["type"] in _CONTEXTS else "withdraw", context)
    return None


KIND = Kind("tie", FIELDS, find, lambda values: "ties", same, EXAMPLES, act)
