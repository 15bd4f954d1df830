"""What else states do together or to each other."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, near_states, place_of, put_date, standing
from accord.languages.views import Clause, Mention, Views
from accord.plover import Act
from accord.record import Field, Match, Role, Type, Values
from accord.values import Period

FIELDS = (
    Field("name", Type.NAME, frozenset({Role.TITLE}), Match.NAME, required=True),
    Field("states", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.OVERLAP, required=True),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    Field("place", Type.PLACE, frozenset({Role.WHERE})),
    code(
        "type",
        "celebration summit forum exhibition exercise tournament aid ceremony consultation sanction expulsion vote",
    ),
)

_ACTS = {
    "summit": ("hold", "attend", "host", "receive", "celebrate", "open"), "forum": ("hold", "attend", "open", "receive"), "exhibition": ("hold", "open", "attend", "receive"),
    "exercise": ("hold", "launch", "complete", "attend"), "tournament": ("hold", "attend", "receive"), "celebration": ("hold", "celebrate", "attend", "receive"), "ceremony": ("hold", "attend"),
    "consultation": ("hold",), "sanction": ("impose", "lift", "announce"), "aid": ("deliver", "arrive"), "expulsion": ("expel", "announce"), "vote": ("hold",),
}  # fmt: skip


_ALIKE = 0.7  # share of the words of the shorter name
_DAYS = 14  # from the first day of what is staged to its last
_LASTING = ("exercise", "exhibition", "tournament", "celebration")
_STAGED = ("celebration", "summit", "forum", "exhibition", "exercise", "tournament")


def find(views: Views) -> Iterator[Draft]:
    """What states do together (hold, celebrate, exercise) or to each other (sanction, expel, aid)."""
    sure = list(_sure(views))
    for told in views.of("deed-last"):
        draft = _told(views, told)
        known = next((d for d in sure if d.get("type") == draft.get("type") and d.anchor.overlaps(draft.anchor)), None)
        if known is None:
            yield draft
        elif str(known.get("name")) in str(draft.get("name")):
            known.put("name", draft.get("name"), [told.mentions("event")[0].span])
    yield from sure


def _sure(views: Views) -> Iterator[Draft]:
    yield from _deeds(views)
    off = {id(m) for c in views.of("postpone", "cancel") for m in c.mentions("event")}
    for clause in views.clauses:
        for event in clause.mentions("event", parts=("object", "subject", "of", "at", "for")):
            if id(event) in off and clause.concept in ("plan", "expect"):
                continue
            if (clause.concept == "attend" and clause.status == "denied") or _bare(views, clause, event):
                continue
            if event.attributes.get("deed") or event.form in ("aid", "expulsion", "sanction"):
                continue
            called = clause.concept in ("plan", "expect", "postpone", "cancel") and event.form not in (
                "sanction",
                "aid",
            )
            staged = called or (
                event.form in _STAGED
                and clause.when is not None
                and bool(event.attributes.get("named"))
                and " " in event.name
            )
            if staged or (
                clause.concept in _ACTS.get(event.form, ())
                and (
                    event.form not in ("aid", "sanction")
                    or any(a.mention is event and a.part == "object" for a in clause.arguments)
                )
            ):
                yield _draft(views, clause, event)


def _bare(views: Views, clause: Clause, event: Mention) -> bool:
    """Whether an event is told by its sort alone, or is a vote of one house that no other state is told with."""
    if event.form == "vote":
        sentence = views.sentences[clause.sentence].span
        return not any(m.states for m in views.within(sentence, "state"))
    return " " not in event.name and event.form in ("ceremony", "consultation", "celebration")


def _deeds(views: Views) -> Iterator[Draft]:
    """Aid, expulsions, protests told by a verb and its object."""
    deeds = list(views.of("deed"))
    kinds_of = {(d.sentence, d.mentions("event")[0].form) for d in deeds}
    for told in deeds:
        if told.mentions("event")[0].form or (told.sentence, "expulsion") not in kinds_of:
            yield _told(views, told)
    for event in (m for m in views.mentions if m.type == "event" and m.attributes.get("deed") and not m.form):
        clause = next(
            (
                c
                for c in views.clauses
                if (c.trigger.overlaps(event.span) or event.span in c.scope)
                and not c.nominal
                and c.concept not in ("figure", "last-figure", "commit", "commit-doubted", "assess")
            ),
            None,
        )
        told_else = clause is not None and {"", "expulsion"} & {f for s, f in kinds_of if s == clause.sentence}
        if clause is not None and not told_else and len(near_states(views, clause)[0]) >= 2:
            yield _draft(views, clause, event)


def _told(views: Views, told: Clause) -> Draft:
    deed = told.mentions("event")[0]
    draft = Draft("event", anchor(views, told), status=told.status)
    draft.put("name", deed.name, [deed.span]).put("states", list(deed.states), deed.antecedents)
    for place in told.mentions("place", "state", parts=("at",)):
        draft.put("place", place.attributes.get("name", place.name), place.spans)
    return put_date(draft, told.when).put("type", deed.form)


def _draft(views: Views, clause: Clause, event: Mention) -> Draft:
    draft = Draft("event", anchor(views, clause), status=standing(clause))
    states, spans = near_states(views, clause)
    named = event
    if " " not in event.name:
        word = event.name.casefold()
        heads = [b.span for b in views.blocks if b.kind in ("headline", "heading", "title")]
        fuller = (
            m for m in views.mentions if m.type == "event" and " " in m.name and word in m.name.casefold().split()
        )
        named = next((m for m in fuller if not any(m.span in h for h in heads)), event)
    draft.put("name", named.name, [named.span]).put("states", list(dict.fromkeys((*states, *event.states)))[:5], spans)
    put_date(draft, clause.when)
    place = place_of(clause)
    if place:
        draft.put("place", place[0], place[1])
    return draft.put("type", event.form)


def same(a: Draft, b: Draft) -> bool:
    """One event of a document: the same sort and standing, most words of the shorter name in the longer, no other day;
    what is staged may be told by its first day and by its last."""
    left, right = ({w.rstrip("s") for w in str(d.get("name")).casefold().split()} for d in (a, b))
    days = a.get("date"), b.get("date")
    alike = len(left & right) >= _ALIKE * min(len(left), len(right))
    if a.get("type") != b.get("type") or not alike:
        return False
    if a.status == b.status and (None in days or days[0] == days[1]):
        return True
    if None in days:
        return False
    first, second = (Period.parse(str(d)) for d in days)
    if first.open or second.open:
        return False
    if a.status == b.status and a.get("type") in _STAGED and first.overlaps(second):
        return True
    lasting = a.get("type") in _LASTING and not {a.status, b.status} - {"reported", "planned"}
    return lasting and abs(first.last - second.last).days <= _DAYS


def section(values: Values) -> str:
    return {
        "exercise": "security",
        "sanction": "security",
        "expulsion": "security",
        "celebration": "culture",
        "exhibition": "trade",
        "tournament": "culture",
    }.get(str(values.get("type")), "contacts")


EXAMPLES = (
    Example(
        "Poland and Lithuania held a joint military exercise in Suwalki on 3 May 2024.",
        ({"name": "joint military exercise", "states": ["POL", "LTU"], "date": "2024-05-03", "type": "exercise"},),
    ),
    Example("The minister said that the two countries value their summits."),
)


def act(values: Values) -> Act | None:
    many = "multilateral" if len(values["states"]) > 2 else ""
    return {
        "aid": Act("AID"),
        "sanction": Act("SANCTION", context=("economic",)),
        "expulsion": Act("SANCTION", "expel"),
        "exercise": Act("COOPERATE", context=("military",)),
        "vote": None,
    }.get(str(values.get("type")), Act("CONSULT", many, refused="meet"))


KIND = Kind("event", FIELDS, find, section, same, EXAMPLES, act)
