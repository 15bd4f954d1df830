"""People with their offices, and offices whose holders are not named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from accord.document import Span
from accord.gazetteer import display
from accord.languages.en.lexicon import table, verbs
from accord.languages.en.tokens import Token
from accord.languages.views import Mention

__all__ = ["People", "find_people"]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("offices")[key].split())


_SINGULAR = {
    "leaders": "leader", "heads": "head", "chairmen": "chairman", "secretaries": "secretary", "deputies": "deputy", "chiefs": "chief",
}  # fmt: skip
_NOT_NAMES = frozenset(
    "the a an this that these those it he she they we i in on at of for from by with and or but as during after before while when where "
    "both two three all many some several other such his her its their our my if according january february march april may june july "
    "august september october november december monday tuesday wednesday thursday friday saturday sunday no yes not also however "
    "meanwhile earlier later today yesterday tomorrow speaking following under since until article treaty agreement memorandum protocol "
    "republic kingdom union government ministry parliament north south east west central commission council border river lake sea mr mrs ms dr".split()
)


@dataclass(slots=True)
class Person:
    """A person of the document: the fullest name, the office first told, the state it belongs to."""

    name: str
    office: str = ""
    states: tuple[str, ...] = ()
    spans: list[Span] = field(default_factory=list)
    expert: bool = False
    role: str = ""


class People:
    """The people of one document, found by full name or by any telling part of it."""

    def __init__(self) -> None:
        self.persons: list[Person] = []

    def add(self, name: str, span: Span, office: str, states: tuple[str, ...], role: str, expert: bool) -> Person:
        person = self.find(name)
        if person is None:
            person = Person(name)
            self.persons.append(person)
        if len(name) > len(person.name):
            person.name = name
        if not person.office and office:
            person.office, person.expert, person.role = office, expert, role
            person.spans.insert(0, span)
        person.states = person.states or states
        person.spans.append(span)
        return person

    def find(self, name: str) -> Person | None:
        """The one person whose name has all the given words, or whose words are all in the given name."""
        words = name.split()
        found = [p for p in self.persons if _one_name(words, p.name.split())]
        return found[0] if len(found) == 1 else None

    def holder(self, office: str, states: tuple[str, ...]) -> Person | None:
        found = [p for p in self.persons if p.office and _head(p.office) == _head(office) and set(states) & set(p.states)]
        return found[0] if len(found) == 1 else None


def _one_name(a: Sequence[str], b: Sequence[str]) -> bool:
    short, long_ = sorted((a, b), key=len)
    if len(short) == 1:
        return short[0] in (long_[-1], long_[0])
    return short[-1] == long_[-1] and all(w in long_ or any(w[0] == x[0] and "." in w for x in long_) for w in short)


def _head(office: str) -> str:
    folded = office.lower().replace("minister of foreign affairs", "foreign minister").replace("premier", "prime minister")
    return " ".join(w for w in folded.split() if w not in ("first", "of", "the", "for", "cabinet"))


@dataclass(slots=True)
class _Office:
    first: int  # token indexes, half-open
    last: int
    title: str
    states: tuple[str, ...]
    spans: tuple[Span, ...]
    plural: bool
    expert: bool
    counterpart: bool = False


class _Finder:
    """Finds offices and names in one sentence's tokens; `places[i]` is the gazetteer mention that covers token i."""

    def __init__(self, text: str, tokens: list[Token], places: list[Mention | None]) -> None:
        self.text, self.tokens, self.places = text, tokens, places

    def offices(self) -> list[_Office]:
        found: list[_Office] = []
        end = 0
        for i, token in enumerate(self.tokens):
            if i < end or not token.word:
                continue
            low = _SINGULAR.get(token.low, token.low)
            plural = token.low in _words("plural")
            expert = low in _words("experts") or token.low.endswith("s") and token.low[:-1] in _words("experts")
            counterpart = token.low in _words("counterparts")
            if not (plural or expert or counterpart or low in _words("heads")) or self._is_verb(i) or self._goes_on(i):
                continue
            office = self._office(i, plural or expert and token.low not in _words("experts"), expert, counterpart)
            if office:
                found.append(office)
                end = office.last
        return found

    def _goes_on(self, i: int) -> bool:
        """Whether the office's head is still to come ("deputy prime minister", "chief negotiator")."""
        if self.tokens[i].low not in _words("before"):
            return False
        for k in range(i + 1, min(i + 5, len(self.tokens))):
            low = self.tokens[k].low
            if _SINGULAR.get(low, low) in _words("heads") or low in _words("plural"):
                return True
            if low not in _words("before") and low not in _words("fields") and low not in ("-", "and"):
                return False
        return False

    def _is_verb(self, i: int) -> bool:
        low = self.tokens[i].low
        if low in ("head", "chair", "heads", "chairs"):
            before = self.tokens[i - 1].low if i else ""
            return before in ("to", "will", "would", "who") or i + 1 < len(self.tokens) and self.tokens[i + 1].low in ("to", "the", "by", "for")
        return low == "general" and not self.tokens[i].capital or low == "secretary" and self._next(i) == "-"

    def _next(self, i: int) -> str:
        return self.tokens[i + 1].low if i + 1 < len(self.tokens) else ""

    def _office(self, head: int, plural: bool, expert: bool, counterpart: bool) -> _Office | None:
        first, states, spans, deputy = self._left(head)
        last, more, more_spans = self._right(head + 1, expert)
        states = tuple(dict.fromkeys(states + more))
        title = self._title(first, last, head)
        if self.tokens[head].low in ("general", "deputy", "chief", "official", "leader", "head", "representative", "prince", "delegate") and not (
            states or last > head + 1 or self.tokens[head].capital
        ):
            return None
        return _Office(first, last, title, states, spans + more_spans, plural, expert, counterpart)

    def _left(self, head: int) -> tuple[int, tuple[str, ...], tuple[Span, ...], bool]:
        """How far the office reaches to the left, with the states that stand in it ("Kyrgyz Foreign Minister")."""
        i = head
        allowed = _words("before") | _words("fields") | {"-", "/"}
        while i > 0:
            token, place = self.tokens[i - 1], self.places[i - 1]
            if place is not None and place.type in ("state", "organisation"):
                start = self._first_of(place)
                states = place.states
                if start > 1 and self.tokens[start - 1].low == "-" and self.places[start - 2]:
                    return i, (), (), False
                return start, states, (place.span,), False
            if token.low == "'s" and i > 1 and self.places[i - 2] is not None and self.places[i - 2].type == "state":  # type: ignore[union-attr]
                i -= 1
                continue
            joins = token.low in ("and", "&") and i > 1 and self.tokens[i - 2].low in _words("fields") and i < head + 1 and self.tokens[i].capital
            if not (token.low in allowed and token.low not in ("house",) or joins):
                break
            if token.low in ("and", "&") and not joins:
                break
            i -= 1
        while i < head and self.tokens[i].low in ("-", "and", "/", "'s"):
            i += 1
        return i, (), (), False

    def _first_of(self, mention: Mention) -> int:
        return next(i for i, t in enumerate(self.tokens) if t.start >= mention.span.start)

    def _right(self, i: int, expert: bool) -> tuple[int, tuple[str, ...], tuple[Span, ...]]:
        """The complement ("of Foreign Affairs of Kyrgyzstan", "of the Center for ...")."""
        states: list[str] = []
        spans: list[Span] = []
        end = i
        while i < len(self.tokens):
            low = self.tokens[i].low
            if low in ("of", "for", "at", "in", "to") and (low in ("of", "for") or expert or i == end):
                ahead = self._complement(i + 1, expert)
                if ahead is None or low in ("in", "to", "at") and not (expert or ahead[1]):
                    break
                i, new, new_spans = ahead
                states += new
                spans += new_spans
                end = i
                continue
            break
        return end, tuple(dict.fromkeys(states)), tuple(spans)

    def _complement(self, i: int, expert: bool) -> tuple[int, list[str], list[Span]] | None:
        while i < len(self.tokens) and self.tokens[i].low in ("the", "both"):
            i += 1
        if i >= len(self.tokens):
            return None
        place = self.places[i]
        if place is not None and place.type in ("state", "organisation") and place.form not in ("demonym", "demonym-plural"):
            return self._states(i)
        token = self.tokens[i]
        if token.capital and self._organisation_ahead(i):
            return self._organisation(i)
        if token.low in _words("fields"):
            j = i
            while j < len(self.tokens) and (
                self.tokens[j].low in _words("fields") or self.tokens[j].low in ("and", ",", "&", "the") and self._field_follows(j)
            ):
                j += 1
            return j, [], []
        return None

    def _field_follows(self, j: int) -> bool:
        return j + 1 < len(self.tokens) and self.tokens[j + 1].low in _words("fields") | {"and", "the"} and (
            self.tokens[j].low != "," or self.tokens[j + 1].capital
        )

    def _states(self, i: int) -> tuple[int, list[str], list[Span]]:
        states: list[str] = []
        spans: list[Span] = []
        while i < len(self.tokens):
            place = self.places[i]
            if place is not None and place.type in ("state", "organisation"):
                states += [s for s in place.states if s not in states]
                spans.append(place.span)
                while i < len(self.tokens) and self.places[i] is place:
                    i += 1
                end = i
                while i < len(self.tokens) and self.tokens[i].low in (",", "and", "the", "&"):
                    i += 1
                following = self.places[i] if i < len(self.tokens) else None
                if i > end and following is not None and following.type == "state" and following.form in ("name", "official"):
                    continue
                return end, states, spans
            break
        return i, states, spans

    def _organisation_ahead(self, i: int) -> bool:
        for token in self.tokens[i : i + 7]:
            if token.low in _words("organisations") and token.capital:
                return True
            if not (token.capital or token.low in ("of", "for", "and", "the", "-", "'s")):
                return False
        return False

    def _organisation(self, i: int) -> tuple[int, list[str], list[Span]]:
        states: list[str] = []
        spans: list[Span] = []
        j = i
        quoted = False
        while j < len(self.tokens):
            token = self.tokens[j]
            if token.low == '"':
                quoted = not quoted
            elif not quoted and not (token.capital or token.low in ("of", "for", "and", "the", "-", "on", "&") and j + 1 < len(self.tokens)):
                break
            place = self.places[j]
            if place is not None and place.type == "state":
                states += [s for s in place.states if s not in states]
                spans.append(place.span)
            j += 1
        while j > i and self.tokens[j - 1].low in ("of", "for", "and", "the", "-", "on", "&"):
            j -= 1
        return j, states[:1], spans[:1]

    def _title(self, first: int, last: int, head: int) -> str:
        """The office's words without its states: "Foreign Minister", "Minister of Foreign Affairs"."""
        words: list[str] = []
        for i in range(first, last):
            token, place = self.tokens[i], self.places[i]
            if place is not None and place.type == "state":
                continue
            if token.low == "'s" or token.low in "-/" and not words:
                continue
            if words and (token.low in "-/" or words[-1][-1] in "-/"):
                words[-1] += token.text
            else:
                words.append(token.text)
        while words and words[-1].lower() in ("of", "the", "for", "in", "at", "to", "and", ","):
            words.pop()
        title = " ".join(w if w in ("of", "for", "and", "the") else w[0].upper() + w[1:] for w in words).replace(" ,", ",")
        return title.replace("Of The", "of the").replace("  ", " ")

    def name_at(self, i: int) -> int | None:
        """The end of a personal name that begins at token i, or None."""
        j, real = i, 0
        while j < len(self.tokens) and j - i < 8:
            token = self.tokens[j]
            if token.low == "-" and token.glued and j > i:
                j += 1
                continue
            if self._name_word(j):
                real += 1
            elif token.low == "." and j > i and len(self.tokens[j - 1].text) == 1 and token.glued:
                pass
            elif not (token.low in _words("particles") and j + 1 < len(self.tokens) and self._name_word(j + 1 if self.tokens[j + 1].low != "-" else j + 2)):
                break
            j += 1
        return j if real else None

    def _first_name(self, j: int) -> bool:
        """A capital's name used as a given name: a family name that is in no gazetteer follows it."""
        following = self.tokens[j + 1] if j + 1 < len(self.tokens) else None
        return (
            following is not None and following.word and following.capital and self.places[j + 1] is None and following.low not in _NOT_NAMES
            and following.low not in _words("heads") and self.places[j] is not None and self.places[j].form == "capital"  # type: ignore[union-attr]
        )  # fmt: skip

    def _name_word(self, j: int) -> bool:
        if j >= len(self.tokens):
            return False
        token, place = self.tokens[j], self.places[j]
        return (
            token.word and token.capital and token.low not in _NOT_NAMES and (place is None or place.type == "place" and place.form != "capital" or self._first_name(j))
            and token.low not in _words("heads") and token.low not in _words("plural") and token.low != "'s"
        )  # fmt: skip


