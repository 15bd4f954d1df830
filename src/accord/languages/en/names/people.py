"""People with their offices, and offices whose holders are not named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from accord.document import Span
from accord.gazetteer import display
from accord.languages.en.names.offices import Finder, Office, office_words, singular, spelled
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.tokens import Token
from accord.languages.views import Mention

__all__ = ["People", "find_people", "outside_names"]


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
        self.last_office = ""  # told last, of whom "his counterpart" has the same

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
        found = [
            p for p in self.persons if p.office and _head(p.office) == _head(office) and set(states) & set(p.states)
        ]
        return found[0] if len(found) == 1 else None


def _one_name(a: Sequence[str], b: Sequence[str]) -> bool:
    a, b = [w.casefold() for w in a], [w.casefold() for w in b]
    short, long_ = sorted((a, b), key=len)
    if len(short) == 1:
        return short[0] in (long_[-1], long_[0])
    return short[-1] == long_[-1] and all(w in long_ or any(w[0] == x[0] and "." in w for x in long_) for w in short)


def _head(office: str) -> str:
    folded = (
        office.lower().replace("minister of foreign affairs", "foreign minister").replace("premier", "prime minister")
    )
    return " ".join(w for w in folded.split() if w not in ("first", "of", "the", "for", "cabinet"))


def find_people(
    text: str, sentences: Sequence[list[Token]], gazetteer: Sequence[list[Mention | None]]
) -> tuple[list[Mention], People]:
    """All people and offices of a document, in the order of the text, and who they are."""
    people = People()
    found: list[Mention] = []
    finders = [Finder(text, tokens, places) for tokens, places in zip(sentences, gazetteer, strict=True)]
    for finder in finders:
        found += _introduced(finder, people)
    for finder in finders:
        found += _by_name(finder, people, [m.span for m in found])
    found.sort(key=lambda m: (m.span.start, -m.span.end))
    return [_completed(m, people) for m in found], people


def _introduced(finder: Finder, people: People) -> list[Mention]:
    """Offices with their holders, and offices alone."""
    found: list[Mention] = []
    tokens = finder.tokens
    last_office = ""
    pending: tuple[Office, int] | None = None
    capitals = bool(tokens) and finder.text[tokens[0].start : tokens[-1].end].isupper()
    used = 0
    for office in finder.offices():
        if office.first < used and not (office.states and office.states[0]):
            continue
        title = (last_office or people.last_office or office.title) if office.counterpart else office.title
        if not office.counterpart and not office.expert and not office.plural:
            last_office = people.last_office = office.title
        name = None if capitals else _holder(finder, office, used)
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
            found = [
                m
                for m in found
                if not (m.attributes.get("counterpart") and m.span.start >= tokens[pending[0].first].start - 8)
            ]
        pending = (office, office.last) if office.counterpart and name is None else None
        if name is None:
            found += _unnamed(finder, office, title, role)
            continue
        first, last = name
        span = Span(min(start, tokens[first].start), max(end, tokens[last - 1].end))
        used = max(used, last)
        written = spelled(finder.text, tokens[first:last])
        person = people.add(written, span, title, office.states, role, office.expert)
        found.append(Mention("person", span, person.name, office.states, office.spans, office=title, form="expert" if office.expert else "office",
                             attributes={"role": role, "spelled": written}))  # fmt: skip
    return found


def _holders(finder: Finder, office: Office, people: People) -> Iterator[Mention]:
    """ "Foreign Ministers A of X and B of Y": one person for each name that "of" and a state follow."""
    tokens = finder.tokens
    title = singular(office.title)
    i = office.last + (office.last < len(tokens) and tokens[office.last].low == ",")
    while i < len(tokens):
        end = finder.name_at(i)
        if end is None:
            return
        states, spans, after = office.states, office.spans, end
        if end < len(tokens) and tokens[end].low in ("of", "(", "from"):
            after, found, found_spans = finder.states_at(
                end + 1 + (end + 1 < len(tokens) and tokens[end + 1].low == "the")
            )
            states, spans = tuple(found), tuple(found_spans)
            after += after < len(tokens) and tokens[after].low == ")"
        if len(states) != 1:
            return
        span = Span(tokens[i].start, tokens[after - 1].end)
        written = spelled(finder.text, tokens[i:end])
        role = f"{title} of {display(states[0])}"
        person = people.add(written, span, title, states, role, False)
        yield Mention(
            "person",
            span,
            person.name,
            states,
            spans,
            office=title,
            form="office",
            attributes={"role": role, "spelled": written},
        )
        i = after
        while i < len(tokens) and tokens[i].low in ("and", ",", "his", "her"):
            i += 1


def _in_turn(finder: Finder, office: Office, people: People) -> list[Mention]:
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
    title = singular(office.title)
    found = []
    for (a, b), state in zip(names, office.states, strict=True):
        span = Span(tokens[a].start, tokens[b - 1].end)
        person = people.add(
            spelled(finder.text, tokens[a:b]), span, title, (state,), f"{title} of {display(state)}", False
        )
        found.append(
            Mention(
                "person",
                span,
                person.name,
                (state,),
                office.spans,
                office=title,
                form="office",
                attributes={"role": person.role, "spelled": person.name},
            )
        )
    return found


def _holder(finder: Finder, office: Office, used: int = 0) -> tuple[int, int] | None:
    """The token range of the holder's name: after the office, after a comma, or before one."""
    tokens = finder.tokens
    if office.plural:
        return None
    i = _past_honorifics(finder, office.last)
    end = finder.name_at(i, office=True)
    if end is not None:
        return i, end
    if i + 1 < len(tokens) and tokens[i].low == ",":
        polite = _past_honorifics(finder, i + 1)
        after = finder.name_at(polite)
        if after is not None and polite > i + 1:
            before = _appositive(finder, office)
            enclosed = after < len(tokens) and tokens[after].low == ","
            free = before is not None and before[0] >= used and before[1] - before[0] > 1
            return before if enclosed and free else (polite, after)
        if (
            after is not None
            and after - i - 1 >= 2
            and (
                after >= len(tokens)
                or tokens[after].low in (",", "and", "(", "—", ".", "who")
                or tokens[after].low in verbs()
            )
        ):
            return i + 1, after
    before = _appositive(finder, office)
    return before if before is not None and before[0] >= used else None


