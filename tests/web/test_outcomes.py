"""A judged outcome of a promise shows at once wherever the promise does, and is gone as soon as it is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from test_review import JUDGE, sitting

from accord.web import counting


@pytest.fixture(params=["small", "large"])
def desk(
    store_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Any]]:
    """A desk over a store that is counted before a page is answered, and one that a process of its own counts."""
    with sitting(store_path, "Ada") as call:
        call("GET", "/")
        if request.param == "large":
            monkeypatch.setattr(counting, "_CLAIMS", 0)
        yield call


def shown(desk: Callable[..., Any], states: str, record: str) -> dict[str, Any]:
    """What each place tells of one promise."""

    def line(address: str) -> Any:
        found = desk("GET", f"/api{address}?limit=500").json()["promises"]
        return next((p["outcome"], p["judged"], p["reason"]) for p in found if p["line"]["id"] == record)

    return {
        "all": line("/commitments"),
        "dyad": line(f"/dyads/{states}/commitments"),
        "past": desk("GET", f"/api/dyads/{states}").json()["glance"]["past"],
        "calendar": desk("GET", f"/dyads/{states}/commitments.ics").text,
        "brief": desk("GET", f"/dyads/{states}/brief.md").text,
    }


def test_an_outcome_shows_at_once_in_every_place(desk: Callable[..., Any]) -> None:
    states = "KEN/UGA"
    promises = desk("GET", f"/api/dyads/{states}/commitments?outcome=open&limit=500").json()["promises"]
    record = next(p["line"]["id"] for p in promises if p["due"])
    claim = desk("GET", f"/api/records/{record}").json()["claims"][0]["id"]
    before = shown(desk, states, record)

    given = {"verdict": "outcome", "about": [claim], "value": "broken", "reason": "note of 3 May"}
    said = desk("POST", JUDGE, json=given).json()["id"]
    after = shown(desk, states, record)
    assert after["all"] == after["dyad"] == ("broken", True, "judged by Ada: note of 3 May")
    assert after["past"] == before["past"] + 1
    assert "note of 3 May" in after["calendar"]
    assert after["brief"] != before["brief"]

    assert desk("DELETE", f"{JUDGE}/{said}").status_code == 200
    again = shown(desk, states, record)
    assert {k: v for k, v in again.items() if k != "calendar"} == {k: v for k, v in before.items() if k != "calendar"}
    assert "note of 3 May" not in again["calendar"]
