"""A small archive, read by the whole house: texts in, records out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from accord.analysis import Archive
from accord.languages.en.learnt.model import NOTHING, using
from accord.pipeline import run
from accord.store import Store

Make = Callable[[dict[str, str]], Store]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Texts by name, to a store in which they are read."""
    with ExitStack() as stack:

        def made(texts: dict[str, str]) -> Store:
            folder = tmp_path / "texts"
            folder.mkdir(exist_ok=True)
            for name, text in texts.items():
                (folder / name).write_text(text, encoding="utf-8")
            store = stack.enter_context(Store.open(tmp_path / "accord.db"))
            with using(NOTHING):  # what rules find in plain sentences, and no guesses beside it
                run([folder], store)
            return store

        yield made


@pytest.fixture
def archive(make: Make) -> Callable[[dict[str, str]], Archive]:
    return lambda texts: Archive.of(make(texts))
