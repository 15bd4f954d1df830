"""What can be seen of a sentence, and of what may fill a key in it: marks, whose weights are learnt (`tools/teach.py`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from accord.languages.en.learnt.scene import Scene, codes_of
from accord.languages.views import Mention

__all__ = [
    "OF_CODES",
    "OF_KINDS",
    "OF_TOPICS",
    "Candidate",
    "Marks",
    "all_marks",
    "briefly",
    "counted",
    "dates",
    "fields",
    "meant",
    "numbers",
    "own_words",
    "people",
    "places",
    "side_by_side",
    "spelled",
    "states",
]

_BARE = frozenset("the a an of and in to , . : ; ( ) ' \" “ ” ’".split())
_THINGS = ("paper", "body", "crossing", "project", "event", "transport", "figure")
_BACK = 2  # sentences before, in which a speaker or a day may stand
_REACH = 3  # words on a side that are seen


Marks = Callable[[Scene, int], set[str]]  # of a sentence


class Candidate(NamedTuple):
    """What may fill a key, with its marks; `code` is the state or organisation that it would be."""

    mention: Mention
    marks: set[str]
    code: str = ""


def own_words(scene: Scene, index: int) -> set[str]:
    """The words of a sentence."""
    return {f"w={f}" for f in scene.once(_told, index)}


def briefly(scene: Scene, index: int) -> set[str]:
    """The beginnings of its words, by themselves and two by two, where it stands and how much it holds."""
    told = scene.once(_told, index)
    found = {f"p={f[:5]}" for f in told}
    found.update(f"c={a} {b}" for a, b in pairwise(scene.once(_short, index)))
    found.add(f"block={scene.block(index)}")
    found.add(f"states {min(len({s for m in scene.mentions(index) for s in m.states}), 3)}")
    found.add(f"length {min(len(scene.words(index)) // 8, 6)}")
    found.add(f"pair {min(len(scene.views.pair), 3)}")
    if index == 0:
        found.add("first")
    return found


def side_by_side(scene: Scene, index: int) -> set[str]:
    """Words two by two, and their beginnings over one between."""
    short = scene.once(_short, index)
    found = {f"b={a} {b}" for a, b in pairwise(w.form for w in scene.words(index))}
    found.update(f"k={a} {b}" for a, b in zip(short, short[2:], strict=False))
    return found


def meant(scene: Scene, index: int) -> set[str]:
    """What the mentions of a sentence are, what its clauses tell, and whether its dates are to come."""
    found: set[str] = set()
    today = scene.views.written
    for mention in scene.mentions(index):
        if mention.form and mention.type not in ("state", "person"):
            found.add(f"m={mention.type}/{mention.form[:20]}")
        if mention.period is not None and today is not None:
            found.add("later" if mention.period.iso[:10] > today.iso[:10] else "then")
    for clause in scene.clauses(index):
        found |= {
            f"concept={clause.concept}",
            f"status={clause.status}",
            f"concept={clause.concept}:{clause.status}",
            f"tense={clause.tense}",
        }
    return found


def fields(scene: Scene, index: int) -> set[str]:
    """The fields that the words of a sentence tell of, those of the one before, of the first and of the whole text."""
    found: set[str] = set()
    for where, at in (("here", index), ("before", index - 1), ("first", 0)):
        told = scene.topics(at) if at >= 0 else ()
        found.update(f"{where} {topic}" for topic in told)
        found.add(f"{where} {told[0]} most" if told else f"{where} none")
    found.update(f"text {topic} {min(rank, 3)}" for rank, topic in enumerate(scene.fields))
    return found


OF_KINDS = (own_words, briefly, side_by_side)  # marks of a sentence that tell its kinds; no mark is in two of them
OF_CODES = (own_words, briefly, meant)  # and that tell codes, but for topics
OF_TOPICS = (own_words, fields)


def all_marks(of: Iterable[Marks], scene: Scene, index: int) -> set[str]:
    """All the marks of a sentence that tell something."""
    return set[str]().union(*(scene.once(marks, index) for marks in of))


def counted(number: Candidate | None) -> list[str]:
    """The words about the number of a sentence that a measure is told by too."""
    return [] if number is None else [f"number {mark}" for mark in number.marks]


def _told(scene: Scene, index: int) -> list[str]:
    return [w.form for w in scene.words(index) if w.form not in _BARE]


def _short(scene: Scene, index: int) -> list[str]:
    return [f[:6] for f in scene.once(_told, index)]


def states(scene: Scene, index: int) -> dict[str, Candidate]:
    """The states and organisations that a sentence's keys may hold, by code: those named in it and the document's pair."""
    found: dict[str, Candidate] = {}
    persons = 0
    for mention in scene.mentions(index):
        place = scene.place(index, mention)
        for code in (codes := codes_of(mention)):
            new = code not in found
            own = found.setdefault(code, Candidate(mention, set(), code)).marks
            own.add(f"is {mention.type}/{mention.form[:3] if mention.type == 'state' else ''}")
            if len(codes) > 1:
                own.add("group")
            if mention.type == "place" or mention.form == "capital":
                own.add("place")
            if mention.type in ("person", "office"):
                own.add(f"of person {min(persons, 2)}")
            if new:
                own.add(f"order {min(len(found) - 1, 3)}")
            if place is not None and (new or mention.type == "state"):
                own.update(_around(scene, index, place, 2))
        persons += mention.type in ("person", "office")
    present = len(found)
    for rank, code in enumerate(scene.views.pair[:4]):
        if code not in found:
            named = next((m for m in scene.views.mentions if code in m.states), None)
            if named is None:
                continue
            found[code] = Candidate(named, {"absent"}, code)
        found[code].marks.add(f"pair {rank}")
    for code, candidate in found.items():
        own = candidate.marks
        own.add(f"rank {min(scene.rank(code), 4)}")
        if scene.views.together:
            own.add("together")
        if code not in scene.views.pair:
            own.add("outside")
        of = f"of {min(present, 4)}"
        own.update([of, *(f"{m} {of}" for m in own if m.startswith(("order", "pair", "absent", "rank")))])
    return found


def people(scene: Scene, index: int) -> list[Candidate]:
    """Persons, offices and bodies of a sentence and of those before it."""
    found: list[Candidate] = []
    own = [w.form for w in scene.words(index)]
    he = any(f in ("he", "she") for f in own[:6])
    pronoun = he or any(f in ("he", "she", "his", "her") for f in own)
    for back in range(min(_BACK, index) + 1):
        scene.words(index - back)
        those = [
            m for m in scene.mentions(index - back) if m.type in ("person", "office", "organisation", "group", "body")
        ]
        for order, mention in enumerate(those):
            marks = {f"back {back}", f"is {mention.type}", f"order {min(order, 3)} back {back}"}
            if mention.definite:
                marks.add("definite")
            if pronoun:
                marks.add("pronoun")
            if back and he:
                marks.add(f"he order {min(order, 3)} back {back}")
            marks |= _at_home(scene, index, mention)
            place = scene.place(index - back, mention)
            if place is not None:
                marks.update(m if back == 0 else f"before: {m}" for m in _around(scene, index - back, place, _REACH))
            found.append(Candidate(mention, marks))
    return found


def _at_home(scene: Scene, index: int, mention: Mention) -> set[str]:
    """Whether the places of a sentence are in somebody's own state or in another."""
    where = {s for m in scene.mentions(index) if m.type == "place" or m.form == "capital" for s in m.states}
    if not where or not mention.states:
        return {"nowhere"} if not where else {"of no state"}
    own = set(mention.states)
    return {"at home" if own & where else "away"} | ({"abroad too"} if where - own else set())


