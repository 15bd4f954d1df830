"""Ambassadors who left and are back, told by their desks and posts."""

from __future__ import annotations

import pytest

from .reading import claims

PAGE = "Kenya and Uganda\n"
BACK = [
    ("Nairobi recalled its ambassador from Kampala on 16 February 2023; he was back at his desk in March 2023.",
     [("restored", "2023-03"), ("suspended", "2023-02-16")]),
    ("Nairobi recalled its ambassador on 16 February 2023. She is back by 6 March 2023.",
     [("restored", "2023-03-06"), ("suspended", "2023-02-16")]),
    ("envoys withdrawn, back at their posts on 26 January 2024", [("restored", "2024-01-26")]),
    ("Both ambassadors back at work since 26 January 2024", [("restored", "2024-01-26")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), BACK)
def test_ambassadors_are_back(text: str, wanted: list[tuple[str, str]]) -> None:
    found = claims(PAGE + text, "2024-03-05", "tie")
    assert sorted((c["action"], c["date"]) for c in found if c["type"] == "ambassador") == wanted


@pytest.mark.parametrize(
    "text",
    ["The teachers are back at their posts since 26 January 2024.", "He is back by 6 March 2023, says the cook."],
)
def test_others_who_are_back_are_no_tie(text: str) -> None:
    assert claims(PAGE + text, "2024-03-05", "tie") == []
