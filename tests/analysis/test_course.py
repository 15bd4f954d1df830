"""The timeline, the balance, the changes and the order of undated texts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from accord.analysis import Archive, changes, course, dyads, timeline, written
from accord.store import Store

AS_OF = date(2025, 12, 31)
Read = Callable[[dict[str, str]], Archive]
TEXTS = {
    "a.txt": "Lima, 3 March 2024\n\nPeru and Bolivia signed the Agreement on Road Transit in Lima on 2 March 2024.\n\n"
    "Foreign Minister Hilda Quispe of Peru will pay an official visit to Bolivia on 9 April 2024.\n",
    "b.txt": "La Paz, 8 August 2024\n\nBolivia expelled two Peruvian diplomats on 6 August 2024.\n\n"
    "Peru recalled its ambassador from La Paz on 7 August 2024.\n",
}


def test_what_was_planned_and_never_heard_of_has_lapsed(archive: Read) -> None:
    found = timeline(archive(TEXTS), AS_OF)
    standing = {(m.record.kind, str(m.period)): m.standing for m in found}
    assert standing["agreement", "2024-03-02"] == "happened"
    assert standing["visit", "2024-04-09"] == "lapsed"
    assert timeline(archive(TEXTS), date(2024, 3, 20))[-1].standing == "planned"
    assert [m.period.first for m in found] == sorted(m.period.first for m in found)


def test_the_balance_can_fall(archive: Read) -> None:
    spans = {s.label: s for s in course(archive(TEXTS), AS_OF)}
    assert spans["2024-03"].balance > 0 > spans["2024-08"].balance
    assert spans["2024-08"].conflict < 0
    assert spans["2024-08"].low is None, "one source has no interval"


def test_a_fact_told_twice_counts_once(archive: Read) -> None:
    once = next(s for s in course(archive(TEXTS), AS_OF) if s.label == "2024-03")
    again = TEXTS | {
        "c.txt": "Quito, 5 March 2024\n\nThe Agreement on Road Transit was signed by Bolivia and Peru on 2 March 2024.\n"
    }
    twice = next(s for s in course(archive(again), AS_OF) if s.label == "2024-03")
    assert len(twice.facts) == len(once.facts)
    assert twice.sources == once.sources + 1


def test_the_pair_with_most_to_tell_comes_first(archive: Read) -> None:
    first = dyads(archive(TEXTS), AS_OF)[0]
    assert first.states == ("BOL", "PER")
    assert first.last == date(2024, 8, 7)


def test_an_undated_text_lies_between_what_it_calls_past_and_to_come(archive: Read) -> None:
    text = (
        "Peru and Bolivia signed the Agreement on Seed Certification on 14 May 2024.\n\n"
        "The Kasani border crossing between Peru and Bolivia will be reopened on 30 June 2024.\n"
    )
    (found,) = written(archive({"x.txt": text})).values()
    assert (found.after, found.before, found.known) == (date(2024, 5, 14), date(2024, 6, 30), False)
    assert len(found.reasons) == 2


def test_what_a_later_reading_adds_confirms_and_doubts(
    make: Callable[[dict[str, str]], Store], monkeypatch: object
) -> None:
    store = make({"a.txt": "Lima, 2 February 2025\n\nTrade between Peru and Bolivia reached $12.2 million in 2024.\n"})
    since = max(d.read_at for d in store.documents())[:19]
    archive = Archive.of(store)
    assert changes(archive, since) == ()
    assert [c.sort for c in changes(archive, "2020-01-01")] == ["added"]
