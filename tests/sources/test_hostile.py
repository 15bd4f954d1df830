"""Inputs that are broken, lying or far too large: each is read or named, quickly, and nothing else happens."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import docx
import pytest

from accord.errors import DamagedSource, EmptySource, NoText, OversizedSource, SourceError, UnsupportedFormat
from accord.sources import Problem, Raw, discover, read
from accord.sources.archive import Archive
from accord.sources.raw import Given
from sources.reading import PROSE, document, page
from sources.test_discover import zipped


@pytest.mark.parametrize("data", [b"", b" \n\r\n\t", b"\xef\xbb\xbf\n", b"\0" * 9])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.docx", "a.eml", "a"])
def test_nothing_in_it(name: str, data: bytes) -> None:
    with pytest.raises(EmptySource, match="is empty"):
        document(name, data)


@pytest.mark.parametrize(
    ("name", "data", "error", "mend"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0 rest", UnsupportedFormat, "save it as DOCX or PDF"),
        ("a.rtf", b"{\\rtf1 text}", UnsupportedFormat, "save it as DOCX or PDF"),
        ("a.odt", zipped({"content.xml": b"x"}), UnsupportedFormat, "save it as DOCX or PDF"),
        ("a.msg", b"\xd0\xcf\x11\xe0 rest", UnsupportedFormat, "save the message as EML"),
        ("a.xlsx", zipped({"xl/workbook.xml": b"x"}), UnsupportedFormat, "DOCX or HTML"),
        ("a.png", b"\x89PNG....", UnsupportedFormat, "OCR"),
        ("a.jpg", b"\xff\xd8\xff....", UnsupportedFormat, "OCR"),
        ("a", b"\x89PNG....", UnsupportedFormat, "OCR"),
        ("a.xyz", b"some text here", UnsupportedFormat, "save it as text"),
        ("a.txt", b"%PDF-1.7 ....", DamagedSource, "suffix .pdf"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", DamagedSource, "OCR"),
        ("a.pdf", b"<!DOCTYPE html><p>Not found</p>", DamagedSource, "suffix .html"),
        ("a.pdf", b"not a PDF at all", DamagedSource, "get the file again"),
        ("a.docx", zipped({"x.txt": b"x"}), DamagedSource, "save it as DOCX"),
        ("a.html", b"<html><body></body></html>", NoText, ""),
        ("a.html", page("<script>only()</script>").encode(), NoText, ""),
        ("a.txt", b"--- *** ---", NoText, ""),
        ("a.eml", b"From: a@example.org\nSubject: x\n\n", NoText, "attachments"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_what_to_do(name: str, data: bytes, error: type[SourceError], mend: str) -> None:
    with pytest.raises(error) as caught:
        document(name, data)
    assert name in caught.value.reason and mend in caught.value.mend and caught.value.mend


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("page.txt", "text/html"),
        ("page.asp", "text/html"),
        ("page", "text/html"),
        ("a.text", "text/plain"),
        ("Note No. 5", "text/plain"),
    ],
)
def test_content_is_sniffed(name: str, media_type: str) -> None:
    data = page(f"<p>{PROSE}</p>") if media_type == "text/html" else PROSE
    assert document(name, data).media_type == media_type


def test_deeply_nested_pages() -> None:
    for levels in (500, 1900):
        nested = "<div>" * levels + f"<p>{PROSE}</p>" + "</div>" * levels
        assert document("a.html", page(nested)).text == PROSE.strip()
    with pytest.raises(OversizedSource, match="2000 levels"):
        document("a.html", page("<div>" * 10_000 + PROSE + "</div>" * 10_000))


def test_huge_pages_are_refused_at_once() -> None:
    begun = time.perf_counter()
    with pytest.raises(OversizedSource, match="31 MB, above the limit of 20 MB"):
        document("a.html", "<html><body>" + "<p>some words</p>\n" * 1_700_000)
    with pytest.raises(OversizedSource, match="elements"):
        document("a.html", "<html><body>" + "<br>" * 120_000)
    with pytest.raises(OversizedSource, match="lines"):
        document("a.txt", "a\n" * 400_000)
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", page(f"<p>{PROSE}</p><ul>" + "<li>one" * 4000)),
        ("a.html", page(f"<p>{PROSE}</p><table><tr>" + "<td colspan=99999 rowspan=99999>x" * 2000)),
        ("a.html", "<html><body>" + " \n" * 300_000 + PROSE),
        ("a.html", page("<div class=date>" * 300 + PROSE)),
        ("a.html", "<html><body><script type=application/ld+json>" + "[" * 50_000 + f"</script><p>{PROSE}"),
        ("a.md", "*a **b _c ` [" * 20_000),
        ("a.md", "<!--" * 200_000 + PROSE),
        ("a.txt", "\u00ad \n" * 50_000 + PROSE),
        ("a.txt", "“open\n" * 5_000 + PROSE),
        ("a.txt", "x" * 1_000_000),
        ("a.txt", f"{PROSE}\n\n² ³\n\n{PROSE * 2}"),
        ("a.eml", f"Subject: b\nFrom: a\nContent-Type: text/plain; charset=a\0b\n\n{PROSE}é"),
        ("a.txt", "a-\n" * 50_000),
        ("a.eml", "From: a\nSubject: b\n\n" + "> " * 300_000 + PROSE),
        ("a.txt", "\n".join("x\t" * (1 + n % 5) + "y" for n in range(20_000))),
        ("a.txt", "\n".join("word " * (n % 7) + "end.  Next sentence is here" for n in range(20_000))),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)  # fmt: skip
def test_no_input_is_slow(name: str, data: str) -> None:
    begun = time.perf_counter()
    assert document(name, data).text
    assert time.perf_counter() - begun < 4


def test_mail_of_many_levels() -> None:
    level = b"Content-Type: multipart/mixed; boundary=a\n\n--a\n"
    with pytest.raises(SourceError, match=r"a\.eml"):
        document("a.eml", b"From: a\nSubject: x\n" + level * 3000)


def held(name: str, data: bytes) -> Raw:
    return Raw(name, Given(data), len(data))


def bomb(size: int) -> bytes:
    return zipped({"a.txt": b"a" * size, "b.txt": PROSE.encode()})


def test_archive_bombs(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(bomb(30_000_000))
    huge, small = discover([tmp_path])
    assert isinstance(huge, Raw) and isinstance(small, Raw)
    with pytest.raises(OversizedSource, match=r"x\.zip!/a\.txt would inflate .* limit of 200"):
        read(huge)
    assert read(small).text == PROSE.strip()


def test_the_whole_archive_has_a_limit() -> None:
    with pytest.raises(OversizedSource, match="would inflate to 2 MB, above the limit of 1 MB"):
        Archive(held("x.zip", zipped({"a": b"a" * 1_000_000, "b": b"b" * 1_000_000})), 1_000_000).members()


def test_an_archive_that_lies_about_sizes(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"a" * 5000}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.find(mark) + offset
        data[place : place + 4] = (10).to_bytes(4, "little")
    (tmp_path / "x.zip").write_bytes(data)
    (raw,) = discover([tmp_path])
    with pytest.raises(SourceError, match=r"x\.zip!/a\.txt"):
        assert isinstance(raw, Raw)
        read(raw)


def test_encrypted_member() -> None:
    data = bytearray(zipped({"a.txt": PROSE.encode()}, zipfile.ZIP_STORED))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + offset] |= 1
    with pytest.raises(DamagedSource, match="encrypted; unpack it with its password"):
        Archive(held("x.zip", bytes(data))).read("a.txt")


def test_docx_bomb() -> None:
    stream = io.BytesIO()
    docx.Document().save(stream)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("word/media/image.bin", b"0" * 250_000_000)
    with pytest.raises(OversizedSource, match="would inflate to 251 MB"):
        document("a.docx", stream.getvalue())


def test_docx_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(9))
    body = (
        f"<!DOCTYPE x [{laughs}]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        f"<w:body><w:p><w:r><w:t>{PROSE}&l8;</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(DamagedSource, match="is damaged"):
        document("a.docx", zipped({"word/document.xml": body.encode()}))


def test_unreadable_files_are_problems_or_errors(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PROSE)
    (raw,) = discover([path])
    path.unlink()
    assert not isinstance(raw, Problem)
    with pytest.raises(SourceError, match=r"a\.txt cannot be opened"):
        read(raw)
