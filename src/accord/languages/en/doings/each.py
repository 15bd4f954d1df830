"""One verb for several things, each with a day of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accord.languages.en.doings.act import Act
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["dated_each"]


def dated_each(line: Line, act: Act) -> Iterator[Act]:
    """An act as several, where each of its things is told with its own date ("A resumed on 3 May and B on 5 June"; "A and B were
    shut on 3 May and 5 June respectively"); else as it is."""
    if len(act.things) < 2:
        yield act
        return
    low, high = line.tokens[act.left].start, line.tokens[act.right - 1].end
    dates = [d for d in line.dates if d.period and not line.term(d) and low <= d.span.start < high]
    things = sorted(act.things, key=lambda t: _place(line, t))
    if "respectively" in line.lows(act.left, act.right) and len(dates) == len(things):
        yield from (replace(act, things=[t], own=d) for t, d in zip(things, dates, strict=True))
        return
    groups = _groups(line, things, dates)
    if len(groups) < 2:
        yield act
        return
    yield from (replace(act, things=told, own=date) for told, date in groups)


def _place(line: Line, thing: Mention) -> int:
    """Where a thing is told: a link by its last end."""
    ends = [s.start for s in thing.antecedents if s in line.span] if thing.type == "transport" else []
    return max([thing.span.start, *ends])


def _groups(line: Line, things: list[Mention], dates: list[Mention]) -> list[tuple[list[Mention], Mention]]:
    """The things before each date, or after each where a date comes first; none unless each date has things."""
    order = sorted([*((_place(line, t), t) for t in things), *((d.span.start, d) for d in dates)], key=lambda p: p[0])
    told = [mention for _, mention in order]
    if told and told[0] in dates:
        told.reverse()
    groups: list[tuple[list[Mention], Mention]] = []
    open_things: list[Mention] = []
    for mention in told:
        if mention not in dates:
            open_things.append(mention)
        elif not open_things:
            return []
        else:
            groups.append((open_things, mention))
            open_things = []
    return [] if open_things else groups
