"""Pages of a large store show what was found last, and say so until the new is counted."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import AS_OF

from accord.web import Settings, counting, create_app


def test_a_large_store_is_counted_by_a_process_while_pages_say_so(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "_CLAIMS", 0)
    with TestClient(create_app(Settings(store_path, as_of=AS_OF)), base_url="http://127.0.0.1") as client:
        first = client.get("/")
        assert "Being counted" in first.text
        assert client.get("/api/dyads").json()["dyads"] == []
        until = time.monotonic() + 240
        while "Being counted" in client.get("/").text:
            assert time.monotonic() < until
            time.sleep(0.2)
        assert "Kenya – Uganda" in client.get("/").text
        assert client.get("/api/commitments").json()["total"] > 0


def test_the_pages_of_all_dyads_hold_each_finding_once(reader: TestClient) -> None:
    whole = reader.get("/api/commitments?limit=500").json()
    ids = [p["line"]["id"] for p in whole["promises"]]
    assert len(ids) == len(set(ids)) == whole["total"] == sum(whole["outcomes"].values())
    some, cursor = [], ""
    while cursor is not None:
        page = reader.get("/api/commitments", params={"limit": 7, "cursor": cursor}).json()
        some += [p["line"]["id"] for p in page["promises"]]
        cursor = page["next"]
    assert some == ids