def dates(scene: Scene, index: int) -> list[Candidate]:
    """Dates of a sentence, of those before it and of the document's first."""
    found: list[Candidate] = []
    today = scene.views.written
    has = any(m.period is not None for m in scene.mentions(index))
    at = {str(back): index - back for back in range(min(_BACK, index) + 1)}
    if index > _BACK:
        at["lead"] = 0
    for back, where in at.items():
        words = scene.words(where)
        those = [m for m in scene.mentions(where) if m.type == "date" and m.period is not None]
        for order, mention in enumerate(those):
            assert mention.period is not None
            iso = mention.period.iso
            length = "span" if "/" in iso else f"of {len(iso)}"
            of = f"order {min(order, 2)} of {min(len(those), 3)}"
            marks = {length, f"back {back}"}
            if back == "0":
                marks |= {f"order {min(order, 3)}", f"among {min(len(those), 3)}", of}
            else:
                marks |= {f"back {back} {of}", f"back {back} has {has}", f"back {back} {length} has {has}"}
            if mention.attributes.get("dateline"):
                marks.add("dateline")
            if today is not None:
                marks.add(_against(iso, today.iso))
            place = scene.place(where, mention)
            if place is not None:
                marks.update(m if back == "0" else f"before: {m}" for m in _around(scene, where, place, 2))
                if back == "0":
                    marks.add(f"along {min(place * 4 // max(1, len(words)), 3)}")
            found.append(Candidate(mention, marks))
    return found


