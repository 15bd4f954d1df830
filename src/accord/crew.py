"""A crew of processes that share work: results come in the order of the tasks, and a process that dies is replaced.

Processes are spawned, so that they start the same everywhere. What the dead had in hand is done again by others; a task
under which one process after another dies is taken apart, and what then still kills alone is given up by name.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from typing import Any, Generic, TypeVar

__all__ = ["Crew"]

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 4  # tasks a process, in hand or waiting: what is read ahead of the oldest that is not done is bounded
_TRIES = 2  # times that a piece may kill the process that works on it alone


class Crew(Generic[Task, Result]):
    """`jobs` processes, in each of which `hire` makes, once, what does a task: a list of results of it.

    split   a task as the smallest pieces that it can be done in
    lost    the result of a piece that kills whoever works on it
    """

    def __init__(
        self,
        jobs: int,
        hire: Callable[[], Callable[[Task], list[Result]]],
        split: Callable[[Task], Sequence[Task]],
        lost: Callable[[Task], list[Result]],
    ) -> None:
        self._jobs, self._hire, self._split, self._lost = jobs, hire, split, lost
        self._others = set(multiprocessing.active_children())
        self._pool = self._begin()

    def _begin(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._jobs, context, initializer=_begun, initargs=(self._hire,))

    def shared(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, list[Result]]]:
        """Each task with its results. The processes are ended when this is, however it ends."""
        waiting: deque[tuple[Task, Future[list[Result]]]] = deque()
        try:
            for task in tasks:
                waiting.append((task, self._submit(task)))
                while waiting and (len(waiting) > _AHEAD * self._jobs or waiting[0][1].done()):
                    yield self._oldest(waiting)
            while waiting:
                yield self._oldest(waiting)
        finally:
            self._end()

    def _submit(self, task: Task) -> Future[list[Result]]:
        try:
            return self._pool.submit(_done, task)
        except BrokenProcessPool as error:
            future: Future[list[Result]] = Future()
            future.set_exception(error)
            return future

    def _oldest(self, waiting: deque[tuple[Task, Future[list[Result]]]]) -> tuple[Task, list[Result]]:
        task, future = waiting.popleft()
        try:
            return task, future.result()
        except BrokenProcessPool:
            self._anew()
            found = self._alone(task)  # while nothing else is in hand, so that it is known what kills
            again = [(each, self._submit(each) if _broken(done) else done) for each, done in waiting]
            waiting.clear()
            waiting.extend(again)
            return task, found

    def _alone(self, task: Task) -> list[Result]:
        pieces = self._split(task)
        for _ in range(_TRIES):
            try:
                return self._submit(task).result()
            except BrokenProcessPool:
                self._anew()
        if len(pieces) > 1:
            return [result for piece in pieces for result in self._alone(piece)]
        return self._lost(task)

    def _anew(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._begin()

    def _end(self) -> None:
        for child in set(multiprocessing.active_children()) - self._others:
            child.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)


def _broken(future: Future[Any]) -> bool:
    """Whether a task was in hand when a process died, or could not be given to one."""
    return future.cancelled() or (future.done() and isinstance(future.exception(), BrokenProcessPool))


_hire: list[Callable[[], Callable[[Any], list[Any]]]] = []


def _begun(hire: Callable[[], Callable[[Any], list[Any]]]) -> None:
    """The beginning of a process: Ctrl-C is for its parent, and it ends when its parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_until_orphaned, daemon=True).start()
    _hire[:] = [hire]


def _until_orphaned() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@cache
def _worker() -> Callable[[Any], list[Any]]:
    """Made with the first task: an error is told of as that task's, and does not pass for a death."""
    return _hire[0]()


def _done(task: Any) -> list[Any]:
    return _worker()(task)
