"""Names of works that no head noun closes, and the two towns that a link or a work is said to join."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.names.naming import capitals, mention_of
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention

__all__ = ["built_by_two", "called_work", "corridors", "part_of", "told_pair"]

_NAME = r"[A-ZÀ-ÞŞŠŽĆČŁŚ][\w’'-]+(?: (?:de |la |el |del )?[A-ZÀ-ÞŞŠŽĆČŁŚ][\w’'-]+){0,2}"
_PAIR = re.compile(rf"\b(?:between|of|in|from|linking|joins?|both) ({_NAME}) (?:and|to) ({_NAME})")
_SORTS = frozenset(listed("towns cities ports capitals villages places points municipalities harbours"))
_CALLING = frozenset(listed("called named dubbed"))
_ENDINGS = ("ica", "ika", "nia", "ina")
_JOINT = frozenset(("pipeline", "railway", "power-line", "bridge", "road"))
_BUILT = re.compile(
    r"\b(?:build|construct|lay|establish|erect|develop|(?:building|construction|laying|establishment|development) of)"
    r"(?: and (?:operate|run|maintain))? (?:a|an)\s+(?:(?:new|joint|second|cross-border|direct)\s+)?$"
)
_TWO = re.compile(
    r"\b(?:sign|agree|inked?\b|conclude|decid|pledge|plan|deal\b|accord\b|memorandum|approv|will\b|intend)"
)
_BACK = 320  # characters in which the two places must have been told


def told_pair(line: Line, i: int) -> tuple[Mention, Mention] | None:
    """ "the two towns", "those two ports" at token i: the two places named together last before."""
    j = i + (line.low(i) in ("the", "these", "those", "both", "its"))
    j += line.low(j) == "two"
    if j == i or line.low(j) not in _SORTS:
        return None
    at = line.tokens[i].start
    found = list(_PAIR.finditer(line.text, max(0, at - _BACK), at))
    if not found:
        return None
    ends = [_place(line, Span(found[-1].start(g), found[-1].end(g)), line.text) for g in (1, 2)]
    return (ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None


def _place(line: Line, span: Span, text: str) -> Mention | None:
    """The place at a span; none where it is known to be a state, a person or the like."""
    known = next((m for m in line.at if m is not None and m.span.overlaps(span)), None)
    if known is not None and known.type in ("state", "person", "organisation") and known.form != "capital":
        return None
    name = " ".join(text[span.start : span.end].split())
    states = known.states if known is not None else ()
    return Mention("place", span, name, states, form="unknown", attributes={"name": name})


def called_work(line: Line, end: int, form: str) -> Mention | None:
    """ "the gas pipeline known as GIPL", "a railway called X": the name behind a work's noun that ends at `end`."""
    j = end
    if line.low(j) == "known" and line.low(j + 1) == "as":
        j += 2
    elif line.low(j) in _CALLING:
        j += 1
    else:
        return None
    j += line.low(j) in ("the", '"', "“")
    last = capitals(line, j)
    if last == j or line.covered(j, "state", "person", "organisation"):
        return None
    return mention_of("project", line, j, last, form=form, attributes={"named": True, "loose": False})


def part_of(line: Line, first: int, end: int, form: str) -> Mention | None:
    """ "the last section of Via Baltica, from A to the border": a part of a work told by its proper name."""
    if line.low(end) != "of":
        return None
    last = capitals(line, end + 1)
    if last < end + 3 or line.covered(end + 1, "state", "person", "office"):
        return None
    corridor = _corridor(line, end + 1)
    placed = last
    if line.low(last) == "," and line.low(last + 1) in ("from", "between") and capitals(line, last + 2) > last + 2:
        placed = capitals(line, last + 2)
        if line.low(placed) in ("to", "and"):
            behind = placed + 1 + (line.low(placed + 1) == "the")
            placed = max(capitals(line, behind), behind + (line.low(behind) in ("border", "frontier", "coast")))
    if not corridor and placed == last:
        return None
    sort = corridor or form
    return mention_of("project", line, first, placed, form=sort, attributes={"named": True, "loose": True})


_CORRIDORS = {"via": "road", "rail": "railway"}


def corridors(line: Line) -> Iterator[Mention]:
    """ "Via X" and "Rail X", the Latin names of roads and railways that cross several states."""
    for i in range(len(line.tokens)) if not _CORRIDORS.keys().isdisjoint(line.said) else ():
        form = _corridor(line, i)
        if form and line.low(i - 1) not in ("-", "on", "at") and line.low(i - 2) != "section":
            yield mention_of("project", line, i, i + 2, form=form, attributes={"named": True, "loose": False})


def _corridor(line: Line, i: int) -> str:
    """The form of the corridor whose name begins at token i; empty where none does."""
    if i + 1 >= len(line.tokens) or not (line.tokens[i].capital and line.tokens[i + 1].capital):
        return ""
    form = _CORRIDORS.get(line.low(i), "")
    latin = line.low(i + 1).endswith(_ENDINGS) and not line.covered(i + 1, "state", "person")
    return form if form and latin else ""


def built_by_two(line: Line, start: int, end: int, form: str) -> Mention | None:
    """ "X and Y signed an agreement to build a gas pipeline": a work without a name that two states are to build, called after
    the document's pair."""
    if form not in _JOINT or not (line.low(start - 1) in ("a", "an") or line.low(start - 2) in ("a", "an")):
        return None
    states = {m.states for m in line.at[:start] if m is not None and m.type == "state" and len(m.states) == 1}
    before = line.text[line.span.start : line.tokens[start].start]
    if len(states) != 2 or not (_BUILT.search(before) and _TWO.search(before)):
        return None
    told = {"named": False, "loose": True, "pair": True}
    return mention_of("project", line, start, end, form=form, attributes=told)
