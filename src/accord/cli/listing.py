"""`accord list` and `accord documents`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from accord.cli.opening import opened
from accord.cli.options import Format
from accord.cli.tables import columns, print_rows
from accord.cli.words import days, kind_name, plural, plural_of, state_codes, topic_name
from accord.exports import THRESHOLD, record_lines
from accord.kinds import kinds
from accord.pipeline import language_name
from accord.record import Record, Role
from accord.store import Stored
from accord.values import Period

__all__ = ["list_documents", "list_records"]


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
    name, states, (since, until) = kind_name(kind), state_codes(between), days(*dates)
    topic = topic_name(topic, name)
    with opened(path, records=True) as store:
        found = store.records(kind=name, between=states, since=since, until=until, topic=topic)
        undated = 0
        if since or until:
            undated = sum(not _dated(r) for r in store.records(kind=name, between=states, topic=topic))
    shown = [record for record in found if all_ or record_is_sure(record) != doubtful]
    _print_records(name, shown, form)
    if not doubtful:
        _tell(len(found) - len(shown), "under the threshold left out (--doubtful shows them)")
    _tell(undated, "without a date left out")
    return 0


def record_is_sure(record: Record) -> bool:
    return any(claim.confidence >= THRESHOLD for claim in record.claims)


def _tell(count: int, what: str) -> None:
    if count:
        print(f"{plural(count, 'record')} {what}", file=sys.stderr)


def _dated(record: Record) -> bool:
    return any(kinds()[record.kind].first(Role.WHEN, v) for v in (record.values, *(c.values for c in record.claims)))


def _when(record: Record) -> str:
    return str(kinds()[record.kind].first(Role.WHEN, record.values) or "")


def _newest_first(record: Record) -> tuple[int, str, str]:
    """The last day of its date, undated ones at the end; the id where days are equal."""
    when = _when(record)
    day = Period.parse(when).last.toordinal() if when else 0
    return -day, when, record.id


def _print_records(name: str, found: Sequence[Record], form: Format) -> None:
    ordered = sorted(found, key=_newest_first)
    if form is Format.jsonl:
        print_rows([next(record_lines([r], least=0.0, details=True)) for r in ordered], (), form, "")
        return
    fields = kinds()[name].fields
    leading = [f.name for f in fields if Role.WHEN in f.roles] + [f.name for f in fields if Role.TITLE in f.roles]
    order = list(dict.fromkeys([*leading, *(f.name for f in fields)]))
    rows = [
        {
            **record.values,
            "status": record.status if form is Format.csv or record.status != "reported" else "",
            "concerns": record.concerns,
            "sources": len({claim.document for claim in record.claims}),
            "voices": record.voices,
            "confidence": round(max(claim.confidence for claim in record.claims), 3),
            "id": record.id,
        }
        for record in ordered
    ]
    if form is Format.csv:
        names = [*order, "status", "concerns", "sources", "voices", "confidence", "id"]
    else:
        names = columns(rows, [*order, "status", "sources", "id"])
    print_rows(rows, names, form, f"no {plural_of(name)} of this sort")


def list_documents(path: Path, form: Format) -> int:
    """What was read, then what was not and why."""
    with opened(path) as store:
        documents, skipped = store.documents(), store.skipped()
    rows = [_document(stored) for stored in documents]
    names = ["document", "published", "language", "publisher", "claims", "state", "read", "title", "url", "hash"]
    if form is not Format.table:
        known = {row["document"] for row in rows}
        rows += [
            {"document": s.doc, "state": "skipped", "reason": s.why, "mend": s.mend}
            for s in skipped
            if s.doc not in known
        ]
        print_rows(rows, [*names, "names", "reason", "mend"], form, "")
        return 0
    print_rows(rows, columns(rows, names[:8]), form, "nothing has been read yet; `accord read FOLDER` does")
    if rows:
        languages = sorted({language_name(row["language"]) for row in rows if row["language"]})
        claims = sum(stored.claims for stored in documents)
        counts = f"{plural(len(rows), 'document')} in {', '.join(languages) or 'no known language'}"
        print(f"\n{counts}, {plural(claims, 'claim')}")
    if skipped:
        print(f"\n{len(skipped)} skipped:")
        print_rows([{"document": s.doc, "why": s.why, "mend": s.mend} for s in skipped], _why(skipped), form, "")
    return 0


def _why(skipped: Sequence[Any]) -> list[str]:
    return ["document", "why", "mend"] if any(s.mend for s in skipped) else ["document", "why"]


def _document(stored: Stored) -> dict[str, Any]:
    document = stored.document
    return {
        "document": document.doc,
        "published": str(document.published or ""),
        "language": document.language,
        "publisher": document.publisher,
        "claims": stored.claims,
        "state": stored.state,
        "read": stored.read_at[:10],
        "title": document.title,
        "url": document.url,
        "hash": document.hash,
        "names": [name for name in stored.names if name != document.doc],
        "reason": stored.note,
        "mend": "",
    }
