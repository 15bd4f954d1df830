"""Who belongs to an organisation, told in a row; how bodies sit, told by what stands for them; ties in plain verbs."""

from __future__ import annotations

import pytest

from .reading import claims
from .test_clauses import read

MEMBERS = [
    ("The Eurasian Economic Union (EAEU), whose members are Russia, Belarus and Armenia, met Iran.", {"RUS", "BLR", "ARM"}),
    ("The Mano River Union groups Liberia, Guinea and Sierra Leone in a customs area of old.", {"LBR", "GIN", "SLE"}),
    ("The eight members of SAARC, among them Nepal and Bhutan, have not met since 2014.", {"NPL", "BTN"}),
    ("Of the two, only Laos is in the Mekong River Commission as well as in ASEAN.", {"LAO"}),
]  # fmt: skip
STRANGERS = [
    "ASEAN invited Kenya, Togo and Ghana to its talks.",
    "The African Union, whose members do not include Spain and Portugal, met in Addis Ababa.",
    "The European Union groups imports from Kenya and Togo under one heading.",
]
SESSIONS = [
    ("The Chad-Libya joint committee is back: it convened in N'Djamena on 3 March 2025.", "session-held", "2025-03-03"),
    ("The Guyana-Suriname Joint Council exists. Its last sitting was in Georgetown in 2022.", "session-held", "2022"),
    ("The Kuwait-Iraq joint committee met in November 2024 and is due in Baghdad on 25 June 2025.", "session-planned", "2025-06-25"),
    ("The Nepal-Bhutan joint committee on power held its sixth sitting in May 2025 and wants 500 MW by 2028.", "session-held", "2025-05"),
]  # fmt: skip
TIES = [
    ("Ireland shut the doors of its mission in Maseru in 2014.", ("embassy", "closed", "2014")),
    ("A Mongolian consulate general began work in Almaty on 1 September 2023.", ("consulate", "opened", "2023-09-01")),
    ("Nepal and Chad opened diplomatic relations on 8 April 1972.", ("diplomatic-relations", "established", "1972-04-08")),
    ("Nepalis have needed no visa for Qatar since 9 August 2017.", ("visa-regime", "established", "2017-08-09")),
    ("Citizens of Kyrgyzstan may stay in Türkiye without a visa for up to 90 days.", ("visa-regime", None, None)),
    ("Norway downgraded its representation in Kabul on 3 May 2025.", ("embassy", "downgraded", "2025-05-03")),
    ("Vietnam and Peru moved up to a comprehensive strategic partnership on 7 March 2024.", ("strategic-partnership", "upgraded", "2024-03-07")),
]  # fmt: skip
LOOSE = [
    "The embassy of Brazil in Dakar opened its library on Friday.",
    "Nationals of either Party from Kenya or Togo shall be exempt from visa requirements.",
    "The man in Madrid called Algeria back.",
]


@pytest.mark.parametrize(("text", "states"), MEMBERS)
def test_members_in_a_row(text: str, states: set[str]) -> None:
    assert {c["state"] for c in claims(text, "2025-06-03", "membership")} == states


@pytest.mark.parametrize("text", STRANGERS)
def test_no_members(text: str) -> None:
    assert claims(text, "2025-06-03", "membership") == []


@pytest.mark.parametrize(("text", "action", "date"), SESSIONS)
def test_sessions_by_what_stands_for_the_body(text: str, action: str, date: str) -> None:
    assert (action, date) in {(c["action"], c.get("date")) for c in claims(text, "2025-06-03", "body")}


@pytest.mark.parametrize(("text", "tie"), TIES)
def test_ties_in_plain_verbs(text: str, tie: tuple[str, str | None, str | None]) -> None:
    found = [(c["type"], c.get("action"), c.get("date")) for c in claims(text, "2025-06-03", "tie")]
    assert found == [tie]


@pytest.mark.parametrize("text", LOOSE)
def test_no_ties(text: str) -> None:
    assert [c for c in claims(text, "2025-06-03", "tie") if c["status"] == "reported"] == []


ROUND = (
    "KIGALI, 4 May 2025 - President Ann Keza on Monday received ambassadors of Kenya and Peru. Rwanda and Kenya trade, and Rwanda and Kenya are friends.\n"
    "Talking to Peruvian Ambassador Luis Paz, the President said that the two countries will open embassies.\n"
    "She hoped that both sides would trade."
)


