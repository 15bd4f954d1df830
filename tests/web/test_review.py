"""The review desk: what waits, judging by forms and by the API, undoing, import and export, two coders."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from accord.desk.coding import draw
from accord.exports.jsonl import record_lines
from accord.record import Claim
from accord.store import THRESHOLD, Store
from accord.web import Settings, create_app

AS_OF = date(2025, 6, 30)
JUDGE = "/api/judgements"


@contextmanager
def sitting(path: Path, name: str) -> Iterator[Callable[..., Any]]:
    """Somebody at the desk, by name: a function (method, path, **more) whose calls carry the session's token."""
    with TestClient(create_app(Settings(path, as_of=AS_OF)), base_url="http://127.0.0.1") as client:
        form = {"csrf": client.get("/api/session").json()["csrf"], "name": name}
        assert client.post("/who", data=form, follow_redirects=False).status_code == 303
        token = client.get("/api/session").json()["csrf"]

        def call(method: str, address: str, **more: Any) -> Any:
            return client.request(method, address, headers={"x-csrf-token": token}, follow_redirects=False, **more)

        yield call


@pytest.fixture
def desk(store_path: Path) -> Iterator[Callable[..., Any]]:
    with sitting(store_path, "Ada") as call:
        yield call


def exported(path: Path) -> str:
    with Store.open(path) as store:
        return "".join(json.dumps(line, sort_keys=True) for line in record_lines(store.records(), least=0.0))


def first_claim(desk: Callable[..., Any], **asked: str) -> dict[str, Any]:
    found: dict[str, Any] = desk("GET", "/api/review", params={"what": "claims", **asked}).json()["candidate"]
    return found


def test_what_waits_is_ordered_and_says_why(desk: Callable[..., Any]) -> None:
    queue = desk("GET", "/api/review?limit=500").json()
    priorities = [w["priority"] for w in queue["waiting"]]
    assert queue["total"] > 20 and priorities == sorted(priorities, reverse=True)
    shown = queue["candidate"]
    assert shown["id"] == queue["waiting"][0]["id"]
    assert shown["priority"] == pytest.approx(shown["doubt"] * shown["importance"], rel=0.01)
    known = {"threshold", "withheld", "contradiction", "pair", "promise", "hangs", "recent", "active"}
    assert {r["word"] for r in shown["reasons"]} <= known and shown["reasons"]


def test_the_text_stands_beside_the_candidate_with_its_words_marked(desk: Callable[..., Any]) -> None:
    shown = first_claim(desk)
    marked = "".join(p["text"] for part in shown["sides"][0]["parts"] for p in part["pieces"] if p["here"] == "passage")
    assert "".join(marked.split()) == "".join(shown["sides"][0]["quote"].split())
    page = desk("GET", "/review?what=claims").text
    assert 'id="passage"' in page and 'value="right"' in page


@pytest.mark.parametrize(
    "asked", [{"kind": "meeting"}, {"dyad": "KEN-UGA"}, {"dyad": "Uganda-Kenya"}, {"topic": "energy"}]
)
def test_filters_live_in_the_address(desk: Callable[..., Any], asked: dict[str, str]) -> None:
    every = desk("GET", "/api/review?limit=500").json()
    some = desk("GET", "/api/review", params={"limit": 500, **asked}).json()
    assert 0 < some["total"] < every["total"]
    if "kind" in asked:
        assert {w["line"]["kind"] for w in some["waiting"]} == {"meeting"}
    if "dyad" in asked:
        assert all({"KEN", "UGA"} <= set(w["line"]["concerns"]) for w in some["waiting"] if not w["pair"])


@pytest.mark.parametrize("asked", ["kind=vist", "dyad=KEN", "dyad=KEN-KEN", "topic=tea"])
def test_a_wrong_filter_is_named(desk: Callable[..., Any], asked: str) -> None:
    answer = desk("GET", f"/api/review?{asked}")
    assert answer.status_code == 400 and answer.json()["error"]["mend"]


