"""Options that several commands share, each with its words of help."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from accord.record import TOPICS

__all__ = ["AsOf", "Between", "By", "Colours", "Engine", "Format", "OnDay", "Since", "Store", "Topic", "Until"]


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
