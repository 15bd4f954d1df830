"""Figures told in no fixed frame: counts, shares, sums and casualties, and numbers that tell nothing."""

from __future__ import annotations

import pytest
from tests.languages.en.test_figures import told

# A sentence of a text on two states, with the figures in it.
TOLD = [
    (
        "Ghana",
        "Togo",
        "Some 3,200 Togolese refugees were registered in Ghana's Volta Region in March 2025.",
        ["displaced approx 3200 people 2025-03 TGO-GHA"],
    ),
    (
        "Ghana",
        "Togo",
        "Police in Lomé said eleven Ghanaian fishermen were arrested in Togolese waters on 3 September 2025.",
        ["other 11 people 2025-09-03 TGO-GHA"],
    ),
    (
        "Peru",
        "Chile",
        "Of the 171 km of common border, 160 km have been demarcated with 80 markers.",
        ["border-delimited 160 km PER-CHL", "border-length 171 km PER-CHL", "other 80 PER-CHL markers"],
    ),
    (
        "Kenya",
        "Ethiopia",
        "The Moyale post processes up to 600 trucks a day, but a queue of 400 lorries stretched for 12 km on Friday.",
        [
            "capacity lt 600 Moyale",
            "other 12 km 2025-09-19 Moyale-KEN-ETH",
            "other 400 2025-09-19 Moyale-KEN-ETH lorries",
        ],
    ),
    (
        "Serbia",
        "Croatia",
        "About 22,000 people cross the Bajakovo checkpoint every day.",
        ["visitors approx 22,000 people Bajakovo-SRB-HRV"],
    ),
    ("Serbia", "Croatia", "The agreement is valid for five years.", ["duration 5 years SRB-HRV"]),
    (
        "India",
        "Nepal",
        "An estimated 3 million Nepalese work in India, while 600,000 Indians live in Nepal.",
        ["population 600,000 people NPL-IND", "population approx 3,000,000 people NPL-IND"],
    ),
    ("India", "Nepal", "Kathmandu has paid back 40 percent of the loan.", ["other 40 percent NPL-IND loan"]),
    (
        "Laos",
        "Vietnam",
        "Vietnam has granted Laos 95 million dollars for the construction of the parliament building in Vientiane.",
        ["cost 95,000,000 USD construction of the parliament building in Vientiane-LAO-VNM"],
    ),
    ("Laos", "Vietnam", "Works on the Lak Sao bridge are 72 percent complete.", ["other 72 percent Lak Sao bridge"]),
    (
        "Laos",
        "Vietnam",
        "Vietnam now trains 14,000 Lao students, up from 9,500 in 2015.",
        ["other 14,000 people VNM-LAO", "other 9500 people 2015 VNM-LAO"],
    ),
    ("Iran", "Iraq", "Waiting times at the Mehran crossing have fallen to 40 minutes.", ["duration 40 min Mehran"]),
    (
        "Iran",
        "Iraq",
        "Iraq owes Iran 11 billion dollars for gas, the minister said.",
        ["other 11,000,000,000 USD IRN-IRQ"],
    ),
    (
        "Iran",
        "Iraq",
        "In 2024, 3.6 million pilgrims passed through Mehran.",
        ["visitors 3,600,000 people 2024 IRN-IRQ"],
    ),
    (
        "Iran",
        "Iraq",
        "The airlines operate 35 flights a week between Tehran and Baghdad.",
        ["flights 35 Tehran-Baghdad-IRN-IRQ"],
    ),
    (
        "Poland",
        "Belarus",
        "Since January the guards have recorded 12,400 attempts to cross the border illegally, 8 percent fewer than a year earlier.",
        ["incidents 12,400 -8% 2025-01/.. POL-BLR"],
    ),
    (
        "Mali",
        "Niger",
        "Fighting near Labbezanga drove some 4,000 people from their homes in May 2025.",
        ["displaced approx 4000 people 2025-05 Labbezanga-MLI-NER"],
    ),
    (
        "Mali",
        "Niger",
        "The attack killed 12 soldiers, according to Bamako; Niamey put the toll at 17.",
        ["killed 12 people 2025-09-15 NER-MLI", "killed 17 people 2025-09-15 NER-MLI"],
    ),
    (
        "Chile",
        "Bolivia",
        "Bolivia pays 38 dollars a tonne for storage at Arica, where 84 percent of its cargo is handled.",
        ["other 38 USD Arica-BOL-CHL", "other 84 percent Arica-BOL-CHL cargo"],
    ),
    ("Chile", "Bolivia", "It was the fifth such protest this year.", ["other 5 2025-01-01/2025-09-20 CHL-BOL protest"]),
    (
        "Chile",
        "Bolivia",
        "More than 700 Bolivian trucks have been stranded at Tambo Quemado since Tuesday.",
        ["other gt 700 2025-09-16/2025-09-20 Tambo Quemado-BOL-CHL Bolivian trucks"],
    ),
    ("Georgia", "Russia", "The Lars road was closed for nine days.", ["duration 9 days GEO-RUS"]),
    (
        "Georgia",
        "Russia",
        "Last year 1.42 million Russians visited Georgia, 5 percent more than in 2023.",
        ["visitors 1,420,000 people +5% 2024 RUS-GEO"],
    ),
    (
        "Sudan",
        "Chad",
        "More than 844,000 Sudanese have fled to Chad since April 2023, the UN refugee agency said; Chad's government gives the number as 1.1 million.",
        [
            "displaced 1,100,000 people 2023-04-01/2025-09-20 SDN",
            "displaced gt 844,000 people 2023-04-01/2025-09-20 SDN",
        ],
    ),
    (
        "Estonia",
        "Russia",
        "Estonian police refused entry to 1,107 Russian citizens in the first half of 2025.",
        ["other 1107 people 2025-01/2025-06 EST-RUS"],
    ),
    (
        "Estonia",
        "Russia",
        "Tallinn expelled nine diplomats and froze 38 million euros in assets.",
        ["other 38,000,000 EUR EST-RUS"],
    ),
    (
        "Guyana",
        "Suriname",
        "The bridge over the Corentyne, 3.1 km long, will cost 236 million dollars.",
        ["cost 236,000,000 USD bridge over the Corentyne", "line-length 3.1 km bridge over the Corentyne"],
    ),
    ("Guyana", "Suriname", "A stretch of 43 km remains undemarcated.", ["border-disputed 43 km GUY-SUR"]),
    (
        "Guyana",
        "Suriname",
        "Suriname's coast guard seized 14 Guyanese boats last year, against 9 in 2023.",
        ["other 14 2024 SUR-GUY Guyanese boats", "other 9 2023 SUR-GUY Guyanese boats"],
    ),
    (
        "Turkey",
        "Greece",
        "Ankara says 1,240 migrants were pushed back across the Evros in August; Athens denies it.",
        ["other 1240 people 2025-08 TUR-GRC"],
    ),
    ("Turkey", "Greece", "The ferry carries 900 passengers a day.", ["visitors 900 people TUR-GRC"]),
    (
        "Turkey",
        "Greece",
        "The exercise, in which 2,000 troops took part, ended on 12 September 2025.",
        ["other 2000 people 2025-09-12 TUR-GRC"],
    ),
    ("Uganda", "Rwanda", "There are four border crossings between Uganda and Rwanda.", ["checkpoints 4 UGA-RWA"]),
    (
        "Uganda",
        "Rwanda",
        "The project, funded with a 40-million-euro loan from the African Development Bank, covers 120 villages.",
        ["cost 40,000,000 EUR UGA-RWA"],
    ),
    (
        "Brazil",
        "Paraguay",
        "Itaipu generated 67.1 TWh in 2024, of which Paraguay used 31 percent.",
        ["generation 67.1 TWh 2024 Itaipu", "other 31 percent 2024 Itaipu-PRY-BRA"],
    ),
    (
        "Brazil",
        "Paraguay",
        "Some 240,000 Brazilians live in Paraguay; the consulate puts the number at 263,000.",
        ["population 263,000 people BRA-PRY", "population approx 240,000 people BRA-PRY"],
    ),
    (
        "Brazil",
        "Paraguay",
        "Police seized 12 tonnes of cigarettes and arrested seven Paraguayans on 2 August 2025.",
        ["other 12 t 2025-08-02 PRY-BRA cigarettes", "other 7 people 2025-08-02 PRY-BRA"],
    ),
    (
        "Armenia",
        "Iran",
        "The 3,500-metre tunnel at Kajaran is 18 percent complete, the road agency said.",
        ["line-length 3500 m tunnel at Kajaran", "other 18 percent tunnel at Kajaran"],
    ),
    ("Armenia", "Iran", "Fees for Iranian lorries were raised to 90,000 drams.", ["other 90,000 AMD IRN-ARM"]),
    (
        "Armenia",
        "Iran",
        "On average 280 lorries a day crossed at Agarak in the first half of 2025, against 250 a year earlier.",
        ["other 250 2024-01/2024-06 Agarak-ARM-IRN lorries", "other 280 2025-01/2025-06 Agarak-ARM-IRN lorries"],
    ),
    (
        "Thailand",
        "Malaysia",
        "Since 2004 the conflict has killed more than 7,300 people.",
        ["killed gt 7300 people 2004-01-01/2025-09-20 THA-MYS"],
    ),
    (
        "Thailand",
        "Malaysia",
        "Fourteen Malaysian nationals were rescued from a scam centre and handed over at Sadao on 1 September 2025.",
        ["other 14 people 2025-09-01 Sadao-THA-MYS"],
    ),
]

