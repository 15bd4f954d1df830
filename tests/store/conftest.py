from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import fakes

from accord.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "accord.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, resolver=fakes.resolver) as opened:
        yield opened
