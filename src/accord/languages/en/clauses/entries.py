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
_COMING = frozenset("trip trip-last talks talks-last sitting session sign initial bond event deed".split())


def under_dates(
    lines: Sequence[Line], rows: Sequence[Sentence], entries: Mapping[int, Span], days: Mapping[int, Period]
) -> tuple[dict[int, Mention], list[Mention]]:
    """Give each line the date of the entry that it belongs to, where the entry opens with one or stands under one. The dates
    without a year that stand under a year, by their id, are those of that year; dates that only a chronology makes such are
    new ones."""
    changed: dict[int, Mention] = {}
    added: list[Mention] = []
    dates = {d.span.start: d for line in lines for d in line.dates} if entries else {}
    for line in lines if entries else ():
        day = _as_entry(line, dates, entries, days)
        if day is not None:
            changed |= {id(d): day for d in line.dates}
            added += [] if line.dates else [day]
            line.dates, line.amounts, line.at = [day], [], [day] * len(line.tokens)
            dates[day.span.start] = day
    for line, row in zip(lines, rows, strict=True) if entries else ():
        lead = entries.get(row.block)
        if lead is not None and not line.span.overlaps(lead):
            entry = dates.get(lead.start)
            line.entry = entry if entry is not None and entry.period is not None else None
            for date in line.dates:
                day = _in_year(date, line.entry)
                if day is not None:
                    changed[id(date)] = day
            line.dates = [changed.get(id(d), d) for d in line.dates]
    if entries:
        _days_of_blocks(lines, rows)
    return changed, added


def _days_of_blocks(lines: Sequence[Line], rows: Sequence[Sentence]) -> None:
    """Give the lines of a block under a year that opens with a day of that year ("4 May: ..." under "2024") this day."""
    block, opened = -1, None
    for line, row in zip(lines, rows, strict=True):
        if row.block != block:
            block, opened = row.block, _opened(line)
        if opened is not None:
            line.entry = opened


def _opened(line: Line) -> Mention | None:
    """The day, within that of its entry, with which a line opens and behind which something parts it from the rest."""
    first, over = next(iter(line.dates), None), line.entry
    if first is None or first.period is None or over is None or over.period is None or first.span.overlaps(over.span):
        return None
    apart = line.text[first.span.end : line.span.end].lstrip()[:1] in (":", "–", "—", "-", "|", ".", ",")
    begins = not any(c.isalnum() for c in line.text[line.span.start : first.span.start])
    return first if begins and apart and first.period.within(over.period) else None


def _as_entry(
    line: Line, dates: Mapping[int, Mention], entries: Mapping[int, Span], days: Mapping[int, Period]
) -> Mention | None:
    """The date of a line that holds nothing else, as its place among the entries tells it, where its words do not."""
    period = days.get(line.span.start)
    if period is None or line.span not in entries.values():
        return None
    own = dates.get(line.span.start)
    if own is not None and own.span == line.span and own.period is not None and not own.attributes.get("context"):
        return None
    return Mention("date", line.span, period=period, attributes={"form": "absolute", "part": ""})


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


def of_entries(lines: Sequence[Line], clauses: Sequence[Clause], today: Period | None) -> list[Clause]:
    """The clauses, those of an entry that tell no date of their own given the entry's; what entries of days to come tell is
    planned."""
    return [_given(lines[c.sentence], c, today) for c in clauses]


def _given(line: Line, clause: Clause, today: Period | None) -> Clause:
    if line.entry is None or clause.concept in _UNDATED or clause.status in ("planned", "proposed", "hypothetical"):
        return clause
    if clause.when is not None and clause.when.span in line.span:
        return clause
    day = line.entry.period
    ahead = today is not None and day is not None and clause.status == "reported" and day.first > today.last
    status = "planned" if ahead and clause.concept in _COMING else clause.status
    return replace(clause, when=_lent(line.entry), status=status)


def _lent(date: Mention) -> Mention:
    return date.but(attributes={**date.attributes, "inherited": True})
