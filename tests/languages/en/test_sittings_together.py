"""Several sessions, several bodies in one sentence, each with its own day and place."""

from __future__ import annotations

import pytest

from .reading import check, claims

DAY = "2024-05-04"
FIRST = "Peru and Bolivia held talks in Lima on 3 May 2024. "
TRADE, WATER = "Joint Commission on Trade", "Joint Committee on Water"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Joint Commission on Trade, which was set up in 2004 and last convened in March 2021, should meet every quarter.",
            [{"action": "established", "date": "2004"}, {"action": "session-held", "date": "2021-03"}],
        ),
        (
            "The Joint Commission on Trade will meet in Oruro on 12 June; it last met in Lima in March 2022.",
            [
                {"action": "session-planned", "date": "2024-06-12", "place": "Oruro"},
                {"action": "session-held", "date": "2022-03", "place": "Lima"},
            ],
        ),
        (
            "Sessions of the Joint Commission on Trade were held in Lima in 2019, in La Paz in 2021 and in Oruro in 2023.",
            [
                {"name": TRADE, "date": day, "place": place}
                for day, place in (("2019", "Lima"), ("2021", "La Paz"), ("2023", "Oruro"))
            ],
        ),
        (
            "The Joint Commission on Trade and the Joint Committee on Water met in Lima on 2 May 2024.",
            [{"name": name, "action": "session-held", "date": "2024-05-02"} for name in (TRADE, WATER)],
        ),
        (
            "The ministers agreed to set up a joint commission on water and a joint committee on tourism.",
            [
                {"name": f"joint {name}", "action": "established"}
                for name in ("commission on water", "committee on tourism")
            ],
        ),
        (
            "A joint commission set up in 2019 met once, in Oruro in January 2022.",
            [{"action": "established", "date": "2019"}, {"action": "session-held", "date": "2022-01"}],
        ),
    ],
)
def test_each_session_is_told(text: str, wanted: list[dict[str, object]]) -> None:
    check(claims(FIRST + text, DAY, "body"), wanted)


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Commission on Trade met in Lima on 2 May 2024, in a hall built in 2019.",
        "The Joint Commission on Trade and the minister met in Lima on 2 May 2024.",
    ],
)
def test_one_session_is_one(text: str) -> None:
    assert [c["name"] for c in claims(FIRST + text, DAY, "body")] == [TRADE]
