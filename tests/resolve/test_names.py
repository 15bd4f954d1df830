"""Names that are one and names that only look so."""

from __future__ import annotations

import pytest

from accord.resolve.names import SAME, contains, same_name, same_place, same_text
from accord.resolve.words import fold, skeleton

SAME_NAMES = [
    ("Kairagach", "Kayragach"),
    ("Кайрагач", "Kairagach"),
    ("Kyzyl-Bel", "Kyzylbel"),
    ("Кызыл-Бель", "Kyzyl-Bel"),
    ("Khujand", "Xujand"),
    ("Худжанд", "Khujand"),
    ("Jalal-Abad", "Zhalal-Abad"),
    ("Şahrisabz", "Shahrisabz"),
    ("Qurghonteppa", "Kurgonteppa"),
    ("Kara-Suu", "Karasu"),
    ("Guliston", "Gulistan"),
    ("Ош", "Osh"),
    ("Rogun HPP", "Rogun Hydroelectric Power Plant"),
    ("Kambarata HPP-1", "Kambarata-1 HPP"),
    ("CASA-1000", "the CASA-1000 project"),
    ("Datka-Sughd power transmission line", "Datka–Sughd line"),
    ("500kV Datka-Sughd line", "Datka-Sughd line"),
    ("Treaty on the State Border", "Treaty on the State Border between Kyrgyzstan and Tajikistan"),
    ("joint celebration of Nowruz", "International Nowruz celebration"),
    ("Agreement on Cooperation in Agriculture", "cooperation in agriculture"),
    ("17th session of the Commission", "seventeenth session of the Commission"),
    ("Intergovernmental Council", "the intergovernmental council"),
]
OTHER_NAMES = [
    ("Kambarata HPP-1", "Kambarata HPP-2"),
    ("Article 5", "Article 6"),
    ("Sangtuda Phase I", "Sangtuda Phase II"),
    ("Programme for 2021-2023", "Programme for 2024-2026"),
    ("Iran", "Iraq"),
    ("Niger", "Nigeria"),
    ("Austria", "Australia"),
    ("Slovakia", "Slovenia"),
    ("Kant", "Kent"),
    ("Chinoz", "Shinoz"),
    ("Datka-Sughd line", "Datka-Khujand line"),
    ("cooperation in agriculture", "cooperation in industry"),
    ("agreement on the import of tea", "agreement on the import of coal"),
    ("Intergovernmental Council", "Intergovernmental Commission"),
    ("Memorandum on tourism", "Protocol on tourism"),
    ("Treaty on Good-Neighborly and Partnership Relations", "Treaty on the Fundamentals of Interstate Relations"),
    ("Treaty on the State Border", "Treaty on the Delimitation and Demarcation of the Kyrgyz-Tajik Border"),
    ("Intergovernmental Commission", "Intergovernmental Commission for Delimitation and Demarcation"),
]


@pytest.mark.parametrize(("a", "b"), SAME_NAMES)
def test_spellings_of_one_name(a: str, b: str) -> None:
    found = same_name(a, b)
    assert found.score >= SAME, found
    assert not found.partial
    assert found.telling
    assert same_name(b, a).score == found.score


@pytest.mark.parametrize(("a", "b"), OTHER_NAMES)
def test_names_of_other_things(a: str, b: str) -> None:
    found = same_name(a, b)
    assert found.score < SAME, found
    assert not found.partial
    assert same_name(b, a).score == found.score


@pytest.mark.parametrize(
    ("a", "b"), [("CASA-1000", "CASA"), ("Kambarata HPP", "Kambarata HPP-1"), ("trade", "trade in tea")]
)
def test_a_name_that_says_less_is_only_partly_the_same(a: str, b: str) -> None:
    assert same_name(a, b).partial


@pytest.mark.parametrize(
    ("a", "b", "partial"),
    [
        ("Guliston-Kyzyl-Bel", "Kyzyl-Bel", True),
        ("Madaniyat-Kayragach", "Kairagach", True),
        ("Guliston – Kyzylbel", "Kyzyl-Bel", True),
        ("Kyzyl-Bel-Guliston", "Guliston-Kyzyl-Bel", False),
    ],
)
def test_double_names_of_crossings(a: str, b: str, partial: bool) -> None:
    found = same_place(a, b)
    assert found.score >= 0.7
    assert found.partial is partial


@pytest.mark.parametrize(
    ("a", "b"), [("Madaniyat-Kayragach", "Madaniyat-Kyzyl-Bel"), ("Guliston-Kyzyl-Bel", "Bel"), ("Osh-1", "Osh-2")]
)
def test_double_names_that_share_too_little(a: str, b: str) -> None:
    assert same_place(a, b).score < 0.7


def test_a_comparison_brings_its_reason_and_both_values() -> None:
    found = same_name("Kambarata HPP-1", "Kambarata HPP-2")
    assert (found.reason, found.left, found.right) == (
        "different numbers in the names",
        "Kambarata HPP-1",
        "Kambarata HPP-2",
    )


def test_free_words_leave_numbers_to_others() -> None:
    assert same_text("boost trade turnover to $500mn", "increase trade turnover to 500 million US dollars").score > 0.35
    assert same_text("open a consulate in Osh", "open a new consulate in Osh").score >= 0.6
    assert same_text("resume direct flights", "build a hospital").score < 0.35


def test_a_title_may_hold_what_another_is_about() -> None:
    assert contains(
        "Treaty on the State Border", "Treaty on the Delimitation and Demarcation of the Kyrgyz-Tajik Border"
    )
    assert not contains("agreement on tea", "agreement on coal")
    assert not contains("treaty", "agreement on coal")


def test_hostile_and_empty_names() -> None:
    for text in ("", " ", "---", "<script>alert(1)</script>", "\u0000", "𝔗𝔯𝔢𝔞𝔱𝔶", "İstanbul" * 50):
        assert 0 <= same_name(text, "Treaty on the State Border").score <= 1
        assert 0 <= same_place(text, text).score <= 1


def test_folding() -> None:
    assert fold("Тоҷикистон") == "tojikiston"
    assert fold("Sug‘d’s") == "sugds" or fold("Sug‘d’s") == "sugd"
    assert skeleton("zhalal") == skeleton("jalal") == skeleton("djalal")
