"""Progress on stderr: a bar on a terminal, else a plain line every second; nothing for what takes less than one."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

__all__ = ["Progress", "lasting", "waiting"]

_PATIENCE = 1.0  # seconds


class Progress:
    """Counts what is read: `with Progress() as progress: ... progress.step(0.25, claims=3)`."""

    def __init__(self, patience: float = _PATIENCE) -> None:
        self._patience = patience
        self._done = self._claims = 0
        self._began = self._told = time.monotonic()
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def step(self, share: float, claims: int = 0) -> None:
        """One more document is done, with its claims, and so much of the input, from 0 to 1."""
        self._done += 1
        self._claims += claims
        now = time.monotonic()
        if now - self._told < self._patience:
            return
        self._told = now
        words = self._words(share, now - self._began)
        if not sys.stderr.isatty():
            print(words, file=sys.stderr, flush=True)
            return
        if self._bar is None:
            self._start_bar()
        assert self._bar is not None
        self._bar.update(self._bar.task_ids[0], completed=share, description=words)

    def _words(self, share: float, seconds: float) -> str:
        """What is done, how quickly, and how long it will take, as it went so far."""
        rate = self._done / max(seconds, 0.001)
        left = f", about {lasting(seconds * (1 - share) / share)} left" if 0 < share < 1 else ""
        counted = f"{self._done:,} documents ({rate:,.{0 if rate >= 10 else 1}f} a second), {self._claims:,} claims"
        return f"read {counted}; {share:.0%} of the input{left} ..."

    def _start_bar(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(BarColumn(20), TextColumn("{task.description}"), console=Console(stderr=True), transient=True)
        self._bar.add_task("", total=1.0)
        self._bar.start()


def lasting(seconds: float) -> str:
    """A stretch of time in words, rounded: 40 s, 12 min, 3.5 h."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


@contextmanager
def waiting(what: str, patience: float = _PATIENCE) -> Iterator[None]:
    """Work whose steps cannot be counted: one line on stderr where it takes longer than a second."""
    timer = threading.Timer(patience, lambda: print(f"{what} ...", file=sys.stderr, flush=True))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
