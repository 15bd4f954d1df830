"""Links between whole states: "direct flights between the two countries", "all flights to and from X"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from accord.document import Span
from accord.gazetteer import states
from accord.languages import patterns as re
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["linked_states"]

_DIRECT = re.compile(
    r"\b(?:direct|regular|commercial|scheduled|passenger|bilateral|mutual|all|their|civilian|cargo|freight|non-?stop|"
    r"reciprocal)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\s*(?:between|connecting|linking)\s+(?:them|each other|the neighbou?rs)\b", re.IGNORECASE)


_TOWARDS = re.compile(
    r"(?:\s+services?)?\s+(?:to and from|from and to|to or from|to|into|from|in and out of|bound for)\s+(?:the\s+|its\s+|both\s+)?"
    r"(?:\w+\s+){0,1}?(?:(?:\w+\s+){1,3}?(?:countries|nations|states|cities|destinations),?\s+(?:including|such as)\s+)?$"
)
_LISTED = re.compile(r"\s*(?:,|and|or|, and|, or|as well as)\s+(?:the\s+)?(?:\w+\s+){0,1}?")
_AIRSPACE = re.compile(r"\bair ?space\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s+(?:services?\s+)?(?:between|connecting|linking)\s+(?:the|these|both|our)\s+(?:two\s+)?(?:[A-Za-z]+\s+)?"
    r"(?:countries|nations|states|sides|neighbou?rs|republics|kingdoms|(?P<seats>capitals(?:\s+of\s+(?:the|both)\b)?))(?!\w)"
)


def linked_states(
    lines: Sequence[Line], mentions: Sequence[Mention], pair: tuple[str, ...], pair_spans: tuple[Span, ...]
) -> list[Mention]:
    """The mentions, links without ends given those of the states that their sentence joins."""
    mentions = [
        _of_pair(m, pair) if m.type == "project" and m.attributes.get("pair") else m for m in _with_modes(mentions)
    ]
    told = [m.span for m in mentions if m.type == "transport" and not m.definite]
    bare = [m for m in mentions if m.type == "transport" and m.definite and not any(m.span.overlaps(t) for t in told)]
    if not bare:
        return list(mentions)
    changed: dict[int, list[Mention]] = {}
    for line in lines:
        here = [m for m in bare if m.span in line.span]
        if here:
            named = [m for m in mentions if m.type in ("state", "place") and m.states and m.span in line.span]
            for link in here:
                between = _BETWEEN.match(line.text, link.span.end) if len(pair) >= 2 else None
                if between is not None:
                    seats = [states.capital(code) or code for code in pair[:2]] if between["seats"] else pair
                    changed[id(link)] = [_joined(link, seats[0], seats[1], pair_spans[:2], pair[:2])]
                elif ends := _towards(line, link, named) or _ends(line, link, named, pair):
                    changed[id(link)] = [_joined(link, *two) for two in ends]
    return [m for old in mentions for m in changed.get(id(old), (old,))]


_Ends = tuple[str, str, tuple[Span, ...]]


def _towards(line: Line, link: Mention, named: Sequence[Mention]) -> list[_Ends]:
    """ "Chad has halted all flights to Niger and Mali", "its flights to Zinder": from the state told last before, or the home of
    the airline, to where they lead."""
    targets = [m for m in named if m.span.start >= link.span.end]
    if (
        not targets
        or len(targets[0].states) != 1
        or not _TOWARDS.fullmatch(line.text, link.span.end, targets[0].span.start)
    ):
        return []
    before = [m for m in named if m.span.end <= link.span.start and m.type == "state" and len(m.states) == 1]
    before = [m for m in before if not _dateline(line, m)]
    home = (before[-1].states[0], before[-1].span) if before else _home(line, link)
    last = targets[0].span.end
    found: list[_Ends] = []
    for to in targets:
        if len(to.states) != 1 or (found and not _LISTED.fullmatch(line.text, last, to.span.start)):
            break
        last = to.span.end
        if home is not None and to.states[0] != home[0]:
            found.append((home[0], str(to.attributes.get("name") or to.states[0]), (home[1], to.span)))
    return found


@cache
def _airlines() -> tuple[re.Pattern, Mapping[str, str]]:
    """The names of airlines in one pattern, and the state of each."""
    homes = {name: code for code, names in table("airlines")["homes"].items() for name in names.split(", ")}
    return re.compile(r"\b(?:" + "|".join(re.escape(n) for n in sorted(homes, key=len, reverse=True)) + r")\b"), homes


def _home(line: Line, link: Mention) -> tuple[str, Span] | None:
    """The state of the airline told last before a link, and where it is named."""
    pattern, homes = _airlines()
    told = list(pattern.finditer(line.text, line.span.start, link.span.start))
    return (homes[told[-1].group()], Span(told[-1].start(), told[-1].end())) if told else None


def _dateline(line: Line, mention: Mention) -> bool:
    return mention.span.start == line.span.start and line.text[mention.span.end :].lstrip()[:1] in (
        ",",
        "(",
        "-",
        "–",
        "/",
    )


def _ends(line: Line, link: Mention, named: Sequence[Mention], pair: tuple[str, ...]) -> list[_Ends]:
    if _AIRSPACE.search(line.text, line.span.start, line.span.end):
        return []  # closed to all, not cut between two
    told = {m.states[0]: m.span for m in named if m.type == "state" and len(m.states) == 1}
    direct = _DIRECT.search(line.text[line.span.start : link.span.start]) or _PRONOUN.match(
        line.text[link.span.end : line.span.end]
    )
    if direct and len(told) == 2 and (not pair or set(told) <= set(pair)):
        a, b = told
        return [(a, b, (told[a], told[b]))]
    return []


def _joined(link: Mention, a: str, b: str, spans: tuple[Span, ...], of: tuple[str, ...] = ()) -> Mention:
    """A link given its ends: states, or their towns where `of` tells the states."""
    return link.but(
        name=f"{a}-{b}",
        states=of or (a, b),
        antecedents=spans,
        definite=False,
        attributes={"from": a, "to": b, "states": True},
    )


def _with_modes(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Links of no mode of their own ("the A-B route") given that of the link told before, else of the one told next; left
    out where the document tells none."""
    links = sorted((m for m in mentions if m.type == "transport"), key=lambda m: m.span.start)
    if all(m.form != "context" for m in links):
        return mentions
    known = [m for m in links if m.form != "context"]
    changed: dict[int, Mention | None] = {}
    for link in (m for m in links if m.form == "context"):
        before = [m for m in known if m.span.start <= link.span.start]
        near = before[-1] if before else known[0] if known else None
        changed[id(link)] = link.but(form=near.form) if near is not None else None
    return [m for old in mentions if (m := changed.get(id(old), old)) is not None]


def _of_pair(work: Mention, pair: tuple[str, ...]) -> Mention:
    """ "The gas pipeline between the two countries" by the names of the document's pair."""
    if len(pair) < 2:
        return work
    names = [states.display(code) for code in pair[:2]]
    return work.but(name=f"{work.name} between {names[0]} and {names[1]}", states=pair[:2])
