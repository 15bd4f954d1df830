"""A judgement put in somebody's mouth."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code, topic_field
from accord.languages.views import Views
from accord.plover import Act, by_key
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("speaker", Type.PERSON, frozenset({Role.WHO, Role.TITLE}), Match.PERSON, required=True),
    Field("role", Type.TEXT),
    topic_field(Match.OVERLAP, required=True),
    code("stance", "positive negative mixed neutral", Role.STANCE),
)


def find(views: Views) -> Iterator[Draft]:
    """Opinions put in somebody's mouth, one for each speaker and topic: a second topic that the speaker judges elsewhere by
    itself is left to that opinion."""
    drafts = list(_opinions(views))
    judged = {(d.get("speaker"), d.get("topic")[0]) for d in drafts}
    for draft in drafts:
        first, *rest = draft.get("topic")
        own = [first, *(topic for topic in rest if (draft.get("speaker"), topic) not in judged)]
        yield draft.put("topic", own, draft.values["topic"].spans)


def _opinions(views: Views) -> Iterator[Draft]:
    for clause in views.of("assess"):
        speakers, opinions = (
            clause.mentions("person", "office", "group", "organisation", "state"),
            clause.mentions("opinion"),
        )
        if not speakers or not opinions or speakers[0].form == "pair":
            continue
        speaker, opinion = speakers[0], opinions[0]
        draft = Draft("assessment", clause.scope)
        draft.put("speaker", speaker.name if speaker.type != "state" else views.text(speaker.span), speaker.spans)
        role_words = speaker.attributes.get("role_spans") or speaker.spans
        draft.put("role", speaker.attributes.get("role") or speaker.office, role_words)
        draft.put("topic", list(opinion.topics), [opinion.span]).put("stance", opinion.form, [opinion.span])
        yield draft


def same(a: Draft, b: Draft) -> bool:
    return bool(a.get("speaker") == b.get("speaker") and a.get("topic")[:1] == b.get("topic")[:1])


EXAMPLES = (
    Example(
        "Ugandan economist Ruth Akello described the customs agreement with Kenya as a milestone for trade.",
        ({"speaker": "Ruth Akello", "topic": ["trade"], "stance": "positive"},),
    ),
    Example("Ugandan economist Ruth Akello said the meeting began at noon."),
)

act = by_key("stance", {"positive": Act("SUPPORT"), "negative": Act("ACCUSE", "disapprove")})
KIND = Kind("assessment", FIELDS, find, lambda values: "voices", same, EXAMPLES, act)
