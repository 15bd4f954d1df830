"""What is told behind a paper, part by part, and of the paper that "it" stands for."""

from __future__ import annotations

import pytest

from .reading import claims

TAILS = [
    ("China and Laos: the protocol on mutton, signed in Vientiane on 24 June 2024, takes effect on 1 September 2024.",
     {("signed", "2024-06-24", "reported"), ("in-force", "2024-09-01", "reported")}),
    ("The Agreement between the Government of Moldova and the Cabinet of Ministers of Ukraine in the field of social security, signed in Kyiv on 27 June 2023, is in force from 1 May 2024.",
     {("signed", "2023-06-27", "reported"), ("in-force", "2024-05-01", "reported")}),
    ("The protocol widening the list of goods under the Trade Agreement to thirty items, signed by Peru and Chile in Lima on 4 March 2025, had already been approved by Congress.",
     {("signed", "2025-03-04", "reported"), ("approved", None, "reported")}),
    ("Ghana and Togo put a trade pact into effect on 15 May 2025.", {("in-force", "2025-05-15", "reported")}),
    ("A memorandum on dams between Nepal and Bhutan got the nod of the cabinet on 22 August 2024.", {("approved", "2024-08-22", "reported")}),
    ("Ghana and Togo agreed a tax treaty. Ghana's parliament ratified it in March 2022.", {("ratified", "2022-03", "reported")}),
    ("What of the gas contract between Iran and Oman? It was prolonged in August 2023.", {("extended", "2023-08", "reported")}),
]  # fmt: skip
NONE = [
    "Ghana and Togo discussed a tax treaty. Nobody has signed it.",
    "Ghana and Togo praised the tax treaty. The band signed it off with a song.",
    "The programme of the third day in Ghana and Togo was cultural.",
]
NAMES = [
    ("Kenya and Togo on Monday signed a memorandum that lifts the ceiling on flights between them.", ["memorandum that lifts the ceiling on flights between them"]),
    ("Kenya expects the US$236 million construction contract with Togo to be signed.", ["construction contract with Togo"]),
    ("Five memoranda were signed by Kenya and Togo on 4 May 2025: on fisheries, on prisons and on tourism.",
     [None, "memorandum on fisheries", "memorandum on prisons", "memorandum on tourism"]),
    ("Kenya and Togo signed a twinning charter between the communes of Lamu and Kara and a protocol on fires.",
     ["twinning charter between the communes of Lamu and Kara", "protocol on fires"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TAILS)
def test_acts_told_behind_a_paper(text: str, wanted: set[tuple[str, str | None, str]]) -> None:
    found = {(c.get("action"), c.get("date"), c["status"]) for c in claims(text, "2025-06-03", "agreement")}
    assert wanted <= found
    assert {a for a, *_ in found} == {a for a, *_ in wanted}


@pytest.mark.parametrize("text", NONE)
def test_no_act(text: str) -> None:
    assert [c for c in claims(text, "2025-06-03", "agreement") if c["status"] == "reported"] == []


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_how_papers_are_called(text: str, names: list[str | None]) -> None:
    assert {c.get("title") for c in claims(text, "2025-06-03", "agreement")} == set(names)
