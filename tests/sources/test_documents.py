"""The seeds and the example documents come out as sensible blocks; language and hash are as they should be."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from accord.sources import Problem, discover, read
from sources.reading import blocks, document, leads, sound

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
EXAMPLES = ROOT / "examples" / "documents"
NEEDS_SEEDS = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared is not here")


def every(folder: Path) -> dict[str, object]:
    found = {}
    for entry in discover([folder]):
        assert not isinstance(entry, Problem), entry
        found[entry.doc] = read(entry)
    return found


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="no examples")
def test_examples_are_read() -> None:
    for found in every(EXAMPLES).values():
        sound(found)  # type: ignore[arg-type]
        assert found.language == "en" and len(found.blocks) > 3  # type: ignore[attr-defined]


@NEEDS_SEEDS
@pytest.mark.parametrize(
    ("start", "counts"),
    [
        ("000", {"headline": 1, "caption": 1, "heading": 7, "item": 3}),
        ("001", {"headline": 0, "caption": 5, "heading": 7, "item": 0}),
        ("002", {"headline": 0, "heading": 0, "paragraph": 9}),
        ("003", {"headline": 1, "caption": 0, "item": 0}),
        ("004", {"headline": 0, "heading": 0, "item": 0, "paragraph": 10}),
    ],
)
def test_seeds(start: str, counts: dict[str, int]) -> None:
    (path,) = SEEDS.glob(f"{start}_*.txt")
    found = document(path.name, path.read_bytes())
    sound(found)
    kinds = [kind for kind, _ in blocks(found)]
    assert {kind: kinds.count(kind) for kind in counts} == counts
    assert found.published is None and found.language == "en"
    assert "".join(found.text.split()) in "".join(path.read_text(encoding="utf-8").split())


@NEEDS_SEEDS
def test_the_list_of_accords_has_its_lead_in() -> None:
    (path,) = SEEDS.glob("000_*.txt")
    found = document(path.name, path.read_bytes())
    assert [lead for lead, item in leads(found)] == ["To date, the bilateral r"] * 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers met in Ankara on Monday and signed an agreement on trade.", "en"),
        ("Министры встретились в понедельник и подписали соглашение о торговле.", "ru"),
        ("Президенти Ҷумҳурии Тоҷикистон бо ҳамтои қирғизи худ вохӯрд ва шартномаро имзо кард.", "tg"),
        ("Кыргыз Республикасынын тышкы иштер министри Душанбеде жолугушуу өткөрдү.", "ky"),
        ("Les ministres se sont réunis lundi et ont signé un accord commercial.", "fr"),
        ("A short note.", ""),
        ("12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34", ""),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert document("a.txt", text).language == language


def test_the_language_that_a_short_page_declares() -> None:
    found = document("a.html", "<html lang=tg-TJ><body><p>Вохӯрӣ</p></body></html>")
    assert (found.language, found.basis["language"]) == ("tg", "metadata")


def test_hash_is_of_the_raw_bytes() -> None:
    assert document("a.txt", b"Text.\r\n").hash == hashlib.sha256(b"Text.\r\n").hexdigest()


def test_importing_brings_no_heavy_library() -> None:
    heavy = "lxml trafilatura htmldate pypdfium2 docx py3langid charset_normalizer numpy email.message zipfile"
    code = f"import sys, accord.sources; print([name for name in {heavy.split()!r} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
