"""What is kept ready shows the same as what is found when a page is asked for."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import AS_OF

from accord.analysis import Archive
from accord.analysis.changes import SORTS, changes
from accord.store import THRESHOLD, Store
from accord.version import __version__
from accord.web import Settings, create_app
from accord.web.findings import find, find_ahead, served

PAGES = (
    "/api/dyads/KEN/UGA?limit=200",
    "/api/dyads/KEN/UGA?status=planned&q=border",
    "/api/dyads/KEN/UGA/map",
    "/api/dyads/KEN/UGA/map?boundaries=0&limit=2",
    "/api/dyads/KEN/UGA/map?limit=2&cursor=000001",
    "/api/dyads/KEN/UGA/map?topic=security",
    "/api/search?q=border",
    "/api/changes?since=2020&limit=100",
    "/dyads/KEN/UGA/commitments.ics",
)


def asked(path: Path) -> dict[str, Any]:
    """Each page as it is, and whether its records are told."""
    with TestClient(create_app(Settings(path, as_of=AS_OF)), base_url="http://127.0.0.1") as client:
        return {page: client.get(page).text for page in PAGES}


def test_pages_are_the_same_when_all_is_made_ahead(store_path: Path) -> None:
    before = asked(store_path)
    desk = served(Settings(store_path, as_of=AS_OF))
    made_of = f"{__version__} {AS_OF} en"
    for circle in desk.store.ready.due("nothing"):
        desk.store.ready.keep(circle, made_of, [*find(desk, circle), *find_ahead(desk, circle)])
    ids = [record.id for record in desk.store.records(between=["KEN", "UGA"])]
    made = {made_of, f"{__version__} en", f"{__version__} en {AS_OF}"}
    assert desk.store.ready.told(ids, "KEN-UGA", made).keys() == set(ids)
    desk.close()
    assert asked(store_path) == before


def test_a_record_that_changes_is_told_anew(store_path: Path) -> None:
    desk = served(Settings(store_path, as_of=AS_OF))
    circle = next(c for c in desk.store.ready.due("nothing") if c.states == "KEN-UGA")
    desk.tell(circle)
    record = next(r for r in desk.store.records(between=["KEN", "UGA"]) if r.kind == "agreement")
    made = {f"{__version__} en", f"{__version__} en {AS_OF}"}
    assert desk.store.ready.untold("KEN-UGA", made) == []
    with Store.open(store_path) as store:
        store.forget(record.claims[0].document)
        store.refresh()
    assert record.id not in desk.store.ready.told([record.id], "KEN-UGA", made)
    desk.tell(circle)  # as it was before the change
    assert record.id not in desk.store.ready.told([record.id], "KEN-UGA", made)
    desk.close()


def test_whatever_anybody_writes_is_noticed(store_path: Path) -> None:
    with Store.open(store_path) as store, Store.open(store_path) as other:
        before = store.pulse()
        assert store.pulse() == before
        other.note_brief(["KEN"])
        assert store.pulse() != before


@pytest.mark.parametrize("sort", ["", *SORTS])
def test_changes_are_those_of_the_analysis(store_path: Path, sort: str) -> None:
    line = TestClient(create_app(Settings(store_path, as_of=AS_OF)), base_url="http://127.0.0.1")
    with sqlite3.connect(store_path) as writing:  # as if half of the documents had been read a year earlier
        writing.execute("PRAGMA foreign_keys = ON")
        writing.execute("UPDATE documents SET read_at = '2024-01-01T00:00:00+00:00' WHERE rowid % 2 = 0")
        writing.execute("UPDATE meta SET value = '' WHERE key IN ('derived', 'remembered')")
        writing.execute("DELETE FROM records")
    with line as client, Store.open(store_path) as store:
        wanted = [c for c in changes(Archive.of(store, least=THRESHOLD), "2025-01-01") if sort in ("", c.sort)]
        seen, cursor = [], ""
        while cursor is not None:
            page = client.get(
                "/api/changes", params={"since": "2025-01-01", "sort": sort, "limit": 7, "cursor": cursor}
            ).json()
            seen += [(c["line"]["id"], c["sort"], c["reason"], c["documents"]) for c in page["changes"]]
            cursor = page["next"]
    assert seen == [(c.record.id, c.sort, c.reason, list(c.documents)) for c in wanted]
    assert page["total"] == len(wanted)
