"""Visits, meetings and memberships of people told by their part, in postponed rounds and in records; near misses give none."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .reading import check, claims

_KINDS = ("visit", "meeting", "membership")
_DAY = "2025-06-12"
ROWS: list[tuple[str, list[Mapping[str, object]]]] = [
    (
        "Omani Foreign Minister Said Badri received a phone call late on Sunday from his Iranian counterpart Reza Karimi.",
        [{"kind": "meeting", "participants": ["Said Badri", "Reza Karimi"], "mode": "phone", "date": "2025-06-08"}],
    ),
    (
        "Oman and Iran are neighbours. Receiving Iranian Ambassador Reza Karimi, Omani Foreign Minister Said Badri praised Iran.",
        [{"kind": "meeting", "participants": ["Said Badri", "Reza Karimi"], "mode": "in-person"}],
    ),
    (
        "At a reception for Iranian Minister Reza Karimi on 9 June 2025, Omani Foreign Minister Said Badri praised Iran.",
        [{"kind": "meeting", "participants": ["Said Badri", "Reza Karimi"], "date": "2025-06-09"}],
    ),
    (
        "Omani Foreign Minister Said Badri hosted a dinner in honour of Iranian Minister Reza Karimi on 9 June 2025.",
        [{"kind": "meeting", "participants": ["Said Badri", "Reza Karimi"], "date": "2025-06-09"}],
    ),
    (
        "Sultan Hamad of Oman received on 9 June 2025 the Ambassador of Iran to Oman, Reza Karimi.",
        [{"kind": "meeting", "participants": ["Hamad", "Reza Karimi"], "date": "2025-06-09"}],
    ),
    (
        "Omani Foreign Minister Said Badri, with the Emir of Qatar beside him, praised Iran. Badri called his Iranian counterpart on 9 June 2025.",
        [{"kind": "meeting", "participants": ["Said Badri", "Foreign Minister of Iran"], "mode": "phone"}],
    ),
    ("Speaking to reporters, Omani Foreign Minister Said Badri praised Iranian Minister Reza Karimi.", []),
    (
        "Meeting the challenge of trade with Iran, Omani Foreign Minister Said Badri praised Iranian Minister Reza Karimi.",
        [],
    ),
    ("Omani Foreign Minister Said Badri received a call for help from Iran.", []),
    (
        "The joint commission of Peru and Bolivia met in Lima. The delegations were led by Ana Quispe, Deputy Foreign Minister of Peru, and Luis Mamani, Minister of Trade of Bolivia. On 4 March the two heads of delegation held separate talks.",
        [{"kind": "meeting", "participants": ["Ana Quispe", "Luis Mamani"], "date": "2025-03-04"}],
    ),
    (
        "The joint commission of Peru and Bolivia met in Lima. The delegations were led by Ana Quispe, Deputy Foreign Minister of Peru, and Luis Mamani, Minister of Trade of Bolivia. The heads of the delegations met in Tacna on 4 March 2025.",
        [
            {"kind": "meeting", "participants": ["Ana Quispe", "Luis Mamani"], "date": "2025-03-04"},
            {"kind": "visit", "visitor": "Luis Mamani", "host": "PER"},
        ],
    ),
    (
        "The talks between Peru and Bolivia went on. The heads of delegation met in Tacna on 4 March 2025.",
        [{"kind": "meeting", "participants": ["Head of Delegation of Peru", "Head of Delegation of Bolivia"]}],
    ),
    (
        "At the invitation of the Prime Minister of Malaysia, Dato' Seri Ahmad Fauzi, the President of the Republic of Indonesia, H.E. Budi Santo, paid an official visit to Malaysia on 26 and 27 August 2024.",
        [{"kind": "visit", "visitor": "Budi Santo", "host": "MYS", "date": "2024-08-26/2024-08-27"}],
    ),
    (
        "The Minister of Foreign and SADC Affairs of Botswana, Senator the Hon. Kagiso Molefe, held talks with the Minister of Public Works and Spatial Planning of Namibia, Hon. Petrus Amunyela, in Gaborone on 3 June 2025.",
        [
            {"kind": "meeting", "participants": ["Kagiso Molefe", "Petrus Amunyela"], "date": "2025-06-03"},
            {"kind": "visit", "visitor": "Petrus Amunyela", "host": "BWA", "place": "Gaborone"},
        ],
    ),
    (
        "Oman and Iran are neighbours. His Excellency Sayyid Badr bin Said, Minister of Foreign Affairs, received at his office today Dr Reza Karimi, Deputy Foreign Minister for Economic Diplomacy of the Islamic Republic of Iran.",
        [
            {"kind": "meeting", "states": ["IRN", "OMN"], "date": _DAY},
            {"kind": "visit", "visitor": "Reza Karimi", "host": "OMN", "sending": "IRN"},
        ],
    ),
    (
        "Maj Gen Somchai Wongsa of the Thai army met Lt. Gen. Sok Vanna, his Cambodian counterpart, at the checkpoint on Wednesday.",
        [{"kind": "meeting", "participants": ["Somchai Wongsa", "Sok Vanna"], "states": ["KHM", "THA"]}],
    ),
    (
        "The Zambian president, Mutale Banda, arrived in Luanda on Monday. The guest was received by President Jose Neto of Angola on Tuesday. Later in the day the visitor called on Prime Minister Ana Reis.",
        [
            {"kind": "visit", "visitor": "Mutale Banda", "host": "AGO", "date": "2025-06-09"},
            {"kind": "meeting", "participants": ["Mutale Banda", "Jose Neto"], "date": "2025-06-10"},
            {"kind": "meeting", "participants": ["Mutale Banda", "Ana Reis"]},
        ],
    ),
    (
        "Kenyan President James Kiprop thanked Uganda and extended an invitation to his counterpart to pay a state visit to Kenya.",
        [{"kind": "visit", "host": "KEN", "visitor": "President of Uganda", "type": "state", "status": "proposed"}],
    ),
    (
        "Norwegian Trade Minister Kari Lund is due in Helsinki on 20 June 2025 to see her colleague. Finland and Norway are close.",
        [
            {"kind": "visit", "visitor": "Kari Lund", "host": "FIN", "status": "planned"},
            {"kind": "meeting", "participants": ["Kari Lund", "Trade Minister of Finland"], "status": "planned"},
        ],
    ),
    (
        "The Kazakh delegation was received by the Foreign Minister of Turkmenistan on 3 June 2025.",
        [{"kind": "meeting", "states": ["KAZ", "TKM"], "date": "2025-06-03"}],
    ),
    (
        "Hon. Mary Clark (Minister of Trade): Mr. Speaker, Canada and Norway are friends. I will be in Oslo on July 1 and 2, where I will meet my Norwegian counterpart.",
        [
            {"kind": "visit", "visitor": "Mary Clark", "host": "NOR", "status": "planned"},
            {"kind": "meeting", "participants": ["Mary Clark", "Minister of Trade of Norway"], "status": "planned"},
        ],
    ),
    (
        "The round of talks between the chief negotiators of Serbia and Kosovo announced for 20 June will not take place on that day. The round is now foreseen for 6 and 7 July.",
        [
            {"kind": "meeting", "date": "2025-06-20", "status": "cancelled"},
            {"kind": "meeting", "date": "2025-07-06/2025-07-07", "status": "planned"},
        ],
    ),
    (
        "UN special envoy Hans Berg arrived in Khartoum on Tuesday. Sudan and Chad are at odds.",
        [{"kind": "visit", "visitor": "Hans Berg", "host": "SDN", "sending": None, "date": "2025-06-10"}],
    ),
    (
        "CS for Trade Grace Wanjiru met Uganda's Minister of Trade David Mugisha on 4 June 2025. Kenya and Uganda agreed.",
        [{"kind": "meeting", "participants": ["Grace Wanjiru", "David Mugisha"], "states": ["KEN", "UGA"]}],
    ),
    (
        "They reaffirmed the commitment of Kenya and Uganda to the East African Community (EAC), of which both are Partner States.",
        [
            {"kind": "membership", "state": "KEN", "organisation": "EAC"},
            {"kind": "membership", "state": "UGA", "organisation": "EAC"},
        ],
    ),
    (
        "Nicaragua has few friends. It left the Organization of American States in November 2023. Panama is different.",
        [{"kind": "membership", "state": "NIC", "organisation": "OAS", "action": "left", "date": "2023-11"}],
    ),
    (
        "Mali and Niger spoke of ECOWAS. Mali walked out of the bloc in January 2025, together with Niger.",
        [
            {"kind": "membership", "state": "MLI", "action": "left", "date": "2025-01"},
            {"kind": "membership", "state": "NER", "action": "left", "date": "2025-01"},
        ],
    ),
    (
        "Algeria's application to join BRICS was turned down in 2023. Egypt got in.",
        [{"kind": "membership", "state": "DZA", "organisation": "BRICS", "action": "applied", "date": None}],
    ),
    ("Turkey has not recognised a member state of the European Union, Cyprus said.", []),
    ("Italy reaffirmed its full support for the accession of Albania to the European Union.", []),
    (
        "Kuwait recalled its ambassador to Lebanon for consultations over remarks of Agriculture Minister Nabil Tohme.",
        [],
    ),
    ("The Kuwaiti ambassador went back to Beirut in April 2022, Lebanon said.", []),
    ("President Juan Mora of Costa Rica received the letters of credence of the ambassador of Panama.", []),
    (
        "The two sides of Peru and Chile directed their Trade Secretaries to begin talks on services before 1 July 2025.",
        [],
    ),
    ("Officer Ali Khan of Iraq said 61 policemen had crossed into Syria on Monday.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[t[:50] for t, _ in ROWS])
def test_contacts_wide(text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, _DAY, *_KINDS), wanted)
