"""`accord users` and what `accord serve` asks before others can reach it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from accord.errors import UsageError

PASSWORD = "correct horse battery"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    def type_(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))

    return type_


def test_a_user_is_added_listed_changed_and_removed(run, typed, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    typed(f"{PASSWORD}\n")
    done = run("users", "add", "Ada Example", "--role", "reviewer", "--store", "x.db")
    assert (done.code, done.out) == (0, "") and "Ada Example may sign in now, as reviewer" in done.err
    file = tmp_path / "x.db.users.json"
    assert file.stat().st_mode & 0o777 == 0o600 and PASSWORD not in file.read_text()
    listed = run("users", "list", "--store", "x.db", "--format", "jsonl")
    assert json.loads(listed.out) == {"name": "Ada Example", "role": "reviewer"}
    assert run("users", "role", "Ada Example", "admin", "--store", "x.db").code == 0
    assert "admin" in run("users", "list", "--store", "x.db").out
    assert run("users", "remove", "Ada Example", "--store", "x.db").code == 0
    assert "accord users add" in run("users", "list", "--store", "x.db").err


@pytest.mark.parametrize(
    ("words", "typed_in", "reason"),
    [
        (("add", "Ada", "--role", "king"), PASSWORD, "no role is called 'king'; say one of reader"),
        (("add", "Ada"), "short", "has 5 characters; give one of 12 to 256"),
        (("add", "a\x07b"), PASSWORD, "is no name for a person"),
        (("remove", "Ada"), "", "nobody is called 'Ada'"),
        (("role", "Ada", "admin"), "", "nobody is called 'Ada'"),
    ],
)
def test_what_is_wrong_is_named(run, typed, tmp_path: Path, words, typed_in, reason) -> None:  # type: ignore[no-untyped-def]
    typed(typed_in)
    done = run("users", *words, "--store", "x.db")
    assert done.code == 2 and reason in done.err
    assert not (tmp_path / "x.db.users.json").exists()


def test_the_password_is_asked_for_twice(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    answers = iter([PASSWORD, "something else here"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: next(answers))
    done = run("users", "add", "Ada", "--store", "x.db")
    assert done.code == 2 and "the two passwords differ" in done.err


@pytest.mark.parametrize("words", [("--host", "0.0.0.0"), ("--host", "::"), ("--address", "https://desk.example.org")])
def test_a_desk_that_others_reach_is_not_opened_without_users(run, words) -> None:  # type: ignore[no-untyped-def]
    done = run("serve", "--store", "x.db", *words)
    assert done.code == 2
    assert f"with {' '.join(words)} others can reach the desk" in done.err
    assert "run `accord users add NAME --role admin --store x.db` first" in done.err


@pytest.mark.parametrize("address", ["desk.example.org", "ftp://x", "https://", "https://x/path", "https://x?y"])
def test_an_address_is_one_of_a_desk(address: str) -> None:
    from accord.cli.serving import _plain

    with pytest.raises(UsageError, match="no address of a desk"):
        _plain(address)


def test_an_address_is_written_as_browsers_do() -> None:
    from accord.cli.serving import _plain

    assert [_plain(a) for a in ("", "HTTPS://Desk.example.org/", "http://x:8080")] == [
        "", "https://desk.example.org", "http://x:8080"]  # fmt: skip
