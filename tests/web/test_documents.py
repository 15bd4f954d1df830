"""Documents on the desk: listed, read, shown in the original, forgotten."""

from __future__ import annotations

import io
import re
import struct
import time
import zipfile
from typing import Any

import pytest
from fastapi.testclient import TestClient

from accord.web.question import questions

NOTE = "The foreign minister of Peru met the foreign minister of Bolivia in Lima on 4 May 2025."


def token(client: TestClient) -> str:
    return str(client.get("/api/session").json()["csrf"])


def document(client: TestClient, suffix: str) -> dict[str, Any]:
    found = client.get("/api/documents?limit=500").json()["documents"]
    return next(d for d in found if d["doc"].endswith(suffix))


def over(client: TestClient, number: int) -> dict[str, Any]:
    """A reading when it is over."""
    for _ in range(600):
        reading: dict[str, Any] = client.get(f"/api/documents/reading?number={number}").json()["reading"]
        if reading["over"]:
            return reading
        time.sleep(0.1)
    raise AssertionError(reading)


def test_documents_are_listed_with_their_claims_and_filtered(reader: TestClient) -> None:
    every = reader.get("/api/documents?limit=500").json()
    assert every["claims"] == sum(d["claims"] for d in every["documents"]) > 0
    one = every["documents"][0]
    wanted = {"q": one["title"].split()[0], "publisher": one["publisher"], "since": one["published"]}
    some = reader.get("/api/documents", params=wanted).json()
    assert one in some["documents"] and some["total"] < every["total"]
    assert reader.get("/api/documents?state=skipped").json()["total"] == every["states"].get("skipped", 0)
    assert reader.get("/api/documents?state=lost").status_code == 400


@pytest.mark.parametrize("asked", [{}, {"state": "read"}, {"since": "2025"}, {"until": "2025-05"}])
def test_documents_come_page_by_page_those_skipped_last(reader: TestClient, asked: dict[str, str]) -> None:
    every = reader.get("/api/documents", params={**asked, "limit": 500}).json()
    found, cursor = list[Any](), ""
    while cursor is not None:
        page = reader.get("/api/documents", params={**asked, "limit": 4, "cursor": cursor}).json()
        found += page["documents"]
        assert {k: page[k] for k in ("states", "claims", "total", "publishers")} == {
            k: every[k] for k in ("states", "claims", "total", "publishers")
        }
        cursor = page["next"]
    assert found == every["documents"] and len(found) == every["total"] > 4
    for wrong in ("x", "2025", "a b", "2025-01-01 x", " 99999999999999999999"):
        answer = reader.get("/api/documents", params={"cursor": wrong})
        assert answer.status_code == (200 if wrong.isdecimal() else 400)


