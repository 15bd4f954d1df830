"""How relations went, what is new, three states at once, and a brief on a topic."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from accord.brief.build import Options
from accord.brief.command import make_brief, write_brief
from accord.brief.markdown import markdown
from accord.brief.model import Brief, Section
from accord.errors import UsageError

from .conftest import PAIR, TODAY
from .samples import SAMPLES
from .shelf import Shelf
from .test_brief import TURNOVER, glance, several

Make = Callable[..., Brief]
Told = tuple[str, str, dict[str, Any]]


def section(brief: Brief, key: str) -> Section:
    return next(s for s in brief.sections if s.key == key)


def signed(title: str, day: str, iso: str, states: tuple[str, ...] = ("KEN", "UGA"), topic: str = "trade") -> Told:
    names = {"KEN": "Kenya", "UGA": "Uganda", "TZA": "Tanzania"}
    text = f"{' and '.join(names[s] for s in states)} signed the {title} on {day}."
    values = {"title": title, "parties": list(states), "date": iso, "action": "signed", "form": "treaty"}
    return "agreement", text, values | {"topic": topic, "concerns": list(states)}


LAKE = signed("Treaty on Lake Waters", "4 May 2024", "2024-05-04", topic="water")
ROAD = signed("Treaty on Roads", "5 June 2024", "2024-06-05")
CLASH = (
    "incident",
    SAMPLES["incident"][0],
    SAMPLES["incident"][1],
)


# ---------------------------------------------------------------------------------------------- the course of relations


def test_the_balance_is_told_with_the_facts_that_weigh_most(brief_of: Make) -> None:
    brief = brief_of(several(LAKE, ROAD, CLASH))
    told = section(brief, "course").statements[0]
    assert told.text.startswith("2024: the 3† dated facts score ")
    assert "between −10 (conflict) and +10 (cooperation)" in told.text
    assert {brief.note(n).quote for n in told.footnotes} == {LAKE[1], ROAD[1], CLASH[1]}
    assert told.notes == ("reckoned by Accord from PLOVER scores; the facts that weigh most are cited",)
    assert glance(brief)["Relations"] == told.text
    assert section(brief, "course").more == "The facts behind it: accord course KEN UGA --time YEAR"


def test_the_months_of_one_year_make_the_chart(brief_of: Make) -> None:
    chart = section(brief_of(several(LAKE, ROAD, CLASH)), "course").chart
    assert chart is not None
    assert [r.label for r in chart.rows] == ["May 2024", "June 2024", "July 2024"]
    assert chart.rows[-1].shown.startswith("−")


def test_one_fact_is_no_balance(brief_of: Make) -> None:
    brief = brief_of(several(LAKE))
    assert "Relations" not in glance(brief)
    assert "course" not in {s.key for s in brief.sections}


def test_what_is_planned_for_later_is_no_part_of_the_course(brief_of: Make) -> None:
    kind, text, values = signed("Treaty on Rails", "7 May 2027", "2027-05-07")
    brief = brief_of(several(LAKE, ROAD, (kind, text.replace("signed", "will sign"), {**values, "status": "planned"})))
    assert "2027" not in " ".join(s.text for s in section(brief, "course").statements)


# ------------------------------------------------------------------------------------------------------- what is new


def read_later(*later: str) -> Shelf:
    book = several(LAKE, ROAD, (LAKE[0], "Kenya and Uganda signed the Treaty on Lake Waters in Kisumu.", LAKE[2]))
    for doc in later:
        book.read[doc] = "2025-05-25T09:00:00+00:00"
    return book


def test_what_was_read_since_is_the_first_section(brief_of: Make) -> None:
    brief = brief_of(read_later("1.txt"), changes_since="2025-05-20")
    first = brief.sections[0]
    assert (first.key, first.title) == ("changes", "What is new since 20 May 2025")
    assert [s.text for s in first.statements] == ["New: The Treaty on Roads was signed on 5 June 2024."]
    assert first.statements[0].footnotes


def test_another_source_confirms(brief_of: Make) -> None:
    brief = brief_of(read_later("2.txt"), changes_since="2025-05-20")
    assert [s.text.partition(" ")[0] for s in brief.sections[0].statements] == ["Confirmed:"]


def test_a_new_figure_puts_in_doubt_and_tells_what_was_believed(brief_of: Make) -> None:
    told = [
        (
            "indicator",
            f"Trade between Kenya and Uganda was ${n} billion in 2024.",
            {**TURNOVER, "value": v, "period": "2024"},
        )
        for n, v in (("1.2", 1200000000), ("1.9", 1900000000))
    ]
    book = several(*told)
    book.read["1.txt"] = "2025-05-25T09:00:00+00:00"
    (said,) = brief_of(book, changes_since="2025-05-20").sections[0].statements
    assert said.text.startswith("Put in doubt: Trade turnover came to ")


def test_nothing_new_is_said(brief_of: Make) -> None:
    first = brief_of(read_later(), changes_since="2025-05-20").sections[0]
    assert first.statements == () and first.more == "Nothing new was read since."


def test_the_last_brief_on_just_these_states_counts(capsys: pytest.CaptureFixture[str]) -> None:
    book = read_later("1.txt")
    with pytest.raises(UsageError, match="no brief on KEN and UGA"):
        write_brief(book, states=PAIR, as_of=TODAY, changes_since="last-brief")
    write_brief(book, states=PAIR, as_of=TODAY)
    capsys.readouterr()
    write_brief(book, states=PAIR[::-1], as_of=TODAY, changes_since="last-brief")
    assert "## What is new since 20 May 2025\n\n- New: The Treaty on Roads" in capsys.readouterr().out
    with pytest.raises(UsageError, match="no brief on KEN and UGA and water"):
        write_brief(book, states=PAIR, topic="water", as_of=TODAY, changes_since="last-brief")


# ------------------------------------------------------------------------------------------------- three states, topics


def three() -> Brief:
    everyone = ("KEN", "UGA", "TZA")
    told = [
        LAKE,
        signed("Treaty on the Lake Patrol", "1 July 2024", "2024-07-01", everyone, "security"),
        signed("Treaty on Ports", "9 May 2024", "2024-05-09", ("KEN", "TZA")),
    ]
    return make_brief(several(*told), list(everyone), Options(TODAY))


def test_three_states_share_and_pair() -> None:
    brief = three()
    assert brief.title == "Kenya, Uganda and Tanzania: brief"
    titles = {s.title: [x.text for x in s.statements] for s in brief.sections}
    assert titles["Agreements, shared by all"] == [
        "The Treaty on the Lake Patrol was signed by Kenya, Uganda and Tanzania on 1 July 2024."
    ]
    assert titles["Kenya and Uganda"] == ["The Treaty on Lake Waters was signed on 4 May 2024."]
    assert titles["Kenya and Tanzania"] == ["The Treaty on Ports was signed on 9 May 2024."]
    assert titles["Uganda and Tanzania"] == []
    assert section(brief, "pair-UGA-TZA").more == "Nothing in what was read."


def test_what_all_three_share_is_told_once() -> None:
    text = markdown(three().but(glance=()))
    assert text.count("Lake Patrol was signed") == 1


def test_a_topic_brief_of_a_pair_and_of_all(brief_of: Make) -> None:
    of_pair = brief_of(several(LAKE, ROAD), topic="water")
    assert of_pair.title == "Kenya and Uganda on water: brief"
    assert {s.text for s in section(of_pair, "agreements").statements} == {
        "The Treaty on Lake Waters was signed on 4 May 2024."
    }
    of_all = make_brief(several(LAKE, ROAD), [], Options(date(2025, 6, 1), topic="water"))
    assert of_all.title == "Water: brief"
    assert [s.text for s in section(of_all, "agreements").statements] == [
        "The Treaty on Lake Waters was signed by Kenya and Uganda on 4 May 2024."
    ]


def test_a_brief_is_on_something() -> None:
    with pytest.raises(UsageError, match="no state is named, and no topic"):
        write_brief(several(LAKE), states=[], as_of=TODAY)
