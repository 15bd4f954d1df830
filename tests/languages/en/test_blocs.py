"""Organisations meant by their noun or by a name that no gazetteer lists, where it is told who belongs to them."""

from __future__ import annotations

import pytest

from .reading import claims

CASES: list[tuple[str, set[tuple[str, str, str]]]] = [
    (
        "Iran signed with the EAEU in 2024.\nMembers of the Union are Armenia, Belarus and Russia.",
        {("ARM", "EAEU", "member"), ("BLR", "EAEU", "member"), ("RUS", "EAEU", "member")},
    ),
    (
        "The Pacific Islands Forum meets in Tonga, and Fiji will attend.\nBoth Fiji and Palau are members of the Forum.",
        {("FJI", "PIF", "member"), ("PLW", "PIF", "member")},
    ),
    (
        "Bulgaria and Romania became full members of Schengen on 1 January 2025.",
        {("BGR", "Schengen Area", "joined"), ("ROU", "Schengen Area", "joined")},
    ),
    (
        "Mali withdrew from the Sahel Grain Organization (SGO) on 4 May 2024, Niger said.",
        {("MLI", "SGO", "left")},
    ),
    (
        "Poland and Latvia are members of the Council of Europe.",
        {("POL", "Council of Europe", "member"), ("LVA", "Council of Europe", "member")},
    ),
    # "the Union" is no organisation of another name, "the Alliance of farmers" none at all
    ("Kenya spoke in NATO.\nKenya and Uganda are members of the Union.", set()),
    ("Norway spoke in NATO.\nThe Alliance of farmers from Kenya has members in Uganda.", set()),
    ("Kenya and Uganda are members of the Joint Trade Commission.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_who_belongs(text: str, wanted: set[tuple[str, str, str]]) -> None:
    found = claims(text, "2025-05-20", "membership")
    assert {(c["state"], c["organisation"], c["action"]) for c in found} == wanted
