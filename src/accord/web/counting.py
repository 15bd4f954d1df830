"""What is found in the records of two states, made before it is asked for: here where it is little, else by a process of
its own, which puts records together first where claims have changed. Meanwhile pages show what was found last.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from subprocess import DEVNULL, Popen
from threading import Lock

from accord.store import SMALL, WHOLE, Circle, Doubtful, Finding, Store, made_of
from accord.store.where import where, written

__all__ = ["Counting", "Find", "main"]

_CLAIMS = SMALL  # in a store up to which all is brought up to date at once
_RECORDS = 200  # of circles in a larger one up to which their findings are made at once
_COUNTER = (sys.executable, "-c", "from accord.web.counting import main; main()")

Find = Callable[[Circle], Iterable[Finding]]
Waiting = Callable[[Circle], Iterable[Doubtful]]


class Counting:
    """Keeps findings with their records, as of a day and in a language."""

    def __init__(self, store: Store, find: Find, ahead: Find, waiting: Waiting) -> None:
        self._store = store
        self._find = find
        self._ahead = ahead
        self._waiting = waiting
        self._lock = Lock()
        self._seen: tuple[str, str] | None = None  # what was written and asked for when it was last brought up to date
        self._process: Popen[bytes] | None = None
        self.behind = False  # whether what pages show of states is older than what was read and judged
        self.whole_behind = False  # the same of all records together

    def settled(self, day: date, language: str) -> bool:
        """Whether nothing is to be done: nothing has been written since all was brought up to date, or since a process
        began to that is still at work."""
        return self._seen == (self._store.pulse(), made_of(day, language)) and not (self.whole_behind and self._idle())

    def _idle(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def bring(self, day: date, language: str) -> None:
        """Bring all up to date if it is little; else begin to, and say so."""
        made = made_of(day, language)
        with self._lock:
            now, large = (self._store.pulse(), made), self._store.size() > _CLAIMS
            if large and self._store.queue.made_of():
                self._store.queue.part()
            stale, due = self._store.stale, self._store.ready.due(made)
            small = (stale or bool(due)) and not large
            if stale and small:
                self._store.refresh()
                stale, due = False, self._store.ready.due(made)
            own = [circle for circle in due if circle.states != WHOLE]
            if small or (not stale and sum(circle.records for circle in own) <= _RECORDS):
                self._count(due if small else own, made, large)
                due, own = ([] if small else due[len(own) :]), []
            self.behind, self.whole_behind = stale or bool(own), stale or bool(due)
            self._seen = now
            if self.whole_behind and self._idle():
                env = {**os.environ, "ACCORD_STORE": written(self._store.where)}
                given = (day.isoformat(), language)
                self._process = Popen((*_COUNTER, *given), stdin=DEVNULL, stdout=DEVNULL, env=env)

    def all(self, day: date, language: str) -> None:
        """Put records together, and make all findings, also those that are made ahead, until nothing is older than its records."""
        made = made_of(day, language)
        self._store.refresh()
        while due := self._store.ready.due(made):
            for circle in due:
                self._keep(circle, made, [*self._find(circle), *self._ahead(circle)], large=True)

    def _count(self, due: Iterable[Circle], made: str, large: bool) -> None:
        for circle in due:
            self._keep(circle, made, list(self._find(circle)), large)

    def _keep(self, circle: Circle, made: str, found: Sequence[Finding], large: bool) -> None:
        if large and circle.states != WHOLE:
            self._store.queue.keep(circle.states, list(self._waiting(circle)))
        self._store.ready.keep(circle, made, found)

    def close(self) -> None:
        with self._lock:
            if self._process:
                self._process.terminate()
                self._process.wait()
                self._process = None


def main() -> None:
    """What the process does: a day and a language are given, and the store as ACCORD_STORE."""
    from accord.web.findings import served
    from accord.web.settings import Settings

    os.nice(10)  # readers go first
    day, language = sys.argv[1:]
    settings = Settings(where(os.environ["ACCORD_STORE"]), as_of=date.fromisoformat(day), language=language)
    desk = served(settings)
    try:
        desk.counting.all(desk.day, language)
    finally:
        desk.close()
