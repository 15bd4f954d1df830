"""Papers as they are claimed: title, action, day and standing, and what is said of no paper."""

from __future__ import annotations

import pytest

from .test_sessions import claims

_PAIR = "Ghana and Togo are neighbours. "
_TREATY = """AGREEMENT
between the Government of Ghana and the Government of Togo on Mutual Assistance in Forest Fires

Signed at Accra on 3 May 2021
Entry into force: 1 March 2022

The Government of Ghana and the Government of Togo, hereinafter referred to as "the Parties",
Bearing in mind the Agreement on Border Trade, signed at Lomé on 3 May 1992 and in force since 1995;
Have agreed as follows:

Article 1
A Joint Forest Committee is hereby established. It shall meet alternately in Accra and Lomé.

Article 2
This Agreement shall enter into force after notification. It is concluded for a period of five years.
"""


def told(text: str) -> list[tuple[object, ...]]:
    found = [
        (c.get("title") or c.get("count"), c.get("action"), c.get("date"), c["status"])
        for c in claims(text, "agreement")
    ]
    return sorted(found, key=str)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Protocol of 6 May 2019 on migration, in force since 25 March 2021, stays.",
         [("Protocol on migration", "in-force", "2021-03-25", "reported"), ("Protocol on migration", None, "2019-05-06", "reported")]),
        ("The Volta Treaty was signed in May 1961 and has been in force since 16 September 1964.",
         [("Volta Treaty", "in-force", "1964-09-16", "reported"), ("Volta Treaty", "signed", "1961-05", "reported")]),
        ("They welcomed the entry into force, on 1 July 2024, of the Treaty relating to the Volta Basin, signed on 8 June 2023.",
         [("Treaty relating to the Volta Basin", "in-force", "2024-07-01", "reported"), ("Treaty relating to the Volta Basin", "signed", "2023-06-08", "reported")]),
        ("They signed the agreement dividing the lake in June 2022.", [("agreement dividing the lake", "signed", "2022-06", "reported")]),
        ("Under the General Peace Treaty that they signed in Accra on 30 October 1980, they went to court.",
         [("General Peace Treaty", "signed", "1980-10-30", "reported")]),
        ("They signed a Treaty on Fish at Accra on 12 May 2023; it entered into force on 1 February 2024.",
         [("Treaty on Fish", "in-force", "2024-02-01", "reported"), ("Treaty on Fish", "signed", "2023-05-12", "reported")]),
        ("On 4 June 2025 they witnessed the signing of two documents at the State House in Accra, among them an agreement on the avoidance of double taxation and a culture programme for 2026.",
         [("agreement on the avoidance of double taxation", "signed", "2025-06-04", "reported"), ("culture programme for 2026", "signed", "2025-06-04", "reported"), (2, "signed", "2025-06-04", "reported")]),
        ("On 4 June 2025 they sealed two deals: one on shrimp farming and another on port fees.",
         [("deal on port fees", "signed", "2025-06-04", "reported"), ("deal on shrimp farming", "signed", "2025-06-04", "reported"), (2, "signed", "2025-06-04", "reported")]),
        ("On 4 June 2025 the following were concluded: (i) a Visa Waiver Agreement; and (ii) a Memorandum of Understanding on Maize.",
         [("Memorandum of Understanding on Maize", "signed", "2025-06-04", "reported"), ("Visa Waiver Agreement", "signed", "2025-06-04", "reported")]),
        ("A transit accord is expected to be signed when the transport minister of Togo comes to Accra in December 2025.",
         [("transit accord", "signed", "2025-12", "planned")]),
        ("The signing of a transit accord did not take place on 4 June 2025.", [("transit accord", "signed", "2025-06-04", "postponed")]),
        ("Togo denounced its tax treaty with Ghana with effect from 1 January 2024.", [("tax treaty with Ghana", "terminated", "2024-01-01", "reported")]),
        ("The fishing protocol was provisionally applied from 29 June 2021.", [("fishing protocol", "in-force", "2021-06-29", "reported")]),
        ("A fishing protocol was signed on 3 May 2024. It will apply from 1 January 2030.",
         [("fishing protocol", "in-force", "2030-01-01", "planned"), ("fishing protocol", "signed", "2024-05-03", "reported")]),
        ("The fishing protocol was extended in 2021.", [("fishing protocol", "extended", "2021", "reported")]),
        ("The 12th session of the Ghana-Togo Joint Commission was held in Accra on 4 June 2025. Afterwards a protocol was signed.",
         [("protocol of the 12th session of the Ghana-Togo Joint Commission", "signed", "2025-06-04", "reported")]),
    ],
)  # fmt: skip
def test_papers(text: str, wanted: list[tuple[object, ...]]) -> None:
    assert told(_PAIR + text) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "No agreement on duties was reached.",
        "The mayors of Keta and Aflao signed a memorandum on trails on 4 June 2025.",
        "The visit lasts three days by agreement with the hosts.",
        "It shall be renewed by tacit agreement.",
        "Officials omit the title whenever protocol allows.",
        "They began talks on extending the Volta Agreement to services.",
        "Togo is a party to the 1951 Refugee Convention.",
        "Plans for a fourth were approved in 2022.",
    ],
)
def test_no_papers(text: str) -> None:
    assert [c for c in told(_PAIR + text) if c[1] not in (None, "negotiated") and c[3] == "reported"] == []


