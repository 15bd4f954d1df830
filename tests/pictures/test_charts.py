"""Timeline, course and target: what is drawn where; nothing lies on anything else; the same bytes twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from accord.analysis import Commitment, Moment, Span
from accord.analysis.targets import Point, Progress
from accord.pictures import (
    DARK,
    NARROW,
    WIDE,
    Captions,
    Picture,
    course_picture,
    png,
    svg,
    target_picture,
    timeline_picture,
)
from accord.pictures.times import Axis, recent
from accord.record import Record
from accord.values import Period

TODAY = date(2025, 6, 30)


def moment(number: int, when: str, standing: str = "happened", kind: str = "meeting") -> Moment:
    record = Record(f"{kind}-{number}", kind, {}, "reported", ("KEN", "UGA"), ())
    return Moment(Period.parse(when), record, "", standing, (), 1, f"thing {number}")


def hundred() -> list[Moment]:
    first = date(2024, 1, 3)
    kinds, standings = ("meeting", "visit", "agreement"), ("happened", "planned", "denied")
    return [moment(n, str(first + timedelta(days=n * 5)), standings[n % 3], kinds[n % 7 % 3]) for n in range(100)]


def dots(picture: Picture) -> list[dict[str, Any]]:
    """The rows of the points within the lanes, not those of the legend."""
    layers = picture.specification["layer"]
    points = [x for x in layers if isinstance(x.get("mark"), dict) and x["mark"]["type"] == "point"]
    return [row for layer in points for row in layer["data"]["values"] if "text" not in row]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_hundred_moments_stand_apart_and_in_the_frame(width: int) -> None:
    picture = timeline_picture(hundred(), ("KEN", "UGA"), today=TODAY, width=width)
    spots = [(row["x"], row["y"]) for row in dots(picture)]
    assert len(spots) == len(picture.table.rows) == 100
    assert all(abs(a[0] - b[0]) >= 9 or abs(a[1] - b[1]) >= 13 for a, b in combinations(spots, 2))
    assert all(4 <= x <= width - 4 and 0 < y < picture.specification["height"] for x, y in spots)


def test_words_beside_marks_lie_on_nothing() -> None:
    picture = timeline_picture(hundred(), today=TODAY)
    words = [
        row
        for layer in picture.specification["layer"]
        if layer["mark"]["type"] == "text" and layer["mark"]["fontSize"] == 9.5
        for row in layer["data"]["values"]
    ]
    assert words
    spots = [(row["x"], row["y"]) for row in dots(picture)]
    for row in words:
        half = len(row["text"]) * 2
        assert not any(abs(x - row["x"]) < half and abs(y - row["y"]) < 6 for x, y in spots)


def test_old_strays_do_not_press_the_others_together() -> None:
    picture = timeline_picture([moment(900, "1962-09-05"), *hundred()], today=TODAY)
    assert len(dots(picture)) == 100 and len(picture.table.rows) == 101
    assert "1 earlier ones are in the table alone" in picture.description
    assert recent([date(2000 + n, 1, 1) for n in range(20)]) == 0


def test_what_is_known_to_the_month_is_a_bar_and_what_is_open_is_in_the_table_alone() -> None:
    picture = timeline_picture([moment(1, "2024-02"), moment(2, "2024-05-04"), moment(3, "2024/..")])
    assert len(dots(picture)) == 1 and len(picture.table.rows) == 3
    (bar,) = [x for x in picture.specification["layer"] if x["mark"]["type"] == "rect"]
    (row,) = bar["data"]["values"]
    assert row["x2"] > row["x"]


def test_marks_of_an_axis_have_room() -> None:
    for days in (40, 400, 4000, 40000):
        axis = Axis.over([date(1950, 3, 4), date(1950, 3, 4) + timedelta(days=days)], 0, 300)
        at = [x for x, _ in axis.ticks()]
        assert at and all(b - a >= 40 for a, b in pairwise(at))


SPANS = (
    Span("2024-01", (), 4.0, 2.5, 9.0, 8.0, 0.0, 2),
    Span("2024-02", (), -3.0, None, None, 0.0, -3.0, 1),
    Span("2024-09", (), 0.0, None, None, 0.0, 0.0, 1),
)


def test_the_course_has_bars_intervals_and_gaps() -> None:
    picture = course_picture(SPANS, ("KEN", "UGA"))
    rows = picture.specification["data"]["values"]
    assert [(r["balance"], r["gap"]) for r in rows] == [(4.0, ""), (-3.0, ""), (0, "⋯"), (0.0, "")]
    assert (rows[0]["low"], rows[0]["high"]) == (2.5, 9.0)
    assert picture.table.rows[0] == ("2024-01", 4.0, 2.5, 9.0, 8.0, 0.0, 0, 2)
    assert "the last: +0.0" in picture.description and "undefined" not in svg(picture)


def test_a_long_course_shows_the_latest() -> None:
    spans = [replace(SPANS[0], label=f"{y}-{m:02}") for y in range(2000, 2025) for m in range(1, 13)]
    picture = course_picture(spans, width=NARROW)
    assert picture.specification["data"]["values"][-1]["time"] == "2024-12"
    assert len(picture.specification["data"]["values"]) < 30 and len(picture.table.rows) == 300


def aimed() -> Commitment:
    series = (Point(Period.parse("2023"), 1_500_000_000, "i-1"), Point(Period.parse("2024"), 1_200_000_000, "i-2"))
    due = Period.parse("2030")
    progress = Progress(2_000_000_000, "USD", due, series, None, 0.6, 0.089, ("c-1", "i-2"), -0.2, ("i-1", "i-2"))
    record = Record("c-1", "commitment", {}, "reported", ("KEN", "UGA"), ())
    return Commitment(record, ("KEN",), "trade more", "trade", None, due, "open", "not yet due", (), progress=progress)


WORDS = Captions("Trade and its target", ("$1.5 billion", "$1.2 billion"), "$2 billion by 2030", "needs 8.9 % a year")


def test_a_target_stands_beside_its_series() -> None:
    picture = target_picture(aimed(), WORDS)
    assert picture.table.records()[0] == {
        "sort": "series", "time": "2023", "value": 1_500_000_000, "unit": "USD", "required_growth": None, "id": "i-1",
    }  # fmt: skip
    assert picture.table.rows[-1] == ("target", "2030", 2_000_000_000, "USD", 0.089, "c-1")
    assert picture.description.endswith("the target: $2 billion by 2030; needs 8.9 % a year.")
    with pytest.raises(ValueError, match="c-1 has no series"):
        target_picture(replace(aimed(), progress=None), WORDS)


def charts() -> list[Picture]:
    return [
        timeline_picture(hundred(), today=TODAY, theme=DARK),
        course_picture(SPANS, theme=DARK),
        target_picture(aimed(), WORDS, theme=DARK),
    ]


def test_charts_parse_fetch_nothing_and_are_the_same_twice() -> None:
    for one, again in zip(charts(), charts(), strict=True):
        text = svg(one)
        assert text == svg(again) and png(one) == png(again)
        assert [c.text for c in ElementTree.fromstring(text)[:2]] == [one.title, one.description]
        assert DARK.ground in text and "http" not in text.replace("http://www.w3.org/", "")


@pytest.mark.parametrize("draw", [timeline_picture, course_picture])
def test_nothing_told_gives_an_empty_picture(draw: Any) -> None:
    picture = draw(())
    assert picture.table.rows == () and picture.description.startswith(("Nothing", "No "))
    ElementTree.fromstring(svg(picture))