def find_people(text: str, sentences: Sequence[list[Token]], gazetteer: Sequence[list[Mention | None]]) -> tuple[list[Mention], People]:
    """All people and offices of a document, in the order of the text, and who they are."""
    people = People()
    found: list[Mention] = []
    finders = [_Finder(text, tokens, places) for tokens, places in zip(sentences, gazetteer, strict=True)]
    for finder in finders:
        found += _introduced(finder, people)
    taken = {(m.span.start, m.span.end) for m in found}
    for finder in finders:
        found += _by_name(finder, people, [m.span for m in found])
    found.sort(key=lambda m: (m.span.start, -m.span.end))
    return [_completed(m, people) for m in found if taken is not None], people


def _introduced(finder: _Finder, people: People) -> list[Mention]:
    """Offices with their holders, and offices alone."""
    found: list[Mention] = []
    tokens = finder.tokens
    last_office = ""
    pending: tuple[_Office, int] | None = None
    capitals = bool(tokens) and finder.text[tokens[0].start : tokens[-1].end].isupper()
    for office in finder.offices():
        title = last_office if office.counterpart and last_office else office.title
        if not office.counterpart:
            last_office = office.title
        name = None if capitals else _holder(finder, office)
        role = _role(finder, office)
        if office.plural and len(office.states) > 1 and (several := list(_in_turn(finder, office, people))):
            found += several
            continue
        if office.plural and not office.expert and (several := list(_holders(finder, office, people))):
            found += several
            continue
        start, end = tokens[office.first].start, tokens[office.last - 1].end
        if not office.states and pending and office.first <= pending[1] + 2:
            office.states, office.spans = pending[0].states, pending[0].spans
            role = _role(finder, office)
            found = [m for m in found if not (m.attributes.get("counterpart") and m.span.start >= tokens[pending[0].first].start - 8)]
        pending = (office, office.last) if office.counterpart and name is None else None
        if name is None:
            found += _unnamed(finder, office, title, role)
            continue
        first, last = name
        span = Span(min(start, tokens[first].start), max(end, tokens[last - 1].end))
        spelled = _spelled(finder.text, tokens[first:last])
        person = people.add(spelled, span, title, office.states, role, office.expert)
        found.append(Mention("person", span, person.name, office.states, office.spans, office=title, form="expert" if office.expert else "office",
                             attributes={"role": role, "spelled": spelled}))  # fmt: skip
        following = last
        while following + 1 < len(tokens) and tokens[following].low in ("and", ",") and not office.plural:
            break
    return found


