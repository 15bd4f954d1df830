"""Papers: titles, subjects, counts, lists in the layouts that ministries use."""

from __future__ import annotations

import pytest

from accord.extract import extract
from accord.sources.raw import Raw

from .test_clauses import read


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("They signed the Treaty on the State Border.", ["Treaty on the State Border"]),
        (
            "They signed a memorandum on health and an agreement on transit.",
            ["memorandum on health", "agreement on transit"],
        ),
        (
            "They signed agreements on taxes, ports, and fisheries.",
            ["agreement on taxes", "agreement on ports", "agreement on fisheries"],
        ),
        (
            "They signed agreements on access to ports, the upkeep and use of bridges, as well as transit.",
            ["agreement on access to ports", "agreement on the upkeep and use of bridges"],
        ),
        (
            "They signed agreements on ports, taxes and use of bridges.",
            ["agreement on ports", "agreement on taxes", "agreement on use of bridges"],
        ),
        (
            "Agreements were also signed in health, customs, and mining.",
            ["agreement in health", "agreement in customs", "agreement in mining"],
        ),
        ("A protocol was signed on plant quarantine.", ["protocol on plant quarantine"]),
        ("They signed the 2003 Agreement on Health Services.", ["Agreement on Health Services"]),
        ("Kenya took part in the plan.", ["plan"]),
    ],
)
def test_titles(text: str, titles: list[str]) -> None:
    assert [
        m.name
        for m in read(text).mentions
        if (m.type == "paper" and not m.definite) or (m.type == "paper" and titles == ["plan"])
    ] == titles


@pytest.mark.parametrize(
    ("text", "form", "count"),
    [
        ("Fourteen agreements were signed.", "agreement", 14),
        ("The following seven documents were signed:", "", 7),
        ("Several agreements were signed.", "agreement", None),
    ],
)
def test_counts(text: str, form: str, count: int | None) -> None:
    paper = next(m for m in read(text).mentions if m.type == "paper")
    assert (paper.form, paper.count) == (form, count)


LAYOUTS = {
    "bullets": """Oman and Iran sign documents

Muscat, 28 May 2025 - During the state visit of the President of Iran to Oman, the two sides signed the following documents:

- Agreement on mutual legal assistance
- Memorandum of understanding on trade statistics
""",
    "bare lines": """Documents signed during the visit of the President of Iran

On 28 May 2025 the following documents were signed in Muscat between Oman and Iran:

Agreement on mutual legal assistance
Memorandum of understanding between the Ministry of Trade of Oman and the Ministry of Industry of Iran on trade statistics
""",
    "heading and date line": """LIST OF DOCUMENTS
signed following the talks between the Sultan of Oman and the President of Iran

Muscat, 28 May 2025

1. Agreement on mutual legal assistance. Signed by the ministers of justice.
2. Memorandum of understanding on trade statistics.
""",
    "they include": """Oman and Iran sign documents

Muscat: Two agreements were signed on 28 May 2025 between Oman and Iran.

They include:
* An agreement on mutual legal assistance
* A memorandum of understanding (MoU) on trade statistics
""",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_list_of_signed_documents(layout: str) -> None:
    from accord.sources import read as read_source

    text = LAYOUTS[layout]
    document = read_source(Raw("list.txt", lambda: text.encode(), len(text)))
    claims = [c for c in extract(document) if c.kind == "agreement" and "title" in c.values]
    assert [(c.values["form"], c.values["date"], set(c.values["parties"]), c.values["action"]) for c in claims] == [
        ("agreement", "2025-05-28", {"OMN", "IRN"}, "signed"),
        ("memorandum", "2025-05-28", {"OMN", "IRN"}, "signed"),
    ]
    assert "legal assistance" in claims[0].values["title"] and "trade statistics" in claims[1].values["title"]


def test_a_raised_target_is_a_promise_and_no_figure() -> None:
    from accord.sources import read as read_source

    text = "Oman and Iran pledged to double bilateral trade from $2.3 billion in 2024 to $5 billion by 2030."
    claims = extract(read_source(Raw("aim.txt", lambda: text.encode(), len(text))))
    assert sorted((c.kind, c.values.get("value"), c.values.get("target")) for c in claims) == [
        ("commitment", None, 5_000_000_000),
        ("indicator", 2_300_000_000, None),
    ]


def test_no_relations_are_no_tie() -> None:
    from accord.sources import read as read_source

    text = "Bolivia and Chile have had no full diplomatic relations since 1978."
    assert extract(read_source(Raw("none.txt", lambda: text.encode(), len(text)))) == ()


def test_a_claim_keeps_who_says_so() -> None:
    from accord.sources import read as read_source

    text = "Kenya and Uganda will open a crossing at Suam in May 2026, Kenyan Trade Minister Ann Otieno said on Monday."
    claims = extract(read_source(Raw("said.txt", lambda: text.encode(), len(text))))
    assert {(c.kind, c.said_by) for c in claims if c.kind == "crossing"} == {("crossing", ("Ann Otieno",))}
