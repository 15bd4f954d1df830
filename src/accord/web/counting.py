"""What is found in the records of two states, made before it is asked for: here where it is little, else by a process of
its own, which puts records together first where claims have changed. Meanwhile pages show what was found last.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from datetime import date
from subprocess import DEVNULL, Popen
from threading import Lock

from accord.store import Circle, Finding, Store
from accord.store.where import where, written
from accord.version import __version__

__all__ = ["Counting", "Find", "main"]

_CLAIMS = 5000  # in a store up to which all is brought up to date at once
_RECORDS = 50  # of circles in a larger one up to which their findings are made at once
_COUNTER = (sys.executable, "-c", "from accord.web.counting import main; main()")

Find = Callable[[Circle], Iterable[Finding]]


class Counting:
    """Keeps findings with their records, as of a day and in a language."""

    def __init__(self, store: Store, find: Find) -> None:
        self._store = store
        self._find = find
        self._lock = Lock()
        self._process: Popen[bytes] | None = None
        self.behind = False  # whether what pages show is older than what was read and judged

    def bring(self, day: date, language: str) -> None:
        """Bring all up to date if it is little; else begin to, and say so."""
        made_of = f"{__version__} {day} {language}"
        with self._lock:
            stale, due = self._store.stale, self._store.due(made_of)
            small = (stale or bool(due)) and self._store.size() <= _CLAIMS
            if stale and small:
                self._store.refresh()
                stale, due = False, self._store.due(made_of)
            if small or (not stale and sum(circle.records for circle in due) <= _RECORDS):
                self._count(due, made_of)
                due = []
            self.behind = stale or bool(due)
            if self.behind and (self._process is None or self._process.poll() is not None):
                own = {**os.environ, "ACCORD_STORE": written(self._store.where)}
                given = (day.isoformat(), language)
                self._process = Popen((*_COUNTER, *given), stdin=DEVNULL, stdout=DEVNULL, env=own)

    def all(self, day: date, language: str) -> None:
        """Put records together, and make all findings, until nothing is older than its records."""
        made_of = f"{__version__} {day} {language}"
        self._store.refresh()
        while due := self._store.due(made_of):
            self._count(due, made_of)

    def _count(self, due: Iterable[Circle], made_of: str) -> None:
        for circle in due:
            self._store.keep_findings(circle, made_of, list(self._find(circle)))

    def close(self) -> None:
        with self._lock:
            if self._process:
                self._process.terminate()
                self._process.wait()
                self._process = None


def main() -> None:
    """What the process does: a day and a language are given, and the store as ACCORD_STORE."""
    from accord.web.desk import Desk
    from accord.web.findings import find
    from accord.web.settings import Settings

    os.nice(10)  # readers go first
    day, language = sys.argv[1:]
    desk = Desk(Settings(where(os.environ["ACCORD_STORE"]), as_of=date.fromisoformat(day), language=language), find)
    try:
        desk.counting.all(desk.day, language)
    finally:
        desk.close()
