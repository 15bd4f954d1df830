"""Records in the tables: pages of them from indices, and rewriting that changes only what differs."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import date
from itertools import product
from pathlib import Path

import fakes
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

from accord.pipeline import read
from accord.record import Claim, Record
from accord.store import Store, Wanted, derived, queries
from accord.store.judgements import Word, anchor

TEXTS = {"a.txt": fakes.TREATY, "b.txt": fakes.SECOND, "c.txt": fakes.DOUBTFUL}


def fill(store: Store, texts: dict[str, str] | None = None) -> None:
    read([fakes.raw(doc, text) for doc, text in (texts or TEXTS).items()], store, fakes.tools())


def test_pages_go_through_all_records_newest_first(store: Store) -> None:
    lines = [f"event|Fair {n}|TJK,KGZ|{2000 + n // 3}-05-01|reported|0.9" for n in range(20)]
    fill(
        store,
        {"a.txt": "\n".join([*lines, "event|Undated|TJK,KGZ||reported|0.9", "event|Other|TJK,UZB|2031|reported|0.9"])},
    )
    for kind, between in product(("", "event"), ((), ("KGZ", "TJK"))):
        wanted = Wanted(kind, between)
        seen, after = [], ""
        while True:
            ids, after = store.page(wanted, after, limit=4)
            records = store.some(ids)
            seen += records
            if not after:
                break
        days = [str(r.values.get("date", "")) for r in seen]
        assert days == sorted(days, reverse=True)
        assert sorted(r.id for r in seen) == [r.id for r in store.records(kind=kind, between=between)]
        assert sum(store.count(wanted).values()) == len(seen) == (21 if between else 22)
    assert store.page(Wanted("visit")) == ([], "")


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        (Wanted(status="planned"), ["Fair C", "Fair B"]),
        (Wanted(since=date(2025, 1, 1)), ["Fair C"]),
        (Wanted(until=date(2023, 12, 31)), ["Fair A"]),
        (Wanted(since=date(2024, 5, 1), until=date(2024, 5, 1)), ["Fair B"]),
        (Wanted(words="fair b"), ["Fair B"]),
        (Wanted(between=("KGZ", "TJK"), status="planned", words="fair"), ["Fair B"]),
        (Wanted(topic="trade"), []),
    ],
)
def test_a_page_is_of_what_is_wanted(store: Store, wanted: Wanted, titles: list[str]) -> None:
    lines = [
        "event|Fair A|TJK,KGZ|2023-05-01|reported|0.9",
        "event|Fair B|TJK,KGZ|2024|planned|0.9",
        "event|Fair C|TJK,UZB|2025-05-01|planned|0.9",
        "event|Undated|TJK,KGZ||reported|0.9",
    ]
    fill(store, {"a.txt": "\n".join(lines)})
    assert [r.values["name"] for r in store.some(store.page(wanted)[0])] == titles
    assert sum(store.count(wanted).values()) == len(titles)


@pytest.mark.parametrize("kind", ["", "event"])
@pytest.mark.parametrize("between", [(), ("TJK",), ("KGZ", "TJK")])
def test_pages_are_read_from_an_index_in_its_order(
    store: Store, path: Path, kind: str, between: tuple[str, ...]
) -> None:
    query = queries.page_query(Wanted(kind, between), "2024-01-01 event-1", 50)
    text = str(query.compile(dialect=sqlite_dialect(), compile_kwargs={"literal_binds": True}))
    with closing(sqlite3.connect(path)) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {text}")]
    assert not any("SCAN" in step and "INDEX" not in step for step in plan), plan
    assert not any("TEMP B-TREE" in step for step in plan), plan
    assert any("COVERING INDEX" in step for step in plan), plan


def test_only_records_that_differ_are_written(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store)
    store.records()
    written: list[str] = []
    real = derived.write
    monkeypatch.setattr(derived, "write", lambda c, batch: (written.extend(r.id for r in batch[1]), real(c, batch)))
    fill(store, {"d.txt": "agreement|Water Treaty|KAZ,UZB|2024|reported|0.9\n"})
    water = next(r for r in store.records() if r.values.get("title") == "Water Treaty")
    assert written == [water.id]


IDS = st.sampled_from("abcdefgh")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    old=st.dictionaries(st.sampled_from(["r1", "r2", "r3", "r4"]), st.sets(IDS, min_size=1, max_size=4)),
    new=st.lists(st.sets(IDS, min_size=1, max_size=4), max_size=4),
    size=st.integers(1, 5),
)
def test_a_batch_takes_all_that_share_a_claim(old: dict[str, set[str]], new: list[set[str]], size: int) -> None:
    """Whatever was in one record before is in the same batch as what it comes to be in."""

    def record(number: int, ids: set[str]) -> Record:
        claims = tuple(Claim(i, "d", "d", "event", {}, ()) for i in sorted(ids))
        return Record(f"n{number}", "event", {}, "reported", (), claims)

    found = list(derived.batches({k: sorted(v) for k, v in old.items()}, [record(*x) for x in enumerate(new)], size))
    assert sorted(i for gone, _ in found for i in gone) == sorted(old)
    assert sorted(r.id for _, come in found for r in come) == [f"n{n}" for n in range(len(new))]
    homes: dict[str, set[int]] = {}
    for number, (gone, come) in enumerate(found):
        for ids in (*(old[i] for i in gone), *({c.id for c in r.claims} for r in come)):
            for one in ids:
                homes.setdefault(one, set()).add(number)
    assert all(len(batch) == 1 for batch in homes.values())


def test_a_judgement_is_kept_between_the_batches_of_a_large_rebuild(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derived, "_SIZE", 1)
    real, judged = derived.write, []

    def slow(connection, batch):  # type: ignore[no-untyped-def]
        real(connection, batch)
        if not judged:
            judged.append(threading.Thread(target=judge))
            judged[0].start()

    def judge() -> None:
        with Store.open(path, wait=5, resolver=fakes.resolver) as other:
            claim = other.claims()[0]
            other.judge(Word("right", (anchor(claim),), when="2026-01-01T00:00:00+00:00"))

    monkeypatch.setattr(derived, "write", slow)
    with Store.open(path, resolver=fakes.resolver) as store:
        fill(store)
        store.rebuild()
        judged[0].join()
        assert len(store.judgements()) == 1
        store.rebuild()
        assert not store.stale
