"""On every corpus: claims keep the schema, every value has its words, and the words stand where they are said to."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

import corpora
from accord.evaluate import faults, faults_of_file, load
from accord.exports import check
from accord.sources import Problem, discover

each_corpus = pytest.mark.parametrize("corpus", corpora.CORPORA, ids=lambda c: c.name)


@cache
def lines(corpus: corpora.Corpus) -> list[dict[str, Any]]:
    if not corpus.present:
        pytest.skip("../shared is not here")
    return corpora.claims(corpus)


@each_corpus
def test_claims_keep_the_schema(corpus: corpora.Corpus) -> None:
    assert [fault for line in lines(corpus) for fault in faults(line)] == []


@each_corpus
def test_every_value_has_words_that_stand_in_the_text(corpus: corpora.Corpus) -> None:
    found = lines(corpus)
    texts = {document.doc: document.text for document in corpora.texts(corpus)}
    assert list(check(found, texts)) == []


@each_corpus
def test_ids_are_unique(corpus: corpora.Corpus) -> None:
    ids = [line["id"] for line in lines(corpus)]
    assert len(ids) == len(set(ids))


@each_corpus
def test_gold_keeps_the_schema_and_names_documents_that_are_there(corpus: corpora.Corpus) -> None:
    if not corpus.present:
        pytest.skip("../shared is not here")
    assert list(faults_of_file(corpus.gold)) == []
    assert {line["doc"] for line in load(corpus.gold)} <= set(corpora.documents(corpus))


@each_corpus
def test_gold_quotes_stand_in_their_documents(corpus: corpora.Corpus) -> None:
    if not corpus.present:
        pytest.skip("../shared is not here")
    texts = {d.doc.rsplit("/", 1)[-1]: bare(d.text) for d in corpora.texts(corpus)}
    quoted = [line for line in load(corpus.gold) if line.get("quote")]
    assert [g["quote"] for g in quoted if bare(g["quote"]) not in texts[g["doc"]]] == []


def bare(text: str) -> str:
    """Letters and digits only: gold quotes the file, with its Markdown."""
    return re.sub(r"[\W_]+", "", text)


def test_every_sample_is_marked_as_made_up() -> None:
    corpus = corpora.CORPORA[0]
    assert not [f for f in discover([corpus.documents]) if isinstance(f, Problem)]
    unmarked = [d.doc for d in corpora.texts(corpus) if "made-up example" not in d.text.lower()]
    assert unmarked == []
