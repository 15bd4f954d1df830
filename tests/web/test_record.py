"""From a record to the words it rests on."""

from __future__ import annotations

import html
import re

from fastapi.testclient import TestClient


def _some(reader: TestClient) -> list[str]:
    return [r["id"] for r in reader.get("/api/dyads/KEN/UGA?limit=500").json()["records"]]


def test_every_claim_of_a_record_stands_in_its_document(reader: TestClient) -> None:
    for id_ in _some(reader)[:20]:
        shown = reader.get(f"/api/records/{id_}").json()
        assert shown["line"]["id"] == id_ and shown["claims"]
        for claim in shown["claims"]:
            text = reader.app.state.desk.store.document(claim["document"]).text  # type: ignore[attr-defined]
            for quote in claim["quotes"]:
                assert text[quote["start"] : quote["end"]] == quote["quote"]


def test_a_record_page_leads_to_the_marked_passage(reader: TestClient) -> None:
    for id_ in _some(reader)[:8]:
        claim = reader.get(f"/api/records/{id_}").json()["claims"][0]
        page = reader.get(f"/records/{id_}").text
        address = f"/documents/{claim['document']}?claim={claim['id']}#passage"
        assert address in page
        marked = re.findall(r"<mark class=\"here passage\"[^>]*>(.*?)</mark>", reader.get(address).text, re.DOTALL)
        quote = claim["quotes"][0]["quote"]
        assert html.unescape(marked[0]) in quote


def test_the_parts_of_a_document_are_its_text(reader: TestClient) -> None:
    store = reader.app.state.desk.store  # type: ignore[attr-defined]
    for stored in store.documents():
        shown = reader.get(f"/api/documents/{stored.document.hash}").json()
        document = store.document(stored.document.hash)
        whole = ["".join(p["text"] for p in part["pieces"]) for part in shown["parts"]]
        assert whole == [document.text[b.start : b.end] for b in document.blocks]
        marked = {c for part in shown["parts"] for p in part["pieces"] for c in p["claims"]}
        assert marked == {c["id"] for c in shown["claims"]}


def test_what_is_not_there_is_named(reader: TestClient) -> None:
    assert reader.get("/api/records/visit-000000000000").status_code == 404
    assert reader.get("/documents/" + "0" * 64).status_code == 404
