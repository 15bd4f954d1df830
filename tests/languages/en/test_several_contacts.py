"""Several meetings and visits told in one breath: each with its own people, day, place and means."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .reading import check, claims

DAY = "2024-05-20"
ROWS: list[tuple[str, str, list[Mapping[str, object]]]] = [
    (
        "meeting",
        "Slovak Foreign Minister Jana Kovalska met Peruvian President Raul Quispe and Peruvian Interior Minister Pedro Huanca in Lima on 12 May 2024.",
        [
            {"participants": ["Jana Kovalska", "Raul Quispe"], "states": ["SVK", "PER"], "date": "2024-05-12"},
            {"participants": ["Jana Kovalska", "Pedro Huanca"], "states": ["SVK", "PER"], "date": "2024-05-12"},
        ],
    ),
    (  # near miss: all of them at one table
        "meeting",
        "Slovak Foreign Minister Jana Kovalska held a trilateral meeting with Peruvian Foreign Minister Pedro Huanca and Chilean Foreign Minister Diego Soto in Lima on 12 May 2024.",
        [{"states": ["SVK", "PER", "CHL"]}],
    ),
    (
        "meeting",
        "Slovak Foreign Minister Jana Kovalska met the President of Bolivia, Juan Flores, on 2 May 2024 and the Prime Minister of Ecuador, Rosa Vera, on 4 May 2024.",
        [
            {"participants": ["Jana Kovalska", "Juan Flores"], "states": ["SVK", "BOL"], "date": "2024-05-02"},
            {"participants": ["Jana Kovalska", "Rosa Vera"], "states": ["SVK", "ECU"], "date": "2024-05-04"},
        ],
    ),
    (  # near miss: who is told behind the day only speaks
        "meeting",
        "Slovak Foreign Minister Jana Kovalska met the President of Bolivia, Juan Flores, on 2 May 2024 and the Prime Minister of Ecuador, Rosa Vera, said on 4 May 2024 that it was late.",
        [{"participants": ["Jana Kovalska", "Juan Flores"], "date": "2024-05-02"}],
    ),
    (
        "meeting",
        "Slovak Foreign Minister Jana Kovalska spoke by phone with the presidents of France and Italy on Friday.",
        [{"states": ["SVK", "FRA"], "mode": "phone"}, {"states": ["SVK", "ITA"], "mode": "phone"}],
    ),
    (
        "meeting",
        "Slovak Foreign Minister Jana Kovalska held separate meetings with her counterparts from Chile, Brazil and Panama on Friday.",
        [{"states": ["SVK", s], "date": "2024-05-17"} for s in ("CHL", "BRA", "PAN")],
    ),
    ("meeting", "Slovak Foreign Minister Jana Kovalska praised her counterparts from Chile, Brazil and Panama.", []),
    (
        "meeting",
        "Slovak Foreign Minister Jana Kovalska and her Peruvian counterpart Luis Mamani talked by phone on Friday and decided to meet in Lima in June.",
        [
            {"status": "reported", "date": "2024-05-17", "mode": "phone", "place": None},
            {"status": "planned", "date": "2024-06", "mode": "in-person", "place": "Lima"},
        ],
    ),
    (
        "meeting",
        "Slovak Foreign Minister Jana Kovalska and her Peruvian counterpart Luis Mamani had their first meeting on 2 May 2024 in Vienna and the second on 8 May 2024 in Lima.",
        [{"date": "2024-05-02", "place": "Vienna"}, {"date": "2024-05-08", "place": "Lima"}],
    ),
    (  # near miss: another thing is what comes next
        "meeting",
        "Slovak Foreign Minister Jana Kovalska and her Peruvian counterpart Luis Mamani met on 2 May 2024 in Vienna and the second harvest began on 8 May 2024 in Lima.",
        [{"date": "2024-05-02", "place": "Vienna"}],
    ),
    (
        "visit",
        "Slovak Foreign Minister Jana Kovalska has returned from a tour of the Andes that led her to Peru, Bolivia and Chile.",
        [{"visitor": "Jana Kovalska", "host": host, "sending": "SVK"} for host in ("PER", "BOL", "CHL")],
    ),
    (
        "visit",
        "Slovak Foreign Minister Jana Kovalska spoke of a policy that led her to doubt Peru, Bolivia and Chile.",
        [],
    ),
    (
        "visit",
        "Slovak Trade Minister Anna Bila will travel on 3 June to Chile and on 5 June to Brazil.",
        [
            {"host": "CHL", "date": "2024-06-03", "status": "planned"},
            {"host": "BRA", "date": "2024-06-05", "status": "planned"},
        ],
    ),
    (
        "visit",
        "Slovak Finance Minister Ivan Holub arrived in La Paz yesterday and is due to proceed to Quito tomorrow.",
        [
            {"host": "BOL", "date": "2024-05-19", "status": "reported"},
            {"host": "ECU", "date": "2024-05-21", "status": "planned"},
        ],
    ),
    (
        "visit",
        "Slovak President Jan Novak was in Lima on 29 April 2022, and Interior Minister Eva Mala on 2 February 2023.",
        [
            {"visitor": "Jan Novak", "host": "PER", "date": "2022-04-29"},
            {"visitor": "Eva Mala", "host": "PER", "date": "2023-02-02"},
        ],
    ),
    (
        "visit",
        "Slovak Prime Minister Petr Dlhy stayed in Lima from Monday to Wednesday together with the leaders of Chile and Panama.",
        [{"host": "PER", "sending": s, "date": "2024-05-13/2024-05-15"} for s in ("SVK", "CHL", "PAN")],
    ),
    (  # near miss: somebody of the same state only goes along
        "visit",
        "Slovak Prime Minister Petr Dlhy stayed in Lima from Monday to Wednesday together with Slovak Trade Minister Anna Bila.",
        [{"visitor": "Petr Dlhy", "host": "PER"}],
    ),
]


@pytest.mark.parametrize(("kind", "text", "found"), ROWS)
def test_several_told_together(kind: str, text: str, found: list[Mapping[str, object]]) -> None:
    check(claims(text, DAY, kind), found)


def test_a_journey_to_both_states_of_a_document_is_not_from_one_of_them() -> None:
    text = "ISLAMABAD: Deputy Prime Minister Salim Kiyan leaves today on a four-day visit to Slovakia and Peru, the Foreign Office announced on Saturday."
    days = {"date": "2024-05-20/2024-05-23", "status": "planned"}
    check(claims(text, DAY, "visit"), [{"host": host, "sending": "PAK", **days} for host in ("SVK", "PER")])


def test_who_met_people_of_other_states_is_of_that_which_the_document_is_about() -> None:
    text = "Peru and Bolivia quarrel over a river. Foreign minister Luis Mamani spoke over the phone with his Finnish and Latvian fellows on Friday."
    check(claims(text, DAY, "meeting"), [{"states": ["PER", s], "mode": "phone"} for s in ("FIN", "LVA")])
