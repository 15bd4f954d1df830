"""Which states a promise binds: those of its subject, of the speaker, of the two sides spoken of."""

from __future__ import annotations

from accord.gazetteer.states import state
from accord.languages.en.promises.asides import RELATIVES, first_verb, held
from accord.languages.en.promises.present import Present, groups
from accord.languages.en.promises.promiser_words import (
    ANALYSTS,
    AUXILIARIES,
    BREAKS,
    BUSINESS,
    BUSY,
    HEADS,
    OFFICIAL_TELLING,
    PAIR_WORDS,
    PERSONS,
    SHARED,
    SOVEREIGN,
    SPEAKING,
    By,
    Opens,
)
from accord.languages.en.promises.subjects import acting, head_of, subject_start
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.views import Mention

__all__ = ["By", "Promisers"]

_SIDES = frozenset(("countries", "sides", "parties", "governments", "nations", "states"))
_OF_BODIES = frozenset(("economic", "foreign", "finance", "trade", "defence", "defense", "energy", "member", "states"))


class Promisers(Present):
    """Answers whom the promises of one document bind."""

    def _near(self, line: Line, at: int) -> By | None:
        """The subject that stands right before a modal, with those joined to it."""
        aside = self._aside(line, at - 1)
        skipped = ("also", "jointly", "both", "then")
        end = next((line.tokens[k].end for k in range(aside, -1, -1) if line.low(k) not in skipped), 0)
        chosen: list[Mention] = []
        for m in reversed(self._here[line.span.start]):
            i = next(k for k, t in enumerate(line.tokens) if t.end > m.span.start)
            if m.span.end == end and (not m.form.startswith("demonym") or self._people(line, m)):
                chosen.append(m)
                j = i - 1
                if line.low(j) == "of" and (person := line.covered(j - 1, "person", "office")) is not None:
                    j = next(k for k, t in enumerate(line.tokens) if t.end > person.span.start) - 1
                while line.low(j) in DETERMINERS:
                    j -= 1
                if line.low(j) == "counterparts":
                    chosen += self._counterparts(line, j)
                if line.low(j) not in ("and", ",") or line.covered(j - 1) is None:
                    break
                end = line.tokens[j - 1].end
        chosen.reverse()
        if not chosen or any(self._governed(line, m) for m in chosen):
            return None
        first = next(k for k, t in enumerate(line.tokens) if t.end > chosen[0].span.start)
        other = line.covered(first - 2, "state") if line.low(first - 1) in (",", "and") else None
        if other is not None and other.form == "demonym" and chosen[0].type == "office":
            chosen.insert(0, other)  # "Thai, Cambodian leaders"
        return By(
            tuple(dict.fromkeys(s for m in chosen for s in m.states)),
            tuple(dict.fromkeys(s for m in chosen for s in m.spans)),
        )

    def _counterparts(self, line: Line, k: int) -> list[Mention]:
        """Those before "counterparts" at k, the last first: "the minister and his Lao and Thai counterparts"."""
        found: list[Mention] = []
        while k > 1 and (line.low(k - 1) in ("and", ",", "his", "her", "their") or line.covered(k - 1)):
            k -= 1
            m = line.covered(k, "state", "person", "office")
            if m is not None and m.states and m not in found:
                found.append(m)
            if m is not None and m.type in ("person", "office"):
                break
        return found

    def by(self, line: Line, index: int, opening: Opens, lead: bool) -> By | None:
        """Whom a promise binds, or None where nobody who can promise is named."""
        if lead:
            return self._subject(line, len(line.tokens) - 1) or self._in_title(line) or self.both
        if opening.strength in ("thing", "noted"):
            return self._maker(line, index, opening)
        if opening.strength == "wish":
            return self._asked(line, self.verb_start(line, opening.verb))
        if opening.strength == "call" and opening.head < opening.first and opening.doer < 0:
            return self.recent(index) or self.both
        at = opening.doer if opening.doer >= 0 else self.verb_start(line, opening.verb)
        if opening.doer >= 0 and (own := self._ending(line, at, opening.verb)) is not None:
            return own
        if opening.doer >= 0:
            return self.recent(index) or self.both
        if (said := SPEAKING & set(line.lows(max(0, at - 4), at + 1))) and (
            own := self._speaker(line, index)
        ) is not None:
            return own
        if "we" in said:
            return self.recent(index) or self.both
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
            and line.low(0) in ("the", "in")
            and (tells := next((k for k in range(at - 2, 0, -1) if line.low(k) in OFFICIAL_TELLING), None)) is not None
            and (own := self._called(line, subject_start(line, tells), tells)) is not None
        ):
            return own
        if (
            line.low(at - 1) == "it"
            and (tells := next((k for k in range(at - 2, 0, -1) if line.low(k) in OFFICIAL_TELLING), None)) is not None
        ):
            return self._subject(line, tells) or (self._holder(index) if line.low(0) in ("he", "she") else None)
        if line.low(0) in ("he", "she") and at < 7 and self._near(line, at) is None and (own := self._holder(index)):
            return own
        if line.low(0) == "it" and at < 3 and (own := self._before(index)) is not None:
            return own
        if (body := self._body(line, at, opening)) is not None:
            return body
        both = self.recent(index) or self.both
        if line.low(at - 1) in _SIDES and line.low(at - 2) in ("the", "both") and len(both.states) > 1:
            return self._near(line, at) or both
        found = self._near(line, at) or self._past_aside(line, at) or self._subject(line, at)
        if found is not None:
            return found
        return self._unnamed(line, index, opening, at)

    def _in_title(self, line: Line) -> By | None:
        """Whom a title names whose items are promises: "DRC", "Undertakings of Peru"."""
        here = [m for m in self._here[line.span.start] if m.type == "state"]
        if len(line.tokens) > 8 or not here:
            return None
        return By(tuple(dict.fromkeys(s for m in here for s in m.states)), tuple(s for m in here for s in m.spans))

    def _asked(self, line: Line, at: int) -> By | None:
        """Of whom one of the two states, or somebody of neither, wants something: the other, or both."""
        asker = self._near(line, at) or self._subject(line, at)
        if asker is None or len(self.pair.states) < 2 or not set(asker.states) <= set(self.pair.states):
            return self.pair if asker is not None and self.pair.states else None
        rest = [k for k, s in enumerate(self.pair.states) if s not in asker.states]
        if not rest:
            return None
        return By(
            tuple(self.pair.states[k] for k in rest),
            tuple(self.pair.spans[k] for k in rest if k < len(self.pair.spans)),
        )

    def verb_start(self, line: Line, at: int) -> int:
        """The first token of a verb with its auxiliaries: "has also agreed"."""
        while at > 1 and (line.low(at - 1) in AUXILIARIES or line.low(at - 1).endswith("ly")):
            at -= 1
        dated = at
        while dated > 1 and (line.covered(dated - 1, "date") or (dated < at and line.low(dated - 1) in PREPOSITIONS)):
            dated -= 1
        return dated if dated < at and line.low(dated - 1) in RELATIVES else at

    def _body(self, line: Line, at: int, opening: Opens) -> By | None:
        """The organisation that promises for itself: "ECOWAS offered", "the OAS, which has an office there, said it would"."""
        if not self._bodies or opening.strength not in ("firm", "soft", "will", "plan", "past", "noun", "duty"):
            return None
        end = at
        if line.low(at - 1) == "it":
            return self._telling_body(line, at - 1)
        if (verb := first_verb(line, 0, at)) is not None and line.low(at - 1) == "and":
            end = verb
        return self._body_at(line, end)

    def _telling_body(self, line: Line, j: int) -> By | None:
        """The organisation that "it" at j takes up: "the OAS, which has an office there, said it would"."""
        end = next((k for k in range(j - 1, 0, -1) if line.low(k) in OFFICIAL_TELLING), 0)
        return self._body_at(line, end) if self._bodies else None

    def _body_at(self, line: Line, end: int) -> By | None:
        """The organisation whose name ends before token `end`, a relative clause behind it left out."""
        if line.low(end - 1) == ",":
            comma = next((n for n in range(end - 2, max(end - 24, 0), -1) if line.low(n) == ","), end)
            end = comma if line.low(comma + 1) in RELATIVES else end
        close = self._bracket(line, end)
        people = close - 1
        while people > 0 and people > close - 4 and line.low(people) in HEADS | PERSONS | _OF_BODIES:
            people -= 1
        at = close - 1 if people == close - 1 or line.low(close - 1) not in HEADS else people
        body = self._bodies.get(line.tokens[at].end) if close > 0 else None
        if body is None or self._governed(line, body):
            return None
        return self._beside(line, body)

    def _bracket(self, line: Line, end: int) -> int:
        """The token before which a name ends, its short form in brackets left out: "the African Union (AU)"."""
        if line.low(end - 1) == ")":
            return next((n for n in range(end - 2, max(end - 6, 0), -1) if line.low(n) == "("), end)
        return end

    def _beside(self, line: Line, body: Mention) -> By:
        """The organisation, and the state that "and" joins to it: "Japan and ministers of ASEAN"."""
        first = next(k for k, t in enumerate(line.tokens) if t.end > body.span.start)
        while first > 0 and line.low(first - 1) in DETERMINERS | HEADS | {"of", "from"}:
            first -= 1
        joined = line.covered(first - 2, "state") if line.low(first - 1) == "and" else None
        if joined is None or joined.form.startswith("demonym"):
            return By((body.name,), (body.span,))
        return By((*joined.states, body.name), (*joined.spans, body.span))

    def _past_aside(self, line: Line, at: int) -> By | None:
        """The subject before an aside that ends right before the verb: "Chad, which borders both, offered"."""
        if line.low(at - 1) != ",":
            return None
        opening = next((n for n in range(at - 2, max(at - 24, 0), -1) if line.low(n) == ","), None)
        if opening is None:
            return None
        who = line.low(opening - 1) in ("who", "which")
        last = opening - 1 - who
        last -= line.low(last) == ","
        end = line.tokens[last].end
        here = [m for m in self._here[line.span.start] if m.span.end == end and not m.form.startswith("demonym")]
        return By(here[0].states, here[0].spans) if here and (who or not self._governed(line, here[0])) else None

    def _unnamed(self, line: Line, index: int, opening: Opens, at: int) -> By | None:
        """Whom a promise binds that names no state as its subject: the sides spoken of, a team of theirs, nobody."""
        whole = self.recent(index) or self.both
        start = subject_start(line, at)
        if (own := self._called(line, start, at)) is not None:
            return own
        head = head_of(line, start, at) if start < at else -1
        if head >= 0 and line.low(head).endswith("s") and {"two", "both", "three"} & set(line.lows(start, head)):
            return whole if len(whole.states) > 1 else None
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

    def _called(self, line: Line, start: int, at: int) -> By | None:
        """The state of the pair that a subject calls by what it is: "the Sultanate", "the Kingdom"."""
        k = next((n for n in range(start, at) if line.low(n) in SOVEREIGN), None)
        if k is None or line.low(k - 1) != "the" or line.low(k + 1) == "of":
            return None
        named = [
            s for s in self.pair.states if any(o.casefold().startswith(f"{line.low(k)} of") for o in state(s).official)
        ]
        return By((named[0],), (line.slice(k, k + 1),)) if len(named) == 1 else None

    def _main(self, line: Line, index: int, at: int) -> By | None:
        """The subject of the whole sentence, for a verb that is joined to its first by "and"."""
        first = next((k for k in range(1, at) if line.finite(k) and not line.covered(k)), 0)
        if first and (found := self._subject(line, first)) is not None:
            return found
        paired = set(line.lows(0, first)) & (PAIR_WORDS | groups())
        return (self.recent(index) or self.both) if paired else None

    def _maker(self, line: Line, index: int, opening: Opens) -> By:
        """Who is to do what is told of a thing: the agent behind "by", who announces it, whose it is, or the two sides."""
        for k in range(opening.first, len(line.tokens) - 1):
            if line.low(k) == "by" and (m := self._at(line, k + 1)) is not None:
                return By(m.states, m.spans)
        lows = set(line.lows(opening.head, opening.verb))
        whole = self.recent(index) or self.both
        if lows & SHARED:
            return whole
        speaker = self._teller(line, opening)
        if speaker is not None:
            return By(speaker.states, speaker.spans)
        owner = [m for m in self._here[line.span.start] if m.span.end <= line.tokens[opening.verb].start]
        owner = [m for m in owner if m.span.start >= line.tokens[opening.head].start and len(m.states) == 1]
        mine = next((m for m in owner if self._possesses(line, m)), None)
        return By(mine.states, mine.spans) if mine is not None and len(owner) == 1 else whole

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
        here = [m for m in here if not held(line, m.span, at)]
        if not here and line.low(at - 1) in ("which", "who", "that"):
            here = [m for m in self._here[line.span.start] if m.span.end <= end]
            last = max((m.span.end for m in here), default=0)
            comma = at - 1 - (line.low(at - 2) == ",")
            if (joined := self._near(line, comma)) is not None and len(joined.states) > 1:
                return joined
            named = next((m for m in here if m.span.end == last and m.type in ("person", "office")), None)
            if named is not None and line.low(at - 1) == "who":
                return By(named.states, named.spans)
            here = here[-1:]
        if (verb := first_verb(line, start, at)) is not None:
            before = [m for m in here if m.span.end <= line.tokens[verb].start and not m.form.startswith("demonym")]
            here = [m for m in before if not self._governed(line, m)] or here
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

    def said_by(self, line: Line, index: int, opening: Opens) -> tuple[Mention, ...]:
        """The official who says so, in this sentence or taken up as "he" from those before."""
        if opening.strength not in ("thing", "will", "duty", "soft", "call", "wish"):
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

    def actor_before(self, line: Line, i: int, index: int) -> bool:
        """Whether the subject of the modal at token i can promise: a state, its officials, the sides, a team."""
        j = self._aside(line, i - 1)
        while j >= 0 and (line.low(j) in ("also", "both", "jointly", "then", ",") or line.low(j).endswith("ly")):
            j -= 1
        if line.low(j) == "they" and any(
            line.low(k) in OFFICIAL_TELLING and line.low(k - 1) in BUSY for k in range(max(0, j - 4), j)
        ):
            return False
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
        if line.low(j) == "it" and self._telling_body(line, j) is not None:
            return True
        if line.low(j) == "it":
            return (
                line.low(j - 1) in ("that", "said", "says", "say", "announced")
                or line.covered(j - 1, "state") is not None
            ) and (self._subject(line, max(j - 1, 0)) is not None or line.low(0) in ("he", "she"))
        if line.low(j) == "and" or line.low(i - 1) == "and":
            return self._subject(line, i) is not None
        end = line.tokens[j].end if j >= 0 else 0
        if end in self._bodies and not self._governed(line, self._bodies[end]):
            return True
        for m in self._here[line.span.start]:
            if m.span.end == end and (not m.form.startswith("demonym") or self._people(line, m)):
                return not self._governed(line, m) or self._of_team(line, m)
        if line.low(j) not in groups() | {"party", "side", "government", "ministry"}:
            return False
        k = j - 1
        while k > 0 and (line.low(k) in DETERMINERS or line.low(k) in ("contracting", "two", "either")):
            k -= 1
        return line.low(k) not in PREPOSITIONS or line.low(k - 1) in groups() | HEADS

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
