"""Pictures of what the record says, as Vega-Lite, SVG or PNG: the timeline of a dyad, the course of its relations, its
turnover, and a figure promised beside its series.

Nothing is fetched; the same facts give the same picture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from accord.analysis.course import Span
from accord.analysis.targets import Progress
from accord.analysis.timeline import STANDINGS, Moment
from accord.errors import UsageError
from accord.values import Period

__all__ = [
    "Bar",
    "course_picture",
    "png_of",
    "small",
    "svg_of",
    "target_picture",
    "timeline_picture",
    "turnover_picture",
    "write_picture",
]

_FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_COLOURS = {
    "happened": "#2f5d8a", "planned": "#8fb0cf", "lapsed": "#b9b9b9", "called-off": "#b0643c", "denied": "#7a3b3b",
}  # fmt: skip
_CONFIG: dict[str, Any] = {
    "font": _FONT,
    "view": {"stroke": None},
    "axis": {"domainColor": "#888888", "gridColor": "#8888883a", "tickColor": "#888888", "titleFontWeight": "normal"},
}
_WIDTH = 760
_BLUE, _PALE, _ORANGE, _INK = "#2f5d8a", "#8fb0cf", "#b0643c", "#333333"
_ID = re.compile(r'(\bid="|url\(#|href="#)([A-Za-z][\w-]*)')
_SCALES = ((1e9, "billion"), (1e6, "million"))
_YEARS = (364, 365)  # days from the first to the last of a year
_STEPS = 24  # points of the curve of growth


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure of a time: the time's words, the number, the number's words; `part` for less than a year."""

    label: str
    value: float
    shown: str
    part: bool = False


def timeline_picture(moments: Sequence[Moment]) -> dict[str, Any]:
    """A bar from the first to the last day that each thing may have been, a dot for a single day; rows by kind."""
    told = [m for m in moments if not m.period.open]
    rows = [
        {
            "kind": m.record.kind,
            "first": m.period.first.isoformat(),
            "last": _after(m.period.last),
            "day": m.period.first == m.period.last,
            "standing": m.standing,
            "what": m.title or m.record.kind,
            "date": str(m.period),
        }
        for m in told
    ]
    colour = {
        "field": "standing", "type": "nominal", "title": None, "legend": {"orient": "top"},
        "scale": {"domain": list(STANDINGS), "range": [_COLOURS[s] for s in STANDINGS]},
    }  # fmt: skip
    y = {"field": "kind", "type": "nominal", "title": None, "sort": "ascending"}
    x = {"field": "first", "type": "temporal", "title": None}
    tips = [{"field": name} for name in ("date", "kind", "what", "standing")]
    return _specification(
        rows,
        [
            {
                "transform": [{"filter": "!datum.day"}],
                "mark": {"type": "bar", "height": 7, "opacity": 0.55},
                "encoding": {"x": x, "x2": {"field": "last"}, "y": y, "color": colour, "tooltip": tips},
            },
            {
                "transform": [{"filter": "datum.day"}],
                "mark": {"type": "point", "filled": True, "size": 55},
                "encoding": {"x": x, "y": y, "color": colour, "tooltip": tips},
            },
        ],
        {"step": 24},
    )


