"""Work shared among processes: in order, with nothing lost where one dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from accord.crew import Crew

Task = list[int]


def hire(folder: Path, deadly: int = -1, times: int = 0) -> Callable[[Task], list[str]]:
    """Squares numbers, slowly where they are even; the deadly one kills who works on it, so many times."""

    def work(task: Task) -> list[str]:
        for number in task:
            if number == deadly and len(list(folder.iterdir())) < times:
                (folder / f"{time.monotonic_ns()}").touch()
                os.kill(os.getpid(), signal.SIGKILL)
            time.sleep(0.02 * (number % 2 == 0))
        return [f"{number}: {number * number}" for number in task]

    return work


def failing() -> Callable[[Task], list[str]]:
    raise ValueError("no tools")


def split(task: Task) -> list[Task]:
    return [[number] for number in task]


def lost(task: Task) -> list[str]:
    return [f"{number}: lost" for number in task]


TASKS = [[n, n + 1] for n in range(0, 20, 2)]
SQUARES = [f"{n}: {n * n}" for n in range(20)]


def shared(hire: Callable[[], Callable[[Task], list[str]]]) -> list[str]:
    before = set(multiprocessing.active_children())
    found = [result for _, results in Crew(2, hire, split, lost).shared(TASKS) for result in results]
    assert set(multiprocessing.active_children()) == before
    return found


def test_results_come_in_the_order_of_the_tasks(tmp_path: Path) -> None:
    assert shared(partial(hire, tmp_path)) == SQUARES


def test_what_the_dead_had_in_hand_is_done_by_others(tmp_path: Path) -> None:
    assert shared(partial(hire, tmp_path, 7, 1)) == SQUARES


def test_what_kills_everybody_is_given_up_alone(tmp_path: Path) -> None:
    found = shared(partial(hire, tmp_path, 7, 100))
    assert found == [*SQUARES[:7], "7: lost", *SQUARES[8:]]


def test_an_error_in_a_process_is_an_error_here() -> None:
    with pytest.raises(ValueError, match="no tools"):
        shared(failing)


def test_who_stops_leaves_no_process_behind(tmp_path: Path) -> None:
    before = set(multiprocessing.active_children())
    results = Crew(2, partial(hire, tmp_path), split, lost).shared(TASKS)
    next(results)
    results.close()
    assert set(multiprocessing.active_children()) == before
