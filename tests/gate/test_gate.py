"""The gate: figures under their floors, another corpus, and lowering a floor are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import corpora
import gate

FLOORS = {"fingerprint": "a", "f1": 0.8, "precision": 0.9, "kinds": 14}


@pytest.mark.parametrize("corpus", corpora.CORPORA, ids=lambda c: c.name)
def test_figures_are_over_their_floors(corpus: corpora.Corpus) -> None:
    if not corpus.present:
        pytest.skip("../shared is not here")
    assert gate.faults(corpus.name, gate.measured(corpus), gate.load().get(corpus.name)) == []


@pytest.mark.parametrize("corpus", ["samples", "open", "locked", "sealed"])
def test_what_belongs_to_the_repository_has_floors(corpus: str) -> None:
    assert {"fingerprint", "f1", "precision", "kinds"} == set(gate.load()[corpus])


def test_other_news_gives_next_to_no_claims() -> None:
    documents = corpora.documents(corpora.NEWS)
    assert len(documents) >= 60
    assert len(corpora.claims(corpora.NEWS)) / len(documents) <= gate.MOST_FALSE


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({}, ""),
        ({"f1": 0.81, "precision": 0.95}, ""),
        ({"f1": 0.799}, "f1"),
        ({"precision": 0.899}, "precision"),
        ({"kinds": 13}, "kinds"),
        ({"fingerprint": "b"}, "set on"),
        ({"fingerprint": "b", "f1": 0.99}, "set on"),
    ],
)
def test_what_is_under_its_floor_is_named(change: dict[str, object], word: str) -> None:
    found = gate.faults("samples", {**FLOORS, **change}, FLOORS)
    assert len(found) == bool(word)
    assert all(word in fault for fault in found)


def test_a_corpus_without_a_floor_does_not_pass() -> None:
    assert gate.faults("samples", FLOORS, None)


def test_floors_go_up_by_themselves_and_down_by_a_flag() -> None:
    better, worse, near = ({**FLOORS, "f1": f1} for f1 in (0.9, 0.7, 0.805))
    assert gate.raised(better, {**FLOORS}, 0.01, False)["f1"] == 0.89
    assert gate.raised(near, {**FLOORS}, 0.01, False)["f1"] == 0.8
    assert gate.raised(worse, {**FLOORS}, 0.01, True)["f1"] == 0.69
    with pytest.raises(ValueError, match="--lower"):
        gate.raised(worse, {**FLOORS}, 0.01, False)


def test_lower_alone_is_wrong_usage() -> None:
    with pytest.raises(SystemExit):
        gate.main(["--lower"])


def test_floors_are_read_as_they_are_written(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text(gate.dump({"samples": FLOORS}), encoding="utf-8")
    assert gate.load(file) == {"samples": FLOORS}


def test_the_gate_fails_and_says_why(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    figures = {**FLOORS, "f1": 0.5, "by_kind": {}}
    monkeypatch.setattr(gate, "measured", lambda corpus: figures)
    monkeypatch.setattr(gate, "load", lambda: {"samples": FLOORS})
    monkeypatch.setattr(corpora, "CORPORA", [c for c in corpora.CORPORA if c.name == "samples"])
    assert gate.main([]) == 1
    assert "f1 0.5 is under its floor 0.8" in capsys.readouterr().err


def test_a_fingerprint_changes_with_any_byte_or_name(tmp_path: Path) -> None:
    folder, gold = tmp_path / "documents", tmp_path / "gold.jsonl"
    folder.mkdir()
    (folder / "a.txt").write_text("one", encoding="utf-8")
    gold.write_text("{}", encoding="utf-8")
    corpus = corpora.Corpus("own", folder, gold)
    seen = {corpus.fingerprint()}
    (folder / "a.txt").write_text("two", encoding="utf-8")
    seen.add(corpus.fingerprint())
    (folder / "a.txt").rename(folder / "b.txt")
    seen.add(corpus.fingerprint())
    gold.write_text("{ }", encoding="utf-8")
    seen.add(corpus.fingerprint())
    assert len(seen) == 4
