"""The entries of a chronology: what is told in one without a date of its own happened on the entry's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from accord.document import Span
from accord.errors import ValueFormatError
from accord.languages.en.text.phrases import Line
from accord.languages.views import Clause, Mention, Sentence
from accord.values import Period

__all__ = ["of_entries", "under_dates"]

_UNDATED = (
    "figure",
    "last-figure",
    "commit",
    "commit-doubted",
    "assess",
)  # clauses that take no day from where they stand


def under_dates(lines: Sequence[Line], rows: Sequence[Sentence], entries: Mapping[int, Span]) -> dict[int, Mention]:
    """Give each line the date of the entry that it belongs to, where the entry opens with one or stands under one. The dates
    without a year that stand under a year, by their id, are those of that year."""
    changed: dict[int, Mention] = {}
    dates = {d.span.start: d for line in lines for d in line.dates if d.period is not None} if entries else {}
    for line, row in zip(lines, rows, strict=True) if entries else ():
        lead = entries.get(row.block)
        if lead is not None and not line.span.overlaps(lead):
            line.entry = dates.get(lead.start)
            for date in line.dates:
                day = _in_year(date, line.entry)
                if day is not None:
                    changed[id(date)] = day
            line.dates = [changed.get(id(d), d) for d in line.dates]
    return changed


def _in_year(date: Mention, entry: Mention | None) -> Mention | None:
    """A date that tells its month, and perhaps its day, in the year over its entry; none where it has one of its own."""
    told = date.attributes
    month, day = told.get("month"), told.get("day")
    if entry is None or entry.period is None or not month or told.get("last_month") or told.get("last_day"):
        return None
    if told.get("near") or entry.period.open or len(entry.period.iso) != len("2020"):
        return None
    iso = f"{entry.period.iso}-{month:02}" + (f"-{day:02}" if day else "")
    try:
        period = Period.parse(iso)
    except ValueFormatError:
        return None
    return date.but(period=period, antecedents=entry.spans, attributes={**told, "context": True})


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
