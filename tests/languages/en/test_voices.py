"""Whose the words are: quotations, unnamed speakers, records of debates, comments, sources of figures."""

from __future__ import annotations

from typing import Any

import pytest

from accord.extract import extract
from accord.kinds.assessment import KIND
from accord.languages.en.view import view

from .reading import document, drafts, show

PUBLISHED = "2025-03-10"


JUDGED: list[tuple[str, dict[str, Any]]] = [
    # ---- any verb beside a quotation
    (
        '"We have lost a whole season," lamented Peruvian avocado grower Luis Quispe, whose trucks are stuck in Chile.',
        {"speaker": "Luis Quispe", "stance": "negative"},
    ),
    (
        '"It\'s a disgrace," thundered Nigerian senator Adamu Bello. "Niger is strangling our traders."',
        {"speaker": "Adamu Bello", "topic": "trade", "stance": "negative"},
    ),
    (
        'Asked about the dam, Ethiopian water minister Sileshi Bekele shrugged: "Egypt shouts, the river flows."',
        {"speaker": "Sileshi Bekele", "topic": "water"},
    ),
    (
        'Rubbish, said Ghana\'s customs boss Esi Badu. "There is no such fee at the Togolese border. None."',
        {"speaker": "Esi Badu"},
    ),
    (
        'Chad\'s boats "fired first and must pay," navy spokesman Issa Mahamat was quoted as saying by a radio of Niger.',
        {"speaker": "Issa Mahamat", "topic": "security"},
    ),
    (
        'President Ivo Petkov: "Our trade with Egypt is a disgrace for two such countries."',
        {"speaker": "Ivo Petkov", "topic": "trade"},
    ),
    (
        '"Two months the gate to Benin stayed shut. A third would be a death sentence for our market."\n'
        "Awa Diallo, traders' union",
        {"speaker": "Awa Diallo"},
    ),
    # ---- unnamed, and under another name
    (
        "A senior European diplomat, who would not be named, said the talks between Serbia and Kosovo were a farce.",
        {"speaker": "senior European diplomat", "stance": "negative"},
    ),
    (
        "Zambian copper exporters say the new Congolese levy is crippling them.",
        {"speaker": "Zambian copper exporters", "stance": "negative"},
    ),
    (
        "Garlic millers say that Chinese imports are ruining them, and Korea does nothing.",
        {"speaker": "Garlic millers", "topic": "trade"},
    ),
    (
        "President of the Republic Omar Sarre received the Prime Minister of Mali.\nThe Head of State hailed the "
        "railway to Mali as a lifeline.",
        {"speaker": "Omar Sarre", "topic": "transport", "stance": "positive"},
    ),
    (
        "Foreign Ministry spokesperson Lu Wei said Laos deplores the shelling by Thai troops.",
        {"speaker": "Lu Wei", "topic": "security", "stance": "negative"},
    ),
    (
        "Togolese minister Afi Mensah opened a fair with Ghana, saying the neighbours had turned a page.",
        {"speaker": "Afi Mensah", "stance": "positive"},
    ),
    ("The Kremlin called the Latvian decision hostile.", {"speaker": "Kremlin", "stance": "negative"}),
    # ---- what is judged
    (
        "Nepal's minister Rita Gurung described the power trade with India as a quiet success.",
        {"topic": "energy", "stance": "positive"},
    ),
    (
        "Kenyan expert Ann Awino called the cross-border supply of electricity from Uganda a success.",
        {"topic": "energy"},
    ),
    # ---- whose: apposition, asides, offices before names, initials, one without a name
    (
        "In Lome the Ghanaian minister, Kofi Badu, accused Togo of playing for time.",
        {"speaker": "Kofi Badu", "stance": "negative"},
    ),
    (
        "Ghana's consul Ama Osei, who was present, said Accra regards the ferry to Togo as a lifeline for trade.",
        {"speaker": "Ama Osei", "stance": "positive"},
    ),
    (
        'Ghana keeps the gate to Togo shut. "We are not cattle," fumed hauliers\' boss Yao Kodjo.',
        {"speaker": "Yao Kodjo", "stance": "negative"},
    ),
    (
        'Head of the Desk Yao Kodjo commented: "Higher duties in Ghana explain most of the loss in exports from Togo."',
        {"speaker": "Yao Kodjo", "topic": "trade"},
    ),
    (
        'K. Osei of the Boat League met officials of Togo. "Our people go out to fish, not to fight," said Osei.',
        {"speaker": "K. Osei"},
    ),
    (
        "Togo's minister Afi Mensah promised Ghana a patrol. A union secretary was less hopeful.\n"
        '"Every minister tells the fishermen the same," he said.',
        {"speaker": "union secretary", "stance": "negative"},
    ),
    (
        "Ama Osei, who chairs the Millers of Ghana, spoke of the tariff pact with Togo. "
        '"For a mill in Kete Market it is worth nothing," she quipped.',
        {"speaker": "Ama Osei", "topic": "trade"},
    ),
    (
        "Yao Kodjo runs the Togolese chamber. Ghanaian bakers complain about slow checks at the border, Kodjo said.",
        {"speaker": "Yao Kodjo", "stance": "negative"},
    ),
    (
        "According to Prof. Ama Osei of the Volta University, the ferry from Ghana to Togo is a waste of money.",
        {"speaker": "Ama Osei", "stance": "negative"},
    ),
    (
        'Chad\'s communication minister accused Sudan of "exporting its war" across the border.',
        {"speaker": "Communication Minister of Chad", "stance": "negative"},
    ),
    (
        "The Estonian minister called Russia's account of the flight implausible.",
        {"speaker": "Minister of Estonia", "stance": "negative"},
    ),
    # ---- a quotation that is a paragraph of its own
    (
        'Ghana and Togo argued over the port of Lome.\n"It is our sea and our sweat, nobody else\'s."\n'
        "That was how dock leader Yao Kodjo summed up the mood.",
        {"speaker": "Yao Kodjo", "topic": "transport"},
    ),
    (
        "Ghana and Togo argued over the port of Lome. Dock leader Yao Kodjo did not mince words.\n"
        '"It is our sea and our sweat, and Accra takes the money."',
        {"speaker": "Yao Kodjo", "stance": "negative"},
    ),
    (
        'Asked about the cable to Ghana, the Togolese energy minister shrugged. "Ask Accra," she said. "We are not to blame."',
        {"speaker": "Energy Minister of Togo", "topic": "energy"},
    ),
    # ---- what quoted words say: a clause, or all of one but its subject
    (
        'Minister Afi Mensah of Togo told deputies that the border treaty with Ghana "closes a chapter left open in 1960".',
        {"speaker": "Afi Mensah", "topic": "border", "stance": "positive"},
    ),
    (
        'Economist Esi Badu, whom we asked, reckons that without the bridge from Ghana to Togo "trade will simply go by sea".',
        {"speaker": "Esi Badu", "stance": "negative"},
    ),
    (
        "Envoy Ama Osei of Ghana classified relations with Togo as excellent.",
        {"speaker": "Ama Osei", "topic": "general", "stance": "positive"},
    ),
    # ---- figures of speech tell of no field
    (
        'Ghana and Togo held talks on relations. Delegate Kofi Badu called the talks "a waste of fresh air".',
        {"speaker": "Kofi Badu", "topic": "general"},
    ),
    (
        "Ghana and Togo want a coast guard treaty. Minister Kofi Badu said it was crucial for the maritime order.",
        {"speaker": "Kofi Badu", "topic": "security", "stance": "positive"},
    ),
    # ---- debates and comments
    (
        "A road to nowhere\nCommentary series, Volta Centre. By Esi Mensah, senior fellow\nGhana and Togo share one road. In my "
        "view the road is a success.",
        {"speaker": "Esi Mensah", "role": "senior fellow", "topic": "transport"},
    ),
    (
        "Policy note | Volta Institute\nThe cold border\nKofi Badu, Volta Institute of Regional Studies\nThe border of Ghana with "
        "Togo is shut. I see little chance that the border will open.",
        {"speaker": "Kofi Badu", "topic": "border"},
    ),
    (
        "Mr. KOFI BADU: The treaty with Togo is contempt for our fishermen.\nThe CHAIR: Order.\nMs. AMA OSEI: It is a fair "
        "treaty with Togo.\nMr. BADU: It is a scandal.",
        {"speaker": "Kofi Badu", "stance": "negative"},
    ),
    (
        "OPINION\nBy Esi Mensah\nThe road from Ghana to Togo is a disgrace. The trucks wait for days and the port road "
        "is a ruin.",
        {"speaker": "Esi Mensah", "topic": "transport", "stance": "negative"},
    ),
]
UNJUDGED = [
    'Insiders say Togo will call its envoy home from Ghana. The Togolese ministry: "We do not comment on gossip."',
    "HOT NOW: Singer sues airline of Ghana | Togo coach in tears | Win a car!",
    "About 9,300 trucks a month use the post between Ghana and Togo, which has been open since April, the customs authority says.",
    "Some 1,400 people were stuck between Ghana and Togo, hotel bosses reckon.",
    "The Authority regrets that there is no bus between Ghana and Togo at present.",
    '"The bridge to Uganda is finished," said engineer Paul Okello of Kenya.',
    '"I will travel to Lima next week," Foreign Minister Ana Soto of Chile told reporters.',
    "H.E. President Omar Sarre of Senegal expressed his gratitude for the warm welcome accorded to him in Mali.",
    "Minister Jan Lind of Norway congratulated his Icelandic colleague on her birthday.",
    "Finland on Monday called its ambassador home from Norway.",
    "According to the central bank of Oman, goods worth 3 billion dollars went to Yemen.",
    "Armed raiders stormed a camp near the border of Kenya with Uganda.",
    "The Parties welcomed the opening of the post between Chad and Niger.",
]
SAID_BY: list[tuple[str, str]] = [
    ("Trade between Ghana and Togo fell to $400 million in 2024, according to the Bank of Ghana.", "Bank of Ghana"),
    ("Ghana sold Togo goods worth $40 million in 2024, customs data show.", "customs"),
    ("Exports from Oman to Yemen rose to $90 million in 2024, data from the trade ministry showed.", "trade ministry"),
    ("Trade between Peru and Chile reached $4 billion in 2024, Peruvian minister Ana Soto told reporters.", "Ana Soto"),
    ("Two thousand people fled from Chad to Niger in 2024, by the count of the Red Cross.", "Red Cross"),
]


