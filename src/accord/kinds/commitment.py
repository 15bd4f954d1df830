"""Something that states or people said they would do, with its target and due date."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import MEASURES, Draft, Example, Kind, Value, code, topic_field
from accord.languages.views import Clause, Guess, Mention, Views
from accord.plover import Act
from accord.record import Field, Match, Role, Type, Values

FIELDS = (
    Field("by", Type.ACTORS, frozenset({Role.CONCERNS, Role.WHO}), Match.OVERLAP, required=True),
    Field("what", Type.TEXT, frozenset({Role.TITLE}), Match.NAME, required=True),
    Field("target", Type.NUMBER, frozenset({Role.VALUE}), Match.NUMBER),
    Field("unit", Type.UNIT, frozenset({Role.UNIT})),
    Field("due", Type.PERIOD, frozenset({Role.DUE}), Match.DATE),
    topic_field(),
    code("measure", MEASURES, Role.MEASURE),
    Field("base", Type.TEXT, frozenset({Role.BASE})),
    Field("every", Type.TEXT),
)


_LEAST = 0.3  # the chance from which a sentence is asked whether what it seems to promise is promised


def find(views: Views) -> Iterator[Draft]:
    """What states or people said they would do, as the language reads it; what it doubts where such sentences likely tell of it."""
    for clause in (*views.of("commit"), *views.of("commit-last")):
        for promise in clause.mentions("promise"):
            draft = _draft(views, clause, promise)
            if not promise.states and views.guesser is not None:
                _bind(draft, views.guesser.guess(clause.sentence, "commitment"), promise)
            if draft.get("by"):
                yield draft
    for clause in views.of("commit-doubted"):
        if views.guesser is None or views.guesser.chance(clause.sentence, "commitment") < _LEAST:
            continue
        for promise in clause.mentions("promise"):
            draft = _draft(views, clause, promise)
            draft.guess = views.guesser.guess(clause.sentence, "commitment")
            if not promise.states:
                _bind(draft, draft.guess, promise)
            yield draft


def _bind(draft: Draft, guess: Guess, promise: Mention) -> None:
    """Give a promise whose giver the language did not find to whom its sentence seems to tell of, the name beside."""
    people = promise.attributes.get("people", ())
    bound = [m for m in guess.keys.get("by", ()) if m.states]
    states = tuple(dict.fromkeys(s for m in bound for s in m.states))
    if people and len(states) > 1:
        return
    if states:
        draft.put("by", [*states, *people], [span for m in bound for span in m.spans][:4])
        draft.filled["by"] = guess.sure["by"]


def _draft(views: Views, clause: Clause, promise: Mention) -> Draft:
    """The draft of one promise of a clause."""
    told = promise.attributes
    draft = Draft("commitment", clause.scope, status=clause.status)
    draft.put("by", list(dict.fromkeys([*promise.states, *told.get("people", ())])), promise.antecedents)
    draft.put("what", promise.name, told.get("what_spans", (promise.span,)))
    if promise.amount is not None:
        draft.put("target", promise.amount.value, told["spans"]).put("unit", promise.amount.unit, told["spans"])
    if clause.when is not None and clause.when.period is not None:
        draft.put("due", clause.when.period.iso, clause.when.spans)
    draft.put("measure", told.get("measure"), [promise.span])
    draft.put("base", told.get("base"), told.get("base_spans", ())).put(
        "every", told.get("every"), told.get("every_spans", ())
    )
    if len(promise.states) == 1 and views.pair:
        own = () if told.get("body") else promise.states
        whole = tuple(dict.fromkeys((*own, *views.pair[:2])))
        draft.concerns = Value(list(whole), views.pair_evidence[:2])
    draft.said_by = tuple(m.name or m.office for m in clause.said_by if m.name or m.office)
    return draft.put("topic", list(promise.topics) or ["general"], [promise.span])


def same(a: Draft, b: Draft) -> bool:
    """Whether two promises of a document are one: told in much the same words, or with the same target, and no other date."""
    if a.get("target") is not None and a.get("target") == b.get("target") and a.get("unit") == b.get("unit"):
        return True
    one, other = (frozenset(w for w in str(d.get("what")).casefold().split() if len(w) > 3) for d in (a, b))
    shared = len(one & other)
    dates = {a.get("due"), b.get("due")} - {None}
    return a.get("what") == b.get("what") or (
        len(dates) < 2 and shared > 2 and shared >= 0.7 * min(len(one), len(other)) and a.get("by") == b.get("by")
    )


EXAMPLES = (
    Example(
        "Peru and Bolivia agreed to raise trade to $2 billion by 2030.",
        ({"by": ["PER", "BOL"], "target": 2000000000, "unit": "USD", "due": "2030", "topic": ["trade"]},),
    ),
    Example("Peru raised trade to $2 billion in 2023."),
)


def act(values: Values) -> Act:
    return Act("AGREE")


KIND = Kind("commitment", FIELDS, find, lambda values: "commitments", same, EXAMPLES, act)
