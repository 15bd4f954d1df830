"""Several papers told in one sentence: each is a claim of its own."""

from __future__ import annotations

import pytest

from .reading import claims

LEAD = "Kenya and Togo held talks in Lomé on 14 May 2024.\n"

SUBJECTS = [
    ("Agreements on fisheries, air services and the exchange of prisoners will be signed.",
     {"agreement on fisheries", "agreement on air services", "agreement on the exchange of prisoners"}),
    ("The ministers signed memoranda on mining, drugs regulation, and oil and gas.",
     {"memorandum on mining", "memorandum on drugs regulation", "memorandum on oil and gas"}),
    ("They oversaw the signing of memoranda on peace mediation and on training for staff.",
     {"memorandum on peace mediation", "memorandum on training for staff"}),
    ("They are expected to sign protocols on: prisons; bees; and geological survey.",
     {"protocol on prisons", "protocol on bees", "protocol on geological survey"}),
    ("Three memoranda were concluded between Kenya and Togo, covering start-ups, textiles and archives.",
     {None, "memorandum on start-ups", "memorandum on textiles", "memorandum on archives"}),
    ("The ministers signed a memorandum on customs and another on youth and sports.",
     {"memorandum on customs", "memorandum on youth and sports"}),
    ("Six documents were signed: a treaty on double taxation, one on extradition, and a memorandum on bees.",
     {None, "treaty on double taxation", "treaty on extradition", "memorandum on bees"}),
    ("They signed an agreement on veterinary matters plus a memorandum between the chambers of commerce.",
     {"agreement on veterinary matters", "memorandum between the chambers of commerce"}),
    ("Memoranda on defence, on drug control and on tourism followed.",
     {"memorandum on defence", "memorandum on drug control", "memorandum on tourism"}),
]  # fmt: skip
ONE = [
    ("Kenya and Togo signed an agreement on tea, coffee and cotton.", {"agreement on tea, coffee and cotton"}),
    ("Kenya and Togo signed agreements on tea, the ministers of trade and water said.", {"agreement on tea"}),
    ("Five memoranda were signed by Kenya and Togo, covering trade and culture.", {None}),
    (
        "Kenya and Togo signed eleven agreements in many fields, including energy, tea growing and the environment.",
        {None},
    ),
]


@pytest.mark.parametrize(("text", "titles"), SUBJECTS + ONE)
def test_each_subject_is_a_paper(text: str, titles: set[str | None]) -> None:
    assert {c.get("title") for c in claims(LEAD + text, "2024-06-03", "agreement")} == titles


STAGES = [
    ("A memorandum on oil signed in 2018 was terminated by Kenya in June 2022.",
     {("signed", "2018"), ("terminated", "2022-06")}),
    ("The Agreement on Services signed in 2023 had entered into force on 4 May 2024.",
     {("signed", "2023"), ("in-force", "2024-05-04")}),
    ("The gas agreement signed in 2004 and prolonged last year until 2030 covers supplies.",
     {("signed", "2004"), ("extended", "2023")}),
    ("The treaty on transit, known as KTX, is to be signed in 2025 and to take effect in 2026.",
     {("signed", "2025"), ("in-force", "2026")}),
    ("The ministers discussed the tax convention. The text, initialled in 2022, was signed on 9 April 2024.",
     {("initialled", "2022"), ("signed", "2024-04-09")}),
    ("Kenya pulled out of the 2009 accord on the common use of pastures in January 2023.",
     {(None, "2009"), ("terminated", "2023-01")}),
    ("Kenya and Togo signed on 3 May 2024 a protocol amending the 2009 convention on double taxation.",
     {(None, "2009"), ("signed", "2024-05-03")}),
    ("The Treaty on Partnership that the pair concluded in June 2023 has been in effect since 4 December 2023.",
     {("signed", "2023-06"), ("in-force", "2023-12-04")}),
    ("Kenya has put the Mara Waters Treaty of 1961 in abeyance.", {(None, "1961"), ("suspended", None)}),
    ("The supply contract of October 2006, amended seven times, has been allowed to run out.",
     {(None, "2006-10"), ("expired", None)}),
    ("The agreement on bees signed in 2018 was praised by Kenya in June 2022.", {("signed", "2018")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), STAGES)
def test_each_stage_of_a_paper(text: str, acts: set[tuple[str | None, str]]) -> None:
    assert {(c.get("action"), c.get("date")) for c in claims(LEAD + text, "2024-06-03", "agreement")} == acts


DAYS = [
    ("An implementation agreement on the farm was inked in February 2023 and a power purchase agreement in November 2023.",
     {("implementation agreement on the farm", "2023-02"), ("power purchase agreement", "2023-11")}),
    ("Kenya and Togo signed an agreement on tea in 2019 and a treaty on visas in 2021.",
     {("agreement on tea", "2019"), ("treaty on visas", "2021")}),
    ("Kenya and Togo signed an agreement on tea and a treaty on visas in 2021.",
     {("agreement on tea", "2021"), ("treaty on visas", "2021")}),
    ("Kenya and Togo signed an agreement on tea in 2021 and a treaty on visas.",
     {("agreement on tea", "2021"), ("treaty on visas", "2021")}),
    ("On 30 May 2024 the ministers signed a contract for power deliveries in 2026.", {("contract for power deliveries", "2024-05-30")}),
    ("The ministers exchanged the renewed rice agreement, valid to 2027.", {("renewed rice agreement", "2024-05-14")}),
    ("A roadmap of industrial cooperation was approved on 4 May 2024, as well as a pact on tin.",
     {("roadmap of industrial cooperation", "2024-05-04"), ("pact on tin", "2024-05-04")}),
    ("They agreed to finalise an Agreement on Driving and a Memorandum of Understanding on Youth.",
     {("Agreement on Driving", None), ("Memorandum of Understanding on Youth", None)}),
]  # fmt: skip
PAIRS = [
    ("The cabinet approved a general agreement for cooperation with Ghana and a memorandum of understanding with Peru on tourism.",
     {("GHA", "KEN"), ("KEN", "PER")}),
    ("Kenya signed air services agreements with Ghana and Peru.", {("GHA", "KEN"), ("KEN", "PER")}),
    ("Kenya signed an air services agreement with Ghana and Peru.", {("GHA", "KEN", "PER")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), DAYS)
def test_each_paper_on_its_day(text: str, wanted: set[tuple[str, str | None]]) -> None:
    assert {(c.get("title"), c.get("date")) for c in claims(LEAD + text, "2024-06-03", "agreement")} == wanted


@pytest.mark.parametrize(("text", "wanted"), PAIRS)
def test_each_paper_with_its_states(text: str, wanted: set[tuple[str, ...]]) -> None:
    told = claims("NAIROBI, 14 May 2024. The Kenyan cabinet met on Tuesday.\n" + text, "2024-06-03", "agreement")
    assert {tuple(sorted(c["parties"])) for c in told} == wanted