def _holders(finder: _Finder, office: _Office, people: People) -> Iterator[Mention]:
    """ "Foreign Ministers A of X and B of Y": one person for each name that "of" and a state follow."""
    tokens = finder.tokens
    title = _singular(office.title)
    i = office.last + (office.last < len(tokens) and tokens[office.last].low == ",")
    while i < len(tokens):
        end = finder.name_at(i)
        if end is None:
            return
        states, spans, after = office.states, office.spans, end
        if end < len(tokens) and tokens[end].low in ("of", "(", "from"):
            after, found, found_spans = finder._states(end + 1 + (end + 1 < len(tokens) and tokens[end + 1].low == "the"))
            states, spans = tuple(found), tuple(found_spans)
            after += after < len(tokens) and tokens[after].low == ")"
        if len(states) != 1:
            return
        span = Span(tokens[i].start, tokens[after - 1].end)
        spelled = _spelled(finder.text, tokens[i:end])
        role = f"{title} of {display(states[0])}"
        person = people.add(spelled, span, title, states, role, False)
        yield Mention("person", span, person.name, states, spans, office=title, form="office", attributes={"role": role, "spelled": spelled})
        i = after
        while i < len(tokens) and tokens[i].low in ("and", ",", "his", "her"):
            i += 1


def _in_turn(finder: _Finder, office: _Office, people: People) -> list[Mention]:
    """ "The foreign ministers of A, B and C - X, Y and Z": as many names as states, in their order."""
    tokens = finder.tokens
    i = office.last
    if i >= len(tokens) or tokens[i].low not in ("—", ",", "(", "-"):
        return []
    i += 1
    names: list[tuple[int, int]] = []
    while i < len(tokens) and (end := finder.name_at(i)) is not None:
        names.append((i, end))
        i = end
        while i < len(tokens) and tokens[i].low in ("and", ",", "&"):
            i += 1
    if len(names) != len(office.states):
        return []
    title = _singular(office.title)
    found = []
    for (a, b), state in zip(names, office.states, strict=True):
        span = Span(tokens[a].start, tokens[b - 1].end)
        person = people.add(_spelled(finder.text, tokens[a:b]), span, title, (state,), f"{title} of {display(state)}", False)
        found.append(Mention("person", span, person.name, (state,), office.spans, office=title, form="office", attributes={"role": person.role, "spelled": person.name}))
    return found


