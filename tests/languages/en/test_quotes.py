"""Quotations in single and angular marks are read as those in double ones."""

from __future__ import annotations

import time

import pytest

from accord.languages.en.text.quotes import with_double_marks

from .test_clauses import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘Nobody should pay’, he said.", "“Nobody should pay”, he said."),
        ("'We shall,' he said, 'go home.'", "“We shall,” he said, “go home.”"),
        ("‘It isn’t ours’, said one; ‘it’s theirs’, said another.", "“It isn’t ours”, said one; “it’s theirs”, said another."),
        ("He called it ‘the workers’ rights bill’ and left.", "He called it “the workers’ rights bill” and left."),
        ("‘He said “never” to us,’ she told.", "“He said ‘never’ to us,” she told."),
        ("She spoke of «two good neighbours».", "She spoke of “two good neighbours”."),
        ("“He said ‘never’ to us,” she said.", "“He said ‘never’ to us,” she said."),
        ("The workers’ rights and the ministers’ meeting", "The workers’ rights and the ministers’ meeting"),
        ("In the '90s Sana'a's 'Amran road was shut.", "In the '90s Sana'a's 'Amran road was shut."),
    ],
)  # fmt: skip
def test_marks(text: str, expected: str) -> None:
    assert with_double_marks(text) == expected


def test_a_line_of_many_marks_is_read_in_time() -> None:
    started = time.process_time()
    assert len(with_double_marks(" ‘a b 'c d\" e" * 20_000)) == 260_000
    assert time.process_time() - started < 10


def test_a_quotation_in_single_marks_has_its_speaker_and_its_own_words() -> None:
    text = (
        "The two countries share a river. ‘Trade with Peru is too slow’, said Ana Quispe, foreign minister of Bolivia."
    )
    views = read(text)
    assert views.document.text == text
    assert any(c.said_by and c.said_by[0].name == "Ana Quispe" for c in views.clauses)
