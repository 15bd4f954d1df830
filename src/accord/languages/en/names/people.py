"""People with their offices, and offices whose holders are not named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.document import Span
from accord.gazetteer import display
from accord.languages import patterns as re
from accord.languages.en.names.by_name import by_name
from accord.languages.en.names.courtesy import past_honorifics
from accord.languages.en.names.office_words import Office, office_words, singular, spelled
from accord.languages.en.names.offices import Finder
from accord.languages.en.names.persons import RANKS, People
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import heads
from accord.languages.en.text.tokens import Token
from accord.languages.views import Mention

__all__ = ["People", "find_people", "outside_names"]


def find_people(
    text: str, sentences: Sequence[list[Token]], gazetteer: Sequence[list[Mention | None]]
) -> tuple[list[Mention], People]:
    """All people and offices of a document, in the order of the text, and who they are."""
    people = People()
    finders = [Finder(text, tokens, places) for tokens, places in zip(sentences, gazetteer, strict=True)]
    introduced = [_introduced(finder, people) for finder in finders]
    found = [m for own in introduced for m in own]
    for finder, own in zip(finders, introduced, strict=True):
        found += by_name(finder, people, [m.span for m in own])
    found.sort(key=lambda m: (m.span.start, -m.span.end))
    return [_completed(m, people) for m in found], people


def _introduced(finder: Finder, people: People) -> list[Mention]:
    """Offices with their holders, and offices alone."""
    found: list[Mention] = []
    tokens = finder.tokens
    last_office, last_at = "", 0
    pending: tuple[Office, int] | None = None
    capitals = bool(tokens) and finder.text[tokens[0].start : tokens[-1].end].isupper()
    used = 0
    met: tuple[int, int] | None = None  # the name of a counterpart whose state is still to be told
    for office in _joined(finder, finder.offices()):
        if (office.first < used and not (office.states and office.states[0])) or _names_paper(tokens, office):
            continue
        if met is not None and office.states and not office.plural and _appositive(finder, office) == met:
            found[-1], met, used = _placed(finder, found[-1], office, people), None, office.last
            continue
        title = office.title
        if office.counterpart:
            told, at = _office_told(finder, office, people)
            title = (told if at >= last_at else "") or last_office or told or people.last_office or title
        if not office.counterpart and not office.expert and not office.plural and title.lower() != "speaker":
            last_office, last_at = office.title, office.last
            people.last_office = office.title
        name = None if capitals else _holder(finder, office, used)
        role = _role(finder, office)
        if office.plural and (several := _several(finder, office, people)):
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
        if office.counterpart and title == office.title:
            title, role = "", ""  # of an office that is not told
        elif office.counterpart and office.states:
            role = f"{title} of {display(office.states[0])}"
        first, last = name
        last = _without_honours(finder, first, last)
        if not office.states and (home := _home(finder, last)) is not None:
            office.states, office.spans = home.states, (home.span,)
            role = _role(finder, office)
        span = Span(min(start, tokens[first].start), max(end, tokens[last - 1].end))
        used = max(used, last)
        met = name if office.counterpart and not office.states else None
        written = spelled(finder.text, tokens[first:last])
        person = people.add(written, span, title, office.states, role, office.expert)
        found.append(Mention("person", span, person.name, office.states, office.spans, office=title, form="expert" if office.expert else "office",
                             attributes={"role": role, "spelled": written}))  # fmt: skip
    return found


def _office_told(finder: Finder, counterpart: Office, people: People) -> tuple[str, int]:
    """The office of whoever is named before "his counterpart" in its sentence, as told before, and where he is named."""
    for i in range(counterpart.first - 1, -1, -1):
        if finder.tokens[i].capital and (end := finder.name_at(i)) is not None and end <= counterpart.first:
            person = people.find(spelled(finder.text, finder.tokens[i:end]))
            if person is not None and person.office:
                return person.office, i
    return "", -1


_HONOURS = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{3,4}|PhD|MP|QC|KC|SC")


def _without_honours(finder: Finder, first: int, last: int) -> int:
    """The end of a name without the letters of honours behind it ("Ana Ruiz E.G.H.", "Ana Ruiz OBE")."""
    end = last
    while end - first > 2 and _HONOURS.fullmatch(finder.tokens[end - 1].text):
        end -= 1
    shouted = any(t.text.isupper() and len(t.text) > 2 for t in finder.tokens[first:end])
    return last if shouted else end


def _placed(finder: Finder, person: Mention, office: Office, people: People) -> Mention:
    """A counterpart with the state and the office told behind the name ("his counterpart Ana Ruiz, Peru's trade minister")."""
    role = _role(finder, office)
    known = people.find(person.name)
    if known is not None:
        known.states, known.office, known.role = office.states, office.title, role
    span = Span(person.span.start, finder.tokens[office.last - 1].end)
    return person.but(span=span, states=office.states, antecedents=(*person.antecedents, *office.spans), office=office.title,
                      attributes={**person.attributes, "role": role})  # fmt: skip


def _home(finder: Finder, end: int) -> Mention | None:
    """The state behind a name: "President Awa Sarr of Senegal"."""
    if end + 1 >= len(finder.tokens) or finder.tokens[end].low not in ("of", "from"):
        return None
    at = end + 1 + (finder.tokens[end + 1].low == "the")
    place = finder.places[at] if at < len(finder.tokens) else None
    if place is None or place.type != "state" or place.form not in ("name", "official") or len(place.states) != 1:
        return None
    after = next((t.low for t in finder.tokens[at:] if t.start >= place.span.end), "")
    return None if after in ("'s", "'", "-") else place


def _names_paper(tokens: Sequence[Token], office: Office) -> bool:
    """Whether an office's word begins the name of a paper: "the General Peace Treaty"."""
    i = office.last
    while i < min(office.last + 3, len(tokens)) and tokens[i].capital:
        if tokens[i].low in heads("papers"):
            return True
        i += 1
    return False


