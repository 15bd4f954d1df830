"""`accord search`."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from accord.cli.opening import asked
from accord.cli.options import Format, at_most
from accord.cli.tables import CONTROL, columns, harmless, print_rows
from accord.desk import Hit, headline
from accord.store.where import Where
from accord.store.wording import CLOSE, OPEN

__all__ = ["search"]


def search(
    where: Where, words: Sequence[str], between: Sequence[str], topic: str, form: Format, limit: int | None
) -> int:
    """Records in whose quotes or values all the words stand, best first; so many at most."""
    most = at_most(limit, form)
    with asked(where) as desk:
        found = desk.search(" ".join(words), between=between, topic=topic, limit=most)
    if most and len(found) == most:
        print(f"the best {most} alone (--limit 0 shows more)", file=sys.stderr)
    if form is not Format.table:
        rows = [hit.as_dict() for hit in found]
        names = ["id", "kind", "what", "quote", "document"]
        print_rows(rows, columns(rows, names) or names, form, "")
    elif not found:
        print(f"nothing found for {' '.join(words)!r}", file=sys.stderr)
    elif sys.stdout.isatty():
        _print_colourful(found)
    else:
        for hit in found:
            print(f"{hit.record.id}  {harmless(headline(hit.record))}")
            print(f"    {_marked(hit.snippet, '*', '*')}  [{harmless(hit.document)}]")
    return 0


def _marked(snippet: str, before: str, after: str) -> str:
    """A snippet on one line, with signs around the words found."""
    parts = re.split(f"([{OPEN}{CLOSE}])", snippet.replace("\n", " … "))
    return "".join(before if p == OPEN else after if p == CLOSE else CONTROL.sub(" ", p) for p in parts)


def _print_colourful(found: Sequence[Hit]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    for hit in found:
        console.print(Text.assemble((hit.record.id, "bold"), "  ", harmless(headline(hit.record))))
        line = Text("    ")
        for number, part in enumerate(_marked(hit.snippet, OPEN, OPEN).split(OPEN)):
            line.append(part, "bold yellow" if number % 2 else "")
        line.append(f"  [{harmless(hit.document)}]", "dim")
        console.print(line)
