"""Pages of a large store show what was found last, and say so until the new is counted."""

from __future__ import annotations

import time
from pathlib import Path
from typing import ClassVar

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import AS_OF

from accord.store import Store
from accord.web import Settings, counting, create_app
from accord.web.findings import served


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


class _Working:
    """A process that counts as long as it is let."""

    begun: ClassVar[int] = 0

    def __init__(self, *_: object, **__: object) -> None:
        type(self).begun += 1
        self.over: int | None = None

    def poll(self) -> int | None:
        return self.over


def test_what_is_behind_is_looked_for_once_after_each_writing(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "_CLAIMS", 0)
    monkeypatch.setattr(counting, "Popen", _Working)
    desk = served(Settings(store_path, as_of=AS_OF))
    asked = (AS_OF, "en")
    assert not desk.counting.settled(*asked)
    desk.counting.bring(*asked)
    assert desk.counting.whole_behind and desk.counting.settled(*asked)
    with Store.open(store_path) as store:
        store.note_brief(["KEN"])
    assert not desk.counting.settled(*asked)
    desk.counting.bring(*asked)
    assert desk.counting.settled(*asked) and _Working.begun == 1
    desk.counting._process.over = 1  # type: ignore[union-attr]
    assert not desk.counting.settled(*asked)  # it ended, and all is not counted
    desk.counting.bring(*asked)
    assert desk.counting.settled(*asked) and _Working.begun == 2
    desk.counting._process = None
    desk.close()
