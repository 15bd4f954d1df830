"""Dates in running text: absolute, without a year, relative to the day of writing or to another date, and no dates."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.document import Span
from accord.languages.en.values.dates import dateline, dates, parse_date
from accord.languages.views import Mention
from accord.values import Period

THURSDAY = Period.parse("2025-03-20")


def read(text: str, published: Period | None = None) -> list[Mention]:
    """The dates of a text whose sentences end with a full stop and a space."""
    spans, start = [], 0
    for part in text.split(". "):
        spans.append(Span(start, min(start + len(part) + 2, len(text))))
        start = spans[-1].end
    return dates(text, spans, published)


def told(text: str, published: Period | None = None) -> list[tuple[str, str]]:
    return [(text[m.span.start : m.span.end], str(m.period or "")) for m in read(text, published)]


ABSOLUTE = [
    ("Seen on 11-13/4/2021 there", "11-13/4/2021", "2021-04-11/2021-04-13", "on"),
    ("Seen 28.9.-2.10.2021", "28.9.-2.10.2021", "2021-09-28/2021-10-02", ""),
    ("(2021-04-11/13)", "2021-04-11/13", "2021-04-11/2021-04-13", ""),
    ("established on January 14, 1993, and", "January 14, 1993", "1993-01-14", "on"),
    ("on 13 March 2025", "13 March 2025", "2025-03-13", "on"),
    ("on the 13th of March, 2025", "13th of March, 2025", "2025-03-13", "on"),
    ("on Tuesday, March 4, 2025", "Tuesday, March 4, 2025", "2025-03-04", "on"),
    ("signed on 13.03.2025.", "13.03.2025", "2025-03-13", "on"),
    ("on 2025-03-13", "2025-03-13", "2025-03-13", "on"),
    ("on 05/24/2025", "05/24/2025", "2025-05-24", "on"),
    ("on 24/05/2025", "24/05/2025", "2025-05-24", "on"),
    ("ON 24TH- 25TH JUNE 2013", "24TH- 25TH JUNE 2013", "2013-06-24/2013-06-25", "on"),
    ("Jan 5, 2024", "Jan 5, 2024", "2024-01-05", ""),
    ("on March 12-13, 2025, when", "March 12-13, 2025", "2025-03-12/2025-03-13", "on"),
    ("12–13 March 2025", "12–13 March 2025", "2025-03-12/2025-03-13", ""),
    ("on 12 and 13 March 2025", "12 and 13 March 2025", "2025-03-12/2025-03-13", "on"),
    ("on February 24 and 25, 2020", "February 24 and 25, 2020", "2020-02-24/2020-02-25", "on"),
    ("on March 12, 13 and 14, 2025", "March 12, 13 and 14, 2025", "2025-03-12/2025-03-14", "on"),
    ("from March 30 to April 2, 2025", "March 30 to April 2, 2025", "2025-03-30/2025-04-02", "during"),
    ("December 30 to January 2, 2025", "December 30 to January 2, 2025", "2024-12-30/2025-01-02", ""),
    ("in March 2025", "March 2025", "2025-03", "in"),
    ("in early March 2025", "early March 2025", "2025-03", "in"),
    ("during a December 2024 meeting", "December 2024", "2024-12", "during"),
    ("in January-September 2024", "January-September 2024", "2024-01/2024-09", "in"),
    ("between March and May 2024", "between March and May 2024", "2024-03/2024-05", "during"),
    ("January 2023 to December 2024", "January 2023 to December 2024", "2023-01/2024-12", ""),
    ("in the first quarter of 2025", "the first quarter of 2025", "2025-Q1", "in"),
    ("Q1 2025", "Q1 2025", "2025-Q1", ""),
    ("in 2024Q3", "2024Q3", "2024-Q3", "in"),
    ("the first half of 2024", "the first half of 2024", "2024-01/2024-06", ""),
    ("In 1H2020, exports", "1H2020", "2020-01/2020-06", "in"),
    ("in the first nine months of 2024", "the first nine months of 2024", "2024-01/2024-09", "in"),
    ("in 9 months of 2024", "9 months of 2024", "2024-01/2024-09", "in"),
    ("clashes in 2021-2022.", "2021-2022", "2021/2022", "in"),
    ("fiscal year 2023-24", "fiscal year 2023-24", "2023/2024", ""),
    ("in 2021/22", "2021/22", "2021/2022", "in"),
    ("between 2018 and 2020", "between 2018 and 2020", "2018/2020", "during"),
    ("for the period from 2025 to 2027", "from 2025 to 2027", "2025/2027", "during"),
    ("a programme for 2025-2027", "2025-2027", "2025/2027", "during"),
    ("to $500mn by 2030, as", "2030", "2030", "by"),
    ("no later than 2028", "2028", "2028", "by"),
    ("by the end of 2026", "the end of 2026", "2026", "by"),
    ("before the end of 2026", "the end of 2026", "2026", "by"),
    ("until 2027", "2027", "2027", "until"),
    ("since 2021", "since 2021", "2021/..", "since"),
    ("Since the early 1990s, they", "Since the early 1990s", "1990/..", "since"),
    ("in the 1990s", "the 1990s", "1990/1999", "in"),
    ("mid-2024", "mid-2024", "2024", ""),
    ("in the summer of 2024", "the summer of 2024", "2024-06/2024-08", "in"),
    ("Interstate Relations (1996),", "1996", "1996", ""),
    ("the 2025 treaty", "2025", "2025", ""),
    ("Kazakhstan's 2024 exports", "2024", "2024", ""),
    ("2024 figures", "2024", "2024", ""),
    ("the collapse in 1991.", "1991", "1991", "in"),
    ("as of January 1, 2025", "January 1, 2025", "2025-01-01", "on"),
    ("ahead of the 2026 vote", "2026", "2026", "before"),
]
WITH_PUBLISHED = [
    ("On March 14, the first flight", "March 14", "2025-03-14"),
    ("will be held on March 31", "March 31", "2025-03-31"),
    ("The meeting took place on June 10", "June 10", "2024-06-10"),
    ("scheduled for December 5", "December 5", "2025-12-05"),
    ("met in December", "December", "2024-12"),
    ("in March this year", "March this year", "2025-03"),
    ("next March", "next March", "2026-03"),
    ("last December", "last December", "2024-12"),
    ("late on Tuesday", "Tuesday", "2025-03-18"),
    ("will meet on Friday", "Friday", "2025-03-21"),
    ("last Thursday", "last Thursday", "2025-03-13"),
    ("next Tuesday", "next Tuesday", ""),
    ("today", "today", "2025-03-20"),
    ("yesterday", "yesterday", "2025-03-19"),
    ("tomorrow", "tomorrow", "2025-03-21"),
    ("the day before yesterday", "the day before yesterday", "2025-03-18"),
    ("last week", "last week", "2025-03-10/2025-03-16"),
    ("last month", "last month", "2025-02"),
    ("earlier this month", "earlier this month", "2025-03"),
    ("this year", "this year", "2025"),
    ("Last year alone", "Last year", "2024"),
    ("next year", "next year", "2026"),
    ("by the end of the year", "the end of the year", "2025"),
    ("by the close of the year", "the close of the year", "2025"),
    ("the first half of this year", "the first half of this year", "2025-01/2025-06"),
    ("the first quarter of this year", "the first quarter of this year", "2025-Q1"),
    ("two years ago", "two years ago", "2023"),
    ("In the first seven months, trade was", "the first seven months", "2024-01/2024-07"),
    ("three days ago", "three days ago", "2025-03-17"),
    ("three months ago", "three months ago", "2024-12"),
    ("over 60 years ago", "60 years ago", ""),
    ("within five years", "within five years", "2030"),
    ("over the next five years", "over the next five years", "2030"),
    ("within 30 days", "within 30 days", "2025-04-19"),
    ("over the past three years", "over the past three years", ""),
    ("every two years", "every two years", ""),
]
ANCHORED = [
    ("On March 13, 2025, they met. The following day they left", "The following day", "2025-03-14"),
    ("On March 13, 2025, they met. The same day", "The same day", "2025-03-13"),
    ("On March 13, 2025, they met. Two days later", "Two days later", "2025-03-15"),
    ("On March 13, 2025, they met. A flight on March 14", "March 14", "2025-03-14"),
    ("In 2024 it rose from the previous year", "the previous year", "2023"),
    ("in 2024, from a year earlier", "a year earlier", "2023"),
    ("In the first quarter of 2025, against the same period of 2023", "the same period of 2023", "2023-Q1"),
    ("In January-May 2025, over the same period last year", "the same period last year", "2024-01/2024-05"),
    ("In 2019 they met. That year", "That year", "2019"),
    ("On April 7, 2010, protests began, and on June 10 clashes", "June 10", "2010-06-10"),
]
NO_DATES = [
    "They may march on Friday's capital",
    "May increase by 12",
    "Theresa May met April Smith",
    "March to the sea",
    "in a second round",
    "2025 participants",
    "2024 tonnes of cotton",
    "a fund of $2000",
    "Vision 2030 and Agenda 2030",
    "the World Expo 2020",
    "CASA-1000",
    "by 2000 people",
    "from 1500 to 2000 vehicles",
    "up to 2000 MW",
    "at 10.10",
    "version 1.2.3",
    "the 1996 kilometres",
    "31 April",
    "Resolution 1973",
]


@pytest.mark.parametrize(("text", "words", "iso", "part"), ABSOLUTE)
def test_absolute(text: str, words: str, iso: str, part: str) -> None:
    (mention,) = read(text)
    assert (text[mention.span.start : mention.span.end], str(mention.period)) == (words, iso)
    assert mention.attributes["form"] == "absolute"
    assert mention.attributes["part"] == part
    assert parse_date(words) == mention.period, "the mention's own words ground its value"


@pytest.mark.parametrize(("text", "words", "iso"), WITH_PUBLISHED)
def test_resolved_against_the_day_of_writing(text: str, words: str, iso: str) -> None:
    assert told(text, THURSDAY) == [(words, iso)]
    (mention,) = read(text, None)
    assert mention.period is None, "without a day of writing nothing fixes it"


@pytest.mark.parametrize(("text", "words", "iso"), ANCHORED)
def test_resolved_against_an_earlier_date(text: str, words: str, iso: str) -> None:
    *_, anchor, mention = read(text)
    assert (text[mention.span.start : mention.span.end], str(mention.period)) == (words, iso)
    assert mention.antecedents == anchor.spans
    assert mention.attributes.get("context") or mention.attributes.get("same")
    assert parse_date(words, anchor.period) == mention.period


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert [found for found in told(text) if found[1]] == []


def test_what_is_not_fixed_is_told_in_attributes() -> None:
    rows: list[tuple[str, dict[str, Any]]] = [
        ("on March 14", {"month": 3, "day": 14, "form": "partial"}),
        ("on 03/04/2025", {"ambiguous": True, "year": 2025}),
        ("on 12 and 15 March 2025", {"month": 3, "days": [12, 15], "year": 2025}),
        ("every March", {"every": "P1Y", "month": 3, "form": "recurring"}),
        ("annually", {"every": "P1Y", "form": "recurring"}),
        ("within five years", {"years": 5, "form": "duration", "part": "by"}),
        ("two years ago", {"years": 2, "form": "ago"}),
    ]
    for text, expected in rows:
        (mention,) = read(text)
        assert mention.period is None
        assert {key: mention.attributes.get(key) for key in expected} == expected


RUNS = [
    ("Exports fell in the eight months to August.", "2025-10-02", "2025-01/2025-08"),
    ("worth $2bn in the year ended June 2025", "2025-10-02", "2024-07/2025-06"),
    ("in the quarter to March", "2025-10-02", "2025-01/2025-03"),
    ("in the first five months of the year", "2025-10-02", "2025-01/2025-05"),
    ("Works should begin in the second half of the year.", "2025-02-02", "2025-07/2025-12"),
    ("in the first semester of 2027", "2025-02-02", "2027-01/2027-06"),
    ("It will open in the autumn.", "2025-02-02", "2025-09/2025-11"),
    ("They met in the spring.", "2025-08-02", "2025-03/2025-05"),
    ("in the second half of May", "2025-04-02", "2025-05-16/2025-05-31"),
    ("at end-June", "2025-07-02", "2025-06"),
    ("between 3 and 9 July", "2025-07-12", "2025-07-03/2025-07-09"),
    ("from 4 to 5 March next.", "2025-11-12", "2026-03-04/2026-03-05"),
    ("since Monday of last week", "2025-07-10", "2025-06-30/.."),
    ("She flies home on Saturday.", "2025-07-10", "2025-07-12"),
    ("He said on Saturday", "2025-07-10", "2025-07-05"),
    ("It should be noted that on Saturday", "2025-07-10", "2025-07-05"),
    ("A round is pencilled in for October", "2025-07-10", "2025-10"),
    ("Sales for January to May stood at $3m", "2025-11-10", "2025-01/2025-05"),
    ("DONE at Lima on the twenty-first day of June two thousand and nineteen", "", "2019-06-21"),
    ("the third of May nineteen ninety-eight", "", "1998-05-03"),
    ("the third of May", "2025-06-02", "2025-05-03"),
    ("in the night from Thursday to Friday", "2025-03-18", "2025-03-13/2025-03-14"),
    ("They will meet from Wednesday to Friday.", "2025-03-18", "2025-03-19/2025-03-21"),
    ("on Monday and Tuesday", "2025-03-20", "2025-03-17/2025-03-18"),
    ("a fortnight ago", "2025-03-20", "2025-03-03/2025-03-09"),
    ("within 72 hours", "2025-03-20", "2025-03-23"),
    ("last weekend", "2025-03-20", "2025-03-15/2025-03-16"),
    ("on the 4th of this month.", "2025-03-20", "2025-03-04"),
    ("by the end of autumn.", "2025-03-20", "2025-09/2025-11"),
    ("in the first nine months of the year", "2025-02-20", "2024-01/2024-09"),
    ("nine months into 2025", "2025-12-02", "2025-01/2025-09"),
    ("in 2Q25", "2025-12-02", "2025-Q2"),
    ("Trade in the first semester fell", "2025-08-06", "2025-01/2025-06"),
    ("in the first three quarters", "2025-12-02", "2025-01/2025-09"),
    ("in the first two quarters of 2024", "2025-12-02", "2024-01/2024-06"),
    ("In the January-May period of 2024", "2025-12-02", "2024-01/2024-05"),
    ("over 9M 2025", "2025-12-02", "2025-01/2025-09"),
    ("Lima, NOV 4, 2025", "2025-12-02", "2025-11-04"),
]


@pytest.mark.parametrize(("text", "published", "iso"), RUNS)
def test_spans_and_seasons(text: str, published: str, iso: str) -> None:
    assert [value for _, value in told(text, Period.parse(published) if published else None)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "in the half to be built",
        "the autumn session",
        "in the spring festival",
        "It carries 900 passengers a day in summer.",
        "the years to come",
        "up to 300 people",
    ],
)
def test_no_span_nor_season(text: str) -> None:
    assert [value for _, value in told(text, THURSDAY) if value] == []


BESIDE = [
    ("It closed in October 2019 and opened again that December.", "2019-12"),
    ("It closed in October 2019 and opened the following May.", "2020-05"),
    ("It closed on 4 March 2022 and opened on 1 July of that year.", "2022-07-01"),
    ("Signed in Riga on 4 April 2022, a deal to pay before the end of January.", "2023-01"),
    ("The pact was signed in 1962, on 1 August.", "1962-08-01"),
    ("The credit was extended to 2030 in January.", "2025-01"),  # no day of that year
    ("They will call on Wednesday and Thursday, 22 – 23 January 2025.", "2025-01-22/2025-01-23"),
    ("It happened on 2 March 2024. A memorandum was signed in January of this year.", "2025-01"),
]


@pytest.mark.parametrize(("text", "iso"), BESIDE)
def test_a_date_beside_another(text: str, iso: str) -> None:
    assert told(text, THURSDAY)[-1][1] == iso


def test_the_year_of_a_dateline_without_one() -> None:
    text = "RIGA, May 6 (Wire) -- Latvia agreed on Tuesday to pay.  Trade grew in 2024."
    assert [value for _, value in told(text)] == ["2025-05-06", "2025-05-06", "2024"]
    assert told("RIGA, May 6 (Wire) -- Latvia agreed to pay.")[0][1] == ""
    assert (
        told("RIGA, May 7 (Wire) -- Latvia agreed on Monday to pay.  Plans run from 2024-2029, dues to 2030.")[0][1]
        == "2024-05-07"
    )
    assert (
        told("RIGA, May 6 (Wire) -- Latvia paid on Tuesday.  A second part is due in early 2026.")[0][1] == "2025-05-06"
    )
    assert told("RIGA, May 6 (Wire) -- Latvia paid on Friday.  It began in 2024.")[0][1] == ""
    assert told("RIGA/OSLO, 6 May 2025 (Wire) - They met on Monday.")[-1][1] == "2025-05-05"


VAGUE_PUBLICATION = [
    ("last year", "2025", "2024"),
    ("in March this year", "2025", "2025-03"),
    ("last month", "2025", ""),
    ("on March 14", "2025", ""),
    ("last month", "2025-03", "2025-02"),
    ("yesterday", "2025-03", ""),
    ("on March 14", "2025-03", "2025-03-14"),
    ("on Tuesday", "2025-03", ""),
]


@pytest.mark.parametrize(("text", "published", "iso"), VAGUE_PUBLICATION)
def test_a_vague_publication_fixes_only_what_it_can(text: str, published: str, iso: str) -> None:
    assert [value for _, value in told(text, Period.parse(published))] == [iso]


DATELINES = [
    ("DUSHANBE, March 4 (Agency) — Talks began", "March 4", "2025-03-04"),
    ("Ulaanbaatar, 4 March 2025 – On Monday", "4 March 2025", "2025-03-04"),
    ("Montevideo, 12.03.2025", "12.03.2025", "2025-03-12"),
    ("BAKU, Azerbaijan, Sept. 12", "Sept. 12", "2024-09-12"),
    ("MOSCOW, April 6, 2012 (Xinhua) -- China", "April 6, 2012", "2012-04-06"),
    ("On March 4, the President spoke", None, ""),
    ("In Dushanbe, March 4 was a holiday", None, ""),
    ("The sides met in Dushanbe on March 4", None, ""),
]


@pytest.mark.parametrize(("text", "words", "iso"), DATELINES)
def test_dateline(text: str, words: str | None, iso: str) -> None:
    found = dateline(text, Span(0, len(text)), THURSDAY)
    assert (found and text[found[0].start : found[0].end]) == words
    if found:
        assert str(found[1]) == iso


def test_the_dateline_dates_relative_days() -> None:
    text = "DUSHANBE, March 4 (Agency) — They met yesterday."
    (_, mention) = read(text, THURSDAY)
    assert str(mention.period) == "2025-03-03"
    assert mention.antecedents == (Span(10, 17),)
    text = "Ulaanbaatar, 4 March 2025 – They met on Monday."
    assert told(text)[-1] == ("Monday", "2025-03-03")


def test_the_tense_of_the_own_clause_counts() -> None:
    text = "The minister said on Tuesday that talks will be held on Friday"
    assert told(text, THURSDAY) == [("Tuesday", "2025-03-18"), ("Friday", "2025-03-21")]


TENSES = [
    ("On Monday the two agreed in Riga to aim for more.", "2025-03-17"),
    ("On Monday the envoy will meet the judge appointed by them.", "2025-03-24"),
    ("On Monday the planned talks were put off.", "2025-03-17"),
    ("It will be recalled that on 5 August the minister, a guest of Peru, initialled a pact.", "2024-08-05"),
    ("It will be hot, they say: on 5 August the minister, a guest of Peru, is to open it.", "2025-08-05"),
    ("The accord, inked in Riga on 15 October, has been before the house since.", "2024-10-15"),
]


@pytest.mark.parametrize(("text", "iso"), TENSES)
def test_the_first_verb_behind_a_date_tells_its_tense(text: str, iso: str) -> None:
    assert told(text, THURSDAY)[0][1] == iso


def test_a_weekday_of_a_report_brought_out_a_day_late() -> None:
    text = "RIGA, March 19 - The guest came on Wednesday. On Thursday they met. Last Thursday they had not. "
    assert [iso for _, iso in told(text, THURSDAY)][1:] == ["2025-03-19", "2025-03-20", "2025-03-13"]
    assert told("RIGA, March 16 - On Thursday they met.", THURSDAY)[-1][1] == "2025-03-13"


def test_a_treaty_in_brackets_lends_no_year() -> None:
    text = "Under the Treaty (2004), the sides met on March 14"
    assert told(text, THURSDAY)[-1] == ("March 14", "2025-03-14")


def test_a_headline_takes_the_year_that_the_text_states() -> None:
    assert told("State visit on March 12. It took place on March 12, 2019")[0] == ("March 12", "2019-03-12")


PIECES = ["March", " 12", " 2025", "-", " to ", "Tuesday", " last", " year", ", ", " ago", "two", " the same", " day",
          "Q1", " of ", "30", ".", "/", "1999", "within ", " years", "9999", "0", "\n", "May", " and "]  # fmt: skip
REFERENCES = [None, "2025-03-20", "2025-03", "2025", "2025-Q1", "../2030", "2021/..", "0001-01-01", "9999-12-31"]


@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=14).map("".join)),
    st.sampled_from(REFERENCES),
)
def test_any_text_is_survived(text: str, reference: str | None) -> None:
    published = Period.parse(reference) if reference else None
    last = 0
    for mention in dates(text, [Span(0, len(text))], published):
        assert last <= mention.span.start < mention.span.end <= len(text)
        assert text[mention.span.start : mention.span.end].strip()
        assert mention.period is None or Period.parse(str(mention.period)) == mention.period
        last = mention.span.end
    parse_date(text, published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday, 05/12/2025, was the day.", {"05/12/2025": "2025-12-05"}),  # the weekday tells which is the day
        ("Monday 05/12/2025 was the day.", {"05/12/2025": "2025-05-12"}),
        ("Wednesday, 05/12/2025, was the day.", {"05/12/2025": None}),  # it was none of both
        ("Signed on 03/04/2025, ratified on 25/06/2025.", {"03/04/2025": "2025-04-03", "25/06/2025": "2025-06-25"}),
        ("Signed on 03/04/2025, ratified on 06/25/2025.", {"03/04/2025": "2025-03-04", "06/25/2025": "2025-06-25"}),
        ("On 03/04/2025, 25/06/2025 and 06/25/2025.", {"03/04/2025": None}),  # the text does not keep to one
    ],
)
def test_dates_with_strokes(text: str, expected: dict[str, str | None]) -> None:
    found = {text[m.span.start : m.span.end]: m.period.iso if m.period else None for m in read(text)}
    assert {words: found.get(words) for words in expected} == expected
