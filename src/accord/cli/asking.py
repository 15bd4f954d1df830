"""`accord commitments`, `contradictions`, `timeline`, `course`, `dyads`, `changes`: what the record says."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from accord.analysis.archive import Archive
from accord.cli.opening import opened
from accord.cli.options import Format
from accord.cli.tables import columns, print_rows
from accord.cli.words import days, state_codes, topic_of
from accord.errors import UsageError
from accord.store import THRESHOLD, Store
from accord.values import Period

__all__ = ["archive_of", "changes", "commitments", "contradictions", "course", "day_of", "dyads", "timeline"]

_SPAN = re.compile(r"(\d{1,4})\s*(d|w|m|y|days?|weeks?|months?|years?)", re.IGNORECASE)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


def day_of(as_of: str) -> date:
    """The day asked for: the last of a month or a year; today without one, said on stderr."""
    if as_of:
        return Period.parse(as_of).last
    today = date.today()
    print(f"as of {today.isoformat()}", file=sys.stderr)
    return today


def _within(text: str) -> timedelta:
    match = _SPAN.fullmatch(text.strip())
    if not match:
        raise UsageError(f"{text!r} is no span of time", "write 90d, 12w, 6m or 1y")
    return timedelta(days=int(match[1]) * _DAYS[match[2][0].lower()])


@contextmanager
def archive_of(path: Path, between: Sequence[str], topic: str = "") -> Iterator[tuple[Store, Archive]]:
    """The records that concern some states, of a topic, sure enough. Raises UsageError for one state given twice."""
    states = state_codes(between)
    if len(set(states)) < len(states):
        raise UsageError(f"{between[0]!r} and {between[1]!r} are one state", "give two different ones")
    with opened(path, records=True) as store:
        yield store, Archive.of(store, states, topic=topic_of(topic), least=THRESHOLD)


def commitments(
    path: Path,
    between: Sequence[str],
    due_within: str,
    outcomes: Sequence[str],
    topic: str,
    as_of: str,
    form: Format,
) -> int:
    """The ledger, the soonest due first."""
    from accord.analysis.commitments import OUTCOMES, ledger

    if unknown := [o for o in outcomes if o not in OUTCOMES]:
        raise UsageError(f"no outcome is called {unknown[0]!r}", f"the outcomes are {', '.join(OUTCOMES)}")
    horizon = _within(due_within) if due_within else None
    day = day_of(as_of)
    with archive_of(path, between, topic) as (store, archive):
        found = ledger(archive, day, store.outcomes())
    if horizon is not None:
        found = tuple(c for c in found if c.due and day <= c.due.last <= day + horizon)
    if outcomes:
        found = tuple(c for c in found if c.outcome in outcomes)
    lines = [c.as_json() for c in found]
    if form is Format.jsonl:
        print_rows(lines, (), form, "")
        return 0
    names = ["due", "outcome", "by", "what", "target", "unit", "topic", "kind", "status", "reason", "id"]
    names += (
        ["given", "pam", "g20", "share", "required_growth", "observed_growth", "concerns"] if form is Format.csv else []
    )
    if form is Format.table:
        lines = [line | {"reason": _growth(line) or line["reason"]} for line in lines]
    print_rows(lines, columns(lines, names) or names, form, "no commitments of this sort")
    return 0


def _growth(line: dict[str, Any]) -> str:
    """A target against its series in one phrase."""
    if line.get("required_growth") is None or line["outcome"] != "open":
        return ""
    seen = line.get("observed_growth")
    told = f"at {line['share']:.1%} of the target; needs {line['required_growth']:.0%} a year"
    return told + (f", {seen:.1%} seen" if seen is not None else "")


def contradictions(path: Path, between: Sequence[str], topic: str, form: Format) -> int:
    """What sources contradict each other on: values side by side, each with a quote."""
    from accord.analysis.contradictions import contradictions as find

    with archive_of(path, between, topic) as (_, archive):
        found = find(archive)
        titles = {a.record.id: archive.title(a.record) for a in found}
    if form is Format.jsonl:
        print_rows([a.as_json() for a in found], (), form, "")
        return 0
    rows = [
        {
            "what": f"{a.record.kind}: {titles[a.record.id]}" + (f" ({a.step})" if a.step else ""),
            "key": a.key,
            "value": camp.value,
            "sources": camp.voices,
            "agreement": a.grade,
            "quote": camp.claims[0].evidence[0].quote,
            "document": camp.claims[0].doc,
            "explained": "; ".join(a.explained),
            "id": a.record.id,
        }
        for a in found
        for camp in a.camps
    ]
    names = ["what", "key", "value", "sources", "agreement", "quote", "document", "explained", "id"]
    print_rows(rows, columns(rows, names) or names, form, "no two sources contradict each other")
    return 0


def timeline(
    path: Path, states: Sequence[str], dates: tuple[str, str], topic: str, as_of: str, output: Path | None, form: Format
) -> int:
    """What happened, was planned or lapsed, in the order of time; as a picture where a file is named."""
    from accord.analysis.timeline import timeline as find

    since, until = days(*dates)
    day = day_of(as_of)
    with archive_of(path, states, topic) as (_, archive):
        found = find(archive, day)
    first, last = since or date.min, until or date.max
    found = tuple(m for m in found if m.period.first <= last and first <= m.period.last)
    if output:
        from accord.brief.pictures import timeline_picture, write_picture

        write_picture(timeline_picture(found), output)
        print(output)
        return 0
    rows = [m.as_json() for m in found]
    names = ["date", "standing", "kind", "what", "step", "sources", "id"]
    print_rows(rows, columns(rows, names) or names, form, "nothing with a date")
    return 0


def course(
    path: Path, states: Sequence[str], by: str, topic: str, as_of: str, time: str, output: Path | None, form: Format
) -> int:
    """The balance of cooperation and conflict by month or year, or the facts behind one of them."""
    from accord.analysis.course import course as find

    day = day_of(as_of)
    with archive_of(path, states, topic) as (_, archive):
        spans = find(archive, day, by="year" if time and len(time) == 4 else "month" if time else by)
        rows = [s.as_json() | {"records": s.as_json()["records"]} for s in spans]
        if time:
            rows = [
                {
                    "date": str(f.period),
                    "score": f.event.score,
                    "plover": "/".join(p for p in (f.event.type, f.event.mode) if p),
                    "kind": f.record.kind,
                    "what": archive.title(f.record),
                    "sources": len(f.voices),
                    "id": f.record.id,
                }
                for s in spans
                if s.label == time
                for f in s.facts
            ]
    if output:
        from accord.brief.pictures import course_picture, write_picture

        write_picture(course_picture(spans), output)
        print(output)
        return 0
    names = ["time", "balance", "low", "high", "cooperation", "conflict", "facts", "sources"]
    names = ["date", "score", "plover", "kind", "what", "sources", "id"] if time else names
    print_rows(rows, columns(rows, names) or names, form, "no facts of this time" if time else "no dated facts")
    return 0


def dyads(path: Path, as_of: str, form: Format) -> int:
    """All pairs of states in the store, by activity."""
    from accord.analysis.course import dyads as find

    day = day_of(as_of)
    with archive_of(path, ()) as (_, archive):
        rows = [d.as_json() for d in find(archive, day)]
    names = ["states", "facts", "balance", "last", "records"]
    print_rows(rows, columns(rows, names) or names, form, "no two states are told of together")
    return 0


def changes(path: Path, between: Sequence[str], since: str, form: Format) -> int:
    """What readings since a moment changed."""
    from accord.analysis.changes import changes as find

    with archive_of(path, between) as (store, archive):
        moment = store.last_brief() if since == "last-brief" else str(Period.parse(since).last)
        if not moment:
            raise UsageError("no brief has been written from this store", "give --since DATE")
        found = find(archive, moment)
        titles = {c.record.id: archive.title(c.record) for c in found}
    rows = [c.as_json() | {"what": titles[c.record.id]} for c in found]
    names = ["sort", "kind", "what", "reason", "documents", "id"]
    print_rows(rows, columns(rows, names) or names, form, f"nothing new since {moment}")
    return 0
