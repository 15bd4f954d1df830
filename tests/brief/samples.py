"""One invented sentence for each kind, with the claim that it makes, for the tables of the brief's lines."""

from __future__ import annotations

from typing import Any

SAMPLES: dict[str, tuple[str, dict[str, Any], str]] = {
    "agreement": (
        "Kenya and Uganda signed the Treaty on Lake Waters on 4 May 2024 in Kisumu.",
        {"title": "Treaty on Lake Waters", "parties": ["KEN", "UGA"], "date": "2024-05-04", "form": "treaty",
         "action": "signed", "place": "Kisumu", "topic": ["water"]},
        "The Treaty on Lake Waters was signed in Kisumu on 4 May 2024.",
    ),
    "visit": (
        "On 12-13 March 2025 Kenyan Foreign Minister Asha Wanyonyi paid an official visit to Uganda.",
        {"visitor": "Asha Wanyonyi", "host": "UGA", "sending": "KEN", "office": "Foreign Minister",
         "type": "official", "date": "2025-03-12/2025-03-13"},
        "Asha Wanyonyi (Foreign Minister of Kenya) paid an official visit to Uganda on 12–13 March 2025.",
    ),
    "meeting": (
        "Asha Wanyonyi of Kenya and Okello Mbabazi of Uganda met in Kampala in December 2024.",
        {"states": ["KEN", "UGA"], "participants": ["Asha Wanyonyi", "Okello Mbabazi"], "place": "Kampala",
         "date": "2024-12", "mode": "in-person", "topic": ["trade"]},
        "Asha Wanyonyi and Okello Mbabazi met in person in Kampala in December 2024; subject: trade.",
    ),
    "body": (
        "The Joint Permanent Commission of Kenya and Uganda held its fourth session in Mombasa in June 2024.",
        {"name": "Joint Permanent Commission", "parties": ["KEN", "UGA"], "action": "session-held", "ordinal": 4,
         "place": "Mombasa", "date": "2024-06"},
        "The Joint Permanent Commission held its 4th session in Mombasa in June 2024.",
    ),
    "indicator": (
        "Trade between Kenya and Uganda reached $1.25 billion in 2024, up 4.3 per cent.",
        {"measure": "trade-turnover", "value": 1250000000, "unit": "USD", "change": 4.3, "period": "2024",
         "about": ["KEN", "UGA"]},
        "Trade turnover came to $1.25 billion in 2024, up 4.3 percent.",
    ),
    "commitment": (
        "Kenya and Uganda agreed to build a joint customs post by 2027.",
        {"by": ["KEN", "UGA"], "what": "build a joint customs post", "due": "2027", "topic": ["trade"]},
        "Kenya and Uganda undertook to build a joint customs post by 2027.",
    ),
    "crossing": (
        "Kenya and Uganda reopened the Malaba crossing on 3 February 2025.",
        {"name": "Malaba", "action": "reopened", "states": ["KEN", "UGA"], "date": "2025-02-03"},
        "The Malaba crossing was reopened on 3 February 2025.",
    ),
    "incident": (
        "A clash between Kenya and Uganda herders at Lodwar on 2 July 2024 left three killed and five injured.",
        {"states": ["KEN", "UGA"], "type": "clash", "place": "Lodwar", "date": "2024-07-02", "killed": 3, "injured": 5},
        "A clash between Kenya and Uganda is reported in Lodwar on 2 July 2024; killed: 3; injured: 5.",
    ),
    "project": (
        "The Tororo-Lessos power line of Kenya and Uganda was completed in 2024.",
        {"name": "Tororo-Lessos power line", "action": "completed", "type": "power-line", "states": ["KEN", "UGA"],
         "date": "2024"},
        "The Tororo-Lessos power line was completed in 2024.",
    ),
    "transport": (
        "Flights between Entebbe in Uganda and Kisumu in Kenya resumed on 14 March 2025.",
        {"mode": "air", "from": "Entebbe", "to": "Kisumu", "action": "resumed", "date": "2025-03-14"},
        "The air link between Entebbe and Kisumu was resumed on 14 March 2025.",
    ),
    "membership": (
        "Uganda, like Kenya, joined the EAC in 2000.",
        {"state": "UGA", "organisation": "EAC", "action": "joined", "date": "2000"},
        "Uganda joined the EAC in 2000.",
    ),
    "assessment": (
        "Okello Mbabazi, an analyst, praised the trade of Kenya and Uganda.",
        {"speaker": "Okello Mbabazi", "role": "analyst", "topic": ["trade"], "stance": "positive"},
        "Okello Mbabazi (analyst) on trade: positive – “Okello Mbabazi, an analyst, praised the trade of Kenya and "
        "Uganda.”",
    ),
    "tie": (
        "Kenya and Uganda established diplomatic relations on 14 January 1993.",
        {"type": "diplomatic-relations", "between": ["KEN", "UGA"], "action": "established", "date": "1993-01-14"},
        "Diplomatic relations between Kenya and Uganda were established on 14 January 1993.",
    ),
    "event": (
        "The Lake Victoria Trade Fair took place in Kisumu in May 2024 with Kenya and Uganda.",
        {"name": "Lake Victoria Trade Fair", "states": ["KEN", "UGA"], "date": "2024-05", "place": "Kisumu",
         "type": "exhibition"},
        "The Lake Victoria Trade Fair (exhibition) took place in Kisumu in May 2024.",
    ),
}  # fmt: skip

STATUS_WORDS = {
    "planned": ("planned", " to ", "expected"),
    "proposed": ("proposed",),
    "postponed": ("postponed", "put off"),
    "cancelled": ("cancelled", "called off", "dropped"),
    "denied": ("denied",),
    "hypothetical": ("possib", "might", "could"),
}


def line(kind: str, **more: Any) -> dict[str, Any]:
    """The gold line of a kind's sample; a value of None takes a key away."""
    found = {"doc": f"{kind}.txt", "kind": kind, **SAMPLES[kind][1], "concerns": ["KEN", "UGA"], **more}
    return {k: v for k, v in found.items() if v is not None}
