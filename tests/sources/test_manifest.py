"""Manifests: what they add, and how bad lines are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.errors import UsageError
from accord.sources import Manifest
from sources.reading import PROSE, document


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("m.jsonl", '{"doc": "in/a.txt", "url": "https://example.org/a", "published": "2025-03", "note": 7, '
                    '"title": null}\n\n{"doc": "b.txt", "publisher": "Daily", "language": "tg"}\n'),
        ("m.csv", "\ufeffdoc,url,published,note,publisher,language\nin/a.txt,https://example.org/a,2025-03,x,,\n"
                  "b.txt,,,,Daily,tg\n"),
        ("m.csv", "doc;url;published;publisher;language\nin/a.txt;https://example.org/a;2025-03;;\nb.txt;;;Daily;tg\n"),
    ],
)  # fmt: skip
def test_both_formats_say_the_same(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    manifest = Manifest.load(tmp_path / name)
    first, second = document("in/a.txt", PROSE, manifest), document("deep/b.txt", PROSE, manifest)
    assert (first.url, str(first.published), first.publisher) == ("https://example.org/a", "2025-03", "")
    assert (second.publisher, second.language, second.published) == ("Daily", "tg", None)
    assert dict(first.basis) == {"url": "manifest", "published": "manifest", "language": "text"}
    assert dict(second.basis) == {"publisher": "manifest", "language": "manifest"}
    assert document("a.txt", PROSE, manifest).url == ""


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("m.jsonl", '{"doc": "a.txt"}\n{"doc": ', ("line 2", "no JSON")),
        ("m.jsonl", '["a.txt"]', ("line 1", "no JSON object")),
        ("m.jsonl", '{"url": "https://example.org"}', ("line 1", "doc is missing")),
        ("m.jsonl", '{"doc": "a.txt", "title": 7}', ("line 1", "title is no text")),
        ("m.jsonl", '{"doc": "a.txt", "published": "14.03.2025"}', ("line 1", "published", "write 2025")),
        ("m.jsonl", '{"doc": "a.txt"}\n{"doc": "a.txt"}', ("line 2", "line 1")),
        ("m.csv", "file,url\na.txt,b", ("line 1", "no column doc")),
        ("m.csv", "doc,url\na.txt,b,c", ("line 2", "quotation marks")),
        ("m.csv", 'doc,url\na.txt,"b\n', ("m.csv", "quotation mark")),
        ("m.txt", "doc\n", ("neither .jsonl nor .csv",)),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, name: str, text: str, words: tuple[str, ...]) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        Manifest.load(tmp_path / name)
    assert all(word in str(caught.value) for word in words), str(caught.value)
    assert caught.value.mend


def test_missing_and_undecodable_manifests(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be opened"):
        Manifest.load(tmp_path / "no.csv")
    (tmp_path / "m.csv").write_bytes(b"doc\n\xff\xfe\xfa.txt")
    with pytest.raises(UsageError, match="UTF-8"):
        Manifest.load(tmp_path / "m.csv")
