"""Crossings told before they are named, links told by one end, works, incidents and their days as agencies tell them, with near
misses."""

from __future__ import annotations

from typing import Any

import pytest

from accord.exports import THRESHOLD
from accord.extract import extract

from .reading import check, claims, document

Row = tuple[str, str, list[dict[str, Any]]]  # kind, text, values of each claim

CROSSINGS: list[Row] = [
    ("crossing", "Kenya proposed opening the Suam border post with Uganda, closed since 2010, for residents.", [{"name": "Suam", "action": "reopened", "status": "proposed", "date": None}, {"action": "closed", "date": "2010"}]),
    ("crossing", "Kenya proposed opening the Suam border post with Uganda for residents.", [{"name": "Suam", "action": "planned", "status": "proposed"}]),
    ("crossing", "The Suam border post of Kenya and Uganda opened in May 2020 and was closed on 3 June 2021.", [{"action": "opened", "date": "2020-05"}, {"action": "closed", "date": "2021-06-03"}]),
    ("crossing", "Kenyan farmers lifted their blockade of the Suam border crossing with Uganda on 3 March 2026.", [{"name": "Suam", "action": "reopened", "date": "2026-03-03"}]),
    ("crossing", "Kenyan farmers began their blockade of the Suam border crossing with Uganda on 3 March 2026.", [{"name": "Suam", "action": "closed", "date": "2026-03-03"}]),
    ("crossing", "The Suam border crossing between Kenya and Uganda went back to work on 3 March 2026.", [{"name": "Suam", "action": "reopened", "date": "2026-03-03"}]),
    ("crossing", "The Second Friendship Bridge linking Busia in Kenya and Tororo in Uganda was shut on 3 March 2026.", [{"name": "Second Friendship Bridge", "action": "closed", "date": "2026-03-03"}]),
    (
        "crossing",
        "A key border crossing between Zambia and Congo reopened on Friday. Officials at the Kasumbalesa crossing were pleased.",
        [{"name": "Kasumbalesa", "action": "reopened", "date": "2026-03-13"}],
    ),
    (
        "crossing",
        "Zambia and Congo reopened their main border crossing on 3 March. The Kasumbalesa crossing had been closed since 20 February.",
        [{"name": "Kasumbalesa", "action": "reopened", "date": "2026-03-03"}, {"name": "Kasumbalesa", "action": "closed", "date": "2026-02-20"}],
    ),
    (
        "crossing",
        "Another border crossing between Zambia and Congo reopened on Friday. Officials at the Kasumbalesa crossing were pleased.",
        [],
    ),
    (
        "crossing",
        "A key border crossing between Zambia and Congo reopened on Friday. The Kasumbalesa crossing and the Mokambo crossing are busy.",
        [],
    ),
]  # fmt: skip

