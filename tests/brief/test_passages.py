"""Text fragments, addresses that may be linked, and the sentences around a quote."""

from __future__ import annotations

import pytest

from accord.brief.passages import around, link, sentence_around, text_fragment

from .shelf import document

FRAGMENTS = [
    ("border treaty", "text=border%20treaty"),
    ("the Kyrgyz-Tajik border", "text=the%20Kyrgyz%2DTajik%20border"),
    ("a, b & c", "text=a%2C%20b%20%26%20c"),
    ("50% of it", "text=50%25%20of%20it"),
    ("“Сарҳад” #1", "text=%E2%80%9C%D0%A1%D0%B0%D1%80%D2%B3%D0%B0%D0%B4%E2%80%9D%20%231"),
    ("two\n  lines", "text=two%20lines"),
    ("", ""),
]


@pytest.mark.parametrize(("quote", "fragment"), FRAGMENTS)
def test_text_fragment(quote: str, fragment: str) -> None:
    assert text_fragment(quote) == fragment


def test_a_long_quote_is_given_by_its_ends() -> None:
    quote = (
        "On March 31, 2025, President Rahmon and his Kyrgyz counterpart jointly inaugurated the 500kV Datka-Sughd line."
    )
    assert (
        text_fragment(quote)
        == "text=On%20March%2031%2C%202025%2C%20President,inaugurated%20the%20500kV%20Datka%2DSughd%20line."
    )


LINKS = [
    ("https://example.org/a?b=1&c=2", "x y", "https://example.org/a?b=1&c=2#:~:text=x%20y"),
    ("https://example.org/a#part", "x", "https://example.org/a#part:~:text=x"),
    ("https://example.org/a#:~:text=old", "x", "https://example.org/a#:~:text=x"),
    ('https://example.org/a b"><script>', "", "https://example.org/ab%22%3E%3Cscript%3E"),
    ("javascript:alert(1)", "x", ""),
    ("JaVaScRiPt://example.org/%0aalert(1)", "x", ""),
    ("data:text/html,<script>", "x", ""),
    ("file:///etc/passwd", "x", ""),
    ("//example.org/a", "x", ""),
    ("http://[bad", "x", ""),
    ("", "x", ""),
]


@pytest.mark.parametrize(("url", "quote", "expected"), LINKS)
def test_link(url: str, quote: str, expected: str) -> None:
    assert link(url, quote) == expected


TEXT = "A headline\nFirst one here. Second one there, as Amb. Oduya said. Third one. Fourth one.\nNext block. And more."


def test_a_sentence_on_either_side() -> None:
    paper = document("a.txt", TEXT)
    start = TEXT.index("Third one.")
    before, after = around(paper, start, start + len("Third one."))
    assert before == "Second one there, as Amb. Oduya said. "
    assert after == " Fourth one."


def test_the_rest_of_its_own_sentence_comes_too() -> None:
    paper = document("a.txt", TEXT)
    start = TEXT.index("there")
    before, after = around(paper, start, start + len("there"))
    assert before == "First one here. Second one "
    assert after.startswith(", as Amb.")


def test_the_next_block_follows_where_the_block_ends() -> None:
    paper = document("a.txt", TEXT)
    start = TEXT.index("Fourth one.")
    before, after = around(paper, start, start + len("Fourth one."))
    assert before == "Third one. "
    assert after.strip() == "Next block."


def test_a_quote_takes_in_its_sentence() -> None:
    paper = document("a.txt", TEXT)
    start = TEXT.index("one.", TEXT.index("Third"))
    first, last = sentence_around(paper, start, start + 3)
    assert TEXT[first:last] == "Third one."


def test_a_sentence_too_long_for_a_quote_is_left_alone() -> None:
    text = "word " * 200 + "end."
    paper = document("a.txt", text)
    assert sentence_around(paper, 500, 510) == (500, 510)
