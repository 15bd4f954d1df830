"""Plain text: paragraphs, hard wraps, headlines, lists and quotations by form alone."""

from __future__ import annotations

import pytest

from sources.reading import PROSE, blocks, document, leads, sound

WRAPPED = """Ministers meet in Cusco

The President of Bolivia paid an official visit to Peru on 7 and 8 August.
On Friday the heads of state of the two countries chaired the Seventh
Binational Cabinet in Cusco and signed the Declaration of Cusco on inter-
national transport between the two states.

Foreign Minister Augusto Tejeda and his Bolivian counterpart met in the
margins to speak of the fight against smuggling. The Kyrgyz-
Tajik border was not on the agenda.
"""


def test_wrapped_lines_are_one_paragraph_again() -> None:
    found = document("a.txt", WRAPPED)
    assert [kind for kind, _ in blocks(found)] == ["headline", "paragraph", "paragraph"]
    assert "the Seventh Binational Cabinet in Cusco" in found.text
    assert "on international transport between" in found.text
    assert "The Kyrgyz-Tajik border was not" in found.text
    assert found.title == "Ministers meet in Cusco" and found.basis["title"] == "text"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_of_every_system(end: str) -> None:
    found = document("a.txt", WRAPPED.replace("\n", end))
    assert len(found.blocks) == 3


def test_lines_that_are_paragraphs_stay_apart() -> None:
    lines = [PROSE.strip() + f" This is paragraph {number}." for number in range(4)]
    assert [text for _, text in blocks(document("a.txt", "\n".join(lines)))] == lines


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        ("Night train ties Tbilisi to Kars\n\n", "Night train ties Tbilisi to Kars"),
        ("MARMARA WIRE | TRANSPORT\n\nNight train ties Tbilisi to Kars\n\n", "Night train ties Tbilisi to Kars"),
        ("MINISTRY OF TRADE\nPress release 118/2024\n\nFourth session held\n\nVilnius, 9 September 2024\n\n",
         "Fourth session held"),
        ("AGREEMENT\nbetween Georgia and Türkiye\non the crossing of the border\n\n",
         "AGREEMENT between Georgia and Türkiye on the crossing of the border"),
        ("photo: Avesta\n\nTrade grows\n\n", "Trade grows"),
        ("<script>alert(1)</script>\n\n", "<script>alert(1)</script>"),
        ("", ""),
        ("The ministers met on Monday.\n\n", ""),
    ],
)  # fmt: skip
def test_headlines(top: str, headline: str) -> None:
    found = document("a.txt", top + PROSE * 2 + "\n\n" + PROSE)
    assert [text for kind, text in blocks(found) if kind == "headline"] == ([headline] if headline else [])


