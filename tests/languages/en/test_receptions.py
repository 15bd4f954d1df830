"""Credentials, receptions on arrival, leaders of delegations and journeys to several states; near misses give none."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .reading import check, claims

_KINDS = ("visit", "meeting", "tie")
_LEAD = "BAKU, 10 February 2026 - "
Row = tuple[str, list[Mapping[str, object]]]

CREDENTIALS: list[Row] = [
    (
        "Azerbaijani President Ilham Vezirov received credentials of the newly appointed Ambassador Extraordinary and Plenipotentiary of the Kyrgyz Republic Kairat Osmonov on Monday.",
        [{"kind": "meeting", "states": ["AZE", "KGZ"], "participants": ["Kairat Osmonov", "Ilham Vezirov"], "date": "2026-02-09"},
         {"kind": "tie", "type": "ambassador", "between": ["AZE", "KGZ"], "action": "established"}],
    ),
    (
        "The Ambassador of Bangladesh to Portugal H.E. Rezina Akhter presented her credentials to the President of Portugal, Marcelo Duarte, in Lisbon on 8 January 2026.",
        [{"kind": "meeting", "states": ["BGD", "PRT"], "place": "Lisbon", "date": "2026-01-08"}, {"kind": "tie", "between": ["BGD", "PRT"]}],
    ),
    (
        "Latvian Ambassador Edgars Skuba handed over copies of his letters of credence to Deputy Foreign Minister of Azerbaijan Fariz Rzali.",
        [{"kind": "meeting", "states": ["LVA", "AZE"]}],
    ),
    ("President Juan Mora of Costa Rica received the letters of credence of the ambassador of Panama.", []),
]  # fmt: skip
ARRIVALS: list[Row] = [
    (
        "Bangladeshi Foreign Minister Hasan Miah received Sri Lankan President Maithri Senan at the airport on Monday.",
        [{"kind": "visit", "visitor": "Maithri Senan", "host": "BGD", "date": "2026-02-09"}],
    ),
    (
        "Upon arrival at Hamad International Airport, Prime Minister of Pakistan Shehbaz Sarif was received by Minister of State of Qatar Saad Mureki.",
        [{"kind": "visit", "visitor": "Shehbaz Sarif", "host": "QAT"}],
    ),
    (
        "Nepalese Deputy Prime Minister Ishwor Pokhar and Bangladesh Ambassador in Kathmandu Mashfee Sharma saw the prime minister off at the airport.",
        [],
    ),
    (
        "Bangladeshi Foreign Minister Hasan Miah received Sri Lankan President Maithri Senan at the ministry in Dhaka on Monday.",
        [{"kind": "meeting", "states": ["BGD", "LKA"], "date": "2026-02-09"}],
    ),
]  # fmt: skip
LEADERS: list[Row] = [
    (
        "Uzbek Energy Minister Jurabek Mirzali held talks with a Kazakh delegation led by Deputy Energy Minister Sungat Yesim in Tashkent on Monday.",
        [{"kind": "meeting", "participants": ["Jurabek Mirzali", "Sungat Yesim"]}, {"kind": "visit", "visitor": "Sungat Yesim", "host": "UZB"}],
    ),
    (
        "Uzbek Foreign Minister Bakhtiyor Saidul held talks with the Deputy Chairman of the Cabinet of Ministers, the Minister of Foreign Affairs of Turkmenistan, Rashid Merad on Monday.",
        [{"kind": "meeting", "participants": ["Bakhtiyor Saidul", "Rashid Merad"]}],
    ),
    (
        "On November 22, 2025, Russian, Iranian and Turkish Presidents Pavel Petin, Hassan Rouhan and Tayyip Erdogun held a meeting in Sochi.",
        [{"kind": "meeting", "states": ["RUS", "IRN", "TUR"], "participants": ["Pavel Petin", "Hassan Rouhan", "Tayyip Erdogun"]}],
    ),
    ("Kenyan Foreign Minister Rachel Omami met senior officials of Somalia in Nairobi.", []),
]  # fmt: skip
JOURNEYS: list[Row] = [
    (
        "Malaysian Prime Minister Ismail Sabran will be making inaugural official visits to Cambodia and Thailand from March 23 to 26.",
        [{"kind": "visit", "host": "KHM", "status": "planned"}, {"kind": "visit", "host": "THA", "date": "2026-03-23/2026-03-26"}],
    ),
    (
        "Ukrainian President Volodymyr Zelenko is in the Finnish capital, Helsinki, for a one-day Nordic summit.",
        [{"kind": "visit", "visitor": "Volodymyr Zelenko", "host": "FIN"}],
    ),
    (
        "Indian Foreign Secretary Harsh Shringal wound up his two-day Nepal visit on Friday.",
        [{"kind": "visit", "visitor": "Harsh Shringal", "host": "NPL", "date": "2026-02-05/2026-02-06"}],
    ),
    (
        "Rwandan President Paul Kagano's trip to Angola follows a similar visit by Congolese President Felix Tshiso to Luanda last month.",
        [{"kind": "visit", "visitor": "Felix Tshiso", "host": "AGO", "date": "2026-01"}, {"kind": "visit", "visitor": "Paul Kagano", "host": "AGO", "date": None}],
    ),
    (
        "Indian Prime Minister Narendra Modal has been invited to come to the United States on an official state visit by American President Joe Baden.",
        [{"kind": "visit", "visitor": "Narendra Modal", "host": "USA", "status": "proposed"}],
    ),
    (
        "Ugandan Foreign Minister Okello Wanyama received the Ambassador of Ethiopia, Tigist Bezabih, during a courtesy visit.",
        [{"kind": "meeting", "states": ["UGA", "ETH"]}],
    ),
    (
        "Iranian President Masoud Pezhman paid an official visit to Pakistan on 20-21 December.",
        [{"kind": "visit", "host": "PAK", "date": "2025-12-20/2025-12-21", "status": "reported"}],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*CREDENTIALS, *ARRIVALS, *LEADERS, *JOURNEYS])
def test_receptions(text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(_LEAD + text, "", *_KINDS), wanted)


BODIES: list[Row] = [
    (
        "DHAKA, 28 October 2025 - The ninth meeting of the Bangladesh-Pakistan Joint Economic Commission (JEC) took place on Monday. The previous JEC meeting took place in 2005.",
        [{"action": "session-held", "ordinal": 9, "date": "2025-10-27"}, {"action": "session-held", "date": "2005"}],
    ),
    (
        "TASHKENT, 12 May 2024 - The 14th session of the Uzbekistan-Kazakhstan IGC was held in Tashkent on Friday.",
        [{"name": "Uzbekistan-Kazakhstan IGC", "parties": ["UZB", "KAZ"], "ordinal": 14, "date": "2024-05-10"}],
    ),
    (
        "ISLAMABAD, 28 October 2025 - Pakistan and Turkey held the 16th JMC session in Islamabad on Monday.",
        [{"name": "JMC", "parties": ["PAK", "TUR"], "ordinal": 16}],
    ),
    (
        "HANOI, 12 May 2024 - The 8th meeting of the Vietnam-India Joint Commission on trade, economic, scientific and technological cooperation took place in Hanoi on May 10.",
        [{"name": "Vietnam-India Joint Commission on trade, economic, scientific and technological cooperation"}],
    ),
    ("DUSHANBE, 12 May 2024 - The Council of Heads of State of the SCO met in Dushanbe on Friday. Tajikistan and China agreed.", [{"parties": None}]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), BODIES)
def test_bodies_by_short_names(text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, "", "body"), wanted)
