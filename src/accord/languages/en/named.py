"""What is named in a document, or in a section of it, once the states that it is about are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.document import Span
from accord.gazetteer import display
from accord.languages.en.clauses.blocs import unlisted
from accord.languages.en.homes import abroad, at_home
from accord.languages.en.names.aliases import aliases
from accord.languages.en.names.gates import gates, whole_borders
from accord.languages.en.names.link_states import linked_states
from accord.languages.en.names.names import placed_by_pair
from accord.languages.en.names.own_title import own_title
from accord.languages.en.names.paper_subjects import with_subjects
from accord.languages.en.paper_referents import definite_papers, each_of_two, its_paper
from accord.languages.en.reading import in_text, put
from accord.languages.en.referents import (
    definite_bodies,
    fullest_projects,
    led_in,
    members,
    of_the_pair,
    pair_mentions,
    pronouns,
    somebody_else,
)
from accord.languages.en.rows.told import in_cells
from accord.languages.en.text.phrases import Line, by_line
from accord.languages.en.values.tender import with_currencies
from accord.languages.views import Mention, Sentence

__all__ = ["Part", "named_in"]


@dataclass(frozen=True, slots=True)
class Part:
    """What was named in the sentences that are read together, and the states of the heading that they stand under."""

    rows: tuple[Sentence, ...]
    lines: list[Line]
    found: list[Mention]
    titles: dict[int, list[Span]]
    heads: tuple[Mention, ...]
    own: Mention | None


def named_in(
    text: str, part: Part, pair: tuple[str, ...], pair_spans: tuple[Span, ...], publisher: str
) -> list[Mention]:
    """What is named in a part, in the light of the states that it is about."""
    lines, found = part.lines, part.found
    placed = placed_by_pair(found, pair)
    put(lines, {id(a): b for a, b in zip(found, placed, strict=True) if a is not b})
    found = with_currencies(text, lines, placed, pair)
    found += [*pair_mentions(lines, found, pair, pair_spans), *whole_borders(lines, found, pair, pair_spans)]
    found = abroad(lines, sorted([*found, *gates(lines, found)], key=in_text), pair, pair_spans)
    found = linked_states(lines, of_the_pair(lines, found, pair, pair_spans), pair, pair_spans)
    found = _with_pronouns(lines, at_home(lines, sorted(found, key=in_text), pair, publisher, part.own))
    found = its_paper(lines, own_title(lines, sorted(found, key=in_text)))
    found = members(sorted([*found, *aliases(lines, found), *unlisted(lines, found)], key=in_text))
    found = fullest_projects(definite_bodies(_papers(text, lines, sorted(found, key=in_text))))
    return in_cells(text, lines, found)


def _papers(text: str, lines: Sequence[Line], mentions: list[Mention]) -> list[Mention]:
    """The mentions, papers called by what they are on and as the papers that they stand for."""
    told = definite_papers(with_subjects(lines, mentions, definite=False))
    return each_of_two(text, with_subjects(lines, told, definite=True))


def _with_pronouns(lines: Sequence[Line], mentions: list[Mention]) -> list[Mention]:
    last: Mention | None = None
    expert: Mention | None = None
    for line, here in zip(lines, by_line(lines, mentions), strict=True):
        new = pronouns(line, last, expert, here)
        gone = {id(m) for m in here for n in new if m.span.overlaps(n.span) and m.type in ("office", "group")}
        owned = [_owned(m, n) for m in here for n in new if id(m) in gone and _owns(m, n)]
        if gone or new or owned:
            mentions = [m for m in mentions if id(m) not in gone] + new + owned
        named = [m for m in here if m.type == "person" and id(m) not in gone]
        single = [
            m
            for m in here
            if m.type == "office" and len(m.states) == 1 and not m.attributes.get("plural") and id(m) not in gone
        ]
        if named or single:
            last = _subject(line, [*named, *single[:1]] if not new else [*(named or single[:1]), *new], last)
        elif last is not None and not new and somebody_else(line):
            last = None
        expert = next((m for m in named if m.form == "expert"), expert)
    return mentions


def _subject(line: Line, told: list[Mention], last: Mention | None) -> Mention:
    """Whom a sentence is about: the first of those told in it whom no preposition leads in."""
    order = sorted(told, key=lambda m: m.span.start)
    chosen = next((m for m in order if not led_in(line, m)), order[0])
    named = (m for m in (last, *told) if m is not None and m.name == chosen.name and not m.attributes.get("pronoun"))
    return next(named, chosen) if chosen.attributes.get("pronoun") else chosen


def _owns(office: Mention, owner: Mention) -> bool:
    """Whether "his" opens the words of an office ("his defence minister")."""
    his = owner.attributes.get("pronoun") in ("his", "her") and office.span.start == owner.span.start
    whole = office.type == "office" and not office.attributes.get("counterpart") and not office.attributes.get("plural")
    return his and whole and len(owner.states) == 1 and office.span.end > owner.span.end + 1


def _owned(office: Mention, owner: Mention) -> Mention:
    """The office as one of its owner's state."""
    span = Span(owner.span.end + 1, office.span.end)
    name = f"{office.office} of {display(owner.states[0])}"
    attributes = {**office.attributes, "role": name}
    return office.but(
        span=span,
        name=name,
        states=owner.states,
        antecedents=(owner.span, *owner.antecedents),
        definite=False,
        attributes=attributes,
    )
