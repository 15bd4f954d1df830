"""`accord list`, `accord people` and `accord documents`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from accord.cli.opening import asked, opened
from accord.cli.options import Format
from accord.cli.tables import columns, print_rows
from accord.desk import Desk, RecordEntry
from accord.desk.words import kind_name, plural, plural_of, state_code
from accord.kinds import kinds
from accord.pipeline import language_name
from accord.record import Record, Role
from accord.store import THRESHOLD, confidence
from accord.values import Period

__all__ = ["list_documents", "list_people", "list_records"]


def list_records(
    path: Path,
    kind: str,
    between: Sequence[str],
    dates: tuple[str, str],
    topic: str,
    form: Format,
    all_: bool,
    doubtful: bool,
) -> int:
    """Records of a kind, the newest first: the sure ones, all, or the doubtful ones alone."""
    name = kind_name(kind)
    with asked(path) as desk:
        found = desk.records(kind=name, between=between, topic=topic, since=dates[0], until=dates[1], sure=None)
        undated = 0
        if any(dates):
            undated = sum(not e.dated for e in desk.records(kind=name, between=between, topic=topic, sure=None))
    shown = [entry for entry in found if all_ or entry.sure != doubtful]
    _print_records(name, shown, form)
    if not doubtful:
        _tell(len(found) - len(shown), "under the threshold left out (--doubtful shows them)")
    _tell(undated, "without a date left out")
    return 0


def _tell(count: int, what: str) -> None:
    if count:
        print(f"{plural(count, 'record')} {what}", file=sys.stderr)


def _print_records(name: str, found: Sequence[RecordEntry], form: Format) -> None:
    if form is Format.jsonl:
        print_rows([entry.as_dict() for entry in found], (), form, "")
        return
    fields = kinds()[name].fields
    leading = [f.name for f in fields if Role.WHEN in f.roles] + [f.name for f in fields if Role.TITLE in f.roles]
    order = list(dict.fromkeys([*leading, *(f.name for f in fields)]))
    rows = [_row(entry.record, form) for entry in found]
    if form is Format.csv:
        names = [*order, "status", "concerns", "sources", "voices", "confidence", "id"]
    else:
        names = columns(rows, [*order, "status", "sources", "id"])
    print_rows(rows, names, form, f"no {plural_of(name)} of this sort")


def _row(record: Record, form: Format) -> dict[str, Any]:
    return {
        **record.values,
        "status": record.status if form is Format.csv or record.status != "reported" else "",
        "concerns": record.concerns,
        "sources": len({claim.document for claim in record.claims}),
        "voices": record.voices,
        "confidence": round(confidence(record), 3),
        "id": record.id,
    }


def list_people(path: Path, state: str, on: str, form: Format) -> int:
    """People in a public role; with a day, those whose offices were seen about then, and only these offices."""
    from accord.resolve.people import find_people

    code = state_code(state) if state else ""
    day = Period.parse(on) if on else None
    with opened(path) as store:
        people = find_people(store.claims(least=THRESHOLD), kinds()).listed()
    rows: list[dict[str, Any]] = []
    for person in people:
        held = [o for o in person.offices if (not code or o[1] == code) and (day is None or _held(o[2], o[3], day))]
        if (code or day) and not held:
            continue
        rows.append(
            {
                "name": person.name,
                "offices": [_office(*office) for office in held],
                "spellings": [spelling for spelling in person.spellings if spelling != person.name],
                "last contact": person.last_contact,
                "claims": len(person.claims),
            }
        )
    names = ["name", "offices", "spellings", "last contact", "claims"]
    print_rows(rows, names, form, "no people of this sort")
    return 0


def _held(first: str, last: str, day: Period) -> bool:
    """Whether an office that was seen from `first` to `last` may have been held on a day; undated ones may."""
    return (not first or Period.parse(first).first <= day.last) and (not last or day.first <= Period.parse(last).last)


def _office(title: str, state: str, first: str, last: str) -> str:
    seen = first if first == last else f"{first} to {last}"
    known = ", ".join(part for part in (state, seen) if part)
    return f"{title} ({known})" if known else title


def list_documents(path: Path, form: Format) -> int:
    """What was read, then what was not and why."""
    with opened(path) as store:
        entries = Desk(store, date.today()).documents()
        skipped = store.skipped()
    names = ["document", "published", "language", "publisher", "claims", "state", "read", "title", "url", "hash"]
    if form is not Format.table:
        print_rows([e.as_dict() for e in entries], [*names, "names", "reason", "mend"], form, "")
        return 0
    rows = [e.as_dict() for e in entries if e.hash]
    print_rows(rows, columns(rows, names[:8]), form, "nothing has been read yet; `accord read FOLDER` does")
    if rows:
        languages = sorted({language_name(row["language"]) for row in rows if row["language"]})
        claims = sum(row["claims"] for row in rows)
        counts = f"{plural(len(rows), 'document')} in {', '.join(languages) or 'no known language'}"
        print(f"\n{counts}, {plural(claims, 'claim')}")
    if skipped:
        print(f"\n{len(skipped)} skipped:")
        lost = [{"document": s.doc, "why": s.why, "mend": s.mend} for s in skipped]
        print_rows(lost, columns(lost, ["document", "why", "mend"]), form, "")
    return 0