def test_three_files_dropped_two_are_read_and_the_broken_one_is_named(client: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("lima.txt", NOTE)
    files = [
        ("files", ("harbour.txt", b"Kenya and Uganda signed a fisheries agreement in Kisumu on 3 March 2025.")),
        ("files", ("clippings.zip", packed.getvalue())),
        ("files", ("broken.pdf", b"%PDF-1.4 cut off")),
    ]
    form = {"csrf": token(client)}
    answer = client.post("/documents", data=form, files=files, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/documents/reading?number=1")
    reading = over(client, 1)
    assert (reading["state"], reading["outcomes"]) == ("done", {"read": 2, "skipped": 1})
    page = client.get("/documents/reading?number=1").text
    assert "2 read, 1 skipped." in page
    assert "broken.pdf" in page and "breaks off before the end of the PDF; get the file again" in page
    assert "http-equiv" not in page.split("<main")[0]
    skipped = client.get("/api/documents?state=skipped").json()["documents"]
    assert [(d["doc"], d["mend"]) for d in skipped] == [("broken.pdf", "get the file again")]
    assert document(client, "clippings.zip!/lima.txt")["claims"] == reading["files"][1]["claims"] > 0


def test_a_pasted_text_is_read_by_its_name_and_date(client: TestClient) -> None:
    given = {"text": NOTE, "name": "note from Lima", "published": "2025-05-05"}
    started = client.post("/api/documents", data=given, headers={"x-csrf-token": token(client)})
    assert (started.status_code, started.json()["total"]) == (202, 1)
    over(client, started.json()["number"])
    found = document(client, "note from Lima.txt")
    assert (found["published"], found["claims"] > 0) == ("2025-05-05", True)


@pytest.mark.parametrize(("given", "status"), [({}, 422), ({"text": "x", "published": "soon"}, 400)])
def test_a_form_that_cannot_be_read_from_starts_nothing(client: TestClient, given: dict[str, str], status: int) -> None:
    assert client.post("/api/documents", data=given, headers={"x-csrf-token": token(client)}).status_code == status
    assert client.get("/api/documents/reading").json() == {"reading": None, "numbers": []}


def test_a_page_of_a_reading_under_way_asks_for_itself_again(client: TestClient) -> None:
    client.post("/documents", data={"csrf": token(client), "text": NOTE})
    page = client.get("/documents/reading").text
    assert re.search(r'<noscript><meta http-equiv="refresh" content="\d+"></noscript>', page)
    over(client, 1)
    assert client.get("/documents/reading?number=7").status_code == 404


def test_nobody_reads_into_a_desk_that_is_read_only(reader: TestClient) -> None:
    sent = reader.post("/api/documents", data={"text": NOTE}, headers={"x-csrf-token": token(reader)})
    assert sent.status_code == 403
    assert 'type="file"' not in reader.get("/documents").text


def test_a_document_is_forgotten_after_a_page_that_asks(client: TestClient) -> None:
    hash_ = document(client, ".eml")["hash"]
    asks = client.get(f"/documents/{hash_}/forget").text
    assert "Forget this document?" in asks and document(client, ".eml")["hash"] == hash_
    gone = client.post(f"/documents/{hash_}/forget", data={"csrf": token(client)})
    assert gone.status_code == 200 and "are gone" in gone.text
    assert client.get(f"/documents/{hash_}").status_code == 404
    assert client.delete(f"/api/documents/{hash_}", headers={"x-csrf-token": token(client)}).status_code == 404


def test_a_page_is_shown_in_a_sandbox_and_a_text_as_text(reader: TestClient) -> None:
    page = reader.get(f"/documents/{document(reader, '.html')['hash']}/original")
    policy = page.headers["content-security-policy"]
    assert policy.startswith("sandbox; default-src 'none';") and "allow-scripts" not in policy
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    text = reader.get(f"/documents/{document(reader, '.md')['hash']}/original")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"


def test_what_a_browser_cannot_show_is_saved_under_a_safe_name(reader: TestClient) -> None:
    found = document(reader, ".docx")
    answer = reader.get(f"/documents/{found['hash']}/original")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="{found["doc"].split("/")[-1]}"')
    assert answer.content == reader.app.state.desk.store.raw(found["hash"])  # type: ignore[attr-defined]


def test_a_pdf_is_shown_as_pictures_of_its_pages(reader: TestClient) -> None:
    hash_ = document(reader, ".pdf")["hash"]
    shown = reader.get(f"/api/documents/{hash_}?beside=original").json()
    assert shown["original"] == "pages" and shown["pages"] >= 1
    picture = reader.get(f"/documents/{hash_}/pages/1.png")
    assert picture.headers["content-type"] == "image/png" and picture.content.startswith(b"\x89PNG\r\n\x1a\n")
    assert max(struct.unpack(">II", picture.content[16:24])) in range(1590, 1611)
    assert reader.get(f"/documents/{hash_}/pages/{shown['pages'] + 1}.png").status_code == 404
    assert reader.get(f"/documents/{document(reader, '.md')['hash']}/pages/1.png").status_code == 404


def test_fixed_addresses_are_asked_before_those_with_a_hash() -> None:
    paths = [q.path for q in questions()]
    assert paths.index("/documents/reading") < paths.index("/documents/{hash}")
