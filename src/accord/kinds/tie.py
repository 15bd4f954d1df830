"""Standing ties: diplomatic relations, embassies, sister cities, visa and trade regimes."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, near_states, put_start
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

_TRADE = "trade-regime"
_ACTIONS = {
    "tie/establish": "established",
    "tie/upgrade": "upgraded",
    "tie/downgrade": "downgraded",
    "tie/suspend": "suspended",
    "tie/restore": "restored",
    "tie/propose": "established",
    "tie/plan": "established",
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
                if t.form == _TRADE and len((d := _draft(views, clause, t)).get("between") or ()) == 2
            )


def _bond(views: Views, clause: Clause) -> Draft:
    tie = clause.mentions("tie")[0]
    draft = Draft("tie", anchor(views, clause), status=clause.status)
    ends = tie.attributes.get("places") or tie.states
    draft.put("type", tie.form, [tie.span]).put("between", list(ends), tie.antecedents)
    draft.put("action", tie.attributes["action"], [tie.span])
    for place in clause.mentions("place", "state", parts=("at",)):
        draft.put("place", place.attributes.get("name", place.name), place.spans)
    return put_start(draft, clause.when or _signed(views, clause, tie))


def _signed(views: Views, clause: Clause, tie: Mention) -> Mention | None:
    """The day on which the paper was signed whose title tells of twinned towns."""
    if not tie.attributes.get("places"):
        return None
    signed = (c for c in views.of("sign", "list") if c.when is not None)
    return next((c.when for c in signed if any(clause.trigger.overlaps(p.span) for p in c.mentions("paper"))), None)


def _draft(views: Views, clause: Clause, tie: Mention) -> Draft:
    told = {"tie/propose": "proposed", "tie/plan": "planned"}.get(clause.concept, clause.status)
    draft = Draft("tie", anchor(views, clause), status=told if clause.status == "reported" else clause.status)
    between, spans = _between(views, clause, tie)
    draft.put("type", tie.form, [tie.span]).put("between", between[:2], spans).put("action", _ACTIONS[clause.concept])
    return put_start(draft, clause.when)


def _between(views: Views, clause: Clause, tie: Mention) -> tuple[list[str], tuple[Span, ...]]:
    """The two states: of the clause and the tie, then those nearby."""
    found: dict[str, Span] = {}
    for mention in (*clause.mentions("state"), tie):
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
