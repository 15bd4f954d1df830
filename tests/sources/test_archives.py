"""Archives of records: read from the front, by any of their names for columns; what is broken is named, the rest read."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
import zstandard

from accord.errors import DamagedSource, UsageError
from accord.sources import Columns, Problem, Raw, discover, read, settled
from accord.sources.limits import RECORD_LIMIT
from sources.reading import PROSE

ROWS = [
    {
        "body": PROSE + "One.",
        "link": "https://news.example/1",
        "published": "2025-03-14T08:00:00Z",
        "source": "The Wire",
    },
    {"body": PROSE + "Two.", "link": "https://news.example/2", "published": "2025-03-15", "source": "The Post"},
]


def table(rows: list[dict[str, str]], delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, rows[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def lines(rows: list[dict[str, str]]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def parquet(rows: list[dict[str, str]]) -> bytes:
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), out)
    return out.getvalue()


def warc(*pages: tuple[str, str, bytes], packed: bool = True) -> list[bytes]:
    """Records of a WARC file: (status, content type, body)."""
    found = []
    for number, (status, kind, body) in enumerate(pages):
        http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0-{number}>\r\n"
            f"WARC-Target-URI: https://news.example/{number}\r\nWARC-Date: 2025-03-14T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        found.append(gzip.compress(record) if packed else record)
    return found


def html(words: str) -> bytes:
    return f"<!DOCTYPE html><html><body><article><h1>News</h1><p>{words}</p></article></body></html>".encode()


def found(folder: Path, name: str, data: bytes, columns: str = "") -> list[Raw | Problem]:
    (folder / name).write_bytes(data)
    return list(settled(discover([folder / name], columns=Columns.parse(columns))))


def told(entries: list[Raw | Problem]) -> list[str]:
    return [f"{e.doc}: {e.error.reason.removeprefix(e.doc).strip()}" for e in entries if isinstance(e, Problem)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.jsonl", lines(ROWS)),
        ("x.jsonl.gz", gzip.compress(lines(ROWS))),
        ("x.ndjson.zst", zstandard.compress(lines(ROWS))),
        ("x.csv", table(ROWS)),
        ("x.csv.gz", gzip.compress(table(ROWS))),
        ("x.tsv.zst", zstandard.compress(table(ROWS, "\t"))),
        ("x.parquet", parquet(ROWS)),
    ],
)
def test_a_record_is_a_document(tmp_path: Path, name: str, data: bytes) -> None:
    first, second = (e for e in found(tmp_path, name, data) if isinstance(e, Raw))
    assert (first.doc, second.doc) == (f"{name}#1", f"{name}#2")
    assert read(first).text == (PROSE + "One.").strip()
    assert dict(first.given) == {
        "url": "https://news.example/1",
        "published": "2025-03-14",
        "publisher": "The Wire",
    }


def test_columns_are_what_the_user_says(tmp_path: Path) -> None:
    row = {"text": "not this", "where": {"story": PROSE}, "day": "14 Mar 2025 10:00 GMT", "lang": "en-GB"}
    (entry,) = found(tmp_path, "x.jsonl", lines([row]), "text=where.story,date=day")  # type: ignore[list-item]
    assert isinstance(entry, Raw)
    assert (entry.bytes().decode(), dict(entry.given)) == (PROSE, {"published": "2025-03-14", "language": "en"})


@pytest.mark.parametrize(
    ("columns", "said"), [("", "no column known to hold the text"), ("text=boody", "no column boody")]
)
@pytest.mark.parametrize(("name", "write"), [("x.jsonl", lines), ("x.csv", table), ("x.parquet", parquet)])
def test_where_no_column_fits_they_are_named(tmp_path: Path, name: str, write, columns: str, said: str) -> None:  # type: ignore[no-untyped-def]
    rows = [{"doc": "a.txt", "url": "https://news.example/1"}]
    (problem,) = found(tmp_path, name, write(rows), columns)
    assert told([problem]) == [f"{name}: has {said}; its columns are: doc, url"]


@pytest.mark.parametrize("words", ["text", "words=body", "text=", "text=a,=b"])
def test_columns_that_are_not_understood(words: str) -> None:
    with pytest.raises(UsageError, match="write text=NAME"):
        Columns.parse(words)


def test_a_title_stands_above_its_text(tmp_path: Path) -> None:
    rows = [{"title": "Pact & signed", "text": PROSE}, {"title": "Pact & signed", "text": f"<p>{PROSE}</p>"}]
    texts = [read(e).text for e in found(tmp_path, "x.jsonl", lines(rows)) if isinstance(e, Raw)]
    assert texts == [f"Pact & signed\n{PROSE.strip()}"] * 2


def test_broken_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    whole = lines(ROWS)
    data = (
        b"{broken\n"
        + whole
        + b'[1]\n{"body": 5}\n\n{"body": ""}\n'
        + b'{"body": "'
        + b"a" * RECORD_LIMIT
        + b'"}\n'
        + whole
    )
    entries = found(tmp_path, "x.jsonl", data)
    assert [e.doc for e in entries if isinstance(e, Raw)] == ["x.jsonl#2", "x.jsonl#3", "x.jsonl#9", "x.jsonl#10"]
    assert [line.partition(" (")[0] for line in told(entries)] == [
        "x.jsonl#1: is no JSON",
        "x.jsonl#4: is no JSON object",
        "x.jsonl#5: : its text is no text",
        "x.jsonl#8: is longer than the limit of 20 MB",
    ]


def test_broken_rows_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    data = table(ROWS) + b"one,two\n" + b'"\xff\xfe",b,c,d\n' + table(ROWS).split(b"\n", 1)[1]
    entries = found(tmp_path, "x.csv", data)
    assert [e.doc for e in entries if isinstance(e, Raw)] == ["x.csv#1", "x.csv#2", "x.csv#5", "x.csv#6"]
    assert told(entries) == [
        "x.csv#3: has 2 fields where the first row has 4",
        "x.csv#4: is not in UTF-8",
    ]


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_an_archive_that_breaks_off(tmp_path: Path, pack) -> None:  # type: ignore[no-untyped-def]
    rows = [{"text": f"{PROSE} {number * 7919 % 1_000_003}"} for number in range(3000)]
    entries = found(tmp_path, "x.jsonl.gz", pack(lines(rows))[:-2000])
    read_, (last,) = [e for e in entries if isinstance(e, Raw)], [e for e in entries if isinstance(e, Problem)]
    assert len(read_) > 1000
    assert f"breaks off after line {len(read_)}" in last.error.reason
    assert isinstance(last.error, DamagedSource)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    entries = found(tmp_path, "x.jsonl.gz", gzip.compress(b"\n" * 50_000_000))
    assert told(entries) == ["x.jsonl.gz: inflates more than 200 times"]


def test_pages_of_a_crawl(tmp_path: Path) -> None:
    pages = [
        ("200 OK", "text/html; charset=windows-1252", html(PROSE + "Caf\xe9.").decode().encode("cp1252")),
        ("404 Not Found", "text/html", html("Gone.")),
        ("200 OK", "image/png", b"\x89PNG"),
        ("200 OK", "text/plain", PROSE.encode()),
    ]
    for name, data in (("a.warc.gz", warc(*pages)), ("b.warc", warc(*pages, packed=False))):
        first, second = (e for e in found(tmp_path, name, b"".join(data)) if isinstance(e, Raw))
        assert (first.doc, second.doc) == (f"{name}#0-0", f"{name}#0-3")
        assert read(first).text == f"News\n{PROSE}Café."
        assert dict(second.given) == {"url": "https://news.example/3"}
        assert read(first).published is None  # the day of the crawl is no day of publication


def test_a_broken_page_of_a_crawl_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    records = warc(*[("200 OK", "text/html", html(PROSE * 5 + str(n))) for n in range(5)])
    records[2] = records[2][:60] + b"X" * 40 + records[2][100:]
    entries = found(tmp_path, "x.warc.gz", b"".join(records)[:-30])
    assert [e.doc for e in entries if isinstance(e, Raw)] == ["x.warc.gz#0-0", "x.warc.gz#0-1", "x.warc.gz#0-3"]
    first, last = told(entries)
    assert "is left out" in first and str(sum(map(len, records[:3]))) in first
    assert last.startswith("x.warc.gz#0-4: breaks off") or "nothing after it can be read" in last


def test_what_is_no_crawl(tmp_path: Path) -> None:
    assert "nothing after it can be read" in told(found(tmp_path, "x.warc", b"hello world\n" * 100))[0]


def test_a_crawl_packed_as_wacz(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("pages/pages.jsonl", '{"text": "a list of pages"}\n')
        archive.writestr("archive/data.warc.gz", b"".join(warc(("200 OK", "text/html", html(PROSE)))))
    (entry,) = found(tmp_path, "x.wacz", out.getvalue())
    assert entry.doc == "x.wacz!/archive/data.warc.gz#0-0"


RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title>
<item><title>Pact signed</title><link>https://news.example/1</link><pubDate>Fri, 14 Mar 2025 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{PROSE}&lt;/p&gt;</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Wire</title><entry><title>Pact signed</title>
<link href="https://news.example/1"/><updated>2025-03-14T10:00:00Z</updated><content type="html">&lt;p&gt;{PROSE}&lt;/p&gt;
</content></entry></feed>"""


@pytest.mark.parametrize(("name", "text"), [("feed.xml", RSS), ("feed.rss", RSS), ("feed.atom", ATOM)])
def test_entries_of_a_feed(tmp_path: Path, name: str, text: str) -> None:
    (entry,) = found(tmp_path, name, text.encode())
    assert isinstance(entry, Raw)
    assert entry.doc == f"{name}#1"
    assert read(entry).text == f"Pact signed\n{PROSE.strip()}"
    assert dict(entry.given) == {
        "title": "Pact signed", "url": "https://news.example/1", "published": "2025-03-14", "publisher": "The Wire",
    }  # fmt: skip


def test_xml_that_is_no_feed(tmp_path: Path) -> None:
    assert told(found(tmp_path, "x.xml", b"<root><a/></root>")) == ["x.xml: is XML, but no feed"]


def test_archives_in_archives(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", PROSE)
        archive.writestr("b.jsonl.gz", gzip.compress(lines(ROWS)))
    assert [e.doc for e in found(tmp_path, "x.zip", out.getvalue())] == [
        "x.zip!/a.txt", "x.zip!/b.jsonl.gz#1", "x.zip!/b.jsonl.gz#2",
    ]  # fmt: skip