# Ages, people and sums of one state's own affairs, deadlines, accidents, and numbers that every text has.
NOTHING = [
    "He is 54 and has two sons; he has been in office for six years.",
    "Floods in Kasese killed 14 people and displaced 5,000.",
    "A bus crash near Kabale killed 20 people.",
    "Three-quarters of the catch goes to Malaysia.",
    "The court sentenced the two men to 15 years in prison.",
    "In Bangkok the SET index fell 1.2 percent to 1,290 points.",
    "The two sides named three envoys.",
    "Two diplomats said the five ministers would meet within ten days.",
    "The minister, 61, has two sons.",
    "The central bank raised its key rate to 14.5 percent.",
    "A landslide killed nine people and buried 30 houses.",
    "The court sentenced both men to 15 years in prison.",
    "The 35-member delegation stayed for two days.",
    "He denied that a loan of 90 million dollars had been promised.",
    "Three in five voters back the government.",
    "The prime minister arrived at 9 on a two-day visit.",
    "One country cannot decide for the other.",
]


def on(first: str, second: str, sentence: str) -> list[str]:
    return told(f"Foreign ministers of {first} and {second} spoke about the border on Monday.\n{sentence}")


@pytest.mark.parametrize(("first", "second", "sentence", "expected"), TOLD, ids=[t[2][:40] for t in TOLD])
def test_figures_in_free_frames(first: str, second: str, sentence: str, expected: list[str]) -> None:
    assert on(first, second, sentence) == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_numbers_that_tell_nothing(sentence: str) -> None:
    assert on("Serbia", "Croatia", sentence) == []


def test_other_news_has_no_counts() -> None:
    text = "A festival in Lyon\nThe festival drew 40,000 visitors to Lyon. Belgian bands played 12 concerts, French ones 30."
    assert told(text) == []
