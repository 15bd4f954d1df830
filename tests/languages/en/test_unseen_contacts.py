"""Visits, meetings, expulsions and memberships as agencies and ministries tell them; near misses give none."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .reading import check, claims

_KINDS = ("visit", "meeting", "membership", "event", "tie", "body")
_DAY = "2024-05-03"
Row = tuple[str, list[Mapping[str, object]]]

ORGANISATIONS: list[Row] = [
    (
        "UN Secretary-General Paul Maris met Kenyan President Amos Kibet in Nairobi on Thursday.",
        [{"kind": "meeting", "states": ["UN", "KEN"], "participants": ["Paul Maris", "Amos Kibet"]}],
    ),
    (
        "Kenyan President Amos Kibet spoke by phone with European Commission President Greta Lind on Thursday.",
        [{"kind": "meeting", "states": ["KEN", "EU"], "mode": "phone", "date": "2024-05-02"}],
    ),
    (
        "The Chairperson of the African Union Commission, Idris Kone, concluded a two day working visit to South Africa on Thursday. Kenya welcomed it.",
        [{"kind": "visit", "visitor": "Idris Kone", "host": "ZAF", "type": "working"}],
    ),
    (
        "The UN special envoy for Yemen, Karl Lind, met Omani Foreign Minister Salim Harthy in Muscat on Thursday.",
        [{"kind": "meeting", "states": ["UN", "OMN"], "participants": ["Karl Lind", "Salim Harthy"]}],
    ),
    (
        "US special envoy for Sudan Tom Perry arrived in Cairo on Thursday.",
        [{"kind": "visit", "visitor": "Tom Perry", "host": "EGY", "sending": "USA"}],
    ),
    (
        "Foreign ministers of the Caribbean Community (CARICOM) will meet in Jamaica on May 16. Barbados and Guyana agree.",
        [{"kind": "meeting", "states": ["CARICOM"], "date": "2024-05-16", "status": "planned"}],
    ),
    (
        "The Foreign Ministers of the member countries of the Caribbean Community will meet in Barbados on May 18. Grenada will host them next.",
        [{"kind": "meeting", "states": ["CARICOM"], "date": "2024-05-18"}],
    ),
    ("The managing director of Zambezi Copper, Anna Berg, met Zambian President Mutale Banda on Thursday.", []),
]

COUNTERPARTS: list[Row] = [
    (
        "President Manuel Costa of Brazil held talks with his counterpart, President Luis Quispe, in La Paz on May 1. The Bolivian side thanked him.",
        [{"kind": "meeting", "states": ["BRA", "BOL"], "participants": ["Manuel Costa", "Luis Quispe"]}],
    ),
    (
        "Omani minister Salim Harthy, who is also deputy prime minister, held talks with Egyptian Foreign Minister Adel Fouad in Cairo on Thursday.",
        [
            {"kind": "meeting", "participants": ["Salim Harthy", "Adel Fouad"]},
            {"kind": "visit", "visitor": "Salim Harthy", "host": "EGY"},
        ],
    ),
    (
        "Turkish Prime Minister Cemal Aydin will meet Italian President Ugo Bassi and Foreign Minister Carla Neri, Toprak said.\nSpokesman Ali Toprak told reporters so.",
        [{"kind": "meeting", "participants": ["Cemal Aydin", name]} for name in ("Ugo Bassi", "Carla Neri")],
    ),
    (
        "The Foreign Ministers of Azerbaijan and Armenia, Minister Jahan Baran and Minister Ara Mirzan, visited Georgia on April 16 to meet with each other.",
        [
            {"kind": "meeting", "states": ["ARM", "AZE"], "date": "2024-04-16"},
            {"kind": "visit", "visitor": "Ara Mirzan", "sending": "ARM", "host": "GEO"},
            {"kind": "visit", "visitor": "Jahan Baran", "sending": "AZE", "host": "GEO"},
        ],
    ),
    (
        "Peru's Foreign Affairs Minister Cayetana Alva on Tuesday met with her counterparts Chris Freel of Canada and Maria Holg of Colombia prior to the summit.",
        [{"kind": "meeting", "states": ["PER", other], "date": "2024-04-30"} for other in ("CAN", "COL")],
    ),
    (
        "Peruvian Vice President Dina Boluar and the Minister of Foreign Affairs, Miguel Rodri, held a working meeting with the president-elect of Colombia, Gustavo Petra.",
        [
            {
                "kind": "meeting",
                "states": ["PER", "COL"],
                "participants": ["Dina Boluar", "Miguel Rodri", "Gustavo Petra"],
            }
        ],
    ),
    (
        "Aydin, Uzbek leader discuss trade\nTurkish President Recep Aydin on Wednesday held a phone call with Uzbek President Shavkat Mirzo.",
        [{"kind": "meeting", "states": ["TUR", "UZB"], "mode": "phone", "date": "2024-05-01"}],
    ),
    (
        "A trilateral meeting of representatives of the Foreign Ministries of Georgia, Azerbaijan and Armenia was held in Tbilisi on Thursday.",
        [{"kind": "meeting", "states": ["GEO", "AZE", "ARM"], "date": "2024-05-02", "place": "Tbilisi"}],
    ),
    (
        "In a telephone conversation on Sunday, Iranian Foreign Minister Reza Kamali and his Qatari counterpart Salim Harthy discussed ties.\nKamali also held consultations with his Qatari counterpart over the region.",
        [{"kind": "meeting", "states": ["QAT", "IRN"], "mode": "phone", "date": "2024-04-28"}],
    ),
    (
        "The daily said Prime Minister Ana Reis opposed talks between Israeli President Ezer Wise and Jordanian King Farid.",
        [],
    ),
]

JOURNEYS: list[Row] = [
    (
        "Philippine Foreign Secretary Enrique A. Reyes arrived in Indonesia on Thursday.",
        [{"kind": "visit", "visitor": "Enrique A. Reyes", "host": "IDN"}],
    ),
    (
        "Foreign Minister Carla Neri of Italy begins a three-nation tour of Rwanda, Uganda and Kenya on Monday.",
        [
            {"kind": "visit", "host": host, "sending": "ITA", "date": "2024-05-06", "status": "planned"}
            for host in ("RWA", "UGA", "KEN")
        ],
    ),
    (
        "Italian Foreign Minister Carla Neri arrived in Kigali on Thursday, the first stop on a tour that includes Uganda and Kenya.",
        [
            {"kind": "visit", "host": "RWA", "date": "2024-05-02", "status": "reported"},
            {"kind": "visit", "host": "UGA", "date": None, "status": "planned"},
            {"kind": "visit", "host": "KEN", "date": None, "status": "planned"},
        ],
    ),
    (
        "Polish Foreign Minister Dariusz Rosa will meet Serbian President Slobodan Milo in Belgrade, before visiting Montenegro.",
        [
            {"kind": "meeting", "states": ["POL", "SRB"], "status": "planned"},
            {"kind": "visit", "visitor": "Dariusz Rosa", "host": "MNE", "status": "planned"},
        ],
    ),
]

PARTIES: list[Row] = [
    (
        "General Secretary of the Communist Party of Việt Nam (CPV) Central Committee Lê Minh and a high-level delegation on Friday departed the capital Vientiane of Laos for a state visit to Cambodia.",
        [{"kind": "visit", "visitor": "Lê Minh", "host": "KHM", "sending": "VNM", "type": "state"}],
    ),
    (
        "General Secretary of the Lao People's Revolutionary Party (LPRP) Central Committee and President of Laos Boun Keo will pay an official visit to Việt Nam from June 28-29, at the invitation of President Lê Minh.",
        [{"kind": "visit", "visitor": "Boun Keo", "host": "VNM", "sending": "LAO", "status": "planned"}],
    ),
    (
        "Egyptian Foreign Minister Adel Fouad arrived in Jordan on Thursday. The trip will include Kuwait and Oman.",
        [
            {"kind": "visit", "host": "JOR", "status": "reported"},
            {"kind": "visit", "visitor": "Adel Fouad", "host": "KWT", "status": "planned"},
            {"kind": "visit", "visitor": "Adel Fouad", "host": "OMN", "status": "planned"},
        ],
    ),
    (
        "Jordan's Prime Minister Adnan Badri has arrived in Baghdad, becoming the highest-ranking Jordanian official to visit Iraq since 2003. Badri was expected to hold a joint news conference on Friday with Iraqi Vice President Adel Mahdi.",
        [{"kind": "visit", "visitor": "Adnan Badri", "host": "IRQ"}],
    ),
    (
        "The foreign ministers of Iraq, Egypt and Jordan held a meeting on Thursday to discuss the coordination mechanism between their countries in Cairo.",
        [{"kind": "meeting", "states": ["IRQ", "EGY", "JOR"], "date": "2024-05-02"}],
    ),
]

TIES: list[Row] = [
    (
        "Bolivia cut diplomatic ties with Israel in 2009. The relations, which were briefly restored in 2019, were suspended once again in 2023.",
        [
            {"kind": "tie", "action": "severed", "date": "2009"},
            {"kind": "tie", "action": "suspended", "date": "2023", "between": ["BOL", "ISR"]},
        ],
    ),
    (
        "Vietnam and Laos are friends. With diplomatic ties established on June 24, 1967, Vietnam and Cambodia have maintained mutual visits.",
        [{"kind": "tie", "action": "established", "date": "1967-06-24", "between": ["VNM", "KHM"]}],
    ),
    ("Relations between Vietnam and Laos, which are close, were discussed in 2023.", []),
]

EXPULSIONS: list[Row] = [
    (
        "Ecuador had declared US Ambassador Helen Hodder persona non grata on Monday.",
        [{"kind": "event", "type": "expulsion", "states": ["ECU", "USA"], "date": "2024-04-29"}],
    ),
    (
        "The US State Department said Thursday it has ordered the Ecuadorian ambassador expelled.",
        [{"kind": "event", "type": "expulsion", "states": ["ECU", "USA"], "date": "2024-05-02"}],
    ),
    (
        "The move follows the expulsion of Helen Hodder, the U.S. ambassador to Ecuador, earlier this week.",
        [{"kind": "event", "type": "expulsion", "states": ["ECU", "USA"]}],
    ),
    (
        "Spain said three Bolivian officials were asked to leave the country on Monday.",
        [{"kind": "event", "type": "expulsion", "states": ["ESP", "BOL"], "date": "2024-04-29"}],
    ),
    (
        "He was told of the decision a day after Bolivia expelled U.S. Ambassador Philip Golding, officials said.",
        [{"kind": "event", "type": "expulsion", "status": "reported", "states": ["USA", "BOL"]}],
    ),
    ("The court ordered the ambassador's driver to pay a fine in Kenya and Uganda.", []),
    ("New U.S. ambassador Wyche Foster arrived in Saudi Arabia on Wednesday to take up his post.", []),
]

STANDING: list[Row] = [
    (
        "Kenya wants membership of the BRICS.",
        [{"kind": "membership", "state": "KEN", "organisation": "BRICS", "action": "joined", "status": "proposed"}],
    ),
    (
        "The deal elevates the Joint Commission for Cooperation of Zambia and South Africa into a Bi-National Commission. The commission will be chaired jointly by the President of South Africa and the President of Zambia.",
        [{"kind": "body", "action": "mentioned"}, {"kind": "body", "action": "mentioned"}],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [*ORGANISATIONS, *COUNTERPARTS, *JOURNEYS, *PARTIES, *TIES, *EXPULSIONS, *STANDING],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)
def test_unseen_contacts(text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, _DAY, *_KINDS), wanted)
