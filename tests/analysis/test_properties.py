"""What always holds of answers: no order matters, what is forgotten is as if never read, everything has its quote."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.analysis import Archive, changes, contradictions, course, dyads, ledger, timeline, written
from accord.document import Document
from accord.pipeline import house, read
from accord.record import Claim, Record
from accord.resolve import resolve
from accord.sources import discover
from accord.store import Store
from accord.values import Period

from resolve.helpers import claim  # isort: skip
from resolve.test_properties import CLAIMS  # isort: skip

AS_OF = date(2025, 12, 31)
SAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = ("peru-bolivia-*.*", "colombia-ecuador-rupture.txt", "morocco-senegal-ferry-wire.txt")
PROMISES = st.builds(
    lambda doc, what, due, at: claim("commitment", doc, at=at, by=["TJK", "KGZ"], what=what, topic="trade", due=due),
    st.sampled_from(list("abcde")),
    st.sampled_from(["open the Kyzyl-Bel crossing", "sign an agreement on water", "reopen Guliston crossing"]),
    st.sampled_from(["2021", "2025-06", "2030"]),
    st.integers(0, 2000),
)


@dataclass
class Shelf:
    """A book of claims made by hand, each document published on a day of its own, handed out in a given order."""

    claims: Sequence[Claim]
    dice: random.Random | None = None

    def _mixed(self, things: Iterable[Any]) -> list[Any]:
        found = list(things)
        if self.dice:
            self.dice.shuffle(found)
        return found

    def records(self, *, between: Iterable[str] = ()) -> list[Record]:
        return self._mixed(resolve(self._mixed(self.claims), {}))

    def sources(self, hashes: Iterable[str]) -> list[Any]:
        read_at = "2025-06-01T00:00:00+00:00"
        return self._mixed(_Read(Document(n, n, "x", (), published=_day(n)), read_at, n) for n in hashes)


@dataclass
class _Read:
    document: Document
    read_at: str
    voice: str


def _day(name: str) -> Period | None:
    return None if name == "e" else Period.parse(f"2025-0{ord(name) - ord('a') + 1}-10")


def everything(archive: Archive) -> str:
    """All that the analyses say of an archive, as one text."""
    told: dict[str, Any] = {
        "ledger": [c.as_dict() for c in ledger(archive, AS_OF)],
        "contradictions": [a.as_dict() for a in contradictions(archive)],
        "timeline": [m.as_dict() for m in timeline(archive, AS_OF)],
        "months": [s.as_dict() for s in course(archive, AS_OF)],
        "years": [s.as_dict() for s in course(archive, AS_OF, by="year")],
        "dyads": [d.as_dict() for d in dyads(archive, AS_OF)],
        "changes": [c.as_dict() for c in changes(archive, "2000-01-01")],
        "written": sorted((w.doc, str(w.after), str(w.before), w.reasons) for w in written(archive).values()),
    }
    return json.dumps(told, sort_keys=True, indent=1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(CLAIMS, PROMISES), max_size=14), st.randoms(use_true_random=False))
def test_no_answer_depends_on_order(claims: list[Claim], dice: random.Random) -> None:
    assert everything(Archive.of(Shelf(claims, dice))) == everything(Archive.of(Shelf(claims)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(CLAIMS, PROMISES), max_size=14))
def test_every_answer_names_records_that_are_there(claims: list[Claim]) -> None:
    archive = Archive.of(Shelf(claims))
    told = json.loads(everything(archive))
    named = {line["id"] for part in ("ledger", "contradictions", "timeline", "changes") for line in told[part]}
    named |= {b["record"] for line in told["ledger"] for b in line["follow_up"]}
    named |= {id_ for span in (*told["months"], *told["years"]) for id_ in span["records"]}
    assert named <= set(archive.by_id)


def _read(path: Path, without: str = "", dice: random.Random | None = None) -> Store:
    store = Store.open(path)
    files = [f for f in discover([SAMPLES / "documents"]) if any(Path(f.doc).match(n) for n in NAMES)]
    files = [f for f in files if f.doc != without]
    if dice:
        dice.shuffle(files)
    read(files, store, partial(house, SAMPLES / "manifest.jsonl"))
    return store


def _told(store: Store) -> str:
    """The answers of a store, the moment of reading apart."""
    archive = Archive.of(store)
    papers = {h: replace(p, read_at="2026-01-01T00:00:00+00:00") for h, p in archive.papers.items()}
    return everything(replace(archive, papers=papers))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return _read(tmp_path_factory.mktemp("plain") / "accord.db")


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_reading_changes_no_answer(plain: Store, tmp_path: Path, seed: int) -> None:
    with _read(tmp_path / "mixed.db", dice=random.Random(seed)) as mixed:
        assert mixed.records() == plain.records()
        assert _told(mixed) == _told(plain)


def test_no_record_without_a_claim_and_no_claim_without_its_quote(plain: Store) -> None:
    texts = {d.document.hash: plain.document(d.document.hash).text for d in plain.documents()}
    claims = {c.id: c for c in plain.claims()}
    held = [c.id for r in plain.records() for c in r.claims]
    assert all(r.claims for r in plain.records())
    assert sorted(held) == sorted(claims), "each claim is in exactly one record"
    for c in claims.values():
        assert c.evidence, c.id
        for piece in c.evidence:
            assert piece.quote and texts[c.document][piece.start : piece.end] == piece.quote


@pytest.mark.parametrize("doc", ["peru-bolivia-desaguadero-treaty.txt", "peru-bolivia-trade-statistics.html"])
def test_what_is_forgotten_is_as_if_never_read(tmp_path: Path, doc: str) -> None:
    with _read(tmp_path / "all.db") as one, _read(tmp_path / "rest.db", without=doc) as two:
        before = {c.id for c in one.claims()}
        its = {c.id for c in one.claims() if c.doc == doc}
        assert its
        assert one.forget(doc).claims == len(its)
        assert {c.id for c in one.claims()} == before - its
        assert one.records() == two.records()
        assert _told(one) == _told(two)
