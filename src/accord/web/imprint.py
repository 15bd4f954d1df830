"""A drawing of the desk: one function that says what to draw, asked for as SVG, PNG, JSON and CSV of its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Final

from fastapi import Depends, FastAPI, Request
from fastapi.responses import Response

from accord.web.desk import TheDesk
from accord.web.drawings import Drawn, Form, Sketch, drawn
from accord.web.question import csv_answer

__all__ = ["Drawing", "drawings", "register_drawing"]

_TYPES: Final[dict[Form, str]] = {"svg": "image/svg+xml", "png": "image/png"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


@dataclass(frozen=True, slots=True)
class Drawing:
    """`path` is its address under /pictures (.svg and .png) and under /api/pictures (JSON, and .csv); `sketch` a function
    with FastAPI's parameters."""

    path: str
    sketch: Callable[..., Sketch]

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[1]


def drawings() -> Iterator[Drawing]:
    """All drawings, found by walking the folder of answers."""
    from accord.web import answers

    for module in sorted(iter_modules(answers.__path__), key=lambda m: m.name):
        yield from getattr(import_module(f"{answers.__name__}.{module.name}"), "DRAWINGS", ())


def register_drawing(app: FastAPI, drawing: Drawing) -> None:
    """Give a drawing its addresses."""
    asked: Any = Depends(drawing.sketch)

    def file(request: Request, desk: TheDesk, form: Form, sketch: Sketch = asked) -> Response:
        tag = f'"{desk.drawings.tag(sketch, form)}"'
        headers = {"etag": tag, "cache-control": "private, no-cache", "content-security-policy": _POLICY}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(desk.drawings.file(sketch, form), media_type=_TYPES[form], headers=headers)

    def numbers(desk: TheDesk, sketch: Sketch = asked) -> Drawn:
        return drawn(desk.drawings.picture(sketch))

    def table(desk: TheDesk, sketch: Sketch = asked) -> Response:
        found = desk.drawings.picture(sketch).table
        return csv_answer(drawing.name, found.header, found.rows)

    name, api = drawing.name, f"/api/pictures{drawing.path}"
    app.get(f"/pictures{drawing.path}.{{form}}", name=f"{name}-picture", include_in_schema=False)(file)
    app.get(api, name=f"{name}-numbers", tags=["pictures"])(numbers)
    app.get(f"{api}.csv", name=f"{name}-numbers-csv", tags=["tables"], response_class=Response)(table)