def test_a_judged_claim_leaves_the_queue_and_the_next_comes(desk: Callable[..., Any]) -> None:
    before = desk("GET", "/api/review").json()
    page = desk("GET", "/review").text
    form = re.search(r'<form method="post" action="/judgements" class="judge">(.*?)</form>', page, re.DOTALL)
    assert form
    fields = dict(re.findall(r'<input type="hidden" name="([a-z]+)" value="([^"]*)"', form[1]))
    fields = {name: html.unescape(value) for name, value in fields.items()}
    answer = desk("POST", "/judgements", data={**fields, "verdict": "right", "reason": "it says so\nplainly"})
    assert answer.status_code == 303
    after = desk("GET", "/api" + answer.headers["location"].partition("#")[0]).json()
    assert after["candidate"]["id"] == before["after"]
    assert after["total"] == before["total"] - 1
    assert (after["last"]["verdict"], after["last"]["reason"], after["last"]["who"]) == (
        "right",
        "it says so plainly",
        "Ada",
    )


def test_right_shows_at_once_in_all_pages_and_undo_restores_every_byte(
    desk: Callable[..., Any], store_path: Path
) -> None:
    before = exported(store_path)
    every = desk("GET", "/api/review?limit=500&what=claims").json()["waiting"]
    withheld = next(w for w in every if w["word"] == "threshold" and w["line"]["confidence"] < THRESHOLD)
    word = desk("POST", JUDGE, json={"verdict": "right", "about": [withheld["id"]]})
    assert word.status_code == 201
    assert desk("GET", f"/api/records/{withheld['id']}").json()["line"]["confidence"] == 1.0
    assert exported(store_path) != before
    assert desk("DELETE", f"{JUDGE}/{word.json()['id']}").status_code == 200
    assert exported(store_path) == before
    assert withheld["id"] in {w["id"] for w in desk("GET", "/api/review?limit=500").json()["waiting"]}


def test_wrong_takes_a_claim_out_of_its_record(desk: Callable[..., Any]) -> None:
    claim = first_claim(desk)["id"]
    desk("POST", JUDGE, json={"verdict": "wrong", "about": [claim], "reason": "another treaty"})
    assert desk("GET", f"/api/records/{claim}").status_code == 404
    said = desk("GET", "/api/judgements?verdict=wrong").json()["judgements"]
    assert [(j["claim"], j["said"]["reason"]) for j in said] == [(claim, "another treaty")]


def test_could_not_verify_changes_nothing_but_the_queue(desk: Callable[..., Any], store_path: Path) -> None:
    before, claim = exported(store_path), first_claim(desk)["id"]
    desk("POST", JUDGE, json={"verdict": "could-not-verify", "about": [claim]})
    assert exported(store_path) == before
    assert claim not in {w["id"] for w in desk("GET", "/api/review?limit=500").json()["waiting"]}


def test_a_pair_is_judged_apart_and_together(desk: Callable[..., Any]) -> None:
    shown = desk("GET", "/api/review?what=pairs").json()["candidate"]
    assert len(shown["sides"]) == 2 and shown["why"] and shown["score"]
    ids = [s["id"] for s in shown["sides"]]
    told = [desk("GET", f"/api/records/{i}").json()["line"]["id"] for i in ids]
    assert (told[0] == told[1]) is shown["together"]
    page = desk("GET", "/review?what=pairs").text
    assert page.count('class="text panel"') == 2 and 'id="other-passage"' in page
    verdict = "different" if shown["together"] else "same"
    desk("POST", JUDGE, json={"verdict": verdict, "about": ids})
    told = [desk("GET", f"/api/records/{i}").json()["line"]["id"] for i in ids]
    assert (told[0] == told[1]) is not shown["together"]
    assert shown["id"] not in {w["id"] for w in desk("GET", "/api/review?limit=500").json()["waiting"]}


def dated(path: Path) -> Claim:
    with Store.open(path) as store:
        return next(c for c in store.claims(kind="agreement", least=0.5) if c.values.get("date"))


