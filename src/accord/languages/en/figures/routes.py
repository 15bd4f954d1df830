"""Flights by the week, and the route that a count of flights or passengers is of."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.whose import About, held_at
from accord.languages.en.figures.words import Figure, Page, aimed_at, counted, kind_of
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import ordinal
from accord.languages.views import Mention
from accord.values import Amount

__all__ = ["flight_figures", "with_route"]

_ONCE = {"twice": 2, "thrice": 3}
_MOST = 60  # flights a week between two towns; more are those of a country


def flight_figures(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """ "Served two times per week", "will fly three times a week", "twice-weekly flights", "a third weekly service"."""
    line = page.lines[index]
    text, start, end = line.text, line.span.start, line.span.end
    if len(page.pair) < 2 or not (line.amounts or counted("often").search(text, start, end)):
        return
    if not _by_air(page, index):
        return
    for mention in line.amounts:
        rate = counted("by_week").match(text, mention.span.end, end) or _counted_by_week(line, mention)
        hit = counted("flights_hit").match(text, mention.span.end, end)
        if mention.span.start in taken or mention.amount is None or kind_of(mention) != "none":
            continue
        most = _MOST if mention.attributes.get("noun") else 10 * _MOST
        if (rate is None or mention.amount.value > most) and hit is None:
            continue
        taken.add(mention.span.start)
        yield _flights(page, index, mention)
    for match in counted("often").finditer(text, start, end):
        key = "n" if match["n"] else "nth"
        value, span = _ONCE.get(match[key].lower()) or ordinal(match[key]), Span(*match.span(key))
        if value:
            yield _flights(page, index, Mention("number", span, amount=Amount(value)))


def _counted_by_week(line: Line, mention: Mention) -> re.Match[str] | None:
    """ "Lifts the ceiling on flights from 42 to 70 per week", "Flights: 31 a week": flights told before their number."""
    if aimed_at(line.text, max(line.span.start, mention.span.start - 60), mention.span, line.span.end):
        return None
    named = counted("flights_before").search(line.text, line.span.start, mention.span.start)
    return counted("week").match(line.text, mention.span.end, line.span.end) if named else None


def _flights(page: Page, index: int, mention: Mention) -> Figure:
    figure = Figure("flights", mention.span, amount=mention, period=held_at(page, index, mention))
    states = page.pair[:2], page.pair_spans[:2]
    figure.about, figure.about_spans = with_route(page, index, states)
    return figure


def _by_air(page: Page, index: int) -> bool:
    """Whether a sentence, or one just before it, speaks of flying, and it of no train, bus or ship."""
    line = page.lines[index]
    if counted("buses").search(line.text, line.span.start, line.span.end):
        return False
    return any(
        counted("by_air").search(page.lines[at].text, page.lines[at].span.start, page.lines[at].span.end)
        for at in range(max(0, index - 3), index + 1)
    )


def with_route(page: Page, index: int, states: About) -> About:
    """The two ends of the link that a sentence names, or the last one named before it, with the two states."""
    for at in (index, *range(index - 1, -1, -1)):
        for link in page.here[at]:
            ends = link.attributes if link.type == "transport" else {}
            if "from" in ends and "to" in ends and ends["from"] not in states[0]:
                return (ends["from"], ends["to"], *states[0]), (link.span, link.span, *states[1])
    towns = _towns(page, index) or _towns(page, 0)
    if towns:
        return (*(_called(page, t) for t in towns), *states[0]), (*(t.span for t in towns), *states[1])
    return states


def _towns(page: Page, index: int) -> list[Mention]:
    """The two towns of a sentence, where it names two."""
    found: dict[str, Mention] = {}
    for m in page.here[index]:
        if (m.type == "place" and m.form == "city") or (m.type == "state" and m.form == "capital"):
            found.setdefault(_called(page, m), m)
    return list(found.values()) if len(found) == 2 else []


def _called(page: Page, town: Mention) -> str:
    return page.lines[0].text[town.span.start : town.span.end] if town.form == "capital" else town.name
