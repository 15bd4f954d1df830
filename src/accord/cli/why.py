"""`accord why`: what became of some words: in the record, doubtful, withheld, skipped, or never read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from accord.cli.listing import record_is_sure
from accord.cli.opening import opened
from accord.cli.options import Format
from accord.cli.showing import headline
from accord.cli.tables import columns, print_rows
from accord.cli.words import state_codes
from accord.record import Record
from accord.store import THRESHOLD, Store, confidence

__all__ = ["why"]

_AROUND = 60  # characters shown on either side of the words
_ALL = 1_000_000


def why(path: Path, words: Sequence[str], between: Sequence[str], form: Format) -> int:
    """Each place where the words stand, and what became of it."""
    states = state_codes(between)
    with opened(path, records=True) as store:
        rows = list(_rows(store, " ".join(words), states))
    names = ["became", "reason", "what", "document", "id"]
    nothing = f"{' '.join(words)!r} stands in nothing that was read: `accord documents` lists what was"
    print_rows(rows, columns(rows, names) or names, form, nothing)
    return 0


def _rows(store: Store, words: str, states: Sequence[str]) -> Iterator[dict[str, Any]]:
    found = store.search(words)
    withheld = _withheld(store, states) if len(states) > 1 else {}
    told: set[tuple[str, int]] = set()
    for hit in found:
        record = hit.record
        told |= {(e.doc, e.start) for c in record.claims for e in c.evidence}
        became, reason = _became(record, states, withheld)
        yield {"became": became, "reason": reason, "what": headline(record), "document": hit.doc, "id": record.id}
    pattern = re.compile(r"\s+".join(re.escape(w) for w in re.findall(r"[\w'-]+", words)), re.IGNORECASE)
    quoted = {c.document for hit in found for c in hit.record.claims}
    for stored in store.documents():
        if stored.document.hash in quoted:
            continue
        text = store.document(stored.document.hash).text
        if (match := pattern.search(text)) is not None:
            yield _unread(stored.state, stored.note, stored.doc, text, match)
    for skipped in store.skipped():
        if pattern.search(skipped.doc):
            yield {"became": "skipped", "reason": skipped.why, "what": "", "document": skipped.doc, "id": ""}


def _became(record: Record, states: Sequence[str], withheld: dict[str, str]) -> tuple[str, str]:
    if not record_is_sure(record):
        return "doubtful", f"confidence {confidence(record):.2f} is under {THRESHOLD}"
    if missing := [s for s in states if s not in record.concerns]:
        return "elsewhere", f"it does not concern {', '.join(missing)}"
    if record.id in withheld:
        return "withheld", withheld[record.id]
    return "in the record", f"{len({c.document for c in record.claims})} source(s)"


def _withheld(store: Store, states: Sequence[str]) -> dict[str, str]:
    """What the brief of these states withholds, with its reason."""
    from accord.brief.build import Options
    from accord.brief.command import make_brief

    brief = make_brief(store, list(states), Options(date.today(), listed=_ALL))
    found = {}
    for line in brief.left_out.withheld:
        if match := re.search(r"\b[a-z]+-[0-9a-f]{12}\b", line):
            found[match[0]] = line
    return found


def _unread(state: str, note: str, doc: str, text: str, match: re.Match[str]) -> dict[str, Any]:
    around = " ".join(text[max(0, match.start() - _AROUND) : match.end() + _AROUND].split())
    if state != "read":
        return {"became": "kept, not read", "reason": note, "what": around, "document": doc, "id": ""}
    return {
        "became": "no claim",
        "reason": "the words stand in a text that was read, and nothing was claimed of them",
        "what": around,
        "document": doc,
        "id": "",
    }
