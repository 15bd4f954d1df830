"""A Ray cluster of several machines (as processes of this one): the same result, whoever dies."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from accord.cluster import Cluster
from accord.exports import claim_lines, record_lines
from accord.machines import run as run_on_machines
from accord.pipeline import run
from accord.store import Store

ray: Any = pytest.importorskip("ray", reason="Ray is not installed: pip install 'accord[ray]'")
pytestmark = [pytest.mark.filterwarnings(f"ignore::{w}") for w in ("DeprecationWarning", "ResourceWarning")]  # its own
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", autouse=True)
def machines() -> Iterator[None]:
    """Three machines of one core each."""
    from ray.cluster_utils import Cluster as Machines

    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    found = Machines(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    for _ in range(2):
        found.add_node(num_cpus=1)
    ray.init(address=found.address, log_to_driver=False)
    ray.cloudpickle.register_pickle_by_value(sys.modules[__name__])  # the machines do not see the tests
    yield
    ray.shutdown()
    found.shutdown()


def _source(number: int) -> Iterator[list[str]]:
    yield from ([f"{number}.{i}.{j}" for j in range(3)] for i in range(9))


def _working(folder: Path) -> Any:
    """Doubles each word of a task. One word kills who meets it the first time, one always; one task is left."""

    def work(task: list[str]) -> list[str] | None:
        once = folder / "killed"
        if "0.4.1" in task and not once.exists():
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if "1.2.2" in task:
            os.kill(os.getpid(), signal.SIGKILL)
        return None if "1.7.0" in task else [word * 2 for word in task]

    return work


def test_what_kills_is_given_up_and_all_else_is_done_once(tmp_path: Path) -> None:
    def split(task: list[str]) -> list[list[str]]:
        return [[word] for word in task]

    cluster = Cluster(
        partial(_working, tmp_path), lambda task: task[:1], split, lambda task: [f"lost {task[0]}"], tmp_path
    )
    found = list(cluster.shared([partial(_source, n) for n in range(2)]))
    assert (tmp_path / "killed").exists()
    assert [task for task, results in found if results is None] == [["1.7.0", "1.7.1", "1.7.2"]]
    told = sorted(word for _, results in found for word in results or ())
    every = {f"{n}.{i}.{j}" * 2 for n in range(2) for i in range(9) for j in range(3)}
    left = {"1.7.0" * 2, "1.7.1" * 2, "1.7.2" * 2, "1.2.2" * 2}
    assert told == sorted((every - left) | {"lost 1.2.2"})
    assert [p.name for p in tmp_path.iterdir()] == ["killed"]


def test_an_error_of_the_work_is_raised(tmp_path: Path) -> None:
    def failing() -> Any:
        raise ZeroDivisionError("never hired")

    with pytest.raises(Exception, match="never hired"):
        list(Cluster(failing, list, list, list, tmp_path).shared([partial(_source, 0)]))


def exported(store: Store) -> list[Any]:
    return [*claim_lines(store.claims(), least=0), *record_lines(store.records(), details=True), store.skipped()]


def test_the_machines_read_what_one_reads(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for path in sorted((ROOT / "examples" / "documents").iterdir())[:6]:
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 no more")
    lines = "".join(
        f'{{"text": "Kenya and Uganda signed treaty number {n} in Nairobi on {n} March 2024."}}\n' for n in range(1, 29)
    )
    (folder / "more.jsonl").write_text(lines, encoding="utf-8")
    with Store.open(tmp_path / "one.db") as one, Store.open(tmp_path / "many.db") as many:
        alone = run([folder], one)
        told: list[float] = []
        together = run_on_machines([folder], many, progress=lambda _step, share: told.append(share))
        assert (together.read, together.claims, len(together.skipped)) == (alone.read, alone.claims, 1)
        assert told == sorted(told) and told[-1] == pytest.approx(1.0)
        assert exported(many) == exported(one) and len(many.claims()) > 60
        again = run_on_machines([folder], many)
        assert (again.read, again.unchanged, again.before) == (0, 6, 28)
        assert exported(many) == exported(one)
