"""Pages: templates with the words of the interface, and what every template may ask."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from accord.gazetteer import display
from accord.languages.catalogue import load
from accord.web.access import CSRF, csrf_token

__all__ = ["environment", "page"]


@lru_cache(maxsize=8)
def environment(language: str) -> Environment:
    """The templates in a language: `t(path, name=...)` gives the interface's words, `state(code)` a state's name."""
    catalogue = load(language)
    found = Environment(
        loader=PackageLoader("accord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

    def words(path: str, **values: object) -> str:
        return catalogue.text(f"interface.{path}", **values)

    found.filters["state"] = display
    found.globals.update(t=words, state=display, language=language)
    return found


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page; `desk`, `settings`, `request` and `csrf` (the token that forms carry) are known to every template."""
    desk = request.app.state.desk
    token = csrf_token(request)
    shown = environment(desk.settings.language).get_template(template)
    text = shown.render(request=request, desk=desk, settings=desk.settings, csrf=token, **values)
    answer = HTMLResponse(text, status_code=status)
    if request.cookies.get(CSRF) != token:
        answer.set_cookie(CSRF, token, httponly=True, samesite="strict")
    return answer