def _spelled(text: str, tokens: Sequence[Token]) -> str:
    return " ".join(text[tokens[0].start : tokens[-1].end].split())


def _holder(finder: _Finder, office: _Office) -> tuple[int, int] | None:
    """The token range of the holder's name: after the office, after a comma, or before one."""
    tokens = finder.tokens
    if office.plural:
        return None
    i = _past_honorifics(finder, office.last)
    end = finder.name_at(i)
    if end is not None:
        return i, end
    if i + 1 < len(tokens) and tokens[i].low == ",":
        polite = _past_honorifics(finder, i + 1)
        after = finder.name_at(polite)
        if after is not None and polite > i + 1:
            return polite, after
        if after is not None and after - i - 1 >= 2 and (after >= len(tokens) or tokens[after].low in (",", "and", "(", "—", ".", "who") or tokens[after].low in verbs()):
            return i + 1, after
    j = office.first
    while j > 0 and tokens[j - 1].low in ("the", "a", "an", "its", "their"):
        j -= 1
    opener = tokens[j - 1].low if j > 0 else ""
    if opener in (",", "(", "as", "is", "was", "—") and j > 1:
        return _name_before(finder, j - 1)
    return None


_HONORIFICS = frozenset("mr mrs ms dr h.e. h.e smt shri hon prof sheikh sir lady lord gen col lt maj adm capt president-general messrs".split())


