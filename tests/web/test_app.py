"""What holds for every page: headers, one shape of errors, no answer for another host."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


def test_home_lists_the_dyads_of_the_store(reader: TestClient) -> None:
    answer = reader.get("/")
    assert answer.status_code == 200
    assert "Kenya – Uganda" in answer.text


def test_the_same_answer_is_json_and_csv(reader: TestClient) -> None:
    found = reader.get("/api/dyads").json()
    rows = reader.get("/api/dyads.csv").text.splitlines()
    assert found["as_of"] == "2025-06-30"
    assert len(rows) == len(found["dyads"]) + 1
    assert rows[0] == "first,second,records,facts,balance,last"


@pytest.mark.parametrize("path", ["/", "/api/dyads", "/nowhere", "/static/desk.css"])
def test_nothing_from_outside_may_be_loaded(reader: TestClient, path: str) -> None:
    headers = reader.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"


def test_another_host_is_refused(reader: TestClient) -> None:
    assert reader.get("/", headers={"host": "evil.example"}).status_code == 421


def test_errors_have_one_shape(reader: TestClient) -> None:
    assert reader.get("/api/nowhere").json()["error"]["status"] == 404
    page = reader.get("/nowhere")
    assert (page.status_code, "That did not work (404)" in page.text) == (404, True)


def test_a_dyad_is_filtered_by_its_address(reader: TestClient) -> None:
    all_, some = reader.get("/api/dyads/KEN/UGA").json(), reader.get("/api/dyads/Uganda/Kenya?kind=meeting").json()
    assert some["states"] == all_["states"] == ["KEN", "UGA"]
    assert all_["kinds"] == some["kinds"] and some["total"] == all_["kinds"]["meeting"]
    assert {r["kind"] for r in some["records"]} == {"meeting"}


def test_pages_follow_one_another_without_a_gap(reader: TestClient) -> None:
    whole = reader.get("/api/dyads/KEN/UGA?limit=500").json()
    found, cursor = [], ""
    while cursor is not None:
        page = reader.get("/api/dyads/KEN/UGA", params={"limit": 7, "cursor": cursor}).json()
        found += [r["id"] for r in page["records"]]
        cursor = page["next"]
    assert found == [r["id"] for r in whole["records"]] and len(found) == whole["total"]


@pytest.mark.parametrize(
    ("path", "status", "reason"),
    [
        ("/api/dyads/KEN/KEN", 400, "are one state"),
        ("/api/dyads/KEN/Atlantis", 404, "no state is called 'Atlantis'"),
        ("/api/dyads/KEN/UGA?kind=vist", 400, "no kind is called 'vist'"),
        ("/api/dyads/KEN/UGA?since=soon", 400, "soon"),
        ("/api/dyads/KEN/UGA?limit=0", 422, "limit"),
    ],
)
def test_a_wrong_word_is_named(reader: TestClient, path: str, status: int, reason: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == status
    assert reason in answer.json()["error"]["reason"]
