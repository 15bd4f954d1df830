"""What quotes yield, and what happens to a statement whose quotes do not."""

from __future__ import annotations

from typing import Any

import pytest

from accord.languages.en.grounding import grounds
from accord.record import Type
from accord.values import Period

from .conftest import sample_shelf

N, P, S, W, M, ORG, T = (
    Type.NUMBER, Type.PERIOD, Type.STATE, Type.PERSON, Type.NAME, Type.ORGANISATION, Type.TEXT,
)  # fmt: skip

TRUE = [
    (N, 14, "fourteen additional agreements"),
    (N, 500000000, "boost turnover to $500mn by 2030"),
    (N, 12200000, "exceeding $12.2 million in 2024"),
    (N, 4.3, "up 4.3 per cent from the previous year"),
    (N, 17, "its 17th session"),
    (N, 3100000000, "Turnover, USD bn\t2.9\t3.1"),
    (N, 100, "trade doubled in a year"),
    (P, "2025-03-12/2025-03-13", "being March 12-13, 2025, when"),
    (P, "2025-Q1", "in the first quarter of 2025"),
    (P, "2024-12", "a December 2024 meeting"),
    (P, "2021/2022", "clashes in 2021-2022"),
    (S, "KGZ", "his Kyrgyz counterpart"),
    (S, "KGZ", "flew to Bishkek"),
    (W, "President of Kyrgyzstan", "the Kyrgyz President said"),
    (W, "Emomali Rahmon", "Tajik President Emomali Rahmon’s visit"),
    (W, "President of Kenya", "the presidents of Kenya and Uganda"),
    (M, "inauguration of the Datka-Sughd line", "jointly inaugurated the 500kV Datka-Sughd line"),
    (ORG, "CIS", "the Commonwealth of Independent States"),
    (T, "build a joint customs post", "agreed on building a joint customs post"),
    (Type.STATES, ["KGZ", "TJK"], "the Kyrgyz-Tajik border"),
    (S, "UGA", "MOROTO"),  # its town
    (S, "TJK", "Sughd"),  # its province
    (Type.CODE, "positive", "it is good"),
]
FALSE = [
    (S, "USA", "Lima"),  # its namesake is much larger
    (S, "GBR", "Reading"),  # a word
    (S, "UZB", "Sughd"),
    (N, 15, "fourteen additional agreements"),
    (N, 12300000, "exceeding $12.2 million in 2024"),
    (N, 2900000000, "2.9 percent, worth a billion or more"),
    (N, 12.2, "exceeding $12.2 million in 2024"),
    (N, -4.3, "up 4.3 per cent from the previous year"),
    (N, 17, "in 2017 the two"),
    (P, "2025-03-14", "being March 12-13, 2025, when"),
    (P, "2025-03-13", "in March 2025"),
    (P, "2025-03-14", "on March 14"),
    (P, "2024", "in the first quarter of 2025"),
    (S, "KGZ", "his Tajik counterpart"),
    (S, "NER", "in Nigeria"),
    (S, "KEN", "MOROTO"),
    (S, "KGZ", "Sughd"),
    (W, "Emomali Rahmon", "Tajik President Emomali Rahmonov"),
    (W, "Emomali Rahmon", "Tajik President Rustam Emomali"),
    (M, "Treaty on Lake Waters", "the Treaty on Lake Fisheries"),
    (M, "CASA-1000", "the CASA-2000 project"),
    (ORG, "SCO", "the Collective Security Treaty Organization"),
    (T, "build a joint customs post", "agreed on student exchanges"),
    (Type.STATES, ["KGZ", "TJK", "UZB"], "the Kyrgyz-Tajik border"),
]


@pytest.mark.parametrize(("kind", "value", "quote"), TRUE)
def test_yielded(kind: Type, value: Any, quote: str) -> None:
    assert grounds(kind, value, [quote])


@pytest.mark.parametrize(("kind", "value", "quote"), FALSE)
def test_near_miss(kind: Type, value: Any, quote: str) -> None:
    assert not grounds(kind, value, [quote])


def test_a_date_without_its_year_needs_one() -> None:
    assert grounds(P, "2025-03-14", ["on March 14"], Period.parse("2025-03-20"))
    assert grounds(P, "2025-03-14", ["on March 14", "March 12-13, 2025"])


def test_no_quote_yields_nothing() -> None:
    assert not grounds(N, 14, [])
    assert not grounds(M, "Malaba", ["", "  "])


NEAR_MISSES = [
    ("indicator", {"value": 1260000000}, "value"),
    ("indicator", {"change": 4.5}, "change"),
    ("indicator", {"period": "2023"}, "period"),
    ("agreement", {"title": "Treaty on Lake Fisheries"}, "title"),
    ("agreement", {"date": "2024-05-05"}, "date"),
    ("visit", {"visitor": "Asha Wanyonyo"}, "visitor"),
    ("visit", {"host": "TZA", "concerns": ["KEN", "UGA"]}, "host"),
    ("incident", {"killed": 4}, "killed"),
    ("body", {"ordinal": 5}, "ordinal"),
    ("membership", {"organisation": "SADC"}, "organisation"),
    ("crossing", {"name": "Malabar Gate"}, "name"),
]


@pytest.mark.parametrize(("kind", "change", "key"), NEAR_MISSES)
def test_an_ungrounded_statement_is_withheld_and_counted(brief_of: Any, kind: str, change: Any, key: str) -> None:
    book = sample_shelf(kind, everywhere=False, **change)
    brief = brief_of(book)
    assert brief.statements() == []
    assert brief.left_out.counts["withheld"] == 1
    assert book.kept[0].id in brief.left_out.withheld[0]
    assert "does not follow from its quotes" in brief.left_out.withheld[0]
    assert brief.footnotes == ()
    assert "1 statement was withheld" in brief.words["left_intro"]


def test_who_says_so_must_stand_in_the_quotes_too(brief_of: Any) -> None:
    brief = brief_of(sample_shelf("crossing", said_by="Ministry of Magic"))
    assert brief.statements() == []
    assert "who says so Ministry of Magic" in brief.left_out.withheld[0]
