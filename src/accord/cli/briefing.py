"""`accord brief`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

from accord.cli.opening import opened
from accord.cli.progress import waiting
from accord.desk.words import days, state_codes, topic_of
from accord.errors import UsageError
from accord.store.where import Where
from accord.values import Period

__all__ = ["brief"]

FORMATS = (".html", ".pdf", ".docx", ".md")


def brief(
    where: Where,
    states: Sequence[str],
    output: Path | None,
    dates: tuple[str, str, str],
    with_documents: bool,
    template: Path | None,
    marking: str,
    topic: str,
    changes_since: str,
) -> int:
    """Write the brief of some states, or on a topic, and say where it is."""
    codes = state_codes(states)
    if twice := [(a, b) for (a, one), (b, two) in combinations(zip(states, codes, strict=True), 2) if one == two]:
        raise UsageError(f"{twice[0][0]!r} and {twice[0][1]!r} are one state", "give different ones")
    if output and output.suffix.lower() not in FORMATS:
        raise UsageError(f"no brief is written as {output.suffix or output.name}", f"end it in {', '.join(FORMATS)}")
    if template and (not output or output.suffix.lower() != ".docx"):
        raise UsageError("--template is for Word", "add --output FILE.docx")
    since, until = days(dates[0], dates[1])
    as_of = Period.parse(dates[2]).last if dates[2] else date.today()
    from accord.brief.command import write_brief

    with opened(where, records=True) as store, waiting("writing the brief"):
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
            topic=topic_of(topic),
            changes_since=changes_since,
        )
    if output:
        print(output)
        counts = (summary.statements, summary.withheld, summary.doubtful, summary.skipped)
        print("{} statements; left out: {} withheld, {} doubtful, {} skipped".format(*counts), file=sys.stderr)
    return 0
