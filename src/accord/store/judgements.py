"""A person's words on claims, kept apart from them: anchored to a document, a kind and a quote, so that they are found
again after every re-reading. What can no longer be placed is listed, never dropped."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, Table, delete, insert, select
from sqlalchemy.engine import Connection

from accord.errors import NotFound, ValueFormatError
from accord.record import Claim, Told, canonical
from accord.store import tables

if TYPE_CHECKING:
    from accord.resolve import Judgement

__all__ = ["Anchor", "Word", "add", "all_words", "anchor", "last_of", "placed", "remove", "word_of_json"]

_ALIKE = 0.75  # likeness of two quotes from which they may be one that was cut anew


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a claim stood: its document's hash, its kind, its first quote with its place, and what it said."""

    document: str
    kind: str
    quote: str
    start: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, repr=False)
class Word(Told):
    """A judgement as it is kept and exported. `verdict` is one of accord.resolve.judge.VERDICTS; `field`, `old` and `new`
    are of a value or an outcome; `source` is where the person took it from; `when` is ISO 8601, UTC."""

    verdict: str
    anchors: tuple[Anchor, ...]
    field: str = ""
    old: Any = None
    new: Any = None
    source: str = ""
    reason: str = ""
    who: str = ""
    when: str = ""

    @property
    def id(self) -> str:
        """Content alone decides: imported twice, it is one."""
        return f"judgement-{hashlib.sha256(canonical(self.as_dict()).encode()).hexdigest()[:12]}"

    def as_dict(self) -> dict[str, Any]:
        """The line that `accord judgements --format jsonl` writes and `accord judge --import` reads."""
        line: dict[str, Any] = {"verdict": self.verdict}
        line |= {"field": self.field, "old": self.old, "new": self.new} if self.field else {}
        line |= {"source": self.source, "reason": self.reason, "who": self.who, "when": self.when}
        return line | {
            "about": [
                {"document": a.document, "kind": a.kind, "quote": a.quote, "start": a.start, "values": dict(a.values)}
                for a in self.anchors
            ]
        }


def word_of_json(line: Mapping[str, Any]) -> Word:
    """A judgement from its line. Raises ValueFormatError for what is none."""
    from accord.resolve.judge import VERDICTS

    try:
        anchors = tuple(
            Anchor(a["document"], a["kind"], a["quote"], int(a.get("start", 0)), dict(a.get("values", {})))
            for a in line["about"]
        )
        source, reason, who, when = (str(line.get(key) or "") for key in ("source", "reason", "who", "when"))
        field, old, new = str(line.get("field") or ""), line.get("old"), line.get("new")
        word = Word(str(line["verdict"]), anchors, field, old, new, source, reason, who, when)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueFormatError(
            f"no judgement: {error}", "write lines as `accord judgements --format jsonl` does"
        ) from error
    wanted = 2 if word.verdict in ("same", "different") else 1
    if word.verdict not in VERDICTS or len(word.anchors) != wanted:
        raise ValueFormatError(
            f"a judgement says one of {', '.join(VERDICTS)}, of two claims or of one", "see `accord judge --help`"
        )
    return word


def anchor(claim: Claim) -> Anchor:
    """Where a claim stands."""
    first = claim.evidence[0]
    return Anchor(claim.document, claim.kind, first.quote, first.start, dict(claim.values))


def placed(words: Iterable[Word], claims: Sequence[Claim]) -> tuple[list[Judgement], list[Word]]:
    """The judgements on the claims as they are now, and the words whose claims are no longer found."""
    from accord.resolve import Judgement

    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.document, claim.kind].append(claim)
    found, lost = [], []
    for word in words:
        ids = [_claim(a, held.get((a.document, a.kind), ())) for a in word.anchors]
        if None in ids or len(set(ids)) < len(ids):
            lost.append(word)
            continue
        ordered = tuple(str(i) for i in ids)
        found.append(Judgement(word.verdict, ordered, word.who, word.when, word.reason, word.field, _value(word)))
    return found, lost


def _value(word: Word) -> Any:
    """What is said of a key; of a topic that was said by itself, a list of it."""
    return [word.new] if word.field == "topic" and isinstance(word.new, str) else word.new


def _claim(anchored: Anchor, claims: Sequence[Claim]) -> str | None:
    """The claim that an anchor means: of the same quote, else of one much like it; of several, the one that says most of
    what was said, then the nearest."""

    def rank(claim: Claim) -> tuple[int, int, str]:
        agreeing = sum(claim.values.get(k) == v for k, v in anchored.values.items())
        return -agreeing, abs(claim.evidence[0].start - anchored.start), claim.id

    exact = [c for c in claims if any(e.quote == anchored.quote for e in c.evidence)]
    if not exact:
        exact = [c for c in claims if _alike(c.evidence[0].quote, anchored.quote)]
    return min(exact, key=rank).id if exact else None


def _alike(a: str, b: str) -> bool:
    return a in b or b in a or SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE


# ---------------------------------------------------------------------- in the tables


def add(connection: Connection, word: Word, j: Table = tables.judgements) -> bool:
    """Keep a judgement (or a coding, in its table); False where it is kept already."""
    if connection.scalar(select(j.c.id).where(j.c.id == word.id)):
        return False
    anchors = [[a.document, a.kind, a.quote, a.start, dict(a.values)] for a in word.anchors]
    row = {"id": word.id, "verdict": word.verdict, "anchors": canonical(anchors), "field": word.field}
    row |= {"old": canonical(word.old), "new": canonical(word.new)}
    row |= {"source": word.source, "reason": word.reason, "who": word.who, "at": word.when}
    connection.execute(insert(j).values(**row))
    return True


def all_words(connection: Connection, j: Table = tables.judgements) -> list[Word]:
    """All judgements in the order of their time."""
    return [_word(row) for row in connection.execute(select(j).order_by(j.c.at, j.c.id))]


def last_of(connection: Connection, who: str) -> Word | None:
    """The last judgement of somebody."""
    j = tables.judgements.c
    row = connection.execute(
        select(tables.judgements).where(j.who == who).order_by(j.at.desc(), j.id.desc()).limit(1)
    ).first()
    return _word(row) if row else None


def remove(connection: Connection, id_: str, j: Table = tables.judgements) -> Word:
    """Undo a judgement by its id, or a unique beginning of it. Raises NotFound."""
    found = [w for w in all_words(connection, j) if w.id.startswith(id_)]
    if len(found) != 1:
        told = f"{len(found)} judgements begin with" if found else "no judgement has the id"
        raise NotFound(f"{told} {id_!r}", "`accord judgements` shows the ids")
    connection.execute(delete(j).where(j.c.id == found[0].id))
    return found[0]


def _word(row: Row[Any]) -> Word:
    anchors = tuple(Anchor(*a) for a in json.loads(row.anchors))
    old, new = json.loads(row.old), json.loads(row.new)
    return Word(row.verdict, anchors, row.field, old, new, row.source, row.reason, row.who, row.at)
