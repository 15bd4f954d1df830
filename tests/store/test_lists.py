"""What lists are read from: in the order of an index, page by page, each page in one state of the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import fakes
import pytest
from sqlalchemy import event, inspect

from accord.pipeline import read
from accord.store import Asked, Shelved, Store, Wanted
from accord.store.migrations import migrate

DAYS = {
    "c.txt": "2024-05",
    "a.txt": "2024-05-02",
    "e.txt": "2024-05-02",
    "b.txt": "2024-05-02",
    "d.txt": "",
    "f.txt": "",
}


def published(store: Store) -> None:
    """Documents of some days, and two without."""
    found = [fakes.raw(doc, f"event|{doc}|KGZ,TJK||reported|0.9") for doc in DAYS]
    read(found, store, fakes.tools({doc: {"published": day} for doc, day in DAYS.items() if day}))


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 6])
@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Shelved(), ["a.txt", "b.txt", "e.txt", "c.txt", "d.txt", "f.txt"]),
        (Shelved(words=("txt",), state="read"), ["a.txt", "b.txt", "e.txt", "c.txt", "d.txt", "f.txt"]),
        (Shelved(state="kept"), []),
    ],
)
def test_documents_come_page_by_page_the_undated_last(
    store: Store, wanted: Shelved, names: list[str], limit: int
) -> None:
    published(store)
    found, after = list[str](), ""
    while True:
        some, after = store.shelf.page(wanted, after, limit)
        found += [stored.doc for stored in some]
        if not after:
            break
        assert len(some) == limit
    assert found == names


def test_all_that_a_thread_asks_at_once_sees_one_state(store: Store) -> None:
    published(store)
    with store.at_once():
        before = store.pulse(), len(store.documents()), store.shelf.count(Shelved())
        other = Store.open(store.where, resolver=fakes.resolver)
        read([fakes.raw("g.txt", "Talk.")], other, fakes.tools())
        assert (store.pulse(), len(store.documents()), store.shelf.count(Shelved())) == before
        assert len(other.documents()) == 7
        other.close()
    assert len(store.documents()) == 7
    assert store.pulse() != before[0]


def test_what_was_added_since_a_moment(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    times = {
        "a.txt": "2026-01-01T08:00:00+00:00",
        "b.txt": "2026-01-01T09:00:00+00:00",
        "c.txt": "2026-03-01T00:00:00+00:00",
    }
    for doc, now in times.items():
        monkeypatch.setattr("accord.store.store._now", lambda now=now: now)
        lines = "\n".join(f"{kind}|{doc} {kind}|KGZ,TJK|2024-05-01|reported|0.9" for kind in ("event", "agreement"))
        doubtful = "event|Rumour|UZB|2024-05-01|reported|0.1"
        read([fakes.raw(doc, f"{lines}\n{doubtful}")], store, fakes.tools())
    store.refresh()
    assert store.ready.added_by_day() == {"2026-01-01": 4, "2026-03-01": 2}
    assert store.ready.added("2026-01-01T08:30:00+00:00") == 2
    assert store.ready.added("2026-01-01") == 0
    wanted = [r.id for r in store.records(least=0.3) if not r.claims[0].doc.startswith("a")]
    for few in (True, False):
        found, after = list[str](), ""
        while after or not found:
            some, after = store.ready.added_page("2026-01-01T08:30:00+00:00", after, 3, few)
            found += some
        assert found == wanted


@pytest.mark.parametrize(
    ("ask", "sorts"),
    [
        (lambda s: s.ready.added_page("2026-01-01", "event event-1", 5, few=False), False),
        (lambda s: s.ready.added_page("2026-01-01", "event event-1", 5, few=True), True),
        (lambda s: s.ready.added("2026-01-01T08:00:00"), False),
        (lambda s: s.ready.retold("2026-01-01"), False),
        (lambda s: s.ready.page(Asked("commitment", word="open"), "2026", 5), False),
        (lambda s: s.ready.page(Asked("commitment", word="open", topic="trade"), "", 5), False),
        (lambda s: s.ready.page(Asked("commitment", topic="trade"), "2026", 5), False),
        (lambda s: s.ready.page(Asked("moment", "KGZ-TJK", "done", backwards=True), "2026", 5), False),
        (lambda s: s.ready.count(Asked("commitment", topic="trade")), False),
        (lambda s: s.ready.count(Asked("moment", "KGZ-TJK", since="2026")), False),
        (lambda s: s.shelf.page(Shelved(), "2026-01-01 2", 5), False),
        (lambda s: s.shelf.page(Shelved(state="read", last=date(2026, 1, 1)), "", 5), False),
        (lambda s: s.shelf.count(Shelved(first=date(2026, 1, 1))), False),
    ],
)
def test_lists_are_read_from_an_index_in_its_order(
    path: Path, store: Store, ask: Callable[[Store], object], sorts: bool
) -> None:
    asked = list[tuple[str, Any]]()
    event.listen(store._engine, "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
    ask(store)
    lists = [
        (sql, values) for sql, values in asked if "names" not in sql and "documents" not in sql and "SELECT" in sql
    ]
    assert lists
    with closing(sqlite3.connect(path)) as connection:
        for sql, values in lists:
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
            assert all("INDEX" in step for step in plan if "TEMP" not in step), plan
            assert any("TEMP B-TREE" in step for step in plan) == sorts, plan


@pytest.mark.parametrize("kind", ["", "event"])
@pytest.mark.parametrize("count", [False, True])
@pytest.mark.parametrize(
    "asked",
    [
        {"until": date(2018, 1, 1)},
        {"since": date(2018, 1, 1)},
        {"topic": "trade"},
        {"sure": False},
        {"undated": True},
        {"status": "planned"},
        {"status": "done", "topic": "trade", "since": date(2018, 1, 1), "until": date(2019, 1, 1), "sure": True},
    ],
)
def test_what_does_not_fit_is_passed_over_without_its_row(
    path: Path, store: Store, kind: str, count: bool, asked: dict[str, Any]
) -> None:
    said = list[tuple[str, Any]]()
    event.listen(store._engine, "before_cursor_execute", lambda *told: said.append((told[2], told[3])))
    wanted = Wanted(kind, **asked)
    if count:
        store.count(wanted)
    else:
        store.page(wanted, "2024-01-01 event-1")
    sql, values = said[-1]
    with closing(sqlite3.connect(path)) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert all("COVERING INDEX records_" in step for step in plan if "TEMP" not in step), plan
    assert count or "undated" in asked or not any("TEMP B-TREE" in step for step in plan), plan


@pytest.mark.parametrize(
    ("version", "had"),
    [
        (8, ["findings_rank ON findings (sort, own, rank)", "records_read ON records (last_read, first_read)"]),
        (12, ["records_kind ON records (kind, start, id)", "records_start ON records (start, id)"]),
    ],
)
def test_an_older_store_gets_the_indices_of_a_new_one(path: Path, store: Store, version: int, had: list[str]) -> None:
    def indices() -> dict[str, list[tuple[str | None, ...]]]:
        shown = inspect(store._engine)
        return {
            str(index["name"]): list(index["column_names"])
            for table in ("findings", "records", "shelf")
            for index in shown.get_indexes(table)
        }

    new = indices()
    with store._engine.begin() as connection:
        older = {index.split()[0] for index in had} if version == 12 else set(new)
        for name in older:
            connection.exec_driver_sql(f"DROP INDEX {name}")
        for index in had:
            connection.exec_driver_sql(f"CREATE INDEX {index}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    assert indices() != new
    migrate(store._engine, store.where)
    assert indices() == new
