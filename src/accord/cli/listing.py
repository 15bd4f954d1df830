"""`accord list` and `accord documents`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from accord.cli.opening import asked, opened
from accord.cli.options import Format, at_most
from accord.cli.tables import columns, print_rows
from accord.desk import Desk, RecordEntry
from accord.desk.desk import wanted
from accord.desk.words import kind_name, plural, plural_of
from accord.kinds import kinds
from accord.pipeline import language_name
from accord.record import Record, Role
from accord.store import Store, Wanted, confidence
from accord.store.where import Where

__all__ = ["list_documents", "list_records"]


def list_records(
    where: Where,
    kind: str,
    between: Sequence[str],
    dates: tuple[str, str],
    topic: str,
    form: Format,
    all_: bool,
    doubtful: bool,
    limit: int | None,
) -> int:
    """Records of a kind, the newest first: the sure ones, all, or the doubtful ones alone; so many at most."""
    name, most = kind_name(kind), at_most(limit, form)
    question = wanted(name, between, topic, *dates, None if all_ else not doubtful)
    with asked(where) as desk:
        found = desk.listed(question, most and most + 1)
        left = list(_left_out(desk.store, question))
    _print_records(name, found[: most or None], form)
    if most and len(found) > most:
        print(f"the newest {most} alone (--limit 0 shows all)", file=sys.stderr)
    for count, what in left:
        if count:
            print(f"{plural(count, 'record')} {what}", file=sys.stderr)
    return 0


def _left_out(store: Store, question: Wanted) -> Iterator[tuple[int, str]]:
    """How many records are left out of a list, and why."""

    def count(some: Wanted) -> int:
        return sum(store.count(some).values())

    if question.sure:
        yield count(replace(question, sure=False)), "under the threshold left out (--doubtful shows them)"
    if question.since or question.until:
        yield count(replace(question, since=None, until=None, undated=True, sure=None)), "without a date left out"


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


def list_documents(where: Where, form: Format) -> int:
    """What was read, then what was not and why."""
    with opened(where) as store:
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
