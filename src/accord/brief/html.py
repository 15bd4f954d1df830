"""The brief as one self-contained HTML file: no script is needed to read it, and nothing is fetched."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import Any

from accord.brief.model import Brief
from accord.brief.render import copies_line, left_groups
from accord.pictures import small, svg

__all__ = ["html"]


def _file(name: str) -> str:
    return resources.files("accord.brief").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _template() -> Any:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_file), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    return environment.get_template("brief.html.j2")


def _hash(text: str) -> str:
    """A script's or style's hash for the content security policy."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def html(brief: Brief) -> str:
    """The whole page."""
    from markupsafe import Markup

    script, style = _file("brief.js").strip(), _file("brief.css").strip()
    charts = {s.key: Markup(svg(small(s.chart.picture))) for s in brief.sections if s.chart}
    text: str = _template().render(
        brief=brief,
        words=brief.words,
        charts=charts,
        left=list(left_groups(brief)),
        copies={s.doc: copies_line(brief, s) for s in brief.sources},
        marks=any(p.mark for s in brief.statements() for p in s.parts),
        script=Markup(script),
        style=Markup(style),
        script_hash=_hash(script),
    )
    return text