@pytest.mark.parametrize(("text", "wanted"), JUDGED, ids=[t[:50] for t, _ in JUDGED])
def test_a_judgement_has_its_speaker_and_subject(text: str, wanted: dict[str, Any]) -> None:
    found = [show(d) for d in drafts(KIND, text, PUBLISHED)]
    assert any(all(f.get(k) == v for k, v in wanted.items()) for f in found), found


@pytest.mark.parametrize("text", UNJUDGED)
def test_courtesy_and_fact_are_no_judgement(text: str) -> None:
    assert [c.values for c in extract(document(text, PUBLISHED)) if c.kind == "assessment"] == []


@pytest.mark.parametrize(("text", "who"), SAID_BY)
def test_figures_have_their_source(text: str, who: str) -> None:
    told = [name for c in extract(document(text, PUBLISHED)) if c.kind == "indicator" for name in c.said_by]
    told += [clause.said_by[0].name for clause in view(document(text, PUBLISHED)).of("tell")]
    assert any(who in name for name in told), told


TALKS = "Ghana and Togo held talks on Thursday.\n"
TOPICS: list[tuple[str, list[list[str]]]] = [
    # ---- two fields in one judgement
    ("Togolese economist Kofi Lind said the closed border was ruining trade.", [["border", "trade"]]),
    ("Trade minister Kofi Lind of Togo praised the gas pipeline as a boon for commerce.", [["energy", "trade"]]),
    (
        "Analyst Kofi Lind of Togo warned that the dam threatened water supply and electricity alike.",
        [["water", "energy"]],
    ),
    # ---- one field
    ("Togolese researcher Kofi Lind called the electricity deal a great success.", [["energy"]]),
    ("Togolese economist Kofi Lind said the tariff was unfair.", [["trade"]]),
    # ---- each field is judged by itself elsewhere
    (
        "Togolese economist Kofi Lind called the gas pipeline a boon for commerce.\nThe talks lasted two hours.\n"
        "Kofi Lind called the customs tariff unfair.",
        [["energy"], ["trade"]],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TOPICS, ids=[t[:60] for t, _ in TOPICS])
def test_a_judgement_has_two_topics_where_both_fit(text: str, wanted: list[list[str]]) -> None:
    assert [d.get("topic") for d in drafts(KIND, TALKS + text, PUBLISHED)] == wanted
