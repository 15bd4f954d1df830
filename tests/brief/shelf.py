"""A book in memory for the brief's tests: documents, claims made from lines of gold, records by the real resolver."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from accord.document import Block, Document, Evidence
from accord.errors import NotFound
from accord.kinds import kinds
from accord.languages.en.grounding import grounds
from accord.record import STATUSES, Claim, Record, Role, Type, Values, claim_id
from accord.resolve import paragraph_prints, resolve, voices
from accord.store import Wanted
from accord.values import Period

SEEDS = Path(__file__).parents[3] / "shared"
_META = {
    "doc",
    "kind",
    "status",
    "concerns",
    "said_by",
    "quote",
    "optional",
    "date_from",
    "undated",
    "basis",
    "confidence",
}


@dataclass(frozen=True)
class Lost:
    doc: str
    reason: str
    mend: str = ""


@dataclass(frozen=True)
class Stored:
    document: Document
    read_at: str
    voice: str


@dataclass
class Shelf:
    """What the brief asks of a store, in memory."""

    shelved: dict[str, Document] = field(default_factory=dict)
    kept: list[Record] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    read: dict[str, str] = field(default_factory=dict)  # when, by the document's name
    judged: dict[str, tuple[str, str]] = field(default_factory=dict)
    noted: dict[tuple[str, ...], str] = field(default_factory=dict)

    def sources(self, hashes: Iterable[str]) -> list[Stored]:
        heard = voices({h: paragraph_prints(d.text, d.blocks) for h, d in sorted(self.shelved.items())})
        read = "2025-05-01T12:00:00+00:00"
        return [Stored(d, self.read.get(d.doc, read), heard[h]) for h, d in self.shelved.items() if h in hashes]

    def outcomes(self) -> dict[str, tuple[str, str]]:
        return self.judged

    def last_brief(self, states: Iterable[str] = (), topic: str = "") -> str:
        return self.noted.get((*sorted(states), topic), "")

    def note_brief(self, states: Iterable[str] = (), topic: str = "") -> None:
        self.noted[*sorted(states), topic] = "2025-05-20T12:00:00+00:00"

    def kept_brief(self, states: Iterable[str], day: date, language: str) -> str:
        return ""

    def records(self, *, between: Iterable[str] = ()) -> list[Record]:
        return [r for r in self.kept if set(between) <= set(r.concerns)]

    def count(self, wanted: Wanted) -> Counter[str]:
        return Counter(r.kind for r in self.records(between=wanted.between))

    def page(self, wanted: Wanted, after: str = "", limit: int = 50) -> tuple[list[str], str]:
        raise NotImplementedError("a shelf holds few records: all are read")

    def some(self, ids: Sequence[str]) -> list[Record]:
        return [r for r in self.kept if r.id in ids]

    def values(self, ids: Sequence[str]) -> dict[str, Values]:
        return {r.id: r.values for r in self.some(ids)}

    def document(self, hash_: str) -> Document:
        if hash_ not in self.shelved:
            raise NotFound(f"no document has the hash {hash_}")
        return self.shelved[hash_]

    def skipped(self) -> list[Lost]:
        return self.lost


def document(doc: str, text: str, published: str = "", **more: str) -> Document:
    """A document whose paragraphs are its lines."""
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = "headline" if not blocks and not line.rstrip().endswith(".") else "paragraph"
            blocks.append(Block(kind, position, position + len(line)))
        position += len(line) + 1
    when = Period.parse(published) if published else None
    hash_ = claim_id(doc, "document", {}, 0, 0).partition("-")[2] * 5
    return Document(hash_, doc, text, tuple(blocks), "en", published=when, **more)


def claim(doc: Document, line: Mapping[str, Any], everywhere: bool = True) -> Claim:
    """A claim of a line of gold: its quote's sentence is the evidence of all its values; those that it does not carry
    get the first sentence of the document that does (as the extractor gives antecedents)."""
    values = {k: v for k, v in line.items() if k not in _META}
    fields = {f.name: f for f in kinds()[line["kind"]].fields}
    quote = line.get("quote", doc.text)
    at = doc.text.find(quote)
    if at < 0:
        raise ValueError(f"{doc.doc}: no {quote!r}")
    start, end = _sentence(doc.text, at, at + len(quote))
    main: list[str] = []
    other: dict[tuple[int, int], list[str]] = {}
    for key, value in values.items():
        kind = fields[key].type if key in fields else Type.TEXT
        if grounds(kind, value, [doc.text[start:end]], doc.published) or not everywhere:
            main.append(key)
            continue
        found = [
            s
            for s in _sentences(doc.text)
            if grounds(kind, value, [doc.text[s[0] : s[1]], doc.text[start:end]], doc.published)
        ]
        if found:
            other.setdefault(found[0], []).append(key)
        main.append(key)
    evidence = [Evidence(doc.doc, start, end, doc.text[start:end], tuple(main))]
    evidence += [Evidence(doc.doc, a, b, doc.text[a:b], tuple(keys)) for (a, b), keys in sorted(other.items())]
    said = line.get("said_by", ())
    return Claim(
        claim_id(doc.hash, line["kind"], values, start, end),
        doc.hash,
        doc.doc,
        line["kind"],
        values,
        tuple(evidence),
        line.get("status", "reported"),
        tuple(sorted(_concerns(line, fields))),
        (said,) if isinstance(said, str) else tuple(said),
        line.get("basis", {}),
        line.get("confidence", 0.9),
    )


def _concerns(line: Mapping[str, Any], fields: Mapping[str, Any]) -> set[str]:
    found = set(line.get("concerns", ()))
    for name, item in fields.items():
        value = line.get(name)
        if Role.CONCERNS in item.roles and value:
            found |= {v for v in (value if isinstance(value, list) else [value]) if len(v) == 3 and v.isupper()}
    return found


def _sentences(text: str) -> list[tuple[int, int]]:
    found, position = [], 0
    for piece in text.split("\n"):
        start = position
        for sentence in piece.replace(". ", ".\x00").split("\x00"):
            if sentence.strip():
                found.append((start, min(start + len(sentence), start + 400)))
            start += len(sentence) + (1 if start + len(sentence) < position + len(piece) else 0)
        position += len(piece) + 1
    return found


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    holding = [s for s in _sentences(text) if s[0] <= start and end <= s[1]]
    return holding[0] if holding else (start, min(end, start + 400))


def shelf(documents: Sequence[Document], lines: Iterable[Mapping[str, Any]], everywhere: bool = True) -> Shelf:
    """A shelf with the records of the lines."""
    by_doc = {d.doc: d for d in documents}
    claims = [claim(by_doc[line["doc"]], line, everywhere) for line in lines]
    unique = {c.id: c for c in claims}
    return Shelf({d.hash: d for d in documents}, list(resolve(unique.values(), {})))


@cache
def seeds() -> Shelf | None:
    """The seeds with their gold, where they are beside this checkout. Opinions concern the pair of their document."""
    if not (SEEDS / "gold" / "seeds.jsonl").exists():
        return None
    lines = [json.loads(x) for x in (SEEDS / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()]
    papers = ("Caspian Post", "Caspian Post", "", "Zip Codes", "Daryo")
    documents = [
        document(
            p.name,
            p.read_text("utf-8"),
            publisher=paper,
            title=p.read_text("utf-8").splitlines()[0][:90],
            url=f"https://example.org/{p.stem}?a=1",
        )
        for p, paper in zip(sorted((SEEDS / "seeds").glob("*.txt")), papers, strict=True)
    ]
    for line in lines:
        if line["kind"] in ("assessment", "indicator", "project", "tie", "membership", "transport"):
            pair = ["KAZ", "TJK"] if line["doc"].startswith("003") else ["KGZ", "TJK"]
            line["concerns"] = pair
    return shelf(documents, lines)


def each_status(line: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{**line, "status": s} for s in STATUSES]