def test_a_value_is_corrected_and_believed(desk: Callable[..., Any], store_path: Path) -> None:
    claim = dated(store_path)
    given = {"verdict": "value", "about": [claim.id], "key": "date", "value": "2020-02-29", "source": "the gazette"}
    assert desk("POST", JUDGE, json=given).status_code == 201
    shown = desk("GET", f"/api/records/{claim.id}").json()
    row = next(r for r in shown["rows"] if r["key"] == "date")
    assert row["believed"]["value"] == "2020-02-29"
    assert [(j["verdict"], j["source"], j["who"]) for j in shown["judgements"]] == [("value", "the gazette", "Ada")]
    listed = {"verdict": "value", "about": [claim.id], "key": "parties", "value": "Kenya, UGA"}
    assert desk("POST", JUDGE, json=listed).json()["new"] == "Kenya, Uganda"
    topics = {"verdict": "value", "about": [claim.id], "key": "topic", "value": "water, energy"}
    assert desk("POST", JUDGE, json=topics).json()["new"] == "water, energy"


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("date", "soon", "soon"),
        ("date", " ", "no value is given for date"),
        ("parties", "Kenya, Atlantis", "no state is called 'Atlantis'"),
        ("topic", "tea", "topic is none of its words: 'tea'"),
        ("colour", "red", "has a key 'colour'"),
    ],
)
def test_a_value_that_cannot_be_is_named(
    desk: Callable[..., Any], store_path: Path, key: str, value: str, told: str
) -> None:
    given = {"verdict": "value", "about": [dated(store_path).id], "key": key, "value": value}
    answer = desk("POST", JUDGE, json=given)
    assert answer.status_code == 400 and told in answer.json()["error"]["reason"]
    assert desk("GET", "/api/judgements").json()["total"] == 0


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"verdict": "perhaps", "about": ["agreement-000000000000"]}, 400),
        ({"verdict": "right", "about": ["agreement-000000000000"]}, 404),
        ({"verdict": "right", "about": []}, 422),
        ({"verdict": "same", "about": ["agreement-000000000000"]}, 400),
    ],
)
def test_what_is_no_judgement_is_refused(desk: Callable[..., Any], given: dict[str, Any], status: int) -> None:
    assert desk("POST", JUDGE, json=given).status_code == status


def test_of_two_words_in_one_second_the_later_is_the_last(desk: Callable[..., Any], store_path: Path) -> None:
    with Store.open(store_path) as store:
        some = [r.claims[0].id for r in store.records(kind="visit")][:6]
    for id_ in some:
        assert desk("POST", JUDGE, json={"verdict": "right", "about": [id_]}).status_code == 201
        last = desk("POST", JUDGE, json={"verdict": "wrong", "about": [id_]}).json()
        with Store.open(store_path) as store:
            word = store.last_word(last["who"])
        assert word is not None and word.id == last["id"]


def test_an_outcome_is_judged_on_the_record_page(desk: Callable[..., Any]) -> None:
    told = [p["line"]["id"] for p in desk("GET", "/api/commitments").json()["promises"]]
    promise = next(i for i in told if i.startswith("commitment-"))  # not a work that is planned
    claim = desk("GET", f"/api/records/{promise}").json()["claims"][0]
    assert "kept" in claim["outcomes"]
    page = desk("GET", f"/records/{promise}").text
    assert all(f'value="{v}"' in page for v in ("right", "wrong", "could-not-verify", "value", "outcome", "same"))
    form = {
        "verdict": "outcome",
        "about": claim["id"],
        "value": "kept",
        "reason": "note of 3 May",
        "next": f"/records/{promise}",
    }
    assert desk("POST", "/judgements", data=form).headers["location"] == f"/records/{promise}"
    kept = desk("GET", "/api/commitments?outcome=kept&limit=500").json()["promises"]
    assert any(p["judged"] and "note of 3 May" in p["reason"] for p in kept)


def test_same_as_another_by_its_id(desk: Callable[..., Any], store_path: Path) -> None:
    with Store.open(store_path) as store:
        one, two = [r for r in store.records(kind="visit") if len(r.claims) == 1][:2]
    form = {"verdict": "same", "about": one.claims[0].id, "about_other": two.id}
    assert desk("POST", "/judgements", data=form).status_code == 303
    found = [desk("GET", f"/api/records/{r.claims[0].id}").json()["line"]["id"] for r in (one, two)]
    assert found[0] == found[1]


