"""What the brief says at a glance, where sources disagree, what it leaves out, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from accord.brief.model import Brief

from .conftest import sample_shelf
from .samples import line
from .shelf import Lost, Shelf, document, shelf

Make = Callable[..., Brief]


def several(*told: tuple[str, str, dict[str, Any]]) -> Shelf:
    """A shelf of (kind, text, values), each in its own document."""
    papers = [document(f"{i}.txt", text, publisher=f"Paper {i}") for i, (_, text, _) in enumerate(told)]
    return shelf(
        papers, [{"doc": f"{i}.txt", "kind": k, "concerns": ["KEN", "UGA"], **v} for i, (k, _, v) in enumerate(told)]
    )


def glance(brief: Brief) -> dict[str, str]:
    return {g.label: " ".join(s.text for s in g.statements) for g in brief.glance}


TURNOVER = {"measure": "trade-turnover", "about": ["KEN", "UGA"], "unit": "USD"}
TARGET = (
    "commitment",
    "Kenya and Uganda agreed to raise trade to $2 billion by 2030.",
    {
        "by": ["KEN", "UGA"],
        "what": "raise trade to $2 billion",
        "target": 2000000000,
        "unit": "USD",
        "due": "2030",
        "measure": "trade-turnover",
        "topic": "trade",
    },
)


def test_trade_against_the_target(brief_of: Make) -> None:
    text = "Trade between Kenya and Uganda was more than $1.2 billion in 2024."
    figure = ("indicator", text, {**TURNOVER, "value": 1200000000, "period": "2024", "comparison": "gt"})
    said = glance(brief_of(several(figure, TARGET)))["Trade"]
    assert said == (
        "Trade turnover came to more than $1.2 billion in 2024. "
        "Kenya and Uganda undertook to raise trade to $2 billion by 2030. That is more than 60 percent† of the target."
    )


def test_no_share_across_currencies(brief_of: Make) -> None:
    text = "Trade between Kenya and Uganda was 120 billion Kenyan shillings in 2024."
    figure = ("indicator", text, {**TURNOVER, "value": 120000000000, "unit": "KES", "period": "2024"})
    said = glance(brief_of(several(figure, TARGET)))["Trade"]
    assert "KES 120 billion" in said and "$2 billion" in said
    assert "of the target" not in said


def test_open_commitments(brief_of: Make) -> None:
    past = (
        "commitment",
        "Kenya and Uganda agreed to pave the Suam road by 2023.",
        {"by": ["KEN", "UGA"], "what": "pave the Suam road", "due": "2023"},
    )
    said = glance(brief_of(several(TARGET, past)))["Commitments"]
    assert said == "1† open, 1† unverified. Next due: Kenya and Uganda undertook to raise trade to $2 billion by 2030."


def test_links_show_their_latest_state(brief_of: Make) -> None:
    closed = (
        "crossing",
        "Kenya and Uganda closed the Busia crossing in May 2021.",
        {"name": "Busia", "action": "closed", "states": ["KEN", "UGA"], "date": "2021-05"},
    )
    opened = (
        "crossing",
        "Kenya and Uganda reopened the Busia crossing in June 2024.",
        {"name": "Busia", "action": "reopened", "states": ["KEN", "UGA"], "date": "2024-06"},
    )
    assert glance(brief_of(several(closed, opened)))["Crossings and links"] == "Busia reopened (June 2024)."


def test_a_proposed_link_is_never_shown_as_done(brief_of: Make) -> None:
    text = "Kenya and Uganda: flights between Entebbe and Kisumu should be launched."
    book = several(
        (
            "transport",
            text,
            {"mode": "air", "from": "Entebbe", "to": "Kisumu", "action": "launched", "status": "proposed"},
        )
    )
    assert glance(brief_of(book))["Crossings and links"].endswith("– proposed, not done.")


def test_what_is_reported_for_a_later_day_is_left_out(brief_of: Make) -> None:
    brief = brief_of(sample_shelf("visit"), as_of=date(2025, 1, 1))
    assert brief.statements() == []
    assert "after the day of this brief" in brief.left_out.outside[0]


def opened(name: str, when: str, date_: str | None) -> tuple[str, str, dict[str, Any]]:
    values = {"name": name, "action": "opened", "states": ["KEN", "UGA"]}
    return (
        "crossing",
        f"Kenya and Uganda opened the {name} crossing{when}.",
        values | ({"date": date_} if date_ else {}),
    )


def test_since_and_until_mean_when_it_happened(brief_of: Make) -> None:
    told = [("Busia", " in May 2021", "2021-05"), ("Suam", " in June 2024", "2024-06"), ("Lwakhakha", "", None)]
    brief = brief_of(several(*(opened(*t) for t in told)), since=date(2024, 1, 1))
    text = " ".join(s.text for s in brief.statements())
    assert "Suam" in text and "Busia" not in text and "Lwakhakha" not in text
    assert brief.period == "What happened since 1 January 2024"
    assert "1 without a date" in brief.left_out.outside[0]


def test_doubtful_and_skipped_are_named(brief_of: Make) -> None:
    book = sample_shelf("crossing", confidence=0.2)
    book.lost.append(Lost("scan.pdf", "has no text", "run OCR over it"))
    brief = brief_of(book)
    assert brief.statements() == []
    assert "confidence 0.20, under 0.40" in brief.left_out.doubtful[0]
    assert brief.left_out.skipped == ("scan.pdf: has no text; run OCR over it",)


def test_two_sources_that_disagree(brief_of: Make) -> None:
    told = [
        (
            "indicator",
            f"Trade between Kenya and Uganda was ${n} billion in 2024.",
            {**TURNOVER, "value": v, "period": "2024"},
        )
        for n, v in (("1.2", 1200000000), ("1.9", 1900000000))
    ]
    brief = brief_of(several(*told))
    assert len(brief.disagreements) == 1
    found = brief.disagreements[0]
    assert {s.text for s in found.values} == {"$1.2 billion", "$1.9 billion"}
    assert all(s.footnotes for s in found.values)
    assert found.title == "Trade turnover in 2024"


def test_organisations_that_both_belong_to_are_one_statement(brief_of: Make) -> None:
    told = [
        (
            "membership",
            f"{name} is a member of the {o}, as is its neighbour.",
            {"state": s, "organisation": o, "action": "member"},
        )
        for o in ("AU", "EAC")
        for s, name in (("KEN", "Kenya"), ("UGA", "Uganda"))
    ]
    brief = brief_of(several(*told))
    section = next(s for s in brief.sections if s.key == "organisations")
    assert [s.text for s in section.statements] == ["Kenya and Uganda both belong to the AU and the EAC."]
    assert len(section.statements[0].records) == 4


def test_long_sections_say_how_to_see_the_rest(brief_of: Make) -> None:
    told = [
        (
            "crossing",
            f"Kenya and Uganda opened the {n} crossing in 2024.",
            {"name": n, "action": "opened", "states": ["KEN", "UGA"], "date": "2024"},
        )
        for n in ("Busia", "Suam", "Malaba", "Lwakhakha", "Amudat", "Moroto", "Turkwel")
    ]
    section = next(s for s in brief_of(several(*told)).sections if s.key == "border")
    assert section.more == "… and 2 more in the record: accord list crossing --between KEN UGA"


def test_near_copies_are_one_voice(brief_of: Make) -> None:
    body = " ".join(
        f"Sentence number {i} tells at some length what the two ministers said to each other." for i in range(12)
    )
    text = "Kenya and Uganda reopened the Malaba crossing on 3 February 2025.\n" + "\n".join(
        body.replace("  ", " ").split(". ")
    )
    papers = [document(f"{i}.txt", text, publisher=f"Paper {i}") for i in range(2)]
    book = shelf(papers, [line("crossing", doc=f"{i}.txt") for i in range(2)])
    brief = brief_of(book)
    assert len(brief.sources) == 1
    assert brief.sources[0].copies in (("Paper 1",), ("Paper 0",))


def test_an_empty_store_makes_a_brief_that_says_so(brief_of: Make) -> None:
    brief = brief_of(Shelf())
    assert brief.statements() == [] and brief.sections == ()
    from accord.brief.markdown import markdown

    assert "Nothing in what was read." in markdown(brief)


def test_quotes_are_the_words_of_their_document(brief_of: Make) -> None:
    book = sample_shelf("agreement")
    for note in brief_of(book).footnotes:
        assert " ".join(book.document(note.document).text[note.start : note.end].split()) == note.quote


def test_one_number_for_one_quote(brief_of: Make) -> None:
    brief = brief_of(sample_shelf("visit"))
    assert len(brief.footnotes) == 1
    assert {s.footnotes for s in brief.statements()} == {(1,)}
