"""Incidents between two states: sentences in many styles with what must be found, and near misses."""

from __future__ import annotations

import pytest

from .reading import check, claims

Row = tuple[str, dict[str, object] | None]

ROWS: list[Row] = [
    (
        "Pakistani and Afghan forces exchanged fire near Spin Boldak on Tuesday, killing five soldiers.",
        {"type": "shooting", "date": "2026-03-17", "killed": 5},
    ),
    (
        "Three Russian jets entered Estonian airspace without permission on 19 September 2025.",
        {"type": "airspace", "date": "2025-09-19"},
    ),
    (
        "Indonesia's navy seized two Vietnamese trawlers off Natuna on 2 March.",
        {"type": "detention", "place": "Natuna", "date": "2026-03-02"},
    ),
    (
        "A Chinese vessel rammed a Vietnamese fishing boat off the Paracels on 3 March.",
        {"type": "clash", "date": "2026-03-03"},
    ),
    ("Clashes between Thai and Cambodian troops in July 2025 left 48 dead.", {"killed": 48, "date": "2025-07"}),
    (
        "It was the worst quarrel since May 2019, when Kenyan police arrested 12 Ugandan traders at Busia.",
        {"type": "detention", "date": "2019-05"},
    ),
    ("Estonia blamed Russia for a cyberattack on its parliament in April 2022.", {"type": "cyber", "date": "2022-04"}),
    ("Latvia said a Russian drone had strayed over its border on 7 September 2024.", {"type": "airspace"}),
    (
        "The Mauritanian navy towed a Senegalese pirogue with nine men aboard to Nouadhibou on Sunday.",
        {"type": "detention", "date": "2026-03-15"},
    ),
    (
        "For the third time this month a Turkish drone buzzed the Greek islet of Zourafa on 5 March.",
        {"type": "airspace", "date": "2026-03-05"},
    ),
    (
        "Two mortar rounds fell on the Jordanian side near Ramtha on 3 March; Amman blamed the Syrian army.",
        {"type": "attack", "date": "2026-03-03", "place": "Ramtha"},
    ),
    (
        "On 16 March Fiji called in the Tongan envoy a week after Tongan sailors boarded a Fijian boat off Minerva Reef.",
        {"type": "detention", "date": "2026-03-09"},
    ),
    (
        "On 31 March Fiji called in the Tongan envoy a month after Tongan sailors boarded a Fijian boat off Minerva Reef.",
        {"type": "detention", "date": "2026-02"},
    ),
    (
        "Fiji called in the Tongan envoy a week after Tongan sailors boarded a Fijian boat off Minerva Reef.",
        {"type": "detention", "date": None},
    ),
    (
        "Indian guards and Nepalese villagers threw stones at each other at Susta on 8 March; four people were injured.",
        {"type": "clash", "place": "Susta", "injured": 4},
    ),
    (
        "Four Serbian lorry drivers were roughed up by Kosovo police at Jarinje on 11 March.",
        {"type": "attack", "place": "Jarinje"},
    ),
    (
        "On 9 March some 200 Paraguayan sugar growers closed the bridge to Argentina for five hours.",
        {"type": "protest", "date": "2026-03-09"},
    ),
    ("Turkey flew 12 wounded Sudanese children to Ankara on 8 March.", None),
    ("The Uruguayan-Brazilian border force held its first exercise on 4 March.", None),
    ("In Latvia the bank held its base rate; in Estonia it hit the headlines.", None),
    ("Ten people died in a car crash in Peru on Monday. Chile sent condolences.", None),
    ("The two teams clashed in the final on 3 May 2024; Brazil beat Chile.", None),
    ("Burundi has lodged a protest with Rwanda over the killing of two traders.", None),
    ("Kenya and Uganda agreed on 3 May 2024 to fight corruption.", None),
    ("Japan told Russia that missile firing drills from 3 March were unwelcome.", None),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[r[0][:50] for r in ROWS])
def test_incidents(text: str, wanted: dict[str, object] | None) -> None:
    check(claims(text, "2026-03-18", "incident"), [] if wanted is None else [wanted])
