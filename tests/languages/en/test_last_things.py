"""Crossings, links and works as wires, notices and tabloids tell them: bare names, whole borders, ends alone, studies of works."""

from __future__ import annotations

import pytest

from .reading import claims

P = "planned"
Row = tuple[str, str, list[tuple[str, str]]]  # kind, text, (name or ends, action) of each claim

ROWS: list[Row] = [
    # crossings by their bare name, before their article, as what passes there
    (
        "crossing",
        "Zambian and Zimbabwean customs met at the border. Chirundu was shut to cargo from 2 to 4 March.\nIt reopened on Thursday.",
        [("Chirundu", "closed"), ("Chirundu", "reopened")],
    ),
    ("crossing", "Zambian and Zimbabwean customs met at the border. Chirundu was shut from 2 to 4 March.", []),
    ("crossing", "The Kalu crossing between Togo and Benin is busy. Togo and Benin said that Kalu was shut on 2 March.", [("Kalu", "closed")]),
    ("crossing", "Queues of lorries at Vellin reach the border of Togo and Benin. Vellin was shut on 2 March.", [("Vellin", "closed")]),
    ("crossing", "Lorries drove through Lomé to the border of Togo and Benin. Lomé was shut on 2 March.", []),
    ("crossing", "Lorries queued at Vellin Airport near the border of Togo and Benin. Vellin Airport was shut on 2 March.", []),
    ("crossing", "Togo and Burkina Faso: at Ouargaye the crossing has been closed to all but the sick since May.", [("Ouargaye", "closed")]),
    ("crossing", "Zambia and Angola shall establish at Jimbe a joint border post.", [("Jimbe", P)]),
    ("crossing", "Pakistani and Afghan hauliers said freight traffic at Torkham resumed at the border on Sunday.", [("Torkham", "reopened")]),
    ("crossing", "Uganda, whose own crossing with Rwanda at Cyanika remains shut, protested.", [("Cyanika", "closed")]),
    (
        "crossing",
        "The Nadapal car checkpoint between Kenya and South Sudan, as reported, was closed on 1 March and will accept cars again from 9 April.",
        [("Nadapal", "closed"), ("Nadapal", "reopened")],
    ),
    ("crossing", "The Suam border post between Kenya and Uganda let people through for the first time in four months.", [("Suam", "reopened")]),
    ("crossing", "The Suam border post between Kenya and Uganda works from eight to two.", []),
    ("crossing", "Officials at the Suam border post between Kenya and Uganda handle 200 trucks a day.", []),
    ("crossing", "Kenya and Uganda agree: nine crossings are in operation at present on the border.", []),
    ("crossing", "The Suam border post between Kenya and Uganda used to close from June until August.", []),
    (
        "crossing",
        "Traffic over the bridge between Lufira and Mokala was stopped on Monday, Zambian and Congolese officials at the border said.",
        [("Lufira–Mokala", "closed")],
    ),
    # whole borders
    ("crossing", "Niger and Benin quarrel. Niger closed its border with Benin in July 2023.", [("Niger-Benin border", "closed")]),
    ("crossing", "Niger and Benin quarrel. The frontier reopened on 3 May 2024.", [("Niger-Benin frontier", "reopened")]),
    ("crossing", "Niger and Benin closed ranks over the border dispute.", []),
    ("crossing", "Niger closed a border market near Benin on 3 May 2024.", []),
    # links by their ends, numbers and modes
    ("transport", "Train 25/26 Kazan–Almaty will not run on 2 and 3 March, Russian and Kazakh railways said.", [("Kazan Almaty", "suspended")]),
    ("transport", "Fast train No. 9 Baku – Tbilisi runs again from 2 April.", [("Baku Tbilisi", P)]),
    ("transport", "Carrier Nordia plans to start Tromsø–Oulu on 2 April, with three flights a week.", [("Tromsø Oulu", P)]),
    ("transport", "A container line linking Sohar in Oman and Karachi in Pakistan will be launched on 1 April.", [("Sohar Karachi", P)]),
    ("transport", "The Lima to Quito coach, axed years ago, is missed in Peru and Ecuador.", [("Lima Quito", "suspended")]),
    ("transport", "A second flight, between Lomé and Praia, is to follow in 2027.", [("Lomé Praia", P)]),
    (
        "transport",
        "The ferry between Doha port in Qatar and Manama harbour in Bahrain has been sailing since November 2025.",
        [("Doha Manama", "launched")],
    ),
    ("transport", "Flights between Lima and Quito operated as usual on 3 March 2026.", []),
    ("transport", "Peru and Ecuador opened the Paita-Guayaquil ferry checkpoint on 3 March 2026.", []),
    ("transport", "The Lima to Quito coach will no longer stop at the border of Peru and Ecuador.", []),
    # works
    ("project", "Kenyan engineers will complete a feasibility study of the Voi - Arusha railway within six months, Tanzania says.", [("Voi - Arusha railway", "mentioned")]),
    ("project", "Kenya and Tanzania discussed the Voi - Arusha railway.", [("Voi - Arusha railway", "mentioned")]),
    ("project", "Kenyan traders held a sit-in on the Namanga Highway against Tanzania for three days.", []),
    ("project", "Kenya and Tanzania noted the importance of completing the Voi-Arusha power line by 2027.", [("Voi-Arusha power line", "mentioned")]),
    ("project", "The Voi-Arusha railway between Kenya and Tanzania was to have been ready last year.", [("Voi-Arusha railway", "mentioned")]),
    ("project", "Kenya and Tanzania are building a bridge over the Umba river.", [("bridge over the Umba river", "construction")]),
    ("project", "Kenya and Tanzania said the Voi-Arusha railway has been completed to 80 percent.", [("Voi-Arusha railway", "construction")]),
    ("project", "Kenya and Tanzania share two bridges: Lunga–Horo, opened in 1987, and Umba–Moa, in service since 1999.", [("Lunga–Horo bridge", "inaugurated"), ("Umba–Moa bridge", "inaugurated")]),
    ("project", "The Umba railway between Kenya and Tanzania crosses a bridge that was built in 1950.", [("Umba railway", "mentioned")]),
    ("project", "Nobody has cancelled the Voi-Arusha railway between Kenya and Tanzania.", [("Voi-Arusha railway", "mentioned")]),
    ("project", "A feasibility study for a bridge over the Umba river between Kenya and Tanzania is to be finished in May.", [("bridge over the Umba river", "mentioned")]),
    ("project", "Kenyan goods come from the Naivasha Free Zone to Tanzania.", []),
    ("project", "Refugees from Kenya crossed the bridge over the Umba river into Tanzania.", []),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "wanted"), ROWS, ids=[r[1][:60] for r in ROWS])
def test_things(kind: str, text: str, wanted: list[tuple[str, str]]) -> None:
    told = claims(text, "2026-03-18", kind)
    found = [(str(v.get("name") or f"{v.get('from')} {v.get('to')}"), str(v["action"])) for v in told]
    assert sorted(found) == sorted(wanted)
