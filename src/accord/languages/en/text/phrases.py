"""Noun phrases of English: how far a name reaches to the left and to the right of its head noun."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.lexicon import table, verbs
from accord.languages.en.text.phrase_words import (
    BREAKS,
    CIRCUMSTANCES,
    DETERMINERS,
    ENDERS,
    FIELD,
    IDLE,
    LETTERED,
    NOUNY,
    ONE_MORE,
    OPENERS,
    PREPOSITIONS,
    SET_FOR,
    SMALL,
    STOPS,
    SUBJECT,
    TERM_OF,
    TERMS,
    VALID_TO,
)
from accord.languages.en.text.tokens import Token
from accord.languages.en.values.numbers import ONES
from accord.languages.views import Mention

__all__ = ["DETERMINERS", "PREPOSITIONS", "STOPS", "Line", "by_line", "heads"]


@cache
def heads(section: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Head nouns of a section of things.toml by their last word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, form in table("things")[section].items():
        words = tuple(phrase.split())
        found.setdefault(words[-1], []).append((words, form))
    for options in found.values():
        options.sort(key=lambda o: -len(o[0]))
    return found


def by_line(lines: Sequence[Line], mentions: Iterable[Mention]) -> list[list[Mention]]:
    """The mentions that stand in each line, in their order; the lines are in the order of the text."""
    starts = [line.span.start for line in lines]
    found: list[list[Mention]] = [[] for _ in lines]
    for mention in mentions:
        at = bisect_right(starts, mention.span.start) - 1
        if at >= 0 and mention.span in lines[at].span:
            found[at].append(mention)
    return found


_CALLED_OF = re.compile(
    r"\b(?:Treaty|Treaties|Agreements?|Protocols?|Declaration|Memorand(?:um|a)|Understanding|Convention|Accords?|Charter|Compact|Pact"
    r"|[Rr]esolution|Communiqu[eé]|[Ee]xchange of [Nn]otes|Minutes?|treaty|agreement|protocol|memorandum|convention|accord)"
    r"(?:(?!\b(?:was|were|is|are|has|had|have|be|been|will|shall|signed|adopted|concluded)\b)[^,;:.()\n])*\b(?:of|dated)[ ](?:the[ ])?$"
)
_OF = ("of ", "dated ", "of the ", "dated the ")  # how it ends


class _Lows(dict[int, str]):
    """The words of a sentence by their place."""

    def __missing__(self, i: int) -> str:
        return ""


@dataclass(slots=True)
class Line:
    """A sentence as the finders see it: its tokens, and for each token the mention of a state, organisation, place,
    person, date or amount that covers it."""

    text: str
    tokens: list[Token]
    at: list[Mention | None]
    span: Span
    kind: str = "paragraph"
    dates: list[Mention] = field(default_factory=list)
    amounts: list[Mention] = field(default_factory=list)
    entry: Mention | None = None  # the date of the entry of a chronology that it belongs to
    over: tuple[Line, ...] = ()  # the lines that lead it: of its list, of its section, the nearest first
    low: Callable[[int], str] = field(init=False, repr=False)  # the word or mark at a place, "" outside
    said: frozenset[str] = field(init=False, repr=False)  # all of them, for a first look
    _lows: list[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._lows = [t.low for t in self.tokens]
        self.low = _Lows(enumerate(self._lows)).__getitem__
        self.said = frozenset(self._lows)

    @property
    def own(self) -> str:
        """Its own words."""
        return self.text[self.span.start : self.span.end]

    def covered(self, i: int, *types: str) -> Mention | None:
        if 0 <= i < len(self.at) and (mention := self.at[i]) is not None and (not types or mention.type in types):
            return mention
        return None

    def slice(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split()) if last > first else ""

    def lows(self, first: int, last: int) -> list[str]:
        return self._lows[first:last]

    def find(self, section: str) -> Iterable[tuple[int, int, str]]:
        """Head nouns of a section: (first token, end token, form), the longest at each place, from left to right."""
        known = heads(section)
        if known.keys().isdisjoint(self.said):
            return
        for i, low in enumerate(self._lows):
            for words, form in known.get(low, ()):
                first = self._matches(words, i)
                if first is not None:
                    yield first, i + 1, form
                    break

    def _matches(self, words: tuple[str, ...], last: int) -> int | None:
        i = last
        for word in reversed(words):
            parts = word.split("-")
            for n, part in enumerate(reversed(parts)):
                if n:
                    if self.low(i) != "-":
                        return None
                    i -= 1
                if self.low(i) != part:
                    return None
                i -= 1
            if word is not words[0] and self.low(i) == "-":
                i -= 1
        return i + 1

    def term(self, date: Mention) -> bool:
        """Whether a span of years says how long a paper runs rather than when something happened."""
        if date.period is None:
            return False
        if date.period.length.days > 300 and self.text.startswith(("'s ", "’s "), date.span.end):
            return True  # "last year's row"
        before = self.text[max(self.span.start, date.span.start - 24) : date.span.start]
        if (
            date.period.length.days > 300
            and (before.endswith((" for ", " for the year ")) or VALID_TO.search(before))
            and not SET_FOR.search(before)
        ):
            return True  # "the programme for 2026"
        if date.period.length.days <= 366:
            return False
        return bool(TERM_OF.search(before)) or self.text[date.span.start :].startswith(("from", "for"))

    def calls_paper(self, date: Mention, papers: Sequence[Span]) -> bool:
        """Whether a date is part of how a paper is called: "the treaty of 1977", "(1996)", "the Treaty of Peace and
        Friendship of 29 November 1984"."""
        before = self.text[max(self.span.start, date.span.start - 160) : date.span.start]
        if before.endswith(_OF) and _CALLED_OF.search(before):
            return True
        return any(
            date.span in p
            or (
                0 <= date.span.start - p.end <= 5
                and self.text[p.end : date.span.start].strip() in ("of", "(", "")
                and (date.period is None or date.period.length.days > 300)
                and not self.text.startswith("last ", date.span.start)
            )
            for p in papers
        )

    def left(self, head: int, keep: frozenset[str] = frozenset()) -> int:
        """The first token of the noun phrase whose head begins at `head`: modifiers, names, demonyms."""
        i = head
        while i > 0:
            token = self.tokens[i - 1]
            if token.low in keep or (token.low == "following" and self.low(i - 2) == "the"):
                i -= 1
                continue
            if token.low == "and" and (self._joins_capitals(i - 1) or self._joins_modifiers(i - 1)):
                i -= 1
                continue
            if token.low in ("-", "/") or (
                token.low == ","
                and i > 2
                and self.low(i) not in ("and",)
                and self._joins_capitals(i - 1)
                and not self.covered(i - 2)
            ):
                i -= 1
                continue
            if token.low == "'" and token.glued and self.low(i - 2).endswith("s"):  # "shareholders' agreement"
                i -= 2
                continue
            if (
                (not token.word and not token.text[0].isdigit())
                or token.low in DETERMINERS
                or token.low in PREPOSITIONS
                or token.low in STOPS
            ):
                break
            mention = self.at[i - 1]
            if mention is not None and mention.type in ("date", "person", "office", "change"):
                break
            if (
                token.low in verbs()
                and not (token.capital and i - 1 > 0)
                and not self._adjective(i - 1)
                and not self._noun_like(i - 1)
            ):
                break
            i -= 1
        while i < head and self.tokens[i].low in ("-", "and", "/", ",", "&"):
            i += 1
        return i

    def _joins_capitals(self, i: int) -> bool:
        """Whether "and" or a comma at i stands inside a capitalised name ("Trade and Economic Commission")."""
        before, after = self.tokens[i - 1] if i else None, self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return bool(
            before
            and after
            and before.capital
            and after.capital
            and before.word
            and after.word
            and not self.covered(i + 1, "person", "state")
            and not self.covered(i - 1, "person", "state")
            and i > 1
        )

    def _joins_modifiers(self, i: int) -> bool:
        """ "the delimitation and demarcation agreement": "and" between two bare nouns behind a determiner."""
        before = self.low(i - 1)
        if (
            self.covered(i - 1)
            or self.covered(i + 1)
            or before in DETERMINERS
            or before in PREPOSITIONS
            or before in STOPS
            or before in verbs()
            or self.low(i + 1) in DETERMINERS
        ):
            return False
        return (
            any(self.low(k) in ("the", "a", "an", "this") for k in range(max(i - 4, 0), i - 1))
            and self.tokens[i - 1].word
        )

    def _noun_like(self, i: int) -> bool:
        """A verb's base form used as a noun before another ("fire drill", "transit agreement")."""
        before = self.low(i - 1)
        return (
            verbs()[self.low(i)].forms <= {"base"}
            and before
            not in ("to", "will", "would", "should", "may", "could", "can", "shall", "must", "they", "we", "and", "who")
            and not self.covered(i - 1, "state", "person")
        )

    def _adjective(self, i: int) -> bool:
        """A participle used as an adjective: after a determiner, before a noun."""
        forms = verbs()[self.low(i)].forms
        return (
            ("ing" in forms or "pp" in forms)
            and (
                self.low(i - 1) in DETERMINERS - {"these", "those", "this", "that", "all"}
                or self.low(i - 1) == "-"
                or (self.low(i - 1) in ONES and "ing" in forms)
            )
        ) or (forms <= {"base"} and self.low(i - 1) in DETERMINERS)

    def finite(self, i: int) -> bool:
        """Whether a finite verb stands at i: an auxiliary, or a known past or third-person form that is no noun."""
        low = self.low(i)
        if low in ENDERS:
            return not (low == "as" and "well" in (self.low(i + 1), self.low(i - 1)))
        form = verbs().get(low)
        if form is None or self.tokens[i].capital or (self.low(i - 1) == "-" and self.tokens[i].glued):
            return False
        if self.low(i - 1) in DETERMINERS or (self.low(i - 1) in PREPOSITIONS and "past" not in form.forms):
            return False
        return "past" in form.forms or (form.forms == {"s"} and self.low(i + 1) not in ("of",) and low not in NOUNY)

    def right(self, i: int, titled: bool) -> int:
        """The end of the title that goes on at token i ("on the State Border", "to establish sister-city relations")."""
        if not (self.low(i) in OPENERS or self._doing(i)) or self.covered(i, "date"):
            return i
        if self.low(i) == "for" and (years := self._years(i + 1)) is not None:
            return years
        if self.low(i) in ("on", "in", "of", "for") and self.covered(i + 1, "date"):
            return i
        if self.low(i) == "in" and (self.covered(i + 1, "place", "state") or (not titled and self._capital_run(i + 1))):
            return i
        if self._no_title(i):
            return i
        j = i + 1
        capitals = titled and self._capital_run(i)
        while j < len(self.tokens):
            token = self.tokens[j]
            if token.low in BREAKS and self.covered(j, "state") is None:
                break
            if (years := self._years(j)) is not None and years > j:
                j = years
                if self.low(j) != "between":
                    break
            if (
                j > i + 1
                and self.low(i) in ("with", "between")
                and (token.low in SUBJECT or self._in_field(j))
                and self.covered(j - 1, "state", "office")
            ):
                capitals = titled and self._capital_run(j)
            if self.ends_here(j, capitals):
                break
            j += 1
        while j > i and self.low(j - 1) in SMALL | {",", "as", "well", "period", "years", "term", "be", "been"}:
            j -= 1
        return i if j == i + 1 and self.low(i) not in OPENERS else max(j, i)

    def _in_field(self, i: int) -> bool:
        """ "In the field of", behind the parties of a paper."""
        return self.low(i) == "in" and bool({self.low(i + 1), self.low(i + 2)} & FIELD)

    def _doing(self, i: int) -> bool:
        """Whether a participle behind a paper's head tells what the paper does: "the agreement dividing the lake"."""
        low = self.low(i)
        return (
            low.endswith("ing")
            and len(low) > 5
            and low not in IDLE
            and self.low(i - 1) in heads("papers")
            and not (i + 1 < len(self.tokens) and self.low(i + 1) in ("ceremony", "process", "of"))
        )

    def _years(self, j: int) -> int | None:
        """The end of the years that belong to a title: "for 2026", "2026-2030"."""
        date = self.covered(j, "date")
        if date is None or date.period is None or date.period.open or date.period.length.days < 300:
            return None
        if not (date.period.length.days > 366 or self.low(j - 1) == "for") or not self.tokens[j].text[0].isdigit():
            return None
        while j < len(self.tokens) and self.covered(j, "date") is date:
            j += 1
        return j

    def _no_title(self, i: int) -> bool:
        """Whether what an opener begins tells of the circumstances ("in the presence of") or the goal ("to parliament")."""
        low, following = self.low(i), self.low(i + 1 + (self.low(i + 1) == "the"))
        if low == "to":
            form = verbs().get(self.low(i + 1))
            return not (form and "base" in form.forms) and not self.tokens[i].capital and self.low(i + 1) != "the"
        if low == "on":
            return following in ("sidelines", "margins", "occasion", "eve", "fringes", "basis", "behalf")
        if low == "for" and {self.low(i + 1), self.low(i + 2)} & TERMS:
            return True
        return low in ("in", "at") and following in CIRCUMSTANCES

    def _capital_run(self, i: int) -> bool:
        content = [t for t in self.tokens[i : i + 8] if t.word and t.low not in SMALL]
        return bool(content) and content[0].capital

    def ends_here(self, j: int, capitals: bool) -> bool:
        """Whether the words of a title end at j."""
        low, token, nxt = self.low(j), self.tokens[j], j + 1
        if (
            low == "between"
            and self.low(j - 1) not in ("cooperation", "co-operation", "understanding", "consultations")
            and any(
                self.low(k) in ("ministry", "ministries", "government", "governments", "agency", "authorities")
                for k in range(j + 1, j + 4)
            )
        ):
            return True
        if self.finite(j) or low in ("signed", "reached", "concluded"):
            return True
        if self.covered(j, "date") or self.covered(j, "person"):
            return True
        if low in ("in", "at", "on") and (
            self.covered(nxt, "date")
            or (self.covered(nxt, "place") and not capitals and low != "on")
            or (self.low(nxt) == "the" and low == "at")
            or (low != "on" and self._place_and_day(nxt))
        ):
            return True
        if low == "as" and self.low(nxt) == "well" and self._verb_only(j + 3):
            return True
        at_once = low == "with" and (self.low(nxt) in ("effect", "immediate") or self.low(nxt).isdigit())
        if low in ("by", "plus", "along", "together", "among") or at_once:
            return True
        if low == ",":
            return not self._list_goes_on(nxt, capitals)
        if low == "and":
            k = nxt + (self.low(nxt) in DETERMINERS)
            form = verbs().get(self.low(nxt))
            if self.low(nxt) in DETERMINERS and (self.finite(nxt + 2) or self.finite(nxt + 3)):
                return True
            if self.low(nxt).endswith("ed") and self.low(nxt + 1) in PREPOSITIONS | DETERMINERS | {"that"}:
                return True
            return (
                self.low(k) in heads("papers")
                or self.other_paper(nxt)
                or bool(form and "past" in form.forms and not self.tokens[nxt].capital)
            )
        return (
            capitals
            and token.word
            and not token.capital
            and low not in SMALL
            and low not in ("mutual", "-")
            and self.low(j - 1) != "-"
        )

    def _place_and_day(self, k: int) -> bool:
        """Whether a place and a day stand at k: "at Suva on 12 May 2023"."""
        place = self.covered(k, "place", "state")
        while place is not None and k < len(self.tokens) and self.covered(k) is place:
            k += 1
        return place is not None and (
            self.covered(k, "date") is not None
            or (self.low(k) in ("on", "in", ",") and self.covered(k + 1, "date") is not None)
        )

    def other_paper(self, k: int) -> bool:
        """Whether another paper begins at k: "and three memorandums", "and a new trade agreement"."""
        if not (
            self.low(k) in ("a", "an", "another", "two", "three", "four", "five", "six", "several", "new")
            or self.low(k).isdigit()
        ):
            return self.elided_paper(k)
        for j in range(k + 1, min(k + 6, len(self.tokens))):
            letter = self.low(j + 1) == "of" and self.low(j + 2) in LETTERED
            if self.low(j) in heads("papers") or (letter and self.low(j) in ("letter", "letters", "exchange")):
                return True
            if self.low(j) in PREPOSITIONS or self.low(j) in (",", "and") or self.finite(j):
                return self.elided_paper(k)
        return self.elided_paper(k)

    def elided_paper(self, k: int) -> bool:
        """Whether a paper that is called by its subject alone begins at k: "and another on fisheries"."""
        k += self.low(k) in ("of", "for", "by", "the") and self.low(k + 1) in ONE_MORE
        return self.low(k) in ONE_MORE and (self.low(k + 1) in SUBJECT - {"for"} or self._in_field(k + 1))

    def _verb_only(self, k: int) -> bool:
        """Whether a verb's base form stands at k before its object: "as well as deliver a lecture"."""
        form = verbs().get(self.low(k))
        return form is not None and "base" in form.forms and self.low(k + 1) in DETERMINERS

    def _list_goes_on(self, k: int, capitals: bool) -> bool:
        """Whether after a comma the title's list goes on: more nouns and, later, an "and" before any verb."""
        if capitals and not (
            k < len(self.tokens)
            and (
                self.tokens[k].capital
                or (self.low(k) == "and" and self.tokens[k + 1 : k + 2] and self.tokens[k + 1].capital)
            )
        ):
            return False
        if capitals:
            return self._capitals_go_on(k)
        seen_and = False
        for j in range(k, min(k + 14, len(self.tokens))):
            if seen_and and self.low(j) == ",":
                return True
            if (
                self.finite(j)
                or self.low(j) in BREAKS
                or self.low(j) in heads("papers")
                or self.covered(j, "person")
                or (self.low(j).endswith("ing") and j == k)
            ):
                return seen_and and self.low(j) in BREAKS
            seen_and = seen_and or self.low(j) == "and"
        return seen_and

    def _capitals_go_on(self, k: int) -> bool:
        """Whether a capitalised list ("Friendship, Co-operation and Good Neighbourliness") comes to its "and"."""
        for j in range(k, min(k + 12, len(self.tokens))):
            if self.low(j) == "and":
                return (
                    j + 1 < len(self.tokens) and self.tokens[j + 1].capital and self.low(j + 1) not in heads("papers")
                )
            if self.low(j) not in ("-", ",", "of", "the") and not (
                self.tokens[j].capital or (self.low(j - 1) == "-" and self.tokens[j].word)
            ):
                return False
            if self.covered(j, "person") or self.low(j) in heads("papers"):
                return False
        return False
