"""Twinned towns in the shapes that they are told in: pairs, rows, one town and its partners, "the two cities"."""

from __future__ import annotations

import pytest

from .reading import claims

CASES: list[tuple[str, list[tuple[set[str], str | None, str]]]] = [
    (
        "Tampere has twelve sister cities, among them Bergen, Odessa and Chemnitz.",
        [({"Tampere", town}, None, "reported") for town in ("Bergen", "Odessa", "Chemnitz")],
    ),
    (
        "Tampere is twinned with Bergen in Norway (1946), Lodz in Poland (1957) and Chemnitz.",
        [
            ({"Tampere", "Bergen"}, "1946", "reported"),
            ({"Tampere", "Lodz"}, "1957", "reported"),
            ({"Tampere", "Chemnitz"}, None, "reported"),
        ],
    ),
    (
        "Lodz and Tampere, Krakow and Turku are sister cities.",
        [({"Lodz", "Tampere"}, None, "reported"), ({"Krakow", "Turku"}, None, "reported")],
    ),
    (
        "Sister cities since 1957, Lodz and Tampere will exchange choirs.",
        [({"Lodz", "Tampere"}, "1957", "reported")],
    ),
    (
        "An agreement on sister-city relations between Lodz and Tampere was signed on 3 May 2024.",
        [({"Lodz", "Tampere"}, "2024-05-03", "reported")],
    ),
    (
        "Mayor Jan Kowalczyk of Lodz and Deputy Mayor Tuula Virta of Tampere undertook on 3 May to twin their cities.",
        [({"Lodz", "Tampere"}, "2024-05-03", "reported")],
    ),
    (
        "A choir from Lodz came to Tampere on Friday.\nThe two cities have been partners since 1957.",
        [({"Lodz", "Tampere"}, "1957", "reported")],
    ),
    (
        "Tampere plans to become a sister city of Lodz in 2025.",
        [({"Lodz", "Tampere"}, "2025", "planned")],
    ),
    ("The sister company of an Oslo firm opened a plant in Lima in 2020.", []),
    ("The twin deficits of Norway and Sweden were discussed in Oslo and Stockholm.", []),
    ("A delegation from Oslo came to Lodz on Friday.\nSister cities: none.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_twinned_towns(text: str, wanted: list[tuple[set[str], str | None, str]]) -> None:
    found = [c for c in claims(text, "2024-05-20", "tie") if c["type"] == "sister-cities"]
    told = [(set(c["between"]), c.get("date"), c["status"]) for c in found]
    assert sorted(told, key=str) == sorted(wanted, key=str)


def test_a_twinning_ended() -> None:
    (found,) = claims("Tampere ended its twinning with Murmansk in March 2022.", "2024-05-20", "tie")
    assert (set(found["between"]), found["action"], found["date"]) == ({"Tampere", "Murmansk"}, "severed", "2022-03")