def test_words_of_others_are_undone_by_them_or_an_admin(desk: Callable[..., Any], store_path: Path) -> None:
    claim = dated(store_path).id
    id_ = desk("POST", JUDGE, json={"verdict": "right", "about": [claim]}).json()["id"]
    with sitting(store_path, "Ben") as ben:  # without a sign-in everybody is an admin
        assert ben("GET", f"/api/records/{claim}").json()["judgements"][0]["undoable"]
        assert ben("POST", f"/judgements/{id_}/undo", data={"next": "/judgements"}).status_code == 303
        assert ben("DELETE", f"{JUDGE}/{id_}").status_code == 404


def test_a_form_of_another_session_and_a_way_out_are_refused(client: TestClient, desk: Callable[..., Any]) -> None:
    form = {"verdict": "right", "about": "agreement-000000000000", "csrf": "x"}
    assert client.post("/judgements", data=form).status_code == 403
    claim = first_claim(desk)["id"]
    assert (
        desk("POST", "/judgements", data={"verdict": "right", "about": claim, "next": "//evil.example"}).status_code
        == 400
    )


def test_a_reader_is_shown_no_forms(reader: TestClient) -> None:
    page = reader.get("/review").text
    assert 'id="passage"' in page and 'name="verdict"' not in page


def test_hostile_words_are_only_words(desk: Callable[..., Any], store_path: Path) -> None:
    claim, hostile = dated(store_path).id, "<script>alert(1)</script>\" onclick='x"
    desk(
        "POST", JUDGE, json={"verdict": "value", "about": [claim], "key": "title", "value": hostile, "reason": hostile}
    )
    for path in (f"/records/{claim}", "/judgements", "/review"):
        assert "<script>alert" not in desk("GET", path).text


def _waiting(desk: Callable[..., Any]) -> set[str]:
    """All that waits, page by page."""
    found, cursor = set[str](), ""
    while True:
        page = desk("GET", f"/api/review?limit=500&cursor={cursor}").json()
        found |= {waits["id"] for waits in page["waiting"]}
        cursor = page["next"]
        if not cursor:
            return found


