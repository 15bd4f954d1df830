"""Pages: templates with the words of the interface, and what every template may ask."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.ext import Extension

from accord.gazetteer import display
from accord.languages.catalogue import load
from accord.web.access import csrf_token, session_of, sessions_of

__all__ = ["environment", "page"]


class _Outright(Extension):
    """Words that a template names outright are a filter's, which Jinja asks once, when it makes the template ready."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return re.sub(r"""\bt\((["'][\w.-]+["'])\)""", r"(\1|words)", source)


@lru_cache(maxsize=8)
def environment(language: str) -> Environment:
    """The templates in a language: `t(path, name=...)` gives the interface's words, `state(code)` a state's name."""
    catalogue = load(language)
    found = Environment(
        loader=PackageLoader("accord.web"),
        extensions=[_Outright],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

    plain = lru_cache(maxsize=4096)(lambda path: catalogue.text(f"interface.{path}"))

    def words(path: str, **values: object) -> str:
        return catalogue.text(f"interface.{path}", **values) if values else plain(path)

    found.filters.update(state=display, pair=_pair, words=words, zip=zip)
    found.globals.update(t=words, state=display, language=language)
    return found


@lru_cache(maxsize=4096)
def _pair(states: str) -> str:
    """The names of KEN-UGA."""
    return " – ".join(map(display, states.split("-")))


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page; `desk`, `settings`, `request`, `person` (None before the sign-in) and `csrf` (the token that forms carry)
    are known to every template."""
    desk = request.app.state.desk
    shown = environment(desk.settings.language).get_template(template)
    known = {
        "request": request,
        "desk": desk,
        "settings": desk.settings,
        "person": sessions_of(request).person(session_of(request)),
        "csrf": csrf_token(request),
    }
    return HTMLResponse(shown.render(known | values), status_code=status)
