"""Twinned towns told as the entries of a list, the rows of a table, or pairs behind a label."""

from __future__ import annotations

import pytest

from .reading import claims

OURS = "Tampere: friends abroad\nOur twin towns\nTampere (Finland) has partners in several countries.\n"
LISTED = [
    (OURS + "Orlanda, Norway – since 1946", [({"Tampere", "Orlanda"}, "established", "1946")]),
    (OURS + "Sanvell (Spain): treaty of 3 May 1991", [({"Tampere", "Sanvell"}, "established", "1991-05-03")]),
    (OURS + "Veskovo, Russia – frozen, March 2022", [({"Tampere", "Veskovo"}, "suspended", "2022-03")]),
    (OURS + "Loretta, Italy – ended by our council on 28 May 2021", [({"Tampere", "Loretta"}, "severed", "2021-05-28")]),
    (
        "Partner towns of Orlo Bay\nTown\tCountry\tAgreement\tStanding\nSanvell\tSpain\t1993 (renewed 2003)\tactive\n"
        "Veskovo\tRussia\t2014\tfrozen by the council, 26 May 2022",
        [
            ({"Orlo Bay", "Sanvell"}, "established", "1993"),
            ({"Orlo Bay", "Veskovo"}, "established", "2014"),
            ({"Orlo Bay", "Veskovo"}, "suspended", "2022-05-26"),
        ],
    ),
    (
        "Finland and Spain\nTwin towns: Orlanda – Sanvell (1957); Tarsa – Mirella",
        [({"Orlanda", "Sanvell"}, "established", "1957"), ({"Tarsa", "Mirella"}, None, None)],
    ),
    (
        "Finland and Spain\nThe city of Orlanda and the city of Sanvell: sister cities (2004)",
        [({"Orlanda", "Sanvell"}, "established", "2004")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LISTED)
def test_towns_are_listed_as_twinned(text: str, wanted: list[tuple[set[str], str | None, str | None]]) -> None:
    found = [(set(c["between"]), c.get("action"), c.get("date")) for c in claims(text, "2025-03-03", "tie")]
    assert sorted(found, key=str) == sorted(wanted, key=str)


def test_a_tie_to_come_is_planned() -> None:
    found = claims(OURS + "Fundella, Portugal: letter of intent, 2022 – twinning to follow", "2025-03-03", "tie")
    assert [(c.get("status"), c.get("date")) for c in found] == [("planned", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Tampere: council notices\nOrlanda, Norway – since 1946",
        "Our twin towns\nWhat is a twin town?\nCouncil notices\nOrlanda, a street – closed since 1946",
        "Football: Orlanda – Sanvell (2004)",
    ],
)
def test_names_that_no_head_tells_to_be_twinned(text: str) -> None:
    assert claims(text, "2025-03-03", "tie") == []
