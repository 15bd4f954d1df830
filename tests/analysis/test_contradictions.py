"""What cannot both be true, and what only differs in precision."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.analysis import Archive, contradictions

Read = Callable[[dict[str, str]], Archive]
FIRST = "Lima, 2 February 2025\n\nTrade between Peru and Bolivia reached $12.2 million in 2024.\n"


def told(sentence: str) -> str:
    return f"La Paz, 9 February 2025\n\n{sentence}\n"


@pytest.mark.parametrize(
    "other",
    [
        "Trade between Peru and Bolivia exceeded $12 million in 2024.",
        "Trade between Peru and Bolivia was about $12 million in 2024.",
        "Trade between Peru and Bolivia reached 11.4 million euros in 2024.",
        "Trade between Peru and Bolivia reached $15.1 million in 2023.",
        "Peru's exports to Bolivia reached $7.1 million in 2024.",
    ],
)
def test_no_contradiction(archive: Read, other: str) -> None:
    assert contradictions(archive({"a.txt": FIRST, "b.txt": told(other)})) == ()


def test_two_values_on_one_key(archive: Read) -> None:
    (found,) = contradictions(
        archive({"a.txt": FIRST, "b.txt": told("Trade between Peru and Bolivia reached $19.4 million in 2024.")})
    )
    assert (found.key, found.grade) == ("value", "conflict")
    assert {c.value for c in found.camps} == {12200000, 19400000}
    assert all(camp.claims[0].evidence[0].quote for camp in found.camps)
    assert found.explained == ("told later, perhaps revised: 19400000",)


def test_the_majority_is_named(archive: Read) -> None:
    texts = {
        "a.txt": FIRST,
        "b.txt": told("In 2024 bilateral trade between Peru and Bolivia amounted to $12.2 million."),
        "c.txt": told("Trade between Peru and Bolivia stood at $19.4 million in 2024."),
    }
    (found,) = contradictions(archive(texts))
    assert found.grade == "majority"
    assert found.camps[0].value == 12200000


def test_two_near_days_for_one_signing(archive: Read) -> None:
    texts = {
        "a.txt": "Lima, 20 May 2024\n\nPeru and Bolivia signed the Agreement on Seed Certification in Lima on 14 May 2024.\n",
        "b.txt": told("The Agreement on Seed Certification between Peru and Bolivia was signed on 17 May 2024."),
        "c.txt": told("Bolivia and Peru signed the Agreement on Seed Certification in May 2024."),
    }
    (found,) = contradictions(archive(texts))
    assert (found.key, found.step) == ("date", "signed")
    assert {c.value for c in found.camps} == {"2024-05-14", "2024-05-17"}, "a month is only vaguer"
