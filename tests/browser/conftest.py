"""A real desk in a process of its own, and a real Chromium. Whatever a page says on its console, and whatever it asks of
another host, fails the test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from desk_pages import addresses, live, read_samples, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Route

WAIT = 15_000  # milliseconds
_WRONG = ("/nothing-here", "last+year")  # asked for on purpose
_OPTIONS = ["--no-sandbox", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    path = shutil.which("chromium")
    if not path:
        pytest.skip("no chromium is installed: apt-get install chromium")
    playwright.expect.set_options(timeout=WAIT)
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=path, args=_OPTIONS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def read_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus as the command line reads it. Not to be changed: copy it."""
    path = tmp_path_factory.mktemp("browser") / "samples.db"
    read_samples(path)
    return path


@pytest.fixture(scope="session")
def reading(read_store: Path) -> Iterator[str]:
    """The address of a desk that no test changes."""
    with served(read_store, "--read-only") as address:
        yield address


@pytest.fixture
def desk(read_store: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a desk of the test's own."""
    with served(Path(shutil.copy(read_store, tmp_path / "samples.db"))) as address:
        yield address


@pytest.fixture(scope="session")
def every(browser: Browser, read_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Every page's name and full address, on a desk where people have read and judged, and no test changes more."""
    with served(Path(shutil.copy(read_store, tmp_path_factory.mktemp("lived") / "samples.db"))) as address:
        with watched(browser) as page:
            live(address, page)
        yield {name: address + path for name, path in addresses(address).items()}


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


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Opening]:
    """Opens a watched page with options of a Playwright context."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(watched(browser, **options))


@pytest.fixture
def page(new_page: Opening) -> Page:
    """A watched page of a laptop's size."""
    return new_page(viewport={"width": 1280, "height": 800})
