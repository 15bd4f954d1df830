"""Figures as they are told in wires, communiqués, statistics and tables, with near misses that tell nothing."""

from __future__ import annotations

from typing import Any

import pytest

from accord.document import Block, Document
from accord.extract import extract
from accord.values import Period


def told(text: str, published: str = "2025-09-20") -> list[str]:
    """The figures of a text, each in one line: measure, value, unit, change, period, whom it is about, goods."""
    blocks, at = [], 0
    for line in text.split("\n"):
        kind = "row" if "\t" in line else "headline" if not at and "\n" in text and len(line) < 70 else "paragraph"
        blocks.append(Block(kind, at, at + len(line)))
        at += len(line) + 1
    document = Document("h", "d.txt", text, tuple(blocks), "en", published=Period.parse(published))
    claims = [c for c in extract(document) if c.kind == "indicator"]
    assert all(document.text[e.start : e.end] == e.quote for c in claims for e in c.evidence)
    return sorted(_line(dict(c.values)) for c in claims)


def _line(v: dict[str, Any]) -> str:
    value = "" if v.get("value") is None else f"{v['value']:g}" if v["value"] < 1e4 else f"{v['value']:,}"
    change = f"{v['change']:+g}%" if "change" in v else ""
    about = "-".join(v.get("about", []))
    amount = (v["measure"], v.get("comparison", ""), value, v.get("unit", ""), change, v.get("trend", ""))
    parts = (*amount, v.get("period", ""), about, v.get("goods", ""))
    return " ".join(p for p in parts if p)


