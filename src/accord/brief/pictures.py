"""Pictures of what the record says: the timeline of a dyad and the course of its relations, as Vega-Lite, SVG or PNG.

Nothing is fetched; the same facts give the same picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from accord.analysis.course import Span
from accord.analysis.timeline import STANDINGS, Moment
from accord.errors import UsageError

__all__ = ["course_picture", "svg_of", "timeline_picture", "write_picture"]

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
        "scale": {"domain": ["cooperation", "conflict"], "range": ["#2f5d8a", "#b0643c"]},
    }  # fmt: skip
    return _specification(
        rows,
        [
            {"mark": {"type": "bar", "size": 16}, "encoding": {"x": x, "y": y, "color": colour}},
            {
                "mark": {"type": "rule", "color": "#333333"},
                "encoding": {"x": x, "y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}},
            },
            {
                "mark": {"type": "text", "dy": -8, "fontSize": 10},
                "encoding": {"x": x, "y": {"field": "at", "type": "quantitative"}, "text": {"field": "facts"}},
            },
        ],
        240,
    )


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


def svg_of(specification: dict[str, Any]) -> str:
    """The picture as SVG."""
    import vl_convert

    text: str = vl_convert.vegalite_to_svg(specification, vl_version="5.20")
    return text


def write_picture(specification: dict[str, Any], path: Path) -> None:
    """The picture as .svg, .png, or .json (its specification). Raises UsageError for another ending."""
    import json

    suffix = path.suffix.lower()
    if suffix == ".svg":
        path.write_text(svg_of(specification), encoding="utf-8")
    elif suffix == ".png":
        import vl_convert

        path.write_bytes(vl_convert.vegalite_to_png(specification, vl_version="5.20", scale=2))
    elif suffix == ".json":
        path.write_text(json.dumps(specification, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    else:
        raise UsageError(f"no picture is written as {suffix or path.name}", "end it in .svg, .png or .json")
