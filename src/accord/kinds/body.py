"""Joint commissions, councils and committees, and their sessions."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, near_states, place_of, put_date
from accord.languages.views import Clause, Mention, Views
from accord.plover import Act, by_key
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("name", Type.NAME, frozenset({Role.TITLE}), Match.NAME, required=True),
    Field("parties", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.SET),
    code("action", "established session-held session-planned dissolved mentioned", Role.STEP, required=True),
    Field("ordinal", Type.NUMBER, frozenset(), Match.NUMBER),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    Field("place", Type.PLACE, frozenset({Role.WHERE})),
    Field("chairs", Type.PEOPLE),
)

_SESSION = ("session", "meet", "hold", "talk", "attend")
_ACTIONS = {"establish": "established", "dissolve": "dissolved"}


def find(views: Views) -> Iterator[Draft]:
    """Bodies founded or dissolved, their sessions held or to come, and those only spoken of."""
    told: set[str] = set()
    for clause in views.clauses:
        for body in clause.mentions("body"):
            action = _action(views, clause, body)
            if action is None or (body.definite and not body.name):
                continue
            told.add(body.name)
            yield _draft(views, clause, body, action)
    for body in (m for m in views.mentions if m.type == "body"):
        if (
            body.name not in told
            and body.attributes.get("telling")
            and body.attributes.get("titled")
            and not body.attributes.get("plural")
        ):
            told.add(body.name)
            states, spans = (
                (body.states, body.antecedents) if len(body.states) >= 2 else (views.pair[:2], views.pair_evidence[:2])
            )
            draft = Draft("body", body.span)
            yield (
                draft.put("name", body.name, [body.span]).put("parties", list(states), spans).put("action", "mentioned")
            )


def _action(views: Views, clause: Clause, body: Mention) -> str | None:
    if clause.concept in _ACTIONS and any(a.mention is body and a.part in ("object", "of") for a in clause.arguments):
        return _ACTIONS[clause.concept]
    if clause.concept not in _SESSION or (
        clause.concept == "meet"
        and clause.nominal
        and not any(a.mention is body and a.part in ("of", "subject") for a in clause.arguments)
    ):
        return None
    if body.ordinal is not None and clause.concept in ("hold", "meet", "attend", "session"):
        return "session-held" if clause.status == "reported" and clause.tense != "future" else "session-planned"
    if (
        clause.concept == "hold"
        and clause.passive
        and any(a.mention is body and a.part == "object" for a in clause.arguments)
    ):
        return "session-held" if clause.status == "reported" else "session-planned"
    if clause.concept == "talk" or (clause.concept == "hold" and not _ordinal(views, clause, body)):
        return None
    if (
        clause.concept == "meet"
        and not clause.nominal
        and not any(a.mention is body and a.part == "subject" for a in clause.arguments)
    ):
        return None
    return "session-held" if clause.status == "reported" and clause.tense != "future" else "session-planned"


def _ordinal(views: Views, clause: Clause, body: Mention) -> Mention | None:
    sentence = views.sentences[clause.sentence].span
    found = [m for m in views.within(sentence, "ordinal") if m.span.end <= body.span.start + 20 or True]
    return min(found, key=lambda m: abs(m.span.start - body.span.start), default=None)


def _draft(views: Views, clause: Clause, body: Mention, action: str) -> Draft:
    status = clause.status if action != "session-planned" or clause.status != "reported" else "planned"
    if action == "session-planned" and status in ("proposed", "hypothetical"):
        status = "planned"
    draft = Draft("body", anchor(views, clause), status=status)
    states, spans = (body.states, body.antecedents) if len(body.states) >= 2 else near_states(views, clause)
    draft.put("name", body.name, body.spans).put("parties", list(states[:4]), spans).put("action", action)
    if body.ordinal is not None:
        draft.put("ordinal", body.ordinal, [body.span])
    ordinal = _ordinal(views, clause, body) if body.ordinal is None else None
    if ordinal is not None and action.startswith("session"):
        draft.put("ordinal", ordinal.ordinal, [ordinal.span])
    put_date(draft, clause.when)
    place = place_of(clause)
    if place:
        draft.put("place", place[0], place[1])
    return draft


def same(a: Draft, b: Draft) -> bool:
    """One thing done by one body: the names alike, the same action and no other ordinal."""
    left, right = ({w for w in str(d.get("name")).casefold().split() if len(w) > 3} for d in (a, b))
    ordinals = a.get("ordinal"), b.get("ordinal")
    return (
        a.get("action") == b.get("action")
        and a.status == b.status
        and (left <= right or right <= left)
        and (None in ordinals or ordinals[0] == ordinals[1])
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
