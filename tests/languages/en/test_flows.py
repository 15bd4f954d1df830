"""Figures of the economy: trade in many words, periods, currencies, sums given, tables; and near misses."""

from __future__ import annotations

import pytest

from .test_figures import told

# Text, and its figures; lines are paragraphs or, with tabs, rows.
TOLD: list[tuple[str, list[str]]] = [
    (
        "Commerce between Vietnam and Laos topped $2 billion in the year to June 2025.",
        ["trade-turnover gt 2,000,000,000 USD 2024-07/2025-06 VNM-LAO"],
    ),
    (
        "In the eight months to August, trade between Peru and Ecuador came to US$1.2 bn.",
        ["trade-turnover 1,200,000,000 USD 2025-01/2025-08 PER-ECU"],
    ),
    (
        "Bilateral trade between Oman and Iran fell short of $3 billion in 2024.",
        ["trade-turnover lt 3,000,000,000 USD 2024 OMN-IRN"],
    ),
    (
        "Senegal and Mali traded goods worth 812 billion CFA francs last year.",
        ["trade-turnover 812,000,000,000 XOF 2024 SEN-MLI"],
    ),
    (
        "Indonesian exports to Timor-Leste in 2024 reached Rp 3,4 trillion.",
        ["exports 3,400,000,000,000 IDR 2024 IDN-TLS"],
    ),
    (
        "Polish exports to Ukraine were worth 1.234,5 million euros in the first quarter.",
        ["exports 1,234,500,000 EUR 2025-Q1 POL-UKR"],
    ),
    (
        "Malaysia's total trade with Thailand expanded 4.2% year on year to RM112.4 billion in 2024.",
        ["trade-turnover 112,400,000,000 MYR +4.2% 2024 MYS-THA"],
    ),
    ("Egyptian goods worth EGP 12.4bn went to Sudan in 2024.", ["exports 12,400,000,000 EGP 2024 EGY-SDN"]),
    (
        "Slovakia took 2.1bn m³ of gas from Hungary in the third quarter of 2024.",
        ["imports 2,100,000,000 m3 2024-Q3 SVK-HUN gas"],
    ),
    ("Chinese FDI stock in Laos stood at $16.9 billion at end-2024.", ["investment 16,900,000,000 USD 2024 CHN-LAO"]),
    (
        "Kenya and Uganda: trade\nThe deficit of Kenya with Uganda was 12 million dollars in May.\n"
        "Exports to Uganda fell 11% from a year earlier to 50 million dollars, while imports rose to 62 million.",
        [
            "exports 50,000,000 USD -11% 2025-05 KEN-UGA",
            "imports 62,000,000 USD 2025-05 KEN-UGA",
            "trade-balance 12,000,000 USD 2025-05 KEN-UGA",
        ],
    ),
    (
        "Fiji and Tonga\nIn the year ended June 2025, Fiji's exports to Tonga totalled FJ$ 48.2 million.",
        ["exports 48,200,000 FJD 2024-07/2025-06 FJI-TON"],
    ),
    (
        "Pakistan and Afghanistan\nPakistan's exports to Afghanistan came to $1.1 billion in FY2023-24.",
        ["exports 1,100,000,000 USD 2023-07/2024-06 PAK-AFG"],
    ),
    (
        "Togo and Ghana\nTogolese exports to Ghana, 2025, $m\nGas\t118.3\nCars\t64.9",
        ["exports 118,300,000 USD 2025 TGO-GHA gas", "exports 64,900,000 USD 2025 TGO-GHA cars"],
    ),
    (
        "Japan and Cambodia\nJapan granted Cambodia 3.2 billion yen for mine clearance in Battambang province.",
        ["cost 3,200,000,000 JPY mine clearance in Battambang province-JPN-KHM"],
    ),
    # Near misses.
    ("Chile and Peru\nChile asked Peru for a loan of $5 million to repair the pier.", []),
    ("Chile and Peru\nThe company was fined $5 million in Chile for polluting a river.", []),
    ("Kenya and Uganda\nKenya will lend Uganda 30 million dollars for the road.", []),
    ("Trade between Spain and Morocco could reach 25 billion euros by 2027.", []),
    ("Finland exported goods worth 74 billion euros in 2024.", []),
    ("Chile and Peru\nPeru sells the fruit to Chile at 2 dollars a crate.", []),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[t[:44] for t, _ in TOLD])
def test_told(text: str, expected: list[str]) -> None:
    assert told(text) == sorted(expected)