def _against(iso: str, today: str) -> str:
    if iso[:10] == today[:10]:
        return "today"
    if iso[:10] > today[:10]:
        return "later"
    return "this month" if iso[:7] == today[:7] else "this year" if iso[:4] == today[:4] else "long ago"


def numbers(scene: Scene, index: int) -> list[Candidate]:
    """Ordinals, counts, amounts and changes of a sentence."""
    found: list[Candidate] = []
    words = scene.words(index)
    order = 0
    for mention in scene.mentions(index):
        if mention.ordinal is None and mention.count is None and mention.amount is None and mention.change is None:
            continue
        marks = {f"is {mention.type}", f"order {min(order, 3)}"}
        if mention.ordinal is not None:
            marks.add("ordinal")
        if mention.amount is not None:
            marks.add(f"unit {mention.amount.unit}")
        place = scene.place(index, mention)
        if place is not None:
            marks.update(_around(scene, index, place, _REACH))
            marks.add(f"in {words[place].form[:6]}")
        order += 1
        found.append(Candidate(mention, marks))
    return found


def places(scene: Scene, index: int) -> list[Candidate]:
    """Places of a sentence, capitals and states among them."""
    found: list[Candidate] = []
    scene.words(index)
    those = [m for m in scene.mentions(index) if m.type in ("place", "state")]
    for order, mention in enumerate(those):
        marks = {f"is {mention.type}/{mention.form[:3]}", f"order {min(order, 3)}"}
        place = scene.place(index, mention)
        if place is not None:
            marks.update(_around(scene, index, place, _REACH))
        found.append(Candidate(mention, marks))
    return found


def spelled(scene: Scene, index: int) -> list[set[str]]:
    """Of each word of a sentence, which may belong to a name or a few words."""
    return [_word(scene, index, at) for at in range(len(scene.words(index)))]


def _word(scene: Scene, index: int, at: int) -> set[str]:
    words = scene.words(index)
    own = words[at]
    marks = {f"w={own.form}", f"p={own.form[:5]}", *_around(scene, index, at, _REACH)}
    if own.text[:1].isupper():
        marks.add("capital")
    if own.mention is not None:
        marks.add(f"is {own.mention.type}")
    for mention in scene.mentions(index):
        if mention.type in _THINGS and mention.span.start <= own.start < mention.span.end:
            marks.add(f"in {mention.type}")
    return marks


def _around(scene: Scene, index: int, at: int, reach: int) -> list[str]:
    """The beginnings of the words on both sides of one, one by one and the nearest two together."""
    forms = scene.once(_beginnings, index)
    third, second, first, _, after, over, beyond = forms[at : at + 2 * _REACH + 1]
    found = [f"-1 {first}", f"-2 {second}", f"+1 {after}", f"+2 {over}", f"- {second} {first}", f"+ {after} {over}"]
    return [*found, f"-3 {third}", f"+3 {beyond}"] if reach == _REACH else found


def _beginnings(scene: Scene, index: int) -> list[str]:
    """How the words of a sentence begin, with ends on both sides that every word can look over."""
    return [*("^" * _REACH), *(word.form[:7] for word in scene.words(index)), *("$" * _REACH)]
