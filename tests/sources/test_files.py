"""PDF, DOCX and EML: built here, read back."""

from __future__ import annotations

import io
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
import typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from accord.errors import DamagedSource, NoText, SourceError
from accord.sources import Problem, discover, read
from sources.reading import PROSE, blocks, document, leads, sound

REPORT = """#set document(title: "Properties title", date: datetime(year: 2020, month: 1, day: 1))
#set page(paper: "a5", numbering: "1", header: [Committee on Connectivity])
#set par(justify: true)
#set text(size: 10pt, hyphenate: true, lang: "en")
= A long headline about the work of the intergovernmental commission for transport
The intergovernmental commission congratulated counterparts notwithstanding administrative incompatibilities.
Kyrgyzstan-Tajikistan relationships characteristically demonstrate interconnectedness of infrastructure, and the
administrations of the two states internationalised their telecommunications.

Another paragraph stands here. #lorem(40)
== Works
- one road that is long enough to be wrapped at the end of the line of this narrow page here
- two roads
#table(columns: 3, [Year], [Exports], [Imports], [2023], [12.5], [13.1], [2024], [14.2], [15.9])
#pagebreak()
#lorem(30)
#pagebreak()
#lorem(30)
"""


@pytest.fixture(scope="module")
def report() -> bytes:
    return bytes(typst.compile(REPORT.encode()))


def test_pdf(report: bytes) -> None:
    found = document("a.pdf", report)
    sound(found)
    assert [kind for kind, _ in blocks(found)][:7] == ["headline", *["paragraph"] * 2, "heading", "item", "item", "row"]
    assert found.title == "A long headline about the work of the intergovernmental commission for transport"
    assert "notwithstanding administrative incompatibilities. Kyrgyzstan-Tajikistan relationships" in found.text
    assert "internationalised their telecommunications." in found.text
    assert ("item", "one road that is long enough to be wrapped at the end of the line of this narrow page here") in (
        blocks(found)
    )
    header = "Year\tExports\tImports"
    assert leads(found)[-2:] == [(header, "2023\t12.5\t13.1"), (header, "2024\t14.2\t15.9")]
    assert "Committee on Connectivity" not in found.text
    assert not any(text.isdigit() for _, text in blocks(found))
    assert found.published is None and found.media_type == "application/pdf"


def test_truncated_pdf(report: bytes) -> None:
    with pytest.raises(DamagedSource, match="breaks off"):
        document("a.pdf", report[: len(report) // 2])
    with pytest.raises(DamagedSource, match="no whole PDF"):
        document("a.pdf", report[:200] + b"%%EOF")


def test_pdf_without_text() -> None:
    scan = typst.compile(b"#rect(width: 5cm, height: 5cm)")
    with pytest.raises(NoText, match="OCR"):
        document("a.pdf", bytes(scan))


def test_encrypted_pdf() -> None:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
        b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj%bendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(data)
    data += b"xref\n0 5\n0000000000 65535 f \n" + table
    data += b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<41><41>]>>\nstartxref\n%d\n%%%%EOF" % start
    with pytest.raises(DamagedSource, match="encrypted; remove the password"):
        document("a.pdf", data)


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_docx() -> None:
    written = docx.Document()
    written.core_properties.title = "Properties title"
    written.sections[0].header.paragraphs[0].text = "Running head"
    written.add_paragraph("Documents signed in Da Nang", style="Title")
    written.add_paragraph(PROSE + "The following were signed:")
    written.add_paragraph("Between governments", style="Heading 2")
    written.add_paragraph("Framework Agreement", style="List Bullet")
    written.add_paragraph("Protocol", style="List Number")
    written.add_paragraph("So be it.", style="Quote")
    table = written.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Cargo", "2024", "Ash", "3,120"), strict=True):
        cell.text = text
    bold = written.add_paragraph()
    bold.add_run("What comes next").bold = True
    changed = written.add_paragraph("It will open in ")
    words = nsdecls("w")
    changed._p.append(parse_xml(f"<w:del {words}><w:r><w:delText>May</w:delText><w:t>May</w:t></w:r></w:del>"))
    changed._p.append(parse_xml(f"<w:ins {words}><w:r><w:t>June.</w:t></w:r></w:ins>"))
    found = document("a.docx", saved(written))
    sound(found)
    assert blocks(found) == [
        ("headline", "Documents signed in Da Nang"),
        ("paragraph", PROSE + "The following were signed:"),
        ("heading", "Between governments"),
        ("item", "Framework Agreement"),
        ("item", "Protocol"),
        ("quotation", "So be it."),
        ("row", "Cargo\t2024"),
        ("row", "Ash\t3,120"),
        ("heading", "What comes next"),
        ("paragraph", "It will open in June."),
    ]
    assert ("Between governments", "Framework Agreement") in leads(found)
    assert found.title == "Documents signed in Da Nang" and found.published is None


def test_docx_that_is_none(report: bytes) -> None:
    with pytest.raises(SourceError, match="named as DOCX but holds"):
        document("a.docx", report)
    with pytest.raises(DamagedSource, match="old Office document"):
        document("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def message(subject: str = "Visit", body: str = PROSE, **fields: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Press Office <press@example.org>", subject
    for name, value in fields.items():
        mail[name] = value
    mail.set_content(body)
    return mail


def test_mail() -> None:
    body = f"{PROSE}\n\n> An older mail said this.\n\n-- \nPress Office\n"
    found = document("a.eml", message("Déclaration de Cusco", body, Date="Sat, 09 Aug 2025 23:15:00 -0500").as_bytes())
    sound(found)
    assert (found.title, str(found.published), found.publisher) == ("Déclaration de Cusco", "2025-08-09", "")
    assert [kind for kind, _ in blocks(found)] == ["paragraph", "quotation", "furniture"]


def test_mail_with_html_alone_and_its_charset() -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Встреча", "a@example.org"
    mail.set_content("<h1>Визит</h1><p>Министры подписали соглашение о границе.</p>", subtype="html", charset="koi8-r")
    found = document("a.eml", mail.as_bytes())
    assert blocks(found) == [("headline", "Визит"), ("paragraph", "Министры подписали соглашение о границе.")]
    assert found.title == "Встреча"


def test_attachments_are_documents(tmp_path: Path) -> None:
    mail = message()
    mail.add_attachment(PROSE.encode(), maintype="text", subtype="plain", filename="note.txt")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    mail.add_attachment(message("Inner"))
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    found = list(discover([tmp_path]))
    assert [entry.doc for entry in found] == ["a.eml", "a.eml!/note.txt", "a.eml!/message.eml"]
    assert not any(isinstance(entry, Problem) for entry in found)
    assert [read(entry).text for entry in found if not isinstance(entry, Problem)] == [PROSE.strip()] * 3
