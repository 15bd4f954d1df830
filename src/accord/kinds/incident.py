"""Violence or a dispute on the ground."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, near_states, place_of, put_date
from accord.languages.views import Clause, Views
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("states", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.SET, required=True),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    code("type", "clash shooting attack protest dispute airspace detention cyber", Role.TITLE, match=Match.EXACT),
    Field("place", Type.PLACE, frozenset({Role.WHERE}), Match.NAME),
    Field("killed", Type.NUMBER, frozenset({Role.VALUE})),
    Field("injured", Type.NUMBER),
)

_VERBS = {"clash": "clash", "attack": "attack", "shoot": "shooting", "detain": "detention", "violate": "airspace"}


def find(views: Views) -> Iterator[Draft]:
    """Clashes, attacks, shootings, detentions: with their dead and injured where the sentence counts them."""
    for clause in views.clauses:
        if clause.concept not in (*_VERBS, "kill", "injure") and not clause.mentions("incident"):
            continue
        incident = next(iter(clause.mentions("incident")), None)
        type_ = incident.form if incident else _VERBS.get(clause.concept, "")
        states, spans = near_states(views, clause)
        if len(states) < 2 or not type_ and clause.concept not in ("kill", "injure") or clause.when is None and not _counted(views, clause) or type_ == "detention" and incident is None and clause.when is None:
            continue
        draft = Draft("incident", anchor(views, clause), status=clause.status)
        draft.put("states", list(states[:3]), spans).put("type", type_ or "clash", [incident.span if incident else clause.trigger])
        put_date(draft, clause.when)
        place = place_of(clause)
        if place:
            draft.put("place", place[0], place[1])
        _casualties(views, clause, draft)
        yield draft


def _counted(views: Views, clause: Clause) -> bool:
    """Whether the sentence counts the incidents or their victims: then a day is not needed."""
    return any(m.type == "number" for m in views.within(views.sentences[clause.sentence].span, "number")) and any(c.concept in ("kill", "injure") for c in views.clauses if c.sentence == clause.sentence)


def _casualties(views: Views, clause: Clause, draft: Draft) -> None:
    """The dead and injured that the sentence counts in all."""
    for figure in views.of("figure"):
        if figure.sentence != clause.sentence:
            continue
        for mention in figure.mentions("figure"):
            key = {"killed": "killed", "injured": "injured"}.get(mention.name)
            if key and mention.amount is not None and draft.get(key) is None:
                draft.put(key, mention.amount.value, mention.attributes.get("spans", ()))


def same(a: Draft, b: Draft) -> bool:
    """One incident of a document: the same states, no other day, and no other count of the dead."""
    violent = {"clash", "shooting", "attack"}
    types = {a.get("type"), b.get("type")}
    alike = len(types) == 1 or types <= violent
    dates, dead = (a.get("date"), b.get("date")), (a.get("killed"), b.get("killed"))
    return (
        set(a.get("states")) == set(b.get("states")) and a.status == b.status and alike
        and (None in dates or dates[0] == dates[1]) and (None in dead or dead[0] == dead[1])
    )  # fmt: skip


EXAMPLES = (
    Example("Indian and Bangladeshi guards clashed near Agartala on 3 May 2024, and two people were killed.", ({"states": ["IND", "BGD"], "date": "2024-05-03", "type": "clash", "killed": 2},)),
    Example("The two teams clashed in the final on 3 May 2024."),
)
KIND = Kind("incident", FIELDS, find, lambda values: "security", same, EXAMPLES[:1])
