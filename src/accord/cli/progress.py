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

__all__ = ["Progress", "waiting"]

_PATIENCE = 1.0  # seconds


class Progress:
    """Counts steps: `with Progress("read", "documents") as progress: ... progress.step(40)`."""

    def __init__(self, verb: str, noun: str, patience: float = _PATIENCE) -> None:
        self._verb, self._noun, self._patience = verb, noun, patience
        self._done = 0
        self._told = time.monotonic()
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def step(self, total: int) -> None:
        """One more of them is done."""
        self._done += 1
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=self._done, total=total)
        elif time.monotonic() - self._told >= self._patience:
            self._told = time.monotonic()
            if sys.stderr.isatty():
                self._start_bar(total)
            else:
                print(f"{self._verb} {self._done} of {total} {self._noun} ...", file=sys.stderr, flush=True)

    def _start_bar(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar

        self._bar = Bar(console=Console(stderr=True), transient=True)
        self._bar.add_task(f"{self._verb} {self._noun}", completed=self._done, total=total)
        self._bar.start()


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
