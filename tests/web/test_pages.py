"""Every page answers, in HTML, JSON and CSV, and no page shows a word of the interface that the catalogue lacks."""

from __future__ import annotations

import csv
import io
import re

import pytest
from fastapi.testclient import TestClient

from accord.languages.catalogue import load
from accord.web.question import questions

PLACES = {"first": "KEN", "second": "UGA"}
FIXED = [q for q in questions() if not re.search(r"\{(id|hash)\}", q.path)]


@pytest.mark.parametrize("question", FIXED, ids=lambda q: q.path)
def test_a_question_is_answered_as_page_json_and_csv(reader: TestClient, question: object) -> None:
    path = question.path.format(**PLACES)  # type: ignore[attr-defined]
    page = reader.get(path)
    assert page.status_code == 200, page.text
    assert page.text.count("<h1") == 1
    data = reader.get("/api" + (question.api or path))  # type: ignore[attr-defined]
    assert data.status_code == 200 and data.json()
    if question.table:  # type: ignore[attr-defined]
        rows = list(csv.reader(io.StringIO(reader.get("/api" + (question.api or path) + ".csv").text)))  # type: ignore[attr-defined]
        assert len({len(row) for row in rows}) == 1


def test_all_words_of_the_templates_are_in_the_catalogue() -> None:
    from importlib import resources

    words = load("en")
    used = set()
    for template in resources.files("accord.web").joinpath("templates").iterdir():
        used |= set(re.findall(r"\bt\([\"']([a-z_.-]+)[\"'](?=[,)])", template.read_text(encoding="utf-8")))
    assert {path for path in used if not isinstance(words.get(f"interface.{path}"), str)} == set()


def test_search_shows_the_words_found(reader: TestClient) -> None:
    found = reader.get("/api/search?q=pipeline").json()
    assert found["total"] > 0
    assert any(hit and "ipeline" in text for text, hit in found["hits"][0]["snippet"])
    assert reader.get("/api/search?q=Kenya").json()["states"] == [["KEN", "Kenya"]]
