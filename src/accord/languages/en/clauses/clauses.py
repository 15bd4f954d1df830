"""Clauses of English: verbs and nouns of action with who, whom, where, when, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages.en.clauses.arguments import arguments_of, inherited, noun_arguments, place
from accord.languages.en.clauses.modality import deny, governor_of, noun_status, put_off, status_of
from accord.languages.en.clauses.verbs import Verb, action_nouns, bound, join, verb_groups
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import ordinal
from accord.languages.views import Argument, Clause, Mention

__all__ = ["clauses_of"]


def clauses_of(line: Line, mentions: Sequence[Mention], index: int, titles: Sequence[Span] = ()) -> list[Clause]:
    """The clauses of one sentence in the order of the text; `mentions` are those inside the sentence. Verbs inside the
    titles of papers are no clauses."""
    groups = list(verb_groups(line))
    if titles:
        groups = [g for g in groups if not any(line.slice(g.main, g.end) in t for t in titles)]
    join(line, groups)
    bound(line, groups)
    nouns = list(action_nouns(line, groups))
    if not groups and not nouns:
        return []
    placed = place(line, mentions)
    for i, group in enumerate(groups):
        group.status = status_of(line, group, governor_of(line, groups, i))
        group.arguments = arguments_of(line, group, placed)
        own = "object" if group.passive else "subject"
        if not any(a.part == own for a in group.arguments) and i and group.kind != "participle":
            group.arguments = inherited(line, group, groups[:i], placed) + group.arguments
    deny(line, groups)
    put_off(line, groups)
    found = [_clause(line, g, index) for g in groups]
    found += [_gapped(line, c) for cs in list(found) for c in cs if c.concept in _GAPPING]
    for noun in nouns:
        governor = next(
            (
                g
                for g in reversed(groups)
                if g.left <= noun.main < g.right or (g.main < noun.main and noun.left >= g.left)
            ),
            None,
        )
        status = noun_status(line, noun, governor, groups)
        if status is None:
            continue
        noun.status = status
        noun.arguments = noun_arguments(line, noun, placed, governor)
        if not any(a.part == "subject" for a in noun.arguments):
            following = next((g for g in groups if g.main > noun.main and g.kind != "participle"), None)
            noun.arguments += (
                [a for a in following.arguments if a.part == "subject" and a.mention.type in ("person", "office")]
                if following
                else []
            )
        found.append(_clause(line, noun, index))
    return [c for cs in sorted(found, key=lambda cs: cs[0].trigger.start if cs else -1) for c in cs]


_GAPPING = ("ratify", "sign", "approve", "join", "visit")


def _gapped(line: Line, clause: Clause) -> list[Clause]:
    """ "A ratified it on D and B on E": the second half as a clause of its own."""
    for i in range(1, len(line.tokens) - 2):
        state = line.covered(i + 1, "state")
        if (
            line.low(i) == "and"
            and state is not None
            and not state.form.startswith("demonym")
            and clause.trigger.end < line.tokens[i].start
        ):
            j = i + 1
            while line.covered(j, "state") is state:
                j += 1
            when = line.covered(j + 1, "date") or line.covered(j, "date")
            if line.low(j) in ("on", "in") and when is not None and when.period is not None:
                arguments = (
                    Argument(state, "subject"),
                    *(a for a in clause.arguments if a.mention.type in ("paper", "organisation", "place")),
                )
                return [replace(clause, arguments=arguments, when=when, scope=line.slice(i, j + 1))]
    return []


def _clause(line: Line, group: Verb, index: int) -> list[Clause]:
    concepts = tuple(
        c
        for c in group.form.concepts
        if c != "enter-force"
        or group.noun
        or group.form.lemma == "take"
        or (line.low(group.end) == "into" and line.low(group.end + 1) in ("force", "effect"))
    ) or ("",)
    if group.noun and concepts == ("meet",) and _numbered(line, group.main):
        concepts = ("session",)
    trigger = line.slice(group.main, group.end)
    left, right = max(group.left, 0), max(group.right, group.end)
    scope = line.slice(left, right) if right > left else trigger
    dates = [
        a.mention for a in group.arguments if a.mention.type == "date" and a.mention.period and not line.term(a.mention)
    ]
    dates = [d for d in dates if not d.attributes.get("dateline")] or dates
    when = min(dates, key=lambda m: _distance(m, trigger), default=None)
    if (
        when is not None
        and when.attributes.get("part") == "by"
        and group.status == "reported"
        and group.kind in ("past", "noun", "participle")
        and group.form.concepts[:1] != ("approve",)
    ):
        when = None
    if group.status == "postponed" or (
        group.status in ("cancelled", "denied") and when is not None and when.attributes.get("part") in ("to", "until")
    ):
        when = None
    tense = {"past": "past", "present": "present", "future": "future", "infinitive": "future", "modal": "future"}.get(
        group.kind, "past"
    )
    return [
        Clause(c, trigger, scope, index, tuple(group.arguments), when, group.status, tense, group.noun, group.passive)
        for c in concepts
    ]


def _numbered(line: Line, i: int) -> bool:
    """Whether an ordinal stands before a noun ("the sixth meeting"): a session of a body."""
    return any(ordinal(line.low(k)) for k in range(max(0, i - 4), i))


def _distance(mention: Mention, trigger: Span) -> int:
    return min(abs(mention.span.start - trigger.end), abs(trigger.start - mention.span.end))
