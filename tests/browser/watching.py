"""A page that is watched: what it says on its console, and what it asks of another host, fails the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Route

WAIT = 15_000  # milliseconds
_WRONG = ("/nothing-here", "last+year")  # asked for on purpose

Opening = Callable[..., "Page"]


def _wrong(said: ConsoleMessage) -> list[str]:
    """What a message of the console tells of the page; Chromium's word on _WRONG is none."""
    asked = said.location["url"]
    wrong = said.type in ("error", "warning") and not any(words in asked for words in _WRONG)
    return [f"{said.type}: {said.text} ({asked})"] if wrong else []


@contextmanager
def watched(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page with a context of its own: what went wrong in it is raised at the end."""
    found: list[str] = []

    def route(asked: Route) -> None:
        if urlsplit(asked.request.url).hostname == "127.0.0.1":
            asked.fallback()
        else:
            found.append(f"asked {asked.request.url}")
            asked.abort()

    context = browser.new_context(**options)
    context.set_default_timeout(WAIT)
    context.route("**/*", route)
    page = context.new_page()
    page.on("console", lambda said: found.extend(_wrong(said)))
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    try:
        yield page
        assert found == []
    finally:
        context.close()
