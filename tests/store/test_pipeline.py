"""Reading: one bad file never stops the rest; what is unchanged is left alone."""

from __future__ import annotations

import fakes
import pytest

from accord.errors import StoreLocked
from accord.pipeline import Step, language_name, read
from accord.store import Skipped, Store


def outcomes(store: Store, files: list[object], **options: object) -> list[tuple[str, str]]:
    steps: list[Step] = []
    read(files, store, options.pop("tools", fakes.tools()), progress=lambda s, n: steps.append(s), **options)  # type: ignore[arg-type]
    return [(step.doc, step.outcome) for step in steps]


def test_one_bad_file_never_stops_the_rest(store: Store) -> None:
    files = [
        fakes.raw("a.txt", "BROKEN"),
        fakes.raw("b.txt", "CRASH"),
        fakes.problem("c.zip"),
        fakes.raw("d.txt", fakes.RUSSIAN),
        fakes.raw("e.txt", fakes.TREATY),
    ]
    summary = read(files, store, fakes.tools())
    assert (summary.read, summary.kept_not_read, summary.claims) == (1, 1, 1)
    assert summary.skipped == store.skipped()
    assert [str(skipped) for skipped in summary.skipped] == [
        "a.txt: is broken; mend it",
        "b.txt: Accord failed on it: ZeroDivisionError: a rule divided by zero; "
        "please report it; the other documents are not touched by it",
        "c.zip: is broken; mend it",
        "d.txt: kept, not read for facts: Russian",
    ]


def test_a_file_mended_is_skipped_no_more(store: Store) -> None:
    read([fakes.raw("a.txt", "BROKEN")], store, fakes.tools())
    read([fakes.raw("a.txt", fakes.TREATY)], store, fakes.tools())
    assert store.skipped() == []


def test_what_is_read_again_and_what_is_not(store: Store) -> None:
    file, dated = fakes.raw("a.txt", fakes.DOUBTFUL), fakes.tools({"a.txt": {"published": "2025-04"}})
    assert outcomes(store, [file]) == [("a.txt", "read")]
    assert outcomes(store, [file]) == [("a.txt", "unchanged")]
    assert outcomes(store, [file], again=True) == [("a.txt", "read")]
    assert outcomes(store, [file], tools=dated) == [("a.txt", "read")]
    assert store.claims()[0].values["date"] == "2025-04"
    assert outcomes(store, [file]) == [("a.txt", "unchanged")]  # no manifest now: its word stays
    assert outcomes(store, [file], tools=fakes.tools(version="2")) == [("a.txt", "read")]
    assert store.claims()[0].values["date"] == "2025-04"
    assert outcomes(store, [file], tools=fakes.tools({"a.txt": {"published": "2025-05"}}, "2")) == [("a.txt", "read")]
    assert store.claims()[0].values["date"] == "2025-05"


def test_a_second_name_is_read_for_facts_by_a_newer_version(store: Store) -> None:
    read([fakes.raw("a.txt", fakes.TREATY)], store, fakes.tools())
    assert outcomes(store, [fakes.raw("b.txt", fakes.TREATY)]) == [("b.txt", "unchanged")]
    assert outcomes(store, [fakes.raw("b.txt", fakes.TREATY)], tools=fakes.tools(version="2")) == [("a.txt", "read")]
    assert outcomes(store, [fakes.raw("a.txt", fakes.TREATY)], tools=fakes.tools(version="2")) == [
        ("a.txt", "unchanged")
    ]


def test_a_kept_document_stays_told_of(store: Store) -> None:
    file = fakes.raw("d.txt", fakes.RUSSIAN)
    assert outcomes(store, [file, file]) == [("d.txt", "kept"), ("d.txt", "kept")]
    assert store.skipped() == [Skipped("d.txt", "kept, not read for facts: Russian")]


def test_the_date_of_reading_is_the_first(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accord.store.store._now", lambda: "2025-01-01T00:00:00+00:00")
    read([fakes.raw("a.txt", fakes.TREATY)], store, fakes.tools())
    monkeypatch.setattr("accord.store.store._now", lambda: "2026-01-01T00:00:00+00:00")
    read([fakes.raw("a.txt", fakes.TREATY)], store, fakes.tools(), again=True)
    assert store.documents()[0].read_at == "2025-01-01T00:00:00+00:00"


def test_an_error_of_the_store_ends_the_reading(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*args: object, **options: object) -> None:
        raise StoreLocked("locked", "wait")

    monkeypatch.setattr(store, "keep", locked)
    with pytest.raises(StoreLocked):
        read([fakes.raw("a.txt", fakes.TREATY)], store, fakes.tools())


def test_debugging_shows_the_fault(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORD_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        read([fakes.raw("b.txt", "CRASH")], store, fakes.tools())


@pytest.mark.parametrize(("code", "name"), [("ru", "Russian"), ("tg", "Tajik"), ("xx", "xx"), ("", "language unknown")])
def test_languages_are_named(code: str, name: str) -> None:
    assert language_name(code) == name
