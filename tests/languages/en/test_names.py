"""Names that several states share go to the one the text is about; continents are no states; cities and their namesakes."""

import pytest

from accord.languages.en.names.names import find_names

from .test_clauses import read


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Jamaica expelled a Dominican envoy; Santo Domingo protested.", "DOM"),
        ("Barbados and Dominica met in Roseau, where a Dominican minister spoke.", "DMA"),
        ("A Congolese delegation left for Kigali.", "COD"),
        ("The Congolese leader flew from Brazzaville to Libreville.", "COG"),
    ],
)
def test_a_shared_demonym(text: str, state: str) -> None:
    assert {m.name for m in find_names(text) if m.attributes.get("shared")} == {state}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Officials of British Columbia met Kenyan ones.", {"KEN"}),
        ("South American countries and Latin America trade with Kenya.", {"KEN"}),
        ("The Inter-American court and North American firms wrote to an American envoy.", {"USA"}),
        ("South Korean and South African firms met Northern Irish ones.", {"KOR", "ZAF", "GBR"}),
    ],
)
def test_a_continent_is_no_state(text: str, states: set[str]) -> None:
    assert {s for m in find_names(text) if m.type == "state" for s in m.states} == states


@pytest.mark.parametrize(
    ("text", "city", "states"),
    [
        ("U.S. and Iranian envoys met. Moscow offered to help.", "Moscow", ("RUS",)),
        ("U.S. and Iranian envoys met in Geneva.", "Geneva", ()),
        ("Lebanon and Syria held talks in Tripoli.", "Tripoli", ("LBN",)),
        ("British and American officials met in Birmingham.", "Birmingham", ("GBR",)),
        ("Kenyan and American officials met in Birmingham.", "Birmingham", ("USA",)),
    ],
)
def test_a_namesake_must_be_a_likely_one(text: str, city: str, states: tuple[str, ...]) -> None:
    assert [m.states for m in read(text).mentions if m.name == city or m.attributes.get("name") == city] == [states]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Traders crossed from Sughd to Batken.", {"TJK", "KGZ"}),
        ("The Assam government wrote to Dhaka.", {"BGD"}),  # it may be anybody's name
        ("The governor of South Kivu met traders of Kigali.", {"RWA"}),  # a region of more than one state has none
        ("Shops shut in Myawaddy and Mae Sot.", {"MMR", "THA"}),  # small towns of frontiers
        ("The Akmola region sells flour to Omsk.", {"KAZ", "RUS"}),
    ],
)
def test_provinces_and_small_towns(text: str, states: set[str]) -> None:
    assert {s for m in find_names(text) for s in m.states} == states


@pytest.mark.parametrize("text", ["NUKU'ALOFA: Ships left.", "BANGKOK. Ships left.", "N'DJAMENA, 4 May - Ships left."])
def test_a_dateline_in_capitals(text: str) -> None:
    assert [m.form for m in find_names(text)] == ["capital"]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("They met in Split on Monday.", {"HRV"}),
        ("The bridge between Giurgiu and Ruse carries lorries.", {"ROU", "BGR"}),
        ("The Bar–Bari ferry sails again.", {"MNE", "ITA"}),
        ("A port near Colón was leased.", {"PAN"}),
        ("They met in Police Square on Monday.", set()),
        ("Split over fish, they went home.", set()),
        ("The Commonwealth and its Highland Valley tour came to an end.", set()),
        ("ORAL ANSWERS TO QUESTIONS", set()),
    ],
)
def test_towns_called_by_words_are_known_by_what_stands_beside_them(text: str, states: set[str]) -> None:
    assert {s for m in find_names(text) for s in m.states} == states
