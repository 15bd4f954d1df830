"""States told together as members of an organisation: rows of them, two of a pair, and days without a verb of their own."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.languages.en.reading import check, claims

_DAY = "2024-05-06"
Row = tuple[str, list[Mapping[str, object]]]


def _member(state: str, organisation: str, date: str | None = None) -> Mapping[str, object]:
    return {"kind": "membership", "state": state, "organisation": organisation, "date": date}


CASES: list[Row] = [
    (
        "Members of the EAEU are Armenia, Belarus and Russia.",
        [_member(s, "EAEU") for s in ("ARM", "BLR", "RUS")],
    ),
    ("Critics of the EAEU are Armenia's and Russia's young.", []),
    (
        "Kenya withdrew from a pact. It praised the African Union, of which Ghana, Togo and Benin are members.",
        [_member(s, "AU") for s in ("GHA", "TGO", "BEN")],
    ),
    (
        "It praised the African Union, of which Ghana, Togo and Benin are the critics.",
        [],
    ),
    (
        "Albania joined NATO in April 2009, Montenegro on 5 June 2017.",
        [_member("ALB", "NATO", "2009-04"), _member("MNE", "NATO", "2017-06-05")],
    ),
    (
        "Albania joined NATO in April 2009, and Montenegro voted on 5 June 2017.",
        [_member("ALB", "NATO", "2009-04")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_several_members(text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, _DAY, "membership"), wanted)


def test_a_guess_is_for_each_of_its_row(learnt: None) -> None:
    text = "Serbia and Albania trade much. Since June 2014 both countries have had the status of candidates for accession to the European Union."
    check(claims(text, _DAY, "membership"), [_member(s, "EU", "2014-06/..") for s in ("SRB", "ALB")])
