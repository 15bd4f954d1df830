"""Tables of what is no trade: arrivals, aid, workers, lengths and costs of works; flows by direction or change; near misses."""

from __future__ import annotations

import pytest
from tests.languages.en.test_figures import told

TEXTS = [
    (  # what is counted stands in the caption, the donors in the rows
        "Development assistance to Tonga in 2023, by donor (A$ thousand)\nJapan\t12,700\nNew Zealand\t20,110",
        ["cost 12,700,000 AUD 2023 JPN-TON", "cost 20,110,000 AUD 2023 NZL-TON"],
    ),
    (  # in the heads; the change belongs to the count, and what is only aimed at is none
        "Guests of Malta, May 2024\n"
        "Nationality\tArrivals\tChange on May 2023, %\tGoal\n"
        "Italians\t41,200\t+6.1\t45,000\n"
        "Poles\t12,900\tn/a\t13,000",
        ["visitors 12,900 people 2024-05 POL-MLT", "visitors 41,200 people +6.1% 2024-05 ITA-MLT"],
    ),
    (  # in the labels, by years
        "Peru - Bolivia in numbers\n"
        "\t2022\t2023\n"
        "Trade turnover, mln USD\t1,120.4\t1,205.0\n"
        "Flights per week\tnil\t7\n"
        "Bolivian visitors to Peru, thousand\t134\t140",
        [
            "flights 7 2023 PER-BOL",
            "trade-turnover 1,120,400,000 USD 2022 PER-BOL",
            "trade-turnover 1,205,000,000 USD 2023 PER-BOL",
            "visitors 134,000 people 2022 BOL-PER",
            "visitors 140,000 people 2023 BOL-PER",
        ],
    ),
    (  # the people of one state in the other
        "Peru and Bolivia: how many went\nYear\tPeruvians to Bolivia\tBolivians to Peru\n2022\t101,300\t88,210",
        ["visitors 101,300 people 2022 PER-BOL", "visitors 88,210 people 2022 BOL-PER"],
    ),
    (  # works in the rows; the year in which one is ready is no figure
        "Works of Peru and Bolivia\n"
        "Project\tLength, km\tUS$ m\tReady in\n"
        "Ilave road\t68\t114\t2027\n"
        "Zongo dam, upper works (160 MW)\t-\t282\t2031",
        [
            "cost 114,000,000 USD Ilave road-PER-BOL",
            "cost 282,000,000 USD Zongo dam-PER-BOL",
            "line-length 68 km Ilave road-PER-BOL",
        ],
    ),
    (  # works over the columns
        "Links of Peru and Bolivia\n\tIlave gas link\tZongo power line\nLength\t123 km\t150 km\nCost, EUR m\t110\tin use",
        [
            "cost 110,000,000 EUR Ilave gas link-PER-BOL",
            "line-length 123 km Ilave gas link-PER-BOL",
            "line-length 150 km Zongo power line-PER-BOL",
        ],
    ),
    (  # what the brackets hold, the caption says
        "Gas from Bolivia\n"
        "Daily deliveries, million m³; price in US$ per million BTU in brackets\n"
        "To\t2022\t2023\n"
        "Brazil\t18.9 (7.1)\t16.4 (7.4)\n"
        "Peru\t0.9 (7.0)\t0.4 (6.9)",
        [
            "exports 16,400,000 m3 2023 BOL-BRA",
            "exports 18,900,000 m3 2022 BOL-BRA",
            "exports 400,000 m3 2023 BOL-PER",
            "exports 900,000 m3 2022 BOL-PER",
            "other 6.9 USD 2023 PER-BOL",
            "other 7 USD 2022 PER-BOL",
            "other 7.1 USD 2022 BRA-BOL",
            "other 7.4 USD 2023 BRA-BOL",
        ],
    ),
    (  # a flow by its direction
        "Trade of Peru and Bolivia, EUR million\nYear\tTo Peru\tFrom Peru\n2021\t3.1\t38.4",
        ["exports 3,100,000 EUR 2021 BOL-PER", "imports 38,400,000 EUR 2021 BOL-PER"],
    ),
    (  # by what each row's state buys
        "Neighbours of Bolivia\n"
        "State\tMember since\tBought from Bolivia in 2023, USD m\n"
        "Peru\t1969\t112.9\n"
        "Chile\t1969\t46.4",
        ["exports 112,900,000 USD 2023 BOL-PER", "exports 46,400,000 USD 2023 BOL-CHL"],
    ),
    (  # months of the year that runs, at a post
        "Peru / Bolivia: on the Ilave pass\n\tJuly\tAugust\nPeople on foot\t41,200\t39,950\nLorries\t3,120\t2,870",
        [
            "other 2870 2025-08 PER-BOL Lorries",
            "other 3120 2025-07 PER-BOL Lorries",
            "visitors 39,950 people 2025-08 PER-BOL",
            "visitors 41,200 people 2025-07 PER-BOL",
        ],
    ),
    (  # posts in the rows
        "Gates of Peru and Bolivia, 2023\nGate\tCars\tOn foot\nIlave\t120,400\t4,300,000\nZongo\t88,100\t140,500",
        [
            "other 120,400 2023 Ilave-PER-BOL Cars",
            "other 88,100 2023 Zongo-PER-BOL Cars",
            "visitors 140,500 people 2023 Zongo-PER-BOL",
            "visitors 4,300,000 people 2023 Ilave-PER-BOL",
        ],
    ),
    (  # losses by who tells them, of the day in the title
        "Losses in the clash of Peru and Bolivia, 13 June 2022\n"
        "Source\tKilled\tWounded\n"
        "Peruvian ministry\t5\t11\n"
        "Red Cross\t7\t..",
        [
            "injured 11 people 2022-06-13 PER-BOL",
            "killed 5 people 2022-06-13 PER-BOL",
            "killed 7 people 2022-06-13 PER-BOL",
        ],
    ),
    (  # points and prices without a partner are none of the two states
        "Peru and Bolivia, side by side\n\t2022\t2023\nBrent, $ a barrel\t100\t82\nInflation, %\t7.1\t2.0",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_tables_of_things(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_row_without_numbers_begins_no_table() -> None:
    text = "Routes of Peru and Bolivia\nRoute\tFlights a week\nLima – Sucre\t7\nLima – Tarija\tn/a\nCusco – La Paz\t3"
    assert [line.split()[:2] for line in told(text)] == [["flights", "3"], ["flights", "7"]]


def test_a_letter_apart_counts_millions_of_money_alone() -> None:
    assert told("Peru's exports to Bolivia in 2023 came to €73 m.") == ["exports 73,000,000 EUR 2023 PER-BOL"]
    assert not any("000,000" in line for line in told("Peru and Bolivia: the new bridge over the Suches is 73 m long."))
