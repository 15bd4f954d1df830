"""What pages of the whole world showed of links, works, crossings and incidents: wordings, and near misses."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .reading import check, claims

Row = tuple[str, list[Mapping[str, object]]]

TRANSPORT: list[Row] = [
    # ---- an airline is at home in its state, and flies to all that are told in a row
    (
        "Etihad suspended all flights to Chad and Niger on 3 May 2024.",
        [
            {"from": "ARE", "to": "TCD", "action": "suspended", "date": "2024-05-03"},
            {"from": "ARE", "to": "NER", "action": "suspended", "date": "2024-05-03"},
        ],
    ),
    (
        "Turkish Airlines resumed flights to five African nations, including Chad, Niger and Mali.",
        [{"from": "TUR", "to": s, "action": "resumed"} for s in ("TCD", "NER", "MLI")],
    ),
    (
        "Flights from Chad to both Niger and Mali were suspended on 3 May 2024.",
        [{"from": "TCD", "to": s, "action": "suspended"} for s in ("NER", "MLI")],
    ),
    ("RwandAir will add direct flights to Lusaka.", [{"from": "RWA", "to": "Lusaka", "action": "planned"}]),
    # ---- several origins, letters, airports, provinces behind a place, stops on the way
    (
        "The airline will launch direct flights from Lusaka and Ndola to Harare in May 2024.",
        [{"from": a, "to": "Harare", "action": "planned"} for a in ("Lusaka", "Ndola")],
    ),
    (
        "The airline launched direct flights between Lusaka (LUN) and Harare (HRE) on 3 May 2024.",
        [{"from": "Lusaka", "to": "Harare", "action": "launched", "date": "2024-05-03"}],
    ),
    (
        "A ferry service from Oranmore in Galway, Ireland, to Aberporth in Wales was inaugurated on 3 May 2024.",
        [{"from": "Oranmore", "to": "Aberporth", "action": "launched"}],
    ),
    (
        "The Lusaka-Chirundu-Harare bus service resumed on 3 May 2024.",
        [{"from": "Lusaka", "to": "Harare", "action": "resumed"}],
    ),
    (
        "Rail services between Zambia and Zimbabwe were reactivated on 3 May 2024.",
        [{"from": "ZMB", "to": "ZWE", "action": "resumed", "date": "2024-05-03"}],
    ),
    (
        "Norwegian suspended flights to Chad until at least 3 May 2024.",
        [{"from": "NOR", "to": "TCD", "action": "suspended", "date": None}],
    ),
    # ---- near misses
    ("The airspace of Chad was closed to commercial flights over the tension with Niger.", []),
    ("Etihad advised its passengers on journeys to Chad.", []),
]

CROSSING: list[Row] = [
    (
        "The Suam border post between Kenya and Uganda was closed in June 2023.\nThe border was reopened on 3 May 2024.",
        [{"name": "Suam", "action": "closed"}, {"name": "Suam", "action": "reopened", "date": "2024-05-03"}],
    ),
    ("Kenya and Uganda met.\nPreviously, the border crossing remained open for 12 hours only.", []),
]

PROJECT: list[Row] = [
    (
        "Chad breaks ground on a gas pipeline to Niger.\n"
        'The president of Chad said the Harmattan Strength pipeline was "an important project".',
        [{"name": "Harmattan Strength pipeline", "action": "construction"}],
    ),
    (
        "The presidents of Chad and Niger opened a road bridge linking Chad and Niger on 3 May 2024.\n"
        "It is the first major US project in Chad.",
        [{"action": "inaugurated", "date": "2024-05-03"}],
    ),
    ("Talks between Chad and Niger over the operation of the Kado Dam collapsed.", [{"action": "mentioned"}]),
    ("The Kado Dam negotiations between Chad and Niger collapsed on 3 May 2024.", []),
]

INCIDENT: list[Row] = [
    ("The first train crossed into Niger from Chad on 3 May 2024, carrying 200 passengers.", []),
    (
        "Chadian soldiers crossed into Niger on 3 May 2024 and wounded two soldiers.",
        [{"states": ["TCD", "NER"], "date": "2024-05-03"}],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TRANSPORT)
def test_links(text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, "2024-05-10", "transport"), wanted)


@pytest.mark.parametrize(("text", "wanted"), CROSSING)
def test_crossings(text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, "2024-05-10", "crossing"), wanted)


@pytest.mark.parametrize(("text", "wanted"), PROJECT)
def test_works(text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, "2024-05-10", "project"), wanted)


@pytest.mark.parametrize(("text", "wanted"), INCIDENT)
def test_incidents(text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, "2024-05-10", "incident"), wanted)
