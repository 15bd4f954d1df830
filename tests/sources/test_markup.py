"""HTML and Markdown: the main part with every item and row, its metadata, and nothing from the page around it."""

from __future__ import annotations

import pytest

from sources.reading import PROSE, blocks, document, leads, page, sound

P = f"<p>{PROSE}</p>"
AROUND = "<nav><ul><li>Home</li></ul></nav><aside><h3>Latest</h3><ul><li>Trout soup</li></ul></aside>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>Talks <em>end</em></h1>", [("headline", "Talks end")]),
        ("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>", [("headline", "<script>alert(1)</script>")]),
        ("<h2>Works</h2><ul><li>One road</li><li>Two <b>roads</b></li></ul>",
         [("heading", "Works"), ("item", "One road"), ("item", "Two roads")]),
        ("<blockquote>So be it.</blockquote>", [("quotation", "So be it.")]),
        ("<figure><img><figcaption>The bridge</figcaption></figure>", [("caption", "The bridge")]),
        ("<p><strong>What comes next</strong></p>", [("heading", "What comes next")]),
        ("<table><tr><th></th><th>2024</th></tr><tr><td>Trade</td><td>12</td></tr></table>",
         [("row", "\t2024"), ("row", "Trade\t12")]),
        ("<table><tr><td>Year</td><td>Trade</td></tr><tr><td>2023</td><td>12.5</td></tr></table>",
         [("row", "Year\tTrade"), ("row", "2023\t12.5")]),
        ("<table><tr><td rowspan=2>Kenya</td><td>2023</td></tr><tr><td>2024</td></tr></table>",
         [("row", "Kenya\t2023"), ("row", "Kenya\t2024")]),
        ("<p>Signed:<br>- A treaty<br>- A protocol</p>",
         [("paragraph", "Signed:"), ("item", "A treaty"), ("item", "A protocol")]),
        ("<p>504 km<sup>2</sup> in 2024<sup>1</sup></p>", [("paragraph", "504 km² in 2024¹")]),
        ("<p>Shown<span style='display:none'>hidden</span><script>x()</script> too</p>", [("paragraph", "Shown too")]),
        ("<nav>Menu</nav><div class='share-buttons'>Share</div>", [("furniture", "Menu"), ("furniture", "Share")]),
        ("<ul><li>Signed in full:<ul><li>Treaty A</li></ul></li></ul>",
         [("item", "Signed in full:"), ("item", "Treaty A")]),
        ("<pre>one line\nstays one</pre>", [("paragraph", "one line stays one")]),
    ],
)  # fmt: skip
def test_elements(html: str, expected: list[tuple[str, str]]) -> None:
    found = document("a.html", page(P + html + P, around=AROUND))
    sound(found)
    assert blocks(found)[1:-1] == expected


@pytest.mark.parametrize(
    "wrap",
    [
        "<main>{}</main>",
        "<article>{}</article>",
        "<div role=main>{}</div>",
        "<div class=story>{}</div>",
        "<form><table><tr><td>{}</td></tr></table></form>",
    ],
)
def test_main_part_is_found(wrap: str) -> None:
    inner = f"<h1>Lake road open again</h1>{P * 4}<ul><li>Moho</li><li>Tilali</li></ul>"
    around = AROUND + "<div class=sidebar><p>" + "Most read today in our paper and beyond. " * 3 + "</p></div>"
    found = document("a.html", f"<html><body>{around}{wrap.format(inner)}<footer>Imprint</footer></body></html>")
    assert [kind for kind, _ in blocks(found)] == ["headline", *["paragraph"] * 4, "item", "item"]


def test_items_under_a_subheading_lead_to_it_and_it_to_the_lead_in() -> None:
    html = "<p>The following were signed:</p><ul><li>Treaty A</li></ul><h3>Deferred</h3><ul><li>Treaty B</li></ul>"
    assert leads(document("a.html", page(P + html + P))) == [
        ("The following were signe", "Treaty A"),
        ("The following were signe", "Deferred"),
        ("Deferred", "Treaty B"),
    ]


def test_rows_lead_to_their_header() -> None:
    rows = "<tr><th>Flow</th><th>2024</th></tr><tr><td>Trade</td><td>9</td></tr>"
    html = f"<table><caption>Million dollars</caption>{rows}</table>"
    found = document("a.html", page(P + html + P))
    assert leads(found) == [("Flow\t2024", "Trade\t9")]
    assert ("caption", "Million dollars") in blocks(found)


def test_linked_lists_are_kept_where_a_line_introduces_them() -> None:
    links = "<ul><li><a href=a>Treaty on water</a></li><li><a href=b>Treaty on roads</a></li></ul>"
    signed = document("a.html", page(f"{P * 3}<p>Signed:</p>{links}"))
    assert [kind for kind, _ in blocks(signed)][-2:] == ["item", "item"]
    related = document("a.html", page(f"{P * 3}<h3>Related news</h3>{links}"))
    assert [kind for kind, _ in blocks(related)][-3:] == ["furniture"] * 3


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("<title>Talks end in Osh on Monday | Daily</title>", "title", "Talks end in Osh on Monday"),
        ("<meta property=og:title content='Talks end'>", "title", "Talks end"),
        ("<title>&lt;script&gt;</title>", "title", "<script>"),
        ("<meta property=og:site_name content=Daily>", "publisher", "Daily"),
        ('<script type="application/ld+json">{"publisher": {"name": "Daily"}}</script>', "publisher", "Daily"),
        ('<script type="application/ld+json">{"publisher": </script>', "publisher", ""),
        ("<link rel=canonical href=https://example.org/a>", "url", "https://example.org/a"),
        ("<meta property=og:url content=https://example.org/b>", "url", "https://example.org/b"),
        ("<link rel=canonical href='javascript:alert(1)'>", "url", ""),
    ],
)  # fmt: skip
def test_metadata(head: str, field: str, value: str) -> None:
    found = document("a.html", page(P, head))
    assert getattr(found, field) == value
    assert found.basis.get(field) == ("metadata" if value else None)


