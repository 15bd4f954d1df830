"""Sessions of joint bodies, in the ways that they are told: body, what happened, number, day, place."""

from __future__ import annotations

import pytest

from accord.extract import extract
from accord.sources import read as read_source
from accord.sources.raw import Raw

_OF = " Ghana and Togo share a border."


def claims(text: str, kind: str) -> list[dict[str, object]]:
    words = text + _OF
    found = extract(read_source(Raw("text.txt", lambda: words.encode(), len(words))))
    return [{**c.values, "status": c.status} for c in found if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "name", "action", "number", "date", "place"),
    [
        ("The XII Binational Meeting of Ministers was held in Accra on 9 June 2024.", "Binational Meeting of Ministers", "session-held", 12, "2024-06-09", "Accra"),
        ("On 15 June 2024 the 17th meeting of the State Commission on trade and transport between the two countries ended in Lomé.", "State Commission on trade and transport", "session-held", 17, "2024-06-15", "Lomé"),
        ("The Joint Commission for Cooperation last met in Accra in January 2021.", "Joint Commission for Cooperation", "session-held", None, "2021-01", "Accra"),
        ("The Ghana-Togo joint water committee, which has not met since 2013, is to meet in Accra on 12 February 2025.", "Ghana-Togo joint water committee", "session-planned", None, "2025-02-12", "Accra"),
        ("The joint consultation mechanism held its 11th round in Lomé in October 2023.", "joint consultation mechanism", "session-held", 11, "2023-10", "Lomé"),
        ("The deal is to be sealed at the 8th session of the Joint Permanent Commission, to be held in Accra in June 2025.", "Joint Permanent Commission", "session-planned", 8, "2025-06", "Accra"),
        ("The Fourth Session of the Intergovernmental Council was co-chaired by the two presidents on 11 December 2023.", "Intergovernmental Council", "session-held", 4, "2023-12-11", None),
        ("The two ministers set up a Permanent Joint Commission on 3 March 2024.", "Permanent Joint Commission", "established", None, "2024-03-03", None),
    ],
)  # fmt: skip
def test_sessions(text: str, name: str, action: str, number: int | None, date: str, place: str | None) -> None:
    body = claims(text, "body")[0]
    assert (body["name"], body["action"], body.get("ordinal"), body.get("date"), body.get("place")) == (
        name, action, number, date, place,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A regular session of the Joint Border Commission, due on 5 May 2025, was put off.", "postponed"),
        ("The session of the Joint Border Commission set for 5 May 2025 was called off.", "cancelled"),
        ("The working group on customs will convene in Lomé on 5 May 2025.", "planned"),
    ],
)
def test_sessions_that_were_not(text: str, status: str) -> None:
    assert [(b["action"], b["status"]) for b in claims(text, "body")] == [("session-planned", status)]


