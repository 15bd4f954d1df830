"""Tables of things: links, crossings, works, tasks, incidents, exercises and sanctions told row by row; and near misses."""

from __future__ import annotations

from typing import Any

import pytest
from tests.languages.en.reading import check, claims

LINES = "Bus lines between Peru and Ecuador\n"
POSTS = "Border posts of Kenya and Uganda\n"
WORKS = "Projects of Peru and Ecuador\n"
TASKS = "Kenya and Uganda met in Nairobi.\n"

TOLD: list[tuple[str, str, str, list[dict[str, Any]]]] = [
    (  # an act in one cell, its day in another; what is told for later is planned
        LINES
        + "Route\tChange\tFrom\tWeekly\n"
        + "Orlo – Tambra\tresumes\t4 May 2023\t2\n"
        + "Orlo – Puerto Kalan\tnew\t1 June 2023\t3\n"
        + "Sucra – Tambra\tsuspended\tsince Jan 2023\t-",
        "2023-05-10",
        "transport",
        [
            {"mode": "bus", "from": "Orlo", "to": "Tambra", "action": "resumed", "date": "2023-05-04"},
            {"from": "Orlo", "to": "Puerto Kalan", "action": "planned", "date": "2023-06-01", "status": "planned"},
            {"from": "Sucra", "to": "Tambra", "action": "suspended", "date": "2023-01"},
        ],
    ),
    (  # that all goes on, and a line within one state, are no news; several acts in a cell have their own days
        "Trains of Peru and Ecuador\n"
        "Train\tRoute\tStatus\n"
        "Umber\tOrlo – Tambra\tall year\n"
        "Kalan\tOrlo – Sucra (domestic)\tnew, 3 May 2023\n"
        "Vesta\tLima – Sucra\thalted 3 May 2021, running again from 7 June 2022",
        "2023-05-10",
        "transport",
        [
            {"mode": "rail", "from": "Lima", "to": "Sucra", "action": "suspended", "date": "2021-05-03"},
            {"mode": "rail", "from": "Lima", "to": "Sucra", "action": "resumed", "date": "2022-06-07"},
        ],
    ),
    (  # the head says what is done, the day when; the town of all links stands over the table
        "Flights from Lima to Ecuador and Chile\n"
        "Destination\tFirst flight\tLast flight\n"
        "Tambra\t3 May 2022\t\n"
        "Sucra\t\t9 May 2022",
        "2023-05-10",
        "transport",
        [
            {"mode": "air", "from": "Lima", "to": "Tambra", "action": "launched", "date": "2022-05-03"},
            {"mode": "air", "from": "Lima", "to": "Sucra", "action": "suspended", "date": "2022-05-09"},
        ],
    ),
    (  # where a link goes stands before where it begins; its mode behind its ends
        "Lines of Peru and Ecuador\n"
        "Destination\tMode\tSince\n"
        "Tambra (Ecuador) from Lima\tcoach\t3 May 2022\n"
        "Sucra (Ecuador) from Lima\tcoach\tsuspended 9 May 2022",
        "2023-05-10",
        "transport",
        [
            {"mode": "bus", "from": "Lima", "to": "Tambra", "action": "launched", "date": "2022-05-03"},
            {"mode": "bus", "from": "Lima", "to": "Sucra", "action": "suspended", "date": "2022-05-09"},
        ],
    ),
    (  # numbers of passengers are no acts
        LINES + "Route\tPassengers 2021\tPassengers 2022\nOrlo – Tambra\t1,200\t1,400\nOrlo – Sucra\t90\t110",
        "2023-05-10",
        "transport",
        [],
    ),
    (
        POSTS + "Post\tStatus\tSince\nOrlo\tclosed\t3 May 2022\nTambra and Sucra\treopened\t4 May 2022\nKalan\topen\t-",
        "2023-05-10",
        "crossing",
        [
            {"name": "Orlo", "action": "closed", "states": ["KEN", "UGA"], "date": "2022-05-03"},
            {"name": "Tambra", "action": "reopened", "date": "2022-05-04"},
            {"name": "Sucra", "action": "reopened", "date": "2022-05-04"},
        ],
    ),
    (  # a year over the acts; goods pass again though people do not
        POSTS + "Gate\t2020\t2022\n" + "Orlo\tclosed\treopened\n",
        "2023-05-10",
        "crossing",
        [
            {"name": "Orlo", "action": "closed", "date": "2020"},
            {"name": "Orlo", "action": "reopened", "date": "2022"},
        ],
    ),
    (  # opening hours are no opening
        POSTS + "Post\tOpens\tCloses\nOrlo\t6:00\t22:00\nTambra\t7:00\t19:00",
        "2023-05-10",
        "crossing",
        [],
    ),
    (
        WORKS
        + "Project\tWith\tType\tCost (US$ m)\tStage\tDue\n"
        + "Orlo dam\tChile\thydropower\t120\tunder construction\t2027\n"
        + "Tambra–Sucra line\tEcuador\t500 kV line\t95\tcompleted\tJul 2022\n"
        + "Kalan port\tEcuador\tport\t14\ton hold\t—",
        "2023-05-10",
        "project",
        [
            {"name": "Orlo dam", "action": "construction", "type": "hydropower", "states": ["PER", "CHL"]},
            {"name": "Tambra–Sucra line", "action": "completed", "type": "power-line", "date": "2022-07"},
            {"name": "Kalan port", "action": "suspended", "type": "port", "states": ["PER", "ECU"]},
        ],
    ),
    (  # a table on its side
        WORKS
        + "\tGas link Orlo–Tambra\tKalan bridge\n"
        + "States\tPeru, Chile\tPeru, Ecuador\n"
        + "Length\t123 km\t1 km\n"
        + "Cost, EUR m\t110\t46\n"
        + "Start of works\t2024\tshelved in 2021",
        "2023-05-10",
        "project",
        [
            {"name": "Gas link Orlo–Tambra", "action": "planned", "type": "pipeline", "status": "planned"},
            {"name": "Kalan bridge", "action": "suspended", "type": "bridge", "date": "2021"},
        ],
    ),
    (
        WORKS
        + "Project\tWith\tType\tCost (US$ m)\tStage\n"
        + "Orlo dam\tEcuador\t600 MW\t120\tunder construction\n"
        + "Kalan port\tEcuador\tport\t14\ton hold",
        "2023-05-10",
        "indicator",
        [
            {"measure": "cost", "value": 120000000, "unit": "USD", "about": ["Orlo dam"]},
            {"measure": "capacity", "value": 600, "unit": "MW", "about": ["Orlo dam"]},
            {"measure": "cost", "value": 14000000, "unit": "USD", "about": ["Kalan port"]},
        ],
    ),
    (
        TASKS
        + "Action\tResponsible\tDeadline\n"
        + "build a hall for lorries\tKenya\t2024\n"
        + "draw up lists of herds\tboth\tby June 2024",
        "2023-05-10",
        "commitment",
        [
            {"by": ["KEN"], "what": "build a hall for lorries", "due": "2024"},
            {"by": ["KEN", "UGA"], "what": "draw up lists of herds", "due": "2024-06"},
        ],
    ),
    (  # an undertaking is a task, no work that is built
        TASKS
        + "#\tWho\tUndertaking\tBy when\n"
        + "1\tKenya\tPay for the bridges at Orlo\tDec 2024\n"
        + "2\tBoth\tConvene the chiefs of police\t2025",
        "2023-05-10",
        "commitment",
        [
            {"by": ["KEN"], "what": "Pay for the bridges at Orlo", "due": "2024-12"},
            {"by": ["KEN", "UGA"], "what": "Convene the chiefs of police", "due": "2025"},
        ],
    ),
    (  # what was done is no promise
        TASKS + "Measure\tTaken by\tDate\ngate shut at night\tKenya\t3 May 2022\nherds counted\tUganda\t4 May 2022",
        "2023-05-10",
        "commitment",
        [],
    ),
    (
        "Armenia and Azerbaijan: border log of 2022\n"
        "Day\tPlace\tWhat happened\tDead\tHurt\n"
        "11 Jan\tOrlo\tFarm hands attacked by soldiers\t6\t2\n"
        "19 Apr\tKalan\tThree herders seized\t–\t–\n"
        "20 Apr\tKalan\tVisit of the observers\t–\t–",
        "2023-05-10",
        "incident",
        [
            {
                "states": ["ARM", "AZE"],
                "date": "2022-01-11",
                "type": "attack",
                "place": "Orlo",
                "killed": 6,
                "injured": 2,
            },
            {"states": ["ARM", "AZE"], "date": "2022-04-19", "type": "detention", "place": "Kalan"},
        ],
    ),
    (  # an exercise by the head of its column, with those who take part
        "Calendar of the standby force of Kenya and Uganda\n"
        "Exercise\tDates\tPlace\tTaking part\n"
        "Blue Orlo\t3-9 June 2023\tNairobi\tKEN, TZA\n"
        "Kalan\t12 April 2023\tEntebbe\tUganda, Tanzania",
        "2023-05-10",
        "event",
        [
            {"name": "Blue Orlo", "states": ["KEN", "TZA"], "date": "2023-06-03/2023-06-09", "status": "planned"},
            {"name": "Kalan", "states": ["UGA", "TZA"], "date": "2023-04-12", "type": "exercise"},
        ],
    ),
    (
        "Measures in force\n"
        "By\tTarget\tMeasure\tIn effect\n"
        "Canada\tHaiti\tasset freeze on two senators\t5 May 2022\n"
        "Japan\tJapan\tnew duty for brokers\t31 May 2022\n"
        "Iran\tGermany\tentry ban for four lawmakers\t11 May 2022",
        "2023-05-10",
        "event",
        [
            {
                "name": "asset freeze on two senators",
                "states": ["CAN", "HTI"],
                "type": "sanction",
                "date": "2022-05-05",
            },
            {"name": "entry ban for four lawmakers", "states": ["IRN", "DEU"], "type": "sanction"},
        ],
    ),
]


@pytest.mark.parametrize(("text", "published", "kind", "wanted"), TOLD)
def test_rows_tell_what_their_columns_mean(text: str, published: str, kind: str, wanted: list[dict[str, Any]]) -> None:
    check(claims(text, published, kind), wanted)


def test_a_name_ends_with_its_cell() -> None:
    text = (
        POSTS
        + "Day\tPost\tWhat\n3 May 2022\tOrlo–Tambra\tClosed by Nairobi\n4 May 2022\tSucra–Kalan\tClosed by Nairobi"
    )
    names = {c["name"] for c in claims(text, "2023-05-10", "crossing")}
    assert names == {"Orlo–Tambra", "Sucra–Kalan"}
