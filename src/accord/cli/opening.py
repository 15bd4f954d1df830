"""The store, opened for a command that asks it something."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from accord.cli.progress import waiting
from accord.desk import Desk
from accord.desk.words import day
from accord.store import Store
from accord.store.where import Where

__all__ = ["asked", "day_of", "opened"]


@contextmanager
def opened(where: Where, *, records: bool = False, create: bool = False) -> Iterator[Store]:
    """A store that is there already, unless it may be created; with its records put together where asked for."""
    with Store.open(where, create=create) as store:
        if store.notice:
            print(f"accord: {store.notice}", file=sys.stderr)
        if records and store.stale:
            with waiting("putting together what was read"):
                store.refresh()
        yield store


@contextmanager
def asked(where: Where, as_of: date | None = None) -> Iterator[Desk]:
    """The desk over a store whose records are put together."""
    with opened(where, records=True) as store:
        yield Desk(store, as_of or date.today())


def day_of(as_of: str) -> date:
    """The day asked for; today without one, said on stderr."""
    if not as_of:
        print(f"as of {date.today().isoformat()}", file=sys.stderr)
    return day(as_of)
