"""Houses opened or begun, envoys shown the door, the Union's sanctions, and rounds of talks, which are no events."""

from __future__ import annotations

import pytest

from .reading import claims

CASES: list[tuple[str, str, set[str]]] = [
    ("Poland's ambassador Jan Nowak opened the Polish school in Lima, Peru, on 3 May 2024.", "opening of", {"POL", "PER"}),
    ("The president of Peru laid the foundation stone of a Polish hospital in Cusco on 4 May 2024, Poland said.", "laying of the foundation stone of", {"POL", "PER"}),
    ("Warsaw showed two Peruvian attachés the door in May.", "expulsion of two Peruvian attachés", {"POL", "PER"}),
    ("Poland ordered out six Peruvian diplomats on Monday.", "expulsion of six Peruvian diplomats", {"POL", "PER"}),
    ("Poland announced that two counsellors of the Peruvian embassy must leave by 9 May 2024.", "expulsion of two counsellors", {"POL", "PER"}),
    ("The European Union imposed sanctions on Belarus on 4 May 2024.", "European Union sanctions on Belarus", {"EU", "BLR"}),
]  # fmt: skip
NOTHING = [
    "Peru and Poland hope that the Polish school in Lima will open its books.",
    "The talks between Peru and Poland on fish went on; the second round ended in April 2024.",
]


@pytest.mark.parametrize(("text", "name", "states"), CASES)
def test_told(text: str, name: str, states: set[str]) -> None:
    found = claims(text, "2024-05-20", "event")
    assert any(c["name"].startswith(name) and set(c["states"]) == states for c in found), found


@pytest.mark.parametrize("text", NOTHING)
def test_not_told(text: str) -> None:
    assert not [c for c in claims(text, "2024-05-20", "event") if c.get("type") in ("ceremony", "consultation")]
