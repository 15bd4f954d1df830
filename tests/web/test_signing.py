"""Sign-in, sessions and roles; a walk over all routes proves that none is left open."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import Mount

from accord.errors import NotFound, StoreError, UsageError
from accord.web import Settings, access, create_app
from accord.web.attempts import Attempts
from accord.web.sessions import COOKIE, Sessions
from accord.web.users import Users, person_name

PASSWORD = "correct horse battery"
OPEN = {"/sign-in", "/static"}

Desk = Callable[..., TestClient]


@pytest.fixture
def settings(store_path: Path) -> Settings:
    """A desk that others can reach, with one person of each role."""
    users = Users(store_path)
    for role in ("reader", "reviewer", "admin"):
        users.put(role.title(), role, PASSWORD)
    return Settings(store_path, host="0.0.0.0")


@pytest.fixture
def desk(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings), base_url="http://127.0.0.1", follow_redirects=False) as found:
        yield found


def token(client: TestClient, path: str = "/sign-in") -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', client.get(path).text)
    assert found
    return found[1]


def sign_in(client: TestClient, name: str = "Reviewer", password: str = PASSWORD, to: str = "/"):  # type: ignore[no-untyped-def]
    form = {"name": name, "password": password, "next": to, "csrf": token(client)}
    return client.post("/sign-in", data=form)


def test_off_loopback_everything_asks_for_a_sign_in(desk: TestClient) -> None:
    page = desk.get("/documents?q=a%20b")
    assert (page.status_code, page.headers["location"]) == (303, "/sign-in?next=/documents%3Fq%3Da%2520b")
    for path in ("/api/dyads", "/api/dyads.csv", "/openapi.json", "/api/nowhere"):
        assert desk.get(path).json()["error"] == {
            "status": 401, "reason": "nobody is signed in", "mend": "sign in at /sign-in"}  # fmt: skip
    assert desk.get("/static/desk.css").status_code == 200
    assert "Kenya" not in desk.get("/sign-in").text


def routes(app: FastAPI) -> list[tuple[str, str]]:
    """Every method and path, with something in place of its parameters."""
    found = []
    for route in app.routes:
        known = isinstance(route, (APIRoute, Mount)) or getattr(route, "path", "") == "/openapi.json"
        assert known, f"{route} hides its routes: give them to the app itself, where this walk finds them"
        for method in sorted(getattr(route, "methods", None) or {"GET"}):
            found.append((method, re.sub(r"\{\w+(:\w+)?\}", "x", route.path)))  # type: ignore[attr-defined]
    return found


def test_no_route_of_any_method_is_open_off_loopback(desk: TestClient) -> None:
    walked = [(m, p) for m, p in routes(desk.app) if p not in OPEN]  # type: ignore[arg-type]
    assert len(walked) > 10
    answers = {(m, p): desk.request(m, p) for m, p in walked}
    opened = {
        at: answer.status_code
        for at, answer in answers.items()
        if answer.status_code != 401 and not answer.headers.get("location", "").startswith("/sign-in?next=")
    }
    assert opened == {}


def calls(dependant: Dependant) -> set[object]:
    return {dependant.call}.union(*(calls(d) for d in dependant.dependencies))


def test_every_route_that_changes_something_takes_a_role_and_the_token(desk: TestClient) -> None:
    session_only = {"/sign-out", "/who"}
    for route in desk.app.routes:  # type: ignore[attr-defined]
        if not isinstance(route, APIRoute) or route.methods <= {"GET", "HEAD"} or route.path in OPEN:
            continue
        found = calls(route.dependant)
        assert access._sender in found, f"{route.path} takes no token: give it a Reviewer or an Admin"
        assert route.path in session_only or {access._reviewer, access._admin} & found, f"{route.path} takes no role"


def test_signing_in_leads_on_and_signing_out_ends_the_session(desk: TestClient) -> None:
    answer = sign_in(desk, to="/documents?q=x")
    assert (answer.status_code, answer.headers["location"]) == (303, "/documents?q=x")
    stolen = desk.cookies[COOKIE]
    assert desk.get("/api/session").json()["role"] == "reviewer"
    assert "Reviewer" in desk.get("/").text
    assert desk.post("/sign-out", data={"csrf": token(desk, "/who")}).headers["location"] == "/sign-in"
    assert desk.get("/").headers["location"].startswith("/sign-in")
    desk.cookies.clear()
    desk.cookies.set(COOKIE, stolen)
    assert desk.get("/api/session").status_code == 401


def test_the_session_of_before_the_sign_in_is_left(desk: TestClient) -> None:
    desk.get("/sign-in")
    before = desk.cookies[COOKIE]
    sign_in(desk)
    after = desk.cookies[COOKIE]
    assert before != after
    desk.cookies.clear()
    desk.cookies.set(COOKIE, before)
    assert desk.get("/api/session").status_code == 401


@pytest.mark.parametrize(
    "change",
    [
        lambda users: users.remove("Reviewer"),
        lambda users: users.grant("Reviewer", "admin"),
        lambda users: users.put("Reviewer", "reviewer", "another good password"),
        lambda users: users.path.unlink(),
    ],
    ids=["removed", "another role", "another password", "file gone"],
)
def test_a_session_ends_when_its_user_changes(desk: TestClient, settings: Settings, change) -> None:  # type: ignore[no-untyped-def]
    sign_in(desk)
    assert desk.get("/api/session").status_code == 200
    change(Users(settings.store))
    assert desk.get("/api/session").status_code == 401


def test_a_session_ends_after_its_hours_and_with_the_desk(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = Sessions(settings)
    cookie = sessions.write(sessions.begin("Reviewer", Users(settings.store).all["Reviewer"].stamp))
    assert sessions.person(sessions.read(cookie)) is not None
    assert Sessions(settings).person(Sessions(settings).read(cookie)) is None
    later = time.time() + 13 * 3600
    monkeypatch.setattr("time.time", lambda: later)
    assert sessions.person(sessions.read(cookie)) is None


def test_a_name_is_said_at_a_desk_on_this_machine_and_kept(store_path: Path) -> None:
    with TestClient(create_app(Settings(store_path)), base_url="http://127.0.0.1") as first:
        assert first.get("/api/session").json()["role"] == "admin"
        form = {"csrf": token(first, "/who"), "name": " Coder <One> ", "next": "/who"}
        assert "You are Coder &lt;One&gt;" in first.post("/who", data=form).text
        cookie = first.cookies[COOKIE]
    with TestClient(create_app(Settings(store_path)), base_url="http://127.0.0.1") as second:
        second.cookies.set(COOKIE, cookie)
        assert second.get("/api/session").json()["name"] == "Coder <One>"
    assert Users(store_path).path.stat().st_mode & 0o077 == 0


def test_the_cookie_is_set_once(reader: TestClient) -> None:
    reader.cookies.clear()
    assert "set-cookie" in reader.get("/").headers
    assert "set-cookie" not in reader.get("/").headers


def test_nobody_says_another_name_where_people_sign_in(desk: TestClient) -> None:
    sign_in(desk)
    answer = desk.post("/who", data={"csrf": token(desk, "/who"), "name": "Admin"})
    assert answer.status_code == 400 and "takes its names from the sign-in" in answer.text


def test_wrong_words_and_unknown_names_are_told_alike(desk: TestClient) -> None:
    wrong, unknown = sign_in(desk, password="wrong wrong wrong"), sign_in(desk, name="Nobody")
    assert wrong.status_code == unknown.status_code == 403
    plain = [re.sub(r"Reviewer|Nobody", "", answer.text) for answer in (wrong, unknown)]
    assert plain[0] == plain[1] and "No one is known by this name" in plain[0]


def test_an_unknown_name_takes_as_long_as_a_wrong_password(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    hashes: list[str] = []

    class Counting:
        def verify(self, known: str, _given: str) -> bool:
            hashes.append(known)
            return True

    users = Users(settings.store)
    monkeypatch.setattr("accord.web.users._HASHER", Counting())
    users.check("Nobody", "wrong wrong wrong")
    users.check("Reader", "wrong wrong wrong")
    costs = [re.match(r"\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$", known) for known in hashes]
    assert costs[0] and costs[1] and costs[0][0] == costs[1][0]


def test_no_word_is_that_of_an_unknown_name(settings: Settings) -> None:
    assert Users(settings.store).check("Nobody", "") is None


def test_after_five_failures_a_name_waits_and_says_how_long(desk: TestClient) -> None:
    for _ in range(5):
        assert sign_in(desk, password="wrong wrong wrong").status_code == 403
    answer = sign_in(desk)
    assert answer.status_code == 429 and 800 < int(answer.headers["retry-after"]) <= 900
    assert "try again in 15 minutes" in answer.text
    assert sign_in(desk, name="Reader").status_code == 303


def test_an_address_that_tries_many_names_waits(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accord.web.users.Users.check", lambda *_: None)
    codes = [sign_in(desk, name=f"name{n}").status_code for n in range(31)]
    assert codes == [403] * 30 + [429]


def test_tries_are_free_again_after_a_while() -> None:
    now = [0.0]
    attempts = Attempts(2, 60, lambda: now[0])
    for _ in range(2):
        assert attempts.wait("x") == 0
        attempts.note("x")
        now[0] += 10
    assert attempts.wait("x") == 40
    now[0] = 60
    assert attempts.wait("x") == 0
    attempts.note("x")
    assert attempts.wait("x") == 10
    attempts.clear("x")
    assert attempts.wait("x") == 0


def test_roles_and_read_only_are_kept_to(settings: Settings) -> None:
    for read_only, name, wanted in [
        (False, "Reader", "this takes a reviewer, you are a reader"),
        (True, "Admin", "this desk is read-only"),
        (False, "Reviewer", ""),
    ]:
        app = create_app(replace(settings, read_only=read_only))

        @app.post("/api/made-up")
        def change(person: access.Reviewer) -> dict[str, str]:
            return {"by": person.name}

        with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as client:
            sign_in(client, name)
            csrf = client.get("/api/session").json()["csrf"]
            answer = client.post("/api/made-up", headers={"x-csrf-token": csrf})
            if wanted:
                assert (answer.status_code, answer.json()["error"]["reason"]) == (403, wanted)
            else:
                assert answer.json() == {"by": "Reviewer"}


def test_users_are_checked_when_they_are_added(store_path: Path) -> None:
    users = Users(store_path)
    for name, role, password in [
        ("Ada", "king", PASSWORD),
        ("Ada", "admin", "short"),
        ("Ada", "admin", "x" * 257),
        ("Ada Lovelace!", "admin", "ada lovelace!"),
        ("", "admin", PASSWORD),
        ("a\u202eb", "admin", PASSWORD),
        ("x" * 65, "admin", PASSWORD),
    ]:
        with pytest.raises(UsageError):
            users.put(name, role, password)
    users.put("Ada", "admin", PASSWORD)
    with pytest.raises(UsageError, match="only in small and capital"):
        users.put("ADA", "admin", PASSWORD)
    with pytest.raises(NotFound):
        users.remove("Bob")
    assert person_name(" Zoe\u0308 ") == "Zo\u00eb"


def test_a_file_of_users_that_others_may_read_lets_nobody_in(desk: TestClient, settings: Settings) -> None:
    sign_in(desk)
    path = Users(settings.store).path
    assert PASSWORD not in path.read_text() and "$argon2id$" in path.read_text()
    path.chmod(0o644)
    answer = desk.get("/api/dyads")
    assert answer.status_code == 500 and "chmod 600" in answer.text
    path.chmod(0o600)
    path.write_text("{}")
    with pytest.raises(StoreError, match="no list of users"):
        _ = Users(settings.store).all
