"""Joint commissions, councils and committees, and their sessions."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, near_states, place_of, put_date
from accord.languages.views import Clause, Mention, Views
from accord.plover import Act, by_key
from accord.record import Field, Match, Role, Type
from accord.values import Period

FIELDS = (
    Field("name", Type.NAME, frozenset({Role.TITLE}), Match.NAME, required=True),
    Field("parties", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.SET),
    code("action", "established session-held session-planned dissolved mentioned", Role.STEP, required=True),
    Field("ordinal", Type.NUMBER, frozenset(), Match.NUMBER),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    Field("place", Type.PLACE, frozenset({Role.WHERE})),
    Field("chairs", Type.PEOPLE),
)

_SHARED = ("committee", "commission", "group", "mechanism")  # forms that are joint where other joint bodies sit
_ACTIONS = {"establish": "established", "dissolve": "dissolved"}


def find(views: Views) -> Iterator[Draft]:
    """Bodies founded or dissolved, their sessions held or to come, and those only spoken of."""
    told: list[frozenset[str]] = []
    for clause in views.clauses:
        if clause.concept != "sitting" and clause.concept not in _ACTIONS:
            continue
        for body in clause.mentions("body"):
            action = _action(clause, body)
            if action is None or (body.definite and not body.attributes.get("telling")):
                continue
            told.append(_telling(body))
            yield _draft(views, clause, body, action)
    for body in (m for m in views.mentions if m.type == "body"):
        is_ = body.attributes.get
        if not (is_("telling") and is_("titled")) or is_("plural") or body.ordinal is not None:
            continue
        if not is_("joint") and (body.form not in _SHARED or not told):
            continue
        words = _telling(body)
        if any(words <= other or other <= words for other in told):
            continue
        told.append(words)
        states, spans = (
            (body.states, body.antecedents) if len(body.states) >= 2 else (views.pair[:2], views.pair_evidence[:2])
        )
        draft = Draft("body", body.span)
        yield draft.put("name", body.name, [body.span]).put("parties", list(states), spans).put("action", "mentioned")


def _telling(body: Mention) -> frozenset[str]:
    return frozenset(w for w in body.name.casefold().split() if len(w) > 3)


def _action(clause: Clause, body: Mention) -> str | None:
    if clause.concept in _ACTIONS:
        own = any(a.mention is body and a.part in ("object", "of") for a in clause.arguments)
        return _ACTIONS[clause.concept] if own and body.ordinal is None else None
    return "session-held" if clause.status == "reported" and clause.tense != "future" else "session-planned"


def _draft(views: Views, clause: Clause, body: Mention, action: str) -> Draft:
    status = clause.status if action != "session-planned" or clause.status != "reported" else "planned"
    if action == "session-planned" and status in ("proposed", "hypothetical"):
        status = "planned"
    draft = Draft("body", anchor(views, clause), status=status)
    states, spans = (body.states, body.antecedents) if len(body.states) >= 2 else near_states(views, clause)
    if len(body.states) < 2 and any(True for _ in views.within(body.span, "organisation")):
        states, spans = (), ()  # an organ of an organisation is not of the two states that are spoken of
    if len(states) == 1 and body.attributes.get("three") and not set(states) & set(views.pair[:2]):
        states, spans = (*views.pair[:2], *states), (*views.pair_evidence[:2], *spans)
    draft.put("name", body.name, body.spans).put("parties", list(states[:4]), spans).put("action", action)
    if action.startswith("session"):
        for number in clause.mentions("ordinal"):
            draft.put("ordinal", number.ordinal, [number.span])
        chairs = clause.mentions("person", parts=("by",))
        if chairs:
            draft.put("chairs", [c.name for c in chairs], [s for c in chairs for s in c.spans])
    put_date(draft, clause.when)
    place = place_of(clause)
    if place:
        draft.put("place", place[0], place[1])
    return draft


def same(a: Draft, b: Draft) -> bool:
    """One thing done by one body: the names alike, the same action and no other ordinal."""
    left, right = ({w for w in str(d.get("name")).casefold().split() if len(w) > 3} for d in (a, b))
    ordinals = a.get("ordinal"), b.get("ordinal")
    if _one_session(a, b):
        return True
    return (
        a.get("action") == b.get("action")
        and a.status == b.status
        and (left <= right or right <= left)
        and (ordinals[0] == ordinals[1] is not None or (None in ordinals and _days_agree(a, b)))
    )


def _days_agree(a: Draft, b: Draft) -> bool:
    """Whether the dates of two sessions held may be one day; one without a date agrees with any."""
    if a.get("action") != "session-held":
        return True
    days = [Period.parse(str(d.get("date"))) for d in (a, b) if d.get("date")]
    return len(days) < 2 or days[0].overlaps(days[1])


def _one_session(a: Draft, b: Draft) -> bool:
    """Whether two sessions of one number, day and place are one, however their bodies are called."""
    heads = (str(d.get("name")).casefold().split() for d in (a, b))
    days = a.get("date"), b.get("date")
    return (
        a.get("action") == b.get("action")
        and a.status == b.status
        and a.get("ordinal") is not None
        and a.get("ordinal") == b.get("ordinal")
        and days[0] is not None
        and days[0] == days[1]
        and a.get("place") == b.get("place")
        and len(set.intersection(*(set(h) for h in heads)) - {"the", "of", "and", "on", "for", "joint"}) > 0
    )


EXAMPLES = (
    Example(
        "The fifth session of the Kenya-Uganda Joint Permanent Commission was held in Kampala on 3 March 2025.",
        (
            {
                "name": "Kenya-Uganda Joint Permanent Commission",
                "action": "session-held",
                "ordinal": 5,
                "date": "2025-03-03",
                "place": "Kampala",
            },
        ),
    ),
    Example("The European Commission met on 3 March 2025."),
)

act = by_key(
    "action",
    {
        "established": Act("SUPPORT"),
        "session-held": Act("CONSULT", refused="meet"),
        "session-planned": Act("AGREE", refused="meet"),
        "dissolved": Act("SANCTION", "discontinue"),
    },
)
KIND = Kind("body", FIELDS, find, lambda values: "bodies", same, EXAMPLES, act)
