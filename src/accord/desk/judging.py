"""A person's word on a claim or a pair of claims, from the way people give it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import isfinite
from typing import Any

from accord import gazetteer
from accord.analysis import OUTCOMES
from accord.desk.words import state_code
from accord.errors import AccordError, UsageError, ValueFormatError
from accord.kinds import kinds
from accord.record import Claim, Field, Type
from accord.resolve.judge import VERDICTS
from accord.store import Store, Word, anchor, word_of_json
from accord.values import Period

__all__ = ["Taken", "Unread", "take_in", "word_on"]

_VERDICTS = {"could-not-verify": "unverified"}
_PAIRS = ("same", "different")
_LISTS = (Type.STATES, Type.ACTORS, Type.PEOPLE, Type.CODES)


def word_on(
    store: Store, verdict: str, ids: Sequence[str], key: str, value: str, source: str, reason: str, who: str
) -> Word:
    """The judgement on claims or records, now. Raises UsageError, ValueFormatError and NotFound."""
    said = _VERDICTS.get(verdict, verdict)
    if said not in VERDICTS:
        raise UsageError(f"no verdict is called {verdict!r}", f"say one of {', '.join(VERDICTS)}")
    wanted = 2 if said in _PAIRS else 1
    if len(ids) != wanted:
        raise UsageError(
            f"{verdict} is said of {wanted} id{'s' * (wanted > 1)}, {len(ids)} given", "see `accord judge --help`"
        )
    claims = [_claim(store, id_) for id_ in ids]
    old, new = _values(claims[0], said, key, value)
    field = "outcome" if said == "outcome" else key
    when = datetime.now(UTC).isoformat(timespec="microseconds")
    return Word(said, tuple(anchor(c) for c in claims), field, old, new, source, reason, who, when)


def _claim(store: Store, id_: str) -> Claim:
    """The claim of an id; of a record's, its surest one. A whole id is found without putting records together."""
    if known := store.claim(id_):
        return known
    record, claim = store.get(id_)
    return claim or max(record.claims, key=lambda c: (c.confidence, c.id))


def _values(claim: Claim, verdict: str, key: str, value: str) -> tuple[Any, Any]:
    """What was believed and what is now said, for a value or an outcome."""
    if verdict == "outcome":
        if value not in OUTCOMES:
            raise UsageError(f"no outcome is called {value!r}", f"give --value one of {', '.join(OUTCOMES)}")
        return None, value
    if verdict != "value":
        return None, None
    return claim.values.get(key), _parsed(_field(claim.kind, key), value)


def _parsed(field: Field, text: str) -> Any:
    """A value as its field writes it. Raises ValueFormatError and UsageError."""
    text = " ".join(text.split())
    if not text:
        raise ValueFormatError(f"no value is given for {field.name}", "give one, or say that the claim is wrong")
    if field.type in _LISTS:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        return [_one(field, part) for part in parts]
    return _one(field, text)


def _one(field: Field, text: str) -> Any:
    if field.type is Type.NUMBER:
        return _number(text)
    if field.type is Type.PERIOD:
        return str(Period.parse(text))
    if field.type in (Type.CODE, Type.CODES) and text not in field.words:
        raise UsageError(f"{field.name} is none of its words: {text!r}", f"they are {', '.join(field.words)}")
    if field.type in (Type.STATE, Type.STATES):
        return state_code(text)
    if field.type is Type.ACTORS:
        return gazetteer.resolve(text) or text
    return text


def _number(text: str) -> int | float:
    try:
        number = float(text.replace(",", ""))
    except ValueError as error:
        raise ValueFormatError(f"{text!r} is no number", "write it plain: 12200000") from error
    if not isfinite(number):
        raise ValueFormatError(f"{text!r} is no number of anything", "write it plain: 12200000")
    return int(number) if number.is_integer() else number


# ---------------------------------------------------------------------- judgements of others


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that is no judgement, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an import: how many were new and how many known, the lines that are none, and the judgements among
    them whose claims are not in this store."""

    new: int
    known: int
    unread: tuple[Unread, ...]
    lost: tuple[Word, ...]


def take_in(store: Store, lines: str) -> Taken:
    """Judgements from JSON lines. What is none is named and skipped; what cannot be placed is kept, and listed."""
    words, unread, new = [], [], 0
    for number, line in enumerate(lines.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            word = _checked(word_of_json(json.loads(line)))
        except (AccordError, ValueError, AttributeError, RecursionError) as error:
            unread.append(Unread(number, str(error)))
            continue
        new += store.judge(word)
        words.append(word.id)
    lost = tuple(w for w in store.judged()[1] if w.id in set(words))
    return Taken(new, len(words) - new, tuple(unread), lost)


def _checked(word: Word) -> Word:
    """A judgement whose value the key that it is of can hold. Raises UsageError and ValueFormatError."""
    if word.verdict == "outcome" and word.new not in OUTCOMES:
        raise UsageError(f"no outcome is called {word.new!r}", f"they are {', '.join(OUTCOMES)}")
    if word.verdict == "value":
        kind = word.anchors[0].kind
        field = _field(kind, word.field)
        parts = word.new if isinstance(word.new, list) else [word.new]
        alone = field.type is Type.CODES  # a topic may be said by itself
        if (isinstance(word.new, list) != (field.type in _LISTS) and not alone) or [
            _one(field, str(p)) for p in parts
        ] != parts:
            raise ValueFormatError(f"{word.new!r} is no {field.name} of a {kind}", "see docs/review.md")
    return word


def _field(kind: str, key: str) -> Field:
    if kind not in kinds():
        raise UsageError(f"no kind is called {kind!r}", f"the kinds are {', '.join(sorted(kinds()))}")
    fields = kinds()[kind].by_name
    if key not in fields:
        raise UsageError(f"no {kind} has a key {key!r}", f"its keys are {', '.join(fields)}")
    return fields[key]
