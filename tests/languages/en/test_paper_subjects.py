"""What papers without a title of their own are on, as the text about them tells."""

from __future__ import annotations

import pytest
from tests.languages.en.reading import claims

CASES = (
    ("Ghana delivers gas to Togo under a contract signed in May 2024.", "contract on gas"),
    (
        "Ghana and Togo are to open a rescue hotline next month under a memorandum signed in March.",
        "memorandum on rescue hotline",
    ),
    (
        "The ferry park of Ghana and Togo was founded under an intergovernmental agreement of 18 September 2011.",
        "intergovernmental agreement on ferry park of Ghana and Togo",
    ),
    (
        "Ghana and Togo will open a joint visa centre in Lagos. The document on it was signed on 12 February 2025.",
        "document on joint visa centre in Lagos",
    ),
    (
        "The customs services of Ghana and Togo will introduce joint control at Aflao. A protocol to this effect was signed in Accra on 7 May 2025.",
        "protocol on joint control at Aflao",
    ),
    (
        "On Monday the transport ministers of Ghana and Togo signed a protocol in Kpala. It fixes the distribution of freight between hauliers.",
        "protocol on distribution of freight between hauliers",
    ),
    (
        "Ghana and Togo signed a memorandum that the tea boards of the two countries concluded in Accra on 3 May 2025.",
        "memorandum on tea boards of the two countries",
    ),
    (
        "Ghana and Togo signed the Programme of Cooperation between the foreign ministries for 2024-2025 in Accra on 4 May 2025.",
        "Programme of Cooperation between the foreign ministries",
    ),
    (
        "In May 2024 Ghana and Togo signed a shareholders' agreement for the cable.",
        "shareholders' agreement for the cable",
    ),
    ("A 2004 agreement exempts salt from storage fees in Ghana and Togo.", "2004 agreement on salt"),
    (
        "The 1999 convention between Chad and Niger, by which the freight is reserved for hauliers from the lake, was renewed in May 2024.",
        "1999 convention between Chad and Niger on freight",
    ),
    (
        "Ghana and Togo signed in May 2019 an agreement that spares holders of diplomatic and service passports the visa.",
        "agreement that spares holders of diplomatic and service passports the visa",
    ),
    (
        "Ghana and Togo referred to the Agreement on crossing points concluded on 21 February 2002.",
        "Agreement on crossing points",
    ),
)
OTHERS = (  # nothing tells what the paper is on
    ("Ghana and Togo signed an accord in Accra on 3 May 2025. It was ratified in June.", "accord"),
    (
        "Ghana and Togo bound themselves to a pact which Minister Kofi Mensah concluded with Lomé on 14 May 2025.",
        "pact",
    ),
    ("Ghana and Togo signed a memorandum on tea in May 2024. It fixes the price of bags.", "memorandum on tea"),
)


@pytest.mark.parametrize(("text", "title"), [*CASES, *OTHERS])
def test_what_a_paper_is_on(text: str, title: str) -> None:
    assert title in [c.get("title") for c in claims(text, "2025-06-10", "agreement")]


def test_initials_stand_for_a_title() -> None:
    text = "The Senate of Chad ratified the Common Access Agreement with Togo on Monday.\nThe CAA was signed on 8 July 2024. The CAR was opened in May 2024."
    found = [(c.get("title"), c.get("date")) for c in claims(text, "2025-06-10", "agreement")]
    assert ("Common Access Agreement with Togo", "2024-07-08") in found
    assert all(date != "2024-05" for _, date in found)


def test_both_papers_are_each_of_two() -> None:
    told = "Chad and Togo signed a memorandum on tea and a protocol on visas in May 2024."
    found = claims(f"{told} Both documents were ratified in June 2024.", "2025-06-10", "agreement")
    ratified = {c["title"] for c in found if c.get("action") == "ratified"}
    assert ratified == {"memorandum on tea", "protocol on visas"}
    alone = claims(
        "Chad and Togo signed a memorandum on tea in May 2024. Both documents were ratified in June 2024.",
        "2025-06-10",
        "agreement",
    )
    assert "memorandum on tea" not in {c.get("title") for c in alone if c.get("action") == "ratified"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Lima - Ana Poe noted the political agreement of 11 June 2025 between Peru and the European Union on tea with Chile.",
            {"PER", "EU"},
        ),
        ("The EU–Peru Tea Protection Agreement was ratified in Lima on 3 May 2025, Chile said.", {"EU", "PER"}),
        ("Chile and Peru signed an agreement on the visits of the European Union on 3 May 2025.", {"CHL", "PER"}),
    ],
)
def test_an_organisation_in_a_title_is_a_side(text: str, parties: set[str]) -> None:
    assert [set(c["parties"]) for c in claims(text, "2025-06-10", "agreement")] == [parties]
