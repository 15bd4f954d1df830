"""Papers as agencies and ministries of today report them: cabinets, signers named before the subject, headlines told
again, counts beside their parts; and what is done with no paper."""

from __future__ import annotations

import pytest
from tests.languages.en.reading import check, claims

from accord.document import Block, Document
from accord.extract import extract
from accord.values import Period

LEAD = "The presidents of Kenya and Ghana met in Accra.\n"
FOUND = [
    ("Kenya and Ghana have signed seven memorandum of understanding on Monday.", [{"count": 7, "date": "2024-05-06"}]),
    ("Kenya and Ghana signed four other agreements on Monday.", [{"count": 4}]),
    ("Kenya and Ghana signed more than ten documents on cooperation in trade on Monday.", [{"count": 10}]),
    ("Kenya and Ghana signed four agreements on trade, health and tourism on Monday.",
     [{"count": 4}, {"title": "agreement on trade"}, {"title": "agreement on health"}, {"title": "agreement on tourism"}]),
    ("Two memoranda of understanding on tourism and fisheries were signed by Kenya and Ghana on Monday.",
     [{"count": 2}, {"title": "memorandum of understanding on tourism"}, {"title": "memorandum of understanding on fisheries"}]),
    ("An agreement signed by the ministers of Kenya and Ghana on fisheries was published on Friday.", [{"title": "agreement on fisheries"}]),
    ("Kenya and Ghana on Monday signed a memorandum on electricity supplies until 2030.", [{"date": "2024-05-06", "status": "reported"}]),
    ("The Ghanaian parliament ratified the Border Agreement with Kenya on Monday, and the president signed the press law.",
     [{"title": "Border Agreement with Kenya", "action": "ratified"}]),
    ("The Ghanaian parliament ratified the Friendship Agreement between Ghana and Togo with 61 votes in favour on Monday.",
     [{"title": "Friendship Agreement between Ghana and Togo", "action": "ratified"}]),
    ("Kenya and Ghana have reached an agreement to implement an African Union-backed deal to normalise ties.",
     [{"title": "agreement to implement an African Union-backed deal to normalise ties", "action": "signed"}]),
    ("The cabinet of Ghana today approved a pact with Kenya on urban planning. It also gave its nod to a treaty with Kenya on extradition.",
     [{"title": "pact with Kenya on urban planning", "date": "2024-05-10"}, {"title": "treaty with Kenya on extradition", "date": "2024-05-10"}]),
]  # fmt: skip
NONE = [
    "They agreed to abolish entry and exit documents for lorries.",
    "They agreed to simplify the documents for cargo.",
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_papers_are_found(text: str, wanted: list[dict[str, object]]) -> None:
    check(claims(LEAD + text, "2024-05-10", "agreement"), wanted)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_paper_gives_none(text: str) -> None:
    assert claims(LEAD + text, "2024-05-10", "agreement") == []


def test_a_country_of_the_dateline_is_no_party() -> None:
    text = "NAIROBI, Kenya, May 6, 2024 - Ghana and Togo have reached an agreement on the supply of gas."
    check(claims(text, "2024-05-06", "agreement"), [{"parties": ["GHA", "TGO"]}])


def _with_headline(head: str, body: str) -> list[tuple[str, str]]:
    text = f"{head}\n{body}"
    blocks = (Block("headline", 0, len(head)), Block("paragraph", len(head) + 1, len(text)))
    told = extract(Document("0" * 64, "d.txt", text, blocks, "en", published=Period.parse("2024-05-10")))
    return [(str(c.values.get("title")), c.evidence[0].quote) for c in told if c.kind == "agreement"]


def test_a_headline_calls_the_papers_of_the_text_in_its_own_words() -> None:
    body = "Kenya and Ghana have signed a Memorandum of Understanding on the supply of electricity to Kumasi."
    found = _with_headline("Kenya, Ghana sign energy deal", body)
    assert [title for title, _ in found] == ["Memorandum of Understanding on the supply of electricity to Kumasi"]
    assert found[0][1].startswith("Kenya and Ghana have signed")  # the claim rests on the text
    others = _with_headline("Kenya, Togo sign energy deal", body)
    assert len(others) == 2  # of other states
