"""The trade chart: a Vega-Lite specification and, through vl-convert, its SVG and PNG. Nothing is fetched."""

from __future__ import annotations

import re
from typing import Any

from accord.brief.model import Brief, Chart

__all__ = ["chart_of", "png", "specification", "svg"]

_MILLION = 1e6
_COLOURS = {"year": "#2f5d8a", "part": "#8fb0cf", "target": "#b0643c"}
_ID = re.compile(r'(\bid="|url\(#|href="#)([A-Za-z][\w-]*)')


def chart_of(brief: Brief) -> Chart | None:
    """The first chart of a brief."""
    return next((s.chart for s in brief.sections if s.chart), None)


def specification(chart: Chart, words: dict[str, str] | None = None) -> dict[str, Any]:
    """The chart as Vega-Lite: a bar for each period, lighter for a part of a year, the target as its own bar with a
    dashed line across."""
    large = max(b.value for b in chart.bars) >= _MILLION
    unit = chart.unit + (f" {(words or {}).get('million', 'million')}" if large else "")
    rows = [
        {
            "label": b.label,
            "value": b.value / _MILLION if large else b.value,
            "shown": b.shown,
            "sort": i,
            "sort_of": _sort(b),
        }
        for i, b in enumerate(chart.bars)
    ]
    x = {
        "field": "label",
        "type": "nominal",
        "sort": {"field": "sort"},
        "title": None,
        "axis": {"labelAngle": 0, "labelLimit": 140},
    }
    y = {"field": "value", "type": "quantitative", "title": unit or None, "axis": {"tickCount": 5, "grid": True}}
    colour = {
        "field": "sort_of", "type": "nominal", "legend": None,
        "scale": {"domain": list(_COLOURS), "range": list(_COLOURS.values())},
    }  # fmt: skip
    layers: list[dict[str, Any]] = [
        {"mark": {"type": "bar", "size": 34}, "encoding": {"x": x, "y": y, "color": colour}},
        {
            "mark": {"type": "text", "dy": -7, "fontSize": 11, "limit": 150},
            "encoding": {"x": x, "y": y, "text": {"field": "shown"}},
        },
    ]
    if any(b.target for b in chart.bars):
        rule = {"type": "rule", "strokeDash": [5, 4], "color": _COLOURS["target"], "strokeWidth": 1.2}
        layers.append({"transform": [{"filter": "datum.sort_of === 'target'"}], "mark": rule, "encoding": {"y": y}})
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": max(300, min(600, 120 * len(rows))),
        "height": 170,
        "background": None,
        "data": {"values": rows},
        "layer": layers,
        "config": {
            "font": "Liberation Sans, Arial, Helvetica, sans-serif",
            "view": {"stroke": None},
            "axis": {
                "domainColor": "#888888",
                "gridColor": "#8888883a",
                "tickColor": "#888888",
                "labelFontSize": 11,
                "titleFontSize": 11,
                "titleFontWeight": "normal",
            },
        },
    }


def _sort(bar: Any) -> str:
    return "target" if bar.target else "part" if bar.part else "year"


def svg(chart: Chart) -> str:
    """The chart as SVG, the same for the same figures."""
    import vl_convert

    text: str = vl_convert.vegalite_to_svg(specification(chart), vl_version="5.20")
    names: dict[str, str] = {}
    return _ID.sub(lambda m: m[1] + names.setdefault(m[2], f"chart-{len(names)}"), text)


def png(chart: Chart) -> bytes:
    """The chart as PNG, for Word."""
    import vl_convert

    specified = {**specification(chart), "background": "white"}
    data: bytes = vl_convert.vegalite_to_png(specified, vl_version="5.20", scale=2.5)
    return data
