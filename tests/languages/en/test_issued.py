"""The day of writing, as pages tell it: in datelines of many styles, in lines of publication, under the title, at the end."""

from __future__ import annotations

import pytest

from accord.document import Block, Document
from accord.languages.en.written import written

from .reading import claims

TITLE = "Kenya and Uganda sign a border deal"
BODY = (
    "The foreign minister of Kenya met his Ugandan counterpart in Kampala on Monday and signed an agreement on border trade. "
    "The two ministers discussed security and health, and they agreed to come together again in a few months."
)


def day(*parts: str) -> str:
    """The day of a text of a title and the parts, each a block."""
    text, blocks = "", []
    for number, part in enumerate(parts):
        blocks.append(
            Block("headline" if number == 0 and part == TITLE else "paragraph", len(text), len(text) + len(part))
        )
        text += part + "\n\n"
    found = written(Document("0" * 64, "a.txt", text, tuple(blocks), "en"))
    return found.iso if found is not None else ""


OPENINGS = [
    "KAMPALA, May 7, 2024 (Wire) - ",
    "KAMPALA, 7th May, 2024 (WIRE) -- ",
    "New Delhi [India], May 7, 2024 (WIRE): ",
    "Kampala (7 May 2024) – ",
    "[Kampala, 7 May 2024] ",
    "KAMPALA (Uganda), 7 May 2024 – ",
    "Kampala, Uganda, May 7, 2024 — ",
    "May 7 2024, Kampala - ",
    "(Kampala) May 7, 2024 - ",
    "Kampala, Monday, 7th of May 2024: ",
    "KAMPALA — May 7, 2024 — ",
    "Kampala. 7 May 2024. ",
    "Kampala – 7.5.2024 – ",
    "(Kampala, May 7, 2024) ",
    "Kampala, May 7/2024 (WIRE) ",
    "Embassy of Kenya in Uganda, May 7, 2024.- ",
]


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_dateline(opening: str) -> None:
    assert day(TITLE, opening + BODY) == "2024-05-07"


@pytest.mark.parametrize("opening", OPENINGS)
def test_what_is_told_of_a_weekday_is_not_of_the_dateline(opening: str) -> None:
    found = claims(f"{opening}{BODY}", "", "agreement", "meeting")
    assert {c["date"] for c in found} == {"2024-05-06"}


LINES = [
    "Tuesday, May 07, 2024",
    "Tuesday 7 May 2024",
    "Tue 07 May 2024 | 08:22 PM",
    "2024-05-07 15:49:25",
    "07.05.2024 12:30",
    "7. 5. 2024",
    "2024/05/07",
    "7-May-2024",
    "May 07,2024",
    "May, 07, 2024 - 13:10",
    "13:10, 7 May, 2024",
    "Published May 7, 2024 | 07:34 PM",
    "Posted on May 7, 2024 by the press office",
    "Last updated: 7 May 2024 14:05 GMT",
    "Updated May 8, 2024 09:10, Published May 7, 2024 20:10",
    "2 min read · 7 May 2024",
    "Tuesday, 07 May 2024 00:00 | Written by the editors",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_under_the_title(line: str) -> None:
    assert day(TITLE, line, BODY) == "2024-05-07"


ENDS = [
    "May, 07, 2024 - 13:10",
    "07 May 2024 15:10",
    "May 7, 2024, 14:33 News ID: 1467",
    "Story first published: 7th May 2024",
    "Kampala, 7 May 2024",
    "Source: Press Office, Parliament of Uganda, 7 May 2024",
    "Filed 7 May 2024",
    "Done at Kampala on 7 May 2024.",
    "A version of this article appeared in the print edition on May 7, 2024.",
]


@pytest.mark.parametrize("line", ENDS)
def test_a_line_at_the_end(line: str) -> None:
    assert day(TITLE, "KAMPALA (Wire) – " + BODY, line) == "2024-05-07"


def test_a_heading_that_tells_the_day() -> None:
    text = "Weekly briefing, 7 May 2024"
    found = written(Document("0" * 64, "a.txt", f"{text}\n\n{BODY}", (Block("headline", 0, len(text)),), "en"))
    assert found is not None and found.iso == "2024-05-07"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (
            "Kenya and Uganda had met in 2018. The pact is called Border-2024.",
            "2024-05-07",
        ),  # in 2019 it was a Tuesday too
        ("Kenya and Uganda had met in 2022.", ""),  # then it was none, nor in 2023
    ],
)
def test_a_dateline_without_its_year(told: str, found: str) -> None:
    assert day(TITLE, "KAMPALA, May 7 (Wire) - The ministers met on Tuesday. " + told) == found


@pytest.mark.parametrize(
    ("lead", "year"),
    [
        ("The ministers of Kenya and Uganda met on Wednesday, 8 May 2024.", "2023"),
        ("On 8 May 2024 the two governments signed an agreement. They will meet again on 3 June 2025.", "2023"),
        ("The ministers of Kenya and Uganda will meet on 8 May 2024.", ""),  # to come
        ("They met on 8 May 1999. They signed a treaty on 4 June 2006.", "2005"),
        ("They met on 8 May 1999. A treaty was signed in 2006.", ""),  # later than what the lead tells
    ],
)
def test_what_is_told_first_stands_for_the_day_of_writing(lead: str, year: str) -> None:
    found = claims(f"{lead} Trade between Kenya and Uganda was worth $40 million last year.", "", "indicator")
    assert [c.get("period", "") for c in found] == [year]


@pytest.mark.parametrize(
    "parts",
    [
        ("Tuesday 7 May 2024", TITLE, BODY),  # over the title: the header of a page
        (TITLE, "07/05/2024", BODY),  # May or July
        (TITLE, BODY, "Page last updated: 7 May 2024"),
        (TITLE, BODY, "Since May 2024"),  # no place
        (TITLE, BODY, "The office closes on 7 May 2024 for the holidays"),
        (TITLE, "On 7 May 2024, the ministers met."),
        (TITLE, BODY, "Last updated: 7 May 2024"),  # of the page, not of what it tells
    ],
)
def test_no_day(parts: tuple[str, ...]) -> None:
    assert day(*parts) == ""


def test_a_stamp_of_digits_where_the_text_names_the_day_first() -> None:
    stamp = "Published 06/05/2024 at 09:15"
    assert day(TITLE, stamp, BODY + " The post was shut on 19 March.") == "2024-05-06"
    assert day(TITLE, stamp, BODY + " The post was shut on March 19.") == ""
    assert day(TITLE, stamp, BODY) == ""
