"""What a sum is of: the thing that is priced beside it, never words that name nothing."""

from __future__ import annotations

import pytest
from tests.languages.en.reading import claims

_HEAD = "Foreign ministers of Kenya and Uganda met on Monday.\n"
PRICED = [
    (
        "A farming programme for 2024-2028, with a budget of 75 million euros, was initialled.",
        "farming programme for 2024-2028",
    ),
    ("The two discussed the sewerage of Malaba, for which Uganda has earmarked $2 million.", "sewerage of Malaba"),
    ("A contract for patrol boats valued at $40 million was signed in May.", "contract for patrol boats"),
    ("According to the press, a $40 million fish contract was signed in May.", "fish contract"),
    ("A deal worth $1 billion with a consortium was signed in May.", "deal"),
    ("Mr Okoth thanked Kenya for $3 million given for the stadium at Busia.", "stadium at Busia"),
]
UNPRICED = [
    "Uganda gave Kenya a loan of $40 million in May.",
    "Mr Okoth thanked Kenya for $3 million.",
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "name"), PRICED, ids=[name for _, name in PRICED])
def test_a_sum_is_of_what_is_priced(sentence: str, name: str) -> None:
    assert [c["about"][0] for c in claims(_HEAD + sentence, "2025-06-17", "indicator")] == [name]


@pytest.mark.parametrize("sentence", UNPRICED)
def test_a_sum_without_a_thing_is_between_the_states(sentence: str) -> None:
    told = claims(_HEAD + sentence, "2025-06-17", "indicator")
    assert all(set(c["about"]) <= {"KEN", "UGA"} for c in told)


def test_no_unit_is_the_name_of_a_work() -> None:
    told = claims(_HEAD + "With 400 MW, the line would tie Kenya to Uganda.", "2025-06-17", "indicator")
    assert all("MW" not in c.get("about", []) for c in told)