def test_in_a_large_store_the_queue_is_found_circle_by_circle(
    store_path: Path, desk: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _waiting(desk)
    monkeypatch.setattr("accord.web.waiting.SMALL", 0)
    monkeypatch.setattr("accord.web.counting._CLAIMS", 0)
    monkeypatch.setattr("accord.web.counting._RECORDS", 10**6)
    with sitting(store_path, "Ben") as ben:
        assert _waiting(ben) == whole
        first = ben("GET", "/api/review?what=claims").json()["candidate"]["id"]
        word = ben("POST", JUDGE, json={"verdict": "could-not-verify", "about": [first]}).json()
        assert ben("GET", "/api/review?what=claims").json()["candidate"]["id"] != first
        ben("DELETE", f"{JUDGE}/{word['id']}")
        assert ben("GET", f"/api/review?what=claims&at={first}").json()["candidate"]["id"] == first


# ---------------------------------------------------------------------- in and out


def test_export_and_import_are_one(
    desk: Callable[..., Any], read_store: Path, store_path: Path, tmp_path: Path
) -> None:
    claim = dated(store_path).id
    desk("POST", JUDGE, json={"verdict": "right", "about": [claim], "reason": "naïve, but so"})
    desk("POST", JUDGE, json={"verdict": "value", "about": [claim], "key": "date", "value": "2020"})
    lines = desk("GET", "/api/judgements.jsonl").text
    assert len(lines.splitlines()) == 2
    other = tmp_path / "other.db"
    other.write_bytes(read_store.read_bytes())
    with sitting(other, "Ben") as ben:
        taken = ben("POST", "/api/judgements/import", files={"file": ("j.jsonl", lines)}).json()
        again = ben("POST", "/api/judgements/import", files={"file": ("j.jsonl", lines)}).json()
        assert (taken["new"], again["new"], again["known"]) == (2, 0, 2)
        assert ben("GET", "/api/judgements.jsonl").text == lines
    assert exported(other) == exported(store_path)


def test_an_import_names_what_it_cannot_take_and_what_it_cannot_place(desk: Callable[..., Any]) -> None:
    about = [{"document": "0" * 64, "kind": "visit", "quote": "came & went", "start": 0, "values": {}}]
    lines = [
        {"verdict": "right", "who": "Ben", "about": about},
        {"verdict": "value", "field": "date", "new": "soon", "about": about},
        {"verdict": "value", "field": "date", "new": {"a": 1}, "about": about},
        {"verdict": "outcome", "field": "outcome", "new": "lovely", "about": about},
        {"verdict": "fine", "about": about},
    ]
    text = "\n".join([*(json.dumps(line) for line in lines), "no json", "[]", ""])
    page = desk("POST", "/judgements/import", files={"file": ("j.jsonl", text)})
    assert page.status_code == 200 and "came &amp; went" in page.text
    assert [int(n) for n in re.findall(r"Line (\d+):", page.text)] == [2, 3, 4, 5, 6, 7]
    found = desk("GET", "/api/judgements?lost=true").json()
    assert (found["total"], found["lost"], found["judgements"][0]["claim"]) == (1, 1, None)
    assert desk("POST", "/judgements/import", files={"file": ("j", b"\xff\xfe")}).status_code == 400


def test_judgements_are_filtered_and_paged(desk: Callable[..., Any], store_path: Path) -> None:
    claims = [w["id"] for w in desk("GET", "/api/review?what=claims&limit=5").json()["waiting"]]
    for claim in claims:
        desk("POST", JUDGE, json={"verdict": "right", "about": [claim]})
    with sitting(store_path, "Ben") as ben:
        ben("POST", JUDGE, json={"verdict": "wrong", "about": [claims[0]]})
    assert desk("GET", "/api/judgements?who=Ada").json()["total"] == 5
    assert desk("GET", "/api/judgements?who=Ben").json()["judgements"][0]["said"]["verdict"] == "wrong"
    first = desk("GET", "/api/judgements?limit=4").json()
    second = desk("GET", f"/api/judgements?limit=4&cursor={first['next']}").json()
    assert (len(first["judgements"]), len(second["judgements"]), second["next"]) == (4, 2, None)
    rows = desk("GET", "/api/judgements.csv").text.splitlines()
    assert len(rows) == 7 and rows[0].startswith("id,when,who,verdict")
    assert desk("GET", "/api/judgements?verdict=fine").status_code == 400


# ---------------------------------------------------------------------- two coders


def begun(desk: Callable[..., Any], **more: Any) -> dict[str, Any]:
    answer = desk("POST", "/api/review/two", json={"coders": ["Ada", "Ben"], "seed": 7, "size": 3, **more})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_same_seed_draws_the_same_claims(store_path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(store_path.read_bytes())
    drawn = []
    for path, seed in ((store_path, 7), (other, 7), (other, 8)):
        with Store.open(path) as store:
            if seed == 8:
                store.coding.keep_study("")
            drawn.append(draw(store, seed, 20, ("Ada", "Ben")).claims)
    assert drawn[0] == drawn[1] != drawn[2] and len(set(drawn[0])) == 20


def test_each_coder_sees_only_their_own_until_both_are_done(desk: Callable[..., Any], store_path: Path) -> None:
    study = begun(desk)
    first = study["claims"][0]
    queued = {w["id"] for w in desk("GET", "/api/review?limit=500").json()["waiting"]}
    assert queued.isdisjoint(study["claims"])
    assert (
        desk("POST", "/api/codings", json={"verdict": "wrong", "about": [first], "reason": "secret"}).status_code == 201
    )
    with sitting(store_path, "Ben") as ben:
        seen = "".join(
            ben("GET", p).text
            for p in ("/review/two", "/api/review/two", "/review/agreement", f"/records/{first}", "/judgements")
        )
        assert "secret" not in seen
        assert ben("GET", "/api/review/two").json()["candidate"]["id"] == first
        assert ben("GET", "/api/review/two").json()["coders"][0] == {"name": "Ada", "coded": 1}
        ben("POST", "/codings", data={"verdict": "right", "about": first})
        found = ben("GET", "/api/review/agreement").json()
        assert [d["side"]["id"] for d in found["differences"]] == [first]
        assert [(s["who"], s["verdict"]) for s in found["differences"][0]["said"]] == [
            ("Ada", "wrong"),
            ("Ben", "right"),
        ]
        assert desk("POST", "/api/codings", json={"verdict": "right", "about": [first]}).status_code == 400
        ben("POST", JUDGE, json={"verdict": "right", "about": [first], "reason": "decided"})
        assert ben("GET", "/api/review/agreement").json()["differences"] == []


def test_where_coders_agree_it_becomes_a_judgement_and_alpha_is_told(
    desk: Callable[..., Any], store_path: Path
) -> None:
    study = begun(desk, size=4)
    said = [("right", "right"), ("wrong", "wrong"), ("right", "wrong"), ("right", "could-not-verify")]
    with sitting(store_path, "Ben") as ben:
        for claim, (one, two) in zip(study["claims"], said, strict=True):
            desk("POST", "/api/codings", json={"verdict": one, "about": [claim]})
            ben("POST", "/api/codings", json={"verdict": two, "about": [claim]})
    judged = desk("GET", "/api/judgements").json()["judgements"]
    assert {(j["claim"], j["said"]["verdict"], j["said"]["who"]) for j in judged} == {
        (study["claims"][0], "right", "Ada and Ben"),
        (study["claims"][1], "wrong", "Ada and Ben"),
    }
    found = desk("GET", "/api/review/agreement").json()
    every = found["alphas"][0]
    assert (every["kind"], every["done"], every["units"], every["agreed"]) == ("", 4, 3, 2)
    assert every["alpha"] == pytest.approx(1 - 5 * 2 / 18, abs=0.001)  # 3 right, 3 wrong, one unit unlike
    assert len(found["differences"]) == 2
    rows = desk("GET", "/api/review/agreement.csv").text.splitlines()
    assert rows[0] == "kind,alpha,units,done,agreed" and rows[1].startswith("all,0.444,3,4,2")
    assert "Where they differ (2)" in desk("GET", "/review/agreement").text


def test_a_coding_is_taken_back_until_both_are_done(desk: Callable[..., Any], store_path: Path) -> None:
    first = begun(desk)["claims"][0]
    id_ = desk("POST", "/api/codings", json={"verdict": "right", "about": [first]}).json()["id"]
    with sitting(store_path, "Ben") as ben:
        assert ben("DELETE", f"/api/codings/{id_}").status_code == 404
        assert desk("POST", f"/codings/{id_}/undo", data={}).status_code == 303
        assert desk("GET", "/api/review/two").json()["own"] == []
        id_ = desk("POST", "/api/codings", json={"verdict": "right", "about": [first]}).json()["id"]
        ben("POST", "/api/codings", json={"verdict": "wrong", "about": [first]})
        assert desk("DELETE", f"/api/codings/{id_}").status_code == 400


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("Eve", {"verdict": "right"}, "Eve does not code this sample"),
        ("Ada", {"verdict": "outcome", "value": "kept"}, "a coder does not say 'outcome'"),
    ],
)
def test_what_is_not_theirs_to_say_is_refused(
    desk: Callable[..., Any], store_path: Path, name: str, given: dict[str, str], told: str
) -> None:
    first = begun(desk)["claims"][0]
    with sitting(store_path, name) as call:
        answer = call("POST", "/api/codings", json={**given, "about": [first]})
        assert answer.status_code == 400 and told in answer.json()["error"]["reason"]


def test_a_sample_is_drawn_once_at_a_time(desk: Callable[..., Any]) -> None:
    begun(desk)
    again = desk("POST", "/api/review/two", json={"coders": ["Ada", "Ben"], "seed": 8, "size": 3})
    assert again.status_code == 400 and "is being coded" in again.json()["error"]["reason"]
    alone = desk("POST", "/review/two", data={"first": "Ada", "second": "ada", "seed": "1", "size": "3"})
    assert alone.status_code == 400
