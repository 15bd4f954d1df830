"""Places that states take in organisations, told by the place or by the act; near misses give none."""

from __future__ import annotations

import pytest

from .reading import claims

_LEAD = "VIENNA, 3 May 2025 - Officials spoke to reporters.\n"
TOLD = [
    ("Belarus became a dialogue partner in the SCO in 2010.", {("BLR", "SCO", "observer", "2010", "reported")}),
    ("Georgia received EU candidate status in December 2023.", {("GEO", "EU", "candidate", "2023-12", "reported")}),
    ("The European Council granted candidate status to Moldova in June 2022.", {("MDA", "EU", "candidate", "2022-06", "reported")}),
    ("Sweden formally became NATO's 32nd member on 7 March 2024.", {("SWE", "NATO", "joined", "2024-03-07", "reported")}),
    ("Vietnam became a BRICS partner country in June 2024.", {("VNM", "BRICS", "observer", "2024-06", "reported")}),
    ("Pakistan applied for membership in the BRICS grouping.", {("PAK", "BRICS", "applied", None, "reported")}),
    ("South Africa was accepted to join BRICS.", {("ZAF", "BRICS", "joined", None, "reported")}),
    ("Last month Iran applied to join BRICS, followed by Argentina.", {("IRN", "BRICS", "applied", "2025-04", "reported"), ("ARG", "BRICS", "applied", "2025-04", "reported")}),
    ("Mali, Niger and Chad quit ECOWAS.", {("MLI", "ECOWAS", "left", None, "reported"), ("NER", "ECOWAS", "left", None, "reported"), ("TCD", "ECOWAS", "left", None, "reported")}),
    ("Mali and Niger announced their immediate withdrawal from ECOWAS on 28 January 2024.", {("MLI", "ECOWAS", "left", "2024-01-28", "reported"), ("NER", "ECOWAS", "left", "2024-01-28", "reported")}),
    ("Russia was expelled from the Council of Europe in March 2022.", {("RUS", "Council of Europe", "left", "2022-03", "reported")}),
    ("Russia ceased to be a member of the Council of Europe on 16 March 2022.", {("RUS", "Council of Europe", "left", "2022-03-16", "reported")}),
    ("Argentina turned down the invitation to join BRICS.", {("ARG", "BRICS", "joined", None, "denied")}),
    ("Sweden and Finland applied for NATO membership in May 2022.", {("SWE", "NATO", "applied", "2022-05", "reported"), ("FIN", "NATO", "applied", "2022-05", "reported")}),
    ("China and Russia are full members of the SCO whereas Iran and Mongolia have observer status.",
     {("CHN", "SCO", "member", None, "reported"), ("RUS", "SCO", "member", None, "reported"), ("IRN", "SCO", "observer", None, "reported"), ("MNG", "SCO", "observer", None, "reported")}),
    ("The SCO was founded in 2001. India and Pakistan were admitted as full members in June 2017 and Iran in July 2023.",
     {("IND", "SCO", "joined", "2017-06", "reported"), ("PAK", "SCO", "joined", "2017-06", "reported"), ("IRN", "SCO", "joined", "2023-07", "reported")}),
]  # fmt: skip
STRANGERS = [
    "Kenya has become a key partner of the EU in Africa's farm trade.",
    "A minister of Kenya met members of the European Parliament.",
    "France became the biggest trading partner of Gabon with the full support of the EU.",
    "Kenya has not recognised a member state of the EAC.",
    "The EU praised Kenya. Ghana holds many members of its opposition.",
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_places_taken(text: str, wanted: set[tuple[str, str, str, str | None, str]]) -> None:
    found = claims(_LEAD + text, "", "membership")
    assert {(c["state"], c["organisation"], c["action"], c.get("date"), c["status"]) for c in found} == wanted


@pytest.mark.parametrize("text", STRANGERS)
def test_no_place_taken(text: str) -> None:
    assert claims(_LEAD + text, "", "membership") == []