# Sentences with the figures in them.
SENTENCES = [
    ("Kenyan nurses in Uganda: 310. A village of 2,000 inhabitants lies between them.", ["other 310 people KEN-UGA"]),
    ("Sudanese patrols have violated the airspace of Chad 17 times in 2024.", ["incidents 17 2024 SDN-TCD"]),
    (
        "Between January and August 2025, 1,204 lorries crossed from Zambia to Malawi.",
        ["other 1204 2025-01/2025-08 ZMB-MWI lorries"],
    ),
    ("Zambia took back 217 of its citizens from Malawi on 4 June 2024.", ["other 217 people 2024-06-04 ZMB-MWI"]),
    ("Kenya's customs recorded 41,206 truck crossings from Uganda in 2024.", ["other 41,206 2024 KEN-UGA"]),
    (
        "Chad counted 19 illegal crossings from Sudan in 2024, against 31 in 2023.",
        ["incidents 19 2024 TCD-SDN", "incidents 31 2023 TCD-SDN"],
    ),
    ("Last year 61,000 Serbians went to Azerbaijan.", ["visitors 61,000 people 2024 SRB-AZE"]),
    (
        "Border commissioners of Benin and Togo said that 389 of 651 kilometres had been marked out.",
        ["border-delimited 389 km BEN-TGO", "border-length 651 km BEN-TGO"],
    ),
    ("Hungary sent 3,800 TEU by rail to Kazakhstan in 2024.", ["other 3800 TEU 2024 HUN-KAZ"]),
    (
        "The railway between Ethiopia and Djibouti carried 2.1 million tonnes of freight in 2024, up from 1.9 million "
        "in 2023.",
        [
            "other 1,900,000 t 2023 railway between Ethiopia and Djibouti-ETH-DJI freight",
            "other 2,100,000 t 2024 railway between Ethiopia and Djibouti-ETH-DJI freight",
        ],
    ),
    (
        "Uganda's exports to South Sudan totalled $550 million in 2024, against $480 million a year before.",
        ["exports 480,000,000 USD 2023 UGA-SSD", "exports 550,000,000 USD 2024 UGA-SSD"],
    ),
    (
        "Azerbaijan shipped 2.4 bcm of gas to Georgia and 9.9 bcm to Türkiye in 2024.",
        ["exports 2,400,000,000 m3 2024 AZE-GEO gas", "exports 9,900,000,000 m3 2024 AZE-TUR gas"],
    ),
    (
        "Zambia and Angola agreed to build a 530-km railway, at a cost of 1.6 billion dollars.",
        ["cost 1,600,000,000 USD railway", "line-length 530 km railway"],
    ),
    (
        "Chinese tourists made 3.2 million trips to Vietnam in 2024, up 78 per cent.",
        ["visitors 3,200,000 people +78% 2024 CHN-VNM"],
    ),
    (
        "The Georgian side said that 1,100 km of the 1,400 km frontier between Georgia and Armenia had been agreed.",
        ["border-delimited 1100 km GEO-ARM", "border-length 1400 km GEO-ARM"],
    ),
    (
        "Trade turnover between Ghana and Togo amounted to $412 million in 2024, an increase of 11.3% year-on-year.",
        ["trade-turnover 412,000,000 USD +11.3% 2024 GHA-TGO"],
    ),
    (
        "In 2024, bilateral trade between Chile and Argentina totalled US$6.2 billion, up from $5.8 billion in 2023.",
        ["trade-turnover 5,800,000,000 USD 2023 CHL-ARG", "trade-turnover 6,200,000,000 USD 2024 CHL-ARG"],
    ),
    (
        "Zambia's exports to Malawi rose by 14 percent to $230 million in 2024, while imports from "
        "Malawi fell 3 percent to $45 million.",
        ["exports 230,000,000 USD +14% 2024 ZMB-MWI", "imports 45,000,000 USD -3% 2024 ZMB-MWI"],
    ),
    (
        "In January-June 2025, trade turnover between Kazakhstan and Uzbekistan reached $2.1 billion "
        "(up 12.5%), with exports totalling $1.4 billion (+9%) and imports $0.7 billion (+18%).",
        [
            "exports 1,400,000,000 USD +9% 2025-01/2025-06 KAZ-UZB",
            "imports 700,000,000 USD +18% 2025-01/2025-06 KAZ-UZB",
            "trade-turnover 2,100,000,000 USD +12.5% 2025-01/2025-06 KAZ-UZB",
        ],
    ),
    (
        "According to the National Bank, Hungarian exports to Serbia stood at 3.1 billion euros last "
        "year; Serbia exported goods worth 2.2 billion euros to Hungary.",
        ["exports 2,200,000,000 EUR 2024 SRB-HUN", "exports 3,100,000,000 EUR 2024 HUN-SRB"],
    ),
    (
        "Jordan imported 150 million dinars' worth of goods from Iraq in 2023 and sold 480 million "
        "dollars' worth in return.",
        ["exports 480,000,000 USD 2023 JOR-IRQ", "imports 150,000,000 2023 JOR-IRQ"],
    ),
    (
        "Finland's trade surplus with Estonia widened to 1.2 billion euros in 2024.",
        ["trade-balance 1,200,000,000 EUR 2024 FIN-EST"],
    ),
    (
        "Ethiopia ran a deficit of $310 million with Djibouti in 2023.",
        ["trade-balance 310,000,000 USD 2023 ETH-DJI"],
    ),
    (
        "Nepal's trade deficit with Bhutan stood at 2.5 billion rupees in fiscal year 2023-24.",
        ["trade-balance 2,500,000,000 NPR 2023-07/2024-06 NPL-BTN"],
    ),
    (
        "Two-way trade has more than doubled since 2019, reaching 1.8 billion euros, between Finland and Estonia.",
        ["trade-turnover 1,800,000,000 EUR +100% FIN-EST"],
    ),
    (
        "Trade between Thailand and Cambodia shrank by a fifth last year, to $8.3 billion.",
        ["trade-turnover 8,300,000,000 USD -20% 2024 THA-KHM"],
    ),
    (
        "Thai investment in Cambodia reached $1.2 billion by the end of 2024.",
        ["investment 1,200,000,000 USD 2024 THA-KHM"],
    ),
    (
        "Cambodia bought 1.1 billion kWh of electricity from Thailand in 2024.",
        ["imports 1,100,000,000 kWh 2024 KHM-THA electricity"],
    ),
    (
        "Bilateral trade volume, which was $120 million in 2020, reached $340 million in 2024, the "
        "Ghanaian minister said after talks with Togo.",
        ["trade-turnover 120,000,000 USD 2020 GHA-TGO", "trade-turnover 340,000,000 USD 2024 GHA-TGO"],
    ),
    (
        "Thailand and Cambodia share a border of 817 kilometres, of which 603 km have been demarcated.",
        ["border-delimited 603 km THA-KHM", "border-length 817 km THA-KHM"],
    ),
    (
        "The 817-km Thai-Cambodian border has been surveyed; about 195 kilometres remain disputed.",
        ["border-disputed approx 195 km THA-KHM", "border-length 817 km THA-KHM"],
    ),
    (
        "More than 80 percent of the border between Thailand and Cambodia has been delimited.",
        ["border-delimited gt 80 percent THA-KHM"],
    ),
    (
        "Some 73 percent of the 1,100-km border between Serbia and Hungary is demarcated.",
        ["border-delimited approx 73 percent SRB-HUN", "border-length 1100 km SRB-HUN"],
    ),
    (
        "At least 33 people were killed, 20 on the Thai side and 13 on the Cambodian side, in clashes "
        "between Thailand and Cambodia in July 2025.",
        ["killed 13 people 2025-07 KHM", "killed 20 people 2025-07 THA", "killed gt 33 people 2025-07 THA-KHM"],
    ),
    (
        "Clashes on the Thai-Cambodian border left five Thai soldiers and three Cambodian civilians "
        "dead on 24 July 2025.",
        ["killed 3 people 2025-07-24 KHM", "killed 5 people 2025-07-24 THA"],
    ),
    (
        "The fighting between Thailand and Cambodia killed at least 43 people and displaced more than 300,000.",
        ["displaced gt 300,000 people THA-KHM", "killed gt 43 people THA-KHM"],
    ),
    (
        "A Thai soldier was killed and two others were wounded in a shooting on the border with "
        "Cambodia on 28 May 2025.",
        ["injured 2 people 2025-05-28 THA-KHM", "killed 1 people 2025-05-28 THA"],
    ),
    (
        "Thai police said two Cambodians died and four were injured in the incident on the border on Monday.",
        ["injured 4 people 2025-09-15 KHM", "killed 2 people 2025-09-15 KHM"],
    ),
    (
        "The death toll in the clashes between Thailand and Cambodia rose to 38, including 15 Thais and 23 Cambodians.",
        ["killed 15 people THA", "killed 23 people KHM", "killed 38 people THA-KHM"],
    ),
    (
        "The number of border incidents between Thailand and Cambodia fell from 41 in 2023 to 17 in 2024.",
        ["incidents 17 2024 THA-KHM", "incidents 41 2023 THA-KHM"],
    ),
    (
        "There were 17 clashes along the border between Thailand and Cambodia in 2024, compared with 41 in 2023.",
        ["incidents 17 2024 THA-KHM", "incidents 41 2023 THA-KHM"],
    ),
    (
        "Ghana and Togo have signed 62 agreements since 1960.",
        ["agreements 62 1960/.. GHA-TGO"],
    ),
    (
        "The two presidents have exchanged 11 visits over the past decade, Ghana and Togo said.",
        ["visits 11 GHA-TGO"],
    ),
    (
        "Some 312,000 Finnish tourists visited Estonia in 2024, 5 percent more than a year earlier.",
        ["visitors approx 312,000 people +5% 2024 FIN-EST"],
    ),
    (
        "Estonia received 1.6 million visitors from Finland in 2024.",
        ["visitors 1,600,000 people 2024 EST-FIN"],
    ),
    (
        "There are seven border crossings between Zambia and Malawi.",
        ["checkpoints 7 ZMB-MWI"],
    ),
    (
        "Airlines of Ghana and Togo operate 14 flights a week between Accra and Lome.",
        ["flights 14 Accra-Lome-GHA-TGO"],
    ),
    (
        "About 90,000 Malawians live in Zambia.",
        ["population approx 90,000 people MWI-ZMB"],
    ),
    (
        "The 330-kilovolt Zambia-Malawi interconnector, 280 kilometres long, will cost $145 million.",
        [
            "cost 145,000,000 USD Zambia-Malawi interconnector",
            "line-length 280 km Zambia-Malawi interconnector",
            "voltage 330 kV Zambia-Malawi interconnector",
        ],
    ),
    (
        "The Lome-Accra Highway, a 180-km road, is to be built at a cost of 210 million euros. "
        "Togo and Ghana will share it.",
        ["cost 210,000,000 EUR Lome-Accra Highway", "line-length 180 km Lome-Accra Highway"],
    ),
    (
        "The Bratovo hydropower plant on the border of Serbia and Hungary has an installed capacity of "
        "120 MW and will generate 430 million kWh a year.",
        ["capacity 120 MW Bratovo hydropower plant", "generation 430,000,000 kWh Bratovo hydropower plant"],
    ),
    (
        "The African Development Bank approved a loan of $56 million for the Nacala Corridor road "
        "between Zambia and Malawi.",
        ["cost 56,000,000 USD Nacala Corridor road"],
    ),
    (
        "The pipeline between Serbia and Hungary can carry 5 million tonnes of crude a year.",
        ["capacity 5,000,000 t pipeline between Serbia and Hungary"],
    ),
    (
        "Zambia sold Malawi 20,000 tonnes of maize in 2024.",
        ["exports 20,000 t 2024 ZMB-MWI maize"],
    ),
    (
        "Copper accounted for 40 percent of Zambia's exports to Malawi.",
        ["exports 40 percent ZMB-MWI copper"],
    ),
    (
        "Malawi's purchases of Zambian maize came to $32 million in the first nine months of 2024.",
        ["imports 32,000,000 USD 2024-01/2024-09 MWI-ZMB maize"],
    ),
    (
        "Exports of Zambian maize to Malawi amounted to $32 million in 2024.",
        ["exports 32,000,000 USD 2024 ZMB-MWI maize"],
    ),
    (
        "Mutual trade in the first quarter came to 95 million dollars, 8 per cent less than a year "
        "before, Ghana and Togo reported.",
        ["trade-turnover 95,000,000 USD -8% 2025-Q1 GHA-TGO"],
    ),
    (
        "Mutual trade between Ghana and Togo grew 1.5 times in 2024 and amounted to $412 million.",
        ["trade-turnover 412,000,000 USD +50% 2024 GHA-TGO"],
    ),
    (
        "In 2024 the trade turnover between Ghana and Togo rose by 15% compared with 2023 and by 40% "
        "compared with 2020.",
        ["trade-turnover +15% 2024 GHA-TGO", "trade-turnover +40% 2024 GHA-TGO"],
    ),
    (
        "Serbia supplied Hungary with goods worth 2.2 billion euros in 2023.",
        ["exports 2,200,000,000 EUR 2023 SRB-HUN"],
    ),
    (
        "Trade stood at $412 million last year, Ghana's minister said in Lome, with Togolese exports "
        "accounting for $95 million.",
        ["exports 95,000,000 USD 2024 TGO-GHA", "trade-turnover 412,000,000 USD 2024 GHA-TGO"],
    ),
    (
        "Hungarian companies have invested 2.4 billion euros in Serbia since 2010.",
        ["investment 2,400,000,000 EUR 2010/.. HUN-SRB"],
    ),
    (
        "The value of Ghana-Togo trade dropped from $500 million in 2022 to $412 million in 2024.",
        ["trade-turnover 412,000,000 USD 2024 GHA-TGO", "trade-turnover 500,000,000 USD 2022 GHA-TGO"],
    ),
    (
        "The balance of trade was $60 million in favour of Ghana, whose exports to Togo were $236 "
        "million against imports of $176 million in 2024.",
        [
            "exports 236,000,000 USD 2024 GHA-TGO",
            "imports 176,000,000 USD 2024 GHA-TGO",
            "trade-balance 60,000,000 USD 2024 GHA-TGO",
        ],
    ),
    ("Remittances from Malawians working in Zambia reached $90 million.", ["other 90,000,000 USD MWI-ZMB"]),
    ("Togo accounts for 3.1 percent of Ghana's exports.", ["other 3.1 percent TGO-GHA"]),
    (
        "Between January and August 2025, 1,204 lorries crossed from Zambia to Malawi.",
        ["other 1204 2025-01/2025-08 ZMB-MWI lorries"],
    ),
    (
        "Ghana had a surplus of 60 million dollars in its trade with Togo.",
        ["trade-balance 60,000,000 USD GHA-TGO"],
    ),
    (
        "Some 2,500 families were displaced and 14 villages burned in the border conflict between "
        "Thailand and Cambodia.",
        ["displaced approx 2500 people THA-KHM"],
    ),
    (
        "Trade between Ghana and Togo fell sharply in 2024.",
        ["trade-turnover down 2024 GHA-TGO"],
    ),
    (
        "Exports to Togo amounted to $236 million in 2024, said the Ghanaian ministry.",
        ["exports 236,000,000 USD 2024 GHA-TGO"],
    ),
    (
        "The turnover of goods between Finland and Estonia was EUR 5.1 bn in 2024 (EUR 4.9 bn in 2023).",
        ["trade-turnover 4,900,000,000 EUR 2023 FIN-EST", "trade-turnover 5,100,000,000 EUR 2024 FIN-EST"],
    ),
    (
        "Nearly 40,000 Togolese refugees remain in Ghana.",
        ["displaced approx 40,000 people TGO-GHA"],
    ),
    (
        "Trade between Zambia and Malawi was worth $275 million in 2024, a 7% rise on 2023.",
        ["trade-turnover 275,000,000 USD +7% 2024 ZMB-MWI"],
    ),
    (
        "Between January and June 2025, 12,400 Icelanders visited Norway, 9 per cent fewer than a year before.",
        ["visitors 12,400 people -9% 2025-01/2025-06 ISL-NOR"],
    ),
    (
        "Iceland's trade gap with Norway grew to 310 million euros in 2024.",
        ["trade-balance 310,000,000 EUR 2024 ISL-NOR"],
    ),
    (
        "Tunisia bought 2.1 bcm of gas from Algeria in 2024, 12 percent less than in 2023.",
        ["imports 2,100,000,000 m3 -12% 2024 TUN-DZA gas"],
    ),
    (
        "On the Kigoma–Uvira railway between Tanzania and Burundi trains will run at 120 km/h over 282 kilometres.",
        ["line-length gt 282 km Kigoma–Uvira railway"],
    ),
]
# Domestic figures, targets, scores, distances: no figure of two states.
NEAR_MISSES = [
    "The two sides aim to increase trade between Ghana and Togo to $1 billion by 2030.",
    "Ghana and Togo expect trade to reach $600 million next year.",
    "Inflation in Ghana reached 23 percent in December; its GDP grew by 5.7 percent to $76 billion.",
    "Ghana's exports grew 12 percent to $18 billion in 2024.",
    "Ghana's foreign trade amounted to $32 billion in 2024.",
    "Togo's budget deficit fell to 4.2 percent of GDP.",
    "The camp lies 12 kilometres from the border between Thailand and Cambodia.",
    "Ten people were killed in a bus crash near Accra, police said.",
    "Serbia beat Hungary 2-1 in front of 30,000 spectators.",
    "The Zambian president received 57 percent of the vote.",
    "Ghanaian customs collected 12 million cedis in fines.",
    "Negotiations between Thailand and Cambodia lasted 12 years.",
    "Six Thais and two Cambodians were detained.",
    "Zambia will buy 50 MW from Malawi under the deal.",
]
# Texts whose sentences lean on one another, and tables (cells are separated by tabs).
TEXTS = [
    (
        "Foreign trade of Estonia with Finland in 2024\n"
        "The Statistics Office reports that trade in goods between Estonia and Finland came to 5.1 "
        "billion euros in 2024.\n"
        "Exports rose 4 per cent to 2.3 billion euros and imports fell 2 per cent to 2.8 billion euros. "
        "The deficit was 0.5 billion euros.\n"
        "Machinery made up a third of the exports, wood 400 million euros.\n"
        "Estonia's total exports reached 17 billion euros.",
        [
            "exports 2,300,000,000 EUR +4% 2024 EST-FIN",
            "exports 400,000,000 EUR 2024 EST-FIN wood",
            "imports 2,800,000,000 EUR -2% 2024 EST-FIN",
            "trade-balance 500,000,000 EUR 2024 EST-FIN",
            "trade-turnover 5,100,000,000 EUR 2024 EST-FIN",
        ],
    ),
    (
        "Trade between Zambia and Malawi\n"
        "Table 2. Trade, USD million\n"
        "Year\tExports of Zambia\tImports of Zambia\tTurnover\tBalance\n"
        "2022\t201.4\t44.0\t245.4\t157.4\n"
        "2023\t215\t47\t262\t168\n"
        "2024\t230\t45\t275\t185",
        [
            "exports 201,400,000 USD 2022 ZMB-MWI",
            "exports 215,000,000 USD 2023 ZMB-MWI",
            "exports 230,000,000 USD 2024 ZMB-MWI",
            "imports 44,000,000 USD 2022 ZMB-MWI",
            "imports 45,000,000 USD 2024 ZMB-MWI",
            "imports 47,000,000 USD 2023 ZMB-MWI",
            "trade-balance 157,400,000 USD 2022 ZMB-MWI",
            "trade-balance 168,000,000 USD 2023 ZMB-MWI",
            "trade-balance 185,000,000 USD 2024 ZMB-MWI",
            "trade-turnover 245,400,000 USD 2022 ZMB-MWI",
            "trade-turnover 262,000,000 USD 2023 ZMB-MWI",
            "trade-turnover 275,000,000 USD 2024 ZMB-MWI",
        ],
    ),
    (
        "Chile–Argentina trade, thousand US dollars\n"
        "Indicator\tJan–Jun 2024\tJan–Jun 2025\tGrowth, %\n"
        "Trade turnover\t3,050,000\t3,101,200\t+1.7\n"
        "Chilean exports to Argentina\t410,000\t402,500\t-1.8\n"
        "Chilean imports from Argentina\t2,640,000\t2,698,700\t2.2",
        [
            "exports 402,500,000 USD -1.8% 2025-01/2025-06 CHL-ARG",
            "exports 410,000,000 USD 2024-01/2024-06 CHL-ARG",
            "imports 2,640,000,000 USD 2024-01/2024-06 CHL-ARG",
            "imports 2,698,700,000 USD +2.2% 2025-01/2025-06 CHL-ARG",
            "trade-turnover 3,050,000,000 USD 2024-01/2024-06 CHL-ARG",
            "trade-turnover 3,101,200,000 USD +1.7% 2025-01/2025-06 CHL-ARG",
        ],
    ),
    (
        "Imports of Ghana from Togo by product, 2024 (million US dollars)\n"
        "Product\t2023\t2024\n"
        "Cement\t41\t52\n"
        "Phosphates\t12\t9\n"
        "Total\t53\t61",
        [
            "imports 12,000,000 USD 2023 GHA-TGO phosphates",
            "imports 41,000,000 USD 2023 GHA-TGO cement",
            "imports 52,000,000 USD 2024 GHA-TGO cement",
            "imports 53,000,000 USD 2023 GHA-TGO",
            "imports 61,000,000 USD 2024 GHA-TGO",
            "imports 9,000,000 USD 2024 GHA-TGO phosphates",
        ],
    ),
    (
        "Two killed on Thai-Cambodian border\n"
        "BANGKOK, May 28 (Wire) - Two Cambodian soldiers were killed and seven people wounded in an "
        "exchange of fire at Chong Bok on Wednesday, the Thai army said.\n"
        "One of the dead was a sergeant. Three of the wounded were Thais, four were Cambodians.\n"
        "It was the fourth clash this year. In 2011, eighteen people died in fighting around a temple. "
        "About 2,400 villagers were evacuated on the Thai side.",
        [
            "incidents 4 2025-01-01/2025-09-20 THA-KHM",
            "displaced approx 2400 people 2025-05-28 THA",
            "injured 3 people 2025-05-28 THA",
            "injured 4 people 2025-05-28 KHM",
            "injured 7 people 2025-05-28 THA-KHM",
            "killed 18 people 2011 THA-KHM",
            "killed 2 people 2025-05-28 KHM",
        ],
    ),
    (
        "Serbia and Hungary open new pipeline\n"
        "The presidents of Serbia and Hungary opened the Algyo–Novi Sad oil pipeline on Tuesday.\n"
        "The 128-kilometre line cost 152 million euros, of which Hungary paid 40 million. It has a "
        "capacity of 5 million tonnes a year. Work took 18 months.\n"
        "A second phase, costing another 60 million euros, is planned for 2027.",
        [
            "capacity 5,000,000 t Algyo–Novi Sad oil pipeline",
            "cost 152,000,000 EUR Algyo–Novi Sad oil pipeline",
            "cost 40,000,000 EUR Algyo–Novi Sad oil pipeline",
            "line-length 128 km Algyo–Novi Sad oil pipeline",
        ],
    ),
    (
        "Zambia and Malawi ministers meet\n"
        "At their talks in Chipata, the ministers of Zambia and Malawi noted that the volume of trade "
        "had grown from 240 million dollars in 2022 to 275 million in 2024. This was 12 percent more "
        "than in 2023 and twice as much as in 2018.\n"
        "The ministers set a target of 400 million dollars by 2028. Malawian exports accounted for 16 "
        "percent of the total.\n"
        "Zambia exported 90,000 tonnes of maize to its neighbour last year, against 60,000 tonnes in "
        "2023.\n"
        "The Mwami border post handles 300 lorries a day. The two countries are linked by 6 flights a "
        "week.",
        [
            "other 16 percent 2024 ZMB-MWI total",
            "exports 60,000 t 2023 ZMB-MWI maize",
            "exports 90,000 t 2024 ZMB-MWI maize",
            "flights 6 ZMB-MWI",
            "other 300 Mwami-ZMB-MWI lorries",
            "trade-turnover +12% 2024 ZMB-MWI",
            "trade-turnover 240,000,000 USD 2022 ZMB-MWI",
            "trade-turnover 275,000,000 USD 2024 ZMB-MWI",
        ],
    ),
    (
        "Ghana-Togo ties\n"
        "Relations are governed by 48 bilateral agreements. More than 120,000 Togolese citizens live in "
        "Ghana. Ghanaian investments in Togo stand at $310 million, while Togolese companies invested "
        "$45 million in Ghana in 2023.\n"
        "In the first eight months of 2025 trade was down 6 per cent on the same period of 2024, at 260 "
        "million dollars.\n"
        "Ghana supplies 30 percent of Togo's electricity.\n"
        "Ghana's cocoa exports brought in 1.6 billion dollars in 2024. Togo's population is 9 million.\n"
        "Ghana won the match against Togo 3-1. Fuel prices rose by 12 percent.",
        [
            "other 30 percent GHA-TGO Togo's electricity",
            "agreements 48 GHA-TGO",
            "investment 310,000,000 USD GHA-TGO",
            "investment 45,000,000 USD 2023 TGO-GHA",
            "population gt 120,000 people TGO-GHA",
            "trade-turnover 260,000,000 USD -6% 2025-01/2025-08 TGO-GHA",
        ],
    ),
    (
        "Nepal and Bhutan\n"
        "Kathmandu and Thimphu agreed to raise the number of weekly flights from four to seven. "
        "Currently four flights a week are operated by Druk Air.\n"
        "Nepali imports from Bhutan: $12.3 million (2023: $10.1 million). Bilateral trade: Rs 4.2 "
        "billion in FY 2023-24, up 9 percent.\n"
        "Nepal imports gypsum worth Rs 300 million from Bhutan every year.",
        [
            "flights 4 NPL-BTN",
            "imports 10,100,000 USD 2023 NPL-BTN",
            "imports 12,300,000 USD NPL-BTN",
            "imports 300,000,000 NPR NPL-BTN gypsum",
            "trade-turnover 4,200,000,000 NPR +9% 2023-07/2024-06 NPL-BTN",
        ],
    ),
    (
        "Greece–Cyprus trade: quarterly note\n"
        "Trade of Greece with Cyprus, million euros\n"
        "\tExports to Cyprus\tImports from Cyprus\tBalance\n"
        "2023\t1,720\t310\t+1,410\n"
        "2024\t1,845\t295\t+1,550\n"
        "Q1 2025\t472\t81\t+391\n"
        "In 2024 Greek exports to Cyprus were 7.3% higher than in 2023. Fuels were the largest item "
        "with 640 million euros, followed by medicines (210 million euros). Imports from Cyprus fell "
        "back by 4.8%. Cyprus takes 3.6 percent of all Greek exports.\n"
        "The two-way total thus came to 2.14 billion euros. In Cyprus, consumer prices rose by 2.1%.",
        [
            "other 3.6 percent 2024 CYP-GRC Greek exports",
            "exports +7.3% 2024 GRC-CYP",
            "exports 1,720,000,000 EUR 2023 GRC-CYP",
            "exports 1,845,000,000 EUR 2024 GRC-CYP",
            "exports 472,000,000 EUR 2025-Q1 GRC-CYP",
            "exports 640,000,000 EUR 2024 GRC-CYP fuels",
            "exports 210,000,000 EUR 2024 GRC-CYP medicines",
            "imports -4.8% 2024 GRC-CYP",
            "imports 295,000,000 EUR 2024 GRC-CYP",
            "imports 310,000,000 EUR 2023 GRC-CYP",
            "imports 81,000,000 EUR 2025-Q1 GRC-CYP",
            "trade-balance 1,410,000,000 EUR 2023 GRC-CYP",
            "trade-balance 1,550,000,000 EUR 2024 GRC-CYP",
            "trade-balance 391,000,000 EUR 2025-Q1 GRC-CYP",
            "trade-turnover 2,140,000,000 EUR 2024 GRC-CYP",
        ],
    ),
    (
        "Night train Sofia-Skopje\n"
        "The night train between Bulgaria and North Macedonia covers the 245 kilometres in nine hours. "
        "It has 4 sleeping cars with 120 berths. A bed costs 25 euros. In its first month it carried "
        "3,100 passengers. The border stop takes 50 minutes.\n"
        "North Macedonia has put 34 million euros into the 31-kilometre section from Beljakovce to "
        "Kriva Palanka. Trade between the two countries reached 1.1 billion euros in 2024, five percent "
        "up on the year.",
        [
            "cost 34,000,000 EUR section from Beljakovce to Kriva Palanka",
            "line-length 31 km section from Beljakovce to Kriva Palanka",
            "trade-turnover 1,100,000,000 EUR +5% 2024 BGR-MKD",
            "visitors 3100 people Sofia-Skopje-BGR-MKD",
        ],
    ),
    (
        "Joint Commission of Kenya and Ethiopia: agreed minutes\n"
        "- Bilateral trade rose from USD 87 million in 2022 to USD 104 million in 2023/24.\n"
        "- The 500 kV HVDC line has so far delivered 1,800 GWh to Kenya.\n"
        "- Of the 861 km common border, 560 km have been re-marked with 340 pillars.\n"
        "- Kenya will grant 50 scholarships a year to Ethiopian students.\n"
        "- A line of credit of USD 120 million was extended for the Isiolo–Moyale road (505 km).\n"
        "- The Moyale One-Stop Border Post cleared 45,000 travellers in 2024.\n"
        "- Ethiopian Airlines operates 21 flights a week to Nairobi.",
        [
            "border-delimited 560 km KEN-ETH",
            "border-length 861 km KEN-ETH",
            "cost 120,000,000 USD Isiolo–Moyale road",
            "exports 1800 GWh 2023-07/2024-06 ETH-KEN electricity",
            "flights 21 KEN-ETH",
            "line-length 505 km Isiolo–Moyale road",
            "other 340 KEN-ETH pillars",
            "trade-turnover 104,000,000 USD 2023-07/2024-06 KEN-ETH",
            "trade-turnover 87,000,000 USD 2022 KEN-ETH",
            "visitors 45,000 people 2024 Moyale-KEN-ETH",
            "voltage 500 kV HVDC line",
        ],
    ),
    (
        "Power swap between Peru and Ecuador\n"
        "Ecuador bought 52 megawatts from Peru in May. In 2024 Peru delivered 410 gigawatt-hours to "
        "Ecuador for 48.5 million dollars; a year earlier it had been 120.\n"
        "Power cuts in Ecuador last up to 14 hours a day. The 500-kV line Chorrera–Pasaje (544 km in "
        "all, 265 km of it in Peru) is due in 2026 and will cost Ecuador 211 million dollars and Peru "
        "217 million.\n"
        "The deficit in Ecuador's grid is 1,080 MW. The price is 12.5 cents per kWh.",
        [
            "cost 211,000,000 USD line Chorrera–Pasaje",
            "cost 217,000,000 USD line Chorrera–Pasaje",
            "exports 410 GWh 2024 PER-ECU electricity",
            "exports 48,500,000 USD 2024 PER-ECU electricity",
            "imports 52 MW 2025-05 ECU-PER electricity",
            "line-length 265 km line Chorrera–Pasaje",
            "line-length 544 km line Chorrera–Pasaje",
            "voltage 500 kV line Chorrera–Pasaje",
        ],
    ),
    (
        "Joint statement of Jordan and Iraq\n"
        "6. The Ministers noted with satisfaction that the trade volume had reached USD 1.02 billion in "
        "the year 2024, marking a growth of 9.1% over the previous year, and set USD 2 billion as the "
        "target for 2028.\n"
        "7. The Iraqi side welcomed Jordanian investments, which amounted to USD 350 million by "
        "end-2024 in 61 projects.\n"
        "8. They took note that 285 of the 300 kilometres of the Basra–Aqaba pipeline's first section "
        "had been surveyed; the pipeline will have a capacity of 1 million barrels per day and an "
        "estimated cost of USD 9 billion.\n"
        "9. Jordan will supply 50 MW to Rutba. They noted that the number of Iraqi students in Jordan "
        "has reached 14,000.\n"
        "10. They agreed to increase flights from 21 to 28 per week.",
        [
            "capacity 1,000,000 barrels/day Basra–Aqaba pipeline",
            "cost 9,000,000,000 USD Basra–Aqaba pipeline",
            "investment 350,000,000 USD 2024 JOR-IRQ",
            "line-length 285 km Basra–Aqaba pipeline",
            "line-length 300 km Basra–Aqaba pipeline",
            "other 14,000 people IRQ-JOR",
            "trade-turnover 1,020,000,000 USD +9.1% 2024 JOR-IRQ",
        ],
    ),
    (
        "Latvia and Belarus, an analysis\n"
        "Latvia and Belarus share 173 km of border; a fence covers 145 km of it. In 2024 border guards "
        "turned back 5,388 people, against 13,863 in 2023. Latvia's imports from Belarus fell to 160 "
        "million euros, a third of the level of 2021.\n"
        "Trade with Belarus declined in 2023. Trade was flat in 2024. Four of the six crossings are "
        "closed.\n"
        "Riga spent 17 million euros on the fence. The two have 41 treaties in force.",
        [
            "agreements 41 LVA-BLR",
            "border-length 173 km LVA-BLR",
            "cost 17,000,000 EUR fence-LVA-BLR",
            "line-length 145 km fence",
            "imports 160,000,000 EUR LVA-BLR",
            "other 13,863 people 2023 LVA-BLR",
            "other 5388 people 2024 LVA-BLR",
            "trade-turnover down 2023 BLR-LVA",
            "trade-turnover flat 2024 BLR-LVA",
        ],
    ),
    (
        "Treaty on the boundary\n"
        "The Republic of Kenya and the Republic of Ethiopia agree: Article 2. The boundary is 861 "
        "kilometres long. Article 5. Each Party shall pay 2 million US dollars into the fund. Article "
        "9. This Treaty shall remain in force for twenty years.",
        ["border-length 861 km KEN-ETH"],
    ),
    (
        "Kenya and Tanzania review trade\n"
        "The volume of bilateral trade between Kenya and Tanzania increased from Ksh 95 billion in 2022 "
        "to Ksh 112 billion in 2023, Kenya's Trade Cabinet Secretary said.\n"
        "Trade stood at 784 million dollars. Tanzania's share was 61 percent.\n"
        "The two countries have cleared 56 of 68 non-tariff barriers. Tanzania sells maize worth 200 "
        "million dollars to Kenya each year.\n"
        "Kenya remained Tanzania's biggest partner in the bloc, with exports of $496 million and "
        "imports of $288 million.",
        [
            "other 61 percent 2023 KEN-TZA",
            "exports 200,000,000 USD TZA-KEN maize",
            "exports 496,000,000 USD 2023 KEN-TZA",
            "imports 288,000,000 USD 2023 KEN-TZA",
            "other 56 KEN-TZA non-tariff barriers",
            "other 68 KEN-TZA non-tariff barriers",
            "trade-turnover 112,000,000,000 KES 2023 KEN-TZA",
            "trade-turnover 784,000,000 USD 2023 KEN-TZA",
            "trade-turnover 95,000,000,000 KES 2022 KEN-TZA",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[s[:40] for s, _ in SENTENCES])
def test_sentences(text: str, expected: list[str]) -> None:
    assert told(text) == sorted(expected)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_misses(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[t.split("\n")[0] for t, _ in TEXTS])
def test_texts(text: str, expected: list[str]) -> None:
    assert told(text) == sorted(expected)


def test_scaled_cells_rest_on_cell_and_caption() -> None:
    text = "Trade of Greece with Cyprus, million euros\nFlow\t2023\t2024\nExports to Cyprus\t1,720\t1,845"
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block("row" if "\t" in line else "paragraph", at, at + len(line)))
        at += len(line) + 1
    claims = [c for c in extract(Document("h", "d.txt", text, tuple(blocks), "en")) if c.kind == "indicator"]
    quotes = [{e.quote for e in c.evidence if "value" in e.keys} for c in claims]
    assert any("million euros" in " ".join(q) and any("1,845" in part for part in q) for q in quotes)


def test_bare_million_takes_the_currency_before() -> None:
    text = "Zambia's exports to Malawi rose from 200 million dollars in 2023 to 230 million in 2024."
    assert told(text) == ["exports 200,000,000 USD 2023 ZMB-MWI", "exports 230,000,000 USD 2024 ZMB-MWI"]


def test_two_headed_casualties_keep_their_states() -> None:
    text = (
        "Armed men crossed the border between Zambia and Malawi on 2 May 2025. Nine people lost their lives, six "
        "Zambians and three Malawians, and fifteen were hurt."
    )
    assert [line for line in told(text) if line.startswith("killed")] == [
        "killed 3 people 2025-05-02 MWI",
        "killed 6 people 2025-05-02 ZMB",
        "killed 9 people 2025-05-02 ZMB-MWI",
    ]
