"""What the samples tell does not change with their dress (tools/dressed.py); docs/accuracy.md has the same of the open corpus."""

from __future__ import annotations

import pytest

import corpora
from accord.evaluate import Figures
from dressed import DRESSES, PAGES, counted, may_be_page

SAMPLES = corpora.CORPORA[0]
FEW = 2  # lines that a dress may cost, of some seventy


@pytest.fixture(scope="module")
def plain() -> dict[str, str]:
    texts = {p.name: p.read_text(encoding="utf-8") for p in SAMPLES.documents.rglob("*.txt")}
    return {name: text for name, text in sorted(texts.items()) if may_be_page(text)}


@pytest.fixture(scope="module")
def before(plain: dict[str, str]) -> Figures:
    return counted(SAMPLES, plain)


@pytest.mark.parametrize("name", ["13.03.2025", "Sept. 13, 2025", "single quotes", "5 mln", *PAGES])
def test_a_dress_costs_next_to_nothing(name: str, plain: dict[str, str], before: Figures) -> None:
    suffix, dress = PAGES.get(name) or ("", DRESSES[name])
    dressed = {doc: dress(text) for doc, text in plain.items()}
    assert dressed != plain
    after = counted(SAMPLES, dressed, suffix)
    assert before["found"] - after["found"] <= FEW
    assert after["false"] - before["false"] <= FEW
