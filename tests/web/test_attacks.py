"""Attacks on the desk, each with what happens. docs/safety.md lists them."""

from __future__ import annotations

import csv
import io
import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import hostile
import pytest
import test_signing
from fastapi import UploadFile
from fastapi.testclient import TestClient

from accord.sources import Problem, Raw
from accord.store import Store
from accord.web import Settings, access, create_app, gate, uploads
from accord.web.question import questions
from accord.web.refusal import Refusal
from accord.web.sessions import COOKIE
from accord.web.uploads import uploaded


@pytest.fixture
def desk(store_path: Path) -> Iterator[TestClient]:
    """A desk with one more route: a change, which takes a reviewer."""
    app = create_app(Settings(store_path))

    @app.post("/api/change")
    async def change(person: access.Reviewer) -> dict[str, str]:
        return {"by": person.name}

    with TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False) as found:
        yield found


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    hostile.fill(path)
    with TestClient(create_app(Settings(path)), base_url="http://127.0.0.1") as found:
        yield found


def token(client: TestClient) -> str:
    found: str = client.get("/api/session").json()["csrf"]
    return found


def test_every_attack_is_listed() -> None:
    page = (Path(__file__).parents[2] / "docs" / "safety.md").read_text(encoding="utf-8")
    tests = {name for name, found in globals().items() if name.startswith("test_") and callable(found)} - {
        "test_every_attack_is_listed"
    }
    known = tests | {name for name in vars(test_signing) if name.startswith("test_")}
    listed = set(re.findall(r"`(test_\w+)`", page)) - {"test_made_up_requests_are_answered_as_described"}
    assert (tests - listed, listed - known) == (set(), set())


# Where a request comes from


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8765", "127.0.0.1:8765@evil.example", "",
     "[::1].evil.example", "[::1", "10.0.0.1", "127.0.0.1:http", "127.0.0.1 evil", "evil.example#127.0.0.1"],
)  # fmt: skip
def test_a_name_turned_to_this_machine_gets_nothing(desk: TestClient, host: str) -> None:
    answer = desk.get("/api/dyads", headers={"host": host})
    assert answer.status_code == 421 and "does not answer for" in answer.text and "Kenya" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:9000", "LOCALHOST", "[::1]:8765", "localhost."])
def test_this_machine_is_known_by_its_names(desk: TestClient, host: str) -> None:
    assert desk.get("/api/dyads", headers={"host": host}).status_code == 200


def test_two_hosts_are_none(desk: TestClient) -> None:
    twice = [("host", "127.0.0.1"), ("host", "evil.example")]
    assert desk.get("/api/dyads", headers=twice).status_code == 421


def test_what_proxies_say_is_not_believed(desk: TestClient) -> None:
    said = {"x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-for": "10.0.0.1"}
    answer = desk.get("/who", headers=said)
    assert answer.status_code == 200 and "evil" not in answer.text and "Secure" not in answer.headers["set-cookie"]


def test_off_loopback_numbers_and_the_given_address_are_answered(store_path: Path) -> None:
    settings = Settings(store_path, host="0.0.0.0", address="https://desk.example.org")
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as client:
        codes = {
            host: client.get("/sign-in", headers={"host": host}).status_code
            for host in ("192.0.2.7:8765", "[2001:db8::1]:80", "desk.example.org", "other.example.org")
        }
        assert list(codes.values()) == [200, 200, 200, 421]
        answer = client.get("/sign-in", headers={"host": "desk.example.org"})
        assert "; Secure" in answer.headers["set-cookie"]


# Forged forms


@pytest.mark.parametrize("given", ["", "x", "0" * 64, "\u00e9"])
def test_a_change_without_the_token_is_refused(desk: TestClient, given: str) -> None:
    desk.get("/who")
    for answer in (
        desk.post("/api/change", data={"csrf": given}),
        desk.post("/api/change", json={"csrf": given}),
        desk.post("/api/change", headers={"x-csrf-token": given.encode("utf-8")}),
        desk.post("/api/change", files={"csrf": ("x", given.encode())}),
    ):
        assert answer.status_code == 403
        assert answer.json()["error"]["reason"] == "the form is not of this session"


def test_a_token_of_another_session_is_refused(desk: TestClient) -> None:
    other = token(desk)
    desk.cookies.clear()
    mine = token(desk)
    assert mine != other
    assert desk.post("/api/change", data={"csrf": other}).status_code == 403
    assert desk.post("/api/change", data={"csrf": mine}).status_code == 200
    assert desk.post("/api/change", headers={"x-csrf-token": mine}).status_code == 200


