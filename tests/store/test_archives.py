"""Archives of records: what was gone through is known by its content; more processes come to the same."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import fakes
import pytest

from accord import pipeline
from accord.pipeline import Summary, run
from accord.store import Store


def line(text: str, **said: str) -> str:
    return json.dumps({"text": text, **said})


def archive(path: Path, lines: list[str]) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def told(summary: Summary) -> tuple[int, int, int, int]:
    return summary.read, summary.unchanged, summary.before, len(summary.skipped)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "house", lambda manifest, published: fakes.tools()())


LINES = [line(fakes.TREATY), line(fakes.TALK), "{broken", line(fakes.SECOND, url="https://news.example/2")]


def test_records_are_documents_with_what_their_archive_says_of_them(store: Store, tmp_path: Path) -> None:
    summary = run([archive(tmp_path / "x.jsonl", LINES)], store)
    assert (told(summary), summary.passed) == ((2, 0, 0, 1), 1)
    assert [s.doc for s in store.documents()] == ["x.jsonl#1", "x.jsonl#4"]
    assert [s.doc for s in store.skipped()] == ["x.jsonl#3"]
    known = store.known(store.documents()[1].document.hash)
    assert known is not None and known.given == {"url": "https://news.example/2"}


def test_what_was_gone_through_is_not_read_again(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path / "x.jsonl", LINES)
    run([path], store)
    monkeypatch.setattr(fakes, "extract", lambda document: pytest.fail("read again"))
    assert told(run([path], store)) == (0, 0, 4, 0)
    monkeypatch.undo()


def test_what_is_added_to_an_archive_is_read(store: Store, tmp_path: Path) -> None:
    lines = [line(f"{fakes.TREATY}{number}") for number in range(100)]
    path = archive(tmp_path / "x.jsonl", lines)
    run([path], store)
    archive(path, [*lines, line(fakes.SECOND)])
    assert told(run([path], store)) == (1, 36, 64, 0)
    archive(path, [line(fakes.TREATY), *lines])
    run([path], store)
    assert len(store.documents()) == 102


def test_a_reading_with_other_words_goes_through_it_again(store: Store, tmp_path: Path) -> None:
    path = archive(tmp_path / "x.jsonl", LINES)
    run([path], store)
    assert told(run([path], store, again=True)) == (2, 0, 0, 1)
    (tmp_path / "other.jsonl").write_bytes(path.read_bytes())
    assert told(run([tmp_path / "other.jsonl"], store)) == (2, 0, 0, 1)  # a smaller name decides


def test_a_text_met_again_is_searched_once(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same words in another page are a document of its own, with the claims that it makes."""
    searched = []
    monkeypatch.setattr(fakes, "searched", searched.append)
    text = {"wire": fakes.TREATY, "post": fakes.TREATY.replace("\n", "\r\n"), "other": fakes.SECOND}
    archive(tmp_path / "x.jsonl", [line(words, publisher="The Wire") for words in text.values()])
    run([tmp_path / "x.jsonl"], store)
    assert [d.doc for d in searched] == ["x.jsonl#1", "x.jsonl#3"]
    first, second = (store.claims(document=s.document.hash)[0] for s in store.documents()[:2])
    assert (first.doc, second.doc, second.evidence[0].doc) == ("x.jsonl#1", "x.jsonl#2", "x.jsonl#2")
    assert second == first.of(store.documents()[1].document) and first.id != second.id
    assert (
        store.document(second.document).text[second.evidence[0].start : second.evidence[0].end]
        == second.evidence[0].quote
    )


def test_a_forgotten_record_comes_back_with_the_next_reading(store: Store, tmp_path: Path) -> None:
    path = archive(tmp_path / "x.jsonl", LINES)
    run([path], store)
    store.forget("x.jsonl#1")
    assert told(run([path], store)) == (1, 1, 0, 1)


def test_a_batch_is_kept_whole_or_not_at_all(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path / "x.jsonl", [line(f"{fakes.TREATY}{number}") for number in range(70)])

    def stopped(step: Any, share: float) -> None:
        if step.doc == "x.jsonl#40":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run([path], store, progress=stopped)
    assert len(store.documents()) == 64
    assert told(run([path], store)) == (6, 0, 64, 0)


SCRIPT = """
import sys
from functools import partial
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import fakes
from accord import pipeline
from accord.batches import opened
from accord.sources import Columns, found_files
from accord.store import Store
if __name__ == "__main__":
    with Store.open(sys.argv[1]) as store:
        found = opened(found_files([Path(sys.argv[3])]), Columns())
        tell = lambda step, share: print(step.doc, flush=True)
        pipeline._read(found, store, fakes.tools(), False, int(sys.argv[4]), tell)
"""


def command(folder: Path, store: Path, jobs: int) -> list[str]:
    (folder / "script.py").write_text(SCRIPT)
    return [
        sys.executable,
        str(folder / "script.py"),
        str(store),
        str(Path(fakes.__file__).parent),
        str(folder / "x.jsonl"),
        str(jobs),
    ]


def kept(path: Path) -> list[Any]:
    with Store.open(path, resolver=fakes.resolver) as store:
        found: list[Any] = [(s.doc, s.names, s.claims) for s in store.documents()]
        return [*found, *store.claims(), *store.skipped()]


def test_more_processes_come_to_the_same(tmp_path: Path) -> None:
    lines = [line(f"{fakes.TREATY}{number % 150}") for number in range(200)]
    archive(tmp_path / "x.jsonl", [*lines, "{broken", line("CRASH")])
    for jobs in (1, 3):
        subprocess.run(command(tmp_path, tmp_path / f"{jobs}.db", jobs), check=True, stdout=subprocess.DEVNULL)
    assert kept(tmp_path / "1.db") == kept(tmp_path / "3.db")
    assert len(kept(tmp_path / "1.db")) == 150 + 150 + 2


def _children(pid: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False).stdout
    return [int(word) for word in found.split()]


def test_a_process_killed_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    archive(tmp_path / "x.jsonl", [line(f"{fakes.TREATY}{number}") for number in range(3000)])
    with subprocess.Popen(command(tmp_path, tmp_path / "a.db", 2), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.kill(max(_children(process.pid)), signal.SIGKILL)
        names = ["x.jsonl#1", *process.stdout.read().split()]
    assert process.returncode == 0
    assert names == [f"x.jsonl#{n}" for n in range(1, 3001)]
    assert len(kept(tmp_path / "a.db")) == 6000


def test_no_process_outlives_the_one_that_started_it(tmp_path: Path) -> None:
    archive(tmp_path / "x.jsonl", [line(f"{fakes.TREATY}{number}") for number in range(3000)])
    with subprocess.Popen(command(tmp_path, tmp_path / "a.db", 2), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        children = _children(process.pid)
        process.kill()
    for _ in range(100):
        if not any(Path(f"/proc/{child}").exists() for child in children):
            break
        time.sleep(0.1)
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []
    subprocess.run(command(tmp_path, tmp_path / "a.db", 2), check=True, stdout=subprocess.DEVNULL)
    assert len(kept(tmp_path / "a.db")) == 6000
