"""Border crossings told together: in a row aside, as a list under what becomes of them, each on a card."""

from __future__ import annotations

import pytest

from .reading import claims

PAGE = "Kenya and Uganda: the border\n"
SEVERAL = [
    (
        "Kenya closed eight of its nine crossing points with Uganda - Orlo, Tambra, Sucra and Vell - on 18 November 2023.",
        [(name, "closed", "2023-11-18", "reported") for name in ("Orlo", "Sucra", "Tambra", "Vell")],
    ),
    (
        "Of the nine points on the border of Kenya and Uganda, three – Orlo, Tambra and Sucra among them – closed on 3 May 2023.",
        [(name, "closed", "2023-05-03", "reported") for name in ("Orlo", "Sucra", "Tambra")],
    ),
    (
        PAGE + "From 3 May 2023 the following crossing points reopen:\n- Orlo landing\n- Sucra bridge (pedestrians)\n"
        "The following stay shut:\n- Tambra",
        [
            ("Orlo landing", "reopened", "2023-05-03", "reported"),
            ("Sucra bridge", "reopened", "2023-05-03", "reported"),
            ("Tambra", "closed", None, "reported"),
        ],
    ),
    (
        PAGE + "The posts below open on 3 May 2024:\n- Orlo\n- Tambra",
        [("Orlo", "planned", "2024-05-03", "planned"), ("Tambra", "planned", "2024-05-03", "planned")],
    ),
    (
        "Kenya and Uganda: the border posts\nOrlo – Tambra\nType: pontoon\nOpened: 1 March 2022, for refugees\n"
        "Sucra – Vell\nClosed: 14 August 2023 (resurfacing)",
        [("Orlo – Tambra", "opened", "2022-03-01", "reported"), ("Sucra – Vell", "closed", "2023-08-14", "reported")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SEVERAL)
def test_crossings_are_told_together(text: str, wanted: list[tuple[str, str, str | None, str]]) -> None:
    found = claims(text, "2024-03-05", "crossing")
    told = [(c["name"], c["action"], c.get("date"), c["status"]) for c in found]
    assert sorted(told, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    "text",
    [
        PAGE + "The points below were raised:\n- Orlo\n- Tambra",
        PAGE + "Nine talking points - Orlo, Tambra and Sucra - were closed on 3 May 2023.",
        "Kenya and Uganda: the shops\nOrlo – Tambra\nOpened: 1 March 2022",
    ],
)
def test_points_that_are_no_crossings(text: str) -> None:
    assert claims(text, "2024-03-05", "crossing") == []
