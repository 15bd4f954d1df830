"""Patterns that know the words they need find what `re` finds, and skip what they cannot match."""

from __future__ import annotations

import gc
import re
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpora
from accord.languages import needs, patterns
from accord.languages.en import view

E = needs.EDGE

NEEDS = [
    (r"\b(?:envoy|expel)", [{f"{E}envoy", f"{E}expel"}]),
    (r"\bcrossed into\b", [{f"{E}crossed{E}"}]),
    (r"(?:hand|turn)(?:ed)? \w+ over", [{f"hand{E}", f"turn{E}", f"handed{E}", f"turned{E}"}, {f"{E}over"}]),
    (r"[Tt]rade \d+", [{f"trade{E}"}, {needs.NUMBER}]),
    (r"(?<![\w-])talks(?!\w)", [{f"{E}talks{E}"}]),
    (r"(?<!\S)talks(?= with)", [{f"{E}with"}, {f"{E}talks{E}"}]),
    (r"communiqu[eé]s?", [{"communiqu"}]),
    (r"(?:visit)?\w*", []),
    (r"visit|\d|,", []),
    (r"(?!visit)[a-z]+", []),
    (r"(?<=visit) to", [{f"{E}to"}]),
]


@pytest.mark.parametrize(("pattern", "wanted"), NEEDS)
def test_what_a_pattern_needs(pattern: str, wanted: list[set[str]]) -> None:
    assert needs.needs(pattern)[0] == wanted


BEGINNINGS = [
    (r"\b(?:envoy|summon\w+)", {f"{E}envoy", f"{E}summon"}),
    (r"\b(?:the )?(?:envoys?|[\w-]+ talks)", set()),
    (r"\b(?:the )?(?:envoy\w*|talks)", {f"{E}the{E}", f"{E}envoy", f"{E}talks"}),
    (r"(?<![\w-])\d+ km|\bmiles", {f"{E}{needs.NUMBER}", f"{E}miles"}),
    (r"(?:\bfrom|\bto) ", {f"{E}from{E}", f"{E}to{E}"}),
    (r"envoy", set()),
    (r"\b(?:, )?envoy", set()),
    (r"\b[A-Z]\w+", set()),
]


@pytest.mark.parametrize(("pattern", "wanted"), BEGINNINGS)
def test_what_a_pattern_begins_with(pattern: str, wanted: set[str]) -> None:
    assert needs.needs(pattern)[1] == wanted


def spans(pattern: patterns.Pattern | re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [m.span() for m in pattern.finditer(text, start, end)]


TRICKY = [
    *(pattern for pattern, _ in [*NEEDS, *BEGINNINGS]),
    r"\b(?:over|on|ab)(?!\w)",
    r"\b(?:visit|over)\w*",
    r"\b(?i:kind|is)\b",
    r"(?:a|ab)(?:c|bcd)?\b",
    r"^over|over$",
    r"\Bover",
    r"visit(?:or)*s",
    r"(?P<a>on) (?P=a)",
    r"(?:re-?)?exports?",
    r"_over|over_",
    r"20\d\d",
]


@given(
    st.lists(
        st.sampled_from(
            ["over", "Over", "envoys", "visit", "visitors", "İs", "ıs", "ſ", "Kind", "kind", "on", "ab", "abcd"]
        )
        | st.sampled_from(["2024", "trade", "talks", "with", "communiqué", "hand", "turned", " ", "-", ", ", "_", "re"])
    ).map("".join),
    st.integers(0, 8),
    st.integers(0, 40),
    st.sampled_from(TRICKY),
    st.sampled_from([0, re.IGNORECASE]),
)
def test_finds_what_re_finds(text: str, start: int, end: int, pattern: str, flags: int) -> None:
    bare, ours = re.compile(pattern, flags), patterns.compile(pattern, flags)
    assert spans(ours, text, start, end) == spans(bare, text, start, end)
    found, wanted = ours.search(text, start, end), bare.search(text, start, end)
    assert (found and found.span()) == (wanted and wanted.span())


def test_all_patterns_find_what_re_finds_in_the_open_corpus() -> None:
    documents = corpora.texts(next(c for c in corpora.CORPORA if c.name == "open"))
    for document in documents[:5]:
        view.view(document)  # compiles what is compiled when it is first used
    ours = [p for p in gc.get_objects() if isinstance(p, patterns.Pattern)]
    assert len(ours) > 500
    for document in islice(documents, 0, None, 60):
        for pattern in ours:
            for block in document.blocks[:6]:
                where = (document.text, block.start, block.end)
                assert pattern.findall(*where) == pattern.bare.findall(*where), pattern.pattern


def test_a_pattern_of_later_is_known_to_words_met_before() -> None:
    text = "The zanzibari quokka."
    assert patterns.compile(r"\bquokkas?\b").search(text)
    assert patterns.compile(r"\bzanzibar").search(text)
