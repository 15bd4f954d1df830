"""Figures as reports of today tell them: in rows, of workers abroad, against another year; and numbers that are none."""

import pytest
from tests.languages.en.test_flows import told

IN_A_ROW = [
    (
        "Kenya's exports to and imports from Uganda stood at $630 million and $410 million respectively in 2024.",
        ["exports 630,000,000 USD 2024 KEN-UGA", "imports 410,000,000 USD 2024 KEN-UGA"],
    ),
    (
        "In 2022 and 2023, trade between Peru and Chile reached $2.1 billion and $2.4 billion, respectively.",
        ["trade-turnover 2,100,000,000 USD 2022 PER-CHL", "trade-turnover 2,400,000,000 USD 2023 PER-CHL"],
    ),
    (
        "Trade between Peru and Chile was $1 billion, $2 billion and $3 billion in 2021, 2022 and 2023 respectively.",
        [
            "trade-turnover 1,000,000,000 USD 2021 PER-CHL",
            "trade-turnover 2,000,000,000 USD 2022 PER-CHL",
            "trade-turnover 3,000,000,000 USD 2023 PER-CHL",
        ],
    ),
    (
        "Bolivia's exports to Peru and Chile stood at $21 million and $34 million respectively in 2023.",
        ["exports 21,000,000 USD 2023 BOL-PER", "exports 34,000,000 USD 2023 BOL-CHL"],
    ),
    (
        "Kenya's exports to Uganda and Tanzania in 2024 were worth, respectively, $40 million and $20 million.",
        ["exports 20,000,000 USD 2024 KEN-TZA", "exports 40,000,000 USD 2024 KEN-UGA"],
    ),
    (
        "Estonian exports to Poland grew by 43% and imports by 38% in 2005.",
        ["exports +43% 2005 EST-POL", "imports +38% 2005 EST-POL"],
    ),
    (
        "Trade between Oman and Iran came to $34 million in 2024, of which $16 million was imports.",
        ["imports 16,000,000 USD 2024 OMN-IRN", "trade-turnover 34,000,000 USD 2024 OMN-IRN"],
    ),
]
TOGETHER = [
    (
        "Total imports and exports between Ghana and Turkey reached 480 million dollars in 2016.",
        ["trade-turnover 480,000,000 USD 2016 GHA-TUR"],
    ),
    (
        "Exports and imports between Peru and Bolivia rose by 12% and 7% respectively in 2024.",
        ["exports +12% 2024 PER-BOL", "imports +7% 2024 PER-BOL"],
    ),
]
SENT_HOME = [
    (
        "Filipinos in Kuwait sent home $317 million in the first seven months of 2024, down from $324 million a year earlier.",
        ["other 317,000,000 USD 2024-01/2024-07 PHL-KWT", "other 324,000,000 USD 2023-01/2023-07 PHL-KWT"],
    ),
    (
        "Money transfers from Russia to Kyrgyzstan amounted to $2.5 billion in 2022.",
        ["other 2,500,000,000 USD 2022 RUS-KGZ"],
    ),
    (
        "Nepal and Qatar\nRemittances from Nepalis in Qatar fell 3 percent in 2024. Remittances from Malaysia reached $90 million.",
        ["other -3% 2024 NPL-QAT", "other 90,000,000 USD 2024 MYS-NPL"],
    ),
]
OF_ONE_YEAR = [
    (
        "Trade between Peru and Chile hit $3 billion in 2022 thanks to imports from Chile, and it fell to $2 billion in 2023.",
        ["trade-turnover 2,000,000,000 USD 2023 PER-CHL", "trade-turnover 3,000,000,000 USD 2022 PER-CHL"],
    ),
    (
        "Omani exports to Iran rose from $1.1bn in the first half of 2023 to $1.2bn during the same period in 2024.",
        ["exports 1,100,000,000 USD 2023-01/2023-06 OMN-IRN", "exports 1,200,000,000 USD 2024-01/2024-06 OMN-IRN"],
    ),
    (
        "Fiji and Tonga\nTrade between Fiji and Tonga in the first five months this year reached 21 million dollars.",
        ["trade-turnover 21,000,000 USD 2025-01/2025-05 FJI-TON"],
    ),
    (
        "Some 6,700 tourists from Peru visited Chile in the first month of this year.",
        ["visitors approx 6700 people 2025-01 PER-CHL"],
    ),
    (
        "DHAKA, 3 May 2025 - Trade ties.\nThe trade gap of Bangladesh with India came to $4.7 billion in FY16.",
        ["trade-balance 4,700,000,000 USD 2015-07/2016-06 BGD-IND"],
    ),
    (
        "Peru and Chile held talks. Peru's total imports from the neighbouring nation reached $646 million in 2024.",
        ["imports 646,000,000 USD 2024 PER-CHL"],
    ),
    (
        "Chile's imports from Peru in 2024 were led by crude oils ($87 million) and avocados ($35 million).",
        ["imports 35,000,000 USD 2024 CHL-PER avocados", "imports 87,000,000 USD 2024 CHL-PER crude oils"],
    ),
    (
        "During 2022, some 220,000 citizens of Uzbekistan came to Turkey.",
        ["visitors approx 220,000 people 2022 UZB-TUR"],
    ),
    (
        "Since 1971, Japan has provided more than $7 billion to Laos in aid.",
        ["cost gt 7,000,000,000 USD 1971/.. JPN-LAO"],
    ),
    (
        "In total, 36,939 refugees have arrived in Ethiopia from South Sudan since January 1.",
        ["displaced 36,939 people 2025-01-01/.. ETH-SSD"],
    ),
    (
        "Omani exports to Iran have increased sevenfold within a decade, from 36 million euros in 2014 to 260 million in 2024.",
        [
            "exports +600% 2024 OMN-IRN",
            "exports 260,000,000 EUR 2024 OMN-IRN",
            "exports 36,000,000 EUR 2014 OMN-IRN",
        ],
    ),
    (
        "Last year, Turkey purchased products worth $1 billion 495 million 449 thousand 41 from Greece.",
        ["imports 1,495,449,041 USD 2024 TUR-GRC"],
    ),
]
OF_PEOPLE_AND_AID = [
    (
        "Oman and Iran\nTrade between Oman and Iran exceeded $1.4 billion in 2024, which is 24.5 percent or $276 million more than in 2023.",
        ["trade-turnover gt 1,400,000,000 USD +24.5% 2024 OMN-IRN"],
    ),
    (
        "India sends relief to Nepal\nIndia sent 1.6 tons of medicines to Nepal in May 2024.",
        ["other 1.6 t 2024-05 IND-NPL medicines"],
    ),
    (
        "Border talks\nOf the border between Peru and Chile, some 302 kilometres were left to be described.",
        ["border-disputed approx 302 km PER-CHL"],
    ),
    (
        "Refugees in Uganda\nMore than 5,000 refugees have fled from South Sudan to Uganda since the violence erupted on 7 July 2025.",
        ["displaced gt 5000 people 2025-07-07/2025-09-20 UGA-SSD"],
    ),
    (
        "Ties between Pakistan and Oman\nThe ministers met. More than 270,000 Pakistanis work in Oman and sent $740 million home in 2024.",
        ["other 740,000,000 USD 2024 PAK-OMN", "population gt 270,000 people 2024 PAK-OMN"],
    ),
]
NO_FIGURES_OF_THEIR_OWN = [
    ("Ghana and Peru speak of raising trade between the two countries to a total of about US$1 billion by 2015.", []),
    ("Nepal signed a long-term agreement with India in January to export 10,000 MW over 10 years.", []),
    ("The goal is to elevate the current trade between Peru and Chile of 5 billion euros to 10 billion euros.", []),
    (
        "Peru's imports from Chile were $1.2 billion in 2024, about $170 million more than in 2023.",
        ["imports 1,200,000,000 USD 2024 PER-CHL"],
    ),
    ("Exports of Chile to Peru grew by EUR 129 million this year.", []),
    (
        "Trade between Oman and Iran was $40 million in 2023 and the number of joint companies rose by 30 percent.",
        ["trade-turnover 40,000,000 USD 2023 OMN-IRN"],
    ),
    (
        "Peru exported 4 million tonnes of ore to Europe in 2023, while exports to Chile were 1 million tonnes.",
        ["exports 1,000,000 t 2023 PER-CHL"],
    ),
    ("Trade between Peru and Chile is to rise to $5bn in 2026 and up to $10bn in the next five years.", []),
    ("Peru and Chile signed investment and trade contracts.", []),
    (
        "In March 2018, 56,052 Uzbek citizens visited Turkey, which is 22,712 people more compared to March 2017.",
        ["visitors 56,052 people 2018-03 UZB-TUR"],
    ),
    (
        "The pipeline between Peru and Chile cost $33 billion, less than the initially forecast $45 billion.",
        ["cost 33,000,000,000 USD pipeline between Peru and Chile"],
    ),
]


