"""Which documents are one voice comes out the same whether they come one by one, go again, or are all heard at once."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest
from sqlalchemy import select

from accord.document import Block, Document
from accord.resolve import paragraph_prints, voices
from accord.store import Kept, Store, queries, tables
from accord.store.together import Together

WORDS = [f"word{n}" for n in range(400)]
FOOTER = "write to the newsroom with what you have seen of it"


def paper(dice: random.Random, stories: list[list[str]]) -> tuple[Document, tuple[int, ...]]:
    """Some paragraphs of a story, a few words of them changed, with a common footer."""
    story = dice.choice(stories)
    told = []
    for paragraph in dice.sample(story, dice.randrange(1, len(story) + 1)):
        words = paragraph.split()
        for _ in range(dice.choice((0, 0, 1, 2, 6))):
            words[dice.randrange(len(words))] = dice.choice(WORDS)
        told.append(" ".join(words))
    lines = [*told, FOOTER] if dice.random() < 0.7 else told
    text, blocks = "", []
    for line in lines:
        blocks.append(Block("paragraph", len(text), len(text) + len(line)))
        text += line + "\n"
    hash_ = hashlib.sha256(f"{dice.random()} {text}".encode()).hexdigest()
    return Document(hash_, f"{hash_[:9]}.txt", text, tuple(blocks), "en", ""), paragraph_prints(text, blocks)


def heard(store: Store) -> dict[str, str]:
    store.refresh()
    v = tables.document_voices.c
    with store._engine.connect() as connection:
        return {row.hash: row.voice for row in connection.execute(select(v.hash, v.voice))}


@pytest.mark.parametrize("seed", range(4))
def test_one_by_one_or_all_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    dice = random.Random(seed)
    stories = [[" ".join(dice.choices(WORDS, k=dice.randrange(12, 45))) for _ in range(5)] for _ in range(4)]
    with Store.open(tmp_path / "a.db") as store:
        store.rebuild()
        monkeypatch.setattr(Together, "rebuild", lambda _: pytest.fail("all was put together anew"))
        sizes = set()
        for _ in range(30):
            if dice.random() < 0.3 and (papers := store.documents()):
                store.forget(dice.choice(papers).document.doc)
            else:
                some = [paper(dice, stories) for _ in range(dice.choice((1, 1, 4)))]
                store.keep([Kept(document, b"", prints=prints) for document, prints in some])
            found = heard(store)
            assert found == voices(store.prints())
            sizes.add(len(found) - len(set(found.values())))
        assert max(sizes) > 8


def test_a_document_is_compared_only_with_those_that_share_a_band(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(7)
    own = [[" ".join(dice.choices(WORDS, k=40)) for _ in range(3)] for _ in range(30)]
    with Store.open(tmp_path / "a.db") as store:
        store.keep([Kept(d, b"", prints=p) for d, p in (paper(dice, [story]) for story in own[:-1])])
        store.rebuild()
        looked: list[int] = []
        real = queries.prints
        monkeypatch.setattr(queries, "prints", lambda c, hashes=None: looked.append(len(got := real(c, hashes))) or got)
        document, prints = paper(dice, [own[-1]])
        store.keep([Kept(document, b"", prints=prints[: len(prints) - 17] or prints)])
        store.refresh()
        assert sum(looked) < 10
