"""Digests and diaries: what a heading leaves to its section, whose a quotation is, visits without a verb, the day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from accord.document import Block, Document
from accord.extract import extract
from accord.languages.en.text.issued import issued
from accord.languages.en.view import view
from accord.values import Period


def page(text: str, published: str = "2024-05-20") -> Document:
    """A document with a block a line: the headline behind "# ", headings behind "## ", items behind "- "."""
    blocks, lines, at = [], [], 0
    for line in text.split("\n"):
        marks = {"# ": "headline", "## ": "heading", "- ": "item"}
        mark = next((m for m in marks if line.startswith(m)), "")
        kind = "row" if "\t" in line else marks.get(mark, "paragraph")
        words = line.removeprefix(mark)
        blocks.append(Block(kind, at, at + len(words)))
        lines.append(words)
        at += len(words) + 1
    return Document("0" * 64, "d.md", "\n".join(lines), tuple(blocks), "en", published=Period.parse(published))


def told(text: str, *kinds: str) -> list[dict[str, Any]]:
    return [{"kind": c.kind, **c.values} for c in extract(page(text)) if c.kind in kinds]


def pairs(text: str) -> list[tuple[str, ...]]:
    return [part.pair for part in view(page(text)).sections]


DIGEST = """# Weekly digest
## Chile / Peru
Trade between the two countries came to USD 410 million in 2023.
## Laos / Vietnam
Trade between the two countries came to USD 812 million in 2023.
## Elsewhere
Rain fell."""


def test_each_section_has_the_pair_of_its_heading() -> None:
    assert [set(pair) for pair in pairs(DIGEST)[1:3]] == [{"CHL", "PER"}, {"LAO", "VNM"}]
    found = told(DIGEST, "indicator")
    assert {(frozenset(f["about"]), f["value"]) for f in found} == {
        (frozenset({"CHL", "PER"}), 410000000),
        (frozenset({"LAO", "VNM"}), 812000000),
    }


def test_headings_of_one_pair_part_nothing() -> None:
    text = DIGEST.replace("Laos / Vietnam", "Peru and Chile").replace("Elsewhere", "Peru")
    assert len(pairs(text)) == 1


def test_headings_on_topics_part_nothing() -> None:
    text = DIGEST.replace("Laos / Vietnam", "Trade").replace("Chile / Peru", "Energy")
    assert len(pairs(text)) == 1


@pytest.mark.parametrize(
    ("title", "wanted"), [("Kenya and its neighbours", {"KEN", "UGA"}), ("The lake region", {"UGA", "RWA"})]
)
def test_a_heading_of_one_state_goes_with_the_title_or_with_who_is_named_under_it(title: str, wanted: set[str]) -> None:
    text = f"""# {title}
## Uganda
A new road to Rwanda is planned.
## Tanzania
A ferry to Malawi is planned.
## Zambia
Nothing new."""
    assert set(pairs(text)[1]) == wanted


def test_names_in_capitals_head_sections() -> None:
    text = DIGEST.replace("Laos / Vietnam", "LAOS AND VIETNAM")
    assert {"LAO", "VNM"} in map(set, pairs(text))


def test_a_heading_that_comes_again_stays_in_its_section() -> None:
    text = """# Weekly digest
## Chile and Peru: fish
Talks were held in Lima.
## Why it matters
Trade came to USD 410 million in 2023.
## Laos and Vietnam: rail
Talks were held in Hanoi.
## Why it matters
Trade came to USD 812 million in 2023."""
    assert {"CHL", "PER"} in map(set, pairs(text))
    assert len(pairs(text)) == 3


def test_what_all_share_is_of_all() -> None:
    text = DIGEST.replace("Laos / Vietnam", "Peru / Bolivia").replace("Elsewhere", "All three")
    assert set(pairs(text)[-1]) == {"CHL", "PER", "BOL"}


def test_a_label_parts_paragraphs() -> None:
    text = """# Notes of the week
