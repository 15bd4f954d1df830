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
