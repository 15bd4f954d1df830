"""Judgements as they are reported: who judges, what, and how; and what only reports."""

from __future__ import annotations

from typing import Any

import pytest

from accord.kinds.assessment import KIND
from accord.kinds.base import Draft
from accord.languages.en.voices.stance import stance_of

from . import reading


def drafts(text: str) -> list[Draft]:
    """The assessments of a document of one paragraph a line."""
    return reading.drafts(KIND, text, "2025-03-10")


FOUND: list[tuple[str, dict[str, Any]]] = [
    # ---- whose the sentence is
    (
        '"Every closure of the border sends our customers to Benin," said the chamber\'s director, Ama Kofi Mensah.',
        {"speaker": "Ama Kofi Mensah", "topic": "border"},
    ),
    (
        "Efua Badu, head of the Togolese drivers' union, warned that the new tariff would ruin trade with Ghana.",
        {"speaker": "Efua Badu", "topic": "trade", "stance": "negative"},
    ),
    (
        "Traders are angry: Yao Kodjo of the Lome maize growers fears that Ghanaian imports will hurt them.",
        {"speaker": "Yao Kodjo", "topic": "trade", "stance": "negative"},
    ),
    (
        "The governor of Volta, Kofi Badu, described the tariff between Ghana and Togo as a stone in the shoe.",
        {"speaker": "Kofi Badu", "topic": "trade", "stance": "neutral"},
    ),
    (
        "Economist Kofi Badu said that relations between Ghana and Togo had never been closer.",
        {"speaker": "Kofi Badu", "topic": "general", "stance": "positive"},
    ),
    # ---- said
    (
        "Ghanaian economist Kofi Badu said the new customs union with Togo was a success.",
        {"speaker": "Kofi Badu", "topic": "trade", "stance": "positive"},
    ),
    (
        "The customs deal between Ghana and Togo is a milestone, said Kofi Badu, an economist in Accra.",
        {"speaker": "Kofi Badu", "topic": "trade", "stance": "positive"},
    ),
    (
        '"The bridge has made life easier on both banks," said Paraguayan trade minister Lucia Ferreira.',
        {"speaker": "Lucia Ferreira", "topic": "transport", "stance": "positive"},
    ),
    (
        "Foreign Minister Ane Lund of Norway told reporters that the fishing agreement with Iceland was "
        '"fair and overdue".',
        {"speaker": "Ane Lund", "topic": "agriculture"},
    ),
    (
        '"We cannot go on like this," the governor of Arica, Pedro Soto, said. "The queue at the border is '
        'a disgrace for Chile and Peru."',
        {"speaker": "Pedro Soto", "topic": "border", "stance": "negative"},
    ),
    (
        "The line will cut costs for exporters, Omani energy minister Salim Harthy noted, calling it a "
        "gain for both countries.",
        {"speaker": "Salim Harthy"},
    ),
    (
        "In an interview, Latvian analyst Ilze Berzina warned that the rail project was far behind schedule.",
        {"speaker": "Ilze Berzina", "topic": "transport", "stance": "negative"},
    ),
    # ---- praised, criticised, voiced
    (
        "Nepal's foreign minister Rita Gurung praised the power trade with India.",
        {"speaker": "Rita Gurung", "topic": "energy", "stance": "positive"},
    ),
    (
        "Cuban ambassador Raul Diaz criticised the new visa rules of Mexico.",
        {"speaker": "Raul Diaz", "topic": "migration", "stance": "negative"},
    ),
    (
        "President Amadou Keita of Mali voiced concern about the smuggling of weapons from Niger.",
        {"speaker": "Amadou Keita", "topic": "security", "stance": "negative"},
    ),
    (
        "Prime Minister Jan Novak expressed satisfaction with the pace of gas deliveries from Austria.",
        {"speaker": "Jan Novak", "topic": "energy", "stance": "positive"},
    ),
    (
        "Zambia expressed deep concern over the pollution of the Kafue river by a mine in Congo.",
        {"speaker": "Zambia", "topic": "environment", "stance": "negative"},
    ),
    (
        "The exporters' association doubts that the port can handle the traffic between Kenya and Tanzania.",
        {"speaker": "exporters' association", "topic": "transport", "stance": "negative"},
    ),
    (
        "Critics fear that the dam will leave Sudanese farmers without water.",
        {"speaker": "Critics", "stance": "negative"},
    ),
    (
        "Many experts consider the timetable of the railway between Laos and Thailand unrealistic.",
        {"speaker": "Many experts", "topic": "transport", "stance": "negative"},
    ),
    (
        "Finnish historian Eero Salo is sceptical about the border fence with Norway.",
        {"speaker": "Eero Salo", "topic": "border", "stance": "negative"},
    ),
    (
        "Minister Hana Kim was pleased with the student exchange between Korea and Mongolia.",
        {"speaker": "Hana Kim", "topic": "education", "stance": "positive"},
    ),
    (
        "Serbian economist Ana Ilic called the tariff deal with Hungary a missed chance.",
        {"speaker": "Ana Ilic", "topic": "trade", "stance": "negative"},
    ),
    (
        "Ilic finds the transit fees too high.\nSerbian economist Ana Ilic spoke about Hungary.",
        {"speaker": "Ana Ilic", "stance": "negative"},
    ),
    # ---- according to, in the view of
    (
        "According to Bolivian researcher Marta Quispe, the lithium accord with Chile brings real benefits "
        "for industry.",
        {"speaker": "Marta Quispe", "topic": "industry", "stance": "positive"},
    ),
    (
        "The patrols have failed to stop the raids, according to Malian analyst Boubou Diarra.",
        {"speaker": "Boubou Diarra", "topic": "security", "stance": "negative"},
    ),
    (
        "In the view of Jordanian scholar Rami Haddad, the water treaty with Israel is a model for the region.",
        {"speaker": "Rami Haddad", "topic": "water", "stance": "positive"},
    ),
    # ---- importance, prediction, negation, contrast
    (
        "President Luis Arce Paz stressed the importance of the Puno road for trade.",
        {"speaker": "Luis Arce Paz", "topic": "transport", "stance": "positive"},
    ),
    (
        "Kazakh minister Dana Omarova noted that the corridor would boost trade with Uzbekistan.",
        {"speaker": "Dana Omarova", "stance": "positive"},
    ),
    (
        "Georgian expert Nino Beridze said the dispute was no obstacle to trade with Armenia.",
        {"speaker": "Nino Beridze", "topic": "trade", "stance": "positive"},
    ),
    (
        "Peruvian economist Jorge Rios said that the aid from Chile was not enough for the farmers.",
        {"speaker": "Jorge Rios", "stance": "negative"},
    ),
    (
        "Rios said the port was a success, but the road to it remained poor.\nPeruvian economist Jorge "
        "Rios spoke of Chile.",
        {"speaker": "Jorge Rios", "topic": "transport", "stance": "mixed"},
    ),
    (
        "Iraqi analyst Sami Aziz holds that the 2019 memorandum has lost its force because Iran never paid.",
        {"speaker": "Sami Aziz", "stance": "negative"},
    ),
    # ---- quotations over several sentences and paragraphs
    (
        "Togolese trade minister Afi Mensah greeted her guests from Benin.\n“The market has grown. It is a "
        "great opportunity for our traders,” Mensah said.",
        {"speaker": "Afi Mensah", "topic": "trade", "stance": "positive"},
    ),
    (
        "Rwandan analyst Eric Nkusi put it plainly:\n“Trust is lacking. The ceasefire with Congo is an empty promise.”",
        {"speaker": "Eric Nkusi", "stance": "negative"},
    ),
    # ---- interview
    (
        "Dr Sofia Weber directs the Alpine Transport Institute in Bern and knows Italy.\nQ: How is the "
        "tunnel?\nA: It is a great success for rail freight.\nQ: And the roads?\nA: There were 40 "
        "kilometres built.\nQ: Power?\nA: The grid is too weak.",
        {"speaker": "Sofia Weber", "topic": "transport", "stance": "positive"},
    ),
    # ---- the publisher's own voice
    (
        "INSTITUTE FOR BALTIC STUDIES\nLatvia and Estonia signed the rail pact in May.\nWe think that the "
        "rail pact is poorly funded.",
        {"speaker": "Institute for Baltic Studies", "topic": "transport", "stance": "negative"},
    ),
    # ---- less common ways of telling
    (
        "Peruvian shopkeepers in Tacna complain that the new checks by Chile keep customers away.",
        {"speaker": "Peruvian shopkeepers", "stance": "negative"},
    ),
    (
        "Retired general Ivo Petkov of Bulgaria has doubts about the joint brigade with Romania.",
        {"speaker": "Ivo Petkov", "topic": "security", "stance": "negative"},
    ),
    (
        '"A gift to smugglers," scoffed Bulgarian lawmaker Rada Koleva when asked about the open border with Greece.',
        {"speaker": "Rada Koleva", "stance": "negative"},
    ),
    (
        "Mayor Luis Prado of Leticia spoke warmly of the clinic that Peru opened.",
        {"speaker": "Luis Prado", "topic": "health", "stance": "positive"},
    ),
    (
        "The chamber of commerce in Arica dismissed the tariff plan of Peru as unworkable.",
        {"topic": "trade", "stance": "negative"},
    ),
    (
        "To Estonian shipper Maia Tamm, the ferry to Finland is a lifeline.",
        {"speaker": "Maia Tamm", "topic": "transport", "stance": "positive"},
    ),
    (
        "For the Andean bishop Hugo Rojas, this bridge is a blessing for Peru and Bolivia.",
        {"speaker": "Hugo Rojas", "topic": "transport", "stance": "positive"},
    ),
    (
        "Economist Petra Klein of Vienna is unimpressed: the fund with Hungary is too small to matter.",
        {"speaker": "Petra Klein", "topic": "finance", "stance": "negative"},
    ),
    (
        "The Foreign Ministry of Cyprus called the drilling by Egypt a provocation.",
        {"speaker": "Foreign Ministry", "stance": "negative"},
    ),
    (
        'Ambassador Omar Said put it this way: "Our ports are two doors of one house."',
        {"speaker": "Omar Said", "topic": "transport"},
    ),
    (
        "Farmers' leader Tomas Vesely warned of higher grain prices if Slovakia closes its market to Ukraine.",
        {"speaker": "Tomas Vesely", "topic": "agriculture", "stance": "negative"},
    ),
    (
        "Thai analyst Nok Srisai said Laos had kept its word on water releases.",
        {"speaker": "Nok Srisai", "topic": "water", "stance": "positive"},
    ),
    (
        "The Greek minister Eleni Pappa thanked Turkey for its help after the earthquake.",
        {"speaker": "Eleni Pappa", "stance": "positive"},
    ),
    (
        'The deal, Swiss lawyer Beat Frei believes, "will not survive the first winter".',
        {"speaker": "Beat Frei", "stance": "negative"},
    ),
    (
        "Opposition leader Ruth Mboya accused the government of Kenya of selling out fishermen to Uganda.",
        {"speaker": "Ruth Mboya", "stance": "negative"},
    ),
    (
        "Trade minister Ali Noor rated the first year of the free zone with Oman as satisfactory.",
        {"speaker": "Ali Noor", "topic": "trade", "stance": "positive"},
    ),
    (
        "Energy minister Kalle Saar of Estonia sounded upbeat about the cable to Finland.",
        {"speaker": "Kalle Saar", "topic": "energy", "stance": "positive"},
    ),
    (
        "The transport league is unhappy. The tickets to Benin, Togolese minister Kossi Amegan admitted, "
        "are still too dear.",
        {"speaker": "Kossi Amegan", "stance": "negative"},
    ),
    (
        "Elena Dimova, an economist in Sofia, sees the railway to Greece as a chance for the factories.",
        {"speaker": "Elena Dimova", "topic": "transport", "stance": "positive"},
    ),
    (
        "The Uruguayan side conveyed its concern at the delays suffered by lorries in Brazil.",
        {"speaker": "Uruguayan side", "topic": "transport", "stance": "negative"},
    ),
    (
        "Former president Carlos Mesa thinks neither Bolivia nor Paraguay can afford a long freeze.",
        {"speaker": "Carlos Mesa", "stance": "negative"},
    ),
    (
        "Minister Joseph Tembo of Zambia described the rail line to Malawi as a wasted asset.",
        {"speaker": "Joseph Tembo", "topic": "transport", "stance": "negative"},
    ),
]
SILENT = [
    # mere reports and agenda
    "Ghanaian economist Kofi Badu said the talks with Togo began at noon.",
    "The minister said that 40 lorries crossed the border between Chile and Peru on Monday.",
    "Police commander Ole Berg told reporters that two men had been detained at the Finnish border.",
    "According to the ministry, trade between Oman and Yemen came to 3 billion dollars.",
    "President Luis Arce Paz and President Ana Soto discussed the strengthening of ties.",
    "The Norwegian delegation was led by Foreign Minister Ane Lund.",
    "Kazakh minister Dana Omarova said that Uzbekistan would open a consulate in Almaty.",
    "Cuban ambassador Raul Diaz denied that the embassy in Mexico would be closed.",
    # promises are no judgements
    "Ugandan spokesman Paul Okello said that Uganda was ready to return the cattle to Kenya.",
    # a rumour refused, an estimate
    "Kenyan commander Festus Ekidor dismissed as false a message that Uganda had shut the post.",
    # news that people without a name welcome or complain
    "Lawmakers in Seoul welcomed the tourism accord with Japan.",
    "Residents of Narva hailed the reopening of the bridge to Russia.",
    "Uganda and Kenya share the post of Busia, but traders complain that Uganda clears only 30 trucks a day.",
    # states together
    "Both sides stressed the importance of cooperation between Serbia and Hungary.",
    # legal acts
    "Peru denounced the treaty with Chile in 2020.",
    # questions of an interviewer
    "Dr Sofia Weber directs an institute in Bern.\nQ: Is the tunnel to Italy a failure?\nA: It is 57 "
    "kilometres long.\nQ: And the roads?\nA: They were built in 2010.",
]
STANCES = [
    ("a great success", "say", "positive"),
    ("not a success", "say", "negative"),
    ("no obstacle", "say", "positive"),
    ("not enough", "say", "negative"),
    ("no longer a problem", "say", "positive"),
    ("not only a success but also a milestone", "say", "positive"),
    ("a success but too slow", "say", "mixed"),
    ("the line would boost trade", "say", "positive"),
    ("we will boost trade", "say", None),
    ("forty lorries crossed", "say", None),
    ("the fees", "blame", "negative"),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND, ids=[t[:60] for t, _ in FOUND])
def test_a_judgement_is_found_with_its_speaker(text: str, wanted: dict[str, Any]) -> None:
    found = [reading.show(d) for d in drafts(text)]
    assert any(all(f.get(k) == v for k, v in wanted.items()) for f in found), found


@pytest.mark.parametrize("text", SILENT)
def test_what_only_reports_is_none(text: str) -> None:
    assert [reading.show(d) for d in drafts(text)] == []


@pytest.mark.parametrize(("words", "manner", "stance"), STANCES)
def test_stance(words: str, manner: str, stance: str | None) -> None:
    assert stance_of(words.split(), manner) == stance
