"""The corpora with gold: where they lie, what Accord claims of them, and how that scores.

samples   examples/                  written for Accord; looked at while the rules were written
open      tests/corpora/open/        written for Accord; looked at while the rules were written
locked    tests/corpora/locked/      written for Accord; scored at milestones, never read for a rule
sealed    tests/corpora/sealed/      written for Accord after real pages; scored at milestones, never read for a rule
held      tests/corpora/held/        written for Accord; never read for a rule: the confidence is fitted on it
taught    tests/corpora/taught/      written for Accord; no rule was written from it: what sentences tell is learnt from it by machine
news      tests/corpora/news/        written for Accord; other news, in which nothing is to be claimed
seeds     ../shared, where present   real pages; looked at while the rules were written
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accord import evaluate, pipeline
from accord.document import Document
from accord.exports import claim_lines
from accord.sources import Problem, Raw, discover

__all__ = [
    "CORPORA",
    "NEWS",
    "TAUGHT",
    "Corpus",
    "Gold",
    "claims",
    "claims_of",
    "documents",
    "score",
    "texts",
    "with_gold",
]

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


Gold = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents with their gold and, where they need one, their manifest."""

    name: str
    documents: Path
    gold: Path
    manifest: Path | None = None
    closed: bool = False  # no rule is written from its texts

    @property
    def present(self) -> bool:
        return self.documents.is_dir() and self.gold.is_file()

    def files(self) -> list[Path]:
        """All that a score depends on, documents first, each group sorted."""
        found = sorted(p for p in self.documents.rglob("*") if p.is_file() and not p.name.startswith("."))
        return [*found, self.gold, *([self.manifest] if self.manifest else [])]

    def fingerprint(self) -> str:
        """SHA-256 over the names and bytes of all its files."""
        digest = hashlib.sha256()
        for path in self.files():
            name = path.relative_to(self.documents) if path.is_relative_to(self.documents) else path.name
            digest.update(f"{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()


def _corpus(name: str, folder: Path, *, closed: bool = False) -> Corpus:
    return Corpus(name, folder / "documents", folder / "gold.jsonl", folder / "manifest.jsonl", closed)


_OWN = ROOT / "tests" / "corpora"
CORPORA = (
    _corpus("samples", ROOT / "examples"),
    _corpus("open", _OWN / "open"),
    _corpus("locked", _OWN / "locked", closed=True),
    _corpus("sealed", _OWN / "sealed", closed=True),
    _corpus("held", _OWN / "held", closed=True),
    Corpus("seeds", SHARED / "seeds", SHARED / "gold" / "seeds.jsonl"),
)
TAUGHT = _corpus("taught", _OWN / "taught", closed=True)  # scored only by models that were not taught from the document
NEWS = Corpus(
    "news", _OWN / "news" / "documents", _OWN / "news" / "gold.jsonl"
)  # there is no gold: every claim is false


def _read(corpus: Corpus) -> Iterator[tuple[Raw, Document]]:
    tools = pipeline.house(corpus.manifest)
    for file in discover([corpus.documents]):
        if isinstance(file, Problem):
            raise file.error
        yield file, tools.read(file, tools.given(file.doc))


def documents(corpus: Corpus) -> list[str]:
    """The names of its documents, as gold has them."""
    return [file.doc.rsplit("/", 1)[-1] for file, _ in _read(corpus)]


def texts(corpus: Corpus) -> list[Document]:
    """Its documents, cleaned. Any document that cannot be read raises."""
    return [document for _, document in _read(corpus)]


def with_gold(corpus: Corpus) -> Iterator[tuple[Document, list[Gold]]]:
    """Its documents, cleaned, each with its lines of gold; other news have none."""
    gold = defaultdict[str, list[Gold]](list)
    for line in evaluate.load(corpus.gold) if corpus.gold.is_file() else []:
        gold[line["doc"]].append(line)
    for document in texts(corpus):
        yield document, gold[document.doc.rsplit("/", 1)[-1]]


def claims(corpus: Corpus) -> list[dict[str, Any]]:
    """The lines that `accord export --claims` writes of it."""
    return claims_of(corpus, texts(corpus))


def claims_of(corpus: Corpus, documents: Iterable[Document]) -> list[dict[str, Any]]:
    """The lines for some of its documents."""
    tools = pipeline.house(corpus.manifest)
    found = [claim for document in documents for claim in tools.extract(document) or ()]
    return [json.loads(json.dumps(line)) for line in claim_lines(found)]


def score(corpus: Corpus, by: str = "") -> dict[str, evaluate.Figures]:
    """Its figures; a claim in a document without gold is false."""
    outcome = evaluate.score(evaluate.load(corpus.gold), claims(corpus), folder=frozenset(documents(corpus)))
    return evaluate.grouped(outcome.tallies, by)
