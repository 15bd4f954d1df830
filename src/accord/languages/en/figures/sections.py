"""What a heading leaves to its section: the two states that it names are those that its figures are about."""

from __future__ import annotations

from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.words import Context, Page

__all__ = ["sections"]

_JOINED = re.compile(r"(?:[\s\d.()/–—&+⇄↔→·:|,-]|\b(?:and|with|vs|the)\b)*", re.IGNORECASE)
_HEADS = frozenset({"heading", "headline"})


def sections(page: Page) -> list[Page]:
    """For each sentence the page as its section has it."""
    found, current = [], page
    for index, line in enumerate(page.lines):
        if line.kind in _HEADS and index:
            pair = _pair(page, index)
            current = page if pair is None or set(pair[0]) == set(page.pair[:2]) else _turned(page, pair)
        found.append(current)
    return found


def _pair(page: Page, index: int) -> tuple[tuple[str, ...], tuple[Span, ...]] | None:
    """The two states of a heading that is made of them alone: "Peru / Bolivia"."""
    line = page.lines[index]
    states = [m for m in page.here[index] if m.type == "state" and len(m.states) == 1]
    if len(states) != 2 or states[0].states == states[1].states:
        return None
    rest = line.own
    for mention in reversed(states):
        rest = rest[: mention.span.start - line.span.start] + rest[mention.span.end - line.span.start :]
    return (tuple(m.states[0] for m in states), tuple(m.span for m in states)) if _JOINED.fullmatch(rest) else None


def _turned(page: Page, pair: tuple[tuple[str, ...], tuple[Span, ...]]) -> Page:
    """The page with the states of a section, that takes nothing from the section before."""
    old = page.context
    return replace(
        page, pair=pair[0], pair_spans=pair[1], context=Context(home=old.home, flight=old.flight, relations=True)
    )