def _joined(finder: Finder, offices: Sequence[Office]) -> list[Office]:
    """The offices, two of one holder put together ("Deputy Prime Minister and Foreign Minister Ana Ruiz")."""
    found: list[Office] = []
    for office in offices:
        before = found[-1] if found else None
        if (
            before is not None
            and before.last + 1 == office.first
            and office.title.startswith("Commander-")
            and finder.tokens[before.last].low == "and"
        ):
            before.last = office.last  # "President of S and Commander-in-Chief of the Armed Forces"
            continue
        if before is not None and _apposed(finder, before, office):
            office.first = before.first
            found.pop()
        elif (
            before is not None and before.last + 1 == office.first and finder.tokens[before.last].low == "and"
            and not (before.plural or office.plural or before.expert or office.expert or before.counterpart or office.counterpart)
            and re.search(r"Minister|Vice|Deputy|Secretary|Councillor", before.title, re.IGNORECASE) and (not before.title.startswith("President") or _HOUSE.search(before.title))
            and _holder(finder, office) is not None and (not before.states or not office.states or before.states == office.states)
        ):  # fmt: skip
            office.first, office.title = before.first, f"{before.title} and {office.title}"
            office.states, office.spans = office.states or before.states, office.spans or before.spans
            found.pop()
        found.append(office)
    return found


_HOUSE = re.compile(r"\b(?:Assembly|Parliament|Chamber|Senate|Congress)\b")


def _apposed(finder: Finder, before: Office, office: Office) -> bool:
    """Whether two offices in a row are one holder's, told behind: "the Deputy Chairman of the Cabinet, the Minister of
    Trade of Peru, Ana Ruiz"."""
    tokens = finder.tokens
    between = [t.low for t in tokens[before.last : office.first]]
    one = between in ([","], [",", "the"]) and not (before.states or before.plural or office.plural or before.expert)
    if not one or office.counterpart or before.counterpart or not re.match("Deputy|Vice|First", before.title):
        return False
    if before.first == 0 or tokens[before.first - 1].low not in ("the", "with", "by", "to", "and"):
        return False
    behind = office.last + (office.last < len(tokens) and tokens[office.last].low == ",")
    return behind < len(tokens) and finder.name_at(behind) is not None


def _holders(finder: Finder, office: Office, people: People) -> Iterator[Mention]:
    """ "Foreign Ministers A of X and B of Y": one person for each name that "of" and a state follow."""
    tokens = finder.tokens
    title = singular(office.title)
    i = office.last + (office.last < len(tokens) and tokens[office.last].low in (",", ":", "—"))
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
    if i >= len(tokens):
        return []
    if tokens[i].low in ("—", ",", "(", "-"):
        i += 1
    names: list[tuple[int, int]] = []
    i = _past_title(finder, i)
    while i < len(tokens) and (end := finder.name_at(i)) is not None:
        names.append((i, end))
        i = end
        while i < len(tokens) and tokens[i].low in ("and", ",", "&"):
            i += 1
        i = _past_title(finder, i)
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


def _several(finder: Finder, office: Office, people: People) -> list[Mention]:
    """The holders of an office told in the plural, by their names."""
    if len(office.states) == 1:
        _widen(finder, office)
    in_turn = list(_in_turn(finder, office, people)) if len(office.states) > 1 else []
    return in_turn or ([] if office.expert else list(_holders(finder, office, people)))


