"""Violence or a dispute on the ground."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, near_states, put_date
from accord.languages.views import Clause, Mention, Views
from accord.plover import Act, by_key
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("states", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.SET, required=True),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    code("type", "clash shooting attack protest dispute airspace detention cyber", Role.TITLE, match=Match.EXACT),
    Field("place", Type.PLACE, frozenset({Role.WHERE}), Match.NAME),
    Field("killed", Type.NUMBER, frozenset({Role.VALUE})),
    Field("injured", Type.NUMBER),
)

_VERBS = {
    "clash": "clash",
    "attack": "attack",
    "shoot": "shooting",
    "detain": "detention",
    "violate": "airspace",
    "demonstrate": "protest",
}


def find(views: Views) -> Iterator[Draft]:
    """Clashes, attacks, shootings, detentions, told by a verb or a noun, with the dead and injured that the sentence counts."""
    found = False
    for sentence in views.sentences:
        clauses = [c for c in views.clauses if c.sentence == sentence.index]
        draft = _told(views, [c for c in clauses if not c.nominal], found)
        if draft is not None:
            found = True
            yield draft


def _told(views: Views, clauses: list[Clause], before: bool) -> Draft | None:
    """The incident of one sentence; the dead alone make one only where none was told before."""
    trigger = next((c for c in clauses if c.concept in _VERBS and (c.concept != "detain" or _across(c))), None)
    noun = next((m for c in clauses for m in c.mentions("incident")), None)
    harmed = next((c for c in clauses if c.concept in ("kill", "injure") and c.status == "reported"), None)
    if trigger is None and noun is None and (harmed is None or before):
        return None
    clause = trigger or next((c for c in clauses if c.mentions("incident")), harmed)
    assert clause is not None
    counts = any(m.name == "incidents" for c in clauses if c.concept == "figure" for m in c.mentions("figure"))
    when = _when(clauses, clause)
    if (
        noun is not None
        and trigger is None
        and harmed is None
        and (counts or (noun.attributes.get("plural") and (when is None or clause.status != "reported")))
    ):
        return None
    if when is not None and when.period is not None and when.period.open:
        return None
    states, spans = near_states(views, clause)
    if len(states) < 2 or (when is None and harmed is None) or clause.status in ("planned", "proposed"):
        return None
    draft = Draft("incident", anchor(views, clause), status=clause.status)
    type_ = _VERBS[trigger.concept] if trigger is not None else noun.form if noun is not None else "clash"
    draft.put("states", list(states[:3]), spans).put("type", type_, [clause.trigger])
    put_date(draft, when)
    place = next((m for c in clauses for m in c.mentions("place", parts=("at",))), None)
    if place is not None:
        draft.put("place", place.attributes.get("name", place.name), [place.span])
    _casualties(views, clause, draft)
    return draft


def _when(clauses: list[Clause], clause: Clause) -> Mention | None:
    """Its own date, else one that belongs to another act of the sentence, but not to the saying of it."""
    if clause.when is not None and not clause.when.attributes.get("inherited"):
        return clause.when
    said = {id(c.when) for c in clauses if c.concept in ("say", "stress", "judge")}
    return next(
        (
            c.when
            for c in clauses
            if c.when is not None
            and not c.when.attributes.get("inherited")
            and id(c.when) not in said
            and c.concept not in ("figure", "commit", "assess")
        ),
        None,
    )


def _across(clause: Clause) -> bool:
    """Whether a detention is told of two states."""
    return len({s for m in clause.mentions("state", "person", "office") for s in m.states}) >= 2


def _casualties(views: Views, clause: Clause, draft: Draft) -> None:
    """The dead and injured that the sentence counts in all."""
    for figure in views.of("figure"):
        if figure.sentence != clause.sentence:
            continue
        for mention in figure.mentions("figure"):
            key = {"killed": "killed", "injured": "injured"}.get(mention.name)
            if (
                key
                and mention.amount is not None
                and draft.get(key) is None
                and len(mention.attributes.get("about") or ("", "")) > 1
            ):
                draft.put(key, mention.amount.value, mention.attributes.get("spans", ()))


def same(a: Draft, b: Draft) -> bool:
    """One incident of a document: the same states, no other day, and no other count of the dead."""
    violent = {"clash", "shooting", "attack"}
    types = {a.get("type"), b.get("type")}
    alike = len(types) == 1 or types <= violent
    dates, dead = (a.get("date"), b.get("date")), (a.get("killed"), b.get("killed"))
    return (
        set(a.get("states")) == set(b.get("states")) and a.status == b.status and alike
        and (None in dates or (dates[0] == dates[1] and (None in dead or dead[0] == dead[1])))
    )  # fmt: skip


EXAMPLES = (
    Example(
        "Indian and Bangladeshi guards clashed near Agartala on 3 May 2024, and two people were killed.",
        ({"states": ["IND", "BGD"], "date": "2024-05-03", "type": "clash", "killed": 2},),
    ),
    Example("The two teams clashed in the final on 3 May 2024."),
)

act = by_key(
    "type",
    {
        "clash": Act("ASSAULT", context=("military",)),
        "attack": Act("ASSAULT", context=("military",)),
        "shooting": Act("ASSAULT", "firearms", ("military",)),
        "protest": Act("PROTEST", "demo"),
        "dispute": Act("REJECT", "change", ("territory",)),
        "airspace": Act("MOBILIZE", "troops", ("military", "territory")),
        "detention": Act("COERCE", "arrest", ("human_security",)),
        "cyber": Act("COERCE", "cyber", ("cyber",)),
    },
)
KIND = Kind("incident", FIELDS, find, lambda values: "security", same, EXAMPLES, act)
