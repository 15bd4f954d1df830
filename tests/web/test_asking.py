"""People, why not, briefs, the calendar and the glance."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar

from accord.desk.why import BEST

KEN_UGA = "/dyads/KEN/UGA"


def test_people_are_those_that_the_analysis_finds(reader: TestClient) -> None:
    every = reader.get("/api/people?limit=500").json()
    desk = reader.app.state.desk.asked  # type: ignore[attr-defined]
    assert every["total"] == len(every["people"]) == len(desk.people())
    kenyans = reader.get("/api/people?state=Kenya&limit=500").json()["people"]
    assert {p["state"] for p in kenyans} == {"KEN"} and len(kenyans) == len(desk.people("KEN"))
    held = reader.get(f"/api{KEN_UGA}/people?office=minister&on=2025").json()["people"]
    assert held and all(p["standing"] and p["answer"] for p in held)
    for seen in (s for p in kenyans for s in p["seen"]):
        text = desk.store.document(seen["document"]).text
        assert text[seen["start"] : seen["end"]] == seen["quote"]


def test_why_not_answers_with_places_to_open(reader: TestClient) -> None:
    found = reader.get("/api/why?q=pipeline&states=KEN&states=Uganda").json()
    assert found["states"] == ["KEN", "UGA"] and sum(found["sorts"].values()) == found["total"] > 0
    page = reader.get("/why?q=pipeline&states=KEN&states=Uganda").text
    for answer in found["answers"]:
        assert reader.get(f"/documents/{answer['document']}").status_code == 200
        assert not answer["record"] or f'href="/records/{answer["record"]}"' in page
    never = reader.get("/api/why?q=zeppelin").json()["answers"]
    assert [a["became"] for a in never] == ["never-read"]


def test_in_a_large_store_why_not_answers_of_the_best_records_at_once(
    reader: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = {a["record"] for a in reader.get("/api/why?q=agreement&limit=500").json()["answers"]}
    monkeypatch.setattr("accord.web.answers.why.SMALL", 0)
    found = reader.get("/api/why?q=agreement&limit=500").json()
    assert found["quick"] and {a["record"] for a in found["answers"]} < every
    assert 5 < found["total"] <= BEST and {a["became"] for a in found["answers"]} <= {"shown", "doubtful"}
    page = reader.get("/why?q=zeppelin").text
    assert "This store is large" in page and "never read" not in page
    store = reader.app.state.desk.store  # type: ignore[attr-defined]
    doc = store.documents()[0].doc
    named = reader.get("/api/why", params={"q": doc}).json()["answers"]
    assert [(a["became"], a["doc"]) for a in named] == [("shown", doc)]
    in_brief = reader.get("/api/why?q=pipeline&states=KEN&states=UGA").json()["answers"]
    assert any("in the brief of KEN UGA" in a["reason"] for a in in_brief)


@pytest.mark.parametrize(
    ("suffix", "start"), [("html", b"<!doctype html>"), ("pdf", b"%PDF-"), ("docx", b"PK\x03\x04"), ("md", b"# ")]
)
def test_the_brief_is_made_in_each_format(reader: TestClient, suffix: str, start: bytes) -> None:
    answer = reader.get(f"{KEN_UGA}/brief.{suffix}?marking=DRAFT&topic=trade")
    assert answer.status_code == 200 and start in answer.content[:400]
    assert f'filename="brief-KEN-UGA-trade-2025-06-30.{suffix}"' in answer.headers["content-disposition"]
    if suffix in ("html", "md"):
        assert "DRAFT" in answer.text


def test_a_brief_runs_its_own_script_alone_and_only_the_desk_frames_it(reader: TestClient) -> None:
    answer = reader.get(f"{KEN_UGA}/brief.html")
    policy = answer.headers["content-security-policy"]
    assert "script-src 'sha256-" in policy and "frame-ancestors 'self'" in policy and "default-src 'none'" in policy
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"


def test_a_brief_of_three_states_names_all_three(reader: TestClient) -> None:
    offer = reader.get("/api/brief?states=Kenya&states=UGA&states=SSD&topic=transport").json()
    assert offer["files"]["md"] == "/brief.md?states=KEN&states=SSD&states=UGA&topic=transport"
    text = reader.get(offer["files"]["md"]).text
    assert all(name in text.splitlines()[0] for name in ("Kenya", "Uganda", "South Sudan"))
    assert reader.get("/api/brief").json()["files"] == {}


@pytest.mark.parametrize("asked", ["since=2026&until=2025", "topic=weather", "changes=last-brief", "since=soon"])
def test_a_brief_that_cannot_be_made_says_why(reader: TestClient, asked: str) -> None:
    assert reader.get(f"/api{KEN_UGA}/brief.md?{asked}").json()["error"]["status"] == 400


@pytest.mark.parametrize(("site", "noted"), [("same-origin", True), ("cross-site", False), (None, False)])
def test_a_brief_saved_from_the_desk_is_the_last_brief(client: TestClient, site: str | None, noted: bool) -> None:
    headers = {"sec-fetch-site": site} if site else {}
    assert client.get(f"{KEN_UGA}/brief.md?save=true", headers=headers).status_code == 200
    store = client.app.state.desk.store  # type: ignore[attr-defined]
    assert bool(store.last_brief(("KEN", "UGA"), "")) is noted


def test_the_calendar_has_what_is_due_and_stays_the_same(reader: TestClient) -> None:
    first, again = (reader.get(f"{KEN_UGA}/commitments.ics?outcome=open") for _ in range(2))
    assert first.content == again.content and first.headers["content-type"].startswith("text/calendar")
    events = {str(e["uid"]): e for e in Calendar.from_ical(first.content).walk("VEVENT")}
    promises = reader.get(f"/api{KEN_UGA}/commitments?outcome=open&limit=500").json()["promises"]
    due = {p["line"]["id"]: p["due"] for p in promises if p["due"]}
    assert set(events) == {f"{id_}@accord" for id_ in due} and events
    for id_, when in due.items():
        event = events[f"{id_}@accord"]
        assert str(event["url"]).endswith(f"/records/{id_}") and event["sequence"] > 0
        if len(when) == 10:
            day = date.fromisoformat(when)
            assert (event["dtstart"].dt, event["dtend"].dt) == (day, day + timedelta(days=1))
        elif re.fullmatch(r"\d{4}-\d\d", when):
            assert event["dtstart"].dt.day == event["dtend"].dt.day == 1


def test_the_calendar_is_linked_as_it_is_filtered(reader: TestClient) -> None:
    page = reader.get("/commitments?outcome=open&limit=5&cursor=5").text
    assert "/commitments.ics?outcome=open" in page


def test_the_glance_agrees_with_the_pages_that_it_leads_to(reader: TestClient) -> None:
    glance = reader.get(f"/api{KEN_UGA}").json()["glance"]
    assert glance["contradictions"] == reader.get(f"/api{KEN_UGA}/contradictions").json()["total"]
    years = reader.get(f"/api{KEN_UGA}/course?by=year").json()["bars"]
    last = [bar for bar in years if bar["time"] <= "2025"][-1]
    assert (glance["year"], glance["balance"]) == (last["time"], last["balance"])
    assert glance["contact"]["status"] == "reported" and glance["contact"]["date"] <= "2025-06-30"
    assert glance["due_on"] >= "2025-06-30" and 0 <= glance["in_force"] <= glance["papers"]
    assert glance["trade"]["kind"] == "indicator"