@pytest.mark.parametrize(
    "text",
    [
        "According to the State Customs Committee of Togo, trade rose in 2024.",
        "The Ghana High Commission in Lomé issued 300 visas in May 2024.",
        "The Chairperson of the Commission praised the outcome.",
        "The first meeting of the two presidents took place in Accra on 5 May 2024.",
        "The joint committee has met at least eleven times.",
        "The parliamentary committee on trade met in Accra on 5 May 2024.",
    ],
)
def test_no_sessions(text: str) -> None:
    assert claims(text, "body") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ghana and Togo recalled the Treaty of Peace and Friendship of 29 November 1984.", [("Treaty of Peace and Friendship", None, "1984-11-29")]),
        ("The Lomé Declaration, signed in Accra in December 2021, binds both.", [("Lomé Declaration", "signed", "2021-12")]),
        ("Recalling the Treaty on the Boundary between Ghana and Togo, done at Lomé on 27 September 1982, they met.", [("Treaty on the Boundary between Ghana and Togo", "signed", "1982-09-27")]),
        ("The agreement on the crossing was signed in Lomé on 14 February 2025 and ratified by the parliament of Ghana in March 2025.", [("agreement on the crossing", "signed", "2025-02-14"), ("agreement on the crossing", "ratified", "2025-03")]),
        ("Ghana withdrew from the fisheries protocol with Togo on 4 May 2020.", [("fisheries protocol with Togo", "terminated", "2020-05-04")]),
        ("Ghana denounced the 1977 Treaty of Friendship with Togo in April 2022.", [("Treaty of Friendship with Togo", "terminated", "2022-04"), ("Treaty of Friendship with Togo", None, "1977")]),
        ("An air transport arrangement, in force since 1 May 2021, was praised.", [("air transport arrangement", "in-force", "2021-05-01")]),
        ("A power contract, under which Togo takes all output, was approved by the cabinet in May 2024.", [("power contract", "approved", "2024-05")]),
        ("Talks on a tax treaty have been concluded.", [("tax treaty", "negotiated", None)]),
        ("A memorandum on rice has been initialled but not signed.", [("memorandum on rice", "initialled", None)]),
        ("No defence treaty has been concluded between Ghana and Togo.", []),
        ("They signed it under the 1998 agreement.", []),
    ],
)  # fmt: skip
def test_what_is_done_with_papers(text: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    assert [(c.get("title"), c.get("action"), c.get("date")) for c in claims(text, "agreement")] == wanted


def test_papers_of_an_occasion_take_its_day_and_place() -> None:
    text = (
        "Accra, 5 March 2024\n\nThe President of Togo paid an official visit to Ghana from 3 to 5 March 2024. The two sides "
        "recalled the Treaty of Friendship signed in Lomé on 8 April 2005.\n\nThe following documents were signed:\n\n"
        "i. MoU on Fisheries;\nii. Agreement on the Carriage of Goods, 2024-2026.\n\n"
    )
    found = {c["title"]: (c.get("date"), c.get("place")) for c in claims(text, "agreement")}
    assert found["MoU on Fisheries"] == found["Agreement on the Carriage of Goods"] == ("2024-03-05", "Accra")
    assert found["Treaty of Friendship"] == ("2005-04-08", "Lomé")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The next meeting will be held in Lomé in 2026.", ("session-planned", 13, "2026", "planned")),
        ("The previous session was held in Lomé in March 2023.", ("session-held", 11, "2023-03", "reported")),
        ("The eleventh took place in Lomé in March 2023.", ("session-held", 11, "2023-03", "reported")),
        ("The 13th, which had been fixed for June 2025 in Lomé, was called off.", ("session-planned", 13, "2025-06", "cancelled")),
        ("A statement set the next round for Lomé in July 2025.", ("session-planned", 13, "2025-07", "planned")),
        ("The sides agreed to meet again in Lomé in July 2025.", ("session-planned", 13, "2025-07", "planned")),
        ("The meeting scheduled for May 2026 in Lomé was put off.", ("session-planned", None, "2026-05", "postponed")),
        ("The next meeting of the two presidents will be held in Lomé in 2026.", None),
        ("The last train was held in Lomé in March 2023.", None),
    ],
)  # fmt: skip
def test_sessions_without_their_body(text: str, wanted: tuple[object, ...] | None) -> None:
    told = (
        "The 12th session of the Ghana-Togo Joint Permanent Commission was held in Accra on 3 May 2025. Maize is dear. "
    )
    found = [(b["action"], b.get("ordinal"), b.get("date"), b["status"]) for b in claims(told + text, "body")]
    assert found[1:] == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The meeting was the 41st of the Technical Sub-Committee on Border Demarcation.", [("Technical Sub-Committee on Border Demarcation", "session-held", 41)]),
        ("The Joint Water Committee, last convened in Lomé in 2013, will meet in Accra in May 2026.", [("Joint Water Committee", "session-held", None), ("Joint Water Committee", "session-planned", None)]),
        ("The Joint Water Committee has not met since 2021.", [("Joint Water Committee", "session-held", None)]),
        ("The Ghana-Togo Bi-National Commission (BNC) is busy. The BNC was launched in Accra in April 2021.", [("Ghana-Togo Bi-National Commission", "established", None)]),
        ("They agreed to set up a joint committee for trade, to be chaired by the ministers.", [("joint committee for trade", "established", None)]),
        ("The Joint Fish Commission set up under the 1989 convention met in Accra on 3 March 2024.", [("Joint Fish Commission", "session-held", None)]),
        ("They agreed to call the Joint Water Committee for the second half of August 2025.", [("Joint Water Committee", "session-planned", None)]),
    ],
)  # fmt: skip
def test_bodies_told_by_the_way(text: str, wanted: list[tuple[object, ...]]) -> None:
    assert [(b["name"], b["action"], b.get("ordinal")) for b in claims(text, "body")] == wanted
