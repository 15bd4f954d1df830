"""Briefs that are kept ready say what one made anew says, and are not given once anything of theirs has changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import accord
from accord.analysis import Archive, ledger
from accord.brief import kept
from accord.brief.build import Options
from accord.brief.command import compose
from accord.store import THRESHOLD, Finding, Store, made_of

DAY = date(2025, 6, 1)
FIRST = "Kenya and Uganda signed an agreement on fisheries in Kisumu on 3 March 2025.\n"
NEXT = "Kenya and Uganda signed a protocol on customs data in Busia on 9 April 2025.\n"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(kept, "_FROM", 1)
    _read(tmp_path, "first.txt", FIRST)
    store = Store.open(tmp_path / "a.db")
    store.refresh()
    _keep(store)
    return store


def _read(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    with accord.open(folder / "a.db", as_of=DAY, create=True) as desk:
        desk.read(folder / name, published="2025-05-01")


def _keep(store: Store) -> None:
    (circle,) = [c for c in store.ready.due(made_of(DAY, "en")) if c.states == "KEN-UGA"]
    store.ready.keep(circle, made_of(DAY, "en"), _ahead(store))


def _ahead(store: Store) -> list[Finding]:
    whole = Archive.of(store, ("KEN", "UGA"))
    lines = ledger(whole.only(least=THRESHOLD), DAY, store.outcomes())
    return list(kept.ahead(store, whole, lines, ("KEN", "UGA"), DAY, "en"))


@pytest.mark.parametrize("states", [("KEN", "UGA"), ("UGA", "KEN")])
@pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
def test_a_kept_brief_is_the_one_made_anew(
    store: Store, states: tuple[str, str], suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = Options(DAY, marking="RESTRICTED")
    assert store.kept_brief(states, DAY, "en")
    given = compose(store, states, options, suffix)[1]
    monkeypatch.setattr(Store, "kept_brief", lambda *_: "")
    assert compose(store, states, options, suffix)[1] == given


def test_it_is_made_anew_once_something_was_read(store: Store, tmp_path: Path) -> None:
    _read(tmp_path, "next.txt", NEXT)
    assert store.kept_brief(("KEN", "UGA"), DAY, "en") == ""
    assert "customs data" in compose(store, ("KEN", "UGA"), Options(DAY), ".md")[1].decode()


def test_what_could_not_be_read_is_told_as_of_now(store: Store, tmp_path: Path) -> None:
    (tmp_path / "lost.pdf").write_bytes(b"%PDF-1.4 nothing")
    with accord.open(tmp_path / "a.db", as_of=DAY) as desk:
        desk.read(tmp_path / "lost.pdf")
    assert store.kept_brief(("KEN", "UGA"), DAY, "en")
    assert "lost.pdf" in compose(store, ("KEN", "UGA"), Options(DAY), ".md")[1].decode()


@pytest.mark.parametrize(
    "options", [Options(DAY, topic="trade"), Options(DAY, since=date(2024, 1, 1)), Options(DAY, tight=0.5)]
)
def test_another_question_is_answered_anew(store: Store, options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "kept_brief", lambda *_: pytest.fail("another brief was given"))
    compose(store, ("KEN", "UGA"), options, ".md")


def test_only_where_much_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_FROM", 2)
    assert not _ahead(store)
