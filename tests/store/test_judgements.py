"""Judgements are data: they change records, outlive re-readings, are exported, imported and undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accord.errors import NotFound, ValueFormatError
from accord.exports import record_lines
from accord.pipeline import run
from accord.record import Claim
from accord.store import Store, Word, anchor, word_of_json

TEXTS = {
    "a.txt": "QUITO, 4 March 2025 - Ecuador and Peru signed the Loja Water Agreement on 3 March 2025. Trade between Ecuador and Peru reached $1.2 billion in 2024.",
    "b.txt": "LIMA, 5 March 2025 - Peru and Ecuador signed the Loja Water Accord on 4 March 2025. Trade between Ecuador and Peru reached $1.5 billion in 2024.",
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    opened = Store.open(tmp_path / "accord.db")
    run([folder], opened)
    return opened


def export(store: Store) -> list[str]:
    return [json.dumps(line, sort_keys=True) for line in record_lines(store.records())]


def of(store: Store, kind: str, doc: str) -> Claim:
    return next(c for c in store.claims(kind=kind) if c.doc.endswith(doc))


def test_a_judgement_holds_and_undoing_it_restores_every_byte(store: Store) -> None:
    before = export(store)
    claim = of(store, "indicator", "a.txt")
    word = Word("value", (anchor(claim),), "value", 1.2e9, 1300000000, reason="ministry's own table", who="ana")
    assert store.judge(word)
    assert not store.judge(word), "the same judgement twice is one"
    held = next(r for r in store.records(kind="indicator") if claim.id in {c.id for c in r.claims})
    assert held.values["value"] == 1300000000
    assert any("judged by ana" in words for *_, words in held.reasons)
    assert store.unjudge(word.id) == word
    assert export(store) == before


def test_wrong_takes_a_claim_out_and_different_keeps_two_apart(store: Store) -> None:
    one, two = of(store, "agreement", "a.txt"), of(store, "agreement", "b.txt")
    together = len(store.records(kind="agreement"))
    store.judge(Word("different", (anchor(one), anchor(two)), who="ana"))
    apart = store.records(kind="agreement")
    assert not any({one.id, two.id} <= {c.id for c in r.claims} for r in apart)
    store.judge(Word("wrong", (anchor(two),), who="ana"))
    left = store.records(kind="agreement")
    assert two.id not in {c.id for r in left for c in r.claims}
    assert len(left) <= max(together, len(apart))


def test_it_is_found_again_after_a_new_reading(store: Store, tmp_path: Path) -> None:
    claim = of(store, "agreement", "a.txt")
    store.judge(Word("right", (anchor(claim),), who="ana"))
    run([tmp_path / "texts"], store, again=True)
    found, lost = store.judged()
    assert [j.claims for j in found] == [(claim.id,)]
    assert lost == []


def test_a_quote_cut_anew_is_found_and_one_that_is_gone_is_listed(store: Store) -> None:
    claim = of(store, "agreement", "a.txt")
    anchored = anchor(claim)
    near = Word("right", (type(anchored)(anchored.document, anchored.kind, anchored.quote[:-4], anchored.start, {}),))
    gone = Word("right", (type(anchored)(anchored.document, anchored.kind, "words of no document", 0, {}),), who="ana")
    store.judge(near)
    store.judge(gone)
    found, lost = store.judged()
    assert [j.claims for j in found] == [(claim.id,)]
    assert lost == [gone]
    assert gone in store.judgements(), "listed, never dropped"


def test_forgetting_the_document_leaves_the_judgement_listed(store: Store) -> None:
    word = Word("right", (anchor(of(store, "agreement", "a.txt")),), who="ana")
    store.judge(word)
    store.forget(next(d.doc for d in store.documents() if d.doc.endswith("a.txt")))
    assert store.judged() == ([], [word])


def test_export_and_import_are_one(store: Store) -> None:
    claim = of(store, "indicator", "a.txt")
    word = Word(
        "value", (anchor(claim),), "value", 1.2e9, 1.3e9, "table 4", "typing error", "ana", "2026-01-02T03:04:05"
    )
    assert word_of_json(json.loads(json.dumps(word.as_dict()))) == word


@pytest.mark.parametrize(
    "line",
    [
        {},
        {"verdict": "maybe", "about": []},
        {"verdict": "same", "about": [{"document": "x", "kind": "y", "quote": "z"}]},
    ],
)
def test_what_is_no_judgement_is_named(line: dict[str, object]) -> None:
    with pytest.raises(ValueFormatError):
        word_of_json(line)


def test_undoing_what_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(NotFound, match="no judgement has the id"):
        store.unjudge("judgement-ffffff")