def _widen(finder: Finder, office: Office) -> None:
    """Give "Russian, Iranian and Turkish Presidents A, B and C" all its states, where as many names follow."""
    tokens, places = finder.tokens, finder.places
    states, spans, i = list(office.states), list(office.spans), office.first
    while i > 1 and tokens[i - 1].low in (",", "and"):
        place = places[i - 2]
        if place is None or place.type != "state" or len(place.states) != 1 or not place.form.startswith("demonym"):
            break
        states.insert(0, place.states[0])
        spans.insert(0, place.span)
        i = next(k for k, t in enumerate(tokens) if t.start >= place.span.start)
    whole = replace(office, first=i, states=tuple(dict.fromkeys(states)), spans=tuple(spans))
    if len(whole.states) > 1 and _in_turn(finder, whole, People()):
        office.first, office.states, office.spans = whole.first, whole.states, whole.spans


def _past_title(finder: Finder, i: int) -> int:
    """Behind a title that each name is told with again ("Minister X and Minister Y")."""
    i = past_honorifics(finder, i)
    titled = i + 1 < len(finder.tokens) and finder.tokens[i].capital and finder.tokens[i].low in RANKS
    return i + 1 if titled and finder.name_at(i + 1) is not None else i


def _holder(finder: Finder, office: Office, used: int = 0) -> tuple[int, int] | None:
    """The token range of the holder's name: after the office, after a comma, or before one."""
    tokens = finder.tokens
    if office.plural:
        return None
    i = past_honorifics(finder, _past_letters(tokens, office.last))
    end = finder.name_at(i, office=True)
    if i + 1 < len(tokens) and tokens[i].low == "to" and tokens[i + 1].low in verbs():
        return None  # "PM To Make Official Visits"
    if end == i + 1 and "s" in (verb.forms if (verb := verbs().get(tokens[i].low)) else ()):
        return None  # "Prime Minister Arrives in"
    if end is not None:
        return i, end
    if i + 1 < len(tokens) and tokens[i].low == ",":
        polite = past_honorifics(finder, i + 1)
        after = finder.name_at(polite)
        if after is not None and _goes_on(finder, office, after):
            return None
        if after is not None and polite > i + 1:
            before = _appositive(finder, office)
            enclosed = after < len(tokens) and tokens[after].low == ","
            free = before is not None and before[0] >= used and before[1] - before[0] > 1
            return before if enclosed and free else (polite, after)
        if (
            after is not None
            and after - i - 1 >= 2
            and (after >= len(tokens) or tokens[after].low in _AFTER_NAME or tokens[after].low in verbs())
        ):
            return i + 1, after
    before = _appositive(finder, office)
    closed = office.last >= len(tokens) or not (tokens[office.last].word or tokens[office.last].low == "'s")
    ranked = before is not None and closed and before[0] > 0 and tokens[before[0] - 1].low in RANKS
    return before if before is not None and (before[0] >= used or (ranked and before[1] == used)) else None


_PHRASE = frozenset("prior after before during following in at upon on ahead besides since despite alongside".split())


def _goes_on(finder: Finder, office: Office, after: int) -> bool:
    """Whether the name behind an office's comma is the subject of the sentence: "After talks with the premier, Mr. X had"."""
    tokens = finder.tokens
    opens = bool(tokens) and tokens[0].low in _PHRASE and office.first > 0
    return opens and after < len(tokens) and (tokens[after].low in verbs() or tokens[after].low in _AUXILIARY)


_AFTER_NAME = frozenset(", and ( — . who on at during today yesterday will has had have is was would".split())
_AUXILIARY = frozenset("had has have was is will would also said".split())


def _past_letters(tokens: Sequence[Token], i: int) -> int:
    """Behind the letters that an office is called by: "Foreign Minister (FM) N"."""
    if i + 3 < len(tokens) and tokens[i].text == "(" and tokens[i + 1].text.isupper() and tokens[i + 2].text == ")":
        return i + 3
    return i


def _appositive(finder: Finder, office: Office) -> tuple[int, int] | None:
    """The name before an office that stands in apposition ("Bob Jones, the French foreign minister")."""
    tokens = finder.tokens
    j = office.first
    while j > 0 and tokens[j - 1].low in ("the", "a", "an", "its", "their", "his", "her"):
        j -= 1
    opener = tokens[j - 1].low if j > 0 else ""
    if opener not in (",", "(", "as", "is", "was", "—") or j < 2:
        return None
    found = _name_before(finder, j - 1)
    after = tokens[office.last].low if office.last < len(tokens) else ""
    if opener == "," and found is not None and found[1] - found[0] == 1 and after not in (",", ")", ".", ":", "—", ""):
        return None  # "Costa, Peruvian leader discuss trade": two people
    return found


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
    i = min(past_honorifics(finder, i), end - 1)
    house = end > 0 and finder.tokens[end - 1].low in office_words(
        "organisations"
    )  # "the Foreign Office, the minister"
    alone = finder.tokens[end].low == "," and end - i == 1 and end == 1
    return (i, end) if not house and (end - i >= 2 or alone) else None


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
