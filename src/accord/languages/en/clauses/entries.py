"""The entries of a chronology: what is told in one without a date of its own happened on the entry's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages.en.text.phrases import Line
from accord.languages.views import Clause, Mention, Sentence

__all__ = ["of_entries", "under_dates"]

_UNDATED = (
    "figure",
    "last-figure",
    "commit",
    "commit-doubted",
    "assess",
)  # clauses that take no day from where they stand


def under_dates(lines: Sequence[Line], rows: Sequence[Sentence], entries: Mapping[int, Span]) -> None:
    """Give each line the date of the entry that it belongs to, where the entry opens with one or stands under one."""
    dates = {d.span.start: d for line in lines for d in line.dates if d.period is not None} if entries else {}
    for line, row in zip(lines, rows, strict=True) if entries else ():
        lead = entries.get(row.block)
        if lead is not None and not line.span.overlaps(lead):
            line.entry = dates.get(lead.start)


def of_entries(lines: Sequence[Line], clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, those of an entry that tell no date of their own given the entry's."""
    return [_given(lines[c.sentence], c) for c in clauses]


def _given(line: Line, clause: Clause) -> Clause:
    if line.entry is None or clause.concept in _UNDATED or clause.status in ("planned", "proposed", "hypothetical"):
        return clause
    if clause.when is not None and clause.when.span in line.span:
        return clause
    return replace(clause, when=_lent(line.entry))


def _lent(date: Mention) -> Mention:
    return date.but(attributes={**date.attributes, "inherited": True})
