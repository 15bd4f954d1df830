"""`accord commitments`, `contradictions`, `timeline`, `course`, `dyads`, `changes`, `why`: what the record says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from accord.analysis import Commitment, Span
from accord.analysis.archive import title_of
from accord.cli.opening import asked, day_of
from accord.cli.options import Format
from accord.cli.tables import columns, print_rows
from accord.desk.words import pair
from accord.errors import NotFound, UsageError
from accord.kinds import kinds
from accord.record import Record
from accord.store.where import Where

__all__ = ["changes", "commitments", "contradictions", "course", "dyads", "timeline", "why"]


def _print(rows: Sequence[dict[str, Any]], names: Sequence[str], form: Format, nothing: str) -> None:
    print_rows(rows, columns(rows, names) or names, form, nothing)


def commitments(
    where: Where,
    between: Sequence[str],
    due_within: str,
    outcomes: Sequence[str],
    topic: str,
    as_of: str,
    output: Path | None,
    form: Format,
) -> int:
    """The ledger, the soonest due first; as a picture of the figure aimed at where a file is named."""
    with asked(where, day_of(as_of)) as desk:
        found = desk.commitments(between=between, due_within=due_within, outcomes=outcomes, topic=topic)
    if output:
        return _target(found, between, output)
    lines = [c.as_dict() for c in found]
    names = ["due", "outcome", "by", "what", "target", "unit", "topic", "kind", "status", "reason", "id"]
    if form is Format.csv:
        names += ["given", "pam", "g20", "share", "required_growth", "observed_growth", "concerns"]
    if form is Format.table:
        lines = [line | {"reason": _growth(line) or line["reason"]} for line in lines]
    _print(lines, names, form, "no commitments of this sort")
    return 0


def _target(found: Sequence[Commitment], between: Sequence[str], output: Path) -> int:
    """The picture of the figure that two states aim at, with its series."""
    from accord.brief.targets import aimed_at, drawn
    from accord.brief.words import Words
    from accord.gazetteer import display
    from accord.languages.catalogue import load
    from accord.pictures import write

    if not between:
        raise UsageError("a picture is of two states", "add --between A B")
    aimed = aimed_at(found)
    if aimed is None:
        raise NotFound("no promise of a figure has a series here", "leave --output out to see the promises")
    write(drawn(Words(load(), display), kinds()[aimed.record.kind].fields, aimed), output)
    print(output)
    return 0


def _growth(line: dict[str, Any]) -> str:
    """A target against its series in one phrase."""
    if line.get("required_growth") is None or line["outcome"] != "open":
        return ""
    seen = line.get("observed_growth")
    told = f"at {line['share']:.1%} of the target; needs {line['required_growth']:.0%} a year"
    return told + (f", {seen:.1%} seen" if seen is not None else "")


def contradictions(where: Where, between: Sequence[str], topic: str, form: Format) -> int:
    """What sources contradict each other on: values side by side, each with a quote."""
    with asked(where) as desk:
        found = desk.contradictions(between=between, topic=topic)
    if form is Format.jsonl:
        print_rows([a.as_dict() for a in found], (), form, "")
        return 0
    rows = [
        {
            "what": f"{a.record.kind}: {_title(a.record)}" + (f" ({a.step})" if a.step else ""),
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
    _print(rows, names, form, "no two sources contradict each other")
    return 0


def _title(record: Record) -> str:
    return title_of(kinds()[record.kind], record.values)


def timeline(
    where: Where,
    states: tuple[str, str],
    dates: tuple[str, str],
    topic: str,
    as_of: str,
    output: Path | None,
    form: Format,
) -> int:
    """What happened, was planned or lapsed, in the order of time; as a picture where a file is named."""
    with asked(where, day_of(as_of)) as desk:
        found, today = desk.timeline(*states, since=dates[0], until=dates[1], topic=topic), desk.as_of
    if output:
        from accord.pictures import timeline_picture, write

        write(timeline_picture(found, pair(states), today=today), output)
        print(output)
        return 0
    names = ["date", "standing", "kind", "what", "step", "sources", "id"]
    _print([m.as_dict() for m in found], names, form, "nothing with a date")
    return 0


def course(
    where: Where,
    states: tuple[str, str],
    by: str,
    topic: str,
    as_of: str,
    time: str,
    output: Path | None,
    form: Format,
) -> int:
    """The balance of cooperation and conflict by month or year, or the facts behind one of them."""
    cut = by if not time else "year" if len(time) == 4 else "month"
    with asked(where, day_of(as_of)) as desk:
        spans = desk.course(*states, by=cut, topic=topic)
    if output:
        from accord.pictures import course_picture, write

        write(course_picture(spans, pair(states)), output)
        print(output)
        return 0
    if time:
        names = ["date", "score", "plover", "kind", "what", "sources", "id"]
        _print(_facts(spans, time), names, form, "no facts of this time")
        return 0
    names = ["time", "balance", "low", "high", "cooperation", "conflict", "facts", "sources", "records"]
    _print([s.as_dict() for s in spans], names, form, "no dated facts")
    return 0


def _facts(spans: Sequence[Span], time: str) -> list[dict[str, Any]]:
    return [fact.as_dict() for span in spans if span.label == time for fact in span.facts]


def dyads(where: Where, topic: str, as_of: str, form: Format) -> int:
    """All pairs of states in the store, by activity."""
    with asked(where, day_of(as_of)) as desk:
        rows = [d.as_dict() for d in desk.dyads(topic=topic)]
    _print(rows, ["states", "facts", "balance", "last", "records"], form, "no two states are told of together")
    return 0


def changes(where: Where, between: Sequence[str], topic: str, since: str, form: Format) -> int:
    """What readings since a moment changed."""
    with asked(where) as desk:
        rows = [c.as_dict() for c in desk.changes(since, between=between, topic=topic)]
    _print(rows, ["sort", "kind", "what", "reason", "documents", "id"], form, f"nothing new since {since}")
    return 0


def why(where: Where, words: Sequence[str], between: Sequence[str], as_of: str, form: Format) -> int:
    """Each place where the words stand, and what became of it."""
    with asked(where, day_of(as_of)) as desk:
        rows = [a.as_dict() for a in desk.why(" ".join(words), between=between)]
    _print(rows, ["became", "reason", "what", "document", "id"], form, "")
    return 0
