"""`accord brief`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from accord.cli.opening import opened
from accord.cli.progress import waiting
from accord.desk.words import days, state_codes
from accord.errors import UsageError
from accord.values import Period

__all__ = ["brief"]

FORMATS = (".html", ".pdf", ".docx", ".md")


def brief(
    path: Path,
    states: tuple[str, str],
    output: Path | None,
    dates: tuple[str, str, str],
    with_documents: bool,
    template: Path | None,
    marking: str,
) -> int:
    """Write the brief of two states and say where it is."""
    codes = state_codes(states)
    if len(set(codes)) < len(codes):
        raise UsageError(f"{states[0]!r} and {states[1]!r} are one state", "give two different ones")
    if output and output.suffix.lower() not in FORMATS:
        raise UsageError(f"no brief is written as {output.suffix or output.name}", f"end it in {', '.join(FORMATS)}")
    if template and (not output or output.suffix.lower() != ".docx"):
        raise UsageError("--template is for Word", "add --output FILE.docx")
    since, until = days(dates[0], dates[1])
    as_of = Period.parse(dates[2]).last if dates[2] else date.today()
    from accord.brief.command import write_brief

    with opened(path, records=True) as store, waiting("writing the brief"):
        summary = write_brief(
            store,
            states=list(codes),
            output=output,
            since=since,
            until=until,
            as_of=as_of,
            with_documents=with_documents,
            template=template,
            marking=marking,
        )
    if output:
        print(output)
        counts = (summary.statements, summary.withheld, summary.doubtful, summary.skipped)
        print("{} statements; left out: {} withheld, {} doubtful, {} skipped".format(*counts), file=sys.stderr)
    return 0