LINKS: list[Row] = [
    # several links in one sentence: lists of pairs, modes, days, ends told once, steps
    ("transport", "Flights from Kigali to Bangui, Lomé and Praia were suspended in May 2024.", [{"to": "Bangui"}, {"to": "Lomé"}, {"to": "Praia"}]),
    ("transport", "Flights between Kigali and Bangui and between Lomé and Praia were suspended in May 2024.", [{"to": "Bangui"}, {"from": "Lomé", "to": "Praia"}]),
    ("transport", "Flights between Kigali and Bangui were suspended in May 2024, between two elections.", [{"to": "Bangui", "action": "suspended"}]),
    ("transport", "The Kigali–Bangui, Kigali–Lomé and Kigali–Praia flights were suspended in May 2024.", [{"to": "Bangui"}, {"to": "Lomé"}, {"to": "Praia"}]),
    ("transport", "Flights and ferries between Lomé and Praia were suspended in May 2024.", [{"mode": "air"}, {"mode": "sea"}]),
    ("transport", "Ferries between Lomé and Praia were suspended, and the flights of May are full.", [{"mode": "sea"}]),
    ("transport", "Buses between Kigali and Bangui resumed on 3 May 2024 and trains on 4 June 2024.", [{"mode": "bus", "date": "2024-05-03"}, {"mode": "rail", "date": "2024-06-04"}]),
    ("transport", "Trains from Kigali to Bangui were suspended in March 2020, and those to Lomé in April 2020.", [{"to": "Bangui", "date": "2020-03"}, {"to": "Lomé", "date": "2020-04"}]),
    ("transport", "Flights from Kigali to Bangui and Lomé were suspended on 3 May 2024 and 4 June 2024 respectively.", [{"to": "Bangui", "date": "2024-05-03"}, {"to": "Lomé", "date": "2024-06-04"}]),
    ("transport", "Airlink flies from Kigali to Bangui since December 2020.", [{"action": "launched", "date": "2020-12"}]),
    ("transport", "Airlink flies from Kigali to Bangui, and cargo has grown since December 2020.", []),
    ("transport", "Rwanda asked for Kigali–Bangui flights; Airlink flies from Butare since December 2020.", [{"from": "Kigali", "status": "proposed"}, {"from": "Butare", "to": "Bangui", "action": "launched"}]),
    ("transport", "The ferry between Lomé and Praia, out of service since 2016, was praised by Togo and Cape Verde.", [{"action": "suspended", "date": "2016"}]),
    ("transport", "Buses on the line Kigali-Bangui, discontinued in 2020, have been running since 2 March 2026.", [{"action": "suspended", "date": "2020"}, {"action": "resumed", "date": "2026-03-02"}]),
    ("transport", "Buses on the line Kigali-Bangui have been running since 2 March 2026.", [{"action": "launched", "date": "2026-03-02"}]),
    ("transport", "The bus Kigali–Bangui of Rwanda is full.\nThe service was discontinued in 2010 and was briefly resumed in 2018.", [{"action": "suspended", "date": "2010"}, {"action": "resumed", "date": "2018"}]),
    ("transport", "The bus Kigali–Bangui of Rwanda is full.\nThe service was discontinued in 2010 and talks were resumed in 2018.", [{"action": "suspended", "date": "2010"}]),
    ("transport", "Rwanda intends to open the Vellin – Ana-Moru and Kigali – Bangui bus lines in 2027.", [{"from": "Vellin", "to": "Ana-Moru"}, {"from": "Kigali", "to": "Bangui"}]),
    ("transport", "Flights from Kigali to Bangui, suspended in May 2023, are to be resumed in 2027.", [{"action": "planned", "status": "planned", "date": "2027"}, {"action": "suspended", "date": "2023-05"}]),
    ("transport", "Flights from Kigali to Bangui are to be launched in 2027.", [{"action": "planned", "status": "planned", "date": "2027"}]),
    ("transport", "The passenger train between Voi and Arusha, stopped in February 2020, resumed operation on 3 March 2024.", [{"action": "suspended", "date": "2020-02"}, {"action": "resumed", "date": "2024-03-03"}]),
    ("transport", "A bus between the Togolese town of Aneho and Cotonou was launched on 3 March 2024.", [{"from": "Aneho", "to": "Cotonou", "action": "launched"}]),
    ("transport", "Togo and Ghana signed a pact. Flights between the two capitals were suspended in early 2020.", [{"from": "Lomé", "to": "Accra", "action": "suspended", "date": "2020"}]),
    ("transport", "Togo and Ghana signed a pact. Flights between the two friendly states were suspended in early 2020.", [{"from": "TGO", "to": "GHA", "action": "suspended", "date": "2020"}]),
    ("transport", "Ties of Togo and Ghana have improved. Flights between the countries were suspended in early 2020.", [{"from": "TGO", "to": "GHA", "action": "suspended", "date": "2020"}]),
    ("transport", "Togo has halted all flights to Ghana, ministers said.", [{"from": "TGO", "to": "GHA", "action": "suspended"}]),
    ("transport", "Togolese flights to Ghanaian resorts remain suspended.", [{"from": "TGO", "to": "GHA", "action": "suspended"}]),
    ("transport", "Kenya resumed its flights to Mogadishu on 3 March.", [{"from": "KEN", "to": "Mogadishu", "action": "resumed", "date": "2026-03-03"}]),
    ("transport", "Kenya will resume direct flights to the Somali capital Mogadishu as of April 12 after more than a two-year halt.", [{"to": "SOM", "action": "planned", "date": "2026-04-12"}]),
    ("transport", "Kenya and Somalia have resumed direct flights with the first plane since a war in 2008.", [{"action": "resumed", "date": None}]),
    ("transport", "MOGADISHU, 3 March (Wire) - Flights to Kenya resumed on Sunday.", []),
    ("transport", "Kenya protested when flights to its coast were late.", []),
]  # fmt: skip

WORKS: list[Row] = [
    ("project", "The Voi-Arusha railway between Kenya and Tanzania has become operational from Sunday, 15 March.", [{"action": "inaugurated", "date": "2026-03-15"}]),
    ("project", "The Voi-Arusha railway between Kenya and Tanzania is not yet operational.", [{"name": "Voi-Arusha railway"}]),
]  # fmt: skip

INCIDENTS: list[Row] = [
    (
        "incident",
        "NAIROBI, March 18, 2026 - Kenya summoned the Somali ambassador to protest a violation of its airspace by Somali drones on March 16.",
        [{"type": "airspace", "date": "2026-03-16"}],
    ),
    ("incident", "Kenya and Somalia fell out since a new government came to power in 2021, with Kenya accusing its neighbour of harbouring militants who attack its soil.", []),
    ("incident", "Somalia blamed Kenya for letting gunmen shell its border posts in 2021.", []),
    (
        "incident",
        "Somali gunmen shelled a Kenyan border post at Mandera on 3 March, and Kenya accused Somalia of harbouring them.",
        [{"date": "2026-03-03"}],
    ),
    (
        "incident",
        "Kenyan and Somali border guards clashed near Mandera, killing two.\nSomali troops attacked Kenyan villages in 1991.",
        [{"date": None, "killed": 2}, {"date": "1991", "killed": None}],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "wanted"), [*CROSSINGS, *LINKS, *WORKS, *INCIDENTS])