def _appositive(finder: Finder, office: Office) -> tuple[int, int] | None:
    """The name before an office that stands in apposition ("Bob Jones, the French foreign minister")."""
    tokens = finder.tokens
    j = office.first
    while j > 0 and tokens[j - 1].low in ("the", "a", "an", "its", "their", "his", "her"):
        j -= 1
    opener = tokens[j - 1].low if j > 0 else ""
    if opener in (",", "(", "as", "is", "was", "—") and j > 1:
        return _name_before(finder, j - 1)
    return None


_HONORIFICS = frozenset(
    "mr mrs ms dr h.e. h.e smt shri hon honourable honorable prof professor sheikh sheikha shaykh sir dame lady lord gen col lt maj adm capt brig "
    "president-general messrs excellency highness majesty eminence holiness excellencies madam madame monsieur engineer eng father rev "
    "reverend ambassador senator colonel brigadier lieutenant major captain marshal commander gov dato datuk tan tun pehin alhaji "
    "hajji haji chief malam ustaz sayyid sayed mullah mawlawi maulvi rt retd brother sister".split()
)
_COURTESY = frozenset("his her their the most right royal imperial serene rt".split())


def _past_honorifics(finder: Finder, i: int) -> int:
    """The token behind titles of courtesy and ranks ("H.E. Mr.", "His Excellency", "Colonel")."""
    tokens = finder.tokens
    while i < len(tokens):
        low = tokens[i].low
        if low in _HONORIFICS or (low == "." and tokens[i].glued and tokens[i - 1].low in _HONORIFICS):
            i += 1
            continue
        j = i
        while j < len(tokens) and tokens[j].low in _COURTESY and j - i < 3:
            j += 1
        if j == i or j >= len(tokens) or tokens[j].low not in _HONORIFICS or not tokens[j].capital:
            return i
        i = j
    return i