# Published on 20 September 2025.
UNDATED = [
    (
        "Trade between Oman and Iran in eight months came to $34 million.",
        ["trade-turnover 34,000,000 USD 2025-01/2025-08 OMN-IRN"],
    ),
    (
        "Trade between Oman and Iran for ten months came to $34 million.",
        ["trade-turnover 34,000,000 USD OMN-IRN"],
    ),
    (
        "Trade between Oman and Iran came to $34 million and will double in eight months.",
        ["trade-turnover 34,000,000 USD OMN-IRN"],
    ),
    (
        "Oman imported ore worth $12 million from Iran in 2024. The trade deficit with Iran widened to $8 million.",
        ["imports 12,000,000 USD 2024 OMN-IRN ore", "trade-balance 8,000,000 USD 2024 OMN-IRN"],
    ),
    (
        "Oman and Iran reviewed their cooperation in 2023. Trade between Oman and Iran rose to $8 million.",
        ["trade-turnover 8,000,000 USD 2023 OMN-IRN"],
    ),
    (
        "Oman and Iran reviewed their cooperation in 2023 and 2024. Trade between Oman and Iran rose to $8 million.",
        ["trade-turnover 8,000,000 USD OMN-IRN"],
    ),
    (
        "Trade between Oman and Iran grew by 14 percent in 2023 and reached $8 million, before the line which opened in March.",
        ["trade-turnover 8,000,000 USD +14% 2023 OMN-IRN"],
    ),
    (
        "Omani exports to Iran rose 8.1% on the year in February to $6 million.",
        ["exports 6,000,000 USD +8.1% 2025-02 OMN-IRN"],
    ),
    (
        "Omani exports to Iran rose 8.1% on 2023 to $6 million.",
        ["exports 6,000,000 USD +8.1% OMN-IRN"],
    ),
]
OF_A_BORDER = [
    (
        "Peru and Chile share a border of more than 640 km, a part of which has never been demarcated.",
        ["border-length gt 640 km PER-CHL"],
    ),
    (
        "On the border of Peru and Chile 66 km in all, or 35 percent of the length, have not been demarcated.",
        ["border-disputed 35 percent PER-CHL", "border-disputed 66 km PER-CHL"],
    ),
    ("Of the border of Peru and Chile 66 km have been demarcated.", ["border-delimited 66 km PER-CHL"]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *IN_A_ROW,
        *TOGETHER,
        *SENT_HOME,
        *OF_ONE_YEAR,
        *OF_PEOPLE_AND_AID,
        *NO_FIGURES_OF_THEIR_OWN,
        *UNDATED,
        *OF_A_BORDER,
    ],
    ids=lambda x: str(x)[:50],
)
def test_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected
