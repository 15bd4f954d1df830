"""What was promised, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from accord.analysis import Archive, ledger

AS_OF = date(2026, 6, 30)
Read = Callable[[dict[str, str]], Archive]
GIVEN = "Kampala, 1 September 2023\n\nUganda and Kenya agreed to open the Suam border crossing by June 2024.\n"


def outcome(archive: Archive, as_of: date = AS_OF) -> tuple[str, int | None, int | None]:
    first = next(c for c in ledger(archive, as_of) if c.given and c.given.first == date(2023, 9, 1))
    return first.outcome, first.pam, first.g20


CASES = [
    ("kept", "Nairobi, 20 May 2024\n\nThe Suam border crossing between Uganda and Kenya was opened on 19 May 2024.\n", (3, 1)),
    ("overdue", "Nairobi, 20 August 2024\n\nUganda and Kenya agreed to open the Suam border crossing by the end of 2026.\n", (0, -1)),
    ("unverified", "Nairobi, 20 August 2024\n\nTrade between Uganda and Kenya reached $900 million in 2023.\n", (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "later", "scales"), CASES)
def test_the_outcome_is_what_later_sources_say(archive: Read, wanted: str, later: str, scales: tuple[int, int]) -> None:
    assert outcome(archive({"a.txt": GIVEN, "b.txt": later})) == (wanted, *scales)


def test_before_it_is_due_it_is_open(archive: Read) -> None:
    assert outcome(archive({"a.txt": GIVEN}), date(2024, 1, 1)) == ("open", None, None)


def test_silence_is_never_broken(archive: Read) -> None:
    assert outcome(archive({"a.txt": GIVEN}))[0] == "unverified"


SERIES = (
    "Lima, 5 March 2025\n\nPeru and Bolivia agreed to raise trade turnover to $500 million by 2030.\n\n"
    "Trade turnover between Peru and Bolivia reached $12.2 million in 2024.\n"
)


def test_a_target_tells_the_growth_that_it_needs(archive: Read) -> None:
    line = next(c for c in ledger(archive({"a.txt": SERIES}), date(2025, 6, 1)) if c.progress)
    assert line.progress is not None
    assert line.outcome == "open"
    assert round(line.progress.share, 4) == 0.0244
    assert line.progress.required_growth == pytest.approx((500 / 12.2) ** (1 / 6) - 1, abs=0.001)
    assert {r.split("-")[0] for r in line.progress.required_from} == {"commitment", "indicator"}


def test_a_target_missed_is_broken(archive: Read) -> None:
    missed = SERIES.replace("2030", "2024")
    line = next(c for c in ledger(archive({"a.txt": missed}), AS_OF) if c.progress)
    assert (line.outcome, line.g20) == ("broken", -1)


def test_a_target_reached_is_kept(archive: Read) -> None:
    reached = "Lima, 5 March 2026\n\nTrade turnover between Peru and Bolivia reached $510 million in 2025.\n"
    line = next(c for c in ledger(archive({"a.txt": SERIES, "b.txt": reached}), AS_OF) if c.progress)
    assert (line.outcome, line.pam) == ("kept", 3)


def test_flights_asked_for_and_resumed_are_kept(archive: Read) -> None:
    asked = "Rabat, 3 May 2024\n\nMorocco and Senegal proposed to resume direct flights between Morocco and Senegal.\n"
    flown = "Dakar, 9 July 2024\n\nDirect flights between Dakar and Agadir resumed on 8 July 2024, Senegal and Morocco said.\n"
    lines = ledger(archive({"a.txt": asked, "b.txt": flown}), AS_OF)
    flights = [
        c
        for c in lines
        if c.record.kind in ("transport", "commitment") and c.given and c.given.first == date(2024, 5, 3)
    ]
    assert flights
    assert all(c.outcome == "kept" for c in flights)


def test_a_persons_word_stands_above(archive: Read) -> None:
    found = archive({"a.txt": GIVEN})
    record = next(c.record for c in ledger(found, AS_OF))
    line = next(c for c in ledger(found, AS_OF, {record.id: ("kept", "judged by ana")}) if c.record.id == record.id)
    assert (line.outcome, line.reason, line.judged, line.pam) == ("kept", "judged by ana", True, 3)


def test_a_planned_stop_that_came_is_kept(archive: Read) -> None:
    planned = "Bogotá, 6 February 2024\n\nFlights between Bogotá and Quito will be suspended from 8 February 2024, Colombia said.\n"
    done = "Quito, 10 September 2024\n\nFlights between Bogotá and Quito, suspended on 8 February 2024, were resumed on 9 September 2024.\n"
    lines = ledger(archive({"a.txt": planned, "b.txt": done}), AS_OF)
    assert [(c.record.kind, c.outcome) for c in lines if c.record.kind == "transport"] == [("transport", "kept")]


LIVES = [
    (
        "what was not terminated was not left undone",
        "Lima, 8 May 2023\n\nPeru and Bolivia signed the Agreement on Seed Certification on 7 May 2023. The Agreement on Seed "
        "Certification will enter into force on 1 June 2023.\n",
        "La Paz, 3 July 2024\n\nThe Agreement on Seed Certification between Peru and Bolivia entered into force on 2 June "
        "2023. Peru denied that it had terminated the Agreement on Seed Certification.\n",
        "kept",
    ),
    (
        "what happened before a plan was told does not undo it",
        "Nairobi, 18 June 2024\n\nThe Suam border crossing between Uganda and Kenya was closed on 16 June 2024. The Suam "
        "border crossing will be reopened on 23 June 2024.\n",
        "Kampala, 3 July 2024\n\nTrade between Uganda and Kenya reached $900 million in 2023.\n",
        "unverified",
    ),
]


@pytest.mark.parametrize(("first", "later", "wanted"), [c[1:] for c in LIVES], ids=[c[0] for c in LIVES])
def test_a_thing_is_not_held_against_itself(archive: Read, first: str, later: str, wanted: str) -> None:
    lines = [c for c in ledger(archive({"a.txt": first, "b.txt": later}), AS_OF) if c.record.kind != "commitment"]
    assert [c.outcome for c in lines] == [wanted]


def test_what_is_only_supposed_is_no_plan(archive: Read) -> None:
    supposed = "Nairobi, 12 September 2025\n\nSouth Sudan joined the East African Community in 2016. Were South Sudan to leave the East African Community, trade would fall.\n"
    assert ledger(archive({"a.txt": supposed}), AS_OF) == ()
