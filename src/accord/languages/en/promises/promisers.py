"""Which states a promise binds: those of its subject, of the speaker, of the two sides spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from accord.document import Span
from accord.languages.en.promises.promiser_words import (
    ACTORS,
    ANALYSTS,
    AUXILIARIES,
    BREAKS,
    BUSINESS,
    HEADS,
    OFFICIAL_TELLING,
    PAIR_WORDS,
    PUBLIC,
    SHARED,
    SPEAKING,
    By,
    Opens,
)
from accord.languages.en.promises.subjects import acting, head_of, subject_start
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention

__all__ = ["By", "Promisers"]


_BENEFITED = frozenset(
    listed(
        "students pupils citizens nationals workers farmers lorries trucks truckers drivers vehicles goods companies firms "
        "businesses exporters importers investors visitors tourists patients refugees fishermen prisoners products fruit beef "
        "nurses doctors engineers officers soldiers cadets teachers travellers travelers pilgrims"
    )
)


@cache
def _groups() -> frozenset[str]:
    told = table("promises")["words"]
    return frozenset(told["groups"].split()) | frozenset(told["organs"].split())


class Promisers:
    """Answers whom the promises of one document bind."""

    def __init__(
        self, lines: Sequence[Line], mentions: Sequence[Mention], pair: tuple[str, ...], pair_spans: tuple[Span, ...]
    ) -> None:
        self.lines = lines
        self.pair = By(pair[:2], pair_spans[:2])
        self._here: dict[int, list[Mention]] = {line.span.start: [] for line in lines}
        starts = sorted(self._here)
        at = 0
        sums = [m.span for line in lines for m in line.amounts if m.type == "amount"]
        for mention in sorted(
            (m for m in mentions if m.type in ACTORS and m.states and not any(m.span in s for s in sums)),
            key=lambda m: m.span.start,
        ):
            while at + 1 < len(starts) and starts[at + 1] <= mention.span.start:
                at += 1
            self._here[starts[at]].append(mention)

    def _near(self, line: Line, at: int) -> By | None:
        """The subject that stands right before a modal, with those joined to it."""
        aside = self._aside(line, at - 1)
        skipped = ("also", "jointly", "both", "then")
        end = next((line.tokens[k].end for k in range(aside, -1, -1) if line.low(k) not in skipped), 0)
        chosen: list[Mention] = []
        for m in reversed(self._here[line.span.start]):
            i = next(k for k, t in enumerate(line.tokens) if t.end > m.span.start)
            if m.span.end == end and not m.form.startswith("demonym"):
                chosen.append(m)
                j = i - 1
                if line.low(j) == "of" and (person := line.covered(j - 1, "person", "office")) is not None:
                    j = next(k for k, t in enumerate(line.tokens) if t.end > person.span.start) - 1
                while line.low(j) in DETERMINERS:
                    j -= 1
                if line.low(j) not in ("and", ",") or line.covered(j - 1) is None:
                    break
                end = line.tokens[j - 1].end
        chosen.reverse()
        if not chosen or any(self._governed(line, m) for m in chosen):
            return None
        return By(
            tuple(dict.fromkeys(s for m in chosen for s in m.states)),
            tuple(dict.fromkeys(s for m in chosen for s in m.spans)),
        )

    def by(self, line: Line, index: int, opening: Opens, lead: bool) -> By | None:
        """Whom a promise binds, or None where nobody who can promise is named."""
        if lead:
            found = self._subject(line, len(line.tokens) - 1)
            return found or self.pair
        if opening.strength in ("thing", "noted"):
            return self._maker(line, index, opening)
        at = opening.doer if opening.doer >= 0 else self._clear(line, opening.verb)
        if opening.doer >= 0 and (own := self._ending(line, at, opening.verb)) is not None:
            return own
        if opening.doer >= 0:
            return self.recent(index) or self.pair
        if SPEAKING & set(line.lows(max(0, at - 3), at + 1)) and (own := self._speaker(line, index)) is not None:
            return own
        owner = next(
            (
                m
                for m in self._here[line.span.start]
                if line.low(at - 1) == "'s" and m.span.end == line.tokens[at - 2].end
            ),
            None,
        )
        if owner is not None:
            return By(owner.states, owner.spans)
        if (
            line.low(at - 1) == "it"
            and (tells := next((k for k in range(at - 2, 0, -1) if line.low(k) in OFFICIAL_TELLING), None)) is not None
        ):
            return self._subject(line, tells) or (self._holder(index) if line.low(0) in ("he", "she") else None)
        if line.low(0) in ("he", "she") and at < 7 and (own := self._holder(index)) is not None:
            return own
        if line.low(0) == "it" and at < 3 and (own := self._before(index)) is not None:
            return own
        found = self._near(line, at) or self._past_aside(line, at) or self._subject(line, at)
        if found is not None:
            return found
        return self._unnamed(line, index, opening, at)

    def _clear(self, line: Line, at: int) -> int:
        """The first token of a verb with its auxiliaries: "has also agreed"."""
        while at > 1 and (line.low(at - 1) in AUXILIARIES or line.low(at - 1).endswith("ly")):
            at -= 1
        return at

    def _past_aside(self, line: Line, at: int) -> By | None:
        """The subject before an aside that ends right before the verb: "Chad, which borders both, offered"."""
        if line.low(at - 1) != ",":
            return None
        opening = next((n for n in range(at - 2, max(at - 24, 0), -1) if line.low(n) == ","), None)
        if opening is None:
            return None
        end = line.tokens[opening - 1].end
        here = [m for m in self._here[line.span.start] if m.span.end == end and not m.form.startswith("demonym")]
        return By(here[0].states, here[0].spans) if here and not self._governed(line, here[0]) else None

    def _unnamed(self, line: Line, index: int, opening: Opens, at: int) -> By | None:
        """Whom a promise binds that names no state as its subject: the sides spoken of, a team of theirs, nobody."""
        whole = self.recent(index) or self.pair
        start = subject_start(line, at)
        head = head_of(line, start, at) if start < at else -1
        if head < 0 and at <= 3:  # an item of a list whose subject stands in its lead-in
            return whole
        if head >= 0 and (acting(line, head) or line.low(head) in PAIR_WORDS):
            return whole
        if line.low(at - 1) in ("and", "also", ",", "then") and (main := self._main(line, index, at)) is not None:
            return main
        if not opening.told and not self._private(line, at):
            return whole
        if line.low(at - 1) in ("they", "we", "both") or line.low(head) in ("they", "we", "both", "each"):
            return whole
        impersonal = line.low(at - 1) == "it" and line.low(at) in (
            "was",
            "is",
            "has",
            "were",
            "had",
            "agreed",
            "decided",
        )
        return whole if impersonal else None

    def _main(self, line: Line, index: int, at: int) -> By | None:
        """The subject of the whole sentence, for a verb that is joined to its first by "and"."""
        first = next((k for k in range(1, at) if line.finite(k) and not line.covered(k)), 0)
        if first and (found := self._subject(line, first)) is not None:
            return found
        paired = set(line.lows(0, first)) & (PAIR_WORDS | _groups())
        return (self.recent(index) or self.pair) if paired else None

    def _maker(self, line: Line, index: int, opening: Opens) -> By:
        """Who is to do what is told of a thing: the agent behind "by", who announces it, whose it is, or the two sides."""
        for k in range(opening.first, len(line.tokens) - 1):
            if line.low(k) == "by" and (m := self._at(line, k + 1)) is not None:
                return By(m.states, m.spans)
        lows = set(line.lows(opening.head, opening.verb))
        whole = self.recent(index) or self.pair
        if lows & SHARED:
            return whole
        speaker = self._teller(line, opening)
        if speaker is not None:
            return By(speaker.states, speaker.spans)
        owner = [m for m in self._here[line.span.start] if m.span.end <= line.tokens[opening.verb].start]
        owner = [m for m in owner if m.span.start >= line.tokens[opening.head].start and len(m.states) == 1]
        mine = next((m for m in owner if self._possesses(line, m)), None)
        return By(mine.states, mine.spans) if mine is not None and len(owner) == 1 else whole

    def _at(self, line: Line, k: int) -> Mention | None:
        """The actor that stands at token k, a determiner left out."""
        k += line.low(k) in DETERMINERS
        if k >= len(line.tokens):
            return None
        start = line.tokens[k].start
        return next((m for m in self._here[line.span.start] if m.span.start <= start < m.span.end), None)

    def _teller(self, line: Line, opening: Opens) -> Mention | None:
        """The official of one state who says so in this sentence."""
        for m in self._here[line.span.start]:
            if (
                len(m.states) != 1
                or m.form == "expert"
                or m.office.lower().endswith(BUSINESS)
                or (m.type == "state" and m.form.startswith("demonym"))
            ):
                continue
            i = next(k for k, t in enumerate(line.tokens) if t.end > m.span.start)
            end = next((k for k, t in enumerate(line.tokens) if t.start >= m.span.end), len(line.tokens))
            reach = 9 if m.type == "person" and line.low(end) == "," else 4
            near = line.lows(max(0, i - 2), i) + line.lows(end, end + reach)
            if opening.head <= i < opening.verb or not OFFICIAL_TELLING & set(near):
                continue
            return m
        return None

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
                    if m.type in ("person", "office") and len(m.states) == 1
                ]
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
        while k > 0 and line.low(k - 1) not in BREAKS:
            k -= 1
        return k

    def _subject(self, line: Line, at: int) -> By | None:
        """The states of the subject of the verb at a token."""
        start = self._left(line, at)
        first, end = line.tokens[start].start if start < len(line.tokens) else 0, line.tokens[at].start
        told = max(
            (
                k
                for k in range(start, at)
                if line.low(k) in OFFICIAL_TELLING and k < at - 1 and any(line.covered(n) for n in range(k + 1, at))
            ),
            default=-1,
        )
        if told >= 0 and any(
            m.span.start > line.tokens[told].end and not m.form.startswith("demonym") and not self._governed(line, m)
            for m in self._here[line.span.start]
            if m.span.end <= end
        ):
            first = line.tokens[told].end
        here = [m for m in self._here[line.span.start] if first <= m.span.start and m.span.end <= end]
        if not here and line.low(at - 1) in ("which", "who", "that"):
            here = [m for m in self._here[line.span.start] if m.span.end <= end][-1:]
        words = line.lows(start, at)
        if not here and start > 0 and set(words) & {"it", "he", "she", "they"} | ({"it"} if not words else set()):
            return self._subject(line, start - 1)
        chosen = [m for m in here if not m.form.startswith("demonym") and not self._governed(line, m)]
        if not chosen:
            chosen = [m for m in here if self._heads(line, m)]
        if chosen and chosen[0].type == "person":
            chosen = chosen[:1] if "and" not in line.lows(start, at) else [m for m in chosen if m.type == "person"]
        states = tuple(dict.fromkeys(s for m in chosen for s in m.states))
        return By(states, tuple(dict.fromkeys(s for m in chosen for s in m.spans))) if states else None

    def _ending(self, line: Line, k: int, verb: int) -> By | None:
        """The states of those told to act, whose words end at token k, behind the verb where it stands before them."""
        start = max(k - 8, verb + 1) if verb < k else max(0, k - 8)
        while verb > k and start < k and line.low(start) not in BREAKS:
            start += 1
        start = start if start < k or verb < k else max(0, k - 8)
        lo, hi = line.tokens[min(start, k)].start, line.tokens[k].end
        here = [m for m in self._here[line.span.start] if lo <= m.span.start and m.span.end <= hi]
        states = tuple(dict.fromkeys(s for m in here for s in m.states))
        return By(states, tuple(s for m in here for s in m.spans)) if states else None

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
        return any(
            line.low(k)
            in HEADS | _groups() | {"readiness", "willingness", "commitment", "plan", "plans", "intention", "customs"}
            for k in range(i, min(i + 5, len(line.tokens)))
        )

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
        here = [m for m in self._here[line.span.start] if m.type == "person" and m.name]
        owned = [
            m for m in here if m.span in spans or any(line.text[m.span.end : s.start].strip() == "of" for s in spans)
        ]
        return tuple(dict.fromkeys(m.name for m in owned))[:1]

    def said_by(self, line: Line, index: int, opening: Opens) -> tuple[Mention, ...]:
        """The official who says so, in this sentence or taken up as "he" from those before."""
        if opening.strength not in ("thing", "will", "duty", "soft", "call"):
            return ()
        speaker = self._teller(line, opening)
        if speaker is not None:
            return (speaker,) if speaker.type in ("person", "office") else ()
        if line.low(0) in ("he", "she") and OFFICIAL_TELLING & set(line.lows(1, 4)):
            for k in range(index - 1, max(index - 5, -1), -1):
                people = [m for m in self._here[self.lines[k].span.start] if m.type == "person" and m.name]
                if people:
                    return (people[0],)
        first = next(iter(self._here[line.span.start]), None)
        early = first is not None and first.type == "person" and first.span.end <= line.tokens[opening.verb].start
        return (first,) if first is not None and early and opening.strength in ("soft", "call") else ()

    # -------------------------------------------------------------- asked by openings
    def actor_before(self, line: Line, i: int, index: int) -> bool:
        """Whether the subject of the modal at token i can promise: a state, its officials, the sides, a team."""
        j = self._aside(line, i - 1)
        while j >= 0 and (line.low(j) in ("also", "both", "jointly", "then", ",") or line.low(j).endswith("ly")):
            j -= 1
        if line.low(j) in ("they", "we", "which", "who"):
            return line.low(j) in ("they", "we")
        if line.low(j) in ("i", "we're", "i'm", "they're") or line.low(i).endswith("'ll"):
            return True
        if line.low(j) in ("he", "she"):
            return self._holder(index) is not None or any(
                m.type in ("person", "office") for m in self._here[line.span.start]
            )
        if line.low(j) == "it" and j == 0:
            return self._before(index) is not None
        if line.low(j) == "it":
            return (
                line.low(j - 1) in ("that", "said", "says", "say", "announced")
                or line.covered(j - 1, "state") is not None
            ) and (self._subject(line, max(j - 1, 0)) is not None or line.low(0) in ("he", "she"))
        if line.low(j) == "and" or line.low(i - 1) == "and":
            return self._subject(line, i) is not None
        end = line.tokens[j].end if j >= 0 else 0
        for m in self._here[line.span.start]:
            if m.span.end == end and not m.form.startswith("demonym"):
                return not self._governed(line, m) or self._of_team(line, m)
        return line.low(j) in _groups() | {"party", "side", "government", "ministry"}

    def _of_team(self, line: Line, m: Mention) -> bool:
        """ "patrols on the two sides", "the governments of Kenya and Uganda"."""
        i = next(k for k, t in enumerate(line.tokens) if t.end > m.span.start)
        return any(line.low(k) in _groups() | HEADS for k in range(max(0, i - 4), i))

    def told_by_official(self, line: Line, i: int, index: int) -> bool:
        """Whether a modal stands in what somebody in office, not an expert, is said to have said."""
        telling = next((k for k in range(len(line.tokens)) if line.low(k) in OFFICIAL_TELLING), None)
        if telling is None:
            return False
        here = [m for m in self._here[line.span.start] if not m.office.lower().endswith(BUSINESS)]
        if any(m.type == "person" and m.form == "expert" for m in here):
            return False
        if set(line.lows(max(0, telling - 4), telling + 5)) & ANALYSTS:
            return False
        if any(m.span.end <= line.tokens[i].start for m in here) or telling > i:
            return True
        return bool(set(line.lows(0, telling)) & {"he", "she", "it", "they", "i", "we"}) or line.low(telling + 1) in (
            "we",
        )

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
        if first is None or first.type != "state" or len(first.states) != 1 or first.form.startswith("demonym"):
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
