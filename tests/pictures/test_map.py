"""Maps: what is drawn where, what is only listed, whose lines are dashed; and that nobody is shown what is not known."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from accord import gazetteer
from accord.analysis import Archive
from accord.document import Evidence
from accord.errors import UsageError
from accord.kinds import kinds
from accord.pictures import DARK, Picture, map_picture, png, svg, write
from accord.pictures.boundaries import areas, lines, main_parts, neutral
from accord.pictures.projection import fit
from accord.pictures.sites import sites
from accord.record import Claim, Record

PAIRS = "TJK KGZ,KEN UGA,PER BOL,RUS USA,IND PAK,FRA DEU,SGP MYS,FJI NZL,MAR DZA,ISR EGY,NZL ESP,TUV FJI,VAT ITA"


def record(kind: str, number: int, **values: Any) -> Record:
    claim = Claim(f"{kind}-{number}", "h", "a.txt", kind, values, (Evidence("a.txt", 0, 1, "x", ()),))
    return Record(f"{kind}-{number}", kind, values, "reported", ("KEN", "UGA"), (claim,))


def archive(*records: Record) -> Archive:
    return Archive(records, {}, kinds())


RECORDS = (
    record("visit", 1, visitor="President of Kenya", place="Kampala"),
    record("meeting", 2, place="Kampala"),
    record("crossing", 3, name="Suam", action="opened"),
    record("crossing", 4, name="Malaba", action="opened"),
    record("project", 5, name="Eldoret–Kampala pipeline", action="planned"),
    record("meeting", 6, place="New Delhi"),
    record("meeting", 7, place="Busia"),
    record("meeting", 8, place="KEN"),
)


@pytest.fixture(scope="module")
def drawn() -> Picture:
    return map_picture(archive(*RECORDS), ("KEN", "UGA"))


def row(picture: Picture, what: str, place: str | None) -> dict[str, Any]:
    (found,) = [r for r in picture.table.records() if (r["what"], r["place"]) == (what, place)]
    return found


def test_a_place_is_where_the_gazetteer_has_it(drawn: Picture) -> None:
    kampala = gazetteer.place("Kampala", "UGA")
    assert kampala
    found = row(drawn, "Kampala", "Kampala")
    assert (found["latitude"], found["longitude"]) == (kampala.latitude, kampala.longitude)
    assert (found["sort"], found["records"], found["ids"], found["shown"]) == ("place", 2, "visit-1 meeting-2", "yes")


def test_a_project_stands_at_both_towns_of_its_name(drawn: Picture) -> None:
    name = "Eldoret–Kampala pipeline"
    assert row(drawn, name, "Eldoret")["state"] == "KEN"
    assert row(drawn, name, "Kampala")["state"] == "UGA"


@pytest.mark.parametrize(
    ("what", "why"), [("Suam", "no such town"), ("Busia", "one on either side"), ("Kenya", "a state is no place")]
)
def test_what_has_no_known_place_is_listed_and_not_drawn(drawn: Picture, what: str, why: str) -> None:
    found = row(drawn, what, None)
    assert (found["latitude"], found["shown"]) == (None, "no known place"), why
    assert what not in {r["what"] for r in marks(drawn)}


def test_a_far_capital_is_listed_as_outside(drawn: Picture) -> None:
    assert row(drawn, "New Delhi", "New Delhi")["shown"] == "outside the map"
    assert "New Delhi" not in {r["place"] for r in marks(drawn)}


def test_common_words_are_no_towns() -> None:
    found = sites(
        archive(record("project", 1, name="Friendship Bridge over the Nile", action="planned")), ("KEN", "UGA")
    )
    assert [s.place for s in found] == [None]


def marks(picture: Picture) -> list[dict[str, Any]]:
    return [
        row
        for layer in picture.specification["layer"]
        if "longitude" in layer.get("encoding", {})
        for row in layer["data"]["values"]
    ]


def words(picture: Picture) -> set[str]:
    return {
        row["text"]
        for layer in picture.specification["layer"]
        if layer["mark"]["type"] == "text"
        for row in layer["data"]["values"]
    }


def test_the_two_states_and_the_places_are_named(drawn: Picture) -> None:
    assert {"Kenya", "Uganda", "Kampala", "Eldoret", "Tanzania"} <= words(drawn)


@pytest.mark.parametrize("pair", PAIRS.split(","))
def test_both_states_are_named_and_nothing_from_the_other_side_of_the_earth(pair: str) -> None:
    first, second = pair.split()
    found = words(map_picture(archive(), (first, second)))
    assert gazetteer.display(second) in found
    assert gazetteer.display(first) in found or first == "TUV"  # Natural Earth has no Tuvalu at this scale
    assert "Brazil" not in found if pair in ("SGP MYS", "FJI NZL") else True


def test_labels_do_not_overlap(drawn: Picture) -> None:
    from accord.pictures.labels import width_of

    rows = {
        (row["text"], row["x"], row["y"], layer["mark"]["fontSize"])
        for layer in drawn.specification["layer"]
        if layer["mark"]["type"] == "text"
        for row in layer["data"]["values"]
    }
    boxes = [(x - width_of(t, s) / 2, y - s / 2, x + width_of(t, s) / 2, y + s / 2) for t, x, y, s in sorted(rows)]
    hits = [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[:i]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert hits == []


# ------------------------------------------------------------------ boundaries


@pytest.mark.parametrize(
    ("between", "disputed"),
    [
        (("IND", "PAK"), "some"),
        (("KOR", "PRK"), "all"),
        (("UKR", "crimea"), "all"),
        (("ESH", "MAR"), "all"),
        (("DEU", "FRA"), "none"),
        (("KGZ", "TJK"), "none"),  # the treaty of 13 March 2025
    ],
)
def test_disputed_lines(between: tuple[str, str], disputed: str) -> None:
    found = {bool(line.what) for line in lines() if line.between == between}
    assert found == {"some": {True, False}, "all": {True}, "none": {False}}[disputed]
    assert all(line.source for line in lines() if line.what)


def test_disputes_are_between_areas_that_meet() -> None:
    from accord.pictures import boundaries

    meeting = {line.between for line in lines()}
    assert sorted(boundaries._disputes().keys() - meeting) == []


def test_every_dispute_of_the_table_dashes_a_line_and_two_may_lie_on_one() -> None:
    from accord.pictures import boundaries

    dashed = {(line.between, line.what) for line in lines() if line.what}
    assert {(pair, d.what) for pair, some in boundaries._disputes().items() for d in some} == dashed
    assert len({what for pair, what in dashed if pair == ("IND", "PAK")}) == 2


def test_every_state_but_tuvalu_has_an_outline() -> None:
    assert [s.alpha3 for s in gazetteer.all_states("state") if not main_parts(s.alpha3)] == ["TUV"]
    assert {code for code in areas() if neutral(code)} == {
        "ESH", "crimea", "north-cyprus", "siachen", "somaliland", "south-kurils",
    }  # fmt: skip


@pytest.mark.parametrize(("code", "west", "east"), [("FRA", -6, 10), ("NLD", 3, 8), ("PRT", -10, -6)])
def test_what_lies_far_away_is_no_main_part(code: str, west: float, east: float) -> None:
    points = np.concatenate([ring for rings in main_parts(code) for ring in rings])
    assert west < points[:, 0].min()
    assert points[:, 0].max() < east


def test_dashes_and_the_notice_go_with_the_boundaries() -> None:
    with_, without = (map_picture(archive(), ("IND", "PAK"), boundaries=b) for b in (True, False))
    dashed = [layer for layer in with_.specification["layer"] if "strokeDash" in layer["mark"]]
    assert len(dashed) == 1
    assert "No opinion on the status" in with_.specification["title"]["text"]
    assert "Line of Control" in with_.description
    fills = {
        layer["mark"].get("fill") for layer in without.specification["layer"] if layer["mark"]["type"] == "geoshape"
    }
    assert len(fills) == 2  # water and land: no colour tells one state from the other
    assert "Control" not in without.description


# ------------------------------------------------------------------ drawing


def test_vega_puts_a_place_where_we_put_its_label(drawn: Picture) -> None:
    """The projection of labels, ours, is that of marks, Vega's."""
    at = {(float(x), float(y)) for x, y in re.findall(r"translate\((-?[\d.]+),(-?[\d.]+)\)", svg(drawn))}
    spec = drawn.specification
    places = [(r["longitude"], r["latitude"]) for r in marks(drawn)]
    points = np.concatenate([ring for s in ("KEN", "UGA") for rings in main_parts(s) for ring in rings[:1]])
    projection, height = fit(points, spec["width"], (360, 640), 0.09)
    assert abs(height - spec["height"]) < 3
    for x, y in projection(np.array(places)).tolist():
        assert min(abs(x - a) + abs(y - b) for a, b in at) < 1.5