Chile–Peru: trade came to USD 410 million in 2023.
Laos–Vietnam: trade came to USD 812 million in 2023."""
    assert [set(pair) for pair in pairs(text)[1:]] == [{"CHL", "PER"}, {"LAO", "VNM"}]
    assert len(pairs(text.replace("Laos–Vietnam: trade", "Laos and Vietnam trade"))) == 1


QUOTED = """# Chile and Peru: the fish pact
Chile and Peru signed a fisheries agreement on 3 May 2024.
## Voices
"""


@pytest.mark.parametrize(
    "line",
    [
        '"They took our fish and left us the bones." Bruno Modesti, Ica Institute of Peace.',
        '"They took our fish and left us the bones." - Dr Bruno Modesti, Ica Institute of Peace',
        '"They took our fish and left us the bones" — Bruno Modesti (Ica Institute of Peace)',
        'Dr Bruno Modesti (Agro-Think, Ica): "They took our fish and left us the bones."',
        'Bruno Modesti, who sat on the Peruvian team in 1992: "They took our fish and left us the bones."',
        'Bruno Modesti, Agro-Think\t"They took our fish and left us the bones."',
        'Bruno Modesti, Agro-Think, Ica: the pact is "a bad joke for our fish".',
    ],
)
def test_a_quotation_is_of_whom_its_paragraph_presents(line: str) -> None:
    found = told(QUOTED + line, "assessment")
    assert [f["speaker"] for f in found] == ["Bruno Modesti"]


@pytest.mark.parametrize(
    "line",
    [
        '"They took our fish and left us the bones." Bruno Modesti signed the pact.',
        '"They took our fish and left us the bones." Ica Institute of Peace, Lima',
    ],
)
def test_what_follows_a_quotation_may_be_something_else(line: str) -> None:
    assert all(f["speaker"] != "Bruno Modesti" for f in told(QUOTED + line, "assessment"))


DIARY = """# Norway and Samoa
Norway and Samoa signed a trade agreement on 4 May 2023.
## Contacts
"""


@pytest.mark.parametrize(
    ("line", "visitor", "host", "day"),
    [
        (
            "- 24 March 2023 – Minister Ofisa Tuilagi of Samoa, Oslo (labour talks)",
            "Ofisa Tuilagi",
            "NOR",
            "2023-03-24",
        ),
        (
            "- 25–26 February 2024, Apia: Prime Minister Arne Lund of Norway.",
            "Arne Lund",
            "WSM",
            "2024-02-25/2024-02-26",
        ),
        ("- Speaker Arne Lund: Apia, 1 November 2022", "Arne Lund", "WSM", "2022-11-01"),
        ("- 25 March – President of Norway in Apia", "President of Norway", "WSM", "2024-03-25"),
        ("- 3 July: state secretary Arne Lund of Norway in Apia for talks", "Arne Lund", "WSM", "2024-07-03"),
    ],
)
def test_a_diary_tells_visits_without_a_verb(line: str, visitor: str, host: str, day: str) -> None:
    found = told(DIARY + line, "visit")
    assert [(f["visitor"], f["host"], f["date"]) for f in found] == [(visitor, host, day)]


@pytest.mark.parametrize(
    "line",
    [
        "- 24 March 2023 – Minister Ofisa Tuilagi of Samoa, Apia (labour talks)",
        "- 24 March 2023 – the economist Ofisa Tuilagi, Oslo",
        "- Minister Ofisa Tuilagi of Samoa, educated in Oslo, received nobody on 24 March 2023",
    ],
)
def test_who_is_at_home_or_in_no_office_visits_nobody(line: str) -> None:
    assert told(DIARY + line, "visit") == []


def test_a_diary_tells_meetings_of_two() -> None:
    text = DIARY + "- 6 September 2023, Geneva: Foreign Minister Arne Lund of Norway – Samoa's Ofisa Tuilagi"
    found = told(text, "meeting")
    assert [set(f["participants"]) for f in found] == [{"Arne Lund", "Ofisa Tuilagi"}]


def day_of(text: str) -> str:
    document = page(text)
    header = issued(replace(document, published=None), document.blocks)
    return header[0].iso if header else ""


def test_a_digest_bears_the_days_that_it_tells_of() -> None:
    assert day_of("# Lake Notes, 2 to 8 June 2025\nTalks went on.") == "2025-06-02/2025-06-08"


def test_a_day_that_the_text_outlives_is_not_its_own() -> None:
    text = "Norway and Samoa\nOslo, 9 February 1992\nVisits: 1 November 2022; 22 May 2024"
    assert day_of(text) == ""
    assert day_of(text.replace("2022", "1991").replace("2024", "1992")) == "1992-02-09"
