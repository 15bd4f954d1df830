"""People in flight, works told by their size, borders, flights by the week, and numbers of things counted."""

from __future__ import annotations

import pytest
from tests.languages.en.test_figures import told

_HEAD = "Foreign ministers of {} and {} spoke about the border on Monday.\n"
TOLD = [
    ("Nepal", "Bhutan", "Kathmandu on Friday recalled its envoy, two days after four porters were shot dead at the frontier.", ["killed 4 people 2025-09-17 NPL-BTN"]),
    ("Chad", "Niger", "A third trooper was hurt and a herder of 31 lost his life when raiders struck the wells on 4 May 2025.", ["injured 1 people 2025-05-04 TCD-NER"]),
    ("Kenya", "Somalia", "Kenya hosts 410,000 Somalis, most of them in the camps of Dadaab, the refugee agency said.", ["displaced 410,000 people KEN-SOM"]),
    ("Kenya", "Somalia", "Some 2,700 people have crossed into Mandera since the shelling displaced them.", ["displaced approx 2700 people KEN-SOM"]),
    ("Peru", "Chile", "The 47-km spur to the Tacna mine is to be rebuilt.", ["line-length 47 km spur to the Tacna"]),
    ("Peru", "Chile", "The Arica-Tacna interconnector (2 GW) is to be built by a consortium.", ["capacity 2000 MW Arica-Tacna interconnector"]),
    ("Peru", "Chile", "The frontier runs for some 169 kilometres from the coast to the mountains.", ["border-length approx 169 km PER-CHL"]),
    ("Peru", "Chile", "The Andes divide Peru and Chile over some 160 kilometres.", ["border-length approx 160 km PER-CHL"]),
    ("Peru", "Chile", "Of the 169 km that both share, 120 km have been marked.", ["border-delimited 120 km PER-CHL", "border-length 169 km PER-CHL"]),
    ("Peru", "Chile", "They share a frontier of 169 km (105 miles).", ["border-length 169 km PER-CHL"]),
    ("Laos", "Thailand", "The airline will fly to Udon Thani from Vientiane five times a week.", ["flights 5 Udon Thani-Vientiane-LAO-THA"]),
    ("Laos", "Thailand", "There are twice-weekly flights between Vientiane and Bangkok.", ["flights 2 Vientiane-Bangkok-LAO-THA"]),
    ("Laos", "Thailand", "The number of border checkpoints rose to 19 from 12 in 2015.", ["checkpoints 12 2015 LAO-THA", "checkpoints 19 LAO-THA"]),
    ("Laos", "Thailand", "Clearing a lorry takes about six hours at Nong Khai.", ["duration approx 6 h THA-LAO"]),
    ("Laos", "Thailand", "The number of Lao workers turned back at the bridge stood at 340 last month.", ["other 340 people 2025-08 LAO-THA"]),
    ("Laos", "Thailand", "Freight over the Nong Khai bridge grew by 12% in January-June 2025 and reached 1.1 million tonnes.", ["other 1,100,000 t +12% 2025-01/2025-06 Nong Khai bridge-THA-LAO freight"]),
    ("Laos", "Thailand", "This was the fifteenth such seizure since 2022.", ["incidents 15 2022/.. LAO-THA"]),
    ("Laos", "Thailand", "Some 44,000 Thais spent their holidays in Laos in 2024.", ["visitors approx 44,000 people 2024 THA-LAO"]),
    ("Laos", "Thailand", "Thailand employs 88,000 Lao seasonal workers.", ["other 88,000 people THA-LAO"]),
]  # fmt: skip
NOTHING = [
    "The road to the pass was shortened from 60 km to 12 km.",
    "19 May 2025 | Politics | 3,204 views",
    "The mayor welcomed 250 guests.",
    "The station is 40 km to the south of Lomé.",
    "A herder of 31 was taken to court.",
]


@pytest.mark.parametrize(("first", "second", "sentence", "expected"), TOLD, ids=[t[2][:40] for t in TOLD])
def test_crowds_and_sizes(first: str, second: str, sentence: str, expected: list[str]) -> None:
    assert told(_HEAD.format(first, second) + sentence) == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_crowds(sentence: str) -> None:
    assert told(_HEAD.format("Ghana", "Togo") + sentence) == []
