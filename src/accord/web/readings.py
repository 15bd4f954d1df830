"""Readings of what was dropped on the desk: one after another, each in a process of its own.

A process and no thread: reading is work for the processor, and in the desk's own process it would take its turns from the
pages. It writes like `accord read` in another window, a document a transaction, so a desk that ends in the middle leaves
a sound store.
"""

from __future__ import annotations

import pickle
import sys
import threading
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from queue import SimpleQueue
from subprocess import PIPE, Popen

from accord.errors import NotFound
from accord.pipeline import Step
from accord.sources import Problem, Raw
from accord.store.where import Where
from accord.values import Period
from accord.web.reader import TOGETHER

__all__ = ["STATES", "Reading", "Readings"]

STATES = ("waiting", "reading", TOGETHER, "done", "failed")
"""`together`: all is read, and the records are put together anew."""

_KEPT = 20  # readings that are remembered
_READER = (sys.executable, "-c", "from accord.web.reader import main; main()")
_Files = Sequence[Raw | Problem]


@dataclass(slots=True)
class Reading:
    """One reading; `steps` are the files done so far with the hashes of their bytes (empty where there are none).
    `began` and `ended` are seconds of a clock that only goes forward."""

    number: int
    who: str
    total: int
    state: str = "waiting"
    steps: list[tuple[Step, str]] = field(default_factory=list)
    began: float = 0.0
    ended: float = 0.0
    reason: str = ""

    @property
    def seconds(self) -> float:
        """How long it has been at work."""
        return (self.ended or time.monotonic()) - self.began if self.began else 0.0

    @property
    def over(self) -> bool:
        return self.state in ("done", "failed")


class Readings:
    """The readings of one desk. A reading of files that is started waits for those before it."""

    def __init__(self, store: Where) -> None:
        self._store = store
        self._all: deque[Reading] = deque(maxlen=_KEPT)
        self._waiting: SimpleQueue[tuple[Reading, _Files, str] | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._worker: threading.Thread | None = None
        self._child: Popen[bytes] | None = None
        self._count = 0

    def start(self, files: _Files, published: str, who: str) -> Reading:
        """Read files into the store, with a date for those that say none. Raises ValueFormatError for that date."""
        if published:
            Period.parse(published)
        with self._lock:
            self._count += 1
            reading = Reading(self._count, who, len(files))
            self._all.appendleft(reading)
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="readings", daemon=True)
                self._worker.start()
        self._waiting.put((reading, files, published))
        return reading

    def latest(self) -> list[Reading]:
        """Those of this desk since it was started, the latest first."""
        return list(self._all)

    def get(self, number: int) -> Reading:
        """One of them. Raises NotFound."""
        for reading in self.latest():
            if reading.number == number:
                return reading
        raise NotFound(f"no reading has the number {number}", "the desk forgets its readings when it is started anew")

    def close(self) -> None:
        """End what is under way; what is read stays read."""
        self._waiting.put(None)
        if self._child is not None:
            self._child.terminate()
        if self._worker is not None:
            self._worker.join(timeout=10)

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None:
            reading, files, published = job
            reading.began, reading.state = time.monotonic(), "reading"
            reading.reason = self._run(reading, files, published)
            reading.ended, reading.state = time.monotonic(), "failed" if reading.reason else "done"

    def _run(self, reading: Reading, files: _Files, published: str) -> str:
        """Why it failed; empty where it did not."""
        try:
            self._child = child = Popen(_READER, stdin=PIPE, stdout=PIPE)
        except OSError as error:
            return f"no process can be started to read in: {error}"
        assert child.stdin and child.stdout
        said = "the reading was ended before its end; what it had read is kept"
        with child, suppress(EOFError, BrokenPipeError):
            pickle.dump((self._store, files, published), child.stdin)
            child.stdin.close()
            while True:
                message = pickle.load(child.stdout)
                if isinstance(message, tuple):
                    reading.steps.append(message)
                elif message == TOGETHER:
                    reading.state = message
                else:
                    said = message
        return said
