"""What pages of facts tell without a verb: visits, missions, papers, crossings, links and works in lines."""

from __future__ import annotations

from typing import Any

import pytest

from .reading import claims

HEAD = "Kenya and Fiji: key facts\nThe two countries work together.\n"


def told(text: str, kind: str, *keys: str, published: str = "2025-06-01") -> list[tuple[Any, ...]]:
    return sorted(
        (tuple(str(c.get(k)) for k in keys) for c in claims(HEAD + text, published, kind)), key=lambda row: row[::-1]
    )


VISITS = [
    ("High-level exchanges\nPM Josefa Tora: Nairobi, 1 November 2022; 22 May 2024 (funeral)",
     [("Josefa Tora", "KEN", "2022-11-01"), ("Josefa Tora", "KEN", "2024-05-22")]),
    ("Visits:\n24 March 2023 – Minister Ann Njoroge, Suva (labour talks)\n1–3 Aug 2022 – President Peter Otieno and a delegation, Suva",
     [("Peter Otieno", "FJI", "2022-08-01/2022-08-03"), ("Ann Njoroge", "FJI", "2023-03-24")]),
    ("Visits\nFrom Kenya.\nForeign Minister Paul Kiptoo, 21 April 2021; Speaker Ruth Barasa, November 2022.",
     [("Paul Kiptoo", "FJI", "2021-04-21"), ("Ruth Barasa", "FJI", "2022-11")]),
    ("Dialogue:\n25–26 February 2024, Suva: Prime Minister Peter Otieno. Nine papers signed.",
     [("Peter Otieno", "FJI", "2024-02-25/2024-02-26")]),
    ("Exchange of delegations\nKenyan side\nDeputy Prime Minister Ann Njoroge (May 2015)\nFijian side\nPresident Josefa Tora (state visit, 3–5 June 2017), who saw a mill",
     [("Ann Njoroge", "FJI", "2015-05"), ("Josefa Tora", "KEN", "2017-06-03/2017-06-05")]),
    ("Delegations\nto Fiji: Speaker Ruth Barasa (April 2021); Chairman of the Chamber of Deputies Peter Otieno (28/9-2/10/2022)",
     [("Ruth Barasa", "FJI", "2021-04"), ("Peter Otieno", "FJI", "2022-09-28/2022-10-02")]),
    ("Visits\n2017-09-11/13 – Foreign Minister Ruth Barasa to Suva",
     [("Ruth Barasa", "FJI", "2017-09-11/2017-09-13")]),
]  # fmt: skip
NO_VISITS = [
    "Exchange of goods\nKenyan side\nDeputy Prime Minister Ann Njoroge (May 2015)",
    "Contacts\nAmbassador Ann Njoroge, Suva, since 4 May 2021",
    "Photographs\nForeign Minister Paul Kiptoo, Nairobi, 21 April 2021.",
    "Visits\nForeign Minister Paul Kiptoo said in Suva on 21 April 2021 that tea sells.",
]


