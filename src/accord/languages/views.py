"""The four views that a language gives of a document, all in concepts, none in words.

*blocks* (the page), *mentions* (who, where, when, how much, which paper), *clauses* (who does what to whom), and
*referents* (what "the two countries" and "the treaty" stand for, resolved into the mentions themselves).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, Protocol

from accord.document import Block, Document, Span
from accord.values import Amount, Change, Period, fixed

__all__ = ["Argument", "Clause", "Guess", "Guesser", "Mention", "Sentence", "Views", "one_name"]


@fixed(eq=False)
class Mention:
    """A stretch of text that names something.

    type          what it names: state, organisation, place, person, office, paper, body, crossing, project, event,
                  transport, figure, date, amount, change, group, incident, tie, manner (how a visit or meeting is called), ordinal
    name          its name as the schema wants it (a state's or organisation's code, a person's fullest name, a title)
    states        the states it belongs to or stands for
    antecedents   where a referring expression gets its values from ("the two countries")
    """

    type: str
    span: Span
    name: str = ""
    states: tuple[str, ...] = ()
    antecedents: tuple[Span, ...] = ()
    office: str = ""  # of a person: "Foreign Minister"
    form: str = ""  # of a paper: treaty, memorandum ...; of a state: name, demonym, capital; of a project: its type
    ordinal: int | None = None
    count: int | None = None  # how many: "fourteen agreements"
    period: Period | None = None
    amount: Amount | None = None
    change: Change | None = None
    topics: tuple[str, ...] = ()
    definite: bool = False  # refers to something named before
    attributes: Mapping[str, Any] = field(default_factory=dict)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The mention's own words and those it refers to."""
        return (self.span, *self.antecedents)

    def begun(self) -> Mention:
        """The date of what was done then and is so since: May of "since May"."""
        lasts = self.period is not None and self.period.iso.endswith("/..")
        return self.but(period=self.period.start()) if self.period is not None and lasts else self

    def but(self, **changes: Any) -> Mention:
        changed = Mention(*_parts(self))
        for name, value in changes.items():
            setattr(changed, name, value)
        return changed


_parts = attrgetter(*(part.name for part in fields(Mention)))


@fixed(eq=False)
class Argument:
    """A mention with its part in a clause: subject, object, or the concept of its preposition (with, to, from, at,
    of, for, between, by, on, under, about, after, before, during, since, until)."""

    mention: Mention
    part: str


@fixed(eq=False)
class Clause:
    """Something said to be done or so. `concept` is language-free (sign, visit, reopen); `status` as in SCHEMA.md;
    `when` the date that the clause itself carries; `nominal` for "the signing of ..."."""

    concept: str
    trigger: Span
    scope: Span
    sentence: int
    arguments: tuple[Argument, ...] = ()
    when: Mention | None = None
    status: str = "reported"
    tense: str = "past"  # past, present, future
    nominal: bool = False
    passive: bool = False
    said_by: tuple[Mention, ...] = ()

    def mentions(self, *types: str, parts: Collection[str] = ()) -> list[Mention]:
        return [a.mention for a in self.arguments if a.mention.type in types and (not parts or a.part in parts)]


@fixed()
class Sentence:
    """A sentence, heading, list item or table row. `block` is its block's index."""

    span: Span
    block: int
    index: int


@fixed(eq=False)
class Guess:
    """What a sentence seems to tell where no clause tells it: of which kind, how likely (0 to 1), the mentions that seem to
    fill its keys, each with how likely, and words of vocabularies."""

    kind: str
    sentence: int
    chance: float
    status: str
    keys: Mapping[str, tuple[Mention, ...]]
    codes: Mapping[str, str]
    sure: Mapping[str, float]


class Guesser(Protocol):
    """What a language has learnt of how things are told, beside the rules; asked sentence by sentence."""

    def chance(self, index: int, kind: str) -> float:
        """How likely a sentence tells of a kind."""

    def likely(self, kind: str, least: float) -> Sequence[int]:
        """The sentences that are at least so likely to tell of a kind, in their order."""

    def guess(self, index: int, kind: str, keys: Collection[str] | None = None) -> Guess:
        """What would fill the kind's keys (`status` among them), or those asked for where some are."""


@dataclass(frozen=True, slots=True)
class Views:
    """What a language sees in a document. `pair` are the states that the document as a whole is about, the first two
    being the dyad that "the two countries" stand for where nothing nearer does; `together`: the text tells of them as one; `written`: when it
    was written, as far as that is told; `guesser`: what was learnt of how such sentences are told; `parts`: the views of the
    sections of a digest, each with a pair of its own, none where the document is one."""

    document: Document
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    clauses: tuple[Clause, ...]
    pair: tuple[str, ...] = ()
    pair_evidence: tuple[Span, ...] = ()
    together: bool = False
    written: Period | None = None
    guesser: Guesser | None = None
    parts: tuple[Views, ...] = ()

    @property
    def sections(self) -> tuple[Views, ...]:
        """The parts, or the whole where there are none."""
        return self.parts or (self,)

    def part(self, span: Span) -> Views:
        """The views of the part that a span begins in."""
        return next((p for p in self.parts if p.sentences and span.start < p.sentences[-1].span.end), self)

    def text(self, span: Span) -> str:
        return self.document.text[span.start : span.end]

    def sentence_of(self, span: Span) -> Sentence | None:
        """The first sentence that a span lies in or reaches into."""
        at = bisect_right(self.sentences, span.start, key=lambda s: s.span.end)
        found = self.sentences[at] if at < len(self.sentences) else None
        return found if found is not None and found.span.overlaps(span) else None

    def of(self, *concepts: str) -> Iterator[Clause]:
        """The clauses of the given concepts, in the order of the text."""
        return (c for c in self.clauses if c.concept in concepts)

    def within(self, span: Span, *types: str) -> list[Mention]:
        """The mentions inside a span, of the given types."""
        start, end = span.start, span.end
        return [
            m for m in self.mentions if start <= m.span.start and m.span.end <= end and (not types or m.type in types)
        ]


def one_name(left: str, right: str) -> bool:
    """Whether two names may be one thing's: one within the other, or all words of one in the other ("the Ipoly bridge", "the
    bridge over the Ipoly river")."""
    left, right = left.casefold(), right.casefold()
    if left in right or right in left:
        return True
    a, b = ({w.strip("()") for w in re.split(r"[\s–—-]+", name)} for name in (left, right))
    return len(a) > 1 < len(b) and (a <= b or b <= a)
