"""The days of signings: told beside them, by the stage of a visit before them, or by what is to come."""

from __future__ import annotations

import pytest

from .reading import claims

_PAIR = "Ghana and Togo are neighbours. "
_VISIT = "The president of Togo, Kodjo Amegan, arrived in Accra on 4 March 2024 for a visit.\n"


def days(text: str, published: str = "2024-03-08") -> set[tuple[str, str]]:
    return {(c["title"], c.get("date", "")) for c in claims(text, published, "agreement") if c.get("title")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ghana and Togo signed a pact on fish in Accra on 2 May 2021, which replaces one of 1990.", ("pact on fish", "2021-05-02")),
        ("On Monday Ghana and Togo signed the Road Transport Agreement, which replaces that of 1990.", ("Road Transport Agreement", "2024-03-04")),
        ("Ghana and Togo signed a treaty on rivers in 1962, on 1 August.", ("treaty on rivers", "1962-08-01")),
        ("It is the fifth call since 2019, when Ghana and Togo signed a defence memorandum.", ("defence memorandum", "2019")),
        ("It is the fifth call since 2019. Ghana and Togo signed a defence memorandum in May 2021.", ("defence memorandum", "2021-05")),
    ],
)  # fmt: skip
def test_a_day_beside_the_act(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in days(_PAIR + text)


def test_a_year_in_a_name_is_no_day() -> None:
    text = _VISIT + "They approved the water plan for the season of 2022."
    assert all(date != "2022" for _, date in days(text))


def test_the_day_that_opens_the_sentence_before() -> None:
    text = _VISIT + "On Tuesday he was shown the port.\nThe two presidents then signed a memorandum on tuna farming."
    assert ("memorandum on tuna farming", "2024-03-05") in days(text)
    text = _VISIT + "On Tuesday he had called Peru.\nThe two presidents signed a memorandum on tuna farming."
    assert ("memorandum on tuna farming", "2024-03-05") not in days(text)


def test_then_goes_on_with_an_older_visit() -> None:
    old = "As is known, the president of Ghana visited Lomé on 10-11 June 2022. "
    assert ("agreement on tolls", "2022-06-10/2022-06-11") in days(
        _VISIT + old + "The two sides then signed an agreement on tolls."
    )
    assert ("agreement on tolls", "2022-06-10/2022-06-11") not in days(
        _VISIT + old + "The two sides signed an agreement on tolls."
    )


def test_papers_to_be_signed_on_a_visit_to_come() -> None:
    text = _PAIR + "The guest will be in Accra on 14 April.\nHe is to sign a memorandum on tuna farming."
    assert ("memorandum on tuna farming", "2024-04-14") in days(text)
    text = _PAIR + "The guest was in Accra on 14 February.\nHe is to sign a memorandum on tuna farming."
    assert ("memorandum on tuna farming", "2024-02-14") not in days(text)


def test_the_day_told_in_the_lead_is_that_of_what_was_done() -> None:
    head = "Talks on the lake\nLomé · 10 March 2024\n"
    text = (
        head
        + "The environment ministers of Ghana and Togo came together in Lomé on Friday.\nThey adopted a plan on the lake."
    )
    assert ("plan on the lake", "2024-03-08") in days(text, "")


def test_a_paper_called_by_its_year_is_suspended() -> None:
    text = "Togo complained.\nThe 2018 border security agreement, which banned such flights, was suspended by Accra in June 2022."
    found = claims(_PAIR + text, "2024-03-08", "agreement")
    assert [(c.get("action"), c.get("date")) for c in found if c.get("action")] == [("suspended", "2022-06")]
    text = "The 2018 border security agreement is of use."
    assert not any(c.get("action") for c in claims(_PAIR + text, "2024-03-08", "agreement"))


def test_a_paper_signed_once_and_extended_later() -> None:
    text = _PAIR + "The memorandum on fish signed with Togo in May 2020 was extended in June 2023."
    assert ("extended", "2023-06") in [
        (c.get("action"), c.get("date")) for c in claims(text, "2024-03-08", "agreement")
    ]
    text = _PAIR + "The memorandum on fish signed with Togo in May 2020; the lease was extended in June 2023."
    assert ("extended", "2023-06") not in [
        (c.get("action"), c.get("date")) for c in claims(text, "2024-03-08", "agreement")
    ]
