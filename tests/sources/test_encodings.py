"""Encodings: marked, declared or told from the bytes."""

from __future__ import annotations

import codecs

import pytest

from accord.errors import DamagedSource
from sources.reading import document, page

RUSSIAN = "Президенты Таджикистана и Кыргызстана подписали договор о границе. Товарооборот вырос на 4,3 процента."
FRENCH = "Le président a reçu à l’Élysée son homologue sénégalais. Les échanges ont atteint 460 millions d’euros."
TAJIK = "Президенти Ҷумҳурии Тоҷикистон бо ҳамтои қирғизи худ вохӯрд ва шартномаи сарҳадро имзо кард."
ENGLISH = "The ministers met in Ankara and signed a plain agreement on trade."


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (RUSSIAN, RUSSIAN.encode()),
        (TAJIK, TAJIK.encode()),
        (RUSSIAN, codecs.BOM_UTF8 + RUSSIAN.encode()),
        (RUSSIAN, codecs.BOM_UTF16_LE + RUSSIAN.encode("utf-16-le")),
        (RUSSIAN, codecs.BOM_UTF16_BE + RUSSIAN.encode("utf-16-be")),
        (RUSSIAN, RUSSIAN.encode("utf-16-le")),
        (RUSSIAN, RUSSIAN.encode("utf-16-be")),
        (ENGLISH, ENGLISH.encode("utf-16-le")),
        (ENGLISH, ENGLISH.encode("utf-16-be")),
        (FRENCH, FRENCH.encode("utf-16-le")),
        (TAJIK, TAJIK.encode("utf-16-le")),
        (RUSSIAN, RUSSIAN.encode("cp1251")),
        (RUSSIAN.upper(), RUSSIAN.upper().encode("cp1251")),
        (RUSSIAN, RUSSIAN.encode("koi8-r")),
        (FRENCH, FRENCH.encode("cp1252")),
        (ENGLISH, ENGLISH.encode("ascii")),
        (f"{ENGLISH} “Çetin” said.", f"{ENGLISH} “Çetin” said.".encode("cp1252")),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else value[:6].hex(),
)
def test_plain_text(text: str, data: bytes) -> None:
    assert document("a.txt", data).text == text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("iso-8859-5", "iso8859-5"), ("utf-8", "utf-8"),
     ("windows-1251", "utf-8"), ("no-such-charset", "cp1251")],
)  # fmt: skip
def test_pages_declare_theirs(declared: str, encoding: str) -> None:
    html = page(f"<p>{RUSSIAN}</p>", f"<meta http-equiv=Content-Type content='text/html; charset={declared}'>")
    assert document("a.html", html.encode(encoding)).text == RUSSIAN


def test_latin_1_means_windows_1252() -> None:
    html = page(f"<p>{FRENCH}</p>", "<meta charset=iso-8859-1>")
    assert document("a.html", html.encode("cp1252")).text == FRENCH


def test_a_few_broken_bytes_are_shown() -> None:
    data = RUSSIAN.encode() * 3
    assert document("a.txt", data[:-1]).text.endswith("\ufffd") or document("a.txt", data[:-1]).text.endswith("а")
    assert document("a.txt", RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()).text.count("\ufffd") == 1


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 40, b"\x00\x01\x02\x03" * 500, b"text\x00with\x00zeros and more\x01\x02" * 20,
     codecs.BOM_UTF16_LE + b"a\x00b"],
    ids=["every byte", "zeros", "mixed", "odd UTF-16"],
)  # fmt: skip
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(DamagedSource, match=r"a\.txt"):
        document("a.txt", data)