MARKDOWN = """---
title: Progress report
publisher: Joint Office
date: 2025-07-21
---

# The *pipeline*

A paragraph that is
wrapped, with a [link](https://example.org) and **bold** words, 2 \\* 3 and snake_case_word.

Works
-----

- one road;
- two roads
  of gravel

> "So be it," he said.

| | 2023 | 2024 |
|---|---|---|
| Trade | 9 | 12 |

<!-- a note -->
<script>alert(1)</script>
"""


def test_markdown() -> None:
    found = document("a.md", MARKDOWN)
    sound(found)
    assert blocks(found) == [
        ("headline", "The pipeline"),
        ("paragraph", "A paragraph that is wrapped, with a link and bold words, 2 * 3 and snake_case_word."),
        ("heading", "Works"),
        ("item", "one road;"),
        ("item", "two roads of gravel"),
        ("quotation", '"So be it," he said.'),
        ("row", "\t2023\t2024"),
        ("row", "Trade\t9\t12"),
        ("paragraph", "<script>alert(1)</script>"),
    ]
    assert (found.title, found.publisher, str(found.published)) == ("Progress report", "Joint Office", "2025-07-21")
    assert found.basis["published"] == "metadata"


def test_markdown_lines_that_stand_for_themselves_stay_apart() -> None:
    text = (
        "# Ruritania and Sylvania\n\n**Trade turnover, USD mln**\n\n2021 – 503.7\n2022 – 714.2\n\n"
        "**Embassies:** Streslau, Velden\n**Common frontier:** 44 km\n\n"
        "**Both sides** met in the border town to talk\nabout the bridge, the ferry and the road that\nleads to it from the north.\n"
    )
    assert blocks(document("a.md", text)) == [
        ("headline", "Ruritania and Sylvania"),
        ("heading", "Trade turnover, USD mln"),
        ("paragraph", "2021 – 503.7"),
        ("paragraph", "2022 – 714.2"),
        ("paragraph", "Embassies: Streslau, Velden"),
        ("paragraph", "Common frontier: 44 km"),
        (
            "paragraph",
            "Both sides met in the border town to talk about the bridge, the ferry and the road that leads to it from the north.",
        ),
    ]


def test_tables_of_markdown_need_no_bar_around_them() -> None:
    text = f"{PROSE}\n\nCountry | 2021 | 2022\n--- | ---: | ---:\nPeru | 611 | 1,004\nChile | 288 | 301\n\nyes | no\n\n{PROSE}\n"
    found = blocks(document("a.md", text))
    assert [told for kind, told in found if kind == "row"] == [
        "Country\t2021\t2022",
        "Peru\t611\t1,004",
        "Chile\t288\t301",
    ]


def test_a_box_of_facts_beside_the_text_is_of_it() -> None:
    box = "<aside><h3>Facts</h3><ul><li>Length: 1,357 km</li><li>Bridges: six</li><li>Markets: five</li></ul></aside>"
    found = blocks(document("a.html", page(P + P + box, around=AROUND)))
    assert ("item", "Bridges: six") in found
    assert "Trout soup" not in [told for kind, told in found if kind != "furniture"]


@pytest.mark.parametrize(
    ("title", "top", "expected"),
    [
        ("Ministers meet on trade | Daily Post", "", ("headline", "Ministers meet on trade")),  # nowhere in the text
        (
            "Ministers meet on trade - Daily Post",
            "<div>Ministers meet on trade</div>",
            ("headline", "Ministers meet on trade"),
        ),
        ("Ministry of Roads and Bridges", "", ("paragraph", PROSE.strip())),  # says nothing of the text
        ("Daily Post", "", ("paragraph", PROSE.strip())),
        ("Ministers meet on trade | Post", "<h3>Talks of two neighbours end</h3>", ("heading", "Talks of two neighbours end")),
    ],
)  # fmt: skip
def test_a_page_without_a_marked_headline_has_that_of_its_title(
    title: str, top: str, expected: tuple[str, str]
) -> None:
    body = f"<div id=text>{top}{P * 3}</div>"
    found = document("a.html", f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    sound(found)
    assert blocks(found)[0] == expected


def test_the_title_of_front_matter_is_the_headline_where_the_text_has_none() -> None:
    front = "---\ntitle: 'Ministers meet on \"water\" and trade'\n---\n\n"
    found = document("a.md", f"{front}{PROSE}\n\nSigned:\n\n- a treaty\n- a protocol\n")
    assert blocks(found)[0] == ("headline", 'Ministers meet on "water" and trade')
    assert leads(found) == [("Signed:", "a treaty"), ("Signed:", "a protocol")]
    assert blocks(document("a.md", f"{front}## What the ministers said\n\n{PROSE}\n"))[0][0] == "heading"


def test_lists_of_links_around_a_text_in_markdown_are_none_of_it() -> None:
    menu = "- [Home](/)\n- [Talks](/talks)\n\n"
    after = "## Related\n\n- [Bridge closed](/a)\n- [Embassy opened](/b)\n"
    listed = "Signed:\n\n- [A treaty](/treaty)\n- [A protocol](/protocol)\n\n"
    found = document("a.md", f"{menu}# Talks end\n\n{PROSE}\n\n{listed}{PROSE}\n\n{after}")
    sound(found)
    assert [kind for kind, _ in blocks(found)] == [
        *["furniture"] * 2, "headline", "paragraph", "paragraph", "item", "item", "paragraph", *["furniture"] * 3
    ]  # fmt: skip
