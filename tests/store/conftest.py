from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import fakes
import servers

from accord.store import Store


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What is true of a store is true of one in a file and of one on a server; a test that asks for the file is of that
    alone."""
    if "store" in metafunc.fixturenames and "path" not in metafunc.fixturenames:
        metafunc.parametrize("store", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "accord.db"


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    on_server = getattr(request, "param", "sqlite") == "postgresql"
    place = request.getfixturevalue("database")() if on_server else request.getfixturevalue("path")
    with Store.open(place, resolver=fakes.resolver) as opened:
        yield opened


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server."""
    programs, owner = servers.programs(), servers.owner()
    if programs is None or owner is None:
        pytest.skip(servers.WITHOUT)
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'accord[postgresql]'")
    with servers.running(programs, owner) as address:
        yield address


_NUMBERS = itertools.count(1)


@pytest.fixture(scope="module")
def database(server: str) -> Iterator[Callable[[], str]]:
    """Makes an empty database, and says its address."""
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection, ExitStack() as after:

        def make() -> str:
            name = f"accord{next(_NUMBERS)}"
            connection.execute(f"CREATE DATABASE {name}")
            after.callback(lambda: connection.execute(f"DROP DATABASE {name} WITH (FORCE)"))
            return f"{server}/{name}"

        yield make
