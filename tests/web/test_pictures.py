"""Pictures of the desk: whole SVG and PNG in both themes, the numbers of the analysis, kept ready, named where there is none."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import AS_OF

from accord.pictures import DARK, LIGHT
from accord.web import Settings, create_app
from accord.web.answers import map as map_
from accord.web.imprint import drawings

PLACES = {"first": "KEN", "second": "UGA"}
PATHS = [d.path.format(**PLACES) for d in drawings()]
PAGES = ("/", "/network", *(f"/dyads/KEN/UGA/{name}" for name in ("map", "timeline", "course", "commitments")))


@pytest.mark.parametrize("path", PATHS)
def test_a_picture_is_whole_and_fetches_nothing(reader: TestClient, path: str) -> None:
    answer = reader.get(f"/pictures{path}.svg")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'unsafe-inline'")
    root = ElementTree.fromstring(answer.text)
    told = reader.get(f"/api/pictures{path}").json()
    assert [child.text for child in root[:2]] == [told["title"], told["description"]]
    assert "<script" not in answer.text
    assert re.findall(r"(?:href|src)=|url\((?!#)|https?://(?!www\.w3\.org/)", answer.text) == []


@pytest.mark.parametrize("path", PATHS)
def test_the_numbers_are_json_and_csv(reader: TestClient, path: str) -> None:
    told = reader.get(f"/api/pictures{path}").json()
    rows = list(csv.reader(io.StringIO(reader.get(f"/api/pictures{path}.csv").text)))
    assert rows[0] == told["header"] and len(rows) == len(told["rows"]) + 1 > 1


def test_the_numbers_are_those_of_the_analysis(reader: TestClient) -> None:
    bars = reader.get("/api/dyads/KEN/UGA/course").json()["bars"]
    rows = reader.get("/api/pictures/dyads/KEN/UGA/course").json()["rows"]
    assert [row[:4] for row in rows] == [[b["time"], b["balance"], b["low"], b["high"]] for b in bars]
    moments = reader.get("/api/dyads/KEN/UGA/timeline?standing=planned&limit=500").json()["moments"]
    drawn = reader.get("/api/pictures/dyads/KEN/UGA/timeline?standing=planned").json()["rows"]
    assert [row[-1] for row in drawn[::-1]] == [m["record"] for m in moments] and drawn


@pytest.mark.parametrize(("theme", "ground"), [("light", LIGHT.ground), ("dark", DARK.ground)])
def test_a_theme_has_its_ground(reader: TestClient, theme: str, ground: str) -> None:
    assert f'fill="{ground}"' in reader.get(f"/pictures/matrix.svg?theme={theme}").text


def test_png_and_a_narrow_one(reader: TestClient) -> None:
    answer = reader.get("/pictures/dyads/KEN/UGA/timeline.png")
    assert answer.headers["content-type"] == "image/png" and answer.content.startswith(b"\x89PNG")
    wide, narrow = (
        float(ElementTree.fromstring(reader.get(f"/pictures/dyads/KEN/UGA/timeline.svg?size={s}").text).attrib["width"])
        for s in ("wide", "narrow")
    )
    assert narrow < 360 < wide


@pytest.mark.parametrize(
    ("path", "status", "reason"),
    [
        ("/api/pictures/dyads/KEN/Atlantis/map", 404, "no state is called 'Atlantis'"),
        ("/api/pictures/dyads/FRA/JPN/target", 404, "no promise of a figure has a series"),
        ("/api/pictures/dyads/KEN/UGA/timeline?standing=gone", 400, "no standing is called 'gone'"),
        ("/api/pictures/network?by=love", 422, "by"),
    ],
)
def test_what_cannot_be_drawn_is_named(reader: TestClient, path: str, status: int, reason: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == status and reason in answer.json()["error"]["reason"]
    picture = reader.get(path.removeprefix("/api").replace("?", ".svg?") if "?" in path else path[4:] + ".svg")
    assert picture.status_code == status
    assert reader.get("/pictures/matrix.gif").status_code == 422


def test_a_second_answer_is_kept_and_new_when_the_store_is(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with TestClient(create_app(Settings(store_path, as_of=AS_OF)), base_url="http://127.0.0.1") as client:
        first = client.get("/pictures/matrix.svg")
        desk = client.app.state.desk  # type: ignore[attr-defined]
        monkeypatch.setattr(desk.drawings, "_press", None)  # a second drawing would start a new one
        assert client.get("/pictures/matrix.svg").content == first.content
        assert desk.drawings._press is None
        again = client.get("/pictures/matrix.svg", headers={"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        desk.store.forget(desk.store.documents()[0].document.doc)
        desk.store.rebuild()
        later = client.get("/pictures/matrix.svg", headers={"if-none-match": first.headers["etag"]})
        assert later.status_code == 200 and later.headers["etag"] != first.headers["etag"]


def test_a_picture_is_drawn_again_when_what_was_behind_has_been_counted(store_path: Path) -> None:
    with TestClient(create_app(Settings(store_path, as_of=AS_OF)), base_url="http://127.0.0.1") as client:
        desk = client.app.state.desk  # type: ignore[attr-defined]
        while not desk.counting.settled(desk.day, "en"):
            client.get("/network")
        desk.counting.behind = True
        before = client.get("/pictures/network.svg")
        desk.counting.behind = False
        after = client.get("/pictures/network.svg", headers={"if-none-match": before.headers["etag"]})
        assert after.status_code == 200 and after.headers["etag"] != before.headers["etag"]


@pytest.mark.parametrize("query", ["", "?by=contacts", "?topic=trade"])
def test_the_page_of_the_network_has_the_numbers_of_its_pictures(reader: TestClient, query: str) -> None:
    page = reader.get(f"/api/network{query}").json()
    assert page["network"]["rows"] and page["matrix"]["rows"]
    assert page["network"] == reader.get(f"/api/pictures/network{query}").json()
    topic = query if "topic" in query else ""
    assert page["matrix"] == reader.get(f"/api/pictures/matrix{topic}").json()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_its_picture_with_words_and_files(reader: TestClient, page: str) -> None:
    text = reader.get(page).text
    figures = re.findall(r'<figure class="picture">.*?</figure>', text, re.DOTALL)
    assert figures
    for figure in figures:
        assert re.search(r'<source media="\(prefers-color-scheme: dark\)"', figure)
        (alt,) = re.findall(r'alt="([^"]+)"', figure)
        assert len(alt) > 20
        for link in re.findall(r'(?:srcset|src|href)="(/[^"]+)"', figure):
            if not link.startswith("/records/"):
                assert reader.get(link.replace("&amp;", "&")).status_code == 200, link


def test_the_map_without_boundaries_and_what_is_not_on_it(reader: TestClient) -> None:
    with_, without = (reader.get(f"/dyads/KEN/UGA/map?boundaries={b}").text for b in "10")
    assert "No opinion on the status" in with_ and "No opinion on the status" not in without
    assert "boundaries are left out" in reader.get("/pictures/dyads/KEN/UGA/map.svg?boundaries=0").text
    found = reader.get("/api/dyads/KEN/UGA/map").json()
    assert found["unplaced"] and all(u["what"] in with_ for u in found["unplaced"])


@pytest.mark.parametrize("topic", ["", "security"])
def test_what_is_not_on_the_map_comes_in_pages(reader: TestClient, topic: str) -> None:
    numbers = reader.get(f"/api/pictures/dyads/KEN/UGA/map?topic={topic}").json()
    rows = [dict(zip(numbers["header"], row, strict=True)) for row in numbers["rows"]]
    wanted = sorted((row for row in rows if row["shown"] != "yes"), key=lambda row: -row["records"])
    found, cursor = [], ""
    while cursor is not None:
        asked = {"topic": topic, "limit": 1, "cursor": cursor}
        page = reader.get("/api/dyads/KEN/UGA/map", params=asked).json()
        assert (page["total"], page["on_map"]) == (len(wanted), len(rows) - len(wanted))
        found += page["unplaced"]
        cursor = page["next"]
    assert [(u["what"], u["why"], u["told"]) for u in found] == [(r["what"], r["shown"], r["records"]) for r in wanted]
    assert found


def test_a_map_page_lists_no_more_than_people_read(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = reader.get("/api/dyads/KEN/UGA/map").json()
    monkeypatch.setattr(map_, "_ROWS", 1)
    monkeypatch.setattr(map_, "_RECORDS", 1)
    few = reader.get("/api/dyads/KEN/UGA/map").json()
    assert few["on_map"] == whole["on_map"] > len(few["drawn"]["rows"]) == 1
    row = dict(zip(few["drawn"]["header"], few["drawn"]["rows"][0], strict=True))
    assert row["records"] > len(row["ids"].split()) == 1
    assert "all 0 are" not in (page := reader.get("/dyads/KEN/UGA/map").text) and f"all {few['on_map']} are" in page


def test_by_contacts_the_network_counts_meetings_and_visits(reader: TestClient) -> None:
    facts, contacts = (reader.get(f"/api/pictures/network?by={by}").json() for by in ("facts", "contacts"))
    told = [row[contacts["header"].index("contacts")] for row in contacts["rows"]]
    assert told == sorted(told, reverse=True) and min(told) > 0
    assert len(contacts["rows"]) <= len(facts["rows"])