def _past_honorifics(finder: _Finder, i: int) -> int:
    """The token behind titles of courtesy ("H.E. Mr.")."""
    tokens = finder.tokens
    while i < len(tokens) and (tokens[i].low in _HONORIFICS or tokens[i].low == "." and tokens[i].glued and tokens[i - 1].low in _HONORIFICS):
        i += 1
    return i


def _name_before(finder: _Finder, end: int) -> tuple[int, int] | None:
    i = end
    while i > 0 and (finder._name_word(i - 1) or finder.tokens[i - 1].low in ("-", ".") and finder.tokens[i - 1].glued or finder.tokens[i - 1].low in _words("particles")):
        i -= 1
    while i < end and not finder._name_word(i):
        i += 1
    return (i, end) if end - i >= 2 or finder.tokens[end].low == "," and end - i == 1 and end == 1 else None


def _role(finder: _Finder, office: _Office) -> str:
    """The role as an assessment gives it: "Foreign Minister of Kyrgyzstan", "Tajik political analyst"."""
    tokens = finder.tokens
    words = " ".join(finder.text[tokens[office.first].start : tokens[office.last - 1].end].split())
    if office.expert or not office.states:
        return words
    return f"{office.title} of {display(office.states[0])}"


def _unnamed(finder: _Finder, office: _Office, title: str, role: str) -> list[Mention]:
    tokens = finder.tokens
    first = office.first
    if first > 0 and tokens[first - 1].low in ("the", "a", "an", "his", "her", "their", "both", "two"):
        first -= 1
    span = Span(tokens[first].start, tokens[office.last - 1].end)
    if office.expert:
        return [Mention("group", span, finder.text[span.start : span.end], office.states, office.spans, form="expert", attributes={"plural": office.plural, "role": office.title})]
    single = _singular(title) if office.plural else title
    if office.plural and len(office.states) > 1:
        return [Mention("office", span, f"{single} of {display(s)}", (s,), office.spans, office=single, attributes={"role": f"{single} of {display(s)}"}) for s in office.states]
    name = f"{single} of {display(office.states[0])}" if len(office.states) == 1 else title
    return [Mention("office", span, name, office.states, office.spans, office=single, definite=not office.states,
                    attributes={"plural": office.plural, "role": role, "counterpart": office.counterpart})]  # fmt: skip