@pytest.mark.parametrize("pair", [("RUS", "USA"), ("FJI", "NZL"), ("NZL", "ESP")])
def test_the_line_of_180_degrees_is_no_edge(pair: tuple[str, str]) -> None:
    points = np.concatenate([ring for s in pair for rings in main_parts(s) for ring in rings[:1]])
    projection, height = fit(points, 720, (360, 640), 0.09)
    flat = projection(points)
    assert (flat >= 0).all()
    assert (flat <= (720, height)).all()
    if pair == ("FJI", "NZL"):
        assert np.ptp(projection(np.array([[179.9, -17.0], [-179.9, -17.0]]))[:, 0]) < 12  # pixels, not a world


def test_the_svg_says_what_it_shows_and_asks_nothing_of_the_world(drawn: Picture) -> None:
    text = svg(drawn)
    root = ElementTree.fromstring(text)
    title, desc = root[0], root[1]
    assert (root.get("role"), root.get("aria-labelledby"), root.get("aria-describedby")) == (
        "img", title.get("id"), desc.get("id"),
    )  # fmt: skip
    assert (title.text, desc.text) == (drawn.title, drawn.description)
    assert not re.search(
        r"(?:href|src)=|url\((?!#)|@import|<(?:script|image|foreignObject)", text.replace("xmlns:xlink", "")
    )
    assert svg(map_picture(archive(*RECORDS), ("KEN", "UGA"))) == text
    assert svg(map_picture(archive(*RECORDS[::-1]), ("KEN", "UGA"))) == text


def test_hostile_names_are_text() -> None:
    bad = record("meeting", 1, place="<script>alert(1)</script>")
    picture = map_picture(archive(bad), ("KEN", "UGA"))
    assert row(picture, "<script>alert(1)</script>", None)
    assert "<script" not in svg(picture)


def test_written_as_svg_png_and_json(drawn: Picture, tmp_path: Path) -> None:
    for name in ("a.svg", "a.png", "a.json"):
        write(drawn, tmp_path / name)
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == svg(drawn)
    assert (tmp_path / "a.png").read_bytes() == png(drawn)
    assert png(drawn).startswith(b"\x89PNG")
    with pytest.raises(UsageError, match=r"\.gif"):
        write(drawn, tmp_path / "a.gif")


def test_dark_is_the_same_map_in_other_colours(drawn: Picture) -> None:
    dark = map_picture(archive(*RECORDS), ("KEN", "UGA"), theme=DARK)
    assert dark.table == drawn.table
    assert words(dark) == words(drawn)
    assert dark.specification["background"] == DARK.ground != drawn.specification["background"]
