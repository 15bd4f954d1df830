"""Whose a promise or a paper is that names no state: the two that a text tells of together, an organisation, nobody."""

from __future__ import annotations

import pytest
from tests.languages.en.reading import check, claims

DAY = "2025-03-13"

BOUND = [  # text, by, a word of what
    ("Chad and Niger met.\nTheir ministers agreed to dig 40 wells by 2027.", ["TCD", "NER"], "wells"),
    ("Kigali and Gitega spoke of bilateral affairs.\nThe two sides pledged to reopen the road by May.", ["RWA", "BDI"], "road"),
    ("Japan and China met ASEAN.\nASEAN economic ministers pledged to cut tariffs by half by 2030.", ["ASEAN"], "tariffs"),
    ("Peru and Chile met at the summit.\nAPEC leaders agreed to remove 30 tariffs by 2027.", ["APEC"], "tariffs"),
    ("Japan and ministers of ASEAN agreed to open an energy centre in 2026.", ["JPN", "ASEAN"], "centre"),
    ("KUALA LUMPUR (AFP) Dec 10, 2024 Japan said it had agreed to build a port in Thailand.", ["JPN"], "port"),
    ("Peru and Chile met.\nUnder the deal we have set a target of selling 900 MW by 2033.", ["PER", "CHL"], "MW"),
    ("Thai, Cambodian leaders agree to set up 12 posts.\nThe leaders of Cambodia and Thailand met.", ["THA", "KHM"], "posts"),
    ("The Brazilian minister said the countries agreed to build 30 posts.\nBrazil and Paraguay met.", ["BRA", "PRY"], "posts"),
    ("Vietnamese Prime Minister Nam Phuc and his Lao and Cambodian counterparts Thong Sisoul and Hun Chan agreed to build 40 posts.", ["VNM", "LAO", "KHM"], "posts"),
    ("Benin met Niger.\nECOWAS has urged Benin and Niger Republic to reopen 3 posts.", ["BEN", "NER"], "posts"),
    ("Chad and Niger met.\nThey committed to a settlement and to withdraw 300 soldiers by May.", ["TCD", "NER"], "soldiers"),
    ("Chad and Niger met.\nThey have decided to \"raise the number of flights to 40 a week\".", ["TCD", "NER"], "flights"),
    ("Peru and Chile met.\nThe presidents underlined the need to bring trade to 5 billion dollars by 2030.", ["PER", "CHL"], "trade"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "by", "word"), BOUND)
def test_whom_a_promise_binds(text: str, by: list[str], word: str) -> None:
    found = [c for c in claims(text, DAY, "commitment") if word in c["what"]]
    check(found, [{"by": by}])


