"""`accord search`."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from accord.cli.listing import record_is_sure
from accord.cli.opening import opened
from accord.cli.options import Format
from accord.cli.showing import headline
from accord.cli.tables import CONTROL, columns, harmless, print_rows
from accord.cli.words import state_codes
from accord.store import Found
from accord.store.fulltext_sqlite import CLOSE, OPEN

__all__ = ["search"]


def search(path: Path, words: Sequence[str], between: Sequence[str], form: Format) -> int:
    """Records in whose quotes or values all the words stand, best first."""
    states = state_codes(between)
    with opened(path, records=True) as store:
        found = [hit for hit in store.search(" ".join(words), between=states) if record_is_sure(hit.record)]
    if form is not Format.table:
        rows = [
            {
                "id": hit.record.id,
                "kind": hit.record.kind,
                "what": headline(hit.record),
                "quote": _marked(hit.snippet, "", ""),
                "document": hit.doc,
            }
            for hit in found
        ]
        names = ["id", "kind", "what", "quote", "document"]
        print_rows(rows, columns(rows, names) or names, form, "")
    elif not found:
        print(f"nothing found for {' '.join(words)!r}", file=sys.stderr)
    elif sys.stdout.isatty():
        _print_colourful(found)
    else:
        for hit in found:
            print(f"{hit.record.id}  {headline(hit.record)}")
            print(f"    {_marked(hit.snippet, '*', '*')}  [{harmless(hit.doc)}]")
    return 0


def _marked(snippet: str, before: str, after: str) -> str:
    """A snippet on one line, with signs around the words found."""
    parts = re.split(f"([{OPEN}{CLOSE}])", snippet.replace("\n", " … "))
    return "".join(before if p == OPEN else after if p == CLOSE else CONTROL.sub(" ", p) for p in parts)


def _print_colourful(found: Sequence[Found]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    for hit in found:
        console.print(Text.assemble((hit.record.id, "bold"), "  ", headline(hit.record)))
        line = Text("    ")
        for number, part in enumerate(_marked(hit.snippet, OPEN, OPEN).split(OPEN)):
            line.append(part, "bold yellow" if number % 2 else "")
        line.append(f"  [{harmless(hit.doc)}]", "dim")
        console.print(line)
