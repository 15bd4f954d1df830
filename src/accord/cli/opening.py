"""The store, opened for a command that asks it something."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from accord.cli.progress import waiting
from accord.store import Store

__all__ = ["opened"]


@contextmanager
def opened(path: Path, *, records: bool = False, create: bool = False) -> Iterator[Store]:
    """A store that is there already, unless it may be created; with its records put together where asked for."""
    with Store.open(path, create=create) as store:
        if store.notice:
            print(f"accord: {store.notice}", file=sys.stderr)
        if records and store.stale:
            with waiting("putting together what was read"):
                store.rebuild()
        yield store