def test_the_two_countries_are_the_host_and_the_guest_told_of() -> None:
    groups = [m.states for m in read(ROUND).mentions if m.type == "state" and m.form == "pair"]
    assert groups == [("RWA", "PER"), ("RWA", "PER")]


def test_the_two_countries_of_a_mediator_are_not_his() -> None:
    text = (
        "Rwanda and Kenya met in Kigali.\nPeruvian Foreign Minister Luis Paz said that the two countries are friends."
    )
    groups = [m.states for m in read(text).mentions if m.type == "state" and m.form == "pair"]
    assert groups == [("RWA", "KEN")]


def test_the_two_countries_of_an_economist_are_not_his() -> None:
    text = "Rwandan President Ann Keza met Kenyan President Joel Otieno.\nPeruvian economist Luis Paz told the President that the two countries are friends."
    groups = [m.states for m in read(text).mentions if m.type == "state" and m.form == "pair"]
    assert groups == [("RWA", "KEN")]


def test_offices_of_a_list_keep_all_their_states() -> None:
    text = ROUND + "\nReceiving Kenyan Ambassador Joel Otieno, the President said Rwanda valued the ties."
    found = claims(text, "2025-05-04", "meeting")
    assert {s for m in found for s in m["states"]} == {"KEN", "PER", "RWA"}
    assert all(len(m["states"]) == 2 for m in found)


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("Bolivia, Ecuador and Colombia severed relations with Peru in 2017.", "tie", [{"BOL", "PER"}, {"ECU", "PER"}, {"COL", "PER"}]),
        (
            "Bolivia, Ecuador and Colombia spoke to Chile and to Peru.\nThe three countries severed relations with Peru in 2017.",
            "tie",
            [{"BOL", "PER"}, {"ECU", "PER"}, {"COL", "PER"}],
        ),
        (
            "Chile told Peru of its fears, and Bolivia, Ecuador and Colombia listened.\nThe three countries severed relations with Peru in 2017.",
            "tie",
            [{"BOL", "PER"}, {"ECU", "PER"}, {"COL", "PER"}],
        ),
        ("Peru and Chile severed diplomatic and trade relations in 2017.", "tie", [{"PER", "CHL"}]),
        (
            "Peru and Chile met.\nBolivia, Ecuador and Colombia signed a fisheries treaty with Peru on 3 May 2025.",
            "agreement",
            [{"BOL", "ECU", "COL", "PER"}],
        ),
        (
            "Peru and Chile met.\nPeruvian minister Ana Ruiz spoke of trade with Chile after Ecuador shelled Colombia on 3 May 2025, a Peruvian agency reported.",
            "incident",
            [{"ECU", "COL"}],
        ),
        (
            "Peru, Chile and Bolivia spoke of the Andean Community (CAN), of which all three are members.",
            "membership",
            [set("PER"), set("CHL"), set("BOL")],
        ),
        ("With most UN member states, Peru recognised the border with Chile.", "membership", []),
        ("Many of the EU members and Peru recognised the border with Chile.", "membership", []),
    ],
)  # fmt: skip
def test_who_did_it_where_more_than_two_are_named(text: str, kind: str, wanted: list[set[str]]) -> None:
    field = {"tie": "between", "agreement": "parties", "incident": "states", "membership": "state"}[kind]
    found = [set(c[field]) for c in claims(text, "2025-05-04", kind)]
    assert sorted(map(sorted, found)) == sorted(map(sorted, wanted))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("LIMA, 5 May 2025 - Foreign Minister Ana Ruiz met Bolivian minister Luis Soto and Chilean minister Eva Paz on Monday.\nBolivia and Chile trade.", "PER"),
        ("Lima, 5 May 2025 (Unit): Foreign Minister Ana Ruiz will visit Chile after Bolivia.", "PER"),
        ("External Affairs Minister Ana Ruiz met Bolivian minister Luis Soto and Chilean minister Eva Paz.", "IND"),
        ("LIMA, 5 May 2025 - United Nations Secretary-General Ana Ruiz met Bolivian minister Luis Soto and Chilean minister Eva Paz.", ""),
    ],
)  # fmt: skip
def test_whoever_has_no_state_is_of_the_place_of_writing(text: str, state: str) -> None:
    assert "".join(next(m.states for m in read(text).mentions if m.name == "Ana Ruiz")) == state
