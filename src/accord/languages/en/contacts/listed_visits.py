"""Visits told as lines of a list: who, where and when, with no verb ("PM A. Person: Lima, 4 May 2021; 6 June 2022",
"2-3 May 2020 – Speaker B. Person, Quito", under "Visits" or "From Peru")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.gazetteer import display
from accord.languages import patterns as re
from accord.languages.en.contacts.scene import Scene, coming
from accord.languages.en.contacts.sketch import Sketch
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["Section", "listed_visits", "section"]


@dataclass(frozen=True, slots=True)
class Section:
    """What the heading or label over a line says of it: that it lists visits, and from or to which state, or whose missions."""

    visits: bool = False
    sending: Mention | None = None
    host: Mention | None = None
    owner: Mention | None = None  # whose missions are listed


_VISITS = re.compile(
    r"\b(?:visits?|visitors|exchanges|contacts?|dialogue|travels?|trips|delegations|guests|calls|journeys|tours)\b",
    re.IGNORECASE,
)
_NOT_VISITS = re.compile(
    r"\b(?:student|cultural|academic|trade|stock|port|phone|contact us|tourist|visitors? (?:from|to))\b", re.IGNORECASE
)
_MISSIONS = re.compile(r"\b(?:representations?|missions?|embass(?:y|ies)|consulates?|posts abroad)\b", re.IGNORECASE)
_TITLE = 7  # words of a line that may be a title of what follows
_SIDED = re.compile(
    r"\W*(?:the |[\d.]+ )?[A-ZÀ-Þ][\w'’ -]+?(?:['’]s?)? (?:side|part|part(?:y|ies)|officials|leaders|visitors|guests|delegations|dignitaries)\W*"
)
_FROM = frozenset("from by of incoming inward".split())
_TO = frozenset("to in outgoing outward".split())


def section(line: Line, here: Sequence[Mention], last: Section) -> Section:
    """What holds behind a line: a heading, or a label before its list ("From Peru.", "Visits, newest first:")."""
    words = line.own
    heading = line.kind == "heading"
    told = any(m.type == "person" or (m.type == "office" and not m.attributes.get("plural")) for m in here)
    label = len(line.tokens) <= _TITLE and not line.dates and not told
    if not heading and not label:
        return last
    states = [m for m in here if m.type == "state" and len(m.states) == 1]
    way = frozenset(t.low for t in line.tokens if t.end <= states[0].span.start) if len(states) == 1 else frozenset()
    owner = states[0] if states and _MISSIONS.search(words) else None
    visits = bool(_VISITS.search(words)) and not _NOT_VISITS.search(words)
    if way & _FROM or way & _TO or (len(states) == 1 and _SIDED.fullmatch(words)):
        visits = visits or last.visits
        way = way if way & _TO else _FROM
        sending, host = (states[0], None) if way & _FROM else (None, states[0])
        return Section(visits, sending, host) if visits else Section() if heading else last
    return Section(visits, owner=owner) if heading or owner or visits or words.endswith(":") else last


_LEAD = r"(?:D0 : )?(?:(?P<lead>D\d+) [:,—-] )?(?:(?P<before>S\d+) [:,—] )?"
_WHO = r"(?:the )?(?P<who>A\d+) (?:(?:and|with) (?:(?!A\d|S\d|D\d)[^\s;:,—()]+ ){1,4})?"
_LINK = r"(?:(?:[,:—(]|to|in|at|visits?|official|state|working|paid|an?) ){0,4}"
_WHEN = r"(?:(?:[,:—(]|on|in|from|expected|due|planned|for|since|invited|visits?|official|state|working|an?|the) ){0,6}"
_WAY = re.compile(r"(?:D0 : )?\+? ?(?P<way>to|from|in|by) (?P<state>S\d+) [:—] ")
_LINE = re.compile(rf"{_LEAD}{_WHO}(?:{_LINK}(?P<to>S\d+) )?(?:{_WHEN}(?P<day>D\d+) )?(?=[;,.()—:]|$)")
_MORE = re.compile(
    rf"(?:\([^()]*\) |\) )*(?:[;,] |and )(?:{_WHO})?(?:{_LINK}(?P<to>S\d+) )?{_WHEN}(?P<day>D\d+) (?=[;,.()—]|and |$)"
)
_COMING = re.compile(r"(?<!\S)(?:expected|due|planned|tbc|to be confirmed|foreseen|scheduled|invited|awaited)(?!\S)")
_OFF = re.compile(r"(?<!\S)(?:(?P<dead>called off|cancelled|canceled|scrapped)|postponed|put off|deferred)(?!\S)")
_OF = frozenset((" of ", " of the "))
_AT_POST = re.compile(r"ambassador|charg|consul|high commissioner|envoy to|spokes|director", re.IGNORECASE)
_TOLD = re.compile(r"(?<!\S)(?:said|says|told|signed|met|visited|received)(?!\S)")


def listed_visits(drawn: Sketch, scene: Scene, told: Section, index: int) -> Iterator[Clause]:
    """The visits that a line lists, where it stands among visits, or tells who, where and when and nothing else."""
    begin = 0
    if told.visits and (way := _WAY.match(drawn.text)) is not None:
        _, state = _named(drawn, way["state"])
        if state is not None and len(state.states) == 1:
            told = Section(True, state) if way["way"] in _FROM else Section(True, host=state)
            begin = way.end()
    match = _LINE.match(drawn.text, begin)
    if match is None or (match["lead"] is None and match["day"] is None and drawn.item(0) != "D0"):
        return
    place = match["to"] or match["before"]
    bare = drawn.text[match.end() :].strip(" .)") == "" or drawn.text[match.end()] == ";"
    if not told.visits and not (place and bare and ":" in match[0].removeprefix("D0 : ")):
        return
    if _TOLD.search(drawn.text, 0, match.end() + 24):
        return
    day = match["day"] or match["lead"] or "D0"
    who, host = match["who"], place
    yield from _visit(drawn, scene, told, index, (who, host, day), match.start())
    at = match.end()
    while (more := _MORE.match(drawn.text, at)) is not None:
        who, host = more["who"] or who, more["to"] or (None if more["who"] else host)
        yield from _visit(drawn, scene, told, index, (who, host, more["day"]), at)
        at = more.end()


def _named(drawn: Sketch, item: str | None) -> tuple[int, Mention | None]:
    at = drawn.items.index(item) if item in drawn.items else -1
    return at, drawn.named[at] if at >= 0 else None


def _visit(
    drawn: Sketch, scene: Scene, told: Section, index: int, parts: tuple[str, str | None, str], begin: int
) -> Iterator[Clause]:
    """A visit of a list; its own words stand from `begin` to the next semicolon."""
    own_end = drawn.text.find(";", max(begin + 2, drawn.text.find(parts[0] + " ", begin)))
    words = drawn.text[begin : own_end if own_end >= 0 else len(drawn.text)]
    (first, visitor), (there, place), (on, when) = (_named(drawn, part) for part in parts)
    if visitor is None or visitor.form == "expert" or visitor.attributes.get("plural") or not visitor.office:
        return
    if _AT_POST.search(visitor.office) or (place is not None and len(place.states) > 1):
        return
    own = _owner(drawn, visitor)
    host = place if place is not None and place.states else _host(scene, told, own)
    if host is None:
        return
    sending = told.sending or own
    states = sending.states if sending is not None else tuple(s for s in visitor.states if s not in host.states)
    states = states or tuple(s for s in scene.pair[:2] if s not in host.states and host.states[0] in scene.pair[:2])
    if len(states) != 1 or states == host.states:
        return
    visitor = scene.people.known(visitor.but(states=states))
    arguments = [Argument(visitor, "subject"), Argument(host, "to")]
    if place is not None and place.form != "name":
        arguments.append(Argument(place.but(states=host.states), "at"))
    manner = next(
        (
            k
            for k in range(first, len(drawn.items))
            if drawn.item(k) in ("official", "state", "working")
            and "visit" in (drawn.item(k + 1), drawn.item(k + 2))
            and f"{drawn.item(k)} {drawn.item(k + 1)}" in words
        ),
        None,
    )
    if manner is not None:
        span = drawn.span(manner, manner + 2)
        arguments.append(Argument(Mention("manner", span, drawn.item(manner), form=drawn.item(manner)), "as"))
    status = "planned" if _COMING.search(words) else "reported"
    off = _OFF.search(words)
    status = ("cancelled" if off["dead"] else "postponed") if off is not None else coming(status, when, scene)
    trigger = drawn.span(first, max(k for k in (first, there, on if on else first) if k >= 0) + 1)
    yield Clause("trip", trigger, drawn.line.span, index, tuple(arguments), when, status)


def _owner(drawn: Sketch, visitor: Mention) -> Mention | None:
    """The state that the words of an office name themselves."""
    if len(visitor.states) != 1:
        return None
    text, end = drawn.line.text, visitor.span.end
    inner = any(
        m is not None
        and m.type == "state"
        and m.states == visitor.states
        and (m.span in visitor.span or text[end : m.span.start] in _OF)
        for m in drawn.line.at
    )
    named = inner or display(visitor.states[0]) in text[visitor.span.start : end]
    return replace(visitor) if named else None


def _host(scene: Scene, told: Section, own: Mention | None) -> Mention | None:
    """The host of a visit whose place is not told, or is in no list: where the heading says, else the other of the two."""
    if told.host is not None:
        return told.host
    of = told.sending or own
    if of is None or len(scene.pair) != 2 or of.states[0] not in scene.pair:
        return None
    other = scene.pair[1 - scene.pair.index(of.states[0])]
    return Mention("state", scene.pair_spans[scene.pair.index(other)], other, (other,), form="name")
