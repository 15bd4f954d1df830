"""Words that tell of fields."""

from __future__ import annotations

import pytest

from accord.languages.en.text.topics import topics_of


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("will train 40 teachers", ("education",)),
        ("to train officials", ("education",)),
        ("twenty trainees a year", ("education",)),
        # ---- near misses
        ("the train to the capital", ("transport",)),
        ("two trains a day", ("transport",)),
    ],
)
def test_training_is_no_railway(words: str, topics: tuple[str, ...]) -> None:
    assert topics_of(words.split()) == topics
