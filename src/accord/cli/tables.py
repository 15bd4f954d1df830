"""Listings: a table on a terminal, aligned plain lines in a pipe, CSV and JSON lines for programs."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from accord.cli.options import Format

__all__ = ["CONTROL", "cell", "columns", "cut", "harmless", "lines", "print_rows"]

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_FORMULA = re.compile(r"[=+@\t\r]|-(?![\d.])")
_WIDEST = 60  # characters of a plain column; the rest is in CSV and JSON


def harmless(text: str) -> str:
    """Text from outside on one line, without signs that steer a terminal."""
    return CONTROL.sub(" ", text).strip()


def cell(value: Any) -> str:
    """A value as words: lists with semicolons, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(cell(item) for item in value)
    return harmless(str(value))


def columns(rows: Sequence[Mapping[str, Any]], wanted: Iterable[str]) -> list[str]:
    """Those of the wanted columns that any row fills."""
    return [name for name in wanted if any(row.get(name) not in (None, "", [], ()) for row in rows)]


def print_rows(rows: Sequence[Mapping[str, Any]], names: Sequence[str], form: Format, nothing: str) -> None:
    """Write a listing to stdout; `nothing` is told on stderr where there are no rows and a person reads."""
    if form is Format.jsonl:
        for row in rows:
            print(json.dumps(dict(row), ensure_ascii=False))
    elif form is Format.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        for row in rows:
            writer.writerow([_guarded(row.get(name)) for name in names])
    elif not rows:
        print(nothing, file=sys.stderr)
    elif sys.stdout.isatty():
        _print_table(rows, names)
    else:
        for line in lines(rows, names):
            print(line)


def _guarded(value: Any) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = cell(value)
    return f"'{text}" if not isinstance(value, (int, float)) and _FORMULA.match(text) else text


def lines(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> list[str]:
    """Aligned plain lines, the first naming the columns."""
    grid = [[name.upper() for name in names], *([cut(cell(row.get(name))) for name in names] for row in rows)]
    widths = [max(len(line[i]) for line in grid) for i in range(len(names))]
    return ["  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in grid]


def cut(text: str, width: int = _WIDEST) -> str:
    """A text no longer than so many characters."""
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _print_table(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in names:
        table.add_column(name, no_wrap=name in ("id", "date"), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell(row.get(name))) for name in names))
    Console().print(table)
