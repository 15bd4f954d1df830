"""A picture: what is drawn (Vega-Lite), its numbers as a table, and words for those who cannot see it.

Written as SVG with a title and a description inside (WAI-ARIA Graphics, role `img`), PNG, or JSON by vl-convert;
nothing is fetched, and the same facts give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any

from accord.errors import UsageError

__all__ = [
    "DARK",
    "FONT",
    "LIGHT",
    "NARROW",
    "PIXELS",
    "THEMES",
    "WIDE",
    "Cell",
    "Picture",
    "Table",
    "Theme",
    "png",
    "small",
    "specification",
    "svg",
    "write",
]

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_VEGA_LITE = "5.20"
WIDE, NARROW = 760, 340
"""Pixels across: on a desk, on a phone."""

PIXELS: dict[str, Any] = {a: {"field": a, "type": "quantitative", "scale": None, "axis": None} for a in ("x", "y")}
"""The encoding of rows whose `x` and `y` are pixels."""

_SCALE = 2  # pixels of a PNG for one of the picture

_NAMES = re.compile(r"""( id="|url\(#)((?:gradient_|clip)\d+)""")

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a picture: names of columns, and rows as long."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def records(self) -> list[dict[str, Cell]]:
        """The rows by the names of their columns."""
        return [dict(zip(self.header, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Picture:
    """A Vega-Lite specification with its title, a description in a sentence or two, and its numbers."""

    title: str
    description: str
    specification: dict[str, Any]
    table: Table


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours: `ground` behind all, `ink` and `soft` for words, `line` for strokes; of a map, `water`, `land`, the
    two states, what is disputed, and marks; of a balance, conflict, neither, cooperation."""

    ground: str
    ink: str
    soft: str
    line: str
    water: str
    land: str
    first: str
    second: str
    disputed: str
    mark: str
    conflict: str
    even: str
    cooperation: str


LIGHT = Theme(
    ground="#ffffff", ink="#1d2731", soft="#535d67", line="#8b949c", water="#eaf0f4", land="#f7f5f0", first="#c9d9ea",
    second="#ead8b7", disputed="#dddbd6", mark="#8a2f4a", conflict="#b0643c", even="#a3a9ae", cooperation="#2f5d8a",
)  # fmt: skip
DARK = Theme(
    ground="#12171c", ink="#e6eaee", soft="#adb7c0", line="#6f7a84", water="#182129", land="#262e35", first="#31506e",
    second="#63512f", disputed="#3b4146", mark="#f0a3b8", conflict="#e09a6f", even="#7d858c", cooperation="#7fb2e5",
)  # fmt: skip
THEMES = {"light": LIGHT, "dark": DARK}


def specification(theme: Theme, width: int, height: int, layers: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """A layered Vega-Lite specification in a theme; width and height in pixels."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width,
        "height": height,
        "background": theme.ground,
        "layer": layers,
        "config": {
            "aria": False,  # one title and description for the whole, none for each mark
            "font": FONT,
            "view": {"stroke": None},
            "mark": {"invalid": None},  # what has no balance is drawn all the same
            "axis": {
                "labelColor": theme.ink,
                "titleColor": theme.soft,
                "domain": False,
                "ticks": False,
                "titleFontWeight": "normal",
            },
            "legend": {"labelColor": theme.ink, "titleColor": theme.soft, "titleFontWeight": "normal"},
            "title": {"color": theme.soft, "fontWeight": "normal", "fontSize": 10},
        },
        **more,
    }


def small(picture: Picture, width: int = 470, height: int = 130, ground: str | None = None) -> Picture:
    """A chart as it stands in a brief: smaller, on a ground or (None) that of the page."""
    return replace(
        picture, specification={**picture.specification, "width": width, "height": height, "background": ground}
    )


def svg(picture: Picture) -> str:
    """The picture as SVG that says what it shows."""
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(picture.specification, vl_version=_VEGA_LITE)
    mark = hashlib.sha256(json.dumps(picture.specification).encode()).hexdigest()[:8]
    head, _, rest = _named(drawn, mark).partition(">")
    opened = f'{head} role="img" aria-labelledby="title-{mark}" aria-describedby="desc-{mark}">'
    title = f'<title id="title-{mark}">{escape(picture.title)}</title>'
    return f'{opened}{title}<desc id="desc-{mark}">{escape(picture.description)}</desc>{rest}'


def _named(drawn: str, mark: str) -> str:
    """The picture with Vega's own names, which count on from picture to picture, made its own: several may stand on one page."""
    names: dict[str, str] = {}

    def own(found: re.Match[str]) -> str:
        return found[1] + names.setdefault(found[2], f"part-{mark}-{len(names)}")

    return _NAMES.sub(own, drawn)


def png(picture: Picture, scale: float = _SCALE) -> bytes:
    """The picture as PNG, so many pixels for one."""
    import vl_convert

    drawn: bytes = vl_convert.vegalite_to_png(picture.specification, vl_version=_VEGA_LITE, scale=scale)
    return drawn


def write(picture: Picture, path: Path) -> None:
    """The picture as .svg, .png, or .json (its specification). Raises UsageError for another ending."""
    suffix = path.suffix.lower()
    if suffix == ".svg":
        path.write_text(svg(picture), encoding="utf-8")
    elif suffix == ".png":
        path.write_bytes(png(picture))
    elif suffix == ".json":
        text = json.dumps(picture.specification, ensure_ascii=False, indent=1)
        path.write_text(text + "\n", encoding="utf-8")
    else:
        raise UsageError(f"no picture is written as {suffix or path.name}", "end it in .svg, .png or .json")
