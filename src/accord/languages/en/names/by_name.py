"""People named without an office beside their name."""

from __future__ import annotations

from collections.abc import Sequence

from accord.document import Span
from accord.languages.en.names.courtesy import OPENING, past_honorifics
from accord.languages.en.names.office_words import office_words, spelled
from accord.languages.en.names.offices import Finder
from accord.languages.en.names.persons import People, Person
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrase_words import PREPOSITIONS, STOPS
from accord.languages.views import Mention

__all__ = ["by_name"]


def by_name(finder: Finder, people: People, taken: Sequence[Span]) -> list[Mention]:
    """People named without an office: known ones by any part of the name, unknown ones where they are said to act or
    where a state's name owns theirs ("Peru's Ana Ruiz")."""
    found: list[Mention] = []
    tokens = finder.tokens
    i = 0
    while i < len(tokens):
        if i and not tokens[i].capital and tokens[i].low not in OPENING:
            i += 1
            continue
        opening = i
        i = past_honorifics(finder, i)
        i += i == 0 and _function_word(finder, people)
        rank = _rank(finder, opening, i) if i > opening else ""
        end = finder.name_at(i) if i < len(tokens) and tokens[i].capital else None
        span = Span(tokens[i].start, tokens[end - 1].end) if end else None
        if not end or span is None or any(span.overlaps(t) for t in taken):
            i += 1
            continue
        written = spelled(finder.text, tokens[i:end])
        thing = _thing(finder, i, end)
        person = _known(people, written) if not thing else None
        owner = finder.places[i - 2] if i > 1 and tokens[i - 1].low == "'s" else None
        if person is None and end - i >= 2 and not thing:
            if owner is not None and owner.type == "state" and owner.form == "name" and _followed(finder, end):
                person = people.add(written, span, "", owner.states[:1], "", False)
            elif rank or _speaks(finder, i, end):
                person = people.add(written, span, rank, _army(finder, end) if rank else (), "", False)
        elif person is not None and rank and not person.office:
            person.office = rank
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


def _function_word(finder: Finder, people: People) -> bool:
    """Whether a sentence opens with a word that is no part of the name behind it ("To Ana Ruiz, ...")."""
    low = finder.tokens[0].low if finder.tokens else ""
    return low in PREPOSITIONS | STOPS and not any(p.name.lower().startswith(f"{low} ") for p in people.persons)


_RANKS = {
    "gen": "General", "col": "Colonel", "adm": "Admiral", "maj": "Major", "capt": "Captain", "lt": "Lieutenant", "brig": "Brigadier",
    "brigadier": "Brigadier", "marshal": "Marshal", "general": "General", "colonel": "Colonel", "admiral": "Admiral", "commander": "Commander",
}  # fmt: skip


def _rank(finder: Finder, first: int, last: int) -> str:
    """The military rank told by the titles [first, last) before a name, the highest word of it."""
    told = [_RANKS[t.low] for t in finder.tokens[first:last] if t.low in _RANKS and t.capital]
    return told[-1] if told else ""


def _army(finder: Finder, end: int) -> tuple[str, ...]:
    """The state of "Gen. N of the Thai army", "of Peru's navy"."""
    at = end + 1
    if end >= len(finder.tokens) or finder.tokens[end].low not in ("of", "from"):
        return ()
    at += at < len(finder.tokens) and finder.tokens[at].low == "the"
    place = finder.places[at] if at < len(finder.tokens) else None
    return place.states if place is not None and place.type == "state" and len(place.states) == 1 else ()


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


_SHIPS = frozenset("MV MT SS BRP KRI INS USS HMS HMAS HMNZS PNS KD USNS RV FV".split())


def _thing(finder: Finder, i: int, end: int) -> bool:
    """Whether capitals are an organisation's, a ship's or a thing's name."""
    tokens, called = finder.tokens, finder.tokens[i].text
    things, organisations = office_words("things"), office_words("organisations")
    if (tokens[i - 1].low if i else "") in ("the", "a", "an") or called in _SHIPS:
        return True
    for token in tokens[i:end]:
        for word in (token.low, token.low.removesuffix("s")):
            if word in things or word in organisations:
                return True
    alone = end - i < 2 and len(called) > 2 and called.isupper()
    return alone and not finder.text[tokens[0].start : tokens[-1].end].isupper()


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
        polite = past_honorifics(finder, end + 1)
        other = finder.name_at(polite)
        if other is not None and other - polite > 1 and not _thing(finder, polite, other) and other < len(tokens):
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
