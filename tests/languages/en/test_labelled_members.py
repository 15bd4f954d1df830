"""Members listed behind a label, and the tables of moves into and out of organisations."""

from __future__ import annotations

import pytest

from .reading import claims

PAGE = "Kenya and Fiji: a page\n"
LISTED = [
    (PAGE + "African Union (AU)\nMembers: Kenya, Uganda, Chad.", {("KEN", "AU", "member", None), ("UGA", "AU", "member", None), ("TCD", "AU", "member", None)}),
    (PAGE + "CSTO members: Armenia, Belarus", {("ARM", "CSTO", "member", None), ("BLR", "CSTO", "member", None)}),
    (PAGE + "CSTO: members Armenia (since 1994), Belarus (1993)", {("ARM", "CSTO", "member", "1994"), ("BLR", "CSTO", "member", "1993")}),
    (PAGE + "COMESA: both", {("KEN", "COMESA", "member", None), ("FJI", "COMESA", "member", None)}),
    (PAGE + "Member of: WTO, Commonwealth", {(s, o, "member", None) for s in ("KEN", "FJI") for o in ("WTO", "Commonwealth")}),
    (PAGE + "SCO observers: Mongolia", {("MNG", "SCO", "observer", None)}),
    ("Who left which club\nState\tOrganisation\tMove\tEffective\nMali\tECOWAS\twithdrawal\t29 Jan 2025\nGabon\tCommonwealth\taccession\t25 June 2022",
     {("MLI", "ECOWAS", "left", "2025-01-29"), ("GAB", "Commonwealth", "joined", "2022-06-25")}),
    ("Fiji's way into ASEAN\nMilestone\tDate\nApplication handed in\t4 March 2011\nObserver status\t11 November 2022",
     {("FJI", "ASEAN", "applied", "2011-03-04"), ("FJI", "ASEAN", "observer", "2022-11-11")}),
    (PAGE + "Land\t9 km\nAndean Community\tboth, since 1969\nCapital\tNairobi", {("KEN", "CAN", "member", "1969"), ("FJI", "CAN", "member", "1969")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LISTED)
def test_members_stand_behind_a_label(text: str, wanted: set[tuple[str, str, str, str | None]]) -> None:
    found = claims(text, "2025-03-03", "membership")
    assert {(c["state"], c["organisation"], c["action"], c.get("date")) for c in found} == wanted


@pytest.mark.parametrize(
    "text",
    [
        PAGE + "African Union (AU)\nMembers: Kenya sends ten of them, and Uganda says none.",
        PAGE + "COMESA: both spoke of it",
        PAGE + "AU former members: Morocco",
        PAGE + "African Union (AU)\nGuests: Kenya, Uganda",
    ],
)
def test_labels_that_list_no_members(text: str) -> None:
    assert claims(text, "2025-03-03", "membership") == []
