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
