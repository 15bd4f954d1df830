"""The files that are written: they open, hold the sentences, keep to their length, and are the same each time."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from accord.brief.build import Options
from accord.brief.command import FORMATS, BriefSummary, make_brief, write_brief
from accord.brief.docx import CONTEXT
from accord.brief.pdf import pages
from accord.errors import UsageError

from .conftest import PAIR, TODAY
from .samples import SAMPLES, line
from .shelf import Shelf, document, seeds, shelf


def everything() -> Shelf:
    """One claim of each kind, each from its own document, and a target for the chart."""
    papers = [
        document(f"{k}.txt", s[0], "2025-05", publisher=f"Paper of {k}", url=f"https://example.org/{k}")
        for k, s in SAMPLES.items()
    ]
    papers.append(document("target.txt", "Kenya and Uganda want to raise trade to $2 billion by 2030."))
    target = line(
        "commitment",
        doc="target.txt",
        what="raise trade to $2 billion",
        target=2000000000,
        unit="USD",
        due="2030",
        measure="trade-turnover",
    )
    return shelf(papers, [*(line(k) for k in SAMPLES), target])


def crowd() -> Shelf:
    """A crowded invented dyad: a dozen claims of most kinds, each in its own words."""
    papers, lines = [], []
    for number in range(1, 15):
        for kind, (text, values, _) in SAMPLES.items():
            year = 2010 + number
            changed = (
                re.sub(r"\b(?:19|20)\d\d\b", str(year), text)
                .replace("Lake", f"Lake{number}")
                .replace("Malaba", f"Malaba{number}")
            )
            new = {
                k: re.sub(r"\b(?:19|20)\d\d\b", str(year), v)
                .replace("Lake", f"Lake{number}")
                .replace("Malaba", f"Malaba{number}")
                if isinstance(v, str)
                else v
                for k, v in values.items()
            }
            papers.append(
                document(
                    f"{kind}-{number}.txt",
                    changed,
                    publisher=f"Paper {number}",
                    url=f"https://example.org/{kind}/{number}",
                )
            )
            lines.append({"doc": f"{kind}-{number}.txt", "kind": kind, "concerns": PAIR, **new})
    return shelf(papers, lines)


def write(book: Shelf, path: Path, states: list[str] | None = None, **more: Any) -> BriefSummary:
    return write_brief(book, states=states or PAIR, output=path, as_of=TODAY, **more)


def pdf_text(data: bytes) -> str:
    import pypdfium2

    opened = pypdfium2.PdfDocument(data)
    text = " ".join(page.get_textpage().get_text_range() for page in opened)
    opened.close()
    return " ".join(text.split())


def docx_text(data: bytes) -> str:
    from docx import Document

    opened = Document(io.BytesIO(data))
    cells = [c.text for t in opened.tables for r in t.rows for c in r.cells]
    return " ".join([*(p.text for p in opened.paragraphs), *cells])


SENTENCES = [s[2] for k, s in SAMPLES.items() if k not in ("assessment", "incident")]


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_sentences_are_there(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"brief{suffix}"
    summary = write(everything(), path, marking="RESTRICTED")
    data = path.read_bytes()
    text = {".pdf": pdf_text, ".docx": docx_text}.get(suffix, lambda d: re.sub(r"<[^>]+>|\\", "", d.decode()))(data)
    missing = [s for s in SENTENCES if s not in text]
    assert not missing
    assert "Kenya and Uganda: brief" in text
    assert "Printed as of 1 June 2025" in text
    assert "Paper of visit" in text
    assert summary.withheld == 0 and summary.statements > len(SAMPLES)
    if suffix != ".docx":  # there it stands in the header and the footer
        assert text.count("RESTRICTED") >= 2


def test_marking_stands_at_the_top_and_the_bottom_of_word_pages(tmp_path: Path) -> None:
    from docx import Document

    write(everything(), tmp_path / "b.docx", marking="RESTRICTED")
    section = Document(str(tmp_path / "b.docx")).sections[0]
    assert "RESTRICTED" in section.header.paragraphs[0].text
    assert "RESTRICTED" in section.footer.paragraphs[0].text


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_each_time(tmp_path: Path, suffix: str) -> None:
    write(everything(), tmp_path / f"a{suffix}")
    write(everything(), tmp_path / f"b{suffix}")
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


def test_two_to_four_pages_of_the_seeds(tmp_path: Path) -> None:
    book = seeds()
    if book is None:
        pytest.skip("../shared is not here")
    summary = write(book, tmp_path / "b.pdf", ["TJK", "KGZ"])
    assert 2 <= summary.pages <= 4
    assert pages((tmp_path / "b.pdf").read_bytes()) == summary.pages


def test_four_pages_at_most_of_a_crowded_dyad(tmp_path: Path) -> None:
    summary = write(crowd(), tmp_path / "b.pdf")
    assert 2 <= summary.pages <= 4
    assert summary.statements > 40


def test_markdown_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    summary = write_brief(everything(), states=PAIR, as_of=TODAY)
    assert summary.path is None
    assert capsys.readouterr().out.startswith("# Kenya and Uganda: brief\n")


def test_documents_in_full_only_when_asked_for(tmp_path: Path) -> None:
    write(everything(), tmp_path / "a.html")
    write(everything(), tmp_path / "b.html", with_documents=True)
    assert 'class="annex"' not in (tmp_path / "a.html").read_text()
    assert "<mark>" + SAMPLES["crossing"][0] + "</mark>" in (tmp_path / "b.html").read_text()


@pytest.mark.parametrize("name", ["brief.txt", "brief", "brief.odt"])
def test_an_unknown_suffix_is_named_with_those_known(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"\.html, \.pdf, \.docx or \.md"):
        write(everything(), tmp_path / name)


def test_wrong_uses(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="named twice"):
        write(everything(), tmp_path / "b.md", ["KEN", "KEN"])
    with pytest.raises(UsageError, match="is after"):
        write(everything(), tmp_path / "b.md", since=date(2025, 1, 2), until=date(2025, 1, 1))
    with pytest.raises(UsageError, match="Word"):
        write(everything(), tmp_path / "b.md", template=tmp_path / "t.docx")
    with pytest.raises(UsageError, match="no template"):
        write(everything(), tmp_path / "b.docx", template=tmp_path / "t.docx")
    (tmp_path / "bad.docx").write_text("not a Word file")
    with pytest.raises(UsageError, match="no Word template"):
        write(everything(), tmp_path / "b.docx", template=tmp_path / "bad.docx")


def test_a_template_is_filled(tmp_path: Path) -> None:
    from docx import Document

    template = Document()
    for name in ("title", "printed", "scope", "charts.commitments"):
        template.add_paragraph("{{ " + name + " }}")
    template.add_paragraph("{%p for g in glance %}")
    template.add_paragraph("{{ g.label }}: {{ g.text }}")
    template.add_paragraph("{%p endfor %}")
    template.save(str(tmp_path / "t.docx"))
    write(everything(), tmp_path / "b.docx", template=tmp_path / "t.docx")
    text = docx_text((tmp_path / "b.docx").read_bytes())
    assert "Kenya and Uganda: brief" in text
    assert "Last contact: Asha Wanyonyi" in text


def test_a_template_with_an_unknown_variable_is_named(tmp_path: Path) -> None:
    from docx import Document

    template = Document()
    template.add_paragraph("{{ titel }}")
    template.save(str(tmp_path / "t.docx"))
    with pytest.raises(UsageError, match="titel"):
        write(everything(), tmp_path / "b.docx", template=tmp_path / "t.docx")


def test_the_context_is_documented() -> None:
    from accord.brief.docx import context

    brief = make_brief(everything(), PAIR, Options(TODAY))
    assert set(context(brief)) == set(CONTEXT)


def test_html_reads_without_script_and_carries_its_figures() -> None:
    from accord.brief.html import html

    page = html(make_brief(everything(), PAIR, Options(TODAY)))
    assert "<svg" in page and "<table>" in page
    assert page.count('<details class="quotes"') >= len(SAMPLES)
    assert "#:~:text=" in page
    assert 'lang="en"' in page and 'name="viewport"' in page
