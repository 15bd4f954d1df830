"""Reading of the package's tables, and the folding of names for lookup."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from anyascii import anyascii

__all__ = ["DATA", "day", "fold", "fold_ascii", "fold_lines", "read_csv", "read_table", "within"]

DATA: Final = Path(__file__).parent / "data"
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻʽ´", "'"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—", "-"))
_LETTERS = str.maketrans("", "", ".'-(), ")


def read_table(name: str) -> Iterator[list[str]]:
    """The rows of data/NAME without the header, every row as long as the header."""
    lines = (DATA / name).read_text(encoding="utf-8").split("\n")
    if not lines[-1]:
        lines.pop()
    width = lines[0].count("\t") + 1
    for number, line in enumerate(lines[1:], start=2):
        row = line.split("\t")
        if len(row) != width:
            raise ValueError(f"data/{name}, line {number}: {len(row)} columns instead of {width}")
        yield row


def read_csv(name: str) -> list[list[str]]:
    """The rows of a comma-separated table in data/, without the header."""
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))[1:]


def day(text: str) -> date | None:
    """An ISO date, or None for an empty cell."""
    return date.fromisoformat(text) if text else None


def within(on: date | None, start: date | None, end: date | None) -> bool:
    """Whether `on` lies in [start, end); open ends and no date at all are always inside."""
    if on is None:
        return True
    return (start is None or start <= on) and (end is None or on < end)


def fold(name: str) -> str:
    """A name for lookup: case, quotes, dashes, blanks and a leading "the" do not count."""
    text = name
    if not text.isascii():
        text = unicodedata.normalize("NFC", name).translate(_APOSTROPHES).translate(_DASHES)
    return " ".join(text.casefold().split()).removeprefix("the ")


def fold_lines(text: str) -> list[str]:
    """The lines of a text, each folded as `fold` does; blanks within a line must be single already."""
    plain = unicodedata.normalize("NFC", text)
    for code, sign in {**_APOSTROPHES, **_DASHES}.items():  # str.translate is ten times as slow on a long text
        plain = plain.replace(chr(code), sign)
    return [line.removeprefix("the ") for line in plain.casefold().split("\n")]


def fold_ascii(name: str) -> str:
    """A looser key: Latin letters without marks, no blanks and no punctuation; "&" reads as "and"."""
    return anyascii(fold(name)).lower().replace("&", "and").translate(_LETTERS)
