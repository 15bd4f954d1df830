"""A document as the learnt weights see it: words in lower case, names and numbers as what they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from accord.languages.en.text.topics import topics_of
from accord.languages.views import Clause, Mention, Views

__all__ = ["Scene", "Word"]

Made = TypeVar("Made")

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_AS_WHAT = {
    "state": "STATE",
    "person": "PERSON",
    "office": "OFFICE",
    "place": "PLACE",
    "date": "DATE",
    "amount": "AMOUNT",
    "organisation": "ORGANISATION",
    "change": "CHANGE",
}


_START = attrgetter("start")


class Word(NamedTuple):
    """A word, or a mention in place of its words; `form` is what the weights know it by."""

    form: str
    start: int
    end: int
    mention: Mention | None
    text: str


class Scene:
    """The views of a document by sentence. Everything is made when it is first asked for."""

    def __init__(self, views: Views) -> None:
        self.views = views
        self.text = views.document.text
        starts = [s.span.start for s in views.sentences]
        self._mentions: list[list[Mention]] = [[] for _ in starts]
        for mention in views.mentions:
            index = bisect_right(starts, mention.span.start) - 1
            if index >= 0 and mention.span.start < views.sentences[index].span.end:
                self._mentions[index].append(mention)
        self._clauses: list[list[Clause]] = [[] for _ in starts]
        for clause in views.clauses:
            self._clauses[clause.sentence].append(clause)
        self._made: dict[tuple[Callable[..., Any], int], Any] = {}

    def once(self, make: Callable[[Scene, int], Made], index: int) -> Made:
        """What is made of a sentence, made once."""
        key = (make, index)
        made: Made | None = self._made.get(key)
        if made is None:
            made = self._made[key] = make(self, index)
        return made

    def mentions(self, index: int) -> Sequence[Mention]:
        """The mentions of a sentence, in the order of the text."""
        return self._mentions[index]

    def clauses(self, index: int) -> Sequence[Clause]:
        return self._clauses[index]

    def block(self, index: int) -> str:
        """The kind of block that a sentence stands in."""
        return self.views.blocks[self.views.sentences[index].block].kind

    def rank(self, code: str) -> int:
        """The place of a state or organisation among all of the document by how often it is named, from 0; 9 for one that is not."""
        return self._ranks.get(code, 9)

    @cached_property
    def _ranks(self) -> dict[str, int]:
        counts = Counter(code for mention in self.views.mentions for code in codes_of(mention))
        return {c: n for n, c in enumerate(sorted(counts, key=lambda c: (-counts[c], c)))}

    def topics(self, index: int) -> tuple[str, ...]:
        """The fields that a sentence's words tell of, the foremost first."""
        return self.once(_topics, index)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Those of the whole text, by how many sentences tell of them."""
        counts = Counter(t for n in range(len(self._mentions)) for t in self.topics(n))
        return tuple(sorted(counts, key=lambda t: (-counts[t], t)))

    def words(self, index: int) -> Sequence[Word]:
        """A sentence's words, each mention of a state, a person, a date and the like as one."""
        return self.once(_words, index)

    def place(self, index: int, mention: Mention) -> int | None:
        """Which of a sentence's words a mention begins in."""
        start = mention.span.start
        words = self.words(index)
        at = bisect_right(words, start, key=_START) - 1
        return at if at >= 0 and start < words[at].end else None


def _words(scene: Scene, index: int) -> list[Word]:
    span = scene.views.sentences[index].span
    found: list[Word] = []
    past = span.start
    known = (m for m in scene.mentions(index) if m.type in _AS_WHAT)
    for mention in sorted(known, key=lambda m: (m.span.start, -m.span.end)):
        start, end = mention.span.start, mention.span.end
        if start >= past:
            found += _plain(scene.text, past, start)
            found.append(Word(_seen_as(mention), start, end, mention, scene.text[start:end]))
            past = end
    return [*found, *_plain(scene.text, past, span.end)]


def _plain(text: str, start: int, end: int) -> list[Word]:
    return [
        Word("NUMBER" if m[0][0].isdigit() else m[0].lower(), m.start(), m.end(), None, m[0])
        for m in _WORD.finditer(text, start, end)
    ]


def _topics(scene: Scene, index: int) -> tuple[str, ...]:
    return topics_of([w.text.lower() for w in scene.words(index)])


def codes_of(mention: Mention) -> tuple[str, ...]:
    """The states and organisations that a mention stands for."""
    return mention.states or ((mention.name,) if mention.type == "organisation" else ())


def _seen_as(mention: Mention) -> str:
    what = _AS_WHAT[mention.type]
    if what == "STATE":
        return "STATES" if len(mention.states) > 1 else f"STATE/{mention.form[:3]}"
    if mention.amount is not None:
        return f"{what}:{mention.amount.unit[:4]}"
    return what