def course_picture(spans: Sequence[Span]) -> dict[str, Any]:
    """A bar for the balance of each month or year, its interval as a line, and how many facts it rests on."""
    rows = [
        {
            "time": s.label,
            "balance": s.balance,
            "low": s.low if s.low is not None else s.balance,
            "high": s.high if s.high is not None else s.balance,
            "facts": f"{len(s.facts)}",
            "side": "cooperation" if s.balance >= 0 else "conflict",
            "at": max(s.balance, s.high or 0.0, 0.0),
        }
        for s in spans
    ]
    x = {"field": "time", "type": "ordinal", "title": None, "axis": {"labelAngle": -45 if len(rows) > 8 else 0}}
    y = {"field": "balance", "type": "quantitative", "title": "mean PLOVER score", "scale": {"domain": [-10, 10]}}
    colour = {
        "field": "side", "type": "nominal", "legend": None,
        "scale": {"domain": ["cooperation", "conflict"], "range": [_BLUE, _ORANGE]},
    }  # fmt: skip
    return _specification(
        rows,
        [
            {"mark": {"type": "bar", "size": 16}, "encoding": {"x": x, "y": y, "color": colour}},
            {
                "mark": {"type": "rule", "color": _INK},
                "encoding": {"x": x, "y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}},
            },
            {
                "mark": {"type": "text", "dy": -8, "fontSize": 10},
                "encoding": {"x": x, "y": {"field": "at", "type": "quantitative"}, "text": {"field": "facts"}},
            },
        ],
        240,
    )


def turnover_picture(bars: Sequence[Bar], unit: str) -> dict[str, Any]:
    """A bar for each time, lighter for a part of a year."""
    size, name = _scale(max(b.value for b in bars))
    rows = [
        {"label": b.label, "value": b.value / size, "shown": b.shown, "order": i, "part": b.part}
        for i, b in enumerate(bars)
    ]
    axis = {"labelAngle": 0, "labelLimit": 140}
    x = {"field": "label", "type": "nominal", "sort": {"field": "order"}, "title": None, "axis": axis}
    y = {"field": "value", "type": "quantitative", "title": f"{unit} {name}".strip(), "axis": {"tickCount": 5}}
    colour = {"condition": {"test": "datum.part", "value": _PALE}, "value": _BLUE}
    return _specification(
        rows,
        [
            {"mark": {"type": "bar", "size": 34}, "encoding": {"x": x, "y": y, "color": colour}},
            {
                "mark": {"type": "text", "dy": -7, "fontSize": 11, "limit": 150},
                "encoding": {"x": x, "y": y, "text": {"field": "shown"}},
            },
        ],
        240,
    )


def target_picture(towards: Progress, shown: Sequence[str], target: str, needs: str) -> dict[str, Any]:
    """A series with its figures in words (`shown`), the target with its words, and, dashed, the growth that is needed
    from the latest figure to it."""
    size, name = _scale(max(float(towards.target), *(float(p.value) for p in towards.series)))
    rows: list[dict[str, Any]] = [
        {"sort": "series", "time": _at(p.period).isoformat(), "value": float(p.value) / size, "words": words}
        for p, words in zip(towards.series, shown, strict=True)
    ]
    latest, due = towards.latest, towards.due
    if due is not None and towards.required_growth is not None:
        first, last = _at(latest.period), _at(due)
        rows += [
            {
                "sort": "needed",
                "time": (first + timedelta(days=(last - first).days * i // _STEPS)).isoformat(),
                "value": float(latest.value) * (float(towards.target) / float(latest.value)) ** (i / _STEPS) / size,
                "words": needs if i == _STEPS // 2 else "",
            }
            for i in range(_STEPS + 1)
        ]
    goal = _at(due or latest.period).isoformat()
    rows.append({"sort": "target", "time": goal, "value": float(towards.target) / size, "words": target})
    x = {"field": "time", "type": "temporal", "title": None, "axis": {"tickCount": "year", "format": "%Y"}}
    top = 1.15 * max(row["value"] for row in rows)
    scale, axis = {"domain": [0, top], "nice": False}, {"tickCount": 5}
    y = {
        "field": "value",
        "type": "quantitative",
        "title": f"{towards.unit} {name}".strip(),
        "scale": scale,
        "axis": axis,
    }
    label = {"type": "text", "fontSize": 11, "limit": 260}
    above = towards.falling or float(towards.latest.value) < float(towards.target) / 5
    return _specification(
        rows,
        [
            _of("needed", {"type": "line", "strokeDash": [5, 4], "color": _ORANGE, "strokeWidth": 1.4}, x, y),
            _of(
                "series", {"type": "line", "color": _BLUE, "point": {"filled": True, "size": 60, "color": _BLUE}}, x, y
            ),
            _of("target", {"type": "point", "filled": True, "shape": "diamond", "size": 90, "color": _ORANGE}, x, y),
            _of("series", {**label, "align": "left", "dx": 6, "dy": -9 if above else 15}, x, y, text=True),
            _of("target", {**label, "align": "right", "dx": 6, "dy": -12}, x, y, text=True),
            _of("needed", {**label, "align": "right", "dx": -9, "dy": -5, "color": _ORANGE}, x, y, text=True),
        ],
        240,
    )


def _at(period: Period) -> date:
    """Where a figure stands on the axis: at the year's own mark for a whole year, else at its last day."""
    return period.first if period.length.days in _YEARS else period.last


def _of(sort: str, mark: dict[str, Any], x: Any, y: Any, text: bool = False) -> dict[str, Any]:
    """A layer of one sort of rows."""
    encoding = {"x": x, "y": y} | ({"text": {"field": "words"}} if text else {})
    return {"transform": [{"filter": f"datum.sort === '{sort}'"}], "mark": mark, "encoding": encoding}


def _scale(most: float) -> tuple[float, str]:
    """What figures are divided by, and its name."""
    return next(((size, name) for size, name in _SCALES if abs(most) >= size), (1.0, ""))


def small(specification: Mapping[str, Any], width: int = 470, height: int = 130) -> dict[str, Any]:
    """A picture as it stands in a page: smaller, and on the page's own ground."""
    return {**specification, "width": width, "height": height, "background": None}


def _specification(rows: Sequence[dict[str, Any]], layers: Sequence[dict[str, Any]], height: Any) -> dict[str, Any]:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": _WIDTH,
        "height": height,
        "background": "white",
        "data": {"values": list(rows)},
        "layer": list(layers),
        "config": _CONFIG,
    }


def _after(day: date) -> str:
    return date.fromordinal(min(day.toordinal() + 1, date.max.toordinal())).isoformat()


def svg_of(specification: Mapping[str, Any], name: str = "picture") -> str:
    """The picture as SVG, the same for the same facts; its ids begin with the name, so that several stand in a page."""
    import vl_convert

    text: str = vl_convert.vegalite_to_svg(dict(specification), vl_version="5.20")
    names: dict[str, str] = {}
    return _ID.sub(lambda m: m[1] + names.setdefault(m[2], f"{name}-{len(names)}"), text)


def png_of(specification: Mapping[str, Any], scale: float = 2) -> bytes:
    """The picture as PNG, on white."""
    import vl_convert

    data: bytes = vl_convert.vegalite_to_png({**specification, "background": "white"}, vl_version="5.20", scale=scale)
    return data


def write_picture(specification: dict[str, Any], path: Path) -> None:
    """The picture as .svg, .png, or .json (its specification). Raises UsageError for another ending."""
    import json

    suffix = path.suffix.lower()
    if suffix == ".svg":
        path.write_text(svg_of(specification), encoding="utf-8")
    elif suffix == ".png":
        path.write_bytes(png_of(specification))
    elif suffix == ".json":
        path.write_text(json.dumps(specification, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    else:
        raise UsageError(f"no picture is written as {suffix or path.name}", "end it in .svg, .png or .json")
