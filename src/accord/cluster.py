"""Several machines that share work, by Ray Data: what `crew` does on one.

Tasks are made where they are found, by readers of the cluster, and are done by actors that load once. Each actor writes
its results as Parquet into a folder that all machines see, whole files at a time, and only their names come back; so a
machine that dies takes nothing along, and what it had in hand is done again by another under the same name. A task under
which one actor after another dies is taken apart, and what then still kills alone is given up by name.
"""

from __future__ import annotations

import hashlib
import logging
import os
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Generic, TypeVar

from accord.errors import UsageError

__all__ = ["Cluster"]

Task = TypeVar("Task")
Result = TypeVar("Result")

_ROWS = 4  # tasks that are handed on, and written, together
_TRIES = 2  # times that a block, and then a piece, may kill the actor that works on it
_HIRE = "hire"  # the file in which actors find what they are hired for
_READER, _HAND = 0.1, 1  # cores: finding is quick, doing is not


@dataclass(frozen=True)
class Cluster(Generic[Task, Result]):
    """The machines of a running Ray cluster (RAY_ADDRESS), or this one alone.

    hire    makes, once on each actor, what does a task: a list of results of it, or None to leave it to the caller
    light   a task without what its results make superfluous
    split   a task as the smallest pieces that it can be done in
    lost    the result of a piece that kills whoever works on it
    place   a folder that all machines see; a new one beneath it is used, and removed
    """

    hire: Callable[[], Callable[[Task], list[Result] | None]]
    light: Callable[[Task], Task]
    split: Callable[[Task], Sequence[Task]]
    lost: Callable[[Task], list[Result]]
    place: Path

    def shared(self, sources: Sequence[Callable[[], Iterable[Task]]]) -> Iterator[tuple[Task, list[Result] | None]]:
        """Each task of each source with its results, in no order. Raises UsageError without Ray. An error of a source, or
        of what is hired, is raised as it is."""
        ray = _ray()
        with tempfile.TemporaryDirectory(prefix="accord-ray-", dir=self.place) as folder:
            (Path(folder) / _HIRE).write_bytes(ray.cloudpickle.dumps(self))
            found = ray.data.read_datasource(_source(sources), override_num_blocks=len(sources), num_cpus=_READER)
            done = found.map_batches(
                _Hand,
                fn_constructor_args=(folder,),
                batch_size=None,  # a block as it was found, so that it has the same name when it is done again
                batch_format="pyarrow",
                compute=ray.data.ActorPoolStrategy(min_size=1, max_size=max(1, int(ray.cluster_resources()["CPU"]))),
                num_cpus=_HAND,
            )
            for batch in done.iter_batches(batch_size=None, batch_format="pyarrow"):
                for name in batch["file"].to_pylist():
                    yield from _loaded(Path(folder) / name)


class _Hand:
    """An actor: does tasks and writes what came of them."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        self._cluster: Cluster[Any, Any] = pickle.loads((self._folder / _HIRE).read_bytes())
        self._do = self._cluster.hire()

    def __call__(self, tasks: Any) -> Any:
        import pyarrow as pa  # type: ignore[import-untyped]
        import pyarrow.parquet as pq  # type: ignore[import-untyped]

        names, rows = tasks["name"].to_pylist(), []
        do = self._do if self._tried(names[0]) < _TRIES else self._apart
        for packed in tasks["task"].to_pylist():
            task = pickle.loads(packed)
            results = do(task)
            rows.append(pickle.dumps((task if results is None else self._cluster.light(task), results)))
        target = self._folder / f"{names[0]}.parquet"
        part = target.with_suffix(f".{os.getpid()}.part")
        pq.write_table(pa.table({"name": names, "result": pa.array(rows, pa.large_binary())}), part)
        part.replace(target)
        return pa.table({"file": [target.name]})

    def _apart(self, task: Any) -> list[Any] | None:
        """Does a task piece by piece, after those who did it whole have died."""
        found: list[Any] = []
        for piece in self._cluster.split(task):
            name = hashlib.sha256(pickle.dumps(piece)).hexdigest()
            results = self._do(piece) if self._tried(name) < _TRIES else self._cluster.lost(piece)
            self._mark(name).unlink()  # it did not kill, this time or any more
            if results is None:
                return None
            found += results
        return found

    def _tried(self, name: str) -> int:
        """How often something was begun before; it is begun now."""
        with self._mark(name).open("a+b") as handle:
            handle.write(b".")
            return handle.tell() - 1

    def _mark(self, name: str) -> Path:
        return self._folder / f"{name}.tries"


def _loaded(path: Path) -> Iterator[Any]:
    """The tasks and results of a file, which is then removed."""
    import pyarrow.parquet as pq

    for packed in pq.read_table(path)["result"].to_pylist():
        yield pickle.loads(packed)
    path.unlink()


def _source(sources: Sequence[Callable[[], Iterable[Any]]]) -> Any:
    """What Ray Data reads: each source in a task of its own, in blocks of some tasks."""
    import pyarrow as pa
    from ray.data import Datasource, ReadTask
    from ray.data.block import BlockMetadata

    def blocks(number: int, source: Callable[[], Iterable[Any]]) -> Iterator[Any]:
        found, at = iter(source()), 0
        while some := list(islice(found, _ROWS)):
            names = [f"{number}-{at + i}" for i in range(len(some))]
            yield pa.table({"name": names, "task": pa.array(map(pickle.dumps, some), pa.large_binary())})
            at += len(some)

    class Found(Datasource):
        def estimate_inmemory_data_size(self) -> None:
            return None

        def get_read_tasks(self, parallelism: int, *_more: Any, **_named: Any) -> list[Any]:
            unknown = BlockMetadata(num_rows=None, size_bytes=None, input_files=None, exec_stats=None)
            return [ReadTask(lambda n=n, s=s: blocks(n, s), unknown) for n, s in enumerate(sources)]  # type: ignore[misc]

    return Found()  # type: ignore[no-untyped-call]


def _ray() -> Any:
    """Ray, connected, and quiet: nothing is reported to anybody."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        import ray
        import ray.data
    except ModuleNotFoundError as error:
        raise UsageError("Ray is not installed", "pip install 'accord[ray]', or leave --engine out") from error
    ray.init(ignore_reinit_error=True, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.ERROR)
    ray.data.DataContext.get_current().enable_progress_bars = False
    return ray
