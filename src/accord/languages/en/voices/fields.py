"""The topics of promises and talks, weighed as those of opinions are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.languages.en.voices.subjects import Subjects
from accord.languages.views import Argument, Clause, Mention

__all__ = ["fielded"]


def fielded(clauses: Sequence[Clause], subjects: Subjects) -> Iterator[Clause]:
    """The clauses, a promise with the topics of its passage, talks with a "subject" that has theirs."""
    for clause in clauses:
        if clause.concept.startswith("commit"):
            yield replace(clause, arguments=tuple(_promised(a, clause, subjects) for a in clause.arguments))
        elif clause.concept.startswith("talks"):
            topics = subjects.at(clause.sentence, clause.scope)
            subject = Mention("subject", clause.trigger, topics=topics)
            yield replace(clause, arguments=(*clause.arguments, Argument(subject, "about")))
        else:
            yield clause


def _promised(argument: Argument, clause: Clause, subjects: Subjects) -> Argument:
    mention = argument.mention
    if mention.type != "promise":
        return argument
    return replace(argument, mention=mention.but(topics=subjects.at(clause.sentence, mention.span)))
