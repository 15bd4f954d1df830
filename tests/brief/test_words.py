"""Dates, amounts and lists as people write them; the pattern language."""

from __future__ import annotations

import pytest

from accord.brief.words import Words
from accord.gazetteer import display
from accord.languages.catalogue import Piece, Slot, fill, load, parse_pattern

WORDS = Words(load(), display)

DATES = [
    ("2025-03-13", "", "13 March 2025"),
    ("2025-03-13", "on", "on 13 March 2025"),
    ("2025-03-12/2025-03-13", "", "12–13 March 2025"),
    ("2025-03-30/2025-04-02", "on", "on 30 March–2 April 2025"),
    ("2024-12-30/2025-01-02", "", "30 December 2024 – 2 January 2025"),
    ("2024-12", "on", "in December 2024"),
    ("2025", "on", "in 2025"),
    ("2025", "by", "by 2025"),
    ("2025-Q1", "", "first quarter of 2025"),
    ("2025-Q1", "on", "in the first quarter of 2025"),
    ("2025-Q1", "by", "by the first quarter of 2025"),
    ("2025-Q4", "for", "for the fourth quarter of 2025"),
    ("2024-01/2024-06", "on", "in the first half of 2024"),
    ("2024-07/2024-12", "", "second half of 2024"),
    ("2025-03/2025-05", "", "March–May 2025"),
    ("2021/2022", "on", "in 2021–2022"),
    ("../2030", "by", "by 2030"),
    ("2021/..", "on", "since 2021"),
    ("2026/..", "by", "from 2026 on"),
    ("nonsense", "on", "nonsense"),
]


@pytest.mark.parametrize(("iso", "form", "words"), DATES)
def test_date(iso: str, form: str, words: str) -> None:
    assert WORDS.date(iso, form) == words


AMOUNTS = [
    (12200000, "USD", "$12.2 million"),
    (500000000, "USD", "$500 million"),
    (1250000000, "EUR", "€1.25 billion"),
    (1234567, "USD", "$1,234,567"),
    (350000000, "KGS", "KGS 350 million"),
    (-3000000, "USD", "−$3 million"),
    (500, "kV", "500 kV"),
    (970.8, "km", "970.8 km"),
    (4.3, "percent", "4.3 percent"),
    (12345, "", "12,345"),
    (14, "", "14"),
    (60, "people", "60 people"),
    (1, "years", "1 year"),
    (23, "years", "23 years"),
]


@pytest.mark.parametrize(("value", "unit", "words"), AMOUNTS)
def test_quantity(value: float, unit: str, words: str) -> None:
    assert WORDS.quantity(value, unit) == words


def test_comparison_echoes_the_quote() -> None:
    from accord.languages.en.grounding import grounds
    from accord.record import Type

    words = Words(load(), display, lambda number, text: grounds(Type.NUMBER, number, [text]))
    quote = "at least fourteen cases, in which more than 60 people were injured"
    assert words.amount({"value": 14, "comparison": "gt"}, "value", [quote]) == "at least 14"
    assert words.amount({"value": 60, "comparison": "gt"}, "value", [quote]) == "more than 60"
    assert words.amount({"value": 23, "comparison": "approx"}, "value", ["nearly 23 years"]) == "nearly 23"


def test_range_and_change() -> None:
    values = {"value": 10000000, "low": 10000000, "high": 12000000, "unit": "USD"}
    assert WORDS.amount(values, "value") == "$10 million to $12 million"
    assert WORDS.amount({"killed": [3, 5]}, "killed") == "3 to 5"
    assert [WORDS.change(4.3), WORDS.change(-12), WORDS.change(0)] == ["up 4.3 percent", "down 12 percent", "unchanged"]


def test_names() -> None:
    assert WORDS.join(["a", "b", "c"]) == "a, b and c"
    assert WORDS.state("USA") == "the United States"
    assert WORDS.actors(["KGZ", "President of Tajikistan"]) == "Kyrgyzstan and the President of Tajikistan"
    assert WORDS.paper("Treaty on Water", "") == "the Treaty on Water"
    assert WORDS.paper("cooperation in agriculture", "memorandum") == "the memorandum “cooperation in agriculture”"
    assert [WORDS.ordinal(n) for n in (1, 2, 3, 11, 17, 22)] == ["1st", "2nd", "3rd", "11th", "17th", "22nd"]


def test_pattern_groups() -> None:
    pattern = parse_pattern("{a}[ in {b}[ ({c})]][ on {d}]\\[x\\]")

    def filler(slot: Slot) -> list[Piece] | None:
        return {"a": [Piece("A", "a")], "b": [Piece("B", "b")]}.get(slot.name)

    assert "".join(p.text for p in fill(pattern, filler) or ()) == "A in B[x]"
    assert fill(parse_pattern("{a} {d}"), filler) is None


@pytest.mark.parametrize("pattern", ["{a", "[a", "a]", "{A}"])
def test_a_broken_pattern_is_named(pattern: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        parse_pattern(pattern)


def test_every_pattern_of_the_catalogue_can_be_read() -> None:
    def walk(node: object) -> None:
        if isinstance(node, dict):
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for line in node:
                parse_pattern(line)
        elif isinstance(node, str):
            pass

    walk(load().get("sentence"))