@pytest.mark.parametrize(("text", "wanted"), VISITS)
def test_visits_are_told_as_lines(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert told(text, "visit", "visitor", "host", "date") == wanted


@pytest.mark.parametrize("text", NO_VISITS)
def test_lines_of_others_are_no_visits(text: str) -> None:
    assert told(text, "visit", "visitor") == []


def test_a_visit_after_the_day_of_writing_is_to_come() -> None:
    text = "Visits:\nSpeaker Ruth Barasa, Suva, expected in July 2025"
    assert told(text, "visit", "host", "date", "status") == [("FJI", "2025-07", "planned")]
    text = "Visits\nto Fiji: Speaker Ruth Barasa (April 2021); President Peter Otieno, invited for July 2025"
    assert told(text, "visit", "visitor", "status") == [("Peter Otieno", "planned"), ("Ruth Barasa", "reported")]


MISSIONS = [
    ("Embassies: Nairobi, Suva", [("embassy", "None", "Nairobi"), ("embassy", "None", "Suva")]),
    ("Consulate General of Kenya: Nadi (inaugurated 21 October 2022)", [("consulate", "2022-10-21", "Nadi")]),
    ("Embassy in Suva\topened 2007 (moved from Canberra)", [("embassy", "2007", "Suva")]),
    ("Fijian representation:\nHigh Commission, Nairobi; Consulate-General, Mombasa",
     [("consulate", "None", "Mombasa"), ("embassy", "None", "Nairobi")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), MISSIONS)
def test_missions_are_told_as_lines(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert told(text, "tie", "type", "date", "place") == wanted


RELATIONS = [
    ("Diplomatic relations: 9 February 1992", [("diplomatic-relations", "1992-02-09")]),
    ("Diplomatic relations: established on 9 February 1992", [("diplomatic-relations", "1992-02-09")]),
    ("Relations\tsince 1960", [("diplomatic-relations", "1960")]),
    ("Strategic partnership: since 9 August 2021", [("strategic-partnership", "2021-08-09")]),
    ("Trade relations: 9 million dollars in 2023", []),
]


@pytest.mark.parametrize(("text", "wanted"), RELATIONS)
def test_relations_are_told_with_their_day(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert told(text, "tie", "type", "date") == wanted


@pytest.mark.parametrize("text", ["Embassy in Suva said nothing.", "Embassies: none (covered from Canberra)"])
def test_lines_on_missions_that_list_none(text: str) -> None:
    assert told(text, "tie", "type") == []


PAPERS = [
    ("Agreement on mutual legal assistance\nSigned: 24 November 2009 (Suva)\nEntry into force: 15 February 2011",
     [("signed", "2009-11-24"), ("in-force", "2011-02-15")]),
    ("Memorandum on tea\nSigned: 2007\nStatus: expired 2017, not renewed", [("signed", "2007"), ("expired", "2017")]),
    ("Protocol on fisheries\nSigned: n/a – exchange of letters completed 3 March 2023", [("exchanged", "2023-03-03")]),
    ("Protocol on policing: signed 4 May 2016 in Suva; ratified by Fiji on 3 June 2017",
     [("signed", "2016-05-04"), ("ratified", "2017-06-03")]),
    ("Maritime boundary agreement – signed 10 October 2021, Suva – in force since 1 January 2023",
     [("signed", "2021-10-10"), ("in-force", "2023-01-01")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PAPERS)
def test_what_is_done_with_a_paper_stands_behind_its_title(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert told(text, "agreement", "action", "date") == wanted


def test_a_standing_without_a_day_and_a_paper_not_signed_tell_nothing() -> None:
    assert told("Memorandum on tea\nSigned: not yet\nStatus: in force", "agreement", "action") == []


THINGS = [
    ("Crossings:\nAflao–Noe: main post; closed 21 March 2020, reopened 16 May 2022", "crossing",
     [("closed", "2020-03-21"), ("reopened", "2022-05-16")]),
    ("Nairobi–Suva: twice weekly since 20 November 2024", "transport", [("launched", "2024-11-20")]),
    ("Flights: Nairobi–Suva (begun 14 June 2023), Nairobi–Nadi", "transport", [("launched", "2023-06-14")]),
    ("# Buses\n- Nairobi–Suva: under study", "transport", [("proposed", "None")]),
    ("Q. Ferries?\nA. Nairobi–Suva runs again since 2 September 2022.", "transport", [("resumed", "2022-09-02")]),
    ("A second weekly ship Nairobi–Suva was launched on 4 June 2021.", "transport", [("launched", "2021-06-04")]),
    ("Dropped: flights Nairobi–Suva and Mombasa–Nadi, since 3 May 2021", "transport",
     [("suspended", "2021-05-03"), ("suspended", "2021-05-03")]),
    ("Bridges: two (Ora-Tiva, 1954; Lesa-Mura, 14 June 2013)", "project", [("inaugurated", "1954"), ("inaugurated", "2013-06-14")]),
    ("Lagara dam (Kenya): 40 m high, 72 MW, finished 1982", "project", [("completed", "1982")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "wanted"), THINGS)
def test_crossings_links_and_works_are_told_as_lines(text: str, kind: str, wanted: list[tuple[str, ...]]) -> None:
    assert told(text, kind, "action", "date") == wanted


ATTENDED = [
    ("Minutes in brief: Suva, 14 December 2022\nPresent: Ann Njoroge (Kenya, trade), Josefa Tora (Fiji, transport); two governors.", "2022-12-14"),
    ("Suva, 11 April 2024. Foreign Ministers Ann Njoroge and Josefa Tora; sixteen officials.", "2024-04-11"),
    ("Suva, 7 May 2024\nFor Kenya: Commissioner Ann Njoroge. For Fiji: Commissioner Josefa Tora.", "2024-05-07"),
    ("When: 23-24 September 2024\nWho: Ann Njoroge, Prime Minister of Kenya\nWhom: her colleague Josefa Tora", "2024-09-23/2024-09-24"),
]  # fmt: skip
NOT_ATTENDED = [
    "Suva, 11 April 2024\nPresent: Ann Njoroge (Kenya, trade) and two governors.",
    "Joint Commission, fifth session, Suva, 11 April 2024\nPresent: Ann Njoroge (Kenya, trade), Josefa Tora (Fiji, transport)",
    "Present: Ann Njoroge (Kenya, trade), Josefa Tora (Fiji, transport)",
]


@pytest.mark.parametrize(("text", "day"), ATTENDED)
def test_who_was_there_met(text: str, day: str) -> None:
    assert told(text, "meeting", "participants", "date") == [("['Ann Njoroge', 'Josefa Tora']", day)]


@pytest.mark.parametrize("text", NOT_ATTENDED)
def test_who_was_at_a_session_or_alone_met_nobody(text: str) -> None:
    assert told(text, "meeting", "participants") == []


def test_a_table_of_bodies_tells_when_each_was_founded_and_sat() -> None:
    text = (
        "Body\tWith\tFounded\tLast met\nJoint Fisheries Commission\tFiji\t2016\t23 May 2017, Suva (12th meeting)\n"
        "National Council on Tourism\t—\t2014\t4 times in 2019"
    )
    found = told(text, "body", "name", "action", "ordinal", "date")
    assert ("Joint Fisheries Commission", "established", "None", "2016") in found
    assert ("Joint Fisheries Commission", "session-held", "12", "2017-05-23") in found
    assert not any(action == "established" and name.startswith("National") for name, action, _, _ in found)


def test_a_number_and_a_day_may_share_a_cell() -> None:
    text = (
        "Committee\tSession\tPlace\nKenya–Fiji Joint Trade Committee\t24th, 14 June 2023\tSuva\n"
        "Kenya–Fiji Joint Border Committee\t5th, August 2023\tNairobi"
    )
    assert told(text, "body", "action", "ordinal", "date", "place") == [
        ("session-held", "5", "2023-08", "Nairobi"),
        ("session-held", "24", "2023-06-14", "Suva"),
    ]


def test_a_session_without_a_verb_was_held_on_its_day_and_the_next_will_be() -> None:
    text = "Joint Border Committee, Kenya and Fiji\n39th meeting, Suva, 22-23 August 2024\nThe 40th meeting will be at Nairobi."
    assert told(text, "body", "action", "ordinal", "place") == [
        ("session-planned", "40", "Nairobi"),
        ("session-held", "39", "Suva"),
    ]
    text = "Joint Border Committee, Kenya and Fiji\nSuva, 22-23 August 2024\nThe tenth session goes to Nairobi."
    assert told(text, "body", "action", "ordinal") == [("session-planned", "10")]


OTHER_PAIRS = [
    "Nairobi–Suva: a song of 2019",
    "# Flights\n- Nairobi–Suva power cable: closed on 4 May 2021",
    "# Flights\n- The Kenya–Fiji Joint Committee resumed on 4 May 2021",
    "The train drivers of the Nairobi–Suva league stopped on 4 May 2021.",
]


@pytest.mark.parametrize("text", OTHER_PAIRS)
def test_two_names_that_are_the_ends_of_other_things_are_no_link(text: str) -> None:
    assert told(text, "transport", "action") == []
