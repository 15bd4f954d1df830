"""Of very many records a brief reads some of each kind, and says so; of fewer it reads all."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import accord
from accord.analysis import Archive, ledger
from accord.brief import kept, reading
from accord.brief.build import Options
from accord.brief.command import compose
from accord.kinds import kinds
from accord.store import THRESHOLD, Store
from accord.values import Period

DAY = date(2025, 6, 1)
SUBJECTS = (
    "fisheries",
    "postal services",
    "grain storage",
    "forest fires",
    "mining safety",
    "air services",
    "dairy trade",
)
TEXT = "\n".join(
    [f"Kenya and Uganda signed an agreement on {what} in Kisumu on {n + 1} March 202{n % 5}." for n, what in enumerate(SUBJECTS)]
    + [f"The President of Kenya visited Uganda on {n + 1} May 2024." for n in range(4)]
    + ["The Foreign Minister of Kenya will visit Uganda on 3 September 2025.", "The Foreign Minister of Kenya will visit Uganda on 9 December 2025."]
    + [f"Kenya pledged to build a school in {city} for Uganda by the end of {year}." for city, year in
       (("Mbale", 2024), ("Busia", 2026), ("Gulu", 2027), ("Lira", 2029))]
    + ["Kenya and Rwanda signed an agreement on tourism in Nairobi on 5 April 2025."]
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    (tmp_path / "a.txt").write_text(TEXT)
    with accord.open(tmp_path / "a.db", as_of=DAY, create=True) as desk:
        desk.read(tmp_path / "a.txt", published="2025-05-01")
    store = Store.open(tmp_path / "a.db")
    store.refresh()
    return store


def read(store: Store, states: tuple[str, ...], most: int, **asked: object) -> reading.Reading:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "MOST", most)
        return reading.read(store, states, Options(DAY, **asked), kinds())  # type: ignore[arg-type]


def test_of_few_records_all_are_read(store: Store) -> None:
    found = read(store, ("KEN", "UGA"), 1000)
    assert found.whole and found.archive == Archive.of(store, ("KEN", "UGA"))


def test_of_three_states_only_what_is_between_two_of_them_is_read(store: Store) -> None:
    found = read(store, ("KEN", "UGA", "RWA"), 1000)
    every = Archive.of(store).records
    assert found.whole
    assert found.archive.records == tuple(r for r in every if len({"KEN", "UGA", "RWA"} & set(r.concerns)) > 1)


def test_of_many_the_newest_of_each_kind_are_read(store: Store) -> None:
    every = Archive.of(store, ("KEN", "UGA"))
    found = read(store, ("KEN", "UGA"), 9)
    assert not found.whole and found.there == len(every.records) > len(found.archive.records)
    kinds_read = Counter(r.kind for r in found.archive.records)
    assert kinds_read.keys() == {r.kind for r in every.records}
    assert sum(kinds_read.values()) <= 9 and max(kinds_read.values()) <= 3
    days = sorted((r.values["date"] for r in every.records if r.kind == "agreement"), reverse=True)
    assert [r.values["date"] for r in found.archive.records if r.kind == "agreement"].count(days[0]) == 1
    coming = [r.values["date"] for r in found.archive.records if r.status == "planned" and r.kind == "visit"]
    assert coming == ["2025-09-03"]  # the next visit, and not the one after it
    dues = {r.values["due"] for r in found.archive.records if r.kind == "commitment"}
    assert "2026" in {d[:4] for d in dues} and "2024" not in {d[:4] for d in dues}


def test_a_topic_and_a_time_narrow_what_is_read_of_many(store: Store) -> None:
    found = read(store, ("KEN", "UGA"), 9, since=date(2024, 1, 1), until=date(2024, 12, 31))
    times = [Period.parse(str(r.values.get("date") or r.values["due"])) for r in found.archive.records]
    assert times and all(t.first <= date(2024, 12, 31) and date(2024, 1, 1) <= t.last for t in times)
    none = read(store, ("KEN", "UGA"), 9, topic="water")
    assert none.archive.records == () and not none.whole


def test_the_brief_says_how_much_was_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = compose(store, ("KEN", "UGA"), Options(DAY), ".md")[0]
    monkeypatch.setattr(reading, "MOST", 9)
    part = compose(store, ("KEN", "UGA"), Options(DAY, tight=0.1), ".md")[0]
    assert "records" not in whole.scope
    there = len(Archive.of(store, ("KEN", "UGA")).records)
    assert f"Of {there} records" in part.scope
    assert {s.more for s in part.sections if "more of what was read" in s.more}
    assert not [s.more for s in whole.sections if "of what was read" in s.more]
    assert "course" in {s.key for s in whole.sections} and "course" not in {s.key for s in part.sections}


def test_a_brief_of_many_that_is_kept_is_the_one_made_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (reading, kept):
        monkeypatch.setattr(module, "MOST", 9)
    monkeypatch.setattr(kept, "_FROM", 1)
    whole = Archive.of(store, ("KEN", "UGA"))
    lines = ledger(whole.only(least=THRESHOLD), DAY, store.outcomes())
    made = [f.body for f in kept.ahead(store, whole, lines, ("KEN", "UGA"), DAY, "en")]
    for body, states in zip(made, (("KEN", "UGA"), ("UGA", "KEN")), strict=True):
        assert kept._brief().validate_json(body) == compose(store, states, Options(DAY), ".md")[0]


@pytest.mark.parametrize(
    ("counts", "share"), [([5, 1, 1], 7), ([50, 1, 2], 6), ([50, 50, 50], 3), ([20] * 30, 1), ([], 0)]
)
def test_each_kind_has_its_share(counts: list[int], share: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 9)
    assert reading._share(counts) == share
