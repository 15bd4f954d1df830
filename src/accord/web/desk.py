"""What every page works with: the store, the day, and the analyses of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Annotated

from fastapi import Depends, Request

from accord.analysis import Archive
from accord.store import THRESHOLD, Store
from accord.web.settings import Settings

__all__ = ["Desk", "TheDesk"]

_ARCHIVES = 32  # pairs of states whose records are held ready


class Desk:
    """One for an application: answers take it as `desk: TheDesk`."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = Store.open(settings.store)
        self._archive = lru_cache(maxsize=_ARCHIVES)(self._read)

    @property
    def day(self) -> date:
        """The day that the pages speak of."""
        return self.settings.as_of or date.today()

    def archive(self, states: Sequence[str] = (), topic: str = "") -> Archive:
        """The records of some states, sure enough to be shown, as the store is now."""
        return self._archive(self.store.stamp(), tuple(sorted(states)), topic)

    def _read(self, _stamp: str, states: tuple[str, ...], topic: str) -> Archive:
        return Archive.of(self.store, states, topic=topic, least=THRESHOLD)

    def close(self) -> None:
        self.store.close()


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


TheDesk = Annotated[Desk, Depends(_desk)]
