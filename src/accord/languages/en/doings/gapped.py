"""What a second thing shares with the verb of a first: "P was closed on 9 May, and Q and R on 10 June"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.languages.en.doings.act import Act
from accord.languages.en.doings.dated import when_of
from accord.languages.en.names.naming import capitals
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["gapped"]

_JOINING = frozenset((",", ";", "and", "while", "but"))
_LED = frozenset(("and", "then", "also", "while", "at", "the", "that", "of"))
_HEADS = frozenset("crossing crossings post posts checkpoint checkpoints point points gate gates".split())
_FOLLOWED = ("followed",)
_BEFORE_A_DAY = frozenset(("on", "in", "since", "from", "at", "by", ",", "as", "only", "later", "then", "again", "too"))
_NO_NAME = ("state", "person", "office", "date", "organisation")


def gapped(line: Line, acts: Sequence[Act]) -> Iterator[Act]:
    """The acts on crossings that names with days of their own take from the verb before them; what they name is taken from
    the first."""
    for act in [a for a in acts if a.concept == "membership/join" and a.way.sort == "verb" and a.things]:
        yield from _states(line, act)
    taken: set[int] = set()
    for act in [a for a in acts if a.way.kind == "crossing" and a.way.sort != "noun" and a.things]:
        k, when = act.end, when_of(line, act)
        while k < len(line.tokens):
            names, end, last = _row(line, k) if line.low(k) in _JOINING else ([], k, k)
            dated = when is not None and when.span.start < line.tokens[k].start
            if not names or names[0][0] in taken or not (dated or "followed" in line.lows(k, end + 1)):
                k += 1
                continue
            taken.add(names[0][0])
            things = [_thing(line, a, b, act.things[0], len(names)) for a, b in names]
            act.things = [t for t in act.things if not any(t.span.overlaps(m.span) for m in things)] or act.things[:1]
            act.right = min(act.right, max(k, act.end))
            yield replace(act, left=names[0][0], right=end, things=things)
            k = last


def _states(line: Line, act: Act) -> Iterator[Act]:
    """ "P joined the Union in 2009, Q in 2020": a state with a day of its own behind the verb and its day."""
    when = when_of(line, act)
    start = next((k for k in range(act.end, len(line.tokens)) if when is not None and line.covered(k) is when), None)
    for k in range(start or len(line.tokens), len(line.tokens) - 2):
        state = line.covered(k + 1, "state") if line.low(k) in (",", ";", "and") else None
        if state is None or state.form.startswith("demonym"):
            continue
        end = next(n for n in range(k + 1, len(line.tokens) + 1) if line.covered(n) is not state)
        while line.low(end) in _BEFORE_A_DAY:
            end += 1
        if (date := line.covered(end, "date")) is not None:
            stop = next(n for n in range(end, len(line.tokens) + 1) if line.covered(n) is not date)
            act.right = min(act.right, k)
            yield replace(act, left=k + 1, right=stop)


def _row(line: Line, k: int) -> tuple[list[tuple[int, int]], int, int]:
    """The names in a row behind a joining word at token k, where a day and no verb of their own follows."""
    i = k + 1
    while line.low(i) in _LED:
        i += 1
    names: list[tuple[int, int]] = []
    while True:
        end = capitals(line, i)
        while end > i and line.low(end) in ("-", "–") and capitals(line, end + 1) > end + 1:
            end = capitals(line, end + 1)
        if end == i or line.covered(i, *_NO_NAME) or ((known := line.covered(i)) and known.form == "capital"):
            return [], k, k
        names.append((i, end))
        i = end + (line.low(end) in (",", "and"))
        i += line.low(i) == "and"
        if i == end or not line.tokens[min(i, len(line.tokens) - 1)].capital:
            break
    i = names[-1][1] + (line.low(names[-1][1]) in _HEADS)
    followed = line.low(i) in _FOLLOWED
    i += followed
    while line.low(i) in _BEFORE_A_DAY:
        i += 1
    day = next((n for n in range(i, min(i + 1 + 4 * followed, len(line.tokens))) if line.covered(n, "date")), None)
    if day is None:
        return ([], k, k) if not followed else (names, i, i)
    date = line.covered(day)
    while day < len(line.tokens) and line.covered(day) is date:
        day += 1
    return names, day, day


def _thing(line: Line, first: int, end: int, model: Mention, count: int) -> Mention:
    span = line.slice(first, end)
    return Mention(
        "crossing", span, line.words(first, end), model.states, model.antecedents, attributes={"count": count}
    )
