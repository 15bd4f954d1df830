"""The network and the matrix: their numbers are those of the analysis, and the layout keeps states apart."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from math import hypot
from typing import Any
from xml.etree import ElementTree

import pytest

from accord.analysis import Dyad
from accord.pictures import DARK, LIGHT, Picture, Theme, matrix_picture, network_picture, svg

DYADS = (
    Dyad(("KGZ", "TJK"), 31, 4.69, date(2025, 3, 31), 86, 9),
    Dyad(("TJK", "UZB"), 16, 4.47, None, 43),
    Dyad(("IRN", "PAK"), 8, -5.56, date(2024, 1, 31), 40, 3),
    Dyad(("KGZ", "UZB"), 7, -0.07, date(2025, 3, 31), 23),
    Dyad(("CHN", "LAO"), 0, None, None, 2),
)


@pytest.fixture(params=[network_picture, matrix_picture], ids=["network", "matrix"])
def drawn(request: pytest.FixtureRequest) -> Picture:
    made: Picture = request.param(DYADS)
    return made


def test_the_table_is_the_analysis(drawn: Picture) -> None:
    assert drawn.table.header == ("first", "second", "facts", "contacts", "balance", "last", "records")
    assert drawn.table.rows[0] == ("KGZ", "TJK", 31, 9, 4.69, "2025-03-31", 86)
    assert drawn.table.rows[-1] == ("CHN", "LAO", 0, 0, None, None, 2)
    assert len(drawn.table.rows) == len(DYADS)


def test_svg_with_title_and_description_and_the_same_bytes(drawn: Picture) -> None:
    text = svg(drawn)
    root = ElementTree.fromstring(text)
    assert [child.text for child in root[:2]] == [drawn.title, drawn.description]
    assert root.get("role") == "img"
    assert "http" not in text.replace("http://www.w3.org/", "")
    again = network_picture(DYADS) if drawn.title.startswith("Network") else matrix_picture(DYADS)
    assert svg(again) == text


@pytest.mark.parametrize("draw", [network_picture, matrix_picture])
def test_nothing_told_gives_an_empty_picture(draw: Any) -> None:
    picture = draw(())
    assert picture.table.rows == ()
    ElementTree.fromstring(svg(picture))


def nodes(picture: Picture) -> dict[str, tuple[float, float]]:
    return {row["code"]: (row["x"], row["y"]) for row in picture.specification["layer"][1]["data"]["values"]}


def test_a_hub_and_its_partners_stand_apart_and_in_the_frame() -> None:
    partners = "AFG CHN IRN KAZ KGZ RUS TKM TUR UZB IND PAK DEU".split()
    hub = [Dyad((min("TJK", p), max("TJK", p)), 9, 1.0, None, 9) for p in partners]
    picture = network_picture((*hub, *DYADS))
    spots = nodes(picture)
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(spots.values(), 2)) > 34  # two discs
    wide, high = picture.specification["width"], picture.specification["height"]
    assert all(15 < x < wide - 15 and 15 < y < high - 15 for x, y in spots.values())


def test_only_the_most_active_pairs_and_wide_by_facts() -> None:
    picture = network_picture(DYADS, top=2)
    assert [row[:2] for row in picture.table.rows] == [("KGZ", "TJK"), ("TJK", "UZB")]
    width = {row["facts"]: row["width"] for row in picture.specification["layer"][0]["data"]["values"]}
    assert width[31] > width[16]


def test_by_contacts_those_who_met_and_no_others() -> None:
    picture = network_picture(DYADS, by="contacts")
    assert [row[:2] for row in picture.table.rows] == [("KGZ", "TJK"), ("IRN", "PAK")]
    width = {row["contacts"]: row["width"] for row in picture.specification["layer"][0]["data"]["values"]}
    assert width[9] > width[3]
    assert "12 meetings, visits and talks" in picture.description


def test_a_pair_without_a_balance_is_drawn_too(drawn: Picture) -> None:
    whole, less = (ElementTree.fromstring(svg(p)) for p in (drawn, _without_last(drawn)))
    assert len(list(whole.iter())) > len(list(less.iter()))


def _without_last(drawn: Picture) -> Picture:
    return (network_picture if drawn.title.startswith("Network") else matrix_picture)(DYADS[:-1])


def test_a_matrix_is_whole_and_small_enough() -> None:
    picture = matrix_picture(DYADS, states=3)
    assert {state for row in picture.table.rows for state in row[:2]} == {"KGZ", "TJK", "UZB"}
    cells = picture.specification["layer"][-1]["data"]["values"]
    assert {(c["row"], c["column"]) for c in cells} >= {("Tajikistan", "Kyrgyzstan"), ("Kyrgyzstan", "Tajikistan")}


def contrast(one: str, other: str) -> float:
    """Of WCAG 2.2, relative luminance."""

    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_marks_can_be_seen(theme: Theme) -> None:
    for ground in (theme.ground, theme.land, theme.water, theme.first, theme.second):
        assert contrast(theme.ink, ground) >= 4.5
    for ground in (theme.ground, theme.land, theme.water, theme.disputed):
        assert contrast(theme.soft, ground) >= 4.5
    for ground in (theme.first, theme.second, theme.land):
        assert contrast(theme.mark, ground) >= 3
    for colour in (theme.conflict, theme.cooperation):
        assert contrast(colour, theme.ground) >= 3