def _singular(title: str) -> str:
    words = title.split()
    for i, word in enumerate(words):
        low = word.lower()
        if low in _words("plural"):
            single = _SINGULAR.get(low, low[:-1])
            words[i] = single[0].upper() + single[1:]
    return " ".join(words)


def _by_name(finder: _Finder, people: People, taken: Sequence[Span]) -> list[Mention]:
    """People named without an office: known ones by any part of the name, unknown ones where they are said to speak."""
    found: list[Mention] = []
    tokens = finder.tokens
    i = 0
    while i < len(tokens):
        end = finder.name_at(i) if tokens[i].capital else None
        span = Span(tokens[i].start, tokens[end - 1].end) if end else None
        if not end or span is None or any(span.overlaps(t) for t in taken):
            i += 1
            continue
        spelled = _spelled(finder.text, tokens[i:end])
        person = people.find(spelled)
        if person is None and end - i > 1:
            person = people.find(tokens[end - 1].text) if len(tokens[end - 1].text) > 3 else None
            if person is not None and person.name.split()[0] != spelled.split()[0] and len(person.name.split()) > 1:
                person = None
        if person is None and end - i >= 2 and _speaks(finder, i, end):
            person = people.add(spelled, span, "", (), "", False)
        if person is not None:
            found.append(Mention("person", span, person.name, person.states, (), office=person.office, attributes={"spelled": spelled}))
        i = end
    return found


_REPORTING = ("say", "stress", "praise", "criticise", "judge", "accuse", "deny", "meet", "visit")


def _speaks(finder: _Finder, i: int, end: int) -> bool:
    """Whether a capitalised sequence stands beside a verb of speaking."""
    tokens = finder.tokens
    near = ([tokens[end].low] if end < len(tokens) else []) + ([tokens[i - 1].low] if i else [])
    return any(word in verbs() and set(verbs()[word].concepts) & set(_REPORTING) and verbs()[word].forms & {"past", "s"} for word in near)


def _completed(mention: Mention, people: People) -> Mention:
    """The mention with the person's fullest name, office and state."""
    if mention.type == "office" and mention.states and not mention.attributes.get("plural"):
        holder = people.holder(mention.office, mention.states)
        if holder:
            return mention.but(type="person", name=holder.name, office=holder.office, form="expert" if holder.expert else "office",
                               antecedents=(*mention.antecedents, *holder.spans[:1]), attributes={**mention.attributes, "role": holder.role or mention.attributes.get("role", "")})  # fmt: skip
        return mention
    if mention.type != "person":
        return mention
    person = people.find(mention.name)
    if person is None:
        return mention
    first = tuple(s for s in person.spans[:1] if s != mention.span)
    return mention.but(name=person.name, states=mention.states or person.states, office=mention.office or person.office,
                       form="expert" if person.expert else "office", antecedents=(*mention.antecedents, *first),
                       attributes={**mention.attributes, "role": person.role or mention.attributes.get("role", "")})  # fmt: skip
