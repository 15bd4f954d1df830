"""What several kinds ask of the views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from accord.document import Span
from accord.kinds.base import Draft
from accord.languages.views import Clause, Mention, Views

__all__ = [
    "anchor",
    "near_states",
    "place_of",
    "put_date",
    "put_start",
    "standing",
    "states_in",
    "sure_and_last",
    "topics_told",
]


def states_in(mentions: Iterable[Mention]) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The states that mentions name or stand for, in order, with the words."""
    states: dict[str, None] = {}
    spans: dict[Span, None] = {}
    for mention in mentions:
        for state in mention.states:
            states.setdefault(state)
        if mention.states:
            spans.update(dict.fromkeys(mention.spans))
    return tuple(states), tuple(spans)


def near_states(
    views: Views, clause: Clause, least: int = 2, parts: Sequence[str] = ()
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The states of a clause: those of its arguments, filled up from the sentence, then from the document's pair."""
    states, spans = states_in(clause.mentions("state", "person", "office", parts=parts))
    if len(states) >= least:
        return states, spans
    sentence = views.sentences[clause.sentence].span
    more, more_spans = states_in(m for m in views.within(sentence, "state", "person", "office"))
    states, spans = tuple(dict.fromkeys(states + more)), tuple(dict.fromkeys(spans + more_spans))
    if least <= len(states) <= max(least, 3):
        return states, spans
    if len(states) > 3:
        return states[:0], spans[:0]
    if not states or set(states) & set(views.pair[:2]):
        return tuple(dict.fromkeys(states + views.pair[:2])), tuple(dict.fromkeys(spans + views.pair_evidence[:2]))
    return states, spans


def put_date(draft: Draft, when: Mention | None, key: str = "date") -> Draft:
    """The date that the text gives, at its precision."""
    if when is not None and when.period is not None:
        draft.put(key, when.period.iso, when.spans)
    return draft


def put_start(draft: Draft, when: Mention | None) -> Draft:
    """The date of what is done at once: of "closed since May" the month in which it was closed."""
    return put_date(draft, when and when.begun())


def place_of(clause: Clause) -> tuple[str, tuple[Span, ...]] | None:
    """Where it happened: the place or capital named with "in" or "at"."""
    for mention in clause.mentions("place", parts=("at",)):
        return mention.attributes.get("name", mention.name), mention.spans
    return None


def topics_told(topics: Sequence[str]) -> list[str]:
    """The topics that a title tells, two at most; "general" where it tells none."""
    return [t for t in dict.fromkeys(topics) if t != "general"][:2] or ["general"]


def anchor(views: Views, clause: Clause) -> Span:
    """The passage that a claim rests on: the clause with its trigger, within its sentence."""
    sentence = views.sentences[clause.sentence].span
    start = min([clause.scope.start, clause.trigger.start])
    end = max([clause.scope.end, clause.trigger.end])
    for argument in clause.arguments:
        if argument.mention.span in sentence:
            start, end = min(start, argument.mention.span.start), max(end, argument.mention.span.end)
    return Span(max(start, sentence.start), min(end, sentence.end))


def standing(clause: Clause) -> str:
    """The status that a clause gives to what it is about: postponed by a clause of postponing, planned by one of planning."""
    said = {"postpone": "postponed", "cancel": "cancelled", "plan": "planned", "expect": "planned"}.get(clause.concept)
    return said if said and clause.status == "reported" else clause.status


def sure_and_last(views: Views, kind: str, concepts: Iterable[str]) -> Iterator[Clause]:
    """The clauses of the concepts `KIND/ACT`, those of the last reader (`KIND-last/ACT`) among them under the same name."""
    wanted = frozenset(concepts)
    last = f"{kind}-last/"
    for clause in views.clauses:
        if clause.concept in wanted:
            yield clause
        elif clause.concept.startswith(last):
            yield replace(clause, concept=f"{kind}/{clause.concept.removeprefix(last)}")
