"""Visits, meetings, ties and deeds between states: sentences in many styles with what must be found, and near misses."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .reading import check, claims

Row = tuple[str, list[Mapping[str, object]]]

VISIT: list[Row] = [
    (
        "Ghanaian President John Mahawa arrived in Lomé on Tuesday for a two-day state visit.",
        [{"visitor": "John Mahawa", "host": "TGO", "date": "2025-06-10/2025-06-11", "type": "state", "place": "Lomé"}],
    ),
    (
        "The Prime Minister of Nepal, K.P. Sharma Oli, concluded a four-day official visit to India on Sunday.",
        [{"visitor": "K.P. Sharma Oli", "host": "IND", "date": "2025-06-05/2025-06-08"}],
    ),
    (
        "Croatian Prime Minister Andrej Plenković is expected in Sarajevo on 20 June 2025.",
        [{"host": "BIH", "status": "planned", "date": "2025-06-20"}],
    ),
    (
        "Mexican President Claudia Sheinfeld invited Guatemalan President Bernardo Arévalo to visit Mexico.",
        [{"visitor": "Bernardo Arévalo", "host": "MEX", "status": "proposed"}],
    ),
    (
        "Finnish President Alexander Stubb has accepted an invitation to visit Kazakhstan.",
        [{"visitor": "Alexander Stubb", "host": "KAZ", "status": "planned"}],
    ),
    (
        "Maltese Prime Minister Robert Abela's planned visit to Tripoli has been put off indefinitely.",
        [{"host": "LBY", "status": "postponed"}],
    ),
    (
        "Egypt will host Kenyan President William Rutere on 25 June 2025.",
        [{"visitor": "William Rutere", "host": "EGY"}],
    ),
    (
        "A Tunisian delegation led by Foreign Minister Mohamed Ali Nafti arrived in Algiers on Saturday.",
        [{"sending": "TUN", "host": "DZA", "date": "2025-06-07"}],
    ),
    (
        "Serbian President Aleksandar Vukelić was in Budapest on 5 June 2025.",
        [{"host": "HUN", "date": "2025-06-05"}],
    ),
    (
        "Brazilian Vice President Geraldo Alckmin led a delegation to Buenos Aires on 4 June 2025.",
        [{"host": "ARG", "place": "Buenos Aires"}],
    ),
    ("Kazakh President Kassym-Jomart Tokanov visited a school in Almaty.", []),
    ("Tourists from China visited Thailand in record numbers.", []),
    ("Greek Prime Minister Kyriakos Mitsotakis said Albania must respect the law.", []),
    ("The Kenyan singer opens her tour in Lagos on 2 May.", []),
]

MEETING: list[Row] = [
    (
        "The foreign ministers of Panama and Costa Rica spoke by telephone on 3 June 2025.",
        [{"states": ["CRI", "PAN"], "mode": "phone", "date": "2025-06-03"}],
    ),
    (
        "Indonesian and Malaysian defence ministers met in Singapore on 31 May 2025.",
        [{"states": ["IDN", "MYS"], "date": "2025-05-31"}],
    ),
    (
        "Zambian President Hakainde Hichiwena was received by Tanzanian President Asha Salum Hamis.",
        [{"states": ["TZA", "ZMB"], "participants": ["Hakainde Hichiwena", "Asha Salum Hamis"]}],
    ),
    ("Bolivian Foreign Minister Celinda Sosa summoned the Chilean consul on Monday.", [{"states": ["BOL", "CHL"]}]),
    (
        "Talks between Norwegian Foreign Minister Espen Barth Eide and Russian Foreign Minister Sergei Lavrin will take "
        "place in Oslo on 30 June 2025.",
        [{"states": ["NOR", "RUS"], "status": "planned", "place": "Oslo"}],
    ),
    (
        "The Lao ambassador paid a courtesy call on Vietnamese Deputy Prime Minister Bui Thanh Son in Hanoi on 4 June.",
        [{"states": ["LAO", "VNM"], "mode": "in-person"}],
    ),
    ("Prime Minister Pedro Sánchez met the head of the opposition in Madrid.", []),
    ("Two Malian soldiers met their families.", []),
    ("The committee met in Geneva to discuss the budget.", []),
    ("Malta offered to host talks of Chad and Libya.", []),
]

TIE: list[Row] = [
    (
        "Chad severed ties with Israel in 1972 and restored them in 2019.",
        [{"action": "severed", "date": "1972"}, {"action": "restored", "date": "2019"}],
    ),
    (
        "Panama switched recognition from Taiwan to China in June 2017.",
        [{"between": ["PAN", "TWN"], "action": "severed"}, {"between": ["CHN", "PAN"], "action": "established"}],
    ),
    ("Botswana withdrew its envoy from Harare.", [{"type": "ambassador", "between": ["BWA", "ZWE"]}]),
    (
        "Kenya suspended visa issuance for Nigerians on 3 June 2025.",
        [{"type": "visa-regime", "between": ["KEN", "NGA"], "action": "suspended"}],
    ),
    (
        "Japan and Chile elevated their relations to a strategic partnership in 2024.",
        [{"type": "strategic-partnership", "action": "upgraded", "date": "2024"}],
    ),
    ("The embassy opened an exhibition in Oslo.", []),
    ("Relations between Spain and Algeria have improved.", []),
    ("He opened a shop opposite the embassy of Peru.", []),
]

EVENT: list[Row] = [
    (
        "The expulsion of four Czech diplomats by Slovakia on 4 June caused a row.",
        [{"name": "expulsion of four Czech diplomats", "states": ["CZE", "SVK"], "type": "expulsion"}],
    ),
    (
        "Jordan gave three Syrian embassy staff 48 hours to leave the country.",
        [{"name": "expulsion of three Syrian embassy staff", "type": "expulsion"}],
    ),
    (
        "Russia banned imports of Moldovan wine in 2013.",
        [{"name": "Russia ban on imports of Moldovan wine", "states": ["MDA", "RUS"], "type": "sanction"}],
    ),
    ("Japan lifted its import ban on Fijian papayas.", [{"name": "lifting of import ban on Fijian papayas"}]),
    (
        "Switzerland donated 5,000 tents to Nepal in May 2015.",
        [{"states": ["CHE", "NPL"], "type": "aid", "date": "2015-05"}],
    ),
    ("The diplomats of Peru and Chile danced.", []),
    ("Nepal banned smoking in parks.", []),
]


ROWS = [
    (k, *row) for k, rows in {"visit": VISIT, "meeting": MEETING, "tie": TIE, "event": EVENT}.items() for row in rows
]


@pytest.mark.parametrize(("kind", "text", "wanted"), ROWS, ids=[f"{k}: {t[:50]}" for k, t, _ in ROWS])
def test_contacts(kind: str, text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, "2025-06-12", kind), wanted)
