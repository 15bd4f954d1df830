"""Towns that are twinned: which two, since when, told one by one or in a row ("A is twinned with B, C (1974) and D")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.languages import patterns as re
from accord.languages.en.contacts.sketch import Sketch
from accord.languages.en.contacts.standing import date_of, status_of
from accord.languages.en.names.naming import called, end_of_link, is_town
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["Sisters", "sister_hint", "sisters"]


@dataclass(frozen=True, slots=True)
class Sisters:
    """Two towns, what was done with their tie, and the items of the words that tell it."""

    ends: tuple[Mention, Mention]
    action: str
    first: int
    end: int
    status: str
    when: Mention | None


sister_hint = re.compile(
    r"\b(?:sister|twin|partner(?:ed)?[ -](?:cit|town|provinc|region|district|municip|commun|count|prefect|port|state)|(?:been|become|became) partners)",
    re.IGNORECASE,
)
_TOWN = r"(?:cit(?:y|ies)|towns?|provinces?|regions?|districts?|municipalit(?:y|ies)|communes?|count(?:y|ies)|prefectures?|ports?|states?)"
_OWN = r"(?:the|his|two|both|these)"
_HEAD = re.compile(
    rf"(?<!\S)(?:(?:sister|twin|twinned|partner)[ -](?:- )?{_TOWN}(?: (?:relations?|relationships?|ties?|agreements?|links?|pacts?|treat(?:y|ies)|partnerships?))?|"
    r"sister (?:relations?|relationships?|ties?|agreements?|links?)|sisterhood(?: (?:agreements?|pacts?|ties|relations))?|twinnings?|twinned|"
    rf"twin(?= (?:{_OWN} )*(?:{_TOWN}|with)(?!\S))|(?<=became )(?:twins|sisters|partners)|(?<=themselves )(?:twins|sisters)|"
    r"(?<=become )(?:twins|sisters|partners)|(?:twins|sisters|partners)(?= since)|(?<=been )(?:twins|sisters)|"
    rf"(?<=towns have been )partners|(?<=cities have been )partners)(?!\S)"
)
_ACTIONS = (
    ("severed", frozenset("broke broken breaks ended ends end severed severs cut cuts terminated terminates cancelled dissolved".split())),
    ("suspended", frozenset("suspended suspends froze frozen freezes".split())),
    ("restored", frozenset("renewed renews revived revives restored resumed".split())),
)  # fmt: skip
_ARE = frozenset("are is were was be been become becomes became have has had , which that also now already long officially formally to will the a each other other's declared made".split())  # fmt: skip
_LISTED = frozenset(": are include includes including namely among as them whom".split())
_NEAR = 8  # tokens between the words for a tie and those for its ends
_BOUNDS = frozenset((",", ";", "when", "while", "after", "(", ")", "—"))
_INTENT = frozenset("intent intention".split())
_THE_TWO = frozenset("two both they cities towns municipalities councils communes mayors".split())
_Pair = tuple[Mention, Mention, Mention | None]
_End = tuple[Mention, Mention | None, int]  # a town, the day that stands behind it, and the token after both


def sisters(sketch: Sketch, here: Sequence[Mention], towns: Sequence[Mention]) -> Iterator[Sisters]:
    """The twinned towns of a sentence; `here` are its towns, `towns` those told before it, for "the two cities" and the town
    left unsaid."""
    line = sketch.line
    here = [m for n, m in enumerate(here) if called(m) not in {called(o) for o in here[:n]}]
    for _, first, end in sketch.find(_HEAD):
        start, stop = _tokens(line, sketch, first, end)
        pairs = _pairs(line, start, stop, here, towns)
        action = _action(sketch, first, end)
        when = date_of(sketch, 0, _last(sketch, first, pairs), len(sketch.items))
        status = status_of(sketch, max(0, first - 9), first, end, min(len(sketch.items), end + 14), noun=True)
        if status == "reported" and _INTENT & set(sketch.items[max(0, first - 4) : first]):
            status = "planned"
        each = any(day is not None for *_, day in pairs)
        for left, right, day in pairs:
            since = day if each else when
            yield Sisters((left, right), action, first, end, status, since and since.begun())
        if pairs:
            return


def _last(sketch: Sketch, first: int, pairs: Sequence[_Pair]) -> int:
    """The item from which a day is looked for: the words for a tie, or the towns that it is said to be between."""
    near = range(first, min(first + _NEAR, len(sketch.items)))
    ends = [pair[1].span.start for pair in pairs]
    return max((k for k in near if any(sketch.places[k][0] <= at < sketch.places[k][1] for at in ends)), default=first)


def _tokens(line: Line, sketch: Sketch, first: int, end: int) -> tuple[int, int]:
    """The tokens of items [first, end)."""
    span = sketch.span(first, end)
    inside = [i for i, t in enumerate(line.tokens) if t.start < span.end and t.end > span.start]
    return inside[0], inside[-1] + 1


def _action(sketch: Sketch, first: int, end: int) -> str:
    """What is done with a tie by the words of its own clause."""
    left, right = first, end
    while left > 0 and sketch.items[left - 1] not in _BOUNDS:
        left -= 1
    while right < len(sketch.items) and sketch.items[right] not in _BOUNDS:
        right += 1
    said = set(sketch.items[left:right])
    return next((action for action, verbs in _ACTIONS if said & verbs), "established")


def _pairs(line: Line, start: int, stop: int, here: Sequence[Mention], towns: Sequence[Mention]) -> list[_Pair]:
    """The towns that are joined, each two with the day that stands with them."""
    for i in (*range(stop, min(len(line.tokens), stop + _NEAR)), *range(max(0, start - _NEAR), start)):
        if line.low(i) == "between" and len(row := _row(line, i + 1)) == 2:
            return _joined(row)
    subject = _subject(line, start)
    if len(subject) in (2, 4):
        return _joined(subject)
    partners = _partners(line, stop)
    if partners:
        whose = _whose(line, start)
        told = [m for m in towns if not whose or set(whose) & set(m.states)]
        home = _home([m for m in here if m.span.end <= line.tokens[start].start], partners, told)
        if home is None and len(partners) == 2 and _abroad(partners[0][0], partners[1][0]):
            return _joined(partners)
        return [(home, town, day) for town, day, _ in partners] if home is not None else []
    behind = _behind(line, stop)
    if len(behind) == 2:
        return _joined(behind)
    if len(here) == 2 and _abroad(*here):
        return [(here[0], here[1], None)]
    said = {line.low(i) for i in range(len(line.tokens)) if not start <= i < stop}
    return _before(towns) if not here and said & _THE_TWO else []


def _joined(row: Sequence[_End]) -> list[_Pair]:
    return [(row[n][0], row[n + 1][0], row[n + 1][1]) for n in range(0, len(row) - 1, 2)]


def _row(line: Line, i: int) -> list[_End]:
    """The towns told one after the other from token i on."""
    row: list[_End] = []
    while i < len(line.tokens):
        while line.low(i) in ("the", "both", "with", "in") or (_demonym(line, i) and line.low(i + 1) in _BEFORE):
            i += 1
        found = end_of_link(line, i)
        if found is None or not is_town(found[0]) or line.covered(i, "person") or line.low(found[1]) == "'s":
            break
        i, day = _told_with(line, found[1])
        row.append((found[0], day, i))
        if line.low(i) not in (",", "and", "&"):
            break
        i += 1 + (line.low(i) == "," and line.low(i + 1) == "and")
    return row


_BEFORE = frozenset("city town port municipality district province region capital commune".split())


def _whose(line: Line, start: int) -> tuple[str, ...]:
    """The state of a town that is told by it alone: "the Slovak town was twinned"."""
    own = (line.covered(i, "state") for i in range(start) if _demonym(line, i) and line.low(i + 1) in _BEFORE)
    return next((m.states for m in own if m is not None), ())


def _demonym(line: Line, i: int) -> bool:
    state = line.covered(i, "state")
    return state is not None and state.form.startswith("demonym")


def _told_with(line: Line, i: int) -> tuple[int, Mention | None]:
    """Behind the state and the day that stand with a town ("in Italy", ", China,", "(1974)")."""
    day: Mention | None = None
    for _ in range(2):
        opened = line.low(i) in ("in", ",", "(", "since")
        state = line.covered(i + 1, "state") if opened else None
        when = line.covered(i + 1, "date") if opened else None
        if state is not None and not state.form.startswith("demonym") and state.form != "capital":
            mark, last = line.low(i), state
        elif when is not None and line.low(i) != ",":
            mark, last, day = line.low(i), when, when
        else:
            break
        i += 1
        while i < len(line.tokens) and line.tokens[i].start < last.span.end:
            i += 1
        closed = line.low(i) == ")" or (mark == "," and line.low(i) == "," and line.low(i + 1) not in ("and", "&"))
        i += mark in ("(", ",") and closed and not (mark == "," and line.covered(i + 1, "place") is not None)
    return i, day


def _subject(line: Line, start: int) -> list[_End]:
    """The towns in a row that are said to be twinned: "A and B(, which) have been"."""
    for i in range(start):
        row = _row(line, i)
        if len(row) > 1 and all(line.low(k) in _ARE for k in range(row[-1][2], start)):
            return row
    return []


def _partners(line: Line, stop: int) -> list[_End]:
    """The towns behind "with", or that are listed: "sister cities, among them A, B and C"."""
    for i in range(stop, min(len(line.tokens), stop + _NEAR)):
        if line.low(i) in ("with", "of", "to", "in") or line.low(i) in _LISTED:
            if line.low(i) in ("between", "since"):
                break
            if row := _row(line, i + 1):
                return row
        elif line.low(i) in (";", "."):
            break
    return []


def _home(before: Sequence[Mention], partners: Sequence[_End], towns: Sequence[Mention]) -> Mention | None:
    """The town whose partners are told: named before them, or the one that the text told of before."""
    taken = {called(p[0]) for p in partners}
    far = {s for p in partners for s in p[0].states}
    own = [m for m in before if called(m) not in taken and not set(m.states) & far]
    if own:
        return own[-1]
    return next((m for m in towns if called(m) not in taken and m.states and not set(m.states) & far), None)


def _behind(line: Line, stop: int) -> list[_End]:
    """The two towns behind an opening: "Sister cities since 1990, A and B ..."."""
    comma = next((i for i in range(stop, min(len(line.tokens), stop + 5)) if line.low(i) == ","), -1)
    return _row(line, comma + 1) if comma > 0 else []


def _abroad(a: Mention, b: Mention) -> bool:
    return bool(a.states) and bool(b.states) and not set(a.states) & set(b.states)


def _before(towns: Sequence[Mention]) -> list[_Pair]:
    """The two towns told last before, of two states: "the two cities"."""
    for n in range(len(towns) - 1, 0, -1):
        for k in range(n - 1, max(-1, n - 4), -1):
            if called(towns[k]) != called(towns[n]) and not set(towns[k].states) & set(towns[n].states):
                return [(towns[k], towns[n], None)]
    return []
