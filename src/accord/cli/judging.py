"""`accord judge` and `accord judgements`: a person's word, kept, shown, exported, imported, undone."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from accord.cli.opening import asked, opened
from accord.cli.options import Format
from accord.cli.tables import columns, print_rows
from accord.desk.judging import take_in
from accord.store.where import Where

__all__ = ["export_judgements", "import_judgements", "judge", "list_judgements", "undo"]


def judge(
    where: Where, verdict: str, what: Sequence[str], key: str, value: str, source: str, reason: str, who: str
) -> int:
    """Keep a judgement on one claim or record, or on two."""
    author = who or os.environ.get("ACCORD_WHO") or getpass.getuser()
    with asked(where) as desk:
        word = desk.judge(verdict, *what, key=key, value=value, source=source, reason=reason, who=author)
    print(word.id)
    return 0


def list_judgements(where: Where, form: Format, lost: bool) -> int:
    """All judgements, or those whose claims are no longer found."""
    with opened(where) as store:
        _, gone = store.judged()
        words = gone if lost else store.judgements()
    if form is Format.jsonl:
        print_rows([w.as_dict() for w in words], (), form, "")
        return 0
    ids = {w.id for w in gone}
    rows = [
        {
            "when": w.when,
            "who": w.who,
            "verdict": w.verdict,
            "key": w.field,
            "old": w.old,
            "new": w.new,
            "reason": w.reason,
            "source": w.source,
            "quote": " | ".join(a.quote for a in w.anchors),
            "placed": "no" if w.id in ids else "",
            "id": w.id,
        }
        for w in words
    ]
    names = ["when", "who", "verdict", "key", "old", "new", "reason", "source", "quote", "placed", "id"]
    print_rows(rows, columns(rows, names) or names, form, "no judgements" + (" without their claims" if lost else ""))
    if gone and not lost:
        print(f"{len(gone)} can no longer be placed: accord judgements --lost", file=sys.stderr)
    return 0


def export_judgements(where: Where, file: str) -> int:
    """All judgements as JSON lines."""
    with opened(where) as store:
        lines = [json.dumps(w.as_dict(), ensure_ascii=False) for w in store.judgements()]
    text = "".join(f"{line}\n" for line in lines)
    if file == "-":
        sys.stdout.write(text)
    else:
        Path(file).write_text(text, encoding="utf-8")
        print(file)
    return 0


def import_judgements(where: Where, file: Path) -> int:
    """Judgements from JSON lines; those known already are left alone, what is none is named and skipped."""
    with opened(where, create=True) as store:
        taken = take_in(store, file.read_text(encoding="utf-8"))
    for unread in taken.unread:
        print(f"accord: {file}, line {unread.line}: {unread.reason}", file=sys.stderr)
    print(f"{taken.new} new; {len(taken.lost)} without their claims", file=sys.stderr)
    return 1 if taken.unread else 0


def undo(where: Where, id_: str) -> int:
    """Take a judgement back."""
    with opened(where) as store:
        word = store.unjudge(id_)
    print(f"undone: {word.verdict} by {word.who}, {word.when}", file=sys.stderr)
    return 0
