"""What can be seen of a sentence, and of what may fill a key in it: marks, whose weights are learnt (`tools/teach.py`)."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

from accord.languages.en.learnt.scene import Scene, codes_of
from accord.languages.views import Mention

__all__ = [
    "Candidate",
    "coded",
    "counted",
    "dates",
    "numbers",
    "people",
    "places",
    "sentence",
    "spelled",
    "states",
    "topical",
]

_BARE = frozenset("the a an of and in to , . : ; ( ) ' \" “ ” ’".split())
_THINGS = ("paper", "body", "crossing", "project", "event", "transport", "figure")
_BACK = 2  # sentences before, in which a speaker or a day may stand
_REACH = 3  # words on a side that are seen


class Candidate(NamedTuple):
    """What may fill a key, with its marks; `code` is the state or organisation that it would be."""

    mention: Mention
    marks: set[str]
    code: str = ""


def sentence(scene: Scene, index: int) -> set[str]:
    """Of a sentence: its words, the beginnings of words, words side by side, where it stands."""
    forms = [w.form for w in scene.words(index)]
    told = [f for f in forms if f not in _BARE]
    short = [f[:6] for f in told]
    found = {f"w={f}" for f in told} | {f"p={f[:5]}" for f in told}
    found.update(f"b={a} {b}" for a, b in pairwise(forms))
    found.update(f"c={a} {b}" for a, b in pairwise(short))
    found.update(f"k={a} {b}" for a, b in zip(short, short[2:], strict=False))
    found.add(f"block={scene.block(index)}")
    found.add(f"states {min(len({s for m in scene.mentions(index) for s in m.states}), 3)}")
    found.add(f"length {min(len(forms) // 8, 6)}")
    found.add(f"pair {min(len(scene.views.pair), 3)}")
    if index == 0:
        found.add("first")
    return found


def coded(scene: Scene, index: int) -> set[str]:
    """The same without most words side by side, and with what its mentions are, what its clauses tell, and whether its dates are to come."""
    found = {mark for mark in scene.once(sentence, index) if mark[:2] not in ("b=", "k=")}
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


def counted(marks: Collection[str], number: Candidate | None) -> set[str]:
    """What is coded of a sentence by one of its numbers: the words about that one beside those of the sentence."""
    return set(marks) if number is None else {*marks, *(f"number {mark}" for mark in number.marks)}


def topical(scene: Scene, index: int) -> set[str]:
    """The fields that the words of a sentence tell of, those of the one before, of the first and of the whole text."""
    found = {f"w={w.form}" for w in scene.words(index) if w.form not in _BARE}
    for where, at in (("here", index), ("before", index - 1), ("first", 0)):
        told = scene.topics(at) if at >= 0 else ()
        found.update(f"{where} {topic}" for topic in told)
        found.add(f"{where} {told[0]} most" if told else f"{where} none")
    found.update(f"text {topic} {min(rank, 3)}" for rank, topic in enumerate(scene.fields))
    return found


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
