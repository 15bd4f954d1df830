"""Acts on papers and foundings of bodies told in words of any kind: what is done with the paper, and how sure it is."""

from __future__ import annotations

import pytest

from .test_clauses import read

ACTS = [
    ("Zambia and Malawi on Tuesday put pen to paper on a deal to harmonise trade levies.", "sign", "reported"),
    ("The Ghanaian parliament gave its nod on Thursday to the maritime boundary agreement with Togo.", "approve", "reported"),
    ("Chad and Niger struck a deal on the return of refugees.", "sign", "reported"),
    ("The signing ceremony of the Luxembourg-Uruguay double taxation convention took place on 11 March.", "sign", "reported"),
    ("Fiji and Tonga entered into an agreement on seabed mining.", "sign", "reported"),
    ("Egypt's House okayed on Tuesday a loan agreement with Japan.", "approve", "reported"),
    ("Pretoria tore up its extradition treaty with Taipei in 1998.", "terminate", "reported"),
    ("The Angolan government has decided to withdraw from the tax convention with Portugal.", "terminate", "planned"),
    ("Negotiations on a readmission agreement between Norway and Tunisia go on.", "negotiate", "reported"),
    ("The trade pact between Ecuador and Costa Rica came into effect on 1 October 2024.", "enter-force", "reported"),
    ("The two neighbours are to seal a pact on fishing next week.", "sign", "planned"),
    ("Oman and Qatar pushed back the signing of the fisheries accord to August.", "sign", "postponed"),
    ("The signing of the Oman-Qatar fisheries accord slipped to August.", "sign", "postponed"),
    ("The signing of the Oman-Qatar fisheries accord has been held up.", "sign", "postponed"),
    ("The ministers shelved the signing of a memorandum on fisheries.", "sign", "postponed"),
    ("Qatar called off the signing of the transit accord with Oman.", "sign", "cancelled"),
    ("The delayed transit accord between Oman and Qatar was signed on 4 March 2025.", "sign", "reported"),
]  # fmt: skip
NONE = [
    "Kenya and Uganda spoke about the agreement.",
    "Farmers in Ljubljana criticised the agreement with Paraguay.",
    "Under an agreement reached last week, Angola will sell power to Namibia.",
    "Hungary notified Serbia that it had completed its procedures for the entry into force of the border traffic agreement.",
]


@pytest.mark.parametrize(("text", "concept", "status"), ACTS)
def test_acts(text: str, concept: str, status: str) -> None:
    found = [(c.concept, c.status) for c in read(text, "2025-03-12").clauses if c.mentions("paper")]
    assert (concept, status) in found


def test_a_signing_called_off_terminates_nothing() -> None:
    clauses = read("Qatar called off the signing of the transit accord with Oman.", "2025-03-12").clauses
    assert [c for c in clauses if c.concept == "terminate"] == []


@pytest.mark.parametrize("text", NONE)
def test_no_acts(text: str) -> None:
    acts = {"sign", "approve", "terminate", "negotiate", "enter-force", "ratify"}
    papers = [m for c in read(text, "2025-03-12").clauses if c.concept in acts for m in c.mentions("paper") if m.name != "agreement reached"]  # fmt: skip
    assert [m.name for m in papers if not m.definite and m.name != "agreement"] == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("They signed the Protocol amending the Convention between Peru and Chile on Income Tax.", "Protocol amending the Convention between Peru and Chile on Income Tax"),
        ("They signed a Memorandum of Understanding (MoU) on fisheries.", "Memorandum of Understanding on fisheries"),
        ("A 1954 convention governs pilgrim traffic between Sudan and Eritrea.", "1954 convention on pilgrim traffic between Sudan and Eritrea"),
        ("Peru and Chile signed a seven-point memorandum on mining.", "seven-point memorandum on mining"),
    ],
)  # fmt: skip
def test_titles(text: str, title: str) -> None:
    assert title in [m.name for m in read(text, "2025-03-12").mentions if m.type == "paper"]


@pytest.mark.parametrize(
    ("text", "concept", "status"),
    [
        ("Nauru and Kiribati agreed to form a joint committee on shipping.", "establish", "reported"),
        ("Nauru and Kiribati agreed to form a joint committee on shipping by 2027.", "establish", "planned"),
        ("The Sweden-Finland Border River Commission, set up in 1971, has four members.", "establish", "reported"),
        ("A joint committee on shipping has been created by Nauru and Kiribati.", "establish", "reported"),
        ("Botswana and Zambia are to establish a Kazungula Bridge Authority.", "establish", "planned"),
        ("Lesotho and Eswatini disbanded their joint border commission in 2011.", "dissolve", "reported"),
        ("Lesotho and Eswatini criticised the joint border commission.", "", ""),
    ],
)
def test_foundings(text: str, concept: str, status: str) -> None:
    found = [
        (c.concept, c.status)
        for c in read(text, "2025-03-12").clauses
        if c.concept in ("establish", "dissolve") and c.mentions("body")
    ]
    assert ((concept, status) in found) if concept else found == []