def _name_before(finder: Finder, end: int) -> tuple[int, int] | None:
    i = end
    while i > 0 and (
        finder.name_word(i - 1)
        or (finder.tokens[i - 1].low in ("-", ".") and finder.tokens[i - 1].glued)
        or finder.tokens[i - 1].low in office_words("particles")
    ):
        i -= 1
    while i < end and not finder.name_word(i):
        i += 1
    if (i > 0 and finder.tokens[i - 1].low in ("in", "at", "from", "near", "town", "city", "village")) or (
        i > 1
        and finder.tokens[i - 1].low == "of"
        and finder.tokens[i - 2].low in ("town", "city", "village", "port", "municipality")
    ):
        return None  # "in La Paz, its mayor"
    return (i, end) if end - i >= 2 or (finder.tokens[end].low == "," and end - i == 1 and end == 1) else None


def _role(finder: Finder, office: Office) -> str:
    """The role as an assessment gives it: "Foreign Minister of Kyrgyzstan", "Tajik political analyst"."""
    tokens = finder.tokens
    words = " ".join(finder.text[tokens[office.first].start : tokens[office.last - 1].end].split())
    if office.expert or not office.states:
        return words
    return f"{office.title} of {display(office.states[0])}"


def _unnamed(finder: Finder, office: Office, title: str, role: str) -> list[Mention]:
    tokens = finder.tokens
    first = office.first
    if first > 0 and tokens[first - 1].low in ("the", "a", "an", "his", "her", "their", "both", "two"):
        first -= 1
    span = Span(tokens[first].start, tokens[office.last - 1].end)
    if office.expert:
        return [
            Mention(
                "group",
                span,
                finder.text[span.start : span.end],
                office.states,
                office.spans,
                form="expert",
                attributes={"plural": office.plural, "role": office.title},
            )
        ]
    single = singular(title) if office.plural else title
    if office.plural and len(office.states) > 1:
        return [
            Mention(
                "office",
                span,
                f"{single} of {display(s)}",
                (s,),
                office.spans,
                office=single,
                attributes={"role": f"{single} of {display(s)}"},
            )
            for s in office.states
        ]
    name = f"{single} of {display(office.states[0])}" if len(office.states) == 1 else title
    return [Mention("office", span, name, office.states, office.spans, office=single, definite=not office.states,
                    attributes={"plural": office.plural, "role": role, "counterpart": office.counterpart})]  # fmt: skip


def _by_name(finder: Finder, people: People, taken: Sequence[Span]) -> list[Mention]:
    """People named without an office: known ones by any part of the name, unknown ones where they are said to act or
    where a state's name owns theirs ("Peru's Ana Ruiz")."""
    found: list[Mention] = []
    tokens = finder.tokens
    i = 0
    while i < len(tokens):
        i = _past_honorifics(finder, i)
        end = finder.name_at(i) if i < len(tokens) and tokens[i].capital else None
        span = Span(tokens[i].start, tokens[end - 1].end) if end else None
        if not end or span is None or any(span.overlaps(t) for t in taken):
            i += 1
            continue
        written = spelled(finder.text, tokens[i:end])
        person = _known(people, written) if not _thing(finder, i, end) else None
        owner = finder.places[i - 2] if i > 1 and tokens[i - 1].low == "'s" else None
        if person is None and end - i >= 2 and not _thing(finder, i, end):
            if owner is not None and owner.type == "state" and owner.form == "name" and _followed(finder, end):
                person = people.add(written, span, "", owner.states[:1], "", False)
            elif _speaks(finder, i, end):
                person = people.add(written, span, "", (), "", False)
        if person is not None:
            found.append(
                Mention(
                    "person",
                    span,
                    person.name,
                    person.states,
                    (),
                    office=person.office,
                    attributes={"spelled": written},
                )
            )
        i = end
    return found