def test_a_treatys_text() -> None:
    whole = "Agreement between the Government of Ghana and the Government of Togo on Mutual Assistance in Forest Fires"
    assert told(_TREATY) == sorted(
        [
            (whole, "signed", "2021-05-03", "reported"),
            (whole, "in-force", "2022-03-01", "reported"),
            ("Agreement on Border Trade", "signed", "1992-05-03", "reported"),
            ("Agreement on Border Trade", "in-force", "1995", "reported"),
        ],
        key=str,
    )
    assert [(b["name"], b["action"]) for b in claims(_TREATY, "body")] == [("Joint Forest Committee", "established")]


def test_half_named_states() -> None:
    found = claims("A Franco-Liberian convention of 1907 drew the line.", "agreement")
    assert [set(c["parties"]) for c in found] == [{"FRA", "LBR"}]  # type: ignore[call-overload]


_LEAD = "On 4 June 2025 "


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("six documents were signed, notably a plan of maize trade and an accord on ports.", ["accord on ports", "plan of maize trade"]),
        ("ten papers were concluded in fields from ports to schools, among them a joint declaration on peace.", ["joint declaration on peace"]),
        ("they exchanged four documents. Among them: a protocol on maize, and a memorandum on ports.", ["memorandum on ports", "protocol on maize"]),
        ("they signed two memoranda, on maize and on ports.", ["memorandum on maize", "memorandum on ports"]),
        ("three agreements, on ports, maize and prisons, were initialled.", ["agreement on maize", "agreement on ports", "agreement on prisons"]),
        ("they signed three memoranda, on the sidelines of a summit.", []),
        ("six documents were signed, and a plan of maize trade was praised.", []),
    ],
)  # fmt: skip
def test_the_papers_of_a_count_are_told_one_by_one(text: str, titles: list[str]) -> None:
    found = claims(_PAIR + _LEAD + text, "agreement")
    assert sorted(str(c["title"]) for c in found if c.get("title") and "document" not in str(c["title"])) == titles


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("Ghana and Togo signed a declaration on 4 June 2025 in Accra on ending roaming fees.", "declaration on ending roaming fees", "2025-06-04"),
        ("Ghana and Togo signed a joint protocol here on 4 June 2025 on linking the lines.", "joint protocol on linking the lines", "2025-06-04"),
        ("Ghana and Togo signed an accord on maize on 4 June 2025 in Accra on Wednesday.", "accord on maize", "2025-06-04"),
        ("Ghana and Togo signed a treaty on maize on 4 June 2025. The said Treaty is long.", "treaty on maize", "2025-06-04"),
    ],
)  # fmt: skip
def test_a_title_goes_on_behind_the_day_of_signing(text: str, title: str, date: str) -> None:
    (found,) = claims(text, "agreement")
    assert (found["title"], found["date"], found["action"]) == (title, date, "signed")


def test_a_step_has_no_day_of_another_step() -> None:
    text = "Parliament ratified the treaty on maize with Togo, signed in Accra on 4 June 2025."
    found = {c["action"]: c.get("date") for c in claims(_PAIR + text, "agreement")}
    assert found["signed"] == "2025-06-04" and found.get("ratified") is None
