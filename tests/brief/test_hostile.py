"""Text from outside is only ever text, in every field and every format."""

from __future__ import annotations

import io
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from accord.brief.build import Options
from accord.brief.command import make_brief, render
from accord.brief.model import Brief
from accord.languages.en.grounding import grounds

from .conftest import PAIR, TODAY
from .samples import SAMPLES
from .shelf import Lost, Shelf, document, shelf

EVIL = (
    "<script>alert(1)</script> \"quoted\" 'single' & {{ 7 * 7 }} {% raw %} #set page() $x^2$ `code` **bold** "
    "[a](javascript:b) "
    '#read("/etc/passwd") \\ \u202e ]]> <img src=x onerror=alert(2)> \x00\x0b\ufffe | ~ _ * <!-- -->'
)


def hostile() -> Shelf:
    """A claim of each kind with hostile words in every field that holds words, and in all known of its source."""
    documents, lines = [], []
    for kind, (text, values, _) in SAMPLES.items():
        bad = {
            k: f"{v} {EVIL}"
            for k, v in values.items()
            if k in ("title", "name", "place", "office", "role", "what", "visitor", "speaker", "from", "to")
        }
        paper = document(
            f"{kind} {EVIL}.txt",
            f"{EVIL}. {text} {EVIL} {EVIL}",
            publisher=EVIL,
            title=EVIL,
            url=f"https://example.org/?q={EVIL}",
        )
        documents.append(paper)
        lines.append({"doc": paper.doc, "kind": kind, "concerns": PAIR, "said_by": f"Somebody {EVIL}", **values, **bad})
    book = shelf(documents, lines, everywhere=False)
    book.lost.append(Lost(f"lost {EVIL}", EVIL, EVIL))
    return book


@pytest.fixture(scope="module")
def brief() -> Brief:
    def lenient(kind: Any, value: Any, quotes: Any, reference: Any = None) -> bool:
        return True

    from accord.brief.build import build
    from accord.brief.words import Words
    from accord.gazetteer import display
    from accord.kinds import kinds
    from accord.languages.catalogue import load

    options = Options(TODAY, marking=EVIL, with_documents=True)
    return build(hostile(), PAIR, options, kinds(), Words(load(), display), lenient)


def test_something_is_shown(brief: Brief) -> None:
    assert len(brief.statements()) >= len(SAMPLES)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_html(brief: Brief) -> None:
    page = render(brief, ".html").decode()
    parser = _Tags()
    parser.feed(page)
    assert sum(tag == "script" for tag, _ in parser.tags) == 1
    assert not any(tag == "img" or any(name.startswith("on") for name in attrs) for tag, attrs in parser.tags)
    addresses = [a["href"] or "" for tag, a in parser.tags if tag == "a" and "href" in a]
    assert all(a.startswith(("https://example.org/", "#")) for a in addresses)
    assert "<script>alert(1)</script>" in "".join(parser.text)
    assert "{{ 7 * 7 }}" in "".join(parser.text)


def test_html_needs_nothing_from_outside(brief: Brief) -> None:
    parser = _Tags()
    parser.feed(render(brief, ".html").decode())
    assert not any(tag in ("link", "img", "iframe", "object", "embed") for tag, _ in parser.tags)
    assert not any("src" in attrs for _, attrs in parser.tags)


def test_markdown(brief: Brief) -> None:
    text = render(brief, ".md").decode()
    assert "<script" not in text and "<img" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert not re.search(r"(?<!\\)\]\(javascript", text)
    assert "**bold**" not in text


def test_pdf(brief: Brief) -> None:
    import pypdfium2

    document_ = pypdfium2.PdfDocument(render(brief, ".pdf"))
    text = "".join(page.get_textpage().get_text_range() for page in document_)
    document_.close()
    assert "<script>alert(1)</script>" in text.replace("\r\n", " ").replace("\n", " ")
    assert '#read("/etc/passwd")' in text.replace("\r\n", " ")
    assert "root:x" not in text


def test_docx(brief: Brief) -> None:
    from docx import Document

    opened = Document(io.BytesIO(render(brief, ".docx")))
    text = "\n".join(p.text for p in opened.paragraphs)
    assert "<script>alert(1)</script>" in text
    assert "{{ 7 * 7 }}" in text


def test_template_does_not_run_what_it_is_given(brief: Brief, tmp_path: Any) -> None:
    from docx import Document

    template = Document()
    template.add_paragraph("{{ title }} {{ marking }}")
    template.add_paragraph("{%p for s in sections %}")
    template.add_paragraph("{{ s.title }}: {% for x in s.statements %}{{ x.marked }} {% endfor %}")
    template.add_paragraph("{%p endfor %}")
    template.save(str(tmp_path / "t.docx"))
    opened = Document(io.BytesIO(render(brief, ".docx", tmp_path / "t.docx")))
    text = "\n".join(p.text for p in opened.paragraphs)
    assert "{{ 7 * 7 }}" in text and "49" not in text
    assert "<script>alert(1)</script>" in text


def test_hostile_words_that_are_not_in_the_quotes_are_withheld() -> None:
    brief = make_brief(hostile(), PAIR, Options(date(2025, 6, 1)))
    assert grounds is not None
    assert brief.left_out.counts["withheld"] > 0
