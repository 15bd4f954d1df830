"""The course of relations: a bar for the balance of each month or year, its interval, and how many facts it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from accord.analysis.course import Span
from accord.gazetteer import display
from accord.pictures.picture import LIGHT, WIDE, Picture, Table, Theme, specification
from accord.values import Period

__all__ = ["HEADER", "course_picture"]

HEADER = ("time", "balance", "low", "high", "cooperation", "conflict", "facts", "sources")
_HEIGHT = 240  # pixels
_MOST = 10  # PLOVER scores run from minus this to this
_FOOT = 1.6  # beneath them, for the numbers of facts
_AXIS = 45  # pixels left of the bars
_NARROWEST, _NUMBERED = 10, 18  # pixels of a bar at least; of one that a number stands at
_UPRIGHT = 56  # pixels of a bar whose words stand level
_SIGNED = "datum.value > 0 ? '+' + datum.value : datum.value < 0 ? '−' + -datum.value : '0'"


def course_picture(
    spans: Sequence[Span], states: Sequence[str] = (), *, theme: Theme = LIGHT, width: int = WIDE
) -> Picture:
    """The balance of each time that is told of, from -10 to 10, as many of the latest as there is room for; dots stand
    for times between of which nothing is told."""
    shown = spans[-((width - _AXIS) // _NARROWEST // 2) :]  # each may have a gap before it
    rows = list(_rows(shown, theme))
    drawn = specification(
        theme, width - _AXIS, _HEIGHT, list(_layers(len(rows), width, theme)) if rows else [], data={"values": rows}
    )
    return Picture(
        " and ".join(map(display, states)) + ": the course of relations" if states else "The course of relations",
        _description(shown, len(spans) - len(shown)),
        drawn,
        Table(HEADER, tuple(_numbers(s) for s in spans)),
    )


def _numbers(s: Span) -> tuple[str | int | float | None, ...]:
    return s.label, s.balance, s.low, s.high, s.cooperation, s.conflict, len(s.facts), s.sources


def _description(shown: Sequence[Span], early: int) -> str:
    if not shown:
        return "No dated facts."
    last, facts = shown[-1], sum(len(s.facts) for s in shown)
    text = (
        f"The mean PLOVER score, from -10 (conflict) to 10 (cooperation), of {facts} facts from {shown[0].label} to "
        f"{last.label}; the last: {last.balance:+.1f}"
    )
    text += (
        f", interval {last.low:+.1f} to {last.high:+.1f}." if last.low is not None and last.high is not None else "."
    )
    return text + (f" Earlier times, not drawn: {early}." if early else "")


def _rows(shown: Sequence[Span], theme: Theme) -> Iterator[dict[str, Any]]:
    """A row for each time, and one for each gap between two."""
    before = None
    for number, s in enumerate(shown):
        period = Period.parse(s.label)
        if before is not None and period.first - before > timedelta(days=1):
            yield {"time": " " * number, "gap": "⋯", "facts": "", "balance": 0, "low": 0, "high": 0}
        before = period.last
        yield {
            "time": s.label,
            "gap": "",
            "balance": s.balance,
            "low": s.balance if s.low is None else s.low,
            "high": s.balance if s.high is None else s.high,
            "facts": str(len(s.facts)),
            "colour": theme.cooperation if s.balance > 0 else theme.conflict if s.balance < 0 else theme.even,
        }


def _layers(bars: int, width: int, theme: Theme) -> Iterator[dict[str, Any]]:
    room = (width - _AXIS) / bars
    words = {"labelAngle": 0 if room >= _UPRIGHT else -45, "labelOverlap": True, "grid": False}
    x = {"field": "time", "type": "ordinal", "sort": None, "title": None, "axis": words, "scale": {"padding": 0.25}}
    scale = {"domain": [-_MOST - _FOOT, _MOST], "nice": False}
    grid = {
        "values": [-10, -5, 0, 5, 10],
        "gridColor": theme.line,
        "gridOpacity": 0.3,
        "labelExpr": _SIGNED,
        "offset": 4,
    }
    y = {"field": "balance", "type": "quantitative", "title": "mean PLOVER score", "scale": scale, "axis": grid}
    colour = {"field": "colour", "type": "nominal", "scale": None}
    between = {"transform": [{"filter": "datum.low < datum.high"}]}
    cap = {"type": "tick", "color": theme.ink, "size": 7, "thickness": 1.2, "orient": "horizontal"}
    text = {"type": "text", "fontSize": 10, "color": theme.soft, "baseline": "bottom", "dy": -1}
    yield {
        "mark": {"type": "bar", "opacity": 0.8, "width": {"band": 1} if room < _UPRIGHT else 42},
        "encoding": {"x": x, "y": y, "color": colour},
    }
    yield {"mark": {"type": "rule", "color": theme.line}, "encoding": {"y": {"datum": 0}}}
    yield {
        **between,
        "mark": {"type": "rule", "color": theme.ink},
        "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}},
    }
    for end in ("low", "high"):
        yield {**between, "mark": cap, "encoding": {"x": x, "y": {**y, "field": end}}}
    yield {"mark": text | {"fontSize": 13}, "encoding": {"x": x, "y": {"datum": 0}, "text": {"field": "gap"}}}
    if room >= _NUMBERED:
        yield {"mark": text, "encoding": {"x": x, "y": {"datum": -_MOST - _FOOT}, "text": {"field": "facts"}}}
