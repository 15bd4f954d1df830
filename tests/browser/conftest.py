"""A real desk in a process of its own, and a real Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from watching import WAIT, Opening, watched

from desk_pages import addresses, live, read_samples, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_OPTIONS = ["--no-sandbox", "--disable-background-networking"]


@pytest.fixture(
    scope="module"
)  # Playwright keeps a loop of events running; it is not to outlive the tests that need it
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install playwright"
    )
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


@pytest.fixture(scope="module")
def every(browser: Browser, read_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Every page's name and full address, on a desk where people have read and judged, and no test changes more."""
    with served(Path(shutil.copy(read_store, tmp_path_factory.mktemp("lived") / "samples.db"))) as address:
        with watched(browser) as page:
            live(address, page)
        yield {name: address + path for name, path in addresses(address).items()}


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Opening]:
    """Opens a watched page with options of a Playwright context."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(watched(browser, **options))


@pytest.fixture
def page(new_page: Opening) -> Page:
    """A watched page of a laptop's size."""
    return new_page(viewport={"width": 1280, "height": 800})
