"""Statistics releases: tables with their marks, parts and partners, fiscal years, money by its letter; and near misses."""

from __future__ import annotations

import pytest
from tests.languages.en.test_figures import told

from accord.document import Block, Document
from accord.extract import extract

TEXTS = [
    (  # the day of release is no period of the rows
        "Trade of Laos with Thailand\n"
        "Statistical note no. 7 · Released 22 April 2025\n"
        "Year\tExports to Thailand, mln USD\n"
        "2023\t400.5\n"
        "2024\t410.0",
        ["exports 400,500,000 USD 2023 LAO-THA", "exports 410,000,000 USD 2024 LAO-THA"],
    ),
    (  # that it was revised is no day
        "Trade of Laos with Thailand in January-June (revised)\n"
        "Year\tExports to Thailand, mln USD\n"
        "2023\t400.5\n"
        "2024\t410.0",
        ["exports 400,500,000 USD 2023-01/2023-06 LAO-THA", "exports 410,000,000 USD 2024-01/2024-06 LAO-THA"],
    ),
    (
        "Trade of Laos with Thailand, January-June\n"
        "Table 2 (millions of USD)\n"
        "\t2023(a)\t2024(a)\t2025(b)\tVar. % 25/24\n"
        "Exports to Thailand\t400.5\t410.0\t451.0\t10.0\n"
        "of which: electricity\t300.1\t310.0\t341.0\t10.0\n"
        "Balance\t-20.0\t-15.5\t12.0\t..\n"
        "(a) Revised. (b) Preliminary figures.",
        [
            "exports 300,100,000 USD 2023-01/2023-06 LAO-THA electricity",
            "exports 310,000,000 USD 2024-01/2024-06 LAO-THA electricity",
            "exports 341,000,000 USD +10% 2025-01/2025-06 LAO-THA electricity",
            "exports 400,500,000 USD 2023-01/2023-06 LAO-THA",
            "exports 410,000,000 USD 2024-01/2024-06 LAO-THA",
            "exports 451,000,000 USD +10% 2025-01/2025-06 LAO-THA",
            "trade-balance -1.55e+07 USD 2024-01/2024-06 LAO-THA",
            "trade-balance -2e+07 USD 2023-01/2023-06 LAO-THA",
            "trade-balance 12,000,000 USD 2025-01/2025-06 LAO-THA",
        ],
    ),
    (
        "External trade of the Republic of Estonia with neighbouring countries, January-March 2025\n"
        "Partner\tExports, mln EUR\tchange, %\tImports, mln EUR\tchange, %\n"
        "Latvia\t510.2\t-3.1\t402.0\t4.4\n"
        "Finland\t880.0\t2.5\t610.0\t-1.0",
        [
            "exports 510,200,000 EUR -3.1% 2025-01/2025-03 EST-LVA",
            "exports 880,000,000 EUR +2.5% 2025-01/2025-03 EST-FIN",
            "imports 402,000,000 EUR +4.4% 2025-01/2025-03 EST-LVA",
            "imports 610,000,000 EUR -1% 2025-01/2025-03 EST-FIN",
        ],
    ),
    (
        "Georgia: selected partners\n"
        "Exports of Georgia in January-May 2025 (mln. US dollars; in % to January-May 2024)\n"
        "Partner\tExports\t%\n"
        "Armenia\t371.6\t91.5\n"
        "Turkey\t118.4\t113.0",
        [
            "exports 118,400,000 USD +13% 2025-01/2025-05 GEO-TUR",
            "exports 371,600,000 USD -8.5% 2025-01/2025-05 GEO-ARM",
        ],
    ),
    (
        "Trade of Zambia with Botswana, K million\n\tJan-25\tFeb-25\nImports\t4 903.5\t4 728.2\nExports\t571.0\t603.7",
        [
            "exports 571,000,000 ZMW 2025-01 ZMB-BWA",
            "exports 603,700,000 ZMW 2025-02 ZMB-BWA",
            "imports 4,728,200,000 ZMW 2025-02 ZMB-BWA",
            "imports 4,903,500,000 ZMW 2025-01 ZMB-BWA",
        ],
    ),
    (
        "Trade by partner, selected countries\n"
        "Values in billion Nepalese rupees (NPR).\n"
        "Imports from China came to NPR 90.6 billion in FY 2024/25.\n"
        "Partner\tExports 2023/24\tExports 2024/25\n"
        "China\t2.4\t2.9\n"
        "Bhutan\t0.3\t0.2",
        [
            "exports 200,000,000 NPR 2024-07/2025-06 NPL-BTN",
            "exports 2,400,000,000 NPR 2023-07/2024-06 NPL-CHN",
            "exports 2,900,000,000 NPR 2024-07/2025-06 NPL-CHN",
            "exports 300,000,000 NPR 2023-07/2024-06 NPL-BTN",
            "imports 90,600,000,000 NPR 2024-07/2025-06 NPL-CHN",
        ],
    ),
    (
        "Trade of Kenya with Rwanda\n(KSh million)\n"
        "\t2022/23\t2023/24\n"
        "Exports\t41,205\t44,318\n"
        "Re-exports\t3,110\t2,985",
        [
            "exports 2,985,000,000 KES 2023-07/2024-06 KEN-RWA re-exports",
            "exports 3,110,000,000 KES 2022-07/2023-06 KEN-RWA re-exports",
            "exports 41,205,000,000 KES 2022-07/2023-06 KEN-RWA",
            "exports 44,318,000,000 KES 2023-07/2024-06 KEN-RWA",
        ],
    ),
    (
        "Malaysia's trade with Thailand, September 2025\n"
        "Indicator\tSeptember\tSeptember\tJanuary-September\tJanuary-September\n"
        "Indicator\t2025\tChange (%)\t2025\tChange (%)\n"
        "Total trade\t11.40\t-2.1\t104.21\t3.2\n"
        "Values in RM billion.",
        [
            "trade-turnover 104,210,000,000 MYR +3.2% 2025-01/2025-09 MYS-THA",
            "trade-turnover 11,400,000,000 MYR -2.1% 2025-09 MYS-THA",
        ],
    ),
    (
        "Azerbaijan's imports from Georgia by commodity, thousand USD\n"
        "HS\tCommodity\t2024\t2025\tGrowth, %\n"
        "2204\tWine\t8,112.0\t7,704.9\t-5.0\n"
        "2201\tMineral waters\t12,450.3\t14,001.7\t12.5",
        [
            "imports 12,450,300 USD 2024 AZE-GEO mineral waters",
            "imports 14,001,700 USD +12.5% 2025 AZE-GEO mineral waters",
            "imports 7,704,900 USD -5% 2025 AZE-GEO wine",
            "imports 8,112,000 USD 2024 AZE-GEO wine",
        ],
    ),
    (
        "Trade of Slovenia with Serbia\n"
        "\tJan-Dec 2023\tJan-Dec 2024\tIndex 24/23\n"
        "Export (EUR 1,000)\t1 204 551\t1 310 220\t108.8\n"
        "Import (EUR 1,000)\t840 112\t806 500\t96.0",
        [
            "exports 1,204,551,000 EUR 2023 SVN-SRB",
            "exports 1,310,220,000 EUR +8.8% 2024 SVN-SRB",
            "imports 806,500,000 EUR -4% 2024 SVN-SRB",
            "imports 840,112,000 EUR 2023 SVN-SRB",
        ],
    ),
]

