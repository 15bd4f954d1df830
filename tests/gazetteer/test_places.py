"""Cities and regions: the one that is meant, names that are words, capitals."""

from __future__ import annotations

import pytest

from accord.gazetteer import (
    all_regions,
    all_states,
    common_surface,
    place,
    place_names,
    places_named,
    provinces,
    region,
    region_names,
    state,
)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Bishkek", "KGZ"),
        ("Osh", "KGZ"),
        ("Jalal-Abad", "KGZ"),
        ("Batken", "KGZ"),
        ("Isfara", "TJK"),
        ("Khujand", "TJK"),
        ("Leninabad", "TJK"),
        ("Dushanbe", "TJK"),
        ("Andijan", "UZB"),
        ("Kiev", "UKR"),
        ("Kyiv", "UKR"),
        ("Saigon", "VNM"),
        ("London", "GBR"),
        ("Birmingham", "GBR"),
        ("Paris", "FRA"),
        ("Tripoli", "LBY"),
        ("Georgetown", "GUY"),
        ("San Jose", "CRI"),
        ("Santiago", "CHL"),
        ("Geneva", "CHE"),
        ("Zurich", "CHE"),
        ("Malé", "MDV"),
        ("Nur-Sultan", "KAZ"),
        ("NAIROBI", "KEN"),
    ],
)
def test_place(name: str, country: str) -> None:
    found = place(name)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize(
    "word",
    ["Of", "Same", "Most", "Nice", "Reading", "Split", "Bath", "Mobile", "Orange", "Man", "Bar", "March", "Jackson"],
)
def test_a_word_is_no_place(word: str) -> None:
    assert place(word) is None
    assert common_surface(word)


@pytest.mark.parametrize(
    ("name", "country"), [("Nice", "FRA"), ("Split", "HRV"), ("Reading", "GBR"), ("Victoria", "CAN")]
)
def test_a_word_is_a_place_where_its_state_is_known(name: str, country: str) -> None:
    found = place(name, country)
    assert found is not None
    assert (found.country, found.common) == (country, common_surface(name))


def test_unknown() -> None:
    assert place("Zzyzzx") is None
    assert place("") is None
    assert place("Osh", "USA") is None


def test_near_names_stay_apart() -> None:
    assert places_named("Jalalabad")[0].country == "AFG"
    assert {p.country for p in places_named("Hyderabad")} == {"IND", "PAK"}
    assert places_named("Washington")[0].country == "USA"


@pytest.mark.parametrize(
    "entry", [e for e in all_states() if e.capital and e.status != "former"], ids=lambda e: e.alpha3
)
def test_every_capital_is_a_place(entry: object) -> None:
    found = place(entry.capital, entry.alpha3)  # type: ignore[attr-defined]
    assert found is not None
    assert found.capital
    assert -90 <= found.latitude <= 90
    assert -180 <= found.longitude <= 180


def test_surfaces_for_matching() -> None:
    found = dict(place_names(min_population=100_000))
    assert found["Osh"].country == "KGZ"
    assert found["Vaduz"].capital
    assert "Nice" not in found
    assert "Nice" in dict(place_names(min_population=100_000, unsafe=True))
    assert all(place.capital or place.population >= 100_000 for place in found.values())
    surfaces = [surface for surface, _ in place_names()]
    assert len(surfaces) == len(set(surfaces))
    assert all(len(surface) > 2 or surface.istitle() for surface in surfaces)
    assert all(surface for surface in surfaces)


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("Ferghana Valley", ("KGZ", "TJK", "UZB")),
        ("the Fergana Valley", ("KGZ", "TJK", "UZB")),
        ("Nagorno-Karabakh", ("ARM", "AZE")),
        ("Golan Heights", ("ISR", "SYR")),
        ("Line of Control", ("IND", "PAK")),
        ("Central Asia", ("KAZ", "KGZ", "TJK", "TKM", "UZB")),
        ("Line of Actual Control", ("CHN", "IND")),
    ],
)
def test_region(name: str, states: tuple[str, ...]) -> None:
    found = region(name)
    assert found is not None
    assert found.states == states


def test_regions_are_whole() -> None:
    assert len(all_regions()) >= 150
    for entry in all_regions():
        assert list(entry.states) == sorted(entry.states) and entry.states
        assert all(state(code).alpha3 == code for code in entry.states)
    surfaces = [surface for surface, _ in region_names()]
    assert len(surfaces) == len(set(surfaces))
    assert region("Atlantis") is None


def test_provinces_have_one_state_each() -> None:
    found = dict(provinces())
    assert (
        {found[n] for n in ("Sughd", "Khatlon")} == {"TJK"} and found["Assam"] == "IND" and found["Normandy"] == "FRA"
    )
    assert not {"Amazonas", "Punjab", "Georgia", "Xinjiang", "Delta"} & set(found)  # of two, a state, a region, a word
    assert len(list(provinces())) == len(found) > 4000
    assert all(state(code).alpha3 == code for code in found.values())
