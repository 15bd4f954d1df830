"""A desk over the sample corpus, read once for all tests of the web."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from accord.pipeline import run
from accord.store import Store
from accord.web import Settings, create_app

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
AS_OF = date(2025, 6, 30)


@pytest.fixture(scope="session")
def read_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus in a store, its records put together. Not to be changed: copy it."""
    path = tmp_path_factory.mktemp("desk") / "samples.db"
    with Store.open(path) as store:
        run([EXAMPLES / "documents"], store, manifest=EXAMPLES / "manifest.jsonl")
        store.rebuild()
    return path


@pytest.fixture
def store_path(read_store: Path, tmp_path: Path) -> Path:
    """A copy of the sample store that a test may change."""
    return Path(shutil.copy(read_store, tmp_path / "samples.db"))


@pytest.fixture
def client(store_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store_path, as_of=AS_OF)), base_url="http://127.0.0.1") as found:
        yield found


@pytest.fixture(scope="session")
def reader(read_store: Path) -> Iterator[TestClient]:
    """A desk that no test changes."""
    settings = Settings(read_store, as_of=AS_OF, read_only=True)
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as found:
        yield found
