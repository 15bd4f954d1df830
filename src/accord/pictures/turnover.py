"""A figure by time as bars: trade turnover of years, and of parts of years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.pictures.figures import scale_of
from accord.pictures.picture import LIGHT, WIDE, Picture, Table, Theme, specification

__all__ = ["Bar", "turnover_picture"]

_HEIGHT = 240  # pixels


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure of a time: the time's words, the number, the number's words; `part` for less than a year."""

    label: str
    value: float
    shown: str
    part: bool = False


def turnover_picture(bars: Sequence[Bar], unit: str, title: str = "Turnover", *, theme: Theme = LIGHT) -> Picture:
    """A bar for each time, lighter for a part of a year."""
    size, name = scale_of(max(b.value for b in bars))
    rows = [
        {"label": b.label, "value": b.value / size, "shown": b.shown, "order": i, "part": b.part}
        for i, b in enumerate(bars)
    ]
    x = {
        "field": "label", "type": "nominal", "sort": {"field": "order"}, "title": None,
        "axis": {"labelAngle": 0, "labelLimit": 140},
    }  # fmt: skip
    axis = {"tickCount": 5, "gridColor": theme.line, "gridOpacity": 0.3}
    y = {"field": "value", "type": "quantitative", "title": f"{unit} {name}".strip(), "axis": axis}
    faint = {"condition": {"test": "datum.part", "value": 0.5}, "value": 1}
    drawn = specification(
        theme, WIDE, _HEIGHT,
        [
            {"mark": {"type": "bar", "size": 34, "color": theme.cooperation}, "encoding": {"x": x, "y": y, "opacity": faint}},
            {
                "mark": {"type": "text", "dy": -7, "fontSize": 11, "limit": 150, "color": theme.ink},
                "encoding": {"x": x, "y": y, "text": {"field": "shown"}},
            },
        ],
        data={"values": rows},
    )  # fmt: skip
    told = ", ".join(f"{b.shown} ({b.label})" for b in bars)
    return Picture(
        title, f"Bars: {told}.", drawn, Table(("time", "value", "unit"), tuple((b.label, b.value, unit) for b in bars))
    )
