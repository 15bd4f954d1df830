"""`accord judge` and `accord judgements`: a person's word, kept, shown, exported, imported, undone."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from accord.cli.opening import opened
from accord.cli.options import Format
from accord.cli.tables import columns, print_rows
from accord.errors import UsageError, ValueFormatError
from accord.kinds import kinds
from accord.record import Claim, Field, Role, Type
from accord.store import Store, Word, anchor, word_of_json

__all__ = ["export_judgements", "import_judgements", "judge", "list_judgements", "undo"]

_VERDICTS = {"could-not-verify": "unverified"}
_PAIRS = ("same", "different")


def judge(
    path: Path, verdict: str, what: Sequence[str], key: str, value: str, source: str, reason: str, who: str
) -> int:
    """Keep a judgement on one claim or record, or on two."""
    from accord.resolve.judge import VERDICTS

    said = _VERDICTS.get(verdict, verdict)
    if said not in VERDICTS:
        raise UsageError(f"no verdict is called {verdict!r}", f"say one of {', '.join(VERDICTS)}")
    wanted = 2 if said in _PAIRS else 1
    if len(what) != wanted:
        raise UsageError(
            f"{verdict} is said of {wanted} id{'s' * (wanted > 1)}, {len(what)} given", "see `accord judge --help`"
        )
    with opened(path, records=True) as store:
        claims = [_claim(store, id_) for id_ in what]
        old, new = _values(claims[0], said, key, value)
        field = "outcome" if said == "outcome" else key
        author = who or os.environ.get("ACCORD_WHO") or getpass.getuser()
        anchors = tuple(anchor(c) for c in claims)
        when = datetime.now(UTC).isoformat(timespec="seconds")
        word = Word(said, anchors, field, old, new, source, reason, author, when)
        store.judge(word)
    print(word.id)
    return 0


def _claim(store: Store, id_: str) -> Claim:
    """The claim of an id; of a record's, its surest one."""
    record, claim = store.get(id_)
    return claim or max(record.claims, key=lambda c: (c.confidence, c.id))


def _values(claim: Claim, verdict: str, key: str, value: str) -> tuple[Any, Any]:
    """What was believed and what is now said, for a value or an outcome."""
    if verdict == "outcome":
        from accord.analysis.commitments import OUTCOMES

        if value not in OUTCOMES:
            raise UsageError(f"no outcome is called {value!r}", f"give --value one of {', '.join(OUTCOMES)}")
        return None, value
    if verdict != "value":
        return None, None
    fields = {f.name: f for f in kinds()[claim.kind].fields}
    if key not in fields:
        raise UsageError(f"a {claim.kind} has no key {key!r}", f"its keys are {', '.join(fields)}")
    return claim.values.get(key), _parsed(fields[key], value)


def _parsed(field: Field, text: str) -> Any:
    """A value as its field writes it. Raises ValueFormatError."""
    if field.type is Type.NUMBER:
        try:
            number = float(text.replace(",", ""))
        except ValueError as error:
            raise ValueFormatError(f"{text!r} is no number", "write it plain: 12200000") from error
        return int(number) if number.is_integer() else number
    if field.type is Type.PERIOD:
        from accord.values import Period

        return str(Period.parse(text))
    if field.type is Type.CODE and Role.TOPIC not in field.roles and text not in field.words:
        raise UsageError(f"{field.name} is none of its words: {text!r}", f"they are {', '.join(field.words)}")
    if field.type in (Type.STATES, Type.ACTORS, Type.PEOPLE):
        return [part.strip() for part in text.split(",") if part.strip()]
    return text


def list_judgements(path: Path, form: Format, lost: bool) -> int:
    """All judgements, or those whose claims are no longer found."""
    with opened(path) as store:
        _, gone = store.judged()
        words = gone if lost else store.judgements()
    if form is Format.jsonl:
        print_rows([w.as_json() for w in words], (), form, "")
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


def export_judgements(path: Path, file: str) -> int:
    """All judgements as JSON lines."""
    with opened(path) as store:
        lines = [json.dumps(w.as_json(), ensure_ascii=False) for w in store.judgements()]
    text = "".join(f"{line}\n" for line in lines)
    if file == "-":
        sys.stdout.write(text)
    else:
        Path(file).write_text(text, encoding="utf-8")
        print(file)
    return 0


def import_judgements(path: Path, file: Path) -> int:
    """Judgements from JSON lines; those known already are left alone, what is none is named and skipped."""
    new, bad = 0, 0
    with opened(path, create=True) as store:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip():
                continue
            try:
                new += store.judge(word_of_json(json.loads(line)))
            except (ValueFormatError, ValueError) as error:
                bad += 1
                print(f"accord: {file}, line {number}: {error}", file=sys.stderr)
        lost = len(store.judged()[1])
    print(f"{new} new; {lost} without their claims", file=sys.stderr)
    return 1 if bad else 0


def undo(path: Path, id_: str) -> int:
    """Take a judgement back."""
    with opened(path) as store:
        word = store.unjudge(id_)
    print(f"undone: {word.verdict} by {word.who}, {word.when}", file=sys.stderr)
    return 0
