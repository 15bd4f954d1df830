"""The course of relations: a bar for the balance of each month or year, its interval, and how many facts it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from accord.analysis.course import Span
from accord.gazetteer import display
from accord.pictures.picture import LIGHT, WIDE, Picture, Table, Theme, specification
from accord.pictures.times import recent
from accord.values import Period

__all__ = ["HEADER", "course_picture"]

HEADER = ("time", "balance", "low", "high", "cooperation", "conflict", "facts", "sources")
_HEIGHT = 240  # pixels
_MOST = 10  # PLOVER scores run from minus this to this
_AXIS = 45  # pixels left of the bars
_ROOM = 18.0  # pixels of a bar that a number stands on
_INSET = 0.12  # of a time, free on each side of its bar


def course_picture(
    spans: Sequence[Span], states: Sequence[str] = (), *, theme: Theme = LIGHT, width: int = WIDE
) -> Picture:
    """The balance of each time, from -10 to 10, where it lies in time: what is empty was not told of."""
    early = recent([_days(s)[0] for s in spans])
    shown = spans[early:]
    rows = [_bar(s, theme) for s in shown]
    drawn = specification(
        theme, width - _AXIS, _HEIGHT, list(_layers(rows, _number_fits(shown, width), theme)) if rows else [],
        data={"values": rows},
    )  # fmt: skip
    return Picture(
        " and ".join(map(display, states)) + ": the course of relations" if states else "The course of relations",
        _description(shown, early),
        drawn,
        Table(HEADER, tuple(_row(s) for s in spans)),
    )


def _row(s: Span) -> tuple[str | int | float | None, ...]:
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
    return text + (f" {early} earlier times are in the table alone." if early else "")


def _days(s: Span) -> tuple[date, date]:
    period = Period.parse(s.label)
    return period.first, period.last


def _number_fits(shown: Sequence[Span], width: int) -> bool:
    first, last = _days(shown[0])[0], _days(shown[-1])[1]
    one = max((b - a).days + 1 for a, b in map(_days, shown))
    return (width - _AXIS) * one / ((last - first).days + 1) >= _ROOM


def _bar(s: Span, theme: Theme) -> dict[str, Any]:
    first, last = _days(s)
    days = (last - first).days + 1
    return {
        "first": (first + timedelta(days=round(days * _INSET))).isoformat(),
        "middle": (first + timedelta(days=days // 2)).isoformat(),
        "last": (last - timedelta(days=round(days * _INSET))).isoformat(),
        "balance": s.balance,
        "zero": 0,
        "low": s.balance if s.low is None else s.low,
        "high": s.balance if s.high is None else s.high,
        "facts": str(len(s.facts)),
        "colour": theme.cooperation if s.balance > 0 else theme.conflict if s.balance < 0 else theme.even,
    }


def _layers(rows: Sequence[dict[str, Any]], numbers: bool, theme: Theme) -> Iterator[dict[str, Any]]:
    x = {
        "field": "middle",
        "type": "temporal",
        "title": None,
        "axis": {"grid": False, "labelFlush": True, "labelOverlap": True},
    }
    scale = {"domain": [-_MOST, _MOST], "nice": False}
    grid = {"values": [-10, -5, 0, 5, 10], "gridColor": theme.line, "gridOpacity": 0.3, "format": "+d", "offset": 4}
    y = {"field": "balance", "type": "quantitative", "title": "mean PLOVER score", "scale": scale, "axis": grid}
    yield {
        "mark": {"type": "bar", "opacity": 0.8},
        "encoding": {
            "x": {**x, "field": "first"},
            "x2": {"field": "last"},
            "y": y,
            "y2": {"field": "zero"},
            "color": {"field": "colour", "type": "nominal", "scale": None},
        },
    }
    yield {"mark": {"type": "rule", "color": theme.line}, "encoding": {"y": {"datum": 0}}}
    between = {**y, "field": "low"}
    yield {
        "transform": [{"filter": "datum.low < datum.high"}],
        "mark": {"type": "rule", "color": theme.ink, "strokeWidth": 1.2},
        "encoding": {"x": x, "y": between, "y2": {"field": "high"}},
    }
    for end in ("low", "high"):
        yield {
            "transform": [{"filter": "datum.low < datum.high"}],
            "mark": {"type": "tick", "color": theme.ink, "size": 7, "thickness": 1.2, "orient": "horizontal"},
            "encoding": {"x": x, "y": {**y, "field": end}},
        }
    if numbers:
        yield {
            "mark": {"type": "text", "fontSize": 10, "color": theme.soft, "baseline": "bottom", "dy": -4},
            "encoding": {"x": x, "y": {"datum": -_MOST}, "text": {"field": "facts"}},
        }