def _known(people: People, written: str) -> Person | None:
    """The person of the document that a name is of; a fuller form of the name is kept."""
    words = written.split()
    person = people.find(written)
    if person is None and len(words) > 1:
        person = people.find(words[-1]) if len(words[-1]) > 3 else None
        if person is not None and person.name.split()[0] != words[0] and len(person.name.split()) > 1:
            person = None
    if person is not None and len(words) > len(person.name.split()):
        person.name = written
    return person


def _thing(finder: Finder, i: int, end: int) -> bool:
    """Whether capitals are an organisation's, a ship's or a thing's name."""
    words = [t.low for t in finder.tokens[i:end]]
    before = finder.tokens[i - 1].low if i else ""
    return (
        any(
            x in office_words("things") or x in office_words("organisations")
            for w in words
            for x in (w, w.removesuffix("s"))
        )
        or before in ("the", "a", "an", "m", "mv", "ss", "brp", "ins", "uss", "hms")
        or (
            any(
                t.text.isupper() and len(t.text) > 2
                for t in finder.tokens[i:end]
                if not finder.text[finder.tokens[0].start : finder.tokens[-1].end].isupper()
            )
            and end - i < 2
        )
    )


_AFTER_NAMES = frozenset(", . ) — who on in at to will has had have also told for with from".split())


def _followed(finder: Finder, end: int) -> bool:
    """Whether what follows a name may follow a person's."""
    if end >= len(finder.tokens):
        return True
    low = finder.tokens[end].low
    return low in _AFTER_NAMES or low in verbs()


_REPORTING = ("say", "stress", "praise", "criticise", "judge", "accuse", "deny", "meet", "visit")


def _speaks(finder: Finder, i: int, end: int) -> bool:
    """Whether a capitalised sequence stands beside a verb of speaking."""
    tokens = finder.tokens
    near = ([tokens[end].low] if end < len(tokens) else []) + ([tokens[i - 1].low] if i else [])
    if tokens[i - 1].low == "and" if i else False:
        near = near[:1]
    if end < len(tokens) and tokens[end].low == "and":
        other = finder.name_at(end + 1)
        if other is not None and other - end > 2 and not _thing(finder, end + 1, other) and other < len(tokens):
            near.append(tokens[other].low)  # "A B and C D announced"
    if end < len(tokens) and tokens[end].low in ("of", "from", "at", "with"):
        j = end + 1
        while (
            j < len(tokens)
            and j - end < 9
            and (tokens[j].capital or tokens[j].low in ("the", "of", "for", "and", "-", "in"))
        ):
            j += 1
        near += [tokens[j].low] if j < len(tokens) and j - end > 1 else []  # "A B of the C Institute says"
    return any(
        word in verbs() and set(verbs()[word].concepts) & set(_REPORTING) and verbs()[word].forms & {"past", "s"}
        for word in near
    )


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


def outside_names(text: str, named: Sequence[Mention], people: Sequence[Mention]) -> list[Mention]:
    """What the gazetteer found, less what is a part of a person's name ("Lima" in Ana Lima)."""
    names: list[Span] = []
    for person in people:
        spelling = person.attributes.get("spelled") if person.type == "person" else None
        words = text[person.span.start : person.span.end].lower()
        at = words.find(str(spelling).lower()) if spelling else -1
        if at >= 0:
            names.append(Span(person.span.start + at, person.span.start + at + len(str(spelling))))
    names.sort(key=lambda n: n.start)
    found, i = [], 0
    for mention in named:
        while i < len(names) and names[i].end <= mention.span.start:
            i += 1
        if i == len(names) or not names[i].overlaps(mention.span) or mention.type not in ("state", "place"):
            found.append(mention)
    return found
