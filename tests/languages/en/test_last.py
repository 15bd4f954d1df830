"""The last readers of crossings, links, works and incidents: wordings that no table of ways has, and near misses."""

from __future__ import annotations

import pytest

from .reading import check, claims

Row = tuple[str, str, dict[str, object] | None]

ROWS: list[Row] = [
    ("transport", "The coach line Skopje-Sofia was taken out of the timetable on 1 March.", {"action": "suspended"}),
    ("transport", "Both ministers favour a ferry link between Mersin and Tripoli.", {"action": "proposed"}),
    (
        "transport",
        "Sri Lankan and Maldivian officials hailed the maiden voyage of the Colombo-Male cargo ferry on 3 March.",
        {"action": "launched", "date": "2026-03-03"},
    ),
    ("transport", "No trains have run between Bucharest and Chisinau because of the strike.", {"action": "suspended"}),
    ("transport", "Talks on flights between Hanoi and Vientiane stalled.", None),
    ("transport", "Flights of fancy between Hanoi and Vientiane were discussed.", None),
    (
        "crossing",
        "Bulgaria and Greece threw open the Rudozem-Xanthi border checkpoint to cars on Monday.",
        {"action": "opened", "date": "2026-03-16"},
    ),
    (
        "crossing",
        "The border gate at Habur ground to a halt on Tuesday, Iraqi and Turkish hauliers said.",
        {"action": "closed", "date": "2026-03-17"},
    ),
    ("crossing", "The two ministers set up a group on the Suam border post between Kenya and Uganda.", None),
    ("crossing", "Kenya promised Uganda to keep the Suam border post open.", None),
    (
        "project",
        "A 330 kV line from Kafue to Harare, jointly paid for by Zambia and Zimbabwe, is three-quarters finished.",
        {"action": "construction"},
    ),
    (
        "project",
        "Malawi and Mozambique have signed a deal to build the Matambo-Phombeya interconnector.",
        {"action": "agreed"},
    ),
    (
        "project",
        "Works on the Kigoma-Uvira railway between Tanzania and the DRC have reached 40 percent.",
        {"action": "construction"},
    ),
    (
        "project",
        "The Baynes dam on the border of Namibia with Angola would come on line by 2031.",
        {"action": "completed", "status": "planned"},
    ),
    (
        "incident",
        "The Philippine coast guard said a Chinese ship had turned a water cannon on its boat on 12 March.",
        {"type": "attack", "date": "2026-03-12"},
    ),
    (
        "incident",
        "Argentine coastguards boarded a Spanish squid jigger 200 miles off Chubut on 5 March.",
        {"type": "detention", "date": "2026-03-05"},
    ),
    ("incident", "Kenyan soldiers trained Somali recruits on 3 March.", None),
    ("incident", "Thai rangers found a Lao soldier's wallet and returned it on 3 March.", None),
    ("incident", "Brazilian guards will not enter Paraguayan farms on 3 April.", None),
]


@pytest.mark.parametrize(("kind", "text", "wanted"), ROWS, ids=[r[1][:50] for r in ROWS])
def test_last(kind: str, text: str, wanted: dict[str, object] | None) -> None:
    found = [f for f in claims(text, "2026-03-18", kind) if f.get("action") != "mentioned"]
    check(found, [] if wanted is None else [wanted])
