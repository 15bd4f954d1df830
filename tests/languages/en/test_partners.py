"""Figures of trade as statistics offices and ministries tell them: partner by partner, beside one state's whole trade."""

import pytest
from tests.languages.en.test_figures import told

TOLD = [
    (
        "In 2024 Ghana's largest trade partner was Togo with $722 million, followed by Benin with $619 million, Mali with"
        " $331 million and Niger with $329 million in trade volume.",
        [
            "trade-turnover 329,000,000 USD 2024 GHA-NER",
            "trade-turnover 331,000,000 USD 2024 GHA-MLI",
            "trade-turnover 619,000,000 USD 2024 GHA-BEN",
            "trade-turnover 722,000,000 USD 2024 GHA-TGO",
        ],
    ),
    (
        "Peruvian exports to Chile (+33.6 percent to USD 640 million), Ecuador (+26.6 percent to USD 380 million) and Bolivia"
        " (-4 percent to USD 100 million) moved most in 2024.",
        [
            "exports 100,000,000 USD -4% 2024 PER-BOL",
            "exports 380,000,000 USD +26.6% 2024 PER-ECU",
            "exports 640,000,000 USD +33.6% 2024 PER-CHL",
        ],
    ),
    (
        "Kenya and Uganda: trade\nKenya sold Uganda goods for $300 million in 2024. In the same period Tanzania ranked first"
        " among Kenya's suppliers with imports of $90 million, ahead of Rwanda with $60 million.",
        [
            "exports 300,000,000 USD 2024 KEN-UGA",
            "imports 60,000,000 USD 2024 KEN-RWA",
            "imports 90,000,000 USD 2024 KEN-TZA",
        ],
    ),
    (
        "Peru's trade with Chile resulted in a 107 million dollar deficit in August 2024.",
        ["trade-balance 107,000,000 USD 2024-08 PER-CHL"],
    ),
    (
        "Ghana and Togo increased their bilateral trade by 18 percent in January-October 2024.",
        ["trade-turnover +18% 2024-01/2024-10 GHA-TGO"],
    ),
    (
        "Trade between Ghana and Togo surpassed the target set for 2024 to reach $1.7 billion, up 24 percent.",
        ["trade-turnover 1,700,000,000 USD +24% 2024 GHA-TGO"],
    ),
    (
        "MONTEVIDEO, October 7, 2024 - Trade between Peru and Chile came to $210 million in September.",
        ["trade-turnover 210,000,000 USD 2024-09 PER-CHL"],
    ),
    (
        "Kenya's exports to Uganda came to $320 million (290 million euros) in 2024.",
        ["exports 320,000,000 USD 2024 KEN-UGA"],
    ),
    (
        "Some 2,000 Ivorian refugees crossed into Ghana last week, bringing the total there to 7,200.",
        [
            "displaced 7200 people 2025-09-08/2025-09-14 CIV-GHA",
            "displaced approx 2000 people 2025-09-08/2025-09-14 CIV-GHA",
        ],
    ),
    (
        "Kenya and Uganda: trade\nKenya's exports to Uganda rose by 24 percent in 2024 compared to the previous year to $137"
        " million. In the same year imports came to $104 million.",
        ["exports 137,000,000 USD +24% 2024 KEN-UGA", "imports 104,000,000 USD 2024 KEN-UGA"],
    ),
    (
        "Peru's ambassador to Chile met diplomats.\nPeruvian investment in Chile stands at $45 million and trade between the two"
        " countries came to $14 million last year.",
        ["investment 45,000,000 USD PER-CHL", "trade-turnover 14,000,000 USD 2024 PER-CHL"],
    ),
    (
        "Between 3 March and 5 May 2024 trade between Ghana and Togo came to $80 million.",
        ["trade-turnover 80,000,000 USD 2024-03-03/2024-05-05 GHA-TGO"],
    ),
]
# One state's trade with all others; an aim that is still to be reached.
NOT_BETWEEN_THE_TWO = [
    "Ghana and Togo discuss projects\nThe ministers of Ghana and Togo met in Accra. Ghana's foreign trade turnover rose by 5"
    " percent to $18.7 billion in 2024. Exports came to $8 billion, 7 percent more than in 2023, while imports totalled $10"
    " billion.",
    "Ghana and Togo hope to surpass the target of $1 billion in trade to reach $1.7 billion.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[t[:40] for t, _ in TOLD])
def test_partners(text: str, expected: list[str]) -> None:
    assert told(text) == sorted(expected)


@pytest.mark.parametrize("text", NOT_BETWEEN_THE_TWO, ids=[t[:40] for t in NOT_BETWEEN_THE_TWO])
def test_near_misses(text: str) -> None:
    assert told(text) == []
