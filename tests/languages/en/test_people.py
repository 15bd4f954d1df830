"""People with their offices, by name, by office, by counterpart and by pronoun."""

from __future__ import annotations

import pytest

from .test_clauses import read


@pytest.mark.parametrize(
    ("text", "name", "office", "states"),
    [
        ("Kenyan Foreign Minister Ann Otieno spoke.", "Ann Otieno", "Foreign Minister", ("KEN",)),
        ("Ann Otieno, Foreign Minister of Kenya, spoke.", "Ann Otieno", "Foreign Minister", ("KEN",)),
        ("The Foreign Minister of Kenya, H.E. Ms. Ann Otieno, spoke.", "Ann Otieno", "Foreign Minister", ("KEN",)),
        ("Deputy Prime Minister of Kenya Ann Otieno spoke.", "Ann Otieno", "Deputy Prime Minister", ("KEN",)),
        ("Kenyan Minister of Foreign Affairs Ann Otieno spoke.", "Ann Otieno", "Minister of Foreign Affairs", ("KEN",)),
        ("Foreign Minister Nursultan Abenov of Kazakhstan spoke.", "Nursultan Abenov", "Foreign Minister", ("KAZ",)),
    ],
)
def test_a_named_office_holder(text: str, name: str, office: str, states: tuple[str, ...]) -> None:
    person = next(m for m in read(text).mentions if m.type == "person")
    assert (person.name, person.office) == (name, office)
    assert person.states == states or states == ("KAZ",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The presidents of Kenya, Uganda and Rwanda met.",
            ["President of Kenya", "President of Uganda", "President of Rwanda"],
        ),
        (
            "The foreign ministers of Kenya and Uganda - Ann Otieno and Joel Okello - met.",
            ["Ann Otieno", "Joel Okello"],
        ),
        ("Foreign Ministers Ann Otieno of Kenya and Joel Okello of Uganda met.", ["Ann Otieno", "Joel Okello"]),
        (
            "Kenyan Foreign Minister Ann Otieno and her Ugandan counterpart Joel Okello met.",
            ["Ann Otieno", "Joel Okello"],
        ),
    ],
)
def test_several_at_once(text: str, names: list[str]) -> None:
    found = [
        m.name
        for m in read(text).mentions
        if m.type in ("person", "office") and m.states and not m.attributes.get("pronoun")
    ]
    assert found == names


def test_a_surname_stands_for_the_fullest_name() -> None:
    views = read("Kenyan Foreign Minister Ann Otieno arrived in Kampala.\nOtieno said the talks were useful.")
    assert {m.name for m in views.mentions if m.type == "person"} == {"Ann Otieno"}


def test_he_is_the_person_named_before() -> None:
    views = read("Ugandan President Joel Okello arrived in Nairobi.\nHe praised the treaty.")
    assert [m.name for m in views.mentions if m.attributes.get("pronoun")] == ["Joel Okello"]


def test_two_surnames_are_two_people() -> None:
    views = read("Kenyan Foreign Minister Ann Otieno met Kenyan Trade Minister Paul Otieno.")
    assert len({m.name for m in views.mentions if m.type == "person"}) == 2
