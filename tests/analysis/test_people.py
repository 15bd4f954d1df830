"""People and their offices over time; everybody in these texts is invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from accord.analysis import Archive, Tenure, answers, in_office, tenures
from accord.values import Period

Read = Callable[[dict[str, str]], Archive]


def visit(name: str, day: str, *, office: str = "Foreign Minister", of: str = "Kenya", to: str = "Uganda") -> str:
    towns = {"Uganda": "Kampala", "Kenya": "Nairobi", "Peru": "Lima", "Bolivia": "La Paz"}
    return f"{towns[to]}, {day}\n\n{office} of {of} {name} paid an official visit to {to} on {day}.\n"


TEXTS = {
    "a.txt": visit("Grace Atieno Ombura", "14 March 2023"),
    "b.txt": visit("Grace Atieno Ombura", "20 November 2024"),
    "c.txt": visit("Peter Lokwang", "3 April 2025"),
    "d.txt": visit("Ana Quispe Mamani", "5 May 2023", of="Peru", to="Bolivia"),
}


@pytest.fixture
def found(archive: Read) -> tuple[Tenure, ...]:
    return tenures(archive(TEXTS))


def asked(found: tuple[Tenure, ...], office: str, on: str) -> list[tuple[str, str]]:
    return [(a.tenure.person, a.standing) for a in answers(in_office(found, office), Period.parse(on))]


def test_an_office_is_seen_from_its_first_to_its_last_sighting(found: tuple[Tenure, ...]) -> None:
    (one,) = [t for t in found if t.person == "Grace Atieno Ombura"]
    assert (one.office, one.state, str(one.first), str(one.last)) == (
        "Foreign Minister",
        "KEN",
        "2023-03-14",
        "2024-11-20",
    )
    assert one.voices == 2
    assert [s.claim.doc for s in one.sightings] == ["a.txt", "b.txt"]
    assert all("Ombura" in s.quote.quote for s in one.sightings)
    assert one.last_contact == "2024-11-20"


@pytest.mark.parametrize(
    ("office", "on", "wanted"),
    [
        ("foreign minister of Kenya", "2023-03", [("Grace Atieno Ombura", "seen")]),
        ("Kenya's Minister of Foreign Affairs", "2023-05", [("Grace Atieno Ombura", "between")]),
        ("foreign minister of Kenya", "2025-04-03", [("Peter Lokwang", "seen")]),
        ("foreign minister of Kenya", "2026", [("Grace Atieno Ombura", "before"), ("Peter Lokwang", "before")]),
        ("foreign minister of Kenya", "2020", [("Grace Atieno Ombura", "after"), ("Peter Lokwang", "after")]),
        ("foreign minister", "2023-05", [("Ana Quispe Mamani", "seen"), ("Grace Atieno Ombura", "between")]),
        ("deputy foreign minister of Kenya", "2023-03", []),
        ("president", "2023-03", []),
    ],
)
def test_who_held_an_office(found: tuple[Tenure, ...], office: str, on: str, wanted: list[Any]) -> None:
    assert asked(found, office, on) == wanted


def test_what_is_not_known_is_said(found: tuple[Tenure, ...]) -> None:
    (one,) = answers(in_office(found, "foreign minister of Kenya"), Period.parse("2023-05"))
    assert one.words == (
        "seen in office from 2023-03-14 to 2024-11-20; not seen in 2023-05 itself, but before (2023-03-14) and after "
        "(2024-11-20)"
    )
    assert one.as_dict()["sightings"][0]["quote"]


def test_another_holder_in_between_is_named(archive: Read) -> None:
    texts = TEXTS | {"e.txt": visit("Joel Ruto Kiprop", "2 February 2024")}
    found = in_office(tenures(archive(texts)), "foreign minister of Kenya")
    words = {a.tenure.person: a.words for a in answers(found, Period.parse("2023-05"))}
    assert words["Grace Atieno Ombura"].endswith("; Joel Ruto Kiprop in between")


def test_namesakes_of_two_states_are_two_and_spellings_of_one_name_are_one(archive: Read) -> None:
    texts = {
        "a.txt": visit("Yusuf Karimov", "14 March 2023"),
        "b.txt": visit("Yusuf Karimov", "5 May 2023", of="Peru", to="Bolivia"),
        "c.txt": visit("Yousuf Karimov", "9 June 2023"),
    }
    found = [t for t in tenures(archive(texts)) if t.key.key]
    assert sorted((t.state, len(t.sightings), t.spellings) for t in found) == [
        ("KEN", 2, ("Yousuf Karimov", "Yusuf Karimov")),
        ("PER", 1, ("Yusuf Karimov",)),
    ]


def test_a_former_office_is_not_held(archive: Read) -> None:
    found = tenures(archive({"a.txt": visit("Grace Atieno Ombura", "14 March 2023", office="Former Foreign Minister")}))
    assert in_office(found, "foreign minister") == ()


def test_a_plan_counts_for_the_day_on_which_it_is_told(archive: Read) -> None:
    text = "Nairobi, 1 March 2023\n\nForeign Minister of Kenya Grace Atieno Ombura will visit Uganda on 14 June 2023.\n"
    (one,) = [t for t in tenures(archive({"a.txt": text})) if t.key.key]
    assert (str(one.first), str(one.last)) == ("2023-03-01", "2023-03-01")
    assert one.sightings[0].published


def test_an_undated_source_dates_nobody(archive: Read) -> None:
    text = "Foreign Minister of Kenya Grace Atieno Ombura visited Uganda.\n"
    found = [t for t in tenures(archive({"a.txt": text})) if t.key.key]
    assert [(a.standing, a.words) for a in answers(found, Period.parse("2023"))] == [
        ("undated", "seen in office, but no source dates it")
    ]
