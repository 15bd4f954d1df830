"""Several judgements in one sentence: verbs that share a speaker, names that share a verb."""

from __future__ import annotations

import pytest

from .reading import check, claims

DAY = "2024-05-04"
FIRST = (
    "Peru and Bolivia held talks in Lima. The Minister of Trade of Peru, Rosa Quispe Mamani, received the Minister of "
    "Energy of Bolivia, Jorge Choque Flores. "
)
ROSA, JORGE = "Rosa Quispe Mamani", "Jorge Choque Flores"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Quispe Mamani hailed the deployment of Bolivian police officers in her country and described the friendship "
            "between the two peoples as unbreakable.",
            [{"speaker": ROSA, "topic": "security"}, {"speaker": ROSA, "topic": "general"}],
        ),
        (
            "Quispe Mamani welcomed the growth of trade, condemned the attacks of gunmen on the villagers and called "
            "the frontier unsafe.",
            [{"speaker": ROSA, "stance": "positive"}, {"speaker": ROSA, "stance": "negative"}],
        ),
        (
            "Quispe Mamani and Choque Flores called the water treaty a disaster.",
            [{"speaker": ROSA, "topic": "water"}, {"speaker": JORGE, "topic": "water"}],
        ),
        (
            "Quispe Mamani praised the trade agreement; Choque Flores criticised the schools of the valley.",
            [{"speaker": ROSA, "stance": "positive"}, {"speaker": JORGE, "stance": "negative"}],
        ),
    ],
)
def test_each_has_its_own(text: str, wanted: list[dict[str, object]]) -> None:
    check(claims(FIRST + text, DAY, "assessment"), wanted)


@pytest.mark.parametrize(
    "text",
    [
        "After talks with Choque Flores, Quispe Mamani called the water treaty a disaster.",
        "Quispe Mamani met Choque Flores and called the water treaty a disaster.",
    ],
)
def test_whoever_is_only_near_judges_nothing(text: str) -> None:
    assert [c["speaker"] for c in claims(FIRST + text, DAY, "assessment")] == [ROSA]