NOBODY = [
    # two states are named, and nothing is told of them together
    "A Spanish investor sued in Ohio.\nThe American court will hear it.\nThe investors will appeal within 30 days.",
    "Police in Oslo stopped a Dutch driver.\nHe said the group planned to carry 40 kg of hashish to Bergen.",
    "A Danish cleaner bought a Chilean firm.\nThe company will raise output by 40 percent by 2027.",
    # verbs and participles that promise nothing
    "Peru and Chile met.\nThe prosecutor has charged Mr Luna with selling 30 rifles.",
    "Peru and Chile met.\nTwo senators drafted reforms aimed at lifting the ban on extradition by May.",
    "Peru and Chile met.\nEvery weapon sent there is a weapon aimed at killing 30 people.",
    "Peru and Chile met.\nThey signed a memorandum of understanding on establishing a school by 2027.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_binds_no_state(text: str) -> None:
    assert claims(text, DAY, "commitment") == []


TERMS = [  # text, the promise's terms
    (
        "Laos and Vietnam vowed to bring trade to $5 billion from $2.2 billion in 2024.",
        {"target": 5e9, "due": None},
    ),
    (
        "Laos and Vietnam agreed to bring trade between them to $5 billion and with Cambodia to $20 billion.",
        {"target": 5e9},
    ),
    ("VIENTIANE, March 13, 2025 - Laos and Vietnam pledged on Tuesday to build 40 posts.", {"target": 40, "due": None}),
    ("VIENTIANE, March 13, 2025 - Laos and Vietnam pledged to build 40 posts on Tuesday.", {"target": 40, "due": None}),
    ("Laos and Vietnam agreed to raise 30 posts so the two sides would meet.", {"what": "raise 30 posts"}),
]


@pytest.mark.parametrize(("text", "wanted"), TERMS)
def test_terms_of_a_promise(text: str, wanted: dict[str, object]) -> None:
    check(claims(text, DAY, "commitment"), [wanted])


def test_papers_approved_in_a_list_of_decisions_are_no_promises() -> None:
    text = (
        "Saudi Arabia and Egypt.\nThe Cabinet made the following decisions:\n"
        "- Approval of a memorandum of understanding on fisheries between Saudi Arabia and Egypt.\n"
        "- Renewal of a cooperation agreement between Saudi Arabia and Egypt on customs."
    )
    check(claims(text, DAY, "agreement", "commitment"), [{"action": "approved"}, {"action": "extended"}])


NO_PAPER = [
    "Peru and Chile met.\nThey agreed to continue effectively implementing agreements on border management.",
    "Peru and Chile met.\nHe called the ruling a declaration of war on Chile, signed by Peru.",
    "Peru and Chile met.\nThe embassy signed travel documents for their return to Peru on Monday.",
]


@pytest.mark.parametrize("text", NO_PAPER)
def test_what_is_no_paper_of_two_states(text: str) -> None:
    assert claims(text, DAY, "agreement") == []


WHOLE = [  # text, the whole of what is promised
    ("The two agreed to identify ways to attract increased international investment.", "identify ways to attract increased international investment"),
    ("The two agreed to take 30 organised regional patrols a year.", "take 30 organised regional patrols a year"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what"), WHOLE)
def test_a_participle_before_a_noun_ends_no_promise(text: str, what: str) -> None:
    assert what in [c["what"] for c in claims(f"Fiji and Samoa met.\n{text}", DAY, "commitment")]


def test_a_companys_paper_is_none_of_the_states_that_a_text_happens_to_name() -> None:
    text = "A Danish cleaner ran shops in Chile.\nIt signed a letter of intent on the sale of its shops on 3 March."
    assert claims(text, DAY, "agreement") == []
    check(claims(f"Denmark and Chile met.\n{text}", DAY, "agreement"), [{"parties": ["DNK", "CHL"]}])


PAPERS = [  # text, the papers
    (
        "Ghana and France have signed two financing agreements for 11 million euros.",
        [{"count": 2, "parties": ["GHA", "FRA"], "action": "signed"}],
    ),
    (
        "In the presence of the leaders of Chad and Mali, a ceremony was held to sign ten additional documents.",
        [{"count": 10, "status": "reported"}],
    ),
    (
        "Laos and Nepal signed a memorandum on setting up a joint centre and a letter of intent on a trade agreement.",
        [{"title": "memorandum on setting up a joint centre"}, {"title": "letter of intent on a trade agreement"}],
    ),
    (
        "Peru and Cuba met.\nThe President will sign the Air Service Agreement with Cuba as well as deliver a lecture.",
        [{"title": "Air Service Agreement with Cuba", "status": "planned"}],
    ),
]


PAPERS += [
    (
        "Peru and Chile met.\nThe sides reached agreement on all issues and the sides signed a memorandum of understanding.",
        [{"title": "memorandum of understanding", "action": "signed"}],
    ),
    (
        "Chile's Cabinet met.\nThe Cabinet authorised the minister to sign two draft memorandums with Ecuador.",
        [{"count": 2, "parties": ["CHL", "ECU"], "status": "planned"}],
    ),
    ("Chile's Cabinet met.\nA dozen agreements were signed with Cuba.", [{"count": 12, "parties": ["CHL", "CUB"]}]),
    (
        "The signing of two memorandums with Peru and Cuba was approved by the Chilean Cabinet.",
        [{"count": 2, "action": "approved", "parties": ["CHL", "PER", "CUB"]}, {"action": "signed"}],
    ),
    (
        "Bangladesh is poised to sign the tripartite agreement with Nepal and India soon to import power.",
        [{"title": "tripartite agreement with Nepal and India", "parties": ["BGD", "NPL", "IND"], "status": "planned"}],
    ),
    (
        "DHAKA, September 21, 2024 - Bangladesh is poised to sign the power agreement with Nepal.",
        [{"parties": ["BGD", "NPL"], "date": None, "status": "planned"}],
    ),
    (
        "Kenya's defence minister signed a security agreement with the U.S, stirring protests.",
        [{"title": "security agreement with the U.S", "parties": ["KEN", "USA"]}],
    ),
    (
        "Japan approved a free trade accord with ASEAN in June 2024.",
        [{"title": "free trade accord with ASEAN", "parties": ["JPN", "ASEAN"], "date": "2024-06"}],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), PAPERS)
def test_papers_and_how_they_are_told(text: str, wanted: list[dict[str, object]]) -> None:
    check(claims(text, DAY, "agreement"), wanted)
