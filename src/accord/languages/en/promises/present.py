"""Who is spoken of in each sentence of a document: what the readers of promises ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from accord.document import Span
from accord.languages.en.promises.asides import RELATIVES, aside_at
from accord.languages.en.promises.promiser_words import ACTORS, BREAKS, BUSINESS, BUSY, HEADS, PERSONS, PUBLIC, By
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.dates import dateline
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention

__all__ = ["Present", "groups"]

_BENEFITED = frozenset(
    listed(
        "students pupils citizens nationals workers farmers lorries trucks truckers drivers vehicles goods companies firms "
        "businesses exporters importers investors visitors tourists patients refugees fishermen prisoners products fruit beef "
        "nurses doctors engineers officers soldiers cadets teachers travellers travelers pilgrims"
    )
)
_WORDS_GIVEN = frozenset(listed("readiness willingness commitment plan plans intention customs"))


@cache
def groups() -> frozenset[str]:
    """The nouns that name people or organs who act for a state."""
    told = table("promises")["words"]
    return frozenset(told["groups"].split()) | frozenset(told["organs"].split())


_HEAD = 8  # lines among which a dateline stands


class Present:
    """The states, their officials and organisations of each sentence."""

    def __init__(
        self,
        lines: Sequence[Line],
        mentions: Sequence[Mention],
        pair: tuple[str, ...],
        pair_spans: tuple[Span, ...],
        together: bool,
    ) -> None:
        self.lines = lines
        self.pair = By(pair[:2], pair_spans[:2])
        self._here: dict[int, list[Mention]] = {line.span.start: [] for line in lines}
        self.both = self.pair if together else By((), ())  # whom a promise without a subject binds
        self._joint = sorted((m for m in mentions if m.type == "body" and m.name), key=lambda m: m.span.start)
        self._bodies = {m.span.end: m for m in mentions if m.type == "organisation" and m.name and not m.states}
        starts = sorted(self._here)
        at = 0
        sums = [m.span for line in lines for m in line.amounts if m.type == "amount"]
        sums += [Span(line.span.start, d[0].end) for line in lines[:_HEAD] if (d := dateline(line.text, line.span))]
        for mention in sorted(
            (m for m in mentions if m.type in ACTORS and m.states and not any(m.span in s for s in sums)),
            key=lambda m: m.span.start,
        ):
            while at + 1 < len(starts) and starts[at + 1] <= mention.span.start:
                at += 1
            self._here[starts[at]].append(mention)

    def is_body(self, by: By) -> bool:
        """Whether an organisation is bound, not a state."""
        return len(by.spans) == 1 and by.spans[0].end in self._bodies

    def body_before(self, line: Line, at: int, index: int) -> Mention | None:
        """The joint body that "it" or "which" before token `at` takes up, in this sentence or the one before."""
        start = line.tokens[at].start
        here = [
            m for m in self._joint if m.span.end <= start and m.span.start >= self.lines[max(index - 1, 0)].span.start
        ]
        return here[-1] if here else None

    def _at(self, line: Line, k: int) -> Mention | None:
        """The actor that stands at token k, a determiner left out."""
        k += line.low(k) in DETERMINERS
        if k >= len(line.tokens):
            return None
        start = line.tokens[k].start
        return next((m for m in self._here[line.span.start] if m.span.start <= start < m.span.end), None)

    def _people(self, line: Line, m: Mention) -> bool:
        """Whether a state is told by its people: "the Congolese will scrap the fee"; the verb stands behind."""
        return line.text[: m.span.start].endswith((" the ", "The ")) and m.form.startswith("demonym")

    def _possesses(self, line: Line, m: Mention) -> bool:
        """Whether a state is named as whose a thing is: "Bolivia's post", "the Kenyan ban", but not "Kenyan students"."""
        end = next((k for k, t in enumerate(line.tokens) if t.start >= m.span.end), len(line.tokens))
        if _BENEFITED & set(line.lows(end, end + 3)):
            return False
        return m.form.startswith("demonym") or line.low(end) == "'s"

    def _speaker(self, line: Line, index: int) -> By | None:
        """Whom "we" stands for in a quotation: the state of who speaks in this or a neighbouring sentence."""
        for k in (index, index + 1, index - 1):
            if 0 <= k < len(self.lines):
                people = [
                    m
                    for m in self._here[self.lines[k].span.start]
                    if m.type in ("person", "office") and len(m.states) == 1 and not m.office.lower().endswith(BUSINESS)
                ]
                if {"i", "i'll", "i'm"} & set(line.lows(0, len(line.tokens))):
                    people = [m for m in people if m.office]
                else:
                    people = people or [m for m in self._here[self.lines[k].span.start] if m.form == "demonym"]
                if people:
                    return By(people[-1].states, people[-1].spans)
        return None

    def _holder(self, index: int) -> By | None:
        """The state of whoever in office the sentence before begins with, whom "she" takes up."""
        for k in range(index - 1, max(index - 5, -1), -1):
            line = self.lines[k]
            here = [m for m in self._here[line.span.start] if not m.form.startswith("demonym")]
            first = next((m for m in here if m.type in ("person", "office") and len(m.states) == 1), None)
            if first is not None and (k == index - 1 or first is here[0]):
                return By(first.states, first.spans)
            if here and line.low(0) not in ("he", "she", '"', "they", "it"):
                return None
        return None

    def _private(self, line: Line, at: int) -> bool:
        """Whether a subject stands there that is no state's: a company, a county, a person without office."""
        start = self._left(line, at)
        if line.low(at - 1) in ("which", "who"):
            start = max(self._left(line, start - 1), start - 6)
        return any(
            (line.tokens[k].capital and k > 0 and line.low(k) not in PUBLIC and not line.covered(k))
            or line.low(k) in ("he", "she", "i", "company", "bank", "firm", "contractor", "union", "drivers")
            for k in range(start, at)
            if line.tokens[k].word
        )

    def _left(self, line: Line, at: int) -> int:
        k = at
        while k > 0:
            low = line.low(k - 1)
            if low in BREAKS and (low not in RELATIVES or aside_at(line, k - 1, at) is None):
                break
            k -= 1
        return k

    def _governed(self, line: Line, m: Mention) -> bool:
        """Whether a mention hangs on a preposition ("in Lima", "with Bolivia"), not on an organ of a state."""
        i = next((k for k, t in enumerate(line.tokens) if t.end > m.span.start), 0)
        j = i - 1
        while j >= 0 and (
            line.low(j) in DETERMINERS
            or (line.low(j) in ("and", ",") and line.covered(j - 1, "state"))
            or line.covered(j, "state")
        ):
            j -= 1
        if line.low(j) not in PREPOSITIONS or line.low(j) == "as":
            return line.low(i + (line.tokens[i].end < m.span.end)) == "'s" or line.low(i + 1) == "'s"
        return not (
            line.low(j) in ("of", "from", "for")
            and (line.low(j - 1) in HEADS or line.covered(j - 1, "office", "person") is not None)
        )

    def _heads(self, line: Line, m: Mention) -> bool:
        """Whether an adjective or genitive belongs to an organ of the state ("the Kenyan government")."""
        i = next((k for k, t in enumerate(line.tokens) if t.start >= m.span.end), len(line.tokens))
        end = min(i + 5, len(line.tokens))
        end = next((k for k in range(i, end) if line.low(k) in BUSY), end)
        return any(line.low(k) in HEADS | PERSONS | groups() | _WORDS_GIVEN for k in range(i, end))

    def recent(self, index: int) -> By | None:
        """The two or more states that acted together in the sentences just before."""
        for k in range(index, max(index - 4, -1), -1):
            for m in self._here[self.lines[k].span.start]:
                if len(m.states) >= 2:
                    return By(m.states, m.spans)
            states = [m for m in self._here[self.lines[k].span.start] if m.type == "office"]
            if len({s for m in states for s in m.states}) >= 3:
                return By(
                    tuple(dict.fromkeys(s for m in states for s in m.states)),
                    tuple(dict.fromkeys(m.span for m in states)),
                )
        return None

    def named(self, line: Line, spans: Sequence[Span]) -> tuple[str, ...]:
        """The names of the people among those bound."""
        before = self._here.values() if line.low(0) in ("he", "she") else ()
        told = [m for of in before for m in of if m.span in spans]
        here = [m for m in (*self._here[line.span.start], *told) if m.type == "person" and m.name]
        owned = [
            m for m in here if m.span in spans or any(line.text[m.span.end : s.start].strip() == "of" for s in spans)
        ]
        return tuple(dict.fromkeys(m.name for m in owned))[:1]

    def _of_team(self, line: Line, m: Mention) -> bool:
        """ "patrols on the two sides", "the governments of Kenya and Uganda"."""
        i = next(k for k, t in enumerate(line.tokens) if t.end > m.span.start)
        return any(line.low(k) in groups() | HEADS for k in range(max(0, i - 4), i))

    def _aside(self, line: Line, j: int) -> int:
        """Token j, or where an aside between commas that ends there is passed over ("Zambia, for its part, will")."""
        if line.low(j) != ",":
            return j
        opening = next((k for k in range(j - 1, max(j - 8, 0), -1) if line.low(k) == ","), None)
        return opening - 1 if opening is not None and line.low(opening + 1) in ("for", "in", "on", "as", "too") else j

    def _before(self, index: int) -> By | None:
        """The state that the sentence before is about, which "it" takes up."""
        if index == 0:
            return None
        line = self.lines[index - 1]
        first = next(iter(self._here[line.span.start]), None)
        joined = first is not None and line.text[first.span.end :].startswith((" and ", ", ", "'s", "’s"))
        if (
            first is None
            or joined
            or first.type != "state"
            or len(first.states) != 1
            or first.form.startswith("demonym")
        ):
            return None
        return By(first.states, first.spans) if first.span.start - line.span.start < 4 else None

    def public(self, line: Line, index: int) -> bool:
        """Whether states or their officials are spoken of here: in this sentence or the two before."""
        for k in range(index, max(index - 3, -1), -1):
            here = [m for m in self._here[self.lines[k].span.start] if not m.office.lower().endswith(BUSINESS)]
            if any(
                m.type in ("office", "body") or (m.type == "person" and m.office) or len(m.states) > 1 for m in here
            ):
                return True
            if any(m.type == "state" and not m.form.startswith("demonym") for m in here) and k >= index - 1:
                return True
        return False

    def foreign(self, line: Line, index: int, states: tuple[str, ...]) -> bool:
        """Whether a single state's plan has to do with another: one is named, or what lies between them."""
        for k in range(index, index - 4, -1):
            if k >= 0 and any(set(m.states) - set(states) for m in self._here[self.lines[k].span.start]):
                return True
        return bool(
            set(line.lows(0, len(line.tokens)))
            & {"border", "crossing", "post", "neighbour", "neighbouring", "bilateral", "joint", "soil", "frontier"}
        )
