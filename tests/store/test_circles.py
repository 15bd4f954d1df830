"""What was found in the records of two states: kept with a mark that tells when it is older than these."""

from __future__ import annotations

from pathlib import Path

import fakes
import pytest

from accord.pipeline import read
from accord.record import Record
from accord.store import WHOLE, Asked, Circle, Finding, Store, migrations
from accord.store.judgements import Word, anchor
from accord.store.rows import circles_of

LINES = {
    "a.txt": "event|Fair|KGZ,TJK|2024-05-01|reported|0.9\nevent|Market|KGZ,TJK,UZB|2024-06-01|reported|0.9",
    "b.txt": "event|Parade|UZB|2024-07-01|reported|0.9",
}


def fill(store: Store, texts: dict[str, str]) -> None:
    read([fakes.raw(doc, text) for doc, text in texts.items()], store, fakes.tools())
    store.refresh()


def counted(store: Store, made_of: str = "day") -> list[str]:
    """Count what is due, and say what it was; where anything is, so is the whole, which comes last."""
    due = store.ready.due(made_of)
    assert [circle.states for circle in due[-1:]] == [WHOLE] * bool(due)
    for circle in due:
        store.ready.keep(circle, made_of, [Finding("sum", circle.states, str(circle.records), word="a")])
    return sorted(circle.states for circle in due if circle.states != WHOLE)


@pytest.mark.parametrize(
    ("concerns", "circles"),
    [((), ["-"]), (("UZB",), ["-UZB"]), (("UZB", "TJK", "KGZ"), ["KGZ-TJK", "KGZ-UZB", "TJK-UZB"])],
)
def test_a_record_is_in_the_circles_of_its_pairs_and_else_alone(concerns: tuple[str, ...], circles: list[str]) -> None:
    assert circles_of(Record("r", "event", {}, "reported", concerns, ())) == circles


def test_only_circles_whose_records_changed_are_due_again(store: Store) -> None:
    fill(store, LINES)
    assert counted(store) == ["-UZB", "KGZ-TJK", "KGZ-UZB", "TJK-UZB"]
    assert counted(store) == []
    fill(store, {"c.txt": "event|Concert|TJK,KAZ|2024-08-01|reported|0.9"})
    assert counted(store) == ["KAZ-TJK"]
    assert len(counted(store, "another day")) == 5
    assert store.ready.page(Asked("sum", "KGZ-TJK"))[0] == [str(len(store.records(between=["TJK", "KGZ"])))] == ["2"]


def test_maps_that_an_older_store_kept_are_found_anew(store: Store) -> None:
    fill(store, LINES)
    (circle,) = [c for c in store.ready.due("day") if c.states == "KGZ-TJK"]
    store.ready.keep(circle, "day", [Finding(sort, "1", "old") for sort in ("map", "sum")])
    with store._engine.begin() as connection:
        migrations._twelfth(connection)
    assert [store.ready.page(Asked(sort, "KGZ-TJK"))[0] for sort in ("map", "sum")] == [[], ["old"]]
    assert circle.states in [c.states for c in store.ready.due("day")]


def test_a_circle_of_nobody_holds_the_records_that_concern_one_state_alone(store: Store) -> None:
    fill(store, LINES)
    assert [r.values["name"] for r in store.records(between=Circle("-UZB", 1, 1).between)] == ["Parade"]
    assert store.records(between=Circle("-", 0, 0).between) == []


def test_a_judgement_makes_the_circles_of_its_records_due(store: Store) -> None:
    fill(store, LINES)
    counted(store)
    claim = next(c for c in store.claims() if c.values["name"] == "Parade")
    store.judge(word := Word("right", (anchor(claim),), when="2026-01-01T00:00:00+00:00"))
    assert counted(store) == ["-UZB"]
    store.unjudge(word.id)
    assert counted(store) == ["-UZB"]


def test_what_became_of_a_promise_changes_what_is_found_and_no_record(store: Store) -> None:
    fill(store, LINES)
    counted(store)
    claim = next(c for c in store.claims() if c.values["name"] == "Parade")
    store.judge(word := Word("outcome", (anchor(claim),), "outcome", None, "kept", when="2026-01-01T00:00:00+00:00"))
    assert not store.stale
    assert counted(store) == ["-UZB"]
    store.unjudge(word.id)
    assert not store.stale
    assert counted(store) == ["-UZB"]


def test_nothing_found_in_a_forgotten_document_stays(store: Store, path: Path) -> None:
    fill(store, LINES)
    for circle in store.ready.due("day"):
        own = circle.states != WHOLE
        store.ready.keep(circle, "day", [Finding("quote", circle.states, '"the words of b"', own)])
    store.forget("b.txt")
    assert store.ready.page(Asked("quote", "-UZB")) == ([], "")
    assert store.ready.page(Asked("quote", WHOLE)) == ([], "")
    assert len(store.ready.page(Asked("quote"))[0]) == 3


def test_findings_come_in_their_order_page_by_page_and_are_counted(store: Store) -> None:
    fill(store, LINES)
    some = [
        Finding(
            "line", f"{n:02}", str(n), own=n % 2 == 0, word="ab"[n % 2], topics=("trade",), day=f"2024-01-{n + 1:02}"
        )
        for n in range(10)
    ]
    circle = next(c for c in store.ready.due("day") if c.states == "KGZ-TJK")
    store.ready.keep(circle, "day", reversed(some))  # type: ignore[arg-type]
    first, after = store.ready.page(Asked("line", "KGZ-TJK"), "", 6)
    rest, end = store.ready.page(Asked("line", "KGZ-TJK"), after, 6)
    assert (first + rest, end) == ([str(n) for n in range(10)], "")
    assert store.ready.page(Asked("line"))[0] == ["0", "2", "4", "6", "8"]
    assert store.ready.count(Asked("line", "KGZ-TJK")) == {"a": 5, "b": 5}
    assert store.ready.count(Asked("line", topic="border")) == {}
    within = Asked("line", "KGZ-TJK", word="b", topic="trade", since="2024-01-03", until="2024-01-06")
    assert store.ready.page(within)[0] == ["3", "5"]


def test_a_store_that_is_loaded_holds_the_same_records(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store, Store.open(tmp_path / "copy.db") as copy:
        fill(store, LINES)
        copy.load(
            [(store.document(h), store.raw(h), p) for h, p in store.prints().items()], store.claims(), store.records()
        )
        assert not copy.stale
        assert copy.records() == store.records()
        assert copy.prints() == store.prints()
        assert [c.states for c in copy.ready.due("day")] == [c.states for c in store.ready.due("day")]


def test_a_lazy_store_gives_records_as_they_are(path: Path) -> None:
    with Store.open(path) as store, Store.open(path, lazy=True) as lazy:
        fill(store, LINES)
        read([fakes.raw("c.txt", "event|Concert|TJK,KAZ|2024-08-01|reported|0.9")], store, fakes.tools())
        assert len(lazy.records()) == 3
        assert lazy.stale
        before = lazy.stamp()
        lazy.refresh()
        assert len(lazy.records()) == 4
        assert lazy.stamp() != before
