"""Offices and personal names in one sentence: how far they reach, which states stand in them."""

from __future__ import annotations

from accord.document import Span
from accord.languages.en.names.name_finder import NameFinder
from accord.languages.en.names.office_words import (
    ABSTRACT,
    GENERALS,
    INSTITUTIONAL,
    LOCAL,
    OWNERS,
    POSTED,
    SINGULAR,
    Office,
    office_table,
    office_words,
    telling,
)
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.tokens import Token
from accord.languages.views import Mention

__all__ = ["Finder"]

_OF_GENERAL = frozenset("staff election elections prosecutor department headquarters strike public debate".split())
_LISTED = frozenset(("", "(", ")", ";", ":", "to", "in"))
_FULL = frozenset(("extraordinary", "plenipotentiary"))  # of an ambassador's title
_FOR_OTHERS = frozenset("envoy envoys representative representatives coordinator".split())  # "US envoy for Sudan"


class Finder(NameFinder):
    """Finds offices and names in one sentence's tokens."""

    def __init__(self, text: str, tokens: list[Token], places: list[Mention | None]) -> None:
        super().__init__(text, tokens, places)
        self._head = ""  # of the office being read

    def offices(self) -> list[Office]:
        found: list[Office] = []
        end = 0
        for i, token in enumerate(self.tokens):
            if token.low not in telling() or i < end or not token.word:
                continue
            low = SINGULAR.get(token.low, token.low)
            plural = token.low in office_words("plural") or token.low in ("counterparts", "colleagues", "homologues")
            managing = low == "director" and self._managing(i)
            expert = not managing and (
                low in office_words("experts")
                or (token.low.endswith("s") and token.low[:-1] in office_words("experts"))
            )
            counterpart = token.low in office_words("counterparts") or (
                token.low == "number" and i > 0 and self.tokens[i - 1].low == "opposite"
            )
            if (
                not (plural or expert or counterpart or managing or low in office_words("heads"))
                or self._is_verb(i)
                or self._goes_on(i)
            ):
                continue
            office = self._office(
                i, plural or (expert and token.low not in office_words("experts")), expert, counterpart
            )
            if office:
                found.append(office)
                end = office.last
        return found

    def _managing(self, i: int) -> bool:
        """Whether a director is an official: a director general, one of a ministry's department or of an organisation."""
        if i > 1 and self.tokens[i - 1].low in ("managing", "executive"):
            near = (self.places[k] for k in (i - 2, i + 2, i + 3) if k < len(self.places))
            return any(place is not None and place.type == "organisation" for place in near)
        j = i + 1 + (self._next(i) == "-")
        if j < len(self.tokens) and self.tokens[j].low == "general":
            return True
        ahead = [t.low for t in self.tokens[i + 1 : i + 9]]
        return ahead[:1] == ["of"] and bool({"ministry", "ministry's", "department", "directorate"} & set(ahead))

    def _goes_on(self, i: int) -> bool:
        """Whether the office's head is still to come ("deputy prime minister", "chief negotiator")."""
        if self.tokens[i].low not in office_words("before"):
            return False
        for k in range(i + 1, min(i + 5, len(self.tokens))):
            low = self.tokens[k].low
            if SINGULAR.get(low, low) in office_words("heads") or low in office_words("plural"):
                return True
            if low not in office_words("before") and low not in office_words("fields") and low not in ("-", "and"):
                return False
        return False

    def _is_verb(self, i: int) -> bool:
        low = self.tokens[i].low
        if low == "chair" and not (self.tokens[i].capital and self._next(i) in ("of", "and")):
            return True
        if low in ("head", "chair", "heads", "chairs"):
            before = self.tokens[i - 1].low if i else ""
            return before in ("to", "will", "would", "who") or (
                i + 1 < len(self.tokens) and self.tokens[i + 1].low in ("to", "the", "by", "for")
            )
        if low in office_table("short"):
            return not self._shortened(i)
        if low == "general":
            joined = i > 0 and self.tokens[i - 1].low in ("consulate", "secretariat", "directorate", "inspectorate")
            return not self.tokens[i].capital or joined or self._next(i) in office_words("things") | _OF_GENERAL
        if low == "official" and self._next(i) in office_words("things") | {"talks", "residence", "gazette", "opening"}:
            return True
        general = i + 2 < len(self.tokens) and self.tokens[i + 2].low == "general"
        return low == "secretary" and self._next(i) == "-" and not general

    def _shortened(self, i: int) -> bool:
        """Whether letters stand for an office here ("PM Modi", "Gov. Brown")."""
        token, low = self.tokens[i], self.tokens[i].low
        after = i + 1 + (self._next(i) == "." and self.tokens[i + 1].glued)
        if low in ("gov", "sen", "amb", "pres"):
            return token.text.istitle() and self.name_word(after) and (after > i + 1 or not self._unknown(i - 1))
        if token.text not in (low.upper(), "MPs", "MEPs"):
            return False
        left = self.places[i - 1] if i else None
        if low == "cs" and ((i and self.tokens[i - 1].low == "prime") or self._next(i) in ("for", "of")):
            return True
        return low in ("pm", "eam") or self.name_word(i + 1) or (left is not None and left.type == "state")

    def _office(self, head: int, plural: bool, expert: bool, counterpart: bool) -> Office | None:
        first, states, spans = self._left(head)
        self._head = self.tokens[head].low
        end = self._whole_head(head)
        last, more, more_spans = self._right(end, expert)
        states = tuple(dict.fromkeys(states + more))
        title = self._title(first, last, head)
        last = self._posted(head, end, last)
        low = self.tokens[head].low
        states = states or next(((s,) for o in (low, title.lower()) if (s := office_table("states").get(o))), ())
        if counterpart and plural and not states and (first == 0 or self.tokens[first - 1].low not in OWNERS):
            return None  # "Colleagues, ..."
        if self.tokens[head].low in (
            "general",
            "deputy",
            "chief",
            "official",
            "leader",
            "head",
            "representative",
            "prince",
            "delegate",
        ) and not (states or last > head + 1 or self.tokens[head].capital):
            return None
        return Office(first, last, title, states, spans + more_spans, plural, expert, counterpart)

    def _whole_head(self, head: int) -> int:
        """The token after the head: after "General" of a consul general, after the point of "Gov."."""
        end = head + 1
        low = self.tokens[head].low
        if [t.low for t in self.tokens[end : end + 2]] in (["-", "elect"], ["-", "designate"]):
            return end + 2
        if low in POSTED and [t.low for t in self.tokens[end : end + 3 : 2]] == ["extraordinary", "plenipotentiary"]:
            return end + 3
        if low == "commander" and [t.low for t in self.tokens[end : end + 4]] == ["-", "in", "-", "chief"]:
            return end + 4
        if low in GENERALS and end < len(self.tokens):
            joint = end + (self.tokens[end].low == "-" and self.tokens[end].glued)
            if joint < len(self.tokens) and self.tokens[joint].low == "general":
                return joint + 1
        dotted = end < len(self.tokens) and self.tokens[end].low == "." and self.tokens[end].glued
        return end + (dotted and low in office_table("short"))

    def _posted(self, head: int, end: int, last: int) -> int:
        """The end of where somebody is posted ("ambassador in Lima", "to Togo, Benin and Ghana"): no part of the office,
        nor a state of its own; `end` is that of the head's words."""
        if self.tokens[head].low not in POSTED or last + 1 >= len(self.tokens):
            return last
        near = last == end or self.tokens[end].low == "of"  # "ambassador to Oman", "ambassador of India to Oman"
        if self.tokens[last].low != "in" and (self.tokens[last].low != "to" or not near or self._sent(head)):
            return last
        at = last + 1 + (self.tokens[last + 1].low == "the" and last + 2 < len(self.tokens))
        place = self.places[at]
        if place is None or place.type not in ("place", "state", "organisation"):
            return last
        return self.states_at(at)[0] if place.type == "state" else self._last_of(at, place)

    def _left(self, head: int) -> tuple[int, tuple[str, ...], tuple[Span, ...]]:
        """How far the office reaches to the left, with the states that stand in it ("Kyrgyz Foreign Minister")."""
        i = head
        allowed = office_words("before") | office_words("fields") | {"-", "/", "opposite"}
        while i > 0:
            token, place = self.tokens[i - 1], self.places[i - 1]
            if place is not None and (
                place.type in ("state", "organisation")
                or (place.type == "place" and len(place.states) == 1 and place.form in ("city", "capital"))
            ):
                start = self._first_of(place)
                states = place.states
                if start > 1 and self.tokens[start - 1].low == "-" and self.places[start - 2]:
                    return i, (), ()
                return start, states, (place.span,)
            if token.low == "'s" and i > 1 and self.places[i - 2] is not None and self.places[i - 2].type == "state":  # type: ignore[union-attr]
                i -= 1
                continue
            if token.low == ")" and i > 3 and self.tokens[i - 3].low == "(" and self.places[i - 4] is not None:
                i -= 3  # "Democratic Republic of the Congo (DRC) President"
                continue
            joins = (
                token.low in ("and", "&")
                and i > 1
                and self.tokens[i - 2].low in office_words("fields")
                and self.tokens[max(i - 3, 0)].low != "'s"  # "of People's Power and President ..."
                and i < head + 1
                and self.tokens[i].capital
            )
            if not ((token.low in allowed and token.low not in ("house",)) or joins):
                break
            if token.low in ("and", "&") and not joins:
                break
            i -= 1
        while i < head and self.tokens[i].low in ("-", "and", "/", "'s"):
            i += 1
        return i, (), ()

    def _first_of(self, mention: Mention) -> int:
        return next(i for i, t in enumerate(self.tokens) if t.start >= mention.span.start)

    def _right(self, i: int, expert: bool) -> tuple[int, tuple[str, ...], tuple[Span, ...]]:
        """The complement ("of Foreign Affairs of Kyrgyzstan", "of the Center for ...")."""
        states: list[str] = []
        spans: list[Span] = []
        end = i
        while i < len(self.tokens):
            low = self.tokens[i].low
            if low in ("of", "for", "at", "in", "to") and (
                low in ("of", "for") or expert or (i == end and low != "in")
            ):
                ahead = self._complement(i + 1, expert)
                if ahead is None or (low in ("in", "to", "at") and not (expert or ahead[1])):
                    break
                if low == "to" and not expert:
                    break
                i, new, new_spans = ahead
                i = self._own_house(i) if new else self._of_house(i)
                if low != "for" or self._head not in _FOR_OTHERS:
                    states += new
                    spans += new_spans
                end = i
                continue
            break
        return end, tuple(dict.fromkeys(states)), tuple(spans)

    def _complement(self, i: int, expert: bool) -> tuple[int, list[str], list[Span]] | None:
        while i < len(self.tokens) and self.tokens[i].low in ("the", "both"):
            i += 1
        i = self._past_members(i)
        if (party := self._party(i)) is not None:
            return party
        if i >= len(self.tokens):
            return None
        place = self.places[i]
        if [t.low for t in self.tokens[i : i + 2]] == ["general", "staff"]:
            return i + 2, [], []
        if place is not None and place.type == "organisation" and self._part_ahead(i, place):
            return self._organisation(i)
        if place is not None and (
            (place.type in ("state", "organisation") and place.form not in ("demonym", "demonym-plural"))
            or (place.type == "place" and len(place.states) == 1)
        ):
            return self.states_at(i)
        token = self.tokens[i]
        if token.capital and self._organisation_ahead(i):
            return self._organisation(i)
        if token.low in office_words("fields") or self._own_field(i):
            j = i
            while j < len(self.tokens) and (
                self.tokens[j].low in office_words("fields")
                or self._own_field(j)
                or (self.tokens[j].low in ("and", ",", "&", "the") and self._field_follows(j))
            ):
                j += 1
            return j + (j < len(self.tokens) and self.tokens[j].low in ("ministry", "ministries")), [], []
        return self._house(i)

    def _party(self, i: int) -> tuple[int, list[str], list[Span]] | None:
        """A ruling party, with its state and its committee: "of the Communist Party of Peru (CPP) Central Committee"."""
        if self._head not in ("secretary", "chairman", "leader", "president"):
            return None
        states: list[str] = []
        spans: list[Span] = []
        k = i
        while k < len(self.tokens) and k - i < 7 and self.tokens[k].low != "party":
            place = self.places[k]
            if not (self.tokens[k].capital or self.tokens[k].low in ("'s", "-", "for", "of", "the", "and")):
                return None
            if place is not None and place.type == "state":
                states, spans = list(place.states[:1]), [place.span]
            k += 1
        if k == i or k >= len(self.tokens) or self.tokens[k].low != "party":
            return None
        k += 1
        at = k + 1 + (self._next(k) == "the")
        place = self.places[at] if self._next(k - 1) == "of" and at < len(self.tokens) else None
        if place is not None and place.type == "state":
            states, spans, k = list(place.states[:1]), [place.span], self._last_of(at, place)
        low = [t.low for t in self.tokens[k : k + 3]]
        k += 3 * (low[:1] == ["("] and low[2:] == [")"])
        k += 2 * ([t.low for t in self.tokens[k : k + 2]] == ["central", "committee"])
        return k, states, spans

    def _past_members(self, i: int) -> int:
        """Behind "member countries of the" before an organisation."""
        low = [t.low for t in self.tokens[i : i + 4]]
        if low[:1] not in (["member"], ["members"]) or "of" not in low[1:3]:
            return i
        at = i + low.index("of") + 1
        at += at < len(self.tokens) and self.tokens[at].low == "the"
        place = self.places[at] if at < len(self.tokens) else None
        return at if place is not None and place.type == "organisation" else i

    def _own_field(self, j: int) -> bool:
        """A capitalised word that no list has, right before the field it goes with ("and CARICOM Affairs")."""
        return (
            j + 1 < len(self.tokens)
            and self.tokens[j].capital
            and self.tokens[j].word
            and self.tokens[j + 1].capital
            and self.tokens[j + 1].low in office_words("fields")
            and self.tokens[j].low not in office_words("heads") | office_words("before")
            and (self.places[j] is None or self.places[j].type == "organisation")  # type: ignore[union-attr]
        )

    def _house(self, i: int) -> tuple[int, list[str], list[Span]] | None:
        """ "the Finnish Parliament", and a house by its own name where a comma closes it ("the Riigikogu, X")."""
        place = self.places[i]
        if place is not None and place.form.startswith("demonym"):
            after = self._last_of(i, place)
            known = office_words("fields") | office_words("organisations")
            end = after
            while end < len(self.tokens) and self.tokens[end].low in known:
                end += 1
            return (end, list(place.states[:1]), [place.span]) if end > after else None
        end = i
        while end < len(self.tokens) and end - i < 3 and self.tokens[end].capital and self.places[end] is None:
            end += 1 + 2 * (self._next(end) == "-" and self.tokens[end + 1].glued and end + 2 < len(self.tokens))
        if end > i and self._head in LOCAL and self.tokens[i - 1].low == "of":
            return end, [], []
        closed = end < len(self.tokens) and self.tokens[end].low == ","
        house = self.tokens[i - 1].low == "the" or (
            self.tokens[i - 1].low == "of"
            and self._head in ("minister", "secretary", "director")
            and closed
            and self.name_at(end + 1) is not None
        )
        return (end, [], []) if i < end and closed and house else None

    def _last_of(self, i: int, place: Mention) -> int:
        while i < len(self.tokens) and self.places[i] is place:
            i += 1
        return i

    def _field_follows(self, j: int) -> bool:
        return (
            j + 1 < len(self.tokens)
            and (self.tokens[j + 1].low in office_words("fields") | {"and", "the"} or self._own_field(j + 1))
            and (self.tokens[j].low != "," or self.tokens[j + 1].capital)
        )

    def states_at(self, i: int) -> tuple[int, list[str], list[Span]]:
        states: list[str] = []
        spans: list[Span] = []
        while i < len(self.tokens):
            place = self.places[i]
            if place is not None and place.type in ("state", "organisation", "place"):
                states += [s for s in place.states if s not in states]
                spans.append(place.span)
                while i < len(self.tokens) and self.places[i] is place:
                    i += 1
                while place.type == "organisation" and self._organ(i):
                    i += 1
                while (
                    place.type == "place"
                    and i < len(self.tokens)
                    and self.tokens[i].low in ("region", "province", "state", "city", "district", "county")
                ):
                    i += 1
                end = i
                while i < len(self.tokens) and self.tokens[i].low in (",", "and", "the", "&"):
                    i += 1
                following = self.places[i] if i < len(self.tokens) else None
                if (
                    i > end
                    and following is not None
                    and following.type == "state"
                    and place.type == "state"
                    and following.form in ("name", "official")
                ):
                    continue
                return end, states, spans
            break
        return i, states, spans

    def _organ(self, i: int) -> bool:
        """A word of an organisation's own house behind its name ("the African Union Commission")."""
        return i < len(self.tokens) and self.tokens[i].capital and self.tokens[i].low in office_words("organs")

    def _organisation_ahead(self, i: int) -> bool:
        for token in self.tokens[i : i + 7]:
            if token.low in office_words("organisations") and token.capital:
                return True
            if not (token.capital or token.low in ("of", "for", "and", "the", "-", "'s")):
                return False
        return False

    def _part_ahead(self, i: int, whole: Mention) -> bool:
        """Whether a part of an organisation is named behind it: "the United Nations Special Commission"."""
        end = self._last_of(i, whole)
        run = self.tokens[end : end + 4]
        reach = next((k for k, t in enumerate(run) if not (t.word and t.capital)), len(run))
        return any(t.low in office_words("organisations") for t in run[:reach])

    def _organisation(self, i: int) -> tuple[int, list[str], list[Span]]:
        states: list[str] = []
        spans: list[Span] = []
        j = i
        quoted = False
        while j < len(self.tokens):
            token = self.tokens[j]
            if token.low == '"':
                quoted = not quoted
            elif not quoted and not (
                token.capital or (token.low in ("of", "for", "and", "the", "-", "on", "&") and j + 1 < len(self.tokens))
            ):
                break
            place = self.places[j]
            if place is not None and place.type == "state":
                states += [s for s in place.states if s not in states]
                spans.append(place.span)
                if place.form in ("name", "official") and self.tokens[self._first_of(place) - 1].low == "of":
                    return self._last_of(j, place), states[:1], spans[:1]
            j += 1
        while j > i and self.tokens[j - 1].low in ("of", "for", "and", "the", "-", "on", "&"):
            j -= 1
        last = self.places[j - 1]
        if last is not None and last.form.startswith("demonym") and j < len(self.tokens):
            j += self.tokens[j].low in office_words("fields")  # "of the Georgian parliament"
        return self._before_name(i, j), states[:1], spans[:1]

    def _before_name(self, i: int, j: int) -> int:
        """Where an institution's name ends and that of its officer begins: "Director of the Institute of Law Ana Ruiz said"."""
        behind = self.tokens[j].low if j < len(self.tokens) else ""
        listed = behind in _LISTED  # in a list, whose lines have no verb
        if behind != "," and not listed and behind not in verbs():
            return j
        k = j
        while k > i + 1 and j - k < 6 and self._given(k - 1):
            k -= 1
        named = 1 < j - k < 6 and self.tokens[k - 1].word
        return k if named and (not listed or self.tokens[k - 1].low in office_words("houses")) else j

    def _given(self, k: int) -> bool:
        """Whether a word of an institution's name, or the hyphen in it, may be of a person's."""
        low = self.tokens[k].low
        if low == "-":
            return self.tokens[k].glued and self._given(k - 1)
        told = low in INSTITUTIONAL or low.removesuffix("s") in INSTITUTIONAL or low.endswith(ABSTRACT)
        return self.name_word(k) and self.places[k] is None and not told

    def _title(self, first: int, last: int, head: int) -> str:
        """The office's words without its states: "Foreign Minister", "Minister of Foreign Affairs"."""
        words: list[str] = []
        for i in range(first, last):
            token, place = self.tokens[i], self.places[i]
            if place is not None and place.type == "state":
                while words and words[-1] in ("of", "the") and not place.form.startswith("demonym"):
                    words.pop()
                continue
            if token.low in ("(", ")") or (i > first and self.tokens[i - 1].low == "("):
                continue
            if token.low in _FULL or (token.low == "and" and self.tokens[i + 1].low == "plenipotentiary"):
                continue
            if token.low == "'s" or (token.low in "-/" and not words):
                continue
            if words and (token.low in "-/" or words[-1][-1] in "-/"):
                words[-1] += token.text
            else:
                words.append(token.text)
        while words and words[-1].lower() in ("of", "the", "for", "in", "at", "to", "and", ","):
            words.pop()
        words = [office_table("short").get(w.lower().rstrip("."), w) for w in words if w != "."]
        title = " ".join(w if w in ("of", "for", "and", "the") else w[0].upper() + w[1:] for w in words).replace(
            " ,", ","
        )
        return title.replace("Of The", "of the").replace("  ", " ")
