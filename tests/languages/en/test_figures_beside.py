"""Figures of lists, chronologies and tables: numbers set beside others, prices of one thing, victims under heads, parts of a
border, the numbers of the lines themselves; and near misses."""

from __future__ import annotations

import pytest
from tests.languages.en.reading import claims
from tests.languages.en.test_figures import told

TEXTS = [
    (  # a number for another time, in brackets or against the first, has its measure, unit and scale
        "Peru and Bolivia: trade\n"
        "Peruvian deliveries of electricity to Bolivia in March: 152 GWh (February: 88)\n"
        "Exchange between January and October 2022: US$512m, against US$297m in the same months of 2021.\n"
        "Trade of Peru with Bolivia was worth EUR 7.9 billion in 2024, against 8.0 the year before.",
        [
            "exports 152 GWh 2025-03 PER-BOL electricity",
            "exports 88 GWh 2025-02 PER-BOL electricity",
            "trade-turnover 297,000,000 USD 2021-01/2021-10 PER-BOL",
            "trade-turnover 512,000,000 USD 2022-01/2022-10 PER-BOL",
            "trade-turnover 7,900,000,000 EUR 2024 PER-BOL",
            "trade-turnover 8,000,000,000 EUR 2023 PER-BOL",
        ],
    ),
    (  # a day in brackets is no number
        "Peru and Bolivia: people\nPeruvians in Bolivia: 356 (Oct. 2023)",
        ["population 356 people 2023-10 PER-BOL"],
    ),
    (  # years side by side, the unit told once, before, behind or with the last
        "Peru and Bolivia: trade\n"
        "Turnover: 2020: 102.6; 2021: 112.4; 2022: 169.7 million USD.\n"
        "Trade: 1.3 (2018), 1.1 (2017), both in billions of dollars\n"
        "Trade volume 2015: 1,72 bn USD 2016: 2,21 bn USD",
        [
            "trade-turnover 1,100,000,000 USD 2017 PER-BOL",
            "trade-turnover 1,300,000,000 USD 2018 PER-BOL",
            "trade-turnover 1,720,000,000 USD 2015 PER-BOL",
            "trade-turnover 102,600,000 USD 2020 PER-BOL",
            "trade-turnover 112,400,000 USD 2021 PER-BOL",
            "trade-turnover 169,700,000 USD 2022 PER-BOL",
            "trade-turnover 2,210,000,000 USD 2016 PER-BOL",
        ],
    ),
    (  # a part of a border, told with the whole
        "Peru and Bolivia: the frontier\nDelimitation so far: 314 of 480 km.",
        ["border-delimited 314 km PER-BOL", "border-length 480 km PER-BOL"],
    ),
    (
        "Peru and Bolivia talk of borders\nOf the 535 km that divide the two, 86 percent carries markers.",
        ["border-delimited 86 percent PER-BOL", "border-length 535 km PER-BOL"],
    ),
    (  # no part of a border
        "Peru and Bolivia talk of roads\nOf the 535 km of road between La Paz and Puno, 86 percent has been paved.",
        ["line-length 535 km road between La Paz and Puno"],
    ),
    (  # flows below the trade of a year
        "Peru and Bolivia\n"
        "Indicator\tTold\n"
        "Trade of Peru with Bolivia 2023\tUS$ 1,107.5 m (-6.8%)\n"
        "Peruvian sales to Bolivia\tUS$ 758.2 m\n"
        "Consulates\tTacna and Puno",
        ["exports 758,200,000 USD 2023 PER-BOL", "trade-turnover 1,107,500,000 USD -6.8% 2023 PER-BOL"],
    ),
    (  # a price in a table is no flow; whose rows are buyers, who sells is the state over them
        "Gas of Bolivia\n"
        "Deliveries in 2023, by buyer\n"
        "Buyer\tbcm, 2023\tUS$ per 1,000 m³\n"
        "Brazil\t6.6\t302\n"
        "Argentina\t6.1\t371",
        [
            "exports 6,100,000,000 m3 2023 BOL-ARG",
            "exports 6,600,000,000 m3 2023 BOL-BRA",
            "other 302 USD 2023 BRA-BOL",
            "other 371 USD 2023 ARG-BOL",
        ],
    ),
    (  # victims are of the state in their head, on the day that is told right over the table
        "Peru and Ecuador: who counts what\n"
        "Shots were exchanged on the border on 11 April 2025.\n"
        "Source\tPeruvians killed\tEcuadorians killed\n"
        "Ministry of defence\t4\t-\n"
        "Hospitals\t4\t5",
        ["killed 4 people 2025-04-11 PER", "killed 5 people 2025-04-11 ECU"],
    ),
    (  # a label with a number over a table is no caption of it
        "Peru and Chile: the shared water\n"
        "Investment in the gas field so far: 4.8 billion dollars\n"
        "Coast guard record\t2022\t2023\n"
        "Boats seized by Chile\t31\t22\n"
        "Fishermen freed after talks\t160\t97",
        [
            "other 160 2022 PER-CHL Fishermen freed after talks",
            "other 22 2023 CHL-PER Boats seized by Chile",
            "other 31 2022 CHL-PER Boats seized by Chile",
            "other 97 2023 PER-CHL Fishermen freed after talks",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_figures_beside_others(text: str, expected: list[str]) -> None:
    got = told(text)
    assert [line for line in expected if line not in got] == []


def test_prices_are_no_flows() -> None:
    got = told(TEXTS[7][0])
    assert not any(line.startswith(("exports 302", "exports 371")) for line in got)


def test_a_count_in_a_chronology_is_of_its_day() -> None:
    text = (
        "Dates of the border of Peru and Ecuador\n"
        "7 March 2024: Peruvian soldiers enter Zarumal and fire; 3 Ecuadorians are killed.\n"
        "9 April 2024: Ecuador sends a note of protest to Lima.\n"
        "2 May 2024: the ministers of Peru and Ecuador meet in Quito."
    )
    assert [c["period"] for c in claims(text, "2024-06-01", "indicator") if c["measure"] == "killed"] == ["2024-03-07"]


def test_the_numbers_of_a_list_count_nothing() -> None:
    text = (
        "Minutes of Peru and Ecuador\n"
        "4.1 Peru thanked Ecuador for the helicopters.\n"
        "4.2 Ecuador thanked Peru for the tents.\n"
        "5 Pilgrims: 12 trains from Lima to Quito\n"
        "6 Fence on the border of Peru and Ecuador: remaining 30 km"
    )
    assert not {4.1, 4.2, 5, 6} & {c.get("value") for c in claims(text, "2024-06-01", "indicator")}