def test_wide(kind: str, text: str, wanted: list[dict[str, Any]]) -> None:
    check(claims(text, "2026-03-18", kind), wanted)


VOICES: list[Row] = [
    # one speaker, however called
    (
        "assessment",
        "Kenyan political analyst Juma Otieno praised the border treaty of Kenya and Uganda.\nKenya and Uganda met.\n"
        '"Both sides have resolved the border dispute, which is a great success for Kenya and Uganda," Kenyan expert noted.',
        [{"speaker": "Juma Otieno", "topic": "border"}],
    ),
    (
        "assessment",
        "Uganda's Foreign Office spokesperson called the charges of Kenya baseless on Monday and said Kenya twists the facts of the border clash.\n"
        '"Whenever Kenya is shown facts on the border it answers with baseless accusations," the spokesperson said.',
        [{"speaker": "Foreign Office spokesperson"}],
    ),
    ("assessment", "Sharing the minister's views, Kenya and Uganda will sign the treaty.", []),
]  # fmt: skip
NO_FIGHT: list[Row] = [
    ("incident", "Ruta Bek, an economist of Kenya, fears a trade war between Kenya and Uganda after the border levy of 3 March.", []),
    ("incident", "The Kenyan coast guard held Ugandan fishing vessels responsible for the damage on 3 March.", []),
    ("incident", "The Kenyan coast guard held Ugandan fishing vessels on Lake Victoria on 3 March.", [{"type": "detention"}]),
    ("incident", "The border war between Kenya and Uganda broke out on 3 March.", [{"type": "clash"}]),
]  # fmt: skip
SHORTER: list[Row] = [
    ("transport", "The bridge between Kenya and Uganda is cutting the train journey from Nairobi to Kampala by more than 80 km.", []),
    ("transport", "Kenya has cut the train from Nairobi to Kampala since March.", [{"action": "suspended"}]),
    ("project", "The Sio–Busia railway between Kenya and Uganda will connect Mombasa Port with Kampala.", [{"name": "Sio–Busia railway"}]),
]  # fmt: skip
TITLED: list[Row] = [
    (
        "project",
        "Kenya and Uganda open Sio–Busia railway\nKenya and Uganda opened the Sio–Busia railway on 3 March.",
        [{"name": "Sio–Busia railway", "action": "inaugurated", "date": "2026-03-03"}],
    ),
]  # fmt: skip

JOINT: list[Row] = [
    ("project", "Kenya and Uganda decided to build a gas pipeline that will serve both.", [{"name": "gas pipeline between Kenya and Uganda", "action": "planned"}]),
    ("project", "Kenya and Uganda agreed to build a new bridge.", [{"name": "bridge between Kenya and Uganda", "action": "agreed"}]),
    ("project", "Kenya will build a road, and Uganda a school.", []),
    ("project", "Kenya and Uganda agreed on fees; a gas pipeline burst at home.", []),
    ("assessment", '"These plans are harmful to the trade of Kenya and Uganda," the KDP said in a statement.', [{"speaker": "KDP", "topic": "trade"}]),
    (
        "incident",
        "The Kenyan coast guard has arrested five Ugandan fishermen on Lake Victoria.\n"
        "In August last year nine Kenyan fishermen were arrested by the Ugandan police on Lake Victoria.",
        [{"date": None, "type": "detention"}, {"date": "2025-08", "type": "detention"}],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "wanted"), [*VOICES, *NO_FIGHT, *SHORTER, *TITLED, *JOINT])
def test_voices_and_near_misses(kind: str, text: str, wanted: list[dict[str, Any]]) -> None:
    check(claims(text, "2026-03-18", kind), wanted)


QUARREL = (
    "Kenya's remarks on Uganda are baseless, said the spokesman of Uganda.\nUganda told Kenya that Kenya cannot judge Uganda.\n"
    '"Kenya is obsessed with Uganda, and this obsession hurts Kenya and Uganda alike," said Jane Auma, a Ugandan professor.\n'
    "Kenya has not answered Uganda."
)
CONCERT = (
    "The Kenyan concert in Uganda was praised by the minister of culture.\nThe hall was full.\n"
    '"The singers were wonderful and the evening was a joy," said Jane Auma, a Ugandan professor.\nMore evenings follow.'
)


@pytest.mark.usefixtures("learnt")
@pytest.mark.parametrize(("text", "shown"), [(QUARREL, True), (CONCERT, False)])
def test_states_told_side_by_side_tell_of_relations(text: str, shown: bool) -> None:
    voices = [c for c in extract(document(text, "2026-03-18")) if c.kind == "assessment"]
    assert voices
    assert any(c.confidence >= THRESHOLD for c in voices) is shown
