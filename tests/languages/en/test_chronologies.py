"""Entries of chronologies: what is told in one happened on the date that it opens with or stands under."""

from __future__ import annotations

import pytest

from .reading import claims, drafts
from .test_clauses import read

HEAD = "Ethiopia and Djibouti: a timeline\n"
ENTRIES = [
    (HEAD + "March 1999 – A transit agreement is signed in Addis Ababa.\n2002 – Little happens.", "agreement", "1999-03"),
    (HEAD + "1998: The border is closed.\n11 May 2010: Diplomatic relations are re-established.", "tie", "2010-05-11"),
    (HEAD + "3 June 2001. Ethiopia opens a consulate in Obock.\n4 June 2004. Nothing else.", "tie", "2001-06-03"),
    (HEAD + "May 2017\nEthiopia recalls its ambassador from Djibouti.\nJuly 2018\nCalm returns.", "tie", "2017-05"),
    (HEAD + "2011 – A visit is planned.\nApril 2006 – Ethiopia's parliament ratifies an extradition treaty with Djibouti.", "agreement", "2006-04"),
    (HEAD + "2018\n4 May: Ethiopia recalls its ambassador from Djibouti.\n2019\nLittle happens.", "tie", "2018-05-04"),
    (HEAD + "2018\nDrought.\n2019\nEthiopia recalls its ambassador from Djibouti.", "tie", "2019"),
    (HEAD + "2009 – Trade grows.\nMay 2019 – Drought. A protocol on water is signed.", "agreement", "2019-05"),
    (HEAD + "2018\n4 May: A protocol on water is signed.\n2019\nCalm returns.", "agreement", "2018-05-04"),
    (HEAD + "2018\n3-4 Sept — Drought. A protocol on water is signed.\n2019\nCalm returns.", "agreement", "2018-09-03/2018-09-04"),
    (HEAD + "2018\nJuly: A protocol on water is signed.\n2019\nCalm returns.", "agreement", "2018-07"),
    (HEAD + "2018\nMay the rains come; a protocol on water is signed.\n2019\nCalm returns.", "agreement", "2018"),
]  # fmt: skip
OWN = [
    (HEAD + "2009 – Trade grows.\n2019: On 12 May a protocol on water is signed.", "2019-05-12"),
    (HEAD + "2009 – Trade grows.\n2019: In May a protocol on water is signed.", "2019-05"),
    (
        HEAD + "2009 – Trade grows.\n2019: A protocol on water signed on 12 May 2011 is praised.",
        "2011-05-12",
    ),
    (HEAD + "2009 – Trade grows.\nMay 2019 – The pact on water signed on 4 June 1998 is praised.", "1998-06-04"),
]
NONE = [
    "Djibouti, 5 May 2024 – Ethiopia and Djibouti may sign a pact.\nThey met in June.",
    "5 May 2024\nEthiopia and Djibouti praised the accord.",
    HEAD + "May 2019 – Ethiopia plans to sign a pact with Djibouti.\n2020 – Nothing.",
]


@pytest.mark.parametrize(("text", "kind", "date"), ENTRIES)
def test_the_date_of_an_entry_is_that_of_what_it_tells(text: str, kind: str, date: str) -> None:
    assert [c.get("date") for c in claims(text, "2025-06-01", kind)] == [date]


@pytest.mark.parametrize(("text", "date"), OWN)
def test_a_date_of_its_own_goes_first(text: str, date: str) -> None:
    assert [c.get("date") for c in claims(text, "2025-06-01", "agreement")] == [date]


@pytest.mark.parametrize("text", NONE)
def test_what_gives_no_date(text: str) -> None:
    assert all(c.get("date") is None for c in claims(text, "2025-06-01", "agreement", "tie"))


def test_an_entry_is_no_dateline() -> None:
    text = HEAD + "11 May 2010 – Talks.\n2 May 2013 – Ethiopia closes its consulate in Obock."
    assert [c["status"] for c in claims(text, "", "tie")] == ["reported"]


def test_the_date_of_an_entry_is_a_sentence_of_its_own() -> None:
    views = read(HEAD + "May 2019 – Drought. Rain.\n2020 – Nothing.", "")
    assert [views.text(s.span) for s in views.sentences][1:4] == ["May 2019", "Drought.", "Rain."]


def test_drafts_rest_on_the_entrys_words() -> None:
    from accord.kinds.tie import KIND

    text = HEAD + "1998: The border is closed.\n11 May 2010: Diplomatic relations are re-established."
    (draft,) = drafts(KIND, text, "")
    (span,) = draft.values["date"].spans
    assert text[span.start : span.end] == "11 May 2010"


LOOSE = [
    (HEAD + "2002-10-08 Calm.\n2021-04-05 Drought.\n2022-06-08 Ethiopia recalls its ambassador from Djibouti.", "2022-06-08"),
    (HEAD + "14/11/2013: Ethiopia recalls its ambassador from Djibouti.\n2019, March – Nothing.", "2013-11-14"),
    (HEAD + "2019, March – Ethiopia recalls its ambassador from Djibouti.\n2 May 2020: Rain.", "2019-03"),
    (HEAD + "Dec 17, 2023 Rain falls.\nWed Jan 3 Talks fail.\nThu Jan 4 Ethiopia recalls its ambassador from Djibouti.", "2024-01-04"),
    (HEAD + "19.03.24 shots\n20.03.24 rain\n21.03.24 Ethiopia recalls its ambassador from Djibouti.", "2024-03-21"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date"), LOOSE)
def test_entries_open_with_dates_in_many_forms(text: str, date: str) -> None:
    assert [c.get("date") for c in claims(text, "2025-06-01", "tie")] == [date]


def test_days_alone_stand_under_the_month_of_the_title() -> None:
    from accord.document import Block
    from accord.languages.en.text.chronology import entries, entry_days

    text = "The Horn, August 2024\n2 Obock. Rain.\n8-9 Addis Ababa hosts a fair.\n31 Djibouti. Calm."
    starts = [0, *(n + 1 for n, c in enumerate(text) if c == "\n")]
    ends = [*(n - 1 for n in starts[1:]), len(text)]
    kinds = ["headline", "paragraph", "paragraph", "paragraph"]
    blocks = [Block(k, a, b) for k, a, b in zip(kinds, starts, ends, strict=True)]
    days = entry_days(text, blocks, entries(text, blocks), None)
    assert [p.iso for p in days.values()] == ["2024-08-02", "2024-08-08/2024-08-09", "2024-08-31"]
    listed = text.replace("2 Obock", "1 Obock").replace("8-9 Addis", "2 Addis").replace("31 Dj", "3 Dj")
    starts = [0, *(n + 1 for n, c in enumerate(listed) if c == "\n")]
    ends = [*(n - 1 for n in starts[1:]), len(listed)]
    assert not entries(listed, [Block(k, a, b) for k, a, b in zip(kinds, starts, ends, strict=True)])


def test_what_an_entry_of_days_to_come_tells_is_planned() -> None:
    text = HEAD + "20 May 2024: Rain.\n22 May 2024: A protocol on water is signed in Obock."
    assert [c["status"] for c in claims(text, "2024-05-18", "agreement")] == ["planned"]


def test_a_fact_is_no_day_of_writing() -> None:
    text = "Ethiopia and Djibouti: facts\nDiplomatic relations: 9 February 1992\nEmbassy in Obock: opened 2009\nA pact was signed on 3 May 2015 and on 4 June 2018."
    assert {c["status"] for c in claims(text, "", "tie")} == {"reported"}