@pytest.mark.parametrize(
    "said",
    [
        {"origin": "http://evil.example"}, {"origin": "null"}, {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://localhost:8765"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
    ],
)  # fmt: skip
def test_a_change_from_another_site_is_refused_even_with_the_token(desk: TestClient, said: dict[str, str]) -> None:
    answer = desk.post("/api/change", data={"csrf": token(desk)}, headers=said)
    assert (answer.status_code, answer.json()["error"]["reason"]) == (403, "another site sent this")


def test_a_change_from_the_desk_itself_is_made(desk: TestClient) -> None:
    said = {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}
    assert desk.post("/api/change", data={"csrf": token(desk)}, headers=said).status_code == 200


def test_no_get_changes_anything(desk: TestClient, store_path: Path) -> None:
    before = store_path.read_bytes()
    for path in ("/sign-out", "/api/change", "/who?name=x", "/?csrf=x"):
        assert desk.get(path).status_code in (404, 405, 422)
    assert store_path.read_bytes() == before


# Sessions


def test_a_cookie_that_was_changed_counts_for_nothing(desk: TestClient) -> None:
    mine = token(desk)
    body, _, mark = desk.cookies[COOKIE].partition(".")
    for forged in (f"{body}x.{mark}", f"{body}.{mark[:-1]}", f"{body}.", body, ".", "", "a.b.c", f"e30=.{mark}"):
        desk.cookies.clear()
        desk.cookies.set(COOKIE, forged)
        assert desk.post("/api/change", data={"csrf": mine}).status_code == 403


def test_scripts_and_other_sites_do_not_get_the_cookie(desk: TestClient) -> None:
    cookie = desk.get("/").headers["set-cookie"]
    assert "; HttpOnly" in cookie and "; SameSite=Strict" in cookie and "Domain" not in cookie


def test_no_page_is_framed_or_kept(desk: TestClient) -> None:
    headers = desk.get("/").headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY" and "no-store" in headers["cache-control"]
    assert "'unsafe-inline'" not in headers["content-security-policy"]


@pytest.mark.parametrize(
    "there",
    ["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "///x",
     "http:evil.example", "evil", "", "/\t/evil.example", "/x\r\nset-cookie: a=b", " /x"],
)  # fmt: skip
def test_a_form_leads_nowhere_else(desk: TestClient, there: str) -> None:
    assert desk.get("/sign-in", params={"next": there}).status_code == 400
    answer = desk.post("/who", data={"csrf": token(desk), "name": "Ada", "next": there})
    assert answer.status_code == 400 or answer.headers["location"] == "/"
    assert "evil" not in answer.headers.get("location", "")


# Hostile text


def test_hostile_text_in_every_field_appears_as_text(poisoned: TestClient) -> None:
    seen, shown = 0, 0
    for at, text, tree in hostile.pages(poisoned, "/", 120):
        assert hostile.faults(tree) == [], at
        assert "49" not in tree.text_content() or "{{7*7}}" in tree.text_content(), at
        seen, shown = seen + 1, shown + ("<img src=x onerror" in tree.text_content())
        assert "<script>alert" not in text.lower(), at
    assert seen > 15 and shown > 10


def test_hostile_words_in_the_address_appear_as_text(poisoned: TestClient) -> None:
    from lxml import html

    for question in questions():
        if "{" in question.path:
            continue
        answer = poisoned.get(question.path, params={"q": hostile.HOSTILE, "kind": hostile.HOSTILE})
        assert hostile.faults(html.fromstring(answer.text)) == []
    for path in ("/<script>alert(1)</script>", f"/records/{quote(hostile.HOSTILE, safe='')}"):
        answer = poisoned.get(path)
        assert answer.status_code == 404 and hostile.faults(html.fromstring(answer.text)) == []


def test_no_cell_of_a_table_is_a_formula(poisoned: TestClient) -> None:
    tables = 0
    for question in questions():
        path = question.path.format(first="KEN", second="UGA", id="x", hash="x")
        answer = poisoned.get("/api" + (question.api or path) + ".csv")
        if answer.status_code != 200:
            continue
        tables += 1
        cells = [cell for row in csv.reader(io.StringIO(answer.text)) for cell in row]
        wrong = [c for c in cells if c[:1] in tuple("=+-@\t\r\n") and not c.lstrip("+-").replace(".", "").isdigit()]
        assert wrong == [], path
    assert tables > 3


@pytest.mark.parametrize(
    "words",
    ["' OR 1=1 --", "'; DROP TABLE documents; --", '"', '"a', "AND", "NEAR(", "a NOT", "*", "^a", "col:x", "-", "(", "{a}",
     "a" * 200, "\u202e\u0000".replace("\u0000", ""), "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")],
)  # fmt: skip
def test_search_takes_words_for_words(desk: TestClient, store_path: Path, words: str) -> None:
    answer = desk.get("/api/search", params={"q": words})
    assert answer.status_code in (200, 400, 422), answer.text
    with Store.open(store_path) as store:
        assert len(list(store.documents())) > 5


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/search?q=" + "a" * 201, 422),
        ("/api/search?q=" + "a" * 9000, 414),
        ("/" + "a/" * 5000, 414),
        ("/api/search?q=a%00b", 400),
        ("/documents/a%00b", 400),
        ("/api/search?q=%ff%fe", 400),
        ("/%c0%ae%c0%ae/etc/passwd", 400),
        ("/api/search?q=a&qq=b", 422),
        ("/api/dyads?limit=1e9", 422),
        ("/api/dyads/KEN/UGA?limit=99999999999999999999", 422),
        ("/api/dyads/KEN/UGA?cursor=%27%22%3Cx", 400),
    ],
)
def test_addresses_beyond_sense_are_refused_with_words(desk: TestClient, path: str, status: int) -> None:
    answer = desk.get(path)
    assert answer.status_code == status
    if path.startswith("/api/"):
        error = answer.json()["error"]
        assert error["status"] == status and error["reason"]