SENTENCES = [
    (
        "Kenya's exports to Uganda rose to Sh126.3 billion in 2024 from Sh109.8 billion the previous year.",
        ["exports 109,800,000,000 KES 2023 KEN-UGA", "exports 126,300,000,000 KES 2024 KEN-UGA"],
    ),
    (
        "Peru's exports of tiles to Chile rose 5% to 80 million dollars in 2024; display panels fell 12.4% to 40 million.",
        [
            "exports 40,000,000 USD -12.4% 2024 PER-CHL display panels",
            "exports 80,000,000 USD +5% 2024 PER-CHL tiles",
        ],
    ),
    (
        "Kazakhstan and Russia agreed on trade. The two countries turned over $27.8bn of goods last year.",
        ["trade-turnover 27,800,000,000 USD 2024 KAZ-RUS"],
    ),
    (
        "Turnover between Peru and Chile reached 500 million dollars in 2022. For the first four months of the current "
        "year it has grown by another 14 percent.",
        ["trade-turnover +14% 2025-01/2025-04 PER-CHL", "trade-turnover 500,000,000 USD 2022 PER-CHL"],
    ),
    (
        "Trade between Zambia and Malawi was USD 1.1 bln in 2024 against 866 mln in 2023.",
        ["trade-turnover 1,100,000,000 USD 2024 ZMB-MWI", "trade-turnover 866,000,000 USD 2023 ZMB-MWI"],
    ),
    (
        "The deficit of Georgia in trade with Romania thus reached 140.7 mln. US dollars in 2024.",
        ["trade-balance 140,700,000 USD 2024 GEO-ROU"],
    ),
    (
        "In January-June 2025 Georgia's turnover with Iran came to 360.0 mln USD and with Armenia to 149.5 mln USD.",
        [
            "trade-turnover 149,500,000 USD 2025-01/2025-06 GEO-ARM",
            "trade-turnover 360,000,000 USD 2025-01/2025-06 GEO-IRN",
        ],
    ),
    (
        "Imports from Zambia into Botswana stood at P5 021.3 million in March 2025, up 6.2 percent from February.",
        ["imports 5,021,300,000 BWP +6.2% 2025-03 BWA-ZMB"],
    ),
    (
        "Exports from Bosnia and Herzegovina to Serbia were worth KM 2.71 billion last year.",
        ["exports 2,710,000,000 BAM 2024 BIH-SRB"],
    ),
    (
        "India's exports to Oman stood at $8.9 billion in the last fiscal, a rise of 6.1 per cent.",
        ["exports 8,900,000,000 USD +6.1% 2024-04/2025-03 IND-OMN"],
    ),
    (
        "Two-way trade between India and Oman touched $10.06 billion in FY25.",
        ["trade-turnover 10,060,000,000 USD 2024-04/2025-03 IND-OMN"],
    ),
    (
        "Trade between China and Pakistan amounted to Rs61.3bn in the first quarter of the current fiscal year "
        "(July-September), an increase of 17pc over the same period of last year.",
        ["trade-turnover 61,300,000,000 PKR +17% 2025-07/2025-09 CHN-PAK"],
    ),
    (
        "Trade between Egypt and Sudan totalled USD 587.4 million in the first half of 2025, against USD 511.0 million "
        "one year earlier, a rise of 15.0%.",
        [
            "trade-turnover 511,000,000 USD 2024-01/2024-06 EGY-SDN",
            "trade-turnover 587,400,000 USD +15% 2025-01/2025-06 EGY-SDN",
        ],
    ),
    (
        "Peru's deficit with Chile narrowed from $238.6 million to $229.7 million in 2024.",
        ["trade-balance 229,700,000 USD 2024 PER-CHL"],
    ),
    (
        "Goods traded between Peru and Bolivia in the first six months of 2025 were worth US$ 460 million.",
        ["trade-turnover 460,000,000 USD 2025-01/2025-06 PER-BOL"],
    ),
    (
        "Goods worth almost 9 billion euros crossed the border between Latvia and Estonia in the first half of 2025.",
        ["trade-turnover approx 9,000,000,000 EUR 2025-01/2025-06 LVA-EST"],
    ),
    (
        "The chamber expects turnover between Peru and Bolivia of $1.3bn this year.",
        ["trade-turnover 1,300,000,000 USD 2025 PER-BOL"],
    ),
    (
        "Exports from Botswana to Namibia were P684.9 million in March 2025, of which just P96.2 million was beef.",
        ["exports 684,900,000 BWP 2025-03 BWA-NAM", "exports 96,200,000 BWP 2025-03 BWA-NAM beef"],
    ),
]

