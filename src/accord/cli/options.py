"""Options that several commands share, each with its words of help."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from accord.errors import UsageError
from accord.record import TOPICS

__all__ = [
    "AsOf",
    "Between",
    "By",
    "Colours",
    "Engine",
    "Format",
    "Limit",
    "OnDay",
    "Since",
    "Store",
    "Topic",
    "Until",
    "at_most",
]


class Format(StrEnum):
    """How a listing is written."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"


class By(StrEnum):
    """How figures are grouped."""

    kind = "kind"
    doc = "doc"


class Engine(StrEnum):
    """What reads: the processes of this machine, or the machines of a Ray cluster."""

    local = "local"
    ray = "ray"


class Colours(StrEnum):
    """What a picture stands on."""

    light = "light"
    dark = "dark"


_SHOWN = 200


def at_most(limit: int | None, form: Format) -> int:
    """How many lines a listing has at most, 0 for all: a table is to be read, other formats are for all. Raises
    UsageError for a number under 0."""
    if limit is None:
        return _SHOWN if form is Format.table else 0
    if limit < 0:
        raise UsageError(f"--limit {limit} is no number of lines", "give how many to show, or 0 for all")
    return limit


_DATE = "2025, 2025-03, 2025-03-13 or 2025-Q1"

Store = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="FILE|URL",
        help="The store's file, or postgresql://USER@HOST/DATABASE (else ACCORD_STORE, else accord.db).",
        show_default=False,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        help=f"So many at most, 0 for all (else {_SHOWN} in a table, all in other formats).",
        show_default=False,
    ),
]
Between = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--between", metavar="A B", help="What concerns both states, by ISO code or name.", show_default=False
    ),
]
Since = Annotated[str, typer.Option("--since", metavar="DATE", help=f"What happened on or after: {_DATE}.")]
Until = Annotated[str, typer.Option("--until", metavar="DATE", help="What happened on or before.")]
Topic = Annotated[str, typer.Option("--topic", metavar="T", help=f"One topic: {', '.join(TOPICS)}.")]
OnDay = Annotated[str, typer.Option("--on", metavar="DATE", help="As it stood on a day, in a month or a year.")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="DATE", help="As of this day (today, and said so).")]