def test_headers_beyond_sense_are_refused(desk: TestClient) -> None:
    assert desk.get("/", headers={"cookie": "a" * 40_000}).status_code == 431


@pytest.mark.parametrize(
    "path",
    ["/static/../settings.py", "/static/..%2fsettings.py", "/static/%2e%2e/settings.py", "/static/..%5csettings.py",
     "/static//etc/passwd", "/static/%2fetc%2fpasswd", "/documents/..%2f..%2fetc%2fpasswd", "/static/desk.css/../../x"],
)  # fmt: skip
def test_no_path_leads_out_of_its_folder(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text and "class Settings" not in answer.text


def test_a_document_s_name_makes_no_header(poisoned: TestClient, tmp_path: Path) -> None:
    for question in questions():
        answer = poisoned.get(question.path.format(first="KEN", second="UGA", id="x", hash="x"))
        assert not {"x-evil", "evil"} & set(answer.headers)
    (found,) = uploaded([upload('a"\r\nX-Evil: 1.txt', b"text")])
    assert found.doc == 'a"\ufffd\ufffdX-Evil: 1.txt'


# Uploads


def upload(name: str, data: bytes) -> UploadFile:
    return UploadFile(io.BytesIO(data), filename=name)


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def problems(*files: UploadFile) -> dict[str, str]:
    return {found.doc: str(found.error) for found in uploaded(files) if isinstance(found, Problem)}


def test_names_of_uploads_are_only_names() -> None:
    given = ["../../etc/passwd.txt", "C:\\fakepath\\a.txt", "/abs/a.txt", ".hidden.txt", "\x00.txt", "..", "n" * 300]
    found = [entry.doc for entry in uploaded([upload(name, b"text") for name in given])]
    assert sorted(found) == sorted(
        ["passwd.txt", "a.txt", "a (2).txt", "hidden.txt", "\ufffd.txt", "unnamed", "n" * 200]
    )


def test_a_zip_that_leads_out_or_links_out_is_named() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("../../slip.txt", "x")
        archive.writestr("/abs.txt", "x")
        archive.writestr(link, "/etc/passwd")
        archive.writestr("good.txt", "x")
    found = problems(upload("x.zip", stream.getvalue()))
    assert list(found) == ["x.zip!/../../slip.txt", "x.zip!//abs.txt", "x.zip!/link.txt"]
    assert all("do not trust this archive" in text for text in found.values())


def test_a_bomb_is_named_and_not_inflated(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"bomb.txt": bytes(60_000_000)})
    (raw,) = uploaded([upload("bomb.zip", bomb)])
    assert isinstance(raw, Raw)
    with pytest.raises(Exception, match="decompression bomb"):
        raw.bytes()
    monkeypatch.setattr(uploads, "INFLATED", 50_000_000)
    assert "would inflate to 60 MB" in problems(upload("bomb.zip", bomb))["bomb.zip"]


def test_archives_in_archives_end() -> None:
    data = b"text"
    for level in range(6):
        data = zipped({f"{level}.zip" if level else "a.txt": data})
    ((_, text),) = problems(upload("deep.zip", data)).items()
    assert "deeper than 3 archives" in text


def test_too_many_and_too_large_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "FILES", 3)
    monkeypatch.setattr(uploads, "FILE", 10)
    monkeypatch.setattr(uploads, "DOCUMENTS", 3)
    with pytest.raises(Refusal, match="4 files at once"):
        uploaded([upload(f"{n}.txt", b"x") for n in range(4)])
    assert "has more than" in problems(upload("a.txt", b"x" * 11))["a.txt"]
    monkeypatch.setattr(uploads, "FILE", 10_000)
    with pytest.raises(Refusal, match="more than 3 documents"):
        uploaded([upload("x.zip", zipped({f"{n}.txt": b"x" for n in range(4)}))])
    with pytest.raises(Refusal, match="no file was given"):
        uploaded([], "  ")


def test_a_body_announced_too_large_is_not_read(desk: TestClient) -> None:
    answer = desk.post("/api/change", content=b"x", headers={"content-length": str(gate.BODY + 1)})
    assert (answer.status_code, answer.json()["error"]["reason"]) == (413, "more than 2 MB were sent")
    for length in ("-1", "1e3", "\u0661".encode()):
        assert desk.post("/api/change", content=b"x", headers={"content-length": length}).status_code == 413


def test_a_body_in_pieces_is_stopped_at_the_limit(desk: TestClient) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(100):
            sent += 100_000
            yield b"a" * 100_000

    form = {"content-type": "application/x-www-form-urlencoded", "transfer-encoding": "chunked"}
    answer = desk.post("/api/change", content=endless(), headers=form)
    assert answer.status_code == 413, answer.text
    assert answer.json()["error"]["reason"] == "more than 2 MB were sent"