NEAR_MISSES = [
    "Peru-Bolivia trade is expected to reach 2 billion dollars in 2030.",
    "The Export-Import Bank of China lent Tajikistan nothing in 2024, and Dushanbe owes it 900 million dollars.",
    "Peru and Bolivia instructed their ministers to work towards trade of USD 30 billion by 2028.",
    "Ghana and Togo: the $100-billion mark set for 2030 in their trade could be reached early.",
]


@pytest.mark.parametrize(("text", "expected"), [*TEXTS, *SENTENCES], ids=lambda x: str(x)[:40])
def test_told(text: str, expected: list[str]) -> None:
    assert told(text) == sorted(expected)


def test_goods_listed_under_a_lead() -> None:
    text = "Main goods exported from Peru to Bolivia in 2024:\nMill products: USD 96.2 million\nSteel: USD 40 million"
    spans = [(0, 49), (50, 81), (82, len(text))]
    blocks = [Block("item" if at else "paragraph", *span) for at, span in enumerate(spans)]
    claims = extract(Document("h", "d.txt", text, tuple(blocks), "en"))
    found = {(c.values["goods"], c.values["value"], c.values["period"]) for c in claims if c.kind == "indicator"}
    assert found == {("mill products", 96200000, "2024"), ("steel", 40000000, "2024")}


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_misses(text: str) -> None:
    assert not [line for line in told(text) if not line.startswith("other")]
