"""Commitments in a brief: what became of each, the words that say so, and what a promised figure needs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from accord.analysis import Archive, Commitment, ledger
from accord.brief.model import Brief, Section, Statement
from accord.errors import UsageError
from accord.pictures import Captions, Picture, Table, small, svg, target_picture, write

from .shelf import Shelf
from .test_brief import TARGET, TURNOVER, several

Make = Callable[..., Brief]
FLIGHTS = {"mode": "air", "from": "Entebbe", "to": "Kisumu"}
ASKED = (
    "commitment",
    "Kenya and Uganda agreed to resume the flights between Entebbe and Kisumu by March 2025.",
    {"by": ["KEN", "UGA"], "what": "resume the flights between Entebbe and Kisumu", "due": "2025-03"},
)
RESUMED = (
    "transport",
    "The flights between Entebbe and Kisumu resumed on 14 March 2025.",
    {**FLIGHTS, "action": "resumed", "date": "2025-03-14"},
)
FIGURE = (
    "indicator",
    "Trade between Kenya and Uganda was more than $1.2 billion in 2024, up 4.3 percent.",
    {**TURNOVER, "value": 1200000000, "period": "2024", "comparison": "gt", "change": 4.3},
)


def commitments(brief: Brief) -> Section:
    return next(s for s in brief.sections if s.key == "commitments")


def quotes(brief: Brief, statement: Statement) -> set[str]:
    return {brief.note(n).quote for n in statement.footnotes}


def test_what_was_kept_is_told_with_what_says_so(brief_of: Make) -> None:
    brief = brief_of(several(ASKED, RESUMED))
    (told,) = commitments(brief).statements
    assert told.text == (
        "Kept†: Kenya and Uganda undertook to resume the flights between Entebbe and Kisumu by March 2025. "
        "What says so: The air link between Entebbe and Kisumu was resumed on 14 March 2025."
    )
    assert quotes(brief, told) == {ASKED[1], RESUMED[1]}
    assert len(told.records) == 2


def test_silence_is_unverified_and_never_broken(brief_of: Make) -> None:
    (told,) = commitments(brief_of(several(ASKED))).statements
    assert told.text.startswith("Unverified†: ")
    assert told.text.endswith("Its date has passed, and nothing that was read says whether it was done.")
    assert told.notes == ("outcome: no later source says anything",)


def test_an_outcome_whose_quote_does_not_carry_it_is_withheld(brief_of: Make) -> None:
    wrong = (RESUMED[0], RESUMED[1], {**RESUMED[2], "date": "2025-03-18"})
    brief = brief_of(several(ASKED, wrong))
    (told,) = commitments(brief).statements
    assert told.text.startswith("Kenya and Uganda undertook")
    assert told.notes == ("outcome withheld: what says so is not grounded by its quotes",)
    assert brief.left_out.counts["withheld"] == 1


def test_what_a_person_judged_stands(brief_of: Make) -> None:
    book = several(ASKED)
    book.judged = {book.kept[0].id: ("broken", "judged by N. N.: note of 3 May")}
    (told,) = commitments(brief_of(book)).statements
    assert told.text.startswith("Broken†: ")
    assert told.notes == ("outcome: judged by N. N.: note of 3 May",)


def test_the_next_due_comes_first_and_what_was_kept_later(brief_of: Make) -> None:
    told = [s.text.partition("†")[0] for s in commitments(brief_of(several(ASKED, RESUMED, TARGET))).statements]
    assert told == ["Open", "Kept"]


def test_a_figure_tells_what_it_needs_a_year(brief_of: Make) -> None:
    brief = brief_of(several(FIGURE, TARGET))
    growth = commitments(brief).statements[1]
    assert growth.text == (
        "So far: more than $1.2 billion in 2024, more than 60 percent† of the target; reaching it by 2030 needs growth "
        "of about 8.9 percent† a year, against 4.3 percent a year seen."
    )
    assert growth.notes == ("reckoned by Accord from the figures cited",)
    assert quotes(brief, growth) == {FIGURE[1], TARGET[1]}


def test_growth_that_is_reckoned_from_two_figures_is_marked(brief_of: Make) -> None:
    before = (
        "indicator",
        "Trade between Kenya and Uganda was $1.5 billion in 2023.",
        {**TURNOVER, "value": 1500000000, "period": "2023"},
    )
    brief = brief_of(several(before, FIGURE, TARGET))
    growth = commitments(brief).statements[1]
    assert growth.text.endswith("against a fall of 20 percent† a year seen.")
    assert before[1] in quotes(brief, growth)


def test_the_chart_of_a_target_has_its_series_in_a_table(brief_of: Make) -> None:
    brief = brief_of(several(FIGURE, TARGET))
    chart = commitments(brief).chart
    assert chart is not None
    assert chart.title == "Trade turnover and its target"
    assert [(r.label, r.shown) for r in chart.rows] == [("2024", "$1.2 billion"), ("Target, 2030", "$2 billion")]
    assert all(r.footnotes for r in chart.rows)
    rows = chart.picture.specification["data"]["values"]
    needed = [r for r in rows if r["sort"] == "needed"]
    assert (needed[0]["time"], needed[-1]["time"]) == ("2024-01-01", "2030-01-01")
    assert needed[0]["value"] == pytest.approx(1.2) and needed[-1]["value"] == pytest.approx(2)
    assert [r["words"] for r in needed if r["words"]] == ["needs about 8.9 percent a year"]


def test_no_chart_without_a_series(brief_of: Make) -> None:
    assert commitments(brief_of(several(TARGET))).chart is None


def clipped(x: int) -> Picture:
    drawn = {
        "data": {"values": [{"x": x}]},
        "mark": {"type": "point", "clip": True},
        "encoding": {"x": {"field": "x"}},
    }
    return Picture("one", "a point", drawn, Table((), ()))


def test_two_pictures_of_a_page_share_no_id() -> None:
    one, two = (svg(small(clipped(x))) for x in (1, 2))
    ids = [set(re.findall(r' id="([^"]+)"', text)) for text in (one, two)]
    assert ids[0] and not ids[0] & ids[1]
    assert re.findall(r"url\(#([^)]+)\)", one)[0] in ids[0]
    assert svg(small(clipped(1))) == one


def _aimed(book: Shelf) -> Commitment:
    return next(c for c in ledger(Archive.of(book), date(2025, 6, 1)) if c.progress)


def test_a_picture_is_written_as_its_name_ends(tmp_path: Path) -> None:
    words = Captions("Turnover", ("$1.2 billion",), "$2 billion by 2030", "needs more")
    picture = target_picture(_aimed(several(FIGURE, TARGET)), words)
    for name in ("t.svg", "t.png", "t.json"):
        write(picture, tmp_path / name)
    assert "needs more" in (tmp_path / "t.svg").read_text()
    assert (tmp_path / "t.png").read_bytes().startswith(b"\x89PNG")
    assert json.loads((tmp_path / "t.json").read_text()) == picture.specification
    with pytest.raises(UsageError, match=r"\.svg, \.png or \.json"):
        write(picture, tmp_path / "t.gif")