def test_no_headline_without_prose() -> None:
    found = document("a.txt", "A short note\nAnother short note")
    assert [kind for kind, _ in blocks(found)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They signed:\n- Treaty A\n- Treaty B", [("They signed:", "Treaty A"), ("They signed:", "Treaty B")]),
        ("They signed:\n\n• Treaty A;\n\n• Treaty B.", [("They signed:", "Treaty A;"), ("They signed:", "Treaty B.")]),
        ("They signed:\n1. Treaty A\n2. Treaty B", [("They signed:", "Treaty A"), ("They signed:", "Treaty B")]),
        ("They signed:\n(a) Treaty A;\n(b) Treaty B.", [("They signed:", "Treaty A;"), ("They signed:", "Treaty B.")]),
        ("Accords include:\n\nThe Treaty (1996),\n\nAnd the Treaty, signed in 2025.\n\nTalks go on.",
         [("Accords include:", "The Treaty (1996),"), ("Accords include:", "And the Treaty, signed i")]),
        ("He called it historic:\n“This is a milestone.”\nThen he left.",
         [("He called it historic:", "“This is a milestone.”")]),
    ],
)  # fmt: skip
def test_lists_and_quotations_have_their_lead(text: str, expected: list[tuple[str, str]]) -> None:
    assert leads(document("a.txt", text)) == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo credit: Xinhua news", "caption"),
        ("Sadyr Japarov and Emomali Rahmon. Photo credit: Presidential Administration", "caption"),
        ("Expert Assessments", "heading"),
        ("1. Historical Background", "heading"),
        ("Conclusion: A Step Forward, but How Sustainable?", "heading"),
        ("By a Staff Correspondent", "paragraph"),
        ("For Peru: Irma Llanque, Minister of the Environment", "paragraph"),
        ("Dushanbe, 13 March 2025", "paragraph"),
        ("1. " + PROSE * 3, "paragraph"),
        ("“One step,” he said, “is not two.”", "paragraph"),
    ],
)
def test_kinds_of_single_lines(line: str, kind: str) -> None:
    found = document("a.txt", f"{PROSE}\n\n{PROSE}\n\n{line}\n\n{PROSE * 2}")
    assert {text: kind for kind, text in blocks(found)}[" ".join(line.split())] == kind


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("12\u00a0million\u2009dollars\u202fa year", "12 million dollars a year"),
        ("bor\u00adder cross\u200bing\ufeff", "border crossing"),
        ("Cafe\u0301 in O\u0308sk", "Café in Ösk"),
        ("two   spaces\tand a tab", "two spaces and a tab"),
        ("\u202eturned\u202c round\u2066", "turned round"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_cleaning(written: str, clean: str) -> None:
    found = document("a.txt", written)
    assert found.text == clean
    sound(found)


def test_columns_are_rows() -> None:
    """Lines in columns with figures are a table; prose with wide gaps and signatures side by side are none."""
    table = "              2023      2024\nExports      1 118.2     44.1\nImports        130.0     51.7"
    found = document("a.txt", f"{PROSE}\n\n{table}\n\n{PROSE}")
    assert [text for kind, text in blocks(found) if kind == "row"] == [
        "\t2023\t2024",
        "Exports\t1 118.2\t44.1",
        "Imports\t130.0\t51.7",
    ]
    signed = "For Peru          For Chile\nA. Quispe         B. Soto\nLima, 12 May      Lima, 12 May"
    assert not [kind for kind, _ in blocks(document("a.txt", f"{PROSE}\n\n{signed}\n")) if kind == "row"]
    sound(found)


def test_lines_in_bars_with_days_are_rows() -> None:
    table = "State | City | What | Day\nSylvania | Velden | opened | 4 July\nNorland | Orlo | closed | 9 July"
    found = document("a.txt", f"{PROSE}\n\n{table}\n\nSylvania | no comment.\n\n{PROSE}")
    assert [text for kind, text in blocks(found) if kind == "row"] == [
        "State\tCity\tWhat\tDay",
        "Sylvania\tVelden\topened\t4 July",
        "Norland\tOrlo\tclosed\t9 July",
    ]
    sound(found)


def test_dots_that_lead_to_a_value_are_a_colon() -> None:
    text = "At a glance\n\nFrontier . . . . . . 1,544 km\nPosts ........ 8, two of them at night\nThey waited ... and left.\n"
    assert [line for _, line in blocks(document("a.txt", text))] == [
        "At a glance",
        "Frontier: 1,544 km",
        "Posts: 8, two of them at night",
        "They waited ... and left.",
    ]


def test_dots_that_lead_to_several_values_are_columns() -> None:
    table = "Post ..... 2023 ..... 2024\nOrlo ..... 328 .. 209\nSucra .... 18 ... 17"
    found = blocks(document("a.txt", f"{PROSE}\n\n{table}\n\nHe waited ... and they ... left.\n"))
    assert [text for kind, text in found if kind == "row"] == ["Post\t2023\t2024", "Orlo\t328\t209", "Sucra\t18\t17"]
    assert found[-1][1] == "He waited ... and they ... left."


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("State\tUnion\tPact\nPeru\tmember\tleft\nChile\tnever\tmember", ["State\tUnion\tPact", "Peru\tmember\tleft", "Chile\tnever\tmember"]),
        ("Peru\t\tmember\nBrazil\t\tobserver\nChile\t\tnever", ["Peru\t\tmember", "Brazil\t\tobserver", "Chile\t\tnever"]),
        ("Peru\tmember\nBrazil\t\tobserver\nChile\tnever", ["Peru\tmember", "Brazil\tobserver", "Chile\tnever"]),
        ("State   Union     Pact\nPeru    member    left\nChile   never     member", ["State\tUnion\tPact", "Peru\tmember\tleft", "Chile\tnever\tmember"]),
        ("| Peru | left\n| | 2021\n| Chile | stayed", ["Peru\tleft", "\t2021", "Chile\tstayed"]),
        ("Year\tTons\n2023\t12\n2024\t14\n\nState\tPact\tUnion\nPeru\tleft\tmember\nChile\tnever\tleft",
         ["Year\tTons", "2023\t12", "2024\t14", "State\tPact\tUnion", "Peru\tleft\tmember", "Chile\tnever\tleft"]),
        ("State   Pact\nPeru    left\nBolivia left", []),  # nothing parts the columns there
        ("\tThe ministers met in the capital.\n\tThey spoke of water and of trade.\n\tThey parted late.", []),
        ("They met.  They spoke of trade.\nWater was next.  It took long.\nIt was late.  They parted.", []),
    ],
)  # fmt: skip
def test_columns_of_words_are_rows(table: str, rows: list[str]) -> None:
    found = document("a.txt", f"{PROSE}\n\n{table}\n\n{PROSE}")
    assert [text for kind, text in blocks(found) if kind == "row"] == rows
