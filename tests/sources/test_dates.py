"""When a document was published, and on whose word: nothing is guessed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from accord.sources import Manifest, Raw, discover, read
from accord.sources.dates import from_field
from accord.sources.manifest import Entry
from accord.values import Period
from sources.reading import PROSE, document, page

ARTICLE = '{"@graph": [{"@type": "NewsArticle", "datePublished": "2025-03-05T23:40:00+03:00"}]}'
LD = f'<script type="application/ld+json">{ARTICLE}</script>'
META = '<meta property="article:published_time" content="2025-03-06T01:00:00Z">'
URL = '<link rel=canonical href="https://example.org/2025/03/07/talks">'
TIME = "<time datetime=2025-03-08>8 March</time>"
BODY = f"<p>{PROSE}</p>" * 2


@pytest.mark.parametrize(
    ("name", "head", "body", "published", "basis"),
    [
        ("a.html", LD + META + URL, TIME, "2025-03-05", "metadata"),
        ("a.html", META + URL, TIME, "2025-03-06", "metadata"),
        ("a.html", "<meta name=date content=20250306>", "", "2025-03-06", "metadata"),
        ("a.html", "<meta name=DC.date.issued content=2025-03>", "", "2025-03", "metadata"),
        ("a.html", URL, TIME, "2025-03-08", "metadata"),
        ("a.html", "", TIME + "<time datetime=2025-03-01></time>", None, None),
        ("a.html", "", f"{TIME}<time itemprop=datePublished datetime=2025-03-02></time>", "2025-03-02", "metadata"),
        ("2025-03-14-a.html", URL, "", "2025-03-07", "address"),
        ("2025-03-14-a.html", "", "", "2025-03-14", "file name"),
        ("a.html", "", "<p class=date>18 July 2025</p>", "2025-07-18", "page"),
        ("a.html", "", "<p>It happened on 18 July 2025.</p>", None, None),
        ("a.html", "<meta name=date content='yesterday'>", "", None, None),
        ("a.html", '<meta property="article:modified_time" content="2025-03-06">', "", None, None),
        ("a.html", "<meta name=date content=2025-02-30>", "", None, None),
    ],
)  # fmt: skip
def test_witnesses(name: str, head: str, body: str, published: str | None, basis: str | None) -> None:
    found = document(name, page(BODY + body, head))
    assert (found.published and str(found.published), found.basis.get("published")) == (published, basis)


@pytest.mark.parametrize(
    "header",
    [
        "<header><p class=date>Friday, 21 November 2025</p></header>",
        "<header><time datetime=2025-11-21>today</time></header>",
        "<div role=banner><span id=date>21.11.2025</span></div>",
        "<footer>Last updated: 02-06-2025</footer>",
    ],
)
def test_the_date_of_the_visit_is_no_date_of_publication(header: str) -> None:
    assert document("a.html", page(BODY, around=header)).published is None


def test_manifest_goes_before_argument_before_the_page() -> None:
    manifest = Manifest({"a.html": Entry(published=Period.parse("2024-01"))})
    argument = Period.parse("2024-02-02")
    given = document("a.html", page(BODY, LD), manifest, argument)
    assert (str(given.published), given.basis["published"]) == ("2024-01", "manifest")
    given = document("a.html", page(BODY, LD), None, argument)
    assert (str(given.published), given.basis["published"]) == ("2024-02-02", "argument")


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("2025-03-14-talks.txt", "2025-03-14"),
        ("20250314_talks.txt", "2025-03-14"),
        ("talks_2025_03_14.txt", "2025-03-14"),
        ("folder/2025-03-14/talks.txt", None),
        ("report-2025.txt", None),
        ("2025-13-41-talks.txt", None),
        ("talks-2025-03-14-final.txt", None),
        ("000_f0ff04fa1506f4a3.txt", None),
    ],
)
def test_file_names(name: str, published: str | None) -> None:
    found = document(name, PROSE)
    assert (found.published and str(found.published)) == published


def test_the_time_of_the_file_is_never_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PROSE)
    os.utime(path, (1_600_000_000, 1_600_000_000))
    (raw,) = discover([path])
    assert isinstance(raw, Raw) and read(raw).published is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2 December 2022", "2022-12-02"),
        ("Wed, March 5, 2025 6:52 pm", "2025-03-05"),
        ("2025-03-04T10:00", "2025-03-04"),
        ("02.12.2022", "2022-12-02"),
        ("2.12.2022, 18:52", "2022-12-02"),
        ("25/12/2022", "2022-12-25"),
        ("12/25/2022", "2022-12-25"),
        ("02/12/2022", None),  # either day
        ("30.02.2020", None),
        ("31 February 2020", None),
        ("3 Smarch 2025", None),
        ("last Tuesday", None),
    ],
)
def test_a_field_of_metadata_gives_a_day_in_figures_or_words(value: str, day: str | None) -> None:
    found = from_field(value)
    assert (found.iso if found else None) == day
