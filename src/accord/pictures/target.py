"""A figure that was promised, beside its series: what was reached, the target, and, dashed, the growth needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from accord.analysis.commitments import Commitment
from accord.analysis.targets import Progress
from accord.pictures.figures import scale_of
from accord.pictures.picture import LIGHT, WIDE, Cell, Picture, Table, Theme, specification
from accord.values import Period

__all__ = ["HEADER", "Captions", "target_picture"]

HEADER = ("sort", "time", "value", "unit", "required_growth", "id")
_HEIGHT = 240  # pixels
_AXIS = 45  # pixels left of the lines
_YEARS = (364, 365)  # days from the first to the last of a year
_STEPS = 24  # points of the curve of growth


@dataclass(frozen=True, slots=True)
class Captions:
    """The words of the picture: its title, each figure of the series, the target, the growth needed."""

    title: str
    series: tuple[str, ...]
    target: str
    needs: str


def target_picture(line: Commitment, words: Captions, *, theme: Theme = LIGHT, width: int = WIDE) -> Picture:
    """The series of a promised figure, the target, and the growth needed from the latest figure to it. Raises ValueError
    for a promise without a series."""
    towards = line.progress
    if towards is None:
        raise ValueError(f"{line.record.id} has no series")
    size, name = scale_of(max(float(towards.target), *(float(p.value) for p in towards.series)))
    rows = list(_points(towards, words, size))
    top = 1.15 * max(row["value"] for row in rows)
    unit = f"{towards.unit} {name}".strip()
    drawn = specification(
        theme, width - _AXIS, _HEIGHT, list(_layers(towards, top, unit, theme, width)), data={"values": rows}
    )
    told = ", ".join(f"{shown} ({p.period})" for shown, p in zip(words.series, towards.series, strict=True))
    about = f"{told}; the target: {words.target}{'; ' + words.needs if words.needs else ''}."
    return Picture(words.title, about, drawn, Table(HEADER, tuple(_rows(line, towards))))


def _rows(line: Commitment, towards: Progress) -> Iterator[tuple[Cell, ...]]:
    for p in towards.series:
        yield "series", str(p.period), p.value, towards.unit, None, p.record
    due = str(towards.due) if towards.due else None
    yield "target", due, towards.target, towards.unit, towards.required_growth, line.record.id


def _points(towards: Progress, words: Captions, size: float) -> Iterator[dict[str, Any]]:
    for p, shown in zip(towards.series, words.series, strict=True):
        yield {"sort": "series", "time": _at(p.period).isoformat(), "value": float(p.value) / size, "words": shown}
    latest, due = towards.latest, towards.due
    if due is not None and towards.required_growth is not None:
        first, last = _at(latest.period), _at(due)
        for i in range(_STEPS + 1):
            yield {
                "sort": "needed",
                "time": (first + timedelta(days=(last - first).days * i // _STEPS)).isoformat(),
                "value": float(latest.value) * (float(towards.target) / float(latest.value)) ** (i / _STEPS) / size,
                "words": words.needs if i == _STEPS * 3 // 4 else "",
            }
    goal = _at(due or latest.period).isoformat()
    yield {"sort": "target", "time": goal, "value": float(towards.target) / size, "words": words.target}


def _at(period: Period) -> date:
    """Where a figure stands on the axis: at the year's own mark for a whole year, else at its last day."""
    return period.first if period.length.days in _YEARS else period.last


def _layers(towards: Progress, top: float, unit: str, theme: Theme, width: int) -> Iterator[dict[str, Any]]:
    years = {
        "tickCount": {"interval": "year", "step": 1},
        "format": "%Y",
        "grid": False,
        "labelFlush": False,
        "offset": 6,
    }
    x = {"field": "time", "type": "temporal", "title": None, "axis": years}
    grid = {"tickCount": 5, "gridColor": theme.line, "gridOpacity": 0.3}
    y = {
        "field": "value",
        "type": "quantitative",
        "title": unit,
        "scale": {"domain": [0, top], "nice": False},
        "axis": grid,
    }
    line, mark = theme.cooperation, theme.conflict
    label = {"type": "text", "fontSize": 11, "limit": width // 2, "color": theme.ink}
    above = towards.falling or float(towards.latest.value) < float(towards.target) / 5
    dots = {"filled": True, "size": 60, "color": line}
    yield _of("needed", {"type": "line", "strokeDash": [5, 4], "color": mark, "strokeWidth": 1.4}, x, y)
    yield _of("series", {"type": "line", "color": line, "point": dots}, x, y)
    yield _of(
        "target", {"type": "point", "filled": True, "shape": "diamond", "size": 90, "color": mark, "opacity": 1}, x, y
    )
    yield _of("series", {**label, "align": "left", "dx": 6, "dy": -9 if above else 15}, x, y, text=True)
    yield _of("target", {**label, "align": "right", "dx": 6, "dy": -12}, x, y, text=True)
    yield _of("needed", {**label, "align": "right", "dx": -9, "dy": -5, "color": mark}, x, y, text=True)


def _of(sort: str, mark: dict[str, Any], x: Any, y: Any, text: bool = False) -> dict[str, Any]:
    """A layer of one sort of rows."""
    encoding = {"x": x, "y": y} | ({"text": {"field": "words"}} if text else {})
    return {"transform": [{"filter": f"datum.sort === '{sort}'"}], "mark": mark, "encoding": encoding}
