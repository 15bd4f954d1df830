from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

import fakes

from accord.cli import main
from accord.store.together import Together

TEXTS = {"a.txt": fakes.TREATY, "sub/b.txt": fakes.SECOND, "c.txt": fakes.DOUBTFUL}


@dataclass
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in an empty folder, with the tiny house in place of the rules."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ACCORD_STORE", raising=False)
    monkeypatch.setattr("accord.pipeline.house", _house)
    monkeypatch.setattr("accord.store.store.Together", lambda engine, path, _: Together(engine, path, fakes.resolver))

    def command(*words: str) -> Ran:
        capsys.readouterr()
        code = main(words)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return command


def _house(manifest: Path | None, published: str) -> object:
    from accord.sources import Manifest

    listed = Manifest.load(manifest) if manifest else Manifest()
    dates = {doc: {"published": str(entry.published)} for doc, entry in listed.entries.items()}
    return fakes.tools(dates)()


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """A store with three documents."""
    for name, text in TEXTS.items():
        place = tmp_path / "in" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    assert run("read", "in").code == 0
    return run
