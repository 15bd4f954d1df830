"""Amounts, percent changes and counts in running text: what is read, and what only looks like one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.document import Span
from accord.languages.en.values.amounts import amounts
from accord.languages.views import Mention
from accord.values import Number


def read(text: str) -> list[Mention]:
    return amounts(text, [Span(0, len(text))])


def said(text: str) -> list[tuple[str, Number, str]]:
    """The words, value and unit of each amount and number."""
    found = [(m, m.amount) for m in read(text)]
    return [(text[m.span.start : m.span.end], a.value, a.unit) for m, a in found if a is not None]


def changes(text: str) -> list[tuple[Number, str]]:
    """The percent and the base of each change."""
    return [(m.change.percent, m.attributes.get("base", "")) for m in read(text) if m.change is not None]


MONEY: list[tuple[str, str, Number, str]] = [
    ("worth $12.2 million in 2024", "$12.2 million", 12200000, "USD"),
    ("increase it to 500 million US dollars.", "500 million US dollars", 500000000, "USD"),
    ("trade turnover to $500mn by 2030", "$500mn", 500000000, "USD"),
    ("a $500-million loan", "$500-million", 500000000, "USD"),
    ("a 500-million-dollar credit line", "500-million-dollar", 500000000, "USD"),
    ("US$ 3.4 billion of exports", "US$ 3.4 billion", 3400000000, "USD"),
    ("USD 1.118 bln", "USD 1.118 bln", 1118000000, "USD"),
    ("13.3 billion U.S. dollars", "13.3 billion U.S. dollars", 13300000000, "USD"),
    ("360,5 mln dollars", "360,5 mln dollars", 360500000, "USD"),
    ("a fund of $2000", "$2000", 2000, "USD"),
    ("€350m for roads", "€350m", 350000000, "EUR"),
    ("£2m and more", "£2m", 2000000, "GBP"),
    ("KSh 4bn was paid", "KSh 4bn", 4000000000, "KES"),
    ("Tk 500 crore", "Tk 500 crore", 5000000000, "BDT"),
    ("INR 20 lakh", "INR 20 lakh", 2000000, "INR"),
    ("5bn yuan of goods", "5bn yuan", 5000000000, "CNY"),
    ("3 billion soms", "3 billion soms", 3000000000, "KGS"),
    ("40 million somoni", "40 million somoni", 40000000, "TJS"),
    ("500 million tenge", "500 million tenge", 500000000, "KZT"),
    ("90 billion Russian roubles", "90 billion Russian roubles", 90000000000, "RUB"),
    ("10 million Swiss francs", "10 million Swiss francs", 10000000, "CHF"),
    ("30 million Egyptian pounds", "30 million Egyptian pounds", 30000000, "EGP"),
    ("20 million UAE dirhams", "20 million UAE dirhams", 20000000, "AED"),
]
MEASURES: list[tuple[str, str, Number, str]] = [
    ("the countries share 971 kilometers of border", "971 kilometers", 971, "km"),
    ("812 kilometres and 40 metres of border", "812 kilometres and 40 metres", 812.04, "km"),
    ("a 480-km link", "480-km", 480, "km"),
    ("200 miles away", "200 miles", 200, "mi"),
    ("inaugurated the 500kV line", "500kV", 500, "kV"),
    ("a 3,600 MW plant", "3,600 MW", 3600, "MW"),
    ("1.9 GW of solar", "1.9 GW", 1900, "MW"),
    ("3.5 billion kilowatt-hours of electricity", "3.5 billion kilowatt-hours", 3500000000, "kWh"),
    ("2.3 TWh a year", "2.3 TWh", 2.3, "TWh"),
    ("15 billion cubic metres of gas", "15 billion cubic metres", 15000000000, "m3"),
    ("10 bcm of gas", "10 bcm", 10000000000, "m3"),
    ("3 500 km² of steppe", "3 500 km²", 3500, "km2"),
    ("12,000 hectares of land", "12,000 hectares", 12000, "ha"),
    ("Orlo bridge: 89 m euros", "89 m euros", 89000000, "EUR"),
    ("a bridge of 89 m over the river", "89 m", 89, "m"),
    ("2,5 million tonnes of grain", "2,5 million tonnes", 2500000, "t"),
    ("one and a half million tons", "one and a half million tons", 1500000, "t"),
    ("sold 2024 tonnes of cotton", "2024 tonnes", 2024, "t"),
    ("a share of 12 per cent", "12 per cent", 12, "percent"),
    ("inflation was down to 4.3 per cent", "4.3 per cent", 4.3, "percent"),
    ("23 years of negotiations", "23 years", 23, "years"),
    ("a two-day visit", "two-day", 2, "days"),
    ("500 people were moved", "500", 500, "people"),
    ("six Tajik nationals were killed", "six", 6, "people"),
    ("12 border guards", "12", 12, "people"),
    ("14 police officers", "14", 14, "people"),
    ("250 businessmen from each side", "250", 250, "people"),
    ("around a billion US$ annually", "around a billion US$", 1000000000, "USD"),
    ("welcomed 2025 participants", "2025", 2025, "people"),
    ("half a million tourists came", "half a million", 500000, "people"),
]
COUNTS = [
    ("fourteen additional bilateral agreements and memorandums", "fourteen", 14, "agreements"),
    ("a framework of 139 agreements", "139", 139, "agreements"),
    ("held 14 presidential visits, the last", "14", 14, "visits"),
    ("two key border checkpoints-Guliston", "two", 2, "checkpoints"),
    ("about a dozen agreements", "about a dozen", 12, "agreements"),
    ("more than 200 conflicts have erupted", "more than 200", 200, "conflicts"),
    ("a 12-point plan", "12", 12, "point"),
    ("bought 1500 vehicles", "1500", 1500, "vehicles"),
    ("signed nine memoranda of", "nine", 9, "memoranda"),
    ("killing four and leaving", "four", 4, ""),
    ("On 14 of the days", "14", 14, ""),
]
COMPARED = [
    ("exceeding $12.2 million", "gt"),
    ("more than 60 people", "gt"),
    ("at least fourteen cases", "gt"),
    ("no fewer than 36 people", "gt"),
    ("upwards of $3 billion", "gt"),
    ("100+ companies", "gt"),
    ("50 or more villages", "gt"),
    ("less than 10 km", "lt"),
    ("up to 30 percent of the water", "lt"),
    ("not exceeding 5 years", "lt"),
    ("nearly four years", "approx"),
    ("some 300-odd families", "approx"),
    ("20 or so experts", "approx"),
    ("an estimated 500 people", "approx"),
    ("12 hectares", ""),
    ("Over three decades, they met", ""),
]
RANGES = [
    ("between 10 and 12 million dollars", 10000000, 12000000, "USD"),
    ("$10-12 million", 10000000, 12000000, "USD"),
    ("$10m–$12m", 10000000, 12000000, "USD"),
    ("from 10 to 12 thousand tourists", 10000, 12000, "people"),
    ("between 25 and 30 per cent of the people", 25, 30, "percent"),
    ("20 percent to 30 percent of it", 20, 30, "percent"),
    ("10 to 15 days", 10, 15, "days"),
    ("two or three rounds", 2, 3, ""),
]
CHANGES = [
    ("up 4.3 per cent from the previous year", 4.3, "previous"),
    ("a 29.8 per cent year-on-year increase", 29.8, "previous"),
    ("rose by 4.3%", 4.3, ""),
    ("fell 12% year on year", -12, "previous"),
    ("down 7 percent compared with the same period last year", -7, "previous"),
    ("an increase of 15 per cent compared to 2019", 15, "2019"),
    ("5.7 percent higher than in January 2023", 5.7, "2023-01"),
    ("9 per cent less than last year", -9, "previous"),
    ("increased by more than 15 per cent", 15, ""),
    ("exports to Kazakhstan increased over the year by 12%", 12, "previous"),
    ("dropped by 15.1 percent compared to 1H2019", -15.1, "2019-01/2019-06"),
    ("growth rate was 4.3%", 4.3, ""),
    ("+4.3%", 4.3, ""),
    ("-7.1%", -7.1, ""),
    ("declined by a third", -33.3, ""),
    ("cut by two thirds", -66.7, ""),
    ("reduce it by half", None, ""),
    ("reduced by half", -50, ""),
    ("exports doubled", 100, ""),
    ("to double trade by 2030", 100, ""),
    ("more than quadrupled", 300, ""),
    ("halved", -50, ""),
    ("a ninefold increase", 800, ""),
    ("a 3-fold increase", 200, ""),
    ("grew 2.5 times", 150, ""),
    ("2.1 times more in comparison to the same period of 2020", 110, "2020"),
    ("3 percentage points higher", None, ""),
    ("a 12 per cent share", None, ""),
    ("met 10 times", None, ""),
    ("double taxation", None, ""),
    ("surged by $1.13 billion", None, ""),
]
NOTHING = [
    "CASA-1000 project",
    "the Kambarata HPP-1 project",
    "the G20 and the C5+1",
    "Resolution 2231",
    "Article 5 and page 3",
    "No. 5",
    "Nord Stream 2",
    "a Boeing 737",
    "at 10.30 a.m. and 15:00",
    "3 pm",
    "10 o'clock",
    "tel +992 37 221-15-60",
    "(992 37) 227 17 00",
    "won 2-1",
    "9/11 and 24/7",
    "March 12-13, 2025",
    "on 13.03.2025",
    "in 2024",
    "two years ago",
    "in the first nine months of 2024",
    "the 17th session",
    "the 20th century",
    "a second round",
    "dozens of casualties",
    "hundreds of people",
    "tens of thousands",
    "One of the leaders",
    "one another, on the one hand",
    "The two also discussed",
    "two-way trade",
    "Article 12 (2)",
    "a 23-year-old man",
    "3 percentage points",
    "5G network and Su-25 jets",
    "1. Historical Background",
    "may march",
]


@pytest.mark.parametrize(("text", "words", "value", "measure"), MONEY + MEASURES)
def test_amount(text: str, words: str, value: Number, measure: str) -> None:
    assert said(text) == [(words, value, measure)]


@pytest.mark.parametrize(("text", "words", "value", "noun"), COUNTS)
def test_count(text: str, words: str, value: Number, noun: str) -> None:
    (mention,) = read(text)
    assert mention.type == "number"
    assert said(text) == [(words, value, "")]
    assert mention.attributes.get("noun", "") == noun


@pytest.mark.parametrize(("text", "comparison"), COMPARED)
def test_comparison_is_inside_the_span(text: str, comparison: str) -> None:
    (mention,) = read(text)
    assert mention.amount is not None
    assert mention.amount.comparison == comparison
    if comparison and text[0].isalpha():
        assert mention.span.start == 0


@pytest.mark.parametrize(("text", "low", "high", "measure"), RANGES)
def test_range(text: str, low: Number, high: Number, measure: str) -> None:
    (mention,) = read(text)
    amount = mention.amount
    assert amount is not None
    assert (amount.value, amount.low, amount.high, amount.unit) == (low, low, high, measure)


@pytest.mark.parametrize(("text", "percent", "base"), CHANGES)
def test_change(text: str, percent: Number | None, base: str) -> None:
    assert changes(text) == ([] if percent is None else [(percent, base)])


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    assert [text[m.span.start : m.span.end] for m in read(text)] == []


MOVES: list[tuple[str, Number, Number, str]] = [
    ("trade rose from 640 to 905 tonnes", 640, 905, "t"),
    ("grew from $1.2 billion to $1.5 billion", 1200000000, 1500000000, "USD"),
    ("the share rose from 3% to 5%", 3, 5, "percent"),
]


@pytest.mark.parametrize(("text", "old", "new", "measure"), MOVES)
def test_move_is_no_range(text: str, old: Number, new: Number, measure: str) -> None:
    (mention,) = read(text)
    amount = mention.amount
    assert amount is not None
    assert (amount.value, amount.unit, amount.low, mention.attributes["from"]) == (new, measure, None, old)


SHARED = [
    ("Rs 12 crore", 120000000, "rupee"),
    ("5 million francs", 5000000, "franc"),
    ("5 billion CFA francs", 5000000000, "CFA franc"),
    ("20 million dirhams", 20000000, "dirham"),
    ("40 million pounds", 40000000, "pound"),
]


@pytest.mark.parametrize(("text", "value", "name"), SHARED)
def test_currency_of_several_states_has_no_unit(text: str, value: Number, name: str) -> None:
    (mention,) = read(text)
    assert mention.type == "amount"
    assert mention.amount is not None
    assert (mention.amount.value, mention.amount.unit, mention.attributes["currency"]) == (value, "", name)


def test_a_sentence_of_an_article() -> None:
    text = "exceeding $12.2 million in 2024, up 4.3 per cent from the previous year, and 6 people in 2 cars."
    kinds: list[tuple[str, Any]] = [(m.type, m.amount.value if m.amount else None) for m in read(text)]
    assert kinds == [("amount", 12200000), ("change", None), ("amount", 6), ("number", 2)]


def test_a_base_is_the_figures_own() -> None:
    assert changes("down 6.8 per cent compared to June but up 6.1 per cent year-on-year") == [
        (-6.8, ""),
        (6.1, "previous"),
    ]


def test_a_verb_serves_two_figures() -> None:
    text = "exports increased by 22 percent and imports from Russia by 30.1 percent compared to 2020"
    assert changes(text) == [(22, ""), (30.1, "2020")]
    assert [text[m.span.start : m.span.end] for m in read(text)][1] == "by 30.1 percent"


def test_offsets_are_of_the_whole_text() -> None:
    text = "Nothing here.\nThen 14 visits were made."
    (mention,) = amounts(text, [Span(0, 13), Span(14, len(text))])
    assert text[mention.span.start : mention.span.end] == "14"


def test_dates_may_be_given() -> None:
    text = "On day 12 there were 3 visits"
    assert [m.amount.value for m in amounts(text, [Span(0, len(text))], [Span(21, 22)]) if m.amount] == []


PIECES = [
    *("$", "12", "1,250", "3-4", " to ", " from ", "between ", " and ", "million", " per cent", "%", " km", "one", "²"),
    *("half a ", "more than ", "rose by ", "times", "fold", " ", "\n", "2024", "March", "people", "-", "٣"),
]


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=14).map("".join)))
def test_any_text_is_survived(text: str) -> None:
    last = 0
    for mention in read(text):
        assert last <= mention.span.start < mention.span.end <= len(text)
        assert text[mention.span.start : mention.span.end].strip()
        assert (mention.amount is None) != (mention.change is None)
        last = mention.span.end
